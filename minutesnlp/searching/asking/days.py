"""Days by their date: what else 15/12/2015 and 15 December 2015 are written as."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesnlp.searching.asking.periods import MONTH_NAMES, MONTHS, YEAR
from minutesnlp.text.dates import day_of

_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# “15/12/2015”, “15.12.15”, “15 December 2015”, “15th of Dec, 2015”, “December 15, 2015”; not “December 2015”
DATE = re.compile(
    rf"""
      (?<! [\w/.-] ) (?:
        (?P<figures> [0-9]{{1,4}} (?P<sign> [-/.] ) [0-9]{{1,2}} (?P=sign) [0-9]{{1,4}} )
      | (?: (?P<day> {_DAY} ) \s (?: of \s )? (?P<month> {_MONTH} ) | (?P<first> {_MONTH} ) \s (?P<second> {_DAY} ) )
        \.? ,? \s (?P<year> {YEAR} )
      ) (?! [\w/-] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def days(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield where each date of a text begins and ends, and what else it may be written as.

    >>> list(days("on 15.12.15"))
    [(3, 11, ['15 December 2015', '15 of December 2015', 'December 15 2015', '15 Dec 2015'])]
    >>> [names[0] for _, _, names in days("June 2, 2021")]
    ['02/06/2021']
    """
    for match in DATE.finditer(text):
        if match["figures"]:
            found = day_of(match["figures"])
            if found is not None:
                yield match.start(), match.end(), _in_words(*found[:3])
            continue
        day, name = match["day"] or match["second"], match["month"] or match["first"]
        number, month, year = int(re.sub(r"\D", "", day)), MONTHS[name.lower()], int(match["year"])
        yield match.start(), match.end(), [f"{number:02}/{month:02}/{year}", *_in_words(number, month, year)]


def _in_words(day: int, month: int, year: int) -> list[str]:
    name = MONTH_NAMES[month - 1].title()
    forms = [f"{day} {name} {year}", f"{day} of {name} {year}", f"{name} {day} {year}", f"{day} {name[:3]} {year}"]
    return list(dict.fromkeys(forms))
