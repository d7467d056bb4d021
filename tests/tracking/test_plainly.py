"""What is told plainly that it will be done, in the minutes' own voice and in replies: invented sentences."""

import datetime

import pytest

import minutesnlp as mn
from minutesnlp.tracking.undertakings.plainly import PLAINLY
from minutesnlp.tracking.undertakings.promising import clauses_in


def item_of(*texts):
    return mn.Item("i", "Business", paragraphs=tuple(mn.Paragraph(f"p{n}", text) for n, text in enumerate(texts)))


def promised(*texts):
    return [one.text for one in mn.find_undertakings(item_of(*texts), soft=True)]


@pytest.mark.parametrize(
    "text",
    [
        "Enquiries will be made with the owner of the tithe barn.",
        "Clarification will be sought on this from the diocese.",
        "The loose stile will be reported to the footpaths officer.",
        "The gutters were blocked by leaves and will be reported again.",
        "Consideration will be given to a second well cover.",
        "This will be discussed at the November meeting.",
        "Mr Fell reported that notices will be displayed at the ford.",
        "The Clerk will make enquiries about the weir.",
    ],
)
def test_what_a_clerk_sees_to_is_told_plainly(text):
    assert promised(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "If the barn is sold enquiries will be made with its owner.",
        "It is hoped that the stile will be reported by walkers.",
        "Under the new Act every burial will be reported to the registrar.",
        "The rota says which wells will be inspected by the miller.",
        "Refreshments will be provided in the tithe barn.",
        "This will be discussed later in the evening.",
        "No enquiries will be made about the ford.",
    ],
)
def test_a_condition_a_hope_and_a_rule_are_not_told_plainly(text):
    assert all(PLAINLY not in clause.seen for clause in clauses_in(text, None, decided=False))


REPLIED = [
    "The kerbs on Weir Lane will be repaired within the month.",
    "Resurfacing works on the causeway will commence in 2032.",
    "The Moors District office will carry out a survey of the ford.",
    "We will examine the parapet of the bridge.",
]


@pytest.mark.parametrize("text", REPLIED)
def test_in_a_printed_reply_works_are_promised(text):
    asked = "I will ask at the next Meeting when this will be seen to."
    assert promised(asked, "REPLY:", text) == [text]
    assert promised(f"REPLY: {text}") == [f"REPLY: {text}"]


def test_in_a_report_works_are_only_told_of():
    assert promised("The programme was laid before the Panel.", REPLIED[1]) == []


def test_a_reply_ends_with_the_next_question():
    texts = ("REPLY:", "There is none.", "I will move at the next Meeting that kerbs be mended.", REPLIED[1])
    assert promised(*texts) == []


def test_an_officer_who_tells_of_works_promises_them():
    text = "The Area Engineer stated that the kerbs on Weir Lane will be replaced in the spring."
    assert promised(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Where a tenant complains, the kerb will be repaired.",
        "Kerbs will be repaired where necessary.",
        "It is expected that the kerbs will be repaired in May.",
        "The Council shall repair any kerb that it takes in charge.",
    ],
)
def test_what_depends_on_something_is_no_promise_in_a_reply(text):
    assert promised("REPLY:", text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("This matter will be an agenda item for the November meeting.", "2031-11"),
        ("Well covers to be put on the next agenda.", None),
        ("The toll would be added to the January agenda.", "2032-01"),
    ],
)
def test_what_will_be_on_an_agenda_is_promised(text, due):
    item = mn.Item("i", "Business", paragraphs=(mn.Paragraph("p", text),), date=datetime.date(2031, 9, 4))
    assert [(one.text, one.due) for one in mn.find_undertakings(item)] == [(text, due)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Fell asked for this to be put on the agenda.",
        "Wells might need to be on the agenda.",
        "Items for the miller to be on the agenda of this meeting.",
    ],
)
def test_what_is_only_wanted_on_an_agenda_is_not(text):
    assert promised(text) == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Clerk was asked to renew the lease of the ford.", "Clerk"),
        ("Clerk also asked to write to the miller.", "Clerk"),
        ("Cllr Voss was asked to identify the owner of the weir.", "Cllr Voss"),
        ("Cllr Voss would look into the broken stile.", "Cllr Voss"),
        ("4) Well covers – Clerk would progress their purchase.", "Clerk"),
        ("The diocese to be contacted again.", None),
        ("Stile on Weir Lane broken - to be reported to the county.", None),
    ],
)
def test_a_task_noted_down(text, owner):
    assert [(one.text, one.owner) for one in mn.find_undertakings(item_of(text))] == [(text, owner)]


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk was asked to leave the room.",
        "The Clerk had been asked to identify the owner of the weir.",
        "The draft of the Act to be published was read.",
        "The contractor would mend the roof in sections.",
        "Cllr Voss would mend the stile if oak was found.",
    ],
)
def test_what_is_only_like_a_task_noted_down(text):
    assert promised(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The verge on Weir Lane will be reinstated in the spring.",
        "The Clerk advised that the kerbs would be mended in late summer.",
        "The Area Engineer stated that the causeway would be resurfaced in the coming year.",
        "The Parish Council will check the stile.",
        "It was moved on and we will ask the miller how many geese there are.",
    ],
)
def test_works_with_their_time_and_what_the_council_will_ask_are_told_plainly(text):
    assert promised(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The verge on Weir Lane was said by walkers to be reinstated each spring.",
        "A fair would be held in late summer.",
        "Mr Fell hoped that the causeway would be resurfaced in the coming year.",
        "The Parish Council will need to check the stile.",
        "Can he say the kerbs will be complete in the summer holidays?",
    ],
)
def test_works_hoped_for_or_asked_about_are_not(text):
    assert all(PLAINLY not in clause.seen for clause in clauses_in(text, None, decided=False))


def test_who_adds_something_tells_it():
    text = "Mr P Orr, Executive Engineer added that he would discuss the matter with the miller."
    assert [one.owner for one in mn.find_undertakings(item_of(text))] == ["Mr P Orr, Executive Engineer"]
