"""Minutes as they were read: meetings of items of paragraphs.

Text is cleaned before a `Paragraph` is made and never after.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import ClassVar

from minutesnlp.counting import plural
from minutesnlp.records.record import Record, one_of

SECTIONS = ("front", "agenda", "decision", "minutes", "back")
KINDS = ("text", "bullet", "clause", "heading", "vote", "attendance", "declaration", "table", "boilerplate")
STATUSES = ("draft", "approved")
# A role that says who chaired this meeting, and one of a chair: not a vice-chair's, nor that of the chair of something.
IN_THE_CHAIR = re.compile(
    r"\bin\s+the\s+chair\b|\bchair(?:ed|ing|\w*\s+of)\s+(?:the\s+)?meeting\b|\bacting\s+chair", re.IGNORECASE
)
A_CHAIR = re.compile(
    r"(?:^|[,;/(–-]\s*)(?:(?:the|an|y|independent|interim|council|committee)\s+)*"
    r"(?:chair(?:man|woman|person)?|cathaoirleach|cadeirydd)\s*(?:$|[,;/)–&-]|and\b)",
    re.IGNORECASE,
)

ATTENDING = ("present", "apologies", "absent", "officer", "public")


@dataclass(frozen=True, slots=True)
class Paragraph(Record):
    """A paragraph, bullet, clause, heading or table row of minutes.

    `text` is NFC, single-spaced, on one line. `number` is the label as printed (`1`, `(a)`, `3.2`), without closing
    punctuation. `line` counts from 1 in the source; `page` only where the source has pages.
    `section` is one of `SECTIONS` (`agenda`: what was to be done, no record of what happened) and `kind` of `KINDS`.
    """

    id: str
    text: str
    number: str | None = None
    section: str = "minutes"
    kind: str = "text"
    page: int | None = None
    line: int = 1
    item_id: str | None = None
    citation: str = ""

    def __post_init__(self) -> None:
        one_of("section", self.section, SECTIONS)
        one_of("kind", self.kind, KINDS)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Item(Record):
    """An agenda item with the paragraphs under it, in the order they are printed.

    `number` is as printed, without closing punctuation. `truncated` tells that the source says its text is cut off.
    `anchor` is the place in a web page: `source#anchor` opens it; None where the page marks none.
    Council, body and date are its meeting's, so that an item can be tagged and cited alone.
    """

    id: str
    title: str
    number: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    truncated: bool = False
    meeting_id: str = ""
    council: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    anchor: str | None = None
    APART: ClassVar[tuple[str, ...]] = ("paragraphs",)

    @property
    def minutes(self) -> tuple[Paragraph, ...]:
        """The paragraphs that record what happened: sections `decision` and `minutes`."""
        return tuple(p for p in self.paragraphs if p.section in ("decision", "minutes"))

    @property
    def text(self) -> str:
        """The texts of `minutes`, one paragraph a line."""
        return "\n".join(p.text for p in self.minutes)

    def __str__(self) -> str:
        return f"{self.number} {self.title}" if self.number else self.title


@dataclass(frozen=True, slots=True)
class Attendee(Record):
    """A person in a list of attendance; `kind` is one of `ATTENDING`.

    `public` is everybody who was there and is told to be neither of the body nor of its officers: of the public and the
    press, councillors of another council, whoever came to report, and how many came unnamed.
    """

    name: str
    kind: str = "present"
    role: str | None = None
    party: str | None = None
    paragraph_id: str | None = None
    ward: str | None = None

    def __post_init__(self) -> None:
        one_of("kind", self.kind, ATTENDING)


@dataclass(frozen=True, slots=True)
class Meeting(Record):
    """A meeting of one body of one council, as one source tells of it.

    `date` is None when the source does not state it; then `date_from` and `date_to` are bounds where it gives any.
    `front` and `back` are the paragraphs before and after the items. `source` is the path as given, `digest` the
    SHA-256 of the source's bytes in hexadecimal. Each of `notes` begins `stated:`, `derived:`, `guessed:`,
    `missing:` or `doubtful:` and says what and why.
    """

    id: str
    council: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    date_from: datetime.date | None = None
    date_to: datetime.date | None = None
    status: str | None = None
    venue: str | None = None
    start_time: datetime.time | None = None
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    front: tuple[Paragraph, ...] = ()
    back: tuple[Paragraph, ...] = ()
    source: str = ""
    digest: str = ""
    notes: tuple[str, ...] = ()
    APART: ClassVar[tuple[str, ...]] = ("items", "front", "back")

    def __post_init__(self) -> None:
        if self.status is not None:
            one_of("status", self.status, STATUSES)

    @property
    def chair(self) -> Attendee | None:
        """Who chaired: whoever the list has in the chair, else the chair among those present; None where not told."""
        away = {one.name for one in self.attendance if one.kind in ("apologies", "absent")}
        here = [one for one in self.attendance if one.role and one.name not in away]
        told = [one for one in here if IN_THE_CHAIR.search(one.role or "")]
        told += [one for one in here if one.kind == "present" and A_CHAIR.search(one.role or "")]
        return told[0] if told else None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in the order they are printed: front, items, back."""
        return (*self.front, *(p for item in self.items for p in item.paragraphs), *self.back)

    def __repr__(self) -> str:
        return f"Meeting({self.id!r}, {plural(len(self.items), 'item')}, {plural(len(self.paragraphs), 'paragraph')})"


@dataclass(frozen=True, slots=True)
class Skipped(Record):
    """A file that was not read, and why."""

    file: str
    reason: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}. {self.advice}".rstrip()
