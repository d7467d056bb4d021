"""Tables that were pasted as text, their cells parted by tabs or by wide gaps: from a spreadsheet, a page or Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from minutesnlp.reading.page.owners import task_columns

# So many lines a table has at least. Of two cells the second tells a figure: a tab sets a name or a post apart as well.
FEWEST, FEWEST_OF_TWO = 2, 3
FEWEST_OF_ROW = 2  # cells

# “1.”, “(a)”, “4.2”, “21/16”; not “31/0042”, “100281”, “A”
LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,4})[.)]+|\d{1,3}(?:[./]\d{1,3})+\.?", re.IGNORECASE)

# “£1,250.00”, “88%”, “(40)”; not “4 March”, “Clerk”
FIGURE = re.compile(r"[(+–-]?\s?[£$€]?\s?\d[\d,.]*\s?%?\)?")

# Between the columns of a table that was set with spaces
GAP = re.compile(r"\s{2,}|\t")


def with_rows(lines: Sequence[str]) -> list[str]:
    r"""Return lines of which those of a table are written as markdown writes its rows; the others stay as they are.

    The lines of a table follow one another and have as many cells each. Where each begins with a label they are
    items, or clauses.

    >>> with_rows(["Paid:", "J Wren\tGrass\t£12", "Quay Ltd\t\t£48"])
    ['Paid:', '| J Wren | Grass | £12 |', '| Quay Ltd |  | £48 |']
    >>> with_rows(["1.\tApologies", "2.\tMinutes"])
    ['1.\tApologies', '2.\tMinutes']

    Gaps part the cells of a table only below a heading that says what is to be done, and by whom.

    >>> with_rows(["Action          Owner", "Mend the lamp   Clerk", "", "The lamp   was out."])
    ['| Action | Owner |', '| Mend the lamp | Clerk |', '', 'The lamp   was out.']
    """
    found: list[str] = []
    for count, run in groupby(_gapped(lines), key=_cells):
        together = list(run)
        grid = [[cell.strip() for cell in line.split("\t")] for line in together]
        found += [f"| {' | '.join(row)} |" for row in grid] if count and _is_table(grid) else together
    return found


def _gapped(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines, those of a table of what is to be done written as rows."""
    width, fewest = 0, FEWEST_OF_ROW
    for line in lines:
        parted = "|" not in line and ("  " in line or "\t" in line)
        cells = GAP.split(line.strip()) if parted else []
        columns = task_columns(cells) if cells else None
        if columns is not None:
            width = columns.width
        elif line.strip():
            width = width if fewest <= len(cells) <= width else 0
        # the rows of a wide table may be set apart, with all their cells
        fewest = FEWEST_OF_ROW if line.strip() else max(width, FEWEST_OF_TWO)
        row = width and line.strip()
        yield f"| {' | '.join(cells + [''] * (width - len(cells)))} |" if row else line


def _cells(line: str) -> int:
    """Return how many cells a line may have: none where it is not of a table, as one that begins with a tab is not."""
    return 0 if "|" in line or line[:1].isspace() or not line.strip() else line.count("\t")


def _is_table(grid: Sequence[Sequence[str]]) -> bool:
    width = len(grid[0])
    if len(grid) < (FEWEST if width > 2 else FEWEST_OF_TWO) or _labelled(grid) > len(grid) / 2:
        return False
    if any(sum(map(bool, row)) < 2 for row in grid):
        return False
    return width > 2 or all(FIGURE.fullmatch(row[1]) for row in grid[1:])


def _labelled(grid: Sequence[Sequence[str]]) -> int:
    return sum(LABEL.fullmatch(row[0]) is not None for row in grid)
