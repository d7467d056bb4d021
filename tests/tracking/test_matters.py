"""A decision whose own words only point to its matter shows that matter, in every list."""

import csv
import io

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.tracking import find_decisions, find_undertakings

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


def test_a_line_of_who_moved_and_that_all_were_in_favour_has_the_sentence_before_it():
    bought = "Two benches for the quay at £300 were discussed."
    for line in ("Prop JB, 2nd DD, All in favour.", "This was seconded by Cllr Dunn and agreed."):
        (one,) = find_decisions(meeting_of(f"{bought} {line}"))
        assert one.words == f"{line} {bought}"
        assert [clause.text for clause in one.clauses] == [bought]
    (apart,) = find_decisions(meeting_of(bought, "Cllr Rook proposed acceptance, seconded by Cllr Dunn. Carried."))
    assert [clause.text for clause in apart.clauses] == [bought]


def test_a_motion_named_with_its_movers_is_looked_for_above_the_debate():
    adopted = "On the proposal of Councillor Rook, seconded by Councillor Dunn, the Motion was adopted."
    assert words_of(MOTION, "Councillor Dunn spoke of the pier.", adopted) == [f"{adopted} {MOTION}"]
    assert words_of("The quay is 90 metres long.", adopted) == [adopted]


def test_a_nomination_says_itself_who_is_proposed():
    found = find_decisions(meeting_of("There was one vacancy.", "Cllr Rook proposed Cllr Dunn seconded by Cllr Hale."))
    assert all(not one.clauses for one in found)


def test_a_resolution_below_a_semicolon_is_its_clause():
    (one,) = find_decisions(meeting_of("And Resolved;", "“That the pier be painted.”"))
    assert [clause.text for clause in one.clauses] == ["“That the pier be painted.”"]


def test_an_amendment_is_told_in_the_paragraph_below_its_announcement():
    proposed = "The amendment was proposed by Cllr Rook, seconded by Cllr Dunn."
    (one,) = find_decisions(meeting_of("Cllr Rook proposed the following amendment:", "A new aim on lamps.", proposed))
    assert [clause.text for clause in one.clauses] == ["A new aim on lamps."]


def test_a_motion_is_known_by_an_i_that_was_scanned_as_a_bar_and_is_whole():
    moved = "| will move at the next meeting that the weir be mended. I ask that it be done in May."
    agreed = "This motion was seconded by Councillor Dunn and agreed."
    (one,) = find_decisions(meeting_of(moved, "Reply: The weir is sound.", agreed))
    assert [clause.text for clause in one.clauses] == [moved]


def test_reports_that_were_noted_are_those_circulated_further_up():
    circulated = "Circulated, reports by members who went to Fenwick."
    noted = "The reports, as circulated, were noted by members."
    assert words_of(circulated, "Members thanked the Clerk.", noted) == [f"{noted} {circulated}"]


def test_what_a_motion_promises_is_not_carried_by_being_put():
    moved = f"{MOTION} The Harbour Master will report on the sluice by June."
    put = "The motion was proposed by Councillor Rook and seconded by Councillor Dunn."
    meeting = meeting_of(moved, put)
    assert [one.outcome for one in find_decisions(meeting)] == ["PROPOSED"]
    assert "carried" not in {one.status for one in find_undertakings(meeting) if one.owner == "Harbour Master"}
