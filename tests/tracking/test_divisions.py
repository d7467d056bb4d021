"""Votes printed side by side, with their names, and what they settle."""

import pytest

from minutesnlp.records import Item, Paragraph
from minutesnlp.tracking import find_decisions
from minutesnlp.tracking.decisions.divisions import divisions

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


def test_names_that_are_not_as_many_as_were_counted_are_given_and_the_difference_is_told():
    (found,) = divisions(paragraphs("For (4)", FOR, "Against (0)", "Carried."))
    assert found.votes.names_in_favour == ("Mr Wren", "Mrs Finch MBE", "Sir Rook Dale")
    assert str(found.votes) == "4 for (3 named), 0 against"
    assert (found.votes.in_favour, found.votes.against, found.votes.abstained) == (4, 0, None)


def test_one_side_alone_is_no_division():
    assert divisions(paragraphs("For (3)", FOR, "The Chair thanked all.")) == []


def test_a_division_settles_the_motion_it_was_put_on():
    found = decided(
        "Mr Wren proposed, and Mrs Finch seconded the motion that",
        "“Council asks the Cabinet to mend the pier.”",
        "Ms Teal proposed and Mr Ives seconded the following amendment:",
        "“Council asks the Cabinet to sell the pier.”",
        "The Chairman put the amendment printed in paragraph 2 to the vote, and the votes were as follows:",
        *("For (1)", "Ms Teal", "Against (3)", FOR, "Abstain (0) | Amendment lost."),
        "The Chairman put the motion printed in paragraph 1 to the vote, and the votes were as follows:",
        *("For (3)", FOR, "Against (1)", "Ms Teal", "Abstain (0)", "Motion carried."),
    )
    assert [(one.outcome, one.mover, one.amendment, str(one.votes)) for one in found] == [
        ("CARRIED", "Mr Wren", False, "3 for, 1 against, 0 abstained"),
        ("REFUSED", "Ms Teal", True, "1 for, 3 against, 0 abstained"),
    ]


def test_the_resolution_below_a_division_has_its_vote():
    (found,) = decided(
        "Mr Wren proposed, and Mrs Finch seconded the motion that",
        "“Council is asked to note the pier’s progress.”",
        "The Chairman put the motion printed in paragraph 1 to the vote, and the votes were as follows:",
        *("For (3)", FOR, "Against (0)", "Abstain (1)", "Ms Teal | Motion carried."),
        "RESOLVED that Council notes the pier’s progress.",
    )
    assert (found.outcome, found.mover, found.seconder) == ("RESOLVED", "Mr Wren", "Mrs Finch")
    assert str(found.votes) == "3 for, 0 against, 1 abstained"


def test_a_result_that_slipped_into_the_next_question_is_that_of_its_division():
    found = decided(
        "Mr Wren proposed and Mrs Finch seconded the following amendment: that the pier be sold.",
        *("For (1)", "Ms Teal", "Against (3)", FOR, "Abstain (0)"),
        "The Chairman put the substantive motion to the vote, and the votes were as follows: | Amendment lost.",
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
        ("The Committee voted 5:4 to approve the application.", "APPROVED", (5, 4, None)),
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
        "He noted that once the budget of the ferry was adopted, a schedule would be drawn up.",
        "In 2019 it was agreed to sell the land, but this never happened.",
    ],
)
def test_a_clause_of_time_or_a_year_that_is_past_decides_nothing(text):
    assert len(decided(text)) == 0


def numbered(*texts):
    """Return what is decided in paragraphs that carry the number printed before them: “3. The Chair put …”."""
    parts = [text.partition(". ") if text[:1].isdigit() else ("", "", text) for text in texts]
    printed = (Paragraph(f"p{n}", text, number=number or None) for n, (number, _, text) in enumerate(parts))
    return find_decisions(Item("i", "Motions", paragraphs=tuple(printed)))


FIRST = "1. Mr Wren proposed, and Mrs Finch seconded the motion that the pier be mended."
AMENDED = "2. Ms Teal proposed and Mr Ives seconded the following amendment: that the pier be sold."
LATER = "3. The Chair proposed and the Vice-Chair seconded that the meeting go on until six."
CARRIED = ("For (3)", FOR, "Against (1)", "Ms Teal", "Abstain (0)", "Motion carried.")


def test_the_paragraph_a_question_names_is_the_one_that_is_settled():
    found = numbered(
        FIRST, AMENDED, LATER, "4. The Chair put the motion in paragraph 3 to the vote as follows:", *CARRIED
    )
    assert [(one.mover, one.outcome, one.votes is not None) for one in found if one.votes] == [
        ("The Chair", "CARRIED", True)
    ]
    assert found[-1].text.startswith("The Chair proposed")


@pytest.mark.parametrize(
    "question",
    [
        "The Chair put part 2 of the substantive motion to the vote, and the votes were as follows:",
        "The Chair put the motion printed in paragraph 9 to the vote, and the votes were as follows:",
    ],
)
def test_a_vote_on_a_part_or_on_a_motion_that_is_not_there_is_given_to_no_other(question):
    found = numbered(FIRST, f"4. {question}", *CARRIED, "5. The Chair thanked all.")
    assert [(one.text.partition(" to the vote")[0], str(one.votes)) for one in found if one.votes] == [
        (question.partition(" to the vote")[0], "3 for, 1 against, 0 abstained")
    ]


def test_a_motion_carried_as_amended_is_one_decision_with_its_resolution():
    lost = ("For (1)", "Ms Teal", "Against (3)", FOR, "Amendment lost.")
    found = numbered(
        FIRST,
        "2. Ms Teal proposed and Mr Ives seconded the following amendment: that the pier be painted.",
        "Amendment carried.",
        "3. Following debate, the Chair put the amendment printed in paragraph 2 to the vote and it was agreed.",
        "4. Mr Ives proposed and Ms Teal seconded the following amendment to paragraph 2: that it be sold.",
        "5. The Chair put the amendment printed in paragraph 4 to the vote, and the votes were as follows:",
        *lost,
        "6. The Chair put the substantive motion printed in paragraph 2 to the vote, and the votes were as follows:",
        *CARRIED,
        "7. RESOLVED that the pier be mended and painted.",
    )
    assert [(one.outcome, one.mover, str(one.votes)) for one in found] == [
        ("CARRIED", "Ms Teal", "None"),
        ("REFUSED", "Mr Ives", "1 for, 3 against"),
        ("RESOLVED", "Mr Wren", "3 for, 1 against, 0 abstained"),
    ]


FOUR = "Councillors Dale, Finch (R), Ó Wren and Orme"


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [
        (("For the Proposal", f"{FOUR}.", "(4)", "Against the Proposal", "Councillor Teal.", "(1)"), "CARRIED"),
        (("In Favour:", f"{FOUR} (4)", "Against:", "Councillor Teal (1) Abstain:", "Councillor Ives (1)"), "CARRIED"),
        (("Yes", "Councillor Teal", "No", FOUR, "There were no abstentions."), "REFUSED"),
        (("For", "Councillor Teal", "Against", f"{FOUR} (4) The Mayor declared the proposal as defeated."), "REFUSED"),
    ],
)
def test_sides_without_a_count_on_their_line_are_read_with_their_names(printed, outcome):
    put = "Councillor Wren proposed, seconded by Councillor Dale, that the pier be mended."
    (found,) = decided(
        put, "A vote was taken on the proposal and the result was as follows:", *printed, "The clock struck."
    )
    four = found.votes.names_in_favour if outcome == "CARRIED" else found.votes.names_against
    assert (found.outcome, found.mover, four) == (outcome, "Councillor Wren", ("Dale", "Finch (R)", "Ó Wren", "Orme"))


def test_a_vote_on_one_members_proposal_is_not_given_to_the_amendment_it_was_against():
    found = decided(
        "The Amendment was proposed by Councillor Wren, seconded by Councillor Dale. "
        "Councillor Teal proposed that the amendment not be made. "
        "The Mayor asked that a vote be taken on the proposal from Councillor Teal, which went as follows:",
        *("In Favour", "Councillor Teal. (1)", "Against", f"{FOUR}. (4)"),
        "The Amendment proposed by Councillor Wren, seconded by Councillor Dale was approved.",
    )
    assert [(one.mover, one.outcome) for one in found if one.votes] == [("Councillor Teal", "REFUSED")]
    assert ("Councillor Wren", "APPROVED", None) in [(one.mover, one.outcome, one.votes) for one in found]


def test_what_the_chair_declares_below_a_division_has_its_vote():
    found = decided(
        "Councillor Wren proposed that the loan not be taken, seconded by Councillor Dale.",
        "The result of the vote was as follows:",
        *("For", "Councillors Wren and Dale (2)", "Against", f"{FOUR} (4)"),
        "The Mayor declared the proposal defeated and, on the proposal of Councillor Orme, the loan was approved.",
    )
    (one,) = [one for one in found if one.votes]
    assert (one.outcome, one.mover, str(one.votes)) == ("REFUSED", "Councillor Wren", "2 for, 4 against")


def test_the_vote_on_another_thing_is_not_that_on_the_motion_before_it():
    found = decided(
        "Councillor Wren proposed to reject the sale, seconded by Councillor Dale.",
        "The Clerk said that a vote would be taken on the disposal of 2 Pier Street, which was as follows:",
        *("For", f"{FOUR} (4)", "Against", "Councillor Wren (1)"),
    )
    assert [one.text.split()[0] for one in found if one.votes] == ["The"]


@pytest.mark.parametrize("between", [": | ", ": ", ":"])
def test_a_form_tells_who_moved_who_seconded_and_who_voted(between):
    lines = [("MOVED BY", "Wren"), ("SECONDED BY", "Finch"), ("ACTION", "Adopt")]
    lines += [("YEAS", "Dale, Finch, Wren - 3"), ("NAYS", "Ives - 1"), ("ABSTAIN", "0"), ("ABSENT", "Teal - 1")]
    texts = [f"{label}{between}{value}" for label, value in lines]
    if between == ":":  # the value in the line below
        texts = [part for label, value in lines for part in (f"{label}:", value)]
    found = decided("(The Parks Committee recommended approval).", *texts, "AND THE MOTION PASSED.", "Calendar 12")
    one = found[-1]
    assert (one.outcome, one.mover, one.seconder) == ("ADOPTED", "Wren", "Finch")
    assert (one.votes.names_in_favour, one.votes.names_against) == (("Dale", "Finch", "Wren"), ("Ives",))
    assert str(one.votes) == "3 for, 1 against, 0 abstained"
    assert [other.votes for other in found[:-1]] == [None] * (len(found) - 1)


def test_a_form_settles_the_bare_verdict_above_it():
    form = ("Moved by: Wren", "Seconded by: Finch", "Ayes: Dale, Finch - 2", "Nays: None", "Motion failed.")
    (found,) = decided("Approval of the minutes.", "APPROVED.", *form)
    assert (found.mover, str(found.votes)) == ("Wren", "2 for, 0 against")


def test_columns_of_yeas_and_nays_name_who_voted():
    rows = ("Yeas: | Nays: | Absent:", "Mayor J. Wren | R. Dale | T. Ives", "A. Finch | |")
    printed = [
        Paragraph("p0", "Motion made by A. Finch"),
        Paragraph("p1", "That the pier BE MENDED."),
        Paragraph("p2", "Vote:"),
        *(Paragraph(f"r{n}", row, kind="table") for n, row in enumerate(rows)),
        Paragraph("p3", "Motion Passed (2 to 1)"),
    ]
    (found,) = find_decisions(Item("i", "Pier", paragraphs=tuple(printed)))
    assert (found.outcome, found.mover) == ("MENDED", "A. Finch")
    assert (found.votes.names_in_favour, found.votes.names_against) == (("Mayor J. Wren", "A. Finch"), ("R. Dale",))
    assert str(found.votes) == "2 for, 1 against"


def test_a_count_in_brackets_below_a_resolution_is_its_vote():
    found = decided(
        "RESOLVED",
        "That planning permission be REFUSED for the following reason:",
        "The proposal would harm the area.",
        "(Voting: For 5, Against 2, Abstentions 1)",
    )
    assert [str(one.votes) for one in found] == ["5 for, 2 against, 1 abstained"]


def test_a_roll_call_names_who_voted_and_its_motion_is_the_one_before_it():
    (found,) = decided(
        "Council Member Orme moved to adopt Ordinance 12. Seconded by Brown. "
        "Roll call vote: Ayes: Brown, Dale, Orme. Nays: None. Motion passed."
    )
    assert (found.mover, found.seconder) == ("Council Member Orme", "Brown")
    assert (found.votes.names_in_favour, found.votes.against) == (("Brown", "Dale", "Orme"), 0)
    assert found.text.startswith("Council Member Orme moved")


def test_the_names_below_a_counted_vote_are_its_names():
    (found,) = decided(
        "MOVED Cr Green SECONDED Cr Brown",
        "That Council purchase a grader.",
        "CARRIED 2/1",
        "For: Cr Green, Cr Brown",
        "Against: Cr White",
    )
    assert str(found.votes) == "2 for, 1 against"
    assert (found.votes.names_in_favour, found.votes.names_against) == (("Cr Green", "Cr Brown"), ("Cr White",))


def test_who_proposed_and_who_abstained_behind_a_decision_are_told_of_it():
    (found,) = decided("It was agreed that £40 be given. Prop DV, 2nd LE, 7 agreed, BT and HN abstained.")
    assert (found.outcome, found.mover, found.seconder) == ("AGREED", "DV", "LE")
    assert (found.votes.in_favour, found.votes.names_abstained) == (7, ("BT", "HN"))


def test_a_resolution_printed_as_moved_in_parts_and_as_amended_is_counted_by_its_votes():
    def table(n):
        return (Paragraph(f"h{n}", "Yeas: | Nays:", kind="table"), Paragraph(f"r{n}", "A. Ash | B. Dale", kind="table"))

    def text(n, words):
        return Paragraph(f"t{n}", words, kind="clause" if words[0].islower() else "text")

    printed = (
        *(text(0, "Motion made by A. Ash"), text(1, "That the following actions be taken:")),
        *(
            text(2, "the road maps BE APPROVED;"),
            text(3, "The pier stands since 1910."),
            text(4, "the path maps BE APPROVED."),
        ),
        *(
            text(5, "Motion made by A. Ash"),
            text(6, "Motion to approve part a):"),
            text(7, "the road maps BE APPROVED;"),
        ),
        *(*table(1), text(8, "Motion Passed (1 to 1)")),
        *(
            text(9, "Motion made by A. Ash"),
            text(10, "Motion to approve part b):"),
            text(11, "the path maps BE APPROVED."),
        ),
        *(*table(2), text(12, "Motion Passed (1 to 1)")),
        *(text(13, "Motion made by A. Ash"), text(14, "Item 9, as amended, BE APPROVED.")),
        *(*table(3), text(15, "Motion Passed (1 to 1)"), text(16, "Item 9, as amended, reads as follows:")),
        *(text(17, "the road maps BE APPROVED;"), text(18, "the path maps BE APPROVED.")),
    )
    found = find_decisions(Item("i", "Maps", paragraphs=printed))
    assert [one.text for one in found] == [
        "Motion to approve part a):",
        "Motion to approve part b):",
        "Item 9, as amended, BE APPROVED.",
    ]
    assert [str(one.votes) for one in found] == ["1 for, 1 against"] * 3
    assert [clause.text for clause in found[-1].clauses] == ["the road maps BE APPROVED;", "the path maps BE APPROVED."]


def test_a_form_that_names_no_motion_shows_the_brief_of_its_item():
    form = ("MOVED BY: Wren", "SECONDED BY: Finch", "ACTION: Adopt", "YEAS: Dale, Finch - 2", "NAYS: 0")
    (found,) = decided("Brief:", "An ordinance to rename Pier Street.", *form, "AND THE MOTION PASSED.")
    assert (found.outcome, [clause.text for clause in found.clauses]) == (
        "ADOPTED",
        ["An ordinance to rename Pier Street."],
    )


def test_a_result_below_sides_without_names_is_no_name():
    (found,) = divisions(paragraphs("For (4)", "Against (9)", "Motion lost."))
    assert (found.at, found.verb, found.votes.names_against) == (2, "lost", ())


def test_a_decision_tells_where_it_was_settled():
    (one,) = decided("Mr Orr proposed, and Ms Lyle seconded the motion that", "“the kiosk be let.”", "Motion lost.")
    assert (one.outcome, one.paragraph_id, one.settled_in) == ("REFUSED", "p0", "p2")
    (one,) = decided("It was resolved that the kiosk be let.")
    assert one.settled_in is None


@pytest.mark.parametrize("nobody", ["None", "Nil.", "There were none.", "No Members", "No votes were cast against"])
def test_where_nobody_was_against_nobody_is_named_so(nobody):
    (found,) = divisions(paragraphs("For", "Councillors Wren, Finch and Teal", "Against", nobody, "Motion carried."))
    assert (found.votes.in_favour, found.votes.against, found.votes.names_against) == (3, 0, ())
    (told,) = decided(f"RESOLVED that the lido be opened. In favour: Wren, Finch. Against: {nobody}")
    assert told.votes.against in (0, None)
    assert told.votes.names_against == ()


def test_a_row_whose_no_the_page_tore_from_objection_is_none():
    def row(text):
        return find_decisions(Item("i", "Planning", paragraphs=(Paragraph("p1", text, kind="table"),)))

    assert not row("81/003 | Porch | 5 Mill Row, Fenby | No | Permission | Objection")
    (found,) = row("82/004 | Porch | 9 Mill Row, Fenby | Objection")
    assert found.outcome == "OBJECTION"
