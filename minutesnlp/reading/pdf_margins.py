"""What a PDF prints in the margins of its pages: running heads and feet, page numbers."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from minutesnlp.reading.furniture import PAGE_NUMBER
from minutesnlp.reading.pdf_rows import Row
from minutesnlp.reading.pdf_runs import Page

# The share of a page's height at its top and at its foot where running heads stand.
HEAD = 0.16
FOOT = 0.87

# So many rows from the page's edge may be running heads.
REACH = 5

# Two lines at one height on two pages, in points.
SAME_HEIGHT = 4.0

DIGITS = re.compile(r"\d+")

# A page's number among other words: "Page 3", "p. 3 of 4", "3 | Page", bare "12", "- 3 -".
BARE_NUMBER = re.compile(r"[-–—\[(\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—\])\s]*")
NUMBERED = re.compile(r"\bpage\s*[|:]?\s*\d{1,4}\b|\b\d{1,4}\s*\|\s*page\b|^\s*p\.?\s?\d{1,3}\s*$", re.IGNORECASE)

# A running head that tells of the meeting: "Audit Committee", "24 September 2009"; not "Annotation:".
TELLING = re.compile(
    r"\b(?:council|committee|panel|board|cabinet|executive|forum|assembly|authority|minutes|meeting|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def take_margins(pages: Sequence[Page], rows: dict[int, list[Row]]) -> tuple[list[str], list[str]]:
    """Take the running heads and feet out of the rows; return all their words, and those of the heads apart.

    A line belongs to the margin when it stands near the page's edge and its words, numbers aside, stand at the same
    height on another page near it; or when it is nothing but a page's number.
    """
    shapes: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    edges: dict[int, list[tuple[Row, bool]]] = {}
    for page in pages:
        own = rows[page.number]
        near = [(row, True) for row in own[:REACH] if row.bottom < HEAD * page.height]
        near += [(row, False) for row in own[-REACH:] if row.top > FOOT * page.height]
        edges[page.number] = near
        for row, _ in near:
            shapes[shape_of(row.text)].append((page.number, row.top, max(c.size for c in row.cells)))
    words: list[str] = []
    heads: Counter[str] = Counter()
    for page in pages:
        for row, at_head in edges[page.number]:
            shape = shape_of(row.text)
            again = [
                (number, size)
                for number, top, size in shapes[shape]
                if number != page.number and abs(top - row.top) < SAME_HEIGHT
            ]
            size = max(c.size for c in row.cells)
            numbers = {number for number, _ in again} | {page.number}
            repeats = len(again) >= max(1, 0.3 * (len(pages) - 1)) or _streak(numbers, page.number) >= max(
                2, math.ceil(len(pages) / 12)
            )
            if repeats and all(size < 1.25 * other for _, other in again) and not _counts_items(row, rows):
                pass
            elif not is_page_number(row, rows[page.number], at_head):
                continue
            rows[page.number].remove(row)
            words.append(row.text)
            if at_head and TELLING.search(row.text):
                heads[row.text] += 1
    return words, [text for text, _ in heads.most_common(4)]


def _streak(numbers: set[int], number: int) -> int:
    """Return how many pages in a row, this one among them, are in the set."""
    first = last = number
    while first - 1 in numbers:
        first -= 1
    while last + 1 in numbers:
        last += 1
    return last - first + 1


def shape_of(text: str) -> str:
    """Return a line with its numbers alike, as running heads are compared.

    >>> shape_of("Page 3 of 12")
    'page # of #'
    """
    return DIGITS.sub("#", text.casefold())


def is_page_number(row: Row, own: Sequence[Row], at_head: bool) -> bool:
    """Tell a page's number: by its words anywhere in the margin, bare only at the very edge."""
    text = row.text
    if PAGE_NUMBER.fullmatch(text) or (NUMBERED.search(text) and len(text) < 90 and len(row.cells) <= 4):
        return True
    outermost = own[0] is row or (len(own) > 1 and own[1] is row) if at_head else row in own[-2:]
    if not outermost:
        return False
    # "3." alone is an item's number when its title stands below; a page's number stands in the middle or at the right
    return bool(BARE_NUMBER.fullmatch(text)) and (not at_head or row.cells[0].x0 > 150)


def _counts_items(row: Row, rows: dict[int, list[Row]]) -> bool:
    """Tell an item's heading ("3. Finance" here, "4. Finance" on the next page) that stands where another did."""
    return bool(re.match(r"\d{1,3}[.)]\s+[A-Za-z]", row.text)) and len(rows) < 6
