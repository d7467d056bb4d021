"""Questions in tables that give them a column: “Asked by | Question | Reply”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesnlp.records import Paragraph
from minutesnlp.tracking.questions.replies import Place

ASKS = re.compile(r"\W*(?:(?:written|public|members?[’']?)\s)?(?:question|query)s?(?:\s(?:asked|put|text))?\W*\Z", re.I)
REPLIES = re.compile(r"\W*(?:(?:written|officer[’']?s?)\s)?(?:reply|response|answer)(?:\s(?:given|text))?\W*\Z", re.I)
NAMES = re.compile(
    r"\W*(?:asked\sby|from|name|questioner|asker|member|councillor|submitted\sby|raised\sby|by|resident)\W*\Z", re.I
)
CELL = re.compile(r"[^|]+")


def tabled_in(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Place, str, Place | None]]:
    """Yield the rows of an item's tables of questions: the question, who asks (or an empty string), the reply."""
    columns: tuple[int, int, int | None] | None = None
    for n, paragraph in enumerate(paragraphs):
        if paragraph.kind != "table":
            columns = None
            continue
        cells = _cells(paragraph, n)
        head = _columns(cells)
        columns = head or columns
        if head or columns is None or len(cells) <= columns[0]:
            continue
        asks, replies, names = columns
        if not cells[asks].text:
            continue
        reply = cells[replies] if replies < len(cells) and cells[replies].text else None
        yield cells[asks], cells[names].text if names is not None and names < len(cells) else "", reply


def _cells(paragraph: Paragraph, n: int) -> list[Place]:
    whole = Place(paragraph, n, 0, len(paragraph.text))
    return [whole.part(*cell.span()) for cell in CELL.finditer(paragraph.text)]


def _columns(cells: Sequence[Place]) -> tuple[int, int, int | None] | None:
    """Return where the question, the reply and the name stand, where a row is the head of such a table."""
    places = [
        next((n for n, cell in enumerate(cells) if kind.match(cell.text)), None) for kind in (ASKS, REPLIES, NAMES)
    ]
    asks, replies, names = places
    return None if asks is None or replies is None else (asks, replies, names)
