"""The fused ranking: a paragraph is scored in its context.

Own text and item title as two fields (BM25F), what the paragraphs beside it and its meeting say, how much of the query
it covers, and how near its words stand together; agenda text and what every meeting has count for less. Only candidates
are scored: the cost follows the postings of the query, not the size of the archive.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.gathering import MOST_SHARES, Blend, Source, context, credit, fill, foremost, weights
from minutesnlp.indexing.marks import Marks, either
from minutesnlp.indexing.scoring import best as best_of
from minutesnlp.indexing.weighting import Floats, weighting_of
from minutesnlp.records import KINDS, SECTIONS
from minutesnlp.searching.collected.collection import ENOUGH, Collection
from minutesnlp.searching.matching.matching import STRIDE, Found, Ids
from minutesnlp.searching.wording.wording import Wording

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


@dataclass(frozen=True, eq=False)
class Ranker:
    """Scores candidates by the finds of a query; `plain` leaves agenda and routine as they are, `who` attendance.

    What the sets of `lifts` hold counts so many times as much.
    """

    finds: Sequence[Found]
    collection: Collection
    mixture: Mixture
    plain: bool = False
    who: bool = False
    lifts: Sequence[tuple[float, Marks]] = ()

    def rank(self, candidates: Marks) -> Ranking:
        """Score some candidates."""
        ids, collection = candidates.ids, self.collection
        words, around = context(
            collection.index.postings, self._sources, len(self.finds), ids, collection.standing, self._factors
        )
        own, beside, meeting, factor = around
        beside *= self.mixture.beside
        meeting *= self.mixture.meeting
        for worth, only in self._called:
            meeting += only.at(ids) * worth
        factor *= self._weakened(coverage(self.finds, ids, collection))
        ranking = Ranking(ids, (own + beside + meeting) * factor, words, beside, meeting, factor)
        for times, marks in self.lifts:
            ranking = lifted(ranking, np.flatnonzero(marks.at(ids)), times)
        return ranking

    def foremost(self, tiers: Sequence[Marks], k: int) -> Marks:
        """Return the k best candidates, of the first tiers first; a candidate's tier is the first that it is in."""
        collection, parts = self.collection, len(self.finds)
        tiers = _enough(tiers, k)
        covered, shares = self._shares()
        beside, meeting = self.mixture.beside, self.mixture.meeting
        blend = Blend(beside, meeting, self._called, covered, shares, self.lifts)
        told = (self._sources, parts, tiers, k, blend, collection.standing, self._factors)
        found = foremost(collection.index.postings, *told)
        if found is not None:
            return Marks.of(found, len(collection))
        ranking = self.rank(either(tiers))
        places = np.select([tier.at(ranking.ids) for tier in tiers], np.arange(len(tiers)))
        order = np.lexsort((ranking.ids, -ranking.score, places))[:k]
        return Marks.of(ranking.ids[order], len(collection))

    @cached_property
    def _sources(self) -> list[Source]:
        return [
            each
            for place, found in enumerate(self.finds)
            for each in _sources(found, place, self.collection, self.mixture)
        ]

    @property
    def _factors(self) -> Floats:
        return _factors(self.mixture, self.plain, self.who)

    @cached_property
    def _called(self) -> list[tuple[float, Marks]]:
        """What each word counts for by which a meeting is called, and where it is not said."""
        called = self.mixture.called
        return [(called * idf_of(f, self.collection), f.called - f.own - f.titled) for f in self.finds if f.called]

    def _shares(self) -> tuple[list[tuple[float, Marks]], Floats]:
        """Return the paragraphs that have each part beside them, and what each combination of parts counts for.

        A paragraph has its combination at the sum of the steps that the sets are given with: of one part it is in one
        set at most.
        """
        steps: list[tuple[float, Marks]] = []
        shares = np.zeros(1)
        for idf, found in zip(worths(self.finds, self.collection), self.finds, strict=True):
            if len(shares) > MOST_SHARES:
                break
            steps += [(float(at * len(shares)), marks) for at, (_, marks) in enumerate(found.covered, 1)]
            shares = np.concatenate([shares, *(shares + idf * share for share, _ in found.covered)])
        return steps, self._weakened(shares / _whole(self.finds, self.collection))

    def _weakened(self, shares: Floats) -> Floats:
        """Return what so large a share of the query counts for: of a long question no paragraph holds all."""
        power = self.mixture.coverage * min(1.0, SHORT / len(self.finds))
        weakened: Floats = np.maximum(shares, 1e-9) ** power
        return weakened


def _enough(tiers: Sequence[Marks], k: int) -> Sequence[Marks]:
    """Return the first tiers, as many as hold k paragraphs together: none of the others is among the k best."""
    held = Marks.none(tiers[0].size)
    for place, tier in enumerate(tiers, 1):
        held |= tier
        if len(held) >= k:
            return tiers[:place]
    return tiers


def lifted(ranking: Ranking, places: Ids, times: float) -> Ranking:
    """Return a ranking in which the candidates at some places count so many times as much."""
    score, factor = ranking.score.copy(), ranking.factor.copy()
    score[places] *= times
    factor[places] *= times
    return replace(ranking, score=score, factor=factor)


def coverage(finds: Sequence[Found], ids: Ids, collection: Collection) -> Floats:
    """Return the share of the query's weight that text, title and neighbours of each paragraph hold, (C,)."""
    return credit(ids, _covered(finds, collection)) / _whole(finds, collection)


def _covered(finds: Sequence[Found], collection: Collection) -> list[tuple[float, Marks]]:
    """Return the paragraphs that have each part of a query beside them, with what it is worth there."""
    idfs = worths(finds, collection)
    return [(idf * share, marks) for f, idf in zip(finds, idfs, strict=True) for share, marks in f.covered]


def _whole(finds: Sequence[Found], collection: Collection) -> float:
    """Return what all of a query is worth."""
    return max(sum(worths(finds, collection)), 1e-9)


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

    They are those in all sets of one of the ways in which just enough comes together, unless there are so many ways
    that it is quicker to add up for each.
    """
    if math.prod(len(options) + 1 for options in parts) > SORTS:
        ids = among.ids
        return Marks.of(ids[credit(ids, [each for options in parts for each in options]) >= least], among.size)
    found = Marks.none(among.size)
    for way in _ways(tuple([tuple([worth for worth, _ in options]) for options in parts]), least):
        held = among
        for place, option in way:
            held &= either(marks for _, marks in parts[place][: option + 1])
        found |= held
    return found


@lru_cache(maxsize=256)
def _ways(worths: tuple[tuple[float, ...], ...], least: float) -> list[tuple[tuple[int, int], ...]]:
    """Return the ways in which just enough is added up of values, one a part at most: places of parts and values."""
    most = [sum(values[0] for values in worths[place:]) for place in range(len(worths) + 1)]
    found: list[tuple[tuple[int, int], ...]] = []

    def add(place: int, total: float, taken: tuple[tuple[int, int], ...]) -> None:
        if total >= least:
            found.append(taken)
        elif place < len(worths) and total + most[place] >= least * SURELY:
            for option, worth in enumerate(worths[place]):
                if total + worth + most[place + 1] < least * SURELY:
                    return  # nor is what is worth less enough
                add(place + 1, total + worth, (*taken, (place, option)))
            add(place + 1, total, taken)

    add(0, 0.0, ())
    # what is enough without one of its values, or with the next smaller one, is told by that way
    return [way for way in found if not any(_total(worths, less) >= least for less in _lessened(way, worths))]


def _lessened(
    way: tuple[tuple[int, int], ...], worths: Sequence[Sequence[float]]
) -> Iterator[tuple[tuple[int, int], ...]]:
    for at, (place, option) in enumerate(way):
        smaller = ((place, option + 1),) if option + 1 < len(worths[place]) else ()
        yield (*way[:at], *smaller, *way[at + 1 :])


def _total(worths: Sequence[Sequence[float]], way: tuple[tuple[int, int], ...]) -> float:
    return sum(worths[place][option] for place, option in way)


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


def _sources(found: Found, part: int, collection: Collection, mixture: Mixture, share: float = 1.0) -> Iterator[Source]:
    """Yield what one part of a query weighs where, list by list, of which the largest counts.

    Of words that stand for each other that is the best; of a phrase, the sum of its words, where it stands.
    """
    index = collection.index
    by = weighting_of("bm25", "lucene", mixture.k1, mixture.b, None, mixture.title, False, "paper")
    if found.terms and len(found.parts) < 2 and not isinstance(found.printed, Wording):
        yield from (Source(part, share, index.query([term], by)) for term in found.terms)
    else:
        ids = (found.own | found.titled).ids
        # stop words asked for exactly weigh alike
        worth = weights(index.postings, index.query(found.terms, by), ids) if found.terms else np.ones(len(ids))
        yield Source(part, share, (ids.astype(np.int32), worth))
    for _, other, counting in found.others:
        yield from _sources(other, part, collection, mixture, counting)


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
    lengths, meetings = collection.index.postings.lengths[listed], collection.columns.meeting[listed]
    alike: dict[tuple[int, int], list[int]] = {}  # what says the same has as many words
    for number, *key in zip(listed.tolist(), meetings.tolist(), lengths.tolist(), strict=True):
        alike.setdefault((key[0], key[1]), []).append(number)
    groups = [numbers for numbers in alike.values() if len(numbers) > 1]
    every = [number for numbers in groups for number in numbers]
    texts = dict(zip(every, collection.source.texts(every), strict=True))
    again = []
    for numbers in groups:
        seen: set[str] = set()
        for number in numbers:
            if texts[number] in seen:
                again.append(number)
            seen.add(texts[number])
    return np.searchsorted(ids, np.array(again, np.int64))


def closeness(finds: Sequence[Found], ids: Ids, collection: Collection) -> Floats:
    """Return, for each paragraph (C,), what its pairs of neighbouring query words add by standing near each other.

    The mean idf of a pair, whole when they stand as in the query and halved with every doubling of the distance.
    """
    gained = np.zeros(len(ids))
    order = np.argsort(ids)
    wanted = ids[order]
    standing = lru_cache(
        lambda term: collection.index.places(term, wanted, STRIDE)
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
