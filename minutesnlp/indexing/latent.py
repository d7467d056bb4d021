"""What the paragraphs teach of their words: terms used alike lie alike (LSA; Deerwester et al. 1990).

Terms get vectors by a truncated singular value decomposition of the weighted postings, found by random projection with
a fixed seed (Halko, Martinsson, Tropp 2011). The vector of a paragraph, and of a query, is the sum of those of its
terms: so what came after the learning has a vector too, of the terms that were known then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.vocabulary import Vocabulary
from minutesnlp.indexing.weighting import Floats

if TYPE_CHECKING:  # loaded when something is learnt: a search needs none of it
    from scipy.sparse import csr_matrix

DIMENSIONS = 100

# Of fewer paragraphs there is nothing to learn; of more, this many spread evenly teach as much as all.
LEAST, MOST = 500, 50_000

SPARE, ROUNDS, SEED = 10, 2, 0


@dataclass(frozen=True, eq=False)
class Latent:
    """Vectors of the terms, float32 (T, D), and of the paragraphs, float16 (N, D), of length 1 or, unknown, 0."""

    terms: NDArray[np.float32]
    paragraphs: NDArray[np.float16]

    def likeness(self, terms: Iterable[int], ids: NDArray[np.int64]) -> Floats:
        """Return how like some paragraphs are to terms, given by their numbers: the cosine (C,), none below 0."""
        query = self.terms[list(terms)].astype(np.float64).sum(axis=0)
        length = float(np.linalg.norm(query)) or 1.0
        cosines: Floats = self.paragraphs[ids].astype(np.float64) @ (query / length)
        return np.maximum(cosines, 0.0)

    def carried(self, before: Vocabulary, postings: Postings, kept: NDArray[np.bool_]) -> Latent:
        """Return the vectors for another state of the postings, in which terms keep what they were taught to mean.

        `before` is the vocabulary until now, `kept` tells which paragraphs stay, bool (N,); new ones follow them.
        """
        there = np.fromiter(map(before.find, postings.vocabulary), np.int64, len(postings.vocabulary))
        terms = np.zeros((len(there), self.terms.shape[1]), np.float32)
        terms[there >= 0] = self.terms[there[there >= 0]]
        rows = self.paragraphs[kept]
        return Latent(terms, np.concatenate([rows, *_projected(postings, terms, len(rows))]))


def learn(postings: Postings, dimensions: int = DIMENSIONS) -> Latent | None:
    """Learn from the texts of an index; None where there are too few. Equal for equal postings."""
    from threadpoolctl import threadpool_limits

    count = len(postings)
    if count < LEAST or len(postings.vocabulary) <= dimensions + SPARE:
        return None
    idf = 1 + np.log((1 + count) / (1 + postings.holding))
    chosen = np.unique(np.linspace(0, count - 1, min(count, MOST)).astype(np.int64))
    weights = _counted(postings, chosen).multiply(idf).tocsr()
    lengths = np.sqrt(weights.multiply(weights).sum(axis=1)).A1
    weights = weights.multiply(1 / np.where(lengths > 0, lengths, 1.0)[:, None]).tocsr()
    with threadpool_limits(1):  # of matrices so narrow, threads spend more on waiting for each other than they save
        terms = (idf[:, None] * _directions(weights, dimensions)).astype(np.float32)
    return Latent(terms, np.concatenate([*_projected(postings, terms)]))


def _counted(postings: Postings, chosen: NDArray[np.int64]) -> csr_matrix:
    """Return how much some paragraphs (ascending) have of each term, (N, T): 1 + ln of how often."""
    from scipy.sparse import csr_matrix

    place = np.full(len(postings), -1, np.int64)
    place[chosen] = np.arange(len(chosen))
    used = np.flatnonzero((postings.frequencies > 0) & (place[postings.ids] >= 0))
    terms = np.searchsorted(postings.starts, used, "right") - 1
    values = 1 + np.log(postings.frequencies[used].astype(np.float64))
    return csr_matrix((values, (place[postings.ids[used]], terms)), (len(chosen), len(postings.vocabulary)))


def _directions(weights: csr_matrix, dimensions: int) -> Floats:
    """Return the terms' part of the largest singular vectors, (T, D)."""
    across = np.random.default_rng(SEED).standard_normal((weights.shape[1], dimensions + SPARE))
    for _ in range(ROUNDS):
        along = np.linalg.qr(weights @ across)[0]
        across = np.linalg.qr(weights.T @ along)[0]
    along = np.linalg.qr(weights @ across)[0]
    return np.asarray(np.linalg.svd(weights.T @ along, full_matrices=False)[0][:, :dimensions])


def _projected(postings: Postings, terms: NDArray[np.float32], first: int = 0) -> Iterator[NDArray[np.float16]]:
    """Yield the vectors of the paragraphs from the first on, so many at a time that memory stays bounded."""
    for start in range(first, len(postings), MOST):
        chosen = np.arange(start, min(start + MOST, len(postings)))
        yield _units(_counted(postings, chosen) @ terms)


def _units(vectors: Floats) -> NDArray[np.float16]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1.0)).astype(np.float16)
