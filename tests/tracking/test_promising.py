"""What of a clause, and of what was said before it, shows a promise or its owner: invented sentences."""

import pytest

from minutesnlp.records import Item, Paragraph
from minutesnlp.tracking import find_undertakings
from minutesnlp.tracking.undertakings.doings import verb_class
from minutesnlp.tracking.undertakings.hearing import MOVED, SUPPOSED, Roles
from minutesnlp.tracking.undertakings.promising import clauses_in
from minutesnlp.tracking.undertakings.surroundings import words_around


def item_of(*texts: str) -> Item:
    return Item(id="i", title="t", paragraphs=tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts)))


def seen_in(text: str) -> frozenset[str]:
    return frozenset().union(*(one.seen for one in clauses_in(text, "Ms Lund", decided=False)))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Dr Voss said that the trust would send the rota to the Clerk.", "Dr Voss"),
        ("Mr Fell said that Members would receive the plan of the ford by 3 May.", "Mr Fell"),
        ("Ms Voss promised the Panel that no well would be filled until the parish had been told.", "Ms Voss"),
        ("Mr Fell gave an undertaking to Mrs Voss that nobody would lose a plot.", "Mr Fell"),
        ("It was left with the Town Clerk to agree a day with them.", "Town Clerk"),
        ("It was arranged that Mr Fell should meet the owner at the ford.", "Mr Fell"),
        ("Cllr Voss asked that the tolls be sent to the Panel as well, and Ms Lund agreed.", "Ms Lund"),
        ("It was agreed that Cllr. P. Fell seek prices for the pump.", "Cllr. P. Fell"),
        ("It was resolved that the Clerk reply to the owner of the mill.", "Clerk"),
    ],
)
def test_who_gives_his_word_or_is_given_a_task(text, owner):
    assert [one.owner for one in find_undertakings(item_of(text), soft=True)] == [owner]


def test_a_clause_by_itself_hands_out_a_task_also_where_no_resolution_is_seen():
    text = "that the Head of Moors report to this Board on the state of the wells in April 2031."
    assert [one.owner for one in find_undertakings(item_of(text))] == ["Head of Moors"]
    assert not find_undertakings(item_of("The Head of Moors reported to this Board on the state of the wells."))


def test_two_tasks_agreed_in_one_paragraph_are_both_told():
    text = (
        "It was agreed that the Clerk would write to the mill about its weir. "
        "It was further agreed that Cllrs Fell and Voss would contact two firms for prices of the pump."
    )
    assert [one.owner for one in find_undertakings(item_of(text))] == ["Clerk", "Cllrs Fell and Voss"]


def test_a_request_heard_before_does_not_weaken_what_was_then_agreed():
    texts = ("Cllr Voss asked for the toll to be dropped.", "It was AGREED a letter be written to the Town Council.")
    assert [one.text for one in find_undertakings(item_of(*texts))] == [texts[1]]


@pytest.mark.parametrize(
    "text",
    [
        "With the Chair's leave it was agreed that the sixth matter would be taken at this stage of the evening.",
        "Cheques to be signed before the hall is locked.",
        "Mrs Fell, who had helped a chapel group to complete it, said that it was long.",
        "Cllr Voss would have left out the two that leaned.",
    ],
)
def test_what_is_done_at_once_or_was_done_is_no_promise(text):
    assert not find_undertakings(item_of(text), soft=True)


def test_what_is_looked_at_and_then_told_can_be_seen_done():
    (one,) = find_undertakings(item_of("The Engineer would review the ford and report to the Panel by 3 May."))
    assert one.hard


def test_what_is_only_supposed_or_moved_is_heard():
    roles = Roles(
        ["What would happen if it fell?", "She would close it.", "Cllr Voss moved:", "That this Council buys it."]
    )
    assert SUPPOSED in roles.heard_before(1)
    assert MOVED in roles.heard_before(3)
    assert roles.heard_before(2).isdisjoint((SUPPOSED, MOVED))


def test_for_whom_somebody_speaks_is_seen():
    assert "would, ours" in seen_in("Her client would plant a hedge.")
    assert "none until" in seen_in("Nobody would be moved until the roof was dry.")
    assert "proposed does" in seen_in("Mr Fell proposed to buy a pump.")


def test_the_words_around_a_clause_are_told_by_their_stems():
    text = "Ms Lund had it and would send Mr Fell 3 lists."
    assert words_around(text, text.index("would")) == {
        *(f"word {one}" for one in ("would", "send", "#", "list")),
        *(f"pair {one}" for one in ("would send", "send *", "* *", "* #", "# list")),
        *(f"led by {one}" for one in ("had", "it", "and")),
    }


@pytest.mark.parametrize(
    ("verb", "after", "passive", "of"),
    [
        ("followed", "by a second report", True, "state"),
        ("have", "left out the two", False, "state"),
        ("have", "it before the vote opened", False, "gets"),
        ("delay", "the form", False, "settled"),
    ],
)
def test_verbs_by_what_is_behind_them(verb, after, passive, of):
    assert verb_class(verb, after, passive=passive) == of
