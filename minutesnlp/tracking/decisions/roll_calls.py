"""Votes called name by name: “Mr Ash – aye; Mrs Birch – nay”, or a table with a mark in the column of each side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutesnlp.records import Paragraph
from minutesnlp.tracking.decisions.movers import NAME

SIDES = ("in_favour", "against", "abstained")
# “Mr. Ash – aye;”, “Birch: No,”, “Cole (abstain)”
CALLED = re.compile(
    rf"(?P<name>{NAME})(?:\s?[–—:,=(-]+\s?|\s)"
    r"(?i:(?P<in_favour>ayes?|yeas?|yes)|(?P<against>nays?|noes|no)|(?P<abstained>abst(?:ain(?:ed|ing)?)?))"
    r"\)?(?=\s*(?:[;,.|/]|\band\b|\Z)|\s+[A-Z])",
    re.VERBOSE,
)
# A cheap first look
SAID = re.compile(r"\b(?:ayes?|yeas?|yes|nays?|noes|no|abst\w*)\b", re.IGNORECASE)
FEWEST = 2
# What may stand around the names: “Roll call vote:”, “On a roll call:”
AROUND = re.compile(
    r"\W*(?:(?:up)?on\s(?:a\s)?)?(?:(?:the\s)?(?:roll[\s-]call|recorded|vote|poll)\s?){0,3}\W*", re.IGNORECASE
)
BETWEEN = re.compile(r"(?:\W|\band\b)*", re.IGNORECASE)
# The head of the column of names, and the row that adds up
OF_NAMES = re.compile(
    r"\W*(?:(?:council|board|committee)?\s?(?:members?|supervisors?|commissioners?|councillors?)|names?|trustees?)?\W*",
    re.I,
)
TOTAL = re.compile(r"\W*(?:totals?|votes|result)\W*\Z", re.IGNORECASE)
MARK = re.compile(r"[xX✓✔√•*yY1]{1,2}\Z")
LONGEST_NAME = 6


def called(text: str) -> tuple[dict[str, tuple[str, ...]], tuple[int, int]] | None:
    """Return who voted on each side, as called name by name, and where that is printed; None where nobody is.

    >>> called("Roll call vote: Mr Ash – aye; Mrs Birch – nay; Cole – aye.")[0]["in_favour"]
    ('Mr Ash', 'Cole')
    """
    found = list(CALLED.finditer(text))
    if len(found) < FEWEST:
        return None
    names: dict[str, tuple[str, ...]] = {}
    for match in found:
        side = next(side for side in SIDES if match[side])
        names[side] = (*names.get(side, ()), match["name"].strip(" ."))
    return names, (found[0].start(), found[-1].end())


def only_calls(text: str) -> bool:
    """Tell a sentence that is a roll call and nothing else.

    >>> only_calls("Roll call: Ash, aye; Birch, nay."), only_calls("Ash said yes, Birch said no.")
    (True, False)
    """
    if len(SAID.findall(text)) < FEWEST:
        return False
    found = list(CALLED.finditer(text))
    if len(found) < FEWEST or AROUND.fullmatch(text, 0, found[0].start()) is None:
        return False
    places = [(one.end(), after.start()) for one, after in pairwise(found)]
    return all(BETWEEN.fullmatch(text, *place) for place in (*places, (found[-1].end(), len(text))))


def marked(
    paragraphs: Sequence[Paragraph], first: int, head: re.Pattern[str]
) -> tuple[int, dict[str, int | None], dict[str, tuple[str, ...]]] | None:
    """Return the last row of a table of names with a mark in the column of their side, its counts and the names.

    `head` tells a column by the side it is of; None where no such table begins at `first`.
    """
    title, *heads = (cell.strip() for cell in paragraphs[first].text.split("|"))
    told = [head.match(cell) for cell in heads]
    if len(told) < FEWEST or OF_NAMES.fullmatch(title) is None or None in told:
        return None
    fields = [next(name for name, part in one.groupdict().items() if part) for one in told if one]
    if "in_favour" not in fields:
        return None
    counts: dict[str, int | None] = {}
    names: dict[str, tuple[str, ...]] = {side: () for side in SIDES if side in fields}
    last = first
    for place in range(first + 1, len(paragraphs)):
        name, *cells = (cell.strip() for cell in paragraphs[place].text.split("|"))
        if not any(cells) or not 0 < len(name.split()) <= LONGEST_NAME:
            break
        if TOTAL.match(name):
            counts = {
                side: int(cell) for side, cell in zip(fields, cells, strict=False) if cell.isdigit() and side in names
            }
            last = place
            break
        marks = [side for side, cell in zip(fields, cells, strict=False) if MARK.match(cell)]
        if len(marks) != 1:
            break
        if marks[0] in names:
            names[marks[0]] = (*names[marks[0]], name)
        last = place
    return (last, counts, names) if last - first >= FEWEST else None
