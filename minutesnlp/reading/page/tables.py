"""Tables of office files: those of data kept row by row, those that only lay out a page's text taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesnlp.reading.blocks import CELL, Block
from minutesnlp.reading.page.labels import label_of
from minutesnlp.reading.page.owners import ACTION_HEAD, is_owner

# A cell longer than this, in characters, is prose, and with several paragraphs lays out text.
LONG_CELL = 140
MOST_CELL = 420

# Words over lists of people: "Present:", "Apologies", "In attendance"; not "Presentation".
ATTENDANCE = re.compile(
    r"\b(?:present|apolog(?:y|ies)|absent|attend(?:ance|ing|ees?)|officers|sederunt|observers?|co-?opted\s+members)\b",
    re.IGNORECASE,
)

Cells = Sequence[Sequence[Block]]


def laid_out(grid: Sequence[Cells]) -> list[Block]:
    """Return a table's blocks: one a row where it holds data, else those of its cells in order.

    A label in a cell of its own goes to the text beside it, and who is to act to the end of the row's text.
    """
    grid = [row for row in grid if any(cell for cell in row)]
    if not grid:
        return []
    if max(len(row) for row in grid) == 1:
        return [block for row in grid for cell in row for block in cell]
    if _is_lists(grid):
        columns = [[row[i] for row in grid if i < len(row)] for i in range(max(map(len, grid)))]
        return [block for column in columns for cell in column for block in cell]
    if _is_beside(grid):
        return [block for row in grid for cell in row for block in cell]
    if is_data(grid):
        blocks = [_row(cells) for cells in grid]
        return [replace(blocks[0], gap=1.0), *blocks[1:]]
    head, rows = _headed(grid)
    found: list[Block] = []
    for cells in rows:
        found += _parts(cells, head)
    return found


def _is_lists(grid: Sequence[Cells]) -> bool:
    """Tell lists of people side by side under their headings ("Present", "Apologies"), which are read down."""
    heads = [cell[0].text for cell in grid[0] if cell]
    return sum(len(head) < 50 and ATTENDANCE.search(head) is not None for head in heads) >= 2


def _is_beside(grid: Sequence[Cells]) -> bool:
    """Tell lists of people beside their headings ("Present | Cllr Hale, Cllr Moss"), a name a line."""
    heads = [row[0][0].text for row in grid if len(row) == 2 and len(row[0]) == 1]
    named = sum(len(head) < 50 and ATTENDANCE.search(head) is not None for head in heads)
    return len(heads) == len(grid) and named >= 0.5 * len(grid) and any(len(row[1]) > 1 for row in grid)


def is_data(grid: Sequence[Cells]) -> bool:
    """Tell a table of data from one that lays out text."""
    if any(block.row for row in grid for cell in row for block in cell):
        return False
    numbered = sum(_is_numbered(row) for row in grid)
    if numbered >= 3 and numbered >= 0.4 * len(grid):
        return False
    cells = [cell for row in grid for cell in row]
    long = sum(
        length > LONG_CELL and (len(cell) > 1 or length > MOST_CELL)
        for cell in cells
        if (length := sum(len(block.text) for block in cell))
    )
    return long < max(1, 0.1 * len(cells))


def _is_numbered(row: Cells) -> bool:
    label = _label_alone(row[0])
    return label is not None and any(sum(len(block.text) for block in cell) > 25 for cell in row[1:])


def _label_alone(cell: Sequence[Block]) -> str | None:
    """Return the label that is all a cell holds."""
    if len(cell) != 1:
        return None
    block = cell[0]
    if block.label and not block.text:
        return block.label
    label = label_of(block.text)
    return block.text if label is not None and label.end >= len(block.text) and not block.label else None


def _row(cells: Cells) -> Block:
    texts = [" ".join(f"{block.label or ''} {block.text}".strip() for block in cell) for cell in cells]
    blocks = [block for cell in cells for block in cell]
    text = CELL.join(texts).rstrip(CELL) if sum(map(bool, texts)) > 1 else "".join(texts)
    return Block(
        text,
        line=blocks[0].line,
        page=blocks[0].page,
        bold=all(block.bold for block in blocks),
        row=True,
    )


def _headed(grid: Sequence[Cells]) -> tuple[str, Sequence[Cells]]:
    """Return the heading of a table's action column and the rows below it."""
    last = " ".join(block.text for block in grid[0][-1])
    if len(grid) > 1 and ACTION_HEAD.fullmatch(last):
        return last.rstrip(": "), grid[1:]
    return "", grid


def _parts(cells: Cells, head: str) -> list[Block]:
    """Return the blocks of a row that lays out text."""
    parts = [list(cell) for cell in cells]
    label = _label_alone(parts[0]) if len(parts) > 1 else None
    if label is not None and parts[1] and not parts[1][0].label:
        first = parts[1][0]
        text = first.text if first.row else f"{label} {first.text}"
        parts[1][0] = replace(first, text=text, lead=first.lead + len(label) + 1 if first.lead else 0)
        parts[0] = []
    owner = ""
    if len(parts) > 1 and parts[-1] and any(parts[:-1]):
        words = " ".join(block.text for block in parts[-1])
        if all(is_owner(block.text) for block in parts[-1]) and (head or len(words) < 30):
            owner = f"{head}: {words}" if head else words
            parts.pop()
    found = [block for part in parts for block in part]
    if owner and found:
        found[-1] = replace(found[-1], text=found[-1].text + CELL + owner)
    return found
