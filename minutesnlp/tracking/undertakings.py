"""Undertakings: who promised what, to whom and by when, and whether a decision took it up."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from minutesnlp.records import Corpus, Decision, Item, Meeting, Paragraph, Undertaking, Undertakings
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import promises
from minutesnlp.tracking.carrying import Part, carried
from minutesnlp.tracking.decisions import find_decisions
from minutesnlp.tracking.due import due_in
from minutesnlp.tracking.promises import BARE_ACTION
from minutesnlp.tracking.promising import promise_in, speaker_in

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
        tasked = one.owner is not None or promises.AGREED_TO.search(one.text) is not None
        if one.decided and tasked and one.paragraph.id not in taken:
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
    speaker: str | None = None
    settled = False  # the sentence before was decided
    for paragraph in paragraphs:
        if paragraph.kind in ("heading", "attendance", "boilerplate", "declaration"):
            continue
        for start, end in sentences(paragraph.text):
            text = paragraph.text[start:end]
            decided = any(a < end and start < b for a, b in spans.get(paragraph.id, ()))
            found = promise_in(text, speaker, decided=decided)
            after_decision, settled = settled, decided or (settled and BARE_ACTION.fullmatch(text) is not None)
            if found is not None and BARE_ACTION.fullmatch(text):
                # who sees to it, printed below what is to be done: a decision is told already, else it is the sentence
                found = None if after_decision else found._replace(thing="this")
            if found is not None:
                yield _Found(paragraph, start, end, text, found.owner, found.hard, found.thing, before, decided)
            before, speaker = text, speaker_in(text) or speaker


def _undertaking(one: _Found, item: Item, status: str, carried_in: str | None) -> Undertaking:
    due_text, due = due_in(one.text, item.date)
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
