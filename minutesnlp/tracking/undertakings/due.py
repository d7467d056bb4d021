"""By when a promise falls due, in the words of the minutes and as a day, a month or a season."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence

from minutesnlp.records.intervals import interval_of
from minutesnlp.tagging.dates.finding import find_dates
from minutesnlp.tracking.undertakings import promises

# What stands before a date by which, or on which, something will be done: “by 3 May”, “at the May meeting”, “in March”.
AT = re.compile(
    r"\b(?:by|before|until|till|no later than|on or before|in|on|at|for|to|from|within|next|during|"
    r"(?:end|close|start|beginning|middle|rest|whole|(?:first|second|third|last)\s(?:week|half|fortnight|part))\sof)\s"
    r"(?:(?:the|its|their|early|late|mid|about|around|probably|\w+\s?day)\s){0,3}\Z",
    re.IGNORECASE,
)
# What a sentence may open with: “By the end of May, the Clerk would write”
OPENS_WITH_TIME = re.compile(r"\W*(?:by|before|within|at the next|in|on)\s[^,;]{3,50}(?=,)", re.IGNORECASE)
# “said that by the weekend every tenant would have one”
THAT_BY = re.compile(r"\bthat,?\s(?:as\s)?(?:by|before|within|from|on|in)\s[^.;]{3,90}\Z")
# “at the beginning of the week commencing 10 December”
BEGINNING_OF = re.compile(r"\b(?:beginning|start) of (?:the )?\Z", re.IGNORECASE)
# “offered the end of June”, “would attend the January meeting”: a time without “by” or “at”
BY_ITSELF = re.compile(r"(?:the\s)?(?:end|middle|beginning|start)\sof\b", re.IGNORECASE)
# “for this year’s entry”: which of them, and not when; “at next month’s meeting” is a time
OF_A_THING = re.compile(
    r"[’']s?\s(?!(?:\w+\s){0,2}?(?:end|close|time|meetings?|sessions?|committee|council|panel|board|agenda|AGM|conference|event)\b)[a-z]"
)
# A council that meets each month says “the May meeting” in September of the one that was rather than of the next
MEETING_IN = re.compile(r"\s(?:[\w’'-]+\s){0,3}?(?:meeting|agenda)\b", re.IGNORECASE)
FARTHEST_MEETING = 6  # months
MEETING_HELD = re.compile(r"\bmeeting\s(?:to\sbe\s)?held\son\s\Z", re.IGNORECASE)
# A day without a year that lies fewer days back is not one of the next year.
JUST_PASSED = 60
# “within a fortnight”, “in three weeks’ time”, “within five working days”, “after 12 months”, “in 6-8 weeks”
SPAN = re.compile(
    r"\b(?:within|inside|in|after)\s(?:the\snext\s)?(?:(?:\d{1,3}|[a-z]{3,6})(?:\s?[-–]\s?|\s(?:to|or)\s)(?=\d|[a-z]{3,6}\s))?(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"fourteen|fifteen|twenty-one|twenty-eight|thirty|sixty|ninety|\d{1,3})?\s?(?:\(\d{1,3}\)\s)?"
    r"(?P<unit>(?:working\s)?days?|fortnight|weeks?|months?|years?)\b(?P<time>[’']?\stime)?",
    re.IGNORECASE,
)
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: n for n, word in enumerate(COUNTS, start=1)} | {"a": 1, "an": 1, "fourteen": 14, "fifteen": 15}
NUMBERS |= {"twenty-one": 21, "twenty-eight": 28, "thirty": 30, "sixty": 60, "ninety": 90}
# “by the end of the week”, “before the year’s end”
THIS_WEEK = re.compile(
    r"\b(?:(?:that(?: same)?|the same) week(?=[.,;]|$)|within the week|"
    r"before the week (?:was|is) out|later (?:in the|that) week)\b",
    re.I,
)
# “before the clocks went back”: the last Sunday of October, or of March
CLOCKS = re.compile(
    r"\b(?:before|when|by the time) the clocks (?:(?:go|went|are put|were put) (?P<way>back|forward|on)|changed?)\b",
    re.I,
)
WEEK_OF_FEAST = re.compile(r"\b(?:in |during )?the week after (?P<feast>christmas|easter)\b", re.I)
END_OF = re.compile(
    r"\b(?:end|close) of (?:the |this )(?P<unit>day|week|month|year|calendar year|municipal year)\b", re.I
)
FEAST = re.compile(r"\b(?:by|before|for|at|after|until)\s(?P<feast>christmas|easter|new\syear|the\snew\syear)\b", re.I)
NEW_YEAR = re.compile(r"\b(?:in|early\sin|by)\sthe\snew\syear\b", re.IGNORECASE)
SEASON = re.compile(
    r"\b(?:in|by|before|until|during)\s(?:the\s)?(?:early\s|late\s)?(?P<season>spring|summer|autumn|winter)\b",
    re.I,
)
# The last months of seasons as dates are tagged; a winter's is in another year than its first, and stays a season.
SEASON_ENDS = {"SP": "05", "SU": "08", "FA": "11"}
LAST_OF = re.compile(r"\b(?:end|close) of (?:the )?\Z", re.IGNORECASE)
# Of a season without a year, no tagged date: autumn is AU, as the truth of undertakings has it. Records know both.
SEASONS = {"spring": ("SP", 5), "summer": ("SU", 8), "autumn": ("AU", 11), "winter": ("WI", 2)}
NEXT_DAY = re.compile(
    r"\b(?:in\sthe\smorning|by\stomorrow|the\sfollowing\s(?:day|morning)|(?:the\s)?next\s(?:day|morning))\b",
    re.IGNORECASE,
)
# “before the weekend”, “by the weekend”, “this weekend”: Friday, Saturday, Sunday of its week
WEEKEND = re.compile(r"\b(?P<how>by|before|this|that|over|at)\s(?:the\s)?weekend\b", re.IGNORECASE)
WEEKEND_DAYS = {"before": 4, "by": 5}
MONTH_OUT = re.compile(r"\bbefore the (?P<unit>month|year) (?:was|is) out\b", re.IGNORECASE)
BEFORE_NEW_YEAR = re.compile(r"\b(?:before|by) (?:the )?New Year(?:’s|'s)?(?: Eve)?\b(?! \d)")
# “on the 27th, with the trailer”: the next day of that number; not “on the 4th floor”, “by the 2nd week”
DAY_OF_MONTH = re.compile(
    r"\b(?:on|by|before|until)\sthe\s(?P<day>\d{1,2})(?:st|nd|rd|th)(?=\W*\Z|[.,;:)]"
    r"|\s(?:and\s(?!\d)|(?:or|to|with|at|if|when|for|but|so|because|unless)\b))"
)
SAME_DAY = re.compile(
    r"\bby\sthe\sevening\b|\b(?:that(?:\ssame)?|the\ssame)\s(?:evening|night|afternoon)\b|\b(?:that|the)\ssame\sday\b",
    re.IGNORECASE,
)
WEEK_AFTER = re.compile(r"\b(?:the\sfollowing|the\snext|next)\sweek\b", re.IGNORECASE)
MONTH_AFTER = re.compile(r"\b(?:the\s(?:following|next)|next)\smonth\b", re.IGNORECASE)
# “the following Monday”, “by the Friday”: the next one
WEEKDAY = re.compile(
    r"\b(?:(?:the\s)?(?:following|next)|by\sthe)\s(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


# “in the past three years”, “within the previous six months”: what lies behind is no time to do anything by
BEHIND_US = re.compile(
    r"\b(?:past|last|previous|preceding)\s(?:(?:few|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)\s)?"
    r"(?:years?|months?|weeks?)\b(?!\s(?:of|in)\b)[^.;,]{0,6}\Z",
    re.IGNORECASE,
)


# “despite the open day held in May”; not “an open day, to be held in May”
WAS_HELD = re.compile(
    r"(?<!\bbe\s)(?<!\bbeing\s)\b(?:held|(?:took|taken)\splace|happened)\s(?:in|on|at)\s(?:the\s)?(?:\w+day\s)?\Z",
    re.IGNORECASE,
)
# “since the beginning of the year 6 crimes had been reported”, “£300 in the 2030/31 budget”: no time to do anything by
SINCE = re.compile(r"\bsince\s(?:the\s)?(?:(?:beginning|start|middle|end)\sof\s(?:the\s)?)?\Z", re.IGNORECASE)
OF_MONEY = re.compile(r"\s(?:(?:draft|revenue|capital)\s)?(?:budgets?|precept|accounts|estimates)\b")


def due_in(text: str, anchor: datetime.date | None, *, at: int = 0) -> tuple[str | None, str | None]:
    """Return when what a sentence promises falls due: the words, and the date in ISO form where one can be told.

    `at` is where the promise begins in the sentence: what is told before it (“the visit of 20 April did not take place;
    the Clerk to follow up”) is no time to do it by, unless the sentence opens with it (“By the end of May, …”). A range
    is told by its last day; a month stays a month (`2031-05`), a season a season (`2031-SU`). Without the date of the
    meeting only what is told with its year has a date.

    >>> due_in("She would reply within a fortnight.", datetime.date(2031, 3, 3))
    ('within a fortnight', '2031-03-17')
    """
    told = _due_in(text[at:], anchor)
    if at and anchor is not None and told[1] == anchor.isoformat() and any(find_dates(text[:at], anchor)):
        return told[0], None  # “the lights on 27 November, and to sing that afternoon”
    opening = OPENS_WITH_TIME.match(text) or THAT_BY.search(text, 0, at) if at and told == (None, None) else None
    return _due_in(opening[0], anchor) if opening else told


def _due_in(text: str, anchor: datetime.date | None) -> tuple[str | None, str | None]:
    phrase = promises.DUE.search(text) or promises.SOME_DAY.search(text)
    for mention in find_dates(text, anchor):
        if OF_A_THING.match(text, mention.end) or OF_MONEY.match(text, mention.end):
            continue
        if SINCE.search(text, 0, mention.start) or WAS_HELD.search(text, 0, mention.start):
            continue
        by_itself = BY_ITSELF.match(text, mention.start) or MEETING_IN.match(text, mention.end)
        if mention.value is None or BEHIND_US.search(
            text[mention.start - 25 if mention.start > 25 else 0 : mention.end]
        ):
            continue
        if not (by_itself or AT.search(text[: mention.start])):
            continue
        from_first = BEGINNING_OF.search(text, 0, mention.start) is not None
        last = mention.value.split("/")[0 if from_first else -1].split(";")[-1]
        if _is_past(last, anchor) and not re.search(r"\d{4}", text[mention.start : mention.end]):
            last = _to_come(last, anchor)  # a month without a year is one to come, unless it has just passed
            if MEETING_IN.match(text, mention.end) and _is_far(last, anchor):
                continue
        ends = SEASON_ENDS.get(last[5:]) if LAST_OF.search(text, 0, mention.start) else None
        last = f"{last[:5]}{ends}" if ends else last  # a season ends with its last month
        if anchor is not None and last == anchor.isoformat() and MEETING_HELD.search(text, 0, mention.start):
            continue  # “at the meeting to be held on 4 March”, which is this one
        if last[:4].isdigit() and not _is_past(last, anchor):
            overlaps = phrase is not None and phrase.start() <= mention.start < phrase.end()
            told = phrase["due"] if phrase and overlaps else text[mention.start : mention.end]
            return told, last
    if anchor is not None:
        told_by = _reckoned(text, anchor)
        if told_by is not None:
            return told_by
    return (phrase["due"], None) if phrase else (None, None)


def _to_come(value: str, anchor: datetime.date | None) -> str:
    """Return the same day or month a year on; the value itself where that is no day, or where it has just passed."""
    days = interval_of(value)
    if anchor is None or days is None or (anchor - days[1]).days < JUST_PASSED:
        return value
    later = f"{int(value[:4]) + 1}{value[4:]}"
    return later if interval_of(later) is not None else value


def _is_far(value: str, anchor: datetime.date | None) -> bool:
    """Tell a month of next year that lies farther from a meeting than the same month of its own year did."""
    days = interval_of(value)
    if anchor is None or days is None or days[0].year == anchor.year:
        return False
    return (days[0].year - anchor.year) * 12 + days[0].month - anchor.month > FARTHEST_MEETING


def _is_past(value: str, anchor: datetime.date | None) -> bool:
    days = interval_of(value)
    return anchor is not None and days is not None and days[1] < anchor


def _reckoned(text: str, anchor: datetime.date) -> tuple[str, str] | None:
    """Return a time told from the day of the meeting."""
    span = SPAN.search(text)
    if span and (span["n"] or span["unit"].casefold() == "fortnight") and _is_ahead(span):
        return span[0], _after(anchor, NUMBERS.get((span["n"] or "a").casefold()) or int(span["n"]), span["unit"])
    end = END_OF.search(text)
    if end:
        return end[0], _end_of(anchor, end["unit"].casefold())
    week = THIS_WEEK.search(text)
    if week:
        return week[0], _end_of(anchor, "week")
    out = MONTH_OUT.search(text)
    if out:
        return out[0], _end_of(anchor, out["unit"].casefold())
    weekend = WEEKEND.search(text)
    if weekend:
        ahead = (WEEKEND_DAYS.get(weekend["how"].casefold(), 6) - anchor.weekday()) % 7
        return weekend[0], (anchor + datetime.timedelta(ahead)).isoformat()
    eve = BEFORE_NEW_YEAR.search(text)
    if eve:
        return eve[0], f"{anchor.year}-12-31"
    clocks = CLOCKS.search(text)
    if clocks:
        return clocks[0], _clocks(anchor, {"back": (10,), None: (3, 10)}.get(clocks["way"], (3,)))
    after = WEEK_OF_FEAST.search(text)
    if after:
        held = datetime.date.fromisoformat(_feast(anchor, after["feast"].casefold()))
        return after[0], (held + datetime.timedelta(7)).isoformat()
    if NEW_YEAR.search(text):
        return "the new year", str(anchor.year + 1)
    feast = FEAST.search(text)
    if feast:
        return feast[0], _feast(anchor, feast["feast"].casefold())
    season = SEASON.search(text)
    if season:
        code, last = SEASONS[season["season"].casefold()]
        return season[0], f"{anchor.year + (anchor.month > last)}-{code}"
    month = MONTH_AFTER.search(text)
    if month:
        return month[0], f"{anchor.year + anchor.month // 12}-{anchor.month % 12 + 1:02}"
    next_week = WEEK_AFTER.search(text)
    if next_week:
        return next_week[0], (anchor + datetime.timedelta(13 - anchor.weekday())).isoformat()
    day = WEEKDAY.search(text)
    if day:
        ahead = (DAYS.index(day["day"].casefold()) - anchor.weekday() - 1) % 7 + 1
        return day[0], (anchor + datetime.timedelta(ahead)).isoformat()
    numbered = DAY_OF_MONTH.search(text)
    if numbered and (the_day := _day_of_month(anchor, int(numbered["day"]))):
        return numbered[0], the_day
    for pattern, days in ((NEXT_DAY, 1), (SAME_DAY, 0)):
        match = pattern.search(text)
        if match:
            return match[0], (anchor + datetime.timedelta(days)).isoformat()
    return None


def _is_ahead(span: re.Match[str]) -> bool:
    """Tell “in three weeks’ time”, “within three weeks” and “report in a year.” from “in a year it had spent …”."""
    last = not span.string[span.end() :].strip(" .;)")
    return not span[0].casefold().startswith("in ") or span["time"] is not None or last


def _after(anchor: datetime.date, count: int, unit: str) -> str:
    unit = unit.casefold()
    if unit.startswith("working"):
        day = anchor
        while count:
            day += datetime.timedelta(1)
            count -= day.weekday() < 5
        return day.isoformat()
    if unit.startswith(("day", "week", "fortnight")):
        length = 1 if unit.startswith("day") else 7 if unit.startswith("week") else 14
        return (anchor + datetime.timedelta(count * length)).isoformat()
    months = anchor.month - 1 + count * (12 if unit.startswith("year") else 1)
    year, month = anchor.year + months // 12, months % 12 + 1
    return datetime.date(year, month, min(anchor.day, calendar.monthrange(year, month)[1])).isoformat()


def _end_of(anchor: datetime.date, unit: str) -> str:
    if unit == "day":
        return anchor.isoformat()
    if unit == "week":
        return (anchor + datetime.timedelta((4 - anchor.weekday()) % 7)).isoformat()
    if unit == "month":
        return anchor.replace(day=calendar.monthrange(anchor.year, anchor.month)[1]).isoformat()
    if unit == "municipal year":
        return datetime.date(anchor.year + (anchor.month > 4), 4, 30).isoformat()
    return datetime.date(anchor.year, 12, 31).isoformat()


def _day_of_month(anchor: datetime.date, number: int) -> str | None:
    """Return the next day of a number after the meeting's, in its month or the one after; None where there is none."""
    for ahead in range(1, 63):
        day = anchor + datetime.timedelta(ahead)
        if day.day == number:
            return day.isoformat()
    return None


def _clocks(anchor: datetime.date, months: Sequence[int]) -> str:
    """Return the next last Sunday of some months, when the clocks of Britain and Ireland are put on or back."""
    last = [datetime.date(year, month, 31) for year in (anchor.year, anchor.year + 1) for month in months]
    days = [day - datetime.timedelta((day.weekday() + 1) % 7) for day in last]
    return min(day for day in days if day >= anchor).isoformat()


def _feast(anchor: datetime.date, feast: str) -> str:
    if feast == "christmas":
        day = datetime.date(anchor.year, 12, 25)
        return (day if day >= anchor else day.replace(year=anchor.year + 1)).isoformat()
    if feast == "easter":
        day = _easter(anchor.year)
        return (day if day >= anchor else _easter(anchor.year + 1)).isoformat()
    return str(anchor.year + 1)


def _easter(year: int) -> datetime.date:
    """Return Easter Sunday (the anonymous Gregorian reckoning; Meeus, Astronomical Algorithms, 1991, chapter 8).

    >>> _easter(2031)
    datetime.date(2031, 4, 13)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return datetime.date(year, month, (h - m + r + month + 19) % 32)
