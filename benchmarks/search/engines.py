"""One adapter an engine: how it is built from texts, opened, and asked. Each at its best documented settings.

An engine is made of a folder. `build` takes texts and leaves the index in the folder; `open` gives a function from a
query string and k to ids and scores, analysis included.
"""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Found = tuple[list[int] | Any, list[float] | Any]
Ask = Callable[[str, int], Found]

K1, B = 1.2, 0.75


def minutesnlp_build(texts: Iterable[str], folder: Path) -> None:
    from minutesnlp.indexing import Index

    Index.build(texts).save(folder)


def minutesnlp_open(folder: Path) -> Ask:
    from minutesnlp.indexing import Index

    index = Index.open(folder, verify=False)
    return lambda query, k: index.top(query, k, k1=K1, b=B)


def numpy_build(texts: Iterable[str], folder: Path) -> None:
    os.environ["MINUTESNLP_KERNEL"] = "numpy"
    minutesnlp_build(texts, folder)


def numpy_open(folder: Path) -> Ask:
    from minutesnlp.indexing import Index

    index = Index.open(folder, verify=False)
    return lambda query, k: index.top(query, k, k1=K1, b=B, engine="numpy")


def bm25s_build(texts: Iterable[str], folder: Path) -> None:
    import bm25s
    import Stemmer

    tokens = bm25s.tokenize(list(texts), stopwords="en", stemmer=Stemmer.Stemmer("english"), show_progress=False)
    retriever = bm25s.BM25(k1=K1, b=B)
    retriever.index(tokens, show_progress=False)
    retriever.save(str(folder))


def bm25s_open(folder: Path, backend: str) -> Ask:
    import bm25s
    import Stemmer

    retriever = bm25s.BM25.load(str(folder), mmap=backend == "numpy")
    if backend == "numba":
        retriever.backend = "numba"
        retriever.activate_numba_scorer()
    stemmer = Stemmer.Stemmer("english")

    def ask(query: str, k: int) -> Found:
        tokens = bm25s.tokenize(query, stopwords="en", stemmer=stemmer, show_progress=False)
        ids, scores = retriever.retrieve(tokens, k=k, show_progress=False, backend_selection=backend, n_threads=0)
        return ids[0], scores[0]

    return ask


def tantivy_schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, fast=True)
    builder.add_text_field("text", stored=False, tokenizer_name="en_stem", index_option="freq")
    return builder.build()


def tantivy_build(texts: Iterable[str], folder: Path) -> None:
    import tantivy

    index = tantivy.Index(tantivy_schema(), path=str(folder))
    writer = index.writer(heap_size=500_000_000, num_threads=1)
    for number, text in enumerate(texts):
        writer.add_document(tantivy.Document(id=number, text=text))
    writer.commit()
    writer.wait_merging_threads()


def tantivy_open(folder: Path) -> Ask:
    import tantivy

    index = tantivy.Index.open(str(folder))
    index.reload()
    searcher = index.searcher()

    def ask(query: str, k: int) -> Found:
        hits = searcher.search(index.parse_query(query, ["text"]), limit=k, count=False).hits
        ids = searcher.fast_field_values("id", [address for _, address in hits])
        return ids, [score for score, _ in hits]

    return ask


def fts5_build(texts: Iterable[str], folder: Path) -> None:
    connection = sqlite3.connect(folder / "fts.sqlite")
    connection.execute("PRAGMA synchronous = off")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, content='', tokenize='porter unicode61')")
    rows = ((number, text) for number, text in enumerate(texts))
    connection.executemany("INSERT INTO t(rowid, text) VALUES (?, ?)", rows)
    connection.execute("INSERT INTO t(t) VALUES ('optimize')")
    connection.commit()
    connection.close()


def fts5_open(folder: Path) -> Ask:
    connection = sqlite3.connect(folder / "fts.sqlite")
    connection.execute("PRAGMA mmap_size = 2000000000")

    def ask(query: str, k: int) -> Found:
        words = " OR ".join(f'"{word}"' for word in query.split())
        rows = connection.execute(
            "SELECT rowid, rank FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?", (words, k)
        ).fetchall()
        return [number for number, _ in rows], [-rank for _, rank in rows]

    return ask


def rank_bm25_build(texts: Iterable[str], folder: Path) -> None:
    import rank_bm25

    # As its README does: it brings no analysis and no file format of its own
    engine = rank_bm25.BM25Okapi([text.lower().split(" ") for text in texts], k1=K1, b=B)
    with (folder / "engine.pickle").open("wb") as file:
        pickle.dump(engine, file, protocol=5)


def stemmed_rank_bm25_build(texts: Iterable[str], folder: Path) -> None:
    """Build from what bm25s makes of texts, so that the same work is done: stop words, stems."""
    import bm25s
    import rank_bm25
    import Stemmer

    tokens = bm25s.tokenize(
        list(texts), stopwords="en", stemmer=Stemmer.Stemmer("english"), show_progress=False, return_ids=False
    )
    with (folder / "engine.pickle").open("wb") as file:
        pickle.dump(rank_bm25.BM25Okapi(tokens, k1=K1, b=B), file, protocol=5)


def rank_bm25_open(folder: Path) -> Ask:
    import numpy as np

    with (folder / "engine.pickle").open("rb") as file:
        engine = pickle.load(file)

    def ask(query: str, k: int) -> Found:
        scores = engine.get_scores(query.lower().split(" "))
        best = np.argsort(scores)[::-1][:k]
        return best, scores[best]

    return ask


def sklearn_build(texts: Iterable[str], folder: Path) -> None:
    import joblib
    from sklearn.feature_extraction.text import TfidfVectorizer

    model = TfidfVectorizer(stop_words="english", dtype="float32")
    joblib.dump((model, model.fit_transform(texts)), folder / "model.joblib")


def sklearn_open(folder: Path) -> Ask:
    import joblib
    import numpy as np

    model, weights = joblib.load(folder / "model.joblib")

    def ask(query: str, k: int) -> Found:
        scores = (weights @ model.transform([query]).T).toarray().ravel()
        k = min(k, len(scores))
        best = np.argpartition(-scores, k - 1)[:k]
        best = best[np.argsort(-scores[best])]
        return best, scores[best]

    return ask


# Only built: asked, it takes the time that rank-bm25 takes
STEMMED = "rank-bm25, stemmed"

# Name -> build, open, and the name of the engine whose index it shares
ENGINES: dict[str, tuple[Callable[..., None], Callable[[Path], Ask], str]] = {
    "minutesnlp": (minutesnlp_build, minutesnlp_open, "minutesnlp"),
    "minutesnlp-numpy": (numpy_build, numpy_open, "minutesnlp-numpy"),
    "tantivy": (tantivy_build, tantivy_open, "tantivy"),
    "bm25s-numba": (bm25s_build, lambda folder: bm25s_open(folder, "numba"), "bm25s"),
    "bm25s-numpy": (bm25s_build, lambda folder: bm25s_open(folder, "numpy"), "bm25s"),
    "sqlite-fts5": (fts5_build, fts5_open, "sqlite-fts5"),
    "scikit-learn": (sklearn_build, sklearn_open, "scikit-learn"),
    "rank-bm25": (rank_bm25_build, rank_bm25_open, "rank-bm25"),
    STEMMED: (stemmed_rank_bm25_build, rank_bm25_open, STEMMED),
}
