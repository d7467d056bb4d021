"""Making the answer: hits with their marks and reasons, counts by facet, near misses, and the account of it all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import numpy as np

from minutesnlp.indexing.marks import Marks, both
from minutesnlp.indexing.weighting import Floats
from minutesnlp.records import Hit, Hits
from minutesnlp.searching.collection import Collection
from minutesnlp.searching.crossing import Across
from minutesnlp.searching.cues import cues
from minutesnlp.searching.expansion import KINDRED
from minutesnlp.searching.filters import undated
from minutesnlp.searching.forms import loosely
from minutesnlp.searching.grammar import All, Either, Filter, Not, Phrase
from minutesnlp.searching.matching import Found, Ids
from minutesnlp.searching.printed import beginning as begun_with
from minutesnlp.searching.ranking import SHORT, Mixture, Ranking, idf_of
from minutesnlp.searching.reading_back import BESIDE, filtered, listed, plural, said
from minutesnlp.searching.slips import spelt_like
from minutesnlp.searching.snippets import Marker, beginning, snippet
from minutesnlp.searching.subheadings import Heads
from minutesnlp.searching.understanding import Reading
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.marking import Span, merge

DATES = ("since", "until", "before", "year")

# How many other names the account of a search tells; `Hits.expansions` has them all.
MOST_NAMES = 8
NEXT_TO_NOTHING = 1e-9

# What another name counts for in a snippet, beside what was typed.
ANOTHER_NAME = 0.5


@dataclass(frozen=True, slots=True)
class Behind:
    """How many hits follow those that count: that hold all of the query.

    `entitled` stand under a title that says all of it, `half` hold at least half of its weight, `less` less. Of a long
    query `halves` are not told apart: `half` then hold as much as is looked for.
    """

    entitled: int = 0
    half: int = 0
    less: int = 0
    halves: bool = True

    @property
    def part(self) -> int:
        """How many hold part of the query."""
        return self.half + self.less

    @property
    def all(self) -> int:
        """How many there are."""
        return self.entitled + self.part


def hits_of(
    reading: Reading,
    ids: Ids,
    scores: Floats,
    ranking: Ranking | None,
    gained: Mapping[int, tuple[float, float, float]],
    matches: Mapping[int, str],
    lines: Heads,
    collection: Collection,
    similar: Callable[[int, int], Hits],
) -> list[Hit]:
    """Make the hits of paragraphs, in their order.

    `gained` is what each gained by words that stand together and by likeness to its words and in meaning, `matches`
    how much of the query those hold that do not hold all, `lines` the sub-headings above some, `similar` finds so many
    paragraphs like one.
    """
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    terms = [term for found in reading.wanted for term in found.terms]
    order = np.argsort(ids)
    bm25, tfidf = np.zeros(len(ids)), np.zeros(len(ids))
    bm25[order] = collection.index.scores_of(terms, ids[order], title_weight=0)
    tfidf[order] = collection.index.scores_of(terms, ids[order], ranker="tfidf")
    every = [each for found in reading.wanted for each in (found, *(other for _, other, _ in found.others))]
    by_terms = [found for found in every if found.printed is None]
    single = {term for found in by_terms if len(found.parts) < 2 for term in found.terms}
    phrases = [found.parts for found in by_terms if len(found.parts) > 1]
    printed = {found.text: (found.printed, found.own) for found in every if found.printed is not None}
    marker = Marker(analyser, single, phrases)
    tells = {term: found for found in every for term in (found.text, *found.terms)}
    typed = {term for found in reading.wanted for term in (found.text, *found.terms)}

    @cache
    def worth(term: str) -> float:  # only long texts ask for it
        return idf_of(tells[term], collection) * (1.0 if term in typed else ANOTHER_NAME)

    asked = cues(reading.query.text)
    expansions = reading.expansions
    # a title that counts for next to nothing leaves what the text weighs, by the same idf
    usual = Mixture()
    alone: dict[str, Any] = {"k1": usual.k1, "b": usual.b, "title_weight": NEXT_TO_NOTHING}
    in_text = {
        found.text: collection.index.scores_of(list(found.terms), ids[order], **alone)[np.argsort(order)]
        for found in reading.wanted
        if ranking is not None and found.terms and not found.others and found.titled.at(ids).any()
    }
    made = []
    places = collection.source.found(ids.tolist())
    leads = _sub_headings(lines, ids, marker, collection) | _lead_ins(reading, ids, collection)
    for rank, (number, score, place) in enumerate(zip(ids.tolist(), scores.tolist(), places, strict=True), 1):
        paragraph, item, meeting = place
        texts = {text: float(weights[rank - 1]) for text, weights in in_text.items()}
        so = {typed: how for typed, (how, own) in printed.items() if number in own}
        begun = {found.text: found.across[number].end for found in reading.wanted if number in found.across}
        spans, tokens = marker.mark(paragraph.text, so, begun)
        lead_in, lead_in_spans = leads.get(number, ("", ()))
        shown, start = snippet(paragraph.text, tokens, worth, asked)
        made.append(
            Hit(
                rank=rank,
                score=score,
                bm25=float(bm25[rank - 1]),
                tfidf=float(tfidf[rank - 1]),
                terms=tuple(dict.fromkeys(f.text for f in reading.wanted if number in f.literal or number in f.headed)),
                spans=spans,
                snippet=shown,
                snippet_start=start,
                paragraph=paragraph,
                item=item,
                meeting=meeting,
                parts=_parts(reading, number, ranking, gained, texts),
                names=tuple(e.name for e, other in expansions if _holds(other, number)),
                match=matches.get(number, "all"),
                similar=partial(similar, number),
                lead_in=lead_in,
                lead_in_spans=lead_in_spans,
            )
        )
    return made


def _lead_ins(reading: Reading, ids: Ids, collection: Collection) -> dict[int, tuple[str, tuple[Span, ...]]]:
    """Return the end of the lead-in in which a phrase begins that runs into a paragraph, and where the phrase is in it.

    Where phrases begin in several, it is the nearest.
    """
    runs: dict[int, list[Across]] = {}
    for found in reading.wanted:
        for number in found.across.keys() & set(ids.tolist()):
            runs.setdefault(number, []).append(found.across[number])
    nearest = {number: max(run.lead for run in some) for number, some in runs.items()}
    shown = {}
    for (number, lead), text in zip(nearest.items(), collection.source.texts([*nearest.values()]), strict=True):
        starts = [run.start for run in runs[number] if run.lead == lead]
        first = beginning(text, min(starts), len(text))
        shown[number] = text[first:], tuple(merge([(start - first, len(text) - first) for start in starts]))
    return shown


def _sub_headings(
    lines: Heads, ids: Ids, marker: Marker, collection: Collection
) -> dict[int, tuple[str, tuple[Span, ...]]]:
    """Return the sub-headings above paragraphs that answer in their place, with what is marked in them."""
    below = ids[lines.above(ids)]
    texts = collection.source.texts((below - 1).tolist())
    pairs = zip(below.tolist(), texts, strict=True)
    return {number: (text, marker.mark(text)[0]) for number, text in pairs if lines.names(number, text)}


def near_misses(reading: Reading, collection: Collection, *, alone: bool) -> list[str]:
    """Return what may help where nothing holds the query: how often each word stands alone, and words like it.

    They are those spelt alike, and those of like meaning: no hit holds nothing but these. Where the misses are not
    `alone`, but stand beside hits that hold part of the query, these say the rest.
    """
    told = []
    there = [found for found in reading.wanted if found.anywhere]
    one_by_one = len(reading.wanted) > 1 and (alone or len(reading.wanted) <= SHORT)
    for found in there if one_by_one else ():
        others = [other.text for other in reading.wanted if other is not found]
        every = {1: "", 2: "both "}.get(len(others), "all of ")
        count = plural(len(found.own), "paragraph")
        told.append(f"“{found.text}” stands in {count}, but not with {every}{listed(others)}.")
    for found in reading.wanted:
        if not found.anywhere and len(found.text) >= 4 and found.text.isalpha():
            own, titled, _, _ = begun_with(found.text, collection)
            if begun := len(own | titled):
                told.append(f"Words that begin so stand in {plural(begun, 'paragraph')}: “{found.text}*” finds them.")
        if not found.anywhere and len(found.text) >= 4 and (alike := spelt_like(found.text, collection)):
            told.append(f"Did you mean {' or '.join(f'“{word}”' for word in alike)} for “{found.text}”?")
    for leaf, phrase in reading.finds.items():
        if isinstance(leaf, Phrase) and phrase in reading.wanted and not phrase.anywhere and len(phrase.parts) > 1:
            loose = both(collection.marks(term)[0] for term, _ in phrase.parts)
            stand = (
                f"all of its words stand in {plural(len(loose), 'paragraph')}" if loose else "no paragraph has them all"
            )
            told.append(f"“{phrase.text}” stands nowhere so; without the quotation marks {stand}.")
    for expansion, other in reading.expansions:
        if alone and expansion.found_by == KINDRED and other.anywhere:
            where = plural(other.holding, "paragraph")
            told.append(f"“{expansion.name}”, which is like “{expansion.words}” in meaning, stands in {where}.")
    return told


def begun_above(reading: Reading, answers: Marks) -> list[str]:
    """Say of how many of the answers a phrase begins in the lead-in of their list."""
    told = []
    for found in reading.wanted:
        if count := sum(number in answers for number in found.across):
            told.append(f"In {plural(count, 'hit')} “{found.text}” begins in the lead-in above, which is shown.")
    return told


def expanded(reading: Reading, answers: Marks, found: Marks) -> list[str]:
    """Return the other names that were searched for, each with how many hits it brought.

    Another name brings hits that count, `answers`; what is only like it or near it others of those `found`, which hold
    part of the query.
    """
    told = []
    for expansion, other in reading.expansions:
        holding = (other.own | other.titled) & found
        brought = len(holding & answers)
        behind = len(holding) - brought if not answers or expansion.alike < 1 else 0
        if brought or behind or expansion.alike == 1:  # of the many that are like it, those that helped
            counts = [plural(brought, "hit")] if brought or not behind else []
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
    first: int | None = None,
) -> str:
    """Return in English how a query was read and what came of it: `total` hits, and what is behind them.

    Where none holds all of it, it is said what the `first` lacks.
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
    also = []
    for alike, means in ((True, "Also searched for"), (False, "As related")):
        names = [e.name for e, _ in reading.expansions if e.found_by != KINDRED and (e.alike == 1) is alike]
        also += [f"{means}: {listed(names, at_most=MOST_NAMES)}."] if names else []
    wide = list(dict.fromkeys(e.words for e, _ in reading.expansions if e.found_by == KINDRED))
    also += [f"Words like {listed(wide)} in meaning were tried too."] * bool(wide)
    dated = any(name in asked or any(f.field == name for f in typed) for name in DATES)
    missing = undated(collection) if dated else 0
    extra = (
        [f"{plural(missing, 'meeting')} without a date {'is' if missing == 1 else 'are'} left out."] if missing else []
    )
    count = _counted(total, behind)
    return " ".join([f"{sentence}: {count}.", *notes, *also, *reading.notes, *loosely(reading.tree, analyser), *extra])


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
        less = f", {behind.less:,} of them less than half" if behind.less and behind.halves else ""
        counts.append(f"{behind.part:,}{more} {hold} {what}{less}")
    return "; ".join(counts)


def _holds(found: Found, number: int) -> bool:
    return number in found.own or number in found.titled


def _parts(
    reading: Reading,
    number: int,
    ranking: Ranking | None,
    gained: Mapping[int, tuple[float, float, float]],
    text: Mapping[str, float],
) -> tuple[tuple[str, float], ...]:
    """Return what the score of a paragraph is made of, part by part: word by word in its text and in its title.

    `text` is what each word of the query weighs in the text. Text and title are weighed together; what the text alone
    would weigh is the text's, the rest the title's.
    """
    if ranking is None:
        return ()
    at = int(np.searchsorted(ranking.ids, number))
    parts: list[tuple[str, float]] = []
    for found, whole in zip(reading.wanted, ranking.words[:, at].tolist(), strict=True):
        if number not in found.titled or found.others or number not in found.own:
            parts.append((f"“{found.text}”" + (" in the title" if number not in found.own else ""), whole))
        else:
            alone = min(whole, text.get(found.text, 0.0))
            parts += [(f"“{found.text}”", alone), (f"“{found.text}” in the title", whole - alone)]
    parts += [("the paragraphs beside it", float(ranking.beside[at])), ("its meeting", float(ranking.meeting[at]))]
    near, alike, meant = gained.get(number, (0.0, 0.0, 0.0))
    parts += [("words near each other", near), ("likeness, as the archive uses its words", alike)]
    parts += [("likeness in meaning, by the model", meant)]
    factor = float(ranking.factor[at])
    return (*((name, weight) for name, weight in parts if weight), *([("times", factor)] if factor != 1 else []))
