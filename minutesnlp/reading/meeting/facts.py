"""What a meeting's heading, title and file name tell: council, body, date, time, venue, status."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from minutesnlp.reading.blocks import CELL, Block, Facts
from minutesnlp.reading.meeting.bodies import OF_ELECTORS, body_of, met_whole, whole_council
from minutesnlp.reading.meeting.candidates import is_attendance_heading
from minutesnlp.reading.meeting.councils import council_of
from minutesnlp.reading.meeting.dating import bounds_of, date_of, mended_year, named_as_next, without_year
from minutesnlp.reading.meeting.list_heads import A_POST, IN_MID, heads_members
from minutesnlp.reading.page.days import clock_in

# How much of the beginning counts as a heading, in blocks and characters.
HEADING_BLOCKS = 30
HEADING_CHARS = 1_800

# "Venue: Town Hall", "held in the Council Chamber, Civic Centre, on Monday"
VENUE_LABEL = re.compile(r"^(?:venue|location|place)\s*[:–-]\s*(?P<venue>.{3,160})$", re.IGNORECASE)
HELD = re.compile(
    r"""\bheld\s+(?:in\s+(?:public|person)\s+)?(?:(?:remotely|virtually|online)\b|(?:(?:on|at)\s+[^;]{0,60}?\d{4}\s*,?\s*)?(?:(?:at
        |from)\s+\d{1,2}[.:]?\d{0,2}\s*(?:[ap]\.?m\.?)?\s*,?\s*)?)
        (?P<venue>(?:in|at|by|via|on)\s+(?!mon|tue|wed|thu|fri|sat|sun|(?:the\s+)?(?:\d|(?:public|person|private
            |camera|accordance|absence|presence|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)\b))(?:the\s+)?[^;|]{3,120}?)
        (?=,?\s+(?:on\s+(?:the\s+)?(?:mon|tue|wed|thu|fri|sat|sun|\d)|at\s+\d|commencing|starting|from\s+\d)|[.;|]\s
            |[.]?$|\s+(?:mon|tue|wed|thur?s?|fri|sat|sun)[a-z]*day|,?\s+and\s+(?:live|was|via|by)|\s*,?\s*\d{1,2}(?:st|nd|rd
            |th)?\s+[A-Z][a-z]+\s+\d{4})""",
    re.VERBOSE | re.IGNORECASE,
)

# "called the meeting to order at 7 p.m.", "the meeting opened at 19:30".
OPENED = re.compile(
    r"\bto\s+order\b.{0,60}?\bat\s+(?=\d)|\bmeeting\s+(?:was\s+)?(?:opened|commenced|started|began|convened)\s+at\s+(?=\d)",
    re.IGNORECASE,
)

# Minutes say that they are a draft by the word alone on a line, or by “draft minutes”; a draft plan, or a copy of
# the draft minutes of another meeting, is none of theirs.
DRAFT = re.compile(
    r"\W*(?:draft|unapproved|unconfirmed|provisional)(?:\s+(?:copy|version|record|only))?\W*", re.IGNORECASE
)
DRAFT_MINUTES = re.compile(
    r"(?<!copy\sof\s)(?<!adopt\s)(?<!the\s)\b(?:draft|unapproved|unconfirmed|provisional)\s*(?:\([^()]{0,60}\)|[-–:(])?\s*"
    r"(?:[\w’'&]+\s+){0,6}?minutes?\b"
    r"|\bminutes?\b.{0,40}?[-–:(]\s*(?:draft|unapproved|unconfirmed)\b"
    r"|\b(?:minutes?|these\s+are)\b.{0,60}?\b(?:draft|subject\s+to\s+(?:approval|confirmation))\b",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"\b(?:previous|last|circulated|adopt\w*|budget\w*|plans?|programme|polic\w+|report|letter)\b", re.IGNORECASE
)
APPROVED = re.compile(r"\b(?:approved|confirmed|final)\s+minutes\b|\bminutes\s+\((?:approved|final)\)", re.IGNORECASE)

# A file's name says it shortly: "SPC-jan-mins-draft", "March_19_approved_minutes".
NAMED_DRAFT = re.compile(r"\b(?:draft|unapproved|unconfirmed)\b", re.IGNORECASE)
NAMED_APPROVED = re.compile(r"\b(?:approved|confirmed)\b", re.IGNORECASE)

# The note on a meeting without a council.
NO_COUNCIL = "missing: no council is named in the heading"


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting's facts and how each was come by."""

    facts: Facts
    date_from: datetime.date | None = None
    date_to: datetime.date | None = None


def told_by(
    facts: Facts, front: Sequence[Block], texts: Sequence[tuple[str, str]], source: str, *, back: Sequence[Block] = ()
) -> Told:
    """Return a meeting's facts: told by the format, else read from its heading, its title and its file's name.

    `front` are the blocks before the first item, `texts` all others as (title, text) pairs: they give bounds where no
    date is stated. `back` are the blocks below the last item, where a council's clerk signs.
    """
    notes = list(facts.notes)
    heading = _heading(front)
    top = _above_attendance(heading)
    opening = "\n".join(texts[0]) if len(texts) == 1 and not front else ""
    date = date_of(facts, top, heading, source, notes, opening=opening)
    if date is not None and (mended := mended_year(date, facts, heading, texts, source)):
        date, why = mended
        notes.append(why)
    body = facts.body or body_of(top, facts.title, source, notes)
    council = facts.council or council_of(
        top,
        facts.title,
        source,
        notes,
        texts=[facts.title or "", *(block.text for block in front), *(part for text in texts for part in text)],
        signed=[block.text for block in back],
        committee=body is not None and OF_ELECTORS.search(body) is None,
        below_list=_begins_with_list(heading),
    )
    told = replace(
        facts,
        date=date,
        council=council,
        body=body or whole_council(top, council, notes) or met_whole(top, facts.title, notes),
        start_time=facts.start_time or _time(heading) or _opened(texts),
        venue=facts.venue or _venue(top),
        status=facts.status or _status(heading, facts.title, source, notes),
    )
    if told.council and told.body and told.body.startswith(f"{told.council} "):
        # "Wend Town Council Planning Committee" is the Planning Committee of Wend Town Council
        told = replace(told, body=told.body.removeprefix(told.council).strip(" ,–-"))
    date_from = date_to = None
    if date is None and facts.within:
        date_from, date_to = facts.within
        notes.append("stated: the month is in the file's front matter")
    elif date is None:
        date_from, date_to = without_year(facts, heading, source, notes)
        if date_from is not None and date_from == date_to:
            told, date_from, date_to = replace(told, date=date_from), None, None
        elif date_from is None:
            date_from, date_to = bounds_of(facts, texts, notes)
    if told.date is not None:
        notes.extend(named_as_next(told.date, [*(part for text in texts for part in text), *(b.text for b in back)]))
    if told.council is None:
        notes.append(NO_COUNCIL)
    return Told(replace(told, notes=tuple(dict.fromkeys(notes))), date_from, date_to)


def _heading(front: Sequence[Block]) -> list[Block]:
    kept, length = [], 0
    for block in front[:HEADING_BLOCKS]:
        if length > HEADING_CHARS:
            break
        kept.append(block)
        length += len(block.text)
    return kept


def _above_attendance(heading: Sequence[Block]) -> Sequence[Block]:
    """Return the heading's lines above the list of who was there, whose posts and wards name other bodies."""
    for i, block in enumerate(heading):
        head = block.text.split(":")[0]
        if A_POST.fullmatch(head.strip()):
            continue
        if is_attendance_heading(block.text) or (head != block.text and is_attendance_heading(head)):
            return heading[:i] or heading
        if CELL in block.text and sum(map(heads_members, block.text.split(CELL))) > 0:
            return heading[:i] or heading
        within = IN_MID.search(block.text)
        if within:
            return [*heading[:i], replace(block, text=block.text[: within.start()])]
    return heading


def _begins_with_list(heading: Sequence[Block]) -> bool:
    """Tell a paper that begins with who was there, so that nothing above it is its heading."""
    first = heading[0].text if heading else ""
    return is_attendance_heading(first.split(":")[0]) and not is_attendance_heading(first)


def _time(heading: Sequence[Block]) -> datetime.time | None:
    for block in heading:
        if re.search(r"apolog|closed|ended|left\s+the|arriv", block.text, re.IGNORECASE):
            continue
        time = clock_in(block.text)
        if time is not None:
            return time
    return None


def _opened(texts: Sequence[tuple[str, str]]) -> datetime.time | None:
    """Return the time at which the first items say that the meeting was opened."""
    for _, text in texts[:2]:
        opened = OPENED.search(text[:600])
        if opened is not None:
            return clock_in(text[opened.start() : opened.end() + 16])
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
    if re.search(r"\bchair\b|\bcouncillors?\b|\bcllrs?\b", held["venue"], re.IGNORECASE):
        return None
    venue = re.sub(r"^(?:in|at|by|via|on)\s+", "", held["venue"].strip(" ,.-–"), flags=re.IGNORECASE)
    return re.sub(r"^the\s+", "", venue, flags=re.IGNORECASE) or None


def _status(heading: Sequence[Block], title: str | None, source: str, notes: list[str]) -> str | None:
    stem = re.sub(r"[_+-]+|%20", " ", PurePath(source).stem)
    for where, lines in (
        ("heading", [block.text for block in heading]),
        ("file name", [stem]),
        ("title", [title or ""]),
    ):
        named = where == "file name"
        for line in lines:
            mine = ANOTHER.search(line) is None
            if (
                (named and mine and NAMED_DRAFT.search(line))
                or (where == "heading" and DRAFT.fullmatch(line))
                or (mine and DRAFT_MINUTES.search(line[:300]))
            ):
                status = "draft"
            elif APPROVED.search(line[:300]) or (named and NAMED_APPROVED.search(line)):
                status = "approved"
            else:
                continue
            notes.append(f"stated: {'a draft' if status == 'draft' else 'approved minutes'}, in the {where}")
            return status
    return None
