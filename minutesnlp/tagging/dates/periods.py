"""The calendar: days, months, quarters and financial years in ISO form, and which year an unfinished date means.

A financial year is the British one, from 1 April to 31 March.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace

FISCAL_MONTH = 4
# The quarters of a financial year by their first months.
QUARTERS = {1: 4, 2: 7, 3: 10, 4: 1}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is printed; any part may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    clocks: tuple[str, ...] = ()
    clock_range: bool = False

    @property
    def iso(self) -> str:
        """The date in ISO form; a missing year is written `XXXX`, several clock times as a list or an interval."""
        date = self._date()
        if not self.clocks:
            return date
        return ("/" if self.clock_range else ";").join(f"{date}T{clock}" for clock in self.clocks)

    def _date(self) -> str:
        if self.year is None and self.month is None:
            return ""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.season:
            return f"{year}-{self.season}"
        if self.month is None:
            return year
        if self.day is None:
            return f"{year}-{self.month:02d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    def as_date(self) -> datetime.date | None:
        """Return the day, where the date is whole and exists."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return day_of(self.year, self.month, self.day)


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """Return the day if there is one: the calendar has no 31 June.

    >>> day_of(2021, 6, 31)
    """
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def with_year(moment: Moment, anchor: datetime.date | None, *, lean: int = 0) -> Moment:
    """Give a date without a year the year that brings it nearest to the anchor.

    A printed weekday decides between the neighbouring years, where it fits one of them. `lean` is -1 where the words
    before say that the time is past, 1 where they say that it is to come: then the nearest on that side.

    >>> with_year(Moment(month=12, day=7), datetime.date(2021, 1, 18)).iso
    '2020-12-07'
    >>> with_year(Moment(month=4, day=1), datetime.date(2021, 1, 18), lean=-1).iso
    '2020-04-01'
    """
    if moment.year is not None or anchor is None or moment.month is None:
        return moment
    month, day = moment.month, moment.day
    if day is None:
        # A month is nearest by its middle; of two as near, the past one, for minutes tell what has been.
        ahead = {
            year: (year - anchor.year) * 12 + month - anchor.month for year in range(anchor.year - 1, anchor.year + 2)
        }
        best = min((year for year in ahead if ahead[year] * lean >= 0), key=lambda year: abs(ahead[year]))
        return replace(moment, year=best)
    days = [(year, day_of(year, month, day)) for year in (anchor.year - 1, anchor.year, anchor.year + 1)]
    known = [(year, found) for year, found in days if found is not None]
    fitting = [pair for pair in known if moment.weekday is not None and pair[1].weekday() == moment.weekday]
    if not known:
        return replace(moment, year=anchor.year)
    sided = [pair for pair in known if (pair[1] - anchor).days * lean >= 0]
    year, _ = min(fitting or sided or known, key=lambda pair: abs((pair[1] - anchor).days))
    return replace(moment, year=year)


def last_day(year: int, month: int | None) -> str:
    """Return the last day of a month, or of a year where the month is None, in ISO form."""
    if month is None:
        return f"{year:04d}-12-31"
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def fiscal(first: int, last: int | None = None) -> str:
    """Return the days from 1 April of the first year to 31 March of the last.

    >>> fiscal(2020)
    '2020-04-01/2021-03-31'
    """
    return f"{first:04d}-04-01/{(first + 1 if last is None else last):04d}-03-31"


def fiscal_year(day: datetime.date) -> int:
    """Return the year in which the financial year that holds this day began."""
    return day.year if day.month >= FISCAL_MONTH else day.year - 1


def fiscal_quarter(year: int, quarter: int) -> str:
    """Return the three months of a quarter of the financial year that begins in `year`.

    >>> fiscal_quarter(2021, 4)
    '2022-01-01/2022-03-31'
    """
    month = QUARTERS[quarter]
    if month < FISCAL_MONTH:
        year += 1
    return f"{year:04d}-{month:02d}-01/{last_day(year, month + 2)}"


def calendar_quarter(year: int, quarter: int) -> str:
    """Return the three months of a quarter of a calendar year.

    >>> calendar_quarter(2021, 4)
    '2021-10-01/2021-12-31'
    """
    first = 3 * quarter - 2
    return f"{year:04d}-{first:02d}-01/{last_day(year, first + 2)}"


def quarter_of(day: datetime.date) -> tuple[int, int]:
    """Return the financial year and the quarter of it that hold this day."""
    return fiscal_year(day), (day.month - FISCAL_MONTH) % 12 // 3 + 1


def months_from(day: datetime.date, months: int) -> datetime.date:
    """Return the day so many months later; a day that month lacks becomes its last.

    >>> months_from(datetime.date(2021, 3, 31), -1)
    datetime.date(2021, 2, 28)
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    year = min(max(year, datetime.MINYEAR), datetime.MAXYEAR)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_from(day: datetime.date, days: int) -> datetime.date:
    """Return the day so many days later, kept within the calendar."""
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), datetime.date.max.toordinal()))
