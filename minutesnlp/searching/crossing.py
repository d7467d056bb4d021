"""Phrases that begin at the end of a lead-in (“the Clerk:”) and go on in an entry of the list below it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from minutesnlp.searching.collection import Collection
from minutesnlp.searching.columns import ENTRIES
from minutesnlp.searching.printed import Printed, spans
from minutesnlp.searching.snippets import Marker
from minutesnlp.text.analysis import Analyser

# What a text ends with that goes on below it; and what ends it.
GOES_ON, ENDED = (":", ";", ","), (".", "!", "?")

Ids = NDArray[np.int64]


def crossing(
    parts: Sequence[tuple[str, int]], printed: Printed | None, collection: Collection, stride: int
) -> dict[int, int]:
    """Return the entries that end a phrase which begins in the lead-in above, and up to where in each it runs.

    `parts` are its terms with their distances from the first, `printed` is how it is printed where these do not tell.
    A list may have no bullets: what stands directly below a text that goes on is tried as well.
    """
    (first, _), (last, length) = parts[0], parts[-1]
    ends, begins = collection.marks(last)[0].ids, collection.marks(first)[0]
    if not len(ends) or not begins:
        return {}
    columns = collection.columns
    pairs: set[tuple[int, int]] = set()
    for above in (columns.above, columns.lead_in):
        leads = above[ends]
        kept = leads >= 0
        kept[kept] = begins.at(leads[kept])
        pairs |= set(zip(leads[kept].tolist(), ends[kept].tolist(), strict=True))
    if not pairs:
        return {}
    wanted = np.array(sorted({entry for _, entry in pairs}), np.int64)
    places = collection.index.places(last, wanted, stride)
    opening = set((places[places % stride < length] // stride).tolist())  # it stands among the first words
    likely = sorted(pair for pair in pairs if pair[1] in opening)
    return _crossing_in(likely, parts, printed, collection)


def _crossing_in(
    pairs: Sequence[tuple[int, int]],
    parts: Sequence[tuple[str, int]],
    printed: Printed | None,
    collection: Collection,
) -> dict[int, int]:
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    marker = Marker(analyser, (), [parts])
    texts = collection.source.texts([number for pair in pairs for number in pair])
    found = {}
    for (_, entry), above, below in zip(pairs, texts[::2], texts[1::2], strict=True):
        listed = collection.columns.kind[entry] in ENTRIES
        if not (above.endswith(GOES_ON) or (listed and not above.endswith(ENDED))):
            continue
        both = f"{above} {below}"
        runs = spans(printed, both) if printed else marker.mark(both)[0]
        for start, end in runs:
            if start < len(above) < end:
                found[entry] = end - len(above) - 1
    return found
