"""The best sentences within a budget, exactly: branch and bound with a penalty for saying the same twice.

The problem is a quadratic knapsack: the worth of what is chosen, less the likeness of every chosen pair. Its bound is
the fractional knapsack (Dantzig, 1957) of what the sentences left are worth beside those chosen. No solver is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# Steps of the search; past these the best so far stands, and the bound tells how far off it may be.
MOST_STEPS = 4_000
# Of long texts only the best by worth for their length are weighed against each other.
MOST_CANDIDATES = 60
TINY = 1e-9
# What a row of a table counts for where it takes the room of a decision.
ROW = 0.1

Left = tuple[float, float, int]  # worth for its length, worth, number


class Selection(NamedTuple):
    """What was chosen, in the order given; `gap` is how much more another choice could be worth at most, as a share."""

    chosen: tuple[int, ...]
    worth: float
    gap: float


def select(
    worths: Sequence[float],
    lengths: Sequence[int],
    budget: int,
    *,
    likeness: Sequence[Sequence[float]] | None = None,
    penalty: float = 1.0,
    kept: Sequence[int] = (),
    steps: int = MOST_STEPS,
) -> Selection:
    """Choose the sentences worth most whose lengths together do not pass the budget; `kept` are chosen already.

    `kept` count against the budget and for the penalty, and are not given back. `likeness` is a symmetric matrix; a
    pair that is alike by 1 costs `penalty`. `gap` is 0 when the choice is proved best.

    >>> select([3.0, 2.0, 2.0], [3, 2, 2], 4).chosen
    (1, 2)
    """
    room = budget - sum(lengths[k] for k in kept)

    def alike(a: int, b: int) -> float:
        return penalty * float(likeness[a][b]) if likeness is not None else 0.0

    def left(pairs: Sequence[tuple[int, float]], free: int) -> list[Left]:
        fitting = [(w / lengths[n], w, n) for n, w in pairs if w > TINY and 0 < lengths[n] <= free]
        return sorted(fitting, key=lambda one: (-one[0], one[2]))

    already = set(kept)
    everything = left([(n, w - sum(alike(n, k) for k in kept)) for n, w in enumerate(worths) if n not in already], room)
    order = everything[:MOST_CANDIDATES]
    best, best_worth = (), 0.0  # type: tuple[tuple[int, ...], float]
    stack: list[tuple[list[Left], int, float, tuple[int, ...]]] = [(order, room, 0.0, ())]
    taken = 0
    while stack and taken < steps:
        candidates, free, worth, chosen = stack.pop()
        taken += 1
        if worth > best_worth + TINY:
            best, best_worth = chosen, worth
        if not candidates or worth + _bound(candidates, lengths, free) <= best_worth + TINY:
            continue
        _, gain, n = candidates[0]
        rest = candidates[1:]
        stack.append((rest, free, worth, chosen))
        beside = left([(m, w - alike(m, n)) for _, w, m in rest], free - lengths[n])
        stack.append((beside, free - lengths[n], worth + gain, (*chosen, n)))
    gap = 0.0
    if stack or len(everything) > len(order):
        ceiling = _bound(everything, lengths, room)
        gap = ceiling / best_worth - 1 if best_worth > 0 and ceiling > best_worth + TINY else 0.0
    return Selection(tuple(sorted(best)), best_worth, gap)


def yielding(
    worths: list[float],
    lengths: Sequence[int],
    budget: int,
    rows: Sequence[int],
    decided: Sequence[int],
    *,
    likeness: Sequence[Sequence[float]],
    penalty: float,
    kept: Sequence[int],
) -> list[float]:
    """Return worths with those of rows made less, where decisions worth more find room then: many are short."""
    if set(rows) <= {*kept, *decided} or set(decided) <= set(kept):
        return worths
    light = [worth * ROW if k in set(rows) - set(decided) else worth for k, worth in enumerate(worths)]

    def told(some: Sequence[float]) -> float:
        chosen = select(some, lengths, budget, likeness=likeness, penalty=penalty, kept=kept).chosen
        return sum(worths[k] for k in chosen if k in decided)

    return light if told(light) > told(worths) + TINY else worths


def _bound(candidates: Sequence[Left], lengths: Sequence[int], free: int) -> float:
    """Return the worth of the fractional knapsack of the candidates: no choice of them can be worth more."""
    total = 0.0
    for density, worth, n in candidates:
        if lengths[n] > free:
            return total + density * free
        free -= lengths[n]
        total += worth
    return total
