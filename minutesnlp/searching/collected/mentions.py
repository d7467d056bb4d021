"""Who is mentioned where: the people and posts of all meetings, linked, by the numbers of their paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from minutesnlp.records import Entity, Meeting, Paragraph
from minutesnlp.records.people import Link
from minutesnlp.tagging import linking
from minutesnlp.text.folding import folded

LINKED = ("PERSON", "ROLE")
POST = "post:"


@dataclass(frozen=True, eq=False)
class Reasons:
    """Why every mention means whom it does, in their order: arrays (M,).

    `reason` is a place in `texts`, `confidence` runs from 0 to 1. `called` are the names, by the places of mentions,
    that were read otherwise than printed: “Orr (Kit)”.
    """

    reason: NDArray[np.int32]
    confidence: NDArray[np.float64]
    texts: Sequence[str]
    called: Mapping[int, str]


@dataclass(frozen=True, eq=False)
class Mentions:
    """Every mention of a person or a post, in reading order: arrays (M,).

    `paragraph` is the number of the paragraph it stands in, `person` whom it means, a place in `people` (identities)
    and `names` (the fullest form of each), and `role` the post, a place in `roles`, -1 for a name. `sure` tells that
    the link needs no second look; `settled` are those a person
    has settled, by their places, as printed. A post without a known holder has an identity that begins `post:`. `why`
    is told where they were linked now.
    """

    paragraph: NDArray[np.int32]
    person: NDArray[np.int32]
    role: NDArray[np.int32]
    sure: NDArray[np.bool_]
    people: Sequence[str]
    names: Sequence[str]
    roles: Sequence[str]
    settled: Mapping[int, str] = field(default_factory=dict)
    why: Reasons | None = None

    def of_paragraph(self, number: int) -> list[str]:
        """Return the names of the people a paragraph mentions, each once."""
        here = slice(*np.searchsorted(self.paragraph, [number, number + 1]).tolist())
        places = dict.fromkeys(self.person[here][self.sure[here]].tolist())
        return [self.told_apart(place) for place in places if self._is_person(place)]

    def counted(self, within: NDArray[np.bool_], facet: str) -> dict[str, int]:
        """Count the paragraphs, among those `within`, bool (N,), that mention each `person` or `role`."""
        chosen = within[self.paragraph] & (self.sure if facet == "person" else self.role >= 0)
        values = (self.person if facet == "person" else self.role)[chosen].astype(np.int64)
        pairs = np.unique(values * len(within) + self.paragraph[chosen])  # a paragraph counts once
        counts = np.bincount(pairs // max(len(within), 1)).tolist()
        if facet == "role":
            return {self.roles[place]: count for place, count in enumerate(counts) if count}
        found: dict[str, int] = {}
        for place, count in enumerate(counts):
            if count and self._is_person(place):
                name = self.told_apart(place)
                found[name] = found.get(name, 0) + count
        return found

    def told_apart(self, place: int) -> str:
        """Return a person's name; of two people of one name, with the identity."""
        name = self.names[place]
        return name if self._often[name] == 1 else f"{name} ({self.people[place]})"

    @property
    def persons(self) -> list[int]:
        """The places of people; the others are posts whose holder is not known."""
        return [place for place in range(len(self.people)) if self._is_person(place)]

    def _is_person(self, place: int) -> bool:
        return not self.people[place].startswith(POST)

    @cached_property
    def families(self) -> Mapping[str, Sequence[str]]:
        """The names of people by their last word, both folded."""
        return by_family(self.names[place] for place in self.persons)

    def bearing(self, surname: str) -> list[int]:
        """Return the places of the names that have the letters of a surname, which may be what they tell."""
        part = _letters(surname)
        return [place for place, name in enumerate(self._folded) if part in name]

    @cached_property
    def _folded(self) -> Sequence[str]:
        return [_letters(name) for name in self.names]

    @cached_property
    def _often(self) -> Counter[str]:
        return Counter(self.names)


def _letters(name: str) -> str:
    return folded(name.replace("’", "'").replace("‘", "'"))


def by_family(names: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Return names by their last word, both folded: without case and accents, and full stops.

    >>> by_family(["Zoë Strake", "Strake", "J. Orr"])
    {'strake': ['zoe strake', 'strake'], 'orr': ['j orr']}
    """
    found: dict[str, list[str]] = {}
    for name in names:
        if words := folded(name).replace(".", " ").split():
            found.setdefault(words[-1], []).append(" ".join(words))
    return found


def mentions_of(
    tagged: Iterable[tuple[Meeting, Sequence[Paragraph], Sequence[Entity]]], overrides: Mapping[str, str] | None = None
) -> Mentions:
    """Link the entities of meetings, each given with its paragraphs in the order of their numbers."""
    numbers: list[int] = []
    mentioned: list[linking.Place] = []
    first = 0
    for meeting, paragraphs, entities in tagged:
        at = {paragraph.id: first + place for place, paragraph in enumerate(paragraphs)}
        found = linking.places_in(meeting, entities)
        numbers += [at[one.entity.paragraph_id or ""] for one in found]
        mentioned += found
        first += len(paragraphs)
    links = linking.link(mentioned, overrides=overrides)
    people = {id_: place for place, id_ in enumerate(dict.fromkeys(one.person_id for one in links))}
    settled = {number: one.entity.text for number, one in enumerate(links) if one.reason == linking.OVERRIDE}
    by_rule = [one for one in links if one.reason != linking.OVERRIDE]
    # Whom only a person names is called by the words of the identity: `olga-strake`.
    named = {one.person_id for one in by_rule if one.entity.label == "PERSON"}
    new = {links[number].person_id for number in settled} - named
    names = [id_.replace("-", " ").title() if id_ in new else "" for id_ in people]
    for one in sorted(by_rule, key=lambda one: one.entity.label):  # a name before a post
        place, name = people[one.person_id], one.entity.value or one.entity.text
        if not names[place] or (one.entity.label == "PERSON" and len(name) > len(names[place])):
            names[place] = name
    roles, role = _roles([one.entity for one in links])
    return Mentions(
        paragraph=np.array(numbers, np.int32),
        person=np.array([people[one.person_id] for one in links], np.int32),
        role=role,
        sure=np.array([not one.doubtful for one in links], bool),
        people=list(people),
        names=names,
        roles=roles,
        settled=settled,
        why=_reasons(links, [place.entity for place in mentioned]),
    )


def _reasons(links: Sequence[Link], printed: Sequence[Entity]) -> Reasons:
    texts = {text: place for place, text in enumerate(dict.fromkeys(one.reason for one in links))}
    pairs = enumerate(zip(links, printed, strict=True))
    return Reasons(
        reason=np.array([texts[one.reason] for one in links], np.int32),
        confidence=np.array([one.confidence for one in links], np.float64),
        texts=list(texts),
        called={place: one.entity.value or "" for place, (one, entity) in pairs if one.entity.value != entity.value},
    )


def _roles(entities: Sequence[Entity]) -> tuple[list[str], NDArray[np.int32]]:
    """Return posts, each in the form it is written most, and the place of each entity among them; -1 for a name."""
    forms: dict[str, Counter[str]] = {}
    keys = [(one.value or one.text).casefold() if one.label == "ROLE" else None for one in entities]
    for key, one in zip(keys, entities, strict=True):
        if key is not None:
            forms.setdefault(key, Counter())[one.value or one.text] += 1
    places = {key: place for place, key in enumerate(forms)}
    role = np.array([-1 if key is None else places[key] for key in keys], np.int32)
    return [form.most_common(1)[0][0] for form in forms.values()], role
