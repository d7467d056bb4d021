"""What a paragraph of a Word file says as it is shown: its words, and which of them are bold, by its style or own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from minutesnlp.reading.office.pieces import Said
from minutesnlp.reading.office.word_numbers import W, whole

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# Values of a switch that turn it off.
OFF = frozenset(("0", "false", "off", "none"))

# Where the words within are deleted, moved away, or not words: kept out.
GONE = frozenset((f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}pPr", f"{W}instrText", f"{W}delText", f"{W}sdtPr"))

TEXT_BOX = f"{W}txbxContent"


@dataclass(frozen=True, slots=True)
class Look:
    """How words or a paragraph are shown; None where nothing is said."""

    bold: bool | None = None
    underlined: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    level: int | None = None
    list_id: str | None = None
    depth: int | None = None
    centred: bool | None = None
    left: float | None = None
    hanging: float | None = None
    space: float | None = None

    def over(self, under: Look) -> Look:
        """Return this look laid over another: what it does not say, the other says."""
        said = {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}
        return replace(under, **said)


class Styles:
    """The styles of a Word file, each with what it takes from those it is based on."""

    def __init__(self, root: Any) -> None:
        self.elements: dict[str, Any] = {}
        self.default = Look()
        self.normal = ""
        self.found: dict[str, Look] = {}
        if root is None:
            return
        for style in root.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self.elements[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self.normal = name
        runs, paragraphs = root.find(f"{W}docDefaults/{W}rPrDefault"), root.find(f"{W}docDefaults/{W}pPrDefault")
        for default in (runs, paragraphs):
            if default is not None:
                self.default = look_of(default).over(self.default)

    def look(self, name: str | None) -> Look:
        """Return the look of a style; of the default where it is not there."""
        name = name if name in self.elements else self.normal
        found = self.found.get(name)
        if found is None:
            chain: list[Any] = []
            at: str | None = name
            while at in self.elements and len(chain) < 30:
                style = self.elements[at]
                chain.append(style)
                based = style.find(f"{W}basedOn")
                at = based.get(f"{W}val") if based is not None else None
            found = self.default
            for style in reversed(chain):
                found = look_of(style).over(found)
                named = style.find(f"{W}name")
                title = (named.get(f"{W}val") or "").lower() if named is not None else ""
                if title.startswith("heading ") and title[8:].isdigit():
                    found = replace(found, level=int(title[8:]))
            self.found[name] = found
        return found

    def run_look(self, name: str | None) -> Look:
        """Return what a character style says, nothing where it is not there."""
        return look_of(self.elements[name]) if name in self.elements else Look()


def look_of(element: Any) -> Look:
    """Return what the properties within an element say of its look."""
    paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    look = Look()
    if run is not None:
        size = run.find(f"{W}sz")
        look = Look(
            bold=_switch(run, "b"),
            underlined=_switch(run, "u"),
            caps=_switch(run, "caps"),
            hidden=_switch(run, "vanish"),
            size=whole(size.get(f"{W}val"), 22) / 2 if size is not None else None,
        )
    if paragraph is None:
        return look
    number, level = paragraph.find(f"{W}numPr"), paragraph.find(f"{W}outlineLvl")
    aligned, indent, space = paragraph.find(f"{W}jc"), paragraph.find(f"{W}ind"), paragraph.find(f"{W}spacing")
    list_id = number.find(f"{W}numId") if number is not None else None
    depth = number.find(f"{W}ilvl") if number is not None else None
    outline = whole(level.get(f"{W}val"), 9) if level is not None else 9
    before = space.get(f"{W}before") if space is not None else None
    left = (indent.get(f"{W}left") or indent.get(f"{W}start")) if indent is not None else None
    hanging = indent.get(f"{W}hanging") if indent is not None else None
    return replace(
        look,
        level=outline + 1 if outline < 9 else None,
        list_id=list_id.get(f"{W}val") if list_id is not None else None,
        depth=whole(depth.get(f"{W}val"), 0) if depth is not None else None,
        centred=aligned.get(f"{W}val") == "center" if aligned is not None else None,
        left=whole(left, 0) / 20 if left else None,
        hanging=whole(hanging, 0) / 20 if hanging else None,
        space=whole(before, 0) / 20 if before else None,
    )


def _switch(properties: Any, tag: str) -> bool | None:
    element = properties.find(W + tag)
    return None if element is None else element.get(f"{W}val", "1") not in OFF


def lines_of(paragraph: Any, look: Look, styles: Styles, hidden: list[str]) -> tuple[list[Said], list[Any]]:
    """Return a paragraph's lines as shown and the text boxes that hang on it.

    Inserted words are kept, deleted ones are not; hidden ones go into `hidden`.
    """
    lines = [Said()]
    boxes: list[Any] = []
    for run in _runs(paragraph, boxes):
        properties = run.find(f"{W}rPr")
        shown = look
        if properties is not None:
            styled = properties.find(f"{W}rStyle")
            if styled is not None:
                shown = styles.run_look(styled.get(f"{W}val")).over(shown)
            shown = look_of(run).over(shown)
        bold = bool(shown.bold or shown.underlined)
        for text in _words(run):
            if text is None:
                lines.append(Said())
            elif shown.hidden:
                hidden.append(text)
            else:
                lines[-1].add(text.upper() if shown.caps else text, bold, shown.size)
    return lines, boxes


def _runs(element: Any, boxes: list[Any]) -> Iterator[Any]:
    """Yield the runs of a paragraph in order, those within links, insertions and fields too."""
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{W}r":
            boxes.extend(_boxes(child))
            yield child
        elif child.tag not in GONE and isinstance(child.tag, str):
            stack.append(iter(child))


def _boxes(run: Any) -> Iterator[Any]:
    """Yield the contents of the text boxes of a run, once where newer and older Word each have their own."""
    for box in run.iter(TEXT_BOX):
        above = [ancestor.tag for ancestor in box.iterancestors()]
        if f"{COMPATIBILITY}Fallback" not in above and above.count(TEXT_BOX) == 0:
            yield box


def _words(run: Any) -> Iterator[str | None]:
    """Yield the words of a run, and None where it ends a line."""
    for child in run:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in (f"{W}tab", f"{W}ptab"):
            yield "\t"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag in (f"{W}br", f"{W}cr"):
            if child.get(f"{W}type") not in ("page", "column"):
                yield None
        elif tag == f"{W}sym":
            yield _symbol(child.get(f"{W}char", ""))


def _symbol(code: str) -> str:
    """Return a symbol font's character, as a bullet where it is one that only the font knows."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 else "•" if 0xF000 <= number <= 0xF0FF else ""
