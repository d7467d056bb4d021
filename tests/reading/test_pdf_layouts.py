"""Minutes that a PDF sets in tables, in two languages side by side, or in a pack behind an agenda."""

import pytest
from paper_making import A4, BODY, HEADING, LONG, TITLE, PageBreak, Paragraph, drawn, pdf_of, table

from minutesnlp.reading.corpora import meetings_in

TOP = [
    Paragraph("WEND PARISH COUNCIL", TITLE),
    Paragraph("Minutes of the meeting held on Monday 4 March 2024 at 7.30pm in the Reading Room", BODY),
    Paragraph("Present: Cllrs A Hall (Chair), B Lee, C Day. M Fox (Clerk).", BODY),
]
ITEMS = [
    ("1", "Apologies for absence", "Apologies were received from Cllr Moor.", ""),
    ("2", "Declarations of interest", "There were none.", ""),
    ("3", "Minutes of the last meeting", "The minutes of 5 February were agreed and signed.", "Chair"),
    ("4", "Highways", f"{LONG} Cllr Lee would photograph it.", "BL"),
    ("5", "Finance", "The following payments were agreed: Clerk 412.00; hall hire 30.00.", "Clerk"),
    ("6", "Date of next meeting", "8 April 2024", ""),
]
TITLES = [(number, title) for number, title, _, _ in ITEMS]


def read(pdf):
    _, assembled = meetings_in(pdf, "a.pdf", "")
    return [each.meeting for each in assembled]


def three(open_title, close_title):
    rows = [[n, f"{open_title}{title}{close_title}<br/>{text}", owner] for n, title, text, owner in ITEMS]
    return [["Item", "Minute", "Action"], *rows], [40, 340, 70]


def four():
    return [["No.", "Item", "Discussion", "Action by"], *map(list, ITEMS)], [30, 110, 260, 60]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
@pytest.mark.parametrize(
    ("rows", "widths"), [three("<b>", "</b>"), three("", ""), four()], ids=["bold titles", "plain titles", "own column"]
)
def test_minutes_printed_as_one_table_are_read_item_by_item(rows, widths, ruled):
    (meeting,) = read(pdf_of([*TOP, table(rows, widths, ruled=ruled)]))
    assert [(item.number, item.title) for item in meeting.items] == TITLES
    texts = [" ".join(p.text for p in item.paragraphs) for item in meeting.items]
    assert texts[1] == "There were none."
    assert texts[3].startswith(LONG[:60])
    assert texts[3].split(" | ")[0].endswith("Cllr Lee would photograph it.") or "BL" in texts[3]
    assert all(owner in text for text, (_, _, _, owner) in zip(texts, ITEMS, strict=True))
    assert [(one.name, one.role) for one in meeting.attendance][:4] == [
        ("A Hall", "Chair"),
        ("B Lee", None),
        ("C Day", None),
        ("M Fox", "Clerk"),
    ]
    assert (meeting.date.isoformat(), meeting.venue) == ("2024-03-04", "Reading Room")


WELSH = ["1. Ymddiheuriadau", "Derbyniwyd ymddiheuriadau gan y", "Cyng. D. Vaughan.", "", "2. Datgan Buddiant", "Dim."]
WELSH += ["", "3. Cofnodion", "Penderfynwyd derbyn y cofnodion", "fel rhai cywir."]
ENGLISH = [
    "1. Apologies",
    "Apologies were received from",
    "Cllr D. Vaughan.",
    "",
    "2. Declarations of Interest",
    "None.",
]
ENGLISH += ["", "3. Minutes", "It was resolved to accept the", "minutes as correct."]


def test_two_languages_side_by_side_are_not_read_across():
    def draw(c):
        c.setFont("Helvetica", 10)
        for place, (left, right) in enumerate(zip(WELSH, ENGLISH, strict=True)):
            c.drawString(60, A4[1] - 80 - 14 * place, left)
            c.drawString(320, A4[1] - 80 - 14 * place, right)

    (meeting,) = read(drawn(draw))
    texts = [p.text for p in meeting.paragraphs]
    assert [item.number for item in meeting.items] == ["1", "2", "3"]
    assert "Derbyniwyd ymddiheuriadau gan y Cyng. D. Vaughan." in texts
    assert "It was resolved to accept the minutes as correct." in texts


def test_a_pack_gives_its_agenda_and_the_minutes_bound_into_it():
    agenda = [["1", "Apologies for absence", ""], ["2", "Declarations of interest", ""]]
    agenda += [["3", "Minutes of the meeting held on 13 March 2024", "3 - 4"], ["4", "Planning applications", "5 - 20"]]
    story = [
        Paragraph("Moorfoot Borough Council", TITLE),
        Paragraph("PLANNING COMMITTEE", HEADING),
        Paragraph("Agenda", HEADING),
        "Date: Wednesday 10 April 2024",
        "Time: 6.30 pm",
        "Venue: Council Chamber, Town Hall",
        "Membership: Councillors A Hall (Chair), B Lee, C Day",
        PageBreak(),
        Paragraph("AGENDA", TITLE),
        table(agenda, [30, 340, 60]),
        PageBreak(),
        Paragraph("Moorfoot Borough Council", HEADING),
        Paragraph("Minutes of the Planning Committee", HEADING),
        "Wednesday 13 March 2024",
        "Present: Councillors A Hall (Chair), B Lee and C Day",
        Paragraph("41. Apologies for absence", HEADING),
        "There were none.",
        Paragraph("42. Application 24/00123/FUL, Long Lane", HEADING),
        LONG,
        "RESOLVED: That permission be granted.",
        PageBreak(),
        Paragraph("Report to Planning Committee", TITLE),
        LONG,
        Paragraph("1. Summary", HEADING),
        LONG,
    ]
    called, held = read(pdf_of(story, foot="Page {page}"))
    assert (called.body, called.date.isoformat()) == ("Planning Committee", "2024-04-10")
    assert (called.venue, called.start_time.strftime("%H:%M")) == ("Council Chamber, Town Hall", "18:30")
    assert [(item.number, item.title) for item in called.items] == [(row[0], row[1]) for row in agenda]
    assert {p.section for item in called.items for p in item.paragraphs} <= {"agenda"}
    assert LONG in [p.text for p in called.back]
    assert (held.body, held.date.isoformat()) == ("Planning Committee", "2024-03-13")
    assert [item.number for item in held.items] == ["41", "42"]
    assert [one.name for one in held.attendance] == ["A Hall", "B Lee", "C Day"]
