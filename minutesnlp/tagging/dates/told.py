"""Times told from another time of the text: “three days earlier”, “the following Friday”, “the same day in 2019”.

The other time is the last one before them in their sentence, for what follows in the text. Where none stands, the
meeting's day serves, if the words can be told from it at all. Where the other time is too coarse (“in July”, then
“three days earlier”), the value stays open rather than wrong.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from minutesnlp.records.intervals import interval_of
from minutesnlp.tagging.dates.parts import MONTHS, WEEKDAYS
from minutesnlp.tagging.dates.periods import (
    FISCAL_MONTH,
    day_of,
    days_from,
    fiscal,
    fiscal_quarter,
    fiscal_year,
    last_day,
    months_from,
    quarter_of,
)
from minutesnlp.tagging.dates.relative import COUNT, MONTH_NAMES, WEEKDAY_NAMES, number_of
from minutesnlp.tagging.mentions import Mention, lowered

_UNIT = "day|week|fortnight|month|quarter|year|decade"
_HALF_DAY = "morning|afternoon|evening|night"
# What may stand behind “before” and “after” where no event does: “the year before.”, not “the day before he left”.
_ENDS = r"(?=[.,;:)?!]|\s*\Z|\s(?:and|or|but|to|in|at|there|was|were|is|had|has)\b)"
# “three days earlier”, “a week later”, “the year before”, “the Friday after”
DISTANCE = re.compile(
    rf"""\b(?:(?P<count>{COUNT}|an?|one)\s{{1,3}}(?P<many>{_UNIT})s?|(?<=\bthe\s)(?P<one>{_UNIT}|{WEEKDAY_NAMES}))
    \s{{1,3}}(?:(?P<back>earlier|previously|before{_ENDS})|later|afterwards|after{_ENDS})(?![-\w]|\sthan\b)""",
    re.VERBOSE,
)
# “the following Friday”, “the previous month”, “the next day”; not “following Friday’s storm”
NEIGHBOUR = re.compile(
    rf"""(?<=\bthe\s)(?:(?P<following>following|subsequent)\s{{1,3}}(?P<after>{_UNIT}|weekend|{_HALF_DAY}|{WEEKDAY_NAMES}|{MONTH_NAMES})
      |next\s{{1,3}}(?P<next>day|{_HALF_DAY})
      |(?:previous|preceding)\s{{1,3}}(?P<back>day|week|month|quarter|year|{_HALF_DAY}|{WEEKDAY_NAMES}))\b(?!-)""",
    re.VERBOSE,
)
# “the same day in 2019”, “the same quarter of 2020”
SAME = re.compile(r"(?<=\bthe\s)same\s(?:day|date|week|month|quarter|period)\s(?:in|of)\s(?P<year>20\d\d)(?![\d/]|-\d)")
# “the end of the financial year”, “the end of the month”: of that in which the other time lies, else the meeting
END = re.compile(
    r"(?P<edge>end|close|start|beginning)\s(?:of\s)?the\s(?:current\s)?(?:(?P<fiscal>financial|fiscal)\s|calendar\s)?(?P<unit>year|month|week)\b"
    r"(?!\s(?:of|to|end|ending)\b|[-’'])"
)
# “that year”: the year of the last other time; not “so that year 6 may”
THAT = re.compile(r"\bthat\s(?P<unit>year|month|week|day|evening|night)\b(?![-’']|\s(?:\d|of\b|to\b))")
WORDS = (
    *(f"that {unit}" for unit in ("year", "month", "week", "day", "evening", "night")),
    "earlier",
    "later",
    "before",
    "after",
    "previous",
    "preceding",
    "following",
    "subsequent",
    "next",
    "same",
    "end of",
    "close of",
    "start of",
    "beginning of",
)
SENTENCE_END = re.compile(r"[.?!][”\"’)]?\s+[A-Z“\"]|\n\s*\n")
FARTHEST = 300
# How many days the other time may span for a unit to be counted from it.
WIDEST = {"day": 7, "week": 7, "fortnight": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 366}
# What the meeting's day tells where no other time stands.
NAMED = {*MONTHS, *WEEKDAYS}
# How many days it must span for the one before it to be meant.
NARROWEST = {"week": 1, "month": 1, "quarter": 89, "year": 360}
NEAR_DAY = 7
NEAR_YEAR = 360

Days = tuple[datetime.date, datetime.date]


def find_told(text: str, found: Sequence[Mention], anchor: datetime.date | None) -> Iterator[Mention]:
    """Yield the times that are told from others; `found` are the other times of the text, in reading order.

    >>> (told,) = find_told("On 5 May 2021 and the next day", [Mention("DATE", 3, 13, "2021-05-05", "")], None)
    >>> told.value
    '2021-05-06'
    """
    lower = lowered(text)
    if not any(word in lower for word in WORDS):
        return
    today = (anchor, anchor) if anchor else None
    for match, value in chain(
        _distances(text, lower, found, today),
        _neighbours(text, lower, found, today),
        _ends(text, lower, found, today),
        _held(text, lower, found),
    ):
        yield Mention("DATE", match.start(), match.end(), value, "date:told")


Told = Iterator[tuple[re.Match[str], str | None]]


def _distances(text: str, lower: str, found: Sequence[Mention], today: Days | None) -> Told:
    """Tell “two weeks later” from another time, “a month earlier” also from the meeting's day."""
    for match in DISTANCE.finditer(lower):
        other = _other(text, found, match.start())
        earlier = match["back"] in ("earlier", "previously")
        if other is None and not earlier and not (match["back"] and match["one"] in ("month", "quarter", "year")):
            continue  # “a week later”, but than what?
        count = number_of(match["count"] or "1") * (-1 if match["back"] else 1)
        yield match, _moved(other or today, count, match["many"] or match["one"])


def _neighbours(text: str, lower: str, found: Sequence[Mention], today: Days | None) -> Told:
    """Tell “the following day”, “the previous year” from another time, “the following May” also from the meeting's."""
    for match in NEIGHBOUR.finditer(lower):
        other = _other(text, found, match.start(), same_sentence=match["back"] is not None)
        if match["back"] in NARROWEST and (other is None or _width(other) < NARROWEST[match["back"]]):
            continue  # “the previous year” is the meeting's, unless another year stands beside it
        unit = match["after"] or match["next"] or match["back"]
        if other is None and unit not in NAMED:
            continue  # “the following day” of a story: whose day it follows is not told
        yield match, _beside(other or today, -1 if match["back"] else 1, unit)


def _ends(text: str, lower: str, found: Sequence[Mention], today: Days | None) -> Told:
    """Tell “the end of the year” from a time of the sentence, or the meeting's day."""
    for match in END.finditer(lower):
        edge_of = _other(text, found, match.start(), same_sentence=True) or today
        yield match, _edge(match, edge_of) if edge_of else None


def _held(text: str, lower: str, found: Sequence[Mention]) -> Told:
    """Tell “that week” and “the same day in 2019” from another time."""
    for match in THAT.finditer(lower):
        other = _other(text, found, match.start())
        if other and (value := _holding(other, match["unit"])):
            yield match, value
    for match in SAME.finditer(lower):
        other = _other(text, found, match.start())
        if other and (value := _in_year(other, int(match["year"]))):
            yield match, value


def _other(text: str, found: Sequence[Mention], start: int, *, same_sentence: bool = False) -> Days | None:
    """Return the days of the last time before a place; a clock time names none."""
    place = bisect_left(found, start, key=lambda mention: mention.start)
    while place:
        place -= 1
        mention = found[place]
        if mention.end > start or mention.value is None:
            continue
        if start - mention.end > FARTHEST or (same_sentence and SENTENCE_END.search(text, mention.end, start)):
            return None
        days = interval_of(mention.value)
        if days is not None:
            return days
    return None


def _moved(other: Days | None, count: int, unit: str) -> str | None:
    """Return the time so many units from another, as exact as the unit."""
    if other is None:
        return None
    if unit in WEEKDAYS:
        return _beside(other, count, unit)
    first, last = other
    width = _width(other)
    if width > WIDEST[unit]:
        return None
    if unit in ("day", "week", "fortnight"):
        day = last if count > 0 else first
        return days_from(day, count * {"day": 1, "week": 7, "fortnight": 14}[unit]).isoformat()
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    moved = months_from(first, months)
    if unit in ("year", "decade"):
        # A year that does not begin in January stays such a year.
        if width >= NEAR_YEAR and first.month > 1:
            return f"{moved.isoformat()}/{months_from(last, months).isoformat()}"
        return f"{moved.year:04d}"
    if unit == "quarter":
        return fiscal_quarter(*quarter_of(moved))
    return f"{moved.year:04d}-{moved.month:02d}"


def _edge(match: re.Match[str], other: Days) -> str:
    """Return the first or the last day of the year, month or week that holds another time."""
    unit, day = match["unit"], other[1]
    if unit == "year" and _width(other) >= NEAR_YEAR:
        return other[match["edge"] in ("end", "close")].isoformat()
    if unit == "week":
        first = days_from(day, -day.weekday())
        last = days_from(first, 6).isoformat()
    elif match["fiscal"]:
        first = datetime.date(fiscal_year(day), FISCAL_MONTH, 1)
        last = fiscal(first.year).partition("/")[2]
    else:
        first = day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)
        last = last_day(day.year, day.month if unit == "month" else None)
    return last if match["edge"] in ("end", "close") else first.isoformat()


def _width(days: Days) -> int:
    return (days[1] - days[0]).days + 1


def _beside(other: Days | None, sign: int, what: str) -> str | None:
    """Return the day, week, month or year next to another time, after it or before."""
    if other is None:
        return None
    first, last = other
    day = last if sign > 0 else first
    near = _width(other) <= NEAR_DAY
    if what in WEEKDAYS:
        ahead = (WEEKDAYS[what] - day.weekday()) % 7
        return days_from(day, (ahead or 7) if sign > 0 else ahead - 7).isoformat() if near else None
    if what in MONTHS:
        year = day.year + (MONTHS[what] <= day.month)
        return f"{year:04d}-{MONTHS[what]:02d}"
    if what in ("week", "weekend"):
        monday = days_from(day, 7 * sign - day.weekday())
        monday = days_from(monday, -7) if what == "weekend" and day.weekday() < 5 else monday
        begins = days_from(monday, 5 if what == "weekend" else 0)
        return f"{begins.isoformat()}/{days_from(monday, 6).isoformat()}" if near else None
    return _moved(other, sign, what if what in WIDEST else "day")


def _holding(other: Days, unit: str) -> str | None:
    """Return the year, month, week or day that holds another time, None where that is longer."""
    first, last = other
    if unit == "year":
        if _width(other) >= NEAR_YEAR and first.month > 1:
            return f"{first.isoformat()}/{last.isoformat()}"
        return f"{last.year:04d}" if first.year == last.year else None
    if unit == "month":
        return f"{last.year:04d}-{last.month:02d}" if (first.year, first.month) == (last.year, last.month) else None
    if _width(other) > (NEAR_DAY if unit == "week" else 1):
        return None
    monday = days_from(first, -first.weekday())
    return f"{monday.isoformat()}/{days_from(monday, 6).isoformat()}" if unit == "week" else first.isoformat()


def _in_year(other: Days, year: int) -> str | None:
    """Return another time in a year of its own: the same day, month or quarter."""
    first, last = other
    years = year - last.year
    begins, ends = day_of(first.year + years, first.month, first.day), day_of(year, last.month, last.day)
    if begins is None or ends is None:
        return None
    if begins == ends:
        return begins.isoformat()
    same_month = (begins.year, begins.month) == (ends.year, ends.month)
    return f"{ends.year:04d}-{ends.month:02d}" if same_month else f"{begins.isoformat()}/{ends.isoformat()}"
