"""What was asked stands in brackets before the reply, where the title tells only who asked."""

import pytest

from minutesnlp.records import Item, Paragraph
from minutesnlp.summarising import summarise
from minutesnlp.summarising.asking import asked, question
from minutesnlp.summarising.units import units_of

REPLY = (
    "REPLY:",
    "The weir was surveyed in May 2031 and two of its five gates were found to be rotten below the water line.",
    "New gates of oak have been ordered from Tern Carpentry at a cost of £4,100 and will come by barge in the autumn.",
    "The eel pass will be built in the year after, as the anglers and the mill could not agree on where it should lie.",
)


def item_of(*texts, title="Question submitted by Councillor Ada Wren"):
    return Item(id="i", title=title, paragraphs=tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "I will ask at the next Meeting by when Eel Weir will be mended.",
            "I will ask … by when Eel Weir will be mended.",
        ),
        (
            "“I will ask at the next meeting of Harbour and Rivers District of Moorhen how many eels passed.”",
            "I will ask … how many eels passed.",
        ),
        ("| will ask at the next Meeting of Moorhen Council, is it safe?", "will ask … is it safe?"),
        ("I will ask the Council if the weir is safe.", "I will ask the Council if the weir is safe."),
    ],
)
def test_a_question_is_told_without_where_it_is_asked(text, told):
    assert question(units_of(item_of(text).minutes), range(1)) == told


def test_what_was_asked_stands_before_the_reply_and_takes_none_of_its_room():
    asks = "I will ask at the next Meeting by when Eel Weir will be mended and what it will cost the town."
    first, *more = summarise(item_of(asks, *REPLY), words=45).sentences
    assert first.lead_in == "I will ask … by when Eel Weir will be mended and what it will cost the town."
    assert {first.text, *(one.text for one in more)} == set(REPLY[1:3])


def test_the_parts_of_a_question_are_no_reply():
    parts = (
        "I will ask at the next Meeting, of the weir:",
        "(a)",
        "What had rotted in it.",
        "(b)",
        "What it will cost.",
    )
    item = item_of(*parts, *REPLY)
    units = units_of(item.minutes)
    assert [units[n].text for n in asked(item.title, units, item.minutes)][-1] == "What it will cost."
    assert not {"What had rotted in it.", "What it will cost."} & {
        one.text for one in summarise(item, words=45).sentences
    }


def test_a_question_that_fits_with_its_reply_stands_as_it_is():
    texts = ("I will ask at the next Meeting by when Eel Weir will be mended.", "REPLY:", "It was mended in May.")
    assert [(one.lead_in, one.text) for one in summarise(item_of(*texts)).sentences] == [("", texts[0]), ("", texts[2])]


def test_an_item_whose_title_tells_the_matter_asks_nothing_in_brackets():
    item = item_of("I will ask at the next Meeting by when Eel Weir will be mended.", *REPLY, title="The weir")
    assert not asked(item.title, units_of(item.minutes), item.minutes)
