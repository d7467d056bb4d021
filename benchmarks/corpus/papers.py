"""The example meetings on paper: printed minutes as PDF, Word files without heading styles, a parish's action column."""

from __future__ import annotations

import copy
import datetime
import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from canon import CanonMeeting, Line
from pages import agenda_of, clock, long_date, minutes_of

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=13.5, spaceAfter=7, alignment=TA_JUSTIFY)
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=14, leading=18, alignment=TA_CENTER)
HEAD = ParagraphStyle(
    "head",
    parent=BODY,
    fontName="Helvetica-Bold",
    spaceBefore=8,
    leftIndent=18 * mm,
    firstLineIndent=-18 * mm,
    alignment=0,
)
LABEL = ParagraphStyle("label", parent=BODY, fontName="Helvetica-Bold", spaceAfter=2)
TEXT = ParagraphStyle("text", parent=BODY, leftIndent=18 * mm)
LISTED = ParagraphStyle("listed", parent=TEXT, leftIndent=26 * mm, bulletIndent=19 * mm, spaceAfter=4)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=9.5, leading=12, spaceAfter=3, alignment=0)
HEADINGS = {
    "present": "PRESENT:",
    "apologies": "APOLOGIES FOR ABSENCE:",
    "officer": "OFFICERS:",
    "public": "ALSO PRESENT:",
}
EPOCH = datetime.datetime(2025, 5, 1)
VERBS = ("AGREED", "RESOLVED", "ORDERED", "RECOMMENDED", "NOTED", "APPROVED", "REFUSED", "DEFERRED")


def emphasised(text: str) -> str:
    """Return text as reportlab's markup, resolutions in bold."""
    verb = text.split(" ", 1)[0].rstrip(":.")
    shown = escape(text)
    return f"<b>{verb}</b>{shown[len(verb) :]}" if verb in VERBS else shown


def flow(lines: list[Line]) -> list:
    """Return lines as what reportlab lays out."""
    out, rows = [], []
    for line in [*lines, Line("end", "")]:
        if line.kind == "row":
            rows.append([Paragraph(escape(cell), CELL) for cell in line.text.split(" | ")])
            continue
        if rows:
            width = 150 * mm / len(rows[0])
            out += [
                Table(
                    rows,
                    colWidths=[width] * len(rows[0]),
                    style=TableStyle([("GRID", (0, 0), (-1, -1), 0.4, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]),
                ),
                Spacer(1, 7),
            ]
            rows = []
        if line.kind == "text":
            out.append(Paragraph(emphasised(line.text), TEXT))
        elif line.kind == "bullet":
            out.append(Paragraph(escape(line.text), LISTED, bulletText="•"))
        elif line.kind == "clause":
            out.append(Paragraph(escape(line.text), LISTED, bulletText=line.label))
    return out


def printed(meeting: CanonMeeting, path: Path) -> None:
    """Write printed minutes: running head, page numbers, attendance, items, a place to sign."""
    f = meeting.facts
    head = f"{f['body']} – {meeting.date.day} {meeting.date:%B %Y}"

    def furniture(canvas, doc) -> None:  # noqa: ANN001
        canvas.saveState()
        canvas.setFont("Helvetica-Oblique", 8.5)
        if doc.page > 1:
            canvas.drawString(22 * mm, A4[1] - 14 * mm, head)
        canvas.drawCentredString(A4[0] / 2, 11 * mm, f"Page | {doc.page}")
        canvas.restoreState()

    story = [Paragraph(escape(f["council"].upper()), TITLE), Paragraph(escape(f["body"].upper()), TITLE), Spacer(1, 6)]
    story += [Paragraph(escape(line), BODY) for line in meeting.opening]
    story += attendance(meeting)
    for item in meeting.items:
        story.append(Paragraph(f"{item.number}&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;{escape(item.title)}", HEAD))
        story += flow(minutes_of(item))
    story += [Paragraph(escape(line), BODY) for line in meeting.closing]
    story += [
        Spacer(1, 18),
        Paragraph(
            "Signed ........................................ Chair&nbsp;&nbsp;&nbsp;&nbsp;Date ....................",
            BODY,
        ),
    ]
    document = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=22 * mm,
        rightMargin=20 * mm,
        topMargin=22 * mm,
        bottomMargin=20 * mm,
        title=head,
        author=f["council"],
        invariant=1,
    )
    document.build(story, onFirstPage=furniture, onLaterPages=furniture)


def attendance(meeting: CanonMeeting) -> list:
    """Return the lists of attendance: members in two columns, the rest a line each."""
    out = []
    for kind, heading in HEADINGS.items():
        people = [f"{name} ({note})" if note else name for k, name, note in meeting.attendance if k == kind]
        if not people:
            continue
        out.append(Paragraph(heading, LABEL))
        if kind == "present":
            half = (len(people) + 1) // 2
            pairs = [[people[i], people[i + half] if i + half < len(people) else ""] for i in range(half)]
            out.append(
                Table([[Paragraph(escape(c), CELL) for c in pair] for pair in pairs], colWidths=[84 * mm, 84 * mm])
            )
        else:
            out += [Paragraph(escape(p), CELL) for p in people]
        out.append(Spacer(1, 5))
    return out


def parish(meeting: CanonMeeting, path: Path) -> None:
    """Write a parish's minutes as one table: number, text, and whose action it is."""
    f = meeting.facts
    story = [Paragraph(escape(f["council"].upper()), TITLE), Spacer(1, 4)]
    story += [Paragraph(escape(line), BODY) for line in meeting.opening] + attendance(meeting)
    rows = [[Paragraph(f"<b>{h}</b>", CELL) for h in ("Minute", "Item", "Action")]]
    for item in meeting.items:
        rows.append([Paragraph(f"<b>{item.number}</b>", CELL), Paragraph(f"<b>{escape(item.title)}</b>", CELL), ""])
        lines = minutes_of(item)
        for place, line in enumerate(lines):
            action = line.text.removeprefix("Action: ") if line.text.startswith("Action: ") else ""
            if action:
                continue
            owners = []
            for after in lines[place + 1 :]:
                if not after.text.startswith("Action: "):
                    break
                owners.append(after.text.removeprefix("Action: ").rstrip("."))
            owner = ", ".join(owners)
            label = {"bullet": "• ", "clause": f"{line.label} "}.get(line.kind, "")
            rows.append(["", Paragraph(label + escape(line.text), CELL), Paragraph(f"<b>{escape(owner)}</b>", CELL)])
    story.append(
        Table(
            rows,
            colWidths=[20 * mm, 130 * mm, 20 * mm],
            repeatRows=1,
            style=TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("BOX", (0, 0), (-1, -1), 0.4, "black"),
                    ("LINEBEFORE", (1, 0), (-1, -1), 0.4, "black"),
                ]
            ),
        )
    )
    story += [Spacer(1, 8)] + [Paragraph(escape(line), BODY) for line in meeting.closing]
    SimpleDocTemplate(str(path), pagesize=A4, title=f["body"], invariant=1, topMargin=20 * mm).build(story)


def word(meeting: CanonMeeting, path: Path) -> None:
    """Write a Word file as clerks do: no heading styles, bold titles, automatic numbers for clauses."""
    f, document = meeting.facts, Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)

    def bold(text: str) -> None:
        document.add_paragraph().add_run(text).bold = True

    bold(f["council"].upper())
    bold(f["body"].upper())
    for line in meeting.opening:
        document.add_paragraph(line)
    for kind, heading in HEADINGS.items():
        people = [f"{name} ({note})" if note else name for k, name, note in meeting.attendance if k == kind]
        if people:
            document.add_paragraph().add_run(heading).bold = True
            for person in people:
                document.add_paragraph(person, style="No Spacing")
    for item in meeting.items:
        bold(f"{item.number}\t{item.title}")
        for line in agenda_of(item):
            document.add_paragraph().add_run(line.text).italic = True
        _word_lines(document, minutes_of(item))
    for line in meeting.closing:
        document.add_paragraph(line)
    document.sections[0].footer.paragraphs[0].text = f"{f['body']}, {long_date(meeting)}, {clock(meeting)}"
    document.core_properties.created = document.core_properties.modified = EPOCH
    memory = io.BytesIO()
    document.save(memory)
    # Written again with one date for every part, so that the same words give the same bytes.
    with zipfile.ZipFile(memory) as written, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in written.namelist():
            kept.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), written.read(name), zipfile.ZIP_DEFLATED)


def _word_lines(document, lines: list[Line]) -> None:  # noqa: ANN001
    before, number = None, None
    for line in lines:
        if line.kind == "row":
            if before != "row":
                width = line.text.count(" | ") + 1
                table = document.add_table(rows=0, cols=width)
            for cell, text in zip(table.add_row().cells, line.text.split(" | "), strict=True):
                cell.text = text
        elif line.kind == "bullet":
            document.add_paragraph(line.text, style="List Bullet")
        elif line.kind == "clause" and line.label.endswith("."):
            paragraph = document.add_paragraph(line.text, style="List Number")
            if before != "clause" or line.label == "1.":
                number = _restarted(document)
            _numbered(paragraph, number)
        elif line.kind == "clause":
            document.add_paragraph(f"{line.label}\t{line.text}", style="List Paragraph")
        else:
            verb = line.text.split(" ", 1)[0].rstrip(":.")
            paragraph = document.add_paragraph()
            if verb in VERBS:
                paragraph.add_run(verb).bold = True
                paragraph.add_run(line.text[len(verb) :])
            else:
                paragraph.add_run(line.text)
        before = line.kind


def _restarted(document) -> int:  # noqa: ANN001
    """Begin a new automatic list at 1 and return its number."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    base = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    (old,) = [n for n in numbering.findall(qn("w:num")) if n.get(qn("w:numId")) == base]
    new = copy.deepcopy(old)
    number = max(int(n.get(qn("w:numId"))) for n in numbering.findall(qn("w:num"))) + 1
    new.set(qn("w:numId"), str(number))
    for override in new.findall(qn("w:lvlOverride")):
        new.remove(override)
    override, start = OxmlElement("w:lvlOverride"), OxmlElement("w:startOverride")
    override.set(qn("w:ilvl"), "0")
    start.set(qn("w:val"), "1")
    override.append(start)
    new.append(override)
    numbering.append(new)
    return number


def _numbered(paragraph, number: int) -> None:  # noqa: ANN001
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
