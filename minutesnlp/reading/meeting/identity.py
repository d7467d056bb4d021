"""The names of things: ids that survive edits elsewhere, slugs, citations."""

from __future__ import annotations

import datetime
import functools
import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from minutesnlp.records import Meeting, Paragraph

SLUG = re.compile(r"[a-z0-9]+")

# How the note begins on an id that was made unique.
ENDED = "derived: the id has an ending"


def meeting_id(date: str | None, body: str | None, source: str) -> str:
    """Return a meeting's id: its date, and its body or else its file's name."""
    name = slug(body, most=8) if body else slug(PurePath(source).stem, most=12)
    return f"{date or 'undated'}-{name}" if name else (date or "undated")


def slug(text: str, *, most: int = 20) -> str:
    """Return a text as a part of an id.

    >>> slug("21/16"), slug("Children’s Services, Scrutiny")
    ('21-16', 'childrens-services-scrutiny')
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "")).encode("ascii", "ignore").decode()
    return "-".join(SLUG.findall(plain.lower())[:most])[:80].strip("-")


def unique(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return meetings with ids made unique: of several with one id each but the first gets a suffix from its digest."""
    found: dict[str, Meeting] = {}
    for meeting in meetings:
        own = with_own_id(meeting, found)
        found[own.id] = own
    return list(found.values())


def with_own_id(meeting: Meeting, taken: Container[str]) -> Meeting:
    """Return a meeting with an id that is not taken: its own, or that with a suffix from its digest, and a note."""
    if meeting.id not in taken:
        return meeting
    digest = meeting.digest or hashlib.sha256(meeting.source.encode()).hexdigest()
    name = f"{meeting.id}-{digest[:6]}"
    count = 2
    while name in taken:
        name = f"{meeting.id}-{digest[:6]}-{count}"
        count += 1
    note = f"{ENDED}, for {meeting.id} is another meeting of the same day and body"
    return replace(renamed(meeting, name), notes=(*meeting.notes, note))


def renamed(meeting: Meeting, name: str) -> Meeting:
    """Return a meeting under another id, and so its items, paragraphs and attendance."""
    if name == meeting.id:
        return meeting
    old = len(meeting.id)
    ids: dict[str, str] = {}

    def moved(paragraph: Paragraph) -> Paragraph:
        ids[paragraph.id] = name + paragraph.id[old:]
        item_id = name + paragraph.item_id[old:] if paragraph.item_id else None
        return replace(paragraph, id=ids[paragraph.id], item_id=item_id)

    items = tuple(
        replace(item, id=name + item.id[old:], meeting_id=name, paragraphs=tuple(map(moved, item.paragraphs)))
        for item in meeting.items
    )
    front, back = tuple(map(moved, meeting.front)), tuple(map(moved, meeting.back))
    attendance = tuple(
        replace(a, paragraph_id=ids.get(a.paragraph_id, a.paragraph_id)) if a.paragraph_id else a
        for a in meeting.attendance
    )
    return replace(meeting, id=name, items=items, front=front, back=back, attendance=attendance)


@dataclass(frozen=True, slots=True)
class Cite:
    """What a citation of a meeting begins with."""

    council: str | None
    body: str | None
    date: str | None
    source: str

    def of(self, number: str | None, title: str | None, section: str, place: int) -> str:
        """Return a citation: “X Council, Y Panel, 25 October 2021, minute 21/18, paragraph 4”."""
        names = [name for name in (self.council, self.body) if name]
        if len(names) == 2 and names[0].lower() == names[1].lower():
            names.pop()
        parts = names or [PurePath(self.source).name]
        parts.append(_spoken(self.date) if self.date else "undated")
        if number or title:
            parts.append(f"minute {number}" if number else f"“{title}”")
        where = {"agenda": "agenda text, ", "decision": "decision, ", "front": "heading, ", "back": "close, "}
        parts.append(f"{where.get(section, '')}paragraph {place}")
        return ", ".join(parts)


@functools.lru_cache(maxsize=64)
def _spoken(date: str) -> str:
    day = datetime.date.fromisoformat(date)
    return f"{day.day} {day:%B} {day.year}"
