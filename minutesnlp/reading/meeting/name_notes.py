"""A person of a list, and what stands beside the name: role, party, ward, or nothing that is told of anybody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutesnlp.reading.meeting.name_words import FULL_WORD, INITIAL, OF_A_PLACE, TELLS, begins_with_name
from minutesnlp.reading.page.posts import STYLED, Beside, beside, given_names, is_initials, is_office

# What opens a list of councillors: "Cllrs Hall, Lee and Day".
PLURAL = re.compile(
    r"(?:councillors|commissioners|trustees|alder(?:men|persons)|(?:council)?members|council(?:men|women)|c?cl{0,2}rs|cllr[’']s|cyng\w*rwyr|comhairleoirí)\b",
    re.IGNORECASE,
)

# The letters of a body behind a name: “Jo Hall WCC”.
OF_A_BODY = re.compile(r"[A-Z]{3,6}")


class Person(NamedTuple):
    """A name as printed in a list, with what stands beside it; `styled` if it is called a councillor's there."""

    name: str
    role: str | None = None
    party: str | None = None
    ward: str | None = None
    styled: bool = False


def without_body(words: Sequence[str]) -> tuple[list[str], str | None]:
    """Part a name from the body that runs on behind it: “A Hall Police Scotland”, “Jo Hall WCC”.

    >>> without_body(["Jo", "Hall", "Police", "Scotland"])
    (['Jo', 'Hall'], 'Police Scotland')
    """
    rest = " ".join(words[2:])
    lettered = len(words) == 3 and OF_A_BODY.fullmatch(rest) and all(map(FULL_WORD.fullmatch, words[:2]))
    if lettered or (begins_with_name(" ".join(words)) and is_office(rest)):
        return list(words[:2]), rest
    return list(words), None


def with_titles(words: Sequence[str], titles: Iterable[str]) -> str:
    """Return a name with the titles before it: “Messrs Hall and Lee” are each a Mr, “Messrs Jo Hall and Di Lee” not."""
    several = "" if len(words) > 1 else "Mr"
    told = filter(None, (several if title.startswith("Messrs") else title for title in titles))
    return " ".join([*told, *words]).rstrip(".")


def noted(words: Sequence[str], notes: Iterable[str], *, styled: bool) -> tuple[str, Beside]:
    """Return what notes beside a name tell: of two with one surname the given name, and role, party and ward.

    `styled`: it is called a councillor's.
    """
    given, role, party, ward = "", None, None, None
    for note in notes:
        if len(words) == 1 and (INITIAL.fullmatch(note) or note.casefold() in given_names()):
            given = f"{note} "  # “Hall (A)”, “Hall (Jo)”
            continue
        if STYLED.fullmatch(note) and PLURAL.match(note):
            continue  # “Jo Hall, Di Lee (Councillors)”
        first, *more = re.split(r"\s*,\s*", note, maxsplit=1)
        if is_initials(first, " ".join(words)):  # the initials the minutes call the person by: “(RB, Chair)”
            note = more[0] if more else ""
        if not note or TELLS.search(note):
            continue  # “(who attended by telephone, but had no vote)”
        told = beside(note, councillor=styled)
        role, party, ward = role or told.role, party or told.party, ward or told.ward
    return given, Beside(role, party, ward)


def is_of_a_place(text: str) -> bool:
    """Tell the style of one councillor with what the council is of: “District Councillor”; not “Councillors”."""
    return STYLED.fullmatch(text) is not None and OF_A_PLACE.match(text) is not None and PLURAL.search(text) is None
