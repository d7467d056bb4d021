"""What is gathered of the postings of a term for a ranking that is not the index's own: marks, weights and places.

Every function has a compiled namesake in `_gather`, which gives the same arrays to the last digit in fewer passes, and
is left out where the package was built without a compiler.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing import compiled, scoring
from minutesnlp.indexing.filtering import Mask
from minutesnlp.indexing.marks import Marks
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.scoring import Ids, Query
from minutesnlp.indexing.weighting import Floats

# The types of counts that the compiled functions read.
COUNTS = (np.dtype(np.uint8), np.dtype(np.uint16), np.dtype(np.uint32))

_module, _ = compiled.load("_gather")
_local = threading.local()


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
    counts = _alike(often, in_title)
    if counts is None:
        return Marks.of(ids[often > 0], size), Marks.of(ids[in_title > 0], size)
    own, titled = Marks.none(size), Marks.none(size)
    _module.mark(ids, *counts, own.words, titled.words)
    return own, titled


def fill(held: Marks, joined: Marks) -> Marks:
    """Return the runs of paragraphs of which one is in `held`; `joined` are those of the run of the one before them."""
    if _used():
        found = held.words.copy()
        _module.fill(found, joined.words)
        return Marks(found, held.size)
    starts = np.flatnonzero(~joined.mask)
    if not len(starts):
        return held
    inside = np.logical_or.reduceat(held.mask, starts)
    return Marks.where(np.repeat(inside, np.diff(starts, append=held.size)))


def weigh(
    postings: Postings, query: Query, among: Marks, row: Floats, *, share: float = 1.0, adding: bool = False
) -> NDArray[np.int32]:
    """Put into `row`, (N,), what a query of one term weighs in those of its paragraphs that are `among` some.

    Where there is something already a share of the weight is added to it, or the larger stays. Returns the paragraphs
    of the term among them, ascending.
    """
    if not query.terms:  # it stands nowhere
        return np.zeros(0, np.int32)
    (term,), (idf,), by = query.terms, query.idfs, query.weighting
    here = slice(postings.starts[term], postings.starts[term + 1])
    if by.ranker == "bm25" and by.formula == "paper" and by.title_weight > 0 and postings.title_frequencies is not None:
        counts = _alike(postings.frequencies[here], postings.title_frequencies[here])
        if counts is not None:
            found: NDArray[np.int32] = _module.weigh(
                *(postings.ids[here], *counts, postings.lengths, postings.title_lengths, among.words, row),
                *(share, adding, idf, compiled.FORMS[by.variant], by.k1, by.b, by.shift, query.average),
                *(by.title_weight, by.title_b, query.title_average),
            )
            return found
    ids, weights = scoring.weigh(postings, query, 0, mask=among.mask)
    row[ids] = row[ids] + share * weights if adding else np.maximum(row[ids], share * weights)
    return ids


@contextmanager
def rows(count: int, size: int) -> Iterator[Floats]:
    """Lend rows of zeros, (count, size), which are to be zeros again when they are given back.

    To take long arrays from the system anew for every search would take longer than the search.
    """
    taken: Floats | None = getattr(_local, "rows", None)
    _local.rows = None  # so that a search that is broken off leaves nothing behind
    if taken is None or taken.shape != (count, size):
        taken = np.zeros((count, size))
    yield taken
    _local.rows = taken


def settle(ids: NDArray[np.int32], row: Floats, groups: NDArray[np.int32], total: Floats, most: Floats) -> None:
    """Add `row` to `total` at some paragraphs, ascending, and empty it there; raise `most` of their groups to it.

    `groups` tells the group of each paragraph; those of a group stand together.
    """
    if _used():
        _module.settle(ids, row, groups, total, most)
        return
    ids = ids[row[ids] != 0]
    if len(ids):
        weights, own = row[ids], groups[ids]
        total[ids] += weights
        row[ids] = 0.0
        starts = np.flatnonzero(np.diff(own, prepend=-1))
        most[own[starts]] = np.maximum(most[own[starts]], np.maximum.reduceat(weights, starts))


def around(
    total: Floats,
    ids: Ids,
    follows: Mask,
    groups: NDArray[np.int32],
    most: Floats,
    sorts: NDArray[np.uint16],
    factors: Floats,
) -> Floats:
    """Return what stands around some paragraphs, ascending, (4, C).

    Their totals; those of their neighbours, summed; what is the most in the group of each; and the factor of its sort.
    `follows` tells which paragraphs, (N,), belong to the one before; the first belongs to none.
    """
    if _used():
        found: Floats = _module.around(total, ids, follows.view(np.uint8), groups, most, sorts, factors)
        return found
    beside = total[ids - 1] * follows[ids]
    after = np.minimum(ids + 1, len(total) - 1)
    beside += total[after] * (follows[after] & (after > ids))
    return np.stack([total[ids], beside, most[groups[ids]], factors[sorts[ids]]])


def wipe(ids: NDArray[np.int32], total: Floats) -> None:
    """Set the totals of some paragraphs to 0."""
    if _used():
        _module.wipe(ids, total)
    else:
        total[ids] = 0.0


def credit(sums: Floats, ids: Ids, marks: Marks, worth: float) -> None:
    """Add what something is worth to the sums of those of some paragraphs, (C,), that are marked."""
    if _used():
        _module.credit(sums, ids, marks.words, worth)
    else:
        sums += worth * marks.at(ids)


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
    counts = _alike(often, positions)
    if counts is not None:
        found: NDArray[np.int64] = _module.places(ids, *counts, wanted, stride)
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
    return _module is not None and compiled.in_use()


def _alike(one: NDArray[Any], other: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]] | None:
    """Return counts in one type that the compiled functions read; None where there is none, or they are not used."""
    kind = np.result_type(one, other)
    if kind not in COUNTS or not _used():
        return None
    return one.astype(kind, copy=False), other.astype(kind, copy=False)
