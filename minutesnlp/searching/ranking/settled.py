"""What a search hands on: what holds for it however its query is read, and what answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.marks import Marks
from minutesnlp.indexing.weighting import Floats
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import Ids
from minutesnlp.searching.ranking.ranking import Mixture, Ranking
from minutesnlp.searching.ranking.subheadings import NOBODY, Heads

# How many tiers of hits there are, by how much of a query they hold; the score of each is its share of 1.
TIERS = 5
# Scores that differ by less are the same.
SMALL = 1e-9


def stairs(scores: Floats) -> Floats:
    """Return what each score has for its tier: what is above it, up to the next, is by how well a hit answers."""
    told: Floats = np.maximum(np.ceil(scores * TIERS - SMALL) - 1, 0) / TIERS
    return told


@dataclass(frozen=True, slots=True)
class Behind:
    """How many hits follow those that count: that hold all of the query.

    `entitled` stand under a title that says all of it, `half` hold at least half of its weight, `less` less. Of a long
    query `halves` are not told apart: `half` then hold as much as is looked for.
    """

    entitled: int = 0
    half: int = 0
    less: int = 0
    halves: bool = True

    @property
    def part(self) -> int:
        """How many hold part of the query."""
        return self.half + self.less

    @property
    def all(self) -> int:
        """How many there are."""
        return self.entitled + self.part


NOTHING = Behind()


@dataclass(frozen=True, eq=False)
class Answer:
    """Paragraphs, best first, with their scores, of which the first `total` count (None: all).

    `answers` are all that would count were there no filters; `whole` tells whether any holds all of it, `enough`
    whether any holds so much as is looked for, `part` which of `ids` do not count (1: under a title that says it, 2:
    hold half of it, 3: less). `found` are all of `ids` and what k leaves out (None: `answers` that are let through).
    `lines` are the sub-headings among them.
    """

    ids: Ids
    scores: Floats
    answers: Marks
    found: Marks | None = None
    notes: tuple[str, ...] = ()
    ranking: Ranking | None = None
    gained: Mapping[int, tuple[float, float, float]] = field(default_factory=dict)
    total: int | None = None
    whole: bool = True
    enough: bool = True
    part: NDArray[np.int8] | None = None
    behind: Behind = NOTHING
    lines: Heads = NOBODY


@dataclass(frozen=True, eq=False)
class Settled:
    """What holds for a search however its query is read; `allowed` is what the filters let through.

    `of_lines` tells whether one of them is of what a paragraph tells, as a line does that names no matter: it was lost.
    """

    collection: Collection
    allowed: Marks
    filtered: bool
    k: int | None
    ranker: str
    sort: str
    plain: bool
    relax: bool
    mixture: Mixture
    query: str
    model: Path | None
    of_lines: bool = False
