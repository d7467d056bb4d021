"""Making the hits of an answer, with their marks, snippets and reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import numpy as np

from minutesnlp.indexing.marks import Marks
from minutesnlp.indexing.weighting import Floats
from minutesnlp.records import Hit, Hits
from minutesnlp.records.hits import TIMES
from minutesnlp.searching.asking.cues import cues
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import Found, Ids
from minutesnlp.searching.ranking.ranking import Mixture, Ranking, idf_of
from minutesnlp.searching.ranking.settled import stairs
from minutesnlp.searching.ranking.subheadings import Heads
from minutesnlp.searching.understanding.understanding import Reading
from minutesnlp.searching.wording.crossing import Across
from minutesnlp.searching.wording.snippets import Marker, beginning, snippet
from minutesnlp.searching.wording.wording import Wording
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.marking import Span, merge

NEXT_TO_NOTHING = 1e-9
USUAL = Mixture()

# What another name counts for in a snippet, beside what was typed.
ANOTHER_NAME = 0.5


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
    marker, printed = _marker(reading, collection)
    weights = _Weights.of(reading, ids, ranking, collection)
    worth, asked = _worth(reading, collection), cues(reading.query.text)
    made = []
    held = stairs(scores)
    places = collection.source.found(ids.tolist())
    leads = _sub_headings(lines, ids, marker, collection) | _lead_ins(reading, ids, collection)
    for rank, (number, score, place) in enumerate(zip(ids.tolist(), scores.tolist(), places, strict=True), 1):
        paragraph, item, meeting = place
        so = {typed: how for typed, (how, own) in printed.items() if number in own}
        begun = {found.text: found.across[number].end for found in reading.wanted if number in found.across}
        spans, tokens = marker.mark(paragraph.text, so, begun)
        lead_in, lead_in_spans = leads.get(number, ("", ()))
        shown, start = snippet(paragraph.text, tokens, worth, asked)
        made.append(
            Hit(
                rank=rank,
                score=score,
                bm25=float(weights.bm25[rank - 1]),
                tfidf=float(weights.tfidf[rank - 1]),
                terms=tuple(dict.fromkeys(f.text for f in reading.wanted if number in f.literal or number in f.headed)),
                spans=spans,
                snippet=shown,
                snippet_start=start,
                paragraph=paragraph,
                item=item,
                meeting=meeting,
                parts=_parts(reading, number, ranking, gained, weights.in_text_of(rank - 1)),
                names=tuple(dict.fromkeys(e.name for e, other in reading.expansions if _holds(other, number))),
                match=matches.get(number, "all"),
                similar=partial(similar, number),
                lead_in=lead_in,
                lead_in_spans=lead_in_spans,
                held=float(held[rank - 1]),
            )
        )
    return made


def _every(reading: Reading) -> list[Found]:
    """Return what a query finds, and what it finds by other names."""
    return [each for found in reading.wanted for each in (found, *(other for _, other, _ in found.others))]


def _marker(
    reading: Reading, collection: Collection
) -> tuple[Marker, dict[str, tuple[re.Pattern[str] | Wording, Marks]]]:
    """Return what marks the words of a query in a text, and what stands so in print where terms do not tell."""
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    every = _every(reading)
    by_terms = [found for found in every if found.printed is None]
    single = {term for found in by_terms if len(found.parts) < 2 for term in found.terms}
    phrases = [found.parts for found in by_terms if len(found.parts) > 1]
    printed = {found.text: (found.printed, found.own) for found in every if found.printed is not None}
    return Marker(analyser, single, phrases), printed


def _worth(reading: Reading, collection: Collection) -> Callable[[str], float]:
    """Return what tells how much a term counts for in a snippet."""
    tells = {term: found for found in _every(reading) for term in (found.text, *found.terms)}
    typed = {term for found in reading.wanted for term in (found.text, *found.terms)}

    @cache
    def worth(term: str) -> float:  # only long texts ask for it
        return idf_of(tells[term], collection) * (1.0 if term in typed else ANOTHER_NAME)

    return worth


@dataclass(frozen=True, eq=False)
class _Weights:
    """What BM25 and TF-IDF alone give to hits, (C,), and what each word of the query weighs in their text, (C,)."""

    bm25: Floats
    tfidf: Floats
    in_text: Mapping[str, Floats]

    @classmethod
    def of(cls, reading: Reading, ids: Ids, ranking: Ranking | None, collection: Collection) -> _Weights:
        """Weigh hits in any order."""
        terms = [term for found in reading.wanted for term in found.terms]
        order = np.argsort(ids)
        ordered, back = ids[order], np.argsort(order)
        # a title that counts for next to nothing leaves what the text weighs, by the same idf
        alone: dict[str, Any] = {"k1": USUAL.k1, "b": USUAL.b, "title_weight": NEXT_TO_NOTHING}
        return cls(
            collection.index.scores_of(terms, ordered, title_weight=0)[back],
            collection.index.scores_of(terms, ordered, ranker="tfidf")[back],
            {
                found.text: collection.index.scores_of(list(found.terms), ordered, **alone)[back]
                for found in reading.wanted
                if ranking is not None and found.terms and not found.others and found.titled.at(ids).any()
            },
        )

    def in_text_of(self, place: int) -> dict[str, float]:
        """Return what each word weighs in the text of one of the hits."""
        return {text: float(weights[place]) for text, weights in self.in_text.items()}


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


def _where(found: Found, number: int) -> str:
    """Return where a word of a query stands that a paragraph has: in the text, by another name too, or elsewhere."""
    if number in found.own:
        return ""
    every = (found, *(other for _, other, _ in found.others))
    if any(number in one.own for one in every):
        return ""
    return " in the title" if any(number in one.titled for one in every) else " above or below it"


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
            parts.append((f"“{found.text}”{_where(found, number)}", whole))
        else:
            alone = min(whole, text.get(found.text, 0.0))
            parts += [(f"“{found.text}”", alone), (f"“{found.text}” in the title", whole - alone)]
    parts += [("the paragraphs beside it", float(ranking.beside[at])), ("its meeting", float(ranking.meeting[at]))]
    near, alike, meant = gained.get(number, (0.0, 0.0, 0.0))
    parts += [("words near each other", near), ("likeness, as the archive uses its words", alike)]
    parts += [("likeness in meaning, by the model", meant)]
    factor = float(ranking.factor[at])
    return (*((name, weight) for name, weight in parts if weight), *([(TIMES, factor)] if factor != 1 else []))
