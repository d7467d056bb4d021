"""Sequences of records: read-only, sliced into their own class, printed as tables."""

import pytest

import minutesnlp as mn
from minutesnlp.records import Reading, Readings

ENTITIES = mn.Entities(mn.Entity("FIGURE", str(n), 0, 1, value=str(n)) for n in range(30))


def test_a_slice_is_of_the_same_class():
    assert ENTITIES[2:4] == mn.Entities(ENTITIES[n] for n in (2, 3))
    assert isinstance(ENTITIES[:1], mn.Entities)
    assert hash(ENTITIES[:]) == hash(ENTITIES)
    assert list(ENTITIES) != ENTITIES


def test_hits_keep_their_query_when_sliced():
    hits = mn.Hits([], query="rents", read_as="rents", total=7)
    assert (hits[:0].query, hits[:0].total) == ("rents", 7)
    assert mn.Hits().total == 0


def test_a_long_sequence_is_shown_in_part_and_says_how_much_more_there_is():
    assert repr(ENTITIES).endswith("… and 10 more")
    assert "… and 10 more" in ENTITIES._repr_html_()
    assert repr(ENTITIES[:0]) == "Entities(none)"


def test_what_is_shown_as_html_is_escaped():
    html = mn.Entities([mn.Entity("ROLE", "<script>", 0, 8)])._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_corpus_is_entered_by_place_and_by_id():
    corpus = mn.Corpus([mn.Meeting("a"), mn.Meeting("b")], skipped=[mn.Skipped("c.txt", "empty")])
    assert corpus["b"] is corpus[1]
    assert [m.id for m in corpus[:1]] == ["a"]
    assert repr(corpus) == "Corpus(2 meetings, 0 paragraphs, 1 files skipped)"
    with pytest.raises(KeyError, match="no meeting 'z' among 2"):
        corpus["z"]
    assert corpus.items == ()


def test_rows_frame_and_csv_agree():
    frame = ENTITIES.to_frame()
    assert list(frame["value"]) == [row["value"] for row in ENTITIES.rows()]
    assert len(ENTITIES.to_csv().splitlines()) == 31


def test_a_report_of_readings_is_narrow_and_keeps_the_ends_of_names():
    readings = [Reading(f"{'long/' * 40}{n:02}.pdf", reader="pdf", guesses=("guessed: x",)) for n in range(30)]
    readings.append(Reading("a.bin", reason="no reader knows this kind of file, and here is more of it " * 3))
    report = Readings(readings)
    whole = report.to_text().splitlines()
    assert whole[0] == "Readings(30 files read, 1 skipped, 30 guesses)"
    assert len(whole) == 33
    assert max(map(len, whole)) <= 160
    assert whole[2].split()[0].endswith("/00.pdf")
    assert len(repr(report).splitlines()) == 23
    assert repr(report).endswith("… and 11 more")
    assert repr(Readings()) == "Readings(none)"
    assert Readings().to_text() == "Readings(0 files read, 0 skipped, 0 guesses)"
