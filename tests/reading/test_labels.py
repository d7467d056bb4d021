"""Labels of items and clauses, and what only looks like one."""

import pytest

from minutesnlp.reading.page.labels import bullet_of, follows, label_of, roman


@pytest.mark.parametrize(
    ("text", "number", "style"),
    [
        ("1. Apologies", "1", "n."),
        ("1.Apologies", "1", "n."),
        ("54.", "54", "n."),
        ("292. Ferry tolls", "292", "n."),
        ("7) Ferry tolls", "7", "n)"),
        ("2 SPECIAL ISSUES", "2", "n"),
        ("7a. Ferry tolls", "7a", "n."),
        ("7.1 Ferry tolls", "7.1", "n.n"),
        ("3.1.2 Ferry tolls", "3.1.2", "n.n.n"),
        ("08.23.02 Apologies", "08.23.02", "n.n.n"),
        ("21/16", "21/16", "n/n"),
        ("22/125. Planning", "22/125", "n/n"),
        ("15/06/1 Planning", "15/06/1", "n/n/n"),
        ("C3/21 Election of Mayor", "C3/21", "Cn/n"),
        ("P/21/22 By-pass", "P/21/22", "Pn/n"),
        ("FC 23/12 Finance", "FC 23/12", "FCn/n"),
        ("PC12 Finance", "PC12", "PCn"),
        ("21/1 Declarations of Interest", "21/1", "n/n"),
        ("Item 15/06/1 Co-option", "15/06/1", "item n/n/n"),
        ("ITEM 4: FINANCE", "4", "item n"),
        ("Minute 25 - FINANCE", "25", "item n"),
        ("(a) the report", "(a)", "(a)"),
        ("(iv) the report", "(iv)", "(i)"),
        ("(12) the report", "(12)", "(n)"),
        ("(aa) the report", "(aa)", "(aa)"),
        ("a) the report", "a", "a)"),
        ("iv) the report", "iv", "i)"),
        ("IV. The report", "IV", "I."),
        ("B. To note the report", "B", "A."),
    ],
)
def test_a_label_is_told_with_its_number_and_style(text, number, style):
    label = label_of(text)
    assert label is not None
    assert (label.number, label.style) == (number, style)
    assert not text[label.end :].startswith((" ", ".", ")"))


@pytest.mark.parametrize(
    "text",
    [
        "20 November 2023",
        "Agenda item #12 was tabled.",
        "Resolution 32-16 was introduced by Mr. Ash.",
        "Item 6 is to be taken next.",
        "20th December",
        "12 Members of the public",
        "7.30 pm start",
        "30 mph limit",
        "1989 was a year",
        "2022-2028 Harbour Plan",
        "A. Smith reported",
        "V. Murray, Clerk",
        "J. D. Brown and others",
        "Cllr Smith",
        "13/01449/FM Erection of a shed",
        "£20.00 for bulbs",
        "",
    ],
)
def test_what_begins_with_a_figure_or_an_initial_need_be_no_label(text):
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("value", "other", "steps"),
    [
        ((1,), (2,), 1),
        ((246, 18), (247, 18), 1),
        ((15, 6, 1), (15, 6, 3), 2),
        ((7,), (7,), 0),
        ((9,), (7,), 0),
        ((7,), (40,), 0),
        ((7,), (7, 2), 0),
        ((21, 16), (22, 17), 0),
    ],
)
def test_a_number_follows_another_when_one_part_counts_on(value, other, steps):
    assert follows(value, other) == steps


@pytest.mark.parametrize(("text", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("XIV", 14), ("xl", 40)])
def test_roman_numerals_count(text, value):
    assert roman(text) == value


@pytest.mark.parametrize("text", ["• New bins", "- new bins", "·        New bins", "o new bins", "– new bins", "* new"])
def test_a_bullet_ends_where_its_text_begins(text):
    assert text[bullet_of(text) :].lower().startswith("new")


@pytest.mark.parametrize("text", ["-5 degrees", "o'clock", "New bins", "*bold*"])
def test_a_mark_without_a_space_is_no_bullet(text):
    assert bullet_of(text) == 0
