"""Tables with ruled lines on a PDF's page: which lines make a grid, and what stands in its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutesnlp.reading.pdf.runs import Box

# Lines nearer than this, in points, are one line or touch.
TOUCHING = 3.0

# A line belongs to the grid when it runs along so much of it; shorter, it only parts a merged cell.
ALONG = 0.5

# More ruled lines than this on a page are a drawing or a map.
TOO_MANY = 900


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's ruled lines: where the upright ones stand from the left, the level ones from the top."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def row_at(self, y: float) -> int | None:
        """Return the table's row at a height, None above and below it."""
        return _between(self.ys, y)

    def column_at(self, x: float) -> int | None:
        """Return the table's column at a place, None left and right of it."""
        return _between(self.xs, x)


def grids_of(rules: Sequence[Box]) -> list[Grid]:
    """Return the grids of at least two rows and two columns that a page's ruled lines make, from top to bottom.

    >>> lines = [(0, y, 100, y) for y in (0, 20, 40)] + [(x, 0, x, 40) for x in (0, 50, 100)]
    >>> grids_of(lines)
    [Grid(xs=(0.0, 50.0, 100.0), ys=(0.0, 20.0, 40.0))]
    """
    if not 5 <= len(rules) <= TOO_MANY:
        return []
    grids = []
    for group in _touching(rules):
        left, top = min(r[0] for r in group), min(r[1] for r in group)
        right, bottom = max(r[2] for r in group), max(r[3] for r in group)
        level = [((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in group if x1 - x0 >= y1 - y0]
        upright = [((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in group if x1 - x0 < y1 - y0]
        ys = _lines(level, ALONG * (right - left))
        xs = _lines(upright, ALONG * (bottom - top))
        if len(xs) >= 3 and len(ys) >= 3:
            grids.append(Grid(xs, ys))
    return sorted(grids, key=lambda grid: grid.ys)


def _touching(rules: Sequence[Box]) -> list[list[Box]]:
    """Return the rules in groups that hang together."""
    groups: list[tuple[Box, list[Box]]] = []
    for rule in sorted(rules, key=lambda r: (r[1], r[0])):
        box, group = rule, [rule]
        apart = []
        for other, members in groups:
            if _meet(box, other) and any(_meet(rule, member) for member in members):
                box = (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
                group = members + group
            else:
                apart.append((other, members))
        groups = [*apart, (box, group)]
    return [group for _, group in groups]


def _meet(a: Box, b: Box) -> bool:
    return a[0] <= b[2] + TOUCHING and b[0] <= a[2] + TOUCHING and a[1] <= b[3] + TOUCHING and b[1] <= a[3] + TOUCHING


def _lines(segments: Sequence[tuple[float, float, float]], least: float) -> tuple[float, ...]:
    """Return where lines run that are as long as `least`, their pieces added up."""
    found: list[float] = []
    bunch: list[tuple[float, float, float]] = []
    for segment in [*sorted(segments), (float("inf"), 0.0, 0.0)]:
        if bunch and segment[0] - bunch[-1][0] > TOUCHING:
            if _covered(bunch) >= least:
                found.append(round(sum(place for place, _, _ in bunch) / len(bunch), 1))
            bunch = []
        bunch.append(segment)
    return tuple(found)


def _covered(segments: Sequence[tuple[float, float, float]]) -> float:
    total, reach = 0.0, float("-inf")
    for start, end in sorted((start, end) for _, start, end in segments):
        total += max(0.0, end - max(start, reach))
        reach = max(reach, end)
    return total


def _between(places: Sequence[float], at: float) -> int | None:
    if not places[0] - 1 <= at <= places[-1] + 1:
        return None
    return min(max(sum(place <= at for place in places) - 1, 0), len(places) - 2)
