"""How the pieces of dates join: single days, ranges, lists, with clock times, read from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutesnlp.tagging.date_parts import MONTHS, Part, clock_of
from minutesnlp.tagging.periods import Moment

# What may stand between the pieces of one day: “25th of October, 2021”, also through Markdown's asterisks.
WITHIN = re.compile(r"[\s,*_.\\]{0,6}(?:(?:day )?of\s{1,3}(?:the\s)?|the\s{1,3})?[*_\\]{0,4}\Z", re.IGNORECASE)
CLOSE = re.compile(r"[\s*_\\]{0,6}\Z")
# Between a month and its day or year: “October, 2021”, “October of 2021”, “Mar-17”, “Mar17”.
AFTER_MONTH = re.compile(r"(?:[\s,*_.\\]{0,6}(?:of\s|the\s|[’']\s?)?|[-/–])\Z", re.IGNORECASE)
BEFORE_MONTH = re.compile(r"(?:[\s*_,\\]{0,6}(?:day\s)?(?:of\s{1,3})?(?:the\s)?|\s?[-/]\s?)\Z", re.IGNORECASE)
# Before a clock time: “ at 4pm”, “, commencing at”, “ - ”, “ @ ”, “ (”.
TO_CLOCK = re.compile(
    r"[\s,*_.;\\]{0,6}(?:(?:commencing|starting|beginning|held)\s)?(?:(?:at|from|@|–|-|—|\||,)\s*)?(?:the\shour\sof\s)?"
    r"(?:approximately\s)?[\s*_]{0,4}\Z",
    re.IGNORECASE,
)
FROM_CLOCK = re.compile(r"[\s,*_\\]{0,6}(?:(?:on|,|-|–)\s{1,3})?(?:the\s)?[*_\\]{0,4}\Z", re.IGNORECASE)
TO = re.compile(r"[\s*_]{0,4}(?:-|–|—|to|until|till|through|thru|up to)[\s*_]{0,4}(?:the\s)?\Z", re.IGNORECASE)
AND = re.compile(r"\s{0,3},?\s{0,3}(?:and|&|or|\+)\s{1,3}(?:on\s|the\s|again on\s)?(?:the\s)?\Z", re.IGNORECASE)
COMMA = re.compile(r"\s?,\s{0,3}(?:the\s)?\Z")
SLASH = re.compile(r"\s?/\s?\Z")
BETWEEN = re.compile(r"\bbetween\s{1,3}(?:the\s)?[*_]{0,4}\Z", re.IGNORECASE)

MOST_DAYS = 31
# Longer lists of dates are read as several: reading stays linear.
LONGEST_LIST = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the moments in order, joined as `single`, `range` or `list`, and the piece after the last."""

    moments: tuple[Moment, ...]
    joined: str
    start: int
    end: int
    after: int


class DateReader:
    """Reads dates from pieces; every method takes a place among the pieces and gives None where it does not fit."""

    def __init__(self, text: str, parts: list[Part], *, months_first: bool = False) -> None:
        self.text = text
        self.parts = parts
        self.months_first = months_first

    def kind(self, place: int) -> str:
        """Return the kind of the piece at a place, empty past the end."""
        return self.parts[place].kind if place < len(self.parts) else ""

    def gap(self, place: int) -> str:
        """Return the text between a piece and the next; a long one is no joint."""
        gap = self.text[self.parts[place].end : self.parts[place + 1].start]
        return gap if len(gap) < 40 else "\0"

    def joins(self, place: int, pattern: re.Pattern[str]) -> bool:
        """Tell whether a piece and the next are joined so."""
        return place + 1 < len(self.parts) and pattern.match(self.gap(place)) is not None

    def read(self, place: int) -> Reading | None:
        """Read the longest date that begins with this piece."""
        reading = self._days_of_a_month(place) or self._months_of_a_year(place) or self._month_of_days(place)
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
            if self.kind(after) == "maybe" and not re.search(r"\bat\b|@", gap):
                return moment, after
            clocks, after, ranged = self._clocks(after)
            moment = replace(moment, clocks=clocks, clock_range=ranged)
        return moment, after

    def _clocks(self, place: int) -> tuple[tuple[str, ...], int, bool]:
        clocks = [clock_of(self.parts[place].word) or ""]
        ranged = False
        after = place + 1
        while self.kind(after) in {"clock", "maybe"} and not ranged:
            if self.joins(after - 1, TO):
                ranged = True
            elif not self.joins(after - 1, AND):
                break
            clocks.append(clock_of(self.parts[after].word) or "")
            after += 1
        if ranged and len(clocks) == 2:
            clocks[0] = _same_half(clocks, self.parts[place].word, self.parts[after - 1].word)
        return tuple(clock for clock in clocks if clock), after, ranged

    def _clock_first(self, place: int) -> tuple[Moment, int] | None:
        if self.kind(place) not in {"clock", "maybe"}:
            return None
        clocks, after, ranged = self._clocks(place)
        if not clocks:
            return None
        if after < len(self.parts) and self.joins(after - 1, FROM_CLOCK):
            found = self._day(after)
            if found is not None and (found[0].day is not None or found[0].weekday is not None):
                return replace(found[0], clocks=clocks, clock_range=ranged), found[1]
        if self.kind(place) == "maybe" and not (ranged and self.kind(after - 1) == "clock"):
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
            return _numeric(self.parts[place].word, self.months_first), place + 1
        if kind == "iso":
            return _iso(self.parts[place].word), place + 1
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
            if part.kind == "year":
                return replace(moment, year=part.number), after + 1
            # “12-Mar-20”, “3rd May ’21”, “5 May 21”: two digits close to the month are a year unless a month follows.
            if (
                part.kind == "number"
                and len(part.word) == 2
                and not (self.kind(after + 1) == "month" and self.joins(after, BEFORE_MONTH))
            ) and (
                gap in {"-", "/", "", "."}
                or gap.endswith(("’", "'"))
                or (gap == " " and part.number > 9 and self._ends(part))
            ):
                return replace(moment, year=2000 + part.number), after + 1
        return moment, after

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
        first = Moment(month=self.parts[at + 1].number, day=days[-1][0], weekday=days[-1][1])
        last, after = self._year_after(first, at + 2)
        if joined == "list" and BETWEEN.search(
            self.text[max(0, self.parts[place].start - 12) : self.parts[place].start]
        ):
            joined = "range"
        last, after = self._with_clock(last, after)
        moments = tuple(Moment(last.year, last.month, day, weekday) for day, weekday in days[:-1])
        return Reading((*moments, last), joined, self.parts[place].start, self.parts[after - 1].end, after)

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


def _same_half(clocks: list[str], first: str, last: str) -> str:
    """Take “7 – 9pm” for 19:00 to 21:00: the first time shares the half of the day that the last one states."""
    if re.search(r"[ap]\.? ?m", first) or not re.search(r"p\.? ?m", last):
        return clocks[0]
    hour = int(clocks[0][:2])
    later = f"{hour + 12:02d}{clocks[0][2:]}"
    return later if hour < 12 and later <= clocks[1] else clocks[0]


def _numeric(word: str, months_first: bool) -> Moment:
    first, second, year = (int(number) for number in re.split(r"[/.-]", word))
    if year < 100:
        year += 1900 if year >= 70 else 2000
    # Day before month, as in Britain and Ireland, unless the text shows the other order, or only that makes a date.
    if (second > 12 or months_first) and first <= 12:
        first, second = second, first
    return Moment(year=year, month=second, day=first)


def _iso(word: str) -> Moment:
    clocks = (word[11:16],) if len(word) > 10 else ()
    return Moment(year=int(word[:4]), month=int(word[5:7]), day=int(word[8:10]), clocks=clocks)
