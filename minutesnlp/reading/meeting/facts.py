"""What a meeting's heading, title and file name tell: council, body, date, time, venue, status."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from minutesnlp.reading.blocks import Block, Facts
from minutesnlp.reading.page.days import MONTHS, clock_in, days_in

# How much of the beginning counts as a heading, in blocks and characters.
HEADING_BLOCKS = 14
HEADING_CHARS = 1_800

_NAME = r"(?:[A-ZÀ-Þ][\w’'.-]*|of|and|the|le|la|de|upon|in|with|cum|on|St\.?|&|y)"

# "Northfield Parish Council", "Northfield City Council", "Royal Borough of Wend", "Comhairle", "X Community Council".
COUNCIL = re.compile(
    rf"""(?:(?P<before>(?:{_NAME}\s+){{1,7}}?)
          (?P<kind>(?:(?:Parish|Town|City|County|Borough|District|Community|Village|Metropolitan|Unitary|Regional
              |Municipal|Islands?|Group)\s+(?:and\s+(?:County|District|Borough)\s+)?)*Council)\b
      | (?P<of>(?:City|Municipality|Township|Town|Village|County|Royal\s+Borough|London\s+Borough|Borough|District
          |Corporation)\s+of\s+(?:the\s+)?{_NAME}(?:\s+{_NAME}){{0,5}}))""",
    re.VERBOSE,
)

# "Planning Committee", "Culture Scrutiny Panel", "Municipal District of Ardmore", "Open Data User Group".
BODY = re.compile(
    rf"""(?:
        (?:{_NAME}(?:,|’s|'s)?\s+){{1,14}}?(?:Sub-?\s?Committee|Committee|Panel|Board|Cabinet|Executive|Commission
            |Forum|Task\s+(?:and\s+Finish\s+)?Group|Working\s+(?:Party|Group)|User\s+Group|Partnership|Assembly|SPC
            |Trust|Advisory\s+Group)\b(?!\s+(?:Room|Chamber|Meeting\s+Room|Office))
      | (?:Municipal|Metropolitan|Home|Borough)\s+District\s+of\s+{_NAME}(?:[\s–-]+{_NAME}){{0,4}}
      | ^(?:The\s+)?(?:Cabinet|Executive|(?:Full\s+)?Council)(?=\s*$|\s*[-–,:(]|\s+(?:held|on|at|meeting)\b)
    )""",
    re.VERBOSE,
)

# A heading's own line "COUNCIL", or "Council - Monday 5 June 2023"; not "Council Chamber".
FULL_COUNCIL = re.compile(r"(?:full\s+)?council", re.IGNORECASE)

# Words before a body's name that are not its name: "Minutes of the meeting of the".
PREAMBLE = re.compile(
    r"""^(?:.*?\b(?:minutes|proceedings|meeting|agenda)\b(?:\s+and\s+(?:draft\s+)?minutes)?(?:\s+(?:of|at|for|from|the|a|an|special|monthly|annual|ordinary|general|extraordinary|adjourned|quarterly|meeting|proceedings|held|by|statutory))*\s+)?(?:the\s+)?""",
    re.VERBOSE | re.IGNORECASE,
)

# A kind of body without a name of its own.
BARE_NAME = re.compile(
    r"(?:(?:Parish|Town|City|County|Borough|District|Community|Village)?\s*Council|Board|Panel|Committee|Forum|Trust|Commission"
    r"|Assembly|Partnership|(?:User|Working|Advisory)\s+Group|Working\s+Party|Sub-?\s?Committee)"
)

# "Venue: Town Hall", "held in the Council Chamber, Civic Centre, on Monday"
VENUE_LABEL = re.compile(r"^(?:venue|location|place)\s*[:–-]\s*(?P<venue>.{3,160})$", re.IGNORECASE)
HELD = re.compile(
    r"""\bheld\s+(?:(?:remotely|virtually|online)\b|(?:(?:on|at)\s+[^,;]{0,60}?\d{4}\s*,?\s*)?(?:(?:at
        |from)\s+\d{1,2}[.:]?\d{0,2}\s*(?:[ap]\.?m\.?)?\s*,?\s*)?)
        (?P<venue>(?:in|at|by|via|on)\s+(?!\d|mon|tue|wed|thu|fri|sat|sun)(?:the\s+)?[^;|]{3,120}?)
        (?=,?\s+(?:on\s+(?:the\s+)?(?:mon|tue|wed|thu|fri|sat|sun|\d)|at\s+\d|commencing|starting|from\s+\d)|[.;|]\s
            |[.]?$|\s+(?:mon|tue|wed|thur?s?|fri|sat|sun)[a-z]*day|\s*,?\s*\d{1,2}(?:st|nd|rd
            |th)?\s+[A-Z][a-z]+\s+\d{4})""",
    re.VERBOSE | re.IGNORECASE,
)

DRAFT = re.compile(r"\bdraft\b|\bunapproved\b|\bsubject\s+to\s+(?:approval|confirmation)\b", re.IGNORECASE)
DRAFT_OF_ANOTHER = re.compile(
    r"\bdraft\s+(?:minutes\s+(?:were|of\s+the\s+(?:previous|last))|budget|plan|programme|local|policy|development|annual|letter|report)\b",
    re.IGNORECASE,
)
APPROVED = re.compile(r"\b(?:approved|confirmed|final)\s+minutes\b|\bminutes\s+\((?:approved|final)\)", re.IGNORECASE)

# What is spoken of as past: "meeting held on 27 and 29 January and 11 February 2021".
HELD_ON = re.compile(r"\bheld\s+(?:virtually\s+)?on\b(?P<after>.{4,80})", re.IGNORECASE)
NEXT = re.compile(r"\bnext\b.{0,60}\bmeetings?\b|\bmeetings?\b.{0,40}\bscheduled\b", re.IGNORECASE)
OF_ANOTHER = re.compile(
    r"\b(?:minutes|previous|last|next|adjourned\s+from)\b.{0,90}$|\b(?:dated|letter|report\s+of)\b.{0,30}$",
    re.IGNORECASE,
)


# "at the next Council meeting on", "minutes of the last meeting held on"; not "(until the next meeting) … held on".
OF_OTHERS = re.compile(r"\b(?:next|previous|last)\b[^().]{0,80}$", re.IGNORECASE)

# "the minutes of 3 May were taken as read and signed": another meeting's.
MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
RECORDED = re.compile(
    r"\b(?:approved|signed|confirmed|agreed|accepted|as read|(?:correct|true|accurate) record)\b", re.IGNORECASE
)

# A date without its year: "the 13th March meeting", and a month alone: "Minutes of the September meeting".
YEARLESS = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b(?!\s*,?\s*\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting's facts and how each was come by."""

    facts: Facts
    date_from: datetime.date | None = None
    date_to: datetime.date | None = None


def told_by(facts: Facts, front: Sequence[Block], texts: Sequence[tuple[str, str]], source: str) -> Told:
    """Return a meeting's facts: told by the format, else read from its heading, its title and its file's name.

    `front` are the blocks before the first item, `texts` all others as (title, text) pairs: they give bounds where no
    date is stated.
    """
    notes = list(facts.notes)
    heading = _heading(front)
    text = "\n".join(block.text for block in heading)
    date = _date(facts, heading, source, notes)
    council = facts.council or _council(text, facts.title, notes)
    told = replace(
        facts,
        date=date,
        council=council,
        body=facts.body or _body(heading, facts.title, notes) or _whole_council(heading, council, notes),
        start_time=facts.start_time or _time(heading),
        venue=facts.venue or _venue(heading),
        status=facts.status or _status(text, facts.title, source, notes),
    )
    date_from = date_to = None
    if date is None:
        date_from, date_to = _without_year(facts, heading, notes)
        if date_from is not None and date_from == date_to:
            told, date_from, date_to = replace(told, date=date_from), None, None
        elif date_from is None:
            date_from, date_to = _bounds(facts, texts, notes)
    if told.council is None:
        notes.append("missing: no council is named in the heading")
    return Told(replace(told, notes=tuple(dict.fromkeys(notes))), date_from, date_to)


def _heading(front: Sequence[Block]) -> list[Block]:
    kept, length = [], 0
    for block in front[:HEADING_BLOCKS]:
        if length > HEADING_CHARS:
            break
        kept.append(block)
        length += len(block.text)
    return kept


def _date(facts: Facts, heading: Sequence[Block], source: str, notes: list[str]) -> datetime.date | None:
    """Return the date from what is trusted most, and note what disagrees."""
    claims: list[tuple[str, datetime.date]] = []
    if facts.date:
        claims.append(("the format's own date", facts.date))
    for day in _heading_days(heading):
        claims.append(("heading", day))
        break
    if facts.title:
        claims.extend(("title", day.date) for day in list(days_in(facts.title))[:1])
    name = re.sub(r"[_+]+|%20", " ", PurePath(source).stem)
    named = list(days_in(name)) or list(days_in(re.sub(r"[-.]+", " ", name)))
    claims.extend(("file name", day.date) for day in named[-1:])
    if not claims:
        return None
    how, date = claims[0]
    notes.append(
        f"stated: date {date.isoformat()} in the {how}"
        if how != "the format's own date"
        else f"stated: date {date.isoformat()}"
    )
    for other, day in claims[1:]:
        if day != date:
            notes.append(f"stated: the {other} says {day.isoformat()}, the {how} {date.isoformat()}, which was taken")
    return date


def _heading_days(heading: Sequence[Block]) -> list[datetime.date]:
    """Return the dates in a heading, those of this meeting first: others' minutes and letters are left out."""
    best: list[tuple[int, datetime.date]] = []
    for place, block in enumerate(heading):
        for day in days_in(block.text):
            before = block.text[: day.start]
            if OF_OTHERS.search(before) or (MINUTES.search(before) and RECORDED.search(block.text, day.start)):
                continue
            if re.search(
                r"\b(?:dated|adopted|published|printed|updated|approved|since|until|before|after|expires?)\W*(?:on\s+)?$",
                before,
                re.IGNORECASE,
            ):
                continue
            near = (
                bool(re.search(r"held|meeting|minutes|\bon\b|day\b", before[-120:], re.IGNORECASE))
                or len(block.text) < 60
            )
            best.append((place + (0 if near else 20), day.date))
        if best and place > 3:
            break
    # dates cut in two by a line's end: "21ST" / "NOVEMBER, 2022"
    if not best:
        whole = " ".join(block.text for block in heading[:8])
        best = [(0, day.date) for day in days_in(whole) if not OF_ANOTHER.search(whole[: day.start])]
    return [day for _, day in sorted(best, key=lambda pair: pair[0])]


def _without_year(
    facts: Facts, heading: Sequence[Block], notes: list[str]
) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the day, or the month, that a heading names without its year: the last such before it was published."""
    if facts.published is None:
        return None, None
    for text in [block.text for block in heading[:4] if len(block.text) < 200] + [facts.title or ""]:
        match = YEARLESS.search(text)
        if match is None or OF_OTHERS.search(text[: match.start()]):
            continue
        month = MONTHS[match["month"].lower()]
        for year in (facts.published.year, facts.published.year - 1):
            try:
                first = datetime.date(year, month, int(match["day"] or 1))
            except ValueError:
                break
            if first > facts.published:
                continue
            last = first if match["day"] else _month_end(first)
            notes.append(
                f"derived: “{match.group().strip()}” is {first.isoformat()[: 10 if match['day'] else 7]}, the last"
                f" before it was published on {facts.published.isoformat()}"
            )
            return first, min(last, max(first, facts.published)) if not match["day"] else last
    return None, None


def _month_end(first: datetime.date) -> datetime.date:
    following = first.replace(day=28) + datetime.timedelta(days=4)
    return following - datetime.timedelta(days=following.day)


def _bounds(
    facts: Facts, texts: Sequence[tuple[str, str]], notes: list[str]
) -> tuple[datetime.date | None, datetime.date | None]:
    """Return between which days an undated meeting was: after what it tells as past, before its next one."""
    first = last = None
    reason = ""
    for title, text in texts:
        for part in (title, text):
            for match in HELD_ON.finditer(part):
                if NEXT.search(part[max(0, match.start() - 80) : match.start()]):
                    continue
                for day in days_in(match["after"]):
                    if first is None or day.date > first:
                        first, reason = day.date, f"it speaks of a meeting held on {day.date.isoformat()}"
            if NEXT.search(part):
                for day in days_in(part):
                    after = part[: day.start]
                    if NEXT.search(after) and (last is None or day.date < last):
                        last = day.date
    if facts.published and (last is None or facts.published < last):
        last = facts.published
        notes.append(f"derived: it was published on {last.isoformat()}, so the meeting was no later")
    elif last:
        notes.append(f"derived: the next meeting was to be on {last.isoformat()}, so this one was before")
    if first and last and first > last:
        notes.append(f"missing: no date; its own words disagree ({first.isoformat()} and {last.isoformat()})")
        return None, None
    if first:
        notes.append(f"derived: {reason}, so this one was later")
    notes.append(
        "missing: no date of the meeting is stated" + ("" if first or last else ", and nothing that bounds it")
    )
    return first, last


def _council(text: str, title: str | None, notes: list[str]) -> str | None:
    for where, source in (("heading", text), ("title", title or "")):
        for line in source.split("\n"):
            found = _named(COUNCIL, _cased(line))
            for name in found:
                notes.append(f"stated: council in the {where}")
                return name
    return None


def _named(pattern: re.Pattern[str], line: str) -> list[str]:
    names = []
    for match in pattern.finditer(line):
        name = match.group()
        cut = PREAMBLE.match(name)
        if cut:
            name = name[cut.end() :]
        name = re.sub(
            r"^(?:(?:The|Of|At|And|In|A|An|For|Held|By|Draft|Minutes|Agenda|of|and|the|in|on|with|&|Annual|Ordinary|Extraordinary|Special|Monthly|Meeting)\s+)+",
            "",
            name,
        ).strip(" ,-–")
        if BARE_NAME.fullmatch(name) or not name or len(name) > 90:
            continue  # “Council” or “Board” alone names none
        names.append(name)
    return names


def _cased(line: str) -> str:
    """Return a line in capitals as a title would print it, so that names in it can be told."""
    letters = [c for c in line if c.isalpha()]
    if not letters or sum(map(str.isupper, letters)) < 0.8 * len(letters):
        return line
    small = {"Of", "And", "The", "At", "In", "On", "For", "Upon", "By", "To", "With", "Held"}
    words = re.sub(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", lambda m: m[0][:1].upper() + m[0][1:].lower(), line).split(" ")
    return " ".join(w.lower() if w in small and i else w for i, w in enumerate(words))


def _body(heading: Sequence[Block], title: str | None, notes: list[str]) -> str | None:
    lines = [_cased(block.text) for block in heading if len(block.text) < 300]
    for where, line in [*(("heading", line) for line in lines[:8]), ("title", _cased(title or ""))]:
        # "Culture Scrutiny Panel - Monday 25th October, 2021 4.00 pm": what stands before a dash and the date
        cut = re.split(r"\s+[-–]\s+(?=.{0,12}\d)", line)[0]
        for name in ["Council"] if cut != line and FULL_COUNCIL.fullmatch(cut) else _named(BODY, cut):
            notes.append(f"stated: body in the {where}")
            return name
    return None


def _whole_council(heading: Sequence[Block], council: str | None, notes: list[str]) -> str | None:
    """Return the body of a meeting whose heading names a council and no committee: the council itself."""
    if council is None:
        return None
    notes.append("derived: the meeting is the council's own, as its heading names no committee")
    return "Council" if any(FULL_COUNCIL.fullmatch(block.text) for block in heading) else council


def _time(heading: Sequence[Block]) -> datetime.time | None:
    for block in heading:
        if re.search(r"apolog|closed|ended|left\s+the|arriv", block.text, re.IGNORECASE):
            continue
        time = clock_in(block.text)
        if time is not None:
            return time
    return None


def _venue(heading: Sequence[Block]) -> str | None:
    for block in heading:
        label = VENUE_LABEL.match(block.text)
        if label:
            return label["venue"].strip()
    text = " ".join(block.text for block in heading[:8])
    held = HELD.search(text[:900])
    if held is None:
        return None
    venue = re.sub(r"^(?:in|at|by|via|on)\s+", "", held["venue"].strip(" ,.-–"), flags=re.IGNORECASE)
    return re.sub(r"^the\s+", "", venue, flags=re.IGNORECASE) or None


def _status(text: str, title: str | None, source: str, notes: list[str]) -> str | None:
    for where, words in (
        ("heading", text),
        ("title", title or ""),
        ("file name", PurePath(source).stem.replace("_", " ")),
    ):
        words = DRAFT_OF_ANOTHER.sub(" ", words)
        if DRAFT.search(words):
            notes.append(f"stated: a draft, in the {where}")
            return "draft"
        if APPROVED.search(words):
            notes.append(f"stated: approved minutes, in the {where}")
            return "approved"
    return None
