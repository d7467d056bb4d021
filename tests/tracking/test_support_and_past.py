"""Unanimous support, proposals to reject, and what replies and reports tell of other days."""

import pytest

import minutesnlp as mn

NOTICE = "I will move at the next Meeting that Weir Bridge be painted in two shades of blue."
MOVED = "In proposing the Motion, Cllr Rook spoke of the bridge. The Motion was seconded by Cllr Wren."


def found(*texts):
    paragraphs = tuple(mn.Paragraph(f"p{n}", text, item_id="i", line=n + 1) for n, text in enumerate(texts))
    return mn.find_decisions(mn.Item("i", "Notice of Motion", paragraphs=paragraphs))


def told(*texts):
    return [(one.outcome, one.mover, one.seconder) for one in found(*texts)]


@pytest.mark.parametrize(
    "said",
    [
        "There was unanimous support for this Motion.",
        "There was unanimous support from all present for the Motion.",
        "The Motion received unanimous support and the Mayor thanked all.",
        "At the end, the Members pledged their unanimous support for this Motion.",
    ],
)
def test_unanimous_support_carries_the_motion_however_long_it_was_debated(said):
    debate = [f"Member {n} spoke of the bridge." for n in range(9)]
    assert told(NOTICE, MOVED, *debate, said) == [("AGREED", "Cllr Rook", "Cllr Wren")]


def test_support_that_somebody_told_of_is_no_decision():
    assert told("It was noted that the county’s motion had found unanimous support.") == []


def test_a_proposal_to_reject_a_motion_that_was_carried_refuses_the_motion():
    sides = ("For Rejection of the Motion", "Ash, Birch, Cole", "Against Rejection of the Motion", "Dale, Elm")
    declared = "The Clerk declared that the proposal to reject the Motion was carried."
    assert told(NOTICE, MOVED, *sides, declared) == [("REFUSED", "Cllr Rook", "Cllr Wren")]
    assert str(found(NOTICE, MOVED, *sides, declared)[0].votes) == "3 for, 2 against"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The answer was noted by the Elected Members.", "NOTED"),
        ("The names were approved by the Elected Members who were there.", "APPROVED"),
        ("The Members held a short discussion on the reply, and agreed to write to the mill.", "AGREED"),
        ("The Members praised the ferry’s crew and unanimously agreed to the plan of the roads.", "AGREED"),
    ],
)
def test_what_elected_members_did_is_a_decision(text, outcome):
    assert [one.outcome for one in found(text)] == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "Either a decision was made to build it or it was not.",
        "A paper was read at the last District Meeting on the fields and a resolution was passed to keep the plan.",
        "Reply: The Elected Members approved a grant in 2031 for the section at the pond.",
        # the Mayor agreed that it be talked of, and not to it
        "Cllr Rook requested that this motion be discussed at once and the Mayor agreed.",
    ],
)
def test_what_is_told_of_another_day_or_of_none_decides_nothing(text):
    assert [one.outcome for one in found(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed to take a vote by a show of hands.",
        "Cllr Rook requested that this motion be discussed at once and the Mayor agreed.",
        "The Motion was proposed by Cllr Rook, seconded by Cllr Wren, Chairman and agreed.",
    ],
)
def test_what_is_done_in_the_meeting_is_owed_by_nobody(text):
    item = mn.Item("i", "Motion", paragraphs=(mn.Paragraph("p", text),))
    assert list(mn.find_undertakings(item)) == []


def test_what_stands_behind_a_lost_motion_in_its_paragraph_is_still_promised():
    text = "The amendment was defeated by 9 votes to 4. It was agreed that the Clerk write to the mill."
    item = mn.Item("i", "Motion", paragraphs=(mn.Paragraph("p", text),))
    assert [one.owner for one in mn.find_undertakings(item)] == ["Clerk"]
