"""Who and what is mentioned in an archive: entities meeting by meeting, people and posts linked over all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from minutesnlp.records import Entities, Entity, Meeting
from minutesnlp.tagging.linking import Link, Place, link

LINKED = ("PERSON", "ROLE")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A meeting and its entities in reading order, not yet linked."""

    meeting: Meeting
    entities: Sequence[Entity]


def places_of(tagged: Iterable[Tagged]) -> list[Place]:
    """Return where each person and each post is mentioned, ready for `link`."""
    places = []
    for one in tagged:
        texts = {paragraph.id: paragraph.text for paragraph in one.meeting.paragraphs}
        places += [
            Place(entity, one.meeting.id, one.meeting.date, texts[entity.paragraph_id or ""])
            for entity in one.entities
            if entity.label in LINKED
        ]
    return places


def links_of(tagged: Iterable[Tagged]) -> dict[str, list[Link]]:
    """Say of every person and post whom it means: by meeting, in reading order."""
    found: dict[str, list[Link]] = {}
    for each in link(places_of(tagged)):
        found.setdefault(each.meeting, []).append(each)
    return found


def entities(tagged: Sequence[Tagged], label: str | None, person: str | None) -> Entities:
    """Return entities in reading order, of one label and meaning one person where that is asked for."""
    meetings = [one.meeting for one in tagged]
    if label is not None and label not in LINKED and person is None:
        found = (entity for one in tagged for entity in one.entities if entity.label == label)
        return Entities(found, sources=meetings)
    links = links_of(tagged)
    found = (
        entity
        for one in tagged
        for entity in linked(one, links)
        if (label is None or entity.label == label) and (person is None or entity.person_id == person)
    )
    return Entities(found, sources=meetings)


def linked(one: Tagged, links: Mapping[str, Sequence[Link]]) -> list[Entity]:
    """Return a meeting's entities, people and posts with whom they mean."""
    of_meeting = iter(links.get(one.meeting.id, ()))
    return [
        replace(entity, person_id=next(of_meeting).person_id) if entity.label in LINKED else entity
        for entity in one.entities
    ]
