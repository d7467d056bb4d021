"""The terms of an index in order, found without loading them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

# How many looked-up terms are remembered.
REMEMBERED = 100_000


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Distinct terms in the order of their UTF-8 bytes.

    `letters` are those bytes one term after the other, uint8; term t is `letters[bounds[t]:bounds[t + 1]]`. Both may be
    memory-mapped.
    """

    letters: NDArray[np.uint8]
    bounds: NDArray[np.int64]
    _found: dict[str, int] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, terms: Iterable[str]) -> Vocabulary:
        """Make a vocabulary of terms, in any order."""
        encoded = sorted({_bytes(term) for term in terms})
        bounds = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(term) for term in encoded], out=bounds[1:])
        return cls(np.frombuffer(b"".join(encoded), np.uint8), bounds)

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def __iter__(self) -> Iterator[str]:
        letters = self.letters.tobytes()
        bounds = self.bounds.tolist()
        for place in range(len(self)):
            yield letters[bounds[place] : bounds[place + 1]].decode("utf-8", "surrogatepass")

    def __getitem__(self, place: int) -> str:
        return self._bytes_at(place).decode("utf-8", "surrogatepass")

    def knows(self, term: str) -> bool:
        """Tell whether a term is known."""
        return self.find(term) >= 0

    def find(self, term: str) -> int:
        """Return a term's number, -1 when it is unknown."""
        number = self._found.get(term)
        if number is None:
            wanted = _bytes(term)
            number = self._first(wanted)
            if number == len(self) or self._bytes_at(number) != wanted:
                number = -1
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            self._found[term] = number
        return number

    def beginning(self, start: str) -> range:
        """Return the numbers of the terms that begin with `start`."""
        wanted = _bytes(start)
        # 0xFF is in no UTF-8, so it follows every continuation
        return range(self._first(wanted), self._first(wanted + b"\xff"))

    def _first(self, wanted: bytes) -> int:
        """Return the number of the first term that is not less than `wanted`."""
        letters, bounds = self.letters.data, self.bounds.data  # sliced in a tenth of an array's time
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if letters[bounds[middle] : bounds[middle + 1]].tobytes() < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def _bytes_at(self, place: int) -> bytes:
        return self.letters[self.bounds[place] : self.bounds[place + 1]].tobytes()


def _bytes(term: str) -> bytes:
    if not isinstance(term, str):
        raise TypeError(f"a term is {term!r}; terms must be strings")
    return term.encode("utf-8", "surrogatepass")  # a stray surrogate is a term like any other
