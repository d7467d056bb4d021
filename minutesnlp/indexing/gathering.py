"""What is gathered of the postings of terms for a ranking that is not the index's own: marks, weights and places.

Every function has a compiled namesake in `_gather` or `_context`, which gives the same to the last digit in fewer
passes, and is left out where the package was built without a compiler.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing import compiled, scoring
from minutesnlp.indexing.filtering import Mask
from minutesnlp.indexing.marks import Marks, blank
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.scoring import Ids, Query
from minutesnlp.indexing.weighting import Floats, Weighting

# The types of counts that the compiled functions read.
COUNTS = (np.dtype(np.uint8), np.dtype(np.uint16), np.dtype(np.uint32))

# So many sets are looked at for each paragraph, at most, and so many combinations of what is held of a query.
MOST_SETS = 32
MOST_SHARES = 4096

_module, _ = compiled.load("_gather")
_context, _ = compiled.load("_context")


def marks(postings: Postings, term: int) -> tuple[Marks, Marks]:
    """Return the paragraphs that hold a term in their text, and those that do in their title."""
    size = len(postings)
    if term < 0:
        return Marks.none(size), Marks.none(size)
    here = slice(postings.starts[term], postings.starts[term + 1])
    ids, often = postings.ids[here], postings.frequencies[here]
    if postings.title_frequencies is None:
        return Marks.of(ids[often > 0], size), Marks.none(size)
    in_title = postings.title_frequencies[here]
    if not _countable(often, in_title):
        return Marks.of(ids[often > 0], size), Marks.of(ids[in_title > 0], size)
    own, titled = blank(size), blank(size)
    some = _module.mark(ids, *_bytes(often), *_bytes(in_title), own, titled)
    return Marks(own, size), Marks(titled, size) if some else Marks.none(size)


def fill(held: Marks, joined: Marks) -> Marks:
    """Return the runs of paragraphs of which one is in `held`; `joined` are those of the run of the one before them."""
    if not held:
        return held
    if _used():
        found = held.words.copy()
        _module.fill(found, joined.words)
        return Marks(found, held.size)
    starts = np.flatnonzero(~joined.mask)
    if not len(starts):
        return held
    inside = np.logical_or.reduceat(held.mask, starts)
    return Marks.where(np.repeat(inside, np.diff(starts, append=held.size)))


class Source(NamedTuple):
    """What one part of a query, a place among its parts, weighs where: a share of what a query of one term weighs.

    Or of weights, (L,), in the paragraphs, int32 (L,), ascending, that they are given with. Of several sources of a
    part the largest counts.
    """

    part: int
    share: float
    of: Query | tuple[NDArray[np.int32], Floats]


class Standing(NamedTuple):
    """Where paragraphs stand: arrays (N,), and (G + 1,) of the groups.

    `groups` tells the group of each; those of a group stand together, and `starts` tells where each begins and the last
    ends. `follows` tells which belong to the one before; the first of a group belongs to none. `sorts` are places in an
    array of factors.
    """

    groups: NDArray[np.int32]
    starts: NDArray[np.int64]
    follows: Mask
    sorts: NDArray[np.uint16]

    @property
    def compiled(self) -> tuple[NDArray[Any], ...]:
        """The arrays as the compiled functions take them."""
        return self.starts, self.follows.view(np.uint8), self.sorts


class Blend(NamedTuple):
    """How the score of a paragraph is made of what is around it: see `searching.ranking.ranking`.

    `beside` and `meeting` are the shares of its neighbours and of its group. The others are sets of paragraphs with
    what each is worth: `called` is added to the share of the group, `covered` are what of a query is held, whose worths
    add up to the place in `shares` that tells what a combination of them counts for, and `lifts` multiply.
    """

    beside: float
    meeting: float
    called: Sequence[tuple[float, Marks]]
    covered: Sequence[tuple[float, Marks]]
    shares: Floats
    lifts: Sequence[tuple[float, Marks]]


def context(
    postings: Postings, sources: Sequence[Source], parts: int, ids: Ids, standing: Standing, factors: Floats
) -> tuple[Floats, Floats]:
    """Return what each part of a query weighs in some paragraphs, ascending, (P, C), and what is around them, (4, C).

    That is what all parts weigh, added up; what they weigh in its neighbours; what each weighs at most in its group,
    added up; and the factor of its sort. `sources` are in the order of the parts.
    """
    if _used():
        told, fields = _told(postings, sources)
        found: tuple[Floats, Floats] = _context.context(told, parts, ids, *standing.compiled, factors, fields)
        return found
    groups, follows = standing.groups, standing.follows
    near = np.zeros(len(standing.starts) - 1, bool)
    near[groups[ids]] = True
    words, total, best = np.empty((parts, len(ids))), np.zeros(len(groups)), np.zeros(len(near))
    for part in range(parts):
        row = np.zeros(len(groups))
        for source in (each for each in sources if each.part == part):
            held, weights_ = _weighed(postings, source.of, near[groups])
            row[held] = np.maximum(row[held], source.share * weights_)
        words[part] = row[ids]
        total += row
        there = np.flatnonzero(row)
        most = np.zeros(len(near))
        np.maximum.at(most, groups[there], row[there])
        best += most
    beside = total[ids - 1] * follows[ids]
    after = np.minimum(ids + 1, len(total) - 1)
    beside += total[after] * (follows[after] & (after > ids))
    return words, np.stack([total[ids], beside, best[groups[ids]], factors[standing.sorts[ids]]])


def foremost(
    postings: Postings,
    sources: Sequence[Source],
    parts: int,
    tiers: Sequence[Marks],
    k: int,
    blend: Blend,
    standing: Standing,
    factors: Floats,
) -> Ids | None:
    """Return the k best paragraphs, ascending, those of the first tiers first.

    None where there are too many sets or combinations, or no compiled function, which alone need not keep the scores of
    all.
    """
    sets = max(len(blend.called), len(blend.lifts), len(blend.covered))
    if not _used() or sets > MOST_SETS or len(blend.shares) > MOST_SHARES:
        return None
    told, fields = _told(postings, sources)
    called, covered, lifts, ranks = (
        [(worth, marks.words) for worth, marks in sets]
        for sets in (blend.called, blend.covered, blend.lifts, [(0.0, tier) for tier in tiers])
    )
    found: Ids = _context.foremost(
        *(told, parts, ranks, k, blend.beside, blend.meeting, called, covered, blend.shares, lifts),
        *(*standing.compiled, factors, fields),
    )
    return found


def _told(postings: Postings, sources: Sequence[Source]) -> tuple[list[Any], tuple[Any, ...]]:
    """Return sources as the compiled functions take them, and their fields."""
    told: list[Any] = []
    fields: tuple[Any, ...] = (postings.lengths, postings.lengths, 0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0)
    for part, share, of in sources:
        counts = _weighable(postings, of.terms[0], of.weighting) if isinstance(of, Query) and of.terms else None
        if isinstance(of, Query) and counts is not None:
            fields = _fields(postings, of)
            told.append((part, share, of.idfs[0], *counts))
        else:
            told.append((part, share, *_weighed(postings, of)))
    return told, fields


def weights(postings: Postings, query: Query, ids: Ids) -> Floats:
    """Return what the terms of a query weigh, added up, in some paragraphs, ascending, (C,)."""
    told = [_weighable(postings, term, query.weighting) for term in query.terms]
    if not told or any(counts is None for counts in told):
        return scoring.among(postings, query, ids)
    sums, fields = np.zeros(len(ids)), _fields(postings, query)
    for counts, idf in zip(told, query.idfs, strict=True):
        _context.weights(*(counts or ()), idf, ids, sums, fields)
    return sums


def _weighable(postings: Postings, term: int, by: Weighting) -> tuple[Any, ...] | None:
    """Return the postings of a term as the compiled functions weigh them, None where they do not."""
    titles = postings.title_frequencies
    if by.ranker != "bm25" or by.formula != "paper" or by.title_weight <= 0 or titles is None:
        return None
    here = slice(postings.starts[term], postings.starts[term + 1])
    often, titled = postings.frequencies[here], titles[here]
    return (postings.ids[here], *_bytes(often), *_bytes(titled)) if _countable(often, titled) else None


def _fields(postings: Postings, query: Query) -> tuple[Any, ...]:
    by = query.weighting
    lengths = postings.lengths, postings.title_lengths
    text = compiled.FORMS[by.variant], by.k1, by.b, by.shift, query.average
    return *lengths, *text, by.title_weight, by.title_b, query.title_average


def _weighed(
    postings: Postings, of: Query | tuple[NDArray[np.int32], Floats], mask: Mask | None = None
) -> tuple[NDArray[np.int32], Floats]:
    """Return the paragraphs of a source, and what it weighs in them; only those of a mask, (N,), where there is one."""
    if not isinstance(of, Query):
        ids, found = of
        return of if mask is None else (ids[mask[ids]], found[mask[ids]])
    if not of.terms:  # it stands nowhere
        return np.zeros(0, np.int32), np.zeros(0)
    return scoring.weigh(postings, of, 0, mask=mask)


def largest(totals: Floats, k: int) -> Ids:
    """Return the places of the k largest of some totals, ascending; of equal ones the first."""
    if _used():
        found: Ids = _module.largest(totals, k)
        return found
    return np.sort(scoring.best(np.arange(len(totals)), totals, k)[0])


def credit(ids: Ids, told: Sequence[tuple[float, Marks]]) -> Floats:
    """Return for each of some paragraphs, (C,), the sum of what the sets that hold it are worth."""
    if _used():
        sums: Floats = _module.credit(ids, [(worth, marks.words) for worth, marks in told])
        return sums
    sums = np.zeros(len(ids))
    for worth, marks in told:
        sums += worth * marks.at(ids)
    return sums


def common(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return what two lists, each ascending and without repeats, have in common."""
    found: NDArray[np.int64] = _module.common(one, other) if _used() else np.intersect1d(one, other, assume_unique=True)
    return found


def places(postings: Postings, term: int, wanted: Ids, stride: int) -> NDArray[np.int64]:
    """Return where a term stands in some paragraphs (ascending): paragraph · stride + place, ascending.

    Raises
    ------
    ValueError
        When the postings have no positions.
    """
    if postings.positions is None or postings.position_starts is None:
        raise ValueError("the index has no positions; build it with positions=True")
    if term < 0 or not len(wanted):
        return np.zeros(0, np.int64)
    here = slice(postings.starts[term], postings.starts[term + 1])
    ids, often = postings.ids[here], postings.frequencies[here]
    positions = postings.positions[postings.position_starts[term] : postings.position_starts[term + 1]]
    if _countable(often, positions):
        found: NDArray[np.int64] = _module.places(ids, *_bytes(often), *_bytes(positions), wanted, stride)
        return found
    at = np.minimum(np.searchsorted(ids, wanted.astype(ids.dtype)), len(ids) - 1)
    at = at[ids[at] == wanted]
    times = often[at].astype(np.int64)
    ends = np.cumsum(times)
    before = np.cumsum(often, dtype=np.int64)[at] - times
    within = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(before - (ends - times), times)
    keys: NDArray[np.int64] = np.repeat(ids[at].astype(np.int64), times) * stride + positions[within].astype(np.int64)
    return keys


def _used() -> bool:
    return _module is not None and _context is not None and compiled.in_use()


def _countable(*counts: NDArray[Any]) -> bool:
    """Tell whether the compiled functions are used and read such counts."""
    return _used() and all(each.dtype in COUNTS for each in counts)


def _bytes(counts: NDArray[Any]) -> tuple[NDArray[np.uint8], int]:
    """Return counts as the compiled functions take them, whatever their type: bytes, and how many a count has."""
    return counts.view(np.uint8), counts.itemsize
