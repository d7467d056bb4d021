"""How well queries are answered, by kind, beside rank-bm25 and scikit-learn's TF-IDF as their pages show them.

And beside tantivy's and bm25s's stemmed defaults, where they are installed (the `bench` extra).
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

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
    systems |= {name: search for name, (search, needed) in STEMMED.items() if all(map(find_spec, needed))}
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
            told += [
                Figure(
                    f"search {kind}", "recall@100", half, mean(recall(r, grades(q), DEPTH) for q, r in found), system
                )
                for kind in KINDS[:2]
                if (found := [(q, r) for q, r in answerable if q["kind"] == kind])
            ]
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


def bm25s(query: str) -> list[str]:
    """Search as bm25s's page shows it: English stop words, a Snowball stemmer, its own BM25."""
    import bm25s as library

    engine, stemmer, paragraphs = _bm25s()
    tokens = library.tokenize([query], stopwords="en", stemmer=stemmer, show_progress=False)
    ids, scores = engine.retrieve(tokens, k=DEPTH, show_progress=False)
    return [paragraphs[i] for i, score in zip(ids[0], scores[0], strict=True) if score > 0]


def tantivy(query: str) -> list[str]:
    """Search with tantivy's stemming tokeniser; what its query language cannot read finds nothing."""
    index, searcher, paragraphs = _tantivy()
    try:
        read = index.parse_query(query, ["text"])
    except ValueError:
        return []
    return [paragraphs[searcher.doc(at)["id"][0]] for _, at in searcher.search(read, DEPTH).hits]


STEMMED = {"bm25s, stemmed": (bm25s, ("bm25s", "Stemmer")), "tantivy, stemmed": (tantivy, ("tantivy",))}


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


@cache
def _bm25s():
    import bm25s as library
    import Stemmer

    paragraphs = truth.corpus().paragraphs
    stemmer = Stemmer.Stemmer("english")
    engine = library.BM25()
    tokens = library.tokenize([p.text for p in paragraphs], stopwords="en", stemmer=stemmer, show_progress=False)
    engine.index(tokens, show_progress=False)
    return engine, stemmer, [p.id for p in paragraphs]


@cache
def _tantivy():
    import tantivy as library

    paragraphs = truth.corpus().paragraphs
    builder = library.SchemaBuilder()
    builder.add_integer_field("id", stored=True, fast=True)
    builder.add_text_field("text", stored=False, tokenizer_name="en_stem")
    index = library.Index(builder.build())
    writer = index.writer()
    for number, paragraph in enumerate(paragraphs):
        writer.add_document(library.Document(id=number, text=paragraph.text))
    writer.commit()
    index.reload()
    return index, index.searcher(), [p.id for p in paragraphs]
