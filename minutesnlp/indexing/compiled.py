"""The door to the compiled kernel: whether it is there, what it is given, and which queries it answers.

It gives what the numpy path gives, to the last digit, and is left out where the package was built without a compiler.
"""

from __future__ import annotations

import importlib
import os
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.asking import listed
from minutesnlp.indexing.blocks import MANY, blocks_of
from minutesnlp.indexing.filtering import Filter
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.scoring import Ids, Query
from minutesnlp.indexing.sources import digest
from minutesnlp.indexing.vocabulary import Vocabulary
from minutesnlp.indexing.weighting import Floats, Weighting, bm25
from minutesnlp.text.analysis import Analyser

# Set to "numpy" when the library is loaded, the kernel is left aside: for comparing the two.
SWITCH = "MINUTESNLP_KERNEL"
by_numpy = os.environ.get(SWITCH) == "numpy"

# How many classes of length the kernel tells apart, and how many weightings an index keeps bounds for.
CLASSES = 256
REMEMBERED = 16
# The kernel counts in 65,535 points, and rounds them up for every term.
MOST_TERMS = 10_000
# Lengths below this are counted and looked up in a table: sorting them would take most of the time of the first search.
LISTED = 2**20
# Beyond this, weights could be too small for the float32 in which they are bounded.
LARGEST = 1e6

# The kernel's names for the formulas.
FORMS = {"lucene": 0, "okapi": 1, "atire": 1, "l": 2, "plus": 3}


OUTDATED = "it was built from other sources than stand beside it: install the package again"


def load(name: str) -> tuple[Any, str]:
    """Return a compiled module, or None and why it is not there; one that is older than its sources is not taken."""
    try:
        module = importlib.import_module(f"minutesnlp.indexing.{name}")
    except ImportError as error:
        return None, f"was not compiled when the package was built ({error})"
    if _here not in (None, getattr(module, "SOURCES", 0)):
        if not by_numpy:
            warnings.warn(f"minutesnlp searches with numpy, without its compiled kernel: {OUTDATED}", stacklevel=1)
        return None, f"is not taken: {OUTDATED}"
    return module, ""


_here = digest(Path(__file__).parent)


_module, _reason = load("_kernel")


def kernel() -> str:
    """Tell whether searches are answered by the compiled kernel or by numpy, and why."""
    if by_numpy:
        return f"numpy: {SWITCH} asks for it"
    if _module is None:
        return f"numpy: the kernel {_reason}"
    return f"compiled: {_module.__file__}"


def in_use() -> bool:
    """Tell whether the compiled kernel answers."""
    return _module is not None and not by_numpy


def invert(texts: Iterable[str | Sequence[str]], analyser: Analyser) -> Postings | None:
    """Return the postings of texts or lists of terms; None where there is no compiled module to make them."""
    module, _ = load("_inverter")
    if module is None or not in_use():
        return None
    inverter = module.Inverter(analyser.terms_of_run, analyser.terms)
    for text in texts:
        inverter.add(text if isinstance(text, str) else listed(text))
    terms = inverter.terms()
    vocabulary = Vocabulary.of(terms)
    places = {term: place for place, term in enumerate(vocabulary)}
    rank = np.fromiter((places[term] for term in terms), np.int64, len(terms))
    starts, ids, frequencies, lengths, beyond = inverter.sorted(rank)
    if beyond:
        frequencies = frequencies.astype(np.min_scalar_type(max(beyond.values())))
        frequencies[list(beyond)] = list(beyond.values())
    return Postings(vocabulary, starts, ids, frequencies, np.diff(starts), lengths)


class Compiled:
    """Postings as the kernel reads them."""

    def __init__(self, postings: Postings) -> None:
        blocks = postings.blocks or blocks_of(postings.starts, postings.ids, len(postings))
        frequencies = postings.frequencies
        wide = frequencies.dtype != np.uint8
        self._largest = int(frequencies.max(initial=0)) if wide else MANY
        self._shortest, of_length = classes_of(postings.lengths)
        self._weighings: dict[Any, Any] = {}
        self._kernel = _module.Kernel(
            postings.starts,
            postings.ids,
            np.minimum(frequencies, MANY).astype(np.uint8) if wide else frequencies,
            frequencies.astype(np.uint32) if wide else np.zeros(0, np.uint32),
            postings.lengths,
            of_length(postings.lengths),
            blocks.rows,
            blocks.edges,
        )

    def top(self, query: Query, k: int, kept: Filter | None = None, least: float = 0.0) -> tuple[Ids, Floats] | None:
        """Return the k best paragraphs and their scores, or None where the kernel has no answer to such a query.

        Paragraphs that score less than `least` may be left out.
        """
        weighing = self._weighing(query.weighting, query.average)
        if weighing is None or len(query.terms) > MOST_TERMS or min(query.idfs, default=1.0) <= 0:
            return None
        mask, ids = (None, None) if kept is None else (kept.marked, kept.ids)
        found: tuple[Ids, Floats] = self._kernel.top(query.terms, query.idfs, k, weighing, mask, ids, least)
        return found

    def _weighing(self, weighting: Weighting, average: float) -> Any:
        key = weighting, average
        if key not in self._weighings:
            if len(self._weighings) >= REMEMBERED:
                self._weighings.clear()
            self._weighings[key] = self._new_weighing(weighting, average)
        return self._weighings[key]

    def _new_weighing(self, weighting: Weighting, average: float) -> Any:
        if weighting.ranker != "bm25" or max(weighting.k1, weighting.shift) > LARGEST:
            return None
        literal = weighting.formula == "rank-bm25"
        delta = 0.0 if literal and weighting.variant == "plus" else weighting.shift
        gains = bounds(weighting, average, self._shortest, self._largest)
        return _module.Weighing(
            FORMS[weighting.variant],
            literal,
            float(weighting.k1),
            float(weighting.b),
            float(delta),
            average,
            gains,
        )


def bounds(weighting: Weighting, average: float, shortest: NDArray[Any], largest: int) -> NDArray[np.float32]:
    """Return the most that a term with idf 1 adds to a paragraph, by frequency and class of length, float32 (65,536,).

    The last frequency stands for all from there to the `largest`.
    """
    frequency = np.arange(MANY + 1, dtype=np.float64)
    frequency[0], frequency[MANY] = 1.0, largest
    norm = np.ones(CLASSES)
    norm[: len(shortest)] = 1.0 - weighting.b + weighting.b * (np.maximum(shortest, 1) / average)
    gains = bm25(frequency[:, None], norm[None, :], 1.0, weighting)
    gains[0] = 0.0  # a paragraph that holds the term only in its title
    return np.ravel(gains * (1.0 + 2.0**-20)).astype(np.float32)


def classes_of(lengths: NDArray[np.int32]) -> tuple[NDArray[Any], Any]:
    """Return the shortest length of each class, ascending, and a function from lengths to classes, uint8.

    Up to 256 different lengths are a class each; more are shared out so that classes are alike in size.
    """
    longest = int(lengths.max(initial=0))
    if longest < LISTED:
        counts = np.bincount(lengths)
        different = np.flatnonzero(counts)
        often = counts[different]
    else:
        different, often = np.unique(lengths, return_counts=True)
    if len(different) > CLASSES:
        shares = np.linspace(0, often.sum(), CLASSES, endpoint=False)
        different = different[np.unique(np.searchsorted(np.cumsum(often), shares, "right"))]
    if longest >= LISTED:
        return different, lambda found: _class(different, found)
    table = _class(different, np.arange(longest + 1))
    return different, lambda found: table[found]


def _class(different: NDArray[Any], lengths: NDArray[Any]) -> NDArray[np.uint8]:
    return np.maximum(np.searchsorted(different, lengths, "right") - 1, 0).astype(np.uint8)
