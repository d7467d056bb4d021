"""PDF: pages to rows, rows to columns and paragraphs, margins left out, several papers in one file told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Block, Document, Facts
from minutesnlp.reading.pdf.columns import strands_of
from minutesnlp.reading.pdf.margins import take_margins
from minutesnlp.reading.pdf.paragraphs import Measure, blocks_of, measure
from minutesnlp.reading.pdf.parts import TOP, Part, parts_of
from minutesnlp.reading.pdf.rows import Row, owner_edges, rows_of, take_owners
from minutesnlp.reading.pdf.runs import Page, pages_of

OCR = "Run it through OCR (ocrmypdf) first."

# Fewer letters than this on a page, most of it a picture, and the page is a scan.
FEW_LETTERS = 12

# How much of a page a picture covers that is a scan of it.
SCANNED = 0.4

# Characters that a font shows but does not tell: a share of them, and the text layer is worth nothing.
UNTOLD_SHARE = 0.3
UNTOLD = re.compile("[\x00\ufffd\ue000-\uf8ff]")


# What a program calls a file that nobody named, and what it puts round a file's name.
NO_TITLE = re.compile(r"\W*(?:anonymous|untitled|unspecified|document\s?\d*|slide\s?\d*)?\W*", re.IGNORECASE)
PROGRAM_TITLE = re.compile(r"^Microsoft Word - |\.(?:docx?|odt|rtf|pdf)$", re.IGNORECASE)


def read_here(data: bytes, name: str) -> list[Document]:
    """Read a PDF in this process.

    Raises
    ------
    ReadError
        When it is locked, broken, or a scan without a text layer.
    """
    metadata, found = pages_of(data, name)
    pages = list(found)
    rows: dict[int, list[Row]] = {}
    tops: dict[int, list[str]] = {}
    furniture: list[str] = []
    scanned: list[int] = []
    edges = owner_edges(pages)
    for page in pages:
        own, leaning = rows_of(page, edges)
        rows[page.number] = own
        tops[page.number] = [row.text for row in own[:TOP]]
        furniture += leaning
        letters = sum(len(row.text) for row in own)
        if letters < FEW_LETTERS and (page.pictures > SCANNED or (not letters and page.pictures)):
            scanned.append(page.number)
        page.runs = []
    _look(rows, pages, name)
    margins, heads = take_margins(pages, rows)
    by_number = {page.number: page for page in pages}
    head, dropped = take_owners([row for page in pages for row in rows[page.number]], by_number, edges)
    furniture += margins + dropped
    for page in pages:
        rows[page.number] = _owned(rows[page.number])
    setting = measure(pages, rows)
    notes = tuple(f"missing: page {number} is a picture without words" for number in scanned)
    parts = parts_of(tops)
    documents = []
    for place, part in enumerate(parts):
        own_pages = [by_number[number] for number in part.pages]
        blocks = _blocks(own_pages, rows, setting, head)
        titles = [_title(metadata.get("title", "")), *heads] if len(parts) == 1 else [part.title]
        title = " — ".join(dict.fromkeys(text for text in titles if text))
        facts = Facts(title=title or None, notes=(*(notes if place == 0 else ()), *_notes(part, parts)))
        documents.append(
            Document(_marked(blocks, part), facts, "pdf", furniture=tuple(furniture) if place == 0 else ())
        )
    return _bound(documents, parts)


def _title(text: str) -> str:
    """Return a file's own title without what programs put there.

    >>> _title("Microsoft Word - Minutes 4 May.docx"), _title("(anonymous)")
    ('Minutes 4 May', '')
    """
    return "" if NO_TITLE.fullmatch(text) else PROGRAM_TITLE.sub("", text).strip()


def _look(rows: dict[int, list[Row]], pages: Sequence[Page], name: str) -> None:
    """Refuse a file without words, and one whose words cannot be told."""
    if not any(rows.values()):
        if any(page.pictures for page in pages):
            raise ReadError(name, "no text layer, so it is a scan", OCR)
        raise ReadError(name, "no text layer: its pages are empty, or a drawing of words", OCR)
    letters = "".join(row.text for own in rows.values() for row in own)
    if len(UNTOLD.findall(letters)) > UNTOLD_SHARE * len(letters):
        raise ReadError(
            name, "its fonts do not tell which letters they show", "Run it through OCR (ocrmypdf --force-ocr)."
        )


def _blocks(pages: Iterable[Page], rows: dict[int, list[Row]], setting: Measure, head: str) -> list[Block]:
    return blocks_of(((page, strands_of(rows[page.number], page.rules)) for page in pages), setting, head)


def _notes(part: Part, parts: Sequence[Part]) -> tuple[str, ...]:
    if len(parts) == 1:
        return ()
    first, last = part.pages[0], part.pages[-1]
    return (f"derived: pages {first} to {last} of a file that holds {len(parts)} papers",)


def _marked(blocks: list[Block], part: Part) -> tuple[Block, ...]:
    """Mark what is no minutes: an agenda tells what was to be done, papers are neither."""
    section = {"agenda": "agenda", "papers": "back"}.get(part.kind)
    return tuple(replace(block, section=section) for block in blocks) if section else tuple(blocks)


def _bound(documents: list[Document], parts: Sequence[Part]) -> list[Document]:
    """Give the papers of a pack to the agenda they belong to."""
    if len(documents) == 1 or parts[0].kind != "agenda":
        return documents
    papers = [block for d, part in zip(documents, parts, strict=True) if part.kind == "papers" for block in d.blocks]
    kept = [document for document, part in zip(documents, parts, strict=True) if part.kind != "papers"]
    return [replace(kept[0], blocks=(*kept[0].blocks, *papers)), *kept[1:]]


def _owned(rows: list[Row]) -> list[Row]:
    """Give owners that stand at a height without words to the row nearest above or below."""
    kept = [row for row in rows if row.cells]
    for row in rows:
        if row.owners and not row.cells and kept:
            nearest = min(kept, key=lambda other: abs(other.top + other.bottom - row.top - row.bottom))
            nearest.owners.extend(row.owners)
    return kept
