"""Which decision lets a promise drop that it does not take up: invented items."""

import pytest

import minutesnlp as mn

PROMISE = "The Clerk agreed to write to the miller about his weir."
WELL = "RESOLVED: That the well cover be painted green."
TOLL = "RESOLVED: That the toll be raised by a groat."


def status(title, *texts):
    paragraphs = tuple(mn.Paragraph(f"p{n}", text) for n, text in enumerate(texts))
    return next(one.status for one in mn.find_undertakings(mn.Item("i", title, paragraphs=paragraphs)))


def test_an_item_with_one_decision_is_of_one_matter():
    assert status("The weir", PROMISE, "It was long discussed.", WELL) == "dropped"


@pytest.mark.parametrize("title", ["Matters arising", "Reports", "Correspondence", "Any other business"])
def test_under_a_title_of_many_matters_a_decision_on_another_drops_nothing(title):
    assert status(title, PROMISE, "It was long discussed.", WELL) == "open"


def test_among_decisions_on_many_matters_each_drops_its_own():
    others = (WELL, "The inn was spoken of.", TOLL)
    assert status("The village", PROMISE, *others) == "open"
    assert status("The village", PROMISE, *others, "Then the miller.", "RESOLVED: That the weir be noted.") == "dropped"


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed to defer this item to the next meeting.",
        "It was agreed that the weir would be deferred until the miller was home.",
        "It was agreed to refer this Motion to the Wells Panel.",
        "It was agreed that Councillor Voss would be appointed to the Board of the Mill.",
        "It was agreed to deal with the toll first.",
        "Councillors agreed to support the application.",
    ],
)
def test_what_a_vote_settles_is_no_task(text):
    assert not mn.find_undertakings(mn.Item("i", "The weir", paragraphs=(mn.Paragraph("p", text),)), soft=True)


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed to defer this item and that the Clerk would write to the miller.",
        "It was agreed that the Clerk would enquire whether the fair could be postponed.",
    ],
)
def test_a_vote_that_also_hands_out_a_task_does(text):
    assert mn.find_undertakings(mn.Item("i", "The weir", paragraphs=(mn.Paragraph("p", text),)))
