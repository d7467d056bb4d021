import json
from pathlib import Path

import pytest

from minutesnlp.records import Corpus, Item, Meeting, Paragraph
from minutesnlp.tracking import find_decisions

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
]


def item_of(case, item_id="i1"):
    paragraphs = tuple(
        Paragraph(
            id=f"p{n}",
            text=p["text"],
            number=p.get("number"),
            kind=p.get("kind", "text"),
            section=p.get("section", "minutes"),
            item_id=item_id,
        )
        for n, p in enumerate(case["paragraphs"])
    )
    return Item(id=item_id, title="Anything", paragraphs=paragraphs)


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['rule'].replace(' ', '-')}" for n, case in enumerate(CASES)])
def test_what_was_decided_is_found_as_it_is_printed(case):
    found = find_decisions(item_of(case))
    assert [d.outcome for d in found] == [d["outcome"] for d in case["decisions"]]
    for decision, expected in zip(found, case["decisions"], strict=True):
        assert decision.text.startswith(expected["opens"])
        assert [clause.text for clause in decision.clauses] == expected["clauses"]
        assert decision.routine is expected.get("routine", False)
        if "mover" in expected:
            assert (decision.mover, decision.seconder) == (expected["mover"], expected["seconder"])
        if "votes" in expected:
            votes = decision.votes
            assert [votes.in_favour, votes.against, votes.abstained] == expected["votes"]
        if "amendment" in expected:
            assert decision.amendment
        if "casting" in expected:
            assert decision.votes.casting_vote


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_every_finding_stands_at_its_offsets(case):
    item = item_of(case)
    text_of = {p.id: p.text for p in item.paragraphs}
    for decision in find_decisions(item):
        assert text_of[decision.paragraph_id][decision.start : decision.end] == decision.text
        assert decision.end == len(text_of[decision.paragraph_id])
        assert decision.item_id == item.id
        for clause in decision.clauses:
            assert text_of[clause.paragraph_id][clause.start : clause.end] == clause.text
        if decision.votes:
            assert 0 <= decision.votes.start < decision.votes.end <= len(text_of[decision.votes.paragraph_id])


def test_a_meeting_and_a_corpus_give_their_items_decisions_in_order():
    items = tuple(item_of(case, f"i{n}") for n, case in enumerate(CASES[:4]))
    meeting = Meeting(id="m1", items=items)
    outcomes = [d.outcome for d in find_decisions(meeting)]
    assert outcomes == ["AGREED", "RESOLVED", "ORDERED", "RECOMMENDED"]
    assert [d.outcome for d in find_decisions(Corpus([meeting, meeting]))] == outcomes * 2


def test_a_meeting_without_items_is_read_front_and_back():
    front = (Paragraph(id="f", text="RESOLVED that the hall be let.", section="front"),)
    assert [d.outcome for d in find_decisions(Meeting(id="m", front=front))] == ["RESOLVED"]


def test_what_stands_around_the_items_of_a_meeting_is_read_in_its_place_and_is_of_no_item():
    front = (
        Paragraph(id="a", text="RESOLVED that the bell be rung.", section="agenda"),
        Paragraph(id="f", text="RESOLVED that the hall be let.", section="front"),
    )
    back = (Paragraph(id="b", text="AGREED to meet at the mill in May.", section="back"),)
    item = Item(id="i", title="Gate", paragraphs=(Paragraph(id="p", text="The gate was REFUSED.", item_id="i"),))
    found = find_decisions(Meeting(id="m", front=front, items=(item,), back=back))
    assert [(d.paragraph_id, d.item_id) for d in found] == [("f", None), ("p", "i"), ("b", None)]


def test_what_is_neither_item_meeting_nor_corpus_is_refused_by_name():
    with pytest.raises(TypeError, match=r"not in str\. Of a string read_text"):
        find_decisions("AGREED that the plan be noted.")


def test_an_item_without_paragraphs_has_no_decisions():
    assert len(find_decisions(Item(id="i", title="Nothing"))) == 0


WORDINGS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "wordings.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", WORDINGS, ids=[case["said"][-1][:60] for case in WORDINGS])
def test_a_wording_decides_or_does_not(case):
    said = ["The Head of Parks presented the paper.", *case["said"]]
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(said))
    found = find_decisions(Item(id="i1", title="Grounds", paragraphs=paragraphs))
    assert [decision.outcome for decision in found] == case["outcomes"]


def test_a_title_decides_on_the_list_below_it():
    listed = ("Ash & Sons, lamps £40.00", "Birch, gravel £60.00", "The pond had been cleared by the school.")
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(listed))
    (decision,) = find_decisions(Item(id="i1", title="The following payments were agreed", paragraphs=paragraphs))
    assert (decision.outcome, decision.found_by, decision.text) == ("AGREED", "title", listed[0])
    assert [clause.text for clause in decision.clauses] == [listed[1]]
    assert not find_decisions(Item(id="i2", title="The following payments were agreed", paragraphs=paragraphs[2:]))
    assert not find_decisions(Item(id="i3", title="To approve the payments", paragraphs=paragraphs))


def test_a_list_under_its_title_goes_before_what_was_decided_below_it():
    listed = (
        "Ash & Sons, lamps £40.00",
        "Birch, gravel £60.00",
        "Current account £900.00",
        "It was agreed to buy a bench.",
    )
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(listed))
    first, second = find_decisions(Item(id="i1", title="The following payments were agreed", paragraphs=paragraphs))
    assert (first.found_by, first.text, [clause.text for clause in first.clauses]) == ("title", listed[0], [listed[1]])
    assert second.text == listed[3]


@pytest.mark.parametrize(
    ("council", "outcomes"), [("Elmstead Parish Council", []), ("Elmstead Community Council", ["AGREED"])]
)
def test_initials_are_those_of_the_body_that_meets_or_of_a_person(council, outcomes):
    paragraph = Paragraph(id="p1", text="CC agreed to look at the lamp.")
    item = Item(id="i1", title="Lamps", paragraphs=(paragraph,), council=council)
    assert [decision.outcome for decision in find_decisions(item)] == outcomes


@pytest.mark.parametrize(
    "said", ["ECC has agreed to keep the museum as a member.", "ECC agreed to keep the museum as a member."]
)
def test_a_council_is_known_by_its_initials(said):
    item = Item(
        id="i1", title="Museum", paragraphs=(Paragraph(id="p1", text=said),), council="Elmstead Community Council"
    )
    assert [decision.outcome for decision in find_decisions(item)] == ["AGREED"]
    other = Item(id="i1", title="Museum", paragraphs=(Paragraph(id="p1", text=said),), council="Wend Community Council")
    assert not find_decisions(other)


@pytest.mark.parametrize(
    ("title", "routine"),
    [
        ("Approval of the minutes of 4 May", True),
        ("2. Minutes", True),
        ("Mill House", False),
        ("Minutes secretary", False),
    ],
)
def test_a_bare_verdict_under_the_title_of_the_minutes_is_routine(title, routine):
    paragraph = Paragraph(id="p1", text="Prop. Cllr Rook, 2nd Cllr Dunn, all agreed.")
    (decision,) = find_decisions(Item(id="i1", title=title, paragraphs=(paragraph,)))
    assert decision.routine is routine


@pytest.mark.parametrize(
    ("title", "rows", "outcomes"),
    [
        ("Planning decision", ["Community Centre - Change of use to a mill -refused."], []),
        # what the district decided stands in the minutes of a parish among what it has not decided yet
        ("Planning", ["24/0071 – Mill House – Approved", "24/0084 – Ferry Barn – Awaiting decision"], []),
        ("Planning Decisions", ["Application for a porch at Mill House - refused."], []),
        ("Planning", ["24/0071 | Porch | Mill House | Objection | Withdrawn"], []),
        ("Planning", ["Application for a porch at Mill House - refused by Parish"], ["REFUSED"]),
        ("Planning", ["Application for a porch at Mill House - refused"], ["REFUSED"]),
    ],
)
def test_what_a_planning_authority_decided_is_none_of_a_parish(title, rows, outcomes):
    rows = tuple(Paragraph(id=f"p{n}", text=row) for n, row in enumerate(rows))
    item = Item(id="i1", title=title, paragraphs=rows, council="Millbridge Parish Council")
    assert [one.outcome for one in find_decisions(item)] == outcomes


def test_a_bare_resolved_has_who_moved_it_and_the_vote_from_its_only_clause():
    clause = (
        "That the lido be let. (Cllr Gail Ash proposed, Cllr Kit Birch seconded, eight in favour and one abstained)."
    )
    paragraphs = (Paragraph(id="p0", text="RESOLVED:"), Paragraph(id="p1", text=clause, kind="bullet"))
    (decision,) = find_decisions(Item(id="i1", title="Lido", paragraphs=paragraphs))
    assert (decision.mover, decision.seconder) == ("Cllr Gail Ash", "Cllr Kit Birch")
    assert str(decision.votes) == "8 for, 1 abstained"


def test_a_line_that_leads_to_views_is_no_decision_beside_them():
    opening = "It was agreed to submit the following observations to the O.C.C. Planning Department:"
    rows = ("E/31822 | A barn at Weir Farm | No Objections", "E/31830 | A porch at Mill Lane | No Objections")
    texts = [
        Paragraph(id="p0", text=opening),
        *(Paragraph(id=f"r{n}", text=t, kind="table") for n, t in enumerate(rows)),
    ]
    found = find_decisions(Item(id="i1", title="Planning", paragraphs=tuple(texts)))
    assert [(one.outcome, one.text) for one in found] == [("NO OBJECTION", row) for row in rows]
    # where nothing is told below it, it is all that was decided
    (alone,) = find_decisions(Item(id="i1", title="Planning", paragraphs=tuple(texts[:1])))
    assert alone.outcome == "AGREED"
