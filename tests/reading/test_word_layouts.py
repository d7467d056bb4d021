"""Minutes as Word files lay them out: in tables, in lists, with titles that run on, with who was there in a table."""

from io import BytesIO

import pytest
from docx import Document

from minutesnlp.reading.corpora import meetings_in

ITEMS = [
    ("1", "Apologies for absence", "Apologies were received from Cllr Moor.", ""),
    ("2", "Declarations of interest", "There were none.", ""),
    ("3", "Minutes of the last meeting", "The minutes of 5 February were agreed and signed.", "Chair"),
    ("4", "Highways", "The Clerk reported that the hole had been mended. Cllr Lee would photograph it.", "BL"),
    ("5", "Date of next meeting", "8 April 2024", ""),
]
NUMBERED = [(number, title) for number, title, _, _ in ITEMS]
BARE = [(None, title) for _, title, _, _ in ITEMS]


def three_columns(document):
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Item", "Minute", "Action"), strict=True):
        cell.text = text
    for number, title, text, owner in ITEMS:
        cells = table.add_row().cells
        cells[0].text, cells[2].text = number, owner
        cells[1].paragraphs[0].add_run(title).bold = True
        cells[1].add_paragraph(text)


def four_columns(document):
    table = document.add_table(rows=0, cols=4)
    for row in (("No.", "Item", "Discussion", "Action by"), *ITEMS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def automatic_numbers(document):
    for _, title, text, _ in ITEMS:
        document.add_paragraph(style="List Number").add_run(title).bold = True
        document.add_paragraph(text)


def typed_numbers(document):
    for number, title, text, _ in ITEMS:
        document.add_paragraph().add_run(f"{number}.\t{title}").underline = True
        document.add_paragraph(text)


def titles_that_run_on(document):
    for _, title, text, _ in ITEMS:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{title}. ").bold = True
        paragraph.add_run(text)


def headings(document):
    for _, title, text, _ in ITEMS:
        document.add_heading(title, 2)
        document.add_paragraph(text)


def read(document):
    out = BytesIO()
    document.save(out)
    return meetings_in(out.getvalue(), "a.docx", "")[1][0].meeting


LAYOUTS = [
    (three_columns, NUMBERED),
    (four_columns, NUMBERED),
    (automatic_numbers, NUMBERED),
    (typed_numbers, NUMBERED),
    (titles_that_run_on, BARE),
    (headings, BARE),
]


@pytest.mark.parametrize(("lay_out", "items"), LAYOUTS, ids=lambda value: getattr(value, "__name__", ""))
def test_items_are_the_same_however_they_are_laid_out(lay_out, items):
    document = Document()
    document.add_paragraph().add_run("WEND PARISH COUNCIL").bold = True
    document.add_paragraph("Minutes of the meeting held on Monday 4 March 2024 at 7.30pm in the Reading Room")
    document.add_paragraph("Present:\tCllrs A Hall (Chair), B Lee, C Day")
    document.add_paragraph("In attendance:\tM Fox (Clerk)")
    lay_out(document)
    meeting = read(document)
    assert [(item.number, item.title) for item in meeting.items] == items
    assert [item.paragraphs[0].text.split(" | ")[0] for item in meeting.items] == [text for _, _, text, _ in ITEMS]
    assert (meeting.council, meeting.venue) == ("Wend Parish Council", "Reading Room")
    there = [(one.kind, one.name, one.role) for one in meeting.attendance]
    assert there[:4] == [
        ("present", "A Hall", "Chair"),
        ("present", "B Lee", None),
        ("present", "C Day", None),
        ("officer", "M Fox", "Clerk"),
    ]


def test_who_was_there_may_stand_in_a_table_above_the_title():
    document = Document()
    table = document.add_table(rows=2, cols=2)
    table.rows[0].cells[0].text = "Present"
    table.rows[0].cells[1].text = "Cllr A Hall (Chair)\nCllr B Lee\nCllr C Day"
    table.rows[1].cells[0].text = "Apologies"
    table.rows[1].cells[1].text = "Cllr D Moor"
    document.add_paragraph("Minutes of Wend Town Council Planning Committee, Tuesday 4 June 2024, 6pm")
    document.add_paragraph("1. PLANNING APPLICATIONS")
    document.add_paragraph("There were none.")
    document.add_paragraph("2. APPEALS")
    document.add_paragraph("One had been dismissed.")
    meeting = read(document)
    assert [(one.kind, one.name) for one in meeting.attendance] == [
        ("present", "A Hall"),
        ("present", "B Lee"),
        ("present", "C Day"),
        ("apologies", "D Moor"),
    ]
    assert (meeting.body, meeting.date.isoformat()) == ("Planning Committee", "2024-06-04")
