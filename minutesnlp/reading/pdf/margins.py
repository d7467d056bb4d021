"""What a PDF prints in the margins of its pages: running heads and feet, page numbers."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from minutesnlp.reading.page.furniture import PAGE_NUMBER
from minutesnlp.reading.pdf.rows import Row
from minutesnlp.reading.pdf.runs import Page

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

# A page's number that is one wherever it stands, as where a short last page's foot follows its text: "Page 2 of 2".
PAGE_OF = re.compile(r"page\s*\d{1,4}\s*(?:of|/)\s*\d{1,4}", re.IGNORECASE)

# An item's number before its title: "3. Finance"; not "3.", "14 May 2021".
ITEM = re.compile(r"\d{1,3}(?:\.\d+)?[.)]\s+[A-Za-z]")

# On two pages only, a longer line that repeats is prose.
LONGEST_HEAD = 60

# So many rows of the first page open it: its title, its date, its place.
OPENING = 14

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
    opening = {word for page in pages[:1] for row in rows[page.number][:OPENING] for word in _words(row.text)}
    words: list[str] = []
    heads: Counter[str] = Counter()
    for page in pages:
        inner = {True: False, False: False}
        near = edges[page.number]
        for row in [row for row in rows[page.number] if row.cells[0].text[:1] in "Pp" and PAGE_OF.fullmatch(row.text)]:
            if all(row is not other for other, _ in near):
                rows[page.number].remove(row)
                words.append(row.text)
        # from the page's edge inwards: what stands within the first line that is the page's own is its own too
        for row, at_head in [*(n for n in near if n[1]), *reversed([n for n in near if not n[1]])]:
            repeats = not inner[at_head] and (
                _repeats(row, page.number, shapes, len(pages))
                or (at_head and page.number > 1 and _echoes(row, rows[page.number], opening))
            )
            if not repeats and not is_page_number(row, rows[page.number], at_head):
                inner[at_head] = True
                continue
            rows[page.number].remove(row)
            words.append(row.text)
            if at_head and TELLING.search(row.text):
                heads[row.text] += 1
    return words, [text for text, _ in heads.most_common(4)]


def _repeats(row: Row, page: int, shapes: dict[str, list[tuple[int, float, float]]], count: int) -> bool:
    """Tell a line that stands at the same height of other pages, on most of them or on several in a row."""
    again = [
        (number, size)
        for number, top, size in shapes[shape_of(row.text)]
        if number != page and abs(top - row.top) < SAME_HEIGHT
    ]
    if not again or (len(again) == 1 and len(row.text) > LONGEST_HEAD) or _counts(row.text):
        return False
    if any(max(cell.size for cell in row.cells) >= 1.25 * size for _, size in again):
        return False  # a title that the pages after it repeat in small print
    streak = _streak({number for number, _ in again} | {page}, page)
    return len(again) >= max(1, 0.3 * (count - 1)) or streak >= max(2, math.ceil(count / 12))


def _echoes(row: Row, own: Sequence[Row], opening: set[str]) -> bool:
    """Tell the head of a second and last page, which says again what the first opens with, apart from its text."""
    if own[0] is not row or len(own) < 2 or len(row.text) > LONGEST_HEAD or not TELLING.search(row.text):
        return False
    words = _words(row.text)
    apart = own[1].top - row.bottom >= row.bottom - row.top
    return apart and len(words) >= 2 and all(word in opening for word in words)


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in ("page", "minutes", "of", "the")]


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


def _counts(text: str) -> bool:
    """Tell an item's heading ("3. Finance", "4. Finance" on the next page) that stands where another did."""
    return ITEM.match(text) is not None
