"""What the meeting did, and what it was only told: noted facts, what was put off before, general assent."""

import pytest

import minutesnlp as mn


def outcomes(*texts):
    paragraphs = tuple(mn.Paragraph(f"p{n}", text, item_id="i", line=n + 1) for n, text in enumerate(texts))
    return [one.outcome for one in mn.find_decisions(mn.Item("i", "Business", paragraphs=paragraphs))]


@pytest.mark.parametrize(
    "text",
    [
        "It was noted that the courses were postponed because of the snow.",
        "It was noted that the visit to the Hale (Lower) and Mill (Upper) was postponed.",
        "Members noted that the plan had gone to the county and was subsequently approved.",
        "Cllr Rook noted that the charter was adopted by members in the spring.",
        "The Chair said that the fence would be deferred until the plan was printed.",
        "The Clerk advised that the application was deferred by the county.",
        "An earlier request from the rowing club was read which was postponed in the flood.",
        "This motion was deferred from the May meeting.",
        "Items 3 were deferred from the May meeting.",
    ],
)
def test_what_was_only_noted_or_told_decides_nothing(text):
    assert outcomes(text) == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("This motion was deferred to the June meeting.", "DEFERRED"),
        ("It was noted that the lamp was out and the purchase of a lamp was approved.", "APPROVED"),
        ("It was noted that the mover was away, and it was agreed to defer the item.", "DEFERRED"),
    ],
)
def test_what_the_meeting_did_beside_what_it_noted_is_a_decision(text, outcome):
    assert outcomes(text) == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "There was general assent that the lamp be mended.",
        "There was general assent among members to the Clerk’s proposal.",
        "There was unanimous consent to the sale.",
    ],
)
def test_general_assent_agrees(text):
    assert outcomes(text) == ["AGREED"]


@pytest.mark.parametrize(
    "text", ["There was general assent that the lamp was ugly.", "There was no assent to the sale of the mill."]
)
def test_assent_to_a_view_and_no_assent_agree_to_nothing(text):
    assert outcomes(text) == []
