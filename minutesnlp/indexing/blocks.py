"""Where blocks of paragraphs begin in the list of each term.

What a term can add in a block depends on the way it is weighed: the kernel works that out when it is first asked.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Paragraphs in a block: their sums fit a processor's second cache.
BLOCK = 2**16
# Terms in no more paragraphs than this have no row: looking through all of them costs less.
SHORT = 256
# Frequencies from here up are one, so that they fit a byte.
MANY = 255


@dataclass(frozen=True, eq=False)
class Blocks:
    """A table with a row for each term that is in more than `SHORT` paragraphs.

    `rows` int32 (terms,) is the row of each term, or -1. `edges` int32 (rows, blocks + 1) says where the blocks begin
    among the paragraphs of the term.
    """

    rows: NDArray[np.int32]
    edges: NDArray[np.int32]


def blocks_of(starts: NDArray[np.int64], ids: NDArray[np.int32], paragraphs: int) -> Blocks:
    """Return the table of blocks of some postings, which are about so many paragraphs."""
    count = -(-paragraphs // BLOCK)
    borders = np.minimum(np.arange(count + 1, dtype=np.int64) * BLOCK, paragraphs)
    rows = rows_of(starts)
    long = np.flatnonzero(rows >= 0)
    edges = np.zeros((len(long), count + 1), np.int32)
    for row, term in enumerate(long.tolist()):
        edges[row] = np.searchsorted(ids[starts[term] : starts[term + 1]], borders)
    return Blocks(rows, edges)


def rows_of(starts: NDArray[np.int64]) -> NDArray[np.int32]:
    """Return the row of each term in the table, -1 where it is in few paragraphs; its postings begin at `starts`."""
    long = np.diff(starts) > SHORT
    return np.where(long, np.cumsum(long) - 1, -1).astype(np.int32)
