"""Motions that were moved and seconded, and of which nothing more is told."""

from __future__ import annotations

import pytest

import minutesnlp as mn
from minutesnlp.records import Item, Paragraph


def told(*lines: str, title: str = "The ford") -> list[tuple[str, str | None, str | None]]:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=line) for n, line in enumerate(lines))
    found = mn.find_decisions(Item(id="i1", title=title, paragraphs=paragraphs))
    return [(one.outcome, one.mover, one.seconder) for one in found]


def test_what_is_agreed_on_another_matter_right_behind_does_not_hide_a_motion() -> None:
    said = (
        "After a discussion it was proposed by A. Hale and seconded by B. Dunn that the fees be raised by £5 each. "
        "Payment for electricity: It was agreed that the present system be kept."
    )
    assert told(said) == [("PROPOSED", "A. Hale", "B. Dunn"), ("AGREED", None, None)]


def test_who_moved_the_minutes_below_their_title() -> None:
    assert told("Proposed: Cllr. Amy Hale Seconded: Cllr. Ben Dunn", title="Confirm minutes of 4 May") == [
        ("PROPOSED", "Cllr. Amy Hale", "Cllr. Ben Dunn")
    ]


def test_officers_are_proposed_each_below_the_post() -> None:
    lines = ("Chair: Ada Teal", "Proposed by Amy Hale; Seconded by Ben Dunn", "Treasurer: Ida Finch")
    assert told(*lines, "Proposed by Carl Rook; Seconded by Dora Wren", title="Election") == [
        ("PROPOSED", "Amy Hale", "Ben Dunn"),
        ("PROPOSED", "Carl Rook", "Dora Wren"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The Clerk read out the amendment proposed by Cllr Hale and seconded by Cllr Dunn.",
        "On the proposal of Cllr Hale, seconded by Cllr Dunn, money had been promised in June.",
        "Cllr Hale proposed Cllr Rook, seconded by Cllr Dunn. Cllr Wren proposed Cllr Teal, seconded by Cllr Finch.",
        "It was proposed by Cllr Hale, seconded by Cllr Dunn, to reject it. The Chair declared the motion defeated.",
    ],
)
def test_what_was_moved_before_or_against_another_is_not_left_open(said: str) -> None:
    assert "PROPOSED" not in [one[0] for one in told(f"{said} It was agreed to buy salt.")]
