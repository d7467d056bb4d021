"""The account of a search: how it was read, what came of it, what was looked for besides, and near misses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, NamedTuple

from minutesnlp.counting import plural
from minutesnlp.indexing.marks import Marks, both
from minutesnlp.searching.asking.grammar import All, Either, Filter, Leaf, Near, Not, Phrase, Words
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import Ids
from minutesnlp.searching.ranking.forms import loosely
from minutesnlp.searching.ranking.ranking import SHORT
from minutesnlp.searching.ranking.settled import Behind
from minutesnlp.searching.understanding.filters import undated
from minutesnlp.searching.understanding.reading_back import BESIDE, filtered, listed, said
from minutesnlp.searching.understanding.understanding import Reading
from minutesnlp.searching.wording.expansion import KINDRED, Expansion
from minutesnlp.searching.wording.printed import beginning as begun_with
from minutesnlp.searching.wording.slips import spelt_like
from minutesnlp.text.analysis import Analyser

DATES = ("since", "until", "before", "year")

# How many other names the account of a search tells, and how many of what is only near; `Hits.expansions` has them all.
MOST_NAMES, MOST_RELATED = 8, 4


class Brought(NamedTuple):
    """Another name, with how many hits it brought that count, that hold part of the query, and of the first."""

    expansion: Expansion
    hits: int
    behind: int
    first: int


def near_misses(reading: Reading, collection: Collection, answers: Marks, allowed: Marks, *, alone: bool) -> list[str]:
    """Return what may help where nothing holds the query: how often each word stands alone, and words like it.

    They are those spelt alike, and those of like meaning: no hit holds nothing but these. Where the misses are not
    `alone`, but stand beside hits that hold part of the query, these say the rest. Where fields confine it to what is
    `allowed`, it is said how many `answers` there are without them.
    """
    confined = len(allowed) < len(collection)
    told = [f"Without the fields there {_are(len(answers), 'hit')}."] if confined and answers and reading.wanted else []
    for found in reading.wanted:
        if not found.anywhere and len(found.text) >= 4 and found.text.isalpha():
            own, titled, _, _ = begun_with(found.text, collection)
            if begun := len(own | titled):
                told.append(f"Words that begin so stand in {plural(begun, 'paragraph')}: “{found.text}*” finds them.")
        if (
            not found.anywhere
            and len(found.text) >= 4
            and "/" not in found.text
            and (alike := spelt_like(found.text, collection))
        ):
            told.append(f"Did you mean {' or '.join(f'“{word}”' for word in alike)} for “{found.text}”?")
    there = [found for found in reading.wanted if found.anywhere]
    one_by_one = len(reading.wanted) > 1 and (alone or len(reading.wanted) <= SHORT)
    for found in there if one_by_one else ():
        others = [other.text for other in reading.wanted if other is not found]
        every = {1: "", 2: "both "}.get(len(others), "all of ")
        stands = f"“{found.text}” stands in {plural(len(found.own), 'paragraph')}"
        here = len(found.own & allowed)
        if not confined:
            told.append(f"{stands}, but not with {every}{listed(others)}.")
        elif here:
            told.append(f"{stands}, of which the fields let {here:,} through, but not with {every}{listed(others)}.")
        else:
            told.append(f"{stands}, none of which the fields let through.")
    for leaf, found_near in reading.finds.items():
        if isinstance(leaf, Near) and found_near is not None and not found_near.anywhere:
            told += [_alone(one, collection) for one in (leaf.first, leaf.second)]
    for leaf, phrase in reading.finds.items():
        if isinstance(leaf, Phrase) and phrase in reading.wanted and not phrase.anywhere and len(phrase.parts) > 1:
            loose = both([allowed, *(collection.marks(term)[0] for term, _ in phrase.parts)])
            stand = (
                f"all of its words stand in {plural(len(loose), 'paragraph')}" if loose else "no paragraph has them all"
            )
            told.append(f"“{phrase.text}” stands nowhere so; without the quotation marks {stand}.")
    for expansion, other in reading.expansions:
        if alone and expansion.found_by == KINDRED and other.anywhere:
            where = plural(other.holding, "paragraph")
            told.append(f"“{expansion.name}”, which is like “{expansion.words}” in meaning, stands in {where}.")
    return told


def _alone(leaf: Leaf, collection: Collection) -> str:
    """Say how often a word or phrase that was to stand near another stands at all: all its words in one paragraph."""
    if isinstance(leaf, Words) and leaf.prefix:
        begun = begun_with(leaf.text, collection)[0]
        return f"“{leaf.text}*” stands in {plural(len(begun), 'paragraph')}."
    terms = collection.index.terms(leaf.text)
    count = len(both([collection.marks(term)[0] for term in terms])) if terms else 0
    return f"“{leaf.text}” stands in {plural(count, 'paragraph')}."


def _are(count: int, noun: str) -> str:
    return f"{'is' if count == 1 else 'are'} {plural(count, noun)}"


def begun_above(reading: Reading, answers: Marks) -> list[str]:
    """Say of how many of the answers a phrase begins in the lead-in of their list."""
    told = []
    for found in reading.wanted:
        if count := sum(number in answers for number in found.across):
            told.append(f"In {plural(count, 'hit')} “{found.text}” begins in the lead-in above, which is shown.")
    return told


def brought(reading: Reading, answers: Marks, found: Marks, first: Ids) -> list[Brought]:
    """Return the other names that were searched for, each with how many hits it brought, and of the `first` how many.

    Another name brings hits that count, `answers`; what is only like it or near it others of those `found`, which hold
    part of the query.
    """
    told = []
    for expansion, other in reading.expansions:
        either = other.own | other.titled
        holding = either & found
        counting = len(holding & answers)
        behind = len(holding) - counting if not answers or expansion.alike < 1 else 0
        told.append(Brought(expansion, counting, behind, int(either.at(first).sum()) if holding else 0))
    return told


def expanded(names: Iterable[Brought]) -> list[str]:
    """Return in words what other names brought; of the many that are only like it, those that brought any."""
    told = []
    for expansion, hits, behind, _ in names:
        if hits or behind or expansion.alike == 1:
            counts = [plural(hits, "hit")] if hits or not behind else []
            counts += [
                f"{behind:,}{' more' * bool(counts)} {'holds' if behind == 1 else 'hold'} part of the query"
            ] * bool(behind)
            told.append(f"“{expansion.words}” also as “{expansion.name}” ({expansion.found_by}): {', '.join(counts)}")
    return told


def account(
    reading: Reading,
    typed: Sequence[Filter],
    asked: Mapping[str, Any],
    collection: Collection,
    notes: Sequence[str],
    total: int,
    behind: Behind,
    names: Iterable[Brought] = (),
    first: int | None = None,
) -> str:
    """Return in English how a query was read and what came of it: `total` hits, and what is behind them.

    Of its other `names` those are told that brought a hit. Where none holds all of it, it is said what the `first`
    lacks.
    """
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    known = said(reading.heard)
    where = ", ".join(part for part in (*(filtered({f.field: f.values}) for f in typed), filtered(asked)) if part)
    if where and isinstance(reading.heard, Either):
        known = f"({known})"
    if not known and not where:
        told = "Nothing to search for"
        return f"{told}: {' '.join(reading.notes)}" if reading.notes else f"{told}: the query has no words."
    only_without = isinstance(reading.heard, Not)
    if only_without and not where:
        return f"Nothing to search for: only what is to be absent is said ({known}). Say also what to look for."
    what = known if only_without or not known or not reading.wanted else f"with {known}"
    sentence = " ".join(part for part in ("Paragraphs", what, where) if part)
    if not total and behind.part:
        every = {1: "", 2: "both "}.get(len(reading.wanted), "all of ")
        sentence = " ".join(part for part in (f"No paragraph has {every}{known}", where) if part)
        notes = [*_lacking(reading, first), *notes]
    if isinstance(reading.tree, All) and len(reading.wanted) > 1 and not any(n.startswith("Any of") for n in notes):
        sentence += f" ({BESIDE})"
    also = _also(names, {found.text.lower() for found in reading.wanted})
    dated = any(name in asked or any(f.field == name for f in typed) for name in DATES)
    missing = undated(collection) if dated else 0
    extra = (
        [f"{plural(missing, 'meeting')} without a date {'is' if missing == 1 else 'are'} left out."] if missing else []
    )
    count = _counted(total, behind)
    return " ".join([f"{sentence}: {count}.", *notes, *also, *reading.notes, *loosely(reading.tree, analyser), *extra])


def _also(names: Iterable[Brought], typed: Set[str]) -> list[str]:
    """Say which other names brought hits, those `typed` aside: of what is only near, those that the first hits have."""
    helped = [one for one in names if (one.hits or one.behind) and one.expansion.name.lower() not in typed]
    same = [one.expansion.name for one in helped if one.expansion.found_by != KINDRED and one.expansion.alike == 1]
    near = sorted((one for one in helped if one.first and one.expansion.alike < 1), key=lambda one: -one.first)
    related = [one.expansion.name for one in near if one.expansion.found_by != KINDRED]
    wide = list(dict.fromkeys(one.expansion.words for one in near if one.expansion.found_by == KINDRED))
    told = [f"Also searched for: {listed(same, at_most=MOST_NAMES)}."] if same else []
    told += [f"As related: {listed(related, at_most=MOST_RELATED)}."] if related else []
    return told + [f"Words like {listed(wide)} in meaning were tried too."] * bool(wide)


def _lacking(reading: Reading, first: int | None) -> list[str]:
    """Say which words of a query the first hit has neither itself nor beside it; of most words, which it has."""
    if first is None or len(reading.wanted) < 2:
        return []
    there = [found for found in reading.wanted if first in found.covered[0][1]]
    absent = [found for found in reading.wanted if found not in there]
    if not absent:
        return ["The first has all of them together with the paragraphs beside it."]
    if len(absent) <= len(there):
        return [f"The first has all but {listed([found.text for found in absent])}."]
    return [f"Of them the first has {listed([found.text for found in there])}."] if there else []


def _counted(total: int, behind: Behind) -> str:
    """Return how many hits hold all of a query, and how many more a part of it; only these where none holds all."""
    counts = [plural(total, "hit") if total else "none"] if total or not behind.part else []
    if behind.entitled:
        stand = "stands" if behind.entitled == 1 else "stand"
        counts.append(f"{behind.entitled:,} more {stand} under a title that says so")
    if behind.part:
        more, hold = " more" if counts else "", "holds" if behind.part == 1 else "hold"
        what = "part of it" if behind.less or counts or not behind.halves else "at least half of its weight"
        less = behind.less if behind.halves else 0
        if less == behind.part:
            counts.append(f"{less:,}{more} {hold} less than half of it")
        else:
            counts.append(f"{behind.part:,}{more} {hold} {what}" + f", {less:,} of them less than half" * bool(less))
    return "; ".join(counts)
