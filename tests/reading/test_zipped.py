"""Archives that are not what they should be."""

import io
import zipfile

import pytest

from minutesnlp.errors import ReadError
from minutesnlp.reading import zipped
from minutesnlp.reading.zipped import is_zip, members_of, shown


def archive(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return stream.getvalue()


def test_a_bomb_is_not_unpacked():
    ((_, content),) = members_of(archive(a="0" * 5_000_000), "a.zip")
    assert isinstance(content, ReadError)
    assert "bombs" in content.reason


def test_too_many_files_or_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(zipped, "MOST_FILES", 1)
    with pytest.raises(ReadError, match="it holds 2 files"):
        list(members_of(archive(a="1", b="2"), "a.zip"))
    monkeypatch.setattr(zipped, "MOST_FILES", 9)
    monkeypatch.setattr(zipped, "MOST_BYTES", 1)
    with pytest.raises(ReadError, match="more than 1 GB"):
        list(members_of(archive(a="1", b="2"), "a.zip"))


def test_one_file_too_large_is_skipped(monkeypatch):
    monkeypatch.setattr(zipped, "LARGEST", 3)
    found = dict(members_of(archive(a="1234", b="12"), "a.zip"))
    assert "too large" in found["a.zip/a"].reason
    assert found["a.zip/b"] == b"12"


def test_an_archive_in_an_archive_is_told():
    ((_, content),) = members_of(archive(**{"b.zip": archive(a="1")}), "a.zip")
    assert "archive within" in content.reason


def test_a_damaged_member_is_told_and_the_rest_is_read():
    data = archive(a="words " * 50, b="other words")
    at = 33  # after the first member's header of 31 bytes
    damaged = data[:at] + b"\xff\xff\xff" + data[at + 3 :]
    found = dict(members_of(damaged, "a.zip"))
    assert isinstance(found["a.zip/a"], ReadError)
    assert found["a.zip/b"] == b"other words"


def test_names_never_leave_the_archive():
    assert shown("../../etc/passwd") == "etc/passwd"
    assert shown("C:\\minutes\\a.txt") == "C/minutes/a.txt"


def test_office_documents_are_no_archives_of_files():
    assert is_zip(archive(a="1"))
    assert not is_zip(archive(**{"[Content_Types].xml": "<Types/>"}))
    assert not is_zip(b"%PDF")
