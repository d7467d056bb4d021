"""Where in the minutes a sentence of a draft may stand: the sentences that share most with it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from minutesnlp.records import Item, Paragraph
from minutesnlp.summarising.occasion import is_on_any
from minutesnlp.summarising.parts import SHORTEST
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.sentences import sentences

# How many source sentences are compared word by word with one of the draft.
COMPARED = 8
# An archive is asked for so many paragraphs.
SEARCHED = 12
# … and for so many, where none of those holds a sentence word for word: a long paragraph may come far behind.
DEEPER = 100
# Its beginning, its middle and its end are then looked for as phrases of so many words: where one word is altered, two
# of them stand.
PHRASE = 5
UNQUOTED = re.compile(r"[^\s\"“”]+")
LETTERS = re.compile(r"[^\W_]+")
# Exact sums, and numbers of four digits and more that are no years: few paragraphs hold one.
EXACT = re.compile(r"\b(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{4,}(?:\.\d+)?|\d+\.\d\d)\b(?![.,]\d)")
# So many of them are looked for.
FEW = 3
# What stands before a sentence: nothing, or the end of another.
ENDED = re.compile(r"(?:\A|[.!?…][”’\"')\]]*\s+)\Z")
# Fewer than this share of the draft's weighted terms in common, and it is compared with nothing.
RELATED = 0.3


class Searched(Protocol):
    """What finds the paragraphs most like a text by itself, as an archive does."""

    def nearest(self, text: str, k: int = ...) -> Sequence[Paragraph]:
        """Return the paragraphs most like a text, the likest first."""


Candidate = tuple[Paragraph, int, int]  # a paragraph, and where a sentence of it begins and ends


class Near(Protocol):
    """What finds the sentences that share most with a text, first those of some days."""

    def __call__(self, text: str, days: Sequence[str] = ()) -> list[Candidate]:
        """Return the sentences with their places, the likest first."""


def among(paragraphs: Iterable[Paragraph], items: Mapping[str, Item]) -> Near:
    """Return what finds the sentences of paragraphs that share most with a text, also of the days it may be of."""
    places = [(p, start, end) for p in paragraphs if p.section != "agenda" for start, end in sentences(p.text)]
    holding: dict[str, list[int]] = {}
    for n, (paragraph, start, end) in enumerate(places):
        for term in set(_analyser().terms(paragraph.text[start:end])):
            holding.setdefault(term, []).append(n)
    told = list({place[0].id: place[0] for place in places}.values())

    def near(text: str, days: Sequence[str] = ()) -> list[Candidate]:
        likest = _candidates(text, holding, len(places))
        dated = [n for n in likest if days and is_on_any(days, items.get(places[n][0].item_id or ""))]
        return [*_standing(text, told), *(places[n] for n in [*dated[:COMPARED], *likest[:COMPARED]])]

    return near


def found_by(source: Searched) -> Near:
    """Return what finds the sentences of an archive that share most with a text, also of the days it may be of."""

    def near(text: str, days: Sequence[str] = ()) -> list[Candidate]:
        likest = _likest(
            text, [*_of_days(text, days, source), *source.nearest(text, SEARCHED), *_of_figures(text, source)]
        )
        if any(text.strip() in paragraph.text for paragraph, _, _ in likest):
            return likest
        deeper = source.nearest(text, DEEPER)
        stands = _standing(text, deeper)
        if stands:
            return [*stands, *likest]
        held = list(_holding(text, source))
        return [*_standing(text, held), *_likest(text, held), *_likest(text, deeper), *likest]

    return near


def _likest(text: str, paragraphs: Iterable[Paragraph]) -> list[Candidate]:
    """Return the sentences of paragraphs that share most terms with a text, most first."""
    wanted = set(_analyser().terms(text))
    found: list[tuple[int, Candidate]] = []
    for paragraph in dict.fromkeys(paragraphs):
        for start, end in sentences(paragraph.text):
            shared = len(wanted & set(_analyser().terms(paragraph.text[start:end])))
            if wanted and shared >= RELATED * len(wanted):
                found.append((shared, (paragraph, start, end)))
    found.sort(key=lambda pair: -pair[0])
    return [place for _, place in found[:COMPARED]]


def _of_days(text: str, days: Sequence[str], source: Searched) -> Iterable[Paragraph]:
    """Return the paragraphs of meetings of some days that share most with a text, from what can be asked for them."""
    search = getattr(source, "search", None)
    words = " ".join(LETTERS.findall(text.casefold()))
    for day in days:
        if search is not None and day[0].isdigit():
            for hit in search(words, k=SEARCHED, expand=False, plain=True, since=day[:10], until=day[:10]):
                yield hit.paragraph


def _of_figures(text: str, source: Searched) -> Iterable[Paragraph]:
    """Return the paragraphs that hold an exact figure of a sentence, from what can be asked for them."""
    search = getattr(source, "search", None)
    if search is None:
        return ()
    figures = list(dict.fromkeys(EXACT.findall(text)))[:FEW]
    return (hit.paragraph for one in figures for hit in search(f'"{one}"', k=SEARCHED, expand=False, relax=False))


def _holding(text: str, source: Searched) -> Iterable[Paragraph]:
    """Return the paragraphs that hold a run of a sentence's words, from what can be asked for a phrase."""
    search = getattr(source, "search", None)
    words = UNQUOTED.findall(text)
    if search is None or len(words) < SHORTEST:
        return
    last = max(len(words) - PHRASE, 0)
    for start in dict.fromkeys((0, last // 2, last)):
        phrase = " ".join(words[start : start + PHRASE])
        yield from (hit.paragraph for hit in search(f'"{phrase}"', k=SEARCHED, expand=False, relax=False))


def _standing(text: str, paragraphs: Iterable[Paragraph]) -> list[Candidate]:
    """Return where a sentence stands as it is, from the end of another to its own full stop."""
    said = text.strip()
    if not said.endswith((".", "?", "!")):
        return []
    for paragraph in paragraphs:
        at = paragraph.text.find(said)
        if at >= 0 and ENDED.search(paragraph.text[max(at - 6, 0) : at]) and paragraph.section != "agenda":
            return [(paragraph, at, at + len(said))]
    return []


def _candidates(text: str, holding: dict[str, list[int]], count: int) -> list[int]:
    """Return the source sentences that share most of the rare terms of a draft's sentence, most first."""
    weights = {
        term: math.log(1 + count / (max(len(holding.get(term, ())), 1) + 0.5)) for term in set(_analyser().terms(text))
    }
    whole = sum(weights.values())
    scores: Counter[int] = Counter()
    for term, weight in weights.items():
        for n in holding.get(term, ()):
            scores[n] += weight  # type: ignore[assignment]  # a Counter adds up fractions as well
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return [n for n, score in best if whole and score >= RELATED * whole]


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()
