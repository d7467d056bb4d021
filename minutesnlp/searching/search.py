"""A search from end to end: a query is read, matched, relaxed where it must be, ranked, and answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from minutesnlp.indexing.gathering import credit, largest
from minutesnlp.indexing.marks import Marks, both, either
from minutesnlp.indexing.scoring import best
from minutesnlp.records import KINDS, Hits
from minutesnlp.records.hits import MATCHES
from minutesnlp.searching.alternatives import with_alternatives
from minutesnlp.searching.answering import Behind, account, begun_above, expanded, hits_of, near_misses
from minutesnlp.searching.collection import Collection
from minutesnlp.searching.columns import Bools
from minutesnlp.searching.confining import confine
from minutesnlp.searching.dating import dated
from minutesnlp.searching.embedding import alike as embedding_likeness
from minutesnlp.searching.embedding import checked
from minutesnlp.searching.facets import Facets
from minutesnlp.searching.figures import only_figures, told_in_sentences
from minutesnlp.searching.filters import select
from minutesnlp.searching.forms import typed_first
from minutesnlp.searching.grammar import All, Filter, Words, leaves, parse
from minutesnlp.searching.holders import holders
from minutesnlp.searching.holdings import among, first_of
from minutesnlp.searching.likeness import telling
from minutesnlp.searching.matching import holds, under_titles
from minutesnlp.searching.offices import as_one
from minutesnlp.searching.persons import people_in
from minutesnlp.searching.questions import plainly
from minutesnlp.searching.ranking import (
    Mixture,
    Ranker,
    closeness,
    covering,
    lifted,
    likeness,
    repeated,
)
from minutesnlp.searching.reading_back import filtered, listed, plural
from minutesnlp.searching.relaxing import (
    RELAXED,
    asked_for,
    by_meeting,
    enough_of,
    first_under,
    partly,
    required,
    said_by,
    share_of,
)
from minutesnlp.searching.settings import check
from minutesnlp.searching.settled import Answer, Settled
from minutesnlp.searching.subheadings import NOBODY, headed
from minutesnlp.searching.timing import timed
from minutesnlp.searching.understanding import Reading, inner_filters, understand

# What holds all of a query together with the paragraphs beside it holds at least this much of its weight itself.
THEMSELVES = 0.5

# The tier of what holds all of a query, but not as it was typed.
WHOLE = 3.0

# Of a query of so many parts at most, those that hold half of it come before those that hold less. Of a longer one
# hardly any does: all that hold enough of it are told by how well they answer.
HALVED = 5

# What a decision counts for where one is asked for, and a vote; and what is said in the body or at the time that a
# question names, and a list of those present where the holder of a post is asked for.
ASKED_FOR = 2.0
NAMED = 4.0

# How many of the best are looked at for words that stand together.
LOOKED_AT = 150

# What a paragraph counts for where another of its meeting comes before it that says the same.
REPEATED = 0.3


ATTENDANCE = KINDS.index("attendance")


def search(
    collection: Collection,
    query: str,
    *,
    k: int | None = 10,
    ranker: str = "fused",
    sort: str = "relevance",
    plain: bool = False,
    expand: bool = True,
    relax: bool = True,
    without: str | Sequence[str] | None = None,
    mixture: Mixture | None = None,
    within: Bools | None = None,
    semantic: str | Path | None = None,
    **filters: Any,
) -> Hits:
    """Return the paragraphs that answer a query, best first.

    `k` None gives every one that `Hits.total` counts: all that hold the whole query. `plain` leaves
    agenda text and routine matters as high as the rest; `expand` False keeps to the words typed; `without` names what
    is not to be expanded to. `relax` False leaves out what holds only part of the query, which else follows behind what
    holds all, as far as `k` goes. `within` confines the search to some paragraphs, bool (N,). `semantic` is the folder
    of an embedding model, whose likeness the best are ranked by too. `filters` are those of `filters.NAMES`.

    Raises
    ------
    ValueError
        For k below 1, for a ranker, an order or a filter there is not, and for a folder that holds no model.
    QueryError
        For a value of a filter that cannot be read. Any string at all is a query.
    """
    check(query, k, ranker, sort, filters)
    parsed = parse(query)
    if ranker == "fused":
        parsed = with_alternatives(timed(plainly(parsed, collection), collection), collection)
    asked = {name: value for name, value in filters.items() if value is not None}
    confines = confine(asked, parsed.filters, within, collection)
    allowed = confines.allowed
    unwanted = {without} if isinstance(without, str) else set(without or ())
    expanding = expand and ranker == "fused"
    reading = understand(parsed, collection, expanding=expanding, unwanted=unwanted)
    model = None if semantic is None or ranker != "fused" else checked(semantic)
    settled = Settled(
        collection, allowed, bool(confines.passing), k, ranker, sort, plain, relax, mixture or Mixture(), query, model
    )
    answer = _answer(reading, settled)
    wider = reading
    if expanding and not answer.whole:  # it may be said in other words
        wider = understand(parsed, collection, expanding=True, unwanted=unwanted, widely=True)
        if len(wider.expansions) > len(reading.expansions):
            answered = _answer(wider, settled)
            if answered.enough or len(answered.ids) > len(answer.ids):
                reading, answer = wider, answered
    ids, scores = answer.ids, answer.scores
    if sort != "relevance":
        ids, scores = dated(ids, scores, answer.part, collection, sort)
    total = len(ids) if answer.total is None else answer.total
    shown = total if k is None else k
    begun = begun_above(reading, answer.answers & allowed)
    notes = (*confines.nobody(), *answer.notes, *begun, *confines.apart(answer.answers, people_in(reading.tree)))
    first = int(ids[0]) if len(ids) else None
    facets = Facets(answer.answers, confines.passing, collection)
    return Hits(
        hits_of(
            reading,
            ids[:shown],
            scores[:shown],
            answer.ranking,
            answer.gained,
            _matches(answer),
            answer.lines,
            collection,
            partial(more_like, collection),
        ),
        query=query,
        read_as=account(reading, parsed.filters, asked, collection, notes, total, answer.behind, first),
        total=total,
        partly=answer.behind.all,
        expansions=expanded(reading, answer.answers & allowed, answer.found or answer.answers & allowed),
        facets=facets,
        counts=facets.of,
        people=lambda place: collection.mentions.of_paragraph(int(ids[place])),
        near=() if total else near_misses(wider, collection, alone=not answer.behind.part),
    )


def _matches(answer: Answer) -> Mapping[int, str]:
    """Return of each paragraph that does not hold all of the query how much it holds, of `MATCHES`."""
    if answer.part is None:
        return {}
    return {number: MATCHES[n] for number, n in zip(answer.ids.tolist(), answer.part.tolist(), strict=True) if n}


def _answer(reading: Reading, settled: Settled) -> Answer:
    """Return the paragraphs that answer a query as it was read."""
    collection, allowed = settled.collection, settled.allowed
    inner = {f: select({f.field: f.values}, collection)[f.field] for f in inner_filters(reading.tree)}
    matched = None if reading.tree is None else holds(reading.tree, collection, reading.finds, inner)
    if reading.silent or matched is None or not reading.wanted:
        answers = Marks.none(len(collection))
        if not (reading.silent and reading.tree is not None) and (settled.filtered or inner):
            answers = Marks.all(len(collection)) if matched is None else matched
        ids = (answers & allowed).ids
        return Answer(ids, np.zeros(len(ids)), answers)
    if settled.ranker == "fused":
        return _fused(reading, matched, inner, settled)
    return _alone(reading, matched, inner, settled)


def more_like(collection: Collection, number: int, k: int | None = 10) -> Hits:
    """Return the paragraphs most like one, best first, without itself; `read_as` says by which words."""
    (text,) = collection.source.texts([number])
    words = telling(collection, text)
    others = np.ones(len(collection), bool)
    others[number] = False
    return search(collection, " OR ".join(f'"{word}"' for word in words), k=k, expand=False, within=others)


def _fused(reading: Reading, matched: Marks, inner: Mapping[Filter, Marks], settled: Settled) -> Answer:
    """Return the hits that hold the whole query, then those that hold part of it, with scores between 0 and 1."""
    collection, allowed, k, sort = settled.collection, settled.allowed, settled.k, settled.sort
    mixture, strictly = settled.mixture, required(reading, collection, inner)
    all_said = both(found.literal | found.meeting if found.meeting else found.literal for found in reading.wanted)
    own = said_by(reading, inner)
    titles = None if reading.tree is None else under_titles(reading.tree, collection, reading.finds)
    whole = matched & own
    under = Marks.none(len(collection)) if titles is None else (matched & titles) - own
    asks = reading.query.asks
    if asks is not None:  # under a title that names the matter, “RESOLVED: that …” says all
        told_by_title = (under & allowed).ids
        such = Marks.of(told_by_title[among(asks, told_by_title, collection)], len(collection))
        whole, under = whole | such, under - such
    tree = reading.tree
    wished = [part for part in getattr(tree, "parts", ()) if isinstance(part, Filter) and part.wished]
    weighed = asked_for(reading)
    several = isinstance(tree, All) and tree.implied and (len(weighed) > 1 or wished)
    relaxable = several or isinstance(tree, Words)
    if relaxable:
        whole = enough_of(weighed, whole, collection, THEMSELVES)
    ranker = Ranker(reading.wanted, collection, mixture, settled.plain, reading.asks_who)
    at_the_time = [select({one.field: one.values}, collection)[one.field] for one in wished]
    holding = holders(reading, both([allowed, *at_the_time]), collection)
    whole, under = whole | holding, under - holding
    if asks == "vote":  # “The motion was carried by six votes to two” stands behind what is voted on
        whole |= first_of(asks, [(matched - (whole | under)) & allowed], ranker)
    columns = collection.columns
    heads = first_under(under, whole, collection)
    if not (whole | heads) & allowed:
        heads = under
    whole, under = whole | heads, under - heads
    notes: tuple[str, ...] = ()
    if relaxable and not whole & allowed:
        named, names = by_meeting(weighed)
        named = both([named, strictly, *at_the_time])
        if named & allowed:
            whole = named
            notes = (f"{listed(names)} {'is' if len(names) == 1 else 'are'} in the name or the date of the meeting.",)
    count, entitled = len(whole & allowed), len(under & allowed)
    part = low = Marks.none(len(collection))
    enough = share_of(weighed)
    if relaxable and settled.relax:
        open_to = strictly - (whole | under)
        part, low = partly(weighed, open_to, allowed, collection, count + entitled)
        known = tuple(found for found in weighed if found.anywhere)
        if not (count or part & allowed) and reading.plain and 0 < len(known) < len(weighed):
            weighed = known
            part, low = partly(known, open_to, allowed, collection, entitled)
            notes += ("That is without the words that stand nowhere.",) * bool(part & allowed)
        if not count:  # what holds so much at another time is less
            at_another = part - both([part, *at_the_time])
            part, low = part - at_another, low | (at_another & allowed)
    lines = NOBODY
    if relaxable:  # a line that only names what stands below it is no answer
        may_be = matched & allowed
        lines = headed((whole, under, part), (may_be, may_be, strictly & allowed), collection)
    before, tiers = whole, [one & allowed for one in (whole, under, part, low)]
    if len(lines.gone):
        whole = lines.instead(whole)
        under = lines.instead(under) - whole
        part = lines.instead(part) - (whole | under)
        low -= whole | under | part
        tiers = [one | (now & allowed) for one, now in zip(tiers, (whole, under, part, low), strict=True)]
        count, entitled = len(whole & allowed), len(under & allowed)
    enough_held = bool(whole | part)
    part &= allowed
    halves = len(weighed) <= HALVED
    if halves and part and (reading.widely or enough < RELAXED):  # words of like meaning are none of the query
        less = part - covering(tuple(found.named for found in weighed), part, collection, RELAXED)
        part, low = part - less, low | less
        tiers[2:] = [tiers[2] - less, tiers[3] | less]
    behind = Behind(entitled, len(part), len(low), halves)
    if standing := len(lines.instead(heads) & allowed):
        stands = "stands" if standing == 1 else "stand"
        title = "number or title" if any(letter.isdigit() for letter in settled.query) else "title"
        notes += (f"{standing:,} of the {plural(count, 'hit')} {stands} for an item whose {title} alone says so.",)
    candidates = either(tiers)
    lifts: list[tuple[float, Marks]] = []
    whose = [reading.query.whose] if reading.query.whose else []
    where = [select({one.field: one.values}, collection)[one.field] for one in whose]
    for one, marks in zip((*whose, *wished), (*where, *at_the_time), strict=True):
        lifts.append((NAMED, marks))
        notes += (f"What is {filtered({one.field: one.values})} counts for more.",)
    if reading.asks_who:
        lifts.append((NAMED, Marks.where(columns.kind == ATTENDANCE)))
    if asks is not None:
        asked = first_of(asks, tiers, ranker)
        lifts.append((ASKED_FOR, asked))
    if only_figures(tree):
        lifts.append((NAMED, told_in_sentences(tree, tiers[:2], ranker)))
    ranker = replace(ranker, lifts=lifts)
    post = as_one(tree, before & allowed, ranker)
    exact, told_of_forms = post or typed_first(tree, before & all_said & allowed, ranker, collection)
    notes += told_of_forms
    if holding:
        exact = holding | post[0] if post else holding
        notes += (f"{plural(len(holding), 'hit')} in such minutes name who had the post: those come first.",)
    if asks is not None:
        first_of_all = asked & tiers[0]
        exact = first_of_all if first_of_all and asks == "vote" else exact | first_of_all
        come = "come first" if asks == "vote" else "count for more"
        notes += (f"It asks for {asks}s: those {come} among hits that hold as much of it.",) * bool(asked)
    few, highest = sort == "relevance" and k is not None and k <= LOOKED_AT, 0.0
    if few:  # of the others no score is needed but the highest
        looked_at, highest = ranker.foremost([exact, *tiers], LOOKED_AT)
        if len(lines.lines):
            looked_at |= lines.below(looked_at) & allowed
        ranking = ranker.rank(looked_at)
    else:
        ranking = ranker.rank(candidates)
    ranking = lines.without(lines.lend(ranking, REPEATED))
    if len(lines.lines):
        exact, candidates = exact | (lines.below(exact) & whole), lines.instead(candidates) & allowed
    highest = max(highest, float(ranking.score.max(initial=0.0)))
    # five tiers: all of it as it was typed, all of it, under a title that says it, half of it (or enough), less
    tier = 1.0 + credit(ranking.ids, [(WHOLE - 1, whole), (1.0, under), (1.0, exact), (-1.0, low)])
    score = ranking.score.copy()
    first = largest(tier + score / max(highest, 1e-9), LOOKED_AT)
    near = mixture.near * closeness(reading.wanted, ranking.ids[first], collection)
    # only what says something of the query in its own text is lifted by what its words are like
    says = either(found.said for found in reading.wanted).at(ranking.ids[first])
    alike = mixture.latent * says * likeness(reading.wanted, ranking.ids[first], collection) * highest
    meant = np.zeros(len(first))
    if settled.model is not None:
        texts = collection.source.texts(ranking.ids[first].tolist())
        meant = mixture.semantic * embedding_likeness(settled.model, settled.query, texts) * highest
        notes += (f"Likeness in meaning, by the model “{settled.model.name}”, counts too.",)
    score[first] += (near + alike + meant) * ranking.factor[first]
    highest = max(highest, float(score.max(initial=0.0))) or 1.0
    again = repeated(ranking.ids[first], tier[first] + score[first] / highest, collection)
    ranking = lifted(ranking, first[again], REPEATED)
    score[first[again]] *= REPEATED
    # among the first all gain something or nothing: none of the others comes before them
    chosen = first if few else slice(None)
    told = (tier[chosen] + score[chosen] / highest) / 5
    order, scores = best(ranking.ids[chosen], told, k if sort == "relevance" else None)
    parts = zip(near.tolist(), alike.tolist(), meant.tolist(), strict=True)
    gained = dict(zip(ranking.ids[first].tolist(), parts, strict=True))
    return Answer(
        order,
        scores,
        whole,
        candidates,
        notes,
        ranking,
        gained,
        total=count,
        whole=bool(whole),
        enough=enough_held,
        part=np.select([one.at(order) for one in (whole, under, part)], [0, 1, 2], 3).astype(np.int8),
        behind=behind,
        lines=lines,
    )


def _alone(reading: Reading, matched: Marks, inner: Mapping[Filter, Marks], settled: Settled) -> Answer:
    """Return the hits as BM25 or TF-IDF alone rank them: of plain words, any; of anything else, what the query says."""
    collection, allowed, ranker = settled.collection, settled.allowed, settled.ranker
    tree = reading.query.tree
    parts = tree.parts if isinstance(tree, All) and tree.implied else (tree,)
    terms = [term for found in reading.wanted for term in found.terms]
    notes: tuple[str, ...] = ()
    if all(isinstance(part, Words) and not part.prefix and not part.title for part in parts):
        terms = [term for leaf in leaves(tree) if isinstance(leaf, Words) for term in collection.index.terms(leaf.text)]
        matched = Marks.all(len(collection))
        notes = ("Any of the words counts.",) if len(terms) > 1 else ()
    ids, scores = collection.index.top(terms, None, ranker=ranker, mask=matched.mask, title_weight=0)
    if tree is not None and not all(found.terms for found in reading.wanted):  # small words weigh nothing
        said = holds(tree, collection, reading.finds, inner, alone=True)
        more = (matched - Marks.of(ids, len(collection))) & (matched if said is None else said)
        ids, scores = np.concatenate([ids, more.ids]), np.concatenate([scores, np.zeros(len(more))])
    kept = allowed.at(ids)
    return Answer(ids[kept], scores[kept], Marks.of(ids, len(collection)), notes=notes)
