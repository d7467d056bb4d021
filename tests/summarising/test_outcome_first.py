"""What somebody is to do, what was found and what was put against a proposal stand before remarks and frames."""

import pytest

from minutesnlp.records import Item, Paragraph
from minutesnlp.summarising import summarise
from minutesnlp.summarising.alone import turned_behind
from minutesnlp.summarising.cues import role_and_weight
from minutesnlp.summarising.lead_ins import lead_in_of
from minutesnlp.summarising.units import before_it, is_procedural, told_in, units_of
from minutesnlp.tracking import find_decisions


def item(*texts, kind="text", title="Matters of the ward"):
    return Item(
        id="i",
        title=title,
        paragraphs=tuple(Paragraph(id=f"p{n}", text=text, kind=kind, item_id="i") for n, text in enumerate(texts)),
    )


def text_of(*texts, words, kind="text"):
    return summarise(item(*texts, kind=kind), words=words).text


REMARKS = (
    "The lane by the mill was as muddy as anyone there could remember it.",
    "The swans had come back to the lower pond and were much admired by all.",
    "The old signal box was looking rather sorry for itself this winter.",
)


@pytest.mark.parametrize(
    "task",
    [
        "The clerk is to notify the depot of the lamp that is out in Weir Lane.",
        "Ada Wren to contact the depot again about the blocked grid in Weir Lane.",
        "A copy of the ranger's letter would be forwarded to Mr Orr.",
        "Cllr. Orr will look at the fallen trees and report back at the next meeting.",
    ],
)
def test_where_nothing_is_decided_what_somebody_is_to_do_stands_before_remarks(task):
    summary = summarise(item(*REMARKS, task), words=30)
    assert task in summary.text
    assert [one.role for one in summary.sentences if one.text == task] == ["action"]


def test_what_a_column_gives_to_somebody_is_a_task():
    row = "It was felt that a meeting with the owner of the mill would be of use. | AW"
    assert "owner of the mill" in text_of(*REMARKS, row, words=32, kind="bullet")


def test_by_when_an_action_is_due_stands_with_it():
    texts = (*REMARKS, "Action: Clerk to write to the owner of the mill about the weir.", "Due: November", *REMARKS)
    assert "Due: November" in text_of(*texts, words=34)


@pytest.mark.parametrize(
    ("says", "frames"),
    [
        ("The river ate a part of the bank.", "The following items were also raised."),
        ("The river ate a part of the bank.", "A vote of sympathy was extended to Mr Orr."),
        (
            "The Leader responded to the points made and said that tolls would stay.",
            "The Leader responded to most of the points made.",
        ),
        ("The river ate a part of the bank.", "Ms Ada Wren introduced the report."),
        ("The river ate a part of the bank.", "Ms Ada Wren introduced the update, providing an overview of it."),
        ("The river ate a part of the bank.", "Ada Wren, Head of Rivers, then presented to the Board on the weirs."),
        ("The river ate a part of the bank.", "Discussion ensued in relation to the banks of the river."),
        ("The river ate a part of the bank.", "The general discussion covered the banks and the weirs."),
        ("The river ate a part of the bank.", "The Chair welcomed Ada Wren, ranger, and Mr Orr to the Meeting."),
        ("Ms Wren gave a grant of £90 to the band.", "Ms Wren gave a short update on the band."),
    ],
)
def test_that_somebody_spoke_counts_less_than_what_was_said(says, frames):
    assert role_and_weight(says)[1] > role_and_weight(frames)[1]


@pytest.mark.parametrize(
    "text",
    [
        "The council introduced a charge for the boats.",
        "The depot provided a skip for the fair.",
        "Ms Wren presented the report, which told of an overspend.",
        "There was a long debate, and most felt that the weir should go.",
    ],
)
def test_what_was_done_is_no_frame(text):
    assert role_and_weight(text)[1] > role_and_weight("Ms Wren gave a talk.")[1]


def test_a_sentence_is_not_shown_without_the_however_that_turns_it():
    half = "The bonfire of this year was a very happy evening."
    turn = "However, the crowd was larger than the field can hold and this is a concern."
    units = units_of(item(f"{half} {turn}").paragraphs)
    assert turned_behind(units, 0, {0})
    assert not turned_behind(units, 0, {0, 1})
    for words in (12, 20, 40):
        text = text_of(f"{half} {turn}", *REMARKS, words=words)
        assert half not in text or turn in text


def test_how_the_meeting_goes_on_is_not_told_beside_what_was_decided():
    texts = (
        "Councillor Orr proposed to suspend Standing Orders so that he might speak to Councillor Teel. "
        "This was seconded by Councillor Teel and agreed.",
        "It was resolved that the lido of Hallowby be sold to the swimmers for £90,000.",
        *REMARKS,
    )
    text = text_of(*texts, words=40)
    assert "be sold" in text
    assert "seconded by Councillor Teel" not in text
    units = units_of(item(*texts).paragraphs)
    told = [told_in(one, units) for one in find_decisions(item(*texts))]
    assert [is_procedural(one.decision, before_it(one, units)) for one in told] == [True, False]


def test_a_request_to_be_heard_is_not_the_decision_of_an_item():
    received = "That the letter of the Teel Valley Trust on the weirs BE RECEIVED by the Council."
    heard = "That the delegation request from the Teel Valley Trust BE APPROVED to be heard at this time."
    assert "BE RECEIVED" in text_of(received, "Motion Passed (9 to 0)", heard, "Motion Passed (9 to 0)", words=24)


def test_what_was_put_against_a_proposal_is_told():
    texts = (
        "Councillor Orr counter proposed that the lido be left to the swimmers of Hallowby.",
        *REMARKS,
        "And Resolved: That the lido be let to the brewery.",
    )
    assert "counter proposed" in text_of(*texts, words=26)


def test_room_that_is_left_is_filled():
    texts = (
        "Planning permission has been applied for",
        "The ward has the smallest precept of all, as Mr Orr told with some pride.",
        "Mr Orr is standing down in May and gave the council a gavel of yew - many thanks to him.",
    )
    whole = sum(len(text.split()) for text in texts)
    text = text_of(*texts, "No update", words=whole + 1)
    assert all(one in text for one in texts)


def test_a_motion_without_a_count_is_told_to_have_passed():
    texts = (
        "That on the recommendation of the Deputy Engineer the following actions be taken on the weirs of the Teel:",
        "a) the purchase of two gates BE AUTHORIZED; and",
        "b) the Mayor BE AUTHORIZED to sign the contract for the gates.",
        "Motion Passed",
        *REMARKS,
    )
    assert "Motion Passed" in text_of(*texts, words=44)


@pytest.mark.parametrize("line", ["Mayor:", "Municipal Clerk: ______", "4.", "Adjournment", "Public Comment"])
def test_a_line_for_a_signature_or_a_bare_number_is_no_sentence(line):
    assert units_of(item(line).paragraphs) == []


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("The tip at Hallowby was shut in May.", "Work was under way with the county to resolve the situation."),
        ("The accounts for the year were put before them.", "All Councillors approved and the Chair signed the book."),
    ],
)
def test_a_sentence_that_speaks_of_the_one_before_brings_it(before, text):
    units = units_of(item(f"{before} {text}").paragraphs)
    assert lead_in_of(units, 1, frozenset({1})) == before


def test_they_of_an_entry_are_told_by_the_entry_that_names_them():
    entries = ("The Weir Trust owns nine weirs.", "They open two of them at night.", "Their aim is to open all.")
    units = units_of(item(*entries, kind="bullet").paragraphs)
    assert lead_in_of(units, 2, frozenset({2})) == entries[0]
    assert lead_in_of(units, 2, frozenset({0, 2})) == ""


def test_a_long_name_of_a_lettered_matter_is_brought():
    name = "Crisis of the budget of Hallowby and the need for another policy on the weir tolls"
    paragraphs = (
        Paragraph(id="p0", text="The hall", kind="clause", number="b"),
        Paragraph(
            id="p1", text="Mr Orr would come back to the use of the hall by the band in the spring.", kind="text"
        ),
        Paragraph(id="p2", text=name, kind="clause", number="c"),
        Paragraph(id="p3", text="Mr Orr told that £107,000 was to be saved over the next three years.", kind="text"),
    )
    units = units_of(paragraphs)
    n = next(n for n, unit in enumerate(units) if "107,000" in unit.text)
    assert lead_in_of(units, n, frozenset({n}), paragraphs=paragraphs) == name


def test_what_stands_first_counts_for_more_where_an_item_is_on_one_matter():
    def told(first, last):
        return summarise(item(first, *REMARKS, *REMARKS[::-1], last, title="Weir"), words=15).text

    many, few = "The mill has 61 boats and 40 moorings.", "The mill has 73 ducks and 20 swans."
    assert many in told(many, few)
    assert few in told(few, many)


def test_a_promise_that_the_decision_takes_up_is_not_told_twice():
    taken_up = "Ms Wren promised that the answers to the seven questions would be sent to the county by May."
    other = "Ms Wren promised to walk the banks of the mill pond with Mr Orr before the summer."
    decided = "RESOLVED that the Clerk send the answers to the seven questions to the county by May."
    text = text_of(*REMARKS, taken_up, other, decided, words=36)
    assert other in text
    assert taken_up not in text


@pytest.mark.parametrize("begins", ["I will move", "“I will ask", "We will propose"])
def test_the_notice_of_a_motion_is_no_task(begins):
    notice = f"{begins} at the next meeting that the banks of the mill pond be looked at by the ranger, Ada Wren."
    assert {one.role for one in summarise(item(notice, *REMARKS), words=60).sentences}.isdisjoint({"action"})


def test_what_fills_room_leads_to_nothing_and_tells_of_no_leaving():
    texts = (
        "After a talk of some length on the matter the following was then agreed by them all:",
        "At this point in the evening Councillor Orr told them that he had to leave the meeting.",
        "And Resolved: That the lido be let.",
        "\u2026".join(REMARKS * 9),
    )
    text = text_of(*texts, words=60)
    assert "the following" not in text
    assert "leave the meeting" not in text


def test_what_is_said_twice_is_shown_once_though_room_is_left():
    said = "The old barn behind the green has been a place where people of the village like to meet and talk."
    rest = "The Clerk had spoken of it with the owner of the mill in the week before."
    found = "The surveyor found " + ", ".join(f"{n} cracks in wall {n}" for n in range(60)) + "."
    texts = [
        one.text
        for one in summarise(item("RESOLVED that the barn be mended.", said, rest, said, found), words=110).sentences
    ]
    assert len(texts) == len(set(texts))


def test_a_page_without_stops_is_read_in_no_time_for_promises():
    page = "He would write to the depot and ask, " * 540
    assert "mended" in text_of(f"{page}.", "RESOLVED that the barn be mended.", words=60)
