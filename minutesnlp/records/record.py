"""What every record can do: be laid out as one row of plain values."""

from __future__ import annotations

import dataclasses
import datetime
from functools import cache
from typing import Any, ClassVar

from minutesnlp.showing import Shown


class Record(Shown):
    """A frozen record of plain values.

    `APART` names the fields that hold the record's place in a meeting (a meeting's items, an item's paragraphs): they
    have rows of their own.
    """

    __slots__ = ()
    APART: ClassVar[tuple[str, ...]] = ()

    def row(self) -> dict[str, Any]:
        """Return the record's own fields as plain values: dates in ISO form, contained records as rows."""
        return {name: plain(getattr(self, name)) for name in headings_of(type(self))}

    @classmethod
    def headings(cls) -> tuple[str, ...]:
        """Return what the values of a row are called, in their order."""
        return headings_of(cls)


def headings_of(record: type[Record]) -> tuple[str, ...]:
    """Return the fields of a record that its row holds."""
    return _fields_of(record)  # type: ignore[arg-type]  # a class can be hashed


@cache
def _fields_of(record: type[Record]) -> tuple[str, ...]:
    fields = dataclasses.fields(record)  # type: ignore[arg-type]  # every Record is a dataclass
    return tuple(field.name for field in fields if field.name not in record.APART)


def plain(value: Any) -> Any:
    """Return a value as JSON knows it.

    >>> plain((datetime.date(2024, 1, 9), datetime.time(18, 30)))
    ['2024-01-09', '18:30']
    """
    if isinstance(value, Record):
        return value.row()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuse a value that a closed list does not hold."""
    if value not in allowed:
        raise ValueError(f"{name} is {value!r}; it must be one of {', '.join(allowed)}")
