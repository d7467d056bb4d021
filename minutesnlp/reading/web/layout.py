"""Tables of web pages told apart: those that hold data, and those that lay out items, names and who is to act."""

from __future__ import annotations

from collections.abc import Sequence

from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.labels import label_of
from minutesnlp.reading.page.owners import ACTION_HEAD, HEAD_WORD, is_owner
from minutesnlp.reading.page.tables import ATTENDANCE
from minutesnlp.reading.page.titles import is_usual
from minutesnlp.reading.trees import Tree, tag_of, text_of

# Cells longer than this hold text rather than data.
LONG_CELL = 140


def is_data(table: Tree) -> bool:
    """Tell a table of data, kept row by row, from one that only lays out a page's text."""
    cells = list(table.iter("td", "th"))
    if not cells or any(True for _ in table.iterdescendants("table")):
        return False
    long = 0
    for cell in cells:
        length = len(text_of(cell))
        blocks = sum(1 for e in cell.iter("p", "li", "h1", "h2", "h3", "h4", "h5", "h6") if clean(text_of(e)))
        if length > LONG_CELL and (blocks > 1 or length > 3 * LONG_CELL):
            long += 1
    rows = [cells_of(row) for row in table.iter("tr")]
    numbered = sum(map(_is_numbered, rows))
    if numbered >= 3 and numbered >= 0.4 * len(rows):
        return False  # items laid out as rows: number, text
    if sum(map(_is_usual, rows)) >= 2:
        return False  # the same, with titles of few words
    if any(_lists_people(row) for row in table.iter("tr")):
        return False
    return long == 0 or long < 0.1 * len(cells)


def cells_of(row: Tree) -> list[str]:
    """Return the words of a row's cells."""
    return [clean(text_of(cell)) for cell in row if tag_of(cell) in ("td", "th")]


def is_head(row: Tree) -> bool:
    """Tell the row of headings over items that a table lays out: "Item | Discussion | Action by"."""
    cells = cells_of(row)
    return len(cells) > 1 and all(
        not cell or HEAD_WORD.fullmatch(cell) or ACTION_HEAD.fullmatch(cell) for cell in cells
    )


def owner_in(cell: Tree) -> str:
    """Return who is to act where a cell of a numbered row says that and nothing else, else ""."""
    row = cell.getparent()
    if row is None or tag_of(row) != "tr" or cell.getnext() is not None:
        return ""
    text = clean(text_of(cell))
    if not is_owner(text):
        return ""
    cells = cells_of(row)
    return text if len(cells) > 2 and _is_numbered(cells) else ""


def _is_alone(cell: str) -> bool:
    label = label_of(cell)
    return label is not None and label.end >= len(cell)


def _is_numbered(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and _is_alone(cells[0]) and any(len(cell) > 25 for cell in cells[1:])


def _is_usual(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and _is_alone(cells[0]) and is_usual(cells[1])


def _lists_people(row: Tree) -> bool:
    """Tell "Members Present:" beside a list with a name a line."""
    cells = [cell for cell in row if tag_of(cell) in ("td", "th")]
    head = clean(text_of(cells[0])) if cells else ""
    if len(cells) != 2 or len(head) > 45 or not ATTENDANCE.search(head):
        return False
    return sum(1 for element in cells[1].iter("li", "p", "br", "div")) >= 2
