"""Who was there by a meeting's front, and by its first items where these tell of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesnlp.reading.meeting.attendance import apologies_in, attendance_of
from minutesnlp.reading.meeting.candidates import is_attendance_heading
from minutesnlp.reading.meeting.the_chair import with_chair
from minutesnlp.reading.page.posts import STYLED
from minutesnlp.records import Attendee, Item, Paragraph

# The items in which attendance may stand, and their titles: "Apologies", "Roll call", "Welcome and apologies". Under
# such a title it may stand further down, behind elections and what goes with them.
FIRST_ITEMS = 5
TITLED_ITEMS = 15

# … and in how many paragraphs of the first, which may be all there is.
IN_FIRST = 8

# So many of its paragraphs may go on with a list of the front.
IN_LIST = 40

# Only a text with one of these words may tell who sent apologies.
AWAY = re.compile(r"apolog|absen|excus|regret|ymddiheur", re.IGNORECASE)
ATTENDANCE_ITEM = re.compile(
    r"(?:to\s+\w+\s+)?(?:welcome.{0,20}\s+)?(?:record\s+of\s+|members?\s+)*(?:apolog|present\b|attendance|roll\s+call|sederunt|ymddiheur)",
    re.IGNORECASE,
)

# Who is “absent” below these was so at a vote.
VOTED = re.compile(r"\W*(?:yeas|nays|ayes|noes)\b", re.IGNORECASE)


def _running_on(front: Sequence[Paragraph], items: Sequence[Item]) -> Sequence[Paragraph]:
    """Return what of the first item goes on with a list of the front, where a line of it was taken for a title."""
    if not front or not items or items[0].number is not None:
        return ()
    first, last = items[0], front[-1]
    opened = is_attendance_heading(last.text)
    if not opened and not (last.kind == "attendance" and STYLED.match(first.title)):
        return ()
    title = [] if opened else [replace(last, text=first.title)]
    return [*title, *(p for p in first.paragraphs[:IN_LIST] if p.section != "agenda")]


def who_was_there(front: Sequence[Paragraph], items: Sequence[Item]) -> tuple[Attendee, ...]:
    """Return who was there by a meeting's front, and by its first items where these are on apologies or a roll call."""
    opening = _running_on(front, items)
    found = list(attendance_of([*front, *opening]))
    for at, item in enumerate(items[:TITLED_ITEMS]):
        if opening and not at:
            continue
        told = [p for p in item.paragraphs if p.section != "agenda"]
        if is_attendance_heading(item.title) or ATTENDANCE_ITEM.match(item.title):
            found.extend([*apologies_in(item.title), *attendance_of(told, [item.title])])
        elif at >= FIRST_ITEMS:
            continue
        elif not found and not any(VOTED.match(p.text) for p in told):
            found.extend(attendance_of(told))
        elif not any(one.kind == "apologies" for one in found):
            away = [p for p in told[: 2 if at else IN_FIRST] if AWAY.search(p.text)]
            found.extend(one for one in attendance_of(away) if one.kind == "apologies")
    return with_chair(dict.fromkeys(found), [*front, *(p for item in items[:1] for p in item.paragraphs[:2])])
