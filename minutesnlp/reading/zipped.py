"""Zip archives: their files, one after another, none written to disk and none larger than it may be."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from minutesnlp.errors import ReadError

# An archive may hold so many files, and so many bytes when unpacked.
MOST_FILES = 10_000
MOST_BYTES = 1_000_000_000

# One file in it may be so large, and so many times larger than it is packed: beyond that it is a bomb.
LARGEST = 200_000_000
MOST_EXPANSION = 200

SMALL = 1_000_000


def is_zip(data: bytes) -> bool:
    """Tell a zip archive that is no office document, which is an archive of its own parts.

    >>> is_zip(b"%PDF-1.7")
    False
    """
    if not data.startswith(b"PK\x03\x04"):
        return False
    return b"[Content_Types].xml" not in data[:4096] and b"mimetypeapplication/" not in data[:200]


def members_of(data: bytes, name: str) -> Iterator[tuple[str, bytes | ReadError]]:
    """Yield each file of an archive as its name (“a.zip/minutes.txt”) and its bytes, or why it cannot be had.

    Raises
    ------
    ReadError
        When the archive is broken or holds too much.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = sorted((m for m in archive.infolist() if _is_wanted(m)), key=lambda m: m.filename)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError(name, f"it is a broken zip archive ({error})", "Make it again.") from None
    with archive:
        if len(members) > MOST_FILES:
            reason = f"it holds {len(members):,} files (at most {MOST_FILES:,})"
            raise ReadError(name, reason, "Unpack it, and give the folder.")
        if sum(m.file_size for m in members) > MOST_BYTES:
            raise ReadError(name, "it unpacks to more than 1 GB", "Unpack it, and give the folder.")
        left = MOST_BYTES
        for member in members:
            place = f"{name}/{shown(member.filename)}"
            content = _content(archive, member, place, left)
            if isinstance(content, bytes):
                left -= len(content)
            yield place, content


def shown(name: str) -> str:
    """Return a member's name without steps out of the archive: it is shown, and no file is ever made of it.

    >>> shown("../../etc/minutes.txt")
    'etc/minutes.txt'
    """
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("..", "/", ".")]
    return "/".join(part.strip(":") for part in parts)


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    last = PurePosixPath(member.filename).name
    return not member.is_dir() and not last.startswith(".") and "__MACOSX" not in member.filename


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str, left: int) -> bytes | ReadError:
    if member.flag_bits & 1:
        return ReadError(place, "it is locked with a password", "Unpack it with the password first.")
    if member.file_size > LARGEST:
        return ReadError(place, f"it is too large ({member.file_size / 1e6:,.0f} MB)", "Unpack and split it.")
    if member.file_size > SMALL and member.file_size > MOST_EXPANSION * max(1, member.compress_size):
        return ReadError(place, "it unpacks to many times its size, as bombs do", "Unpack it if you trust it.")
    try:
        with archive.open(member) as stream:
            # what the directory says of a size need not be true
            content = stream.read(min(member.file_size, left) + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        return ReadError(place, f"it cannot be unpacked ({error})", "Make the archive again.")
    if len(content) > member.file_size:
        return ReadError(place, "it is larger than the archive says", "Make the archive again.")
    if is_zip(content) and place.lower().endswith(".zip"):
        return ReadError(place, "it is an archive within an archive", "Unpack it first.")
    return content
