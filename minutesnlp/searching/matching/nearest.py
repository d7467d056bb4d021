"""The paragraphs most like a text that is no query: a sentence of a draft."""

from __future__ import annotations

import numpy as np

from minutesnlp.records import SECTIONS, Paragraph
from minutesnlp.searching.collected.collection import Collection

AGENDA = SECTIONS.index("agenda")


def nearest(collection: Collection, text: str, k: int) -> tuple[Paragraph, ...]:
    """Return the k paragraphs that share most with a text by BM25, agenda text left out.

    Every different word of the text counts once, however often it is repeated. Titles do not count.
    """
    terms = list(dict.fromkeys(collection.index.terms(text)))
    if not terms or not len(collection):
        return ()
    said = np.asarray(collection.columns.section != AGENDA)
    numbers, _ = collection.index.top(terms, k, mask=said, title_weight=0.0)
    return tuple(paragraph for paragraph, _, _ in collection.source.found(numbers.tolist()))
