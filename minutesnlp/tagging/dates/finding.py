"""Dates, times and periods in a text, with their ISO values.

Found by their pieces (`parts`), joined by `grammar`, told from the meeting's day where they are unfinished.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from minutesnlp.tagging.dates.clock_words import find_clock_words
from minutesnlp.tagging.dates.feasts import find_feasts
from minutesnlp.tagging.dates.grammar import DateReader, Reading
from minutesnlp.tagging.dates.joints import AND, COMMA
from minutesnlp.tagging.dates.parts import FULL_MONTHS, Part, parts_of
from minutesnlp.tagging.dates.periods import SEASONS, Moment, days_from, fiscal, last_day, with_year
from minutesnlp.tagging.dates.relative import find_relative, period_to
from minutesnlp.tagging.dates.short import find_short
from minutesnlp.tagging.dates.tenses import lean_of
from minutesnlp.tagging.dates.told import find_told
from minutesnlp.tagging.figures.context import starts_line
from minutesnlp.tagging.mentions import Mention, without_overlaps

# Words before a date that belong to it: “early March”, “end of 2021”, “week commencing 30th November”.
MODIFIER = re.compile(
    r"""\b(?:(?P<end>end(?:\s{1,3}of)?|close\s{1,3}of)|(?P<start>(?:start|beginning)\s{1,3}of)|(?P<part>early|mid|late|middle\s{1,3}of)
    |(?P<week>week\s{1,3}(?:commencing|beginning|starting|of)|w/c\.?|wc|w\.c\.|week\s{1,3}ending|w/e\.?))
    [\s-]{1,3}(?:(?:on|in)\s{1,3})?(?:the\s{1,3})?(?:month\s{1,3}of\s{1,3})?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# A year that belongs to the name of a law: “Act 1989”, “Act (Northern Ireland) 1972”; not “an act in 1989”
LAW = re.compile(
    r"\b(?:Act|ACT|Acts|Orders?|ORDER|Regulations?|REGULATIONS|Rules|Measure|Directive|S\.O\.|R\.S\.O\.|S\.I\.|Bye-?laws|[A-Z]{1,4}A)[\s,]{0,3}(?:\([^)]{0,40}\)\s{0,3})?(?:of\s)?\Z"
)
SECTION_AFTER = re.compile(r"[\s:,]{0,3}(?:ss?|s\.|sec|section|sch)[.:\s]{0,3}\d", re.IGNORECASE)
# What introduces a month or a year that stands alone.
LEADS = re.compile(
    r"\b(?:in|by|since|of|during|until|till|to|from|for|early|late|mid|through|before|after|between|and|or|around|about|circa|c|"
    r"next|last|this|forthcoming|coming|following|previous|every|each|end|beyond|till|year|winter|spring|summer|autumn|the|at|on|as|back|throughout|per|"
    r"council|committee|agm|budget|accounts|salary|wages|pay|rent|expenses)[\s-]{1,3}\Z",
    re.IGNORECASE,
)
NAME_AFTER = re.compile(
    r"[ ]{1,2}(?!(?:[A-Z][a-z]+\s){0,3}(?:Meeting|Council|Committee)\b|Minutes|Full|Agenda|Report|Payments?)[A-Z][a-z]+"
)
# After four digits that are no year: “2000 people”, “1950 homes”; “2014 meeting” stays a year.
COUNTED = re.compile(
    r"\s(?:people|homes|houses|members|residents|children|pupils|staff|trees|properties|"
    r"miles|metres|words|copies|votes|leaflets|households|tonnes|units|dwellings|"
    r"new|square|sq|hours|jobs|spaces|places|visitors)\b"
)
REFERENCE_BEFORE = re.compile(
    r"(?:\b(?:no|nos|number|ref|reference|report|minute|item|room|suite|flat|unit|box|lot|tel|cheque|page|"
    r"p|form|model|iso|bs|application)[.:]?\s{0,2}|[#/\\@_=]|\d[ ]|\+\d{0,4})\Z",
    re.IGNORECASE,
)
FISCAL_WORDS = re.compile(
    r"\b(?:in|for|fy|year|years|during|since|the|budgets?|savings|accounts|from|"
    r"of|and|to|precept|outturn|winter|season|at|audit|until|year-end|early|late)[\s:-]{1,3}\(?\Z",
    re.IGNORECASE,
)
FISCAL_AFTER = re.compile(
    r"\s{1,2}(?:budget|outturn|accounts|precept|financial|season|year|audit|savings|"
    r"settlement|programme|membership|subscription|allocation|figures|tax|deficit|surplus|forecast|grant|underspend|overspend)",
    re.IGNORECASE,
)
LOWER_AFTER = re.compile(r"\s[a-z]")
UNIT_AFTER = re.compile(
    r"\s{1,2}(?:days?|weeks?|months?|years? old|year olds?|hours?|members?|people|minutes)\b", re.IGNORECASE
)
MINUTE_BEFORE = re.compile(
    r"(?:\b(?:item|minute|minutes|no|number|ref|report|para|paragraph|aged?|ages|"
    r"approximately|about|around|approx)[.:]?\s{1,3}(?:no\.?\s{0,2})?|[\n\r]\s{0,4}|"
    r"\A\s{0,4})\Z",
    re.IGNORECASE,
)
# Between two dates of one list: a comma, “and”, a new line or a cell.
SEQUENCE = re.compile(r"[ ]?(?:,[ ]|[ ](?:and|&|or)[ ]|,[ ](?:and|&)[ ]|[,;]?\s{0,3}\n[\s•*-]{0,6}|[ ]?[|][ ]?)")
MONTH_BESIDE = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December)"
    r"(?:,\s|,?\s(?:and|&|or)\s)\Z"
)
SEASONAL = re.compile(r"\b(?:early|late|mid)[ -]\Z", re.IGNORECASE)
MONTH_AND_NUMBER = re.compile(r"[A-Z][a-z]{2,8}\.?\s\d\d")
NEAR_YEARS = 3
END_OF = re.compile(r"\bend\sof\s(?:the\s)?\Z", re.IGNORECASE)
YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
NUMERIC = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:\d{4}|\d\d)(?![\d/])")
LAST_MONTH = 12
HEADED_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}\.\d\d[ \t]+[A-Z]")
MINUTE_NUMBER = re.compile(r"\d\d([./-])\d\d\1\d\d")
# Later years are numbers unless a word leads to them.
LAST_YEAR = 2060
ALONE_CELL = re.compile(r"(?:\A|[\n|\t])[ *]{0,4}\Z")
CELL_END = re.compile(r"[ *]{0,4}(?:\Z|[\n|\t:–-])")
RECURRING = re.compile(
    r"(?:mornings|evenings|afternoons|nights|s)\b|\s(?:mornings|evenings|afternoons|nights)\b", re.IGNORECASE
)
WEEKDAY_LEADS = re.compile(r"\b(?:on|by|until|before|after|from|this)\s{1,3}\Z", re.IGNORECASE)


def find_dates(text: str, anchor: datetime.date | None = None, *, months_first: bool = False) -> list[Mention]:
    """Return the dates of a text in reading order.

    `anchor` is the day on which the text was spoken: it gives unfinished dates their year. Without it, the first whole
    date of the text serves. `months_first` says that 12/5/21 is the 5th of December here; the text itself may show it
    too. A date that no calendar has keeps its digits as its value.

    >>> [(m.start, m.value) for m in find_dates("held on 9 - 11 November 2020")]
    [(8, '2020-11-09/2020-11-11')]
    """
    parts = parts_of(text)
    year = anchor.year if anchor else None
    reader = DateReader(text, parts, months_first=months_first or _months_first(parts), year=year)
    readings: list[Reading] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        reading = None if part.kind in {"span", "short", "decade", "season"} else reader.read(place)
        if reading is None or not _acceptable(text, part, reading):
            place += 1
            continue
        readings.append(reading)
        place = reading.after
    if anchor is not None:
        readings = [reading for reading in readings if not _is_minute_number(text, reading, anchor)]
    if anchor is None:
        anchor = next((day for reading in readings for m in reading.moments if (day := m.as_date())), None)
    absolute = [_mention(text, reading, anchor) for reading in _in_sequence(text, readings, anchor)]
    relative = [_ended(text, mention) for mention in find_relative(text, anchor)]
    told = [*find_feasts(text, anchor), *find_clock_words(text), *find_short(text, anchor)]
    unfinished = [*relative, *told, *_fiscal(text, parts, anchor)]
    found = without_overlaps(unfinished, absolute)
    return without_overlaps((_ended(text, mention) for mention in find_told(text, found, anchor)), found)


def _is_minute_number(text: str, reading: Reading, anchor: datetime.date) -> bool:
    """Tell a minute's number made of the meeting's year and month (19.05.06, in May 2019) from a date."""
    printed = text[reading.start : reading.end]
    moment = reading.moments[0]
    if HEADED_NUMBER.match(text, reading.start) and starts_line(text, reading.start):
        return moment.year is not None and abs(moment.year - anchor.year) > 3
    return bool(
        MINUTE_NUMBER.fullmatch(printed)
        and int(printed[:2]) == anchor.year % 100
        and int(printed[3:5]) == anchor.month
        and abs(int(printed[6:]) - anchor.year % 100) > 1
    )


def _ended(text: str, mention: Mention) -> Mention:
    """Take “end of” into a relative time: the “end of last week” is its last day."""
    end = END_OF.search(text, max(0, mention.start - 16), mention.start)
    if end is None:
        return mention
    value = mention.value
    if value is not None and "/" in value:
        value = value.partition("/")[2]
    elif value is not None and YEAR_OR_MONTH.fullmatch(value):
        value = last_day(int(value[:4]), int(value[5:]) if len(value) > 4 else None)
    return replace(mention, start=end.start(), value=value)


def writes_months_first(texts: Iterable[str]) -> bool:
    """Tell whether texts of one document write numeric dates as Americans do.

    >>> writes_months_first(["Deadline 3/20/22", "12/1/21"]), writes_months_first(["20/3/22"])
    (True, False)
    """
    firsts = seconds = 0
    for text in texts:
        for match in NUMERIC.finditer(text):
            firsts += int(match[1]) > LAST_MONTH
            seconds += int(match[2]) > LAST_MONTH
    return seconds > 0 and firsts == 0


def _months_first(parts: list[Part]) -> bool:
    """Tell whether a text writes numeric dates as Americans do: 12/25/21 stands there, and no 25/12/21."""
    numeric = [re.split(r"[/.-]", part.word) for part in parts if part.kind == "numeric"]
    return any(int(n[1]) > 12 for n in numeric) and not any(int(n[0]) > 12 for n in numeric)


def _with_shared_years(text: str, readings: list[Reading]) -> list[Reading]:
    """Give “27 January” in “27 January and 11 February 2021” the year of its neighbour."""
    for place in range(len(readings) - 2, -1, -1):
        this, following = readings[place], readings[place + 1]
        gap = text[this.end : following.start]
        last, first = this.moments[-1], following.moments[0]
        if last.year is not None or last.month is None or first.year is None or first.month is None or len(gap) > 11:
            continue
        if AND.match(gap) or COMMA.match(gap):
            earlier = first.month is not None and last.month > first.month
            year = first.year - 1 if earlier else first.year
            moments = tuple(replace(m, year=year) for m in this.moments)
            readings[place] = replace(this, moments=moments)
    return readings


def _in_sequence(text: str, readings: list[Reading], anchor: datetime.date | None) -> list[Reading]:
    """Give the days and months of one list their years: each comes after the one before it, as in a calendar."""
    readings = _with_shared_years(text, readings)
    last: tuple[int, Moment] | None = None
    for place, reading in enumerate(readings):
        moment = reading.moments[0]
        if reading.joined != "single" or moment.month is None or moment.year is not None or moment.clocks:
            last = None
            continue
        if last is not None and last[1].month is not None and SEQUENCE.fullmatch(text, last[0], reading.start):
            before = last[1]
            wraps = moment.month < last[1].month
            if not wraps or (last[1].month > 8 and moment.month < 5):
                year = (before.year or 0) + wraps
                moment = replace(moment, year=year)
                readings[place] = replace(reading, moments=(moment,))
        dated = with_year(moment, anchor, lean=lean_of(text, reading.start))
        last = (reading.end, dated) if dated.year is not None else None
    return readings


def _mention(text: str, reading: Reading, anchor: datetime.date | None) -> Mention:
    lean = lean_of(text, reading.start)
    if reading.joined == "range" and reading.moments[0].month is not None and reading.moments[0].year is None:
        last = with_year(reading.moments[-1], anchor, lean=lean)
        first = reading.moments[0]
        if last.year is not None and last.month is not None and first.month is not None:
            first = replace(first, year=last.year - 1 if first.month > last.month else last.year)
        moments = [first, last]
    else:
        moments = [with_year(moment, anchor, lean=lean) for moment in reading.moments]
        # The days of one list lie in one year, which its last day (the one nearest to a printed year) decides.
        if reading.joined == "list" and moments[-1].year is not None:
            moments = [replace(m, year=moments[-1].year) for m in moments]
    moments = [_weekday_date(moment, anchor) for moment in moments]
    if anchor is not None and END_OF.search(text, max(0, reading.start - 12), reading.start):
        moments = [_with_short_year(moment, text[reading.start : reading.end], anchor) for moment in moments]
    value: str | None = {"range": "/", "list": ";", "single": ""}[reading.joined].join(m.iso for m in moments)
    start = reading.start
    modifier = MODIFIER.search(text, max(0, start - 30), start)
    if modifier and reading.joined == "single":
        moment = moments[0]
        if (modifier["week"] and moment.day is not None) or (not modifier["week"] and moment.day is None):
            start = modifier.start()
            value = _modified(moment, modifier)
    elif (period := period_to(text, start, value)) is not None:
        start, value = period
    return Mention("DATE", start, reading.end, value or None, "date:" + reading.joined)


def _with_short_year(moment: Moment, printed: str, anchor: datetime.date) -> Moment:
    """Read the 18 of “the end of November 18” as the year where it is near: no day has an end that one would name."""
    year = 2000 + (moment.day or 0)
    if not MONTH_AND_NUMBER.fullmatch(printed) or abs(year - anchor.year) > NEAR_YEARS:
        return moment
    return replace(moment, day=None, year=year)


def _weekday_date(moment: Moment, anchor: datetime.date | None) -> Moment:
    """Give “Tuesday 14th” and a weekday alone their month: the first such day from the anchor on."""
    if moment.month is not None or moment.year is not None or moment.weekday is None or anchor is None:
        return moment
    first = days_from(anchor, (moment.weekday - anchor.weekday()) % 7)
    near = [days_from(first, 7 * weeks) for weeks in (0, 1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5)]
    day = next((day for day in near if moment.day in (None, day.day)), None)
    if day is None:
        return moment  # no such day is near
    return replace(moment, year=day.year, month=day.month, day=day.day)


def _modified(moment: Moment, modifier: re.Match[str]) -> str:
    if modifier["week"]:
        day = moment.as_date()
        if day is None:
            return moment.iso
        if "end" in modifier["week"].lower() or "/e" in modifier["week"].lower():
            return f"{days_from(day, -6).isoformat()}/{day.isoformat()}"
        return f"{day.isoformat()}/{days_from(day, 6).isoformat()}"
    if moment.year is None or moment.season:
        return moment.iso
    if modifier["end"]:
        return last_day(moment.year, moment.month)
    if modifier["start"]:
        return f"{moment.year:04d}-{moment.month or 1:02d}-01"
    return moment.iso


def _fiscal(text: str, parts: list[Part], anchor: datetime.date | None) -> list[Mention]:
    """Return financial years, spans of years, decades and seasons."""
    found = []
    for place, part in enumerate(parts):
        if part.kind == "span":
            first, last = (int(n) for n in re.split(r"\s?[/–—-]\s?", part.word))
            last = first // 100 * 100 + last if last < 100 else last
            reference = REFERENCE_BEFORE.search(text, max(0, part.start - 14), part.start)
            reported = reference and reference[0].lower() == "report "  # “Annual Report 2018/19”
            if last <= first or last - first > 60 or (reference and not (reported and last == first + 1)):
                continue
            # “2019-2023” is so many years; “2021-24” and “2019-2020” are financial ones.
            long = last > first + 1 and len(re.findall(r"\d{4}", part.word)) > 1
            value = f"{first}/{last}" if long else fiscal(first, last)
            found.append(Mention("DATE", part.start, part.end, value, "date:fiscal"))
        elif part.kind == "short":
            first, last = int(part.word[:2]), int(part.word[3:])
            if last == (first + 1) % 100 and _is_short_year(text, part, anchor):
                found.append(Mention("DATE", part.start, part.end, fiscal(2000 + first), "date:fiscal"))
        elif part.kind == "decade":
            year = int(part.word[:4])
            found.append(Mention("DATE", part.start, part.end, f"{year}/{year + 9}", "date:decade"))
        elif part.kind == "season" and place + 1 < len(parts):
            following = parts[place + 1]
            if following.kind not in {"year", "span"} or not re.fullmatch(
                r"[\s,]{1,3}(?:of\s)?(?:term\s)?", text[part.end : following.start]
            ):
                continue
            value = f"{following.word[:4]}-{SEASONS[part.word]}"
            modifier = SEASONAL.search(text, max(0, part.start - 8), part.start)
            start = modifier.start() if modifier else part.start
            found.append(Mention("DATE", start, following.end, value, "date:season"))
    return found


def _is_short_year(text: str, part: Part, anchor: datetime.date | None) -> bool:
    year = 2000 + int(part.word[:2])
    if anchor is not None and abs(anchor.year - year) > 8:
        return False
    if UNIT_AFTER.match(text, part.end):
        return False
    minute = MINUTE_BEFORE.search(text, max(0, part.start - 24), part.start)
    # A minute's number begins its line before a heading: “20/21 Budget”; “20/21 budget” is a year's.
    if minute and (minute[0].strip() or not LOWER_AFTER.match(text, part.end)):
        return False
    return bool(FISCAL_WORDS.search(text, max(0, part.start - 16), part.start) or FISCAL_AFTER.match(text, part.end))


def _acceptable(text: str, part: Part, reading: Reading) -> bool:
    """Tell a date from a number, a verb or a name that looks like one."""
    moment = reading.moments[0]
    start, end = reading.start, reading.end
    before = text[max(0, start - 24) : start]
    if moment.day is not None and not 1 <= moment.day <= 31:
        return False
    if moment.month is not None and moment.day is not None:
        if part.kind == "number" and not part.word.isdigit():
            return False
        # “3 may be”, “2 march”: a verb in lower case, unless a year or an ordinal says otherwise
        if part.kind == "number" and moment.year is None and re.search(r"\b(?:may|march)\Z", text[start:end]):
            return False
        return not (part.kind == "numeric" and REFERENCE_BEFORE.search(before) and not re.search(r"\d \Z|@\Z", before))
    if moment.clocks and moment.month is None and moment.weekday is None:
        return not re.search(r"(?:\bpage|\bitem|\bno\.?|\bpara\w*|§)\s?\Z", before, re.IGNORECASE)
    if moment.weekday is not None and moment.month is None:
        if moment.day is not None or moment.clocks:
            return True
        return bool(reading.joined == "single" and WEEKDAY_LEADS.search(before) and not RECURRING.match(text, end))
    if moment.month is not None:
        if moment.year is not None or reading.joined != "single":
            return text[start] not in "m" or moment.year is not None
        return _is_month(text, part, start, end, before)
    return _is_year(text, start, end, before)


def _is_month(text: str, part: Part, start: int, end: int, before: str) -> bool:
    if text[end : end + 1].isdigit():
        return False  # “Jan23.03”: the number of an action
    if text[start].islower():
        return part.word not in {"may", "march"} and LEADS.search(before) is not None
    led = (
        LEADS.search(before) is not None
        or MONTH_BESIDE.search(before) is not None
        or MODIFIER.search(before) is not None
    )
    if part.word not in FULL_MONTHS:
        return led and NAME_AFTER.match(text, end) is None and text[start:end] != text[start:end].lower()
    if before.endswith(("’s ", "'s ")):
        return True  # “the Clerk’s June salary”
    if part.word in {"may", "march", "april", "june", "august"} and NAME_AFTER.match(text, end):
        return False
    if part.word in {"may", "march"}:
        if before.endswith(", ") and CELL_END.match(text, end) and text[end : end + 1] in {" ", ""}:
            return True  # “Clerk’s salary, May | 486.20”
        if led:
            return not re.match(r"\s(?:be|I|we|have|not|also)\b", text[end : end + 8])
        return ALONE_CELL.search(before) is not None and CELL_END.match(text, end) is not None
    return True


def _is_year(text: str, start: int, end: int, before: str) -> bool:
    if LAW.search(text, max(0, start - 60), start) or SECTION_AFTER.match(text, end):
        return False
    if REFERENCE_BEFORE.search(before) or COUNTED.match(text, end):
        return False
    if text[start:end].isdigit() and int(text[start:end]) > LAST_YEAR and not LEADS.search(before):
        return False
    return not re.match(r"\s?(?:%|m²|m2|kWh|km|litres|hrs|hours|x\s?\d)", text[end : end + 8])
