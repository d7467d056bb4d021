"""What a person did at a meeting by its minutes: presented, moved, seconded, declared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from minutesnlp.archive.declaring import declared_by
from minutesnlp.archive.initials import Mark, initials_in, marks_in
from minutesnlp.records import Decision, Meeting, Paragraph
from minutesnlp.records.people import Act, Link
from minutesnlp.tagging.linking.registers import plain
from minutesnlp.text.sentences import sentences

# Right behind who does it, or a post in between: “Jo Orr, Head of Care, presented the report”
PRESENTED = re.compile(
    r"""\A[^.;]{0,90}?\b(?:presented|introduced(?!\s(?:Mrs?|Ms|Dr|Cllr|Councillor|everyone|everybody|him|her|them)\b)
    |submitted|outlined|talked\sthrough|spoke\sto|summarised|tabled
    |(?:gave|made|delivered)\s(?:an?|the|his|her|their)\s(?:\w+\s){0,3}?(?:presentation|update|overview|briefing|report))\b""",
    re.VERBOSE,
)
# “presented by the Head of Care”
PRESENTED_BY = re.compile(
    r"\b(?:presented|introduced|submitted|given|report|update|presentation)\s(?:\w+\s){0,3}?(?:by|from)\s(?:the\s)?\Z"
)
LETTERED = re.compile(r"\s\([A-Z]{1,2}\)")
LONGEST_LEAD = 60
# What is longer is a page that was printed without its stops.
LONGEST_SENTENCE = 500


def deeds_of(meeting: Meeting, decisions: Iterable[Decision], links: Sequence[Link], person: str) -> Iterator[Act]:
    """Yield what a person presented, declared, moved and seconded at a meeting, each in the order it is printed."""
    paragraphs = {paragraph.id: paragraph for paragraph in meeting.paragraphs}
    marks = marks_in(meeting, links)
    yield from _said(meeting, marks, person)
    yield from _moved(meeting, decisions, paragraphs, links, person)


def _said(meeting: Meeting, marks: Mapping[str, Sequence[Mark]], person: str) -> Iterator[Act]:
    titles = {item.id: item.title for item in meeting.items}
    for paragraph in meeting.paragraphs:
        here = marks.get(paragraph.id, ())
        if paragraph.section == "agenda" or all(mark.person != person for mark in here):
            continue
        text, title = paragraph.text, titles.get(paragraph.item_id or "", "")
        for start, end in sentences(text):
            theirs = [mark for mark in here if mark.person == person and start <= mark.start < end]
            if not theirs:
                continue
            declaring = declared_by(text, (start, end), here, title=title)
            if any(mark.person == person for mark in declaring):
                begins = min(declaring).start if end - start > LONGEST_SENTENCE else start
                yield _act("declared", text[begins:end], meeting, paragraph)
            elif any(_presents(text, start, mark, end) for mark in theirs):
                yield _act("presented", text[start:end], meeting, paragraph)


def _presents(text: str, start: int, mark: Mark, end: int) -> bool:
    lead = text[max(start, mark.start - LONGEST_LEAD) : mark.start]
    return PRESENTED.match(text[mark.end : end]) is not None or PRESENTED_BY.search(lead) is not None


def _moved(
    meeting: Meeting,
    decisions: Iterable[Decision],
    paragraphs: Mapping[str, Paragraph],
    links: Sequence[Link],
    person: str,
) -> Iterator[Act]:
    """Yield the motions: decisions whose mover or seconder is printed as this person is at this meeting."""
    printed = _printed(paragraphs, links)
    printed |= {plain(letters): {whose} for letters, whose in initials_in(meeting, links).items()}
    for decision in decisions:
        paragraph = paragraphs.get(decision.paragraph_id)
        for kind, name in (("moved", decision.mover), ("seconded", decision.seconder)):
            if name and paragraph is not None and printed.get(plain(name)) == {person}:
                yield _act(kind, decision.words, meeting, paragraph)


def _printed(paragraphs: Mapping[str, Paragraph], links: Iterable[Link]) -> dict[str, set[str]]:
    """Return who is named by what: by a name, with a letter behind it (“Councillor Orr (J)”), by a post.

    Where letters tell people of one name apart, the name without one may be either.
    """
    printed: dict[str, set[str]] = defaultdict(set)
    apart: dict[str, set[str]] = defaultdict(set)
    for link in links:
        text = paragraphs[link.entity.paragraph_id or ""].text
        named = link.entity.text
        lettered = LETTERED.match(text, link.entity.end)
        if lettered:
            printed[plain(named + lettered.group())].add(link.person_id)
            apart[plain(named)].add(link.person_id)
            continue
        printed[plain(named)].add(link.person_id)
        if link.entity.label == "PERSON":
            printed[plain(link.entity.value or "")].add(link.person_id)
        else:
            printed[plain(f"The {named}")].add(link.person_id)
    for name, people in apart.items():
        if len(people) > 1:
            printed[name] |= people
    return printed


def _act(kind: str, text: str, meeting: Meeting, paragraph: Paragraph) -> Act:
    return Act(kind, text, paragraph.id, paragraph.item_id, meeting.id, meeting.date, paragraph.citation)
