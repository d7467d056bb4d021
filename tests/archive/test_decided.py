"""Where the decisions of an archive stand, kept on disk and found anew where an older version kept nothing."""

import pytest

from minutesnlp import tracking
from minutesnlp.archive import Archive, folder, stored
from minutesnlp.records import Corpus

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
        older.setattr(folder, "found_arrays", lambda *told: stored.as_arrays(stored.mentioned(*told)))
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
