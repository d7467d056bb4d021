"""Full dates and times of day as headings print them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "eanáir"),
            ("february", "feb", "febuary", "feburary"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

_MONTH = "(?P<month{n}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day{n}>\d{{1,2}})(?:\s?(?:st|nd|rd|th)\b|[\"”“'*°]+)?"

# "Thursday 8th March 2007", "16 May, 2012", "NOVEMBER 4TH 2013", "March 4, 2025", "2024-03-05", "02/09/2013",
# "05.09.19"; not "21/16", "£12.50"
DATE = re.compile(
    rf"""(?<![\d/.£€-])(?:
        {_DAY.format(n=1)}\s*,?\s*(?:day\s+)?(?:of\s+)?{_MONTH.format(n=1)}\s*,?\s*(?P<year1>(?:19|20)\s?\d\d|2[oO]\d\d)
      | {_MONTH.format(n=2)}\s*{_DAY.format(n=2)}\s*,?\s*(?P<year2>(?:19|20)\d\d)
      | (?P<year3>(?:19|20)\d\d)[-_](?P<month3>[01]\d)[-_](?P<day3>[0-3]\d)
      | (?P<day4>[0-3]?\d)(?P<mark>[/.])(?P<month4>[01]?\d)(?P=mark)(?P<year4>(?:19|20)\d\d|\d\d)
    )(?![\d/])""",
    re.VERBOSE | re.IGNORECASE,
)

# "7.30pm", "9.45 A.M.", "16:00", "7 p.m.", "4.00 pm", "noon"; not "7.30" without more.
CLOCK = re.compile(
    r"""\b(?P<hour>\d{1,2})(?:\s?[.:]\s?(?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s?m\b\.?
      | \b(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)\s?(?:hrs|hours|h)?\b(?!\s*(?:%|million))
      | \b(?P<military>[012]\d[0-5]\d)\s?(?:hrs|hours|h)\b
      | \b(?P<noon>noon|midday)\b""",
    re.VERBOSE | re.IGNORECASE,
)

# A clock without am or pm counts only behind such a word: "at 19:30", "Time: 7.00".
BARE_CLOCK = re.compile(r"(?:\bat|\bfrom|time|commenc\w+|start\w*)[\s:]*$", re.IGNORECASE)


class Day(NamedTuple):
    """A date and where it stands in its text."""

    date: datetime.date
    start: int
    end: int


def days_in(text: str) -> Iterator[Day]:
    """Yield the full dates in a text, those that no calendar has left out; numbers are read day first.

    >>> [d.date.isoformat() for d in days_in("Thursday 8th March 2007 and NOVEMBER 4TH 2013")]
    ['2007-03-08', '2013-11-04']
    """
    for match in DATE.finditer(text):
        day = _day(match)
        if day is not None:
            yield Day(day, match.start(), match.end())


def _day(match: re.Match[str]) -> datetime.date | None:
    if match["year1"]:
        year = match["year1"].replace(" ", "").lower().replace("o", "0")
        return _date(int(year), MONTHS[match["month1"].lower()], int(match["day1"]))
    if match["year2"]:
        return _date(int(match["year2"]), MONTHS[match["month2"].lower()], int(match["day2"]))
    if match["year3"]:
        return _date(int(match["year3"]), int(match["month3"]), int(match["day3"]))
    year = int(match["year4"])
    return _date(year if year > 99 else 2000 + year, int(match["month4"]), int(match["day4"]))


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def clock_in(text: str) -> datetime.time | None:
    """Return the first time of day in a text.

    >>> clock_in("held at 7.30pm"), clock_in("MONDAY AT 9.45 A.M."), clock_in("section 4.15")
    (datetime.time(19, 30), datetime.time(9, 45), None)
    """
    for match in CLOCK.finditer(text):
        if match["noon"]:
            return datetime.time(12)
        if match["military"]:
            hour, minute = int(match["military"][:2]), int(match["military"][2:])
        elif match["half"]:
            hour, minute = int(match["hour"]), int(match["minute"] or 0)
            if not 1 <= hour <= 12 and not (match["half"].lower() == "p" and hour < 24):
                continue
            if hour <= 12:
                hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        else:
            if not BARE_CLOCK.search(text[: match.start()]):
                continue
            hour, minute = int(match["hour24"]), int(match["minute24"])
        if hour < 24 and minute < 60:
            return datetime.time(hour, minute)
    return None
