"""Adding up what the terms of a query weigh in each paragraph, and keeping the best.

The one place where time is spent: a compiled kernel may stand in for `top` and `scores`, which give the same bits.
Weights are float64 and are added in the order of the query's terms, so that a score does not depend on the way it was
reached.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.filtering import Filter, Mask
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.weighting import Floats, Weighting, bm25, smooth_idf, sublinear

Ids = NDArray[np.int64]
Numbers = NDArray[np.signedinteger[Any]]

# Postings that are gone through in the time in which one is looked up.
SEEK = 32


@dataclass(frozen=True, eq=False)
class Query:
    """Terms to add up, in order: `terms` are numbers in the vocabulary, `idfs` what each is multiplied by.

    `average` and `title_average` are mean lengths, never 0. `norms` are the paragraphs' TF-IDF lengths and `shares` the
    terms' parts of the query's vector (TF-IDF only).
    """

    terms: tuple[int, ...]
    idfs: tuple[float, ...]
    weighting: Weighting
    average: float = 1.0
    title_average: float = 1.0
    norms: Floats | None = None
    shares: tuple[float, ...] = ()


def scores(postings: Postings, query: Query) -> Floats:
    """Return the score of every paragraph, float64 (N,)."""
    totals = np.zeros(len(postings))
    for place in range(len(query.terms)):
        ids, weights = weigh(postings, query, place)
        totals[ids] += weights
    return totals


def top(postings: Postings, query: Query, k: int | None, kept: Filter | None = None) -> tuple[Ids, Floats]:
    """Return the k best paragraphs and their scores, best first, ties by paragraph; None is all. Zeros are left out."""
    if kept is not None and kept.ids is not None and few(postings, query, kept.ids):
        totals = among(postings, query, kept.ids)
        held = totals != 0
        return best(kept.ids[held].astype(np.int64), totals[held], k)
    return best(*touched(postings, query, range(len(query.terms)), None if kept is None else kept.mask), k)


def touched(
    postings: Postings, query: Query, places: Iterable[int], mask: Mask | None = None, norms: Floats | None = None
) -> tuple[Ids, Floats]:
    """Return the paragraphs that hold some terms of a query, in no order, and what these add up to, never 0.

    `norms` are those of all paragraphs, where they are known.
    """
    lists = [weigh(postings, query, place, norms=norms) for place in places]
    if not lists:
        return np.zeros(0, np.int64), np.zeros(0)
    if len(lists) == 1:
        ids, totals = lists[0]
    else:
        ids, totals = _added(lists, len(postings))
    keep = totals != 0
    if mask is not None:
        keep &= mask[ids]
    return ids[keep].astype(np.int64), totals[keep]


def best(ids: Ids, totals: Floats, k: int | None) -> tuple[Ids, Floats]:
    """Return the k largest totals and their ids, largest first, equal ones by id; None is all."""
    if k is not None and len(ids) > k:
        last = np.partition(totals, len(totals) - k)[len(totals) - k]
        above = np.flatnonzero(totals > last)
        level = np.flatnonzero(totals == last)
        level = level[np.argsort(ids[level], kind="stable")][: k - len(above)]
        chosen = np.concatenate([above, level])
        ids, totals = ids[chosen], totals[chosen]
    order = np.lexsort((ids, -totals))
    return ids[order], totals[order]


def among(postings: Postings, query: Query, wanted: Numbers) -> Floats:
    """Return the scores of some paragraphs, given ascending."""
    totals = np.zeros(len(wanted))
    for place in range(len(query.terms)):
        ids, weights = weigh(postings, query, place, wanted)
        totals[np.searchsorted(wanted, ids.astype(wanted.dtype))] += weights
    return totals


def few(postings: Postings, query: Query, wanted: Numbers) -> bool:
    """Tell whether looking a query's terms up in some paragraphs takes less than going through all that hold them."""
    held = sum(int(postings.starts[term + 1] - postings.starts[term]) for term in query.terms)
    return SEEK * len(query.terms) * len(wanted) < held


def weigh(
    postings: Postings,
    query: Query,
    place: int,
    wanted: Numbers | None = None,
    *,
    mask: Mask | None = None,
    norms: Floats | None = None,
) -> tuple[NDArray[np.int32], Floats]:
    """Return the paragraphs of one term of a query, and what it weighs in each.

    Only `wanted` ones (ascending), or those of a `mask`, bool (N,). `norms` are those of all paragraphs, where they are
    known.
    """
    term, idf, weighting = query.terms[place], query.idfs[place], query.weighting
    here: Any = slice(postings.starts[term], postings.starts[term + 1])
    ids = postings.ids[here]
    if wanted is not None and len(ids):
        # of one type: else numpy makes a copy of the whole list
        at = np.minimum(np.searchsorted(ids, wanted.astype(ids.dtype)), len(ids) - 1)
        at = at[ids[at] == wanted]
        here = at + postings.starts[term]
        ids = ids[at]
    elif mask is not None:
        at = np.flatnonzero(mask[ids])
        here = at + postings.starts[term]
        ids = ids[at]
    frequency = postings.frequencies[here].astype(np.float64)
    titled = postings.title_frequencies is not None and postings.title_lengths is not None
    if (titled and weighting.title_weight == 0) or weighting.ranker == "tfidf":
        inside = frequency > 0
        if not inside.all():
            ids, frequency = ids[inside], frequency[inside]
    if weighting.ranker == "tfidf":
        assert query.norms is not None
        if weighting.sublinear:
            frequency = sublinear(frequency)
        return ids, frequency * idf / query.norms[ids] * query.shares[place]
    norm = norm_of(postings.lengths[ids], weighting.b, query.average) if norms is None else norms[ids]
    if not titled or weighting.title_weight == 0:
        return ids, bm25(frequency, norm, idf, weighting)
    assert postings.title_frequencies is not None
    assert postings.title_lengths is not None
    in_title = postings.title_frequencies[here].astype(np.float64)
    title_norm = norm_of(postings.title_lengths[ids], weighting.title_b, query.title_average)
    # Fields are normalised each by its own length and saturate together (Robertson, Zaragoza, Taylor 2004)
    norm[frequency == 0], title_norm[in_title == 0] = 1.0, 1.0  # a wordless field has norm 0 where b is 1
    mixed = frequency / norm + weighting.title_weight * (in_title / title_norm)
    return ids, bm25(mixed, np.ones(1), idf, weighting)


def norms(postings: Postings, count: int, sublinearly: bool) -> Floats:
    """Return the length of each paragraph's TF-IDF vector, float64 (N,), 1 for a wordless one; `count` are not gone."""
    idfs = np.zeros(len(postings.vocabulary))
    held = postings.holding > 0
    idfs[held] = smooth_idf(postings.holding[held], count)
    frequency = postings.frequencies.astype(np.float64)
    if sublinearly:
        frequency = np.where(frequency > 0, sublinear(np.maximum(frequency, 1.0)), 0.0)
    weights = frequency * np.repeat(idfs, np.diff(postings.starts))
    squares = np.bincount(postings.ids, weights * weights, minlength=len(postings))
    lengths: Floats = np.sqrt(squares)
    lengths[lengths == 0] = 1.0
    return lengths


def norm_of(lengths: NDArray[np.int32], b: float, average: float) -> Floats:
    """Return what BM25 divides the frequencies in paragraphs of these lengths by."""
    return 1.0 - b + b * (lengths / average)


_local = threading.local()


def _added(lists: list[tuple[NDArray[np.int32], Floats]], size: int) -> tuple[NDArray[np.int32], Floats]:
    """Return every paragraph of some lists and its sum; a paragraph of several lists is given once, then with 0.

    Only the touched places of a long array are written, read and wiped: the cost follows the lists, not the index.
    """
    totals: Floats | None = getattr(_local, "totals", None)
    if totals is None or len(totals) < size:
        totals = np.zeros(size)
    _local.totals = None  # taken, so that a search that is broken off leaves no sums behind
    for ids, weights in lists:
        totals[ids] += weights
    sums = []
    for ids, _ in lists:
        sums.append(totals[ids])
        totals[ids] = 0.0
    _local.totals = totals
    return np.concatenate([ids for ids, _ in lists]), np.concatenate(sums)
