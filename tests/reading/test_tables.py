"""Tables of office files."""

from __future__ import annotations

from minutesnlp.reading.blocks import Block
from minutesnlp.reading.page.tables import is_data, laid_out

LONG = (
    "The wall at the end of the lane was looked at twice and is to come down before the winter sets in for good. " * 2
)


def cell(*texts: str) -> list[Block]:
    """Return a cell of paragraphs."""
    return [Block(text) for text in texts]


def test_a_table_of_short_cells_is_data() -> None:
    grid = [[cell("Payee"), cell("Sum")], [cell("Marsh"), cell("9")], [cell(), cell()]]
    assert [b.text for b in laid_out(grid)] == ["Payee | Sum", "Marsh | 9"]


def test_one_column_is_no_table() -> None:
    assert [b.row for b in laid_out([[cell("One")], [cell("Two")]])] == [False, False]


def test_an_empty_table_is_nothing() -> None:
    assert laid_out([[cell(), cell()]]) == []


def test_cells_of_paragraphs_lay_out_text() -> None:
    assert not is_data([[cell("1"), cell("Trees", LONG)], [cell("2"), cell("Roads", LONG)]])


def test_a_computed_label_in_a_cell_of_its_own_goes_to_the_text() -> None:
    grid = [[[Block("", label="4.")], cell("Trees", LONG)], [[Block("", label="5.")], cell("Roads", LONG)]]
    assert [b.text for b in laid_out(grid)][::2] == ["4. Trees", "5. Roads"]


def test_a_table_within_a_table_lays_out_text() -> None:
    inner = [Block("a | b", row=True)]
    assert [b.text for b in laid_out([[cell("Sums"), inner]])] == ["Sums", "a | b"]
