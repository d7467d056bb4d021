"""Given names behind the family name: “Councillors Lyle (J), Lyle (M) and Orr (Kit)”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from minutesnlp.tagging.linking.places import Place
from minutesnlp.tagging.linking.registers import agree, family_key, name_of
from minutesnlp.tagging.people.names import GIVEN, PLACE_NAMES

IN_BRACKETS = re.compile(r",?\s?\(([A-Z]{1,2}|[A-Z][a-z]+)\.?\)")
SURELY_GIVEN = GIVEN - PLACE_NAMES
MOST_LETTERS = 2


def with_given_behind(places: Sequence[Place]) -> Sequence[Place]:
    """Name those in full whose given name, or its initial, stands behind the family name in brackets.

    A letter may be a party's: it is an initial where a meeting has the family name with another letter too, or where
    the council has somebody called so.
    """
    behind = {n: given for n, place in enumerate(places) if (given := _given_behind(place))}
    if not behind:
        return places
    letters: dict[tuple[str, str], set[str]] = defaultdict(set)
    called: dict[tuple[str, str], set[str]] = defaultdict(set)
    for number, place in enumerate(places):
        if place.entity.label == "PERSON":
            given, family = name_of(place.entity)
            if number in behind:
                letters[place.meeting, family_key(family)].add(behind[number])
            elif given and family:
                called[place.council, family_key(family)].add(given)
    told = list(places)
    for number, given in behind.items():
        place = places[number]
        family = name_of(place.entity)[1]
        key = family_key(family)
        if (
            len(given) > MOST_LETTERS
            or len(letters[place.meeting, key]) > 1
            or any(agree(given, other) for other in called[place.council, key])
        ):
            told[number] = replace(place, entity=replace(place.entity, value=f"{given} {family}"))
    return told


def _given_behind(place: Place) -> str:
    if place.entity.label != "PERSON":
        return ""
    given, family = name_of(place.entity)
    found = IN_BRACKETS.match(place.text, place.entity.end) if family and not given else None
    if found is None or (len(found[1]) > MOST_LETTERS and found[1].lower() not in SURELY_GIVEN):
        return ""
    return found[1]
