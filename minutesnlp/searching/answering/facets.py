"""How many answers there are of each body, year, person and the rest; counted when they are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from minutesnlp.indexing.marks import Marks, both
from minutesnlp.records import KINDS, SECTIONS, Meeting
from minutesnlp.searching.asking.periods import municipal_years
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.understanding.filters import UNKNOWN, compared

NAMES = ("body", "council", "year", "status", "section", "kind", "person", "role")


class Facets(Mapping[str, dict[str, int]]):
    """Counts of answers by where they stand and whom they mention, the most frequent first.

    As a filter, each value in quotation marks finds as many. But a sub-heading whose paragraph answers for it is not
    counted, and is found by a filter that takes that paragraph away, as `kind:heading`. A facet is not confined by the
    filter of its own name.
    `answers` are all that would answer were there no filters, `passing` what each filter lets through.
    """

    def __init__(self, answers: Marks, passing: Mapping[str, Marks], collection: Collection) -> None:
        self._answers, self._passing, self._collection = answers, passing, collection
        self._counted: dict[str, dict[str, int]] = {}

    def __getitem__(self, name: str) -> dict[str, int]:
        if name not in NAMES:
            raise KeyError(name)
        if name not in self._counted:
            found = self._count(name)
            self._counted[name] = {key: found[key] for key in sorted(found, key=lambda key: (-found[key], key))}
        return self._counted[name]

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]  # as of every mapping

    def __repr__(self) -> str:
        return repr(dict(self))

    def of(self, by: str) -> dict[str, int]:
        """Count the answers that the filters let through by the id of their `item` or `meeting`, or by `person`."""
        collection = self._collection
        allowed = both([self._answers, *self._passing.values()])
        if by == "person":
            return collection.mentions.counted(allowed.mask, by)
        ids, columns = allowed.ids, collection.columns
        items = columns.item[ids]
        inside = items >= 0 if by == "item" else np.zeros(len(ids), bool)
        found = Counter(collection.meetings[place].id for place in columns.meeting[ids][~inside].tolist())
        counts = Counter(items[inside].tolist())
        for label, count in zip(collection.source.labels_of(list(counts)), counts.values(), strict=True):
            found[label.id] += count
        return dict(found)

    def _count(self, name: str) -> dict[str, int]:
        collection = self._collection
        within = both([self._answers, *(passing for other, passing in self._passing.items() if other != name)]).mask
        if name in ("person", "role"):
            return collection.mentions.counted(within, name)
        if name in ("section", "kind"):
            names: Sequence[str] = SECTIONS if name == "section" else KINDS
            counts = np.bincount(getattr(collection.columns, name)[within], minlength=len(names))
            return {key: count for key, count in zip(names, counts.tolist(), strict=True) if count}
        spelt: dict[str, Counter[str]] = {}  # “Elm & Ash Council” is “Elm and Ash Council”, as it is for the filter
        counts = np.bincount(collection.columns.meeting[within], minlength=len(collection.meetings))
        for place in np.flatnonzero(counts).tolist():
            for value in _values(name, collection.meetings[place]):
                spelt.setdefault(compared(value), Counter())[value] += int(counts[place])
        return {spellings.most_common(1)[0][0]: spellings.total() for spellings in spelt.values()}


def _values(name: str, meeting: Meeting) -> list[str]:
    """Return what a facet counts a meeting for: one value, but for a day that lies between two days of two years."""
    if name != "year":
        return [getattr(meeting, name) or UNKNOWN]
    first, last = meeting.date or meeting.date_from, meeting.date or meeting.date_to
    if first is None or last is None:  # before or after a day is no year
        return [UNKNOWN]
    return municipal_years(first, last)
