"""Word files (.docx): paragraphs and tables in their order, automatic numbers counted, tracked changes settled."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Block, Document, Facts
from minutesnlp.reading.office.container import AGAIN, open_office, part_of
from minutesnlp.reading.office.pieces import Said, pieces_of
from minutesnlp.reading.office.word_numbers import Numbers, W, numbers_of
from minutesnlp.reading.office.word_text import GONE, Look, Styles, lines_of, look_of
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.labels import bullet_of
from minutesnlp.reading.page.ordinals import mended
from minutesnlp.reading.page.tables import laid_out
from minutesnlp.reading.trees import parse_xml

# A Word file with macros or a template is read as the document it is.
OTHER_KINDS = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled|openxmlformats-officedocument\."
    rb"wordprocessingml\.template)(?:\.main)?\+xml"
)
MAIN_KIND = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

# Tables within tables within tables are no minutes.
DEEPEST = 12

# Points of space above a paragraph that set it apart as a blank line does.
BLANK_LINE = 6.0


@dataclass(slots=True)
class _State:
    """A Word file as its body is walked through."""

    styles: Styles
    numbers: Numbers
    blocks: list[Block] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    gap: float = 1.0
    line: int = 0
    sizes: Counter[float] = field(default_factory=Counter)


def read_word(data: bytes, name: str) -> list[Document]:
    """Read a Word file's words.

    Raises
    ------
    ReadError
        When it is broken, locked, or without words.
    """
    document = _opened(data, name)
    parts = {
        relation.reltype.rsplit("/", 1)[-1]: relation.target_part
        for relation in document.part.rels.values()
        if not relation.is_external
    }
    styles = _root(parts.get("styles"), name)
    state = _State(Styles(styles), numbers_of(_root(parts.get("numbering"), name), styles))
    _body(state, document.element.body, 0)
    notes = [part for kind, part in parts.items() if kind in ("footnotes", "endnotes")]
    for part in notes:
        _notes(state, _root(part, name))
    if not state.blocks:
        raise ReadError(
            name, "it holds no words", "If it holds pictures of pages, run it through OCR (ocrmypdf) first."
        )
    furniture, heads = _margins(document, name, state)
    comments = _root(parts.get("comments"), name)
    if comments is not None:
        furniture += [clean(" ".join(_texts(comment))) for comment in comments]
    furniture += [clean(text) for text in state.hidden if clean(text)]
    title = " — ".join(dict.fromkeys(text for text in (clean(document.core_properties.title or ""), *heads) if text))
    body = state.sizes.most_common(1)[0][0] if state.sizes else None
    blocks = tuple(replace(b, size=round(b.size / body, 2)) if b.size and body else b for b in state.blocks)
    return [Document(blocks, Facts(title=title or None), "docx", furniture=tuple(furniture))]


def _opened(data: bytes, name: str) -> Any:
    import docx

    archive = open_office(data, name)
    kinds = part_of(archive, "[Content_Types].xml", name)
    if OTHER_KINDS.search(kinds):
        data = _as_document(archive, name)
    try:
        document = docx.Document(BytesIO(data))
        _ = document.element.body, document.core_properties.title
    except ReadError:
        raise
    except Exception as error:
        # python-docx raises whatever its parts run into: KeyError, ValueError, lxml's own errors
        raise ReadError(
            name, f"it is a broken Word file ({type(error).__name__}: {str(error)[:100]})", AGAIN
        ) from error
    if document.element.body is None:
        raise ReadError(name, "it is a Word file without a body", AGAIN)
    return document


def _as_document(archive: zipfile.ZipFile, name: str) -> bytes:
    changed = BytesIO()
    with zipfile.ZipFile(changed, "w") as copy:
        for part in archive.infolist():
            content = part_of(archive, part.filename, name)
            if part.filename == "[Content_Types].xml":
                content = OTHER_KINDS.sub(MAIN_KIND, content)
            copy.writestr(part.filename, content)
    return changed.getvalue()


def _root(part: Any, name: str) -> Any:
    """Return the root of a part, None where there is no such part."""
    if part is None:
        return None
    element = getattr(part, "element", None)
    return element if element is not None else parse_xml(part.blob.decode("utf-8", "replace"), name)


def _body(state: _State, element: Any, depth: int) -> None:
    for child in element:
        if child.tag == f"{W}p":
            _paragraph(state, child)
        elif child.tag == f"{W}tbl":
            if depth < DEEPEST:
                _table(state, child, depth + 1)
            else:
                state.blocks.append(Block(" ".join(_texts(child)), line=state.line, row=True))
        elif isinstance(child.tag, str) and child.tag not in GONE and child.tag != f"{W}sectPr":
            _body(state, child, depth)


def _paragraph(state: _State, element: Any) -> None:
    own = look_of(element)
    properties = element.find(f"{W}pPr")
    styled = properties.find(f"{W}pStyle") if properties is not None else None
    base = state.styles.look(styled.get(f"{W}val") if styled is not None else None)
    # the paragraph mark's own run properties say nothing of its words
    own = replace(own, bold=None, underlined=None, caps=None, hidden=None, size=None)
    look = own.over(base)
    lines, boxes = lines_of(element, look, state.styles, state.hidden)
    label, bullet, depth, left = _numbered(state, look, any(said.text.strip() for said in lines))
    pieces = pieces_of(lines)
    if not pieces:
        state.gap += 1.0
    for place, said in enumerate(pieces):
        state.line += 1
        block = _block(state, said, look)
        if place == 0:
            gap = max(state.gap, 1.0 if (look.space or 0) >= BLANK_LINE else 0.0)
            block = replace(
                block, label=label or None, bullet=bullet or block.bullet, depth=depth, gap=gap,
                indent=round(max(0.0, left) / 5.5, 1),
            )  # fmt: skip
        state.blocks.append(block)
        state.gap = 0.0
    for box in boxes:
        _body(state, box, 1)


def _numbered(state: _State, look: Look, worded: bool) -> tuple[str, bool, int, float]:
    """Count a paragraph in its list; return its label, whether it is a bullet, its depth and its left edge."""
    left = (look.left or 0.0) - (look.hanging or 0.0)
    if not look.list_id or look.list_id == "0":
        return "", False, 0, left
    depth = min(look.depth or 0, 8)
    level = state.numbers.level(look.list_id, depth)
    if level is None:
        return "", False, 0, left
    label, bullet = state.numbers.next(look.list_id, depth)
    if look.left is None and level.indent is not None:
        left = level.indent / 20
    return (label if worded else "") or "", bullet, depth, left


def _block(state: _State, said: Said, look: Look) -> Block:
    text = mended(clean(said.text))
    lead = said.lead()
    size = said.size()
    if size:
        state.sizes[size] += len(text)
    mark = bullet_of(text)
    bold = lead >= len(text)
    return Block(
        text[mark:],
        line=state.line,
        level=look.level,
        bold=bold,
        lead=0 if bold else max(0, lead - mark),
        size=size,
        centred=bool(look.centred),
        bullet=mark > 0,
    )


def _table(state: _State, table: Any, depth: int) -> None:
    """Read a table of data row by row, one that lays out text cell by cell."""
    grid: list[list[list[Block]]] = []
    for row in _rows(table):
        cells = []
        for cell in row:
            kept, state.blocks, state.gap = state.blocks, [], 0.0
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is None or merge.get(f"{W}val") == "restart":
                _body(state, cell, depth)
            cells.append(state.blocks)
            state.blocks = kept
        grid.append(cells)
    state.blocks += laid_out(grid)
    state.gap = 1.0


def _rows(table: Any) -> Iterator[list[Any]]:
    """Yield the cells of each row that was not deleted, wrappers of either left aside."""
    for child in table:
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield list(_cells(child))
        elif child.tag in (f"{W}sdt", f"{W}ins", f"{W}customXml", f"{W}sdtContent"):
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}ins", f"{W}customXml", f"{W}sdtContent"):
            yield from _cells(child)


def _notes(state: _State, root: Any) -> None:
    """Keep footnotes and endnotes, after all else."""
    before = len(state.blocks)
    for note in root if root is not None else ():
        if note.get(f"{W}type") not in ("separator", "continuationSeparator", "continuationNotice"):
            _body(state, note, 1)
    state.blocks[before:] = [replace(block, section="back", label=None) for block in state.blocks[before:]]


def _margins(document: Any, name: str, state: _State) -> tuple[list[str], list[str]]:
    """Return the words of the pages' heads and feet, and those of the heads by themselves."""
    words: dict[str, None] = {}
    heads: dict[str, None] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind not in ("header", "footer") or relation.is_external:
            continue
        for paragraph in _root(relation.target_part, name).iter(f"{W}p"):
            lines, _ = lines_of(paragraph, Look(), state.styles, [])
            text = clean(" ".join(said.text for said in lines))
            if text:
                words[text] = None
                if kind == "header" and any(c.isalpha() for c in text):
                    heads[text] = None
    return list(words), list(heads)[:4]


def _texts(element: Any) -> list[str]:
    return [part.text or "" for part in element.iter(f"{W}t")]
