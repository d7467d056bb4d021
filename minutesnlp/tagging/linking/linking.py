"""Who is who: mentions of one person under one identity, across a meeting and across many, with reasons.

Names are joined by family name within a council where the given names agree (`registers`); a post is joined to the
person who is seen beside it (`posts_held`). Nothing doubtful is joined in silence: every link has a reason and a
confidence, and those below `Link.SURE` are for a person to look at. What a person says by an override wins.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from minutesnlp.records import Entity
from minutesnlp.records.people import Link
from minutesnlp.tagging.linking.behind import with_given_behind
from minutesnlp.tagging.linking.councils import with_councils
from minutesnlp.tagging.linking.places import Place
from minutesnlp.tagging.linking.posts_beside import Beside, holders_beside
from minutesnlp.tagging.linking.posts_held import Holders, Post
from minutesnlp.tagging.linking.registers import NameKey, Register, name_key, name_of, plain, same_council
from minutesnlp.tagging.linking.standings import (
    ALONE,
    CIVIL,
    LISTED,
    MEMBER,
    OFFICER,
    is_elsewhere,
    list_class,
    post_class,
    title_class,
)

BESIDE_THE_NAME = 0.95
OVERRIDE = "override"
# A council of so few meetings is another one misread where so many of its people sit there.
FEW_MEETINGS, MOST_OF_A_COUNCIL = 2, 4
STANDINGS = (OFFICER, MEMBER, CIVIL, LISTED, ALONE, "")
LONGEST_AFTER = 80
# Given names no longer than this are initials.
INITIALS = 2
AT_THE_TABLE = ("present", "apologies", "absent")


def link(places: Sequence[Place], *, overrides: Mapping[str, str] | None = None) -> list[Link]:
    """Say of every person and post whom it means.

    `overrides` maps a mention as printed, or `meeting id/mention`, to the identity it has: it wins over every rule, and
    its reason is recorded as `override`.
    """
    places = with_given_behind(with_councils(_of_one_spelling(places)))
    beside = holders_beside(places)
    standings = _standings(places, beside)
    register = Register(_named(places, standings))
    links: list[Link | None] = [None] * len(places)
    people = [number for number, place in enumerate(places) if place.entity.label == "PERSON"]
    # Full names first, over everything, so that bare family names and given names find them.
    # Of names equally full those first whose standing is told, then the commonest: a slip of the pen is rare.
    common = Counter(places[number].entity.value for number in people)
    order = {
        n: (-_fullness(places[n].entity), STANDINGS.index(standings[n]), -common[places[n].entity.value])
        for n in people
    }
    vouched = False
    for number in sorted(people, key=order.__getitem__):
        place = places[number]
        if not vouched and _fullness(place.entity) <= INITIALS:  # everybody named in full is known by now
            _vouch(register, [(places[n], standings[n]) for n in people])
            vouched = True
        person, reason, confidence = register.whom(
            place.entity,
            place.council,
            place.meeting,
            standing=standings[number],
            times=common[place.entity.value],
            body=place.body,
            day=place.date,
        )
        links[number] = _overridden(Link(place.entity, place.meeting, person.id, reason, confidence), overrides or {})
    # A post is that of the name beside it, as overrides say whose that is.
    _link_posts(places, links, beside)
    return [_overridden(found, overrides or {}) for found in links if found is not None]


def _of_one_spelling(places: Sequence[Place]) -> Sequence[Place]:
    """Give a council that some meetings print otherwise its commonest name.

    It is the same where words are run together (“Ofelm Parish Council”), and where the people of its one or two
    meetings are those of another council.
    """
    counted = Counter(place.council for place in places if place.council)
    names = [name for name, _ in counted.most_common()]
    one = {name: next(common for common in names if same_council(common, name)) for name in names}
    sitting: dict[str, set[str]] = defaultdict(set)
    meetings: dict[str, set[str]] = defaultdict(set)
    for place in places:
        if place.council:
            meetings[one[place.council]].add(place.meeting)
            if place.entity.label == "PERSON" and len(name_of(place.entity)[0]) > 1:
                sitting[one[place.council]].add(plain(place.entity.value or ""))
    for name in [each for each in names if one[each] == each and len(meetings[each]) <= FEW_MEETINGS]:
        shared = {other: len(sitting[name] & sitting[other]) for other in names if len(meetings[other]) > FEW_MEETINGS}
        other = max(shared, key=lambda each: shared[each], default=name)
        if shared.get(other, 0) >= MOST_OF_A_COUNCIL and 2 * shared[other] >= len(sitting[name]):
            one |= {each: other for each, common in one.items() if common == name}
    if all(name == common for name, common in one.items()):
        return places
    return [replace(place, council=one.get(place.council, "")) for place in places]


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


def _vouch(register: Register, people: Iterable[tuple[Place, str]]) -> None:
    for place, standing in people:
        given, family = name_of(place.entity)
        if standing and family and 0 < len(given) <= INITIALS:
            register.vouch(given, family, place.council, place.meeting, standing)


def _named(places: Sequence[Place], standings: Mapping[int, str]) -> dict[NameKey, list[datetime.date]]:
    """Return the days, in order, on which each initial with a family name, and each family name alone, is printed."""
    days: dict[NameKey, set[datetime.date]] = defaultdict(set)
    for number, standing in standings.items():
        place = places[number]
        given, family = name_of(place.entity)
        if family and place.date:
            days[name_key(given, family, place.council, standing)].add(place.date)
    return {key: sorted(found) for key, found in days.items()}


def _fullness(entity: Entity) -> int:
    given, family = name_of(entity)
    return len(given) if family else -1


def overriding(overrides: Mapping[str, str], meeting: str, text: str) -> str | None:
    """Return whom a mention means by an override, of this meeting or of all; None where there is none."""
    return overrides.get(f"{meeting}/{text}", overrides.get(text))


def _overridden(found: Link, overrides: Mapping[str, str]) -> Link:
    identity = overriding(overrides, found.meeting, found.entity.text)
    return replace(found, person_id=identity, reason=OVERRIDE, confidence=1.0) if identity else found


def _link_posts(places: Sequence[Place], links: list[Link | None], beside: Mapping[int, Beside]) -> None:
    holders = Holders()
    posts = {
        number: Post(place.entity.text, number, place.council, place.meeting, place.date)
        for number, place in enumerate(places)
        if place.entity.label == "ROLE"
    }
    for number, post in posts.items():
        holders.mention(post)
        found = beside.get(number)
        holder = links[found.person] if found is not None else None
        if found is not None and holder is not None:
            links[number] = Link(places[number].entity, post.meeting, holder.person_id, found.reason, BESIDE_THE_NAME)
            if not is_elsewhere(post.role, _after(places[number])):
                holders.seen(post, holder.person_id)
    for number, post in posts.items():
        if links[number] is None:
            links[number] = Link(places[number].entity, post.meeting, *holders.whom(post))


def _after(place: Place) -> str:
    return place.text[place.entity.end : place.entity.end + LONGEST_AFTER]


def _standings(places: Sequence[Place], beside: Mapping[int, Beside]) -> dict[int, str]:
    """Return by the number of each person what the mention tells: `member`, `officer`, `civil`, or nothing."""
    told: dict[int, str] = {}
    of_list, paragraph = "", None
    for number, place in enumerate(places):
        if place.entity.label != "PERSON":
            continue
        told[number] = title_class(place.entity.text)
        if place.entity.found_by == "person:list" and not told[number]:
            # Names behind “Councillors” are councillors', to the end of the list.
            led = list_class(place.text[: place.entity.start])
            of_list = led if led is not None else of_list if place.entity.paragraph_id == paragraph else ""
            told[number] = of_list
        else:
            of_list = ""
        paragraph = place.entity.paragraph_id
        if place.listed == OFFICER and told[number] != MEMBER:
            told[number] = OFFICER
        elif place.listed in AT_THE_TABLE and not told[number]:
            told[number] = LISTED
        elif not told[number] and place.text.strip() == place.entity.text:
            told[number] = ALONE  # as who presents a paper, and as whom a council mourns
    for number, found in beside.items():
        post = post_class(places[number].entity.text, after=_after(places[number]))
        if told[found.person] != MEMBER and post == OFFICER:
            told[found.person] = OFFICER
    return told
