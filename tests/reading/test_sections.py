# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Agenda text, minutes, and kinds of paragraph."""

import pytest

from minutesnlp.reading import read_text
from minutesnlp.reading.blocks import Block
from minutesnlp.reading.meeting.assembly import meeting_of
from minutesnlp.reading.meeting.sections import is_agenda_text, passages
from minutesnlp.reading.plain.markdown import document_of


@pytest.mark.parametrize(
    "text",
    [
        "The Director of Housing will be in attendance to give an update.",
        "The Chair will provide a verbal update on the meeting held on 20 October 2021.",
        "The Panel is asked to consider and agree its programme.",
        "To receive the terms of reference agreed by Council.",
        "To consider why the number of carers has fallen.",
        "Report of the Head of Housing (attached).",
        "Members are reminded to declare interests.",
        "A copy of the report is attached.",
    ],
)
def test_what_was_to_be_done_is_agenda_text(text):
    assert is_agenda_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Panel agreed its programme.",
        "The Clerk will write to the owner of the mill.",
        "The Director was in attendance to give an update.",
        "Members welcomed the report.",
        "It was agreed that the Clerk will provide figures.",
        "None.",
    ],
)
def test_what_was_done_is_not(text):
    assert not is_agenda_text(text)


def kinds(*blocks, place="item"):
    found, _ = passages(blocks, place=place)
    return [(p.kind, p.number, p.section) for p in found]


def test_labels_part_agenda_decision_and_minutes_and_are_no_paragraphs():
    found, labels = passages(
        [Block("To agree."), Block("Decision:"), Block("Agreed."), Block("Minutes:"), Block("They talked.")],
        place="item",
    )
    assert [(p.text, p.section) for p in found] == [
        ("To agree.", "agenda"),
        ("Agreed.", "decision"),
        ("They talked.", "minutes"),
    ]
    assert labels == ["Decision:", "Minutes:"]


def test_agenda_text_alone_is_not_taken_from_the_minutes():
    assert kinds(Block("The Panel is asked to note the report."))[0][2] == "minutes"


def test_each_kind_of_paragraph_is_told():
    assert kinds(
        Block("a | b", row=True),
        Block("new bins", bullet=True),
        Block("(a) the report be noted;"),
        Block("DAMP AND MOULD", bold=True),
        Block("Voting was: For 7, Against 2, Abstentions 1."),
        Block("Councillor Reed declared a personal interest in the item."),
        Block("The Panel talked about damp."),
        Block("Damp", level=3),
    ) == [
        ("table", None, "minutes"),
        ("bullet", None, "minutes"),
        ("clause", "(a)", "minutes"),
        ("heading", None, "minutes"),
        ("vote", None, "minutes"),
        ("declaration", None, "minutes"),
        ("text", None, "minutes"),
        ("heading", None, "minutes"),
    ]


def test_a_label_the_format_computed_is_the_number():
    assert kinds(Block("the report be noted", label="2."))[0] == ("clause", "2", "minutes")


def test_a_figure_that_happens_to_stand_first_is_no_label():
    assert kinds(Block("3.5 tonnes of salt were spread."))[0][1] is None
    assert kinds(Block("500 homes were damp."))[0][1] is None


def test_numbers_without_a_stop_are_labels_when_they_count_on():
    found = kinds(Block("1 The report be noted"), Block("2 The chair be thanked"))
    assert [number for _, number, _ in found] == ["1", "2"]


def test_quotations_under_titles_are_agenda_text_where_a_document_uses_them_so():
    text = "# Housing Panel\n\n## 1 Voids\n\n> Which homes are empty.\n\nThey were few.\n\n## 2 Damp\n\n> Which are damp.\n\nMany."
    meeting = meeting_of(document_of(text, reader="markdown", marked=True), source="a.md")
    assert [[p.section for p in item.paragraphs] for item in meeting.items] == [["agenda", "minutes"]] * 2


def test_quotations_elsewhere_are_minutes():
    text = "## 1 Voids\n\nThey were few.\n\n> A resident wrote so.\n\n## 2 Damp\n\n> They were many.\n\nThat was noted."
    meeting = meeting_of(document_of(text, reader="markdown", marked=True), source="a.md")
    assert {p.section for item in meeting.items for p in item.paragraphs} == {"minutes"}


def test_what_ends_the_meeting_is_the_text_of_an_item_of_the_close():
    lines = ["Wend Parish Council 4 May 2031", "1. Paths", "They are wet.", "2. Adjournment"]
    lines += ["There being no further business, the meeting was adjourned at 8.06 pm.", "Signed: ...", "Date: ..."]
    (meeting,) = read_text("\n\n".join(lines))
    assert [(item.title, [one.text for one in item.minutes]) for item in meeting.items] == [
        ("Paths", ["They are wet."]),
        ("Adjournment", [lines[4]]),
    ]


def test_the_post_of_who_signs_is_no_item():
    lines = ["# Wend Council 4 May 2031", "## PATHS", "They are wet.", "## BINS", "They are full.", "## LAMPS"]
    lines += ["They are out.", "This concluded the meeting.", "Signed:", "## The Mayor", "Date:"]
    (meeting,) = read_text("\n\n".join(lines))
    assert [item.title for item in meeting.items] == ["PATHS", "BINS", "LAMPS"]
    assert [one.text for one in meeting.back] == [*lines[7:9], "The Mayor", "Date:"]


@pytest.mark.parametrize("text", ["Reasons for decision", "Alternative options considered and rejected:"])
def test_what_stands_below_the_decisions_of_an_executive_has_a_heading(text):
    lines = ["Wend Council 4 May 2031", "1. Rents", "RESOLVED that the rent rise.", text, "A freeze was too dear."]
    (meeting,) = read_text("\n\n".join([*lines, "2. Bins", "They are full.", "3. Paths", "They are wet."]))
    assert [(one.kind, one.text) for one in meeting.items[0].minutes][1] == ("heading", text)


def test_what_was_done_above_the_items_is_not_of_who_was_there():
    lines = ["Wend Council 4 May 2031", "Present:", "Cllr Jo Ash", "Cllr Di Reid", "Apologies: Cllr Al Moor"]
    lines += ["At the outset it was agreed that the third item on the agenda would be taken before the others."]
    lines += [
        "Proposed by Cllr Ash.",
        "1. Bins",
        "They are full.",
        "2. Paths",
        "They are wet.",
        "3. Lamps",
        "They are out.",
    ]
    (meeting,) = read_text("\n\n".join(lines))
    kinds = {one.text: one.kind for one in meeting.front}
    assert kinds[lines[2]] == kinds[lines[4]] == "attendance"
    assert kinds[lines[5]] == kinds[lines[6]] == "text"
