"""What a term weighs in a paragraph: BM25 in its published forms, and TF-IDF, as pure functions.

Every function works on float64 scalars or arrays and in one fixed order of operations, so that whoever computes a
weight gets the same bits. `norm` is 1 - b + b · length / average length.

References
----------
Robertson, Walker, Jones, Hancock-Beaulieu, Gatford (1994), Okapi at TREC-3.
Robertson, Zaragoza, Taylor (2004), Simple BM25 extension to multiple weighted fields.
Lv, Zhai (2011), When documents are very long, BM25 fails! (BM25L)
Lv, Zhai (2011), Lower-bounding term frequency normalization. (BM25+)
Trotman, Puurula, Burgess (2014), Improvements to BM25 and language models examined. (ATIRE)
Kamphuis, de Vries, Boytsov, Lin (2020), Which BM25 do you mean? (what Lucene does, and that the forms hardly differ)
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from numbers import Real
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RANKERS = ("bm25", "tfidf")
VARIANTS = ("okapi", "l", "plus", "lucene", "atire")
FORMULAS = ("paper", "rank-bm25")
DELTAS = {"l": 0.5, "plus": 1.0}


@dataclass(frozen=True, slots=True)
class Weighting:
    """How a term is weighed; refuses what no formula can work with.

    `delta` None is the paper's (0.5 in L, 1 in Plus). `title_weight` is how many words of the text a word of the title
    is worth; `title_b` is b for titles. `formula` "rank-bm25" is that library's reading instead of the paper's: Okapi's
    idf may be negative and is then a quarter of the average, L is multiplied by the term frequency, Plus gives its
    lower bound to paragraphs without the term too.
    """

    ranker: str = "bm25"
    variant: str = "lucene"
    k1: float = 1.2
    b: float = 0.75
    delta: float | None = None
    title_weight: float = 1.0
    title_b: float = 0.5
    sublinear: bool = False
    formula: str = "paper"

    def __post_init__(self) -> None:
        for name, allowed in (("ranker", RANKERS), ("variant", VARIANTS), ("formula", FORMULAS)):
            if getattr(self, name) not in allowed:
                raise ValueError(f"{name} is {getattr(self, name)!r}; it must be one of {', '.join(allowed)}")
        for name in ("k1", "delta", "title_weight", "b", "title_b"):
            value = getattr(self, name)
            if not isinstance(value, Real) and (value is not None or name != "delta"):
                raise TypeError(f"{name} is {value!r}; it must be a number")
        for name in ("k1", "delta", "title_weight"):
            value = getattr(self, name)
            if value is not None and not 0 <= value < math.inf:
                raise ValueError(f"{name} is {value!r}; it must be a number from 0 up")
        for name in ("b", "title_b"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is {getattr(self, name)!r}; it must lie between 0 and 1")
        if not isinstance(self.sublinear, bool | np.bool_):
            raise TypeError(f"sublinear is {self.sublinear!r}; it must be True or False")
        if self.formula == "rank-bm25" and self.variant not in ("okapi", "l", "plus"):
            raise ValueError(f"rank-bm25 has no variant {self.variant!r}; it has okapi, l and plus")

    @property
    def shift(self) -> float:
        """Delta, or the paper's where none was given."""
        return DELTAS.get(self.variant, 0.0) if self.delta is None else self.delta


class Options(TypedDict, total=False):
    """The options of a `Weighting`, by name."""

    ranker: str
    variant: str
    k1: float
    b: float
    delta: float | None
    title_weight: float
    title_b: float
    sublinear: bool
    formula: str


@lru_cache(maxsize=256)
def weighting_of(
    ranker: str,
    variant: str,
    k1: float,
    b: float,
    delta: float | None,
    title_weight: float,
    sublinear: bool,
    formula: str,
) -> Weighting:
    """Return a way to weigh terms; the same options give the same object."""
    return Weighting(ranker, variant, k1, b, delta, title_weight=title_weight, sublinear=sublinear, formula=formula)


def bm25(frequency: Floats, norm: Floats, idf: float, weighting: Weighting) -> Floats:
    """Return the weights of a term that stands `frequency` (> 0) times in paragraphs of these norms."""
    k1, literal = weighting.k1, weighting.formula == "rank-bm25"
    weights: Floats
    if weighting.variant == "lucene":
        weights = lucene(frequency, norm, idf, k1)
    elif weighting.variant == "l":
        weights = bm25_l(frequency, norm, idf, k1, weighting.shift)
        if literal:
            weights = weights * frequency
    elif weighting.variant == "plus":
        weights = bm25_plus(frequency, norm, idf, k1, 0.0 if literal else weighting.shift)
    else:
        weights = okapi(frequency, norm, idf, k1)
    return weights


def okapi(frequency: Any, norm: Any, idf: float, k1: float) -> Any:
    """Weigh a term as Okapi and ATIRE do: they differ in their idf (Robertson et al. 1994; Trotman et al. 2014)."""
    return idf * (frequency * (k1 + 1) / (frequency + k1 * norm))


def lucene(frequency: Any, norm: Any, idf: float, k1: float) -> Any:
    """Weigh a term as Lucene 8 and later do: Okapi without the constant k1 + 1 (Kamphuis et al. 2020)."""
    return idf * (frequency / (frequency + k1 * norm))


def bm25_l(frequency: Any, norm: Any, idf: float, k1: float, delta: float) -> Any:
    """Weigh a term as BM25L does (Lv, Zhai 2011)."""
    shifted = frequency / norm + delta
    return idf * ((k1 + 1) * shifted / (k1 + shifted))


def bm25_plus(frequency: Any, norm: Any, idf: float, k1: float, delta: float) -> Any:
    """Weigh a term as BM25+ does: never less than delta times its idf (Lv, Zhai 2011)."""
    return idf * (delta + frequency * (k1 + 1) / (frequency + k1 * norm))


def idf_of(variant: str, holding: int, count: int) -> float:
    """Return the inverse document frequency of a term that `holding` (> 0) of `count` paragraphs hold.

    Positive in every variant (ATIRE: zero when all hold it): Okapi's is Lucene's, since the published one falls to 0 at
    half of the paragraphs and below it beyond, where a term would count against a paragraph.
    """
    if variant == "l":
        return math.log((count + 1) / (holding + 0.5))
    if variant == "plus":
        return math.log((count + 1) / holding)
    if variant == "atire":
        return math.log(count / holding)
    return math.log(1 + (count - holding + 0.5) / (holding + 0.5))


def robertson_idf(holding: Any, count: int) -> Any:
    """Return the published Okapi idf (Robertson, Spärck Jones 1976): negative for a term in more than half."""
    return np.log(count - holding + 0.5) - np.log(holding + 0.5)


def smooth_idf(holding: Any, count: int) -> Any:
    """Return scikit-learn's idf of TF-IDF: as if one more paragraph held every term once, plus 1."""
    return np.log((1 + count) / (1 + holding)) + 1.0


def sublinear(frequency: Any) -> Any:
    """Return 1 + ln of a frequency."""
    return np.log(frequency) + 1.0
