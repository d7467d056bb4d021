"""The days that a date, a month, a year or a municipal year covers, as a user writes them."""

from __future__ import annotations

import datetime
import re

from minutesnlp.errors import QueryError
from minutesnlp.records.intervals import interval_of

MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in (names, names[:3])} | {"sept": 9}

# “1987”, “2019”; not 1066 and 2500, which are numbers
YEAR = r"(?:19|20)[0-9]{2}"

# A municipal year runs from one annual meeting to the next: both are in May.
FIRST_MONTH = 5

# “2020/21”, “2020-2021”, “2019-20”; not “2020-09”, which is a month
MUNICIPAL = re.compile(
    r"(?P<first>[0-9]{4})(?:(?:/|[–-](?!0[1-9]|1[0-2]))(?P<short>[0-9]{2})|[/–-](?P<long>[0-9]{4}))\Z"
)
# “25/10/2021”, “25.10.2021”
SLASHED = re.compile(r"(?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})[/.](?P<year>[0-9]{4})\Z")
# “25 October 2021”, “25th Oct 2021”, “October 2021”
NAMED = re.compile(r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[a-z]+)\.?,?\s+(?P<year>[0-9]{4})\Z")

Days = tuple[datetime.date, datetime.date]


def days_of(value: str | datetime.date, name: str = "date") -> Days:
    """Return the first and the last day of a period.

    Raises
    ------
    QueryError
        When it cannot be read as one; `name` says in the message which was meant.

    >>> days_of("2020-09")
    (datetime.date(2020, 9, 1), datetime.date(2020, 9, 30))
    >>> days_of("2020/21")
    (datetime.date(2020, 5, 1), datetime.date(2021, 4, 30))
    """
    if isinstance(value, datetime.datetime):
        return value.date(), value.date()
    if isinstance(value, datetime.date):
        return value, value
    text = " ".join(str(value).split()).lower()
    try:
        found = _municipal(text) or _slashed(text) or _named(text) or interval_of(text.upper())
    except ValueError:
        found = None
    if found is None:
        raise QueryError(
            f"{name} {value!r} is no date. Write 2021, 2021-10, 2021-10-25 or 25 October 2021; "
            "2021/22 is a municipal year."
        )
    return found


def municipal_years(first: datetime.date, last: datetime.date) -> list[str]:
    """Return the municipal years from that of one day to that of another.

    >>> municipal_years(datetime.date(2021, 1, 18), datetime.date(2021, 6, 1))
    ['2020/21', '2021/22']
    """
    begin, end = (day.year - (day.month < FIRST_MONTH) for day in (first, last))
    return [f"{year}/{(year + 1) % 100:02}" for year in range(begin, end + 1)]


def _municipal(text: str) -> Days | None:
    match = MUNICIPAL.match(text)
    if match is None:
        return None
    first = int(match["first"])
    second = match["long"] or match["short"]
    if int(second) % 100 != (first + 1) % 100 or (match["long"] and int(second) != first + 1):
        raise ValueError("a municipal year ends in the next year")
    begin = datetime.date(first, FIRST_MONTH, 1)
    return begin, datetime.date(first + 1, FIRST_MONTH, 1) - datetime.timedelta(1)


def _slashed(text: str) -> Days | None:
    match = SLASHED.match(text)
    if match is None:
        return None
    day = datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day


def _named(text: str) -> Days | None:
    match = NAMED.match(text)
    if match is None or match["month"] not in MONTHS:
        return None
    value = f"{match['year']}-{MONTHS[match['month']]:02}"
    return interval_of(f"{value}-{int(match['day']):02}" if match["day"] else value)
