"""ISO 8601 dates of any precision as the days they cover."""

from __future__ import annotations

import calendar
import datetime
import re

# First and last month of a season; winter ends in the year after the one it is named by. Autumn is FA, as in TIMEX3,
# and AU is understood.
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 2)}

# 2021, 2021-10, 2021-10-25, 2021-10-25T16:00, 2021-SU; not T19:30
DAY = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<season>SP|SU|FA|AU|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T\d\d:\d\d)?)?))?\Z"
)


def interval_of(value: str) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day that an ISO value, an interval `A/B` or a list `A;B` covers.

    None where it names no day that exists: a clock time alone, the 31st of June.

    >>> interval_of("2020-04-01/2021-03")
    (datetime.date(2020, 4, 1), datetime.date(2021, 3, 31))
    >>> interval_of("T19:30")
    """
    days = [_days(part) for part in re.split("[/;]", value)]
    known = [pair for pair in days if pair is not None]
    if not known or len(known) < len(days):
        return None
    return min(first for first, _ in known), max(last for _, last in known)


def _days(value: str) -> tuple[datetime.date, datetime.date] | None:
    match = DAY.match(value)
    if match is None:
        return None
    year = int(match["year"])
    try:
        if match["day"]:
            day = datetime.date(year, int(match["month"]), int(match["day"]))
            return day, day
        first, last = (1, 12)
        if match["season"]:
            first, last = SEASONS[match["season"]]
        elif match["month"]:
            first = last = int(match["month"])
        end_year = year + 1 if last < first else year
        return datetime.date(year, first, 1), datetime.date(end_year, last, calendar.monthrange(end_year, last)[1])
    except ValueError:
        return None
