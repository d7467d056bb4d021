"""Running heads and feet of a PDF's pages."""

from __future__ import annotations

import pytest

from minutesnlp.reading.pdf.margins import is_page_number, take_margins
from minutesnlp.reading.pdf.rows import Row, rows_of
from minutesnlp.reading.pdf.runs import Page, Run


def run(text: str, top: float, *, x0: float = 72, size: float = 10) -> Run:
    """Return a run of words."""
    return Run(text, x0, x0 + 5 * len(text), top, top + size, size)


def taken(*pages: list[Run]) -> tuple[list[str], list[str], list[list[str]]]:
    """Return the furniture, the heads, and what is left of each page."""
    made = [Page(number, 595, 842, runs, []) for number, runs in enumerate(pages, 1)]
    rows = {page.number: rows_of(page)[0] for page in made}
    words, heads = take_margins(made, rows)
    return words, heads, [[row.text for row in rows[page.number]] for page in made]


def test_a_title_that_later_pages_repeat_small_is_kept() -> None:
    words, _, left = taken(
        [run("Fenwick Parish Council", 40, size=18), run("Words.", 200)],
        [run("Fenwick Parish Council", 42), run("More words.", 200)],
        [run("Fenwick Parish Council", 42), run("And more.", 200)],
    )
    assert words == ["Fenwick Parish Council"] * 2
    assert left[0][0] == "Fenwick Parish Council"


def test_a_head_of_some_pages_in_a_row_is_taken() -> None:
    pages = [[run(f"Words {n} of their own.", 200)] for n in "abcdefgh"]
    for page in pages[2:5]:
        page.insert(0, run("Audit Committee 24 June 2021", 40))
    words, heads, left = taken(*pages)
    assert (len(words), heads, left[3]) == (3, ["Audit Committee 24 June 2021"], ["Words d of their own."])


def test_what_happens_to_stand_alike_on_two_of_many_pages_is_kept() -> None:
    pages = [[run(f"Words {n} of their own.", 200)] for n in range(30)]
    for page in (pages[4], pages[20]):
        page.insert(0, run("Annotation:", 100))
    assert taken(*pages)[0] == []


def test_prose_that_stands_alike_on_two_pages_is_kept() -> None:
    prose = run("There was nothing further to report on this matter at the present time.", 60)
    assert taken([prose], [run(prose.text, 60)])[0] == []


def test_a_page_number_that_follows_a_short_last_page_is_taken() -> None:
    words, _, left = taken([run("Words.", 200), run("Page 1 of 1", 260)])
    assert (words, left) == (["Page 1 of 1"], [["Words."]])


@pytest.mark.parametrize(
    ("text", "x0", "at_head", "told"),
    [
        ("Page 3", 72, True, True), ("12", 500, True, True), ("3.", 72, True, False), ("- 4 -", 280, False, True),
        ("p. 7", 72, False, True), ("Trees", 72, False, False), ("Agreed by 12", 72, False, False),
    ],
)  # fmt: skip
def test_page_numbers_are_told(text: str, x0: float, at_head: bool, told: bool) -> None:
    cell = run(text, 800, x0=x0)
    row = Row(1, [cell], cell.top, cell.bottom)
    assert is_page_number(row, [row], at_head) is told


def test_the_head_of_a_second_page_that_says_again_what_the_first_opens_with_is_taken() -> None:
    first = [
        run("Licensing Committee", 80, size=14),
        run("held on 4 May 2021 in the Corn Hall", 110),
        run("Words.", 200),
    ]
    second = [run("Licensing Committee – 4 May 2021", 40), run("More words.", 80)]
    words, heads, left = taken(first, second)
    assert (words, heads) == (["Licensing Committee – 4 May 2021"], ["Licensing Committee – 4 May 2021"])
    assert left[1] == ["More words."]


def test_a_heading_at_the_top_of_a_second_page_is_kept() -> None:
    first = [run("Licensing Committee", 80, size=14), run("Words.", 200)]
    assert taken(first, [run("Report of the Licensing Panel", 72), run("More words.", 100)])[0] == []
