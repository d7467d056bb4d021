"""The form every reader of a format yields: blocks of text with what the format told of them, and facts.

```
bytes ──a reader of one format──> Document(blocks, facts) ──assembly──> Meeting
```

A reader says what it *sees* (this is bold, this is a table's row, this stands on page 3); what it *means* (this is an
item's title, this is agenda text, this is attendance) is decided once for all formats in `assembly`. Only where the
format itself tells the meaning, as ModernGov's pages do, does a reader say so: `starts_item`, `section`, `furniture`.

How to write a reader
---------------------
A reader is a function `read_x(data: bytes, name: str) -> list[Document]`, entered in `dispatch.READERS` with one line.
It yields one `Document` a meeting (several where a file holds several) and raises `ReadError(name, reason, advice)`
for what it cannot read. It must

- yield one Block a paragraph, bullet, clause, heading or table row, in reading order: lines that were broken by the
  page's width are joined, words cut by a hyphen at a line's end are mended, paragraphs that run over a page's end are
  joined where the reader can see that they do (what it leaves apart, `assembly` joins by the words alone);
- give every word of the file either a Block or a place in `Document.furniture` (running heads, page numbers, buttons);
- put a list's label into `label` when the format knows it (a DOCX list's computed number), and leave it in the text
  otherwise: `assembly` takes printed labels off;
- join the cells of a table's row by `CELL` (" | ") and set `row`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from minutesnlp.reading.page.cleaning import clean
from minutesnlp.records import SECTIONS, STATUSES, Attendee

CELL = " | "


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet, clause, heading or table row as a format tells it.

    `text` is cleaned when the Block is made (see `cleaning.clean`); markup is already gone. All else are hints, and
    may be left at their defaults where the format does not know.
    """

    text: str
    line: int = 1
    """Where it begins in the source, from 1; for sources without lines, the block's place in the source from 1."""
    page: int | None = None
    """The page it begins on, from 1, only where the source has pages."""
    level: int | None = None
    """The level of a heading the format itself tells: h1–h6, `#`–`######`, DOCX's Heading 1–9. Not for mere bold."""
    bold: bool = False
    """The whole of it is bold or underlined, as headings without heading styles are."""
    lead: int = 0
    """How many characters at its beginning are bold where only a beginning is: `**Planning:** There were none.`"""
    size: float | None = None
    """Its type's size relative to the document's body text (1.0), where the source knows sizes."""
    centred: bool = False
    indent: float = 0.0
    """How far it stands in from the body's left edge, in characters or their like; only comparisons are made."""
    gap: float = 0.0
    """Space above it in lines; 0 where it follows the line before without any. Text: the number of blank lines."""
    label: str | None = None
    """A list's label as printed or computed ("1.", "(a)", "iv)"), when the format keeps it apart from the text."""
    bullet: bool = False
    """It is a bullet: its mark (•, -, ·) is taken off the text."""
    depth: int = 0
    """How deep in nested lists, 0 outside lists or at their top."""
    row: bool = False
    """It is a row of a table, its cells joined by `CELL`."""
    quote: bool = False
    """It is a block quotation."""
    starts_item: bool = False
    """The format itself says that an agenda item begins here: `text` is its title, `label` its number."""
    section: str | None = None
    """One of `records.SECTIONS`, when the format itself tells it; holds for this block alone."""
    anchor: str | None = None
    """The name by which the source's page can be entered at this block."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))
        if self.section is not None and self.section not in SECTIONS:
            raise ValueError(f"section is {self.section!r}; it must be one of {', '.join(SECTIONS)}")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a format tells of the meeting itself, apart from the words of its page. None where it does not tell.

    Facts are trusted over what is read from the text; a disagreement is noted.
    """

    council: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    start_time: datetime.time | None = None
    venue: str | None = None
    status: str | None = None
    title: str | None = None
    """The document's own title (`<title>`, front matter, PDF metadata): read for body and date, not shown as text."""
    published: datetime.date | None = None
    """When it was published, where that is not the meeting's date: a bound, not a date."""
    within: tuple[datetime.date, datetime.date] | None = None
    """The first and the last day that the meeting may have been on, where no more than a month is told."""
    attendance: tuple[Attendee, ...] = ()
    notes: tuple[str, ...] = ()
    """Each begins `stated:`, `derived:`, `guessed:` or `missing:`."""

    def __post_init__(self) -> None:
        if self.status is not None and self.status not in STATUSES:
            raise ValueError(f"status is {self.status!r}; it must be one of {', '.join(STATUSES)}")


@dataclass(frozen=True, slots=True)
class Document:
    """One meeting's words as a reader of a format gives them.

    `structured` says that the format itself tells where items begin (`Block.starts_item`): then none are looked for.
    `furniture` are the words that were left out (running heads, buttons, page numbers), so that none is lost in
    silence.
    """

    blocks: tuple[Block, ...]
    facts: Facts = Facts()
    reader: str = ""
    structured: bool = False
    furniture: tuple[str, ...] = ()
