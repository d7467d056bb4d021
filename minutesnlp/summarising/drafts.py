"""Whether the sentences of a draft stand in the minutes: exact, near, altered, or not found."""

from __future__ import annotations

import difflib
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from minutesnlp.records import Check, Checks, Corpus, Item, Meeting, Paragraph
from minutesnlp.text.abbreviations import CALENDAR
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.sentences import sentences

# How many source sentences are compared word by word with one of the draft.
COMPARED = 8
# An archive is asked for so many paragraphs.
SEARCHED = 12
# From this share of common words a sentence is taken to come from a source sentence.
LIKE = 0.6
# A part of a sentence is compared from so many words on, when so many of them stand in the source.
PART = 5
PART_LIKE = 0.7
# Fewer than this share of the draft's weighted terms in common, and it is compared with nothing.
RELATED = 0.3

WORD = re.compile(r"[^\W_]+(?:['’.,/:-][^\W_]+)*|[£$€%]")
NUMBER = re.compile(r"\d")
NUMBER_WORDS = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen"),
        *("hundred", "thousand", "million", "half", "third", "quarter", "twice", "double"),
    )
)
DIGITS = {
    word: str(n)
    for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)  # noqa: SIM905
}
WORDS_OF = {digits: word for word, digits in DIGITS.items()}
NEGATIONS = frozenset(
    (
        *("not", "no", "never", "none", "neither", "nor", "without", "cannot", "refused", "rejected", "unable"),
        *("failed", "lost", "except", "only"),
    )
)
LEAD = re.compile(r"\A\s*(?:[-*•·–]|\(?\d{1,2}[.)])\s+")


class Searched(Protocol):
    """What finds the paragraphs most like a text by itself, as an archive does."""

    def nearest(self, text: str, k: int = ...) -> Sequence[Paragraph]:
        """Return the paragraphs most like a text, the likest first."""


Candidate = tuple[Paragraph, int, int]  # a paragraph, and where a sentence of it begins and ends


def verify(draft: str, source: Item | Meeting | Corpus | Iterable[Paragraph] | Searched) -> Checks:
    """Check each sentence of a draft against minutes: whether it stands there, is altered, or is not found.

    The draft may be anything: a report, a summary made by another tool. Agenda text is no source. An archive is asked
    for the paragraphs nearest to each sentence, so that a large one costs no more than its search.

    Raises
    ------
    TypeError
        When the draft is no string, or the source none of these.

    >>> minutes = [Paragraph(id="p1", text="The lido cost £4m.")]
    >>> [check.verdict for check in verify("The lido cost £4m. The lido cost £5m.", minutes)]
    ['exact', 'altered']
    """
    if not isinstance(draft, str):
        raise TypeError(f"a draft is a string, not a {type(draft).__name__}")
    if isinstance(source, (Item, Meeting, Corpus)):
        near = _among(source.paragraphs)
    elif isinstance(source, Iterable) and not isinstance(source, (str, bytes)):
        near = _among(source)
    elif hasattr(source, "nearest"):
        near = _found_by(source)
    else:
        raise TypeError(
            f"a draft is checked against an archive, a Corpus, Meeting, Item or Paragraphs, "
            f"not a {type(source).__name__}; "
            "mn.Archive.open(path) opens an archive, mn.read(path) reads files"
        )
    checks = []
    for start, end in _draft_sentences(draft):
        checks.append(_check(draft[start:end], start, end, near(draft[start:end])))
    return Checks(checks)


def _among(paragraphs: Iterable[Paragraph]) -> Callable[[str], list[Candidate]]:
    """Return what finds the sentences of paragraphs that share most with a text."""
    places = [(p, start, end) for p in paragraphs if p.section != "agenda" for start, end in sentences(p.text)]
    holding: dict[str, list[int]] = {}
    for n, (paragraph, start, end) in enumerate(places):
        for term in set(_analyser().terms(paragraph.text[start:end])):
            holding.setdefault(term, []).append(n)
    return lambda text: [places[n] for n in _candidates(text, holding, len(places))]


def _found_by(source: Searched) -> Callable[[str], list[Candidate]]:
    """Return what finds the sentences of an archive that share most with a text."""

    def near(text: str) -> list[Candidate]:
        wanted = set(_analyser().terms(text))
        found: list[tuple[float, Candidate]] = []
        for paragraph in source.nearest(text, SEARCHED):
            for start, end in sentences(paragraph.text):
                shared = len(wanted & set(_analyser().terms(paragraph.text[start:end])))
                if wanted and shared >= RELATED * len(wanted):
                    found.append((-shared, (paragraph, start, end)))
        found.sort(key=lambda pair: pair[0])
        return [place for _, place in found[:COMPARED]]

    return near


def _draft_sentences(draft: str) -> Iterable[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", draft):
        lead = LEAD.match(line[0])
        offset = line.start() + (lead.end() if lead else 0)
        for start, end in sentences(draft[offset : line.end()]):
            yield offset + start, offset + end


def _candidates(text: str, holding: dict[str, list[int]], count: int) -> list[int]:
    """Return the source sentences that share most of the rare terms of a draft's sentence."""
    weights = {
        term: math.log(1 + count / (max(len(holding.get(term, ())), 1) + 0.5)) for term in set(_analyser().terms(text))
    }
    whole = sum(weights.values())
    scores: Counter[int] = Counter()
    for term, weight in weights.items():
        for n in holding.get(term, ()):
            scores[n] += weight  # type: ignore[assignment]  # a Counter adds up fractions as well
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:COMPARED]
    return [n for n, score in best if whole and score >= RELATED * whole]


def _check(text: str, start: int, end: int, candidates: Sequence[Candidate]) -> Check:
    own = _words(text)
    best: Candidate | None = None
    best_words: list[str] = []
    best_like = 0.0
    for place in candidates:
        words = _words(place[0].text[place[1] : place[2]])
        if _within(own, words):
            best, best_words, best_like = place, words, 1.0
            break
        like, window = _likeness(words, own)
        if like > best_like:
            best, best_words, best_like = place, window, like
    if best is None or not own:
        return Check(text, start, end, "not found")
    paragraph, begin, stop = best
    changes: tuple[str, ...] = ()
    difference = ""
    if best_like == 1.0:
        verdict = "exact"
    else:
        changes = _changes(best_words, own)
        difference = _difference(best_words, own)
        verdict = "not found" if best_like < LIKE else "altered" if changes else "near"
    return Check(
        text=text,
        start=start,
        end=end,
        verdict=verdict,
        source=paragraph.text[begin:stop],
        paragraph_id=paragraph.id,
        source_start=begin,
        source_end=stop,
        changes=changes if verdict == "altered" else (),
        difference=difference,
        likeness=round(best_like, 3),
        citation=paragraph.citation,
    )


def _likeness(source: list[str], own: list[str]) -> tuple[float, list[str]]:
    """Return the share of words in common, and the words of the source that are compared.

    A draft may take a part of a long sentence (“reported that …”): then it is the part that is compared.
    """
    matcher = difflib.SequenceMatcher(a=source, b=own, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    held = sum(block.size for block in blocks)
    if len(own) >= PART and held >= PART_LIKE * len(own):
        window = source[max(blocks[0].a - blocks[0].b, 0) : blocks[-1].a + len(own) - blocks[-1].b]
        part = difflib.SequenceMatcher(a=window, b=own, autojunk=False).ratio()
        if part > matcher.ratio():
            return part, window
    return matcher.ratio(), source


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in WORD.findall(text)]


def _within(own: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether words stand in a sentence as they are, one after the other; three at least, or all of it."""
    small, large = [w.casefold() for w in own], [w.casefold() for w in whole]
    if len(small) < 3 and small != large:
        return False
    return any(large[k : k + len(small)] == small for k in range(len(large) - len(small) + 1))


def _changes(source: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    """Return what kinds of facts differ: numbers, dates and names of the draft that the source lacks, a lost “not”."""
    there = {word.casefold() for word in source}
    there |= {same for word in there if (same := DIGITS.get(word) or WORDS_OF.get(word))}  # “two” is “2”
    added = [word for word in own if word.casefold() not in there]
    mine = {word.casefold() for word in own}
    lost = {word.casefold() for word in source} - mine
    found = []
    if any(NUMBER.search(word) or word.casefold() in NUMBER_WORDS for word in added):
        found.append("number")
    if any(word.casefold() in CALENDAR and word[0].isupper() for word in added):
        found.append("date")
    named = [word for word in added if word[0].isupper() and word != own[0] and word.casefold() not in CALENDAR]
    if named and not all(NUMBER.search(word) for word in named):
        found.append("name")
    if {word.casefold() for word in added} & NEGATIONS or lost & NEGATIONS:
        found.append("negation")
    return tuple(found)


def _difference(source: Sequence[str], own: Sequence[str]) -> str:
    """Return both as one line: what the draft left out in `[-…-]`, what it put in in `{+…+}`."""
    shown: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(a=source, b=own, autojunk=False).get_opcodes():
        if kind == "equal":
            shown += source[a:b]
        if kind in ("delete", "replace"):
            shown.append(f"[-{' '.join(source[a:b])}-]")
        if kind in ("insert", "replace"):
            shown.append(f"{{+{' '.join(own[c:d])}+}}")
    return " ".join(shown)


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()
