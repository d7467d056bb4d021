"""Motions below the name of the member who submitted them, and what is said in proposing and seconding them."""

from __future__ import annotations

import minutesnlp as mn
from minutesnlp.records import Decision, Item, Paragraph

TITLE = "Notice of Motion submitted by Councillor A. Hale"
NOTICE = "I will move at the next meeting that the ford be given a handrail."


def found(*lines: str, title: str = TITLE) -> list[Decision]:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=line) for n, line in enumerate(lines))
    return list(mn.find_decisions(Item(id="i1", title=title, paragraphs=paragraphs)))


def told(*lines: str, title: str = TITLE) -> list[tuple[str, str | None, str | None]]:
    return [(one.outcome, one.mover, one.seconder) for one in found(*lines, title=title)]


def test_a_motion_is_moved_by_the_member_in_its_title() -> None:
    one = found(NOTICE, "The Motion was seconded by Councillor Rook.", "REPLY:", "A rail can be made by spring.")
    assert [(d.outcome, d.mover, d.seconder, d.text) for d in one] == [
        ("PROPOSED", "Councillor A. Hale", "Councillor Rook", NOTICE)
    ]


def test_a_motion_under_a_dash_and_one_called_for() -> None:
    lines = ("I call on the Council to give the ford a handrail.", "Seconded: Cllr Rook")
    assert told(*lines, title="Motion – Cllr Hale") == [("PROPOSED", "Cllr Hale", "Cllr Rook")]


def test_of_several_submitters_nobody_is_told_to_have_moved() -> None:
    title = "Notice of Motion submitted by Councillors Hale and Dunn"
    assert told(NOTICE, "The Motion was seconded by Councillor Rook.", title=title) == []


def test_what_is_agreed_on_the_matter_is_apart_from_the_motion() -> None:
    lines = (
        NOTICE,
        "The Motion was seconded by Councillor Rook.",
        "In proposing the Motion, Councillor Hale spoke of the ice and it was agreed that the clerk would buy salt.",
    )
    assert told(*lines) == [("PROPOSED", "Councillor A. Hale", "Councillor Rook"), ("AGREED", None, None)]


def test_the_motion_was_agreed_after_what_its_members_said() -> None:
    lines = (
        NOTICE,
        "Councillor Hale, in proposing the Motion, said that the ford was steep.",
        "In seconding the Motion, Councillor Rook spoke of the ice.",
        *("Members asked about the cost." for _ in range(8)),
        "The Motion was approved by the Members.",
    )
    assert [(d.outcome, d.mover, d.seconder, d.text) for d in found(*lines)] == [
        ("APPROVED", "Councillor Hale", "Councillor Rook", NOTICE)
    ]


def test_who_speaks_in_proposing_it_has_moved_it() -> None:
    lines = (
        NOTICE,
        "The Motion was seconded by Councillor Rook.",
        "In proposing the Motion, Councillor Dunn said that Councillor Hale was ill.",
    )
    assert told(*lines) == [("PROPOSED", "Councillor Dunn", "Councillor Rook")]


def test_support_and_a_vote_settle_it() -> None:
    lines = (NOTICE, "The Motion was seconded by Councillor Rook.")
    assert told(*lines, "The Motion received unanimous support.") == [
        ("AGREED", "Councillor A. Hale", "Councillor Rook")
    ]
    assert told(*lines, "The Mayor declared the Motion defeated.") == [
        ("REFUSED", "Councillor A. Hale", "Councillor Rook")
    ]


def test_another_motion_moved_below_is_its_own() -> None:
    lines = (
        NOTICE,
        "The Motion was seconded by Councillor Rook.",
        "With the permission of the Mayor, Councillor Dunn proposed the following Motion:",
        "“I will move at the next Meeting that the piper be thanked.”",
        "The Motion was seconded by Councillor Ferry and agreed.",
    )
    assert told(*lines) == [
        ("PROPOSED", "Councillor A. Hale", "Councillor Rook"),
        ("AGREED", "Councillor Dunn", "Councillor Ferry"),
    ]


def test_a_name_on_the_next_line_seconds_it() -> None:
    lines = (NOTICE, "The Motion was proposed by Councillor Hale and seconded by Councillor", "Rook.")
    assert told(*lines) == [("PROPOSED", "Councillor Hale", "Councillor Rook")]


def test_if_it_passed_is_no_decision() -> None:
    assert told("Cllr Dunn asked for the motion to be sent to members if it passed.", title="Other business") == []


def test_a_motion_seconded_and_agreed_in_one_sentence_is_its_submitters() -> None:
    assert told(NOTICE, "The Motion was seconded by Councillor Rook and agreed.") == [
        ("AGREED", "Councillor A. Hale", "Councillor Rook")
    ]


def test_a_mover_named_before_his_seconder() -> None:
    line = "Councillor Hale, seconded by Councillor Dunn proposed that the ford be lit."
    assert told(line, title="Other business") == [("PROPOSED", "Councillor Hale", "Councillor Dunn")]
