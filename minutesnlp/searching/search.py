"""A search from end to end: a query is read, matched, relaxed where it must be, ranked, and answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from minutesnlp.indexing.marks import Marks
from minutesnlp.records import Hits
from minutesnlp.records.hits import MATCHES
from minutesnlp.searching.answering.accounting import account, begun_above, brought, expanded, near_misses
from minutesnlp.searching.answering.answering import hits_of
from minutesnlp.searching.answering.dating import dated
from minutesnlp.searching.answering.facets import Facets
from minutesnlp.searching.asking.grammar import QUOTES, All, Filter, Words, leaves, parse
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.collected.columns import Bools
from minutesnlp.searching.matching.likeness import telling
from minutesnlp.searching.matching.matching import holds
from minutesnlp.searching.ranking.embedding import checked
from minutesnlp.searching.ranking.fused import fused
from minutesnlp.searching.ranking.ranking import Mixture
from minutesnlp.searching.ranking.settled import Answer, Settled
from minutesnlp.searching.settings import check
from minutesnlp.searching.understanding.alternatives import with_alternatives
from minutesnlp.searching.understanding.belonging import of_the_named
from minutesnlp.searching.understanding.confining import confine
from minutesnlp.searching.understanding.filters import select, values_of
from minutesnlp.searching.understanding.holdings import HOLDINGS
from minutesnlp.searching.understanding.persons import people_in
from minutesnlp.searching.understanding.questions import plainly
from minutesnlp.searching.understanding.timing import timed
from minutesnlp.searching.understanding.understanding import Reading, inner_filters, understand

# Of so many hits it is told by what other names they were found.
FIRST = 10


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
    asked = {name: value for name, value in filters.items() if value is not None}
    if ranker == "fused":
        parsed = with_alternatives(timed(plainly(parsed, collection), collection), collection)
        parsed = of_the_named(parsed, asked, collection)
    confines = confine(asked, parsed.filters, within, collection)
    allowed = confines.allowed
    unwanted = {without} if isinstance(without, str) else set(without or ())
    expanding = expand and ranker == "fused"
    reading = understand(parsed, collection, expanding=expanding, unwanted=unwanted)
    model = None if semantic is None or ranker != "fused" else checked(semantic)
    settled = Settled(
        collection,
        allowed,
        bool(confines.passing),
        k,
        ranker,
        sort,
        plain,
        relax,
        mixture or Mixture(),
        query,
        model,
        any(map(_is_of_lines, confines.filters)),
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
    through = answer.answers & allowed
    names = brought(reading, through, answer.found or through, ids[:FIRST])
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
        read_as=account(reading, parsed.filters, asked, collection, notes, total, answer.behind, names, first),
        total=total,
        partly=answer.behind.all,
        expansions=expanded(names),
        names={expansion.name: expansion.words for expansion, _ in reading.expansions if expansion.alike == 1},
        facets=facets,
        counts=facets.of,
        people=lambda place: collection.mentions.of_paragraph(int(ids[place])),
        near=() if total else near_misses(wider, collection, answer.answers, allowed, alone=not answer.behind.part),
    )


def _is_of_lines(one: tuple[str, Any]) -> bool:
    """Tell a field of what a paragraph tells, which may be no more than what became of the words beside it."""
    name, value = one
    return name in ("outcome", "holds") or (
        name == "kind" and any(str(each).strip(QUOTES).lower() in HOLDINGS for each in values_of(name, value))
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
        return fused(reading, matched, inner, settled)
    return _alone(reading, matched, inner, settled)


def more_like(collection: Collection, number: int, k: int | None = 10) -> Hits:
    """Return the paragraphs most like one, best first, without itself; `read_as` says by which words."""
    (text,) = collection.source.texts([number])
    words = telling(collection, text)
    others = np.ones(len(collection), bool)
    others[number] = False
    return search(collection, " OR ".join(f'"{word}"' for word in words), k=k, expand=False, within=others)


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
