"""How the pieces of dates join: single days, ranges, lists, with clock times, read from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from minutesnlp.tagging.dates.clock_grammar import Clocks
from minutesnlp.tagging.dates.joints import (
    AFTER_MONTH,
    AND,
    BEFORE_MONTH,
    BETWEEN,
    CLOSE,
    COMMA,
    FROM_CLOCK,
    PRINTED,
    SEPARATOR,
    SLASH,
    TO,
    TO_CLOCK,
    WITHIN,
)
from minutesnlp.tagging.dates.parts import MONTHS, Part, of_iso, of_numeric
from minutesnlp.tagging.dates.periods import Moment

MOST_DAYS = 31
# Longer lists of dates are read as several: reading stays linear.
LONGEST_LIST = 12
LONGEST_ROLL = 40
# A year of two digits behind a month and a space lies so near the meeting's.
FARTHEST_SHORT_YEAR = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the moments in order, joined as `single`, `range` or `list`, and the piece after the last."""

    moments: tuple[Moment, ...]
    joined: str
    start: int
    end: int
    after: int


class DateReader(Clocks):
    """Reads dates from pieces; every method takes a place among the pieces and gives None where it does not fit."""

    def __init__(self, text: str, parts: list[Part], *, months_first: bool = False, year: int | None = None) -> None:
        super().__init__(text, parts)
        self.months_first = months_first
        self.year = year

    def read(self, place: int) -> Reading | None:
        """Read the longest date that begins with this piece."""
        reading = (
            self._days_behind_months(place)
            or self._days_of_a_month(place)
            or self._months_of_a_year(place)
            or self._month_of_days(place)
        )
        if reading is None:
            single = self._clock_first(place) or self.single(place)
            if single is None:
                return None
            moment, after = single
            reading = Reading((moment,), "single", self.parts[place].start, self.parts[after - 1].end, after)
        return self._sharing_a_year(self._range(reading))

    def _sharing_a_year(self, reading: Reading) -> Reading:
        """Join “8 March and 19 April 2023”: whole days of which only the last has the year."""
        moments = list(reading.moments)
        after = reading.after
        while (
            reading.joined == "single"
            and moments[-1].year is None
            and moments[-1].day
            and moments[-1].month
            and not moments[-1].clocks
        ):
            joined = after < len(self.parts) and (self.joins(after - 1, AND) or self.joins(after - 1, COMMA))
            if not joined or len(moments) == LONGEST_LIST:
                return reading
            found = None if self._days_of_a_month(after) else self.single(after)
            if found is None or not found[0].day or not found[0].month:
                return reading
            moments.append(found[0])
            after = found[1]
        if len(moments) < 2 or moments[-1].year is None or reading.joined != "single":
            return reading
        year = moments[-1].year
        dated = tuple(replace(moment, year=year) for moment in moments)
        return Reading(dated, "list", reading.start, self.parts[after - 1].end, after)

    def single(self, place: int, *, clock: bool = True) -> tuple[Moment, int] | None:
        """Read one day, month or year, with the clock time beside it."""
        found = self._day(place)
        if found is None:
            return None
        moment, after = found
        return self._with_clock(moment, after) if clock else (moment, after)

    def _with_clock(self, moment: Moment, after: int) -> tuple[Moment, int]:
        if moment.day is None and moment.weekday is None:
            return moment, after
        if self.kind(after) in {"clock", "maybe"} and self.joins(after - 1, TO_CLOCK):
            gap = self.gap(after - 1)
            to_clock = self.kind(after + 1) == "clock" and self.joins(after, TO)
            if self.kind(after) == "maybe" and not to_clock and not re.search(r"\bat\b|@", gap):
                return moment, after
            clocks, after, ranged = self.clocks(after)
            moment = replace(moment, clocks=clocks, clock_range=ranged)
        return moment, after

    def _clock_first(self, place: int) -> tuple[Moment, int] | None:
        bare = self.bare_hours(place)
        if bare is not None:
            return bare
        if self.kind(place) not in {"clock", "maybe"}:
            return None
        clocks, after, ranged = self.clocks(place)
        if not clocks:
            return None
        if after < len(self.parts) and self.joins(after - 1, FROM_CLOCK):
            found = self._day(after)
            if found is not None and (found[0].day is not None or found[0].weekday is not None):
                return replace(found[0], clocks=clocks, clock_range=ranged), found[1]
        if self.kind(place) == "maybe" and not (ranged and self.kind(after - 1) == "clock"):
            if self.is_timetabled(place):
                return Moment(clocks=clocks[:1]), place + 1
            if after > place + 1 or not self.is_told(place, clocks[0]):
                return None
        return Moment(clocks=clocks, clock_range=ranged), after

    def _day(self, place: int) -> tuple[Moment, int] | None:
        kind = self.kind(place)
        if kind == "weekday":
            weekday = self.parts[place].number
            if (place + 1 < len(self.parts) and self.joins(place, WITHIN)) or self.joins(place, TO):
                inner = self._day(place + 1) if self.kind(place + 1) != "weekday" else None
                if inner is not None and inner[0].day is not None and inner[0].weekday is None:
                    return replace(inner[0], weekday=weekday), inner[1]
                if self.kind(place + 1) == "ordinal" and self.joins(place, WITHIN):
                    return Moment(day=self.parts[place + 1].number, weekday=weekday), place + 2
            return Moment(weekday=weekday), place + 1
        if kind in {"ordinal", "number"}:
            if self.kind(place + 1) == "month" and self.joins(place, BEFORE_MONTH):
                return self._year_after(
                    Moment(month=self.parts[place + 1].number, day=self.parts[place].number), place + 2
                )
            if kind == "ordinal" and self.kind(place + 1) == "weekday" and self.joins(place, CLOSE):
                return None
            return None
        if kind == "month":
            return self._month_first(place)
        if kind == "numeric":
            # With stops between, days always come first: 04.19.06 is the number of a minute.
            if "." in self.parts[place].word and int(self.parts[place].word.split(".")[1]) > 12:
                return None
            browser = PRINTED.match(self.text, self.parts[place].start) is not None
            return of_numeric(self.parts[place].word, self.months_first or browser), place + 1
        if kind == "iso":
            return of_iso(self.parts[place].word), place + 1
        if kind == "year":
            return Moment(year=self.parts[place].number), place + 1
        return None

    def _month_first(self, place: int) -> tuple[Moment, int]:
        month = self.parts[place].number
        following = self.kind(place + 1)
        if self.joins(place, AFTER_MONTH):
            part = self.parts[place + 1]
            if following == "ordinal" or (following == "number" and self._is_day(place + 1)):
                # “March 3rd April 5th” is a list of days before their months, not after.
                if not (self.kind(place + 2) == "month" and self.joins(place + 1, BEFORE_MONTH)):
                    return self._year_after(Moment(month=month, day=part.number), place + 2)
            elif following == "year":
                return Moment(year=part.number, month=month), place + 2
            elif following == "number":
                return Moment(year=2000 + part.number, month=month), place + 2
        if following == "year" and re.match(r"[ ]?\(", self.gap(place)) is None and self.joins(place, AFTER_MONTH):
            return Moment(year=self.parts[place + 1].number, month=month), place + 2
        return Moment(month=month), place + 1

    def _is_day(self, place: int) -> bool:
        """Tell a day from a year of two digits after a month: “Nov 20”, “Mar17” and “May ’21” are years."""
        part, month = self.parts[place], self.parts[place - 1]
        gap = self.gap(place - 1)
        if gap in {"", "-", "/", "–"} or gap.endswith(("’", "'")) or part.number == 0 or part.number > MOST_DAYS:
            return False
        if part.word.startswith("0") and len(part.word) == 2 and month.word not in MONTHS:
            return False
        followed_by_year = self.kind(place + 1) == "year" and self.joins(place, WITHIN)
        return followed_by_year or len(month.word) > 4 or month.word in {"june", "july", "may"} or part.number < 10

    def _year_after(self, moment: Moment, after: int) -> tuple[Moment, int]:
        if after < len(self.parts) and self.joins(after - 1, AFTER_MONTH):
            part = self.parts[after]
            gap = self.gap(after - 1)
            if part.kind == "year" and not gap.endswith("the "):  # not “On September 29th, the 2010 campaign”
                return replace(moment, year=part.number), after + 1
            # “12-Mar-20”, “3rd May ’21”, “5 May 21”: two digits close to the month are a year unless a month follows.
            if (
                part.kind == "number"
                and len(part.word) == 2
                and not (self.kind(after + 1) == "month" and self.joins(after, BEFORE_MONTH))
            ) and (
                gap in {"-", "/", "", "."}
                or gap.endswith(("’", "'"))
                or (gap == " " and part.number > 9 and self._ends(part) and self._is_near(2000 + part.number))
            ):
                return replace(moment, year=2000 + part.number), after + 1
        return moment, after

    def _is_near(self, year: int) -> bool:
        """Tell a year of two digits from a day of a list: “28th September 29” is no day of 2029."""
        return self.year is None or abs(year - self.year) <= FARTHEST_SHORT_YEAR

    def _ends(self, part: Part) -> bool:
        return not re.match(r"\s?[A-Za-z%]|\s?[-–]\s?\d", self.text[part.end : part.end + 4])

    def _days_of_a_month(self, place: int) -> Reading | None:
        """Read “27 and 29 January”, “9 – 11 November 2020”, “Tuesday 21 and Thursday 23 January 2025”."""
        days: list[tuple[int, int | None]] = []
        joined = "single"
        at = place
        while True:
            weekday = None
            if self.kind(at) == "weekday":
                weekday = self.parts[at].number
                if not self.joins(at, WITHIN):
                    return None
                at += 1
            if self.kind(at) not in {"ordinal", "number"} or not 1 <= self.parts[at].number <= MOST_DAYS:
                return None
            days.append((self.parts[at].number, weekday))
            if self.joins(at, BEFORE_MONTH) and self.kind(at + 1) == "month":
                break
            if len(days) == LONGEST_LIST:
                return None
            if self.joins(at, TO) and joined != "list":
                joined = "range"
            elif (self.joins(at, AND) or self.joins(at, COMMA) or self.joins(at, SLASH)) and joined != "range":
                joined = "list"
            else:
                return None
            at += 1
        if len(days) < 2 or (joined == "range" and len(days) > 2):
            return None
        if joined == "list" and any(day[0] > later[0] for day, later in pairwise(days)):
            return None  # “28th September 29, 26th October”
        first = Moment(month=self.parts[at + 1].number, day=days[-1][0], weekday=days[-1][1])
        last, after = self._year_after(first, at + 2)
        if joined == "list" and BETWEEN.search(
            self.text[max(0, self.parts[place].start - 12) : self.parts[place].start]
        ):
            joined = "range"
        last, after = self._with_clock(last, after)
        moments = tuple(Moment(last.year, last.month, day, weekday) for day, weekday in days[:-1])
        return Reading((*moments, last), joined, self.parts[place].start, self.parts[after - 1].end, after)

    def _days_behind_months(self, place: int) -> Reading | None:
        """Read “June 17, 22 and 28, July 2, 2024”: three days and more behind their months, the year behind all."""
        days: list[Moment] = []
        at = place
        month = 0
        while len(days) < LONGEST_ROLL:
            if self.kind(at) == "month" and self.joins(at, AFTER_MONTH):
                month = self.parts[at].number
                at += 1
            if not month or self.kind(at) not in {"ordinal", "number"} or not 1 <= self.parts[at].number <= MOST_DAYS:
                return None
            days.append(Moment(month=month, day=self.parts[at].number))
            if not (self.joins(at, AND) or self.joins(at, SEPARATOR)):
                return None
            at += 1
            if self.kind(at) == "year":
                break
        if len(days) < 3 or self.kind(at) != "year":
            return None
        dated = tuple(replace(day, year=self.parts[at].number) for day in days)
        return Reading(dated, "list", self.parts[place].start, self.parts[at].end, at + 1)

    def _month_of_days(self, place: int) -> Reading | None:
        """Read “June 23rd & 24th 2018”, “April 1-3, 2025”: the days behind their month."""
        if self.kind(place) != "month" or self.kind(place + 1) not in {"ordinal", "number"}:
            return None
        if (
            not self.joins(place, AFTER_MONTH)
            or self.gap(place) == ""
            or self.kind(place + 2) not in {"ordinal", "number"}
        ):
            return None
        ranged = self.joins(place + 1, TO)
        if not (ranged or self.joins(place + 1, AND)) or self.kind(place + 3) in {"month", "number"}:
            return None
        days = [self.parts[place + 1].number, self.parts[place + 2].number]
        if not 0 < days[0] < days[1] <= MOST_DAYS:
            return None
        month = self.parts[place].number
        last, after = self._year_after(Moment(month=month, day=days[1]), place + 3)
        if last.year is None and self.kind(place + 1) == self.kind(place + 2) == "number":
            return None
        last, after = self._with_clock(last, after)
        moments = (Moment(last.year, month, days[0]), last)
        joined = "range" if ranged else "list"
        return Reading(moments, joined, self.parts[place].start, self.parts[after - 1].end, after)

    def _months_of_a_year(self, place: int) -> Reading | None:
        """Read “Nov/Dec 2019”, “January and February 2021”, “April to June 2020”."""
        if self.kind(place) != "month" or self.kind(place + 1) != "month":
            return None
        months = [self.parts[place].number]
        joined = ""
        at = place
        while self.kind(at + 1) == "month" and len(months) < LONGEST_LIST:
            if (self.joins(at, TO) or self.joins(at, SLASH)) and joined != "list":
                joined = "range"
            elif (self.joins(at, AND) or self.joins(at, COMMA)) and joined != "range":
                joined = "list"
            else:
                break
            at += 1
            months.append(self.parts[at].number)
        if len(months) < 2:
            return None
        if self.kind(at + 1) != "year" or not self.joins(at, AFTER_MONTH):
            # A range of months is one date also without a year; a list would share nothing.
            if joined != "range" or (self.kind(at + 1) in {"number", "ordinal"} and self.joins(at, AFTER_MONTH)):
                return None
            return Reading(
                tuple(Moment(month=m) for m in months), joined, self.parts[place].start, self.parts[at].end, at + 1
            )
        year = self.parts[at + 1].number
        moments = tuple(Moment(year=year, month=month) for month in months)
        if joined == "range" and len(months) == 2 and months[0] > months[1]:
            moments = (replace(moments[0], year=year - 1), moments[1])
        return Reading(moments, joined, self.parts[place].start, self.parts[at + 1].end, at + 2)

    def _range(self, reading: Reading) -> Reading:
        """Extend a single date to a range where another is joined to it."""
        if reading.joined != "single" or reading.after >= len(self.parts) or reading.moments[0].iso == "":
            return reading
        first = reading.moments[0]
        after = reading.after
        between = BETWEEN.search(self.text[max(0, reading.start - 12) : reading.start])
        if not (self.joins(after - 1, TO) or (between and self.joins(after - 1, AND))):
            return reading
        found = self.single(after)
        if found is None:
            return reading
        last, end = found
        if first.clocks and not last.clocks:
            return reading
        if (first.day is None) != (last.day is None) or (first.month is None) != (last.month is None):
            return reading
        if first.year is None and last.year is not None:
            earlier = first.month is not None and last.month is not None and first.month > last.month
            first = replace(first, year=last.year - 1 if earlier else last.year)
        return Reading((first, last), "range", reading.start, self.parts[end - 1].end, end)
