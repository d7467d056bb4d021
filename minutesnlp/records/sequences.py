"""Sequences of records: read-only, printed as tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from minutesnlp import tables
from minutesnlp.counting import plural
from minutesnlp.records.checks import Check
from minutesnlp.records.keywords import Keyword
from minutesnlp.records.levels import LEVELS, level_rows
from minutesnlp.records.minutes import KINDS, SECTIONS, Item, Meeting, Paragraph, Skipped
from minutesnlp.records.record import Record
from minutesnlp.records.reports import Reading
from minutesnlp.showing import Shown

T = TypeVar("T", bound=Record)


# A report of readings stays within so many characters for its longest columns.
FILE_WIDTH = 40
REASON_WIDTH = 40


class Records(Shown, Sequence[T], Generic[T]):
    """A read-only sequence of records that prints as a table; a slice is of the same class.

    `record` is what they are records of; `columns` are those printed; `types` say what the cells of a column are where
    the rows have them as text.
    """

    record: ClassVar[type[Record] | None] = None
    columns: tuple[str, ...] | None = None
    types: ClassVar[tables.Types] = {"date": "date"}
    more: ClassVar[tuple[str, ...]] = ()  # what a DataFrame has behind the columns of the rows

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
        shown = tables.to_text(self._first_rows(tables.SHOWN_ROWS), self.columns)
        more = len(self) - tables.SHOWN_ROWS
        return f"{name}({len(self):,})\n{shown}" + (f"\n… and {more:,} more" if more > 0 else "")

    @property
    def headings(self) -> tuple[str, ...]:
        """What the columns of `rows()` are called, also where there is none."""
        return self.record.headings() if self.record else ()

    def rows(self) -> list[dict[str, Any]]:
        """Return one row of plain values a record."""
        return [record.row() for record in self._records]

    def _first_rows(self, count: int) -> list[dict[str, Any]]:
        return self.rows()[:count]

    def to_frame(self) -> tables.DataFrame:
        """Return a DataFrame, one row a record: dates are dates, numbers numbers, closed lists categories.

        Raises
        ------
        MissingExtraError
            When pandas is not installed (the `notebook` extra).
        """
        cells = self._cells()
        return tables.to_frame(cells, None if cells else (*self.headings, *self.more), types=self.types)

    def to_csv(self, path: str | PathLike[str] | None = None) -> str:
        """Return the rows as CSV with a heading line; with a path, also write it there in UTF-8."""
        rows = self._exported()
        return tables.written(tables.to_csv(rows, None if rows else self._export_headings), path)

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

    @property
    def _export_headings(self) -> tuple[str, ...]:
        return self.headings

    def _like(self, records: Iterable[T]) -> Self:
        return type(self)(records)


class Readings(Records[Reading]):
    """What was done with each file, in the order they were read."""

    record = Reading
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

    record = Meeting

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
        skipped = f", {plural(len(self.skipped), 'file')} skipped" if self.skipped else ""
        return f"Corpus({plural(len(self), 'meeting')}, {plural(len(self.paragraphs), 'paragraph')}{skipped})"

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


class Checks(Records[Check]):
    """The sentences of a draft, each with its verdict."""

    record = Check
    columns = ("verdict", "outcome", "text", "changes", "meeting", "source", "citation")


class Keywords(Records[Keyword]):
    """Terms that set two parts of minutes apart, the surest first."""

    record = Keyword
    columns = ("term", "count", "reference_count", "log_likelihood", "log_ratio", "meetings", "reference_meetings")


def _ended(text: str, width: int) -> str:
    """Return the end of a long path, which tells files apart better than its beginning."""
    return text if len(text) <= width else "…" + text[-(width - 1) :]
