"""The labels of a list, “1”, “(a)”, “iv”, “•”: what they are, where they stand, and whether they follow each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Paragraph

# “1”, “(a)”, “iv”, “2.3”: the kind of label, so that a sequence is not mixed with the one around it.
DIGIT = re.compile(r"\(?\d{1,3}\)?\Z")
DEEP = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})+\)?\Z")
ROMAN = re.compile(r"\(?(?:x{0,3}(?:ix|iv|v?i{0,3}))\)?\Z", re.IGNORECASE)
LETTER = re.compile(r"\(?[A-Za-z]{1,2}\)?\Z")

# “(a) the fee be paid”, “1. That …”, “(ii) to write” at the opening of a paragraph whose label was left in its text
LABEL_AT_OPENING = re.compile(
    r"[\s“\"'‘]*(?:(?P<label>\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,4})[.)])\s+|(?P<bullet>[•·▪●*–-])\s+)(?=\S)"
)
BARE_NUMBER = re.compile(r"(?P<label>\d{1,2})\s+(?=[A-Za-z“])")  # “1 that the fee be paid”
# “…;”, “…, and”: more of the list comes
UNFINISHED = re.compile(r"[;,](?:\s*(?:and|or))?\s*\Z")


def style_of(label: str) -> str:
    """Return the kind of a label.

    >>> [style_of(label) for label in ("3", "(a)", "iv", "2.1", "•")]
    ['digit', 'letter', 'roman', 'deep', 'bullet']
    """
    bare = label.strip(" .()[]")
    if DIGIT.match(bare):
        return "digit"
    if DEEP.match(bare):
        return "deep"
    if ROMAN.match(bare) and bare:
        return "roman"
    if LETTER.match(bare):
        return "letter"
    return "bullet"


def order_of(label: str, style: str) -> int | None:
    """Return the place of a label in its sequence, from 1; None for bullets and deep numbers."""
    bare = label.strip(" .()[]").casefold()
    if style == "digit" and bare.isdigit():
        return int(bare)
    if style == "letter" and len(bare) == 1 and "a" <= bare <= "z":
        return ord(bare) - ord("a") + 1
    if style == "roman" and bare and ROMAN.match(bare):
        numerals = {"i": 1, "v": 5, "x": 10}
        values = [numerals[sign] for sign in bare]
        return sum(-v if v < max(values[n + 1 :], default=0) else v for n, v in enumerate(values))
    return None


def label_of(paragraph: Paragraph) -> tuple[str | None, int]:
    """Return the label of a paragraph (a bullet is `•`) and where the text after it begins."""
    if paragraph.number is not None:
        return paragraph.number, 0
    match = LABEL_AT_OPENING.match(paragraph.text)
    if match:
        return (match["label"] or "•").strip(".()"), match.end()
    if paragraph.kind == "bullet":
        return "•", 0
    return ("", 0) if paragraph.kind == "clause" else (None, 0)


def begins_a_list(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Tell whether a paragraph is the first of a labelled list: “(a) the fee be paid”, above “(b) …”."""
    labels = [label_of(paragraph)[0] for paragraph in paragraphs[place : place + 2]]
    if len(labels) < 2 or not labels[0] or not labels[1]:
        return bare_number(paragraphs, place, 1)[0] is not None
    first, second = ("roman" if label in ("i", "ii") else style_of(label) for label in labels if label)
    orders = (order_of(labels[0], first), order_of(labels[1], second))
    return first == second and orders in ((1, 2), (None, None))


def bare_number(paragraphs: Sequence[Paragraph], at: int, order: int) -> tuple[str | None, int]:
    """Return the number before “1 that the fee be paid”, where it is the next and the first has a fellow below it."""
    match = BARE_NUMBER.match(paragraphs[at].text)
    if match is None or int(match["label"]) != order:
        return None, 0
    below = BARE_NUMBER.match(paragraphs[at + 1].text) if at + 1 < len(paragraphs) else None
    if order == 1 and (below is None or below["label"] != "2"):
        return None, 0
    return match["label"], match.end()


def follows(last: int | None, order: int | None, before: str) -> bool:
    """Tell whether a label is the next, or a later one where only some are printed: “…;” before it says more come."""
    if last is None or order is None or order == last + 1:
        return True
    return order > last and UNFINISHED.search(before) is not None
