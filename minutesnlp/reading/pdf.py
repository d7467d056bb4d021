"""PDF: pages to rows, rows to columns and paragraphs, margins left out, several meetings in one file told apart."""

from __future__ import annotations

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Document, Facts
from minutesnlp.reading.pdf_columns import Strand, strands_of
from minutesnlp.reading.pdf_margins import take_margins
from minutesnlp.reading.pdf_paragraphs import blocks_of, measure
from minutesnlp.reading.pdf_rows import Row, owner_edges, rows_of, take_owners
from minutesnlp.reading.pdf_runs import Page, pages_of

OCR = "Run it through OCR (ocrmypdf) first."

# Fewer letters than this on a page, most of it a picture, and the page is a scan.
FEW_LETTERS = 12


def read_pdf(data: bytes, name: str) -> list[Document]:
    """Read a PDF's words: one Document a meeting that it holds.

    Raises
    ------
    ReadError
        When it is locked, broken, or a scan without a text layer.
    """
    metadata, found = pages_of(data, name)
    pages: list[Page] = []
    rows: dict[int, list[Row]] = {}
    furniture: list[str] = []
    scanned: list[int] = []
    for page in found:
        pages.append(page)
    edges = owner_edges(pages)
    for page in pages:
        rows[page.number], leaning = rows_of(page, edges)
        furniture += leaning
        if sum(len(row.text) for row in rows[page.number]) < FEW_LETTERS and (page.pictures > 0.4 or not page.runs):
            scanned.append(page.number)
        page.runs = []
    if not any(rows.values()):
        raise ReadError(name, "no text layer, so it is a scan" if pages else "it has no pages", OCR)
    margins, heads = take_margins(pages, rows)
    furniture += margins
    by_number = {page.number: page for page in pages}
    every = [row for page in pages for row in rows[page.number]]
    head, dropped = take_owners(every, by_number, edges)
    furniture += dropped
    for page in pages:
        rows[page.number] = _owned([row for row in rows[page.number] if row.cells or row.owners])
    setting = measure(pages, rows)
    strands: list[tuple[Page, list[Strand]]] = [(page, strands_of(rows[page.number], page.rules)) for page in pages]
    blocks = blocks_of(strands, setting, head)
    title = " — ".join(dict.fromkeys(text for text in (metadata.get("title", ""), *heads) if text))
    notes = tuple(f"missing: page {number} is a picture without words" for number in scanned)
    facts = Facts(title=title or None, notes=notes)
    return [Document(tuple(blocks), facts, "pdf", furniture=tuple(furniture))]


def _owned(rows: list[Row]) -> list[Row]:
    """Give owners that stand at a height without words to the row nearest above or below."""
    kept = [row for row in rows if row.cells]
    for row in rows:
        if not row.cells and kept:
            nearest = min(kept, key=lambda other: abs(other.top + other.bottom - row.top - row.bottom))
            nearest.owners.extend(row.owners)
    return kept
