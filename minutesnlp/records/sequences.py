"""Sequences of records: read-only, printed as tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from os import PathLike
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from minutesnlp import tables
from minutesnlp.records.cells import day_cells, number_cells
from minutesnlp.records.checks import Check
from minutesnlp.records.findings import LABELS, Decision, Entity
from minutesnlp.records.keywords import Keyword
from minutesnlp.records.levels import LEVELS, level_rows
from minutesnlp.records.minutes import KINDS, SECTIONS, Item, Meeting, Paragraph, Skipped
from minutesnlp.records.places import Place, Source, places_of
from minutesnlp.records.record import Record
from minutesnlp.records.references import references_of
from minutesnlp.records.reports import Reading
from minutesnlp.records.tracked import CARRIED, REPLIES, Question, Undertaking
from minutesnlp.showing import Shown

T = TypeVar("T", bound=Record)


# A report of readings stays within so many characters for its longest columns.
FILE_WIDTH = 40
REASON_WIDTH = 40


class Records(Shown, Sequence[T], Generic[T]):
    """A read-only sequence of records that prints as a table; a slice is of the same class.

    `columns` are those printed; `types` say what the cells of a column are where the rows have them as text.
    """

    columns: tuple[str, ...] | None = None
    types: ClassVar[tables.Types] = {"date": "date"}

    def __init__(self, records: Iterable[T] = ()) -> None:
        self._records: tuple[T, ...] = tuple(records)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[T]:
        return iter(self._records)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: int | slice) -> T | Self:
        return self._like(self._records[place]) if isinstance(place, slice) else self._records[place]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._records == other._records

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        name = type(self).__name__
        if not self._records:
            return f"{name}(none)"
        shown = tables.to_text(self.rows()[: tables.SHOWN_ROWS], self.columns)
        more = len(self) - tables.SHOWN_ROWS
        return f"{name}({len(self):,})\n{shown}" + (f"\n… and {more:,} more" if more > 0 else "")

    def rows(self) -> list[dict[str, Any]]:
        """Return one row of plain values a record."""
        return [record.row() for record in self._records]

    def to_frame(self) -> tables.DataFrame:
        """Return a DataFrame, one row a record: dates are dates, numbers numbers, closed lists categories.

        Raises
        ------
        MissingExtraError
            When pandas is not installed (the `notebook` extra).
        """
        return tables.to_frame(self._cells(), types=self.types)

    def to_csv(self, path: str | PathLike[str] | None = None) -> str:
        """Return the rows as CSV with a heading line; with a path, also write it there in UTF-8."""
        return tables.written(tables.to_csv(self._exported()), path)

    def to_markdown(self, path: str | PathLike[str] | None = None) -> str:
        """Return the rows as a markdown table of the columns that are printed; with a path, also write it there."""
        return tables.written(tables.to_markdown(self._exported(), self.columns), path)

    def to_excel(self, path: str | PathLike[str]) -> None:
        """Write the rows as a workbook of one sheet, with true dates and numbers, and no cell a formula.

        Raises
        ------
        MissingExtraError
            When openpyxl is not installed (the `notebook` extra).
        """
        rows = tables.typed(self._cells(), self.types)
        tables.to_excel({type(self).__name__: rows}, path)

    def _cells(self) -> list[dict[str, Any]]:
        """Return the rows of a DataFrame or workbook."""
        return self.rows()

    def _exported(self) -> list[dict[str, Any]]:
        """Return the rows of a file of text."""
        return self.rows()

    def _like(self, records: Iterable[T]) -> Self:
        return type(self)(records)


class Readings(Records[Reading]):
    """What was done with each file, in the order they were read."""

    columns = (
        "file",
        "reader",
        "meetings",
        "items",
        "paragraphs",
        "furniture",
        "guesses",
        "doubts",
        "confidence",
        "reason",
    )

    def __repr__(self) -> str:
        if not self._records:
            return "Readings(none)"
        more = len(self) - tables.SHOWN_ROWS
        shown = self._like(self._records[: tables.SHOWN_ROWS])._table()
        return f"{self.summary}\n{shown}" + (f"\n… and {more:,} more" if more > 0 else "")

    @property
    def summary(self) -> str:
        """How many files were read and skipped, and how much was guessed, in a line."""
        read = sum(bool(one.reader) for one in self)
        guesses = sum(len(one.guesses) for one in self)
        files = "file" if read == 1 else "files"
        counted = "guess" if guesses == 1 else "guesses"
        return f"Readings({read:,} {files} read, {len(self) - read:,} skipped, {guesses:,} {counted})"

    def to_text(self) -> str:
        """Return all of them as a table of narrow columns under the summary, and below it what is doubtful in each.

        File names keep their ends.
        """
        if not self:
            return self.summary
        doubts = [f"{_ended(one.file, FILE_WIDTH)}: {doubt}" for one in self for doubt in one.doubts]
        more = len(doubts) - tables.SHOWN_ROWS
        told = doubts[: tables.SHOWN_ROWS] + ([f"… and {more:,} more doubts"] if more > 0 else [])
        return "\n".join([self.summary, self._table(), *told])

    def _table(self) -> str:
        rows = [
            row
            | {
                "file": _ended(row["file"], FILE_WIDTH),
                "guesses": len(row["guesses"]) or None,
                "doubts": len(row["doubts"]) or None,
                "reason": tables.shortened(row["reason"], REASON_WIDTH),
            }
            for row in self.rows()
        ]
        return tables.to_text(rows, self.columns)


class Corpus(Records[Meeting]):
    """Meetings in the order they were read, and the files that were skipped, each with its reason."""

    def __init__(
        self, meetings: Iterable[Meeting] = (), *, skipped: Iterable[Skipped] = (), readings: Iterable[Reading] = ()
    ) -> None:
        super().__init__(meetings)
        self.skipped: tuple[Skipped, ...] = tuple(skipped)
        self._readings: tuple[Reading, ...] = tuple(readings)
        self._by_id = {meeting.id: meeting for meeting in self._records}

    @overload
    def __getitem__(self, place: int | str) -> Meeting: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: int | str | slice) -> Meeting | Self:
        if not isinstance(place, str):
            return super().__getitem__(place)
        try:
            return self._by_id[place]
        except KeyError:
            raise KeyError(f"no meeting {place!r} among {len(self):,}; list them by [m.id for m in corpus]") from None

    def __repr__(self) -> str:
        skipped = f", {len(self.skipped):,} files skipped" if self.skipped else ""
        return f"Corpus({len(self):,} meetings, {len(self.paragraphs):,} paragraphs{skipped})"

    def to_frame(self, *, level: str = "meeting") -> tables.DataFrame:
        """Return a DataFrame, one row a `meeting`, an `item` or a `paragraph`; each knows its body, date and citation.

        Words are counted by spaces, in the paragraphs that record what happened (sections `decision` and `minutes`) for
        items, in all paragraphs for meetings.

        Raises
        ------
        ValueError
            For another level.
        MissingExtraError
            When pandas is not installed (the `notebook` extra).
        """
        if level not in LEVELS:
            raise ValueError(f"level is {level!r}; it must be one of {', '.join(LEVELS)}")
        types = {"date": "date", "date_from": "date", "date_to": "date", "body": "category", "council": "category"}
        return tables.to_frame(level_rows(self, level), types=types | {"section": SECTIONS, "kind": KINDS})

    def report(self) -> Readings:
        """Return what was done with each file: its reader, how much came of it, what was left out, guessed or skipped.

        `report().to_frame()` is the same as a DataFrame.
        """
        return Readings(self._readings)

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, over the ids and the sources' digests of all meetings, in whatever order."""
        told = sorted(f"{meeting.id} {meeting.digest}\n" for meeting in self)
        return hashlib.sha256("".join(told).encode()).hexdigest()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for meeting in self for item in meeting.items)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, in order."""
        return tuple(p for meeting in self for p in meeting.paragraphs)


class Found(Records[T]):
    """What was found in minutes, with the `sources` it was found in: each row tells its date, body and citation.

    Sources are meetings, items, paragraphs or a string; without them a row has what its record has.
    """

    def __init__(self, records: Iterable[T] = (), *, sources: Iterable[Source] = ()) -> None:
        super().__init__(records)
        self.sources: tuple[Source, ...] = tuple(sources)

    @cached_property
    def places(self) -> Mapping[str | None, Place]:
        """The paragraphs of the sources by their ids, each with its item and meeting."""
        return places_of(self.sources)

    def place(self, record: T) -> Place | None:
        """Return where a record stands, None when that is in none of the sources."""
        return self.places.get(getattr(record, "paragraph_id", None))

    def rows(self) -> list[dict[str, Any]]:
        """Return one row of plain values a record, and where it stands."""
        rows = []
        for record in self:
            row, place = record.row(), self.place(record)
            told = place.row() if place else {}
            rows.append(row | {name: row.get(name) or value for name, value in told.items()})
        return rows

    def _like(self, records: Iterable[T]) -> Self:
        return type(self)(records, sources=self.sources)


class Entities(Found[Entity]):
    """Entities in the order they stand."""

    columns = ("label", "text", "value", "unit", "kind", "paragraph_id")
    types: ClassVar[tables.Types] = {"label": LABELS, "kind": "category", "body": "category", "date": "date"}

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

    columns = ("outcome", "text", "clauses", "mover", "item_id")
    types: ClassVar[tables.Types] = {"outcome": "category", "body": "category", "date": "date"}

    def _cells(self) -> list[dict[str, Any]]:
        return [row | {"text": one.words} for one, row in zip(self, self.rows(), strict=True)]

    def _exported(self) -> list[dict[str, Any]]:
        return self._cells()


class Undertakings(Found[Undertaking]):
    """Undertakings in the order they stand."""

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
        """Return the tracker: Reference, Origin, Date, Undertaking, Owner, Due, Evidence, Status."""
        return self.tracker()


class Questions(Found[Question]):
    """Questions in the order they stand, each with its reply."""

    columns = ("asker", "text", "reply", "answerer", "answer")
    types: ClassVar[tables.Types] = {"reply": REPLIES, "body": "category", "date": "date"}


class Checks(Records[Check]):
    """The sentences of a draft, each with its verdict."""

    columns = ("verdict", "outcome", "text", "changes", "meeting", "source", "citation")


class Keywords(Records[Keyword]):
    """Terms that set two parts of minutes apart, the surest first."""

    columns = ("term", "count", "reference_count", "log_likelihood", "log_ratio", "meetings", "reference_meetings")


def _ended(text: str, width: int) -> str:
    """Return the end of a long path, which tells files apart better than its beginning."""
    return text if len(text) <= width else "…" + text[-(width - 1) :]
