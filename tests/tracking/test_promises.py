"""Promises in many wordings: invented passages, some of which the weights were never learnt on."""

import datetime
import json
from itertools import combinations
from pathlib import Path

import pytest

from minutesnlp.records import Item, Paragraph
from minutesnlp.tracking import find_undertakings
from minutesnlp.tracking.undertakings.constructions import Clause, Promise
from minutesnlp.tracking.undertakings.due import due_in
from minutesnlp.tracking.undertakings.weights import weights

PASSAGES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "promises.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("use", "floor", "owners"), [("learn", 0.82, 0.8), ("check", 0.8, 0.9), ("fresh", 0.8, 0.7)])
def test_promises_are_found_in_many_wordings(use, floor, owners):
    right = told = wanted = known = owned = 0
    for n, one in enumerate(passage for passage in PASSAGES if passage["use"] == use):
        paragraphs = tuple(Paragraph(id=f"p{k}", text=text) for k, text in enumerate(one["paragraphs"]))
        found = list(find_undertakings(Item(id=f"i{n}", title="", paragraphs=paragraphs), soft=True))
        left = list(found)
        for promise in one["promised"]:
            same = [f for f in found if f.text in promise["text"] or promise["text"] in f.text]
            left = [f for f in left if f not in same]
            right += bool(same)
            if same and promise["owner"]:
                known += 1
                owned += (same[0].owner or "").split()[-1:] == promise["owner"].split()[-1:]
        told += len(left)
        wanted += len(one["promised"])
    assert 2 * right / (right + told + wanted) >= floor
    assert owned / known >= owners


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Ms Lund said that she would have the map by 1 May 2031 and would send the list by 8 May 2031.",
            ["Ms Lund said that she would have the map by 1 May 2031", "would send the list by 8 May 2031."],
        ),
        ("Mr Tarn would look at the drain and would write to both.", None),
    ],
)
def test_promises_of_one_sentence_are_told_apart_where_each_has_its_time(text, parts):
    found = find_undertakings(Item(id="i1", title="", paragraphs=(Paragraph(id="p1", text=text),)), soft=True)
    assert [one.text for one in found] == (parts or [text])
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("None, said the Chief Executive; eight were empty. Cllr Voss asked which. She would send a list.", "Chief"),
        ("Mr Tarn described the pond. Ms Lund replied that it leaked. He would write to the county.", "Mr Tarn"),
        ("It was put to the Engineer by Cllr Voss that it leaked. He would write to the county.", "Engineer"),
        ("In answer to Cllr Voss, who asked why, the Engineer said that it leaked. He would write.", "Engineer"),
        ("Mr Tarn was asked by Ms Lund about the pond. It leaked. He would write to the county.", "Mr Tarn"),
        ("Ms Achery, from the college, agreed to provide the numbers.", "Ms Achery"),
        (
            "The Section 151 Officer did not expect it to double. She would include a line in each report.",
            "Section 151",
        ),
        ("The Enforcement Officer promised to be there at five.", "Enforcement Officer"),
        (
            "The Director for Highways spoke of the pond. It was wet. He agreed to send the map.",
            "Director for Highways",
        ),
        ("Ms Lund thought that this could be done, and would confirm it in writing.", "Ms Lund"),
        ("Ms Lund said that funding would be sought. She undertook to write to the county.", "Ms Lund"),
        ("It was handed to the Chief Executive, who undertook to sign it.", "Chief Executive"),
        (
            "Cllr Voss asked for a count. Mr Tarn said that he had none. A copy would be sent to her on Monday.",
            "Mr Tarn",
        ),
        ("The Director, Harbour Services indicated that both matters would be raised with staff.", "Director"),
    ],
)
def test_he_and_she_are_who_answered(text, owner):
    (one,) = find_undertakings(Item(id="i1", title="", paragraphs=(Paragraph(id="p1", text=text),)), soft=True)
    assert (one.owner or "").startswith(owner)


def test_a_promise_weighs_alike_in_whatever_order_it_is_added_up():
    seen = frozenset(("due", "doubt", "does said", "does errand", "will does"))
    weight = Clause(seen, Promise(None, True)).weight
    assert weight == round(sum(weights().get(one, 0.0) for one in sorted(seen)) + weights()[""], 2)
    hundredths = {one: round(weight * 100) for one, weight in weights().items()}
    named = sorted(hundredths)[1:]
    evenly = next(each for each in combinations(named, 3) if sum(map(hundredths.get, each)) == -hundredths[""])
    assert Clause(frozenset(evenly), Promise(None, True)).weight == 0.0


@pytest.mark.parametrize(
    ("before", "text", "promised"),
    [
        ("Cllr Voss asked for the count to be sent to the Panel.", "Ms Lund agreed to this.", True),
        ("Ms Lund said that the count was low.", "Ms Lund agreed to this.", False),
        ("Cllr Voss wanted the list put on paper.", "It would be, Ms Lund confirmed, by the end of May.", True),
        ("The pump was wet.", "It would be, Ms Lund confirmed, by the end of May.", False),
    ],
)
def test_an_answer_promises_where_something_was_asked_for(before, text, promised):
    found = find_undertakings(Item(id="i1", title="", paragraphs=(Paragraph(id="p1", text=f"{before} {text}"),)))
    assert [one.text for one in found] == ([text] if promised else [])
    assert [one.owner for one in found] == (["Ms Lund"] if promised else [])


@pytest.mark.parametrize(
    "text",
    [
        "If the owner would send the deeds to the Clerk, the wall could stay.",
        "That was the best that Ms Lund would send to the Panel.",
        "Cllr Voss hoped that Ms Lund would write to every tenant.",
        '"I would send a letter to every tenant, were there a stamp in the house," he said.',
        'Cllr Voss moved: "That this Council would publish a list of wells on its website."',
        "Its rule was that the Clerk would write to every owner within a week.",
        "It is unlikely that the move will be completed before the September meeting.",
        "That approval be and is hereby given to the sale of the hall to Mr Fell, who will write.",
        "Attempts to contact him have failed.",
        "The contents of the report will be discussed at this meeting.",
        "The Clerk undertook to obtain the values, which were submitted to the last meeting.",
        "Cllr Voss requested an update on when the footpath at Elm Lane would be completed.",
    ],
)
def test_what_is_wished_ruled_unlikely_or_done_already_is_no_promise(text):
    found = find_undertakings(Item(id="i1", title="", paragraphs=(Paragraph(id="p1", text=text),)), soft=True)
    assert list(found) == []


def test_a_request_and_the_word_given_for_it_are_one_promise():
    text = (
        "The Chair asked her to write to the county and to copy the letter to the Panel. Ms Lund would do so by 3 May."
    )
    paragraph = Paragraph(id="p1", text=text)
    item = Item(id="i1", title="", paragraphs=(paragraph,), date=datetime.date(2031, 4, 1))
    (one,) = find_undertakings(item)
    assert (one.text, one.owner, one.due_text) == ("Ms Lund would do so by 3 May.", "Ms Lund", "3 May")


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Ms Lund would let Councillor ap Rhys have the map.", "Councillor ap Rhys"),
        ("Ms Lund would write to the Secretary of State about the pond.", "the Secretary of State"),
        ("The Clerk will write to both ward Members about the pond.", "both ward Members"),
        ("Ms Lund would look at the pond.", None),
    ],
)
def test_who_gets_what_is_promised(text, recipient):
    (one,) = find_undertakings(Item(id="i1", title="", paragraphs=(Paragraph(id="p1", text=text),)), soft=True)
    assert one.recipient == recipient


@pytest.mark.parametrize(
    ("told", "due_text", "due"),
    [
        ("that week", "that week", "2031-03-07"),
        ("before the week was out", "before the week was out", "2031-03-07"),
        ("the following day", "the following day", "2031-03-06"),
        ("before the clocks went forward", "before the clocks went forward", "2031-03-30"),
        ("before the clocks go back", "before the clocks go back", "2031-10-26"),
        ("in the week after Easter", "in the week after Easter", "2031-04-20"),
        ("before the clocks changed", "before the clocks changed", "2031-03-30"),
        ("before the month was out", "before the month was out", "2031-03-31"),
        ("before the weekend", "before the weekend", "2031-03-07"),
        ("by the weekend", "by the weekend", "2031-03-08"),
        ("this weekend", "this weekend", "2031-03-09"),
        ("the next morning", "the next morning", "2031-03-06"),
        ("on the 27th", "on the 27th", "2031-03-27"),
        ("on the 4th", "on the 4th", "2031-04-04"),
        ("by the Friday", "by the Friday", "2031-03-07"),
        ("inside a week", "inside a week", "2031-03-12"),
        ("before the New Year", "before the New Year", "2031-12-31"),
    ],
)
def test_a_time_reckoned_from_the_meeting(told, due_text, due):
    assert due_in(f"Ms Lund would write to both {told}.", datetime.date(2031, 3, 5)) == (due_text, due)


@pytest.mark.parametrize(
    "told",
    [
        "on the 4th floor",
        "on the 10th anniversary",
        "by the 2nd week of it",
        "on the 2nd and 4th Saturday",
        "by the 1st team",
    ],
)
def test_a_number_of_something_else_is_no_day(told):
    assert due_in(f"Ms Lund would meet her {told}.", datetime.date(2031, 3, 5))[1] is None


def test_a_time_told_before_the_promise_in_its_own_clause():
    text = "Ms Lund gave her word that by the end of March every tenant would be rung."
    assert due_in(text, datetime.date(2031, 3, 5), at=text.index("would")) == ("by the end of March", "2031-03-31")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Ms Lund gave the Councillor her word that an engineer would meet him at the gate.", "Ms Lund"),
        ("Mr Orr promised that the Clerk would write to the owner.", "Mr Orr"),
        ("The Chair, who had seen the wall, gave Councillor Voss an assurance that he would have a copy.", "Chair"),
        (
            "All cards would be cancelled by Monday, said the Director of Finance, and new ones sent out.",
            "Director of Finance",
        ),
        ("The Transport Officer had a list of every late bus and was to send it to the heads.", "Transport Officer"),
        ("The roof leaked at Ballard Lane and the Clerk agreed to write to the owner.", "Clerk"),
        ("Ms Lund was requested by the Chair of the Panel to let every tenant know in writing.", "Ms Lund"),
        ("Councillor Voss volunteered for the Tuesdays.", "Councillor Voss"),
        ("Ms Lund thought well of Hessle Garth and undertook to write to the tenants.", "Ms Lund"),
    ],
)
def test_who_gives_the_word_is_the_owner(text, owner):
    (one,) = find_undertakings(Item(id="i1", title="", paragraphs=(Paragraph(id="p1", text=text),)), soft=True)
    assert one.owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk would chase the grant, as six lamps had failed since the beginning of the year.",
        "The Clerk would buy two lamps, since £300 stood in the 2030/31 budget.",
    ],
)
def test_a_time_that_is_past_or_a_budget_is_of_is_no_time_to_do_anything_by(text):
    assert due_in(text, datetime.date(2030, 6, 4)) == (None, None)
