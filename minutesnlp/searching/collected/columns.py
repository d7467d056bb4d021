"""Where each paragraph stands: its meeting, item, section and kind, as arrays over all paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.marks import Marks
from minutesnlp.records import KINDS

Bools = NDArray[np.bool_]

# The kinds of an entry of a list.
BULLET, CLAUSE = ENTRIES = [KINDS.index(kind) for kind in ("bullet", "clause")]


@dataclass(frozen=True, eq=False)
class Columns:
    """Where each paragraph stands, by number: arrays (N,).

    `meeting` counts meetings, `item` items over all meetings (-1: outside items); `section` and `kind` are places in
    `SECTIONS` and `KINDS`; `routine` marks what no reader searches for.
    """

    meeting: NDArray[np.int32]
    item: NDArray[np.int32]
    section: NDArray[np.uint8]
    kind: NDArray[np.uint8]
    routine: Bools

    @cached_property
    def meetings(self) -> int:
        """How many meetings there are, up to the last that has a paragraph."""
        return int(self.meeting[-1]) + 1 if len(self.meeting) else 0

    @cached_property
    def _counts(self) -> NDArray[np.int64]:
        return np.bincount(self.meeting, minlength=self.meetings).astype(np.int64)

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where the paragraphs of each meeting begin, and where the last end, (M + 1,)."""
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(self._counts)])

    def of_meetings(self, kept: Bools) -> Bools:
        """Return the paragraphs of some meetings: bool (M,) as bool (N,). Those of a meeting stand together."""
        return np.repeat(kept[: self.meetings], self._counts)

    @cached_property
    def follows(self) -> Bools:
        """Whether a paragraph stands in the same item as the one before it, bool (N,)."""
        same = np.zeros(len(self.item), bool)
        if len(same) > 1:
            same[1:] = (self.item[1:] == self.item[:-1]) & (self.meeting[1:] == self.meeting[:-1])
        return same

    @cached_property
    def joined(self) -> Marks:
        """The paragraphs that stand in the same item as the one before them."""
        return Marks.where(self.follows)

    @cached_property
    def list_begins(self) -> NDArray[np.int64]:
        """Where the list begins that each paragraph stands in, (N,): at the text it belongs to, if there is one.

        What is no entry of a list may go on from the paragraph above it in its item.
        """
        numbers = np.arange(len(self.item))
        entry = np.isin(self.kind, ENTRIES)
        # the nearest before it that is no entry, or that begins an item
        last = np.maximum.accumulate(np.where(~entry | ~self.follows, numbers, -1)) if len(numbers) else numbers
        return np.where(entry, last, np.where(self.follows, numbers - 1, numbers))

    @cached_property
    def inside(self) -> Marks:
        """The paragraphs that stand in items."""
        return Marks.where(self.item >= 0)
