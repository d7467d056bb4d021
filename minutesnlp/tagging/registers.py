"""The people met so far, by council and family name, and which of them a mention means.

Given names agree where they are the same, where one is the other's initials or its short form (Sue, Susan), or where
one is missing. Who is at the meeting is preferred to who is not, and who is called by a like title (councillor, or not)
to who is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from minutesnlp.records import Entity
from minutesnlp.tagging.date_parts import FULL_MONTHS
from minutesnlp.tagging.lexicons import table, words
from minutesnlp.tagging.names import HONORIFICS, PARTICLES, PREFIXES

WORD = re.compile(r"[^\W\d_]+")
FEMALE = frozenset({"mrs", "ms", "miss", "lady", "dame", "baroness", "madam", "sister", "alderwoman", "councilwoman"})
MALE = frozenset({"mr", "sir", "lord", "brother", "councilman"})
MEMBERS = words("member_titles")
# Words of councils' names that many have, and that minutes put between: “Elm Annual Parish Council”.
GENERIC = (
    FULL_MONTHS
    | frozenset(
        [
            "parish",
            "town",
            "community",
            "city",
            "county",
            "borough",
            "district",
            "metropolitan",
            "council",
            "annual",
            "the",
        ]
    )
    | frozenset(["general", "extraordinary", "special", "full", "of", "and", "meeting", "joint", "royal"])
)
# How surely two given names mean one person: the same, one the other's initials or short form, one of them missing.
SAME, LIKE, MISSING = 1.0, 0.9, 0.6
# What being there adds, or being the only one of the name.
HERE = 0.3
RIVALS = 0.5
O_PREFIX = re.compile(r"o[' ](?=\w)")
MOST_INITIALS = 3
LONGEST_TITLES = 80


@dataclass(slots=True)
class Known:
    """A person as far as the mentions tell: the fullest given name, the family name, how they are addressed."""

    id: str
    given: str
    family: str
    gender: str = ""
    titles: set[str] = field(default_factory=set)
    meetings: set[str] = field(default_factory=set)
    council: str = ""

    def may_be_of(self, council: str) -> bool:
        """Tell whether somebody of a council may be meant; where either is not told, they may."""
        return not council or not self.council or council == self.council


class Register:
    """Everybody met so far."""

    def __init__(self) -> None:
        self.people: list[Known] = []
        self._by_family: dict[str, list[Known]] = defaultdict(list)
        self._at_meeting: dict[str, list[Known]] = defaultdict(list)
        self._ids: dict[str, int] = defaultdict(int)

    def whom(self, entity: Entity, council: str, meeting: str) -> tuple[Known, str, float]:
        """Say whom a mention means, why, and how surely; whoever is new is entered."""
        given, family = name_of(entity)
        fits = self._fits(given, family, entity, council, meeting)
        if not fits:
            return self._enter(given, family, entity, council, meeting), "the first mention", 1.0
        here = [fit for fit in fits if meeting in fit[1].meetings] or fits
        title = _class_of(entity.text)
        alike = [fit for fit in here if title and title in fit[1].titles] or here
        agreement = max(fit[0] for fit in alike)
        best = [person for fit, person in alike if fit == agreement]
        person = best[0]
        person.council = person.council or council
        self._meet(person, entity, meeting)
        if not family:
            sure = LIKE if meeting in person.meetings and len(best) == 1 else RIVALS
            return person, "a given name", sure
        reason = "the same family name"
        if agreement > MISSING:
            reason = "the same name" if agreement == SAME else f"{reason}, given names that agree"
        if len(best) > 1:
            return person, f"{reason}, but {len(best)} people have it", RIVALS
        settled = here is not fits or len(fits) == 1 or len(alike) < len(here)
        return person, reason, min(1.0, agreement + (HERE if settled else 0.0))

    def _fits(self, given: str, family: str, entity: Entity, council: str, meeting: str) -> list[tuple[float, Known]]:
        gender = _gender(entity.text)
        if family:
            candidates = self._by_family.get(family_key(family), [])
            pairs = [(_agreement(given, person), person) for person in candidates if person.may_be_of(council)]
        else:
            here = self._at_meeting.get(meeting, [])
            pairs = [(agree(given, person.given.split(" ")[0]), person) for person in here if person.given]
        return [(fit, person) for fit, person in pairs if fit and not (gender and person.gender not in {gender, ""})]

    def _enter(self, given: str, family: str, entity: Entity, council: str, meeting: str) -> Known:
        identity = "-".join(WORD.findall(f"{given} {family}".lower())) or "unknown"
        self._ids[identity] += 1
        count = self._ids[identity]
        person = Known(f"{identity}-{count}" if count > 1 else identity, given, family, council=council)
        self.people.append(person)
        self._by_family[family_key(family)].append(person)
        self._meet(person, entity, meeting)
        return person

    def _meet(self, person: Known, entity: Entity, meeting: str) -> None:
        person.gender = person.gender or _gender(entity.text)
        title = _class_of(entity.text)
        if title:
            person.titles.add(title)
        if meeting not in person.meetings:
            person.meetings.add(meeting)
            self._at_meeting[meeting].append(person)


def council_key(council: str | None) -> str:
    """Return what tells one council from another: the names of places in its name, nothing where there are none.

    >>> council_key("Elm Bridge Annual Parish Council"), council_key("Elm Bridge Parish Council"), council_key(None)
    ('elm bridge', 'elm bridge', '')
    """
    return " ".join(word for word in WORD.findall(plain(council or "")) if word not in GENERIC)


def name_of(entity: Entity) -> tuple[str, str]:
    """Return given and family name; a given name alone is in the first with an empty family.

    >>> name_of(Entity("PERSON", "Cllr S Ní Voss", 0, 14, value="S Ní Voss"))
    ('S', 'Ní Voss')
    """
    parts = (entity.value or entity.text).split()
    if len(parts) == 1:
        return (parts[0], "") if entity.found_by == "person:recalled" else ("", parts[0])
    at = len(parts) - 1
    while at > 0 and parts[at - 1].lower() in PARTICLES and not (at == 1 and len(parts[0]) == 1):
        at -= 1
    return " ".join(parts[:at]), " ".join(parts[at:])


def plain(name: str) -> str:
    """Return a name in lower case without accents: Dhálaigh is also printed Dhalaigh.

    >>> plain("Ní Dhálaigh"), plain("O’Voss")
    ('ni dhalaigh', "o'voss")
    """
    letters = unicodedata.normalize("NFKD", name.lower().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def family_key(family: str) -> str:
    """Return what family names are compared by: without accents, and without the O of O’Voss, also printed O Voss.

    >>> family_key("O’Hanlon"), family_key("O Hanlon"), family_key("Ní Voss")
    ('hanlon', 'hanlon', 'ni voss')
    """
    return O_PREFIX.sub("", plain(family))


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
    return frozenset({name, *(full for short, full in table("nicknames") if short == name)})


def titles_of(text: str, *, printed: bool = False) -> list[str]:
    """Return the titles before a name, in lower case or as printed.

    >>> titles_of("County Cllr Mrs. J Orr"), titles_of("Jo Orr")
    (['county', 'cllr', 'mrs'], [])
    """
    forms = [match[0] for match in WORD.finditer(text[:LONGEST_TITLES])]
    last = 0
    for place, form in enumerate(forms):
        if form.lower() in HONORIFICS:
            last = place + 1
        elif form.lower() not in PREFIXES:
            break
    return [form if printed else form.lower() for form in forms[:last]]


def _class_of(text: str) -> str:
    """Return `member` where a mention says Councillor or the like, `other` for Mr and Dr, nothing for a bare name."""
    first = [word.lower() for word in WORD.findall(text)[:3]]
    if any(word in MEMBERS for word in first):
        return "member"
    return "other" if first and (first[0] in FEMALE | MALE or first[0] in {"dr", "prof", "professor"}) else ""


def _gender(text: str) -> str:
    first = {word.lower() for word in WORD.findall(text)[:3]}
    return "f" if first & FEMALE else "m" if first & MALE else ""
