"""How well queries are answered, by kind, beside rank-bm25 and scikit-learn's TF-IDF as their pages show them."""

from __future__ import annotations

from functools import cache

import minutesnlp as mn
from quality import truth
from quality.figures import Figure
from quality.metrics import mean, ndcg, recall

DEPTH = 100
KINDS = ("topical", "known-item", "mismatch", "junk")


def measure() -> list[Figure]:
    """Return the figures of both halves; the score of a junk query is 1 when nothing is returned."""
    told = []
    systems = {"minutesnlp": ours, "rank-bm25, as its page shows it": rank_bm25, "scikit-learn TF-IDF": scikit_learn}
    for half in truth.HALVES:
        queries = truth.of_half("queries", half)
        for system, search in systems.items():
            ranked = [(q, search(q["query"])) for q in queries]
            for kind in KINDS:
                of_kind = [(q, r) for q, r in ranked if q["kind"] == kind]
                told.append(
                    Figure(f"search {kind}", "nDCG@10", half, mean(ndcg(r, grades(q)) for q, r in of_kind), system)
                )
            answerable = [(q, r) for q, r in ranked if q["kind"] != "junk"]
            told.append(
                Figure("search all but junk", "nDCG@10", half, mean(ndcg(r, grades(q)) for q, r in answerable), system)
            )
            told.append(
                Figure(
                    "search all but junk",
                    "recall@100",
                    half,
                    mean(recall(r, grades(q), DEPTH) for q, r in answerable),
                    system,
                )
            )
    return told


def ours(query: str) -> list[str]:
    """Search the archive with its default settings."""
    return [hit.paragraph.id for hit in _archive().search(query, k=DEPTH)]


def rank_bm25(query: str) -> list[str]:
    """Search as the page of rank-bm25 shows it: words parted by spaces, BM25Okapi."""
    engine, paragraphs = _rank_bm25()
    scores = engine.get_scores(query.split(" "))
    order = sorted((i for i, score in enumerate(scores) if score > 0), key=lambda i: -scores[i])
    return [paragraphs[i] for i in order[:DEPTH]]


def scikit_learn(query: str) -> list[str]:
    """Search by the cosine of TfidfVectorizer's vectors, English stop words left out."""
    vectors, matrix, paragraphs = _scikit_learn()
    scores = (matrix @ vectors.transform([query]).T).toarray().ravel()
    order = sorted((i for i, score in enumerate(scores) if score > 0), key=lambda i: -scores[i])
    return [paragraphs[i] for i in order[:DEPTH]]


def grades(query: dict) -> dict[str, float]:
    """Return the ids of what is relevant, found by its quotes, with its grade."""
    return {
        paragraph_id: float(one["grade"])
        for one in query["relevant"]
        for paragraph_id in _quoted(one["meeting"], one["quote"])
    }


@cache
def _quoted(stem: str, quote: str) -> tuple[str, ...]:
    found = tuple(p.id for m in truth.corpus() if stem in m.source for p in m.paragraphs if quote in p.text)
    if not found:
        raise LookupError(f"no paragraph of {stem} holds {quote!r}")
    return found[:1]


@cache
def _archive() -> mn.Archive:
    return mn.Archive.in_memory(truth.corpus())


@cache
def _rank_bm25():
    from rank_bm25 import BM25Okapi

    paragraphs = truth.corpus().paragraphs
    return BM25Okapi([p.text.split(" ") for p in paragraphs]), [p.id for p in paragraphs]


@cache
def _scikit_learn():
    from sklearn.feature_extraction.text import TfidfVectorizer

    paragraphs = truth.corpus().paragraphs
    vectors = TfidfVectorizer(stop_words="english")
    return vectors, vectors.fit_transform([p.text for p in paragraphs]), [p.id for p in paragraphs]
