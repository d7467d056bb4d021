"""Where blocks of paragraphs begin in the list of each term, and how often the term stands in one of them at most.

The largest frequency says, with the length of a paragraph, how much the term can add to its score by any formula, for
any k1, b and average length, since every weight grows with the frequency. The kernel works out sharper bounds for the
weighting it is asked for, when it is first asked for the term.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
    """Tables with a row for each term that is in more than `SHORT` paragraphs.

    `rows` int32 (terms,) is the row of each term, or -1. `edges` int32 (rows, blocks + 1) says where the blocks begin
    among the paragraphs of the term; `largest` uint8 (rows, blocks) is its largest frequency in each.
    """

    rows: NDArray[np.int32]
    edges: NDArray[np.int32]
    largest: NDArray[np.uint8]


def blocks_of(starts: NDArray[np.int64], ids: NDArray[np.int32], frequencies: NDArray[Any], paragraphs: int) -> Blocks:
    """Return the tables of blocks of some postings, which are about so many paragraphs."""
    count = -(-paragraphs // BLOCK)
    borders = np.minimum(np.arange(count + 1, dtype=np.int64) * BLOCK, paragraphs)
    long = np.flatnonzero(np.diff(starts) > SHORT)
    rows = np.full(len(starts) - 1, -1, np.int32)
    rows[long] = np.arange(len(long))
    edges = np.zeros((len(long), count + 1), np.int32)
    largest = np.zeros((len(long), count), np.uint8)
    for row, term in enumerate(long.tolist()):
        here = slice(starts[term], starts[term + 1])
        edges[row] = np.searchsorted(ids[here], borders)
        held = np.flatnonzero(np.diff(edges[row]))
        begins = edges[row, held]
        largest[row, held] = np.minimum(np.maximum.reduceat(frequencies[here], begins), MANY)
    return Blocks(rows, edges, largest)
