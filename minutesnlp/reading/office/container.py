"""Office files as zip archives: opened within limits of size, or refused with the reason; older kinds refused."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import NoReturn

from minutesnlp.errors import ReadError

# What an office file may unpack to, its pictures aside, and how many times larger than packed one part may be.
MOST_BYTES = 150_000_000
MOST_EXPANSION = 400
SMALL = 2_000_000
MOST_PARTS = 20_000

AGAIN = "Open it in its program, save it anew, and read that."
AS_DOCX = "Save it as .docx (in Word or LibreOffice: soffice --headless --convert-to docx FILE) and read that."

# The stream of an encrypted .docx within its old-style container, as its directory writes it.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SPREADSHEET = "Workbook".encode("utf-16-le")
SLIDES = "PowerPoint Document".encode("utf-16-le")


def open_office(data: bytes, name: str) -> zipfile.ZipFile:
    """Open an office file after looking that no part of it is a bomb, locked, or declares entities.

    Raises
    ------
    ReadError
        When it is broken, locked or too large.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError(name, f"it is a broken office file ({error})", AGAIN) from None
    if len(parts) > MOST_PARTS:
        raise ReadError(name, f"it holds {len(parts):,} parts", AGAIN)
    texts = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError(name, "it is locked with a password", "Save it without the password and read that.")
    bomb = any(p.file_size > SMALL and p.file_size > MOST_EXPANSION * max(1, p.compress_size) for p in texts)
    if bomb or sum(part.file_size for part in texts) > MOST_BYTES:
        raise ReadError(name, "it unpacks to many times its size, as bombs do", "Open it only if you trust it.")
    for part in texts:
        if b"<!ENTITY" in part_of(archive, part.filename, name):
            reason = "it declares XML entities, which are not expanded for safety"
            raise ReadError(name, reason, AGAIN)
    return archive


def part_of(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """Return a part of an office file, b"" when it has none of that name."""
    try:
        size = archive.getinfo(part).file_size
    except KeyError:
        return b""
    try:
        with archive.open(part) as stream:
            content = stream.read(size + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise ReadError(name, f"its part {part} cannot be unpacked ({error})", AGAIN) from None
    if len(content) > size:
        raise ReadError(name, f"its part {part} is larger than the file says", AGAIN)
    return content


def refuse_old_office(data: bytes, name: str) -> NoReturn:
    """Tell what an old-style office file is, and how to make one of it that can be read.

    Raises
    ------
    ReadError
        Always.
    """
    if ENCRYPTED in data:
        raise ReadError(name, "it is a Word file locked with a password", "Save it without the password and read that.")
    if SPREADSHEET in data:
        raise ReadError(name, "it is an old Excel workbook (.xls), not minutes", "Leave it out.")
    if SLIDES in data:
        raise ReadError(name, "it is an old PowerPoint file (.ppt), not minutes", "Leave it out.")
    raise ReadError(name, "it is an old Word file (.doc)", AS_DOCX)


def refuse_rtf(_: bytes, name: str) -> NoReturn:
    """Tell that a file is rich text, and how to make one of it that can be read.

    Raises
    ------
    ReadError
        Always.
    """
    raise ReadError(name, "it is a rich text file (.rtf)", AS_DOCX)
