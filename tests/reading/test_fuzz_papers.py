"""Damaged PDFs and office files: they are read, or told why not; nothing else comes out."""

from __future__ import annotations

import contextlib
from io import BytesIO

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_making import LONG, odt_of, pdf_of, table

from minutesnlp.errors import ReadError
from minutesnlp.reading.dispatch import Read
from minutesnlp.reading.office.odt import read_odt
from minutesnlp.reading.office.word import read_word
from minutesnlp.reading.pdf.reader import read_here


def word_file() -> bytes:
    """Return a Word file."""
    document = docx.Document()
    document.add_paragraph(LONG, style="List Number")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "Cell"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


MADE = {
    "pdf": (read_here, pdf_of([LONG, table([["a", "b"], ["c", "d"]], [90, 90], ruled=True)], head="Minutes {page}")),
    "docx": (read_word, word_file()),
    "odt": (read_odt, odt_of(f"<text:p>{LONG}</text:p><text:list><text:list-item><text:p>x</text:p></text:list-item>"
                             "</text:list>")),
}  # fmt: skip

CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=20)


@pytest.mark.parametrize("kind", MADE)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES, keep=st.floats(0.05, 1))
def test_only_read_errors_come_out_of_damaged_files(kind: str, changes: list[tuple[float, int]], keep: float) -> None:
    read: Read
    read, whole = MADE[kind]
    data = bytearray(whole[: max(1, int(len(whole) * keep))] if keep < 0.9 else whole)
    for place, value in changes:
        data[int(place * len(data))] = value
    try:
        for document in read(bytes(data), "made"):
            assert all(block.text for block in document.blocks)
    except ReadError as error:
        told = error
    else:
        return
    assert told.reason
    assert told.advice


@pytest.mark.parametrize("kind", ["docx", "odt"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES)
def test_only_read_errors_come_out_of_damaged_parts(kind: str, changes: list[tuple[float, int]]) -> None:
    import zipfile

    read: Read
    read, whole = MADE[kind]
    part = {"docx": "word/document.xml", "odt": "content.xml"}[kind]
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = bytearray(source.read(name))
            if name == part:
                for place, value in changes:
                    content[int(place * len(content))] = value
            target.writestr(name, bytes(content))
    with contextlib.suppress(ReadError):
        read(out.getvalue(), "made")
