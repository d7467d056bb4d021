"""Lists of names into their entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesnlp.reading.page.posts import ROLE_WORDS, STYLED, TITLES

# What parts the entries of a list: commas, semicolons, "and", and stops after names: "Cllrs Hall, Day. M Fox".
PARTS = re.compile(
    r"[()\[\]]|[,;]\s*|\s+(?:and|&)\s+(?=[A-Z])"
    r"|(?<=[A-Za-z]{3})(?<!Mrs)(?<!Cllr)(?<!Cllrs)(?<!Prof)(?<!Rev)(?<!Hon)(?<!Messrs)(?<!Capt)(?<!Insp)(?<!Supt)\.\s+(?=[A-Z])"
)

# A name behind another's with nothing between: "Cllr A Hall (Chair) Cllr B Lee", "A Hall (Chair) B Lee".
UNPARTED = re.compile(
    r"(?<=[a-z])(?<!Borough)(?<!County)(?<!District)(?<!Parish)(?<!Town)(?<!City)\s+"
    r"(?=(?:(?:Borough|County|District|Parish|Town|City)\s+)?(?:Cllr|Councillor)\b\.?\s+[A-Z])"
    rf"|(?<=\))\s+(?=(?:(?:Cllr|Councillor)\b\.?\s+|{TITLES}\s+)?[A-Z][\w’'.-]*\s+[A-Z])"
)


def parts_of(text: str) -> list[str]:
    """Split a list at commas, semicolons and “and” that stand outside brackets, and where nothing stands between names.

    >>> parts_of("Cllr A Hall (Chair, Lab) Cllr B Lee, C Fox and D Nash")
    ['Cllr A Hall (Chair, Lab)', 'Cllr B Lee', 'C Fox', 'D Nash']
    """
    parts, depth, start = [], 0, 0
    for match in PARTS.finditer(text):
        mark = match.group()
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    parts.append(text[start:])
    return [name for part in parts if part.strip() for name in _unparted(part.strip())]


def _unparted(part: str) -> Iterator[str]:
    """Yield the names that stand in a part with nothing between them."""
    start = 0
    for match in UNPARTED.finditer(part):
        before = part[start : match.start()]
        bracketed = before.endswith(")")
        if before.count("(") != before.count(")") or not (bracketed or STYLED.match(before)):
            continue
        if bracketed or not ROLE_WORDS.fullmatch(before.split()[-1]):
            yield before
            start = match.end()
    yield part[start:]
