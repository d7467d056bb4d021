"""Times told from the meeting's day: “last year”, “three months ago”, “the previous quarter”, “quarter 3”."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from minutesnlp.tagging.dates.parts import MONTHS, WEEKDAYS
from minutesnlp.tagging.dates.periods import (
    SEASONS,
    calendar_quarter,
    days_from,
    fiscal,
    fiscal_quarter,
    fiscal_year,
    last_day,
    months_from,
    quarter_of,
)
from minutesnlp.tagging.mentions import Mention, lowered
from minutesnlp.text.number_words import UNITS, of_words

COUNT = (
    r"\d{1,3}|"
    + "|".join(w for w in UNITS if w not in {"zero", "one"})
    + "|twenty(?:-(?:one|two|three|four|five))?|thirty"
)
_SPAN = "day|week|fortnight|month|quarter|year"
MONTH_NAMES = "|".join(m for m in MONTHS if len(m) > 3 or m == "may")
WEEKDAY_NAMES = "|".join(w for w in WEEKDAYS if w.endswith("day"))
# “last year”, “this financial year”, “the previous quarter”, “next Tuesday”; not “last item”, “next meeting”
RELATIVE = re.compile(
    rf"""(?P<which>last|this|next|previous|preceding|past|current|coming|forthcoming)\s{{1,3}}
    (?:(?P<count>{COUNT})\s{{1,3}}(?P<many>(?:(?:financial|calendar|municipal|full)\s{{1,3}})?(?:{_SPAN})s)
      |(?P<fiscal>financial|fiscal|municipal|council|civic|calendar|academic)\s{{1,3}}(?P<fiscalunit>year|quarter)
      |(?P<one>{_SPAN}|weekend)
      |(?P<month>{MONTH_NAMES})|(?P<weekday>{WEEKDAY_NAMES})|(?P<season>spring|summer|autumn|winter)
    )\b(?![-])""",
    re.VERBOSE,
)
OF_A_MONTH = re.compile(rf"\sof\s|\sin\s(?:each|every|the\smonth|{MONTH_NAMES})\b")
SPAN_AFTER = re.compile(r"[\s,(]{1,3}20\d\d\s?[/–-]\s?\d\d")
# “three years previously”, “2 weeks ago”; not “two weeks before the meeting”
AGO = re.compile(rf"\b(?P<count>{COUNT}|an?|one)\s{{1,3}}(?P<unit>{_SPAN})s?\s{{1,3}}(?:ago|previously|earlier)\b")
DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
DAY = re.compile(r"\b(?P<day>today|(?:day before )?yesterday|(?:day after )?tomorrow|last night)\b(?![’'])")
# “the week before last”, “the year after next”
BEFORE_LAST = re.compile(r"(?P<unit>week|weekend|month|quarter|year) (?:(?P<back>before last)|after next)\b")
# “Friday week”, “a week on Friday”
WEEK_ON = re.compile(
    rf"\b(?:a\sweek\son\s(?P<on>{WEEKDAY_NAMES})\b|(?P<week>{WEEKDAY_NAMES})\sweek(?=[.,;:)]|\s*\Z|\s(?:at|to|for|in|and)\b))"
)
ORDINALS = {
    "last": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
NAMED = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
# “Q2 2020/21”, “Quarter One, 2021/22”, “first quarter of 2023/24”, “second quarter of this year”, “quarter 3”; not
# “three quarters”
QUARTER = re.compile(
    r"""\b(?:(?:q|qtr\.?\s?|quarter\s{1,3})(?P<number>[1-4]|one|two|three|four)
         |(?P<ordinal>first|second|third|fourth|final|last(?=\s{1,3}quarter\s(?:of|in)\s(?:the\s)?20)|[1-4](?:st|nd|rd|th))
           \s{1,3}quarter)\b(?![.]\d)
    (?!\s(?:ended|ending)\s(?:the\s)?(?:end\sof\s)?\w{0,9}\s?\d)
    (?:[\s,(]{1,3}(?:(?:of|for|in)\s{1,3})?(?:the\s{1,3})?(?P<fiscal>(?:financial|fiscal)\s(?:year\s)?|fy\s?)?
       (?P<year>20\d\d)(?:\s?[/–-]\s?(?P<end>(?:20)?\d\d))?(?![\d/])
      |\s(?:of|in)\s(?P<which>this|(?:the\s)?current|next|last)\syear\b )?""",
    re.VERBOSE,
)
YEARS_ON = {"last": -1, "next": 1}
# “12 months to September 2018”: the words before a date that make it the end of a period
MONTHS_TO = re.compile(
    rf"(?:(?P<count>{COUNT})[\s-]|(?:first|second|third|fourth|final|[1-4](?:st|nd|rd|th))\s(?=quarter)|(?<!financial\s)\b(?=year|quarter))(?P<unit>month|week|year|quarter)s?\s"
    rf"(?:period\s)?(?:to|ended|"
    rf"ending|up to)\s(?:the\s)?(?:end\sof\s)?\Z",
    re.IGNORECASE,
)


def find_relative(text: str, anchor: datetime.date | None) -> Iterator[Mention]:
    """Yield the relative times of a text; without an anchor their value is None."""
    text = lowered(text)
    # Each pattern is tried only where a word of it stands, and none begins with \b: both keep the search in C.
    for match in RELATIVE.finditer(text):
        if not text[match.start() - 1 : match.start()].isalnum() and _is_relative(text, match):
            value = _relative(match, anchor) if anchor else None
            yield Mention("DATE", match.start(), match.end(), value, "date:relative")
    for match in AGO.finditer(text) if any(word in text for word in ("ago", "previously", "earlier")) else ():
        value = _ago(match, anchor) if anchor else None
        yield Mention("DATE", match.start(), match.end(), value, "date:ago")
    for match in DAY.finditer(text) if "day" in text or "tomorrow" in text or "night" in text else ():
        value = days_from(anchor, DAYS[match["day"]]).isoformat() if anchor else None
        yield Mention("DATE", match.start(), match.end(), value, "date:relative")
    for match in BEFORE_LAST.finditer(text) if "before last" in text or "after next" in text else ():
        value = _unit(match["unit"], -2 if match["back"] else 2, anchor) if anchor else None
        yield Mention("DATE", match.start(), match.end(), value, "date:relative")
    for match in WEEK_ON.finditer(text) if "day" in text and "week" in text else ():
        yield Mention("DATE", match.start(), match.end(), _week_on(match, anchor) if anchor else None, "date:relative")
    for match in QUARTER.finditer(text) if "q" in text else ():
        yield Mention("DATE", match.start(), match.end(), _quarter(match, anchor), "date:quarter")


def _is_relative(text: str, match: re.Match[str]) -> bool:
    one = (match["one"] or "").lower()
    if match["fiscal"] and SPAN_AFTER.match(text, match.end()):
        return False  # “the next financial year 2011/2012”: the years themselves tell it
    if one == "quarter" and text.startswith((" of 20", " in 20"), match.end()):
        return False  # “the last quarter of 2020”
    if one == "day" or (one == "quarter" and match["which"].lower() == "past"):
        return False  # “the next day” is told from another day; “quarter past” is a clock's
    if match["which"].lower() in {"current", "coming", "forthcoming"} and not (match["one"] or match["fiscal"]):
        return False
    following = text[match.end() : match.end() + 6]
    if match["weekday"] and OF_A_MONTH.match(text, match.end()):
        return False  # “the last Thursday of each month”
    return not following.startswith((" on ", "-on-")) and not (match["season"] and following.startswith(" tide"))


def _relative(match: re.Match[str], anchor: datetime.date) -> str | None:
    which = match["which"].lower()
    sign = 0 if which in {"this", "current"} else 1 if which in {"next", "coming", "forthcoming"} else -1
    if match["count"]:
        return _span(sign, number_of(match["count"]), match["many"].lower().rstrip("s").split()[-1], anchor)
    if match["fiscal"]:
        if match["fiscalunit"].lower() == "quarter":
            return _unit("quarter", sign, anchor)
        if match["fiscal"].lower() == "calendar":
            return _unit("year", sign, anchor)
        return fiscal(fiscal_year(anchor) + sign)
    if match["one"]:
        return _unit(match["one"].lower(), sign, anchor)
    if match["month"]:
        month = MONTHS[match["month"].lower()]
        year = anchor.year
        if sign < 0 and month >= anchor.month:
            year -= 1
        if sign > 0 and month <= anchor.month:
            year += 1
        return f"{year:04d}-{month:02d}"
    if match["weekday"]:
        ahead = (WEEKDAYS[match["weekday"].lower()] - anchor.weekday()) % 7
        if sign < 0:
            ahead = ahead - 7
        elif sign > 0 and ahead == 0:
            ahead = 7
        return days_from(anchor, ahead).isoformat()
    season = match["season"].lower()
    number = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[season]
    year = anchor.year
    if sign < 0 and number + 2 >= anchor.month:
        year -= 1
    if sign > 0 and number <= anchor.month:
        year += 1
    return f"{year:04d}-{SEASONS[season]}"


def _unit(unit: str, sign: int, anchor: datetime.date) -> str | None:
    if unit == "year":
        return f"{anchor.year + sign:04d}"
    if unit == "month":
        moved = months_from(anchor, sign)
        return f"{moved.year:04d}-{moved.month:02d}"
    if unit == "quarter":
        year, quarter = quarter_of(months_from(anchor, 3 * sign))
        return fiscal_quarter(year, quarter)
    monday = days_from(anchor, 7 * sign - anchor.weekday())
    if unit == "week":
        return f"{monday.isoformat()}/{days_from(monday, 6).isoformat()}"
    if unit == "weekend":
        return f"{days_from(monday, 5).isoformat()}/{days_from(monday, 6).isoformat()}"
    if unit == "fortnight":
        return _span(sign, 2, "week", anchor)
    return None


def _span(sign: int, count: int, unit: str, anchor: datetime.date) -> str:
    other = _moved(anchor, (sign or 1) * count, unit)
    first, last = sorted((anchor, other))
    return f"{first.isoformat()}/{last.isoformat()}"


def _moved(anchor: datetime.date, count: int, unit: str) -> datetime.date:
    if unit == "day":
        return days_from(anchor, count)
    if unit in {"week", "fortnight"}:
        return days_from(anchor, count * (7 if unit == "week" else 14))
    return months_from(anchor, count * {"month": 1, "quarter": 3, "year": 12}[unit])


def _week_on(match: re.Match[str], anchor: datetime.date) -> str:
    ahead = (WEEKDAYS[match["on"] or match["week"]] - anchor.weekday()) % 7 or 7
    return days_from(anchor, ahead + 7).isoformat()


def _ago(match: re.Match[str], anchor: datetime.date) -> str:
    unit = match["unit"].lower()
    day = _moved(anchor, -number_of(match["count"]), unit)
    if unit == "year":
        return f"{day.year:04d}"
    if unit in {"month", "quarter"}:
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()


def _quarter(match: re.Match[str], anchor: datetime.date | None) -> str | None:
    number = NAMED[match["number"].lower()] if match["number"] else ORDINALS[match["ordinal"].lower()]
    if match["year"]:  # “Q1 2020” is January to March, “Q1 2020/21” is April to June
        of_year = fiscal_quarter if match["end"] or match["fiscal"] else calendar_quarter
        return of_year(int(match["year"]), number)
    if anchor is None:
        return None
    if match["which"]:
        return calendar_quarter(anchor.year + YEARS_ON.get(match["which"], 0), number)
    year = fiscal_year(anchor)
    if fiscal_quarter(year, number)[:10] > anchor.isoformat():
        year -= 1
    return fiscal_quarter(year, number)


def period_to(text: str, start: int, value: str | None) -> tuple[int, str | None] | None:
    """Tell where a period begins whose end is a date at `start`, and its value: “12 months to September 2018”."""
    match = MONTHS_TO.search(text, max(0, start - 50), start)
    if match is None:
        return None
    if value is None or len(value) not in {7, 10} or not value.replace("-", "").isdigit():
        return match.start(), value
    year, month = int(value[:4]), int(value[5:7])
    count, unit = number_of(match["count"] or "1"), match["unit"].lower()
    if unit == "quarter":
        count, unit = 3 * count, "month"
    if unit != "week" and len(value) == 7:
        first = months_from(datetime.date(year, month, 1), 1 - count * (12 if unit == "year" else 1))
        return match.start(), f"{first.year:04d}-{first.month:02d}/{value}"
    try:
        end = datetime.date.fromisoformat(value if len(value) == 10 else last_day(year, month))
    except ValueError:
        return match.start(), value
    first = days_from(_moved(end, -count, unit), 1)
    return match.start(), f"{first.isoformat()}/{value}"


def number_of(word: str) -> int:
    """Return the number a count says: “3”, “three”, “a”."""
    return int(word) if word.isdigit() else 1 if word.lower() in {"a", "an"} else of_words(word)
