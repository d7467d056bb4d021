"""Who has a page: people, by the shape of their names and by what they do, who are members or officers here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from minutesnlp.records import Entity
from minutesnlp.tagging.lexicons import is_english
from minutesnlp.tagging.linking.post_words import key_of
from minutesnlp.tagging.linking.registers import MEMBERS, council_key, name_of, plain, titles_of
from minutesnlp.tagging.linking.standings import (
    MEMBER,
    OFFICER,
    PRIVATE,
    PUBLIC,
    RANKS,
    WEAK,
    is_of_parliament,
    post_class,
)
from minutesnlp.tagging.people.names import FAMILY, GIVEN, NOT_NAMES, PERSON_VERBS, ROLE_HEADS

# Words right before who does it: “seconded by Councillor Orr”.
DONE_BY = re.compile(
    r"(?:\b(?:proposed|moved|seconded|proposal|proposer|seconder|raised|asked|chaired|led|thanked)\b[^.;]{0,24}"
    r"|\b(?:with|thanks|from|by)\s)\Z",
    re.IGNORECASE,
)
NEXT_WORD = re.compile(r"[,’']?\s*([a-z]+)")
ANOTHER_COUNCIL = re.compile(r",?\s(?:\(|[–-]\s|of\s(?:the\s)?)?((?:[A-Z][\w’'-]+\s){1,4})Council\b")
# … by its letters, which are a larger council's: “(ECC)”.
LETTERED = re.compile(r",?\s?\(?[A-Z]{1,3}(?:CC|DC|BC)\b")
INITIALS = re.compile(r"(?:[A-Z]\.?\s?){1,3}\Z")
# A family name alone is a person's when it acts so often, or is listed.
FEWEST_ACTS = 2
FEWEST_SEATS = 2
MOST_GIVEN = 3
SHORTEST_WORD = 3
# Small councils have these officers; a manager or engineer whom their minutes name is mostly somebody else's.
SMALL = re.compile(r"\b(?:parish|community|town)\s+council\b", re.IGNORECASE)
OF_SMALL = frozenset(
    ["clerk", "finance", "groundsman", "lengthsman", "lengthsperson", "handyman", "caretaker", "warden"]
)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by name, the words around it, and how a list of attendance has it (empty outside of one).

    `seat` is the meeting at whose table of members the list has it, `surely` whether the list says whom it is of;
    `guest` tells that who is called Councillor there is another council's.
    """

    entity: Entity
    before: str
    after: str
    listed: str
    seat: str = ""
    surely: bool = False
    guest: bool = False


OF_LARGER = frozenset(["county", "borough", "district"])
UNIFORMS = frozenset(
    ["pc", "pcso", "sgt", "sergeant", "insp", "inspector", "supt", "superintendent", "garda", "constable"]
)


def post_here(post: str, *, after: str, council: str | None) -> str:
    """Return what a post makes of its holder at a council of that name: an officer of a small one is listed there too.

    A county’s councillor is none of a parish’s.

    >>> [post_here("Works Manager", after="", council=name) for name in ("Elm Council", "Elm Parish Council")]
    ['officer', 'weak']
    >>> [post_here("County Councillor", after="", council=name) for name in ("Elm Council", "Elm Parish Council")]
    ['member', 'public elsewhere']
    """
    standing = post_class(post, after=after, council=council_key(council))
    if not is_small(council):
        return standing
    words = frozenset(key_of(post))
    if standing == MEMBER and words & OF_LARGER:
        return PUBLIC
    if standing != OFFICER:
        return standing
    return PUBLIC if words & OF_LARGER else WEAK if words.isdisjoint(OF_SMALL) else standing


def is_small(council: str | None) -> bool:
    """Tell a parish, town or community council by its name."""
    return SMALL.search(council or "") is not None


def is_a_person(names: Sequence[Named], council: str) -> bool:
    """Tell a person from what only stands where one would: “Councillor Surgeries”, “Corner Shop”.

    `council` is the key of the council: what begins with its name is a body.
    """
    parts = [name_of(named.entity) for named in names]
    given = next((given for given, family in parts if given and family and _is_given(given)), None)
    if given is not None:
        return True
    family = Counter(family for _, family in parts).most_common(1)[0][0]
    if INITIALS.match(family):
        return False  # “Cllr JA”
    if not family:
        return any(named.listed for named in names) and len(names) >= FEWEST_ACTS
    has_given = any(given for given, _ in parts)
    if has_given and any(_is_word(word, council) for given, _ in parts for word in given.split()[:1]):
        return False
    titled = sum(bool(titles_of(named.entity.text)) for named in names)
    if not titled and has_given:
        # An unusual name beside a post, of which nothing is a word.
        whole = {word for pair in parts for name in pair for word in name.split()}
        strange = any(len(word) < SHORTEST_WORD or _is_word(word, council) for word in whole)
        return not strange or any(named.listed for named in names)
    acts = sum(_acts(named) for named in names)
    if any(named.surely for named in names) or len({named.seat for named in names if named.seat}) >= FEWEST_SEATS:
        return not _is_word(family.split()[-1], council) or acts >= FEWEST_ACTS
    if _is_word(family.split()[-1], council):
        return acts >= FEWEST_ACTS
    return (
        acts >= FEWEST_ACTS
        or (titled >= FEWEST_ACTS and any(named.listed for named in names))
        or titled > 2 * FEWEST_ACTS
    )


def _is_given(given: str) -> bool:
    words = re.split(r"[\s-]+", given.lower())
    if len(words) > MOST_GIVEN or not ROLE_HEADS.isdisjoint(words):
        return False
    first = given.split()[0].strip("(.“\"'")
    return INITIALS.match(given) is not None or any(part.lower() in GIVEN for part in first.split("-"))


def _is_word(word: str, council: str) -> bool:
    """Tell a word that is no name: of English or of minutes, and the council's own name."""
    lower = word.lower()
    return (is_english(lower) and lower not in FAMILY) or lower in NOT_NAMES or plain(word) in council.split()


def _is_public_elsewhere(name: str) -> bool:
    return is_of_parliament(name) or not UNIFORMS.isdisjoint(titles_of(name))


def _is_of_another(named: Named, council: str) -> bool:
    """Tell a councillor of another council by what follows: “Councillor Orr, Elm County Council”."""
    if LETTERED.match(named.after):
        return True  # “Cllr Jo Orr (ECC)”
    following = ANOTHER_COUNCIL.match(named.after)
    names = {word.lower() for word in following[1].split()} - RANKS if following else set()
    return bool(council and names) and names.isdisjoint(council.split())


def _acts(named: Named) -> bool:
    following = NEXT_WORD.match(named.after)
    return (following is not None and following[1] in PERSON_VERBS) or DONE_BY.search(named.before) is not None


def public_as(names: Sequence[Named], posts: Sequence[str], council: str, *, small: bool = False) -> str | None:
    """Tell a member or an officer from everybody else, by titles, lists and the classes of the posts seen.

    A post with another organisation makes nobody an officer here, nor does a seat in a parliament; who comes to a
    `small` council as a councillor of the county is a member only where they are listed among those present.
    """
    counted, listed = Counter(posts), Counter(named.listed for named in names if named.listed)
    titles = {title for named in names for title in titles_of(named.entity.text)}
    if small and (counted[PUBLIC] or titles & OF_LARGER) and not listed["present"]:
        return None
    visits = small and _visits(names, council)
    for named in names:
        if (
            not visits
            and any(title in MEMBERS for title in titles_of(named.entity.text))
            and not _is_of_another(named, council)
        ):
            return MEMBER
    if any(_is_public_elsewhere(named.entity.text) for named in names) or counted[PUBLIC] >= max(1, counted[OFFICER]):
        return None
    # Who leads a body, and sits at its table or is often seen so, is one of its members.
    if counted[MEMBER] > counted[OFFICER] and (counted[MEMBER] > 1 or listed):
        return MEMBER
    if not visits and _has_a_seat(names, counted[PRIVATE] + counted[OFFICER]):
        return MEMBER
    if listed[OFFICER] or counted[OFFICER] > counted[PRIVATE] or (counted[WEAK] and listed["present"]):
        return OFFICER
    return None


def _has_a_seat(names: Sequence[Named], elsewhere: int) -> bool:
    """Tell who is listed at the table of members, at two meetings or by a list of members, and not among the public."""
    seats, listed = {named.seat for named in names if named.seat}, Counter(named.listed for named in names)
    often = len(seats) >= FEWEST_SEATS or any(named.surely for named in names)
    acting = len(seats) > 0 and sum(_acts(named) for named in names) >= FEWEST_ACTS
    return (often or acting) and len(seats) > listed["public"] + listed[OFFICER] + elsewhere


def _visits(names: Sequence[Named], council: str) -> bool:
    """Tell a councillor of another council who comes to a small one: among the public, or called so where few are."""
    listed = [named for named in names if named.listed]
    public = sum(named.listed == "public" for named in listed)
    if not any(named.listed == "present" for named in listed):
        return 2 * public >= len(names) or any(_is_of_another(named, council) for named in names)
    guests = sum(named.guest and not MEMBERS.isdisjoint(titles_of(named.entity.text)) for named in listed)
    return 2 * guests > len(listed)
