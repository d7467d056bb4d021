"""Rows of a PDF's page: what stands side by side, and what only seems to."""

from __future__ import annotations

import pytest

from minutesnlp.reading.pdf.rows import owner_edges, right_edge, rows_of, take_owners
from minutesnlp.reading.pdf.runs import Page, Run


def run(text: str, x0: float, top: float, *, size: float = 10.0, x1: float | None = None, bold: bool = False) -> Run:
    """Return a run of words half an em wide a letter."""
    return Run(text, x0, x1 if x1 is not None else x0 + len(text) * size / 2, top, top + size, size, bold)


def page(*runs: Run, rules: list[tuple[float, float, float, float]] | None = None) -> Page:
    """Return a page of runs."""
    return Page(1, 595, 842, list(runs), rules or [])


def cells(*runs: Run, rules: list[tuple[float, float, float, float]] | None = None) -> list[list[str]]:
    """Return the texts of a page's rows."""
    return [[cell.text for cell in row.cells] for row in rows_of(page(*runs, rules=rules))[0]]


def test_a_raised_ending_belongs_to_its_number() -> None:
    found = cells(run("Proposed AH 2", 72, 100), run("nd", 137, 98, size=6), run(": OP", 143.5, 100))
    assert found == [["Proposed AH 2nd: OP"]]


def test_rows_are_read_from_the_top_whatever_the_order_of_the_file() -> None:
    assert cells(run("second", 72, 120), run("first", 72, 100)) == [["first"], ["second"]]


def test_a_label_set_apart_goes_with_its_text() -> None:
    (row,) = rows_of(page(run("7.", 72, 100), run("Trees", 105, 100, bold=True)))[0]
    assert [c.text for c in row.cells] == ["7. Trees"]
    assert (row.cells[0].hang, row.cells[0].bold) == (105, True)


def test_bold_by_printing_twice_is_one_word() -> None:
    assert cells(run("Trees", 72, 100), run("Trees", 72.4, 100)) == [["Trees"]]


def test_a_bold_beginning_is_told_across_runs() -> None:
    (row,) = rows_of(page(run("Resolved:", 72, 100, bold=True), run("that it be so", 120, 100)))[0]
    assert row.cells[0].text[: row.cells[0].lead] == "Resolved:"


def test_a_ruled_line_parts_cells_however_near() -> None:
    runs = run("Payee", 72, 100), run("Sum", 100, 100)
    assert cells(*runs) == [["Payee Sum"]]
    assert cells(*runs, rules=[(98.5, 90, 98.5, 120)]) == [["Payee", "Sum"]]


def test_names_under_each_other_at_the_right_are_an_action_column() -> None:
    lines = [run("The bench by the mill is to be moved to the wall there", 72, 100 + 14 * n, x1=505) for n in range(4)]
    names = [run(name, 512, 100 + 14 * n) for n, name in enumerate(("AH", "Clerk", "OP"))]
    own = page(*lines, *names)
    edges = owner_edges([own])
    rows, _ = rows_of(own, edges)
    assert take_owners(rows, {1: own}, edges) == ("", [])
    assert [row.owners for row in rows] == [["AH"], ["Clerk"], ["OP"], []]


def test_sums_at_the_right_are_no_owners() -> None:
    lines = [run("The mowing of both of the greens in the month of May was", 72, 100 + 14 * n) for n in range(3)]
    own = page(*lines, *(run("£40.00", 512, 100 + 14 * n) for n in range(3)))
    rows, _ = rows_of(own, owner_edges([own]))
    take_owners(rows, {1: own}, owner_edges([own]))
    assert not any(row.owners for row in rows)


@pytest.mark.parametrize("verdict", ["Amendment lost.", "Motion carried", "Substantive motion carried."])
def test_verdicts_at_the_right_stay_rows_of_their_own(verdict: str) -> None:
    lines = [
        run("The Chairman put the ferry's motion to the vote, which was", 72, 100 + 40 * n, x1=505) for n in range(4)
    ]
    own = page(*lines, *(run(verdict, 440, 120 + 40 * n, x1=505) for n in range(4)))
    edges = owner_edges([own])
    rows, _ = rows_of(own, edges)
    assert take_owners(rows, {1: own}, edges) == ("", [])
    assert [row.text for row in rows if row.cells[0].x0 == 440] == [verdict] * 4


def test_a_page_without_prose_has_no_right_edge() -> None:
    assert right_edge(rows_of(page(run("Short", 72, 100)))[0]) == 0.0
