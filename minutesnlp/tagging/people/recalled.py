"""The people met in a document, and finding them again by a given or a family name alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutesnlp.tagging.lexicons import is_english
from minutesnlp.tagging.lexicons import words as word_list
from minutesnlp.tagging.mentions import Mention
from minutesnlp.tagging.people.names import FIRMS, GIVEN, NOT_NAMES, PERSON_VERBS, Name
from minutesnlp.tagging.words import Words

_MAY_PRECEDE = frozenset(
    ["and", "but", "when", "as", "if", "that", "because", "while", "although", "so", "then", "after"]
)
_MODALS = frozenset(["should", "could", "can", "must", "shall", "might", "did", "does", "were", "are", "have"])
_KIN = frozenset(
    [
        "wife",
        "husband",
        "son",
        "sons",
        "daughter",
        "daughters",
        "children",
        "brother",
        "sister",
        "mother",
        "father",
        "widow",
    ]
)
# What is done to people: “Ann was thanked”.
_DONE_TO = frozenset(
    ["thanked", "asked", "elected", "re-elected", "appointed", "co-opted", "nominated", "welcomed", "invited"]
)
# The longest list of given names that a verb may follow, in words and marks.
_LONGEST = 16
_WORDS_TOO = word_list("given_names_words")
_VERBS = word_list("person_verbs")
# Given names that are sure before “has” and “will” too.
_COMMONEST = word_list("given_names")
# Family names that are words too are sure only beside one that is not.
_COMMON = NOT_NAMES | FIRMS
# The mark of words that belong to a post.
_POST = 2


@dataclass(slots=True)
class Known:
    """The people met in a document so far: which family names stand with which given names."""

    families: dict[str, set[str]] = field(default_factory=dict)
    givens: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, name: Name) -> None:
        """Remember a name."""
        self.families.setdefault(name.family.lower(), set()).add(name.given)
        first = name.given.split()[0].strip("(.").lower() if name.given else ""
        if len(first) > 2 and not name.given.isupper():
            self.givens.setdefault(first, set()).add(name.family)


def recall(words: Words, known: Known, taken: bytearray) -> list[Mention]:
    """Find people by what is known of them: a given or a family name alone."""
    found = []
    for place, lower in enumerate(words.lower):
        if taken[place] or not words.capitals[place]:
            continue
        given = (lower in known.givens and lower not in NOT_NAMES) or _speaks(words, place)
        in_list = not given and lower in known.families and _beside_another(words, place, known)
        family = not given and lower in known.families and (in_list or lower not in NOT_NAMES) and len(lower) > 2
        if not (given or family) or not _stands_alone(words, place, taken):
            continue
        in_office = place > 0 and taken[place - 1] == _POST and words.on_line(place - 1)
        if family and not in_list and not in_office and (lower in FIRMS or not _acts(words, place)):
            continue
        if given and lower in _WORDS_TOO and not _acts(words, place):
            continue
        if given and ((lower not in GIVEN and is_english(lower)) or _is_place(words, place)):
            continue
        families = known.givens.get(lower, set()) if given else set()
        value = next(iter(families)) if len(families) == 1 else None
        printed = words.form[place]
        found.append(
            Mention(
                "PERSON",
                words.start[place],
                words.end[place],
                f"{printed} {value}" if value else printed,
                "person:recalled" if given else "person:family-alone",
            )
        )
        taken[place] = 1
    return found


def _is_place(words: Words, place: int) -> bool:
    """Tell a street or a church called after somebody: “Carey’s Road”, “St. Mary’s”."""
    if words.at(place - 1) in {"st", "saint"} or (words.at(place - 1) == "." and words.at(place - 2) == "st"):
        return True
    possessed = words.at(place + 1) in {"’", "'"} and words.at(place + 2) == "s"
    return possessed and words.capital(place + 3) and words.at(place + 3) in FIRMS


def _beside_another(words: Words, place: int, known: Known) -> bool:
    """Tell a family name in a list of people met before: “(Voss, May, Lyle – yea)”."""
    for step in (-1, 1):
        beside = place + 2 * step
        joined = words.at(place + step) in {",", "and", "&"} and words.capital(beside)
        if joined and words.at(beside) in known.families and words.at(beside) not in _COMMON:
            return True
    return False


def _stands_alone(words: Words, place: int, taken: bytearray) -> bool:
    if words.form[place].isupper():
        return False
    before = (
        place > 0
        and taken[place - 1] != _POST
        and words.on_line(place - 1)
        and (words.capital(place - 1) and words.lower[place - 1] not in _MAY_PRECEDE)
    )
    after = place + 1 < len(words) and words.on_line(place) and words.capital(place + 1)
    return not before and not after and words.form[place - 1 if place else 0] not in {"&", "-"}


def _speaks(words: Words, place: int) -> bool:
    """Tell a given name that speaks or does: “Peter informed the meeting”, “Ann, Fran and Jo should judge”.

    Not “Will reported”, where the name may be a verb.
    """
    if _is_given(words, place) and _is_kin(words, place):
        return True
    at = place
    while _is_given(words, at):
        at += 1
        if words.at(at) in PERSON_VERBS or words.at(at) in _MODALS:
            return True
        if words.at(at) in {"has", "had", "will"}:
            return words.lower[place] in _COMMONEST and words.at(place - 1) not in {"river", "the", "of", "in", "at"}
        if words.at(at) == "was":
            return words.at(at + 1) in _DONE_TO
        if words.at(at) not in {",", "and", "&"} or at - place > _LONGEST:
            return False
        at += 1
        if words.at(at) in {"and", "&"}:
            at += 1
    return False


def _is_kin(words: Words, place: int) -> bool:
    """Tell a given name that a word of kinship leads: “his wife Jill”, “her children Ann, Jo and Mary”."""
    at = place - 1
    while place - at < _LONGEST and at > 0:
        if words.lower[at] in _KIN:
            return words.on_line(at) and not words.capital(place + 1)
        if words.lower[at] not in {",", "and", "&"} and not _is_given(words, at):
            return False
        at -= 1
    return False


def _is_given(words: Words, place: int) -> bool:
    lower = words.at(place)
    return words.capital(place) and lower in GIVEN and lower not in _WORDS_TOO and lower not in NOT_NAMES


def _acts(words: Words, place: int) -> bool:
    """Tell whether a verb of speech or doing follows, as after a person."""
    following = words.at(place + 1)
    return following in _VERBS or (following in {"’", "'"} and words.at(place + 2) == "s")
