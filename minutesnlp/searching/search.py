"""A search from end to end: a query is read, matched, relaxed where it must be, ranked, and its hits are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from minutesnlp.indexing.scoring import best
from minutesnlp.indexing.weighting import Floats
from minutesnlp.records import Hit, Hits
from minutesnlp.searching.collection import Bools, Collection
from minutesnlp.searching.filters import NAMES, select, undated
from minutesnlp.searching.grammar import All, Filter, Leaf, Near, Node, Not, Phrase, Query, Words, leaves, parse
from minutesnlp.searching.matching import Found, Ids, holds, look_up
from minutesnlp.searching.ranking import SHORT, Mixture, closeness, idf_of, rank
from minutesnlp.searching.reading_back import BESIDE, filtered, listed, plural, said
from minutesnlp.searching.snippets import mark, snippet
from minutesnlp.text.analysis import Analyser, fold, words_of

RANKERS = ("fused", "bm25", "tfidf")
SORTS = ("relevance", "date", "newest")

# Hits that hold only part of a query hold at least this much of its weight; of long questions, less.
RELAXED = 0.5

# In a query of more parts than this a phrase in quotation marks is emphasis, and no condition.
PROSE = 6

# How many of the best are looked at for words that stand together.
LOOKED_AT = 150


@dataclass(frozen=True, eq=False)
class _Reading:
    """A query with what the index knows of it.

    `finds` are in the order of the query, `notes` what to tell the user; `selected` tells that there are filters.
    """

    query: Query
    tree: Node | None
    finds: Mapping[Leaf | Near, Found | None]
    wanted: tuple[Found, ...]
    notes: tuple[str, ...]
    selected: bool = False


def search(
    collection: Collection,
    query: str,
    *,
    k: int | None = 10,
    ranker: str = "fused",
    sort: str = "relevance",
    plain: bool = False,
    mixture: Mixture | None = None,
    **filters: Any,
) -> Hits:
    """Return the paragraphs that answer a query, best first.

    `k` None gives every one. `plain` leaves agenda text and routine matters as high as the rest. `filters` are those
    of `filters.NAMES`.

    Raises
    ------
    ValueError
        For k below 1 and for a ranker, an order or a filter there is not.
    QueryError
        For a value of a filter that cannot be read. Any string at all is a query.
    """
    _check(query, k, ranker, sort, filters)
    parsed = parse(query)
    asked = {name: value for name, value in filters.items() if value is not None}
    masks = select(asked, collection)
    typed = [select({f.field: f.value}, collection)[f.field] for f in parsed.filters]
    allowed: Bools = np.logical_and.reduce([np.ones(len(collection), bool), *masks.values(), *typed])
    reading = replace(_read(parsed, collection), selected=bool(asked or typed or _inner_filters(parsed.tree)))
    if ranker == "fused":
        ids, scores, total, notes = _fused(reading, allowed, collection, k, sort, plain, mixture or Mixture())
    else:
        ids, scores, total, notes = _alone(reading, allowed, collection, ranker)
    if sort != "relevance":
        ids, scores = _dated(ids, scores, collection, sort)
    ids, scores = ids[:k], scores[:k]
    told = _told(reading, parsed.filters, asked, collection, notes, total)
    return Hits(_hits(reading, ids, scores, collection), query=query, read_as=told, total=total)


def _check(query: object, k: object, ranker: str, sort: str, filters: Mapping[str, Any]) -> None:
    if not isinstance(query, str):
        raise TypeError(f"the query is a {type(query).__name__}; it must be a string")
    if k is not None and (not isinstance(k, int) or isinstance(k, bool) or k < 1):
        raise ValueError(f"k is {k!r}; ask for at least one hit, or for all with k=None")
    for name, value, allowed in (("ranker", ranker, RANKERS), ("sort", sort, SORTS)):
        if value not in allowed:
            raise ValueError(f"{name} is {value!r}; it must be one of {', '.join(allowed)}")
    for name in filters:
        if name not in NAMES:
            raise ValueError(f"there is no filter {name!r}; there are {', '.join(NAMES)}")


def _read(query: Query, collection: Collection) -> _Reading:
    """Look up what a query names, and leave out what says nothing."""
    tree, questioning = _without_question(query)
    notes = [f"Left out as words of a question: {listed(questioning)}."] if questioning else []
    finds = {leaf: look_up(leaf, collection) for leaf in _all_leaves(tree)}
    silent = [leaf.text for leaf, found in finds.items() if found is None and isinstance(leaf, (Words, Phrase))]
    spoken = [text for text in silent if any(letter.isalnum() for letter in text)]
    if spoken:
        notes.append(f"Left out as too common to search for: {listed(spoken)}.")
    wanted = [found for leaf in leaves(tree) if (found := finds[leaf]) is not None]
    absent = [found.text for found in wanted if not found.anywhere]
    if absent:
        notes.append(f"{listed(absent)} {'stands' if len(absent) == 1 else 'stand'} in no paragraph and no title.")
    return _Reading(query, tree, finds, tuple(wanted), tuple(notes))


def _all_leaves(tree: Node | None) -> list[Leaf | Near]:
    return list(dict.fromkeys([*leaves(tree), *leaves(tree, wanted=False)]))


def _without_question(query: Query) -> tuple[Node | None, list[str]]:
    """Return the tree without words that only ask, where other words remain, and those words."""
    tree = query.tree
    if not isinstance(tree, All) or not tree.implied:
        return tree, []
    asking = words_of("question-words.txt")
    only = [part for part in tree.parts if isinstance(part, Words) and not part.prefix and _bare(part.text) in asking]
    rest = tuple(part for part in tree.parts if part not in only)
    if not only or not _says_something(rest):
        return tree, []
    return (rest[0] if len(rest) == 1 else All(rest, implied=True)), [part.text for part in only]


def _says_something(parts: Sequence[Node]) -> bool:
    stopped = words_of("stop-words.txt")
    return any(not isinstance(part, Words) or (_bare(part.text) and _bare(part.text) not in stopped) for part in parts)


def _bare(text: str) -> str:
    return "".join(letter for letter in fold(text)[0] if letter.isalnum())


def _fused(
    reading: _Reading, allowed: Bools, collection: Collection, k: int | None, sort: str, plain: bool, mixture: Mixture
) -> tuple[Ids, Floats, int, list[str]]:
    """Return the hits that hold the whole query, then those that hold part of it, with scores between 0 and 1."""
    matched = (
        None if reading.tree is None else holds(reading.tree, collection, reading.finds, _filtered(reading, collection))
    )
    if matched is None or not reading.wanted:
        ids = _browsed(reading, allowed if matched is None else allowed & matched)
        return ids, np.zeros(len(ids)), len(ids), []
    ranking = rank(reading.wanted, allowed, collection, mixture, plain=plain)
    whole = matched[ranking.ids] & _worth_showing(reading, ranking.ids)
    part = np.zeros(len(whole), bool)
    notes = []
    count = int(whole.sum())
    relaxable = isinstance(reading.tree, All) and reading.tree.implied and sum(map(bool, reading.wanted)) > 1
    if relaxable and count < (k or 1) and (sort == "relevance" or not count):
        enough = RELAXED * min(1.0, SHORT / len(reading.wanted)) ** 1.25
        part = ~whole & (ranking.covered >= enough) & _required(reading, collection)[ranking.ids]
        part &= _spoken_of(reading, ranking.ids)
        if part.any():
            lacking = "No paragraph has" if not count else f"Only {plural(count, 'paragraph')} {_have(count)}"
            which = "others follow that" if count else "these"
            notes.append(f"{lacking} all of it; {which} hold at least {_share(enough)} of its weight.")
    score = ranking.score.copy()
    chosen = np.flatnonzero(whole | part)
    first = chosen[np.argsort(-score[chosen], kind="stable")][:LOOKED_AT]
    score[first] += mixture.near * closeness(reading.wanted, ranking.ids[first], collection) * ranking.factor[first]
    largest = float(score[chosen].max(initial=0.0)) or 1.0
    told = np.where(whole, 0.5 + 0.5 * score / largest, 0.5 * score / largest)
    ids, scores = best(ranking.ids[chosen], told[chosen], None)
    return ids, scores, len(ids), notes


def _share(share: float) -> str:
    return "half" if share == RELAXED else f"{share:.0%}"


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def _worth_showing(reading: _Reading, ids: Ids) -> Bools:
    """Return which paragraphs themselves hold something that is sought, or stand under a title that holds all of it."""
    own = np.logical_or.reduce([found.own[ids] for found in reading.wanted])
    titled = np.logical_and.reduce([found.titled[ids] for found in reading.wanted])
    return np.asarray(own | titled)


def _spoken_of(reading: _Reading, ids: Ids) -> Bools:
    return np.asarray(np.logical_or.reduce([found.own[ids] for found in reading.wanted]))


def _required(reading: _Reading, collection: Collection) -> Bools:
    """Return where all that may not be relaxed holds: all but plain words, and but phrases in a long one."""
    assert isinstance(reading.tree, All)
    loose = (Words, Phrase) if len(reading.tree.parts) > PROSE else (Words,)
    strict = tuple(part for part in reading.tree.parts if not isinstance(part, loose) or _insists(part))
    held = holds(All(strict), collection, reading.finds, _filtered(reading, collection)) if strict else None
    return np.ones(len(collection), bool) if held is None else held


def _insists(part: Node) -> bool:
    return isinstance(part, (Words, Phrase)) and (part.title or (isinstance(part, Phrase) and part.exact))


def _filtered(reading: _Reading, collection: Collection) -> dict[Filter, Bools]:
    """Return the masks of filters that stand inside the tree (-body:planning)."""
    return {f: select({f.field: f.value}, collection)[f.field] for f in _inner_filters(reading.tree)}


def _inner_filters(node: Node | None) -> list[Filter]:
    if isinstance(node, Filter):
        return [node]
    if isinstance(node, Not):
        return _inner_filters(node.part)
    return [f for part in getattr(node, "parts", ()) for f in _inner_filters(part)]


def _browsed(reading: _Reading, allowed: Bools) -> Ids:
    """Return what filters alone select; nothing when nothing was asked, or only what says nothing."""
    silent = reading.tree is not None and not any(found is not None for found in reading.finds.values())
    if not reading.selected or (silent and not _inner_filters(reading.tree)):
        return np.zeros(0, np.int64)
    return np.flatnonzero(allowed).astype(np.int64)


def _alone(
    reading: _Reading, allowed: Bools, collection: Collection, ranker: str
) -> tuple[Ids, Floats, int, list[str]]:
    """Return the hits as BM25 or TF-IDF alone rank them: of plain words, any; of anything else, what the query says."""
    tree = reading.tree
    words = isinstance(tree, Words) or (
        isinstance(tree, All) and tree.implied and all(isinstance(part, Words) for part in tree.parts)
    )
    if words and not any(leaf.prefix or leaf.title for leaf in leaves(tree) if isinstance(leaf, Words)):
        terms = collection.index.terms(reading.query.text) if not reading.query.filters else _terms(reading)
        note = ["Any of the words counts."] if len(terms) > 1 else []
    else:
        matched = None if tree is None else holds(tree, collection, reading.finds, _filtered(reading, collection))
        if matched is None:
            ids = _browsed(reading, allowed)
            return ids, np.zeros(len(ids)), len(ids), []
        allowed, terms, note = allowed & matched, _terms(reading), []
    ids, scores = collection.index.top(terms, None, ranker=ranker, mask=allowed, title_weight=0)
    return ids, scores, len(ids), note


def _terms(reading: _Reading) -> list[str]:
    return [term for found in reading.wanted for term, share in found.terms if share == 1.0]


def _dated(ids: Ids, scores: Floats, collection: Collection, sort: str) -> tuple[Ids, Floats]:
    """Return hits in the order of their meetings' dates, those without a date last; of one day, the best first."""
    days = np.array([_day(meeting) for meeting in collection.meetings], np.int64)[collection.columns.meeting[ids]]
    known = days > 0
    order = np.lexsort((ids, -scores, np.where(known, days if sort == "date" else -days, 0), ~known))
    return ids[order], scores[order]


def _day(meeting: Any) -> int:
    day = meeting.date or meeting.date_from or meeting.date_to
    return day.toordinal() if day else 0


def _told(
    reading: _Reading,
    typed: Sequence[Filter],
    asked: Mapping[str, Any],
    collection: Collection,
    notes: Sequence[str],
    total: int,
) -> str:
    """Return in English how a query was read and what came of it."""
    tree = reading.tree
    known = said(_heard(tree, reading))
    where = ", ".join(part for part in (*(filtered({f.field: f.value}) for f in typed), filtered(asked)) if part)
    several = isinstance(tree, All) and len(reading.wanted) > 1
    if not known and not where:
        told = "Nothing to search for"
        return f"{told}: {' '.join(reading.notes)}" if reading.notes else f"{told}: the query has no words."
    sentence = " ".join(part for part in ("Paragraphs", f"with {known}" if known else "", where) if part)
    if several and not any(note.startswith("Any of") for note in notes):
        sentence += f" ({BESIDE})"
    dated = [
        name for name in ("since", "until", "before", "year") if name in asked or any(f.field == name for f in typed)
    ]
    missing = undated(collection) if dated else 0
    extra = (
        [f"{plural(missing, 'meeting')} without a date {'is' if missing == 1 else 'are'} left out."] if missing else []
    )
    return " ".join([f"{sentence}: {plural(total, 'hit') if total else 'none'}.", *notes, *reading.notes, *extra])


def _heard(node: Node | None, reading: _Reading) -> Node | None:
    """Return a tree without the words that say nothing."""
    if isinstance(node, (Words, Phrase, Near)):
        return node if reading.finds.get(node) is not None else None
    if isinstance(node, Not):
        inner = _heard(node.part, reading)
        return None if inner is None else Not(inner)
    if node is None or isinstance(node, Filter):
        return node
    parts = tuple(part for part in (_heard(part, reading) for part in node.parts) if part is not None)
    return None if not parts else parts[0] if len(parts) == 1 else replace(node, parts=parts)


def _hits(reading: _Reading, ids: Ids, scores: Floats, collection: Collection) -> list[Hit]:
    """Make the hits of paragraphs, in their order."""
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    terms = _terms(reading)
    order = np.argsort(ids)
    bm25, tfidf = np.zeros(len(ids)), np.zeros(len(ids))
    bm25[order] = collection.index.scores_of(terms, ids[order], title_weight=0)
    tfidf[order] = collection.index.scores_of(terms, ids[order], ranker="tfidf")
    single = {term for found in reading.wanted if len(found.parts) < 2 for term, _ in found.terms}
    phrases = [found.parts for found in reading.wanted if len(found.parts) > 1]
    worth = {term: idf_of(found, collection) for found in reading.wanted for term, _ in found.terms}
    made = []
    for rank_, (number, score) in enumerate(zip(ids.tolist(), scores.tolist(), strict=True), 1):
        paragraph, item, meeting = collection.source.found(number)
        spans, tokens = mark(paragraph.text, analyser, single, phrases)
        shown, start = snippet(paragraph.text, tokens, worth)
        held = tuple(found.text for found in reading.wanted if found.own[number] or found.titled[number])
        made.append(
            Hit(
                rank=rank_,
                score=score,
                bm25=float(bm25[rank_ - 1]),
                tfidf=float(tfidf[rank_ - 1]),
                terms=held,
                spans=spans,
                snippet=shown,
                snippet_start=start,
                paragraph=paragraph,
                item=item,
                meeting=meeting,
            )
        )
    return made
