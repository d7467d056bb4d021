"""Which paragraphs hold a term, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.blocks import Blocks
from minutesnlp.indexing.vocabulary import Vocabulary

Ints = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Postings:
    """Paragraphs by term, over two fields: text and title.

    Term t stands in paragraphs `ids[starts[t]:starts[t + 1]]` (ascending), `frequencies` times in the text of each and
    `title_frequencies` times in its title (None: there are no titles). A paragraph that holds a term only in its title
    has frequency 0. `holding` counts, by term, the paragraphs whose text holds it. `lengths` and `title_lengths` count
    the terms of each paragraph.

    `positions`, where they were asked for, are the places of the terms in the texts, term by term and paragraph by
    paragraph, as many as the frequencies say; those of term t begin at `position_starts[t]`. `blocks`, when they have
    been worked out, are what the compiled kernel passes over paragraphs by.
    """

    vocabulary: Vocabulary
    starts: NDArray[np.int64]
    ids: NDArray[np.int32]
    frequencies: Ints
    holding: NDArray[np.int64]
    lengths: NDArray[np.int32]
    title_frequencies: Ints | None = None
    title_lengths: NDArray[np.int32] | None = None
    positions: Ints | None = None
    position_starts: NDArray[np.int64] | None = None
    blocks: Blocks | None = None

    def __len__(self) -> int:
        return len(self.lengths)

    def holders(self, term: str) -> NDArray[np.int64]:
        """Return the paragraphs whose texts hold a term, ascending."""
        number = self.vocabulary.find(term)
        if number < 0:
            return np.zeros(0, np.int64)
        here = slice(self.starts[number], self.starts[number + 1])
        return self.ids[here][self.frequencies[here] > 0].astype(np.int64)

    @property
    def has_titles(self) -> bool:
        """Whether titles were given at build."""
        return self.title_lengths is not None
