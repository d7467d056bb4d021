"""The terms of a query with what they count for: numbers in each segment, and the idf of the whole index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from minutesnlp.indexing import scoring
from minutesnlp.indexing.analysing import Terms
from minutesnlp.indexing.scoring import Query
from minutesnlp.indexing.segment import Segment
from minutesnlp.indexing.weighting import Floats, Weighting, idf_of, robertson_idf, smooth_idf, sublinear

# How many terms are remembered with their idf, under how many weightings.
REMEMBERED_TERMS = 100_000
REMEMBERED_WEIGHTINGS = 16

Known = tuple[tuple[int, ...], float]


class Queries:
    """Make queries for segments that are searched as one index: statistics are those of all their paragraphs."""

    def __init__(self, segments: Sequence[Segment], norms: Floats | None = None) -> None:
        self.segments = segments
        self.count = sum(segment.alive for segment in segments)
        self._known: dict[Weighting, dict[str, Known]] = {}
        self._norms: dict[bool, Floats] = {} if norms is None else {False: norms}

    def of(self, terms: Terms, weighting: Weighting, place: int = 0) -> Query:
        """Return the query of terms for one of the segments."""
        if weighting.ranker == "tfidf":
            return self._tfidf(terms, weighting)
        known = self._known.setdefault(weighting, {})
        found = [known[term] if term in known else self._learn(term, weighting, known) for term in terms]
        numbers = tuple([numbers[place] for numbers, _ in found if numbers[place] >= 0])
        idfs = tuple([idf for numbers, idf in found if numbers[place] >= 0])
        return Query(numbers, idfs, weighting, self._average, self._title_average)

    def floor(self, terms: Terms, weighting: Weighting) -> float:
        """Return what rank-bm25's Plus gives every paragraph, whether it holds the terms or not."""
        if weighting.ranker != "bm25" or weighting.formula != "rank-bm25" or weighting.variant != "plus":
            return 0.0
        known = self._known.setdefault(weighting, {})
        return weighting.shift * sum(self._learn(term, weighting, known)[1] for term in terms)

    def norms(self, sublinearly: bool = False) -> Floats:
        """Return the lengths of the paragraphs' TF-IDF vectors, float64 (N,), of a single segment."""
        if sublinearly not in self._norms:
            self._norms[sublinearly] = scoring.norms(self.segments[0].postings, self.count, sublinearly)
        return self._norms[sublinearly]

    def _learn(self, term: str, weighting: Weighting, known: dict[str, Known]) -> Known:
        """Look up a term (number -1 where it is unknown) and its idf, and remember them."""
        if len(self._known) > REMEMBERED_WEIGHTINGS or len(known) > REMEMBERED_TERMS:
            self._known.clear()
        numbers = tuple([segment.postings.vocabulary.find(term) for segment in self.segments])
        known[term] = found = numbers, self._idf(numbers, weighting)
        return found

    def _idf(self, numbers: tuple[int, ...], weighting: Weighting) -> float:
        titles = bool(weighting.title_weight) and self.segments[0].postings.has_titles
        pairs = [(s, number) for s, number in zip(self.segments, numbers, strict=True) if number >= 0]
        holding = sum(segment.holding(number, titles=titles) for segment, number in pairs)
        if holding == 0:  # unknown, or in titles only, which do not count here: nothing will be added
            return 0.0
        if weighting.formula == "rank-bm25" and weighting.variant == "okapi":
            idf = float(robertson_idf(holding, self.count))
            return idf if idf >= 0 else self._robertson
        return idf_of(weighting.variant, holding, self.count)

    def _tfidf(self, terms: Terms, weighting: Weighting) -> Query:
        postings = self.segments[0].postings
        counts: dict[int, int] = {}
        for term in terms:
            number = postings.vocabulary.find(term)
            if number >= 0 and postings.holding[number]:
                counts[number] = counts.get(number, 0) + 1
        idfs = [float(smooth_idf(int(postings.holding[number]), self.count)) for number in counts]
        often = [float(sublinear(n)) if weighting.sublinear else float(n) for n in counts.values()]
        parts = [count * idf for count, idf in zip(often, idfs, strict=True)]
        length = sum(part * part for part in parts) ** 0.5
        shares = tuple(part / length for part in parts)
        return Query(tuple(counts), tuple(idfs), weighting, norms=self.norms(weighting.sublinear), shares=shares)

    @cached_property
    def _average(self) -> float:
        return self._mean(titles=False)

    @cached_property
    def _title_average(self) -> float:
        return self._mean(titles=True)

    def _mean(self, *, titles: bool) -> float:
        total = sum(segment.length(titles=titles) for segment in self.segments)
        return total / self.count if total else 1.0

    @cached_property
    def _robertson(self) -> float:
        """A quarter of the average idf: rank-bm25's floor where the idf is negative."""
        holding = self.segments[0].postings.holding
        idfs = robertson_idf(holding[holding > 0], self.count)
        return 0.25 * float(idfs.mean()) if len(idfs) else 0.0
