"""What a person did at a meeting by its minutes: presented, moved, seconded, declared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from minutesnlp.records import Meeting, Paragraph
from minutesnlp.records.people import Act, Link
from minutesnlp.tagging.linking.registers import plain
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import find_decisions

# Right behind who does it, or a post in between: “Jo Orr, Head of Care, presented the report”
PRESENTED = re.compile(
    r"""\A[^.;]{0,90}?\b(?:presented|introduced|submitted|outlined|talked\sthrough|spoke\sto|summarised|tabled
    |(?:gave|made|delivered)\s(?:an?|the|his|her|their)\s(?:\w+\s){0,3}?(?:presentation|update|overview|briefing|report))\b""",
    re.VERBOSE,
)
# “presented by the Head of Care”
PRESENTED_BY = re.compile(
    r"\b(?:presented|introduced|submitted|given|report|update|presentation)\s(?:\w+\s){0,3}?(?:by|from)\s(?:the\s)?\Z"
)
DECLARED = re.compile(
    r"\b(?:declared?|declares|declaring|disclosed|registered)\b[^.]{0,60}\b(?:interests?|dispensation|predetermination)\b",
    re.IGNORECASE,
)
LONGEST_LEAD = 60


def deeds_of(meeting: Meeting, links: Sequence[Link], person: str) -> Iterator[Act]:
    """Yield what a person presented, moved, seconded and declared at a meeting, in the order it is printed."""
    paragraphs = {paragraph.id: paragraph for paragraph in meeting.paragraphs}
    theirs = [link for link in links if link.person_id == person]
    yield from _said(meeting, paragraphs, theirs)
    yield from _moved(meeting, paragraphs, links, person)


def _said(meeting: Meeting, paragraphs: dict[str, Paragraph], theirs: Iterable[Link]) -> Iterator[Act]:
    done = set()
    for link in theirs:
        paragraph = paragraphs.get(link.entity.paragraph_id or "")
        if paragraph is None or paragraph.section == "agenda":
            continue
        sentence = _sentence(paragraph, link.entity.start)
        if sentence is None:
            continue
        start, end = sentence
        before = paragraph.text[max(start, link.entity.start - LONGEST_LEAD) : link.entity.start]
        after = paragraph.text[link.entity.end : end]
        kinds = []
        if DECLARED.search(after) and not PRESENTED_BY.search(before):
            kinds.append("declared")
        elif PRESENTED.match(after) or PRESENTED_BY.search(before):
            kinds.append("presented")
        for kind in kinds:
            if (kind, paragraph.id, start) not in done:
                done.add((kind, paragraph.id, start))
                yield _act(kind, paragraph.text[start:end], meeting, paragraph)


def _moved(meeting: Meeting, paragraphs: dict[str, Paragraph], links: Sequence[Link], person: str) -> Iterator[Act]:
    """Yield the motions: decisions whose mover or seconder is printed as this person is at this meeting."""
    printed = {plain(link.entity.text): link.person_id for link in links if link.entity.label == "PERSON"}
    printed |= {plain(link.entity.value or ""): link.person_id for link in links if link.entity.label == "PERSON"}
    for decision in find_decisions(meeting):
        paragraph = paragraphs.get(decision.paragraph_id)
        for kind, name in (("moved", decision.mover), ("seconded", decision.seconder)):
            if name and paragraph is not None and printed.get(plain(name)) == person:
                yield _act(kind, decision.words, meeting, paragraph)


def _sentence(paragraph: Paragraph, place: int) -> tuple[int, int] | None:
    for start, end in sentences(paragraph.text):
        if start <= place < end:
            return start, end
    return None


def _act(kind: str, text: str, meeting: Meeting, paragraph: Paragraph) -> Act:
    return Act(kind, text, paragraph.id, paragraph.item_id, meeting.id, meeting.date, paragraph.citation)
