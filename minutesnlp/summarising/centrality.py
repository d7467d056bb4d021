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
# Pairs of sentences with a term in common, each term counted, that are multiplied one by one: about 100 MB. Texts that
# have more repeat themselves, and are multiplied as whole matrices.
MOST_PAIRS = 2_000_000


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
    cosines = _products(rows[kept], (np.cumsum(shared) - 1)[columns[kept]], told[kept], count + 1)
    between = cosines[:count, :count].copy()
    np.fill_diagonal(between, 0.0)
    degree = np.where(between >= LEAST, between, 0.0).sum(axis=1)
    largest = degree.max() if count else 0.0
    return Likeness(between, degree / largest if largest > 0 else degree, cosines[:count, count], sizes)


def _products(rows: Any, columns: Any, values: Any, count: int) -> Any:
    """Return the products of all pairs of `count` rows, given where they are not zero: shape (count, count).

    Most sentences have few terms in common, and these are multiplied one by one: of a matrix product the threads alone
    would cost more than all the sums, and the last digits would depend on the processor.
    """
    import numpy as np

    held_by = np.bincount(columns)
    if int((held_by * held_by).sum()) > MOST_PAIRS:
        weights = np.zeros((count, len(held_by)))
        weights[rows, columns] = values
        return weights @ weights.T
    order = np.argsort(columns, kind="stable")  # the sentences that hold a term, term after term
    rows, columns, values = rows[order], columns[order], values[order]
    others = held_by[columns]
    first = np.repeat(np.arange(len(columns)), others)
    begins = (np.cumsum(held_by) - held_by)[columns] - (np.cumsum(others) - others)
    second = np.arange(len(first)) + begins[first]
    cells = rows[first] * count + rows[second]
    return np.bincount(cells, weights=values[first] * values[second], minlength=count * count).reshape(count, count)
