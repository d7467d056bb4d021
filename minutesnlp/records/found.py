"""What was found in minutes, as sequences of records that know where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar

from minutesnlp import tables
from minutesnlp.records.cells import DAYS, NUMBERS, day_cells, number_cells
from minutesnlp.records.findings import LABELS, Decision, Entity
from minutesnlp.records.minutes import Meeting
from minutesnlp.records.places import NAMES as PLACE_NAMES
from minutesnlp.records.places import Place, Source, places_of
from minutesnlp.records.record import Record
from minutesnlp.records.references import references_of
from minutesnlp.records.sequences import Records
from minutesnlp.records.tracked import CARRIED, REPLIES, Question, Undertaking

T = TypeVar("T", bound=Record)

# The columns councils keep track of undertakings by.
TRACKER = ("Reference", "Origin", "Date", "Undertaking", "Owner", "Due", "Evidence", "Status")


class Found(Records[T]):
    """What was found in minutes, with the `sources` it was found in: each row tells its date, body and citation.

    Sources are meetings, items, paragraphs or a string; without them a row has what its record has.
    """

    def __init__(self, records: Iterable[T] = (), *, sources: Iterable[Source] | None = None) -> None:
        super().__init__(records)
        self.sources: tuple[Source, ...] = tuple(sources or ())
        self._placed = sources is not None  # be it in none: the columns are there
        self._near: dict[str, Mapping[str | None, Place]] = {}

    @cached_property
    def places(self) -> Mapping[str | None, Place]:
        """The paragraphs of the sources by their ids, each with its item and meeting."""
        return places_of(self.sources)

    @cached_property
    def _meetings(self) -> Mapping[str, Meeting]:
        """The sources by their ids where all are meetings."""
        found = {source.id: source for source in self.sources if isinstance(source, Meeting)}
        return found if len(found) == len(self.sources) else {}

    def place(self, record: T) -> Place | None:
        """Return where a record stands, None when that is in none of the sources.

        It is sought first in the meeting that the paragraph's id begins with, so that others need not be read.
        """
        id_ = getattr(record, "paragraph_id", None)
        near = self._meetings.get((id_ or "").partition("/")[0])
        if near is None:
            return self.places.get(id_)
        if near.id not in self._near:
            self._near[near.id] = places_of([near])
        return self._near[near.id].get(id_) or self.places.get(id_)

    @property
    def headings(self) -> tuple[str, ...]:
        """What the columns of `rows()` are called, also where there is none."""
        return tuple(dict.fromkeys((*super().headings, *(PLACE_NAMES if self._placed else ()))))

    def rows(self) -> list[dict[str, Any]]:
        """Return one row of plain values a record, and where it stands."""
        rows = []
        for record in self:
            row, place = record.row(), self.place(record)
            told = place.row() if place else {}
            rows.append(row | {name: row.get(name) or value for name, value in told.items()})
        return rows

    def _first_rows(self, count: int) -> list[dict[str, Any]]:
        return self[:count].rows()

    def _like(self, records: Iterable[T]) -> Self:
        return type(self)(records, sources=self.sources if self._placed else None)


class Entities(Found[Entity]):
    """Entities in the order they stand."""

    record = Entity
    columns = ("label", "text", "value", "unit", "kind", "paragraph_id")
    types: ClassVar[tables.Types] = {"label": LABELS, "kind": "category", "body": "category", "date": "date"}

    more = (*NUMBERS, *DAYS, "quote")

    def _cells(self) -> list[dict[str, Any]]:
        """Return rows that also hold the numbers and days meant, and the paragraph as their quote.

        `amount` is one number, of a range only `low` and `high` are given; `first_day` and `last_day` are what a date
        covers.
        """
        rows = []
        for entity, row in zip(self, self.rows(), strict=True):
            place = self.place(entity)
            row |= number_cells(entity.value if entity.label == "FIGURE" else None)
            row |= day_cells(entity.value if entity.label == "DATE" else None)
            rows.append(row | ({"quote": place.paragraph.text} if place else {}))
        return rows


class Decisions(Found[Decision]):
    """Decisions in the order they stand; in tables the `text` of each is its `words`, which say what was decided."""

    record = Decision
    columns = ("outcome", "text", "clauses", "mover", "item_id")
    types: ClassVar[tables.Types] = {"outcome": "category", "body": "category", "date": "date"}

    def _cells(self) -> list[dict[str, Any]]:
        return [row | {"text": one.words} for one, row in zip(self, self.rows(), strict=True)]

    def _exported(self) -> list[dict[str, Any]]:
        return self._cells()


class Undertakings(Found[Undertaking]):
    """Undertakings in the order they stand."""

    record = Undertaking
    columns = ("owner", "text", "due_text", "status", "item_id")
    types: ClassVar[tables.Types] = {
        "status": CARRIED,
        "standing": "category",
        "body": "category",
        "date": "date",
        "due": "date",
    }

    def tracker(self) -> list[dict[str, Any]]:
        """Return one row an undertaking in the columns councils keep track by.

        The reference is the item, its paragraph and its sentence by their numbers (`2031-03-04-fell/7/2.1`), the
        same from export to export as long as the paragraph stays where it is. An owner printed both as “clerk” and
        as “Clerk” is one: with the capital.
        """
        owners = {one.owner.casefold(): one.owner for one in self if one.owner}
        owners |= {one.owner.casefold(): one.owner for one in self if one.owner and not one.owner.islower()}
        references = references_of((one, self.place(one)) for one in self)
        return [
            {
                "Reference": reference,
                "Origin": one.item_id,
                "Date": one.date.isoformat() if one.date else None,
                "Undertaking": one.text,
                "Owner": owners[one.owner.casefold()] if one.owner else None,
                "Due": one.due or one.due_text,
                "Evidence": "; ".join(
                    [one.citation or one.paragraph_id, *(f"answered? {c.citation}" for c in one.closings)]
                ),
                "Status": f"{one.status}, {one.standing}" if one.standing else one.status,
            }
            for one, reference in zip(self, references, strict=True)
        ]

    def _exported(self) -> list[dict[str, Any]]:
        """Return the tracker."""
        return self.tracker()

    @property
    def _export_headings(self) -> tuple[str, ...]:
        return TRACKER


class Questions(Found[Question]):
    """Questions in the order they stand, each with its reply."""

    record = Question
    columns = ("asker", "text", "reply", "answerer", "answer")
    types: ClassVar[tables.Types] = {"reply": REPLIES, "body": "category", "date": "date"}
