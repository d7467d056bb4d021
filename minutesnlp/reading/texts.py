"""The words of a document that is no minutes: a report, a draft."""

from __future__ import annotations

import os
from pathlib import Path

from minutesnlp.errors import ReadError
from minutesnlp.reading.decoding import decode
from minutesnlp.reading.dispatch import documents_in, reader_of
from minutesnlp.reading.files import content_of

AS_IT_STANDS = ("text", "markdown")


def text_of(path: str | os.PathLike[str]) -> str:
    """Return the words of a document as one text, its paragraphs apart by an empty line: for `verify`.

    It may be of any format that `read` reads. Text and markdown are as they stand in the file.

    Raises
    ------
    ReadError
        When it cannot be opened or read, or holds no words.
    """
    name, data = os.fspath(path), content_of(Path(path))
    reader = reader_of(data, Path(path).suffix)
    if reader is None or reader.name in AS_IT_STANDS:
        text = decode(data, name)[0]
    else:
        _, documents = documents_in(data, name)
        text = "\n\n".join(block.text for document in documents for block in document.blocks if block.text)
    if not text.strip():
        raise ReadError(name, "there are no words in it", "Look at it: it may be pictures only.")
    return text
