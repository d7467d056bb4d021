"""The library that BM25 is held to: the door to rank-bm25.

It can be chosen instead of the library's own arithmetic, and is slow: it scores every paragraph for every query.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from minutesnlp.indexing import scoring
from minutesnlp.indexing.filtering import Filter
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.weighting import Floats, Weighting


class RankBM25:
    """Score by rank-bm25's own classes: `BM25Okapi`, `BM25L`, `BM25Plus`."""

    def __init__(self, postings: Postings) -> None:
        self._postings, self._documents = postings, documents(postings)

    def top(
        self, query: Sequence[str], weighting: Weighting, k: int | None, kept: Filter | None
    ) -> tuple[scoring.Ids, Floats]:
        """Return the k best of the paragraphs that hold a term of the query, by its scores; those of 0 are left out."""
        scores = self.scores(query, weighting)
        held = np.zeros(len(scores), bool)
        for term in query:
            held[self._postings.holders(term)] = True
        held &= scores != 0
        if kept is not None:
            held &= kept.mask
        ids = np.flatnonzero(held).astype(np.int64)
        return scoring.best(ids, scores[ids], k)

    def scores(self, query: Sequence[str], weighting: Weighting) -> Floats:
        """Return its score of every paragraph, float64 (N,); its own idf and its own handling of absent terms.

        Raises
        ------
        ValueError
            For a variant it does not have.
        """
        import rank_bm25

        engines = {"okapi": rank_bm25.BM25Okapi, "l": rank_bm25.BM25L, "plus": rank_bm25.BM25Plus}
        if weighting.variant not in engines:
            raise ValueError(f"rank-bm25 has no variant {weighting.variant!r}; it has {', '.join(engines)}")
        if not any(self._documents):  # it divides by the number of words
            return np.zeros(len(self._documents))
        extra = {} if weighting.variant == "okapi" else {"delta": weighting.shift}
        engine = engines[weighting.variant](self._documents, k1=weighting.k1, b=weighting.b, **extra)
        with np.errstate(invalid="ignore"):  # with k1 = 0 it divides 0 by 0 where a term is absent
            return np.nan_to_num(np.asarray(engine.get_scores(list(query)), np.float64))


def documents(postings: Postings) -> list[list[str]]:
    """Return the terms of each paragraph's text, in the order of the vocabulary, each as often as it stands there."""
    found: list[list[str]] = [[] for _ in range(len(postings))]
    for number, term in enumerate(postings.vocabulary):
        here = slice(postings.starts[number], postings.starts[number + 1])
        pairs = zip(postings.ids[here].tolist(), postings.frequencies[here].tolist(), strict=True)
        for paragraph, frequency in pairs:
            found[paragraph] += [term] * frequency
    return found
