"""The numbers Word shows before the paragraphs of a list, counted as Word counts them; they stand nowhere in its file.

Source: ECMA-376 part 1, section 17.9 (numbering). Word counts in the abstract list, not in its instance, so that two
instances of one list go on with each other unless one of them says where to start.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from minutesnlp.text.number_words import DECADES, ONES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

LEVELS = 9

# The place of a level's number in a label: "%1.%2" has two.
PLACE = re.compile(r"%([1-9])")

ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Level:
    """How one level of a list is counted and shown."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    indent: int | None = None
    style: str | None = None


@dataclass(slots=True)
class Numbers:
    """The lists of one Word file, counted as its paragraphs come by."""

    abstracts: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def level(self, list_id: str, depth: int) -> Level | None:
        """Return how a level of a list is shown, None for a list that is not there."""
        found = self.lists.get(list_id)
        if found is None:
            return None
        abstract, overrides, _ = found
        return overrides.get(depth) or self.abstracts.get(abstract, {}).get(depth)

    def next(self, list_id: str, depth: int) -> tuple[str, bool]:
        """Count one paragraph of a list; return its label, and whether that is a bullet's mark."""
        level = self.level(list_id, depth)
        if level is None:
            return "", False
        abstract, _, starts = self.lists[list_id]
        counts = self.counts.setdefault(abstract, [None] * LEVELS)
        for at, start in starts.items():
            if (list_id, at) not in self.started and at <= depth:
                self.started.add((list_id, at))
                counts[at] = start - 1
        count = counts[depth]
        counts[depth] = level.start if count is None else count + 1
        for deeper in range(depth + 1, LEVELS):
            other = self.level(list_id, deeper)
            if other is None or other.restart is None or depth < other.restart:
                counts[deeper] = None
        if level.format == "bullet":
            return "", True
        if level.format == "none":
            return PLACE.sub("", level.text).strip(), False
        return PLACE.sub(lambda m: self._number(list_id, int(m[1]) - 1, counts, level), level.text).strip(), False

    def _number(self, list_id: str, at: int, counts: list[int | None], shown: Level) -> str:
        level = self.level(list_id, at) or Level()
        count = counts[at]
        return numeral(level.start if count is None else count, "decimal" if shown.legal else level.format)


def numeral(count: int, form: str) -> str:
    """Return a number as a list shows it.

    >>> [numeral(28, form) for form in ("decimal", "lowerLetter", "upperRoman", "ordinal", "cardinalText")]
    ['28', 'bb', 'XXVIII', '28th', 'Twenty-eight']
    """
    return NUMERALS.get(form, str)(count)


def _letter(count: int) -> str:
    return chr(97 + (count - 1) % 26) * ((count - 1) // 26 % 20 + 1) if count > 0 else str(count)


def _roman(count: int) -> str:
    text = ""
    left = count if 0 < count < 4000 else 0
    for value, letters in ROMANS:
        while left >= value:
            text += letters
            left -= value
    return text or str(count)


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if 10 < count % 100 < 14 else ending}"


def _spelled(count: int) -> str:
    if not 0 <= count < 100:
        return str(count)
    if count < 20:
        return ONES[count].capitalize()
    one = count % 10
    return DECADES[count // 10 - 2].capitalize() + (f"-{ONES[one]}" if one else "")


NUMERALS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "cardinalText": _spelled,
    "decimalZero": lambda count: f"{count:02d}",
    "none": lambda _: "",
}


def numbers_of(numbering: Any, styles: Any) -> Numbers:
    """Return the lists of a file from the roots of its numbering and its styles, either of which may be None."""
    numbers = Numbers()
    if numbering is None:
        return numbers
    links: dict[str, str] = {}
    for abstract in numbering.iterchildren(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId", "")
        numbers.abstracts[name] = dict(map(_level, abstract.iterchildren(f"{W}lvl")))
        link = abstract.find(f"{W}numStyleLink")
        if link is not None:
            links[name] = link.get(f"{W}val", "")
    for number in numbering.iterchildren(f"{W}num"):
        reference = number.find(f"{W}abstractNumId")
        if reference is None:
            continue
        overrides, starts = {}, {}
        for override in number.iterchildren(f"{W}lvlOverride"):
            depth = whole(override.get(f"{W}ilvl"), 0)
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts[depth] = whole(start.get(f"{W}val"), 1)
            level = override.find(f"{W}lvl")
            if level is not None:
                overrides[depth] = _level(level)[1]
        numbers.lists[number.get(f"{W}numId", "")] = (reference.get(f"{W}val", ""), overrides, starts)
    for name, style in links.items():
        target = _list_of_style(styles, style)
        if target in numbers.lists:
            numbers.abstracts[name] = numbers.abstracts.get(numbers.lists[target][0], {})
    return numbers


def _list_of_style(styles: Any, name: str) -> str:
    if styles is None:
        return ""
    for style in styles.iterchildren(f"{W}style"):
        if style.get(f"{W}styleId") == name:
            number = style.find(f"{W}pPr/{W}numPr/{W}numId")
            return str(number.get(f"{W}val", "")) if number is not None else ""
    return ""


def _level(element: Any) -> tuple[int, Level]:
    def value(tag: str) -> str | None:
        child = element.find(W + tag)
        return child.get(f"{W}val") if child is not None else None

    restart = value("lvlRestart")
    legal = element.find(f"{W}isLgl")
    indent = element.find(f"{W}pPr/{W}ind")
    left = (indent.get(f"{W}left") or indent.get(f"{W}start")) if indent is not None else None
    level = Level(
        whole(value("start"), 0 if value("start") == "0" else 1),
        value("numFmt") or "decimal",
        value("lvlText") or "",
        whole(restart, 0) if restart is not None else None,
        legal is not None and legal.get(f"{W}val") not in ("0", "false"),
        whole(left, 0) if left else None,
        value("pStyle"),
    )
    return min(max(whole(element.get(f"{W}ilvl"), 0), 0), LEVELS - 1), level


def whole(text: str | None, otherwise: int) -> int:
    """Return a whole number, or another where it is none.

    >>> whole("12", 0), whole("1.5pt", 7), whole(None, 3)
    (12, 7, 3)
    """
    try:
        return int(text) if text is not None else otherwise
    except ValueError:
        return otherwise
