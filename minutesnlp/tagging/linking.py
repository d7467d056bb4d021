"""Who is who: mentions of one person under one identity, across a meeting and across many, with reasons.

Names are joined by family name where the given names agree (J Orr, Jo Orr); a post is joined to the person who
is seen beside it nearest in time; a post without a holder keeps an identity of its own. Nothing doubtful is joined in
silence: every link has a reason and a confidence, and those below `SURE` are for a person to look at.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from minutesnlp.records import Entity, Meeting, Record
from minutesnlp.tagging.tagger import tag

# From here on a link needs no second look.
SURE = 0.8
TEMPORARY = re.compile(r"\b(?:interim|acting|temporary)\s+", re.IGNORECASE)
FEMALE = frozenset({"mrs", "ms", "miss", "lady", "dame", "baroness", "madam"})
MALE = frozenset({"mr", "sir", "lord"})
# Between a name and its post, either way round: “Jo Orr, Clerk”, “Jo Orr (Clerk)”, “the Clerk, Jo Orr”.
BESIDE = re.compile(r"\s?(?:[,:–—-]|\()?\s?(?:the\s|our\s)?\Z")
BETWEEN = re.compile(r"[\s,:(–—-]{1,4}(?:the\s|our\s)?\Z")
WORD = re.compile(r"[^\W\d_]+")
SHORT = {"exec": "executive", "sec": "secretary", "chairman": "chair", "chairperson": "chair", "chairwoman": "chair"}
CHAIRS = {("chair",), ("vice",), ("co",)}
# A post seen with a person is taken for that person's so many days before and after.
LONGEST_GAP = 400
SMALL = frozenset({"the", "of", "for", "and", "s", "to"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: its meeting and that meeting's day, and the text it was found in."""

    entity: Entity
    meeting: str
    date: datetime.date | None
    text: str


@dataclass(frozen=True, slots=True)
class Link(Record):
    """One mention and whom it means; `reason` says why, `confidence` runs from 0 to 1."""

    entity: Entity
    meeting: str
    person_id: str
    reason: str
    confidence: float

    @property
    def doubtful(self) -> bool:
        """Tell whether a person should look at this link."""
        return self.confidence < SURE


@dataclass(slots=True)
class _Person:
    given: str
    family: str
    gender: str
    id: str = ""


def link(places: Sequence[Place], *, overrides: Mapping[str, str] | None = None) -> list[Link]:
    """Say of every person and post whom it means.

    `overrides` maps a mention as printed, or `meeting id/mention`, to the identity it has: it wins over every rule.
    """
    people: list[_Person] = []
    links: list[Link | None] = [None] * len(places)
    by_meeting: dict[str, list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        by_meeting[place.meeting].append(number)
    # Full names first, over everything, so that bare family names and given names find them.
    order = sorted(
        range(len(places)), key=lambda n: -len(_name(places[n].entity)[0]) if places[n].entity.label == "PERSON" else 1
    )
    homes: dict[tuple[str, int], int] = {}
    for number in order:
        place = places[number]
        if place.entity.label != "PERSON":
            continue
        person, reason, confidence = _person_of(place, people, homes)
        homes[place.meeting, people.index(person)] = number
        links[number] = Link(place.entity, place.meeting, person.id, reason, confidence)
    _link_posts(places, links)
    return [_overridden(found, overrides or {}) for found in links if found is not None]


def places_of(meetings: Iterable[Meeting]) -> list[Place]:
    """Tag meetings and return where each person and each post is mentioned, ready for `link`."""
    places = []
    for meeting in meetings:
        texts = {paragraph.id: paragraph.text for paragraph in meeting.paragraphs}
        for entity in tag(meeting):
            if entity.label in ("PERSON", "ROLE"):
                places.append(Place(entity, meeting.id, meeting.date, texts[entity.paragraph_id or ""]))
    return places


def review(links: Iterable[Link]) -> list[Link]:
    """Return the doubtful links, least certain first."""
    return sorted((found for found in links if found.doubtful), key=lambda found: found.confidence)


def linked(links: Iterable[Link]) -> list[Entity]:
    """Return the mentions with their `person_id`."""
    return [replace(found.entity, person_id=found.person_id) for found in links]


def read_overrides(text: str) -> dict[str, str]:
    """Read overrides, one `mention: identity` a line (the plain part of YAML); `#` begins a comment.

    >>> read_overrides("S Orr: sue-orr  # the clerk")
    {'S Orr': 'sue-orr'}
    """
    found = {}
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.split(" #")[0].strip()
        if not line or line.startswith("#"):
            continue
        mention, colon, identity = line.rpartition(":")
        if not colon or not identity.strip():
            raise ValueError(f"overrides, line {number}: {line!r} is not 'mention: identity'")
        found[mention.strip().strip("\"'")] = identity.strip().strip("\"'")
    return found


def _overridden(found: Link, overrides: Mapping[str, str]) -> Link:
    identity = overrides.get(f"{found.meeting}/{found.entity.text}", overrides.get(found.entity.text))
    return replace(found, person_id=identity, reason="override", confidence=1.0) if identity else found


def _name(entity: Entity) -> tuple[str, str]:
    """Return given and family name; a given name alone is in the first with an empty family."""
    parts = (entity.value or entity.text).split()
    if len(parts) == 1:
        recalled = entity.found_by == "person:recalled"
        return (parts[0], "") if recalled else ("", parts[0])
    at = len(parts) - 1
    while at > 1 and parts[at - 1][0].islower():
        at -= 1
    return " ".join(parts[:at]), " ".join(parts[at:])


def _gender(text: str) -> str:
    words = {word.lower() for word in WORD.findall(text)[:3]}
    return "f" if words & FEMALE else "m" if words & MALE else ""


def _agree(one: str, other: str) -> float:
    """Return how well two given names agree: 0 not at all, 1 the same, less for initials and for nothing."""
    if not one or not other:
        return 0.6
    first, second = (WORD.findall(name.lower()) for name in (one, other))
    if first == second:
        return 1.0
    if not first or not second:
        return 0.6
    for a, b in zip(first, second, strict=False):
        if a != b and not (min(len(a), len(b)) <= 1 and a[0] == b[0]) and not (len(a) > 2 and b.startswith(a[:3])):
            return 0.0
    return 0.9


def _person_of(place: Place, people: list[_Person], homes: Mapping[tuple[str, int], int]) -> tuple[_Person, str, float]:
    given, family = _name(place.entity)
    gender = _gender(place.entity.text)
    fits: list[tuple[float, bool, int]] = []
    for number, person in enumerate(people):
        if gender and person.gender and gender != person.gender:
            continue
        if family and family.lower() != person.family.lower():
            continue
        agreement = (
            _agree(given, person.given) if family else float(given.lower() == person.given.split(" ")[0].lower())
        )
        if agreement:
            fits.append((agreement, (place.meeting, number) in homes, number))
    if not fits:
        identity = "-".join(WORD.findall(f"{given} {family}".lower())) or "unknown"
        same = sum(re.fullmatch(re.escape(identity) + r"(?:-\d+)?", person.id) is not None for person in people)
        person = _Person(given, family, gender, f"{identity}-{same + 1}" if same else identity)
        people.append(person)
        return person, "the first mention", 1.0
    here = [fit for fit in fits if fit[1]] or fits
    agreement, _, number = max(here, key=lambda fit: (fit[0], -fit[2]))
    person = people[number]
    person.gender = person.gender or gender
    rivals = sum(fit[0] >= agreement for fit in here)
    reason = {1.0: "the same name"}.get(
        agreement, "the same family name, given names that agree" if given else "the same family name"
    )
    if rivals > 1:
        return person, f"{reason}, but {rivals} people have it", 0.5
    return person, reason, min(1.0, agreement + (0.3 if here is not fits or len(fits) == 1 else 0.0))


def _key(role: str) -> tuple[str, ...]:
    """Return a post's words without small words and without `interim`: its permanent form."""
    words = WORD.findall(TEMPORARY.sub("", role).lower().replace("’", "'"))
    return tuple(SHORT.get(word, word) for word in words if word not in SMALL)


def _link_posts(places: Sequence[Place], links: list[Link | None]) -> None:
    holders: dict[tuple[str, ...], list[tuple[datetime.date | None, str, str]]] = defaultdict(list)
    for number, place in enumerate(places):
        if place.entity.label != "ROLE":
            continue
        for other in (number - 1, number + 1):
            if 0 <= other < len(places) and places[other].entity.label == "PERSON" and _beside(place, places[other]):
                person = links[other]
                assert person is not None
                links[number] = Link(place.entity, place.meeting, person.person_id, "beside the name", 0.95)
                holders[_key(place.entity.text)].append((place.date, place.meeting, person.person_id))
                break
    fulls: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for place in places:
        if place.entity.label == "ROLE":
            fulls[place.meeting].append(_key(place.entity.text))
    for number, place in enumerate(places):
        if place.entity.label == "ROLE" and links[number] is None:
            links[number] = _post(place, fulls[place.meeting], holders)


def _full(key: tuple[str, ...], known: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], int]:
    """Return the longer post that a short mention begins, the first where several do, and how many do.

    `Executive Director` is short for `Executive Director of Care`; a chair stays the chair of the meeting itself.
    """
    if key[:1] in CHAIRS:
        return key, 1
    longer = list(dict.fromkeys(other for other in known if len(other) > len(key) and other[: len(key)] == key))
    return (longer[0], len(longer)) if longer else (key, 1)


def _post(
    place: Place,
    fulls: Sequence[tuple[str, ...]],
    holders: Mapping[tuple[str, ...], list[tuple[datetime.date | None, str, str]]],
) -> Link:
    key = _key(place.entity.text)
    full, several = _full(key, fulls)
    doubt = 0.3 if several > 1 else 0.0
    for form in (full, key, *(full[:size] for size in range(len(full) - 1, 0, -1))):
        here = {person for _, meeting, person in holders.get(form, []) if meeting == place.meeting}
        if len(here) == 1 and (form in (full, key) or form not in fulls[: fulls.index(full)] or len(form) == 1):
            return Link(place.entity, place.meeting, here.pop(), "holds the post in this meeting", 0.9 - doubt)
    known = holders.get(full, [])
    dated = [(abs((day - place.date).days), person) for day, _, person in known if day and place.date]
    near = [pair for pair in dated if pair[0] <= LONGEST_GAP]
    if near and full[:1] not in CHAIRS:
        days, person = min(near)
        confidence = 0.85 if len({person for _, person in near}) == 1 else 0.6
        return Link(place.entity, place.meeting, person, f"held the post {days} days apart", confidence - doubt)
    reason = "a post without a known holder" if full == key else f"short for {' '.join(full)}"
    identity = "post:" + "-".join(full)
    # A chair is another person in every body, and other posts change hands with the years.
    if full[:1] in CHAIRS and len(full) < 3:
        identity += "@" + place.meeting
    elif dated and place.date:
        identity += f"@{place.date.year}"
    return Link(place.entity, place.meeting, identity, reason, SURE - doubt)


def _beside(one: Place, other: Place) -> bool:
    if one.text is not other.text and one.text != other.text:
        return False
    first, last = sorted((one.entity, other.entity), key=lambda entity: entity.start)
    gap = one.text[first.end : last.start]
    return (
        len(gap) < 10
        and (BESIDE.match(gap) is not None or BETWEEN.match(gap) is not None)
        and "\n\n" not in gap
        and gap != ","
    )
