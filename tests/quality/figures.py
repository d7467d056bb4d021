"""A measured figure, and the table of many."""

from __future__ import annotations

from typing import NamedTuple

from minutesnlp import tables


class Figure(NamedTuple):
    """One measured number: of which task, what was measured, on which half, by whom."""

    task: str
    measure: str
    half: str
    value: float
    system: str = "minutesnlp"

    @property
    def key(self) -> str:
        """The name under which its floor is kept."""
        return f"{self.task}: {self.measure} ({self.half})"


def table(figures: list[Figure]) -> str:
    """Return figures as a table, a line a measure and system, a column a half."""
    halves = list(dict.fromkeys(figure.half for figure in figures))
    rows: dict[tuple[str, str, str], dict[str, str]] = {}
    for figure in figures:
        row = rows.setdefault(
            (*figure[:2], figure.system), {"task": figure.task, "measure": figure.measure, "system": figure.system}
        )
        row[figure.half] = f"{figure.value:.3f}" if abs(figure.value) < 10 else f"{figure.value:.0f}"
    return tables.to_text(list(rows.values()), ["task", "measure", "system", *halves])
