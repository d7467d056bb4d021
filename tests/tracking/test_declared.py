"""What the chair declared: of whose motion, with one side's names alone, and what was moved again to be voted on."""

from __future__ import annotations

import pytest

import minutesnlp as mn
from minutesnlp.records import Decision, Item, Paragraph


def found(*lines: str, title: str = "The ford") -> list[Decision]:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=line) for n, line in enumerate(lines))
    return list(mn.find_decisions(Item(id="i1", title=title, paragraphs=paragraphs)))


def told(*lines: str) -> list[tuple[str, str | None, str | None, tuple[int | None, int | None] | None]]:
    return [
        (one.outcome, one.mover, one.seconder, (one.votes.in_favour, one.votes.against) if one.votes else None)
        for one in found(*lines)
    ]


MOVED = "Cllr Hale proposed that the ford be closed. This was seconded by Cllr Dunn."


def test_names_of_one_side_and_what_was_declared() -> None:
    lines = (
        MOVED,
        "A vote would be taken on the Amendment proposed by Cllr Hale.",
        "The result of the voting was as follows:",
        "For the Amendment:",
        "Councillors Hale, Dunn and Rook. (3) The Meetings Administrator declared that the amendment was carried.",
    )
    assert told(*lines) == [("CARRIED", "Cllr Hale", "Cllr Dunn", (3, None))]


def test_one_side_alone_is_no_vote() -> None:
    assert told("For:", "Councillors Hale, Dunn and Rook. (3)", "The meeting closed.") == []


def test_whose_motion_was_declared_carried() -> None:
    lines = (
        "Cllr Rollins proposed the following motion and this was seconded by Cllr Dunn:",
        "“That the ford be closed.”",
        "Members spoke of the ice.",
        "The Mayor called for a vote on Councillor Rollins’ motion and the result of the voting was as follows:",
        *("For:", "Councillors Rollins and Dunn (2)", "Against:", "Councillor Rook (1)"),
        "The Mayor declared Councillor Rollins’ motion carried.",
    )
    assert told(*lines)[-1] == ("CARRIED", "Councillor Rollins", "Cllr Dunn", (2, 1))
    assert len(told(*lines)) == 1


def test_a_scheme_that_was_declared_to_be_approved() -> None:
    lines = (
        "It was proposed by Cllr Hale, seconded by Cllr Dunn, that the scheme be built.",
        *("For:", "Councillors Hale and Dunn (2)", "Against:", "Councillor Rook (1)"),
        "The Administrator declared the Part 8 was approved.",
    )
    assert told(*lines) == [("APPROVED", "Cllr Hale", "Cllr Dunn", (2, 1))]


def test_a_vote_on_the_proposal_of_a_member_is_no_other_motion() -> None:
    lines = (
        "Cllr Hale proposed that the loan be refused and this was seconded by Cllr E. Dunn.",
        "The Mayor said that a vote would be taken on the proposal of Cllr Hale, seconded by Cllr Dunn (E), to refuse "
        "the loan. The result of the voting was as follows:",
        *("For:", "Councillors Hale and Dunn (2)", "Against:", "Councillors Rook, Teal and Finch (3)"),
        "The Mayor declared the proposal defeated.",
    )
    assert [one[0] for one in told(*lines)] == ["REFUSED"]


def test_who_moves_on_behalf_of_others_begins_anew() -> None:
    lines = (
        "Cllr Hale proposed that the ford be closed, seconded by Cllr Dunn.",
        "Cllr Rook, on behalf of her party, proposed an amendment that it be lit.",
        "Cllr Teal seconded the amendment. The amendment was lost.",
    )
    assert told(*lines)[-1][:3] == ("REFUSED", "Cllr Rook", "Cllr Teal")


@pytest.mark.parametrize("title", ["Footpaths", "Annual assembly"])
def test_no_comment_is_a_view_of_an_application_only(title: str) -> None:
    assert found("No comments made.", title=title) == []
    (one,) = found("22/0114 Mill House, porch", "No comment", title=title)
    assert one.outcome == "NO COMMENT"
    (one,) = found("No comment", title="Proposed boathouse at the weir")
    assert one.outcome == "NO COMMENT"


def test_abstentions_that_run_on_are_no_votes_for_who_was_elected() -> None:
    lines = (
        "Proposed by Cllr Hale, seconded by Cllr Dunn: “That Councillor Rook be appointed to the board.”",
        "Proposed by Cllr Wren, seconded by Cllr Kite: “That Councillor Teal be appointed to the board.”",
        *("For Councillor Rook:", "Councillors Hale, Dunn. (2)"),
        *("For Councillor Teal", "Councillors Wren, Kite and Finch. (3) Abstentions", "Councillor Crane. (1)"),
        "The Mayor declared Councillor Teal appointed to the board.",
    )
    assert told(*lines) == [
        ("REFUSED", "Cllr Hale", "Cllr Dunn", (2, None)),
        ("APPOINTED", "Cllr Wren", "Cllr Kite", (3, None)),
    ]
