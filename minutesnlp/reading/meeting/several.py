"""Minutes of several meetings in one file, told apart: each begins with a title, a date and who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutesnlp.reading.blocks import CELL, Block, Document
from minutesnlp.reading.meeting.candidates import CLOSING, is_attendance_heading
from minutesnlp.reading.page.days import days_in
from minutesnlp.reading.page.labels import label_of

# What a paper of minutes is called: "MINUTES", "Draft minutes of the Council", "Minute of Meeting".
TITLE = re.compile(
    r"\W*(?:the\s+)?(?:draft\s+|unconfirmed\s+|approved\s+)*(?:minutes?|record|notes)\s+(?:of|from)\b(?!.*\b(?:were|was)\b)"
    r"|\W*(?:draft\s+)?minutes\W*$",
    re.IGNORECASE,
)

# What the name of a council or a body of it has; not “(Image omitted)”
BODY = re.compile(
    r"\b(?:councils?|committee|board|panel|parish|township|forum|association|cyngor|comhairle)\b", re.IGNORECASE
)
# What running text ends with
ENDS = re.compile(r"[.:;,]$")

# A title, its date and the list of who was there stand within so many blocks of one another.
NEAR = 12

# Lines of a heading are no longer than this.
LONGEST = 220

# Text that ends a meeting stands so near above the next one's title.
CLOSE = 8


def parted_meetings(document: Document) -> list[Document]:
    """Return a document for each meeting that a file holds the minutes of, the document itself where it is one."""
    blocks = document.blocks
    if document.structured or any(block.section for block in blocks):
        return [document]
    starts: list[int] = []
    last = _date(blocks[:NEAR])
    for i, block in enumerate(blocks):
        if i < 4 or (starts and i - starts[-1] < 4) or len(block.text) > LONGEST or block.row:
            continue
        titled = TITLE.match(block.text) is not None or _opens_again(block, blocks)
        if titled and (date := _begun(blocks, i)) is not None and date != last:
            starts.append(_top(blocks, i, blocks[0].text))
            last = date
    if not starts:
        return [document]
    bounds = [0, *starts, len(blocks)]
    note = f"derived: one of {len(starts) + 1} meetings whose minutes the file holds"
    return [
        replace(
            document,
            blocks=blocks[a:b],
            facts=replace(
                document.facts,
                date=document.facts.date if not a else None,
                title=document.facts.title if not a else None,
                notes=(*document.facts.notes, note),
            ),
            furniture=document.furniture if not a else (),
        )
        for a, b in pairwise(bounds)
    ]


def _opens_again(block: Block, blocks: Sequence[Block]) -> bool:
    """Tell the line with which the file opens, where that is the council's name: “Netherby Parish Council”."""
    first = blocks[0].text
    return block.text == first and len(first) < 80 and BODY.search(first) is not None and not ENDS.search(first)


def _date(blocks: Sequence[Block]) -> str | None:
    return next((day.date.isoformat() for block in blocks for day in days_in(block.text)), None)


def _begun(blocks: Sequence[Block], at: int) -> str | None:
    """Return the date of a meeting whose minutes begin here, None where none do."""
    heading: list[Block] = []
    closed = any(CLOSING.match(block.text) for block in blocks[at - CLOSE : at])
    for block in blocks[at : at + NEAR]:
        head = block.text.split(CELL if block.row else ":")[0]
        attended = is_attendance_heading(block.text) or is_attendance_heading(head)
        label = label_of(f"{block.label} {block.text}" if block.label else block.text)
        first = label is not None and label.value == (1,) and closed
        if heading and (attended or first):
            return _date(heading)
        if len(block.text) > LONGEST or label is not None:
            return None
        heading.append(block)
    return None


def _top(blocks: Sequence[Block], at: int, first: str) -> int:
    """Return where the heading that a title belongs to begins: with the council's name, which opens the file too."""
    for i in (at - 2, at - 1):
        if blocks[i].text.casefold() == first.casefold():
            return i
    above = blocks[at - 1]
    return at - 1 if (above.level is not None or above.bold or above.text.isupper()) and len(above.text) < 80 else at
