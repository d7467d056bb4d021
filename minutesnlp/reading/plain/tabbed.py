"""Tables that were pasted as text, their cells parted by tabs: from a spreadsheet, a web page or Word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

# So many lines a table has at least. Of two cells the second tells a figure: a tab sets a name or a post apart as well.
FEWEST, FEWEST_OF_TWO = 2, 3

# “1.”, “(a)”, “4.2”, “21/16”; not “31/0042”, “100281”, “A”
LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,4})[.)]+|\d{1,3}(?:[./]\d{1,3})+\.?", re.IGNORECASE)

# “£1,250.00”, “88%”, “(40)”; not “4 March”, “Clerk”
FIGURE = re.compile(r"[(+–-]?\s?[£$€]?\s?\d[\d,.]*\s?%?\)?")


def with_rows(lines: Sequence[str]) -> list[str]:
    r"""Return lines of which those of a table are written as markdown writes its rows; the others stay as they are.

    The lines of a table follow one another and have as many cells each. Where each begins with a label they are
    items, or clauses.

    >>> with_rows(["Paid:", "J Wren\tGrass\t£12", "Quay Ltd\t\t£48"])
    ['Paid:', '| J Wren | Grass | £12 |', '| Quay Ltd |  | £48 |']
    >>> with_rows(["1.\tApologies", "2.\tMinutes"])
    ['1.\tApologies', '2.\tMinutes']
    """
    found: list[str] = []
    for count, run in groupby(lines, key=_cells):
        together = list(run)
        grid = [[cell.strip() for cell in line.split("\t")] for line in together]
        found += [f"| {' | '.join(row)} |" for row in grid] if count and _is_table(grid) else together
    return found


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
