"""Whether the sentences of a draft stand in the minutes: exact, near, altered, or not found."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from minutesnlp.records import Check, Checks, Corpus, Item, Meeting, Paragraph
from minutesnlp.summarising.altering import NEGATIONS, alterations
from minutesnlp.summarising.differing import difference
from minutesnlp.summarising.moving import moved
from minutesnlp.summarising.occasion import Beside, Occasion, occasion_of
from minutesnlp.summarising.parts import SHORTEST, WORD, is_whole, left_out, words_of
from minutesnlp.summarising.places import EXACT, Candidate, Searched, among, found_by
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import find_decisions
from minutesnlp.tracking.decisions.fates import fate_of

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
LEAD = re.compile(r"\A\s*(?:[-*•·–]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)])\s+")


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
        near = among(source.paragraphs, items)
    elif isinstance(source, Iterable) and not isinstance(source, (str, bytes)):
        paragraphs = list(source)
        for one in paragraphs:
            if not isinstance(one, Paragraph):
                raise TypeError(f"a draft is checked against Paragraphs, not {one!r}")
        near = among(paragraphs, items)
    elif hasattr(source, "nearest"):
        near = found_by(source)
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
        check = _check(draft[start:end], start, end, list(zip(candidates, besides, strict=True)), occasion.rest)
        checks.append(fates.told(check, candidates))
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


def _draft_sentences(draft: str) -> Iterable[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", draft):
        lead = LEAD.match(line[0])
        offset = line.start() + (lead.end() if lead else 0)
        for start, end in sentences(draft[offset : line.end()]):
            yield offset + start, offset + end


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
