"""Lines to paragraphs: the page's breaks are mended, the author's are kept."""

import pytest

from minutesnlp.reading.page.lines import mend
from minutesnlp.reading.plain.markdown import document_of


def paragraphs(text, *, marked=False):
    return [block.text for block in document_of(text, reader="text", marked=marked).blocks]


NARROW = """The Engineer said that the works would take until the summer and that the
cost would be in excess of the sum which had been set aside for them in the
budget of the previous year. Members asked when the school would be told of
the dates, and whether the crossing could be kept.

He undertook to write to the school before the end of the month and to copy
his letter to the members for the ward. The report was noted by all of those
who were present.

RESOLVED that the report be noted."""


def test_lines_broken_by_the_width_of_a_page_are_joined():
    found = paragraphs(NARROW)
    assert len(found) == 3
    assert found[0].endswith("whether the crossing could be kept.")
    assert "\n" not in "".join(found)


def test_lines_set_apart_by_blanks_are_joined_all_the_same():
    found = paragraphs(NARROW.replace("\n\n", "\n").replace("\n", "\n\n"))
    assert found[0].startswith("The Engineer said")
    assert found[0].endswith("could be kept.")
    assert found[-1] == "RESOLVED that the report be noted."


def test_a_paragraph_a_line_stays_as_it_is():
    text = "The first paragraph is long enough to be one.\nThe second stands below it.\n\nThe third is apart."
    assert len(paragraphs(text)) == 3


def test_a_paragraph_broken_by_a_page_end_is_joined():
    text = (
        "16. A further three young people who are supported by the service are still in\n\n"
        "residential placements whilst homes are found.\n\n17. The strategy is out for consultation."
    )
    assert paragraphs(text)[0].endswith("are still in residential placements whilst homes are found.")
    assert len(paragraphs(text)) == 2


def test_an_entry_of_a_list_is_not_joined_to_the_next():
    assert len(paragraphs("• roads and\n\n• paths")) == 2
    assert len(paragraphs("Roads\n\nPaths")) == 2


def test_a_page_number_at_a_page_end_is_furniture_and_a_lone_number_elsewhere_is_not():
    document = document_of(
        "1.\n\nRoads\n\nThe roads were bad.\n\f\n2\n\nThe paths were worse.", reader="text", marked=False
    )
    assert [b.text for b in document.blocks] == ["1.", "Roads", "The roads were bad.", "The paths were worse."]
    assert document.furniture == ("2",)


def test_what_repeats_at_the_heads_of_pages_is_furniture():
    pages = [f"Housing Panel 4 March\n\nText of page {word}.\n" for word in ("one", "two", "three", "four")]
    document = document_of("\f".join(pages), reader="text", marked=False)
    assert document.furniture.count("Housing Panel 4 March") == 3
    assert [b.page for b in document.blocks if b.text.startswith("Text")] == [None, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "more", "words", "whole"),
    [
        ("the coun-", "cil agreed", {"council": 2}, "the council agreed"),
        ("a part-", "time post", {}, "a part-time post"),
        ("OVER-", "WENDLE", {}, "OVER-WENDLE"),
        ("2019 -", "2020", {}, "2019 - 2020"),
        ("one", "two", {}, "one two"),
    ],
)
def test_a_hyphen_at_a_break_goes_only_where_the_whole_word_is_known(text, more, words, whole):
    assert mend(text, more, words) == whole
