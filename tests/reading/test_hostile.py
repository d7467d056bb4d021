# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Whatever a file holds, reading it gives meetings or a ReadError, soon."""

import time
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutesnlp.errors import ReadError
from minutesnlp.reading.corpora import meetings_in
from minutesnlp.reading.files import content_of
from minutesnlp.reading.plain import markdown
from minutesnlp.reading.web import html

PIECES = st.sampled_from(
    [
        "1. Apologies\n", "2. Planning: None\n", "21/16\n", "Minutes:\n", "Decision:\n", "- ", "> ", "# ", "**", "| a | b |\n",
        "---\n", "title: x\n", "\f", "\x00", "\u202e", "\ufffd", "<table><tr><td>", "</td></tr></table>", "<p>", "<b>", "&amp;",
        "Cllr A Hall proposed.\n", "\n\n", "(a) ", "i. ", "view the full minutes text for item 4", "pdf icon PDF 1 MB",
        "<div class='mgWordPara'>", "<p class='mgAiTitleTxt'>", "<table id='mgItemTable'>", "held on 4 March 2024\n", "£", "1.1.1 ",
    ]
)  # fmt: skip

TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30).map("".join)


def lawful(data, name):
    try:
        _, assembled = meetings_in(data, name, "0" * 64)
    except ReadError:
        return
    for each in assembled:
        meeting = each.meeting
        ids = [p.id for p in meeting.paragraphs]
        assert len(ids) == len(set(ids))
        assert len({item.id for item in meeting.items}) == len(meeting.items)
        for paragraph in meeting.paragraphs:
            assert paragraph.text
            assert paragraph.text == " ".join(paragraph.text.split())
            assert paragraph.citation
        assert all(item.title for item in meeting.items)
        assert all(
            note.split(":")[0] in ("stated", "derived", "guessed", "missing", "doubtful") for note in meeting.notes
        )


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".xml"])
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
def test_any_text_is_read_or_refused(suffix, text):
    lawful(text.encode("utf-8", "surrogatepass"), "a" + suffix)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".xml", ".aspx"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(suffix, data):
    lawful(data, "a" + suffix)


LONG = {
    "one line of a million letters": "a" * 300_000,
    "one line of a million letters in words": "word " * 20_000,
    "a hundred thousand empty lines": "\n" * 30_000 + "end",
    "stars without end": "*" * 30_000,
    "brackets without end": "[" * 50_000,
    "opened tags without end": "<b>" * 20_000,
    "labels without end": "1. a\n" * 1_000,
    "numbers counting on": "".join(f"{n}. Item\n\nText.\n\n" for n in range(1, 500)),
    "dots and blanks before nothing": ". " * 50_000 + "view the full",
    "digits without end": "1/" * 50_000,
    "capitals without end": "AB " * 20_000,
    "titles without end": "The Planning Committee of " * 10_000,
    "cells without end": "|" * 50_000,
    "quotations without end": "> " * 30_000,
    "dates without end": "1 May 2020 " * 20_000,
    "apologies without end": "Apologies received from " * 8_000,
    "colons without end": "a: " * 40_000,
    "front matter without end": "---\n" + "a: b\n" * 6_000,
    "deep lists": "".join(" " * n + "- x\n" for n in range(500)),
    "deep html": "<div>" * 30_000,
    "comments without end": "<!-- a " * 30_000,
    "lists within lists": "Members present: Hall. Clerk: " * 10_000,
    "next meetings without end": "The next meeting is on 5 May 2023. " * 10_000,
    "one line of five million letters": "The Panel noted the report on bridges. " * 128_000,
}


@pytest.mark.parametrize("name", list(LONG))
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_no_shape_of_text_takes_long(name, suffix):
    begun = time.process_time()
    lawful(LONG[name].encode(), "a" + suffix)
    # a bound against what never ends, generous enough for any machine
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(("suffix", "reader"), [(".txt", markdown), (".md", markdown), (".html", html)])
def test_a_line_is_read_up_to_the_limit_and_refused_beyond(monkeypatch, suffix, reader):
    assert reader.LARGEST == 20_000_000
    line = b"<p>The Panel noted the report on bridges." + b" " * 20
    monkeypatch.setattr(reader, "LARGEST", len(line))
    lawful(line, "a" + suffix)
    with pytest.raises(ReadError, match="too large"):
        meetings_in(line + b" ", "a" + suffix, "0" * 64)


def test_a_line_too_long_is_refused_before_it_is_decoded():
    data = b"a" * 100_000_000
    tracemalloc.start()
    try:
        for suffix in (".txt", ".md", ".html"):
            with pytest.raises(ReadError, match=r"too large.*100 MB"):
                meetings_in(data, "a" + suffix, "0" * 64)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.parametrize(("suffix", "head"), [(".txt", b"a"), (".html", b"<html>"), (".xml", b"<meeting>")])
def test_a_text_too_large_is_refused_before_it_is_read(tmp_path, suffix, head):
    file = tmp_path / f"a{suffix}"
    with file.open("wb") as opened:
        opened.write(head)
        opened.truncate(60_000_000)
    with pytest.raises(ReadError, match=r"too large \(60 MB; at most 50 MB\)"):
        content_of(file)
