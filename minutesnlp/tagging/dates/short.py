"""Dates in few signs: “on 16/9”, “17/9:” before an entry of a log, “FY21”, “the 15th inst.”."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from minutesnlp.tagging.dates.periods import Moment, fiscal, months_from, with_year
from minutesnlp.tagging.dates.tenses import lean_of
from minutesnlp.tagging.mentions import Mention

DAY_AND_MONTH = re.compile(
    r"(?<![\w£$€/.-])(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])"
    r"(?![\w/%£]|[.,:-]\d|\s?(?:mile|hour|acre|inch|of|an?\s|full)\b)"
)
# A word leads to it, or it is first on a line before a colon; not “by 1/3”, which may be a fraction.
LED = re.compile(r"\b(?:on|by|until|till|since|from|before|after|dated|w/c|w/e|commencing)\s\Z", re.IGNORECASE)
FIRST = re.compile(r"(?:\A|\n)[ •*–-]{0,4}\Z")
COLON = re.compile(r"\s?:\s")
FRACTIONS = re.compile(r"1/[2-9]|[23]/[345]")
# “FY21” ends in March 2021, “FY20/21” too.
FISCAL_YEAR = re.compile(r"\bFY\s?[’']?(?:\d\d[/–-])?(?P<year>\d\d)(?![\d/–-])")
# “the 15th inst.”, “on the 23rd of last month”
OF_A_MONTH = re.compile(
    r"(?<![\d£])(?P<day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\s(?:(?P<latin>inst|ult|prox)\b\.?|of\s(?P<which>this|last|next)\smonth\b)",
    re.IGNORECASE,
)
OF_WORDS = (" inst", " ult", " prox", " month")
SHIFTS = {"inst": 0, "this": 0, "ult": -1, "last": -1, "prox": 1, "next": 1}


def find_short(text: str, anchor: datetime.date | None) -> Iterator[Mention]:
    """Yield the dates that are written in few signs.

    >>> [m.value for m in find_short("Since the meeting on 16/9 it fell, as in FY21.", datetime.date(2021, 10, 1))]
    ['2021-09-16', '2020-04-01/2021-03-31']
    """
    for match in DAY_AND_MONTH.finditer(text) if "/" in text else ():
        start, end = match.span()
        led = LED.search(text, max(0, start - 12), start) and not FRACTIONS.fullmatch(match[0])
        if led or (COLON.match(text, end) and FIRST.search(text, max(0, start - 5), start)):
            moment = Moment(month=int(match["month"]), day=int(match["day"]))
            value = with_year(moment, anchor, lean=lean_of(text, start)).iso
            yield Mention("DATE", start, end, value, "date:short")
    for match in FISCAL_YEAR.finditer(text) if "FY" in text else ():
        year = 1999 + int(match["year"])
        yield Mention("DATE", match.start(), match.end(), fiscal(year), "date:fiscal")
    for match in OF_A_MONTH.finditer(text) if any(word in text for word in OF_WORDS) else ():
        month = months_from(anchor, SHIFTS[(match["latin"] or match["which"]).lower()]) if anchor else None
        day = f"{month.year:04d}-{month.month:02d}-{int(match['day']):02d}" if month else None
        yield Mention("DATE", match.start(), match.end(), day, "date:short")
