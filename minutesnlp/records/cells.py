"""Columns of a DataFrame that a value in text stands for: numbers, and days."""

from __future__ import annotations

from typing import Any

from minutesnlp.records.intervals import interval_of

NUMBERS = ("amount", "low", "high")
DAYS = ("first_day", "last_day")


def number_cells(value: str | None) -> dict[str, Any]:
    """Return a figure's value as floats: `amount` of one number, `low` and `high` of a range too.

    >>> number_cells("2/3")
    {'amount': None, 'low': 2.0, 'high': 3.0}
    """
    try:
        ends = [float(part) for part in (value or "").split("/")]
    except ValueError:
        return {"amount": None, "low": None, "high": None}
    return {"amount": ends[0] if len(ends) == 1 else None, "low": ends[0], "high": ends[-1]}


def day_cells(value: str | None) -> dict[str, Any]:
    """Return the first and the last day that a date in its normal form covers, None where it names none."""
    first, last = (interval_of(value) if value else None) or (None, None)
    return {"first_day": first, "last_day": last}
