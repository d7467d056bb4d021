"""Bytes to text: stated encodings, guessed ones with a note, and what is no text."""

import pytest

from minutesnlp.errors import ReadError
from minutesnlp.reading.decoding import decode

WORDS = "The clerk’s report – £20 for Cllr Siân"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_its_encoding_is_read_without_a_guess(encoding):
    assert decode(WORDS.encode(encoding), "a.txt") == (WORDS, ())


def test_windows_1252_is_guessed_and_the_guess_is_noted():
    text, notes = decode(WORDS.encode("cp1252"), "a.txt")
    assert text == WORDS
    assert notes[0].startswith("guessed: encoding windows-1252")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_guessed(encoding):
    text, notes = decode("Minutes of the meeting of the council".encode(encoding), "a.txt")
    assert text == "Minutes of the meeting of the council"
    assert encoding in notes[0]


def test_a_declared_encoding_is_believed():
    data = '<?xml version="1.0" encoding="iso-8859-2"?><p>Łódź and some more words</p>'.encode("iso-8859-2")
    text, notes = decode(data, "a.xml")
    assert "Łódź" in text
    assert notes == ("stated: encoding iso-8859-2",)


def test_a_declared_encoding_that_does_not_exist_is_passed_over():
    data = '<meta charset="x-nonsense"><p>caf\xe9 and more</p>'.encode("cp1252")
    assert "café" in decode(data, "a.html")[0]


def test_a_few_damaged_characters_leave_the_rest_utf_8():
    data = ("– ’ “ ” £ é " * 10).encode() + b"\xe2\x80 end"
    text, notes = decode(data, "a.txt")
    assert "£" in text
    assert "\ufffd" in text
    assert "damaged" in notes[0]


@pytest.mark.parametrize("data", [b"", b"  \r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_says_so(data):
    with pytest.raises(ReadError, match="it is empty"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 x", "a PDF"),
        (b"PK\x03\x04abc", "zip"),
        (b"\xd0\xcf\x11\xe0abc", "old Word"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(1, 200)) * 20, "binary"),
    ],
)
def test_what_is_no_text_says_what_it_is(data, kind):
    with pytest.raises(ReadError, match=kind):
        decode(data, "a.txt")


def test_broken_utf_16_says_where():
    with pytest.raises(ReadError, match="broken at byte"):
        decode(b"\xff\xfe" + b"\x00\xd8\x41\x00" * 3, "a.txt")
