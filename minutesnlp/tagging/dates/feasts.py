"""Seasons and feasts without a year: “by the summer”, “before Christmas”, “on Easter Monday”."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from minutesnlp.tagging.dates.periods import SEASONS, days_from
from minutesnlp.tagging.mentions import Mention, lowered

# “in the spring”, “by summer.”; not “the summer holidays”, “winter maintenance”
SEASON = re.compile(
    r"""(?P<season>spring|summer|autumn|winter)\b(?=[.,;:)?]|\s*\Z|\n|\s(?:and|or|to|of|but|when|if|the|for|as|in|on|at|
    so|with|by|we|it|he|she|they|there|would|will|could|had|has|was|were|is)\b)(?!\s(?:of\s)?(?:19|20)\d\d)""",
    re.VERBOSE,
)
LEAD = re.compile(
    r"\b(?:in|by|until|till|during|over|before|after|since|from|through|throughout|into|beyond|for|of|early|late)\s(?:the\s)?\Z"
)
# “on Easter Monday”, “before Christmas”; not “the Christmas lights”
FEAST = re.compile(
    r"""\b(?:(?P<day>Christmas[ ](?:Day|Eve)|Boxing[ ]Day|New[ ]Year[’']?s?[ ](?:Day|Eve)|Good[ ]Friday
    |Easter[ ](?:Sunday|Monday)
    |St\.?[ ]Patrick[’']s[ ]Day|Remembrance[ ]Sunday)
    |(?:before|after|by|until|till|over|since|at)[ ](?P<bare>Christmas|Easter))\b
    (?=[.,;:)?]|\s*\Z|\n|\s(?:and|or|to|of|but|when|if|the|for|as|in|on|at|so|with|by|from|there|were|was|is|last|this|next)\b)
    (?![ ](?:of[ ])?(?:19|20)\d\d)""",
    re.VERBOSE,
)
# “Christmas 2020”, “Easter Monday 2022”
FEAST_OF = re.compile(
    r"\b(?P<name>Christmas(?: Day| Eve)?|Boxing Day|New Year[’']?s? (?:Day|Eve)|Good Friday|Easter(?: Sunday| Monday)?|"
    r"Remembrance Sunday),?\s(?P<year>20\d\d)\b(?![/-]\d)"
)
# What says that a season is still to come.
AHEAD = re.compile(
    r"\b(?:would|will|shall|should|could|may|might|must|by|until|till|before|next|expected|due|planned|propos\w+|"
    r"hop(?:ed|ing)|intend\w*|to\s[a-z]+)\b",
    re.IGNORECASE,
)
WOULD = re.compile(r",?\s(?:\w+\s){1,3}?(?:would|will|should|shall)\b")
# “down from 34 in the spring”: what is compared with has been.
FELL = re.compile(r"\b(?:down|up|fell|fallen|rose|risen)\sfrom\s[\w£.,%]+(?:\s\w+){0,2}\sin\sthe\s\Z")
NAMES = ("Christmas", "Boxing", "New Year", "Good Friday", "Easter", "Patrick", "Remembrance")
LONGEST_LEAD = 16
HALF_SEASON = 45
MONTHS = {"spring": 4, "summer": 7, "autumn": 10, "winter": 1}
FIXED = {
    "christmas day": (12, 25), "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new years day": (1, 1), "new year day": (1, 1), "new years eve": (12, 31), "new year eve": (12, 31),
    "st patricks day": (3, 17),
}  # fmt: skip
MOVED = {"good friday": -2, "easter sunday": 0, "easter": 0, "easter monday": 1}


def find_feasts(text: str, anchor: datetime.date | None) -> Iterator[Mention]:
    """Yield the seasons and feasts of a text, in the year that brings them nearest to the anchor.

    >>> [m.value for m in find_feasts("They met on Easter Monday.", datetime.date(2024, 5, 14))]
    ['2024-04-01']
    """
    lower = lowered(text)
    for match in SEASON.finditer(lower):
        if not LEAD.search(lower, max(0, match.start() - LONGEST_LEAD), match.start()):
            continue
        before = text[max(0, match.start() - 80) : match.start("season")]
        told = AHEAD.search(before[before.rfind(". ") + 1 :]) or WOULD.match(text, match.end("season"))
        ahead = told is not None and not FELL.search(before)
        value = _season(match["season"].lower(), anchor, ahead=ahead) if anchor else None
        yield Mention("DATE", match.start("season"), match.end("season"), value, "date:season")
    for match in FEAST_OF.finditer(text) if any(name in text for name in NAMES) else ():
        day = _in_year(re.sub(r"[’'.]", "", match["name"].lower()), int(match["year"]))
        yield Mention("DATE", match.start(), match.end(), day.isoformat() if day else None, "date:feast")
    for match in FEAST.finditer(text) if any(name in text for name in NAMES) else ():
        name = "day" if match["day"] else "bare"
        value = _feast(re.sub(r"[’'.]", "", match[name].lower()), anchor) if anchor else None
        yield Mention("DATE", match.start(name), match.end(name), value, "date:feast")


def _season(season: str, anchor: datetime.date, *, ahead: bool) -> str:
    """Return the season that has begun last, or the one that ends next where the words look ahead."""
    middles = [(year, datetime.date(year, MONTHS[season], 15)) for year in range(anchor.year - 1, anchor.year + 2)]
    if ahead:
        year = next(year for year, middle in middles if days_from(middle, HALF_SEASON) >= anchor)
    else:
        year = next(year for year, middle in reversed(middles) if days_from(middle, -HALF_SEASON) <= anchor)
    # A winter is named by the year in which it begins.
    return f"{year - (season == 'winter'):04d}-{SEASONS[season]}"


def _feast(name: str, anchor: datetime.date) -> str | None:
    days = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := _in_year(name, year))]
    return min(days, key=lambda day: abs((day - anchor).days)).isoformat() if days else None


def _in_year(name: str, year: int) -> datetime.date | None:
    if name in FIXED:
        return datetime.date(year, *FIXED[name])
    if name in MOVED:
        return days_from(easter(year), MOVED[name])
    if name == "remembrance sunday":
        first = datetime.date(year, 11, 1)
        return days_from(first, (6 - first.weekday()) % 7 + 7)
    return None


def easter(year: int) -> datetime.date:
    """Return Easter Sunday by the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).

    >>> easter(2024).isoformat(), easter(2021).isoformat()
    ('2024-03-31', '2021-04-04')
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return datetime.date(year, month, day + 1)
