"""Several papers bound into one PDF: minutes of one meeting after another, an agenda with the last minutes in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from minutesnlp.reading.page.labels import BULLET

# How many rows from a page's top are looked at.
TOP = 26

# A date with its year: "24 SEPTEMBER 2009", "Tuesday, March 5th, 2019", "01/02/2019"; not "24 September".
DATE = re.compile(
    r"""\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?\s+(?:19|20)\d\d
      | (?P<first>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d
      | \d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d)\b""",
    re.VERBOSE | re.IGNORECASE,
)

# What minutes begin with after their title: "PRESENT:", "Members Present", "Attendance", "In attendance: Mr Hale"; not
# "Present at the", not "attendance was good".
ATTENDED = re.compile(
    r"(?:(?:MEMBERS?|Members?|COUNCILLORS?|Councillors?|THOSE|Those)\s+)?(?:PRESENT|[Pp]resent|ATTENDANCE|Attendance|Attendees"
    r"|IN ATTENDANCE|In [Aa]ttendance|SEDERUNT|Sederunt)\s*(?:$|[:;–-]|\(|[A-Z][a-z]*\b)"
)

# The longest row that may stand over the attendance: a title, no line of prose.
LONGEST_TITLE = 120

# A page that calls to a meeting: "AGENDA", "Notice of Meeting", "you are summoned to attend", "will be held".
AGENDA = re.compile(
    r"^\W*(?:public\s+)?agenda\W*$|\bnotice\s+of\s+(?:a\s+|the\s+)?meeting|\bsummoned\s+to\s+(?:attend|a\s+meeting)"
    r"|\bmeeting\b.{0,60}\bwill\s+be\s+held\b",
    re.IGNORECASE,
)
MINUTES = re.compile(r"^\W*(?:draft\s+|unconfirmed\s+|printed\s+)*minutes\b", re.IGNORECASE)

# A paper of the pack that is no minutes: "REPORT TO CABINET", "Report of the Clerk", "Agenda Item 7", "Appendix A".
PAPER = re.compile(
    r"^\W*(?:report\s+(?:to|of|by|title)\b|agenda\s+item\s*(?:no\.?\s*)?:?\s*\d|appendix\b|enclosure\b|briefing\s+note\b)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Part:
    """Pages that belong together: `kind` is "minutes", "agenda" or "papers", `title` what stands over all."""

    kind: str
    pages: list[int] = field(default_factory=list)
    title: str = ""
    date: str = ""


def parts_of(tops: Mapping[int, Sequence[str]]) -> list[Part]:
    """Return the parts of a file from the first rows of its pages, running heads included.

    A part of minutes begins on a page where a date and then the attendance stand at the top, when date or title are
    others than the part's before. Without a second part, all is one of kind "minutes".
    """
    parts: list[Part] = []
    for number, rows in tops.items():
        last = parts[-1] if parts else None
        kind, title, date = _begins(rows, first=last is None)
        if last is None:
            parts.append(Part(kind or "minutes", [number], title, date))
        elif kind == "minutes" and (last.kind != "minutes" or (date, title) != (last.date, last.title)):
            parts.append(Part(kind, [number], title, date))
        elif kind == "papers" and parts[0].kind == "agenda" and last.kind == "minutes":
            parts.append(Part(kind, [number]))
        else:
            last.pages.append(number)
    if len(parts) == 1:
        parts[0].kind = "minutes"
    return parts


def _begins(rows: Sequence[str], *, first: bool) -> tuple[str, str, str]:
    """Return what kind of part a page begins, "" for none, its title and its date."""
    top = list(rows[:TOP])
    attended = next((place for place, row in enumerate(top) if ATTENDED.match(row)), None)
    dated = top if first or attended is not None else []
    dates = [(place, match) for place, row in enumerate(dated) if (match := DATE.search(row))]
    if attended is not None and dates and dates[0][0] <= attended and dates[0][0] < 12:
        title = " — ".join(row for row in top[:attended] if any(c.isalpha() for c in row))[:300]
        titled = all(
            len(row) <= LONGEST_TITLE and not row[:1].islower() and not BULLET.match(row) for row in top[:attended]
        )
        agenda = any(AGENDA.search(row) for row in top[:attended])
        if titled and not agenda:
            return "minutes", title, _told(dates[0][1].group())
    if any(PAPER.search(row) for row in top[:6]):
        return "papers", "", ""
    if first and any(AGENDA.search(row) for row in top) and not any(MINUTES.search(row) for row in top[:8]):
        return "agenda", " — ".join(top[:6])[:300], _told(dates[0][1].group()) if dates else ""
    return "", "", ""


def _told(date: str) -> str:
    """Return a date as parts are compared by it: its numbers and its month.

    >>> _told("24th September 2009"), _told("24 SEPTEMBER 2009")
    ('24 2009 sep', '24 2009 sep')
    """
    month = re.search(r"[a-z]{3,}", date.lower())
    return " ".join(re.findall(r"\d+", date)) + (f" {month.group()[:3]}" if month else "")
