"""Tables of what is to be done, pasted as text: a row is a promise, with who and by when."""

import datetime

import pytest

import minutesnlp as mn

HELD = "2031-09-09"
TASKS = [("Write to the mill", "Clerk", "2031-10-06"), ("Mend the lamp", "Cllr Rook", "2031-10-20")]


def told(text):
    found = mn.find_undertakings(mn.read_text(text, title="Actions", date=HELD)[0])
    return [(one.text, one.owner, one.due) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Action | Owner | Date\nWrite to the mill | Clerk | 6 October\nMend the lamp | Cllr Rook | 20 October 2031",
        "| By when | Action | Who |\n|---|---|---|\n| 6 October | Write to the mill | Clerk |\n"
        "| 20/10/2031 | Mend the lamp | Cllr Rook |",
        "Owner\tTask\tDate\nClerk\tWrite to the mill\t6 October 2031\nCllr Rook\tMend the lamp\t20 October",
        "Action               Owner       By when\nWrite to the mill    Clerk       6 October\n"
        "Mend the lamp        Cllr Rook   20 October",
        "No  Action               By whom     Due date\n\n1   Write to the mill    Clerk       6 October\n\n"
        "2   Mend the lamp        Cllr Rook   20 October\n\nThe meeting closed.  It was late.",
    ],
)
def test_each_row_of_a_table_of_tasks_is_a_promise(text):
    assert told(text) == TASKS


def test_a_row_without_an_owner_or_a_date_has_none_and_what_was_done_is_none():
    rows = "Mend the lamp | TBC | next meeting\nPaint it | | \nBuy a lamp | Clerk | Completed"
    found = mn.find_undertakings(mn.read_text(f"Action | Owner | When\n{rows}", title="Actions", date=HELD)[0])
    assert [(one.text, one.owner, one.due, one.due_text) for one in found] == [
        ("Mend the lamp", None, None, "next meeting"),
        ("Paint it", None, None, None),
    ]


def test_a_table_with_a_column_of_what_became_of_each_is_read_as_before():
    text = "Action | Owner | Update\nWrite to the mill | Clerk | Was written in May"
    assert ("Write to the mill", "Clerk", None) not in told(text)


def test_the_place_of_what_is_to_be_done_is_in_its_row():
    meeting = mn.read_text("Owner | Task | Due\nClerk | Write to Mr Hale | 6 October", title="Actions", date=HELD)[0]
    (found,) = mn.find_undertakings(meeting)
    (row,) = [p for item in meeting.items for p in item.paragraphs if p.id == found.paragraph_id]
    assert row.text[found.start : found.end] == found.text == "Write to Mr Hale"
    assert (found.recipient, found.date) == ("Mr Hale", datetime.date(2031, 9, 9))


def test_what_stands_below_a_table_is_read_as_prose():
    text = "Action | Owner\nMend the lamp | Cllr Rook\n\nThe Clerk would write to the mill."
    assert told(text) == [("Mend the lamp", "Cllr Rook", None), ("The Clerk would write to the mill.", "Clerk", None)]


def test_gaps_in_a_text_that_is_no_table_stay_gaps():
    meeting = mn.read_text("The action was slow.   Its owner left.\n\nHall   £40   paid", title="Hall", date=HELD)[0]
    assert not any("|" in p.text for item in meeting.items for p in item.paragraphs)
