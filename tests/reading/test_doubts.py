"""What may not be right in a meeting as it was read is said: all invented."""

import pytest

from minutesnlp.reading import read_text
from minutesnlp.reading.meeting.doubts import doubts_of
from minutesnlp.records import Attendee, Item, Paragraph

NOTHING = "The members had nothing to say to it and the chair went on to what came next in the order of the day."


def item(number, *texts):
    paragraphs = tuple(Paragraph(f"{number}/{i}", text) for i, text in enumerate(texts))
    return Item(f"m/{number}", f"Title {number}", number, paragraphs)


def test_a_number_that_no_item_has_is_told_and_where_it_may_stand():
    items = [item("21/16", NOTHING), item("21/18", "The wall. 21/19 Bins They are full."), item("21/20", NOTHING)]
    assert doubts_of((), items, ()) == [
        "doubtful: no item 21/17 was found behind 21/16; the paper may lack it",
        "doubtful: no item 21/19 was found behind 21/18; it may stand within item 21/18",
    ]


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("1", "3", "2"), ("4", "90"), ("5.1", "6.3"), ("A", "C")])
def test_numbers_that_lack_nothing_are_not_doubted(numbers):
    assert doubts_of((), [item(number, NOTHING) for number in numbers], ()) == []


def test_words_above_the_first_item_and_items_run_together_are_told():
    front = [Paragraph("f", "word " * 300), Paragraph("g", "Cllr Hall " * 300, kind="attendance")]
    assert doubts_of(front, [item("1", "word " * 900)], ()) == [
        "doubtful: 300 words above the first item are in none",
        "doubtful: a paragraph of item 1 has 900 words; items may run together in it",
    ]


def test_a_line_of_the_list_from_which_nobody_was_read_is_told():
    lines = ["Cllr Jo Hall", "Mr Tom, Reid, Head of Parks", "2 members of the public", "Cllr Lee welcomed everyone."]
    front = [Paragraph(str(i), line, section="front", kind="attendance") for i, line in enumerate(lines)]
    assert doubts_of(front, [], [Attendee("Jo Hall", paragraph_id="0")]) == [
        "doubtful: from a line of the list of who was there nobody was read, such as “Mr Tom, Reid, Head of Parks”"
    ]


def test_who_cannot_be_right_in_a_list_is_told():
    both = [Attendee("Jo Hall"), Attendee("Jo Hall", "apologies"), Attendee("Parks | Head of Parks")]
    assert doubts_of((), [], both) == [
        "doubtful: Jo Hall: read both as present and as away",
        "doubtful: “Parks | Head of Parks” in the list of who was there may be no name",
    ]
    assert doubts_of((), [], [Attendee("Di Reid", "officer")]) == [
        "doubtful: nobody was read as present, though others were"
    ]


def test_two_headings_over_one_list_are_told():
    heads = ["Board Members", "Officials (regular)"]
    front = [Paragraph(head, head, section="front", kind="heading") for head in heads]
    assert doubts_of(front, [], [Attendee("Jo Hall")]) == [
        "doubtful: “Board Members” and “Officials (regular)” stand above one list, whose people may be of either"
    ]


def test_doubts_stand_in_the_report_and_lower_the_confidence():
    parts = ["Wend Parish Council, 4 May 2023", "1. Roads", "Noted.", "2. Bins", "Full.", "{}. Paths", "Wet.", "5. Fen"]
    text = "\n\n".join([*parts, "Deep."])
    whole, gap = (read_text(text.format(number)).report() for number in ("3", "4"))
    assert gap[0].doubts == ("doubtful: no item 3 was found behind 2; the paper may lack it",)
    assert gap[0].doubts[0] in gap.to_text()
    sure = read_text(text.format("3").replace("5. Fen", "4. Fen")).report()
    assert sure[0].doubts == ()
    assert whole[0].confidence < sure[0].confidence


def test_what_a_source_says_of_its_own_scanned_text_is_told():
    warning = "*Scanned page, text may contain errors. See the original*\n\n"
    text = f"# Minutes\n\n{warning}1. Bins\n\nThey were full.\n\n2. Wall\n\nIt fell."
    assert "doubtful: the source says that its text is scanned and may hold errors" in read_text(text)[0].notes
    assert not any("scanned" in note for note in read_text(text.replace(warning, ""))[0].notes)
