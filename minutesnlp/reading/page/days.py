"""Full dates and times of day as headings print them."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

# In English, Welsh, Irish and French.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "ionawr", "eanáir", "janvier"),
            ("february", "feb", "febuary", "feburary", "chwefror", "feabhra", "février"),
            ("march", "mar", "mawrth", "márta", "mars"),
            ("april", "apr", "ebrill", "aibreán", "avril"),
            ("may", "mai", "bealtaine"),
            ("june", "jun", "mehefin", "meitheamh", "juin"),
            ("july", "jul", "gorffennaf", "iúil", "juillet"),
            ("august", "aug", "awst", "lúnasa", "août"),
            ("september", "sep", "sept", "medi", "meán fómhair", "septembre"),
            ("october", "oct", "hydref", "deireadh fómhair", "octobre"),
            ("november", "nov", "tachwedd", "samhain", "novembre"),
            ("december", "dec", "rhagfyr", "nollaig", "décembre"),
        ),
        start=1,
    )
    for name in names
}

# English months also as they are mistyped: "Januay", "Decemeber".
_MONTH = (
    "(?P<month{n}>"
    + "|".join(map(re.escape, sorted(MONTHS, key=len, reverse=True)))
    + r"|(?:jan|feb|apr|sep|oct|nov|dec)[a-z]{{3,7}})\b\.?"
)
# … and again in the other tongue: “10 Chwefror / February 2032”
_AGAIN = r"(?:\s*/\s*(?:" + "|".join(map(re.escape, sorted(MONTHS, key=len, reverse=True))) + r")\b\.?)?"
_DAY = r"(?P<day{n}>\d{{1,2}})(?:\s?(?:st|nd|rd|th|af|ail|il|ydd|edd|fed|ain|eg|er)\b\.?|[\"”“'*°º™]+)?"

# "Thursday 8th March 2007", "16 May, 2012", "NOVEMBER 4TH 2013", "March 4, 2025", "12 Mawrth 2024", "2024-03-05",
# "02/09/2013", "05.09.19", "14-3-2024", "14-Mar-24", "3/14/2024"; not "21/16", "£12.50", not minutes 24/05/10.1
DATE = re.compile(
    rf"""(?<![\d/.£€-])(?:
        {_DAY.format(n=1)}\s*,?\s*(?:day\s+)?(?:of\s+)?{_MONTH.format(n=1)}{_AGAIN}\s*,?\s*(?P<year1>(?:19|20)\s?\d\d|2[oO]\d\d)
      | {_MONTH.format(n=2)}\s*{_DAY.format(n=2)}\s*,?\s*(?P<year2>(?:19|20)\d\d)
      | (?P<year3>(?:19|20)\d\d)[-_](?P<month3>[01]\d)[-_](?P<day3>[0-3]\d)
      | (?P<day4>[0-3]?\d)(?P<mark>[/.])(?P<month4>0?[1-9]|1[0-2])(?P=mark)(?P<year4>(?:19|20)\d\d|\d\d)
      | (?P<day5>[0-3]?\d)-(?P<month5>0?[1-9]|1[0-2])-(?P<year5>(?:19|20)\d\d)
      | (?P<day6>[0-3]?\d)-{_MONTH.format(n=6)}-(?P<year6>(?:19|20)?\d\d)
      | (?P<month7>0?[1-9]|1[0-2])/(?P<day7>1[3-9]|2\d|3[01])/(?P<year7>(?:19|20)\d\d)
    )(?![\d/]|\.\d)""",
    re.VERBOSE | re.IGNORECASE,
)

# "7.30pm", "9.45 A.M.", "16:00", "7 p.m.", "7-30 pm", "7.00 yh" (Welsh), "noon"; not "7.30" without more.
CLOCK = re.compile(
    r"""\b(?P<hour>\d{1,2})(?:\s?[.:]\s?(?P<minute>\d\d)|-(?P<quarter>00|15|30|45))?\s*(?P<half>[ap](?=\.?\s?m\b)|y\.?\s?[bhp]\b)(?:\.?\s?m\b)?\.?
      | \b(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)\s?(?P<hours>hrs|hours|h)?\b(?!\s*(?:%|million))
      | \b(?P<military>[012]\d[0-5]\d)\s?(?:hrs|hours|h)\b
      | \b(?P<noon>noon|midday)\b""",
    re.VERBOSE | re.IGNORECASE,
)

DIGIT = re.compile(r"\d")

# A clock without am or pm counts only behind such a word: "at 19:30", "Time: 7.00".
BARE_CLOCK = re.compile(r"(?:\bat|\bfrom|time|commenc\w+|start\w*)[\s:]*$", re.IGNORECASE)


# ... or where it opens a span of time: "10.00-12.30", "18:30 to 20:00".
UNTIL = re.compile(r"\s*(?:[-–—]|to|until)\s*\d{1,2}[.:][0-5]\d\b", re.IGNORECASE)


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
    if not DIGIT.search(text):
        return  # most texts hold no date, and a digit is found sooner than that
    for match in DATE.finditer(text):
        day = _day(match)
        if day is not None:
            yield Day(day, match.start(), match.end())


def _day(match: re.Match[str]) -> datetime.date | None:
    n = next(n for n in "1234567" if match[f"year{n}"])
    year = int(match[f"year{n}"].replace(" ", "").lower().replace("o", "0"))
    month = match[f"month{n}"].lower()
    return _date(year if year > 99 else 2000 + year, _month(month), int(match[f"day{n}"]))


def _month(text: str) -> int:
    """Return the number of a month as printed, 0 for a word that is none."""
    if text.isdigit():
        return int(text)
    close = [text] if text in MONTHS else difflib.get_close_matches(text, MONTHS, n=1, cutoff=0.8)
    return MONTHS[close[0]] if close else 0


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def clock_in(text: str) -> datetime.time | None:
    """Return the first time of day in a text.

    >>> clock_in("held at 7.30pm"), clock_in("MONDAY AT 9.45 A.M."), clock_in("section 4.15")
    (datetime.time(19, 30), datetime.time(9, 45), None)
    >>> clock_in("commencing at 7.30"), clock_in("at 07:30")
    (datetime.time(19, 30), datetime.time(7, 30))
    """
    for match in CLOCK.finditer(text):
        if match["noon"]:
            return datetime.time(12)
        if match["military"]:
            hour, minute = int(match["military"][:2]), int(match["military"][2:])
        elif match["half"]:
            hour, minute = int(match["hour"]), int(match["minute"] or match["quarter"] or 0)
            late = match["half"].lower() != "a" and match["half"][-1].lower() != "b"
            if not 1 <= hour <= 12 and not (late and hour < 24):
                continue
            if hour <= 12:
                hour = hour % 12 + (12 if late else 0)
        else:
            told = match["hours"] or BARE_CLOCK.search(text[: match.start()]) or UNTIL.match(text, match.end())
            if not told:
                continue
            hour, minute = int(match["hour24"]), int(match["minute24"])
            if hour < 8 and not match["hour24"].startswith("0"):
                hour += 12  # no council meets at night
        if hour < 24 and minute < 60:
            return datetime.time(hour, minute)
    return None
