"""Office files are opened within limits, and the older kinds are refused with advice."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from minutesnlp.errors import ReadError
from minutesnlp.reading.office import container as office
from minutesnlp.reading.office.container import open_office, part_of, refuse_old_office, refuse_rtf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def test_a_part_is_read_and_a_missing_one_is_empty() -> None:
    opened = open_office(archive({"a.xml": b"<a/>"}), "a.docx")
    assert (part_of(opened, "a.xml", "a.docx"), part_of(opened, "b.xml", "a.docx")) == (b"<a/>", b"")


def test_a_bomb_is_refused() -> None:
    with pytest.raises(ReadError, match="as bombs do"):
        open_office(archive({"a.xml": b" " * 20_000_000}), "a.docx")


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST_PARTS", 1)
    with pytest.raises(ReadError, match="holds 2 parts"):
        open_office(archive({"a.xml": b"", "b.xml": b""}), "a.docx")


def test_a_broken_archive_is_refused() -> None:
    with pytest.raises(ReadError, match="broken office file"):
        open_office(archive({"a.xml": b"<a/>"})[:40], "a.docx")


def test_a_part_with_broken_data_is_refused() -> None:
    data = bytearray(archive({"a.xml": b"<a>" + bytes(range(200)) + b"</a>"}))
    data[50:60] = bytes(10)
    with pytest.raises(ReadError, match="cannot be unpacked"):
        open_office(bytes(data), "a.docx")


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ("WordDocument", r"old Word file \(\.doc\)\. Save it as \.docx"),
        ("EncryptedPackage", "locked with a password"),
        ("Workbook", "Excel workbook"),
        ("PowerPoint Document", "PowerPoint"),
    ],
)
def test_old_office_files_are_told_apart(inner: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        refuse_old_office(OLE + bytes(500) + inner.encode("utf-16-le"), "minutes.doc")


def test_rich_text_gets_advice() -> None:
    with pytest.raises(ReadError, match=r"rich text file \(\.rtf\)\. Save it as \.docx"):
        refuse_rtf(b"{\\rtf1", "minutes.rtf")
