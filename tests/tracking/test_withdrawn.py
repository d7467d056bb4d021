"""Motions that were withdrawn, and amendments whose mover and seconder stand in sentences of their own."""

import pytest

import minutesnlp as mn


def item_of(*texts):
    paragraphs = tuple(mn.Paragraph(f"p{n}", text, item_id="i", line=n + 1) for n, text in enumerate(texts))
    return mn.Item("i", "The pond", paragraphs=paragraphs)


MOVED = "Councillor Ash moved that the pond be drained, seconded by Councillor Birch."


@pytest.mark.parametrize(
    "said",
    [
        "Cllr Ash confirmed that the motion was withdrawn.",
        "After a short debate, Councillor Ash indicated that his motion was now withdrawn.",
        "The motion stood withdrawn.",
        "With the consent of the meeting Councillor Ash withdrew the motion.",
    ],
)
def test_a_motion_that_its_mover_confirms_is_withdrawn(said):
    (found,) = mn.find_decisions(item_of(MOVED, said))
    assert (found.outcome, found.mover, found.seconder) == ("WITHDRAWN", "Councillor Ash", "Councillor Birch")
    assert [clause.text for clause in found.clauses] == [MOVED]


@pytest.mark.parametrize(
    "said",
    [
        "The Clerk confirmed that the motion was withdrawn at the last meeting.",
        "Cllr Ash confirmed that the motion was withdrawn at the last meeting.",
        "Cllr Ash confirmed that the application was withdrawn.",
        "The Mayor asked whether the motion was withdrawn.",
        "Cllr Ash said that he might withdraw the motion.",
    ],
)
def test_what_is_told_of_another_day_or_of_others_withdraws_nothing(said):
    assert list(mn.find_decisions(item_of(said))) == []


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Councillor A moved an amendment to delete paragraph 3. Councillor B seconded. The amendment was put to "
            "the vote and lost by 4 to 9.",
        ),
        (
            "An amendment was moved by Councillor A: delete paragraph 3.",
            "Seconded by Councillor B",
            "The amendment, on being put to the vote, was lost by four votes to nine.",
        ),
        (
            "Councillor A moved an amendment to delete paragraph 3.",
            "Councillor B seconded the amendment.",
            "The amendment was put and was lost by four to nine.",
        ),
    ],
)
def test_an_amendment_that_was_put_and_lost_holds_what_was_moved(texts):
    (found,) = mn.find_decisions(item_of(*texts))
    assert (found.outcome, found.amendment) == ("REFUSED", True)
    assert (found.mover, found.seconder, str(found.votes)) == ("Councillor A", "Councillor B", "4 for, 9 against")
    assert "delete paragraph 3" in " ".join(clause.text for clause in found.clauses)


def test_each_of_an_amendment_and_its_motion_has_the_count_told_of_it():
    text = (
        "Councillor Orr moved that the report be approved. Councillor Hay seconded. Councillor Ash moved an amendment "
        "to delete paragraph 3. Councillor Birch seconded. The amendment was put to the vote and lost by 4 to 9. The "
        "motion was then put and carried by 9 to 4."
    )
    told = [(one.outcome, one.mover, str(one.votes)) for one in mn.find_decisions(item_of(text))]
    assert told == [
        ("REFUSED", "Councillor Ash", "4 for, 9 against"),
        ("CARRIED", "Councillor Orr", "9 for, 4 against"),
    ]
