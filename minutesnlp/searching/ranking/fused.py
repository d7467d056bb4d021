"""The answer of the fused ranker: tiers of hits, scored in their context, and the best of them looked at once more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from minutesnlp.counting import plural
from minutesnlp.indexing.gathering import credit, largest
from minutesnlp.indexing.marks import Marks, both, either
from minutesnlp.indexing.scoring import best
from minutesnlp.indexing.weighting import Floats
from minutesnlp.records import KINDS
from minutesnlp.searching.asking.cues import asks_a_sum
from minutesnlp.searching.asking.grammar import Filter
from minutesnlp.searching.matching.matching import Ids
from minutesnlp.searching.ranking.embedding import alike as embedding_likeness
from minutesnlp.searching.ranking.figures import only_figures, told_in_sentences
from minutesnlp.searching.ranking.forms import typed_first
from minutesnlp.searching.ranking.holders import newest
from minutesnlp.searching.ranking.linking import OF_MOTIONS
from minutesnlp.searching.ranking.offices import as_one
from minutesnlp.searching.ranking.ranking import Ranker, Ranking, closeness, lifted, likeness, repeated
from minutesnlp.searching.ranking.settled import TIERS, Answer, Settled
from minutesnlp.searching.ranking.tiers import Tiers, first_of, tiers_of, wished_in
from minutesnlp.searching.understanding.filters import select
from minutesnlp.searching.understanding.holdings import SUM
from minutesnlp.searching.understanding.reading_back import filtered
from minutesnlp.searching.understanding.understanding import Reading

# The tier of what holds all of a query, but not as it was typed.
WHOLE = 3.0

# What a decision counts for where one is asked for, and a vote; and what is said in the body or at the time that a
# question names, and a list of those present where the holder of a post is asked for.
ASKED_FOR = 2.0
NAMED = 4.0

# How many of the best are looked at for words that stand together.
LOOKED_AT = 150

# What a paragraph counts for where another of its meeting comes before it that says the same.
REPEATED = 0.3

ATTENDANCE = KINDS.index("attendance")


def fused(reading: Reading, matched: Marks, inner: Mapping[Filter, Marks], settled: Settled) -> Answer:
    """Return the hits that hold the whole query, then those that hold part of it, with scores between 0 and 1."""
    collection, allowed, k = settled.collection, settled.allowed, settled.k
    ranker = Ranker(reading.wanted, collection, settled.mixture, settled.plain, reading.asks_who)
    tiers = tiers_of(reading, matched, inner, ranker, settled)
    asks = reading.query.asks
    asked = Marks.none(len(collection)) if asks is None else first_of(asks, tiers.ranked, ranker)
    lifts, notes = _lifts(reading, tiers, asked, ranker)
    ranker = replace(ranker, lifts=lifts)
    exact, told_of_forms = _as_typed(reading, tiers, allowed, ranker)
    if asks is not None:
        first_of_all = asked & tiers.ranked[0]
        foremost = asks in (*OF_MOTIONS, "vote")
        exact = first_of_all if first_of_all and foremost else exact | first_of_all
        come = "come first" if foremost else "count for more"
        told_of_forms += (f"It asks for {asks}s: those {come} among hits that hold as much of it.",) * bool(asked)
    few = settled.sort == "relevance" and k is not None and k <= LOOKED_AT
    ranking = _scored(tiers, exact, ranker, allowed, few=few)
    exact |= (tiers.lines.below(exact) | tiers.links.telling(exact)) & tiers.whole
    chosen = _chosen(reading, ranking, _tier(ranking.ids, tiers, exact), settled, few=few)
    order, scores = best(chosen.ids, chosen.told / TIERS, k if settled.sort == "relevance" else None)
    return Answer(
        order,
        scores,
        tiers.whole,
        tiers.lines.instead(either(tiers.ranked)) & allowed,
        (*tiers.notes, *notes, *told_of_forms, *chosen.notes),
        chosen.ranking,
        chosen.gained,
        total=len(tiers.whole & allowed),
        whole=bool(tiers.whole),
        enough=tiers.enough,
        part=np.select([one.at(order) for one in (tiers.whole, tiers.under, tiers.part)], [0, 1, 2], 3).astype(np.int8),
        behind=tiers.behind(allowed),
        lines=tiers.lines,
    )


def _lifts(
    reading: Reading, tiers: Tiers, asked: Marks, ranker: Ranker
) -> tuple[list[tuple[float, Marks]], tuple[str, ...]]:
    """Return the sets of which each counts so many times as much, and what to say of it."""
    collection, whose = ranker.collection, reading.query.whose
    named = [(whose, select({whose.field: whose.values}, collection)[whose.field])] if whose else []
    named += wished_in(reading.tree, collection)
    lifts = [(NAMED, marks) for _, marks in named]
    if reading.asks_who:
        lifts.append((NAMED, Marks.where(collection.columns.kind == ATTENDANCE)))
    if tiers.holders:
        lifts.append((NAMED, newest(tiers.holders, collection)))
    if reading.query.asks is not None:
        lifts.append((ASKED_FOR, asked))
    if only_figures(reading.tree):
        lifts.append((NAMED, told_in_sentences(reading.tree, tiers.ranked[:2], ranker)))
    notes = [f"What is {filtered({one.field: one.values})} counts for more." for one, _ in named]
    if asks_a_sum(reading.query.text) and (sums := first_of(SUM, tiers.ranked, ranker)):
        lifts.append((ASKED_FOR, sums))
        notes.append("It asks for a sum: what tells one counts for more.")
    return lifts, tuple(notes)


def _as_typed(reading: Reading, tiers: Tiers, allowed: Marks, ranker: Ranker) -> tuple[Marks, tuple[str, ...]]:
    """Return those of the hits that come first, and what to say of it.

    They hold the query as it was typed, or the post it asks for as one, or name who had it.
    """
    hits = tiers.themselves & allowed
    said = both(found.literal | found.meeting if found.meeting else found.literal for found in reading.wanted)
    post = as_one(reading.tree, hits, ranker)
    exact, notes = post or typed_first(reading.tree, hits & said, ranker, ranker.collection)
    if tiers.holders:
        exact = tiers.holders | post[0] if post else tiers.holders
        count = len(tiers.holders)
        name, first = ("names", "it comes") if count == 1 else ("name", "those come")
        last = ", the last meeting’s above all" * (count > 1)
        notes += (f"{plural(count, 'hit')} in such minutes {name} who had the post: {first} first{last}.",)
    return exact, notes


def _scored(tiers: Tiers, exact: Marks, ranker: Ranker, allowed: Marks, *, few: bool) -> Ranking:
    """Return the hits with their scores: where `few` are asked for, only those that may be shown."""
    lines = tiers.lines
    if few:
        looked_at = ranker.foremost([exact, *tiers.ranked], LOOKED_AT)
        if len(lines.lines):
            looked_at |= lines.below(looked_at) & allowed
        looked_at |= tiers.links.telling(looked_at)
        ranking = ranker.rank(looked_at)
    else:
        ranking = ranker.rank(either(tiers.ranked))
    return tiers.links.lend(lines.without(lines.lend(ranking, REPEATED)))


def _tier(ids: Ids, tiers: Tiers, exact: Marks) -> Floats:
    """Return the tiers of hits, (C,): all of it as it was typed, all of it, under a title that says it, half, less."""
    steps = [(WHOLE - 1, tiers.whole), (1.0, tiers.under), (1.0, exact), (-1.0, tiers.low)]
    return 1.0 + credit(ids, steps)


@dataclass(frozen=True, eq=False)
class _Chosen:
    """Hits, (C,), with what each has, its tier and a score below 1, and what each of the best has gained."""

    ids: Ids
    told: Floats
    ranking: Ranking
    gained: Mapping[int, tuple[float, float, float]]
    notes: tuple[str, ...]


def _chosen(reading: Reading, ranking: Ranking, tier: Floats, settled: Settled, *, few: bool) -> _Chosen:
    """Look at the best once more, for words that stand together, for likeness, and for what is said again."""
    collection, mixture = settled.collection, settled.mixture
    notes: tuple[str, ...] = ()
    score = ranking.score.copy()
    first = largest(tier + score / max(float(score.max(initial=0.0)), 1e-9), LOOKED_AT)
    highest = float(score[first].max(initial=0.0))
    near = mixture.near * closeness(reading.wanted, ranking.ids[first], collection)
    # only what says something of the query in its own text is lifted by what its words are like
    says = either(found.said for found in reading.wanted).at(ranking.ids[first])
    alike = mixture.latent * says * likeness(reading.wanted, ranking.ids[first], collection) * highest
    meant = np.zeros(len(first))
    if settled.model is not None:
        texts = collection.source.texts(ranking.ids[first].tolist())
        meant = mixture.semantic * embedding_likeness(settled.model, settled.query, texts) * highest
        notes = (f"Likeness in meaning, by the model “{settled.model.name}”, counts too.",)
    score[first] += (near + alike + meant) * ranking.factor[first]
    highest = float(score[first].max(initial=0.0)) or 1.0
    again = repeated(ranking.ids[first], tier[first] + score[first] / highest, collection)
    ranking = lifted(ranking, first[again], REPEATED)
    score[first[again]] *= REPEATED
    # among the first all gain something or nothing: none of the others comes before them
    kept = first if few else slice(None)
    told = tier + score / (float(score.max(initial=0.0)) or 1.0)
    told[first] = tier[first] + score[first] / highest
    parts = zip(near.tolist(), alike.tolist(), meant.tolist(), strict=True)
    gained = dict(zip(ranking.ids[first].tolist(), parts, strict=True))
    return _Chosen(ranking.ids[kept], told[kept], ranking, gained, notes)
