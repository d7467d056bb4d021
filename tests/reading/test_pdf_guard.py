"""The process in which PDFs are read: it tells what reading here tells, and it can be ended."""

from __future__ import annotations

import json
import time
from io import BytesIO

import pytest
from paper_making import LONG, pdf_of

from minutesnlp.errors import ReadError
from minutesnlp.reading.pdf import guard as pdf_guard
from minutesnlp.reading.pdf import helper as pdf_helper
from minutesnlp.reading.pdf.guard import read_pdf
from minutesnlp.reading.pdf.reader import read_here


def test_the_helper_tells_what_reading_here_tells() -> None:
    data = pdf_of(["<b>Resolved:</b> that it be so.", LONG], head="Minutes of Fenwick", title="Fenwick")
    assert read_pdf(data, "made.pdf") == read_here(data, "made.pdf")


def test_the_helper_is_kept_for_the_next_file() -> None:
    data = pdf_of([LONG])
    read_pdf(data, "a.pdf")
    first = pdf_guard._helper()
    read_pdf(data, "b.pdf")
    assert pdf_guard._helper() is first


def test_a_reason_comes_through_with_its_advice() -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf_of([LONG], encrypt="secret"), "dir/made.pdf")
    assert (caught.value.file, caught.value.reason) == ("dir/made.pdf", "it is locked with a password")
    assert caught.value.advice


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf_of([LONG])
    with monkeypatch.context() as patched:
        patched.setattr(pdf_guard, "_talk", lambda *_: time.sleep(0.5))
        with pytest.raises(ReadError, match="took longer than 0 seconds"):
            read_pdf(data, "slow.pdf", seconds=0.05)
    assert read_pdf(data, "next.pdf")[0].blocks[0].text == LONG


def test_a_helper_that_dies_is_told_and_another_started(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf_of([LONG])
    helper = pdf_guard._helper()
    assert helper is not None

    def die(*_: object) -> None:
        helper.kill()

    with monkeypatch.context() as patched:
        patched.setattr(pdf_guard, "_talk", die)
        with pytest.raises(ReadError, match="broke the PDF library"):
            read_pdf(data, "bad.pdf")
    assert read_pdf(data, "next.pdf")[0].blocks[0].text == LONG


def test_where_no_process_can_be_started_pdfs_are_read_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf_guard.end_helper()
    monkeypatch.setattr("sys.executable", "")
    assert read_pdf(pdf_of([LONG]), "made.pdf")[0].blocks[0].text == LONG


def test_in_a_process_that_can_be_ended_itself_no_helper_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf_guard.end_helper()
    monkeypatch.setenv(pdf_guard.MAY_BE_ENDED, "1")
    assert read_pdf(pdf_of([LONG]), "made.pdf")[0].blocks[0].text == LONG
    assert not pdf_guard._HELPERS


def test_the_helper_answers_file_after_file() -> None:
    asked, told = BytesIO(), BytesIO()
    for data in (pdf_of([LONG]), b"%PDF-1.4 nothing"):
        pdf_guard.send(asked, b"made.pdf")
        pdf_guard.send(asked, data)
    asked.seek(0)
    pdf_helper.serve(asked, told)
    told.seek(0)
    first, second = json.loads(pdf_guard.receive(told)), json.loads(pdf_guard.receive(told))
    assert [d.blocks[0].text for d in map(pdf_guard.unpacked, first["documents"])] == [LONG]
    assert second["reason"] == "it is a broken PDF"
    with pytest.raises(EOFError):
        pdf_guard.receive(told)


def test_too_little_memory_is_told_as_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("minutesnlp.reading.pdf.helper.read_here", greedy)
    assert "too much memory" in str(pdf_helper._answer(b"", "made.pdf")["reason"])


def test_a_message_cut_short_is_no_message() -> None:
    with pytest.raises(EOFError):
        pdf_guard.receive(BytesIO((9).to_bytes(8, "big") + b"short"))


def test_the_helper_reads_what_it_is_given_and_ends_with_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        def __init__(self, buffer: BytesIO) -> None:
            self.buffer = buffer

    asked, told = BytesIO(), BytesIO()
    pdf_guard.send(asked, b"made.pdf")
    pdf_guard.send(asked, b"no pdf at all")
    asked.seek(0)
    monkeypatch.setattr("sys.stdin", Standard(asked))
    monkeypatch.setattr("sys.stdout", Standard(told))
    monkeypatch.setattr(pdf_helper, "_limit_memory", lambda: None)
    pdf_helper.main()
    told.seek(0)
    assert json.loads(pdf_guard.receive(told))["reason"] == "it is a broken PDF"


def test_a_page_that_draws_itself_a_thousand_million_times_is_given_up() -> None:
    # ten forms, each of which draws the next ten times over: PDFium would be at it for hours
    forms = 10
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>")
    objects.append("<</Length 5>>stream\n/F Do\nendstream")
    for form in range(forms):
        inner = "/F Do " * 10 if form < forms - 1 else "0 0 1 1 re f"
        below = f"/Resources<</XObject<</F {6 + form} 0 R>>>>" if form < forms - 1 else ""
        objects.append(
            f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]{below}/Length {len(inner)}>>stream\n{inner}\nendstream"
        )
    data = b"%PDF-1.4\n" + b"".join(f"{n} 0 obj\n{o}\nendobj\n".encode() for n, o in enumerate(objects, 1))
    with pytest.raises(ReadError):
        read_pdf(data + b"trailer<</Root 1 0 R>>\n%%EOF", "bomb.pdf", seconds=2.0)
