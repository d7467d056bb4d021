"""Whether the sentences of a draft stand in the minutes: exact, near, altered, or not found."""

from __future__ import annotations

import difflib
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Protocol

from minutesnlp.records import Check, Checks, Corpus, Item, Meeting, Paragraph
from minutesnlp.summarising.altering import NEGATIONS, alterations
from minutesnlp.summarising.differing import difference
from minutesnlp.summarising.moving import moved
from minutesnlp.summarising.occasion import Beside, Occasion, is_on_any, occasion_of
from minutesnlp.summarising.parts import SHORTEST, WORD, is_whole, left_out, words_of
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import find_decisions
from minutesnlp.tracking.decisions.fates import fate_of

# How many source sentences are compared word by word with one of the draft.
COMPARED = 8
# An archive is asked for so many paragraphs.
SEARCHED = 12
# … and for so many, to look for a sentence word for word, where none of those holds it.
DEEPER = 100
# By so many of its first words it is then looked for as a phrase.
PHRASE = 8
LETTERS = re.compile(r"[^\W_]+")
# Exact sums, and numbers of four digits and more that are no years: few paragraphs hold one.
EXACT = re.compile(r"\b(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{4,}(?:\.\d+)?|\d+\.\d\d)\b(?![.,]\d)")
# So many of them are looked for.
FEW = 3
# What stands before a sentence: nothing, or the end of another.
ENDED = re.compile(r"(?:\A|[.!?…][”’\"')\]]*\s+)\Z")
# From this share of common words a sentence is taken to come from a source sentence.
LIKE = 0.6
# A part of a sentence is compared from so many words on, when so many of them stand in the source.
PART = 5
PART_LIKE = 0.7
# Where the draft ends in other words, so many more of the source's belong to what those stand for.
LAST_FEW = 2
# What stands within more words is not the whole of the draft's sentence, however like it is.
WRAPPED = 0.9
# The names a sentence shares with the draft's count so much beside the words, and so do the exact figures.
NAMED = FIGURED = 0.25
# Of two sentences alike, that of the meeting the draft speaks of is meant
OF_THE_MEETING = 0.1
# A “not” so many words before denies what follows.
DENIED = 3
# So much liker must a sentence be with a phrase moved.
MOVED = 0.05
# Fewer than this share of the draft's weighted terms in common, and it is compared with nothing.
RELATED = 0.3

LEAD = re.compile(r"\A\s*(?:[-*•·–]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)])\s+")


class Searched(Protocol):
    """What finds the paragraphs most like a text by itself, as an archive does."""

    def nearest(self, text: str, k: int = ...) -> Sequence[Paragraph]:
        """Return the paragraphs most like a text, the likest first."""


Candidate = tuple[Paragraph, int, int]  # a paragraph, and where a sentence of it begins and ends


class Near(Protocol):
    """What finds the sentences that share most with a text, first those of some days."""

    def __call__(self, text: str, days: Sequence[str] = ()) -> list[Candidate]:
        """Return the sentences with their places, the likest first."""


def verify(draft: str, source: Item | Meeting | Corpus | Iterable[Paragraph] | Searched) -> Checks:
    """Check each sentence of a draft against minutes: whether it stands there, is altered, or is not found.

    The draft may be anything: a report, a summary made by another tool. Agenda text is no source. An archive is asked
    for the paragraphs nearest to each sentence, so that a large one costs no more than its search. A phrase that says
    when, why or on what terms may stand elsewhere in its sentence.

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
    items: dict[str, Item] = {}
    item_of: Callable[[str], Item | None] = items.get
    if isinstance(source, (Item, Meeting, Corpus)):
        items |= {item.id: item for item in ((source,) if isinstance(source, Item) else source.items)}
        near = _among(source.paragraphs, items)
    elif isinstance(source, Iterable) and not isinstance(source, (str, bytes)):
        paragraphs = list(source)
        for one in paragraphs:
            if not isinstance(one, Paragraph):
                raise TypeError(f"a draft is checked against Paragraphs, not {one!r}")
        near = _among(paragraphs, items)
    elif hasattr(source, "nearest"):
        near = _found_by(source)
        item_of = cache(getattr(source, "item", item_of))
    else:
        raise TypeError(
            f"a draft is checked against an archive, a Corpus, Meeting, Item or Paragraphs, "
            f"not a {type(source).__name__}; "
            "mn.Archive.open(path) opens an archive, mn.read(path) reads files"
        )
    fates = _Fates(item_of)
    checks = []
    for start, end in _draft_sentences(draft):
        candidates = near(draft[start:end])
        occasion = occasion_of(draft[start:end])
        if occasion:
            candidates = list(dict.fromkeys([*near(occasion.rest, occasion.days), *candidates]))
        besides = [_beside(place, occasion, item_of) for place in candidates]
        read = list(zip(candidates, besides, strict=True))
        checks.append(fates.told(_check(draft[start:end], start, end, read, occasion.rest), candidates))
    return Checks(checks)


def _beside(place: Candidate, occasion: Occasion, item_of: Callable[[str], Item | None]) -> Beside | None:
    """Return what of a sentence is compared with a draft's that says when and by whom it was said."""
    id_ = place[0].item_id
    return occasion.beside(place[0].text[place[1] : place[2]], item_of(id_)) if occasion and id_ else None


class _Fates:
    """What became of motions, by the items they were put in; each item is looked through once."""

    def __init__(self, item_of: Callable[[str], Item | None]) -> None:
        self._decisions = cache(lambda id_: find_decisions(item) if (item := item_of(id_)) is not None else ())

    def told(self, check: Check, candidates: Iterable[Candidate]) -> Check:
        """Say of a sentence that stands in a motion that fell what became of it: it never was so."""
        paragraph = next((place[0] for place in candidates if place[0].id == check.paragraph_id), None)
        if paragraph is None or paragraph.item_id is None:
            return check
        span = (paragraph.id, check.source_start, check.source_end, check.source)
        return replace(check, outcome=fate_of(self._decisions(paragraph.item_id), *span))


def _among(paragraphs: Iterable[Paragraph], items: Mapping[str, Item]) -> Near:
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


def _found_by(source: Searched) -> Near:
    """Return what finds the sentences of an archive that share most with a text, also of the days it may be of."""

    def near(text: str, days: Sequence[str] = ()) -> list[Candidate]:
        likest = _likest(
            text, [*_of_days(text, days, source), *source.nearest(text, SEARCHED), *_of_figures(text, source)]
        )
        if any(text.strip() in paragraph.text for paragraph, _, _ in likest):
            return likest
        # a long paragraph may come far behind
        stands = _standing(text, source.nearest(text, DEEPER))
        if stands:
            return [*stands, *likest]
        held = list(_holding(text, source))
        return [*_standing(text, held), *_likest(text, held), *likest]

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
    """Return the paragraphs that hold a sentence's first words in their order, from what can be asked for a phrase."""
    search = getattr(source, "search", None)
    words = LETTERS.findall(text)[:PHRASE]
    if search is None or len(words) < PART:
        return ()
    return (hit.paragraph for hit in search(f'"{" ".join(words)}"', k=SEARCHED, expand=False, relax=False))


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


def _draft_sentences(draft: str) -> Iterable[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", draft):
        lead = LEAD.match(line[0])
        offset = line.start() + (lead.end() if lead else 0)
        for start, end in sentences(draft[offset : line.end()]):
            yield offset + start, offset + end


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


def _check(text: str, start: int, end: int, read: Sequence[tuple[Candidate, Beside | None]], rest: str) -> Check:
    written = words_of(text)
    names = {word for word in words_of(rest)[1:] if word[0].isupper()}
    figures = set(EXACT.findall(rest))
    best: Candidate | None = None
    said = Beside("", text)
    best_part = slice(0, 0)
    best_like = best_worth = 0.0
    for place, beside in read:
        sentence = place[0].text[place[1] : place[2]]
        if is_whole(written, sentence):
            return _told(text, start, end, place, "exact")
        reading = beside or Beside(sentence, text)
        own = words_of(reading.draft)
        words = words_of(reading.source)
        like, part = _likeness(words, own)
        # of two sentences alike, the one that names the same is meant, or that of the meeting the draft names
        worth = like + NAMED * len(names & set(words)) / max(len(names), 1) + OF_THE_MEETING * reading.agreed
        if figures:
            worth += FIGURED * len(figures.intersection(EXACT.findall(reading.source))) / len(figures)
        if worth > best_worth:
            best, said, best_part, best_like, best_worth = place, reading, part, like, worth
    if best is None or not written:
        return Check(text, start, end, "not found")
    whole, own = said.source, words_of(said.draft)
    words = words_of(whole)
    turned = moved(whole, said.draft)
    if turned != whole:
        like, part = _likeness(words_of(turned), own)
        if like > best_like + MOVED:
            # what stands behind is not let go: a verb may have been left out there
            words = words_of(turned)
            whole, best_like, best_part = turned, like, slice(part.start, len(words))
    compared = _with_denial(whole, words, best_part)
    changes = (
        *alterations(whole, said.draft, compared),
        *left_out(whole, best_part.start, best_part.stop),
        *said.untrue,
    )
    verdict = "not found" if best_like < LIKE else "altered" if changes else "near"
    shown = best[0].text[best[1] : best[2]] if own != written else whole
    return _told(
        text,
        start,
        end,
        best,
        verdict,
        changes=tuple(dict.fromkeys(changes)),
        changed=difference(shown, text),
        likeness=best_like,
        meeting=said.told,
    )


def _told(
    text: str,
    start: int,
    end: int,
    place: Candidate,
    verdict: str,
    *,
    changes: tuple[str, ...] = (),
    changed: str = "",
    likeness: float = 1.0,
    meeting: str = "",
) -> Check:
    paragraph, begin, stop = place
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
        difference=changed,
        likeness=round(likeness, 3),
        citation=paragraph.citation,
        meeting=meeting if verdict == "altered" else "",
    )


def _likeness(source: list[str], own: list[str]) -> tuple[float, slice]:
    """Return the share of words in common, and the part of the source that is compared.

    A draft may take a part of a long sentence (“reported that …”), or put words around a clause of the minutes (“It was
    agreed to …”): then it is the part that is compared.
    """
    small, large = ([word.casefold() for word in words] for words in (own, source))
    matcher = difflib.SequenceMatcher(a=large, b=small, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    held = sum(block.size for block in blocks)
    best, window = matcher.ratio(), slice(0, len(source))
    quoted = len(blocks) == 1 and SHORTEST <= held == len(own)
    if quoted or (len(own) >= PART and held >= PART_LIKE * len(own)):
        part = slice(max(blocks[0].a - blocks[0].b, 0), blocks[-1].a + len(own) - blocks[-1].b)
        ends_otherwise = blocks[-1].b + blocks[-1].size < len(own) and part.stop < len(source) <= part.stop + LAST_FEW
        part = slice(part.start, len(source) if ends_otherwise else part.stop)  # “against.” stands for “in favour.”
        like = difflib.SequenceMatcher(a=large[part], b=small, autojunk=False).ratio()
        if like > best:
            best, window = like, slice(part.start, min(part.stop, len(source)))
    if len(source) >= PART and held >= PART_LIKE * len(source):
        inner = small[max(blocks[0].b - blocks[0].a, 0) : blocks[-1].b + len(source) - blocks[-1].a]
        like = difflib.SequenceMatcher(a=large, b=inner, autojunk=False).ratio()
        if like > best:
            best, window = min(like, WRAPPED), slice(0, len(source))
    return best, window


def _with_denial(sentence: str, whole: Sequence[str], part: slice) -> list[str]:
    """Return a part of a sentence, with the “not” that stands just before it in its clause."""
    places = list(WORD.finditer(sentence))
    before = []
    for n in range(max(part.start - DENIED, 0), part.start):
        between = sentence[places[n].end() : places[part.start].start()] if part.start < len(places) else ""
        if whole[n].casefold() in NEGATIONS and not set(between) & set(",;:"):
            before.append(whole[n])
    return [*before, *whole[part]]


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()
