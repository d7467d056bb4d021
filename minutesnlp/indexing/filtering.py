"""The paragraphs that a search is confined to, in the forms in which the ways to search take them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]

# Where no more than one paragraph of so many is kept they are listed: to look at each costs less than to pass over all.
FEW = 32


class Filter:
    """Paragraphs that a search is confined to, made ready for any number of searches by `Index.filter`.

    `marked`, bool (N,), tells of each whether it is kept; `ids`, int32 and ascending, lists those that are, if they are
    few. At least one of the two is there.
    """

    def __init__(self, count: int, marked: Mask | None, ids: NDArray[np.int32] | None) -> None:
        self.marked, self.ids = marked, ids
        self._count = count
        self._parts: dict[tuple[int, int], tuple[Mask | None, Filter]] = {}

    @classmethod
    def of(cls, given: NDArray[Any] | Filter, count: int) -> Filter:
        """Return a filter of so many paragraphs from bool (count,) or numbers of paragraphs, in any order.

        Takes no time that grows with `count` where it is given bool, or few numbers.

        Raises
        ------
        ValueError
            When it is of another number of paragraphs, names one that is not there, or is something else.
        """
        if isinstance(given, Filter):
            if len(given) != count:
                raise ValueError(f"the filter was made for {len(given):,} paragraphs, and there are {count:,}")
            return given
        chosen = np.asarray(given)
        if chosen.dtype == np.bool_:
            if chosen.shape != (count,):
                raise ValueError(
                    f"the mask has shape {chosen.shape}; it must have one place for each of {count} paragraphs"
                )
            return cls(count, np.ascontiguousarray(chosen), None)
        if chosen.ndim != 1 or chosen.dtype.kind not in "iu":
            raise ValueError("the mask must be an array of bool, or of paragraph numbers")
        if not (chosen[1:] > chosen[:-1]).all():
            chosen = np.unique(chosen)
        if len(chosen) and not 0 <= chosen[0] <= chosen[-1] < count:
            raise ValueError(f"the mask names a paragraph outside 0 to {count - 1}")
        if len(chosen) * FEW <= count:
            return cls(count, None, chosen.astype(np.int32))
        return cls(count, _marked(chosen, count), None)

    def __len__(self) -> int:
        return self._count

    def __repr__(self) -> str:
        return f"Filter({np.count_nonzero(self.mask):,} of {len(self):,} paragraphs)"

    @property
    def mask(self) -> Mask:
        """Whether each paragraph is kept, bool (N,)."""
        if self.marked is None:
            assert self.ids is not None
            self.marked = _marked(self.ids, len(self))
        return self.marked

    def ready(self) -> Filter:
        """Return the filter with all that speeds a search up, and apart from the array that it was made of."""
        mask = self.mask.copy()
        few = np.count_nonzero(mask) * FEW <= len(self)
        return Filter(len(self), mask, np.flatnonzero(mask).astype(np.int32) if few else None)

    def part(self, first: int, count: int, gone: Mask | None) -> Filter:
        """Return the filter of so many paragraphs from the first on, numbered from 0, without those that are gone."""
        if gone is None and count == len(self):
            return self
        before, part = self._parts.get((first, count), (None, None))
        if part is None or before is not gone:
            part = self._cut(first, count, gone)
            self._parts[first, count] = gone, part
        return part

    def _cut(self, first: int, count: int, gone: Mask | None) -> Filter:
        marked, ids = self.marked, self.ids
        if marked is not None:
            marked = marked[first : first + count]
            marked = marked if gone is None else marked > gone
        if ids is not None:
            begin, end = np.searchsorted(ids, (first, first + count))
            ids = ids[begin:end] - np.int32(first)
            ids = ids if gone is None else ids[~gone[ids]]
        return Filter(count, marked, ids)


def _marked(ids: NDArray[np.signedinteger[Any]], count: int) -> Mask:
    mask = np.zeros(count, bool)
    mask[ids] = True
    return mask
