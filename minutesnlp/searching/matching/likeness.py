"""The words of a paragraph that tell it from others, by which paragraphs like it are found."""

from __future__ import annotations

import numpy as np

from minutesnlp.indexing.weighting import Floats
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.text.analysis import Analyser

# How many words of a paragraph are looked for in others.
TELLING = 12


def telling(collection: Collection, text: str) -> list[str]:
    """Return the words of a text that tell it from others: often in it, and seldom elsewhere."""
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    words: dict[str, str] = {}
    often: dict[str, int] = {}
    for token in analyser.tokens(text):
        if not token.extra and collection.index.holding(token.term) > 1:  # a word of one paragraph finds no other
            words.setdefault(token.term, text[token.start : token.end])
            often[token.term] = often.get(token.term, 0) + 1
    holding = np.array([collection.index.holding(term) for term in words], float)
    worth: Floats = np.array(list(often.values())) * np.log1p(len(collection) / np.maximum(holding, 1))
    terms = list(words)
    return [words[terms[place]] for place in np.argsort(-worth, kind="stable")[:TELLING].tolist()]
