"""The words of the titles of items, each with its place: what a phrase in a title is looked up in.

Most titles stand over many items (“Apologies for absence”), so each is kept once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.gathering import common
from minutesnlp.text.analysis import Analyser

# A title and a place in it are one number, so that whole lists are compared at once.
STRIDE = 1 << 32


@dataclass(frozen=True, eq=False)
class Titles:
    """`title_of` (I,) is the number of each item's title; `title_terms` and `title_places`, (T,), are in order.

    `title_terms` are numbers in the index's vocabulary, `title_places` title · STRIDE + place.
    """

    title_of: NDArray[np.int32]
    title_terms: NDArray[np.int32]
    title_places: NDArray[np.int64]

    @classmethod
    def of(cls, titles: Iterable[str], analyser: Analyser, find: Callable[[str], int]) -> Titles:
        """Return the words of the titles of items, in their order; `find` gives the number of a term."""
        numbers: dict[str, int] = {}
        title_of = np.array([numbers.setdefault(title, len(numbers)) for title in titles], np.int32)
        terms: list[int] = []
        places: list[int] = []
        for title, number in numbers.items():
            said, where = analyser.places(title)
            terms += map(find, said)
            places += (number * STRIDE + place for place in where)
        told = np.unique(np.array([terms, places], np.int64), axis=1)
        return cls(title_of, told[0].astype(np.int32), told[1])

    def saying(self, parts: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
        """Return which items, bool (I,), have a title with some terms at their distances from the first."""
        joint: NDArray[np.int64] | None = None
        for term, offset in parts:
            here = slice(*np.searchsorted(self.title_terms, np.array([term, term + 1], np.int32)))
            keys = self.title_places[here] - offset
            joint = keys if joint is None else common(joint, keys)
        if joint is None or not len(joint):
            return np.zeros(len(self.title_of), bool)
        every = np.zeros(int(self.title_of.max(initial=-1)) + 1, bool)
        every[joint // STRIDE] = True
        return every[self.title_of]
