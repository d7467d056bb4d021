"""The words of an HTML tree as lines, in reading order: paragraphs, lists, headings, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from minutesnlp.reading.blocks import CELL, Block
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.labels import bullet_of, label_of
from minutesnlp.reading.page.lines import Line
from minutesnlp.reading.trees import BLOCKS, UNSEEN, Tree, tag_of, walk
from minutesnlp.reading.web.layout import cells_of, is_data, is_head, owner_in

BOLD = frozenset(["b", "strong", "u", "th"])

# An underlined or bold style: "font-weight: 700", "text-decoration: underline"; not "font-weight: normal".
BOLD_STYLE = re.compile(r"font-weight:\s*(?:bold|[6-9]00)|text-decoration:[^;]*underline", re.IGNORECASE)
NOT_BOLD_STYLE = re.compile(r"font-weight:\s*(?:normal|[1-4]00)", re.IGNORECASE)
HIDDEN_STYLE = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all", re.IGNORECASE)


@dataclass
class _State:
    """What has been read and what surrounds it."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    bold: int = 0
    lists: list[int] = field(default_factory=list)  # the next number of each open ordered list, -1 for bullets
    level: int | None = None
    quote: int = 0
    label: str | None = None
    bullet: bool = False
    gap: float = 1.0
    pre: int = 0
    anchor: str | None = None
    sourceline: int = 1


def flow(root: Tree, *, line: int | None = None) -> list[Line]:
    """Return the lines of a tree; with `line`, all are said to stand there (a fragment on one line of a source)."""
    state = _State()
    if line is not None:
        state.sourceline = line
    hidden: Tree | None = None
    rows: Tree | None = None
    bolds: dict[Tree, int] = {}
    for event, element in walk(root):
        tag = tag_of(element)
        if event == "start":
            if hidden is not None or rows is not None:
                continue
            if tag in UNSEEN or _is_hidden(element):
                hidden = element
                continue
            if line is None and element.sourceline:
                state.sourceline = element.sourceline
            if tag in BLOCKS:
                _flush(state)
                state.gap = 1.0
            if (tag == "table" and is_data(element)) or (tag == "tr" and is_head(element)):
                rows = element
                _data_rows(state, element)
                continue
            if tag == "td" and (owner := owner_in(element)) and state.lines:
                rows = element
                last = state.lines[-1]
                state.lines[-1] = replace(last, block=replace(last.block, text=f"{last.block.text}{CELL}{owner}"))
                continue
            _open(state, tag, element)
            weight = _weight(tag, element)
            if weight:
                bolds[element] = state.bold
                state.bold = max(0, state.bold + weight) if weight > 0 else 0
            if tag == "br":
                _flush(state, soft=True)
            if element.text:
                _add(state, element.text)
            continue
        if element is hidden:
            hidden = None
        elif element is rows:
            rows = None
            state.gap = 1.0
        elif hidden is not None or rows is not None:
            continue
        else:
            if tag in BLOCKS:
                _flush(state)
                state.gap = 1.0
            _close(state, tag)
            if element in bolds:
                state.bold = bolds.pop(element)
        if element.tail and element is not root and hidden is None and rows is None:
            _add(state, element.tail)
    _flush(state)
    return state.lines


def _is_hidden(element: Tree) -> bool:
    style = element.get("style") or ""
    return (
        bool(style and HIDDEN_STYLE.search(style))
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "mgHide" in (element.get("class") or "").split()
    )


def _weight(tag: str, element: Tree) -> int:
    if tag in BOLD:
        return 1
    style = element.get("style")
    if style:
        if NOT_BOLD_STYLE.search(style):
            return -1
        if BOLD_STYLE.search(style):
            return 1
    return 0


def _open(state: _State, tag: str, element: Tree) -> None:
    if tag in ("ul", "ol"):
        start = element.get("start") or "1"
        state.lists.append((int(start) if start.isdigit() and len(start) < 5 else 1) if tag == "ol" else -1)
    elif tag == "li":
        state.bullet, state.label = False, None
        if state.lists and state.lists[-1] >= 0:
            value = element.get("value") or ""
            if value.isdigit() and len(value) < 5:
                state.lists[-1] = int(value)
            state.label = _printed(state.lists[-1], _list_type(element))
            state.lists[-1] += 1
        else:
            state.bullet = True
    elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        state.level = int(tag[1])
    elif tag == "blockquote":
        state.quote += 1
    elif tag == "pre":
        state.pre += 1
    name = element.get("name") if tag == "a" else element.get("id")
    if name and state.anchor is None:
        state.anchor = name[:200]


def _close(state: _State, tag: str) -> None:
    if tag in ("ul", "ol") and state.lists:
        state.lists.pop()
        state.bullet, state.label = False, None
    elif tag == "li":
        state.bullet, state.label = False, None
    elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        state.level = None
    elif tag == "blockquote":
        state.quote = max(0, state.quote - 1)
    elif tag == "pre":
        state.pre = max(0, state.pre - 1)


def _list_type(element: Tree) -> str:
    parent = element.getparent()
    kind = parent.get("type") if parent is not None else None
    style = (parent.get("style") or "") if parent is not None else ""
    if "lower-alpha" in style or "lower-latin" in style:
        return "a"
    if "lower-roman" in style:
        return "i"
    return kind or "1"


def _printed(number: int, kind: str) -> str:
    if kind in ("a", "A") and 1 <= number <= 26:
        return chr(ord(kind) + number - 1) + "."
    if kind in ("i", "I") and 1 <= number < 40:
        tens, ones = divmod(number, 10)
        text = "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
        return (text.upper() if kind == "I" else text) + "."
    return f"{number}."


def _add(state: _State, text: str) -> None:
    if state.pre:
        head, *more = text.split("\n")
        state.pieces.append((head, state.bold > 0))
        for part in more:
            _flush(state, soft=True)
            state.pieces.append((part, state.bold > 0))
        return
    state.pieces.append((text, state.bold > 0))


def _flush(state: _State, *, soft: bool = False) -> None:
    pieces, state.pieces = state.pieces, []
    text = clean("".join(piece for piece, _ in pieces))
    if not text:
        if soft:
            state.gap = min(state.gap + 1.0, 2.0)
        return
    weights = [is_bold for piece, is_bold in pieces if clean(piece).strip(" .:,-–")]
    bold = bool(weights) and all(weights)
    lead = 0
    if not bold and weights and weights[0]:
        head = ""
        for piece, is_bold in pieces:
            if not is_bold and clean(piece).strip(" .:,-–"):
                break
            head += piece
        lead = len(clean(head))
    if state.label is not None and label_of(text) is not None:
        state.label = None  # the number is printed too: "<li><span>4.1</span> Fire Hall Roof"
    cut = bullet_of(text) if state.level is None else 0
    bullet = state.bullet or bool(cut)
    block = Block(
        text[cut:],
        line=state.sourceline,
        level=state.level,
        bold=bold,
        lead=max(0, lead - cut),
        gap=0.0 if not state.lines else state.gap,
        label=state.label,
        bullet=bullet,
        depth=max(0, len(state.lists) - 1),
        quote=state.quote > 0,
        anchor=state.anchor,
    )
    begins = bullet or state.label is not None or state.level is not None
    state.lines.append(Line(block, len(text), begins=begins))
    state.label, state.bullet, state.anchor = None, False, None
    state.gap = 0.0 if soft else 1.0


def _data_rows(state: _State, table: Tree) -> None:
    first = True
    for row in table.iter("tr"):
        cells = cells_of(row)
        if not any(cells):
            continue
        text = CELL.join(cells) if len(cells) > 1 else cells[0]
        heading = all(tag_of(cell) == "th" for cell in row if tag_of(cell) in ("td", "th"))
        if row.sourceline and state.sourceline < row.sourceline:
            state.sourceline = row.sourceline
        block = Block(text, line=state.sourceline, row=True, bold=heading, gap=1.0 if first else 0.0)
        state.lines.append(Line(block, len(text), begins=True, ends=True))
        first = False
