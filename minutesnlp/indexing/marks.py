"""Which paragraphs something holds of, a bit each: sets of a whole archive are compared in a few microseconds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import and_, or_

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing import compiled
from minutesnlp.indexing.filtering import Mask

Words = NDArray[np.uint64]
Numbers = NDArray[np.int64]

BITS = 64
LAST = np.uint64(BITS - 1)
ONE = np.uint64(1)

# The types of numbers that the compiled functions read.
NUMBERS = (np.dtype(np.int32), np.dtype(np.int64))

_gather, _ = compiled.load("_gather")


@dataclass(frozen=True, eq=False, slots=True)
class Marks:
    """A set of the paragraphs 0 to `size` - 1: paragraph p is the bit p % 64 of `words[p // 64]`.

    The bits beyond the last paragraph are 0. `len` is how many paragraphs are marked.

    >>> even, few = Marks.of(np.arange(0, 100, 2), 100), Marks.of(np.arange(5), 100)
    >>> (even & few).ids.tolist(), (few - even).ids.tolist(), len(even | few)
    ([0, 2, 4], [1, 3], 52)
    """

    words: Words
    size: int

    @staticmethod
    def none(size: int) -> Marks:
        """Return no paragraph of so many: always the same set, which costs nothing to make and to combine."""
        return _none(size)

    @classmethod
    def all(cls, size: int) -> Marks:
        """Return every paragraph of so many."""
        words = np.full(-(-size // BITS), ~np.uint64(0))
        if size % BITS:
            words[-1] = (ONE << np.uint64(size % BITS)) - ONE
        return cls(words, size)

    @classmethod
    def of(cls, ids: NDArray[np.integer], size: int) -> Marks:
        """Return the paragraphs with these numbers, in any order."""
        if not len(ids):
            return _none(size)
        if compiled.in_use() and _gather is not None and ids.dtype in NUMBERS:
            words = blank(size)
            _gather.put(ids, words)
            return cls(words, size)
        mask = np.zeros(size, bool)
        mask[ids] = True
        return cls.where(mask)

    @classmethod
    def where(cls, mask: Mask) -> Marks:
        """Return the paragraphs where a mask, bool (N,), is true."""
        bytes_ = np.zeros(-(-len(mask) // BITS) * (BITS // 8), np.uint8)
        packed = np.packbits(mask, bitorder="little")
        bytes_[: len(packed)] = packed
        return cls(bytes_.view("<u8").astype(np.uint64, copy=False), len(mask))

    @property
    def mask(self) -> Mask:
        """Whether each paragraph is marked, bool (N,)."""
        bytes_ = self.words.astype("<u8", copy=False).view(np.uint8)
        return np.unpackbits(bytes_, count=self.size, bitorder="little").view(bool)

    @property
    def ids(self) -> Numbers:
        """The numbers of the marked paragraphs, ascending."""
        if self is _none(self.size):
            return np.zeros(0, np.int64)
        if compiled.in_use() and _gather is not None:
            found: Numbers = _gather.numbers(self.words, len(self))
            return found
        return np.flatnonzero(self.mask)

    def at(self, ids: NDArray[np.integer]) -> Mask:
        """Return whether each of some paragraphs is marked."""
        if compiled.in_use() and _gather is not None and ids.dtype in NUMBERS:
            found: NDArray[np.uint8] = _gather.at(self.words, ids)
            return found.view(bool)
        if len(ids) * BITS > self.size:
            return np.asarray(self.mask[ids])
        places = np.asarray(ids, np.uint64)  # of few, their bits alone are looked at
        return np.asarray(self.words[places // BITS] >> places % BITS & ONE, bool)

    def __contains__(self, number: int) -> bool:
        return bool((int(self.words[number // BITS]) >> (number % BITS)) & 1)

    def __len__(self) -> int:
        if self is _none(self.size):
            return 0
        if compiled.in_use() and _gather is not None:
            return int(_gather.count(self.words))
        if hasattr(np, "bitwise_count"):  # since numpy 2
            return int(np.bitwise_count(self.words).sum())
        return int(np.count_nonzero(np.unpackbits(self.words.view(np.uint8))))

    def __bool__(self) -> bool:
        if self is _none(self.size):
            return False
        if compiled.in_use() and _gather is not None:
            return bool(_gather.some(self.words))
        return bool(self.words.any())

    def __and__(self, other: Marks) -> Marks:
        nothing = _none(self.size)
        return nothing if self is nothing or other is nothing else Marks(self.words & other.words, self.size)

    def __or__(self, other: Marks) -> Marks:
        nothing = _none(self.size)
        if self is nothing or other is nothing:
            return other if self is nothing else self
        return Marks(self.words | other.words, self.size)

    def __sub__(self, other: Marks) -> Marks:
        nothing = _none(self.size)
        return self if self is nothing or other is nothing else Marks(self.words & ~other.words, self.size)

    def spread(self, joined: Marks) -> Marks:
        """Return the marked paragraphs and their neighbours; `joined` are those that belong to the one before them."""
        if self is _none(self.size):
            return self
        if compiled.in_use() and _gather is not None:
            words = blank(self.size)
            _gather.spread(self.words, joined.words, words)
            return Marks(words, self.size)
        ahead = self.words << ONE
        ahead[1:] |= self.words[:-1] >> LAST
        reaching = self.words & joined.words
        behind = reaching >> ONE
        behind[:-1] |= reaching[1:] << LAST
        return Marks(self.words | (ahead & joined.words) | behind, self.size)


def blank(size: int) -> Words:
    """Return the words of a set of no paragraph of so many, to be written into."""
    return np.zeros(-(-size // BITS), np.uint64)


@lru_cache(maxsize=256)
def _none(size: int) -> Marks:
    words = blank(size)
    words.flags.writeable = False
    return Marks(words, size)


def both(sets: Iterable[Marks]) -> Marks:
    """Return the paragraphs in all of some sets; one at least."""
    return reduce(and_, sets)


def either(sets: Iterable[Marks]) -> Marks:
    """Return the paragraphs in any of some sets; one at least."""
    return reduce(or_, sets)
