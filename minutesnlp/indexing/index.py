"""An index of paragraphs: built from texts, asked for the best, saved and opened.

Knows nothing of minutes: it sees terms and numbers.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.errors import ArchiveError
from minutesnlp.indexing import compiled, scoring, store
from minutesnlp.indexing.analysing import Analysis, Terms, all_places, all_terms, terms_of
from minutesnlp.indexing.inverting import invert
from minutesnlp.indexing.merging import join, without
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.pruning import Pruning
from minutesnlp.indexing.reference import RankBM25
from minutesnlp.indexing.scoring import Ids, Mask, Query
from minutesnlp.indexing.weighting import Floats, Weighting, idf_of, robertson_idf, smooth_idf, sublinear, weighting_of
from minutesnlp.text.analysis import Analyser

# How many terms are remembered with their idf, under how many weightings.
REMEMBERED_TERMS = 100_000
REMEMBERED_WEIGHTINGS = 16

ENGINES = ("own", "numpy", "rank-bm25")


class Index:
    """Paragraphs, numbered from 0 in the order they were given, found by BM25 or TF-IDF.

    >>> index = Index.build(["Foster carers were recruited", "A pothole was filled", "Carers and foster families"])
    >>> ids, scores = index.top("foster carers", k=2)
    >>> ids.tolist()
    [0, 2]
    """

    def __init__(
        self, postings: Postings, analyser: Analyser | Analysis | None = None, *, norms: Floats | None = None
    ) -> None:
        self.postings = postings
        self.analyser = Analyser() if analyser is None else analyser
        if norms is not None:
            self._norms[False] = norms

    @classmethod
    def build(
        cls,
        texts: Iterable[str | Terms],
        *,
        titles: Iterable[str | Terms] | None = None,
        analyser: Analyser | Analysis | None = None,
        positions: bool = False,
    ) -> Index:
        """Build an index of texts, or of lists of terms.

        `titles` is a second field, one a text. `analyser` is an `Analyser` or any function from a text to its terms.
        `positions` keeps the places of the terms, for phrases.
        """
        analyser = Analyser() if analyser is None else analyser
        titled = None if titles is None else all_terms(titles, analyser, "titles")
        if positions:
            return cls(invert(all_places(texts, analyser), titled, positions=True), analyser)
        if not isinstance(analyser, Analyser) or isinstance(texts, str):
            return cls(invert(all_terms(texts, analyser, "texts"), titled), analyser)
        if titled is None and compiled.in_use():
            postings = compiled.invert(texts, analyser)
            if postings is not None:
                return cls(postings, analyser)
        return cls(invert(texts, titled, analyser=analyser), analyser)

    def __len__(self) -> int:
        return len(self.postings)

    def __repr__(self) -> str:
        return f"Index({len(self):,} paragraphs, {len(self.postings.vocabulary):,} terms)"

    def terms(self, query: str | Terms) -> list[str]:
        """Return the terms of a query: analysed when it is a text, as given when it is a list of terms."""
        return terms_of(query, self.analyser)

    def holding(self, term: str) -> int:
        """Return how many paragraphs hold a term in their text."""
        number = self.postings.vocabulary.find(term)
        return 0 if number < 0 else int(self.postings.holding[number])

    def paragraphs(self, term: str) -> Ids:
        """Return the paragraphs that hold a term in their text, ascending."""
        return self._held(term, self.postings.frequencies)

    def titled(self, term: str) -> Ids:
        """Return the paragraphs that hold a term in their title, ascending."""
        return self._held(term, self.postings.title_frequencies)

    def weights(self, term: str, *, among: Mask | None = None, **options: Any) -> tuple[Ids, Floats]:
        """Return the paragraphs of a term and what it weighs in each, ascending; `among` confines them, bool (N,).

        Takes the options of `scores`.
        """
        made = self._query([term], Weighting(**options))
        if not made.terms:
            return np.zeros(0, np.int64), np.zeros(0)
        ids, weights = scoring.weigh(self.postings, made, 0, mask=among)
        return ids.astype(np.int64), weights

    def positions(self, term: str) -> tuple[Ids, NDArray[np.int64], NDArray[Any]]:
        """Return the paragraphs that hold a term, where the places of each begin (one more at the end), and the places.

        Raises
        ------
        ValueError
            When the index was built without positions.
        """
        postings = self.postings
        if postings.positions is None or postings.position_starts is None:
            raise ValueError("the index has no positions; build it with positions=True")
        number = postings.vocabulary.find(term)
        if number < 0:
            return np.zeros(0, np.int64), np.zeros(1, np.int64), np.zeros(0, np.int64)
        here = slice(postings.starts[number], postings.starts[number + 1])
        often = postings.frequencies[here]
        held = often > 0
        bounds = np.concatenate([[0], np.cumsum(often[held], dtype=np.int64)])
        places = postings.positions[postings.position_starts[number] : postings.position_starts[number + 1]]
        return postings.ids[here][held].astype(np.int64), bounds, places

    def top(
        self,
        query: str | Terms,
        k: int | None = 10,
        *,
        ranker: str = "bm25",
        variant: str = "lucene",
        k1: float = 1.2,
        b: float = 0.75,
        delta: float | None = None,
        title_weight: float = 1.0,
        sublinear: bool = False,
        formula: str = "paper",
        engine: str = "own",
        mask: NDArray[Any] | None = None,
    ) -> tuple[Ids, Floats]:
        """Return the k best paragraphs and their scores, best first, equal scores by paragraph; None is all.

        Paragraphs that score 0 are left out. `mask` is bool (N,) or an array of paragraphs to search among. What the
        other options mean is told in `weighting.Weighting`; `engine` "numpy" leaves the compiled kernel aside,
        "rank-bm25" asks that library instead.

        Raises
        ------
        ValueError
            For k below 1 and for parameters that no formula can work with.
        """
        if k is not None and k < 1:
            raise ValueError(f"k is {k}; ask for at least one paragraph, or for all with k=None")
        weighting = weighting_of(ranker, variant, k1, b, delta, title_weight, sublinear, formula)
        if engine not in ENGINES:
            raise ValueError(f"engine is {engine!r}; it must be one of {', '.join(ENGINES)}")
        terms = self.terms(query)
        chosen = None if mask is None else scoring.mask_of(mask, len(self))
        if engine == "rank-bm25":
            return self._reference(terms, weighting, k, chosen)
        own = self._top if engine == "own" else self._by_numpy
        ids, scores = own(self._query(terms, weighting), k, chosen)
        floor = self._floor(terms, weighting)
        return ids, scores + floor if floor else scores

    def batch(
        self, queries: Sequence[str | Terms], k: int | None = 10, *, threads: int = 2, **options: Any
    ) -> list[tuple[Ids, Floats]]:
        """Return what `top` gives for each of many queries, asked by several threads. Takes its options."""
        size = max(1, -(-len(queries) // (4 * threads)))  # handing over one by one would take longer than answering
        parts = [queries[at : at + size] for at in range(0, len(queries), size)]

        def answer(part: Sequence[str | Terms]) -> list[tuple[Ids, Floats]]:
            return [self.top(query, k, **options) for query in part]

        with ThreadPoolExecutor(max_workers=threads) as pool:
            return [found for answers in pool.map(answer, parts) for found in answers]

    def scores(
        self,
        query: str | Terms,
        *,
        ranker: str = "bm25",
        variant: str = "lucene",
        k1: float = 1.2,
        b: float = 0.75,
        delta: float | None = None,
        title_weight: float = 1.0,
        sublinear: bool = False,
        formula: str = "paper",
    ) -> Floats:
        """Return the score of every paragraph, float64 (N,); 0 where it holds no term of the query."""
        weighting = weighting_of(ranker, variant, k1, b, delta, title_weight, sublinear, formula)
        terms = self.terms(query)
        scores = scoring.scores(self.postings, self._query(terms, weighting))
        floor = self._floor(terms, weighting)
        return np.where(scores != 0, scores + floor, scores) if floor else scores

    def explain(self, query: str | Terms, paragraph: int, **options: Any) -> list[tuple[str, float]]:
        """Return what each term of the query adds to the score of a paragraph, in the query's order.

        Takes the options of `scores`. Terms that add nothing are given with 0.
        """
        weighting = Weighting(**options)
        made = self._query(self.terms(query), weighting)
        wanted = np.array([paragraph], np.int64)
        found = []
        for place, number in enumerate(made.terms):
            _, weights = scoring.weigh(self.postings, made, place, wanted)
            found.append((self.postings.vocabulary[number], float(weights.sum())))
        return found

    def scores_of(self, query: str | Terms, paragraphs: Ids, **options: Any) -> Floats:
        """Return the scores of some paragraphs (ascending), as `scores` would give them. Takes its options."""
        made = self._query(self.terms(query), Weighting(**options))
        return scoring.among(self.postings, made, np.asarray(paragraphs, np.int64))

    def norms(self) -> Floats:
        """Return the lengths of the paragraphs' TF-IDF vectors, float64 (N,): given at opening, they need no making."""
        return self._tfidf_norms(False)

    def add(self, texts: Iterable[str | Terms], *, titles: Iterable[str | Terms] | None = None) -> None:
        """Add paragraphs after those there are; scores are then as if all had been built at once."""
        placed = self.postings.positions is not None
        more = Index.build(texts, titles=titles, analyser=self.analyser, positions=placed)
        self._change(join(self.postings, more.postings))

    def without(self, gone: Iterable[int]) -> Index:
        """Return the index without some paragraphs; those that stay move up."""
        return Index(without(self.postings, gone), self.analyser)

    def save(self, folder: str | os.PathLike[str]) -> None:
        """Write the index into a folder, beside an older state of it until the new one is whole."""
        settings = self.analyser.settings() if isinstance(self.analyser, Analyser) else None
        store.save(self.postings, folder, analyser=settings)

    @classmethod
    def open(
        cls,
        folder: str | os.PathLike[str],
        *,
        analyser: Analyser | Analysis | None = None,
        verify: bool | None = None,
    ) -> Index:
        """Open a saved index; its arrays are memory-mapped.

        `analyser` is needed only where the index was built with a function of your own. Sizes and headings of the
        files are always checked, checksums when `verify` is True, or None and the index small.

        Raises
        ------
        ArchiveError
            When something is missing, foreign or damaged; the message names the file.
        """
        postings, settings = store.load(folder, verify=verify)
        if analyser is None:
            if settings is None:
                raise ArchiveError(f"{folder}: built with an analyser of its own. Open it with analyser=… as then.")
            analyser = Analyser.of(settings)
        return cls(postings, analyser)

    def _top(self, query: Query, k: int | None, mask: Mask | None) -> tuple[Ids, Floats]:
        one_field = not self.postings.has_titles or query.weighting.title_weight == 0
        if k is not None and one_field and self._compiled is not None:
            found = self._compiled.top(query, k, mask)
            if found is not None:
                return found
        return self._by_numpy(query, k, mask)

    def _by_numpy(self, query: Query, k: int | None, mask: Mask | None) -> tuple[Ids, Floats]:
        found = None if k is None else self._pruning.top(query, k, mask)
        return scoring.top(self.postings, query, k, mask) if found is None else found

    def _held(self, term: str, frequencies: NDArray[Any] | None) -> Ids:
        number = self.postings.vocabulary.find(term)
        if number < 0 or frequencies is None:
            return np.zeros(0, np.int64)
        here = slice(self.postings.starts[number], self.postings.starts[number + 1])
        return self.postings.ids[here][frequencies[here] > 0].astype(np.int64)

    def _change(self, postings: Postings) -> None:
        self.postings = postings
        for name in ("_average", "_title_average", "_rank_bm25", "_robertson", "_compiled", "_pruning", "_known"):
            self.__dict__.pop(name, None)
        self._norms.clear()

    def _query(self, terms: Terms, weighting: Weighting) -> Query:
        if weighting.ranker == "tfidf":
            return self._tfidf(terms, weighting)
        known = self._known.setdefault(weighting, {})
        found = [known[term] if term in known else self._learn(term, weighting, known) for term in terms]
        numbers = tuple([number for number, _ in found if number >= 0])
        idfs = tuple([idf for number, idf in found if number >= 0])
        return Query(numbers, idfs, weighting, self._average, self._title_average)

    def _learn(self, term: str, weighting: Weighting, known: dict[str, tuple[int, float]]) -> tuple[int, float]:
        """Look up a term and its idf (number -1 where it is unknown), and remember them."""
        if len(self._known) > REMEMBERED_WEIGHTINGS or len(known) > REMEMBERED_TERMS:
            self._known.clear()
        number = self.postings.vocabulary.find(term)
        known[term] = found = number, self._idf(number, weighting) if number >= 0 else 0.0
        return found

    def _idf(self, number: int, weighting: Weighting) -> float:
        postings = self.postings
        if weighting.title_weight and postings.has_titles:
            holding = int(postings.starts[number + 1] - postings.starts[number])
        else:
            holding = int(postings.holding[number])
        if holding == 0:  # stands in titles only, which do not count here: nothing will be added
            return 0.0
        if weighting.formula == "rank-bm25" and weighting.variant == "okapi":
            idf = float(robertson_idf(holding, len(postings)))
            return idf if idf >= 0 else self._robertson
        return idf_of(weighting.variant, holding, len(postings))

    def _floor(self, terms: Terms, weighting: Weighting) -> float:
        """Return what rank-bm25's Plus gives every paragraph, whether it holds the terms or not."""
        if weighting.ranker != "bm25" or weighting.formula != "rank-bm25" or weighting.variant != "plus":
            return 0.0
        return weighting.shift * sum(self._query(terms, weighting).idfs)

    def _tfidf(self, terms: Terms, weighting: Weighting) -> Query:
        postings = self.postings
        counts: dict[int, int] = {}
        for term in terms:
            number = postings.vocabulary.find(term)
            if number >= 0 and postings.holding[number]:
                counts[number] = counts.get(number, 0) + 1
        numbers = list(counts)
        idfs = [float(smooth_idf(int(postings.holding[number]), len(postings))) for number in numbers]
        often = [float(sublinear(n)) if weighting.sublinear else float(n) for n in counts.values()]
        parts = [count * idf for count, idf in zip(often, idfs, strict=True)]
        length = sum(part * part for part in parts) ** 0.5
        norms = self._tfidf_norms(weighting.sublinear)
        return Query(tuple(numbers), tuple(idfs), weighting, norms=norms, shares=tuple(part / length for part in parts))

    def _tfidf_norms(self, sublinearly: bool) -> Floats:
        if sublinearly not in self._norms:
            self._norms[sublinearly] = scoring.norms(self.postings, sublinearly)
        return self._norms[sublinearly]

    def _reference(self, terms: Terms, weighting: Weighting, k: int | None, mask: Mask | None) -> tuple[Ids, Floats]:
        if weighting.ranker != "bm25":
            raise ValueError("engine 'rank-bm25' has no TF-IDF; leave ranker at 'bm25', or engine at 'own'")
        scores = self._rank_bm25.scores(terms, weighting)
        held = np.zeros(len(self), bool)
        for term in terms:
            held[self.paragraphs(term)] = True
        held &= scores != 0
        if mask is not None:
            held &= mask
        ids = np.flatnonzero(held).astype(np.int64)
        return scoring.best(ids, scores[ids], k)

    @cached_property
    def _compiled(self) -> compiled.Compiled | None:
        return compiled.Compiled(self.postings) if compiled.in_use() else None

    @cached_property
    def _pruning(self) -> Pruning:
        return Pruning(self.postings)

    @cached_property
    def _known(self) -> dict[Weighting, dict[str, tuple[int, float]]]:
        return {}

    @cached_property
    def _norms(self) -> dict[bool, Floats]:
        return {}

    @cached_property
    def _average(self) -> float:
        return _mean(self.postings.lengths)

    @cached_property
    def _title_average(self) -> float:
        return 1.0 if self.postings.title_lengths is None else _mean(self.postings.title_lengths)

    @cached_property
    def _robertson(self) -> float:
        """A quarter of the average idf: rank-bm25's floor where the idf is negative."""
        idfs = robertson_idf(self.postings.holding[self.postings.holding > 0], len(self))
        return 0.25 * float(idfs.mean()) if len(idfs) else 0.0

    @cached_property
    def _rank_bm25(self) -> RankBM25:
        return RankBM25(self.postings)


def _mean(lengths: NDArray[np.int32]) -> float:
    total = int(lengths.sum(dtype=np.int64))
    return total / len(lengths) if total else 1.0
