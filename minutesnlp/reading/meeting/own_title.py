"""The document's own heading, which is no item: what names the council, the meeting and its day above all else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.candidates import Candidate, is_attendance_heading, is_telling
from minutesnlp.reading.page.days import clock_in, days_in
from minutesnlp.reading.page.titles import words_in

# A line over the meeting's day is no longer than this.
LONGEST = 120
# … and a title that is longer runs on into text, which may name any day.
LONGEST_TITLE = 200

# A line of the document's own heading may be no more than this: "DRAFT", "Monday 3 March 2025 at 7 pm".
DRAFT_MARK = re.compile(r"(?:draft|unapproved|approved|final|confidential|unconfirmed)\b[\s\w]{0,30}", re.IGNORECASE)

# What only a document's own title says: "Minutes of the Meeting of Wend Parish Council held in the Hall".
OWN_TITLE = re.compile(
    r"(?:the\s+)?(?:draft\s+)?(?:minutes?|proceedings|record|notes)\s+of\b.{0,100}\bheld\b", re.IGNORECASE
)

CALLED_MINUTES = re.compile(
    r"(?:draft\s+)?minutes(?:\s+of\s+(?:the|a)\s+(?:(?!previous|last|former)\w+\s+){0,3}meeting)?,?", re.IGNORECASE
)

# A line that is the name of a body and nothing else: "Planning Committee", "WEND PARISH COUNCIL".
A_BODY = re.compile(
    r"(?:[\w’'&,()-]+\s+){0,9}(?:council|(?:sub-?\s?)?committee|panel|board|cabinet|executive|commission|authority|trust|group)"
    r"|(?:shire|city|town|township|village|county|borough|municipality)\s+of\s+[\w’'-]+(?:\s+[\w’'-]+){0,3}",
    re.IGNORECASE,
)


def without_own_title(picked: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out the document's own title: what stands above its first text."""
    kept = []
    top = _top(found)
    for c in picked:
        if c.at < top or (c.at < 8 and is_own_title(c, found)) or _is_called_minutes(c, found):
            continue
        kept.append(c)
    return kept


def _top(found: Sequence[Candidate]) -> int:
    """Return where the list of who was there begins: what stands above it is the document's own heading."""
    for c in found[:25]:
        if is_attendance_heading(c.block.text.split(CELL)[0]) or (
            c.head and is_attendance_heading(c.head) and not c.usual
        ):
            return c.at
        if c.label is not None or (is_telling(c.block.text) and words_in(c.block.text) > 15):
            return 0
        if re.match(r"(?:those\s+)?present\b", c.block.text, re.IGNORECASE):
            return c.at
    return 0


def is_own_title(c: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell a line of the document's own heading: it names a council, a meeting, a date or a place and stands on top."""
    text = c.block.text.lower()
    if c.marked or re.search(r"\b(?:previous|last|next)\b", text):
        return False
    if c.head and c.ended and len(text) > LONGEST_TITLE:
        return False
    if DRAFT_MARK.fullmatch(c.block.text) or any(True for _ in days_in(c.block.text)) or clock_in(c.block.text):
        return c.at < 8
    if OWN_TITLE.match(text):
        return c.at < 8
    if c.at < 6 and A_BODY.fullmatch(text) and not any(o.ended for o in found[: c.at]):
        return True
    speaks = any(
        word in text for word in ("minutes", "meeting", "council", "held ", "committee", "board", "panel", "agenda")
    )
    speaks = speaks or (c.at == 0 and c.block.level is not None and _alone_at_level(c, found))
    own = re.compile(r"(?:draft\s+)?minutes\s+of")
    if c.usual and c.at and not own.match(text):
        return False
    above = [
        o
        for o in found[: c.at]
        if len(o.block.text) > 200
        or (o.ended and words_in(o.rest) > 9 and is_telling(o.rest))
        or (o.usual and not own.match(o.block.text.lower()))
    ]
    return speaks and not above


def _is_called_minutes(c: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell “MINUTES” over the day of the meeting, however far down a page's head it stands, from an item."""
    if not CALLED_MINUTES.fullmatch(c.block.text) or any(o.label for o in found[: c.at]):
        return False
    below = found[c.at + 1 : c.at + 4]
    return any(len(o.block.text) < LONGEST and any(days_in(o.block.text)) for o in below)


def _alone_at_level(c: Candidate, found: Sequence[Candidate]) -> bool:
    return sum(1 for o in found if o.block.level is not None and o.block.level <= (c.block.level or 0)) == 1
