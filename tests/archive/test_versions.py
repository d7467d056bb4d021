"""Meetings of one id: new versions take the place of older ones, and others are kept beside them."""

import pytest

import minutesnlp as mn
from minutesnlp.archive.versions import is_version, settled

ANNUAL = """Elm Parish Council
Minutes of the Annual Parish Meeting held on 3 May 2021 at 6.30 pm
1. Report of the Chairman
The Chairman told of a year in which the bus shelter had been rebuilt.
2. Allotments
Mrs Fenn reported that eleven plots were let.
"""
ORDINARY = """Elm Parish Council
Minutes of the Ordinary Meeting held on 3 May 2021 at 7.30 pm
1. Apologies
Apologies were received from Mr Thorn.
2. Drainage
It was resolved to clear the culvert at Sedge Lane before winter.
"""
HAND = mn.Paragraph("m/1", "The bus was late."), mn.Paragraph("m/1", "The fare was raised.")


@pytest.fixture
def files(tmp_path):
    (tmp_path / "annual.txt").write_text(ANNUAL, "utf-8")
    (tmp_path / "ordinary.txt").write_text(ORDINARY, "utf-8")
    return tmp_path


@pytest.fixture(params=["folder", "memory"])
def archive(request, files):
    source = files / "annual.txt"
    if request.param == "memory":
        return mn.Archive.in_memory(source)
    return mn.Archive.create(files / "t.archive", source)


def says(archive, words):
    return [hit.meeting.id for hit in archive.search(f'"{words}"', k=None)]


def test_two_meetings_of_one_evening_are_both_kept(archive, files):
    (added,) = archive.add(files / "ordinary.txt")
    assert len(archive) == 2
    assert says(archive, "bus shelter")
    assert says(archive, "culvert at Sedge Lane") == [added.id]
    assert added.id not in says(archive, "bus shelter")
    assert all(paragraph.id.startswith(added.id) for paragraph in added.paragraphs)


def test_what_is_added_again_is_known_again(archive, files):
    archive.add(files / "ordinary.txt")
    assert not archive.add(files / "ordinary.txt")
    assert not archive.add([files / "annual.txt", files / "ordinary.txt"])
    assert len(archive) == 2


def test_a_changed_file_takes_the_place_of_its_older_version(archive, files):
    (first,) = archive.add(files / "ordinary.txt")
    (files / "ordinary.txt").write_text(ORDINARY.replace("culvert", "ditch"), "utf-8")
    (second,) = archive.add(files / "ordinary.txt")
    assert second.id == first.id
    assert len(archive) == 2
    assert says(archive, "ditch at Sedge Lane") == [first.id]
    assert not says(archive, "culvert")


def test_a_later_version_under_another_name_is_a_version(archive, files):
    (files / "approved.txt").write_text(ANNUAL.replace("eleven", "twelve"), "utf-8")
    archive.add(files / "approved.txt")
    assert len(archive) == 1
    assert says(archive, "twelve plots")
    assert len(archive.superseded()) == 1


def test_a_file_that_can_be_read_at_last_is_no_longer_skipped(files):
    (files / "late.txt").write_bytes(bytes(range(256)) * 9)
    archive = mn.Archive.create(files / "t.archive", [files / "annual.txt", files / "late.txt"])
    assert [each.file for each in archive.skipped] == [str(files / "late.txt")]
    (files / "late.txt").write_text(ORDINARY, "utf-8")
    archive.add(files / "late.txt")
    assert archive.skipped == ()


def test_of_meetings_made_by_hand_the_id_tells():
    old, new = (mn.Meeting("m", front=(paragraph,)) for paragraph in HAND)
    assert is_version(new, old)
    assert settled([new], ["m"], lambda _: old) == {"m": new}
    assert settled([old, new], [], {}.__getitem__) == {"m": new}
