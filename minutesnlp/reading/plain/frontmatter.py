"""The YAML-like head of a markdown file: `key: value` lines between two rules."""

from __future__ import annotations

import datetime
import re

from minutesnlp.reading.blocks import Facts
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.records import STATUSES

# `title: "Parish Council"`; not an indented or listed line, nor prose.
ENTRY = re.compile(r"([A-Za-z_][\w .-]{0,40}?)\s*:(?:\s+(.*))?$")

ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")

# Without one of these the date of the head may be the day it was published.
OF_THE_MEETING = ("council", "body", "venue", "start_time", "committee", "meeting_date")


def split_front_matter(text: str) -> tuple[dict[str, str], int]:
    r"""Return the entries of a file's head and the number of lines it takes up; ({}, 0) where there is none.

    >>> split_front_matter("---\ntitle: A\n---\n\nText")
    ({'title': 'A'}, 3)
    """
    if not text.startswith("---"):
        return {}, 0
    lines = text[:20_000].split("\n")
    if lines[0].strip() != "---":
        return {}, 0
    entries: dict[str, str] = {}
    for i, line in enumerate(lines[1:], start=1):
        if line.strip() in ("---", "..."):
            return (entries, i + 1) if entries else ({}, 0)
        if line[:1] in (" ", "\t", "-", "#") or not line.strip():
            continue
        match = ENTRY.match(line.strip())
        if match is None:
            return {}, 0
        entries[match[1].strip().lower()] = clean(_unquoted(match[2] or ""))
    return {}, 0


def facts_of(entries: dict[str, str]) -> Facts:
    """Return what a head tells of the meeting.

    Its date is the meeting's only where the head speaks of the meeting; a blog's head gives the day of publication.
    """
    told = entries.get("meeting_date") or entries.get("date") or ""
    date = _day(told)
    of_the_meeting = any(entries.get(key) for key in OF_THE_MEETING) or entries.get("type", "").lower() == "minutes"
    status = entries.get("status", "").lower()
    clock = CLOCK.match(entries.get("start_time") or entries.get("time") or "")
    notes = []
    if date and of_the_meeting:
        notes.append("stated: the date is in the file's front matter")
    return Facts(
        council=entries.get("council") or None,
        body=entries.get("body") or entries.get("committee") or None,
        date=date if of_the_meeting else None,
        published=None if of_the_meeting else date,
        within=_month(told) if of_the_meeting else None,
        start_time=_time(clock),
        venue=entries.get("venue") or entries.get("location") or None,
        status=status if status in STATUSES else None,
        title=entries.get("title") or None,
        notes=tuple(notes),
    )


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"').replace("''", "'")
    return value


def _day(value: str) -> datetime.date | None:
    match = ISO_DAY.match(value)
    if match is None:
        return None
    try:
        return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _month(value: str) -> tuple[datetime.date, datetime.date] | None:
    match = ISO_MONTH.fullmatch(value)
    if match is None:
        return None
    try:
        first = datetime.date(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    return first, (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)


def _time(match: re.Match[str] | None) -> datetime.time | None:
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return datetime.time(int(match[1]), int(match[2]))
