"""PDFs: what stands on the page comes back as paragraphs, and what is the page's own does not."""

from __future__ import annotations

import pytest
from paper_making import (
    BULLET,
    HEADING,
    JUSTIFIED,
    LONG,
    TITLE,
    PageBreak,
    Paragraph,
    Spacer,
    drawn,
    pdf_of,
    table,
)

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Block, Document
from minutesnlp.reading.pdf.reader import read_here


def read(data: bytes) -> Document:
    """Read a PDF that holds one meeting."""
    (document,) = read_here(data, "made.pdf")
    return document


def texts(data: bytes) -> list[str]:
    """Return the texts of a PDF's blocks."""
    return [block.text for block in read(data).blocks]


def block(data: bytes, beginning: str) -> Block:
    """Return the block that begins so."""
    return next(block for block in read(data).blocks if block.text.startswith(beginning))


def test_lines_broken_by_the_page_are_joined_and_paragraphs_are_not() -> None:
    assert texts(pdf_of([LONG, "There were no questions.", LONG])) == [LONG, "There were no questions.", LONG]


def test_justified_lines_are_no_columns() -> None:
    assert texts(pdf_of([Paragraph(LONG, JUSTIFIED), Paragraph(LONG, JUSTIFIED)])) == [LONG, LONG]


def test_paragraphs_without_a_gap_are_told_by_room_at_the_end_of_a_line() -> None:
    def draw(c: object) -> None:
        text = c.beginText(72, 760)  # type: ignore[attr-defined]
        text.setFont("Helvetica", 11)
        text.setLeading(14)
        for line in (
            "The Mayor opened the sitting and asked that the roll be called at once.",
            "All answered but two.",
            "The Town Clerk read the letter from the harbour board, which had come on the Friday,",
            "and it was agreed that a reply be sent.",
        ):
            text.textLine(line)
        c.drawText(text)  # type: ignore[attr-defined]

    assert texts(drawn(draw)) == [
        "The Mayor opened the sitting and asked that the roll be called at once.",
        "All answered but two.",
        "The Town Clerk read the letter from the harbour board, which had come on the Friday, and it was agreed that a "
        "reply be sent.",
    ]


def test_a_paragraph_over_a_page_end_is_one_and_margins_are_furniture() -> None:
    data = pdf_of(
        [Spacer(1, 610), LONG, "Nothing else was said."],
        head="Fenwick Parish Council – 4 May 2021",
        foot="Page | {page}",
    )
    document = read(data)
    assert [b.text for b in document.blocks] == [LONG, "Nothing else was said."]
    assert [b.page for b in document.blocks] == [1, 2]
    assert "Page | 1" in document.furniture
    assert document.facts.title == "Fenwick Parish Council – 4 May 2021"


def test_a_bare_page_number_is_furniture_and_a_label_is_not() -> None:
    document = read(pdf_of(["1. Apologies", LONG, PageBreak(), "2. Minutes", LONG], foot="{page}"))
    assert document.furniture == ("1", "2")
    assert [b.text for b in document.blocks] == ["1. Apologies", LONG, "2. Minutes", LONG]


def test_headings_that_stand_alike_on_two_pages_are_kept() -> None:
    found = texts(pdf_of(["3. Finance", LONG, PageBreak(), "4. Finance", LONG]))
    assert found == ["3. Finance", LONG, "4. Finance", LONG]


def test_raised_endings_of_ordinals_are_set_back() -> None:
    data = pdf_of(["The meeting of the 9<super>th</super> of June and of the 22<super rise=4 size=7>nd</super> stood."])
    assert texts(data) == ["The meeting of the 9th of June and of the 22nd stood."]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (
            ("The council spoke of drainage. It was thought by all the members there that the drain-", "age was bad."),
            "that the drainage was bad.",
        ),
        (
            ("The members thanked the retiring caretaker and resolved that the post should be part-", "time from May."),
            "should be part-time from May.",
        ),
    ],
)
def test_a_hyphen_at_a_line_end_goes_only_where_the_word_is_known_whole(lines: tuple[str, str], whole: str) -> None:
    def draw(c: object) -> None:
        c.setFont("Helvetica", 11)  # type: ignore[attr-defined]
        for place, line in enumerate(lines):
            c.drawString(72, 760 - 14 * place, line)  # type: ignore[attr-defined]

    (text,) = texts(drawn(draw))
    assert text.endswith(whole)


def test_bold_is_told_whole_and_at_the_beginning() -> None:
    data = pdf_of(
        [Paragraph("7. Allotments", HEADING), "<b>Resolved:</b> that the rent be raised by a tenth, as moved."]
    )
    assert block(data, "7.").bold
    resolved = block(data, "Resolved")
    assert not resolved.bold
    assert resolved.text[: resolved.lead] == "Resolved:"


def test_a_title_is_larger_and_centred() -> None:
    title = block(pdf_of([Paragraph("SALTERFORD TOWN COUNCIL", TITLE), LONG, LONG]), "SALTERFORD")
    assert title.centred
    assert title.size is not None
    assert title.size > 1.2


def test_bullets_lose_their_mark_and_labels_stay() -> None:
    story = [
        "It was agreed:",
        Paragraph("to mend the gate;", BULLET, bulletText="•"),
        Paragraph("to ask for three prices for the new roof of the bus shelter at Nettle Hill, and to bring them all "
                  "to the July meeting.", BULLET, bulletText="•"),
        "(a) that the Chairman sign;",
        "(b) that the Clerk write.",
    ]  # fmt: skip
    blocks = read(pdf_of(story)).blocks
    assert [b.text[:12] for b in blocks] == [
        "It was agree",
        "to mend the ",
        "to ask for t",
        "(a) that the",
        "(b) that the",
    ]
    assert [b.bullet for b in blocks] == [False, True, True, False, False]


def test_people_in_two_columns_are_read_down_each() -> None:
    rows = [
        ["Cllr Ann Hale (Chair)", "Cllr Owen Pike"],
        ["Cllr Mo Usman", "Cllr Jo Tern"],
        ["Cllr Li Wu", "Cllr Al Oak"],
    ]
    found = texts(pdf_of([Paragraph("PRESENT:", HEADING), table(rows, [220, 220]), LONG]))
    assert found[1:-1] == [row[0] for row in rows] + [row[1] for row in rows]


def test_columns_under_their_own_headings_are_read_down_each() -> None:
    rows = [["Present:", "Apologies:"], ["Cllr Ann Hale", "Cllr Owen Pike"], ["Cllr Mo Usman", ""]]
    assert texts(pdf_of([table(rows, [220, 220]), LONG]))[:-1] == [
        "Present:", "Cllr Ann Hale", "Cllr Mo Usman", "Apologies:", "Cllr Owen Pike",
    ]  # fmt: skip


def test_a_label_with_a_paragraph_beside_it_is_one_paragraph() -> None:
    names = ", ".join(f"Councillor {name}" for name in ("Hale", "Usman", "Wu", "Pike", "Tern", "Oak", "Ash", "Reed"))
    found = texts(pdf_of([table([["PRESENT:", names + "."], ["OFFICERS:", "Ms Flint (Clerk)."]], [90, 300]), LONG]))
    assert found[0] == f"PRESENT: {names}."


@pytest.mark.parametrize("ruled", [False, True])
def test_a_table_of_data_is_read_row_by_row(ruled: bool) -> None:
    rows = [
        ["Payee", "For", "Amount"],
        ["Marsh &amp; Co", "Mowing of both greens in May and June", "£312.00"],
        ["Hill Hall", "Hire", "£40.00"],
        ["Ms Flint", "Stamps", "£9.50"],
    ]
    blocks = read(
        pdf_of(["The accounts were passed for payment:", table(rows, [130, 120, 70], ruled=ruled), LONG])
    ).blocks
    found = [b for b in blocks if b.row]
    assert [b.text for b in found] == [" | ".join(row).replace("&amp;", "&") for row in rows]


def test_a_ruled_table_that_lays_out_text_is_read_cell_by_cell() -> None:
    rows = [["Item", "Discussion"], ["Drains", f"{LONG}<br/><br/>{LONG}"], ["Trees", f"{LONG} {LONG}"]]
    blocks = read(pdf_of([table(rows, [80, 360], ruled=True)])).blocks
    assert not any(b.row for b in blocks)
    assert [b.text for b in blocks if b.text in (LONG, f"{LONG} {LONG}")] == [LONG, LONG, f"{LONG} {LONG}"]


def test_an_action_column_stays_with_its_paragraph() -> None:
    rows = [
        ["Item", "Action"],
        ["5. The bench by the mill is to be moved back to the wall before the summer fair is held there.", "AH"],
        ["6. The noticeboard at Cross Lane was said to be rotten. Two prices are to be had for another one.", "Clerk"],
        ["7. There was no other business, and nobody wished to speak of anything else that evening at all.", ""],
    ]
    document = read(pdf_of([table(rows, [360, 60])]))
    found = [b.text for b in document.blocks]
    assert found[0].endswith("held there. | Action: AH")
    assert found[1].endswith("another one. | Action: Clerk")
    assert found[2].endswith("at all.")
    assert document.furniture == ("Item Action",)


def test_initials_right_of_all_text_need_no_heading() -> None:
    rows = [[LONG, "MU"], [LONG, ""], [LONG, "LW"]]
    assert [t.removeprefix(LONG) for t in texts(pdf_of([table(rows, [370, 50])]))] == [" | MU", "", " | LW"]


def test_two_newspaper_columns_are_read_one_after_the_other() -> None:
    left, right = LONG, LONG.replace("Clerk", "Reeve").replace("Fennel", "Sorrel")
    assert texts(pdf_of([table([[left, "", right]], [215, 20, 215])])) == [left, right]


def test_words_that_lean_are_furniture() -> None:
    def stamp(c: object, _: object) -> None:
        c.saveState()  # type: ignore[attr-defined]
        c.translate(300, 400)  # type: ignore[attr-defined]
        c.rotate(45)  # type: ignore[attr-defined]
        c.setFont("Helvetica", 60)  # type: ignore[attr-defined]
        c.drawString(-100, 0, "DRAFT")  # type: ignore[attr-defined]
        c.restoreState()  # type: ignore[attr-defined]

    document = read(pdf_of([LONG], on_page=stamp))
    assert document.furniture == ("DRAFT",)
    assert [b.text for b in document.blocks] == [LONG]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn: int) -> None:
    import pypdfium2 as pdfium

    def draw(c: object) -> None:
        width, height = 595, 842
        moves = {90: (0, 0, 90), 180: (width, height, 180), 270: (0, height, -90)}
        x, y, angle = moves[turn]
        if turn == 90:
            x = width
        c.translate(x, y)  # type: ignore[attr-defined]
        c.rotate(angle)  # type: ignore[attr-defined]
        c.setFont("Helvetica", 11)  # type: ignore[attr-defined]
        c.drawString(72, 500, "The first line says that the mayor was")  # type: ignore[attr-defined]
        c.drawString(72, 486, "unwell.")  # type: ignore[attr-defined]

    document = pdfium.PdfDocument(drawn(draw, size=(595, 842)))
    document[0].set_rotation(turn)
    from io import BytesIO

    out = BytesIO()
    document.save(out)
    document.close()
    assert texts(out.getvalue()) == ["The first line says that the mayor was unwell."]


def minutes_of(body: str, date: str) -> list[object]:
    """Return the beginning of a meeting's minutes as a story."""
    return [
        Paragraph(body, TITLE),
        f"Minutes of the meeting held on {date} in the Corn Hall.",
        Paragraph("PRESENT:", HEADING),
        "Cllr Ann Hale, Cllr Owen Pike and Cllr Jo Tern.",
        Paragraph("1. Declarations", HEADING),
        "There were none to be declared by anybody.",
    ]


def test_two_meetings_in_one_file_are_two_documents() -> None:
    story = [
        *minutes_of("DRAINS COMMITTEE", "4 May 2021"), PageBreak(), LONG, PageBreak(),
        *minutes_of("DRAINS COMMITTEE", "1 June 2021"),
    ]  # fmt: skip
    first, second = read_here(pdf_of(story), "made.pdf")
    assert {b.page for b in first.blocks} == {1, 2}
    assert {b.page for b in second.blocks} == {3}
    assert "1 June 2021" in (second.facts.title or "")
    assert second.facts.notes == ("derived: pages 3 to 3 of a file that holds 2 papers",)


def test_an_agenda_pack_gives_its_agenda_and_the_last_minutes_apart() -> None:
    story = [
        Paragraph("DRAINS COMMITTEE", TITLE), Paragraph("AGENDA", TITLE), "1 June 2021 at 7.00 pm in the Corn Hall",
        "1. To receive apologies.", "2. To approve the minutes of 4 May 2021.", PageBreak(),
        *minutes_of("DRAINS COMMITTEE", "4 May 2021"), PageBreak(),
        "REPORT TO THE DRAINS COMMITTEE", LONG,
    ]  # fmt: skip
    agenda, minutes = read_here(pdf_of(story), "made.pdf")
    assert {b.section for b in agenda.blocks} == {"agenda", "back"}
    assert agenda.blocks[-1].text == LONG
    assert {b.section for b in minutes.blocks} == {None}
    assert {b.page for b in minutes.blocks} == {2}


def test_a_scan_is_told_as_a_scan_with_advice() -> None:
    def draw(c: object) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        c.drawImage(ImageReader(Image.new("L", (80, 110), 200)), 0, 0, 595, 842)  # type: ignore[attr-defined]

    with pytest.raises(ReadError, match=r"made\.pdf: no text layer, so it is a scan\. Run it through OCR \(ocrmypdf\)"):
        read_here(drawn(draw), "made.pdf")


def test_a_scanned_page_among_others_is_noted() -> None:
    def draw(c: object) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        c.drawString(72, 700, "The meeting was opened at seven o'clock.")  # type: ignore[attr-defined]
        c.showPage()  # type: ignore[attr-defined]
        c.drawImage(ImageReader(Image.new("L", (80, 110), 200)), 0, 0, 595, 842)  # type: ignore[attr-defined]

    assert read(drawn(draw)).facts.notes == ("missing: page 2 is a picture without words",)


def test_an_empty_pdf_gives_its_reason() -> None:
    with pytest.raises(ReadError, match="no text layer"):
        read_here(drawn(lambda c: c.showPage()), "made.pdf")


def test_a_locked_pdf_gives_its_reason() -> None:
    with pytest.raises(ReadError, match="locked with a password"):
        read_here(pdf_of([LONG], encrypt="secret"), "made.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj", b"", b"%PDF-" + bytes(300)])
def test_a_broken_pdf_gives_its_reason(data: bytes) -> None:
    with pytest.raises(ReadError, match="broken PDF"):
        read_here(data, "made.pdf")
