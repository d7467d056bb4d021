"""Votes printed side by side, with their names, and what they settle."""

import pytest

from minutesnlp.records import Item, Paragraph
from minutesnlp.tracking import find_decisions
from minutesnlp.tracking.divisions import divisions

FOR = "Mr Wren, Mrs Finch MBE, Sir Rook Dale"


def paragraphs(*texts):
    return tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts))


def decided(*texts):
    return find_decisions(Item("i", "Motions", paragraphs=paragraphs(*texts)))


def test_a_division_is_read_with_its_names_and_its_result():
    (found,) = divisions(
        paragraphs("For (3)", FOR, "Against (1)", "Ms Teal", "Abstain (2)", "Mr Ives, Dr Orme | Motion carried.")
    )
    assert (found.first, found.last, found.verb) == (0, 5, "carried")
    votes = found.votes
    assert (votes.in_favour, votes.against, votes.abstained) == (3, 1, 2)
    assert votes.names_in_favour == ("Mr Wren", "Mrs Finch MBE", "Sir Rook Dale")
    assert votes.names_abstained == ("Mr Ives", "Dr Orme")


def test_names_that_are_not_as_many_as_were_counted_are_left_out():
    (found,) = divisions(paragraphs("For (4)", FOR, "Against (0)", "Carried."))
    assert found.votes.names_in_favour == ()
    assert (found.votes.in_favour, found.votes.against, found.votes.abstained) == (4, 0, None)


def test_one_side_alone_is_no_division():
    assert divisions(paragraphs("For (3)", FOR, "The Chair thanked all.")) == []


def test_a_division_settles_the_motion_it_was_put_on():
    found = decided(
        "Mr Wren proposed, and Mrs Finch seconded the motion that",
        "“Council asks the Cabinet to mend the pier.”",
        "Ms Teal proposed and Mr Ives seconded the following amendment:",
        "“Council asks the Cabinet to sell the pier.”",
        "The Chairman put the amendment set out in paragraph 2 to the vote and the voting was as follows:",
        *("For (1)", "Ms Teal", "Against (3)", FOR, "Abstain (0) | Amendment lost."),
        "The Chairman put the motion set out in paragraph 1 to the vote and the voting was as follows:",
        *("For (3)", FOR, "Against (1)", "Ms Teal", "Abstain (0)", "Motion carried."),
    )
    assert [(one.outcome, one.mover, one.amendment, str(one.votes)) for one in found] == [
        ("CARRIED", "Mr Wren", False, "3 for, 1 against, 0 abstained"),
        ("REFUSED", "Ms Teal", True, "1 for, 3 against, 0 abstained"),
    ]


def test_the_resolution_below_a_division_has_its_vote():
    (found,) = decided(
        "Mr Wren proposed, and Mrs Finch seconded the motion that",
        "“Council is asked to note the update on the pier.”",
        "The Chairman put the motion set out in paragraph 1 to the vote and the voting was as follows:",
        *("For (3)", FOR, "Against (0)", "Abstain (1)", "Ms Teal | Motion carried."),
        "RESOLVED that Council notes the update on the pier.",
    )
    assert (found.outcome, found.mover, found.seconder) == ("RESOLVED", "Mr Wren", "Mrs Finch")
    assert str(found.votes) == "3 for, 0 against, 1 abstained"


def test_a_result_that_slipped_into_the_next_question_is_that_of_its_division():
    found = decided(
        "Mr Wren proposed and Mrs Finch seconded the following amendment: that the pier be sold.",
        *("For (1)", "Ms Teal", "Against (3)", FOR, "Abstain (0)"),
        "The Chairman put the substantive motion to the vote and the voting was as follows: | Amendment lost.",
        *("For (3)", FOR, "Against (1)", "Ms Teal", "Substantive Motion carried."),
        "RESOLVED that the pier be mended.",
    )
    assert [(one.outcome, str(one.votes)) for one in found] == [
        ("REFUSED", "1 for, 3 against, 0 abstained"),
        ("RESOLVED", "3 for, 1 against"),
    ]


@pytest.mark.parametrize(
    ("text", "outcome", "votes"),
    [
        ("This was carried by 5 Votes - 1 abstention", "CARRIED", (5, None, 1)),
        ("The proposal to sell the field was defeated by seven votes to two.", "REFUSED", (2, 7, None)),
        ("The motion was lost by 3 votes to 6.", "REFUSED", (3, 6, None)),
        ("On a vote of 6-3 the motion fell.", "REFUSED", (3, 6, None)),
        ("The Committee voted 5:4 to approve the application.", "VOTED", (5, 4, None)),
        (
            "Cllr Wren proposed, Cllr Finch seconded: a bench. Seven were in favour and 1 abstained.",
            "CARRIED",
            (7, None, 1),
        ),
    ],
)
def test_counts_are_told_by_their_sides(text, outcome, votes):
    (found,) = decided(text)
    assert found.outcome == outcome
    assert (found.votes.in_favour, found.votes.against, found.votes.abstained) == votes


@pytest.mark.parametrize(
    "text",
    [
        "It was proposed that the insurers be Finch Ltd from 2030/31 for the next three years, seconded by Cllr Wren, "
        "all were in favour.",
        "(Cllr Wren proposed, Cllr Finch seconded, all were in favour)",
        "The Chair declared the Amendment proposed by Cllr F. Wren and seconded by Councillor K. Finch as carried",
    ],
)
def test_what_all_favoured_or_was_declared_is_carried_and_a_year_is_no_vote(text):
    (found,) = decided(text)
    assert found.outcome == "CARRIED"
    assert found.votes is None


@pytest.mark.parametrize(
    "text",
    [
        "The District has grown since he was appointed as superintendent.",
        "Public meetings had taken place with further meetings to be convened when dates and times were agreed.",
        "He noted that once the overall budget for the Council was adopted, a schedule would be drawn up.",
        "In 2019 it was agreed to sell the land, but this never happened.",
    ],
)
def test_a_clause_of_time_or_a_year_that_is_past_decides_nothing(text):
    assert len(decided(text)) == 0
