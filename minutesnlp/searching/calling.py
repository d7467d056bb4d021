"""What meetings are called: their council, body, month and year, and which of them a word names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from minutesnlp.text.analysis import Analyser

# What says of which sort a council or body is, and not which.
SORT = """
    assembly board borough cabinet city committee community council councillors county department directorate district
    executive forum full group joint local meeting members metropolitan municipal municipality panel parish policy
    select special strategic sub town township village working
"""

# A year has so many figures.
YEAR = 4

# In English, whatever the locale.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Called:
    """Council and body of meetings, as places in `names`, and their months, year · 12 + month - 1: arrays (M,).

    All are -1 where they are not known.
    """

    council: NDArray[np.int32]
    body: NDArray[np.int32]
    month: NDArray[np.int32]
    names: Sequence[str]

    @classmethod
    def of(cls, told: Iterable[tuple[str | None, str | None, str | None]]) -> Called:
        """Return what meetings are called, given the council, body and date (ISO 8601) of each."""
        names: dict[str, int] = {}
        rows = [
            (
                names.setdefault(council, len(names)) if council else -1,
                names.setdefault(body, len(names)) if body else -1,
                int(day[:4]) * len(MONTHS) + int(day[5:7]) - 1 if day else -1,
            )
            for council, body, day in told
        ]
        table = np.ascontiguousarray(np.array(rows, np.int32).reshape(len(rows), 3).T)
        return cls(table[0], table[1], table[2], list(names))


class Callings:
    """Which meetings a term names, by what tells their council or body from others, their month or year."""

    def __init__(self, called: Called, analyser: Analyser) -> None:
        self._called, self._analyser = called, analyser

    def named(self, terms: Iterable[str]) -> NDArray[np.bool_]:
        """Return the meetings, (M,), that one of some terms names."""
        called = self._called
        kept = np.zeros(len(called.month), bool)
        for term in terms:
            for name in self._names.get(term, ()):
                kept |= (called.council == name) | (called.body == name)
            for month in self._months.get(term, ()):
                kept |= (called.month % len(MONTHS) == month) & (called.month >= 0)
            if term.isdecimal() and len(term) == YEAR:
                kept |= (called.month // len(MONTHS) == int(term)) & (called.month >= 0)
        return kept

    @cached_property
    def _names(self) -> dict[str, list[int]]:
        sorts = set(self._analyser.terms(SORT))
        return _by_terms(self._called.names, self._analyser, sorts)

    @cached_property
    def _months(self) -> dict[str, list[int]]:
        return _by_terms(MONTHS, self._analyser)


def _by_terms(names: Sequence[str], analyser: Analyser, but: Iterable[str] = ()) -> dict[str, list[int]]:
    """Return the places of the names that have each term."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        for term in {*analyser.terms(name)} - {*but}:
            found.setdefault(term, []).append(place)
    return found
