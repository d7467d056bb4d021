"""Dates and years printed in figures: what else they are found by than as they are printed.

15/12/2015, 15.12.15 and 2015-12-15 are one day, and of one year, as 12/2015 and 2015/0123 are. Two figures of a year
are read as one where the signs between them leave little doubt: 15/12/15, 15-12-15 and 15.12.15, and not 5.1.15, which
numbers a paragraph, nor 21/18, which numbers a minute. What may be either is day before month; 3/24/22 is a day in
March. 69 is 2069, and 70 is 1970.
"""

from __future__ import annotations

import re

# “15/12/2015”, “15-12-15”, “5.1.2015”; not “15/12-2015”
DAY = re.compile(
    r"(?P<first>[0-9]{1,2}) (?P<sign>[-/.]) (?P<second>[0-9]{1,2}) (?P=sign) (?P<year>(?:19|20)?[0-9]{2}) \Z",
    re.VERBOSE,
)
# “2015-12-15”, “2015/12/15”
YEAR_FIRST = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2}) (?P<sign>[-/.]) (?P<second>[0-9]{1,2}) (?P=sign) (?P<first>[0-9]{1,2}) \Z",
    re.VERBOSE,
)
# “2015” in “2015/0123” and “123/2015”; not in “20155/1”
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
# “2020/21”, “2020-2021”, “2006/7”; the second year must follow the first
YEARS = re.compile(r"(?P<first>(?:19|20)[0-9]{2})(?:[-/](?:19|20)?(?P<second>[0-9]{2})|/(?P<last>[0-9]))\Z")
# “21/18”, “12/03/2021”; not “and/or”
REFERENCE = re.compile(r"[0-9]+(?:/[0-9]+)+\Z")

# The first two-figure year that is of the last century, and how long a date with dots and such a year is
LAST_CENTURY = 70
DOTTED = len("15.12.15")

# A term, and where it begins and ends
Term = tuple[str, int, int]


def figures(run: str) -> list[list[Term]]:
    """Return the terms of a date, a year of two or a reference: all of it first, then what else it is found by.

    Of a span (1/4/16-31/3/17) they are those of both ends. None of what is neither, and of a date with hyphens, which
    is found by its parts as well.

    >>> [[term for term, _, _ in end] for end in figures("15.12.15")]
    [['15.12.15', '15/12/2015', '2015']]
    >>> figures("2019/0123-2020/21")
    [[('2019/0123', 0, 9), ('2019', 0, 4)], [('2020/21', 10, 17), ('2020', 10, 17), ('2021', 10, 17)]]
    >>> figures("3.2.1")
    []
    """
    whole = _figure(run)
    middle = run.find("-")
    if whole or middle < 0:
        return [whole] if whole else []
    first, last = _figure(run[:middle]), _figure(run[middle + 1 :])
    return (
        [first, [(term, middle + 1 + start, middle + 1 + end) for term, start, end in last]] if first and last else []
    )


def _figure(run: str) -> list[Term]:
    if match := YEARS.match(run):
        year, last = int(match["first"]), match["second"] or match["last"]
        if str(year + 1).endswith(last):
            return [(term, 0, len(run)) for term in (f"{year}/{(year + 1) % 100:02}", str(year), str(year + 1))]
    if "-" in run or not (REFERENCE.match(run) or day_of(run)):
        return []
    return [(run, 0, len(run)), *(term for term in further(run) if term[0] != run)]


def further(run: str) -> list[Term]:
    """Return what a date or a reference is found by beside all of it: the day in one form, and years."""
    if found := day_of(run):
        day, month, year, place = found
        return [(f"{day:02}/{month:02}/{year}", 0, len(run)), (str(year), *place)]
    return [(match[0], *match.span()) for match in YEAR.finditer(run)] if REFERENCE.match(run) else []


def day_of(run: str) -> tuple[int, int, int, tuple[int, int]] | None:
    """Return day, month, year and the place of the year of a date in figures; None of what is none.

    >>> day_of("3/24/22"), day_of("2015-12-15"), day_of("31/13/2015"), day_of("5.1.15")
    ((24, 3, 2022, (5, 7)), (15, 12, 2015, (0, 4)), None, None)
    """
    match = DAY.match(run) or YEAR_FIRST.match(run)
    if match is None or (match["sign"] == "." and len(match["year"]) == 2 and len(run) < DOTTED):
        return None
    day, month, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < 100:
        year += 1900 if year >= LAST_CENTURY else 2000
    if month > 12:
        day, month = month, day
    return (day, month, year, match.span("year")) if 1 <= day <= 31 and 1 <= month <= 12 else None
