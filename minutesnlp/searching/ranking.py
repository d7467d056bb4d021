"""The fused ranking: a paragraph is scored in its context.

Own text and item title as two fields (BM25F), what the paragraphs beside it and its meeting say, how much of the query
it covers, and how near its words stand together; agenda text and what every meeting has count for less. Only candidates
are scored: the cost follows the postings of the query, not the size of the archive.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.gathering import around, credit, fill, rows, settle, weigh, wipe
from minutesnlp.indexing.marks import Marks, either
from minutesnlp.indexing.scoring import best as best_of
from minutesnlp.indexing.weighting import Floats, weighting_of
from minutesnlp.records import KINDS, SECTIONS
from minutesnlp.searching.collection import ENOUGH, Collection
from minutesnlp.searching.matching import STRIDE, Found, Ids, places_of
from minutesnlp.searching.wording import Wording

# Up to this many words a query is short.
SHORT = 4

# Among so many of the best, paragraphs that say the same are looked for.
LISTED = 50

# Sums in another order may differ in their last digits.
SURELY = 1 - 1e-9

# Paragraphs of so many sorts are told apart as sets.
SORTS = 256


@dataclass(frozen=True, slots=True)
class Mixture:
    """What each part of a paragraph's context counts for; tuned by benchmarks/ranking.py.

    `title`, `k1` and `b` are BM25F's. `beside` is the share of the score of the paragraphs next to it, `meeting` of the
    best its meeting has to say on each word, `called` what a word counts for, in idfs, by which its meeting is called:
    its council, body, month or year. `coverage` is the power of the share of the query that is held. `near` is what a
    pair of neighbouring words of the query counts for when they stand together, `latent` the likeness to the query by
    what the archive taught of its words, as a share of the best score, `semantic` that by a model. `agenda` and
    `routine` multiply. `short` is the power of a bullet's or heading's length where it has fewer words than `ENOUGH`.
    """

    title: float = 3.0
    k1: float = 2.5
    b: float = 0.72
    beside: float = 0.15
    meeting: float = 0.15
    called: float = 0.5
    coverage: float = 0.5
    near: float = 0.2
    latent: float = 0.5
    semantic: float = 0.8
    agenda: float = 0.4
    routine: float = 0.4
    short: float = 0.4


@dataclass(frozen=True, eq=False)
class Ranking:
    """Candidates in ascending order, and the parts of the score of each, arrays (C,).

    `words`, (F, C), is what each find weighs. The score is (words + beside + meeting) · factor.
    """

    ids: Ids
    score: Floats
    words: Floats
    beside: Floats
    meeting: Floats
    factor: Floats


def rank(
    finds: Sequence[Found],
    candidates: Marks,
    collection: Collection,
    mixture: Mixture,
    *,
    plain: bool = False,
    who: bool = False,
) -> Ranking:
    """Score candidates by the finds; `plain` leaves agenda and routine as they are, `who` attendance."""
    columns = collection.columns
    ids, of_meeting = candidates.ids, columns.meeting
    local = fill(candidates, columns.together)  # what is said elsewhere changes no candidate's score
    best = np.zeros(columns.meetings)
    words = np.empty((len(finds), len(ids)))
    touched: list[NDArray[np.int32]] = []
    with rows(3, len(collection)) as (row, spare, total):
        for place, found in enumerate(finds):
            most = np.zeros(columns.meetings)
            seen = _put(found, local, row, spare, collection, mixture)
            row.take(ids, out=words[place], mode="clip")  # in any other mode numpy makes a copy first
            for each in seen:
                settle(each, row, of_meeting, total, most)
            touched += seen
            best += most
        factors = _factors(mixture, plain, who)
        own, beside, meeting, factor = around(total, ids, columns.follows, of_meeting, best, collection.sorts, factors)
        for each in touched:
            wipe(each, total)
    beside *= mixture.beside
    meeting *= mixture.meeting
    for found in finds:
        if found.called:
            only = (found.called - found.own - found.titled).at(ids)
            meeting += only * (mixture.called * idf_of(found, collection))
    share = coverage(finds, ids, collection)
    # a short query is meant word by word; of a long question no paragraph holds all
    factor *= np.maximum(share, 1e-9) ** (mixture.coverage * min(1.0, SHORT / len(finds)) ** 4)
    score = (own + beside + meeting) * factor
    return Ranking(ids, score, words, beside, meeting, factor)


def lifted(ranking: Ranking, places: Ids, times: float) -> Ranking:
    """Return a ranking in which the candidates at some places count so many times as much."""
    score, factor = ranking.score.copy(), ranking.factor.copy()
    score[places] *= times
    factor[places] *= times
    return replace(ranking, score=score, factor=factor)


def coverage(finds: Sequence[Found], ids: Ids, collection: Collection) -> Floats:
    """Return the share of the query's weight that text, title and neighbours of each paragraph hold, (C,)."""
    idfs = worths(finds, collection)
    covered = np.zeros(len(ids))
    for found, idf in zip(finds, idfs, strict=True):
        for share, marks in found.covered:
            credit(covered, ids, marks, idf * share)
    return covered / max(sum(idfs), 1e-9)


def covering(finds: Sequence[Found], among: Marks, collection: Collection, least: float) -> Marks:
    """Return those that, with title and neighbours, or whose item, hold at least such a share of the query's weight."""
    idfs = worths(finds, collection)
    columns = collection.columns
    items = [fill((found.own | found.titled) & columns.inside, columns.joined) for found in finds]
    beside = [[(idf * share, marks) for share, marks in f.covered] for f, idf in zip(finds, idfs, strict=True)]
    inside = [[(idf, marks)] for idf, marks in zip(idfs, items, strict=True)]
    least *= max(sum(idfs), 1e-9)
    found = _adding_up(beside, among, least)
    return found | _adding_up(inside, among - found, least)


def themselves(finds: Sequence[Found], among: Marks, collection: Collection, least: float) -> Marks:
    """Return those that in their own text or title hold at least such a share of the query's weight."""
    idfs = worths(finds, collection)
    parts = [[(idf, found.own | found.titled)] for idf, found in zip(idfs, finds, strict=True)]
    return _adding_up(parts, among, least * max(sum(idfs), 1e-9) * SURELY)


def _adding_up(parts: Sequence[Sequence[tuple[float, Marks]]], among: Marks, least: float) -> Marks:
    """Return those in which what is added up, of each part one value at most, comes to so much; the largest go first.

    Paragraphs alike are told apart as sets, unless there are so many sorts that it is quicker to add up for each.
    """
    found = [Marks.none(among.size)]
    most = [sum(options[0][0] for options in parts[place:]) for place in range(len(parts) + 1)]

    def add(place: int, total: float, among: Marks) -> None:
        if total >= least:
            found.append(among)
        elif place < len(parts) and total + most[place] >= least * SURELY and among:
            for worth, marks in parts[place]:
                if total + worth + most[place + 1] < least * SURELY:
                    return  # nor is what is worth less enough
                add(place + 1, total + worth, among & marks)
                among -= marks
            add(place + 1, total, among)

    if math.prod(len(options) + 1 for options in parts) <= SORTS:
        add(0, 0.0, among)
        return either(found)
    ids = among.ids
    totals = np.zeros(len(ids))
    for options in parts:
        for worth, marks in options:
            credit(totals, ids, marks, worth)
    return Marks.of(ids[totals >= least], among.size)


def worths(finds: Sequence[Found], collection: Collection) -> list[float]:
    """Return the idf of each part of a query; a part that stands nowhere is worth as much as the rarest that does."""
    idfs = [idf_of(found, collection) if found.anywhere else 0.0 for found in finds]
    rarest = max(idfs, default=0.0) + 1e-6
    return [idf or rarest for idf in idfs]


def idf_of(found: Found, collection: Collection) -> float:
    """Return how rare a part of the query is, natural logarithm: as it was typed, if it stands anywhere so."""
    count = len(collection)
    holding = found.holding if found.typed is None else found.typed
    return float(np.log(1 + (count - holding + 0.5) / (holding + 0.5)))


def _put(
    found: Found,
    local: Marks,
    row: Floats,
    spare: Floats,
    collection: Collection,
    mixture: Mixture,
    share: float = 1.0,
) -> list[NDArray[np.int32]]:
    """Put into `row` what one part of a query weighs in each local paragraph; return the paragraphs, list by list.

    Of words that stand for each other that is the best; of a phrase, the sum of its words, where it stands. `spare` is
    another row of zeros, and left so.
    """
    index = collection.index
    by = weighting_of("bm25", "lucene", mixture.k1, mixture.b, None, mixture.title, False, "paper")
    asked = [index.query([term], by) for term in found.terms]
    if found.terms and len(found.parts) < 2 and not isinstance(found.printed, Wording):
        seen = [weigh(index.postings, each, local, row, share=share) for each in asked]
    else:
        where = (found.own | found.titled) & local
        ids = where.ids
        for each in asked:
            weigh(index.postings, each, where, spare, adding=True)
        weights = spare[ids] if found.terms else np.ones(len(ids))  # stop words asked for exactly weigh alike
        row[ids] = np.maximum(row[ids], share * weights)
        spare[ids] = 0.0
        seen = [ids.astype(np.int32)]
    for _, other, counting in found.others:
        seen += _put(other, local, row, spare, collection, mixture, counting)
    return seen


@lru_cache(maxsize=8)
def _factors(mixture: Mixture, plain: bool, who: bool) -> Floats:
    """Return what each sort of paragraphs, as `Collection.sorts` tells them apart, counts for."""
    every = np.ones((len(SECTIONS), len(KINDS), 2, ENOUGH + 1))
    if plain:
        return every.ravel()
    every[SECTIONS.index("agenda")] = mixture.agenda
    every[:, :, 1] = every[:, KINDS.index("attendance")] = mixture.routine
    if who:  # lists of those present say who holds a post
        every[:, KINDS.index("attendance")] = 1.0
    every *= (np.arange(ENOUGH + 1) / ENOUGH) ** mixture.short
    return every.ravel()


def repeated(ids: Ids, told: Floats, collection: Collection) -> Ids:
    """Return the places of those whose meeting says the same in the same words in one that comes before it."""
    listed, _ = best_of(ids, told, LISTED)
    seen, again = set(), []
    for number, text in zip(listed.tolist(), collection.source.texts(listed.tolist()), strict=True):
        said = (int(collection.columns.meeting[number]), text)
        if said in seen:
            again.append(number)
        seen.add(said)
    return np.searchsorted(ids, np.array(again, np.int64))


def closeness(finds: Sequence[Found], ids: Ids, collection: Collection) -> Floats:
    """Return, for each paragraph (C,), what its pairs of neighbouring query words add by standing near each other.

    The mean idf of a pair, whole when they stand as in the query and halved with every doubling of the distance.
    """
    gained = np.zeros(len(ids))
    order = np.argsort(ids)
    wanted = ids[order]
    standing = lru_cache(
        lambda term: places_of(term, wanted, collection)
    )  # the last of a pair is the first of the next
    for first, second in pairwise(finds):
        if not first.parts or not second.parts:
            continue
        gap = _gap(standing(first.parts[-1][0]), standing(second.parts[0][0]), wanted)
        idf = (idf_of(first, collection) + idf_of(second, collection)) / 2
        gained[order] += idf / np.maximum(gap, 1.0)
    return gained


def likeness(finds: Sequence[Found], ids: Ids, collection: Collection) -> Floats:
    """Return how like each paragraph (C,) is to the query and its other names, 0 to 1, by what the archive taught."""
    if collection.latent is None:
        return np.zeros(len(ids))
    vocabulary = collection.index.postings.vocabulary
    every = (each for found in finds for each in (found, *(other for _, other, _ in found.others)))
    numbers = (vocabulary.find(term) for each in every for term in each.terms)
    return collection.latent.likeness((number for number in numbers if number >= 0), ids)


def _gap(ours: NDArray[np.int64], theirs: NDArray[np.int64], wanted: Ids) -> Floats:
    """Return the least distance of the places of two terms in each paragraph (C,); infinite where either is absent."""
    gaps = np.full(len(wanted), np.inf)
    if len(ours) and len(theirs):
        edged = np.concatenate([[-STRIDE], theirs, [(int(wanted[-1]) + 2) * STRIDE]])  # nobody's neighbours
        behind = ours - edged[np.searchsorted(theirs, ours, "left")]
        ahead = edged[np.searchsorted(theirs, ours, "right") + 1] - ours
        nearest = np.minimum(behind, ahead).astype(np.float64)
        nearest[nearest >= STRIDE // 2] = np.inf  # that stands in another paragraph
        paragraphs = ours // STRIDE
        starts = np.flatnonzero(np.diff(paragraphs, prepend=-1))
        gaps[np.searchsorted(wanted, paragraphs[starts])] = np.minimum.reduceat(nearest, starts)
    return gaps
