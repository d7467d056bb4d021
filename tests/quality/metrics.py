"""Metrics written by hand, so that no library's choice of convention decides a figure.

Everything is given as fractions of 1. Where nothing was to be found and nothing was found, the score is 1.
"""

from __future__ import annotations

import math
import random
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A labelled piece of a text, end exclusive; `value` is its normal form."""

    label: str
    start: int
    end: int
    value: str | None = None


class Score(NamedTuple):
    """How many were right, how many were found, how many there are."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Right among found."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Right among gold."""
        return self.right / self.gold if self.gold else float(not self.found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0

    def __add__(self, other: object) -> Score:  # type: ignore[override]  # counts add up; tuples would be joined
        assert isinstance(other, Score)
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)


def total(scores: Iterable[Score]) -> Score:
    """Add up counts: the micro average."""
    result = Score(0, 0, 0)
    for score in scores:
        result = result + score
    return result


def matches(found: Iterable[Hashable], gold: Iterable[Hashable]) -> Score:
    """Score two collections, each member counted as often as it occurs."""
    left = list(gold)
    found = list(found)
    right = 0
    for one in found:
        if one in left:
            left.remove(one)
            right += 1
    return Score(right, len(found), right + len(left))


def strict(found: Iterable[Span], gold: Iterable[Span]) -> Score:
    """Score spans; label, start and end must all be the same."""
    return matches([s[:3] for s in found], [s[:3] for s in gold])


def overlapping(found: Iterable[Span], gold: Iterable[Span]) -> Score:
    """Score spans; one found may stand for one gold span of its label that it shares a character with."""
    left = sorted(gold, key=lambda s: s.start)
    found = sorted(found, key=lambda s: s.start)
    right = 0
    for one in found:
        for other in left:
            if one.label == other.label and one.start < other.end and other.start < one.end:
                left.remove(other)
                right += 1
                break
    return Score(right, len(found), right + len(left))


def values(found: Iterable[Span], gold: Iterable[Span]) -> Score:
    """Score the values of all gold spans that have one: right means the same span with the same value."""
    wanted = [s for s in gold if s.value is not None]
    places = {s[:3] for s in wanted}
    return matches([s for s in found if s[:3] in places], wanted)


def ndcg(ranked: Sequence[Hashable], grades: Mapping[Hashable, float], k: int = 10) -> float:
    """Return the normalised discounted cumulative gain of the first `k`, gains as graded.

    Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, 2002, with the discount log2(rank + 1).
    A query for which nothing is relevant scores 1 when nothing is returned.
    """
    ideal = sum(g / math.log2(i + 2) for i, g in enumerate(sorted(grades.values(), reverse=True)[:k]))
    if not ideal:
        return float(not ranked)
    return sum(grades.get(one, 0.0) / math.log2(i + 2) for i, one in enumerate(ranked[:k])) / ideal


def recall(ranked: Sequence[Hashable], grades: Mapping[Hashable, float], k: int = 100) -> float:
    """Return the share of what is relevant that stands among the first `k`."""
    wanted = {one for one, grade in grades.items() if grade > 0}
    return len(wanted & set(ranked[:k])) / len(wanted) if wanted else float(not ranked)


def fact_recall(summary: str, facts: Sequence[Sequence[Sequence[str]]]) -> float:
    """Return the share of facts that stand in a summary.

    A fact is a list of alternatives; an alternative is a list of strings that must all occur, in any case of letters.
    """
    text = summary.casefold()
    there = [any(all(part.casefold() in text for part in way) for way in fact) for fact in facts]
    return sum(there) / len(there) if there else 1.0


def mean(numbers: Iterable[float]) -> float:
    """Return the arithmetic mean; 0 of nothing."""
    numbers = list(numbers)
    return sum(numbers) / len(numbers) if numbers else 0.0


def bootstrap_interval(
    differences: Sequence[float], *, confidence: float = 0.95, rounds: int = 2000, seed: int = 1
) -> tuple[float, float]:
    """Return a percentile interval for the mean of paired differences (Efron, 1979)."""
    chance = random.Random(seed)
    means = sorted(mean(chance.choices(differences, k=len(differences))) for _ in range(rounds))
    tail = int(rounds * (1 - confidence) / 2)
    return means[tail], means[-tail - 1]
