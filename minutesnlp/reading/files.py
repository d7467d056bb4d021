"""Paths to files: folders walked in order, globs spread out, every file with the name it is known by."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from minutesnlp.errors import ReadError

# No file of minutes is as large as this, in bytes.
LARGEST = 200_000_000

# … nor one of text or markup as this, whatever its reader takes: it is not read into memory to be refused there.
LARGEST_TEXT = 50_000_000
PACKED = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

# Files that folders hold besides minutes; they are passed over in silence, as the dust of a drawer.
DUST = frozenset(("thumbs.db", "desktop.ini", ".ds_store", "__init__.py"))
HIDDEN = (".", "~$")  # the second is what Word keeps beside a document that is open

# What is told of a path at which nothing is.
MISSING = ("there is no such file or folder", "Look at how it is spelt and where it lies.")

# By which a folder that was written here is known: its manifest names the format in its first line.
MANIFEST, OURS = "manifest.json", b'"format": "minutesnlp-'


def files_of(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Yield the files at a path: the file itself, or all in a folder and its folders by name.

    Hidden files and folders are passed over. Links to folders are not followed, so that no loop can form; they, and
    what may not be looked at, stand among the files: reading them gives the reason. An archive of ours that lies among
    the minutes is none of them, and passed over.

    Raises
    ------
    ReadError
        When nothing is there, or an archive.
    """
    given = Path(path)
    if _is_file(given):
        yield given
    elif _is_ours(given):
        raise ReadError(path, "it is an archive or an index", "Open it (Archive.open), or give the minutes themselves.")
    elif given.is_dir():
        yield from _walk(given)
    elif any(mark in str(given) for mark in "*?["):
        matches = sorted(_globbed(given))
        if not matches:
            raise ReadError(path, "no file fits this pattern", "Look at the folder's name and the files' suffixes.")
        for match in matches:
            yield from files_of(match)
    elif given.exists():
        raise ReadError(path, "it is neither a file nor a folder", "Give a file of minutes or a folder of them.")
    else:
        raise ReadError(path, *MISSING)


def _walk(folder: Path) -> Iterator[Path]:
    barred: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=lambda error: barred.append(Path(error.filename))):
        folders[:] = sorted(
            name for name in folders if not name.startswith((".", "__pycache__")) and not _is_ours(Path(root, name))
        )
        yield from (Path(root, name) for name in folders if os.path.islink(Path(root, name)))
        for name in sorted(names):
            if name.lower() not in DUST and not name.startswith(HIDDEN) and _is_file(Path(root, name)):
                yield Path(root, name)
    yield from barred


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder is an archive or an index that was written here, by its manifest."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            return OURS in file.read(100)
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    """Tell whether there is a file to read; where not even that may be known, reading it says why."""
    try:
        return path.is_file()
    except OSError:
        return True


def _globbed(pattern: Path) -> Iterator[Path]:
    anchor = Path(pattern.anchor) if pattern.anchor else Path()
    parts = pattern.parts[1:] if pattern.anchor else pattern.parts
    fixed = 0
    while fixed < len(parts) and not any(mark in parts[fixed] for mark in "*?["):
        fixed += 1
    yield from anchor.joinpath(*parts[:fixed]).glob("/".join(parts[fixed:]))


def content_of(file: Path) -> bytes:
    """Return a file's bytes.

    Raises
    ------
    ReadError
        When it is too large or cannot be opened.
    """
    try:
        if file.is_symlink() and file.is_dir():
            raise ReadError(file, "it is a link to a folder, and those are not followed", "Give the folder itself.")
        size = file.stat().st_size
        with file.open("rb") as opened:
            head = opened.read(1024)
            most = LARGEST if any(mark in head for mark in PACKED) else LARGEST_TEXT
            if size > most:
                advice = "Split it, or take out what is no minutes."
                raise ReadError(file, f"it is too large ({size / 1e6:,.0f} MB; at most {most / 1e6:,.0f} MB)", advice)
            return head + opened.read()
    except FileNotFoundError:
        raise ReadError(file, *MISSING) from None
    except OSError as error:
        advice = "Look at its permissions, or whether another program holds it."
        raise ReadError(file, f"it cannot be opened ({error.strerror or error})", advice) from None
