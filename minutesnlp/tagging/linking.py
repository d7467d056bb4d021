"""Who is who: mentions of one person under one identity, across a meeting and across many, with reasons.

Names are joined by family name within a council where the given names agree (`registers`); a post is joined to the
person who is seen beside it (`posts_held`). Nothing doubtful is joined in silence: every link has a reason and a
confidence, and those below `Link.SURE` are for a person to look at. What a person says by an override wins.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from minutesnlp.records import Entity, Meeting
from minutesnlp.records.people import Link
from minutesnlp.tagging.posts_held import Holders, Post
from minutesnlp.tagging.registers import Register, council_key, name_of, plain, same_council
from minutesnlp.tagging.tagger import tag

BESIDE_THE_NAME = 0.95
OVERRIDE = "override"
# Between a name and its post, either way round: “Jo Orr, Clerk”, “Jo Orr (Clerk)”, “the Clerk, Jo Orr”.
BESIDE = re.compile(r"\s?(?:[,:–—-]|\()?\s?(?:the\s|our\s)?\Z")
BETWEEN = re.compile(r"[\s,:(–—-]{1,4}(?:the\s|our\s)?\Z")
# Between a person and the post they are given: “Jo Orr be elected Chair”, “Jo Orr was appointed to the post of Clerk”.
GIVEN_TO = re.compile(
    r"\s(?:(?:be|is|was|being|has\sbeen|had\sbeen|to\sbe)\s)?(?:duly\s|unanimously\s)?(?:re-?)?(?:elected|appointed|co-opted)"
    r"(?:\sby\s\w+){0,2}(?:\s(?:as|to\sbe|to\sthe\s(?:post|position|role)\sof|the|new)){0,3}\s(?:the\s)?\Z"
)
# Between a person and the post they are said to hold: “Jo Orr, whose post is that of Clerk”, “Jo’s new role is”,
# “Jo Orr declared an interest as she was Chair of Governors”.
SAID_TO_HOLD = re.compile(
    r"""(?:,?\swho(?:se(?:\s\w+){1,3}?)?|[’']s\s(?:\w+\s)?(?:role|post|position)|[^.;]{0,120}\binterests?\b[^.;]{0,80}\bas\s(?:s?he|they)
        |[^.;]{0,120}\binterests?\b[^.;]{0,80}\b(?:as|being))
    (?:\s(?:is|was|were|has\sbeen|had\sbeen))?(?:\sthat)?(?:\s(?:of|as))?(?:\s(?:now|also|currently|the|an?|our)){0,2}\s\Z""",
    re.VERBOSE,
)
# Between two posts of one person: “Clerk and RFO”, “Clerk/RFO”, “Team Leader, is now acting up into the Manager”.
JOINED = re.compile(
    r"(?:\s?(?:,?\s?(?:and|&)\s|/\s?)|,?\s(?:and\s)?(?:is|was)\s(?:now\s|also\s)?(?:acting|working|serving)\s(?:up\s)?(?:as|into)\s)"
    r"(?:also\s)?(?:the\s)?\Z"
)
LONGEST_BESIDE = 10
# A council of so few meetings is another one misread where so many of its people sit there.
FEW_MEETINGS, MOST_OF_A_COUNCIL = 2, 4
LONGEST_GIVEN = 60
LONGEST_SAID = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: its meeting, that meeting's day and council, and the text it was found in."""

    entity: Entity
    meeting: str
    date: datetime.date | None
    text: str
    council: str = ""


def link(places: Sequence[Place], *, overrides: Mapping[str, str] | None = None) -> list[Link]:
    """Say of every person and post whom it means.

    `overrides` maps a mention as printed, or `meeting id/mention`, to the identity it has: it wins over every rule, and
    its reason is recorded as `override`.
    """
    places = _of_one_spelling(places)
    register = Register()
    links: list[Link | None] = [None] * len(places)
    people = [number for number, place in enumerate(places) if place.entity.label == "PERSON"]
    # Full names first, over everything, so that bare family names and given names find them.
    # Of names equally full the commonest first: a slip of the pen is rare.
    common = Counter(places[number].entity.value for number in people)
    for number in sorted(people, key=lambda n: (-_fullness(places[n].entity), -common[places[n].entity.value])):
        place = places[number]
        person, reason, confidence = register.whom(
            place.entity, place.council, place.meeting, times=common[place.entity.value]
        )
        links[number] = _overridden(Link(place.entity, place.meeting, person.id, reason, confidence), overrides or {})
    # A post is that of the name beside it, as overrides say whose that is.
    _link_posts(places, links)
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


def places_of(meetings: Iterable[Meeting]) -> list[Place]:
    """Tag meetings and return where each person and each post is mentioned, ready for `link`."""
    return [place for meeting in meetings for place in places_in(meeting, tag(meeting))]


def places_in(meeting: Meeting, entities: Iterable[Entity]) -> list[Place]:
    """Return where each person and each post of a tagged meeting is mentioned."""
    texts = {paragraph.id: paragraph.text for paragraph in meeting.paragraphs}
    return [
        Place(entity, meeting.id, meeting.date, texts[entity.paragraph_id or ""], council_key(meeting.council))
        for entity in entities
        if entity.label in ("PERSON", "ROLE")
    ]


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


def _fullness(entity: Entity) -> int:
    given, family = name_of(entity)
    return len(given) if family else -1


def overriding(overrides: Mapping[str, str], meeting: str, text: str) -> str | None:
    """Return whom a mention means by an override, of this meeting or of all; None where there is none."""
    return overrides.get(f"{meeting}/{text}", overrides.get(text))


def _overridden(found: Link, overrides: Mapping[str, str]) -> Link:
    identity = overriding(overrides, found.meeting, found.entity.text)
    return replace(found, person_id=identity, reason=OVERRIDE, confidence=1.0) if identity else found


def _link_posts(places: Sequence[Place], links: list[Link | None]) -> None:
    holders = Holders()
    posts = {
        number: Post(place.entity.text, number, place.council, place.meeting, place.date)
        for number, place in enumerate(places)
        if place.entity.label == "ROLE"
    }
    for number, post in posts.items():
        holders.mention(post)
        found = _holder_beside(number, places, links)
        if found is not None:
            person, reason = found
            links[number] = Link(places[number].entity, post.meeting, person, reason, BESIDE_THE_NAME)
            holders.seen(post, person)
    for number, post in posts.items():
        if links[number] is None:
            links[number] = Link(places[number].entity, post.meeting, *holders.whom(post))


def _holder_beside(number: int, places: Sequence[Place], links: Sequence[Link | None]) -> tuple[str, str] | None:
    """Return who stands beside a post, or beside the post it is joined to."""
    place = places[number]
    # Of “Chair Jo Orr Clerk Al Orr” each post is the next name's.
    led = number > 1 and _is_led(number - 1, places)
    for other in (number + 1, number - 1) if led else (number - 1, number + 1):
        if 0 <= other < len(places) and places[other].entity.label == "PERSON":
            person = links[other]
            if person is not None and _beside(place, places[other]):
                return person.person_id, "beside the name"
    if number:
        before, gap = links[number - 1], _gap(places[number - 1], place)
        if before is not None and gap is not None:
            if places[number - 1].entity.label == "PERSON":
                if len(gap) <= LONGEST_GIVEN and GIVEN_TO.match(gap):
                    return before.person_id, "given the post"
                if len(gap) <= LONGEST_SAID and SAID_TO_HOLD.match(gap):
                    return before.person_id, "said to hold the post"
            if places[number - 1].entity.label == "ROLE" and before.reason != "given the post" and JOINED.match(gap):
                return before.person_id, "joined to a post beside the name"
    return None


def _is_led(number: int, places: Sequence[Place]) -> bool:
    """Tell a person who follows a post with nothing but a space or a colon between."""
    post, person = places[number - 1], places[number]
    gap = _gap(post, person) if post.entity.label == "ROLE" and person.entity.label == "PERSON" else None
    return gap is not None and gap.strip(" ") in {"", ":"}


def _gap(one: Place, other: Place) -> str | None:
    """Return what stands between two mentions of one text, the first before the second."""
    if one.entity.paragraph_id != other.entity.paragraph_id or one.text != other.text:
        return None
    return one.text[one.entity.end : other.entity.start] if one.entity.end <= other.entity.start else None


def _beside(one: Place, other: Place) -> bool:
    first, last = sorted((one, other), key=lambda place: place.entity.start)
    gap = _gap(first, last)
    return (
        gap is not None
        and len(gap) < LONGEST_BESIDE
        and (BESIDE.match(gap) is not None or BETWEEN.match(gap) is not None)
        and "\n\n" not in gap
        and gap != ","
    )
