"""A decision whose own words only point to its matter shows that matter, in every list."""

import csv
import io

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.tracking import find_decisions

MOTION = "I will move at the next meeting that the ferry sail on Sundays."


def meeting_of(*texts):
    paragraphs = tuple(
        Paragraph(id=f"p{n}", text=text, section="minutes", item_id="i1") for n, text in enumerate(texts)
    )
    return Meeting(id="m1", items=(Item(id="i1", title="Ferries", paragraphs=paragraphs),))


def words_of(*texts):
    return [one.words for one in find_decisions(meeting_of(*texts))]


def test_a_motion_that_was_seconded_and_agreed_is_told_with_the_motion_above():
    agreed = "The Motion was proposed by Councillor Rook, seconded by Councillor Dunn and agreed."
    assert words_of(MOTION, agreed) == [f"{agreed} {MOTION}"]
    assert words_of(MOTION, "Councillor Rook said that the pier was open.", agreed) == [f"{agreed} {MOTION}"]


def test_the_motion_of_a_decision_before_is_not_taken_for_the_next():
    first = "The Motion was seconded by Councillor Dunn and agreed."
    second = "The Motion was seconded by Councillor Hale and agreed."
    assert words_of(MOTION, first, "Councillor Hale spoke of the quay.", second) == [f"{first} {MOTION}", second]


def test_a_report_that_was_noted_is_the_one_named_above_it():
    noted = "The report was noted by the Council."
    circulated = "Circulated, report of the Harbour Master on the winter moorings."
    assert words_of(circulated, noted) == [f"{noted} {circulated}"]
    assert words_of("The Clerk thanked the crew of the lifeboat.", noted) == [noted]


def test_an_item_that_was_deferred_is_the_sentence_before_it():
    asked = "The Clerk asked for a member of the harbour board."
    (one,) = find_decisions(meeting_of(f"{asked} This item was deferred to the May meeting."))
    assert [clause.text for clause in one.clauses] == [asked]
    assert one.clauses[0].start == 0


def test_the_text_column_of_a_table_says_what_was_resolved():
    found = find_decisions(meeting_of("And Resolved:", "“That the pier be painted.”"))
    (row,) = csv.DictReader(io.StringIO(found.to_csv()))
    assert row["text"] == "And Resolved: “That the pier be painted.”"
    assert [one["text"] for one in found.rows()] == ["And Resolved:"]  # as it stands at its offsets
