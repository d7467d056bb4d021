"""Where people and posts are mentioned: each mention with its meeting, and what that tells of it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from minutesnlp.records import Attendee, Entity, Meeting
from minutesnlp.tagging.linking.post_words import key_of
from minutesnlp.tagging.linking.registers import council_key, name_of, plain
from minutesnlp.tagging.tagger import tag


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: its meeting, that meeting's day, council, body and folder, and the text it was found in.

    `listed` is how a list of attendance that holds it has it: `present`, `officer`, …; empty outside of one. `post` is
    the post that list has for the person, and of a post in a list who alone has it there. `decided` tells that the
    paragraph is one of a decision.
    """

    entity: Entity
    meeting: str
    date: datetime.date | None
    text: str
    council: str = ""
    body: str = ""
    folder: str = ""
    listed: str = ""
    decided: bool = False
    post: str = ""


def places_of(meetings: Iterable[Meeting]) -> list[Place]:
    """Tag meetings and return where each person and each post is mentioned, ready for `link`."""
    return [place for meeting in meetings for place in places_in(meeting, tag(meeting))]


def places_in(meeting: Meeting, entities: Iterable[Entity]) -> list[Place]:
    """Return where each person and each post of a tagged meeting is mentioned."""
    paragraphs = {paragraph.id: paragraph for paragraph in meeting.paragraphs}
    lists = attendees_of(meeting)
    council, body = council_key(meeting.council), council_key(meeting.body)
    folder = PurePath(meeting.source.replace("\\", "/")).parent.as_posix()
    found = []
    for entity in entities:
        if entity.label not in ("PERSON", "ROLE"):
            continue
        paragraph = paragraphs[entity.paragraph_id or ""]
        decided = paragraph.section == "decision" or paragraph.kind == "clause"
        told = listed_in(entity, lists)
        listed, post = (told.kind, told.role or "") if told is not None else ("", _holder_in(entity, lists))
        text = paragraph.text
        found.append(Place(entity, meeting.id, meeting.date, text, council, body, folder, listed, decided, post))
    return found


def attendees_of(meeting: Meeting) -> dict[str, list[Attendee]]:
    """Return who is listed in which paragraph."""
    found: dict[str, list[Attendee]] = defaultdict(list)
    for attendee in meeting.attendance:
        if attendee.paragraph_id:
            found[attendee.paragraph_id].append(attendee)
    return dict(found)


def listed_in(entity: Entity, lists: dict[str, list[Attendee]]) -> Attendee | None:
    """Return whom of a list of attendance a mention within it names; None where those of the name differ in kind."""
    here = lists.get(entity.paragraph_id or "", ()) if entity.label == "PERSON" else ()
    if not here:
        return None
    name, (_, family) = plain(entity.value or entity.text), name_of(entity)
    same = [one for one in here if plain(one.name).endswith(name)]
    same = same or [one for one in here if family and plain(one.name).endswith(plain(family))]
    return same[0] if len({one.kind for one in same}) == 1 else None


def _holder_in(entity: Entity, lists: dict[str, list[Attendee]]) -> str:
    """Return who alone has a post by the list of attendance that it stands in; empty for all else."""
    key = set(key_of(entity.text)) if entity.label == "ROLE" else None
    held = [one.name for one in lists.get(entity.paragraph_id or "", ()) if key and key <= set(key_of(one.role or ""))]
    return held[0] if len(held) == 1 else ""
