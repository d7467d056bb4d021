"""Whose a post is by where it stands: beside a name, given to one, said to be one's, joined to another post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutesnlp.tagging.linking.places import Place
from minutesnlp.tagging.linking.post_words import is_interim, key_of
from minutesnlp.tagging.linking.registers import name_of, plain
from minutesnlp.tagging.linking.standings import (
    MEMBER,
    OFFICER,
    PUBLIC,
    holds_a_name,
    is_chair,
    is_of_parliament,
    post_class,
    title_class,
)

BESIDE_THE_NAME, GIVEN_THE_POST = "beside the name", "given the post"
SAID_TO_HAVE_IT, JOINED_TO_ONE = "said to hold the post", "joined to a post beside the name"
# How a link to a post says that the person was seen in it.
SEEN = (BESIDE_THE_NAME, GIVEN_THE_POST, SAID_TO_HAVE_IT, JOINED_TO_ONE)
# Between a name and its post, either way round: “Jo Orr, Clerk”, “Jo Orr (Clerk)”, “the Clerk, Jo Orr”.
BESIDE = re.compile(r"\s?(?:[,:–—-]|\()?\s?(?:the\s|our\s|[Aa]n\s|[Yy]\s)?\Z")
BETWEEN = re.compile(r"[\s,:(–—-]{1,4}(?:the\s|our\s|[Aa]n\s|[Yy]\s)?\Z")
# The initials the minutes call somebody by, between the name and the post: “Jo Orr (JO, Chair)”, “Jo Orr (JO) Clerk”.
CALLED = re.compile(r"\s?[(\[](?P<initials>[A-Z][A-Za-z]{0,3}[A-Z])(?:[)\]]|(?=,))")
# Between a person and the post they are given: “Jo Orr was appointed to the post of Clerk”. “Jo Orr be elected Chair”
# is a motion, and counts when the text says that it was carried.
GIVEN_TO = re.compile(
    r"\s(?:(?P<moved>be|being|to\sbe)\s|(?:is|was|has\sbeen|had\sbeen)\s)?(?:duly\s|unanimously\s)?(?:declared\s)?"
    r"(?:re-?)?(?:elected|appointed|co-opted)"
    r"(?:\sby\s\w+){0,2}(?:\s(?:as|to\sbe|to\sthe\s(?:post|position|role)\sof|the|new)){0,3}\s(?:the\s)?\Z"
)
CARRIED = re.compile(
    r"\b(?:resolved|ordered|agreed|carried|unanimous(?:ly)?|all\sin\sfavour|adopted|approved|decided|accepted|passed|confirmed)\b"
    r"|\bno\s(?:other|further)\snominations?\b",
    re.IGNORECASE,
)
NOT_CARRIED = re.compile(
    r"\b(?:lost|defeated|rejected|withdrawn|declined|refused|failed|fell|not\s(?:carried|agreed|approved))\b",
    re.IGNORECASE,
)
# Between a person and the post they are said to hold: “Jo Orr, whose post is that of Clerk”, “Jo’s new role is”,
# “Jo Orr declared an interest as she was Chair of Governors”.
SAID_TO_HOLD = re.compile(
    r"""(?:,?\swho(?:se(?:\s\w+){1,3}?)?|[’']s\s(?:\w+\s)?(?:role|post|position)|[^.;]{0,120}\binterests?\b[^.;]{0,80}\bas\s(?:s?he|they)
        |[^.;]{0,120}\binterests?\b[^.;]{0,80}\b(?:as|being))
    (?:\s(?:is|was|were|has\sbeen|had\sbeen))?(?:\sthat)?(?:\s(?:of|as))?(?:\s(?:now|also|currently|the|an?|our)){0,2}\s\Z""",
    re.VERBOSE,
)
# Before a post that ends what leads into a sentence, and is not of the name behind it.
LEADS_IN = re.compile(
    r"(?:\A|[.;:]\s+)(?:With|At|On|By|In|Following|After|Subject\sto)\b[^.;,]*\b(?:of|by|from|to)\s+(?:the|[Aa]n)?\s*\Z"
)
# Between two posts of one person: “Clerk and RFO”, “Clerk/RFO”, “Team Leader, is now acting up into the Manager”.
JOINED = re.compile(
    r"(?:\s?(?:,?\s?(?:and|&)\s|/\s?)|,?\s(?:and\s)?(?:is|was)\s(?:now\s|also\s)?(?:acting|working|serving)\s(?:up\s)?(?:as|into)\s)"
    r"(?:also\s)?(?:the\s)?\Z"
)
# A list of councillors that goes on to the end of what is searched.
COUNCILLORS = re.compile(r"\b(?:Cllrs|Councillors)\b\.?[^.;:()\n]*(?:\b\w\.[^.;:()\n]*)*\Z")
AND = re.compile(r"\b(?:and|&)\b")
LONGEST_BESIDE = 10
LONGEST_LISTED = 30
LONGEST_GIVEN = 60
LONGEST_SAID = 200


@dataclass(frozen=True, slots=True)
class Beside:
    """Who is seen in a post: the number of the mention that names them, and how they are seen there."""

    person: int
    reason: str


def holders_beside(places: Sequence[Place]) -> dict[int, Beside]:
    """Return by the number of each post who stands beside it, or beside the post it is joined to."""
    found: dict[int, Beside] = {}
    for number, place in enumerate(places):
        if place.entity.label == "ROLE" and not holds_a_name(place.entity.text):
            holder = _holder(number, places, found)
            if holder is not None:
                found[number] = holder
    return found


def _holder(number: int, places: Sequence[Place], found: dict[int, Beside]) -> Beside | None:
    following = places[number + 1] if number + 1 < len(places) else None
    if following and following.entity.label == "PERSON" and _gap(places[number], following) == "/":
        return Beside(number + 1, BESIDE_THE_NAME)  # “Mayor/Councillor Jo Orr”
    listed = _listed_with(number, places)
    if listed is not None:
        return Beside(listed, BESIDE_THE_NAME)
    # Of “Chair Jo Orr Clerk Al Orr” each post is the next name's.
    led = (number > 1 and _is_led(number - 1, places)) or _leads_the_next(number, places)
    for other in (number + 1, number - 1) if led else (number - 1, number + 1):
        if (
            0 <= other < len(places)
            and places[other].entity.label == "PERSON"
            and _beside(number, other, places, found)
        ):
            return Beside(other, BESIDE_THE_NAME)
    before, gap = number - 1, _gap(places[number - 1], places[number]) if number else None
    if gap is None:
        return None
    if places[before].entity.label == "PERSON":
        given = GIVEN_TO.match(gap) if len(gap) <= LONGEST_GIVEN else None
        if given and (not given["moved"] or _is_carried(places[number])):
            return Beside(before, GIVEN_THE_POST)
        if len(gap) <= LONGEST_SAID and SAID_TO_HOLD.match(gap):
            return Beside(before, SAID_TO_HAVE_IT)
    joined = found.get(before)
    if joined is not None and joined.reason != GIVEN_THE_POST and JOINED.match(gap):
        return Beside(joined.person, JOINED_TO_ONE)
    return None


def _listed_with(number: int, places: Sequence[Place]) -> int | None:
    """Return which of the two names around a post has it by the list of attendance: “Jo Orr (JO) Chair Al Voss”."""
    key = set(key_of(places[number].entity.text))
    here = [n for n in (number - 1, number + 1) if 0 <= n < len(places) and _is_listed_beside(number, n, places)]
    held = [n for n in here if key and key <= set(key_of(places[n].post))]
    return held[0] if len(held) == 1 and len(here) == 2 else None


def _is_listed_beside(number: int, other: int, places: Sequence[Place]) -> bool:
    gap = _gap(places[min(number, other)], places[max(number, other)])
    near = gap is not None and len(gap) <= LONGEST_LISTED and "\n\n" not in gap and AND.search(gap) is None
    return near and bool(places[other].listed)


def _is_carried(place: Place) -> bool:
    return (place.decided or CARRIED.search(place.text) is not None) and not NOT_CARRIED.search(place.text)


def _is_led(number: int, places: Sequence[Place]) -> bool:
    """Tell a person who follows a post with nothing but a space or a colon between."""
    post, person = places[number - 1], places[number]
    gap = _gap(post, person) if post.entity.label == "ROLE" and person.entity.label == "PERSON" else None
    return gap is not None and gap.strip(" ") in {"", ":"}


def _leads_the_next(number: int, places: Sequence[Place]) -> bool:
    """Tell the post of the next in a list: “Jo Orr, Fire Chief Al Voss, Bo Dunn”."""
    if not 0 < number < len(places) - 2:
        return False
    before, post, after, next_one = places[number - 1 : number + 3]
    people = [one.entity.label == "PERSON" for one in (before, after, next_one)]
    gaps = [_gap(before, post), _gap(post, after), _gap(after, next_one)]
    return people == [True] * 3 and gaps[0] == ", " and gaps[1] == " " and gaps[2] in {", ", " and ", ", and "}


def _gap(one: Place, other: Place) -> str | None:
    """Return what stands between two mentions of one text, the first before the second."""
    if one.entity.paragraph_id != other.entity.paragraph_id or one.text != other.text:
        return None
    return one.text[one.entity.end : other.entity.start] if one.entity.end <= other.entity.start else None


def _beside(number: int, other: int, places: Sequence[Place], found: dict[int, Beside]) -> bool:
    post, person = places[number], places[other]
    gap = _gap(person, post) if other < number else _gap(post, person)
    if gap is not None and other < number:
        gap = _without_initials(gap, person.entity.value or person.entity.text)
        if gap == " " and post.text.startswith(":", post.entity.end):
            return False  # “Jo Orr (JO) Clerk: Al Voss”
    if gap is None or len(gap) >= LONGEST_BESIDE or "\n\n" in gap or gap == ",":
        return False
    if BESIDE.match(gap) is None and BETWEEN.match(gap) is None:
        return False
    if other > number and gap.startswith(",") and LEADS_IN.search(post.text, 0, post.entity.start):
        return False  # “With the consent of the Mayor, Councillor Orr moved”
    another = bool(person.listed and not person.post and post.post) and not _is_named(person, post.post)
    if another and is_chair(key_of(post.entity.text)):
        return False  # “Orr – Chairman, Al Voss”, where the list has Jo Orr in the chair
    if gap == " " and other < number and " " not in (person.entity.value or ""):
        return False  # the end of the name, as it seems: “Cllr Jo Reeve”
    if gap.startswith(", the ") and (is_of_parliament(person.entity.text) or _has_one(other, found)):
        return False  # the next of a list: “Jo Orr MP, the Mill Manager and others”
    if not _is_a_councillor(person) or gap.strip(" ") not in {"", ","}:
        return True
    # A councillor is no officer: “Cllr Jo Orr Clerk”, where the name of the clerk stands elsewhere.
    return is_interim(post.entity.text) or post_class(post.entity.text) not in {OFFICER, PUBLIC}


def _is_named(person: Place, name: str) -> bool:
    return plain(name_of(person.entity)[1] or person.entity.text) in plain(name)


def _without_initials(gap: str, name: str) -> str:
    called = CALLED.match(gap)
    if called is None or called["initials"][0] not in {word[0] for word in name.split()}:
        return gap
    return gap[called.end() :]


def _is_a_councillor(person: Place) -> bool:
    """Tell who is called Councillor, alone or with others: “Cllrs Jo Orr and Al Voss”."""
    if person.entity.found_by == "person:list":
        return COUNCILLORS.search(person.text, 0, person.entity.start) is not None
    return title_class(person.entity.text) == MEMBER


def _has_one(person: int, found: dict[int, Beside]) -> bool:
    return any(held.person == person for held in (found.get(person - 1), found.get(person + 1)) if held)
