"""What meetings are called: their council, body, month and year, and which of them a word names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from minutesnlp.tagging.lexicons import is_english
from minutesnlp.text.analysis import Analyser

# What says of which sort a council or body is, and not which.
SORT = """
    assembly board borough cabinet city committee community council councillors county department directorate district
    executive forum full group joint local meeting members metropolitan municipal municipality panel parish policy
    select special strategic sub town township village working
"""

# What says that a body is of an area, so that the rest of its name is a place.
AREA = "area borough city county district locality municipal neighbourhood parish town township village ward"

# Behind the name of a place they name a street, which lies anywhere: Elm Road.
STREETS = frozenset(
    (
        *("avenue", "ave", "close", "crescent", "drive", "drove", "gardens", "lane", "road", "rd", "row", "street"),
        *("st", "terrace", "way"),
    )
)

# A year has so many figures.
YEAR = 4

# A word of a file's name that may name a place has so many letters at least, is no English one, and none of these.
FILED = 4
OF_FILES = frozenset(("agms", "dist", "docx", "html", "mins", "mtgs", "tmpl"))

# In English, whatever the locale.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Called:
    """Council and body of meetings, as places in `names`, and their months, year · 12 + month - 1: arrays (M,).

    All are -1 where they are not known. `file` are the words of the file's name and folder that may name the council of
    a meeting whose council is not known.
    """

    council: NDArray[np.int32]
    body: NDArray[np.int32]
    month: NDArray[np.int32]
    file: NDArray[np.int32]
    names: Sequence[str]

    @classmethod
    def of(cls, told: Iterable[tuple[str | None, str | None, str | None, str]]) -> Called:
        """Return what meetings are called, given the council, body, date (ISO 8601) and source of each."""
        names: dict[str, int] = {}
        rows = [
            (
                names.setdefault(council, len(names)) if council else -1,
                names.setdefault(body, len(names)) if body else -1,
                int(day[:4]) * len(MONTHS) + int(day[5:7]) - 1 if day else -1,
                -1 if council or not (filed := filed_under(source)) else names.setdefault(filed, len(names)),
            )
            for council, body, day, source in told
        ]
        table = np.ascontiguousarray(np.array(rows, np.int32).reshape(len(rows), 4).T)
        return cls(table[0], table[1], table[2], table[3], list(names))


def filed_under(source: str) -> str:
    """Return the words of a file's name and of its folder that are no English ones, as names of places are.

    >>> filed_under("minutes/hythe-quay/2019-05-07_Elmstow_finance_minutes.pdf")
    'hythe elmstow'
    """
    path = PurePath(source)
    words = re.findall(r"[^\W\d_]+", f"{path.parent.name} {path.stem}".lower())
    return " ".join(dict.fromkeys(w for w in words if len(w) >= FILED and w not in OF_FILES and not is_english(w)))


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
                kept |= (called.council == name) | (called.body == name) | (called.file == name)
            for month in self._months.get(term, ()):
                kept |= (called.month % len(MONTHS) == month) & (called.month >= 0)
            if term.isdecimal() and len(term) == YEAR:
                kept |= (called.month // len(MONTHS) == int(term)) & (called.month >= 0)
        return kept

    def whole(self, words: Sequence[str]) -> Iterator[tuple[int, int, list[str], NDArray[np.bool_]]]:
        """Yield where words give the name of a council or body: from, to, the names, and which meetings are so called.

        Of a council what tells it from others is enough, “Elm” of Elm Parish Council, but where that is a word like any
        other, as “steep” is: it has a capital then, or says of which sort it is. So of the body of an area, where its
        place has a word that is not English. Of any other body all of it is said. “Elm Road” is a street.
        """
        said = [frozenset(self._analyser.terms(word)) for word in words]
        place = 0
        while place < len(words):
            ways = [
                (end, name)
                for name in {name for term in said[place] for name in self._names.get(term, ())} - self._filed
                if (end := self._end(name, said, words, place))
            ]
            end = max(ways, default=(0, 0))[0]
            if end:
                meant = [name for until, name in ways if until == end]
                called = self._called
                yield (
                    place,
                    end,
                    [called.names[name] for name in meant],
                    np.isin(called.council, meant) | np.isin(called.body, meant),
                )
            place = max(end, place + 1)

    def _end(self, name: int, said: Sequence[frozenset[str]], words: Sequence[str], place: int) -> int:
        """Return where a name ends that begins at a word; 0 where it is not told from others."""
        every = frozenset(self._analyser.terms(self._called.names[name]))
        telling = every - self._sorts
        end = place
        while end < len(said) and said[end] <= every:
            end += 1
        while end > place and not said[end - 1]:  # “of” and the like stand within names
            end -= 1
        told = frozenset().union(*said[place:end])
        is_council = name in self._councils or bool(every & self._council)
        if not told >= (telling if is_council or self._is_place(every, words[place:end]) else every):
            return 0
        if end < len(words) and words[end].lower().strip(".") in STREETS:
            return 0
        common = all(is_english(word.lower()) and word[:1].islower() for word in words[place:end])
        return 0 if common and told == telling else end

    def _is_place(self, name: frozenset[str], words: Sequence[str]) -> bool:
        """Tell the name of an area's body of which words give a place: “Elmdon”, and not “liaison”."""
        return bool(name & self._areas) and not all(is_english(word.lower()) for word in words)

    @cached_property
    def _areas(self) -> frozenset[str]:
        return frozenset(self._analyser.terms(AREA))

    @cached_property
    def _councils(self) -> frozenset[int]:
        return frozenset(self._called.council.tolist())

    @cached_property
    def _filed(self) -> frozenset[int]:
        return frozenset(self._called.file.tolist())

    @cached_property
    def _council(self) -> frozenset[str]:
        return frozenset(self._analyser.terms("council"))

    @cached_property
    def _sorts(self) -> frozenset[str]:
        return frozenset(self._analyser.terms(SORT))

    @cached_property
    def _names(self) -> dict[str, list[int]]:
        return _by_terms(self._called.names, self._analyser, self._sorts)

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
