"""How much the sentences of a text say alike, by TF-IDF. The door to numpy."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from minutesnlp.text.analysis import Analyser

# Edges of the graph below this are left out, as LexRank does.
LEAST = 0.1


class Likeness(NamedTuple):
    """Cosines of sentences.

    `between` has the shape (n, n) with a diagonal of 0; `central` and `to_title` the shape (n,), each in 0 to 1;
    `terms` the shape (n,): how many different terms a sentence has.
    """

    between: Any
    central: Any
    to_title: Any
    terms: Any


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()


def terms_of(text: str) -> list[str]:
    """Return the terms by which sentences are compared."""
    return _analyser().terms(text)


def likeness(texts: Sequence[str], title: str) -> Likeness:
    """Return how alike sentences are to each other and to a title.

    Weights are sublinear TF-IDF over the sentences and the title, as scikit-learn's TfidfVectorizer has them, and a
    test holds them to it; for the few sentences of an item its set-up would take longer than its sums. Centrality is
    the degree in the graph of cosines, each edge once and edges below 0.1 left out, divided by the largest (Erkan and
    Radev, LexRank, 2004, where degree and random walk did equally well).
    """
    import numpy as np

    count = len(texts)
    bags = [Counter(terms_of(text)) for text in (*texts, title)]
    sizes = np.array([len(bag) for bag in bags[:count]], dtype=np.int64)
    number: dict[str, int] = {}
    for bag in bags:
        for term in bag:
            number.setdefault(term, len(number))
    if not number:  # stop words and punctuation only
        return Likeness(np.zeros((count, count)), np.zeros(count), np.zeros(count), sizes)
    rows = np.repeat(np.arange(count + 1), [len(bag) for bag in bags])
    columns = np.array([number[term] for bag in bags for term in bag], dtype=np.int64)
    often = np.array([1.0 if n == 1 else 1.0 + math.log(n) for bag in bags for n in bag.values()])
    held_by = np.bincount(columns, minlength=len(number))
    told = often * (np.log((2.0 + count) / (1.0 + held_by)) + 1.0)[columns]
    length = np.sqrt(np.bincount(rows, weights=told * told, minlength=count + 1))
    told /= length[rows]
    # a term that one sentence alone has makes it longer and is like nothing: it needs no column
    shared = held_by >= 2
    kept = shared[columns]
    weights = np.zeros((count + 1, int(shared.sum())))
    weights[rows[kept], (np.cumsum(shared) - 1)[columns[kept]]] = told[kept]
    cosines = weights @ weights.T
    between = cosines[:count, :count].copy()
    np.fill_diagonal(between, 0.0)
    degree = np.where(between >= LEAST, between, 0.0).sum(axis=1)
    largest = degree.max() if count else 0.0
    return Likeness(between, degree / largest if largest > 0 else degree, cosines[:count, count], sizes)
