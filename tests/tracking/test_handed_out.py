"""Tasks that the clauses of a resolution hand out, and what they do not."""

import pytest

import minutesnlp as mn


def item_of(*texts):
    paragraphs = tuple(mn.Paragraph(f"p{n}", text, item_id="i", line=n + 1) for n, text in enumerate(texts))
    return mn.Item("i", "Business", paragraphs=paragraphs)


def owners(*texts):
    return [one.owner for one in mn.find_undertakings(item_of(*texts))]


@pytest.mark.parametrize(
    ("clause", "owner"),
    [
        (
            "2. Requests the Chief Executive Officer to report on the trade-in value by 31 March 2032.",
            "Chief Executive Officer",
        ),
        ("2. Instructs the Clerk to write to the owner.", "Clerk"),
        ("2. Declines to sell the grader.", None),
        ("2. Requests the Chief Executive Officer to note the fee.", None),
    ],
)
def test_a_clause_that_requests_somebody_to_do_something(clause, owner):
    texts = ("That Council:", "1. Keeps the grader; and", clause, "CARRIED 5/1")
    assert owners(*texts) == ([owner] if owner else [])


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("And further that staff report on the state of the roof by the end of May.", ["staff"]),
        ("And further that staff costs rise by 2 per cent.", []),
        ("And further that staff training be funded.", []),
    ],
)
def test_that_staff_report_is_a_task_of_staff(clause, expected):
    texts = (
        "Moved by: Cllr Ash",
        "Seconded by: Cllr Birch",
        "Be it resolved that Council grant $500;",
        clause,
        "Carried",
    )
    assert [owner for owner in owners(*texts) if owner == "staff"] == expected


def test_to_confirm_the_minutes_is_no_promise():
    assert (
        owners("It was proposed by Cllr Ash, seconded by Cllr Birch and agreed to confirm the Minutes of 12 May.") == []
    )

    assert owners("JT as Chair will sign the minutes at the first opportunity.") == ["Chair"]


def test_the_clerk_who_is_asked_in_a_clause_owes_it():
    assert owners("RESOLVED that the Clerk be asked to obtain three quotes by 1 June.") == ["Clerk"]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Members were minded to refuse the application, and it was deferred to the next meeting.", "DEFERRED"),
        ("The Committee was minded to refuse the application.", "AGREED"),
        ("The Committee resolved that it was minded to refuse the application.", "RESOLVED"),
    ],
)
def test_what_members_were_minded_to_do(said, outcome):
    assert [one.outcome for one in mn.find_decisions(item_of(said))] == [outcome]


def test_a_counter_proposal_that_was_carried_is_its_movers():
    text = (
        "Cllr Ash proposed that the hall be sold. Cllr Birch proposed instead that the hall be let. This was seconded "
        "by Cllr Cole and carried by 4 votes to 2."
    )
    (found,) = mn.find_decisions(item_of(text))
    assert (found.mover, found.seconder, str(found.votes)) == ("Cllr Birch", "Cllr Cole", "4 for, 2 against")
    assert "let" in found.words
    assert "sold" not in found.words
