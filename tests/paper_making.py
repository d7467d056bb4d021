"""PDFs and OpenDocument texts made for tests, of invented words."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen import canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=7)
JUSTIFIED = ParagraphStyle("justified", BODY, alignment=TA_JUSTIFY)
HEADING = ParagraphStyle("heading", BODY, fontName="Helvetica-Bold", spaceBefore=4)
TITLE = ParagraphStyle("title", BODY, fontName="Helvetica-Bold", fontSize=14, leading=18, alignment=1)
BULLET = ParagraphStyle("bullet", BODY, leftIndent=28, bulletIndent=14)
CELL = ParagraphStyle("cell", BODY, fontSize=10, leading=12, spaceAfter=0)

LONG = (
    "The Clerk reported that the culvert under Fennel Lane had been surveyed in the spring and that two of its arches "
    "were found to have moved. The surveyor thought that the wall above them would stand for another winter, but no "
    "longer, and had given a price for propping it. Members asked whether the county would bear a share of the cost."
)


def pdf_of(
    story: Sequence[Any],
    *,
    head: str = "",
    foot: str = "",
    title: str | None = None,
    encrypt: str | None = None,
    margin: float = 72,
    on_page: Callable[[Any, Any], None] | None = None,
) -> bytes:
    """Return a PDF of a reportlab story; strings are paragraphs, `{page}` in head and foot is the page's number."""
    out = BytesIO()
    flowables = [Paragraph(part, BODY) if isinstance(part, str) else part for part in story]

    def margins(c: Any, document: Any) -> None:
        c.saveState()
        c.setFont("Helvetica", 9)
        c.drawString(72, A4[1] - 40, head.format(page=document.page))
        c.drawCentredString(A4[0] / 2, 30, foot.format(page=document.page))
        c.restoreState()
        if on_page:
            on_page(c, document)

    template = SimpleDocTemplate(
        out, pagesize=A4, title=title, leftMargin=margin, rightMargin=margin, encrypt=encrypt, invariant=1
    )
    template.build(flowables, onFirstPage=margins, onLaterPages=margins)
    return out.getvalue()


def drawn(draw: Callable[[Any], None], *, size: tuple[float, float] = A4) -> bytes:
    """Return a PDF that a function draws on a canvas."""
    out = BytesIO()
    c = canvas.Canvas(out, pagesize=size, invariant=1)
    draw(c)
    c.save()
    return out.getvalue()


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], *, ruled: bool = False) -> Table:
    """Return a table of paragraphs, with ruled lines or without."""
    style = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    cells = [[Paragraph(cell, CELL) for cell in row] for row in rows]
    return Table(cells, colWidths=list(widths), style=TableStyle(style), hAlign="LEFT")


NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def odt_of(body: str, *, styles: str = "", automatic: str = "", meta: str = "", manifest: str = "") -> bytes:
    """Return an OpenDocument text with this body, in XML."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        if styles:
            archive.writestr("styles.xml", f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>")
        if meta:
            archive.writestr("meta.xml", f"<office:document-meta {NAMESPACES}>{meta}</office:document-meta>")
        if manifest:
            archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


__all__ = [
    "BODY", "BULLET", "CELL", "HEADING", "JUSTIFIED", "LONG", "TITLE", "PageBreak", "Paragraph", "Spacer",
    "drawn", "odt_of", "pdf_of", "table",
]  # fmt: skip
