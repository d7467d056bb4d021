"""Undertakings: who promised what, to whom and by when, and whether a decision took it up."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Sequence

from minutesnlp.records import Corpus, Decision, Item, Meeting, Paragraph, Undertaking, Undertakings
from minutesnlp.tagging.dates import find_dates
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import promises
from minutesnlp.tracking.carrying import Part, carried
from minutesnlp.tracking.decisions import find_decisions

# A cheap first look: a sentence without one of these promises nothing.
HINT = re.compile(
    r"\b(?:would|will|shall|to|undertook|agreed|offered|promised|volunteered|committed|action|actions)\b", re.I
)
OPENING = re.compile(r"\A\s*(?:in (?:response|reply|answer)|following|after|on) [^,]{0,160},\s*", re.IGNORECASE)
# Things that are written like names and promise nothing.
NO_OWNER = re.compile(
    r"\b(?:Plan|Strategy|Scheme|Report|Act|Policy|Programme|Project|Fund|Agreement|Bill|Review|Order|Framework|System|"
    r"Budget|Agenda|Item|Minutes|Bank|Meeting|Road|Street|Proposal|Motion|I|This|It|That|These|There|Which|What|A|An|The|Application)\Z"
)
PRONOUN = re.compile(r"\A(?:he|she|they)\Z", re.IGNORECASE)
BACKWARD = re.compile(r"\A(?:this|it|that|these|they|which|matters?|issues?|quer(?:y|ies))\Z", re.IGNORECASE)


@dataclasses.dataclass(slots=True)
class _Found:
    paragraph: Paragraph
    start: int
    end: int
    text: str
    owner: str | None
    hard: bool
    thing: str
    before: str
    decided: bool


def find_undertakings(source: Item | Meeting | Corpus, *, soft: bool = False) -> Undertakings:
    """Find what was promised in an item, a meeting or a corpus, in the order it is printed.

    With `soft` also promises that name nothing to be seen done: “would consider”, “would be reviewed”. Agenda text is
    passed over. A resolution that hands out a task nobody promised in the debate is an undertaking itself.
    """
    if isinstance(source, Item):
        return Undertakings(_in_item(source, soft), sources=(source,))
    if isinstance(source, Meeting):
        return Undertakings((one for item in source.items for one in _in_item(item, soft)), sources=(source,))
    if isinstance(source, Corpus):
        return Undertakings((one for item in source.items for one in _in_item(item, soft)), sources=source)
    raise TypeError(f"undertakings are found in an Item, a Meeting or a Corpus, not in {type(source).__name__}")


def _in_item(item: Item, soft: bool) -> list[Undertaking]:
    decisions = [decision for decision in find_decisions(item) if not decision.routine]
    parts = _parts(decisions, item)
    found = [one for one in _promises(item.minutes, decisions) if one.hard or soft]
    debated = [one for one in found if not one.decided]
    pairs = carried(
        [(one.text, one.before if BACKWARD.match(one.thing) else "", one.owner) for one in debated],
        parts,
        [sentence for p in item.minutes for sentence in _texts(p)],
    )
    undertakings = []
    formal = any(part.formal for part in parts)
    for one, place in zip(debated, pairs, strict=True):
        status = "carried" if place is not None else "dropped" if formal else "open"
        undertakings.append(_undertaking(one, item, status, parts[place].paragraph_id if place is not None else None))
    taken = {parts[place].paragraph_id for place in pairs if place is not None}
    for one in found:
        if one.decided and one.owner and one.paragraph.id not in taken:
            undertakings.append(_undertaking(one, item, "carried", one.paragraph.id))
    order = {paragraph.id: place for place, paragraph in enumerate(item.paragraphs)}
    return sorted(undertakings, key=lambda one: (order[one.paragraph_id], one.start))


def _texts(paragraph: Paragraph) -> Iterable[str]:
    return (paragraph.text[start:end] for start, end in sentences(paragraph.text))


def _parts(decisions: Sequence[Decision], item: Item) -> list[Part]:
    """Return the parts of decisions that can take an undertaking up."""
    parts: list[Part] = []
    text_of = {p.id: p.text for p in item.paragraphs}
    for decision in decisions:
        formal = decision.found_by in ("opening", "capitals", "label", "motion") or decision.text.isupper()
        if decision.clauses:
            parts += [Part(clause.text, clause.paragraph_id, formal) for clause in decision.clauses]
        else:
            said = text_of[decision.paragraph_id][decision.start : decision.sentence_end or decision.end]
            parts.append(Part(said, decision.paragraph_id, formal))
    return parts


def _promises(paragraphs: Sequence[Paragraph], decisions: Sequence[Decision]) -> Iterable[_Found]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for decision in decisions:
        spans.setdefault(decision.paragraph_id, []).append((decision.start, decision.sentence_end or decision.end))
        for clause in decision.clauses:
            spans.setdefault(clause.paragraph_id, []).append((clause.start, clause.end))
    before = ""
    for paragraph in paragraphs:
        if paragraph.kind in ("heading", "attendance", "boilerplate", "declaration"):
            continue
        for start, end in sentences(paragraph.text):
            text = paragraph.text[start:end]
            decided = any(a < end and start < b for a, b in spans.get(paragraph.id, ()))
            found = _promise(text, before) if HINT.search(text) else None
            if found is not None:
                owner, hard, thing = found
                yield _Found(paragraph, start, end, text, owner, hard, thing, before, decided)
            before = text


def _promise(text: str, before: str) -> tuple[str | None, bool, str] | None:
    """Return the owner, whether it is hard, and the thing promised; None when a sentence promises nothing."""
    note = promises.CLERKS_NOTE.match(text)
    if note:
        return note["owner"], True, ""
    line = promises.ACTION_LINE.search(text)
    if line:
        inner = promises.ACTIVE.search(line["what"])
        return (_owner(inner["owner"], before) if inner else line["what"].split(" to ")[0].strip(" .:")[:60]), True, ""
    for match in promises.ACTIVE.finditer(text):
        owner = _owner(match["owner"], f"{before} {text[: match.start()]}")
        if owner is None or _conditional(text, match.start(), match.end()):
            continue
        if match["modal"] in ("to", "should") and not _decreed(text, match.start()):
            continue
        return owner, match["musing"] is None, ""
    for match in promises.PASSIVE.finditer(text):
        if _conditional(text, match.start(), match.end()):
            continue
        due = promises.DUE.search(text) is not None
        if match["modal"] == "to" and not due and match.start() > 40 and not _decreed(text, match.start()):
            continue
        speaker = None
        for told in promises.SPEAKER.finditer(text, 0, match.start()):
            speaker = _owner(told["owner"], before) or speaker
        agent = re.compile(rf"\s(?:\w+\s){{0,4}}?by\s(?P<owner>{promises.ACTOR})", re.VERBOSE).match(text, match.end())
        owner = _owner(agent["owner"], before) if agent else speaker
        return owner, match["musing"] is None, match["thing"]
    return None


def _decreed(text: str, place: int) -> bool:
    """Tell whether “the Clerk to write” or “should write” is an order: in a decision's words, or a note of it."""
    return re.search(r"\b(?:agreed|resolved|decided|action)\b[^.]{0,60}\Z|\A\W*\Z", text[:place], re.I) is not None


def _conditional(text: str, start: int, end: int) -> bool:
    opening = OPENING.match(text)
    begin = opening.end() if opening and opening.end() <= start else 0
    return promises.CONDITION.search(text, begin, end) is not None or text.rstrip().endswith("?")


def _owner(words: str, before: str) -> str | None:
    words = words.strip()
    if PRONOUN.match(words):
        named = None
        for told in promises.SPEAKER.finditer(before):
            named = told["owner"].strip() if not PRONOUN.match(told["owner"].strip()) else named
        return named or words
    words = re.sub(r"(?:\s(?:and|of|for|the|to|&))+\Z", "", words)
    return None if NO_OWNER.search(words) else re.sub(r"\A(?:[Tt]he|[Aa]n?|[Oo]ur)\s+", "", words)


def _undertaking(one: _Found, item: Item, status: str, carried_in: str | None) -> Undertaking:
    due_text, due = _due(one.text, item.date)
    who = promises.RECIPIENT.search(one.text)
    return Undertaking(
        text=one.text,
        paragraph_id=one.paragraph.id,
        start=one.start,
        end=one.end,
        owner=one.owner,
        recipient=who["who"] if who else None,
        due=due,
        due_text=due_text,
        hard=one.hard,
        about=one.before if BACKWARD.match(one.thing) else "",
        status=status,
        carried_in=carried_in,
        item_id=item.id,
        reference=item.number or "",
        date=item.date,
        citation=one.paragraph.citation,
    )


def _due(text: str, anchor: datetime.date | None) -> tuple[str | None, str | None]:
    """Return when a promise falls due, in the words of the minutes and as the last day in ISO form."""
    phrase = promises.DUE.search(text)
    for mention in find_dates(text, anchor):
        if mention.value is None or not promises.BY.search(text[: mention.start]):
            continue
        last = mention.value.split("/")[-1].split(";")[-1]
        later = (
            anchor is None
            or not last[:4].isdigit()
            or last[: len(anchor.isoformat())] >= anchor.isoformat()[: len(last)]
        )
        if later and last[:4].isdigit():
            overlaps = phrase is not None and phrase.start() <= mention.start < phrase.end()
            told = phrase["due"] if phrase and overlaps else text[mention.start : mention.end]
            return told, last
    return (phrase["due"], None) if phrase else (None, None)
