"""Where the decisions of an archive stand, kept on disk and found anew where an older version kept nothing."""

import json
import sqlite3
from dataclasses import replace

import pytest

import minutesnlp
from minutesnlp import tracking
from minutesnlp.archive import Archive, folder, keeping, stored
from minutesnlp.records import Corpus, Paragraph

TEXTS = ("Present: J Marsh", "On the proposal of J Marsh", "And Resolved:", "“That the pier be mended.”")


@pytest.fixture
def decided(corpus, making):
    return Corpus([*corpus, making("m4", *TEXTS, date="2021-06-01"), making("m5", "Present: P Vane", "The item fell.")])


def held(archive, **options):
    return {hit.paragraph.id for hit in archive.search("", k=None, **(options or {"holds": "decision"}))}


EVERY = {"m1/1/1", "m4/1/1", "m4/1/2"}


def test_a_search_on_disk_reads_what_was_kept_and_finds_nothing_anew(decided, tmp_path, monkeypatch):
    Archive.create(tmp_path / "a", decided)
    monkeypatch.setattr(tracking, "find_decisions", None)
    monkeypatch.setattr(stored, "records", None)
    archive = Archive.open(tmp_path / "a")
    assert held(archive) == EVERY
    assert held(archive, outcome="resolved") == {"m4/1/1", "m4/1/2"}
    assert held(archive, outcome="noted") == {"m1/1/1"}


def test_decisions_stay_in_place_while_meetings_come_and_go(decided, making, tmp_path):
    archive = Archive.create(tmp_path / "a", decided)
    archive.add(Corpus([making("m6", "Present: P Vane", "RESOLVED that the gate be shut.", date="2021-07-01")]))
    assert held(archive) == held(Archive.open(tmp_path / "a")) == {*EVERY, "m6/1/0"}
    archive.remove("m1")
    assert held(archive) == {*EVERY, "m6/1/0"} - {"m1/1/1"}
    archive.compact()
    assert held(Archive.open(tmp_path / "a")) == {*EVERY, "m6/1/0"} - {"m1/1/1"}


def test_an_archive_written_before_they_were_kept_so_finds_as_much(decided, tmp_path, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(
            folder, "found_arrays", lambda database, keys, _: stored.as_arrays(stored.mentioned(database, keys))
        )
        Archive.create(tmp_path / "a", decided)
    archive = Archive.open(tmp_path / "a")
    assert held(archive) == EVERY
    assert held(archive, outcome="resolved") == {"m4/1/1", "m4/1/2"}


def test_what_is_not_looked_for_when_it_is_added_is_when_it_is_asked_for(decided, tmp_path):
    archive = Archive.create(tmp_path / "a", decided, tag=False)
    assert held(archive) == held(Archive.in_memory(decided)) == EVERY


def test_findings_that_were_never_kept_are_not_found_at_every_write(decided, making, tmp_path, monkeypatch):
    archive = Archive.create(tmp_path / "a", decided)
    with monkeypatch.context() as older:
        older.setattr("minutesnlp.archive.database.Database.found", lambda *_: {})
        archive.add(Corpus([making("m6", "Present: P Vane", "RESOLVED that the gate be shut.", date="2021-07-01")]))
        assert held(Archive.open(tmp_path / "a")) == {*EVERY, "m6/1/0"}
    assert held(Archive.open(tmp_path / "a")) == {*EVERY, "m6/1/0"}


LOST = ("Present: J Marsh", "Moved by J Marsh that the lamp be green.", "The colour was debated.", "Motion lost.")


@pytest.fixture
def aged(decided, making, tmp_path, monkeypatch):
    """An archive whose decisions were found before it was told what settled them; at one meeting none was seen."""

    def as_then(found):
        rows = [record.row() for record in found]
        seen = [row for row in rows if not str(row.get("paragraph_id")).startswith("m1")]
        return json.dumps([{name: value for name, value in row.items() if name != "settled_in"} for row in seen])

    with monkeypatch.context() as older:
        older.setattr(keeping, "_as_json", as_then)
        older.setattr(folder, "found_in", _untold)
        Archive.create(tmp_path / "a", Corpus([*decided, making("m7", *LOST, date="2021-08-01")]))
    return tmp_path / "a"


def _untold(meeting):
    """Return what is found in a meeting as it was kept before it was told in which way."""
    entities, found = keeping.found_in(meeting)
    return entities, {kind: told for kind, told in found.items() if kind != keeping.WAY}


def about_decisions(path):
    return [one for one in minutesnlp.doctor(path) if one.about == "archive's findings"]


def test_decisions_kept_without_what_settled_them_are_found_anew_when_it_is_brought_up_to_date(aged):
    before = Archive.open(aged)
    assert held(before) == {"m4/1/1", "m4/1/2", "m7/1/0"}
    (told,) = about_decisions(aged)
    assert (told.state, told.told.startswith("at 6 of 6 meetings")) == ("absent", True)
    assert f"archive upgrade {aged}" in told.advice
    upgraded = Archive.upgrade(aged)
    assert held(upgraded) == {*EVERY, "m7/1/0", "m7/1/2"}
    assert [one.settled_in for one in upgraded.decisions() if one.paragraph_id == "m7/1/0"] == ["m7/1/2"]
    assert (upgraded.meetings(), upgraded.superseded()) == (before.meetings(), before.superseded())
    assert upgraded.verify() == ()
    assert about_decisions(aged) == []
    generation = json.loads((aged / "manifest.json").read_text("utf-8"))["generation"]
    Archive.upgrade(aged)
    assert json.loads((aged / "manifest.json").read_text("utf-8"))["generation"] == generation  # nothing to do


def test_who_is_interrupted_before_the_rows_are_renewed_brings_it_up_to_date_again(aged, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as once:
        once.setattr(folder, "renew", killed)
        with pytest.raises(KeyboardInterrupt):
            Archive.upgrade(aged)
    assert Archive.open(aged).verify() == ()
    assert len(about_decisions(aged)) == 1
    assert held(Archive.upgrade(aged)) == {*EVERY, "m7/1/0", "m7/1/2"}
    assert about_decisions(aged) == []


def test_a_damaged_meeting_is_not_taken_for_whole_by_bringing_it_up_to_date(aged):
    with sqlite3.connect(aged / "minutes.sqlite") as connection:
        connection.execute("UPDATE paragraphs SET text = 'The lamp was blue.' WHERE id = 'm7/1/1'")
    connection.close()
    (told,) = Archive.upgrade(aged).verify()
    assert "m7" in told


def test_an_older_archive_that_keeps_no_decision_is_known_as_old_too(making, tmp_path, monkeypatch):
    quiet = Corpus([making("m1", "Present: P Vane", "The item fell."), making("m2", "Present: P Vane", "Rain came.")])
    with monkeypatch.context() as older:
        older.setattr(folder, "found_in", _untold)
        Archive.create(tmp_path / "a", quiet)
    (told,) = about_decisions(tmp_path / "a")
    assert told.told.startswith("at 2 of 2 meetings")
    assert Archive.upgrade(tmp_path / "a").verify() == ()
    assert about_decisions(tmp_path / "a") == []
    Archive.create(tmp_path / "b", quiet)
    assert about_decisions(tmp_path / "b") == []
    Archive.create(tmp_path / "c", quiet, tag=False)  # nothing was kept: it is found when it is asked for
    assert about_decisions(tmp_path / "c") == []


def test_what_is_decided_before_the_first_item_is_found_and_filtered(decided, making, tmp_path):
    begun = making("m8", "Present: P Vane", "The gate was shut.", date="2021-09-01")
    opening = Paragraph(id="m8/front/1", text="RESOLVED that the horn be sounded before the meeting.")
    corpus = Corpus([*decided, replace(begun, front=(*begun.front, opening))])
    (found,) = (one for one in tracking.find_decisions(corpus) if one.paragraph_id == opening.id)
    assert (found.outcome, found.item_id) == ("RESOLVED", None)
    for archive in (Archive.in_memory(corpus), Archive.create(tmp_path / "a", corpus)):
        assert held(archive) == {*EVERY, opening.id}
        assert opening.id in {one.paragraph_id for one in archive.decisions()}
