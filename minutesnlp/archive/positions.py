"""Where a topic stands now: its newest decision, statement, figure and promised step."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from minutesnlp.records import Decision, Hit, Hits, Item, Position, Said
from minutesnlp.summarising.cues import LEADS, TOLD
from minutesnlp.summarising.topics import ABOUT as MOST_OF_IT
from minutesnlp.summarising.topics import Topic
from minutesnlp.tagging import tag
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import find_decisions, find_undertakings
from minutesnlp.tracking.decisions.fates import fate_of, with_votes
from minutesnlp.tracking.undertakings.actors import is_somebody, speaker_in

# Paragraphs that answer the topic less well than this share of the best are not about it.
ABOUT = 0.35
# A decision's sentence of no more words only opens its clauses, or is a bare verdict.
OPENING = 8
ALL_OF_IT = 0.99
# … and is on what so many sentences before it are about.
BEFORE = 2
# So many paragraphs are asked for.
MOST = 120


def position_of(topic: str, hits: Hits) -> Position:
    """Return where a topic stands by the paragraphs that answer it, newest first; related ones only if no others do."""
    hits = hits[: hits.total] or hits
    best = max((hit.score for hit in hits), default=0.0)
    near = [hit for hit in hits if hit.score >= ABOUT * best and hit.paragraph.section != "agenda"]
    dated = [hit for hit in near if hit.meeting.date is not None]
    dated.sort(key=lambda hit: (hit.meeting.date or datetime.date.min, -hit.rank), reverse=True)
    about = Topic(hits, topic)
    decided = _decisions(dated, about)
    statement, figure = _statement(dated, about), _figure(dated, about)
    promise = _promise(dated, about)
    missing = (("decision", decided), ("statement", statement), ("figure", figure), ("promised step", promise))
    notes = [*about.notes, *(f"no {name} found" for name, found in missing if not found)]
    if len(dated) < len(near):
        notes.append(f"{len(near) - len(dated)} paragraphs of meetings without a date left out")
    said = [one for one in (*decided, statement, figure, promise) if one]
    told = {hit.paragraph.id: hit.meeting.council for hit in dated}
    councils = sorted({name for one in said if (name := told.get(one.paragraph_id))})
    if len(councils) > 1:
        notes.append(f"the quotations are of {len(councils)} councils ({'; '.join(councils)}): choose one")
    if decided and promise and decided[0].date and promise.date and promise.date < decided[0].date:
        notes.append("the promise is older than the decision")
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


def _decisions(hits: Sequence[Hit], about: Topic) -> list[Said]:
    """Return the two newest decisions on the topic: of each item that has one the last."""
    found: list[Said] = []
    seen: set[str] = set()
    for hit in hits:
        if hit.item is None or hit.item.id in seen:
            continue
        seen.add(hit.item.id)
        for one in reversed(find_decisions(hit.item)):
            if not one.routine and _is_on(one, hit.item, about):
                found.append(_decision(one, hit, about, "earlier decision" if found else "decision"))
                break
        if len(found) == 2:
            break
    return found


def _is_on(one: Decision, item: Item, about: Topic) -> bool:
    """Tell whether a decision is on the topic.

    It and its item's title hold most of it; or all stands in the sentences right before it, or in the paragraph before
    that of a bare verdict.
    """
    own = " ".join([one.text, *(clause.text for clause in one.clauses)])
    title = item.title
    if about.share(title) >= MOST_OF_IT or (about.share(own) and about.share(f"{title} {own}") >= MOST_OF_IT):
        return True
    place = next(place for place, paragraph in enumerate(item.paragraphs) if paragraph.id == one.paragraph_id)
    before = item.paragraphs[place].text[: one.start]
    before = before[[0, 0, *(start for start, _ in sentences(before))][-BEFORE] :]
    if place and len(own.split()) <= OPENING and not before.strip():
        before = item.paragraphs[place - 1].text
    return about.share(before) >= ALL_OF_IT


def _decision(one: Decision, hit: Hit, about: Topic, role: str) -> Said:
    """Quote a decision: its sentence, or where that only opens a list or says less the clause that is on the topic."""
    assert hit.item is not None
    start, end, paragraph_id = one.start, one.sentence_end or one.end, one.paragraph_id
    text_of = {p.id: p for p in hit.item.paragraphs}
    said = text_of[paragraph_id].text[start:end]
    if one.clauses:
        best = max(one.clauses, key=lambda clause: about.share(clause.text))
        opens = len(said.split()) <= OPENING or LEADS.search(said) is not None
        if opens or about.share(best.text) > about.share(said):
            start, end, paragraph_id = best.start, best.end, best.paragraph_id
    paragraph = text_of[paragraph_id]
    said = paragraph.text[start:end]
    return Said(role, said, paragraph_id, start, end, hit.item.date, None, paragraph.citation, with_votes(one))


def _statement(hits: Sequence[Hit], about: Topic) -> Said | None:
    """Return the newest sentence in which somebody with a name or a post says something of the topic."""
    for hit in hits:
        for start, end in sentences(hit.paragraph.text):
            text = hit.paragraph.text[start:end]
            who = speaker_in(text) if TOLD.search(text) and about.in_sentence(text, _title(hit)) else None
            if who and is_somebody(who, text) and not _fell(hit.item, hit.paragraph.id, start, end, text):
                return _said("statement", hit, start, end, who)
    return None


def _figure(hits: Sequence[Hit], about: Topic) -> Said | None:
    for hit in hits:
        for start, end in sentences(hit.paragraph.text):
            text = hit.paragraph.text[start:end]
            figured = any(one.label == "FIGURE" for one in tag(text, date=hit.meeting.date))
            on_it = figured and about.in_sentence(text, _title(hit))
            if on_it and not _fell(hit.item, hit.paragraph.id, start, end, text):
                return _said("figure", hit, start, end, speaker_in(text))
    return None


def _promise(hits: Sequence[Hit], about: Topic) -> Said | None:
    seen: set[str] = set()
    for hit in hits:
        if hit.item is None or hit.item.id in seen:
            continue
        seen.add(hit.item.id)
        for one in reversed(find_undertakings(hit.item)):
            on_it = about.share(f"{hit.item.title} {one.text} {one.about}") >= MOST_OF_IT
            if on_it and not _fell(hit.item, one.paragraph_id, one.start, one.end, one.text):
                return Said(
                    "promise", one.text, one.paragraph_id, one.start, one.end, one.date, one.owner, one.citation
                )
    return None


def _fell(item: Item | None, paragraph_id: str, start: int, end: int, text: str) -> bool:
    """Tell what stands in a motion that was lost or withdrawn: it is nobody's figure or promise."""
    return item is not None and fate_of(find_decisions(item), paragraph_id, start, end, text) != ""


def _title(hit: Hit) -> str:
    return hit.item.title if hit.item else ""


def _said(role: str, hit: Hit, start: int, end: int, who: str | None) -> Said:
    paragraph = hit.paragraph
    return Said(role, paragraph.text[start:end], paragraph.id, start, end, hit.meeting.date, who, paragraph.citation)
