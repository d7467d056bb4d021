"""Which reader reads which file: its content is asked first, its suffix second."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import PurePath
from typing import NamedTuple, cast

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Document

Read = Callable[[bytes, str], list[Document]]
Fits = Callable[[bytes], bool]


class Reader(NamedTuple):
    """A format: what its content looks like, what its files are called, and the function that reads it.

    `place` is "module:function" within this room, imported only when a file of the format turns up.
    """

    name: str
    suffixes: tuple[str, ...]
    fits: Fits
    place: str

    def load(self) -> Read:
        """Return the function that reads the format."""
        module, function = self.place.split(":")
        return cast(Read, getattr(import_module(f"minutesnlp.reading.{module}"), function))


def begins(*magic: bytes) -> Fits:
    """Return a test for content that begins with one of these, blanks and a byte-order mark aside."""

    def fits(data: bytes) -> bool:
        return data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(magic)

    return fits


def holds(member: str) -> Fits:
    """Return a test for a zip archive with a member of this name, or with a `mimetype` that reads so."""

    def fits(data: bytes) -> bool:
        if not data.startswith(b"PK\x03\x04"):
            return False
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                names = archive.namelist()
                if member in names:
                    return True
                return "mimetype" in names and archive.read("mimetype")[:100].strip() == member.encode()
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
            return False

    return fits


def speaks(*marks: bytes) -> Fits:
    """Return a test for XML with one of these near its beginning."""
    is_xml = begins(b"<?xml", b"<meeting", b"<getmeeting")

    def fits(data: bytes) -> bool:
        return is_xml(data) and any(mark in data[:4096].lower() for mark in marks)

    return fits


def never(_: bytes) -> bool:
    """Fit no content: the format is known by its suffix alone."""
    return False


HTML = begins(b"<!doctype html", b"<html", b"<head>", b"<body")
XHTML = speaks(b"<!doctype html", b"<html")

# One line a format. The first that fits the content reads the file, else the first whose suffix is the name's.
READERS: tuple[Reader, ...] = (
    Reader("pdf", (".pdf",), begins(b"%pdf-"), "pdf.guard:read_pdf"),
    Reader("docx", (".docx", ".docm", ".dotx"), holds("word/document.xml"), "office.word:read_word"),
    Reader("odt", (".odt",), holds("application/vnd.oasis.opendocument.text"), "office.odt:read_odt"),
    Reader("doc", (".doc",), begins(b"\xd0\xcf\x11\xe0"), "office.container:refuse_old_office"),
    Reader("rtf", (".rtf",), begins(b"{\\rtf"), "office.container:refuse_rtf"),
    Reader(
        "html",
        (".html", ".htm", ".aspx", ".php", ".asp", ".xhtml", ".shtml", ".jsp"),
        lambda data: HTML(data) or XHTML(data),
        "web.html:read_html",
    ),
    Reader(
        "webservice",
        (".xml", ".asmx"),
        speaks(b"<meeting>", b"<meeting ", b"<agendaitem"),
        "web.webservice:read_webservice",
    ),
    Reader("markdown", (".md", ".markdown"), never, "plain.markdown:read_markdown"),
    Reader("text", (".txt", ".text"), never, "plain.markdown:read_plaintext"),
)


def reader_of(data: bytes, suffix: str) -> Reader | None:
    """Return the reader for a file's content and suffix, or None."""
    for reader in READERS:
        if reader.fits(data):
            return reader
    return next((reader for reader in READERS if suffix.lower() in reader.suffixes), None)


def documents_in(data: bytes, name: str) -> tuple[str, list[Document]]:
    """Return the name of the reader that reads a file's bytes, and what it sees in them.

    Raises
    ------
    ReadError
        When the file is empty, or no reader reads it.
    """
    suffix = PurePath(name).suffix
    if not data.strip(b" \t\r\n\f\x00"):
        raise ReadError(name, "it is empty", "Take it out, or fetch it again.")
    reader = reader_of(data, suffix)
    if reader is None:
        known = " ".join(sorted({s for r in READERS for s in r.suffixes}))
        raise ReadError(name, f"no reader reads {suffix or 'files without a suffix'}", f"Readers read: {known}.")
    try:
        return reader.name, reader.load()(data, name)
    except RecursionError:
        raise ReadError(name, "it is nested too deeply", "Save it in a simpler form.") from None
