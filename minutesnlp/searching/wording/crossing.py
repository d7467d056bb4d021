"""Phrases that begin at the end of a lead-in (“the Clerk:”) and go on in an entry of the list below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.collected.columns import BULLET, CLAUSE, ENTRIES
from minutesnlp.searching.wording.printed import Printed, spans
from minutesnlp.searching.wording.snippets import Marker
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.numbering import is_under

# What a text ends with that goes on below it; what opens a list of its own; what ends a text; what begins a quotation,
# as a motion is printed below “proposed that”.
GOES_ON, OPENS, ENDED, QUOTES = (":", ";", ","), (":", ":-", ":–"), (".", "!", "?"), ("“", "‘", '"', "'")

# Beside the words of a phrase there may be so many signs that stand alone: “–”, “|”.
SIGNS = 12

Ids = NDArray[np.int64]


class Across(NamedTuple):
    """Where a phrase begins that ends in an entry: in which paragraph above it, where in that, and where it ends."""

    lead: int
    start: int
    end: int


def crossing(
    parts: Sequence[tuple[str, int]], printed: Printed | None, collection: Collection, stride: int
) -> dict[int, Across]:
    """Return the entries that end a phrase which begins in a lead-in of theirs, and how it runs.

    `parts` are its terms with their distances from the first, `printed` is how it is printed where these do not tell.
    A list may have no bullets: what stands directly below a text that goes on is tried as well.
    """
    begins = collection.marks(parts[0][0])[0].ids
    ends = collection.marks(parts[-1][0])[0].ids
    if not len(ends) or not len(begins):
        return {}
    ends = ends[_after_one(begins, ends, collection)]
    ends = _ending(parts, ends, collection, stride) if len(ends) else ends
    if not len(ends):
        return {}
    first = np.searchsorted(begins, collection.columns.list_begins[ends])
    behind = np.searchsorted(begins, ends)
    pairs = [
        (lead, entry)
        for entry, start, end in zip(ends.tolist(), first.tolist(), behind.tolist(), strict=True)
        for lead in begins[start:end].tolist()
    ]
    return _crossing_in(pairs, parts, printed, collection)


def variants(numbers: Iterable[int], across: Sequence[Mapping[int, Across]], collection: Collection) -> list[list[str]]:
    """Return the texts of paragraphs, each alone and behind the lead-ins in which phrases begin that run into it."""
    numbers = list(numbers)
    leads = [[run[number].lead for run in across if number in run] for number in numbers]
    above = dict.fromkeys(lead for some in leads for lead in some)
    said = dict(zip(above, collection.source.texts(list(above)), strict=True))
    texts = collection.source.texts(numbers)
    return [[text, *(f"{said[lead]} {text}" for lead in some)] for text, some in zip(texts, leads, strict=True)]


def _after_one(begins: Ids, ends: Ids, collection: Collection) -> NDArray[np.bool_]:
    """Tell which of some paragraphs have one that a phrase may begin in above them in their list."""
    before = np.searchsorted(begins, ends) - 1
    kept: NDArray[np.bool_] = (before >= 0) & (begins[before] >= collection.columns.list_begins[ends])
    return kept


def _ending(parts: Sequence[tuple[str, int]], ends: Ids, collection: Collection, stride: int) -> Ids:
    """Return those of some paragraphs among whose first words are the last of a phrase: one of its parts or more.

    Of figures and letters only the text tells: “1,000” and “P.C.” are printed as one word, and typed as two.
    """
    last, length = parts[-1]
    places = collection.index.places(last, ends, stride)
    places = places[places % stride < length]
    for term, offset in reversed(parts[1:-1]):
        if not len(places):
            break
        if len(term) > 1 and term.isalpha():
            there = collection.index.places(term, np.unique(places // stride), stride)
            there = there[there % stride < length] // stride
            # it stands so many words before the last; or it is in the lead-in
            places = places[(places % stride < length - offset) | np.isin(places // stride, there)]
    return np.unique(places // stride)


def _crossing_in(
    pairs: Sequence[tuple[int, int]],
    parts: Sequence[tuple[str, int]],
    printed: Printed | None,
    collection: Collection,
) -> dict[int, Across]:
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    marker = Marker(analyser, (), [parts])
    texts = collection.source.texts([number for pair in pairs for number in pair])
    found: dict[int, Across] = {}
    most = parts[-1][1] + SIGNS
    for (lead, entry), above, below in zip(pairs, texts[::2], texts[1::2], strict=True):
        tail = _last(above, most)
        both = f"{tail} {below[: len(below) - len(_after(below, most))]}"
        runs = spans(printed, both) if printed else marker.mark(both)[0]
        crossed = [(start, end) for start, end in runs if start < len(tail) < end]
        if crossed and _leads(lead, entry, above, below, collection):  # the nearest counts: it is the last
            start, end = crossed[0]
            found[entry] = Across(lead, len(above) - len(tail) + start, end - len(tail) - 1)
    return found


def _last(text: str, most: int) -> str:
    """Return the last words of a text."""
    words = text.rsplit(maxsplit=most)
    return text[len(words[0]) :].lstrip() if len(words) > most else text


def _after(text: str, most: int) -> str:
    """Return what is behind the first words of a text."""
    words = text.split(maxsplit=most)
    return words[-1] if len(words) > most else ""


def _leads(lead: int, entry: int, above: str, below: str, collection: Collection) -> bool:
    """Tell whether a paragraph is the lead-in of an entry of its list.

    A bullet stands under the nearest clause or text, or a bullet with a colon; a clause under the nearest text, or a
    clause with a colon in whose list it is numbered. A clause that ended leaves its bullets to the text above it.
    """
    kinds = collection.columns.kind
    bullet, listed = kinds[entry] == BULLET, kinds[entry] in ENTRIES
    if lead + 1 == entry:
        return above.endswith(GOES_ON) or (not above.endswith(ENDED) and (listed or below.startswith(QUOTES)))
    if above.endswith(ENDED) or (kinds[lead] == BULLET and not (bullet and above.endswith(OPENS))):
        return False
    if (
        kinds[lead] == CLAUSE
        and not bullet
        and not (above.endswith(OPENS) and _numbered_under(lead, entry, collection))
    ):
        return False
    between = range(lead + 1, entry)
    for number, text in zip(between, collection.source.texts(list(between)), strict=True):
        opens = text.endswith(OPENS)
        if not bullet:
            nearer = opens and kinds[number] == CLAUSE and _numbered_under(number, entry, collection)
        elif kinds[number] == CLAUSE:
            nearer = kinds[lead] in ENTRIES or not text.endswith(ENDED)
        else:  # how deep a bullet stands is not told: it may go on the list above a bullet with a colon
            nearer = opens and kinds[lead] == BULLET
        if nearer:
            return False
    return True


def _numbered_under(clause: int, entry: int, collection: Collection) -> bool:
    """Tell whether a clause stands in the list that another opens, by the numbers of the clauses between them."""
    among = [n for n in range(clause, entry + 1) if collection.columns.kind[n] == CLAUSE]
    return is_under([paragraph.number for paragraph, _, _ in collection.source.found(among)])
