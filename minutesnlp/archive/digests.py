"""The digest of a meeting: it tells whether its records are what was written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from minutesnlp.archive.rows import as_json
from minutesnlp.records import Entity, Meeting


def digest(meeting: Meeting, entities: Sequence[Entity] | None, found: Mapping[str, str]) -> str:
    """Return the SHA-256 of all that a meeting's records hold."""
    told = hashlib.sha256(as_json(meeting.row()).encode("utf-8", "surrogatepass"))
    for name, paragraphs in (("front", meeting.front), ("back", meeting.back)):
        for paragraph in paragraphs:
            told.update(f"\n{name} {as_json(paragraph.row())}".encode("utf-8", "surrogatepass"))
    for item in meeting.items:
        told.update(f"\nitem {as_json(item.row())}".encode("utf-8", "surrogatepass"))
        for paragraph in item.paragraphs:
            told.update(f"\nparagraph {as_json(paragraph.row())}".encode("utf-8", "surrogatepass"))
    for entity in entities or ():
        told.update(f"\nentity {as_json(entity.row())}".encode("utf-8", "surrogatepass"))
    for kind, written in sorted(found.items()):
        told.update(f"\nfound {kind} {written}".encode("utf-8", "surrogatepass"))
    return told.hexdigest()
