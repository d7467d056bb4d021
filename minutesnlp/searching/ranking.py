"""The fused ranking: a paragraph is scored in its context.

Own text and item title as two fields (BM25F), what the paragraphs beside it and its meeting say, how much of the query
it covers, and how near its words stand together; agenda text and what every meeting has count for less. Only candidates
are scored: the cost follows the postings of the query, not the size of the archive.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from minutesnlp.indexing.filtering import Mask
from minutesnlp.indexing.gathering import fill, join, pile
from minutesnlp.indexing.marks import Marks, either
from minutesnlp.indexing.weighting import Floats, Options
from minutesnlp.records import KINDS, SECTIONS
from minutesnlp.searching.collection import Collection
from minutesnlp.searching.matching import STRIDE, Found, Ids, places_of

# A bullet, heading or row of a table with fewer terms than this says little alone.
ENOUGH = 14

# Up to this many words a query is short.
SHORT = 4

# Paragraphs of so many sorts are told apart as sets.
SORTS = 256
FRAGMENTS = [KINDS.index(kind) for kind in ("bullet", "heading", "table")]


@dataclass(frozen=True, slots=True)
class Mixture:
    """What each part of a paragraph's context counts for; tuned by benchmarks/ranking.py.

    `title`, `k1` and `b` are BM25F's. `beside` is the share of the score of the paragraphs next to it, `meeting` of the
    best its meeting has to say on each word. `coverage` is the power of the share of the query that is held. `near` is
    what a pair of neighbouring words of the query counts for when they stand together, `latent` the likeness to the
    query by what the archive taught of its words, as a share of the best score, `semantic` that by a model. `agenda`
    and `routine` multiply. `short` is the power of a bullet's or heading's length where it has fewer words than
    `ENOUGH`.
    """

    title: float = 4.0
    k1: float = 2.5
    b: float = 0.72
    beside: float = 0.2
    meeting: float = 0.15
    coverage: float = 0.5
    near: float = 0.12
    latent: float = 0.5
    semantic: float = 0.8
    agenda: float = 0.4
    routine: float = 0.4
    short: float = 0.4


@dataclass(frozen=True, eq=False)
class Weighed:
    """What one part of a query weighs: paragraphs, ascending, and its weight in each, arrays (W,)."""

    ids: Ids
    weights: Floats

    def at(self, paragraph: int) -> float:
        """Return the weight in one paragraph."""
        place = int(np.searchsorted(self.ids, paragraph))
        there = place < len(self.ids) and self.ids[place] == paragraph
        return float(self.weights[place]) if there else 0.0


@dataclass(frozen=True, eq=False)
class Ranking:
    """Candidates in ascending order, and the parts of the score of each, arrays (C,); `words` is what each find weighs.

    The score is (words + beside + meeting) · factor.
    """

    ids: Ids
    score: Floats
    words: tuple[Weighed, ...]
    beside: Floats
    meeting: Floats
    factor: Floats


def rank(
    finds: Sequence[Found],
    candidates: Ids,
    collection: Collection,
    mixture: Mixture,
    *,
    plain: bool = False,
    who: bool = False,
) -> Ranking:
    """Score candidates (ascending) by the finds; `plain` leaves agenda and routine as they are, `who` attendance."""
    columns = collection.columns
    of_meeting = columns.meeting
    near = np.zeros(columns.meetings, bool)
    near[of_meeting[candidates]] = True
    local = columns.of_meetings(near)  # what is said elsewhere changes no candidate's score
    total = np.zeros(len(collection))
    best = np.zeros(columns.meetings)
    words = []
    for found in finds:
        weighed = _weighed(found, local, collection, mixture)
        words.append(Weighed(*weighed))
        pile(weighed, of_meeting, total, best)
    beside = np.zeros(len(candidates))
    before = columns.follows[candidates]
    beside[before] += total[candidates[before] - 1]
    after = columns.follows[np.minimum(candidates + 1, len(total) - 1)] & (candidates + 1 < len(total))
    beside[after] += total[candidates[after] + 1]
    beside *= mixture.beside
    meeting = best[of_meeting[candidates]] * mixture.meeting
    factor = np.ones(len(candidates)) if plain else _factors(candidates, collection, mixture, who)
    share = coverage(finds, candidates, collection)
    # a short query is meant word by word; of a long question no paragraph holds all
    factor *= np.maximum(share, 1e-9) ** (mixture.coverage * min(1.0, SHORT / len(finds)) ** 4)
    score = (total[candidates] + beside + meeting) * factor
    return Ranking(candidates, score, tuple(words), beside, meeting, factor)


def coverage(finds: Sequence[Found], ids: Ids, collection: Collection) -> Floats:
    """Return the share of the query's weight that text, title and neighbours of each paragraph hold, (C,)."""
    idfs = worths(finds, collection)
    covered = np.zeros(len(ids))
    for found, idf in zip(finds, idfs, strict=True):
        for share, marks in found.covered:
            covered[marks.at(ids)] += idf * share
    return covered / max(sum(idfs), 1e-9)


def covering(finds: Sequence[Found], among: Marks, collection: Collection, least: float) -> Marks:
    """Return those that, with title and neighbours, or whose item, hold at least such a share of the query's weight."""
    idfs = worths(finds, collection)
    columns = collection.columns
    items = [fill((found.own | found.titled) & columns.inside, columns.joined) for found in finds]
    beside = [[(idf * share, marks) for share, marks in f.covered] for f, idf in zip(finds, idfs, strict=True)]
    inside = [[(idf, marks)] for idf, marks in zip(idfs, items, strict=True)]
    least *= max(sum(idfs), 1e-9)
    return either(_adding_up(parts, among, least) for parts in (beside, inside))


def _adding_up(parts: Sequence[Sequence[tuple[float, Marks]]], among: Marks, least: float) -> Marks:
    """Return those in which what is added up, of each part one value at most, comes to so much; the largest go first.

    Paragraphs alike are told apart as sets, unless there are so many sorts that it is quicker to add up for each.
    """
    found = [Marks.none(among.size)]

    def add(place: int, total: float, among: Marks) -> None:
        if total >= least:
            found.append(among)
        elif among and sum((options[0][0] for options in parts[place:]), total) >= least:
            for worth, marks in parts[place]:
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
            totals[marks.at(ids)] += worth
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


def _weighed(found: Found, local: Mask, collection: Collection, mixture: Mixture) -> tuple[Ids, Floats]:
    """Return what one part of the query weighs in each local paragraph: of words that stand for each other, the best.

    Of a phrase, the sum of its words, where it stands.
    """
    options: Options = {"k1": mixture.k1, "b": mixture.b, "title_weight": mixture.title}
    phrase = len(found.parts) > 1
    weighed: tuple[Ids, Floats] | None = None
    for term in found.terms:
        more = collection.index.weights(term, among=local, **options)
        weighed = more if weighed is None else join(weighed, more, adding=phrase)
    if weighed is None:  # stop words asked for exactly
        ids = found.own.ids
        ids = ids[local[ids]]
        weighed = ids, np.ones(len(ids))
    elif phrase:
        there = (found.own | found.titled).at(weighed[0])
        weighed = weighed[0][there], weighed[1][there]
    for _, other, share in found.others:
        ids, weights = _weighed(other, local, collection, mixture)
        weighed = join(weighed, (ids, share * weights), adding=False)
    return weighed


def _factors(ids: Ids, collection: Collection, mixture: Mixture, who: bool) -> Floats:
    columns = collection.columns
    factor = np.ones(len(ids))
    factor[columns.section[ids] == SECTIONS.index("agenda")] = mixture.agenda
    attendance = columns.kind[ids] == KINDS.index("attendance")
    factor[columns.routine[ids] | attendance] = mixture.routine
    if who:  # lists of those present say who holds a post
        factor[attendance] = 1.0
    length = collection.index.postings.lengths[ids] / ENOUGH
    fragment = np.isin(columns.kind[ids], FRAGMENTS) & (length < 1)
    factor[fragment] *= length[fragment] ** mixture.short
    return factor


def closeness(finds: Sequence[Found], ids: Ids, collection: Collection) -> Floats:
    """Return, for each paragraph (C,), what its pairs of neighbouring query words add by standing near each other.

    The mean idf of a pair, whole when they stand as in the query and halved with every doubling of the distance.
    """
    gained = np.zeros(len(ids))
    order = np.argsort(ids)
    wanted = ids[order]
    for first, second in pairwise(finds):
        if not first.parts or not second.parts:
            continue
        gap = _gap(first.parts[-1][0], second.parts[0][0], wanted, collection)
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


def _gap(first: str, second: str, wanted: Ids, collection: Collection) -> Floats:
    """Return the least distance of two terms in each paragraph (C,); infinite where either is absent."""
    gaps = np.full(len(wanted), np.inf)
    ours, theirs = (places_of(term, wanted, collection) for term in (first, second))
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
