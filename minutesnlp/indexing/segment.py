"""Postings that never change, which of their paragraphs are gone, and the ways to search them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing import compiled, scoring
from minutesnlp.indexing.filtering import Filter, Mask
from minutesnlp.indexing.merging import assembled, part_of, ranked, thinned
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.scoring import Ids, Query
from minutesnlp.indexing.weighting import Floats

if TYPE_CHECKING:
    from minutesnlp.indexing.pruning import Pruning

# Of two neighbouring segments the first has at least so many times the postings of the second, or they are merged: so
# there are few segments, and a posting is written anew only as often as the index grows fivefold.
TIMES = 4


@dataclass(frozen=True, eq=False)
class Segment:
    """Postings, and `gone`, bool (N,), where paragraphs have been removed; these keep their numbers."""

    postings: Postings
    gone: Mask | None = None

    def __len__(self) -> int:
        return len(self.postings)

    @property
    def alive(self) -> int:
        """How many paragraphs are not gone."""
        return len(self) if self.gone is None else int(np.count_nonzero(~self.gone))

    def holding(self, number: int, *, titles: bool) -> int:
        """Return how many paragraphs that are not gone hold a term in their text, or with `titles` in either field."""
        postings = self.postings
        here = slice(postings.starts[number], postings.starts[number + 1])
        if self.gone is None:
            return int(here.stop - here.start if titles else postings.holding[number])
        held = ~self.gone[postings.ids[here]]
        return int(np.count_nonzero(held if titles else held & (postings.frequencies[here] > 0)))

    def length(self, *, titles: bool) -> int:
        """Return how many terms the texts, or titles, of the paragraphs have that are not gone."""
        lengths = self.postings.title_lengths if titles else self.postings.lengths
        if lengths is None:
            return 0
        return int(lengths.sum(dtype=np.int64) if self.gone is None else lengths[~self.gone].sum(dtype=np.int64))

    def top(
        self, query: Query, k: int | None, kept: Filter | None, *, least: float, by_numpy: bool
    ) -> tuple[Ids, Floats]:
        """Return the k best of those `kept`, and their scores; paragraphs below `least` may be left out."""
        kept = self._alive if kept is None else kept
        one_field = not self.postings.has_titles or query.weighting.title_weight == 0
        found = None
        if k is not None and one_field and not by_numpy and self._compiled is not None:
            found = self._compiled.top(query, k, kept, least)
        if k is not None and found is None:
            found = self._pruning.top(query, k, kept)
        return scoring.top(self.postings, query, k, kept) if found is None else found

    def without(self, gone: NDArray[np.int64]) -> Segment:
        """Return the segment with more of its paragraphs gone."""
        marked = np.zeros(len(self), bool) if self.gone is None else self.gone.copy()
        marked[gone] = True
        return replace(self, gone=marked)

    @cached_property
    def _alive(self) -> Filter | None:
        """What a search of all is confined to."""
        return None if self.gone is None else Filter.of(~self.gone, len(self)).ready()

    @cached_property
    def _compiled(self) -> compiled.Compiled | None:
        return compiled.Compiled(self.postings) if compiled.in_use() else None

    @cached_property
    def _pruning(self) -> Pruning:
        from minutesnlp.indexing.pruning import Pruning  # where the kernel answers, it is seldom needed

        return Pruning(self.postings)


def merged(segments: Sequence[Segment]) -> Segment:
    """Return segments as one; paragraphs that are gone keep their numbers and nothing else."""
    if len(segments) == 1 and segments[0].gone is None:
        return segments[0]
    parts = [
        part_of(s.postings) if s.gone is None else thinned(part_of(s.postings), s.postings.starts, s.gone)
        for s in segments
    ]
    vocabulary, ranks = ranked([segment.postings.vocabulary for segment in segments])
    gone = np.concatenate([np.zeros(len(s), bool) if s.gone is None else s.gone for s in segments])
    return Segment(assembled(vocabulary, parts, ranks), gone if gone.any() else None)


def settled(segments: Sequence[Segment]) -> list[Segment]:
    """Return segments with neighbours merged until none is small beside the one that follows it."""
    found = list(segments)
    while len(found) > 1 and len(found[-2].postings.ids) < TIMES * len(found[-1].postings.ids):
        found[-2:] = [merged(found[-2:])]
    return found
