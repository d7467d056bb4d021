"""Whose minutes they are where the council is not told: its folder's council's, its body's, or nobody else's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from minutesnlp.tagging.linking.places import Place

# A folder is a council's where so large a part of its meetings that tell one tell that.
MOST_OF_A_FOLDER = 0.8


def with_councils(places: Sequence[Place]) -> Sequence[Place]:
    """Give each mention whose council is not told what stands for it, so that nobody is joined across councils.

    It is the council that most meetings of its folder tell; in a folder of several, the one that has its body; where
    none does, the folder where it tells none at all, the body, and at last the meeting alone.
    """
    told = {place.meeting: place for place in places if place.council}
    of_folder: dict[str, Counter[str]] = defaultdict(Counter)
    of_body: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for place in told.values():
        of_folder[place.folder][place.council] += 1
        of_body[place.folder, place.body][place.council] += 1

    def stands_for(place: Place) -> str:
        councils = of_folder[place.folder]
        if not councils:
            return f"folder {place.folder}"
        council, meetings = councils.most_common(1)[0]
        if meetings >= MOST_OF_A_FOLDER * councils.total():
            return council
        bodies = of_body[place.folder, place.body] if place.body else Counter[str]()
        if len(bodies) == 1:
            return next(iter(bodies))
        return f"body {place.folder} {place.body}" if place.body and not bodies else f"meeting {place.meeting}"

    found = {place.meeting: stands_for(place) for place in places if not place.council}
    return [place if place.council else replace(place, council=found[place.meeting]) for place in places]
