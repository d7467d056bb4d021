"""Records as rows of plain values, and back."""

from __future__ import annotations

import dataclasses
import datetime
import json
import types
import typing
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from minutesnlp.records import Record

T = TypeVar("T", bound=Record)


def as_json(row: Mapping[str, Any]) -> str:
    """Return a row as JSON, the same for the same row: it is what digests are taken of."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_row(record: type[T], row: Mapping[str, Any], **apart: Any) -> T:
    """Return the record a row was made of; fields the row does not know keep their defaults, unknown ones are left.

    >>> from minutesnlp.records import Paragraph
    >>> from_row(Paragraph, Paragraph("p1", "The fee was £3.").row())
    Paragraph(id='p1', text='The fee was £3.', number=None, section='minutes', kind='text', page=None, line=1, \
item_id=None, citation='')
    """
    known, readers = _readers(record)  # type: ignore[arg-type]  # a class can be hashed
    values = dict(row) if row.keys() <= known else {name: value for name, value in row.items() if name in known}
    for name, read in readers.items():
        if name in values:
            values[name] = read(values[name])
    return record(**values, **apart)


@lru_cache(maxsize=32)
def _readers(record: type[Record]) -> tuple[frozenset[str], dict[str, Callable[[Any], Any]]]:
    """Return the fields of a record, and how those are read that are not as JSON has them."""
    hints = typing.get_type_hints(record)
    found = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(record)}  # type: ignore[arg-type]
    return frozenset(found), {name: reader for name, reader in found.items() if reader is not None}


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """Return what makes a value of a type out of what JSON knows; None where that is the same."""
    if isinstance(hint, types.UnionType):
        inner = _reader(next(part for part in hint.__args__ if part is not type(None)))
        return None if inner is None else lambda value: None if value is None else inner(value)
    if hint is datetime.date:
        return datetime.date.fromisoformat
    if hint is datetime.time:
        return datetime.time.fromisoformat
    if typing.get_origin(hint) is tuple:
        part_of = _reader(hint.__args__[0])
        return tuple if part_of is None else lambda value: tuple(part_of(part) for part in value)
    if isinstance(hint, type) and issubclass(hint, Record):
        return lambda value: from_row(hint, value)
    return None
