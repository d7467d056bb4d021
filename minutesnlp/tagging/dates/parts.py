"""The pieces dates are made of (days, months, years, clock times, words of time), found in one pass over the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutesnlp.tagging.dates.periods import Moment

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
FULL_MONTHS = {name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"}}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))

# One alternation, longest forms first. Each alternative begins with a digit or a word, and each repeat is bounded.
PART = re.compile(
    rf"""
      (?=\d)(?:
      (?<![\w£$€.-])(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?:T(?P<isoclock>\d\d:\d\d)(?::\d\d)?)?
        (?![\w-])                                                                   # 2021-10-25, not 2021-10-255
    | (?<![\d£$€/.:])(?<![^\d]-)(?P<numeric>(?!00?[/.-])\d{{1,2}}([/.-])(?!00?[/.-])\d{{1,2}}\4(?:(?:19|20)\d\d|\d\d))
        (?![\d/]|[.:]\d|-\d(?!\d?[./]))                                            # 5/12/13, not 5.12.13.1
    | (?:(?<![\w£$€/.-])|(?<=\bat)|(?<=[:.]\d\d-)|(?<=[apAP][mM]-)|(?<=[ \n]\d-)|(?<=[ \n]1\d-))(?P<clock>
          (?:[01]?\d|2[0-4])[:.;][0-5]\d(?::\d\d)?[ ]?\n?(?:(?:noon|midday|midnight|[ap]\.?[ ]?m\b\.?|
          h(?:ou)?rs\b|h\b)|o[’'`]?[ ]?clock(?:[ ]?[ap]\.?m\b\.?)?)?
        | (?:0?\d|1[0-2])(?:\.(?=[ap]\.?m\b))?[ ]?
          (?:[ap]\.?[ ]?m\b\.?|o[’'`]?[ ]?clock(?:[ ]?[ap]\.?m\b\.?)?|noon\b|midnight\b|midday\b)
                                                                                   # 7 p.m., not 13 pm
        | (?:[01]\d|2[0-3])[0-5]\d[ ]?(?:hrs?|hours)\b                                                   # 1930hrs
        | (?:[01]?\d|2[0-3])h[0-5]\d\b
      )(?![\d%])
    | (?:(?<![\w£$€/.-])|(?<=\bFY))(?P<span>(?:19|20)\d\d(?:[ ]?(?:/|-|–|—)[ ]?(?:19|20)\d\d|[/–—-]\d\d|[ ]?/[ ]?\d\d))
        (?![\d/]|[.:-]\d|[A-Za-z])                                                 # 2020/21, not 2020/21/F
    | (?<![\w£$€/.-])(?P<short>\d\d[/-]\d\d)(?![\d/%]|[.-]\d|[A-Za-z])                                     # 21/22
    | (?<![\d£$€.:,])(?<![^a-z]/)(?P<ordinal>[0-3]?\d(?:[ \n]?\^?[ \n]?(?:st|nd|rd|th)\b(?!\w)
        |[°“”"]{{1,2}}(?=[ ](?:of[ ])?(?:{_MONTH})\b)))                              # 23° October, as a scan has 23rd
    | (?<![\w£$€/,-])(?<!\d\.)(?P<decade>(?:19|20)\d0[’']?s)\b
    | (?<![\d£$€/,-])(?<![A-Za-z]\d)(?<!\d\.)(?<![A-Z])(?P<year>(?:19|20)\d\d)
        (?![\d%/]|[.,]\d|-\d|(?!(?:at|in|on|and|to|the|by)\b)[A-Za-z])         # also “2024in”
    | (?<![\d£$€/.:,])(?P<number>[0-3]?\d)(?![\d%:]|[.,]\d)
      )
    | (?<![A-Za-z])(?=[adfjmnostw])(?:
      (?:(?P<month>{_MONTH})|(?!sat\.?[ ]?navs?\b)(?P<weekday>{_WEEKDAY}))(?:\.(?=[ ]?\d))?(?![A-Za-z]|[’']s[ ]+[A-Z])
    | \b(?P<season>spring|summer|autumn|winter)\b
    | \b(?P<noon>noon|midnight|midday)\b
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Joined to a month without a space: Mar17, 5Dec. The word boundary of `month` allows a digit on either side.

# The full stop that belongs to the abbreviation: p.m., a. m.; not pm.
DOTTED = re.compile(r"[ap]\. ?m\.\s*\Z", re.IGNORECASE)
CLOCK = re.compile(r"(\d{1,2})(?:[:.;h ]?(\d\d))?(?::\d\d)?\s*(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece: its kind is the name of the alternative that found it, its number what it says."""

    kind: str
    start: int
    end: int
    number: int
    word: str


def parts_of(text: str) -> list[Part]:
    """Return the pieces of dates in reading order.

    >>> [(p.kind, p.word) for p in parts_of("Monday 4th May 2020 at 7.30pm")]
    [('weekday', 'monday'), ('ordinal', '4th'), ('month', 'may'), ('year', '2020'), ('clock', '7.30pm')]
    """
    found = []
    for match in PART.finditer(text):
        kind = match.lastgroup or ""
        if kind == "isoclock":
            kind = "iso"
        word = match[kind]
        start, end = match.span()
        if kind == "month":
            lower = word.lower()
            if word.islower() and lower not in FULL_MONTHS:
                continue
            # A full stop belongs to a month only where it is shortened: “Jan. 5”, not “in January. 5 members”.
            found.append(Part(kind, start, end if lower not in FULL_MONTHS else match.end(kind), MONTHS[lower], lower))
        elif kind == "weekday":
            if word.islower() and len(word) < 6:
                continue
            found.append(Part(kind, start, end, WEEKDAYS[word.lower()], word.lower()))
        elif kind in {"year", "number"}:
            found.append(Part(kind, start, end, int(word), word))
        elif kind == "ordinal":
            found.append(Part(kind, start, end, int(re.match(r"\d+", word)[0]), word))  # type: ignore[index]
        elif kind == "iso":
            found.append(Part(kind, start, end, 0, text[start:end]))
        elif kind == "clock":
            kept = word.rstrip() if DOTTED.search(word) else word.rstrip(" .\n")
            sure = kept[-1].isalpha() or kept[-1] == "." or kept[2:3] == ":"
            found.append(Part("clock" if sure else "maybe", start, start + len(kept), 0, kept.lower()))
        else:
            found.append(Part("clock" if kind == "noon" else kind, start, end, 0, word.lower()))
    return found


def clock_of(word: str) -> str | None:
    """Return a clock time as HH:MM.

    >>> clock_of("7.30pm"), clock_of("6.00 o’clock p.m."), clock_of("12 noon"), clock_of("1930hrs")
    ('19:30', '18:00', '12:00', '19:30')
    """
    word = word.strip().lower()
    if word in {"noon", "midday"}:
        return "12:00"
    if word == "midnight":
        return "00:00"
    if re.match(r"\d{4}\D", word):
        hour, minute, rest = int(word[:2]), int(word[2:4]), word[4:]
    else:
        match = CLOCK.match(word)
        if match is None:
            return None
        hour, minute, rest = int(match[1]), int(match[2] or 0), match[3]
    letters = re.sub(r"[^a-z]", "", rest.replace("clock", "").replace("noon", "n"))
    if letters.endswith("pm") or letters == "n":
        hour = hour if hour >= 12 else hour + 12
    elif (letters.endswith("am") or letters == "midnight") and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return f"{hour % 24:02d}:{minute:02d}"


def of_numeric(word: str, months_first: bool) -> Moment:
    """Return the day of 5/12/13; `months_first` reads the first number as a month, as Americans do."""
    first, second, year = (int(number) for number in re.split(r"[/.-]", word))
    if year < 100:
        year += 1900 if year >= 70 else 2000
    # Day before month, as in Britain and Ireland, unless the text shows the other order, or only that makes a date.
    if (second > 12 or months_first) and first <= 12:
        first, second = second, first
    return Moment(year=year, month=second, day=first)


def of_iso(word: str) -> Moment:
    """Return the day, and the clock time where there is one, of 2021-10-25T19:30."""
    clocks = (word[11:16],) if len(word) > 10 else ()
    return Moment(year=int(word[:4]), month=int(word[5:7]), day=int(word[8:10]), clocks=clocks)
