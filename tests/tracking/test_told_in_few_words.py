"""Decisions told in few words, in the front of minutes or on two lines: who moved them, of what they are."""

from __future__ import annotations

import pytest

import minutesnlp as mn
from minutesnlp.records import Decision, Item, Meeting, Paragraph


def found(*lines: str, title: str = "The ford", council: str | None = None) -> list[Decision]:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=line) for n, line in enumerate(lines))
    return list(mn.find_decisions(Item(id="i1", title=title, paragraphs=paragraphs, council=council)))


def told(*lines: str, title: str = "The ford") -> list[tuple[str, str | None, str | None]]:
    return [(one.outcome, one.mover, one.seconder) for one in found(*lines, title=title)]


def test_what_is_agreed_among_the_lists_of_those_present() -> None:
    front = (
        Paragraph(id="p0", text="Councillors Hale, Dunn and Rook.", kind="attendance"),
        Paragraph(
            id="p1",
            text="At the outset, on the proposal of Cllr Hale, seconded by Cllr Dunn, it was agreed to light the ford.",
            kind="attendance",
        ),
    )
    (one,) = mn.find_decisions(Meeting(id="m1", council="Elmstead", body="Council", front=front))
    assert (one.outcome, one.mover, one.seconder, one.paragraph_id) == ("AGREED", "Cllr Hale", "Cllr Dunn", "p1")


def test_who_moved_it_and_that_it_was_carried_on_the_line_below() -> None:
    lines = ("It was agreed to buy salt. The barn is dry.", "Prop. KB, 2nd JT, all in favour.")
    assert told(*lines) == [("AGREED", "KB", "JT")]


def test_who_moved_a_resolution_below_is_not_given_to_the_view_above() -> None:
    lines = ("Members agreed that salt would be dear.", "Prop. KB, 2nd JT, all in favour.", "Resolved: to buy sand.")
    assert told(*lines)[-1] == ("RESOLVED", "KB", "JT")
    assert told(*lines)[0][1:] == (None, None)


def test_these_were_then_accepted() -> None:
    (one,) = found("The minutes of 4 May were amended by hand. These were then accepted as a true record.")
    assert (one.outcome, one.routine) == ("APPROVED", True)


@pytest.mark.parametrize(
    ("said", "mover", "seconder"),
    [
        ("FR Proposed PA seconded, agreed.", "FR", "PA"),
        ("Cllr Jim Proposed, seconded Cllr Jan, all were in favour.", "Cllr Jim", "Cllr Jan"),
        (
            "The minutes of 4 May were proposed as correct for approval by Cllr Hale and seconded Cllr Dunn, "
            "six were in favour, one abstained due to being away.",
            "Cllr Hale",
            "Cllr Dunn",
        ),
    ],
)
def test_who_moved_in_a_hurry(said: str, mover: str, seconder: str) -> None:
    (one,) = found("The quote for the hedge is £40.", said)
    assert (one.mover, one.seconder) == (mover, seconder)
    assert one.outcome in ("AGREED", "CARRIED")


def test_a_proposed_plan_is_moved_by_nobody() -> None:
    assert told("The PC Proposed Plan was seconded to the archive.") == []


def test_members_were_content_with_what_they_were_asked_about() -> None:
    (one,) = found("TW asked if they were content with the ford policy. All Councillors noted they were content.")
    assert one.outcome == "AGREED"
    assert [clause.text for clause in one.clauses] == ["TW asked if they were content with the ford policy."]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("The Council is in full agreement that the ford should be lit.", "AGREED"),
        ("To change the signatories of the bank Unanimously agreed.", "AGREED"),
        ("22/0114 Mill House, porch. No objections were raised to this application.", "NO OBJECTION"),
        ("22/0114 | Porch | Mill House | No Objection with comment", "NO OBJECTION"),
        ("The Town Council noted the reconciliation of 4 May.", "NOTED"),
    ],
)
def test_said_in_few_words(said: str, outcome: str) -> None:
    assert [one.outcome for one in found(said)] == [outcome]


@pytest.mark.parametrize("said", ["Appointed.", "The signatories were recently changed as the bank agreed to wait."])
def test_said_of_the_past(said: str) -> None:
    assert found(said) == []


def test_nobody_votes_on_what_is_noted() -> None:
    (one, *_) = found("Council noted the report. Two were for it and three against when the ford was last spoken of.")
    assert (one.outcome, one.votes) == ("NOTED", None)


def test_minutes_proposed_below_their_title_are_routine() -> None:
    (one,) = found("Cllr Hale proposed acceptance, seconded by Cllr Dunn.", title="Minutes of the last meeting")
    assert (one.outcome, one.routine) == ("PROPOSED", True)


def test_a_balance_between_the_payments_and_who_moved_them_is_none() -> None:
    lines = (
        "Rook Ltd - £40.00 - Hedges",
        "A. Teal - £12.50 - Stamps",
        "Statement of Account as at 4 May - Community Account £310.00. £40 is kept for the ford.",
        "Cllr Hale proposed approval for payment seconded by Cllr Dunn",
    )
    (one,) = found(*lines, title="Accounts")
    assert [clause.text for clause in one.clauses] == list(lines[:2])
    (one,) = found("The bank is slow.", *lines[2:], title="Accounts")
    assert one.clauses == ()


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Rook Ltd £40.00 - proposed A. Hale and seconded B. Dunn pass for payment.", "PASSED"),
        ("Passed for payment, proposed Mr. Hale, 2nd Mr. Dunn.", "PASSED"),
        (
            "Mr Teal was nominated by Mr Hale seconded by Mr Dunn, he accepted and took the Chair.",
            "ELECTED",
        ),
        (
            "The minutes of 4 May were proposed by A. Hale, seconded by B. Dunn and duly signed as a correct record.",
            "APPROVED",
        ),
        ("Minutes of the previous meeting (4/5/31) agreed as a correct record (proposed AH, seconded BD).", "AGREED"),
        ("On the proposal of Cllr Hale, seconded by Cllr Dunn, they agreed to light the ford.", "AGREED"),
    ],
)
def test_a_motion_whose_clerk_says_what_became_of_it_is_not_left_open(said: str, outcome: str) -> None:
    (one,) = found(said)
    assert one.outcome == outcome
    assert one.mover is not None
    assert one.seconder is not None


@pytest.mark.parametrize(
    "said",
    [
        "It was proposed by A. Hale and seconded by B. Dunn that these accounts be passed for payment.",
        "It was proposed by A. Hale and seconded by B. Dunn that the minutes of 4 May be agreed as a correct record.",
    ],
)
def test_what_is_only_moved_stays_open(said: str) -> None:
    assert [one.outcome for one in found(said)] == ["PROPOSED"]


def test_several_that_were_declared_appointed() -> None:
    lines = (
        "Proposed by Councillor Hale;",
        "Seconded by Councillor Dunn;",
        "“That Councillors Rook, Teal and Finch be appointed to the Ford Board.”",
        "Since there was no other nomination, the Mayor declared Councillors Rook, Teal and Finch appointed.",
    )
    assert told(*lines) == [("APPOINTED", "Councillor Hale", "Councillor Dunn")]
    assert told(*lines[:2], "“That Ms Rook be co-opted to the Council.”", "The Mayor declared Ms. Rook co-opted.") == [
        ("CO-OPTED", "Councillor Hale", "Councillor Dunn")
    ]


def test_an_action_between_what_was_agreed_and_who_moved_it() -> None:
    lines = (
        "It was agreed that the ford would be on the list.",
        "Clerk to action.",
        "Prop AB, 2nd CD, All agreed. | EF",
    )
    assert told(*lines) == [("AGREED", "AB", "CD")]


def test_minutes_that_were_approved_and_signed_are_one_decision() -> None:
    said = "The minutes were approved by all Councillors. The minutes were signed by the Chairman as a true record."
    assert [(one.outcome, one.routine) for one in found(said)] == [("APPROVED", True)]
    (note,) = found("The note of the previous meeting was agreed.")
    assert note.routine


def test_a_view_behind_the_number_of_its_application() -> None:
    lines = (
        "Porch at Mill House, Ford Lane 24/0071/F No objections raised",
        "Barn at Rook Farm, Ford Lane 24/0072/F Support",
        "Response provided to the Planning Authority with no objections.",
        "Decisions received:",
    )
    decisions = found(*lines, title="Planning")
    assert [one.outcome for one in decisions] == ["NO OBJECTION", "SUPPORTED", "NO OBJECTION"]
    assert all(one.clauses == () for one in decisions)


@pytest.mark.parametrize(("said", "noted"), [("This was noted.", True), ("This was noted for the May meeting.", False)])
def test_this_was_noted(said: str, noted: bool) -> None:
    assert [one.outcome for one in found(f"Mr Teal has left the ford board. {said}")] == (["NOTED"] if noted else [])
