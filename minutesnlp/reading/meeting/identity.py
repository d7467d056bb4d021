"""The names of things: ids that survive edits elsewhere, slugs, citations."""

from __future__ import annotations

import datetime
import functools
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from minutesnlp.records import Meeting, Paragraph

SLUG = re.compile(r"[a-z0-9]+")

# How the note begins on an id that was made unique, and what it then ends with.
ENDED = "derived: the id has an ending"
ENDING = re.compile(r"-[0-9a-f]{6}(?:-[0-9]+)?\Z")


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


class Keys:
    """What the items of a meeting are called in their ids: by number or title, each once."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._taken: set[str] = set()

    def __len__(self) -> int:
        return len(self._times)

    def taken_by(self, key: str) -> tuple[str, int]:
        """Return the name of the next item of a number or title, and the how many-eth of it that is.

        >>> keys = Keys()
        >>> [keys.taken_by(key) for key in ("15", "15-2", "15")]
        [('15', 1), ('15-2', 1), ('15-3', 2)]
        """
        self._times[key] += 1
        time = ending = self._times[key]
        name = key if time == 1 else f"{key}-{time}"
        while name in self._taken:  # 15.2 is called as the second 15 would be
            ending += 1
            name = f"{key}-{ending}"
        self._taken.add(name)
        return name, time


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
    note = f"{ENDED}, for {meeting.id} is another meeting of the same day and body, or another edit of it"
    return replace(renamed(meeting, name), notes=(*meeting.notes, note))


def renamed(meeting: Meeting, name: str) -> Meeting:
    """Return a meeting under another id, and so its items, paragraphs and attendance.

    Where the id has an ending, for another meeting of that day and body, its citations name the file too.
    """
    if name == meeting.id:
        return meeting
    old = len(meeting.id)
    ids: dict[str, str] = {}
    cited = _citing(meeting, name)

    def moved(paragraph: Paragraph) -> Paragraph:
        ids[paragraph.id] = name + paragraph.id[old:]
        item_id = name + paragraph.item_id[old:] if paragraph.item_id else None
        return replace(paragraph, id=ids[paragraph.id], item_id=item_id, citation=cited(paragraph.citation))

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


def _citing(meeting: Meeting, name: str) -> Callable[[str], str]:
    """Return what makes a citation of a meeting one of it under another id: with its file, or without it."""
    ended = name if meeting.id == ENDING.sub("", name) else meeting.id
    if ENDING.sub("", ended) not in (meeting.id, name):
        return lambda citation: citation
    day = f", {_spoken(meeting.date.isoformat()) if meeting.date else 'undated'}, "
    file = PurePath(meeting.source)
    label = file.name if meeting.council or meeting.body else "/".join(file.parts[-2:])  # its name is told already
    again = re.search(r"-([0-9]+)\Z", ended.removeprefix(ENDING.sub("", ended))[7:])
    told = f"{day}{label}{f' ({again[1]})' if again else ''}, "
    old, new = (day, told) if ended == name else (told, day)
    return lambda citation: citation.replace(old, new, 1)


@dataclass(frozen=True, slots=True)
class Cite:
    """What a citation of a meeting begins with."""

    council: str | None
    body: str | None
    date: str | None
    source: str

    def of(self, number: str | None, title: str | None, section: str, place: int, time: int = 1) -> str:
        """Return a citation: “X Council, Y Panel, 25 October 2021, minute 21/18, paragraph 4”.

        Minutes give a number or a title again, by a slip or part by part: it is told which one it is.
        """
        names = [name for name in (self.council, self.body) if name]
        if len(names) == 2 and names[0].lower() == names[1].lower():
            names.pop()
        parts = names or [PurePath(self.source).name]
        parts.append(_spoken(self.date) if self.date else "undated")
        if number or title:
            again = f" ({_ordinal(time)} of that {'number' if number else 'title'})" if time > 1 else ""
            parts.append((f"minute {number}" if number else f"“{title}”") + again)
        where = {"agenda": "agenda text, ", "decision": "decision, ", "front": "heading, ", "back": "close, "}
        parts.append(f"{where.get(section, '')}paragraph {place}")
        return ", ".join(parts)


def _ordinal(number: int) -> str:
    return f"{number}" + ("th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))


@functools.lru_cache(maxsize=64)
def _spoken(date: str) -> str:
    day = datetime.date.fromisoformat(date)
    return f"{day.day} {day:%B} {day.year}"
