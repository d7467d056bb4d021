"""The evidence pack as a Word document with true footnotes: the door to python-docx.

python-docx knows no footnotes. They are a part of the package of their own, made here in the form of ECMA-376, part 1,
17.11: two separators, then a footnote each; a run of the text refers to each by its number.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from minutesnlp.display.evidence import Pack, Row, Section
from minutesnlp.tables import NO_XML, cell
from minutesnlp.text.marking import merge

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
WIDTHS = {"date": 2.4, "item": 3.6, "outcome": 2.3, "vote": 1.8, "figure": 2.4, "read as": 3.0, "owner": 2.6}
WIDTHS |= {
    "due": 2.2,
    "in the decision": 1.8,
    "may be answered by": 3.4,
    "name": 4.4,
    "is": 1.8,
    "paragraphs": 2.4,
    "what": 3.4,
}
PAGE_WIDTH = 17.0  # centimetres between the margins


class Footnotes:
    """The footnotes of a document, in the order they are referred to."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def refer(self, paragraph: Any, text: str) -> None:
        """End a paragraph of the document with a reference to a new footnote."""
        from docx.oxml import parse_xml

        self.texts.append(text)
        run = f'<w:r {SPACE}>{RAISED}<w:footnoteReference w:id="{len(self.texts)}"/></w:r>'
        paragraph._p.append(parse_xml(run))

    def xml(self) -> bytes:
        """Return the part that holds them."""
        mark = '<w:footnote w:type="{0}" w:id="{1}"><w:p><w:r><w:{0}/></w:r></w:p></w:footnote>'
        parts = [mark.format("separator", -1), mark.format("continuationSeparator", 0)]
        for number, text in enumerate(self.texts, start=1):
            small = '<w:rPr><w:sz w:val="18"/></w:rPr>'
            told = f'<w:r>{small}<w:t xml:space="preserve"> {escape(clean(text))}</w:t></w:r>'
            plain = '<w:pPr><w:spacing w:after="0"/></w:pPr>'
            parts.append(
                f'<w:footnote w:id="{number}"><w:p>{plain}<w:r>{RAISED}<w:footnoteRef/></w:r>{told}</w:p></w:footnote>'
            )
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f"{head}<w:footnotes {SPACE}>{''.join(parts)}</w:footnotes>".encode()


def clean(text: str) -> str:
    """Return text that XML can hold."""
    return NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def write(pack: Pack, path: Path) -> None:
    """Write a pack as a Word document."""
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.shared import Cm, Pt

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(10)
    document.core_properties.title = clean(pack.title)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    footnotes = Footnotes()
    document.add_heading(clean(pack.title), 0)
    for section in pack.sections:
        document.add_heading(section.title, 1)
        document.add_paragraph(section.about).runs[0].italic = True
        if not section.rows:
            document.add_paragraph("Nothing.")
        elif section.title == "Chronology":
            for head, rows in section.grouped():
                document.add_heading(clean(head), 3)
                for row in rows:
                    _quote(document, row, footnotes)
        else:
            _table(document, section, footnotes)
    document.add_heading("To make it again", 1)
    for name, value in pack.again:
        document.add_paragraph(clean(f"{name}: {value}"), style="List Bullet")
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, footnotes.xml(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(str(path))


def _quote(document: Any, row: Row, footnotes: Footnotes) -> None:
    """Write a paragraph of the minutes, the words of the query in bold."""
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(0.6)
    text, here = row.cells["text"], 0
    for start, end in merge(row.spans):
        paragraph.add_run(clean(text[here:start]))
        paragraph.add_run(clean(text[start:end])).bold = True
        here = end
    paragraph.add_run(clean(text[here:]))
    if row.citation:
        footnotes.refer(paragraph, row.citation)


def _table(document: Any, section: Section, footnotes: Footnotes) -> None:
    """Write rows as a table whose headings are repeated on each page; the footnote stands in the last cell."""
    from docx.oxml import parse_xml
    from docx.shared import Cm, Pt

    table = document.add_table(rows=1, cols=len(section.columns), style="Table Grid")
    table.autofit = False
    told = sum(WIDTHS.get(name, 0) for name in section.columns)
    free = sum(name not in WIDTHS for name in section.columns)
    widths = [Cm(WIDTHS.get(name) or (PAGE_WIDTH - told) / free) for name in section.columns]
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {SPACE}/>"))
    for place, name in enumerate(section.columns):
        table.rows[0].cells[place].paragraphs[0].add_run(name).bold = True
    for row in section.rows:
        cells = table.add_row().cells
        for place, name in enumerate(section.columns):
            cells[place].text = clean(cell(row.cells.get(name)))
        if row.citation:
            footnotes.refer(cells[section.noted].paragraphs[-1], row.citation)
    for place, width in enumerate(widths):
        table.columns[place].width = width
    for line in table.rows:
        for place, one in enumerate(line.cells):
            one.width = widths[place]
            for paragraph in one.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)
                for run in paragraph.runs:
                    run.font.size = Pt(9)
