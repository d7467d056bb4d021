"""Records: frozen, closed in their lists, laid out as rows."""

import dataclasses
import datetime
from decimal import Decimal

import pytest

import minutesnlp as mn
from minutesnlp.records.intervals import interval_of

PARAGRAPH = mn.Paragraph(id="m/1/aa", text="Rents rise by £3.", number="1", kind="clause", item_id="m/1")
ITEM = mn.Item(id="m/1", title="Rents", number="1", paragraphs=(PARAGRAPH,), meeting_id="m")
MEETING = mn.Meeting(id="m", date=datetime.date(2024, 1, 9), start_time=datetime.time(18, 30), items=(ITEM,))


def test_a_record_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        PARAGRAPH.text = "Rents fall."


@pytest.mark.parametrize(
    "make",
    [
        lambda: mn.Paragraph(id="p", text="", section="middle"),
        lambda: mn.Paragraph(id="p", text="", kind="poem"),
        lambda: mn.Meeting(id="m", status="lost"),
        lambda: mn.Attendee("A Pask", kind="asleep"),
        lambda: mn.Entity("PLACE", "York", 0, 4),
    ],
)
def test_a_closed_list_refuses_what_it_does_not_hold(make):
    with pytest.raises(ValueError, match="must be one of"):
        make()


def test_a_row_holds_plain_values_and_leaves_the_parts_to_rows_of_their_own():
    row = MEETING.row()
    assert row["date"] == "2024-01-09"
    assert row["start_time"] == "18:30"
    assert "items" not in row
    assert "paragraphs" not in ITEM.row()


def test_a_row_holds_contained_records_as_rows():
    clause = mn.Clause("1", "Rents rise.", "m/1/aa", 0, 11)
    decision = mn.Decision("AGREED", "AGREED that:", "m/1/bb", 0, 12, clauses=(clause,))
    assert decision.row()["clauses"] == [clause.row()]


def test_a_hit_is_laid_out_by_the_ids_of_its_places():
    hit = mn.Hit(1, 2.5, 2.5, 0.1, ("rents",), ((0, 5),), PARAGRAPH.text, 0, PARAGRAPH, ITEM, MEETING)
    row = hit.row()
    assert (row["paragraph_id"], row["item_id"], row["meeting_id"]) == ("m/1/aa", "m/1", "m")
    assert row["date"] == "2024-01-09"
    outside = dataclasses.replace(hit, item=None).row()
    assert outside["title"] is None


def test_the_text_of_an_item_is_what_happened_not_what_was_to_be_done():
    agenda = mn.Paragraph(id="m/1/cc", text="To set rents.", section="agenda")
    item = dataclasses.replace(ITEM, paragraphs=(agenda, PARAGRAPH))
    assert item.text == PARAGRAPH.text
    assert item.minutes == (PARAGRAPH,)
    assert str(item) == "1 Rents"
    assert str(dataclasses.replace(item, number=None)) == "Rents"


def test_paragraphs_come_in_the_order_they_are_printed():
    front, back = mn.Paragraph("m/f", "Present"), mn.Paragraph("m/b", "Closed")
    meeting = dataclasses.replace(MEETING, front=(front,), back=(back,))
    assert meeting.paragraphs == (front, PARAGRAPH, back)
    assert repr(meeting) == "Meeting('m', 1 item, 3 paragraphs)"


@pytest.mark.parametrize(
    ("entity", "amount"),
    [
        (mn.Entity("FIGURE", "£56m", 0, 4, value="56000000"), Decimal(56000000)),
        (mn.Entity("FIGURE", "2/3", 0, 3, value="2/3"), (Decimal(2), Decimal(3))),
        (mn.Entity("FIGURE", "some", 0, 4, value="some"), None),
        (mn.Entity("FIGURE", "some", 0, 4), None),
        (mn.Entity("DATE", "2021", 0, 4, value="2021"), None),
    ],
)
def test_the_amount_of_a_figure(entity, amount):
    assert entity.amount == amount


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-10-25T16:00", "2021-10-25", "2021-10-25"),
        ("2021-SU", "2021-06-01", "2021-08-31"),
        ("2021-WI", "2021-12-01", "2022-02-28"),
        ("2020-11-09/2020-11-11", "2020-11-09", "2020-11-11"),
        ("2021-01-27;2021-01-29", "2021-01-27", "2021-01-29"),
    ],
)
def test_the_days_a_date_covers(value, first, last):
    days = (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert interval_of(value) == days
    assert mn.Entity("DATE", value, 0, len(value), value=value).interval == days


@pytest.mark.parametrize("value", ["T19:30", "2021-06-31", "2021-13", "", "soon", "2021-06-01/2021-06-31"])
def test_a_date_that_names_no_day_covers_none(value):
    assert interval_of(value) is None


def test_only_dates_have_intervals():
    assert mn.Entity("FIGURE", "2021", 0, 4, value="2021").interval is None


def test_a_summary_shows_what_was_brought_along_in_brackets_and_what_is_missing():
    sentence = mn.Sentence("He agreed.", "m/1/aa", 0, 10, lead_in="The Chair")
    summary = mn.Summary("Rents", (sentence,), notes=("No decision was found.",))
    assert str(summary) == "Rents\n  [The Chair] He agreed.\n  (No decision was found.)"
    assert summary.text == "He agreed."
    assert "Rents" in str(mn.Digest("m", "Panel", (summary,)))
