"""Verdicts, movers and bodies in the words of other chambers, and whose motion a verdict is on."""

import pytest

import minutesnlp as mn


def item_of(*texts):
    paragraphs = tuple(mn.Paragraph(f"p{n}", text, item_id="i", line=n + 1) for n, text in enumerate(texts))
    return mn.Item("i", "Business", paragraphs=paragraphs)


def told(*texts):
    return [(one.outcome, one.mover, one.seconder, str(one.votes or "")) for one in mn.find_decisions(item_of(*texts))]


MOVED = ("Moved: Cr Keane  Seconded: Cr Farrow", "That Council raises the fee to $38.")


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("MOTION PUT AND CARRIED 5/1", ("CARRIED", "5 for, 1 against")),
        ("MOTION PUT AND LOST 2/4", ("REFUSED", "2 for, 4 against")),
        ("Disposition: Carried", ("CARRIED", "")),
        ("CARRIED 16.3.4", ("CARRIED", "")),
        ("Roll call vote: all yes.", ("CARRIED", "")),
    ],
)
def test_a_verdict_in_other_words_settles_the_motion_above_it(verdict, expected):
    outcome, votes = expected
    assert told(*MOVED, verdict) == [(outcome, "Cr Keane", "Cr Farrow", votes)]


def test_an_amendment_that_was_put_and_lost_leaves_the_motion_to_its_own_verdict():
    amended = (
        "AMENDMENT",
        "Moved: Cr Stacey  Seconded: Cr Bolt",
        "That the figure be $35.",
        "AMENDMENT PUT AND LOST 2/4",
    )
    found = told(*MOVED, *amended, "MOTION PUT AND CARRIED 5/1")
    assert sorted(found) == [
        ("CARRIED", "Cr Keane", "Cr Farrow", "5 for, 1 against"),
        ("REFUSED", "Cr Stacey", "Cr Bolt", "2 for, 4 against"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED Sowry/Edlin: That the apology be accepted. CARRIED 16.3.1",
        "Moved Sowry, seconded Edlin: That the apology lie on the table until May. CARRIED 16.3.1",
        "Mr. Sowry made a motion to accept the apology, Mr. Edlin seconded, all yes.",
    ],
)
def test_what_is_moved_and_carried_in_one_breath_is_one_decision(text):
    (found,) = mn.find_decisions(item_of(text))
    assert [name.removeprefix("Mr. ") for name in (found.mover, found.seconder)] == ["Sowry", "Edlin"]
    assert "apology" in found.text


def test_a_fraction_behind_a_resolution_names_nobody():
    assert told("RESOLVED Income/Expenditure be noted.")[0][1:3] == (None, None)


def test_not_everything_that_all_said_yes_to_is_carried():
    assert told("The children were asked whether they liked the slide. They all said yes.") == []


def test_a_roll_call_by_name_settles_the_motion_in_its_paragraph():
    text = "Mr. Hale moved to buy a mower. Mr. Ingram seconded. Roll call: Hale, yes; Ingram, yes; Dorsett, no."
    assert told(text) == [("CARRIED", "Mr. Hale", "Mr. Ingram", "2 for, 1 against")]


def test_the_vote_between_a_motion_and_its_verdict_is_its_own():
    lines = (*MOVED, "Recorded vote: Yea: Keane, Farrow. Nay: Stacey, Bolt, Moulds.", "Defeated")
    assert told(*lines) == [("REFUSED", "Cr Keane", "Cr Farrow", "2 for, 3 against")]


def test_the_acts_of_a_board_that_decides_by_a_majority_are_one_decision():
    lead = "On being proposed by the Mayor and seconded by Cllr Marsh the Board by a majority (4 in favour, 1 against):"
    acts = (
        "A. Approved the outline case;",
        "B. Delegated authority to the Director to begin the audit; and",
        "C. Noted the dates.",
    )
    (found,) = mn.find_decisions(item_of(lead, *acts))
    assert (found.mover, found.seconder, str(found.votes)) == ("the Mayor", "Cllr Marsh", "4 for, 1 against")
    assert [clause.number for clause in found.clauses] == ["A", "B", "C"]


@pytest.mark.parametrize(
    "fate",
    [
        "With two voting for and three against, the amendment fell.",
        "On a vote, 2 were in favour and 3 against; the majority was not reached and the motion was not carried.",
    ],
)
def test_a_sentence_that_ends_on_the_fate_of_a_motion_holds_the_motion(fate):
    what = fate.rpartition(" the ")[2].split()[0]
    moved = f"Councillor Farr moved {'an amendment' if what == 'amendment' else ''} that the levy be cut.".replace(
        "  ", " "
    )
    (found,) = mn.find_decisions(item_of(f"{moved} Councillor Chand seconded. {fate}"))
    assert (found.outcome, found.mover, str(found.votes)) == ("REFUSED", "Councillor Farr", "2 for, 3 against")
    assert [clause.text for clause in found.clauses] == [moved]


def test_a_panel_that_had_considered_something_resolves():
    text = "The Panel, having considered the precept, resolved by 4 votes to 3 to support it."
    assert told(text) == [("RESOLVED", None, None, "4 for, 3 against")]


def test_the_motion_its_mover_spoke_to_is_a_clause_of_what_became_of_it():
    notice = "“That this Council writes to the Minister for a bus.”"
    spoke = "Cllr. Orr in proposing his motion said it was bad. Cllr. Hay seconded it. The motion was agreed."
    (found,) = mn.find_decisions(item_of(notice, spoke))
    assert (found.mover, [clause.text for clause in found.clauses]) == ("Cllr. Orr", [notice])
    agreed = "In proposing the motion Cllr. Orr spoke of the rain and it was agreed to meet again in May."
    assert [clause.text for one in mn.find_decisions(item_of(notice, agreed)) for clause in one.clauses] == []


def test_a_verdict_on_one_members_proposal_is_not_on_anothers():
    text = (
        "Cllr Rees proposed a rise of 4%, Cllr Tudor seconded. Cllr Vale proposed 6%, seconded by Cllr Pugh. Upon a "
        "vote, Cllr Vale's proposal: 2 for, 3 against – lost. Cllr Rees's proposal: 3 for, 2 against – carried. "
        "RESOLVED: that the precept be £18,720."
    )
    lost, carried = mn.find_decisions(item_of(text))
    assert (lost.outcome, lost.mover, lost.clauses) == ("REFUSED", "Cllr Vale", ())
    assert (carried.outcome, carried.mover, str(carried.votes)) == ("RESOLVED", "Cllr Rees", "3 for, 2 against")


@pytest.mark.parametrize(
    "said",
    [
        "As there was no seconder to Cllr Moss’s proposal it was agreed to meet in the hall.",
        "On the proposal of Cllr Moss, seconded by Cllr Dale, this proposal was agreed.",
    ],
)
def test_who_is_named_beside_a_motion_need_not_be_its_mover(said):
    moved = "Cllr Ash proposed that the District meet in the hall. This was seconded by Cllr Birch."
    (found,) = mn.find_decisions(item_of(moved, "Cllr Moss proposed the school.", said))
    assert [clause.text for clause in found.clauses][:1] != []


def test_who_moved_a_list_of_payments_stands_below_it():
    lines = ("It was resolved to pay the following:", "Reading Room, hire, £24.00", "Norfolk Skips, £180.00")
    assert told(*lines, "Prop. Cllr Wray, sec. Cllr Venn. Carried.") == [("RESOLVED", "Cllr Wray", "Cllr Venn", "")]


def test_a_main_motion_that_was_put_is_in_the_resolution_that_follows():
    moved = "It was MOVED by Councillor Dacre, SECONDED by Councillor Lomax, that Option 2 be adopted."
    amended = "An AMENDMENT was MOVED by Councillor Gould, SECONDED by Councillor Jessop, that it be referred back."
    lost = "Upon the amendment being put, 2 Members voted for and 3 against. The amendment was declared LOST."
    put = (
        "Upon the original motion being put to the meeting, 3 Members voted for and 2 against, whereupon it was "
        "RESOLVED – That Option 2 be adopted from 1 June 2032."
    )
    assert told(moved, amended, lost, put) == [
        ("REFUSED", "Councillor Gould", "Councillor Jessop", "2 for, 3 against"),
        ("RESOLVED", "Councillor Dacre", "Councillor Lomax", "3 for, 2 against"),
    ]
