"""Whose a count is: of an amendment or of the motion it left, and of what was “accordingly” done."""

import pytest

import minutesnlp as mn

MOVED = "Cllr Rook moved that the hall be let, seconded by Cllr Wren."
AMENDED = "Cllr Dale moved an amendment, seconded by Cllr Finch, that the hall be let for a year."


def item_of(*texts):
    paragraphs = tuple(mn.Paragraph(f"p{n}", text, item_id="i", line=n + 1) for n, text in enumerate(texts))
    return mn.Item("i", "Business", paragraphs=paragraphs)


def told(*texts):
    found = mn.find_decisions(item_of(*texts))
    return [(one.outcome, one.mover, one.seconder, str(one.votes or ""), one.amendment) for one in found]


@pytest.mark.parametrize(
    ("said", "amendment", "motion"),
    [
        ("The amendment was carried and, as the substantive motion, agreed by 4 to 1.", "", "4 for, 1 against"),
        (
            "The amendment was carried by 3 votes to 2 and, as the substantive motion, was agreed by 4 to 1.",
            "3 for, 2 against",
            "4 for, 1 against",
        ),
        (
            "The amendment was carried by 3 votes to 2 and became the substantive motion, which was agreed.",
            "3 for, 2 against",
            "",
        ),
    ],
)
def test_each_of_two_fates_in_a_sentence_has_its_own_movers_and_count(said, amendment, motion):
    assert sorted(told(MOVED, AMENDED, said)) == [
        ("AGREED", "Cllr Rook", "Cllr Wren", motion, False),
        ("CARRIED", "Cllr Dale", "Cllr Finch", amendment, True),
    ]


def test_an_amendment_that_was_lost_leaves_its_count_behind():
    said = "The amendment was lost by 2 to 3 and the original motion was carried."
    assert sorted(told(MOVED, AMENDED, said)) == [
        ("CARRIED", "Cllr Rook", "Cllr Wren", "", False),
        ("REFUSED", "Cllr Dale", "Cllr Finch", "2 for, 3 against", True),
    ]


def test_who_moved_the_amendment_did_not_move_the_motion_it_became():
    text = (
        "An amendment proposed by Cllr Dale and seconded by Cllr Finch was carried and, as the substantive motion, "
        "agreed by 4 to 1."
    )
    assert told(text) == [
        ("CARRIED", "Cllr Dale", "Cllr Finch", "", True),
        ("AGREED", None, None, "4 for, 1 against", False),
    ]


def test_what_two_members_move_in_one_sentence_are_two_motions():
    text = (
        "Cllr Rook proposed £100; Cllr Dale proposed, as an amendment, £50, which Cllr Finch seconded. "
        "The amendment was carried by 3 to 2."
    )
    assert told(text) == [("CARRIED", "Cllr Dale", "Cllr Finch", "3 for, 2 against", True)]


def test_a_sum_is_more_than_who_moved_it():
    text = "Cllr Rook proposed £100, seconded by Cllr Wren. The motion was then debated at length."
    assert told(text) == [("PROPOSED", "Cllr Rook", "Cllr Wren", "", False)]


SIDES = ("For (3): Cllrs Rook, Wren and Dale", "Against (1): Cllr Finch")


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Accordingly approved.", "APPROVED"),
        ("Accordingly the application was refused.", "REFUSED"),
        ("The application was therefore granted.", "GRANTED"),
    ],
)
def test_a_recorded_vote_above_what_was_accordingly_done_is_its_vote(said, outcome):
    (found,) = mn.find_decisions(item_of("A recorded vote was taken.", *SIDES, said))
    assert (found.outcome, str(found.votes)) == (outcome, "3 for, 1 against")
    assert found.votes.names_in_favour == ("Rook", "Wren", "Dale")


def test_a_recorded_vote_on_a_line_is_of_the_motion_that_was_accordingly_carried():
    sides = "Recorded vote: For: Cllrs Rook, Wren and Dale (3). Against: Cllr Finch (1)."
    (found,) = mn.find_decisions(item_of(MOVED, sides, "The application was accordingly approved."))
    assert (found.mover, str(found.votes)) == ("Cllr Rook", "3 for, 1 against")
    assert found.votes.names_in_favour == ("Rook", "Wren", "Dale")  # “(3)” counts them


def test_a_division_whose_result_is_told_below_it_is_no_decision_of_its_own():
    division = ("The bid was put to the vote as follows:", "For (1)", "Rook", "Against (2)", "Finch, Wren")
    assert told(*division, "The bid was accordingly refused.") == [("REFUSED", None, None, "1 for, 2 against", False)]


def test_a_vote_above_another_decision_is_not_of_what_was_accordingly_done():
    said = "It was agreed to wait."
    found = mn.find_decisions(item_of(*SIDES, said, "Accordingly the fence was refused."))
    assert found[-1].votes is None
