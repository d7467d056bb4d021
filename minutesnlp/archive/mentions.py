"""The entities of an archive, with whom its people and posts mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from minutesnlp.records import LABELS, Entities, Entity, Meeting, one_of
from minutesnlp.searching.mentions import LINKED, Mentions


@dataclass(frozen=True, slots=True)
class Tagged:
    """A meeting and its entities in reading order, not yet linked."""

    meeting: Meeting
    entities: Sequence[Entity]


def entities(tagged: Sequence[Tagged], mentions: Mentions, label: str | None, person: str | None) -> Entities:
    """Return entities in reading order, of one label and meaning one person where that is asked for."""
    if label is not None:
        one_of("label", label, LABELS)
    found = (
        entity
        for entity in linked((entity for one in tagged for entity in one.entities), mentions)
        if (label is None or entity.label == label) and (person is None or entity.person_id == person)
    )
    return Entities(found, sources=[one.meeting for one in tagged])


def linked(found: Iterable[Entity], mentions: Mentions) -> Iterator[Entity]:
    """Yield the entities of all meetings, in reading order, people and posts with whom they mean."""
    persons = iter(mentions.person.tolist())
    for entity in found:
        yield replace(entity, person_id=mentions.people[next(persons)]) if entity.label in LINKED else entity
