"""Files, folders, strings: each file once, what cannot be read with its reason."""

import datetime
import os
import zipfile
from pathlib import Path

import pytest

import minutesnlp as mn
from minutesnlp.errors import ReadError
from minutesnlp.reading import corpora, read, read_text

MINUTES = "Minutes of Wend Council held on 4 March 2024\n\n1. Roads\n\nThey were bad.\n\n2. Paths\n\nThey were worse.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text(MINUTES.replace("4 March", "11 March"), encoding="utf-8")
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "copy.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    (tmp_path / "sheet.xyz").write_text("words", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "a.txt").write_text(MINUTES + "x", encoding="utf-8")
    (tmp_path / "~$b.docx").write_bytes(b"who has it open")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "c.md").write_text("## 1 Roads\n\nBad.\n\n## 2 Paths\n\nWorse.\n", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_order_of_names_and_the_rest_has_reasons(folder):
    corpus = read(folder)
    names = [str(folder / name) for name in ("a.txt", "b.txt")] + [str(folder / "deeper" / "c.md")]
    assert [m.source for m in corpus] == names
    reasons = {s.file.removeprefix(str(folder))[1:]: s.reason for s in corpus.skipped}
    assert reasons["empty.txt"] == "it is empty"
    assert "picture" in reasons["picture.txt"]
    assert reasons["copy.txt"] == f"it is the same, byte for byte, as {folder / 'a.txt'}"
    assert reasons["sheet.xyz"] == "no reader reads .xyz"
    assert all(s.advice for s in corpus.skipped)


def test_the_bytes_of_a_file_that_was_not_read_are_read_from_another(tmp_path):
    (tmp_path / "a copy").write_text(MINUTES, encoding="utf-8")  # without a suffix
    (tmp_path / "minutes.md").write_text(MINUTES, encoding="utf-8")
    corpus = read(tmp_path)
    assert [m.source for m in corpus] == [str(tmp_path / "minutes.md")]
    assert [s.file for s in corpus.skipped] == [str(tmp_path / "a copy")]


def test_the_report_tells_of_every_file(folder):
    report = read(folder).report()
    assert len(report) == 7
    first = report[0]
    assert (first.reader, first.meetings, first.items) == ("text", 1, 2)
    assert first.confidence > 0.6
    assert {r.reason == "" for r in report} == {True, False}
    assert [row["file"] for row in report.rows()] == [r.file for r in report]


def test_progress_is_told_file_by_file(folder):
    told = []
    read(folder, progress=lambda done, total, name: told.append((done, total, name)))
    assert [(done, total) for done, total, _ in told] == [(n, 7) for n in range(1, 8)]


def test_several_processes_give_what_one_gives(folder):
    told = []
    several = read(folder, processes=2, progress=lambda *now: told.append(now))
    one = read(folder, processes=1)
    assert several == one
    assert several.skipped == one.skipped
    assert several.report() == one.report()
    assert len(told) == 7


def test_where_no_process_can_be_started_one_reads_all(folder, monkeypatch):
    def fail(*_args, **_more):
        raise corpora.NoWorkersError
        yield

    monkeypatch.setattr(corpora, "answers", fail)
    assert len(read(folder, processes=4)) == 3


def test_a_file_that_ends_its_reader_is_skipped(folder, monkeypatch):
    monkeypatch.setattr(
        corpora, "answers", lambda files, _: ((i, None, "it took longer than 1 seconds") for i in range(len(files)))
    )
    with pytest.raises(ReadError, match="nothing could be read: none of 7"):
        read(folder, processes=2)


def test_a_large_folder_is_given_to_workers(folder, monkeypatch):
    asked = []

    def fail(files, processes):
        asked.append((len(files), processes))
        raise corpora.NoWorkersError
        yield

    monkeypatch.setattr(corpora, "answers", fail)
    monkeypatch.setattr(corpora, "WORTH_WORKERS", 10)
    monkeypatch.setattr(corpora.os, "cpu_count", lambda: 3)
    read(folder)
    assert asked == [(7, 3)]


def test_paths_may_be_several_and_each_file_is_read_once(folder):
    corpus = read(folder / "a.txt", folder, str(folder / "*.txt"))
    assert len(corpus) == 3


def test_a_missing_path_says_so(tmp_path):
    with pytest.raises(ReadError, match="there is no such file or folder"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="no file fits this pattern"):
        read(str(tmp_path / "*.txt"))


def test_where_nothing_can_be_read_the_reason_is_told(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(ReadError, match=r"a\.txt: it is empty\. Take it out"):
        read(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4")
    with pytest.raises(ReadError, match="none of 2 files"):
        read(tmp_path)
    (tmp_path / "void").mkdir()
    with pytest.raises(ReadError, match="it holds no files"):
        read(tmp_path / "void")


def test_what_may_not_be_looked_at_is_told_and_the_rest_is_read(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(MINUTES, "utf-8")
    (tmp_path / "barred.txt").write_text(MINUTES, "utf-8")
    (tmp_path / "shut").mkdir()

    def refusing(look):
        def refused(path, **options):
            if Path(path).name in ("barred.txt", "shut"):
                raise PermissionError(13, "Permission denied", str(path))
            return look(path, **options)

        return refused

    monkeypatch.setattr(Path, "stat", refusing(Path.stat))
    monkeypatch.setattr(os, "scandir", refusing(os.scandir))
    corpus = read(tmp_path, processes=1)
    assert len(corpus) == 1
    assert [Path(one.file).name for one in corpus.skipped] == ["barred.txt", "shut"]
    assert all("Permission denied" in one.reason for one in corpus.skipped)


def test_a_link_to_a_folder_is_told_and_not_followed(tmp_path):
    (tmp_path / "set").mkdir()
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "a.txt").write_text("Minutes of the Quay Committee held on 9 May 2023\n", "utf-8")
    try:
        (tmp_path / "set" / "linked").symlink_to(tmp_path / "kept", target_is_directory=True)
    except OSError:
        pytest.skip("links may not be made here")
    with pytest.raises(ReadError, match=r"link to a folder.*Give the folder itself"):
        read(tmp_path / "set")
    corpus = read(tmp_path)
    assert len(corpus) == 1
    assert [Path(one.file).name for one in corpus.skipped] == ["linked"]


def test_what_a_terminal_would_obey_is_no_part_of_a_text():
    corpus = read_text(MINUTES.replace("bad", "\x1b[31mbad\x07"))
    assert "They were [31mbad." in [p.text for p in corpus.paragraphs]


@pytest.mark.parametrize("wrong", [None, 1, b"minutes", []])
def test_only_a_string_is_read_as_text(wrong):
    with pytest.raises(TypeError, match=r"read\(\) takes paths"):
        read_text(wrong)


@pytest.mark.parametrize("wrong", [{"processes": 0}, {"processes": -1}])
def test_fewer_than_one_process_is_refused(folder, wrong):
    with pytest.raises(ValueError, match="processes"):
        read(folder, **wrong)


def test_no_path_is_refused():
    with pytest.raises(ValueError, match="at least one path"):
        read()


def test_encodings_are_read_and_guesses_noted(tmp_path):
    (tmp_path / "a.txt").write_bytes("1. Café\n\nThe café – closed.\n\n2. Roads\n\nBad.".encode("cp1252"))
    (tmp_path / "b.txt").write_bytes("1. Café\n\nThe café – open.\n\n2. Roads\n\nBad.".encode("utf-16"))
    corpus = read(tmp_path)
    assert [m.items[0].title for m in corpus] == ["Café", "Café"]
    assert any("windows-1252" in note for note in corpus[0].notes)
    assert corpus.report()[0].guesses


def test_a_zip_archive_is_read_as_a_folder(tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2024/a.txt", MINUTES)
        archive.writestr("../../b.txt", MINUTES.replace("4 March", "5 March"))
        archive.writestr("empty.txt", "")
    corpus = read(path)
    assert [m.source for m in corpus] == [f"{path}/b.txt", f"{path}/2024/a.txt"]
    assert [s.file for s in corpus.skipped] == [f"{path}/empty.txt"]


def test_a_broken_or_empty_archive_says_so(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(ReadError, match="broken zip"):
        read(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("folder/", "")
    with pytest.raises(ReadError):
        read(tmp_path / "b.zip")


def test_a_string_with_a_title_is_one_item_of_minutes():
    corpus = read_text(
        "The Panel is asked to agree.\n\n1. first\n\nMinutes:\n\nIt agreed.",
        title="Voids",
        number="7",
        date="2024-03-05",
    )
    meeting = corpus[0]
    assert (meeting.id, meeting.date, meeting.source) == ("2024-03-05-voids", datetime.date(2024, 3, 5), "text")
    (item,) = meeting.items
    assert (item.number, item.title, item.date) == ("7", "Voids", meeting.date)
    assert {p.section for p in item.paragraphs} == {"minutes"}
    assert corpus["2024-03-05-voids"] is meeting


def test_a_string_without_a_title_is_read_as_a_file_is():
    meeting = read_text(MINUTES, date=datetime.date(2024, 3, 5))[0]
    assert [item.title for item in meeting.items] == ["Roads", "Paths"]
    assert meeting.date == datetime.date(2024, 3, 5)
    assert any("heading says 2024-03-04" in note for note in meeting.notes)


@pytest.mark.parametrize(
    "text",
    [
        "The Head of Parks told of the bandstand. It would cost £900.\n\nMr Orme asked about the roof.\n\n"
        "View the full minutes text for item 7",
        "The bills for June were put before Members.\n\nPayee\tSum\nJ Orme\t£9.10\n\nRESOLVED that they be paid.",
        "| Payee | Sum |\n|---|---|\n| J Orme | £9.10 |\n\nRESOLVED that they be paid.",
    ],
)
def test_all_of_a_string_of_text_alone_is_minutes_also_where_its_paragraphs_are_short(text):
    meeting = read_text(text)[0]
    assert not meeting.front
    (item,) = meeting.items
    assert {paragraph.section for paragraph in item.paragraphs} == {"minutes"}
    assert "guessed: no headings of items, so that all was taken for one item" in meeting.notes


def test_short_lines_above_a_text_are_its_heading_also_where_they_end_as_a_sentence():
    head = "Elm Parish Council\n\nMinutes of the meeting held in the hall on 4 March 2031 at the mill.\n\n"
    meeting = read_text(head + "The bridge at the mill was shut in February for want of a rail. " * 3)[0]
    assert (len(meeting.front), meeting.council, meeting.date) == (2, "Elm Parish Council", datetime.date(2031, 3, 4))


def test_a_number_without_a_title_is_the_single_items():
    assert read_text("They talked at length about the bridge at the mill.", number="9")[0].items[0].number == "9"


def test_strings_without_words_and_dates_that_are_none_are_refused():
    for empty in ("", " \n", "----\n****"):
        with pytest.raises(ReadError, match="text"):
            read_text(empty)
    with pytest.raises(ValueError, match="2021-10-25"):
        read_text("words", date="yesterday")


def test_an_undated_string_says_so():
    meeting = read_text("They talked.", title="Bridge", date=datetime.datetime(2024, 3, 5, 12))[0]
    assert meeting.date == datetime.date(2024, 3, 5)
    assert "missing: no date was given" in read_text("They talked.", title="Bridge")[0].notes


def test_the_face_gives_the_same_functions():
    assert mn.read is read
    assert mn.read_text is read_text


def test_the_example_corpus_is_read_with_plain_names():
    corpus = mn.example_corpus()
    assert corpus.skipped == ()
    assert all(m.source.startswith("corpus/minutes/") for m in corpus)
    assert all(m.council and m.body and m.date and m.items and m.attendance for m in corpus)
    assert all(item.number for item in corpus.items)
    assert len({p.id for p in corpus.paragraphs}) == len(corpus.paragraphs)
    assert all(m.back and m.venue and m.start_time and m.status for m in corpus)
