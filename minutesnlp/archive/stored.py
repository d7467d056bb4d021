"""The records of an archive on disk, by the numbers of its paragraphs and items."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp import tagging
from minutesnlp.archive.database import Database
from minutesnlp.archive.inserting import Keys
from minutesnlp.archive.keeping import find, records
from minutesnlp.archive.overriding import overrides_in
from minutesnlp.records import Entity, Meeting, Paragraph
from minutesnlp.searching.collected.calling import Called
from minutesnlp.searching.collected.collection import Label, Placed
from minutesnlp.searching.collected.columns import Bools, Columns
from minutesnlp.searching.collected.decided import ByMeeting, Decided, OfMeeting, pairs_of
from minutesnlp.searching.collected.mentions import Mentions, Reasons, mentions_of

Numbers = NDArray[Any]
MENTIONED = ("paragraph", "person", "role", "sure")
WHY = ("reason", "confidence")
CALLED = ("council", "body", "month", "file")
DECIDED = ("paragraph", "outcome")


@dataclass(frozen=True, eq=False)
class Rows:
    """The keys of the rows in force, in order: meetings (M,), items (I,) and paragraphs (N,).

    `item_meeting` is the place among the meetings of each item's.
    """

    meeting_key: Numbers
    item_key: Numbers
    item_meeting: Numbers
    paragraph_key: Numbers

    @classmethod
    def of(cls, keys: Iterable[Keys]) -> Rows:
        """Return the rows of meetings as they were written."""
        keys = list(keys)
        return cls(
            np.array([one.meeting for one in keys], np.int64),
            np.array([item for one in keys for item in one.items], np.int64),
            np.repeat(np.arange(len(keys), dtype=np.int32), [len(one.items) for one in keys]),
            np.array([paragraph for one in keys for paragraph in one.paragraphs], np.int64),
        )

    def followed_by(self, more: Rows) -> Rows:
        """Return these rows and others after them."""
        return Rows(
            np.concatenate([self.meeting_key, more.meeting_key]),
            np.concatenate([self.item_key, more.item_key]),
            np.concatenate([self.item_meeting, more.item_meeting + len(self.meeting_key)]).astype(np.int32),
            np.concatenate([self.paragraph_key, more.paragraph_key]),
        )

    def only(self, meetings: Bools, paragraphs: Bools) -> Rows:
        """Return the rows of some meetings (M,), whose paragraphs are told too (N,)."""
        items = meetings[self.item_meeting]
        moved = np.cumsum(meetings) - 1
        return Rows(
            self.meeting_key[meetings],
            self.item_key[items],
            moved[self.item_meeting[items]].astype(np.int32),
            self.paragraph_key[paragraphs],
        )


class Stored:
    """Records in SQLite, as a search asks for them."""

    def __init__(self, database: Database, rows: Rows, columns: Columns, arrays: dict[str, Numbers]) -> None:
        self._database, self._rows, self._columns = database, rows, columns
        self._arrays = arrays
        self._found, self._called = from_arrays(arrays), called_from(arrays)
        self._mentions = self._found
        self._decided, self._by_meeting = decided_from(arrays), ByMeeting(self._decisions)
        self._labels: list[Label] | None = None
        self._known: dict[int, Label] = {}
        self._settled: tuple[dict[str, str], Mentions] | None = None

    def texts(self, numbers: Sequence[int]) -> list[str]:
        """Return the texts of paragraphs."""
        return self._database.texts(self._rows.paragraph_key[list(numbers)].tolist() if len(numbers) else [])

    def found(self, numbers: Sequence[int]) -> list[Placed]:
        """Return paragraphs, each with its item and meeting; what else is in those is read when it is looked at."""
        meetings = self._rows.meeting_key[self._columns.meeting[list(numbers)]].tolist() if len(numbers) else []
        told = self._database.paragraphs(self._rows.paragraph_key[list(numbers)].tolist() if len(numbers) else [])
        items, heads = self._database.glance({item for item, _ in told if item is not None}, set(meetings))
        return [
            (paragraph, None if item is None else items[item], heads[meeting])
            for (item, paragraph), meeting in zip(told, meetings, strict=True)
        ]

    def labels(self) -> Sequence[Label]:
        """Return the id, number and title of every item, in the order of `Columns.item`."""
        if self._labels is None:
            self._labels = self._told(self._rows.item_key.tolist())
        return self._labels

    def labels_of(self, items: Sequence[int]) -> Sequence[Label]:
        """Return the labels of some items."""
        new = [item for item in items if item not in self._known]
        if new:
            self._known.update(zip(new, self._told(self._rows.item_key[new].tolist()), strict=True))
        return [self._known[item] for item in items]

    def heads(self) -> Sequence[Meeting]:
        """Return what meetings are called, their dates and status."""
        return self._database.heads(self._rows.meeting_key.tolist())

    def called(self) -> Called:
        """Return what every meeting is called: as it was written, or of the records, which takes longer."""
        return self._called or Called.of(self._database.called(self._rows.meeting_key.tolist()))

    def entitled(self) -> Iterable[str]:
        """Return the titles of items, each once."""
        return self._database.titles(self._rows.item_key.tolist())

    def attendees(self) -> Iterable[str]:
        """Return the names in all lists of attendance, each once."""
        return self._database.attendees(self._rows.meeting_key.tolist())

    def mentions(self) -> Mentions:
        """Return who is mentioned where: as it was written, or found now, which reads everything.

        What `overrides.yaml` says now goes before; it reads everything once more when it has changed.
        """
        keys = self._rows.meeting_key.tolist()
        overrides = overrides_in(self._database.path.parent)
        if not overrides:
            if self._mentions is None:
                self._mentions = mentioned(self._database, keys)
            return self._mentions
        if self._settled is None or self._settled[0] != overrides:
            self._settled = overrides, mentioned(self._database, keys, overrides)
        return self._settled[1]

    @cached_property
    def linked(self) -> tuple[Mentions, Reasons] | None:
        """Who is mentioned where, and why it is they, as it was written; None where that was not, or not the why."""
        why = reasons_from(self._arrays)
        return None if self._found is None or why is None else (self._found, why)

    def may_name(self, family: str) -> bool:
        """Tell whether anybody of a family name was found; nobody is where people were not looked for at once."""
        return self._found is not None and family in self._found.families

    def decided(self, meetings: Iterable[int]) -> Decided:
        """Return where decisions stand: as it was written, or of the findings kept with some meetings.

        Where none were kept they are found now, which takes longer.
        """
        return self._decided or self._by_meeting.of(meetings)

    def _decisions(self, place: int) -> OfMeeting:
        key = int(self._rows.meeting_key[place])
        meeting, written = self._database.meeting(key), self._database.found(key).get("decisions")
        decisions = find("decisions", meeting) if written is None else records("decisions", written)
        return int(self._columns.starts[place]), meeting.paragraphs, decisions

    def _told(self, keys: list[int]) -> list[Label]:
        return [Label(*label) for label in self._database.labels(keys)]


def tagged(database: Database, key: int) -> tuple[Meeting, Sequence[Entity]]:
    """Return a meeting with its entities: as they were written, or found now."""
    meeting, entities = database.meeting(key), database.entities(key)
    return meeting, tagging.tag(meeting) if entities is None else entities


def mentioned(database: Database, keys: Iterable[int], overrides: Mapping[str, str] | None = None) -> Mentions:
    """Link the people and posts of all meetings."""
    each = (tagged(database, key) for key in keys)
    return mentions_of(((meeting, meeting.paragraphs, entities) for meeting, entities in each), overrides)


def found_arrays(database: Database, keys: Iterable[int], anew: Mapping[int, Mapping[str, str]]) -> dict[str, Numbers]:
    """Return as arrays who is mentioned in all meetings, and where decisions stand if they were kept with each.

    `anew` are findings that are to take the place of those kept, by the keys of their meetings.
    """
    pairs: list[tuple[int, str]] = []
    kept, first = True, 0

    def each() -> Iterator[tuple[Meeting, Sequence[Paragraph], Sequence[Entity]]]:
        nonlocal kept, first
        for key in keys:
            meeting, entities = tagged(database, key)
            written = {**database.found(key), **anew.get(key, {})}.get("decisions")
            if written is None:  # by an older version, whose records are not changed
                kept = False
            elif kept:
                pairs.extend(pairs_of(first, meeting.paragraphs, records("decisions", written)))
            first += len(meeting.paragraphs)
            yield meeting, meeting.paragraphs, entities

    arrays = as_arrays(mentions_of(each()))
    return arrays | (decided_arrays(Decided.of(pairs)) if kept else {})


def decided_arrays(decided: Decided) -> dict[str, Numbers]:
    """Return where decisions stand as arrays by name."""
    arrays = {f"decided_{name}": getattr(decided, name) for name in DECIDED}
    return arrays | {"decided_outcomes": _packed(decided.outcomes)}


def decided_from(arrays: dict[str, Numbers]) -> Decided | None:
    """Return where decisions stand of its arrays; None where there are none."""
    if "decided_outcomes" not in arrays:
        return None
    paragraph, outcome = (arrays[f"decided_{name}"] for name in DECIDED)
    return Decided(paragraph, outcome, _unpacked(arrays["decided_outcomes"]))


def called_arrays(called: Called) -> dict[str, Numbers]:
    """Return what meetings are called as arrays by name."""
    arrays = {f"called_{name}": getattr(called, name) for name in CALLED}
    return arrays | {"called_names": _packed(called.names)}


def called_from(arrays: dict[str, Numbers]) -> Called | None:
    """Return what meetings are called of its arrays; None where there are none."""
    if not arrays.keys() >= {"called_names", *(f"called_{name}" for name in CALLED)}:
        return None
    council, body, month, file = (arrays[f"called_{name}"] for name in CALLED)
    return Called(council, body, month, file, _unpacked(arrays["called_names"]))


def _packed(values: Any) -> Numbers:
    return np.frombuffer(json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass"), np.uint8)


def _unpacked(array: Numbers) -> Any:
    return json.loads(array.tobytes().decode("utf-8", "surrogatepass"))


def as_arrays(mentions: Mentions) -> dict[str, Numbers]:
    """Return mentions as arrays by name."""
    arrays = {f"mention_{name}": getattr(mentions, name) for name in MENTIONED}
    arrays |= {"mention_names": _packed([mentions.people, mentions.names, mentions.roles])}
    if mentions.why is not None:
        arrays |= {f"mention_{name}": getattr(mentions.why, name) for name in WHY}
        arrays |= {"mention_why": _packed([mentions.why.texts, list(mentions.why.called.items())])}
    return arrays


def from_arrays(arrays: dict[str, Numbers]) -> Mentions | None:
    """Return mentions of their arrays; None where there are none."""
    if "mention_names" not in arrays:
        return None
    names = _unpacked(arrays["mention_names"])
    paragraph, person, role, sure = (arrays[f"mention_{name}"] for name in MENTIONED)
    return Mentions(paragraph, person, role, sure, *names)


def reasons_from(arrays: dict[str, Numbers]) -> Reasons | None:
    """Return why mentions mean whom they do, of its arrays; None where there are none."""
    if "mention_why" not in arrays:
        return None
    texts, called = _unpacked(arrays["mention_why"])
    reason, confidence = (arrays[f"mention_{name}"] for name in WHY)
    return Reasons(reason, confidence, texts, dict(called))
