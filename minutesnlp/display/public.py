"""Whom a list of people may name: members and officers, as lists of attendance tell; no private person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from minutesnlp.records import Entity, Meeting


def public_people(entities: Iterable[Entity], meetings: Iterable[Meeting]) -> dict[str, str]:
    """Return the members and officers among linked entities: the name each mostly has in the lists, by `person_id`."""
    listed = {one.paragraph_id for m in meetings for one in m.attendance if one.kind != "public" and one.paragraph_id}
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        if entity.person_id and entity.paragraph_id in listed:
            names[entity.person_id][entity.value or entity.text] += 1
    return {person: counts.most_common(1)[0][0] for person, counts in names.items()}
