"""The entities of an archive, with whom its people and posts mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from minutesnlp.records import LABELS, Entities, Entity, Meeting, one_of
from minutesnlp.records.people import Link
from minutesnlp.searching.collected.mentions import LINKED, Mentions, Reasons
from minutesnlp.tagging import linking


@dataclass(frozen=True, slots=True)
class Tagged:
    """A meeting and its entities in reading order, not yet linked."""

    meeting: Meeting
    entities: Sequence[Entity]


@dataclass(frozen=True, slots=True)
class Linked:
    """A meeting, the texts of its paragraphs by their ids, and whom its people and posts mean, in reading order."""

    meeting: Meeting
    texts: Mapping[str, str]
    links: Sequence[Link]


def linked_now(tagged: Sequence[Tagged], overrides: Mapping[str, str]) -> Iterator[Linked]:
    """Say of every person and post whom it means, why, and how surely."""
    found: dict[str, list[Link]] = {}
    places = [place for one in tagged for place in linking.places_in(one.meeting, one.entities)]
    for each in linking.link(places, overrides=overrides):
        found.setdefault(each.meeting, []).append(each)
    for one in tagged:
        texts = {paragraph.id: paragraph.text for paragraph in one.meeting.paragraphs}
        yield Linked(one.meeting, texts, found.get(one.meeting.id, ()))


def linked_as_kept(
    meetings: Iterable[tuple[Meeting, Mapping[str, str], Sequence[Entity]]], mentions: Mentions, why: Reasons
) -> Iterator[Linked]:
    """Say it as it was written; `meetings` are given with their texts, and their people and posts."""
    persons, reasons, surely = (each.tolist() for each in (mentions.person, why.reason, why.confidence))
    at = 0
    for meeting, texts, named in meetings:
        links = []
        for entity in named:
            called = why.called.get(at)
            links.append(
                Link(
                    entity if called is None else replace(entity, value=called),
                    meeting.id,
                    mentions.people[persons[at]],
                    why.texts[reasons[at]],
                    surely[at],
                )
            )
            at += 1
        yield Linked(meeting, texts, links)


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
