"""Tables of what is to be done, under a heading that says by whom and by when: each row is a promise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutesnlp.reading.page.owners import TaskColumns, task_columns
from minutesnlp.records import Paragraph

FEWEST_CELLS = 2
CELL = re.compile(r"(?:(?<=\|)|\A)[^|]*")
# “Done”, “Completed”: no longer to be done
DONE = re.compile(r"\W*(?:done|completed?|closed|cancelled|withdrawn)\W*", re.IGNORECASE)
# “–”, “TBC”, “n/a”
NOTHING = re.compile(r"\W*(?:tb[acd]|n/?a|none|nil|nobody)?\W*", re.IGNORECASE)


class Row(NamedTuple):
    """What is to be done, where it stands in its paragraph, by whom and by when as printed."""

    paragraph: Paragraph
    start: int
    end: int
    owner: str | None
    when: str | None


def rows_in(paragraphs: Sequence[Paragraph]) -> tuple[list[Row], set[str]]:
    """Return what the rows of such tables say is to be done, and the paragraphs that are heading or row of one."""
    found: list[Row] = []
    taken: set[str] = set()
    columns: TaskColumns | None = None
    for paragraph in paragraphs:
        cells = _cells(paragraph.text) if "|" in paragraph.text else []
        head = task_columns([text for text, _ in cells]) if cells else None
        columns = head or (columns if columns and FEWEST_CELLS <= len(cells) <= columns.width else None)
        if columns is None:
            continue
        taken.add(paragraph.id)
        row = _row(paragraph, cells, columns) if head is None else None
        if row is not None:
            found.append(row)
    return found, taken


def _cells(text: str) -> list[tuple[str, int]]:
    """Return the cells of a row, each with where it begins; a mark at either edge is none between two."""
    cells = [
        (match[0].strip(), match.start() + len(match[0]) - len(match[0].lstrip())) for match in CELL.finditer(text)
    ]
    edges = slice(1 if text.startswith("|") else 0, -1 if text.endswith("|") else None)
    return cells[edges]


def _row(paragraph: Paragraph, cells: Sequence[tuple[str, int]], columns: TaskColumns) -> Row | None:
    """Return what a row says is to be done; None where it says nothing, or that it was done."""

    def told(place: int | None) -> str | None:
        text = cells[place][0] if place is not None and place < len(cells) else ""
        return None if NOTHING.fullmatch(text) else text

    task, when = told(columns.task), told(columns.when)
    if task is None or DONE.fullmatch(when or ""):
        return None
    start = cells[columns.task][1]
    return Row(paragraph, start, start + len(task), told(columns.who), when)
