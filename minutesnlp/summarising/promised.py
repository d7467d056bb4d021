"""What an undertaking that is told apart from its item is about: “[Ridge Lane] The Clerk to investigate.”."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from minutesnlp.records import Meeting, Undertaking
from minutesnlp.summarising.lead_ins import lead_in_of
from minutesnlp.summarising.units import units_of


def with_matter(meeting: Meeting, promised: Iterable[Undertaking]) -> Iterator[Undertaking]:
    """Give undertakings of a meeting, those that say nothing alone with what a summary would bring before them.

    That is the heading, the entry or the sentence they point to, or who “He” is; no line that only leads to others.
    """
    items = {item.id: item for item in meeting.items}
    read = {}
    for one in promised:
        item = items.get(one.item_id or "")
        if one.about or item is None:
            yield one
            continue
        if item.id not in read:
            read[item.id] = units_of(item.minutes, also=frozenset((one.paragraph_id,)))
        units = read[item.id]
        places = (n for n, unit in enumerate(units) if unit.paragraph.id == one.paragraph_id and unit.end > one.start)
        n = next(places, None)
        about = "" if n is None else lead_in_of(units, n, frozenset((n,)), paragraphs=item.minutes)
        yield one if about[-1:] in ("", ":") else dataclasses.replace(one, about=about)
