"""Lines that only name what stands below them (“Skate Ramps”): the paragraph below them answers in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.marks import Marks, either
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.collected.columns import CLAUSE, Bools
from minutesnlp.searching.ranking.ranking import Ranking, lifted

Ids = NDArray[np.int64]

# Such a line has so many words at the most.
LONGEST = 9

# What has such a word says something, or is somebody: “Fees were paid”, “Cllr A Reed”
SAYS = frozenset(
    (
        *("is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "should", "could", "can"),
        *("may", "must", "do", "does", "did", "that", "agreed", "resolved", "noted", "proposed", "seconded", "carried"),
        *("approved", "received", "present", "apologies", "seconder", "proposer", "moved", "made"),
        *("cllr", "cllrs", "councillor", "councillors", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "rev", "page"),
    )
)
# No name of a matter has these: “Total £45”, “Fees | 20”; and it does not end so: “Carried.”
NO_NAME = frozenset("£€$|;?!")
ENDED = (".", ",", ":")
# What became of it is told: “4 Mill Row - no objections”, “24/0123 – Refused”
SETTLED = re.compile(
    r"\bno\s(?:objections?|comments?|observations?)\W*\Z"
    r"|\s[-–—]\s?(?:objections?|approved|agreed|refused|granted|rejected|supported|deferred|withdrawn|noted)\W*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Heads:
    """Sub-headings among hits, ascending, each with the paragraph below it, which has the next number.

    Of those that are `gone` the paragraph below takes the place among the hits.
    """

    lines: Ids
    gone: Ids
    size: int

    @cached_property
    def _gone(self) -> Marks:
        return Marks.of(self.gone, self.size)

    def instead(self, held: Marks) -> Marks:
        """Return hits with the paragraphs below in place of sub-headings."""
        moved = self.gone[held.at(self.gone)]
        return (held - self._gone) | Marks.of(moved + 1, self.size) if len(moved) else held

    def above(self, ids: Ids) -> Bools:
        """Return which of some paragraphs stand right below a sub-heading, (C,)."""
        if not len(self.lines):
            return np.zeros(len(ids), bool)
        nearest = self.lines.take(np.searchsorted(self.lines, ids - 1), mode="clip")
        return np.asarray(nearest == ids - 1)

    def names(self, number: int, line: str) -> bool:
        """Tell whether a line names what paragraph `number` below it says, and is not settled itself.

        One in whose place the paragraph stands is shown in any case: it is why the paragraph is there.
        """
        return SETTLED.search(line) is None or number - 1 in self.gone

    def below(self, held: Marks) -> Marks:
        """Return the paragraphs below those sub-headings that are held."""
        return Marks.of(self.lines[held.at(self.lines)] + 1, self.size) if len(self.lines) else held - held

    def lend(self, ranking: Ranking, times: float) -> Ranking:
        """Return a ranking in which what stands below a sub-heading has its words too, and counts for no less.

        The sub-heading counts so many times as much.
        """
        if not len(self.lines):
            return ranking
        at = np.searchsorted(ranking.ids, self.lines)
        here = at + 1 < len(ranking.ids)
        here[here] = (ranking.ids[at[here]] == self.lines[here]) & (ranking.ids[at[here] + 1] == self.lines[here] + 1)
        line = at[here]
        below = line + 1
        words, factor, score = ranking.words.copy(), ranking.factor.copy(), ranking.score.copy()
        words[:, below] = np.maximum(words[:, below], words[:, line])
        told = words[:, below].sum(axis=0) + ranking.beside[below] + ranking.meeting[below]
        whole = told * np.maximum(factor[below], factor[line])
        score[below] = np.maximum.reduce([score[below], whole, score[line]])
        factor[below] = score[below] / np.maximum(told, 1e-12)
        return lifted(replace(ranking, words=words, factor=factor, score=score), line, times)

    def without(self, ranking: Ranking) -> Ranking:
        """Return a ranking without the sub-headings that are gone."""
        if not len(self.gone):
            return ranking
        kept = ~self._gone.at(ranking.ids)
        return Ranking(
            ranking.ids[kept],
            ranking.score[kept],
            ranking.words[:, kept],
            ranking.beside[kept],
            ranking.meeting[kept],
            ranking.factor[kept],
        )


NOBODY = Heads(np.zeros(0, np.int64), np.zeros(0, np.int64), 0)


def headed(tiers: Sequence[Marks], open_to: Sequence[Marks], collection: Collection) -> Heads:
    """Return the sub-headings among the hits of some tiers, the best first.

    The paragraph below one takes its place where it is in no tier as good, but may be in it: is in `open_to` of it.
    """
    ids = (either(tiers) & collection.before_prose).ids
    lines, gone, better = np.zeros((3, len(ids)), bool)
    for tier, may in zip(tiers, open_to, strict=True):
        here = tier.at(ids) & may.at(ids + 1)
        better |= tier.at(ids + 1)
        lines |= here
        gone |= here & ~better
    kept = np.flatnonzero(lines)
    kept = kept[_only_head(ids[kept], collection)]
    return Heads(ids[kept], ids[kept[gone[kept]]], len(collection))


def _only_head(ids: Ids, collection: Collection) -> Bools:
    """Return which lines above prose of their item only head it, (C,).

    Of a clause the text tells; lines of no kind are mostly pieces of something else.
    """
    clauses = collection.columns.kind[ids] == CLAUSE
    known = collection.heads
    numbers = ids[clauses].tolist()
    new = [number for number in numbers if number not in known]
    known.update(zip(new, map(heads, collection.source.texts(new)), strict=True))
    kept: Bools = ~clauses
    kept[clauses] = [known[number] for number in numbers]
    return kept


def heads(line: str) -> bool:
    """Tell a line that is the name of something, and says nothing of it.

    >>> heads("Skate Ramps"), heads("The ramps were mended"), heads("Cllr Ada Reed")
    (True, False, False)
    """
    words = line.split()
    if not 0 < len(words) <= LONGEST or not line[0].isupper() or line.endswith(ENDED) or not NO_NAME.isdisjoint(line):
        return False
    return SAYS.isdisjoint(word.strip("().,:").lower() for word in words)
