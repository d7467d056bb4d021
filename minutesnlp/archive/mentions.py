"""The entities of an archive, with whom its people and posts mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from minutesnlp.records import LABELS, Entities, Entity, Meeting, one_of
from minutesnlp.records.people import Link
from minutesnlp.searching.collected.mentions import LINKED, Mentions
from minutesnlp.tagging import linking


@dataclass(frozen=True, slots=True)
class Tagged:
    """A meeting and its entities in reading order, not yet linked."""

    meeting: Meeting
    entities: Sequence[Entity]


def links_of(tagged: Iterable[Tagged], overrides: Mapping[str, str]) -> dict[str, list[Link]]:
    """Say of every person and post whom it means, why, and how surely: by meeting, in reading order."""
    found: dict[str, list[Link]] = {}
    places = [place for one in tagged for place in linking.places_in(one.meeting, one.entities)]
    for each in linking.link(places, overrides=overrides):
        found.setdefault(each.meeting, []).append(each)
    return found


def entities(
    tagged: Sequence[Tagged],
    mentions: Mentions,
    label: str | None,
    person: str | None,
) -> Entities:
    """Return entities in reading order, of one label and meaning one person where that is asked for."""
    if label is not None:
        one_of("label", label, LABELS)
    found = (
        entity
        for entity in linked(tagged, mentions)
        if (label is None or entity.label == label) and (person is None or entity.person_id == person)
    )
    return Entities(found, sources=[one.meeting for one in tagged])


def linked(tagged: Iterable[Tagged], mentions: Mentions) -> Iterator[Entity]:
    """Yield the entities of all meetings, in reading order, people and posts with whom they mean."""
    persons = iter(mentions.person.tolist())
    for one in tagged:
        for entity in one.entities:
            if entity.label in LINKED:
                yield replace(entity, person_id=mentions.people[next(persons)])
            else:
                yield entity
