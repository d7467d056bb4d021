"""Days counted by year, municipal year, quarter or month, with no period left out between the first and the last."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

BY = ("year", "municipal year", "quarter", "month")


def period_of(day: datetime.date, by: str) -> tuple[int, int]:
    """Return a day's period as its year and its place in that; a municipal year begins in May.

    >>> period_of(datetime.date(2024, 4, 30), "municipal year"), period_of(datetime.date(2024, 4, 30), "quarter")
    ((2023, 0), (2024, 1))
    """
    if by == "municipal year":
        return day.year - (day.month < 5), 0
    if by == "quarter":
        return day.year, (day.month - 1) // 3
    if by == "month":
        return day.year, day.month - 1
    if by == "year":
        return day.year, 0
    raise ValueError(f"by is {by!r}; it must be one of {', '.join(BY)}")


def name_of(period: tuple[int, int], by: str) -> str:
    """Return the name of a period.

    >>> name_of((2023, 0), "municipal year"), name_of((2024, 1), "quarter"), name_of((2024, 1), "month")
    ('2023/24', '2024 Q2', 'Feb 2024')
    """
    year, part = period
    if by == "municipal year":
        return f"{year}/{(year + 1) % 100:02}"
    if by == "quarter":
        return f"{year} Q{part + 1}"
    if by == "month":
        return f"{datetime.date(year, part + 1, 1):%b %Y}"
    return str(year)


def span_of(days: Iterable[datetime.date], by: str) -> list[tuple[int, int]]:
    """Return all periods from the first day's to the last day's, empty ones too."""
    parts = {"quarter": 4, "month": 12}.get(by, 1)
    found = [year * parts + part for year, part in (period_of(day, by) for day in days)]
    return [divmod(number, parts) for number in range(min(found), max(found) + 1)] if found else []
