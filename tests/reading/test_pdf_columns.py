"""Columns of a PDF's page."""

from __future__ import annotations

from minutesnlp.reading.pdf.columns import strands_of
from minutesnlp.reading.pdf.rows import rows_of
from minutesnlp.reading.pdf.runs import Page, Run


def run(text: str, x0: float, top: float) -> Run:
    """Return a run of words half an em wide a letter."""
    return Run(text, x0, x0 + 5 * len(text), top, top + 10, 10)


def read(*runs: Run) -> list[list[str]]:
    """Return the rows of each strand of a page."""
    rows, _ = rows_of(Page(1, 595, 842, list(runs), []))
    return [[row.text for row in strand.rows] for strand in strands_of(rows, [])]


def test_initials_beside_names_go_with_them() -> None:
    names = (("Ann Hale", "AH"), ("Owen Pike", "OP"), ("Jo Tern", "JT"))
    runs = [run("PRESENT", 72, 86)]
    for place, (name, initials) in enumerate(names):
        runs += [run(name, 72, 100 + 14 * place), run(initials, 200, 100 + 14 * place)]
    assert read(*runs)[1:] == [["Ann Hale AH", "Owen Pike OP", "Jo Tern JT"]]


def test_the_odd_name_of_the_longer_list_is_in_its_list() -> None:
    runs = [run("PRESENT", 72, 86), run("Cllr Hale", 72, 100), run("Cllr Pike", 300, 100)]
    runs += [run("Cllr Tern", 72, 114), run("Cllr Wu", 300, 114), run("Cllr Oak", 72, 128), run("1. Trees", 72, 170)]
    assert read(*runs)[1:3] == [["Cllr Hale", "Cllr Tern", "Cllr Oak"], ["Cllr Pike", "Cllr Wu"]]


def test_a_name_whose_post_goes_on_below_is_one_entry() -> None:
    runs = [run("PRESENT", 72, 86), run("Cllr Oak (Member for", 300, 100)]
    runs += [run("Cllr Hale (Chair)", 72, 112), run("Parks)", 300, 112)]
    runs += [run("Cllr Tern (Member for", 72, 126), run("Cllr Wu (Member for", 300, 126)]
    runs += [run("Roads)", 72, 138), run("Trees and Ponds)", 300, 138)]
    assert read(*runs)[1:] == [
        ["Cllr Hale (Chair)", "Cllr Tern (Member for Roads)"],
        ["Cllr Oak (Member for Parks)", "Cllr Wu (Member for Trees and Ponds)"],
    ]


def test_headings_beside_lists_in_several_columns_are_read_across() -> None:
    runs = [run("Present:", 72, 100), run("Ann Hale (Chair)", 170, 100), run("Owen Pike", 320, 100)]
    runs += [run("Di Lee", 450, 100), run("Jo Tern", 170, 114), run("Al Wu", 320, 114)]
    below = ["In Attendance:", "Una Rook (Councillor)", "Jen Holt (Clerk)"]
    runs += [run(below[0], 72, 128), run(below[1], 170, 128), run(below[2], 170, 142)]
    assert read(*runs) == [["Present:", "Ann Hale (Chair)", "Owen Pike", "Di Lee", "Jo Tern", "Al Wu", *below]]


def test_the_end_of_a_paragraph_with_a_gap_begins_no_table() -> None:
    runs = [run("The accounts that had been drawn up for the year by the auditor were", 72, 100)]
    runs += [run("approved", 72, 112), run("Proposed: Cllr Hale", 300, 112)]
    runs += [run("Payee", 72, 140), run("Sum", 300, 140), run("Marsh", 72, 154), run("9.00", 300, 154)]
    body, table = read(*runs)
    assert body[1] == "approved Proposed: Cllr Hale"
    assert table == ["Payee | Sum", "Marsh | 9.00"]


def test_what_a_narrow_cell_broke_is_joined() -> None:
    runs = [run("AB/21/0", 72, 100), run("A porch for the", 200, 100), run("1234/HSE", 72, 111), run("rear.", 200, 111)]
    runs += [run("AB/22", 72, 150), run("A wall", 200, 150)]
    assert "A wall" in " ".join(read(*runs)[-1])


def test_a_name_and_a_date_far_apart_on_one_line_are_one_line() -> None:
    assert read(run("Signed", 72, 100), run("Dated", 400, 100)) == [["Signed Dated"]]


def test_rows_far_apart_are_two_tables() -> None:
    runs = [run(text, x, top) for top in (100, 114, 300, 314) for text, x in (("Marsh", 72), ("9.00", 300))]
    assert len(read(*runs)) == 2


def test_a_cell_that_reaches_across_ends_the_columns() -> None:
    runs = [run(text, x, top) for top in (100, 114) for text, x in (("Marsh", 72), ("9.00", 300))]
    runs.append(run("All of these were passed for payment at the meeting held in May of the year", 72, 128))
    assert read(*runs)[-1] == ["All of these were passed for payment at the meeting held in May of the year"]


def test_text_in_columns_row_by_row_of_the_table() -> None:
    prose = (
        "The bench by the mill had been looked at and",
        "it was thought that the wall behind it would",
        "have to be mended before the winter of that year.",
    )
    runs = []
    for place, title in enumerate(("Bench", "Drains")):
        top = 100 + 60 * place
        runs.append(run(title, 72, top))
        runs += [run(line, 200, top + 12 * n) for n, line in enumerate(prose)]
    assert read(*runs) == [["Bench"], list(prose), ["Drains"], list(prose)]
