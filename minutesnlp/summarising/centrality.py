"""How much the sentences of a text say alike, by TF-IDF: the door to scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from minutesnlp.text.analysis import Analyser


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


def likeness(texts: Sequence[str], title: str) -> Likeness:
    """Return how alike sentences are to each other and to a title.

    Centrality is the degree in the graph of cosines, each edge once and edges below 0.1 left out, divided by the
    largest (Erkan and Radev, LexRank, 2004, where degree and random walk did equally well).
    """
    import numpy as np
    from sklearn import config_context
    from sklearn.feature_extraction.text import TfidfVectorizer

    count = len(texts)
    vectorizer = TfidfVectorizer(analyzer=_analyser().terms, sublinear_tf=True)
    try:
        with config_context(skip_parameter_validation=True):  # a third of the time on a short item
            weights = vectorizer.fit_transform([*texts, title])
    except ValueError:  # stop words and punctuation only
        return Likeness(np.zeros((count, count)), np.zeros(count), np.zeros(count), np.zeros(count))
    cosines = (weights @ weights.T).toarray()
    between = cosines[:count, :count].copy()
    np.fill_diagonal(between, 0.0)
    degree = np.where(between >= 0.1, between, 0.0).sum(axis=1)
    largest = degree.max() if count else 0.0
    return Likeness(
        between, degree / largest if largest > 0 else degree, cosines[:count, count], np.diff(weights.indptr)[:count]
    )
