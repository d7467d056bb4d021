"""An index of paragraphs: built from texts, asked for the best, saved and opened.

Knows nothing of minutes: it sees terms and numbers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, Unpack

import numpy as np
from numpy.typing import NDArray

from minutesnlp.counting import plural
from minutesnlp.errors import ArchiveError
from minutesnlp.indexing import gathering, keeping, scoring, store
from minutesnlp.indexing.analysing import Analysis, Terms, terms_of
from minutesnlp.indexing.asking import amount, by_threads, numbers
from minutesnlp.indexing.filtering import Filter
from minutesnlp.indexing.marks import Marks
from minutesnlp.indexing.merging import without
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.querying import Queries
from minutesnlp.indexing.scoring import Ids, Query
from minutesnlp.indexing.segment import Segment, merged, settled
from minutesnlp.indexing.weighting import Floats, Options, Weighting, weighting_of
from minutesnlp.text.analysis import Analyser

if TYPE_CHECKING:
    from minutesnlp.indexing.reference import RankBM25

ENGINES = ("own", "numpy", "rank-bm25")


class Index:
    """Paragraphs, numbered from 0 in the order they were given, found by BM25 or TF-IDF.

    >>> index = Index.build(["Foster carers were recruited", "A pothole was filled", "Carers and foster families"])
    >>> ids, scores = index.top("foster carers", k=2)
    >>> ids.tolist()
    [0, 2]
    """

    _segments: tuple[Segment, ...]

    def __init__(
        self, postings: Postings, analyser: Analyser | Analysis | None = None, *, norms: Floats | None = None
    ) -> None:
        self.analyser = Analyser() if analyser is None else analyser
        self._homes: dict[Postings, keeping.Home] = {}
        self._change([Segment(postings)], norms)

    @classmethod
    def build(
        cls,
        texts: Iterable[str | Terms],
        *,
        titles: Iterable[str | Terms] | None = None,
        analyser: Analyser | Analysis | None = None,
        positions: bool = False,
        processes: int = 1,
        progress: Callable[[int], object] | None = None,
    ) -> Index:
        """Build an index of texts, or of lists of terms.

        `titles` is a second field, one a text. `analyser` is an `Analyser` or any function from a text to its terms.
        `positions` keeps the places of the terms, for phrases. Several `processes` share the work; `progress` is called
        now and then with the number of paragraphs that have been read.

        Raises
        ------
        ValueError
            For titles that are not as many as the texts; for processes below 1, or above 1 with a function as analyser.
        """
        from minutesnlp.indexing import building  # of no use to who only opens and searches

        analyser = Analyser() if analyser is None else analyser
        if processes == 1:
            return cls(building.build(texts, titles, analyser, positions=positions, progress=progress), analyser)
        if processes < 1 or not isinstance(analyser, Analyser):
            raise ValueError(
                f"processes is {processes}; give 1, or more and an Analyser: a function stays in its process"
            )
        postings = building.by_processes(
            texts, titles, analyser, positions=positions, processes=processes, progress=progress
        )
        return cls(postings, analyser)

    def __len__(self) -> int:
        return sum(map(len, self._segments))

    def __repr__(self) -> str:
        if isinstance(self._segments, keeping.Closed):
            return "Index(closed)"
        gone = len(self) - self._queries.count
        removed = f", {gone:,} of them removed" if gone else ""
        return f"Index({plural(len(self), 'paragraph')}{removed}, {plural(len(self.postings.vocabulary), 'term')})"

    @property
    def postings(self) -> Postings:
        """The postings of all paragraphs; those that were removed have no words."""
        return self._whole.postings

    def terms(self, query: str | Terms) -> list[str]:
        """Return the terms of a query: analysed when it is a text, as given when it is a list of terms."""
        return terms_of(query, self.analyser)

    def holding(self, term: str) -> int:
        """Return how many paragraphs hold a term in their text."""
        number = self.postings.vocabulary.find(term)
        return 0 if number < 0 else int(self.postings.holding[number])

    def paragraphs(self, term: str) -> Ids:
        """Return the paragraphs that hold a term in their text, ascending."""
        return self.postings.holders(term)

    def marks(self, term: str) -> tuple[Marks, Marks]:
        """Return the paragraphs that hold a term in their text, and those that do in their title."""
        return gathering.marks(self.postings, self.postings.vocabulary.find(term))

    def query(self, terms: Terms, weighting: Weighting) -> Query:
        """Return terms as they are weighed: their numbers and what each counts for."""
        return self._of_whole.of(terms, weighting)

    def places(self, term: str, wanted: Ids, stride: int) -> NDArray[np.int64]:
        """Return where a term stands in some paragraphs (ascending): paragraph · stride + place, ascending.

        Raises
        ------
        ValueError
            When the index was built without positions.
        """
        return gathering.places(self.postings, self.postings.vocabulary.find(term), wanted, stride)

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
        mask: NDArray[Any] | Filter | None = None,
    ) -> tuple[Ids, Floats]:
        """Return the k best paragraphs and their scores, best first, equal scores by paragraph; None is all.

        Paragraphs that score 0 are left out. `mask` is bool (N,), an array of paragraphs to search among, or a `filter`
        made of either, which many searches share. What the other options mean is told in `weighting.Weighting`;
        `engine` "numpy" leaves the compiled kernel aside, "rank-bm25" asks that library instead.

        Raises
        ------
        ValueError
            For k below 1 and for parameters that no formula can work with.
        TypeError
            For a query, k or parameter of another kind.
        """
        k = amount(k, len(self))
        weighting = weighting_of(ranker, variant, k1, b, delta, title_weight, sublinear, formula)
        if engine not in ENGINES:
            raise ValueError(f"engine is {engine!r}; it must be one of {', '.join(ENGINES)}")
        terms = self.terms(query)
        chosen = None if mask is None else Filter.of(mask, len(self))
        if engine == "rank-bm25":
            return self._reference(terms, weighting, k, chosen)
        ids, scores = self._by_segments(terms, weighting, k, chosen, by_numpy=engine == "numpy")
        floor = self._queries.floor(terms, weighting)
        return ids, scores + floor if floor else scores

    def filter(self, paragraphs: NDArray[Any]) -> Filter:
        """Make ready a mask, bool (N,), or an array of paragraphs that many searches are to be confined to.

        It holds as long as the index has as many paragraphs.

        >>> index = Index.build(["Foster carers were recruited", "A pothole was filled", "Carers and foster families"])
        >>> since = index.filter(np.arange(1, 3))
        >>> index.top("foster carers", mask=since)[0].tolist()
        [2]
        """
        return Filter.of(paragraphs, len(self)).ready()

    def batch(
        self, queries: Sequence[str | Terms], k: int | None = 10, *, threads: int = 2, **options: Any
    ) -> list[tuple[Ids, Floats]]:
        """Return what `top` gives for each of many queries, asked by several threads. Takes its options.

        Raises
        ------
        TypeError
            For one string in place of many queries.
        ValueError
            For less than one thread.
        """
        return by_threads(partial(self.top, k=k, **options), queries, threads)

    def scores(self, query: str | Terms, **options: Unpack[Options]) -> Floats:
        """Return the score of every paragraph, float64 (N,); 0 where it holds no term of the query.

        The options are those of `weighting.Weighting`.
        """
        weighting = Weighting(**options)
        terms = self.terms(query)
        scores = scoring.scores(self.postings, self.query(terms, weighting))
        floor = self._of_whole.floor(terms, weighting)
        return np.where(scores != 0, scores + floor, scores) if floor else scores

    def explain(self, query: str | Terms, paragraph: int, **options: Unpack[Options]) -> list[tuple[str, float]]:
        """Return what each term of the query adds to the score of a paragraph, in the query's order.

        Takes the options of `scores`. Terms that add nothing are given with 0.

        Raises
        ------
        ValueError
            For a number that no paragraph has.
        """
        made = self.query(self.terms(query), Weighting(**options))
        wanted = numbers([paragraph], len(self))
        weights = [scoring.weigh(self.postings, made, place, wanted)[1] for place in range(len(made.terms))]
        named = (self.postings.vocabulary[number] for number in made.terms)
        return [(term, float(found.sum())) for term, found in zip(named, weights, strict=True)]

    def scores_of(self, query: str | Terms, paragraphs: Iterable[int], **options: Unpack[Options]) -> Floats:
        """Return the scores of some paragraphs, in any order, as `scores` would give them. Takes its options.

        Raises
        ------
        ValueError
            For a number that no paragraph has.
        """
        made = self.query(self.terms(query), Weighting(**options))
        wanted = numbers(paragraphs, len(self))
        if (wanted[1:] > wanted[:-1]).all():
            return gathering.weights(self.postings, made, wanted)
        wanted, places = np.unique(wanted, return_inverse=True)
        return gathering.weights(self.postings, made, wanted)[places]

    def norms(self) -> Floats:
        """Return the lengths of the paragraphs' TF-IDF vectors, float64 (N,): given at opening, they need no making."""
        return self._of_whole.norms()

    def add(self, texts: Iterable[str | Terms], *, titles: Iterable[str | Terms] | None = None) -> None:
        """Add paragraphs after those there are, as a segment; scores are then as if all had been built at once.

        Segments that are small beside the one after them are merged, so that there are never many.

        Raises
        ------
        ValueError
            When there are titles on one side only.
        """
        first = self._segments[0].postings
        placed = first.positions is not None
        more = Index.build(texts, titles=titles, analyser=self.analyser, positions=placed)._segments[0]
        if more.postings.has_titles != first.has_titles:
            raise ValueError("one index has titles and the other has none; build both alike")
        self._change(settled([*self._segments, more]))

    def remove(self, ids: Iterable[int]) -> None:
        """Remove paragraphs: they are found no more and count no more; the others keep their numbers until `compact`.

        Raises
        ------
        ValueError
            For a number that no paragraph has; then none is removed.
        TypeError
            For what is no whole number; then none is removed.
        """
        gone = np.unique(numbers(ids, len(self)))
        starts = np.cumsum([0, *map(len, self._segments)])
        found = zip(self._segments, starts, np.split(gone, np.searchsorted(gone, starts[1:-1])), strict=False)
        self._change(s.without(here - start) if len(here) else s for s, start, here in found)

    def compact(self) -> None:
        """Make one segment of all; those that stay move up to where others have been removed."""
        whole = self._whole
        gone = [] if whole.gone is None else np.flatnonzero(whole.gone).tolist()
        self._change([Segment(without(whole.postings, gone)) if gone else whole])

    def without(self, gone: Iterable[int]) -> Index:
        """Return the index without some paragraphs; those that stay move up."""
        return Index(without(self.postings, gone), self.analyser)

    def save(self, folder: str | os.PathLike[str]) -> None:
        """Write the index into a folder, beside an older state of it until the new one is whole.

        Segments that lie there already are not written again.
        """
        settings = self.analyser.settings() if isinstance(self.analyser, Analyser) else None
        homes = [self._homes.get(segment.postings) for segment in self._segments]
        self._lie(keeping.save(self._segments, folder, homes, settings))

    def verify(self) -> tuple[str, ...]:
        """Compare the files that the index was opened from or saved to with their checksums; return what is wrong."""
        folders = sorted({folder for folder, _ in self._homes.values()})
        return tuple(told for folder in folders for told in keeping.damaged(folder))

    def close(self) -> None:
        """Let go of the files, which Windows else lets nobody move; at the end of a `with` too. It answers no more."""
        if not isinstance(self._segments, keeping.Closed):
            self._change(())
            self._segments, self._homes = keeping.closed(self._homes.values()), {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

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
        segments, homes, settings = keeping.load(folder, verify=verify)
        if analyser is None:
            if settings is None:
                raise ArchiveError(f"{folder}: built with an analyser of its own. Open it with analyser=… as then.")
            analyser = store.analyser_of(settings, Path(folder) / store.MANIFEST)
        index = cls(segments[0].postings, analyser)
        index._change(segments)
        index._lie(homes)
        return index

    def _lie(self, homes: Sequence[keeping.Home]) -> None:
        """Remember where the segments lie on disk."""
        self._homes = dict(zip((segment.postings for segment in self._segments), homes, strict=True))

    def _by_segments(
        self, terms: Terms, weighting: Weighting, k: int | None, kept: Filter | None, *, by_numpy: bool
    ) -> tuple[Ids, Floats]:
        """Return the best of all segments, each searched for what the ones before it leave open."""
        ids, scores, first = np.zeros(0, np.int64), np.zeros(0), 0
        pieces = weighting.ranker == "bm25" and weighting.formula == "paper"
        queries = self._queries if pieces else self._of_whole
        for place, segment in enumerate(queries.segments):
            query = queries.of(terms, weighting, place)
            part = None if kept is None else kept.part(first, len(segment), segment.gone)
            least = float(scores[-1]) if k is not None and len(scores) == k else 0.0
            more_ids, more = segment.top(query, k, part, least=least, by_numpy=by_numpy)
            if len(queries.segments) == 1:
                return more_ids, more
            ids, scores = scoring.best(np.concatenate([ids, more_ids + first]), np.concatenate([scores, more]), k)
            first += len(segment)
        return ids, scores

    def _change(self, segments: Iterable[Segment], norms: Floats | None = None) -> None:
        self._segments, self._given_norms = tuple(segments), norms
        for name in ("_whole", "_queries", "_of_whole", "_rank_bm25"):
            self.__dict__.pop(name, None)

    def _reference(self, terms: Terms, weighting: Weighting, k: int | None, kept: Filter | None) -> tuple[Ids, Floats]:
        if weighting.ranker != "bm25":
            raise ValueError("engine 'rank-bm25' has no TF-IDF; leave ranker at 'bm25', or engine at 'own'")
        if self._whole.gone is not None:
            raise ValueError("engine 'rank-bm25' would count what was removed; call compact() first")
        return self._rank_bm25.top(terms, weighting, k, kept)

    @cached_property
    def _whole(self) -> Segment:
        """All segments as one."""
        return merged(self._segments)

    @cached_property
    def _queries(self) -> Queries:
        return Queries(self._segments, self._given_norms)

    @cached_property
    def _of_whole(self) -> Queries:
        return self._queries if self._whole is self._segments[0] else Queries([self._whole])

    @cached_property
    def _rank_bm25(self) -> RankBM25:
        from minutesnlp.indexing.reference import RankBM25  # seldom asked for

        return RankBM25(self.postings)
