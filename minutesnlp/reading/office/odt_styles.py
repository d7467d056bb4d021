"""How an OpenDocument text is shown: its styles of paragraphs and words, its lists and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from minutesnlp.reading.office.word_numbers import numeral
from minutesnlp.reading.trees import Tree, tag_of

FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

# Lengths in points: "0.63cm", "12pt", "0.5in".
LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|px|pc)")
POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "px": 0.75, "pc": 12.0}

LEVELS = 10


@dataclass(frozen=True, slots=True)
class Shape:
    """How words or a paragraph are shown; None where nothing is said."""

    bold: bool | None = None
    underlined: bool | None = None
    caps: bool | None = None
    size: float | None = None
    centred: bool | None = None
    left: float | None = None

    def over(self, under: Shape) -> Shape:
        """Return this shape laid over another: what it does not say, the other says."""
        said = {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}
        return replace(under, **said)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted and shown; a bullet's form is None."""

    form: str | None = "1"
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1


@dataclass(slots=True)
class Sheet:
    """The styles of a text: each its parent and own shape, and the lists by name."""

    styles: dict[tuple[str, str], tuple[str | None, Shape]] = field(default_factory=dict)
    defaults: dict[str, Shape] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)

    def paragraph(self, name: str | None) -> Shape:
        """Return the shape of a paragraph's style with all it takes from its parents."""
        return self._shape("paragraph", name).over(self.defaults.get("paragraph", Shape()))

    def words(self, name: str | None) -> Shape:
        """Return the shape of a style of words."""
        return self._shape("text", name)

    def _shape(self, family: str, name: str | None) -> Shape:
        shape, seen = Shape(), 0
        while name is not None and (family, name) in self.styles and seen < 30:
            parent, own = self.styles[family, name]
            shape, name, seen = shape.over(own), parent, seen + 1
        return shape


@dataclass(slots=True)
class Lists:
    """The lists of a text, counted as its paragraphs come by."""

    sheet: Sheet
    depth: int = 0
    _style: str | None = None
    _counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    _ended: dict[str, list[int | None]] = field(default_factory=dict)
    _headings: list[int] = field(default_factory=lambda: [0] * (LEVELS + 1))

    @contextmanager
    def entered(self, element: Tree) -> Iterator[None]:
        """Be within a list while its entries are read; a list goes on with an earlier one where it says so."""
        outer = self._style
        style = attribute(element, "style-name")
        self._style = style if style in self.sheet.lists else (outer or style)
        if self.depth == 0:
            again = attribute(element, "continue-list")
            goes_on = attribute(element, "continue-numbering") == "true"
            known = self._ended.get(again or "") or (self._ended.get(f"style {self._style}") if goes_on else None)
            self._counts = list(known) if known else [None] * LEVELS
        elif self.depth < LEVELS:
            self._counts[self.depth] = None
        self.depth += 1
        try:
            yield
        finally:
            self.depth -= 1
            if self.depth == 0:
                self._ended[f"style {self._style}"] = self._counts
                if name := attribute(element, "id"):
                    self._ended[name] = self._counts
            self._style = outer

    def next(self, start: str | None) -> tuple[str, bool]:
        """Count an entry of the list that is being read; return its label, and whether it is a bullet."""
        at = min(self.depth, LEVELS) - 1
        levels = self.sheet.lists.get(self._style or "", {})
        level = levels.get(at + 1)
        if level is None:
            return "", True
        count = self._counts[at]
        if start and start.isdecimal():
            self._counts[at] = int(start)
        else:
            self._counts[at] = level.start if count is None else count + 1
        self._counts[at + 1 :] = [None] * (LEVELS - at - 1)
        if level.form is None:
            return "", True
        return self._label(levels, at, level), False

    def _label(self, levels: dict[int, Level], at: int, level: Level) -> str:
        if not level.form:
            return f"{level.prefix}{level.suffix}".strip()
        numbers = []
        for above in range(max(0, at + 1 - level.shown), at + 1):
            own = levels.get(above + 1, Level())
            if own.form:
                count = self._counts[above]
                numbers.append(numeral(own.start if count is None else count, FORMS.get(own.form, "decimal")))
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()

    def outline(self, depth: int) -> str:
        """Count a heading; return its number where headings are numbered."""
        depth = min(max(depth, 1), LEVELS)
        level = self.sheet.outline.get(depth)
        if level is None or not level.form:
            return ""
        self._headings[depth] += 1
        self._headings[depth + 1 :] = [0] * (LEVELS - depth)
        shown = range(max(1, depth - level.shown + 1), depth + 1)
        numbers = [
            numeral(self._headings[d], FORMS.get(own.form, "decimal"))
            for d in shown
            if (own := self.sheet.outline.get(d)) and own.form
        ]
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()


def sheet_of(roots: Iterable[Tree]) -> Sheet:
    """Return the styles of a text from the roots of its parts, later ones laid over earlier."""
    sheet = Sheet()
    for root in roots:
        for element in root.iter():
            tag = tag_of(element)
            if tag == "style":
                key = attribute(element, "family") or "", attribute(element, "name") or ""
                sheet.styles[key] = attribute(element, "parent-style-name"), _shape_of(element)
            elif tag == "default-style":
                sheet.defaults[attribute(element, "family") or ""] = _shape_of(element)
            elif tag == "list-style":
                sheet.lists[attribute(element, "name") or ""] = _levels(element)
            elif tag == "outline-style":
                sheet.outline = _levels(element)
    return sheet


def attribute(element: Tree, name: str) -> str | None:
    """Return an element's attribute by its name without a namespace."""
    for key, value in element.attrib.items():
        if key.rsplit("}", 1)[-1] == name:
            return str(value)
    return None


def points(text: str | None) -> float | None:
    """Return a length in points, None where it is none.

    >>> points("1in"), points("12pt"), points("85%")
    (72.0, 12.0, None)
    """
    match = LENGTH.fullmatch(text or "")
    return float(match[1]) * POINTS[match[2]] if match else None


def _shape_of(style: Tree) -> Shape:
    shape = Shape()
    for part in style:
        tag = tag_of(part)
        if tag == "text-properties":
            weight, under = attribute(part, "font-weight"), attribute(part, "text-underline-style")
            transform = attribute(part, "text-transform")
            shape = replace(
                shape,
                bold=weight in ("bold", "600", "700", "800", "900") if weight else None,
                underlined=under != "none" if under else None,
                caps=transform == "uppercase" if transform else None,
                size=points(attribute(part, "font-size")),
            )
        elif tag == "paragraph-properties":
            aligned = attribute(part, "text-align")
            shape = replace(
                shape,
                centred=aligned == "center" if aligned else None,
                left=points(attribute(part, "margin-left")),
            )
    return shape


def _levels(style: Tree) -> dict[int, Level]:
    levels = {}
    for part in style:
        tag = tag_of(part)
        number = attribute(part, "level")
        if not number or not number.isdecimal():
            continue
        if tag.endswith("style-number") or tag == "outline-level-style":
            shown, start = attribute(part, "display-levels") or "", attribute(part, "start-value") or ""
            levels[int(number)] = Level(
                attribute(part, "num-format") or "",
                attribute(part, "num-prefix") or "",
                attribute(part, "num-suffix") or "",
                int(shown) if shown.isdecimal() else 1,
                int(start) if start.isdecimal() else 1,
            )
        elif tag.endswith(("style-bullet", "style-image")):
            levels[int(number)] = Level(None)
    return levels
