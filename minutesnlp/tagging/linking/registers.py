"""The people met so far, by council and family name, and which of them a mention means.

Given names agree where they are the same, where one is the other's initials or its short form (Sue, Susan), or where
one is missing. Who is at the meeting is preferred to who is not, and who is called by a like title (councillor, or not)
to who is not.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from minutesnlp.records import Entity
from minutesnlp.records.people import Link
from minutesnlp.tagging.dates.parts import FULL_MONTHS
from minutesnlp.tagging.lexicons import table, words
from minutesnlp.tagging.linking.known import MOST_INITIALS, Known, is_initials, of_their_days
from minutesnlp.tagging.people.names import GIVEN, HONORIFICS, PARTICLES, PREFIXES

WORD = re.compile(r"[^\W\d_]+")
FEMALE = frozenset({"mrs", "ms", "miss", "lady", "dame", "baroness", "madam", "sister", "alderwoman", "councilwoman"})
MALE = frozenset({"mr", "sir", "lord", "brother", "councilman"})
MEMBERS = words("member_titles")
# Words of councils' names that many have, and that minutes put between: “Elm Annual Parish Council”.
GENERIC = (
    FULL_MONTHS
    | frozenset(["parish", "town", "community", "city", "county", "borough", "district", "metropolitan", "council"])
    | frozenset(
        ["annual", "general", "extraordinary", "special", "full", "meeting", "joint", "royal", "the", "of", "and"]
    )
)
# Words that are printed into a council's name.
RUN_ON = frozenset(["", "of", "the", "parish", "town", "council", "parishcouncil", "minutes"])
# How surely two given names mean one person: the same, one the other's initials or short form, one of them missing.
SAME, LIKE, MISSING = 1.0, 0.9, 0.6
# What being there adds, or being the only one of the name.
HERE, RIVALS = 0.3, 0.5
DOUBLED = re.compile(r"(.)\1")
O_PREFIX = re.compile(r"o[' ](?=\w)")
# How many times oftener than another of the name the one is seen on a body who is meant by it there.
MOST_OF_A_BODY = 4
# Shorter names are too often two people's to be taken for one with a slip.
SHORTEST_GIVEN, SHORTEST_FAMILY = 3, 5
# How many times oftener than a slip the right spelling is seen.
RARE = 8
LONGEST_TITLES = 80

NameKey = tuple[str, str, str]


class Register:
    """Everybody met so far."""

    def __init__(self, named: Mapping[NameKey, Sequence[datetime.date]]) -> None:
        self._named = named  # the days on which each is printed
        self.people: list[Known] = []
        self._by_family: dict[str, list[Known]] = defaultdict(list)
        self._at_meeting: dict[str, list[Known]] = defaultdict(list)
        self._by_spelling: dict[str, Known] = {}
        self._by_given: dict[tuple[str, str], list[Known]] = defaultdict(list)
        self._ids: dict[str, int] = defaultdict(int)

    def whom(
        self,
        entity: Entity,
        council: str,
        meeting: str,
        *,
        standing: str = "",
        times: int = 1,
        body: str = "",
        day: datetime.date | None = None,
    ) -> tuple[Known, str, float]:
        """Say whom a mention means, why, and how surely; whoever is new is entered.

        `standing` is what title, post and list tell of the mention: `member`, `officer`, `civil` (Mr, Ms), `listed` (at
        the table, untitled), or nothing.
        `times` says how often the name is printed so in all, `body` which body met, `day` when.
        """
        given, family = name_of(entity)
        fits = self._fits(given, family, entity, council, meeting, standing)
        if not fits and not given and plain(family) in GIVEN:
            given, family = family, ""  # “Cllr Jim”
            fits = self._fits(given, family, entity, council, meeting, standing)
            if not fits:
                given, family = family, given
        fits = of_their_days(given, fits, meeting, day)
        part = body if body != council else ""  # of the whole council everybody is
        if not fits:
            slip = self._nearly(given, family, council, standing)
            # Two of one meeting are two people, unless the one spelling is hardly ever seen.
            if slip is not None and (meeting not in slip.meetings or slip.mentions >= RARE * times):
                self._meet(slip, entity, meeting, "", part, day)
                return slip, "a name spelt nearly so", RIVALS
            person = self._enter(given, family, council)
            self._meet(person, entity, meeting, standing, part, day)
            return person, "the first mention", 1.0
        alike, settled = _preferred(fits, meeting, standing)
        agreement = max(fit for fit, _ in alike)
        best = [person for fit, person in alike if fit == agreement]
        reason = "the same family name"
        if not family:
            reason = "a given name"
        elif agreement > MISSING:
            reason = "the same name" if agreement == SAME else f"{reason}, given names that agree"
        if len(best) > 1:
            sitting, why = _sitting(best, part), "of the one who sits on this body"
            if sitting is None and not given:
                sitting, why = _of_the_time(best, part, day), "of the only one seen in those years"
            if sitting is None:  # who of several is meant nobody knows, and none of them was there for that
                return best[0], f"{reason}, but {len(best)} people have it", RIVALS
            self._meet(sitting, entity, meeting, standing, part, day)
            return sitting, f"{reason}, {why}", LIKE
        person = best[0]
        if self._is_years_off(given, person, meeting, day, standing):
            return person, f"{reason}, years apart", RIVALS
        doubtful, was_here = person.is_doubtful_as(standing), meeting in person.meetings
        self._meet(person, entity, meeting, "" if doubtful else standing, part, day)
        if not family:
            return person, reason, LIKE
        if doubtful:
            surely = agreement == SAME or (was_here and agreement > MISSING)
            return person, f"{reason}, with another title", Link.SURE if surely else RIVALS
        return person, reason, min(1.0, agreement + (HERE if settled else 0.0))

    def _fits(
        self, given: str, family: str, entity: Entity, council: str, meeting: str, standing: str
    ) -> Sequence[tuple[float, Known]]:
        gender = _gender(entity.text)
        if family:
            candidates = self._by_family.get(family_key(family), [])
            pairs = [(_agreement(given, person), person) for person in candidates if person.council == council]
        else:
            here = self._at_meeting.get(meeting, [])
            firsts = [(person.given.split(" ")[0], person) for person in here if person.given]
            # “Mary” is not M. Orr, nor “Cllr Mary” Ms Mary Orr.
            pairs = [
                (agree(given, first), person)
                for first, person in firsts
                if len(first.strip(".")) > 1 and not (standing == "member" and person.is_doubtful_as(standing))
            ]
        fits = [
            (fit, person)
            for fit, person in pairs
            if fit
            and person.may_be(standing)
            and not (gender and person.gender not in {gender, ""})
            and not (standing and self._is_stranger(given, person, meeting))
            # “Councillor Orr” is not Mr Al Orr, who was never called so.
            and not (standing == "member" and fit == MISSING and _is_no_member(person, meeting))
        ]
        run_on = self._by_spelling.get(spelling(given, family)) if family and not fits else None
        if run_on is None or run_on.council != council or not run_on.may_be(standing):
            return fits
        # “Kit Voss-Lyle”, “Kit Voss Lyle”
        return [(SAME, run_on)] if not gender or run_on.gender in {gender, ""} else fits

    def vouch(self, given: str, family: str, council: str, meeting: str, standing: str) -> None:
        """Take note that somebody named by initials is listed or titled at a meeting: who is named in full there is."""
        for person in self._by_family.get(family_key(family), ()):
            here = person.council == council and meeting in person.meetings
            if here and not person.standings and agree(given, person.given) == LIKE:
                person.standings.add(standing)

    def _is_stranger(self, given: str, person: Known, meeting: str) -> bool:
        """Tell a name in full without title, post or list, of another meeting, from that of “Ms A. Orr, Engineer”."""
        return (
            is_initials(given)
            and not person.standings
            and meeting not in person.meetings
            and len(person.given) > len(given)
        )

    def _is_years_off(self, given: str, person: Known, meeting: str, day: datetime.date | None, standing: str) -> bool:
        """Tell an initial from whose day none on which it, or the family name, is seen leads on to one in full."""
        if not is_initials(given) or not person.is_in_full or meeting in person.meetings:
            return False
        keys = [name_key(each, person.family, person.council, standing) for each in (given, "")]
        return not person.is_joined_to(day, sorted(each for key in keys for each in self._named.get(key, ())))

    def _nearly(self, given: str, family: str, council: str, standing: str) -> Known | None:
        """Return the only one of a council with this given name and a family name one letter off."""
        if len(given) < SHORTEST_GIVEN or len(family) < SHORTEST_FAMILY:
            return None
        near = [each for each in self._by_given[council, plain(given)] if _one_off(plain(each.family), plain(family))]
        return near[0] if len(near) == 1 and near[0].may_be(standing) else None

    def _enter(self, given: str, family: str, council: str) -> Known:
        identity = "-".join(WORD.findall(f"{given} {family}".lower())) or "unknown"
        self._ids[identity] += 1
        count = self._ids[identity]
        person = Known(f"{identity}-{count}" if count > 1 else identity, given, family, council=council)
        self.people.append(person)
        self._by_family[family_key(family)].append(person)
        if given:
            self._by_spelling.setdefault(spelling(given, family), person)
            self._by_given[council, plain(given)].append(person)
        return person

    def _meet(
        self, person: Known, entity: Entity, meeting: str, standing: str, body: str, day: datetime.date | None
    ) -> None:
        given, family = name_of(entity)
        if day is not None and given and family:
            person.seen_on(day, given)
        person.gender = person.gender or _gender(entity.text)
        person.mentions += 1
        if standing:
            person.standings.add(standing)
        if meeting not in person.meetings:
            person.meetings.add(meeting)
            person.bodies[body] += 1
            self._at_meeting[meeting].append(person)


def _is_no_member(person: Known, meeting: str) -> bool:
    """Tell who was called Mr or Ms only, or is named in full at other meetings, without title, post or list."""
    known = person.standings - {"alone"} or meeting in person.meetings or not person.is_in_full
    return person.is_doubtful_as("member") or not known


def _preferred(
    fits: Sequence[tuple[float, Known]], meeting: str, standing: str
) -> tuple[Sequence[tuple[float, Known]], bool]:
    """Return of those whom a name fits who are likeliest meant, and whether that settles it.

    Who is at the meeting is preferred to who is not, and who is known by a like title to who is not.
    """
    here = [fit for fit in fits if meeting in fit[1].meetings]
    there = here or list(fits)
    alike = [fit for fit in there if fit[1].is_known_as(standing)]
    if standing == "member" and not alike:
        # A councillor who is away is meant rather than somebody here who is none: “tribute to Councillor Orr”.
        alike = [fit for fit in fits if fit[1].is_known_as(standing)]
    alike = alike or [fit for fit in there if not fit[1].is_doubtful_as(standing)] or there
    return alike, bool(here) or len(fits) == 1 or len(alike) < len(there)


def _sitting(people: Sequence[Known], body: str) -> Known | None:
    """Return the one of several with one name who is seen at meetings of this body so much oftener than the others."""
    first, second = sorted(people, key=lambda person: -person.bodies[body])[:2]
    return first if body and first.bodies[body] > MOST_OF_A_BODY * second.bodies[body] else None


def _of_the_time(people: Sequence[Known], body: str, day: datetime.date | None) -> Known | None:
    """Return the only one of several who is seen in those years, of a body somebody who was seen there."""
    near = [person for person in people if person.is_of_the_time(day)]
    return near[0] if len(near) == 1 and (not body or near[0].bodies[body]) else None


def council_key(council: str | None) -> str:
    """Return what tells one council from another: the names of places in its name, nothing where there are none.

    >>> council_key("Elm Bridge Annual Parish Council"), council_key("Elm Bridge Parish Council"), council_key(None)
    ('elm bridge', 'elm bridge', '')
    """
    return " ".join(word for word in WORD.findall(plain(council or "")) if word not in GENERIC)


@cache
def same_council(one: str, other: str) -> bool:
    """Tell whether two councils' keys are one but for words of its name that were run together.

    >>> same_council("elm bridge", "ofelm bridgeparish"), same_council("elm", "elm bridge")
    (True, False)
    """
    shorter, longer = sorted((one.replace(" ", ""), other.replace(" ", "")), key=len)
    at = longer.find(shorter)
    return at >= 0 and longer[:at] in RUN_ON and longer[at + len(shorter) :] in RUN_ON


def name_of(entity: Entity) -> tuple[str, str]:
    """Return given and family name; a given name alone is in the first with an empty family.

    >>> name_of(Entity("PERSON", "Cllr S Ní Voss", 0, 14, value="S Ní Voss"))
    ('S', 'Ní Voss')
    """
    parts = (entity.value or entity.text).split()
    if len(parts) == 1:
        return (parts[0], "") if entity.found_by == "person:recalled" else ("", parts[0])
    at = len(parts) - 1
    while at > 0 and parts[at - 1].lower() in PARTICLES and not (at == 1 and _is_given(parts[0])):
        at -= 1
    return " ".join(parts[:at]), " ".join(parts[at:])


def _is_given(word: str) -> bool:
    """Tell an initial, and a given name that is a particle too: Ben Voss is no Mr Ben-Voss."""
    return len(word) == 1 or word in {"Ben", "Del"}


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """Return a name in lower case without accents: Dhálaigh is also printed Dhalaigh.

    >>> plain("Ní Dhálaigh"), plain("O’Voss")
    ('ni dhalaigh', "o'voss")
    """
    letters = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def spelling(given: str, family: str) -> str:
    """Return a whole name without accents and hyphens.

    >>> spelling("Kit", "Voss-Lyle"), spelling("Kit Voss", "Lyle")
    ('kit voss lyle', 'kit voss lyle')
    """
    return plain(f"{given} {family}").replace("-", " ")


def _one_off(one: str, other: str) -> bool:
    """Tell two words that differ in one letter, left out, put in or changed."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((place for place, letter in enumerate(shorter) if letter != longer[place]), len(shorter))
    return shorter[at + (len(shorter) == len(longer)) :] == longer[at + 1 :]


def family_key(family: str) -> str:
    """Return what family names are compared by: without accents, and without the O of O’Voss, also printed O Voss.

    >>> family_key("O’Hanlon"), family_key("O Hanlon"), family_key("Ní Voss")
    ('hanlon', 'hanlon', 'ni voss')
    """
    return O_PREFIX.sub("", plain(family))


def name_key(given: str, family: str, council: str, standing: str) -> NameKey:
    """Return what names of one initial in a council have in common; by a family name alone those of one standing."""
    return council, family_key(family), plain(given)[:1] or f"a {standing}"


def _agreement(given: str, person: Known) -> float:
    """Return how well a given name agrees with a person's; the O of O’Voss is no initial."""
    fit = agree(given, person.given)
    return fit if fit or given not in {"O", "Ó"} or not O_PREFIX.match(plain(person.family)) else MISSING


def agree(one: str, other: str) -> float:
    """Return how well two given names agree: 0 where they are two people's.

    >>> agree("S", "Sue"), agree("Sue", "Susan"), agree("Sue", "Ann"), agree("", "Sue")
    (0.9, 0.9, 0.0, 0.6)
    """
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return MISSING
    if first == second:
        return SAME
    return LIKE if all(_alike(a, b) for a, b in zip(first, second, strict=False)) else 0.0


def _parts(given: str) -> list[str]:
    """Return the parts of given names; initials written close are parts: `RE`, `P.M.`."""
    if given.isupper() and len(given) <= MOST_INITIALS:
        return [letter.lower() for letter in given if letter.isalpha()]
    return WORD.findall(plain(given))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return not _forms(one).isdisjoint(_forms(other))


@cache
def _forms(name: str) -> frozenset[str]:
    single = DOUBLED.sub(r"\1", name)  # Emmett, Emmet
    return frozenset({name, single, *(full for short, full in table("nicknames") if short == name)})


@lru_cache(maxsize=1 << 14)
def titles_of(text: str, *, printed: bool = False) -> tuple[str, ...]:
    """Return the titles before a name, in lower case or as printed.

    >>> titles_of("County Cllr Mrs. J Orr"), titles_of("Jo Orr")
    (('county', 'cllr', 'mrs'), ())
    """
    forms = [match[0] for match in WORD.finditer(text[:LONGEST_TITLES])]
    last = 0
    for place, form in enumerate(forms):
        if form.lower() in HONORIFICS:
            last = place + 1
        elif form.lower() not in PREFIXES:
            break
    return tuple(form if printed else form.lower() for form in forms[:last])


def _gender(text: str) -> str:
    first = {word.lower() for word in WORD.findall(text)[:3]}
    return "f" if first & FEMALE else "m" if first & MALE else ""
