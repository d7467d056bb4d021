"""Names of private people masked: of those who are neither members nor officers by what the archive tells."""

from __future__ import annotations

from collections.abc import Iterable

from minutesnlp.records import Entity, Item, Meeting, Paragraph
from minutesnlp.records.people import People
from minutesnlp.tagging import tag
from minutesnlp.tagging.registers import MEMBERS, agree, family_key, name_of, titles_of

MASK = "[name withheld]"


def redacted(source: str | Paragraph | Item | Meeting, people: People, *, mask: str = MASK) -> str:
    """Return the text with every person masked who is not known to be a member or an officer."""
    entities = tag(source, agenda=True)
    if isinstance(source, str):
        return _masked(source, entities, people, mask)
    by_paragraph: dict[str | None, list[Entity]] = {}
    for entity in entities:
        by_paragraph.setdefault(entity.paragraph_id, []).append(entity)
    return "\n\n".join(_masked(p.text, by_paragraph.get(p.id, ()), people, mask) for p in _paragraphs(source))


def _paragraphs(source: Paragraph | Item | Meeting) -> tuple[Paragraph, ...]:
    return (source,) if isinstance(source, Paragraph) else tuple(source.paragraphs)


def _masked(text: str, entities: Iterable[Entity], people: People, mask: str) -> str:
    parts, last = [], 0
    for entity in entities:
        if entity.label == "PERSON" and not _is_public(entity, people):
            parts += [text[last : entity.start], mask]
            last = entity.end
    return "".join([*parts, text[last:]])


def _is_public(entity: Entity, people: People) -> bool:
    if any(title in MEMBERS for title in titles_of(entity.text)):
        return True
    given, family = name_of(entity)
    named = [name_of(Entity("PERSON", person.name, 0, len(person.name), value=person.name)) for person in people]
    if not family:
        return any(agree(given, theirs.split(" ")[0]) == 1.0 for theirs, _ in named if theirs)
    return any(family_key(theirs) == family_key(family) and agree(given, first) for first, theirs in named)
