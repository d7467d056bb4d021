"""Where a paragraph stands: its item and its meeting, as far as they are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from minutesnlp.records.minutes import Item, Meeting, Paragraph

NAMES = ("date", "body", "number", "title", "citation")
Source = Meeting | Item | Paragraph | str


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph with the item and the meeting it stands in; None for what is not known or is not there."""

    paragraph: Paragraph
    item: Item | None = None
    meeting: Meeting | None = None

    def row(self) -> dict[str, Any]:
        """Return what tells a reader where it stands: date, body, number and title of the item, citation."""
        of = self.item or self.meeting
        return {
            "date": of.date.isoformat() if of and of.date else None,
            "body": of.body if of else None,
            "number": self.item.number if self.item else None,
            "title": self.item.title if self.item else None,
            "citation": self.paragraph.citation,
        }


def places_of(sources: Iterable[Source]) -> dict[str | None, Place]:
    """Return the places of all paragraphs of some sources by their ids; of a string, under None."""
    places: dict[str | None, Place] = {}
    for source in sources:
        if isinstance(source, str):
            places[None] = Place(Paragraph("", source))
        elif isinstance(source, Paragraph):
            places[source.id] = Place(source)
        elif isinstance(source, Item):
            places |= {p.id: Place(p, source) for p in source.paragraphs}
        else:
            places |= {p.id: Place(p, None, source) for p in (*source.front, *source.back)}
            places |= {p.id: Place(p, item, source) for item in source.items for p in item.paragraphs}
    return places
