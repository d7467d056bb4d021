"""A line that tells only who moved and how it went, as American towns print it, and what was moved."""

import pytest

import minutesnlp as mn

WHO = "Motion: Oxley  Second: Varn  Vote: 5-0"
BID = "Motion to approve the bid of Teal Paving for $41,200."


def item_of(*texts):
    paragraphs = tuple(mn.Paragraph(f"p{n}", text, item_id="i", line=n + 1) for n, text in enumerate(texts))
    return mn.Item("i", "Roads", paragraphs=paragraphs)


def told(*texts):
    found = mn.find_decisions(item_of(*texts))
    return [(one.outcome, one.mover, one.seconder, str(one.votes), [c.text for c in one.clauses]) for one in found]


@pytest.mark.parametrize(
    ("beside", "matter"),
    [
        (BID, BID),
        ("The Board heard a motion to approve the bid of Teal Paving.", None),
        ("Request to approve the bid of Teal Paving", None),
        ("The Superintendent recommends the Board approve the bid of Teal Paving.", None),
        ("Approve Resolution 32-9 accepting the bid of Teal Paving.", None),
        (
            "Two bids came in. Mr. Cray asked for approval of the lower one. He leaves in May.",
            "Mr. Cray asked for approval of the lower one.",
        ),
    ],
)
@pytest.mark.parametrize("who", [WHO, "Motion by Oxley, second by Varn. Vote 5-0. Motion carried."])
def test_what_was_moved_stands_in_the_paragraph_above(who, beside, matter):
    assert told(beside, who) == [("CARRIED", "Oxley", "Varn", "5 for, 0 against", [matter or beside])]


def test_what_was_moved_stands_in_the_paragraph_below():
    assert told(WHO, BID) == [("CARRIED", "Oxley", "Varn", "5 for, 0 against", [BID])]
    lines = ("Motion by Oxley, second by Varn.", "Ayes: Oxley, Varn. Nays: None. Motion carried.", "To buy a plough.")
    assert told(*lines)[0][-1] == ["To buy a plough."]


@pytest.mark.parametrize("below", [True, False])
def test_of_several_lines_each_has_its_own_matter(below):
    matters = "To pay the bills of $4,100.", "To approve the plat of Elm Court."
    lines = WHO, "Motion: Varn  Second: Pike  Vote: 4-1"
    pairs = zip(lines, matters, strict=True) if below else zip(matters, lines, strict=True)
    found = told(*(text for pair in pairs for text in pair))
    assert [(mover, clauses) for _, mover, _, _, clauses in found] == [("Oxley", [matters[0]]), ("Varn", [matters[1]])]


@pytest.mark.parametrize(
    "texts",
    [
        ("The roads are bad. Mr. Teal spoke for twenty minutes.", WHO),
        # what was moved stands in the line itself
        ("The Clerk asked the Board to approve the bid.", "Motion by Oxley to buy salt, second by Varn. Vote 5-0."),
        # somebody else moved that
        ("Pike moved to approve the plat, seconded by Varn. Carried.", WHO),
    ],
)
def test_what_does_not_name_what_was_moved_is_none_of_it(texts):
    assert told(*texts)[-1][-1] == []


def test_mover_seconder_and_vote_each_on_its_line():
    found = told("Approve the plat of Elm Court.", "Motion: Oxley", "Second: Varn", "Vote: 5-0")
    assert found == [("CARRIED", "Oxley", "Varn", "5 for, 0 against", ["Approve the plat of Elm Court."])]


def test_what_the_superintendent_recommends_the_board_has_not_done():
    assert told("The Superintendent recommends the Board approve the contract with Teal Paving.") == []
    assert told("The Board approves the contract with Teal Paving.") != []


INTRODUCED = "RESOLUTION 32-15 was introduced by Ray, who moved its adoption; seconded by Hill."


@pytest.mark.parametrize(
    ("call", "votes"),
    [
        ("Roll call: Ayes: Ray, Hill. Nays: Cole. Absent: 0.", "2 for, 1 against"),
        ("Roll call: Ayes: 5. Nays: 0. Absent: 0.", "5 for, 0 against"),
    ],
)
def test_a_resolution_is_of_who_introduced_it_and_begins_with_its_number(call, votes):
    for texts in ((INTRODUCED, call), (f"{INTRODUCED} {call}",)):
        item = item_of(*texts)
        (found,) = mn.find_decisions(item)
        assert (found.outcome, found.mover, found.seconder, str(found.votes)) == ("CARRIED", "Ray", "Hill", votes)
        assert found.text.startswith("RESOLUTION 32-15 was introduced")
        assert list(mn.find_undertakings(item)) == []


def test_a_bill_that_was_introduced_by_somebody_was_not_moved_by_him():
    assert told("The scheme was introduced by Ray in 2019. It was agreed to end it.")[0][1] is None


@pytest.mark.parametrize(("for_it", "against", "fate"), [(5, 0, "carried"), (2, 3, "failed")])
@pytest.mark.parametrize("said", ["", " Motion {}."])
def test_a_vote_counted_below_a_motion_with_its_fate_is_no_second_decision(said, for_it, against, fate):
    motion = "Motion by Ray, second by Hill, to accept the bid of Oak Ltd." + said.format(fate)
    found = told(motion, f"Ayes: {for_it}. Nays: {against}. Absent: 0. Motion {fate}.")
    outcome = "CARRIED" if fate == "carried" else "REFUSED"
    assert found == [(outcome, "Ray", "Hill", f"{for_it} for, {against} against", [])]


def test_a_vote_that_went_the_other_way_is_of_something_else():
    first = "Motion by Ray, second by Hill, to accept the bid of Oak Ltd. Motion carried."
    outcomes = [one[0] for one in told(first, "Ayes: 2. Nays: 3. Absent: 0. Motion failed.")]
    assert outcomes == ["CARRIED", "REFUSED"]


@pytest.mark.parametrize(
    "text",
    [
        "The schedule was approved. Proposer: Mr Ash. Seconder: Dr Oak.",
        "The schedule was approved. Moved by: Mr Ash. Seconded by: Dr Oak. In favour: Ms Elm. Against: Mr Fir.",
    ],
)
def test_who_moved_and_who_seconded_in_two_sentences_behind_it_are_both_told(text):
    item = mn.Item("i", "Payments", paragraphs=(mn.Paragraph("p", text),))
    assert [(one.mover, one.seconder) for one in mn.find_decisions(item)] == [("Mr Ash", "Dr Oak")]


def test_a_division_called_on_what_was_lost_is_its_vote_and_no_second_decision():
    texts = ("MOVED: Cr Ash", "SECONDED: Cr Oak", "That it be adopted.", "The motion was put and LOST.", "DIVISION")
    sides = ("For: Crs Ash and Oak", "Against: Crs Elm, Fir and Yew", "The Mayor declared the motion LOST.")
    item = item_of(*texts, *sides)
    item = mn.Item(
        "i",
        "Roads",
        paragraphs=tuple(
            mn.Paragraph(p.id, p.text, item_id="i", line=p.line, kind="heading" if p.text == "DIVISION" else "text")
            for p in item.paragraphs
        ),
    )
    found = mn.find_decisions(item)
    assert [(one.outcome, one.mover, one.votes.in_favour, one.votes.against) for one in found] == [
        ("REFUSED", "Cr Ash", 2, 3)
    ]


def test_the_comments_with_which_a_matter_is_referred_back_are_of_the_resolution():
    opening = "RESOLVED: That it be referred back to the Cabinet with the following comments:"
    parts = (mn.Paragraph("a", opening), mn.Paragraph("b", "that the charge be £25.", number="1", kind="clause"))
    (found,) = mn.find_decisions(mn.Item("i", "Fees", paragraphs=parts))
    assert [clause.text for clause in found.clauses] == ["that the charge be £25."]
