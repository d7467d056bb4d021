"""A contested matter: the motion, what was moved against it, each with its own fate and votes, and what was carried."""

import pytest

from minutesnlp.records import Item, Paragraph
from minutesnlp.tracking import find_decisions

PIER = "Cllr Hale moved that the pier be sold. This was seconded by Cllr Finch."
DIVISION = ("For:", "Cllrs Rook and Teal.", "Against:", "Cllrs Hale, Finch and Dale.")
RESOLVED = ("Proposed by Cllr Hale;", "Seconded by Cllr Finch;", "And Resolved:", "“That the pier be sold by auction.”")


def decided(*texts):
    return find_decisions(Item("i", "Pier", paragraphs=[Paragraph(f"p{n}", text) for n, text in enumerate(texts)]))


def told(decisions):
    counts = [
        (one.votes.in_favour, one.votes.against) if one.votes is not None and one.votes.in_favour is not None else None
        for one in decisions
    ]
    return [(one.outcome, one.mover, count) for one, count in zip(decisions, counts, strict=True)]


@pytest.mark.parametrize("named", ["amended motion", "alternative motion", "counter proposal"])
def test_a_motion_put_against_another_has_the_vote_on_it_and_the_original_its_own_fate(named):
    found = decided(
        PIER,
        f"Members spoke at length. An {named} was put forward by Cllr Rook, seconded by Cllr Teal that it be let.",
        f"A vote was taken on the {named} and the result of the voting was as follows:",
        *DIVISION,
        "It was agreed that the original motion was carried.",
    )
    assert told(found) == [("REFUSED", "Cllr Rook", (2, 3)), ("CARRIED", "Cllr Hale", None)]
    assert found[0].amendment
    assert "pier be sold" in found[1].clauses[0].text


@pytest.mark.parametrize(
    "above",
    [
        "The result of the voting was as follows:",
        "A vote was then taken on the sale of the pier. The result of the voting was as follows:",
    ],
)
def test_a_resolution_right_below_its_division_has_the_count(above):
    (found,) = decided(above, "For:", "Cllrs Hale, Finch and Dale (3)", "Against:", "Cllr Rook (1)", *RESOLVED)
    assert told([found]) == [("RESOLVED", "Cllr Hale", (3, 1))]
    assert found.clauses[0].text == "“That the pier be sold by auction.”"


def test_a_resolution_adopted_by_the_same_voting_is_told_once_with_the_count():
    (found,) = decided(
        "The result of the voting was as follows:",
        *("For:", "Cllrs Hale, Finch and Dale (3)", "Against:", "Cllr Rook (1)"),
        "The Mayor declared the proposal carried and Members agreed that the following resolution be adopted by the "
        "same voting:",
        *RESOLVED,
    )
    assert told([found]) == [("RESOLVED", "Cllr Hale", (3, 1))]


def test_another_matter_between_a_vote_and_a_resolution_keeps_them_apart():
    found = decided(PIER, "Motion carried 3-1.", "Swans", "A report on swans was circulated.", *RESOLVED)
    assert told(found) == [("CARRIED", "Cllr Hale", (3, 1)), ("RESOLVED", "Cllr Hale", None)]


def test_a_vote_against_a_sale_that_fell_is_the_vote_for_it():
    found = decided(
        "It was then proposed by Cllr Rook to reject the sale, seconded by Cllr Teal.",
        "The Clerk said that a vote would be taken on the sale of the pier, which resulted as follows:",
        *("For", "Cllrs Hale, Finch and Dale.", "(3)", "Against", "Cllrs Rook and Teal.", "(2)"),
        "The Chair then declared the motion defeated and accordingly the following resolution was adopted:",
        *RESOLVED,
    )
    assert told(found)[-1] == ("RESOLVED", "Cllr Hale", (3, 2))
    assert [(one.outcome, one.votes) for one in found[:-1]] == [("REFUSED", None)]


def test_a_sentence_that_puts_a_motion_is_no_motion_of_its_own():
    (found,) = decided(
        "Cllr Rook proposed an amendment that the pier be let and this was seconded by Cllr Teal.",
        "A vote would be taken on the amendment proposed by Cllr Rook and seconded by Cllr Teal.",
        "The Mayor declared the amendment proposed by Cllr Rook and seconded by Cllr Teal as defeated.",
    )
    assert (found.outcome, found.amendment, found.mover) == ("REFUSED", True, "Cllr Rook")
    assert found.clauses[0].text.startswith("Cllr Rook proposed an amendment that the pier be let")


def test_of_two_amendments_the_declaration_is_on_that_of_the_members_it_names():
    found = decided(
        "Cllr Rook proposed an amendment that the pier be let and this was seconded by Cllr Teal.",
        "Cllr Dale proposed an amendment that the pier be painted and this was seconded by Cllr Voss.",
        "The Mayor declared the amendment proposed by Cllr Rook and seconded by Cllr Teal as carried.",
    )
    assert {(one.mover, one.outcome) for one in found} == {("Cllr Rook", "CARRIED"), ("Cllr Dale", "PROPOSED")}


def test_a_casting_vote_stands_with_the_equal_count_it_decided():
    first, second = decided(
        "Proposed – Cllr Hale Seconded – Cllr Finch",
        "That Ann Voss is co-opted.",
        "All in favour",
        "Proposed – Cllr Rook Seconded – Cllr Teal",
        "That Ben Orme is co-opted.",
        "For – 2 Against – 2",
        "The Chairman used her casting vote and Ben Orme was co-opted.",
    )
    assert (first.outcome, first.votes) == ("CARRIED", None)
    assert (second.outcome, second.mover, str(second.votes)) == (
        "CO-OPTED",
        "Cllr Rook",
        "2 for, 2 against, on the casting vote",
    )


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ("The votes were counted, with 1 Member in favour of that proposal and 5 Members against it.", (1, 5)),
        ("The votes were counted, with 5 Members in favour of that proposal and 1 Member against it.", None),
    ],
)
def test_a_count_in_the_sentence_before_is_of_the_decision_it_agrees_with(counted, expected):
    found = decided(f"{counted} The Clerk then declared that Members were not in favour of selling the pier.")
    assert told(found)[-1] == ("REFUSED", None, expected)


def test_the_vote_on_a_members_motion_names_whose_it_is_and_what():
    (found,) = decided(
        "I will move at the next meeting that the pier be sold.",
        "The Chair said that a vote be taken in relation to Councillor Rook’s Motion and the result was as follows:",
        *("In favour: 5", "Against: 7", "The Chair declared the motion defeated."),
    )
    assert told([found]) == [("REFUSED", "Councillor Rook", (5, 7))]
    assert found.clauses[0].text == "I will move at the next meeting that the pier be sold."
    assert found.clauses[0].guessed


@pytest.mark.parametrize(
    ("said", "movers"),
    [
        ("The bill was read. Prop. JB, 2nd GK, all in favour.", ("JB", "GK")),
        (
            "It was proposed to pay the bills as listed by Cllr Ash, seconded by Cllr Birch, and agreed.",
            ("Cllr Ash", "Cllr Birch"),
        ),
        (
            "Upon the proposition of Mr Sewell, seconded by Mr Orme, it was resolved to meet in May.",
            ("Mr Sewell", "Mr Orme"),
        ),
        (
            "On the proposal of the Cathaoirleach, seconded by Cllr Birch, it was agreed to meet.",
            ("the Cathaoirleach", "Cllr Birch"),
        ),
    ],
)
def test_who_moved_is_told_in_short_forms_too(said, movers):
    (found,) = decided(said)
    assert (found.mover, found.seconder) == movers


def test_each_of_three_amendments_is_lost_under_its_own_movers():
    found = decided(
        "Cllr Ash proposed an amendment that the fee be £5 and this was seconded by Cllr Birch.",
        "Cllr Dale proposed an amendment that the fee be £6 and this was seconded by Cllr Voss.",
        "A vote would be taken on the amendment proposed by Cllr Dale and seconded by Cllr Voss. It was agreed to take "
        "the vote by a show of hands. As the majority were not in favour, the Mayor declared it defeated.",
        "A vote would then be taken on the amendment proposed by Cllr Ash and seconded by Cllr Birch. It was agreed to "
        "vote by a show of hands. As the majority were not in favour, the Mayor declared it defeated.",
    )
    assert [(one.outcome, one.mover) for one in found if one.outcome != "PROPOSED"] == [
        ("REFUSED", "Cllr Dale"),
        ("REFUSED", "Cllr Ash"),
    ]


def test_a_clause_put_separately_has_its_vote_in_the_motion_and_its_words_in_the_vote():
    motion, alone = decided(
        "Moved by A. Ash",
        "That the following actions be taken:",
        "a) the path BE CLOSED;",
        "b) the gate BE PAINTED;",
        "Carried.",
        "That part b) of the motion BE APPROVED.",
        "Motion Failed (2 to 3)",
    )
    assert [(clause.number, str(clause.votes or "")) for clause in motion.clauses] == [
        ("a", ""),
        ("b", "2 for, 3 against"),
    ]
    assert (alone.outcome, [clause.text for clause in alone.clauses]) == ("REFUSED", ["the gate BE PAINTED;"])
    assert motion.row()["clauses"][1]["votes"]["against"] == 3


def test_a_vote_on_a_part_of_another_matter_is_given_to_no_clause():
    found = decided(
        "RESOLVED:", "1. the path be closed;", "2. the gate be painted.", "Clause 7 was carried by 8 votes to 6."
    )
    assert [clause.votes for one in found for clause in one.clauses] == [None, None]


@pytest.mark.parametrize(
    ("last", "against", "abstained"),
    [
        ("Cllrs Hale and Dale. (2) There were no abstentions.", ("Hale", "Dale"), 0),
        ("Cllrs Hale and Dale. (2)", ("Hale", "Dale"), None),
    ],
)
def test_what_ends_a_list_of_voters_is_no_voter(last, against, abstained):
    (found,) = decided(
        "A vote was taken on the motion and the result of the voting was as follows:",
        *("For:", "Cllrs Rook, Teal and Voss. (3)", "Against:", last, "The Mayor declared the motion carried."),
    )
    assert found.votes.names_against == against
    assert found.votes.abstained == abstained


NOMINATED = (
    "On the proposal of Councillor Ash seconded by Councillor Birch it was proposed that Councillor Cole chair it. "
    "On the proposal of Councillor Dunn seconded by Councillor Elm it was proposed that Councillor Finch chair it."
)


@pytest.mark.parametrize(
    "ballot",
    [
        (
            "For Councillor Cole",
            "Councillors Ash, Birch, Cole, Gale and Hart (5) For Councillor Finch",
            *("Councillors Dunn, Elm and Finch.", "(3)", "There were no abstentions."),
        ),
        ("Votes for Councillor Cole: 5", "Votes for Councillor Finch: 3"),
        ("Councillor Cole received 5 votes and Councillor Finch 3 votes.",),
    ],
)
def test_of_several_who_were_nominated_all_but_who_was_elected_have_lost_each_with_the_votes(ballot):
    lost, won = decided(NOMINATED, *ballot, "The Mayor declared Councillor Cole elected Chair of the board.")
    assert (lost.outcome, lost.mover, str(lost.votes)) == ("REFUSED", "Councillor Dunn", "3 for")
    assert (won.outcome, won.mover, str(won.votes)) == ("ELECTED", "Councillor Ash", "5 for")
    assert [clause.text for clause in won.clauses] == [
        NOMINATED[: NOMINATED.index(" On the proposal of Councillor Dunn")]
    ]


def test_without_votes_for_single_persons_a_nomination_stays_open():
    found = decided(NOMINATED, "The Mayor declared Councillor Cole elected Chair of the board.")
    assert [one.outcome for one in found] == ["PROPOSED", "ELECTED"]


def test_an_amendment_in_quotation_marks_that_prints_a_number_twice_is_whole():
    (found,) = decided(
        "Mr Hale proposed and Mr Finch seconded the following amendment to the motion:",
        *("“Council is asked to:", "(1) Endorse the bid", "(2) Comment that the ferry comes first"),
        *("(2) Endorse the plan of the Leader", "(3) Expect openness.”", "Amendment lost."),
    )
    assert (found.outcome, len(found.clauses)) == ("REFUSED", 5)
    assert found.clauses[-1].text.endswith("Expect openness.”")
