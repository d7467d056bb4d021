"""Where a topic stands now: its newest decision, statement, figure and promised step."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from minutesnlp.records import Decision, Hit, Hits, Item, Position, Said
from minutesnlp.summarising.cues import TOLD
from minutesnlp.tagging import tag
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import find_decisions, find_undertakings
from minutesnlp.tracking.actors import is_somebody, speaker_in

# Paragraphs that answer the topic less well than this share of the best are not about it.
ABOUT = 0.35
# So many paragraphs are asked for.
MOST = 120


def position_of(topic: str, hits: Hits) -> Position:
    """Return where a topic stands by the paragraphs that answer it, newest first."""
    best = max((hit.score for hit in hits), default=0.0)
    near = [hit for hit in hits if hit.score >= ABOUT * best and hit.paragraph.section != "agenda"]
    dated = [hit for hit in near if hit.meeting.date is not None]
    dated.sort(key=lambda hit: (hit.meeting.date or datetime.date.min, -hit.rank), reverse=True)
    decided = _decisions(dated)
    statement, figure = _statement(dated), _figure(dated)
    promise = _promise(dated)
    missing = (("decision", decided), ("statement", statement), ("figure", figure), ("promised step", promise))
    notes = [f"no {name} found" for name, found in missing if not found]
    if len(dated) < len(near):
        notes.append(f"{len(near) - len(dated)} paragraphs of meetings without a date left out")
    said = [one for one in (*decided, statement, figure, promise) if one]
    told = {hit.paragraph.id: hit.meeting.council for hit in dated}
    councils = sorted({name for one in said if (name := told.get(one.paragraph_id))})
    if len(councils) > 1:
        notes.append(f"the quotations are of {len(councils)} councils ({'; '.join(councils)}): choose one")
    if not hits:
        notes = ["nothing was found"]
    return Position(
        topic=topic,
        decision=decided[0] if decided else None,
        statement=statement,
        figure=figure,
        promise=promise,
        earlier=decided[1] if len(decided) > 1 else None,
        notes=tuple(notes),
    )


def _decisions(hits: Sequence[Hit]) -> list[Said]:
    """Return the two newest decisions on the topic: they hold its words, or its item's title does."""
    found: list[Said] = []
    seen: set[str] = set()
    for hit in hits:
        if hit.item is None or hit.item.id in seen:
            continue
        seen.add(hit.item.id)
        for one in reversed(find_decisions(hit.item)):
            if not one.routine and _is_on(one, hit.item, hit.terms):
                found.append(_decision(one, hit, "earlier decision" if found else "decision"))
                break
        if len(found) == 2:
            break
    return found


def _is_on(one: Decision, item: Item, terms: Iterable[str]) -> bool:
    words = " ".join([item.title, one.text, *(clause.text for clause in one.clauses)]).casefold()
    return any(term.casefold() in words for term in terms)


def _decision(one: Decision, hit: Hit, role: str) -> Said:
    """Quote a decision: its sentence, or where that only opens a list the clause that holds the topic's words."""
    assert hit.item is not None
    start, end, paragraph_id = one.start, one.sentence_end or one.end, one.paragraph_id
    text_of = {p.id: p for p in hit.item.paragraphs}
    said = text_of[paragraph_id].text[start:end]
    if one.clauses and len(said.split()) <= 8:
        terms = [term.casefold() for term in hit.terms]
        first = next((c for c in one.clauses if any(t in c.text.casefold() for t in terms)), one.clauses[0])
        start, end, paragraph_id = first.start, first.end, first.paragraph_id
    paragraph = text_of[paragraph_id]
    return Said(role, paragraph.text[start:end], paragraph_id, start, end, hit.item.date, None, paragraph.citation)


def _statement(hits: Sequence[Hit]) -> Said | None:
    """Return the newest sentence in which somebody with a name or a post says something of the topic."""
    for hit in hits:
        for start, end in sentences(hit.paragraph.text):
            text = hit.paragraph.text[start:end]
            who = speaker_in(text) if TOLD.search(text) and _holds(text, hit) else None
            if who and is_somebody(who, text):
                return _said("statement", hit, start, end, who)
    return None


def _figure(hits: Sequence[Hit]) -> Said | None:
    for hit in hits:
        for start, end in sentences(hit.paragraph.text):
            text = hit.paragraph.text[start:end]
            if _holds(text, hit) and any(one.label == "FIGURE" for one in tag(text, date=hit.meeting.date)):
                return _said("figure", hit, start, end, speaker_in(text))
    return None


def _promise(hits: Sequence[Hit]) -> Said | None:
    seen: set[str] = set()
    for hit in hits:
        if hit.item is None or hit.item.id in seen:
            continue
        seen.add(hit.item.id)
        title = _holds(hit.item.title, hit)
        for one in reversed(find_undertakings(hit.item)):
            if title or _holds(f"{one.text} {one.about}", hit):
                return Said(
                    "promise", one.text, one.paragraph_id, one.start, one.end, one.date, one.owner, one.citation
                )
    return None


def _holds(text: str, hit: Hit) -> bool:
    small = text.casefold()
    return any(term.casefold() in small for term in hit.terms)


def _said(role: str, hit: Hit, start: int, end: int, who: str | None) -> Said:
    paragraph = hit.paragraph
    return Said(role, paragraph.text[start:end], paragraph.id, start, end, hit.meeting.date, who, paragraph.citation)
