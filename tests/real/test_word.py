"""Real Word and OpenDocument files: each is read whole, and older kinds get advice."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest

from minutesnlp.errors import ReadError
from minutesnlp.reading.dispatch import reader_of
from minutesnlp.reading.page.cleaning import clean

ORIGINALS = Path(__file__).parents[2].parent / "shared" / "minutes" / "originals"

pytestmark = pytest.mark.skipif(not ORIGINALS.is_dir(), reason=f"the real minutes are not at {ORIGINALS}")

PARTS = {".docx": ("word/document.xml", r"<w:t[ >][^<]*</w:t>|<w:t>[^<]*</w:t>"), ".odt": ("content.xml", r">[^<]+<")}


def letters(text: str) -> Counter[str]:
    """Count the letters of a text."""
    return Counter(c for c in clean(text).casefold() if c.isalpha())


def test_nothing_is_lost_of_real_office_files() -> None:
    for file in sorted([*ORIGINALS.glob("*/*.docx"), *ORIGINALS.glob("*/*.odt")]):
        data = file.read_bytes()
        reader = reader_of(data, file.suffix)
        assert reader is not None
        part, pattern = PARTS[file.suffix]
        with zipfile.ZipFile(BytesIO(data)) as archive:
            xml = archive.read(part).decode()
        before = letters(
            re.sub(r"&\w+;", "", "".join(re.sub(r"<[^>]*>|[<>]", "", m) for m in re.findall(pattern, xml)))
        )
        after: Counter[str] = Counter()
        for document in reader.load()(data, file.name):
            assert document.blocks
            after += letters(" ".join([*(block.text for block in document.blocks), *document.furniture]))
        missing = sum((before - after).values())
        # text boxes stand twice in the file, and are read once
        assert missing <= 0.02 * sum(before.values()), file.name


def test_old_word_files_get_advice() -> None:
    for file in sorted([*ORIGINALS.glob("*/*.doc"), *ORIGINALS.glob("*/*.DOC")])[:5]:
        data = file.read_bytes()
        reader = reader_of(data, file.suffix)
        assert reader is not None
        with pytest.raises(ReadError, match=r"\.docx"):
            reader.load()(data, file.name)
