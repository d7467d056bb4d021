"""An archive keeps what it is given, finds it, and grows."""

import dataclasses
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from platforms import unless_windows

import minutesnlp as mn
from minutesnlp.archive import Archive
from minutesnlp.archive import folder as layout
from minutesnlp.archive.database import Database
from minutesnlp.archive.lock import writing
from minutesnlp.archive.rows import from_row
from minutesnlp.errors import ArchiveError, OutdatedError
from minutesnlp.examining import doctor
from minutesnlp.indexing import store
from minutesnlp.records import Attendee, Corpus, Item, Meeting, Paragraph
from minutesnlp.searching.collected.calling import Called


def met(hits):
    return [(hit.paragraph.id, hit.score, hit.bm25, hit.tfidf, hit.spans) for hit in hits]


def changed(meeting, text):
    item = meeting.items[0]
    paragraph = dataclasses.replace(item.paragraphs[0], text=text)
    item = dataclasses.replace(item, paragraphs=(paragraph, *item.paragraphs[1:]))
    return dataclasses.replace(meeting, items=(item, *meeting.items[1:]))


def test_what_is_stored_comes_back_as_it_was(folder, corpus):
    archive = Archive.open(folder)
    assert archive.meetings() == corpus
    assert archive.skipped == corpus.skipped
    for meeting in corpus:
        assert archive.meeting(meeting.id) == meeting
        for item in meeting.items:
            assert archive.item(item.id) == item
        for paragraph in meeting.paragraphs:
            assert archive.paragraph(paragraph.id) == paragraph


def test_an_archive_in_memory_answers_as_one_on_disk(folder, corpus):
    stored, kept = Archive.open(folder), Archive.in_memory(corpus)
    for query in (
        "bus",
        '"bus fares"',
        "item:21/1 raised",
        "fares holds:decision",
        "exactly:Present",
        "£12",
        "bus since:2021",
    ):
        for ranker in ("fused", "bm25", "tfidf"):
            assert met(stored.search(query, ranker=ranker)) == met(kept.search(query, ranker=ranker))
            assert stored.search(query).read_as == kept.search(query).read_as
    for meeting in corpus:
        assert kept.meeting(meeting.id) == meeting
    assert kept.item("m1/1") == corpus[0].items[0]
    assert kept.paragraph("m1/front") == corpus[0].front[0]
    assert kept.verify() == ()
    kept.compact()


@pytest.mark.parametrize("on_disk", [True, False])
def test_what_is_not_there_is_a_key_error(folder, corpus, on_disk):
    archive = Archive.open(folder) if on_disk else Archive.in_memory(corpus)
    for look in (archive.meeting, archive.item, archive.paragraph, archive.remove):
        with pytest.raises(KeyError, match="nowhere"):
            look("nowhere")


@pytest.mark.parametrize("on_disk", [True, False])
def test_adding_and_removing_equals_making_at_once(tmp_path, corpus, on_disk):
    def make(meetings, name):
        return Archive.create(tmp_path / name, Corpus(meetings)) if on_disk else Archive.in_memory(Corpus(meetings))

    grown = make(corpus[:1], "grown")
    assert [m.id for m in grown.add(corpus[1:])] == ["m2", "m3"]
    whole = make(corpus, "whole")
    for query in ("bus", "allotments", "fares OR rents", "item:allotments", "item:21/1 bus"):
        for ranker in ("fused", "bm25", "tfidf"):
            assert met(grown.search(query, ranker=ranker)) == met(whole.search(query, ranker=ranker))
    grown.remove("m1")
    rest = make(corpus[1:], "rest")
    for query in ("bus", "allotments", "item:allotments", "item:transport", "raised"):
        assert met(grown.search(query)) == met(rest.search(query))
    assert grown.verify() == ()
    assert [m.id for m in grown.meetings()] == ["m2", "m3"]


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_new_version_takes_the_place_of_the_old(folder, corpus, on_disk):
    archive = Archive.open(folder) if on_disk else Archive.in_memory(corpus)
    new = changed(corpus[0], "The tram fares were raised.")
    assert list(archive.add([new, corpus[1]])) == [new]  # what is there as it is, is no news
    assert archive.meeting("m1") == new
    assert len(archive) == 3
    assert archive.search("tram").total == 1
    assert len(archive.add(corpus[1])) == 0
    if on_disk:
        assert archive.verify() == ()
        count = len(archive._store.database.written())
        assert len(archive._store.database.written(superseded=True)) == 1
        archive.compact()
        assert len(archive._store.database.written()) == count - 1
        assert archive.verify() == ()
        assert archive.meeting("m1") == new


@pytest.mark.parametrize("on_disk", [True, False])
def test_older_versions_are_kept_until_compact(folder, corpus, on_disk):
    archive = Archive.open(folder) if on_disk else Archive.in_memory(corpus)
    archive.add(changed(corpus[0], "The tram fares were raised."))
    archive.remove("m2")
    assert list(archive.superseded()) == [corpus[0], corpus[1]]
    archive.compact()
    assert list(archive.superseded()) == []


def test_a_reader_keeps_what_it_has_open(folder, corpus):
    reader, writer = Archive.open(folder), Archive.open(folder)
    writer.add(changed(corpus[0], "The tram fares were raised."))
    writer.remove("m2")
    assert reader.search("bus fares")[0].meeting == corpus[0]
    assert reader.meeting("m2") == corpus[1]
    assert len(Archive.open(folder)) == 2


def test_the_archive_tells_what_it_is(folder, corpus):
    assert repr(Archive.open(folder)) == (
        f"Archive(3 meetings, 7 paragraphs, 1 March 2021 to 4 May 2021, 1 file skipped, in {folder})"
    )
    assert "in memory" in repr(Archive.in_memory(Corpus(corpus[:1])))
    assert Archive.open(folder).path == folder


def test_an_archive_is_made_of_files(tmp_path):
    (tmp_path / "a.txt").write_text("Minutes\n\nThe bus shelter was repaired and the fares were raised.\n", "utf-8")
    archive = Archive.create(tmp_path / "a.archive", tmp_path / "a.txt")
    assert archive.search("shelter").total == 1
    assert Archive.in_memory([tmp_path / "a.txt"]).search("shelter").total == 1
    with pytest.raises(mn.ReadError):
        Archive.create(tmp_path / "b.archive", tmp_path / "missing.txt")
    assert not (tmp_path / "b.archive").exists()


def test_an_archive_is_not_overwritten_unasked(folder, corpus, tmp_path):
    with pytest.raises(ArchiveError, match="is an archive already"):
        Archive.create(folder, corpus)
    assert len(Archive.create(folder, Corpus(corpus[:1]), replace=True)) == 1
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("x", "utf-8")
    with pytest.raises(ArchiveError, match="in use for something else"):
        Archive.create(tmp_path / "other", corpus)


def test_an_archive_whose_making_was_interrupted_says_so_and_is_made_again(tmp_path, corpus, monkeypatch):
    folder = tmp_path / "new.archive"

    def interrupted(meeting):
        raise KeyboardInterrupt(meeting.id)

    with monkeypatch.context() as patched:
        patched.setattr(layout, "found_in", interrupted)
        with pytest.raises(KeyboardInterrupt):
            Archive.create(folder, corpus)
    assert layout.is_unfinished(folder)
    with pytest.raises(ArchiveError, match=r"not finished.*Make it again"):
        Archive.open(folder)
    assert len(Archive.create(folder, corpus)) == len(corpus)
    assert not layout.is_unfinished(folder)
    (folder / "manifest.json").unlink()
    assert not layout.is_unfinished(folder)  # that one is damaged, and is not written over unasked
    with pytest.raises(ArchiveError, match="is an archive already"):
        Archive.create(folder, corpus)


@unless_windows
def test_an_archive_made_anew_is_the_old_one_until_it_is_written(folder, corpus, monkeypatch):
    def interrupted(meeting):
        raise KeyboardInterrupt(meeting.id)

    monkeypatch.setattr(layout, "found_in", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Archive.create(folder, Corpus(corpus[1:]), replace=True)
    monkeypatch.undo()
    assert Archive.open(folder).meetings() == corpus
    archive = Archive.create(folder, Corpus(corpus[1:]), replace=True)
    assert [m.id for m in archive.meetings()] == ["m2", "m3"]
    assert list(archive.superseded()) == []
    assert archive.verify() == ()
    (folder / "manifest.json").write_text("{}", "utf-8")  # what cannot be opened is taken away first
    assert len(Archive.create(folder, corpus, replace=True)) == 3


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_wrong_argument_is_told_as_one_and_not_as_a_damaged_archive(folder, corpus, on_disk):
    archive = Archive.open(folder) if on_disk else Archive.in_memory(corpus)
    with pytest.raises(TypeError, match=r"give several one by one: remove\(\*ids\)"):
        archive.remove(["m1", "m2"])
    for look in (archive.meeting, archive.item, archive.paragraph, archive.person, archive.nearest, archive.remove):
        for wrong in (True, 1, None, ["m1"]):
            with pytest.raises(TypeError, match="is a string, not"):
                look(wrong)
    for wrong in ("", "/", "nowhere.txt", Path("/")):
        with pytest.raises(mn.QueryError, match="is no file of searches"):
            archive.search_many(wrong)
    for wrong in (None, 3):
        with pytest.raises(TypeError, match=f"meetings, files and folders, not {wrong}"):
            archive.add(wrong)
    for wrong in ([1], [None], 7):
        with pytest.raises(TypeError, match="not"):
            archive.search_many(wrong)
    assert len(archive) == 3


def test_an_empty_path_is_not_the_working_folder(corpus, tmp_path, monkeypatch):
    (tmp_path / "letter.txt").write_text("The bus was late.", "utf-8")
    monkeypatch.chdir(tmp_path)
    archive = Archive.in_memory(corpus)
    for wrong in (lambda: archive.add(""), lambda: mn.read(""), lambda: archive.add([""])):
        with pytest.raises(ValueError, match="a path is empty"):
            wrong()
    for wrong in (lambda: Archive.create("", corpus), lambda: Archive.open("")):
        with pytest.raises(ValueError, match="the path of the archive is empty"):
            wrong()
    with pytest.raises(TypeError, match=r"read\(\*paths\)"):
        mn.read(["letter.txt"])
    assert len(archive) == 3
    assert len(mn.read(".")) == 1


def test_a_folder_that_is_no_archive_is_told(tmp_path):
    with pytest.raises(ArchiveError, match="does not exist"):
        Archive.open(tmp_path / "nowhere")
    with pytest.raises(ArchiveError, match="is no archive"):
        Archive.open(tmp_path)
    assert not Archive.is_archive(tmp_path)


def test_an_empty_archive_is_an_archive(tmp_path):
    archive = Archive.create(tmp_path / "empty", Corpus())
    assert archive.search("bus").total == 0
    assert archive.verify() == ()
    assert repr(archive).startswith("Archive(0 meetings")


def test_the_same_meeting_given_twice_is_kept_once(tmp_path, corpus):
    archive = Archive.create(tmp_path / "twice", Corpus([*corpus, corpus[0]]))
    assert len(archive) == 3


# What is damaged is refused by name


def test_a_flipped_byte_in_a_record_is_found(folder):
    with sqlite3.connect(folder / "minutes.sqlite") as connection:
        connection.execute("UPDATE paragraphs SET text = 'The bus fares were lowered.' WHERE id = 'm1/1/0'")
    connection.close()
    problems = Archive.open(folder).verify()
    assert len(problems) == 1
    assert "m1 is not what was written" in problems[0]


def test_a_missing_meeting_is_found(folder):
    with sqlite3.connect(folder / "minutes.sqlite") as connection:
        connection.execute("DELETE FROM meetings WHERE id = 'm2'")
    connection.close()
    with pytest.raises(ArchiveError, match="lacks meetings"):
        Archive.open(folder)


def test_a_damaged_array_is_named(folder):
    path = next(folder.glob("*/ids.npy"))
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(ArchiveError, match=r"ids\.npy: is not what was written"):
        Archive.open(folder)
    assert any("ids.npy" in told for told in layout.verify(folder))


@unless_windows
def test_a_missing_or_foreign_database_is_named(folder):
    (folder / "minutes.sqlite").write_bytes(b"not a database" * 100)
    for name in ("minutes.sqlite-wal", "minutes.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)
    with pytest.raises(ArchiveError, match=r"minutes\.sqlite: cannot be read"):
        Archive.open(folder)
    (folder / "minutes.sqlite").unlink()
    with pytest.raises(ArchiveError, match=r"minutes\.sqlite: is missing"):
        Archive.open(folder)


def test_a_database_of_another_version_is_told(folder):
    with sqlite3.connect(folder / "minutes.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ArchiveError, match=r"version 99.*Install a newer minutesnlp"):
        Archive.open(folder)


def test_a_manifest_of_another_version_is_told(folder):
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"version": 99}), "utf-8")
    with pytest.raises(ArchiveError, match="version 99"):
        Archive.open(folder)


@pytest.mark.parametrize("version", [5, 6])
def test_an_archive_of_a_version_before_is_brought_up_to_date_and_loses_nothing(folder, corpus, version):
    kept = Archive.open(folder)
    kept.add(changed(corpus[0], "On 15.12.15 the fares were raised again."))
    kept.remove("m2")

    def held(archive):
        return archive.meetings(), archive.superseded(), archive.skipped, archive.entities(), archive.digest

    before = held(kept)
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"version": version}), "utf-8")
    with pytest.raises(ArchiveError, match=r"reads version 7.*minutesnlp archive upgrade .*minutes\.archive"):
        Archive.open(folder)
    said = []
    upgraded = Archive.upgrade(folder, progress=lambda *told: said.append(told[:2]))
    assert held(upgraded) == before
    assert said[-1] == (4, 4)  # two meetings, the index, and its words
    assert [hit.meeting.id for hit in upgraded.search("2015")] == ["m1"]
    assert upgraded.verify() == ()
    generation = json.loads(path.read_text("utf-8"))["generation"]
    assert len(Archive.upgrade(folder)) == 2
    assert json.loads(path.read_text("utf-8"))["generation"] == generation  # there was nothing to do


def test_an_archive_whose_words_were_read_otherwise_opens_as_it_is_and_is_brought_up_to_date(folder):
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    apart = manifest["analyser"].pop("apart")
    path.write_text(json.dumps(manifest), "utf-8")
    before = Archive.open(folder)
    assert before.search("shelter").total
    (told,) = (one for one in doctor(folder) if one.about == "archive's words")
    assert (told.state, f"archive upgrade {folder}" in told.advice) == ("absent", True)
    upgraded = Archive.upgrade(folder)
    assert not any(one.about == "archive's words" for one in doctor(folder))
    assert upgraded.meetings() == before.meetings()
    again = json.loads(path.read_text("utf-8"))
    assert (again["analyser"]["apart"], again["generation"] == manifest["generation"]) == (apart, False)


def test_what_cannot_be_brought_up_to_date_says_why(folder, tmp_path):
    with pytest.raises(ArchiveError, match="does not exist"):
        Archive.upgrade(tmp_path / "nowhere")
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"version": 99}), "utf-8")
    with pytest.raises(ArchiveError, match="Install a newer minutesnlp"):
        Archive.upgrade(folder)


def test_what_is_too_old_to_be_brought_up_to_date_is_made_again_and_no_upgrade_is_advised(folder):
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"version": 4}), "utf-8")
    for act in (Archive.open, Archive.upgrade):
        with pytest.raises(ArchiveError, match=r"version 4.*minutesnlp index .*minutes\.archive --replace") as told:
            act(folder)
        assert "upgrade" not in str(told.value)


def test_a_manifest_without_the_keys_is_told(folder):
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    del manifest["files"]["meeting_key"]
    path.write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(ArchiveError, match="meeting_key"):
        Archive.open(folder)


# One writer


def test_a_second_writer_is_told_who_writes(folder, corpus):
    with writing(folder), pytest.raises(ArchiveError, match=rf"is being written to by .* \(process {os.getpid()}\)"):
        Archive.open(folder).add(changed(corpus[0], "x"))
    Archive.open(folder).add(changed(corpus[0], "The lock is gone."))


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    with (
        pytest.raises(ArchiveError, match=r"cannot be written to .* See that you may write there"),
        writing(tmp_path / "nowhere"),
    ):
        pass


def test_an_unreadable_lock_still_holds(folder):
    with writing(folder):
        (folder / "lock").write_bytes(b"\0garbage")
        with pytest.raises(ArchiveError, match="by another process"), writing(folder):
            pass


def test_readers_read_while_a_writer_writes(folder, corpus):
    stop, wrong = threading.Event(), []

    def read():
        while not stop.is_set():
            hits = Archive.open(folder).search("fares")
            if hits[0].meeting.id != "m1":
                wrong.append(hits)

    reader = threading.Thread(target=read)
    reader.start()
    archive = Archive.open(folder)
    for number in range(8):
        archive.add(changed(corpus[1], f"Allotment rents of £{number}."))
    stop.set()
    reader.join()
    assert not wrong


KILLED = """
import sys
from minutesnlp.archive import Archive
from minutesnlp.records import Item, Meeting, Paragraph
archive = Archive.open(sys.argv[1])
print("ready", flush=True)
for number in range(1000):
    name = f"new{number}"
    archive.add(Meeting(name, items=(Item(name, "x", paragraphs=(Paragraph(f"{name}/1", f"bus {number}"),)),)))
    print(name, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process at once")
def test_killed_at_any_moment_it_opens_with_the_old_or_the_new_state(folder):
    told = 0
    for turn in range(5):
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True)
        assert process.stdout.readline() == "ready\n"
        first = [process.stdout.readline().strip()] if turn % 2 else []
        time.sleep(0.02 + 0.03 * turn)
        process.kill()
        finished = first + [line for line in process.stdout.read().splitlines() if line.startswith("new")]
        process.wait()
        process.stdout.close()
        archive = Archive.open(folder)
        here = {meeting.id for meeting in archive.meetings()}
        assert {"m1", "m2", "m3", *finished} <= here
        assert {hit.meeting.id for hit in archive.search("bus", k=None)} == here - {"m2"}
        told = max(told, len(here))
        archive.verify(repair=True)
        assert Archive.open(folder).verify() == ()
        assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == [
            json.loads((folder / "manifest.json").read_text("utf-8"))["generation"]
        ]
    assert told > 3


def test_leftovers_are_told_and_swept(folder, corpus):
    (folder / "0123456789ab").mkdir()
    Database.open(folder).add([(changed(corpus[0], "never in force"), None, {})])
    archive = Archive.open(folder)
    problems = archive.verify()
    assert len(problems) == 2
    assert all("interrupted write" in problem for problem in problems)
    assert archive.verify(repair=True) == ()
    assert archive.verify() == ()


def test_what_was_in_force_before_and_is_still_open_is_no_leftover(folder, corpus, monkeypatch):
    (before,) = [path for path in folder.iterdir() if path.is_dir()]
    with monkeypatch.context() as windows:  # where what is mapped cannot be deleted
        windows.setattr(store, "discard", lambda _: None)
        archive = Archive.open(folder)
        archive.add(Corpus([changed(corpus[0], "The new text.")]))
        assert before.is_dir()
        assert archive.verify() == ()
        archive.remove("m2")
        assert archive.verify() == ()
    assert archive.verify(repair=True) == ()
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1


def test_an_archive_among_the_minutes_is_not_read_as_minutes(tmp_path):
    (tmp_path / "a.txt").write_text("Minutes of Wend Council, 4 March 2024\n\n1. Roads\n\nThey were bad.\n", "utf-8")
    archive = Archive.create(tmp_path / "minutes", tmp_path)
    assert [Path(one.file).name for one in mn.read(tmp_path).report()] == ["a.txt"]
    assert len(archive.add(tmp_path)) == 0
    assert archive.skipped == ()
    with pytest.raises(mn.ReadError, match=r"it is an archive or an index\. Open it"):
        mn.read(archive.path)


def test_a_file_that_another_program_holds_is_told_and_nothing_is_lost(folder, corpus, monkeypatch):
    (folder / "manifest.json").write_text("{}", "utf-8")
    files = sorted(folder.rglob("*"))

    def held(path, **_):
        raise PermissionError(13, "it is in use", str(path))

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(ArchiveError, match=r"minutes\.sqlite: cannot be replaced \(it is in use\)\. Close"):
        Archive.create(folder, corpus, replace=True)
    assert set(files) <= set(folder.rglob("*"))


@unless_windows
def test_a_read_only_folder_can_be_searched(folder):
    Archive.open(folder)._store.database.close()
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert Archive.open(folder).search("bus").total == 2
    finally:
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_where_shared_memory_cannot_be_had_a_rollback_journal_is_kept(tmp_path, corpus):
    assert Archive.create(tmp_path / "usual", corpus).journal in ("wal", "delete")
    place = tmp_path / "share"
    place.mkdir()
    (place / "minutes.sqlite-shm").mkdir()  # stands in the way, as a network share's file system does
    with writing(place):
        layout.Database.create(place)
    assert Database.open(place).journal == "delete"
    Database.open(place).add([(corpus[0], None, {})])
    assert len(Database.open(place).written()) == 1


def test_a_reader_outlives_a_compaction(folder, corpus):
    reader, writer = Archive.open(folder), Archive.open(folder)
    old = reader.search("bus fares")[0]
    writer.add(changed(corpus[0], "The bus fares were frozen."))
    writer.compact()
    with pytest.raises(OutdatedError, match="was compacted since"):
        len(old.meeting.items)
    assert reader.search("bus fares")[0].paragraph.text == "The bus fares were frozen."
    assert reader.meeting("m1").items[0].paragraphs[0].text == "The bus fares were frozen."


def test_no_key_is_given_twice(folder, making):
    """Who has the archive open as it was would find another meeting's words by the key of one that is gone."""
    reader, writer = Archive.open(folder), Archive.open(folder)
    writer.remove("m3")
    writer.compact()
    writer.add(making("m4", "Nobody came", "The tram shelter fell.", date=None, title="Trams"))
    assert [hit.meeting.id for hit in reader.search("shelter fell")] == ["m4"]
    assert [hit.paragraph.text for hit in reader.search('"bus shelter"')] == []
    with sqlite3.connect(folder / "minutes.sqlite") as connection:
        spent = dict(connection.execute("SELECT name, key FROM spent"))
        lowest = [connection.execute(f"SELECT min(key) FROM {name} WHERE id LIKE 'm4%'").fetchone() for name in spent]
    connection.close()
    assert [low for (low,) in lowest] == [key + 1 for key in spent.values()]


def test_an_archive_that_did_not_note_its_keys_does_from_now_on(folder, making):
    with sqlite3.connect(folder / "minutes.sqlite") as connection:
        connection.execute("DROP TABLE spent")
    connection.close()
    writer = Archive.open(folder)
    writer.add(making("m4", "Nobody came", "The tram shelter fell.", date=None, title="Trams"))
    reader = Archive.open(folder)
    writer.remove("m4")
    writer.compact()
    writer.add(making("m5", "Nobody came", "The dog shelter fell.", date=None, title="Dogs"))
    assert {hit.meeting.id for hit in reader.search("shelter")} == {"m3", "m5"}


def test_what_is_deleted_between_two_questions_is_told_as_outdated(folder):
    records = Archive.open(folder)._store.database
    (meeting, *_) = records.written()
    (item,) = records.glance([1], [meeting])[0].values()
    assert item.title == "Budget"
    Database.open(folder).drop([meeting])
    again = Database.open(folder)
    with pytest.raises(OutdatedError, match="was compacted since"):
        again.glance([1], [])
    with pytest.raises(OutdatedError, match="was compacted since"):
        again.glance([], [meeting])


def test_what_was_written_ahead_takes_no_room_after_a_compaction(folder, corpus):
    reader, writer = Archive.open(folder), Archive.open(folder)
    assert reader.meeting("m1") == corpus[0]
    writer.add(changed(corpus[0], "The bus fares were frozen."))
    writer.compact()
    log = folder / "minutes.sqlite-wal"
    assert not log.exists() or log.stat().st_size == 0


def test_an_older_version_is_kept_when_its_writer_was_killed_before_it_said_so(folder, corpus, monkeypatch):
    monkeypatch.setattr(Database, "supersede", lambda *_: None)
    archive = Archive.open(folder)
    archive.add(changed(corpus[0], "The tram fares were raised."))
    monkeypatch.undo()
    archive.verify(repair=True)
    assert archive.verify() == ()
    assert list(Archive.open(folder).superseded()) == [corpus[0]]


def test_stress_in_short(tmp_path):
    script = Path(__file__).parents[2] / "benchmarks" / "stress.py"
    told = subprocess.run(
        [sys.executable, script, "--kills", "3", "--seconds", "2", "--place", tmp_path],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "3 kills: " in told.stdout
    assert "Nothing was wrong." in told.stdout


def test_whole_meetings_are_remembered_within_bounds(folder, monkeypatch):
    from minutesnlp.archive import database

    monkeypatch.setattr(database, "REMEMBERED", 1)
    archive = Archive.open(folder)
    archive.meetings()
    assert len(archive._store.database._kept) == 1


# What is new


def test_the_difference_of_two_archives(folder, corpus):
    newer = Archive.in_memory(
        Corpus([changed(corpus[0], "The tram fares were raised."), corpus[1], dataclasses.replace(corpus[0], id="m9")])
    )
    difference = newer.diff(folder)
    assert [m.id for m in difference.new] == ["m9"]
    assert [m.id for m in difference.gone] == ["m3"]
    assert [(c.before.text, c.after.text) for c in difference.changed] == [
        ("The bus fares were raised.", "The tram fares were raised.")
    ]
    assert [d.outcome for d in difference.decisions] == ["AGREED"]
    assert str(difference) == "1 new meetings, 1 gone, 1 changed paragraphs, 1 new decisions"
    assert difference
    assert not newer.diff(newer)


def test_a_paragraph_that_went_is_told(corpus):
    short = dataclasses.replace(corpus[0], front=())
    gone = Archive.in_memory(Corpus([short])).diff(Archive.in_memory(Corpus(corpus[:1]))).changed
    assert [(c.before.id, c.after) for c in gone] == [("m1/front", None)]


def test_a_paragraph_whose_words_were_changed_is_one_change():
    def kept(*texts):
        paragraphs = tuple(Paragraph(f"m1/{abs(hash(text))}", text) for text in texts)
        return Archive.in_memory(Corpus([Meeting("m1", items=(Item("m1/1", "Pond", paragraphs=paragraphs),))]))

    before = kept("A new pump costs £40.50 at Orr and Sons.", "The reeds were cut.", "The gate is shut.")
    after = kept("The gate is shut.", "A new pump costs £45.50 at Orr and Sons.", "A swan was seen on the island.")
    assert [(c.before and c.before.text, c.after and c.after.text) for c in after.diff(before).changed] == [
        ("A new pump costs £40.50 at Orr and Sons.", "A new pump costs £45.50 at Orr and Sons."),
        (None, "A swan was seen on the island."),
        ("The reeds were cut.", None),
    ]


@pytest.mark.parametrize("record", [Meeting, Item, Paragraph])
def test_a_row_of_another_version_can_be_read(record):
    row = {"id": "x", "title": "t", "text": "t", "from_the_future": 1}
    assert from_row(record, row).id == "x"


@pytest.mark.parametrize("wrong", [1, b"x", None, True])
def test_what_is_no_path_is_told(corpus, wrong):
    archive = Archive.in_memory(corpus)
    for ask in (archive.diff, Archive.open, Archive.is_archive, mn.doctor):
        if ask is not mn.doctor or wrong is not None:
            with pytest.raises(TypeError, match="a string or a Path, not"):
                ask(wrong)


def test_what_meetings_are_called_is_kept_as_it_is_in_the_records(folder, corpus):
    archive = Archive.open(folder)
    archive.add(Corpus([dataclasses.replace(corpus[0], id="m8", council="Oak Council", body=None)]))
    archive.remove(corpus[1].id)
    source = Archive.open(folder).collection.source
    files = {meeting.id: meeting.source for meeting in archive.meetings()}
    told = [(m.council, m.body, m.date and m.date.isoformat(), files[m.id]) for m in source.heads()]
    kept, expected = source._called, Called.of(told)
    for name in ("council", "body", "month", "file"):
        assert getattr(kept, name).tolist() == getattr(expected, name).tolist()
    assert kept.names == expected.names


def test_what_may_be_meant_by_a_misspelt_word_goes_with_the_meetings_there_are(folder, making):
    named = dataclasses.replace(
        making("m9", "Present: A", "It rained.", title="Wharfage"), attendance=(Attendee("O Quennell"),)
    )
    archive = Archive.open(folder)
    assert archive.search("wharfagge").near == archive.search("quenell").near == ()
    archive.add(Corpus([named]))
    assert archive.search("wharfagge").near == ("Did you mean “wharfage” for “wharfagge”?",)
    assert archive.search("quenell").near == ("Did you mean “quennell” for “quenell”?",)
    archive.remove("m9")
    archive.compact()
    assert archive.search("wharfagge").near == archive.search("quenell").near == ()


def test_a_name_in_two_prints_is_offered_as_the_first_of_them(making, tmp_path):
    def named(day, name):
        return dataclasses.replace(making(day, "Present: A", "It rained.", date=day), attendance=(Attendee(name),))

    both = Corpus([named("2021-08-01", "Jo MacQuennell"), named("2021-09-01", "Jo Macquennell")])
    for archive in (Archive.in_memory(both), Archive.create(tmp_path / "a", both)):
        assert archive.search("Macquenell").near == ("Did you mean “MacQuennell” for “Macquenell”?",)
