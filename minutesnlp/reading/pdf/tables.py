"""The cells of a PDF's tables put together: rows of data joined, cells that hold paragraphs kept apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.page.labels import label_of
from minutesnlp.reading.page.owners import is_owner
from minutesnlp.reading.page.tables import ATTENDANCE
from minutesnlp.reading.page.titles import is_usual
from minutesnlp.reading.pdf.grids import Grid
from minutesnlp.reading.pdf.rows import Row
from minutesnlp.reading.pdf.runs import Run

# A cell longer than this, in characters, holds paragraphs: the table lays out text.
LONG_CELL = 420

# So many numbers make a table one of items, and a cell as short as this beside others, in characters, is a title.
MOST_OFTEN = 3
LONGEST_TITLE = 120

# A planning reference that a narrow cell broke: "AB/23/0 0893/X"; not "in 2023 4 members".
BROKEN_CODE = re.compile(r"(?<=[A-Z]/)(\d\d/\d{1,4}) (?=\d{2,5}/)")

# A hyphen at a line's end within a cell: "GO- Science"; not "vote - lost".
HYPHEN_AND_SPACE = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")


@dataclass(slots=True)
class Strand:
    """Rows of one cell each that are read one after the other.

    `right` is the edge their lines are broken at, where that is not the page's; `table` says that each is a finished
    row of a table, `apart` that each is a paragraph of its own.
    """

    rows: list[Row]
    right: float | None = None
    table: bool = False
    apart: bool = False


def within(rows: Sequence[Row], grid: Grid) -> tuple[int, int]:
    """Return which rows stand in a grid."""
    inside = [
        i
        for i, row in enumerate(rows)
        if grid.row_at((row.top + row.bottom) / 2) is not None
        and any(grid.column_at((cell.x0 + cell.x1) / 2) is not None for cell in row.cells)
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def grid_strands(rows: Sequence[Row], grid: Grid) -> list[Strand]:
    """Read a table by its ruled lines: row by row, or cell by cell where its cells hold paragraphs."""
    across, down = len(grid.xs) - 1, len(grid.ys) - 1
    cells: list[list[list[Row]]] = [[[] for _ in range(across)] for _ in range(down)]
    for row in rows:
        at = grid.row_at((row.top + row.bottom) / 2)
        at = at if at is not None else (0 if row.top < grid.ys[0] else down - 1)
        for cell in row.cells:
            column = grid.column_at((cell.x0 + cell.x1) / 2)
            column = column if column is not None else (0 if cell.x0 < grid.xs[0] else across - 1)
            owners = row.owners if cell is row.cells[-1] else []
            cells[at][column].append(replace(row, cells=[cell], owners=owners))
    lines = [line for line in cells if any(line)]
    if holds_items([" ".join(cell[0].text for cell in line if cell) for line in lines]):
        return _items(lines)
    heads = [cell[0].text for cell in lines[0] if cell]
    if sum(len(head) < 50 and ATTENDANCE.search(head) is not None for head in heads) >= 2:
        down_columns = [[row for line in lines for row in line[column]] for column in range(across)]
        return [Strand(column, apart=True) for column in down_columns if column]
    lengths = [sum(len(row.text) for row in cell) for line in lines for cell in line]
    if sum(length for length in lengths if length > LONG_CELL) > 0.6 * sum(lengths):
        return [Strand(c, right=max(row.cells[0].x1 for row in c)) for line in lines for c in line if c]
    found = []
    for line in lines:
        filled = [row for cell in line for row in cell]
        owners = [owner for row in filled for owner in row.owners]
        found.append(_joined(replace(filled[0], owners=owners), [[row.cells[0] for row in cell] for cell in line]))
    return [Strand(found, table=True)]


def holds_items(leads: Sequence[str]) -> bool:
    """Tell a table that lays out minutes, by the beginnings of its rows: numbers that count, and usual titles.

    >>> holds_items(["Item Minute Action", "1 Apologies", "2 Declarations of interest", "3 The bridge"])
    True
    >>> holds_items(["1 Hedge trimming 40.00", "2 Hall hire 12.00", "3 Clerk 100.00"])
    False
    """
    rests = [text[label.end :] for text in leads if (label := label_of(text)) is not None and label.end < len(text)]
    return len(rests) >= MOST_OFTEN and sum(map(is_usual, rests)) >= max(2, 0.25 * len(rests))


def _items(lines: Sequence[Sequence[Sequence[Row]]]) -> list[Strand]:
    """Read minutes that stand in a table item by item, cell by cell; who is to act goes to the end of the item."""
    across = len(lines[0])
    rights = [max((row.cells[0].x1 for line in lines for row in line[i]), default=0.0) for i in range(across)]
    found: list[Strand] = []
    for line in lines:
        filled = [(list(cell), rights[i]) for i, cell in enumerate(line[:-1]) if cell]
        last = list(line[-1])
        owners = list(dict.fromkeys(owner for cell in line for row in cell for owner in row.owners))
        if last and across > 2 and all(is_owner(row.text) for row in last):
            owners += [row.text for row in last]
        elif last:
            filled.append((last, rights[-1]))
        if not filled:
            continue
        label = label_of(filled[0][0][0].text)
        if len(filled) > 1 and len(filled[0][0]) == 1 and label is not None and label.end >= len(filled[0][0][0].text):
            number = filled.pop(0)[0][0].cells[0]
            first = filled[0][0][0].cells[0]
            run = replace(
                first, text=f"{number.text} {first.text}", lead=first.lead and first.lead + len(number.text) + 1
            )
            filled[0][0][0] = replace(filled[0][0][0], cells=[run])
        for cell, right in filled:
            rows = [replace(row, owners=[]) for row in cell]
            if len(filled) > 1 and sum(len(row.text) for row in rows) <= LONGEST_TITLE:
                rows = [_joined(rows[0], [[row.cells[0] for row in rows]])]  # a title of its own
            found.append(Strand(rows, right=right))
        if owners:
            found[-1].rows[-1] = replace(found[-1].rows[-1], owners=owners)
    return found


def table_rows(rows: Sequence[Row], grid: Sequence[Sequence[Run | None]], lines: Sequence[float]) -> list[Row]:
    """Return a table's rows, each as one cell, what was broken within a cell joined."""
    ruled = [any(rows[i - 1].bottom - 4 <= y <= rows[i].top + 4 for y in lines) for i in range(1, len(rows))]
    by_rules = len(rows) > 2 and sum(ruled) >= 2 and not all(ruled)
    merged: list[tuple[Row, list[list[Run]]]] = []
    for i, (row, cells) in enumerate(zip(rows, grid, strict=True)):
        height = max(row.bottom - row.top, 1.0)
        tight = i > 0 and row.top - rows[i - 1].bottom < 0.5 * height
        if by_rules:
            goes_on = i > 0 and not ruled[i - 1]
        else:
            filled = sum(cell is not None for cell in cells)
            small = any(cell and cell.text[:1].islower() for cell in cells)
            few = filled == 1 or filled < len(cells) - 1
            goes_on = tight and cells[0] is None and ((few and not ruled[i - 1]) or small)
        if goes_on and merged:
            kept, columns = merged[-1]
            for column, cell in zip(columns, cells, strict=True):
                if cell:
                    column.append(cell)
            kept.bottom = row.bottom
            kept.owners.extend(row.owners)
        else:
            merged.append((replace(row), [[cell] if cell else [] for cell in cells]))
    return [_joined(row, columns) for row, columns in merged]


def _joined(row: Row, columns: Sequence[Sequence[Run]]) -> Row:
    """Return a table's row as one cell."""
    texts = [_one_text(column) for column in columns]
    runs = [cell for column in columns for cell in column]
    run = replace(
        runs[0],
        text=CELL.join(texts).rstrip(CELL) if sum(map(bool, texts)) > 1 else "".join(texts),
        x1=max(cell.x1 for cell in runs),
        bold=all(cell.bold for cell in runs),
        lead=0,
        hang=None,
    )
    return replace(row, cells=[run])


def _one_text(column: Sequence[Run]) -> str:
    """Return what stands in a cell line after line as one text."""
    text = " ".join(cell.text for cell in column)
    return BROKEN_CODE.sub(r"\1", HYPHEN_AND_SPACE.sub("-", text)) if len(column) > 1 else text
