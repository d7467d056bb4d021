"""OpenDocument texts (.odt): paragraphs, lists with their numbers counted, and tables in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Block, Document, Facts
from minutesnlp.reading.office.container import AGAIN, open_office, part_of
from minutesnlp.reading.office.odt_styles import Lists, Shape, Sheet, attribute, sheet_of
from minutesnlp.reading.office.pieces import Said, pieces_of
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.labels import bullet_of
from minutesnlp.reading.page.ordinals import mended
from minutesnlp.reading.page.tables import laid_out
from minutesnlp.reading.trees import Tree, parse_xml, tag_of, text_of

# Elements whose words are not the paragraph's: remarks, deleted text, what only a program reads.
APART = frozenset(
    ("annotation", "annotation-end", "tracked-changes", "note", "frame", "custom-shape", "forms", "ruby-text")
)

# Lists and tables within each other beyond this are no minutes.
DEEPEST = 20


@dataclass(slots=True)
class _State:
    """An OpenDocument text as its body is walked through."""

    sheet: Sheet
    lists: Lists
    blocks: list[Block] = field(default_factory=list)
    notes: list[Tree] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    gap: float = 1.0
    line: int = 0
    sizes: Counter[float] = field(default_factory=Counter)


def read_odt(data: bytes, name: str) -> list[Document]:
    """Read an OpenDocument text's words.

    Raises
    ------
    ReadError
        When it is broken, locked, or without words.
    """
    with open_office(data, name) as archive:
        manifest = part_of(archive, "META-INF/manifest.xml", name)
        if b"encryption-data" in manifest:
            raise ReadError(name, "it is locked with a password", "Save it without the password and read that.")
        parts = {part: part_of(archive, f"{part}.xml", name) for part in ("content", "styles", "meta")}
    roots = {part: parse_xml(text.decode("utf-8", "replace"), name) for part, text in parts.items() if text}
    content = roots.get("content")
    body = (
        next((e for e in content.iter() if tag_of(e) == "text" and tag_of(e.getparent()) == "body"), None)
        if (content is not None)
        else None
    )
    if body is None:
        raise ReadError(name, "it is no OpenDocument text: it has no body", AGAIN)
    styles = roots.get("styles")
    sheet = sheet_of([root for root in (styles, content) if root is not None])
    state = _State(sheet, Lists(sheet))
    _body(state, body, 0)
    before = len(state.blocks)
    for note in state.notes:
        _body(state, note, 0)
    state.blocks[before:] = [replace(block, section="back", label=None) for block in state.blocks[before:]]
    if not state.blocks:
        raise ReadError(
            name, "it holds no words", "If it holds pictures of pages, run it through OCR (ocrmypdf) first."
        )
    furniture, heads = _margins(styles)
    meta = roots.get("meta")
    titles = [clean(text_of(e)) for e in meta.iter() if tag_of(e) == "title"] if meta is not None else []
    title = " — ".join(dict.fromkeys(text for text in (*titles, *heads) if text))
    common = state.sizes.most_common(1)[0][0] if state.sizes else None
    blocks = tuple(replace(b, size=round(b.size / common, 2)) if b.size and common else b for b in state.blocks)
    return [Document(blocks, Facts(title=title or None), "odt", furniture=(*furniture, *state.remarks))]


def _body(state: _State, element: Tree, depth: int) -> None:
    for child in element:
        tag = tag_of(child)
        if tag in ("p", "h"):
            _paragraph(state, child, tag == "h")
        elif tag == "list":
            _list(state, child, depth)
        elif tag == "table":
            _table(state, child, depth)
        elif tag == "annotation":
            state.remarks.append(clean(text_of(child)))
        elif tag in ("tracked-changes", "forms", "sequence-decls", ""):
            continue
        elif depth < DEEPEST:
            _body(state, child, depth + 1)
        elif text := clean(text_of(child)):
            state.blocks.append(Block(text, line=state.line))


def _list(state: _State, element: Tree, depth: int) -> None:
    """Read a list: the first paragraph of each entry takes its label."""
    with state.lists.entered(element):
        for entry in element:
            if tag_of(entry) not in ("list-item", "list-header"):
                continue
            counted = tag_of(entry) == "list-item"
            start = attribute(entry, "start-value")
            first = counted
            for child in entry:
                tag = tag_of(child)
                if tag in ("p", "h"):
                    worded = bool(clean(text_of(child)))
                    label, bullet = state.lists.next(start) if first and (worded or len(entry) == 1) else ("", False)
                    first = first and not worded
                    _paragraph(state, child, tag == "h", label, bullet, state.lists.depth - 1)
                elif tag == "list" and depth < DEEPEST:
                    _list(state, child, depth + 1)
                elif tag == "table":
                    _table(state, child, depth + 1)


def _paragraph(
    state: _State, element: Tree, heading: bool, label: str = "", bullet: bool = False, depth: int = 0
) -> None:
    shape = state.sheet.paragraph(attribute(element, "style-name"))
    level = _whole(attribute(element, "outline-level")) if heading else None
    if heading and not label and not state.lists.depth:
        label = state.lists.outline(level or 1)
    lines = [Said()]
    boxes: list[Tree] = []
    _words(state, element, shape, lines, boxes)
    pieces = pieces_of(lines)
    if not pieces:
        state.gap += 1.0
    for place, said in enumerate(pieces):
        state.line += 1
        text = mended(clean(said.text))
        mark = bullet_of(text)
        lead, size = said.lead(), said.size()
        if size:
            state.sizes[size] += len(text)
        bold = lead >= len(text)
        state.blocks.append(
            Block(
                text[mark:],
                line=state.line,
                level=level,
                bold=bold,
                lead=0 if bold else max(0, lead - mark),
                size=size,
                centred=shape.centred or False,
                indent=round((shape.left or 0.0) / 5.5, 1),
                gap=state.gap,
                label=(label or None) if place == 0 else None,
                bullet=(bullet and place == 0) or mark > 0,
                depth=max(0, depth),
            )
        )
        state.gap = 0.0
    for box in boxes:
        _body(state, box, 1)


def _words(state: _State, element: Tree, shape: Shape, lines: list[Said], boxes: list[Tree]) -> None:
    """Gather the words of a paragraph, and what hangs on it: text boxes, notes, remarks."""
    stack: list[tuple[Tree, Shape, Iterator[Tree]]] = [(element, shape, iter(element))]
    _say(lines, element.text, shape)
    while stack:
        _, shape, children = stack[-1]
        child = next(children, None)
        if child is None:
            done = stack.pop()[0]
            if stack:
                _say(lines, done.tail, stack[-1][1])
            continue
        tag = tag_of(child)
        if tag == "line-break":
            lines.append(Said())
        elif tag == "s":
            _say(lines, " ", shape)
        elif tag == "tab":
            _say(lines, "\t", shape)
        elif tag == "annotation":
            state.remarks.append(clean(text_of(child)))
        elif tag == "note":
            state.notes += [part for part in child if tag_of(part) == "note-body"]
        elif tag in ("frame", "custom-shape"):
            boxes += [part for part in child.iter() if tag_of(part) == "text-box"] or (
                [child] if tag == "custom-shape" else []
            )
        elif tag and tag not in APART and len(stack) < 200:
            inner = state.sheet.words(attribute(child, "style-name")).over(shape) if tag == "span" else shape
            stack.append((child, inner, iter(child)))
            _say(lines, child.text, inner)
            continue
        _say(lines, child.tail, shape)


def _say(lines: list[Said], text: str | None, shape: Shape) -> None:
    if text:
        words = text.upper() if shape.caps else text
        lines[-1].add(words, bool(shape.bold or shape.underlined), shape.size)


def _table(state: _State, table: Tree, depth: int) -> None:
    grid: list[list[list[Block]]] = []
    for row in _rows(table):
        cells = []
        for cell in row:
            if tag_of(cell) not in ("table-cell", "covered-table-cell"):
                continue
            kept, state.blocks, state.gap = state.blocks, [], 0.0
            if depth < DEEPEST:
                _body(state, cell, depth + 1)
            else:
                state.blocks.append(Block(clean(text_of(cell)), row=True))
            cells.append(state.blocks)
            state.blocks = kept
        grid.append(cells)
    state.blocks += laid_out(grid)
    state.gap = 1.0


def _rows(table: Tree) -> Iterator[Tree]:
    for child in table:
        if tag_of(child) == "table-row":
            yield child
        elif tag_of(child) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _margins(styles: Tree | None) -> tuple[list[str], list[str]]:
    """Return the words of the pages' heads and feet, and those of the heads by themselves."""
    words: dict[str, None] = {}
    heads: dict[str, None] = {}
    for part in styles.iter() if styles is not None else ():
        kind = tag_of(part)
        if kind.startswith(("header", "footer")) and tag_of(part.getparent()) == "master-page":
            for paragraph in part.iter():
                text = clean(text_of(paragraph)) if tag_of(paragraph) == "p" else ""
                if text:
                    words[text] = None
                    if kind.startswith("header") and any(c.isalpha() for c in text):
                        heads[text] = None
    return list(words), list(heads)[:4]


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
