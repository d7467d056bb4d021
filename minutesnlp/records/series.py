"""Figures as they were told over time, what is doubtful about them, and where a topic stands now."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from minutesnlp import tables
from minutesnlp.records.cells import DAYS, NUMBERS, day_cells, number_cells
from minutesnlp.records.found import Found
from minutesnlp.records.places import Source
from minutesnlp.records.record import Record, one_of

DOUBTS = ("conflict", "rate", "multiple", "sum", "date", "past", "name")
SAID = ("decision", "statement", "figure", "promise", "earlier decision")


@dataclass(frozen=True, slots=True)
class Figure(Record):
    """A figure as somebody told it: `paragraph.text[start:end] == text`; `quote` is the sentence it stands in.

    `measure` says what is measured, in the sentence's own words; `value` is in plain digits, a range `2/3`; `period` is
    the date the sentence gives for it in ISO form, else None. `speaker` is who is told to have said it, None where
    nobody is. `date` is the meeting's.
    """

    measure: str
    text: str
    value: str | None
    unit: str | None
    kind: str | None
    per: str | None
    period: str | None
    speaker: str | None
    date: datetime.date | None
    quote: str
    paragraph_id: str
    start: int
    end: int
    direction: str | None = None
    citation: str = ""

    @property
    def amount(self) -> Decimal | None:
        """The value as a number; None for a range."""
        return Decimal(self.value) if self.value and "/" not in self.value else None


@dataclass(frozen=True, slots=True)
class Doubt(Record):
    """What does not agree, in words, with the quotes and places it rests on.

    `kind` is `conflict` (two values of one measure at one time), `rate` (per month and per week), `multiple` (a figure
    is an exact multiple of another that it is said to equal), `sum` (parts that do not add up to their total), `date`
    (no such day, or one day in two years), `past` (told as to come, and past), `name` (letters after a name differ).
    """

    kind: str
    why: str
    quotes: tuple[str, ...]
    paragraph_ids: tuple[str, ...]
    citations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        one_of("kind", self.kind, DOUBTS)


class Figures(Found[Figure]):
    """What was told in figures about a topic, oldest first.

    `doubts` are what does not agree, `notes` what was not read.
    """

    record = Figure
    columns = ("date", "measure", "value", "unit", "period", "speaker", "citation")
    types: ClassVar[tables.Types] = {"date": "date", "unit": "category", "kind": "category", "body": "category"}
    more = (*NUMBERS, *DAYS)

    def __init__(
        self,
        records: Iterable[Figure] = (),
        *,
        sources: Iterable[Source] | None = None,
        doubts: Iterable[Doubt] = (),
        notes: Iterable[str] = (),
    ) -> None:
        super().__init__(records, sources=sources)
        self.doubts: tuple[Doubt, ...] = tuple(doubts)
        self.notes: tuple[str, ...] = tuple(notes)

    def _cells(self) -> list[dict[str, Any]]:
        """Return rows that also hold the numbers, and the first and the last day of the period, as in `Entities`."""
        return [
            row | number_cells(one.value) | day_cells(one.period) for one, row in zip(self, self.rows(), strict=True)
        ]

    def series(self, measure: str) -> Figures:
        """Return the figures whose measure holds these words, whatever their case."""
        return self._like(figure for figure in self if measure.casefold() in figure.measure.casefold())

    def _like(self, records: Iterable[Figure]) -> Figures:
        return type(self)(records, sources=self.sources if self._placed else None, doubts=self.doubts, notes=self.notes)


@dataclass(frozen=True, slots=True)
class Said(Record):
    """A sentence quoted for where a topic stands: `paragraph.text[start:end] == text`; `who` said it, if told.

    `outcome` is what became of a decision, with its votes: `AGREED`, `REFUSED (7 for, 8 against)`. `lead_in` is what
    opens the decision, where a clause without a verb is quoted of it: “Allotments – Cllr Ash”, or the sentence before
    one that points back: “They had been mended”.
    """

    role: str
    text: str
    paragraph_id: str
    start: int
    end: int
    date: datetime.date | None = None
    who: str | None = None
    citation: str = ""
    outcome: str | None = None
    lead_in: str = ""

    def __post_init__(self) -> None:
        one_of("role", self.role, SAID)


@dataclass(frozen=True, slots=True)
class Position(Record):
    """Where a topic stands: the newest decision, statement, figure and next promised step, each dated and quoted.

    `earlier` is the decision before the newest. What is missing is said in `notes`.
    """

    topic: str
    decision: Said | None = None
    statement: Said | None = None
    figure: Said | None = None
    promise: Said | None = None
    earlier: Said | None = None
    notes: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[Said, ...]:
        """What is quoted: decision, statement, figure, promise, and the earlier decision."""
        every = (self.decision, self.statement, self.figure, self.promise, self.earlier)
        return tuple(one for one in every if one is not None)

    def rows(self) -> list[dict[str, Any]]:
        """Return one row of plain values a quotation."""
        return [one.row() for one in self.said]

    def __str__(self) -> str:
        lines = [self.topic]
        for one in self.said:
            when = f"{one.date.day} {one.date:%B %Y}" if one.date else "no date"
            outcome = f", {one.outcome}" if one.outcome else ""
            lead_in = f"[{one.lead_in}] " if one.lead_in else ""
            lines += [f"  {one.role}, {when}{outcome}: {lead_in}{one.text}", f"    {one.citation}"]
        return "\n".join([*lines, *(f"  ({note})" for note in self.notes)])
