"""The k best paragraphs of a BM25 query by numpy, exactly, without weighing the commonest terms in every paragraph.

What a common term can add to each paragraph stands in a *row*: whole numbers, rounded upwards, one a paragraph, worked
out when the term is first asked for. The other terms are weighed and added up. If what the rows can add at most is less
than the k-th best of these sums, only what comes near it is looked at; else the rows are summed up for all paragraphs,
and the largest sums in stretches of them tell what the k-th best must reach. What is left is scored exactly.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing import scoring
from minutesnlp.indexing.filtering import Filter, Mask
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.scoring import Ids, Query
from minutesnlp.indexing.weighting import Floats, Weighting, bm25

# A term that is in more than one paragraph of so many has a row, in which it adds at most about `LARGEST`.
COMMON = 16
LARGEST = 1000
# Rows are summed in 16 bits.
ROOM = 2**16 - 1
# Stretches for each of the k best, and how long they may be.
STRETCHES = 32
LONGEST = 1024
# How many ways to weigh, and bytes for each paragraph, are remembered.
REMEMBERED = 4
REMEMBERED_BYTES = 64
# More than float64 loses in adding up.
SLACK = 2.0**-30

Rows = NDArray[np.uint16]


class Pruning:
    """Postings as they are searched by numpy."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._known: dict[Any, _Weighing] = {}

    def top(self, query: Query, k: int, kept: Filter | None = None) -> tuple[Ids, Floats] | None:
        """Return the k best paragraphs and their scores, or None where all must be scored to tell."""
        weighting, count = query.weighting, len(self._postings)
        one_field = not self._postings.has_titles or weighting.title_weight == 0
        width = min(LONGEST, count // (STRETCHES * k))
        if weighting.ranker != "bm25" or not one_field or not width or min(query.idfs, default=1.0) <= 0:
            return None
        if kept is not None and kept.ids is not None and scoring.few(self._postings, query, kept.ids):
            return None
        key = weighting, query.average
        if key not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[key] = _Weighing(self._postings, weighting, query.average)
        return self._known[key].top(query, k, None if kept is None else kept.mask, width)


class _Weighing:
    """One way to weigh terms, the norms of all paragraphs, and the rows that belong to it."""

    def __init__(self, postings: Postings, weighting: Weighting, average: float) -> None:
        self._postings = postings
        self._norms = scoring.norm_of(postings.lengths, weighting.b, average)
        shortest = scoring.norm_of(np.maximum(postings.lengths.min(keepdims=True), 1), weighting.b, average)
        most = bm25(np.full(1, float(postings.frequencies.max(initial=1))), shortest, 1.0, weighting)
        self._unit = math.log(COMMON) * float(most[0]) / LARGEST
        self._rows: dict[tuple[int, float], tuple[Rows, int]] = {}
        self._rooms: list[Rows] = []  # for sums: a search that needs one takes it, and gives it back

    def top(self, query: Query, k: int, mask: Mask | None, width: int) -> tuple[Ids, Floats] | None:
        """Return the k best paragraphs and their scores; stretches are so many paragraphs wide."""
        postings = self._postings
        holding = [int(postings.starts[term + 1] - postings.starts[term]) for term in query.terms]
        common = [place for place, held in enumerate(holding) if held * COMMON > len(postings)]
        found = [self._row(query, place) for place in common]
        if sum(most for _, most in found) > ROOM:
            return None
        rare = [place for place in range(len(holding)) if place not in common]
        ids, totals = scoring.touched(postings, query, rare, mask, self._norms)
        if not common:
            return scoring.best(ids, totals, k)
        rows = [row for row, _ in found]
        least = _last(totals, k)
        ceiling = self._unit * sum(most for _, most in found)
        if least <= ceiling:
            chosen = self._by_rows(rows, ids, totals, k, mask, width)
        else:
            near = totals + ceiling >= least * (1 - SLACK)
            ids, totals = ids[near], totals[near]
            for row in rows:
                totals = totals + self._unit * row[ids]
            chosen = np.sort(ids[totals >= least * (1 - SLACK)])
        scores = scoring.among(postings, query, chosen)
        held = scores != 0
        return scoring.best(chosen[held], scores[held], k)

    def _by_rows(self, rows: Sequence[Rows], ids: Ids, totals: Floats, k: int, mask: Mask | None, width: int) -> Ids:
        """Return the paragraphs that may be among the best, ascending, when the rows alone could bring one there."""
        try:
            room = self._rooms.pop()
        except IndexError:
            room = np.empty(len(self._postings), np.uint16)
        sums = rows[0]
        for row in rows[1:]:
            sums = np.add(sums, row, out=room)
        if mask is not None:
            sums = np.multiply(sums, mask, out=room)
        whole = len(sums) - len(sums) % width
        peaks = sums[:whole].reshape(-1, width).max(axis=1)
        # In a sum every row is rounded up by less than 1
        least = self._unit * max(_last(peaks, k) - len(rows), 0.0)
        bounds = totals + self._unit * sums[ids]
        least = max(least, _last(bounds, k) - self._unit * len(rows)) * (1 - SLACK)
        alone = np.flatnonzero(sums >= max(1, math.floor(least / self._unit)))
        self._rooms.append(room)
        return np.union1d(alone, ids[bounds >= least])

    def _row(self, query: Query, place: int) -> tuple[Rows, int]:
        """Return what a term can add to every paragraph, in units, and the most it adds to one."""
        key = query.terms[place], query.idfs[place]
        if key not in self._rows:
            if 2 * (len(self._rows) + 1) > REMEMBERED_BYTES:
                self._rows.clear()
            ids, weights = scoring.weigh(self._postings, query, place, norms=self._norms)
            row = np.zeros(len(self._postings), np.uint16)
            row[ids] = np.ceil(weights * ((1 + SLACK) / self._unit))
            self._rows[key] = row, int(row.max(initial=0))
        return self._rows[key]


def _last(values: NDArray[Any], k: int) -> float:
    """Return the k-th largest value; 0 where there are fewer."""
    return float(np.partition(values, len(values) - k)[len(values) - k]) if len(values) >= k else 0.0
