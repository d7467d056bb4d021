"""Lines to paragraphs: the page's breaks are mended, the author's are kept."""

import pytest

from minutesnlp.reading.page.furniture import is_furniture
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


SPREAD = NARROW.replace("\n\n", "\n").replace("\n", "\n\n") + "\n\n"


@pytest.mark.parametrize(
    ("one", "more"),
    [
        (
            "“That the Ferry and Landing Bye-Laws of Wend County Council for the",
            "Slip at Moor, as circulated, be made.”",
        ),
        ("“That the Ferry Bye-Laws of the County Council for all its landings", "Moor and Wend included, be made.”"),
        ("The Clerk told the members of the draft of the Wend Harbour Plan", "2031-2037 and of the report on it."),
        ("It was pointed out to the members that this was a matter for Section", "5, of the Harbour Act."),
        ("It was pointed out that the slip was exempted as told in Section 12", "(4) of the Harbour Act."),
        ("After some discussion of the slip this was proposed by Councillor Hale", "(J) and seconded by Mr Dunn."),
        ("It was agreed that the next landing should be held on Tuesday 14th June,", "2033."),
        ("It was agreed to hold the landing on Sunday the 12th of June", "2033 and to tell the members."),
        (
            "After some discussion of the slip it was agreed by the members that Cllr.",
            "Hale should write to the Trust.",
        ),
    ],
)
def test_what_plainly_goes_on_is_one_paragraph(one, more):
    assert f"{one} {more}" in paragraphs(f"{SPREAD}{one}\n\n{more}\n\nSeconded by Mr Dunn.")


def test_an_item_numbered_by_its_year_is_none_behind_a_month():
    text = f"{SPREAD}It was agreed to look into the slip and the landing in June\n\n2033.07 Roads\n\nIt was noted."
    assert paragraphs(text)[-2:] == ["2033.07 Roads", "It was noted."]


def test_a_dash_that_a_line_end_put_first_stays_within_its_sentence():
    one, more = "“That the Bye-Laws for the Ferry and the Landing of Wend County Council", "– Slip at Moor – be made.”"
    assert f"{one} {more}" in paragraphs(f"{SPREAD}{one}\n\n{more}\n\nSeconded by Mr Dunn.")


def test_entries_of_a_list_with_dashes_are_not_joined_to_the_line_above():
    lead = "The following were looked into by the Engineer and by those who had come"
    found = paragraphs(f"{SPREAD}{lead}\n\n– the slip\n\n– the landing\n\nIt was noted.")
    assert found[-4:] == [lead, "the slip", "the landing", "It was noted."]


def test_an_answer_and_the_number_of_the_next_item_stay_apart():
    for answer in ("No.", "There were no items"):
        found = paragraphs(f"{SPREAD}{answer}\n\n8. Roads\n\nIt was noted.")
        assert found[-3:] == [answer, "8. Roads", "It was noted."]


def test_a_name_behind_quotation_marks_that_nobody_closed_is_not_joined():
    found = paragraphs(f"{SPREAD}He called it “the old\n\nDunn’s Landing\n\nIt was noted.")
    assert found[-3:] == ["He called it “the old", "Dunn’s Landing", "It was noted."]


def test_a_motion_in_bold_whose_type_ends_within_a_line_is_one_paragraph():
    text = "**I will move at the next Meeting that the crew of the ferry be**\n\n**told of the days** of the fair.\n"
    assert paragraphs(text, marked=True) == [
        "I will move at the next Meeting that the crew of the ferry be told of the days of the fair."
    ]


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


@pytest.mark.parametrize("between", ["---", "****", "\f"])
@pytest.mark.parametrize(
    "ending", ["Motion Passed ({n} to 0)", "Carried", "Permission refused", "No objection", "Approved £{n}00"]
)
def test_what_every_item_ends_with_is_no_running_foot(between, ending):
    numbers = (1, 5, 2, 7, 3)
    items = [f"## {n}. Plot {n}\n\nA house was proposed there.\n\n{ending.format(n=n)}" for n in numbers]
    document = document_of(f"\n\n{between}\n\n".join(items), reader="markdown", marked=True)
    assert document.furniture == ()
    texts = [block.text for block in document.blocks]
    assert all(texts.count(ending.format(n=n)) == (1 if "{n}" in ending else 5) for n in numbers)
    assert all(any(text.endswith(f"Plot {n}") for text in texts) for n in numbers)


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


def test_a_street_that_a_line_end_broke_is_one_name():
    text = "Circulated, report on the plan to dispose of the house at 16 Hawthorn\n\nDrive, Wend, which was noted."
    assert paragraphs(text) == [text.replace("\n\n", " ")]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("6/23/23, 5:41 PM wend.granicus.com/MinutesViewer.php?view_id=42", True),
        ("1/3 wend.granicus.com/MinutesViewer.php?view_id=42", True),
        ("https://wend.gov/minutes.php?id=4 2/45", True),
        ("https://wend.gov/consultation", False),
        ("3/4 of the members agreed", False),
    ],
)
def test_what_a_browser_prints_around_a_page_is_furniture(line, printed):
    assert is_furniture(line) is printed
