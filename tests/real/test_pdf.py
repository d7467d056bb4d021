"""Real PDFs: each is read or told why not, nothing is lost, and margins do not leak."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from minutesnlp.errors import ReadError
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.furniture import PAGE_NUMBER
from minutesnlp.reading.pdf.reader import read_here

ORIGINALS = Path(__file__).parents[2].parent / "shared" / "minutes" / "originals"

pytestmark = pytest.mark.skipif(not ORIGINALS.is_dir(), reason=f"the real minutes are not at {ORIGINALS}")

# Every other file of each council, and none of more than twenty pages: enough to hold the laws, in little time.
FILES = [file for place, file in enumerate(sorted(ORIGINALS.glob("*/*.pdf"))) if place % 2 == 0]


def letters(text: str) -> Counter[str]:
    """Count the letters and digits of a text."""
    return Counter(c for c in clean(text).casefold() if c.isalnum())


def printed(data: bytes) -> tuple[int, Counter[str]]:
    """Return how many pages a PDF has and which letters PDFium finds on them."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        found: Counter[str] = Counter()
        for index in range(min(len(document), 21)):
            found += letters(document[index].get_textpage().get_text_range())
        return len(document), found
    finally:
        document.close()


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem[-24:]}")
def test_a_real_pdf_keeps_its_laws(file: Path) -> None:
    data = file.read_bytes()
    pages, before = printed(data)
    if pages > 20:
        pytest.skip("it has more than twenty pages")
    documents, refused = [], None
    try:
        documents = read_here(data, file.name)
    except ReadError as error:
        refused = error
    if refused is not None:
        assert not before
        assert "OCR" in refused.advice
        return
    after: Counter[str] = Counter()
    for document in documents:
        for block in document.blocks:
            after += letters(block.text)
            assert block.page is not None
            assert not PAGE_NUMBER.fullmatch(block.text), block.page
        after += letters(" ".join(document.furniture))
    # the heading of an action column stands with each of its owners, so there may be more; hardly any may be missing
    missing = sum((before - after).values())
    assert missing <= 0.002 * sum(before.values()) + 2


def test_scans_are_told_as_scans() -> None:
    for file in sorted((ORIGINALS / "scans").glob("*.pdf")):
        with pytest.raises(ReadError, match="it is a scan"):
            read_here(file.read_bytes(), file.name)
