"""Records as JSON on their way between processes, and back."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from minutesnlp.records import Attendee, Item, Meeting, Paragraph, Reading, Skipped

KINDS = {kind.__name__: kind for kind in (Attendee, Item, Meeting, Paragraph, Reading, Skipped)}
FIELDS = {name: tuple(field.name for field in dataclasses.fields(kind)) for name, kind in KINDS.items()}

TUPLE, DATE, TIME = "()", "date", "time"


def packed(value: Any) -> Any:
    """Return a record, or a tuple of records, as JSON knows it; `unpacked` is its inverse.

    >>> unpacked(packed(Skipped("a.txt", "it is empty")))
    Skipped(file='a.txt', reason='it is empty', advice='')
    """
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple):
        return [TUPLE, *[packed(part) for part in value]]
    if isinstance(value, datetime.date):
        return [DATE, value.isoformat()]
    if isinstance(value, datetime.time):
        return [TIME, value.isoformat()]
    name = type(value).__name__
    return [name, *[packed(getattr(value, field)) for field in FIELDS[name]]]


def unpacked(value: Any) -> Any:
    """Return what `packed` was given."""
    if not isinstance(value, list):
        return value
    tag, *parts = value
    if tag == TUPLE:
        return tuple([unpacked(part) for part in parts])
    if tag == DATE:
        return datetime.date.fromisoformat(parts[0])
    if tag == TIME:
        return datetime.time.fromisoformat(parts[0])
    return KINDS[tag](*[unpacked(part) for part in parts])
