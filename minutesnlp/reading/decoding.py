"""Bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import re

from minutesnlp.errors import ReadError

BINARY_ADVICE = "If it is a document, give it the suffix of its kind (.pdf, .docx, .html); else leave it out."

# How much of a file is looked at to tell text from something else.
LOOKED_AT = 65_536

# More control characters than this share of all and it is no text.
CONTROL_SHARE = 0.02

# Bytes no text has, in any one-byte encoding: "\x01"; not "\t", "\n", "\f", "\x1a" (an old end-of-file mark).
CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")

# Beginnings of files that are certainly something else.
FOREIGN = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old Word, Excel or PowerPoint file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a rich text (RTF) file",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}

# <meta charset="iso-8859-1">, <?xml encoding="utf-16"?>; not charset in prose.
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    r"""Return the text of a file and notes on its encoding where that was guessed.

    UTF-8 and what a byte-order mark or a declaration says are read as stated; else Windows-1252, which any bytes fit.

    Raises
    ------
    ReadError
        When it is empty or no text.

    >>> decode("the clerk\u2019s report".encode("cp1252"), "a.txt")
    ('the clerk’s report', ('guessed: encoding windows-1252, for it is not UTF-8 and says none',))
    """
    if not data.strip(b" \t\r\n\f\x00\xef\xbb\xbf\xff\xfe"):
        raise ReadError(name, "it is empty", "Take it out, or fetch it again.")
    for magic, kind in FOREIGN.items():
        if data.startswith(magic):
            raise ReadError(name, f"it is {kind}, not text", BINARY_ADVICE)
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return _strictly(data, "utf-32", name), ()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16", name), ()
    wide = _utf16_without_mark(data)
    if wide:
        return _strictly(data, wide, name), (f"guessed: encoding {wide}, for every other byte is nought",)
    if _is_binary(data):
        raise ReadError(name, "it is not text (binary content)", BINARY_ADVICE)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(data[:4096])
    if declared:
        try:
            encoding = declared[1].decode("ascii").lower()
            # The web's rule: what is declared Latin-1 is Windows-1252.
            if encoding not in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "utf-8", "utf8"):
                return data.decode(encoding), (f"stated: encoding {encoding}",)
        except (LookupError, UnicodeDecodeError):
            pass
    if _mostly_utf8(data):
        text = data.decode("utf-8-sig", errors="replace")
        return text, ("guessed: encoding UTF-8 with damaged characters, shown as \ufffd",)
    text = data.decode("cp1252", errors="replace")
    return text, ("guessed: encoding windows-1252, for it is not UTF-8 and says none",)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        advice = "Save it again as UTF-8."
        raise ReadError(name, f"it begins as {encoding} and is broken at byte {error.start:,}", advice) from None


def _utf16_without_mark(data: bytes) -> str | None:
    head = data[:LOOKED_AT]
    if len(head) < 8:
        return None
    if head[1::2].count(0) > 0.6 * len(head[1::2]) and head[0::2].count(0) < 0.05 * len(head):
        return "utf-16-le"
    if head[0::2].count(0) > 0.6 * len(head[0::2]) and head[1::2].count(0) < 0.05 * len(head):
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    head = data[:LOOKED_AT]
    return len(CONTROL_BYTES.findall(head)) > CONTROL_SHARE * len(head)


def _mostly_utf8(data: bytes) -> bool:
    """Tell a few damaged characters in UTF-8 from another encoding: most of what is not ASCII decodes."""
    text = data[:LOOKED_AT].decode("utf-8", errors="replace")
    good = sum(1 for c in text if ord(c) > 127 and c != "\ufffd")
    return good > 4 * text.count("\ufffd")
