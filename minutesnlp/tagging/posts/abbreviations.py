"""Posts by the letters a document gives them: “the Police and Crime Commissioner (PCC)”, and then “the PCC”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutesnlp.tagging.mentions import Mention

# Behind a post: its letters in brackets.
GIVEN_LETTERS = re.compile(r"\s\((?:the\s)?[“\"‘']?([A-Z]{2,6})[”\"’']?\)")
SMALL = frozenset(["and", "of", "for", "the", "to"])
WORD = re.compile(r"[^\W\d_]+")


def letters_of(text: str, roles: Iterable[Mention]) -> set[str]:
    """Return the letters that a text gives to its posts.

    >>> letters_of("The Head of Works (HW) spoke.", [Mention("ROLE", 4, 17, None, "")])
    {'HW'}
    """
    found = set()
    for role in roles:
        match = GIVEN_LETTERS.match(text, role.end)
        if match is not None:
            words = WORD.findall(text[role.start : role.end])
            every = "".join(word[0] for word in words).upper()
            great = "".join(word[0] for word in words if word.lower() not in SMALL).upper()
            if match[1] in (every, great):
                found.add(match[1])
    return found


def abbreviated(text: str, letters: Iterable[str]) -> list[Mention]:
    """Return where posts stand by their letters: “the PCC said”; not “the PCC Office” and not “PCCs”.

    >>> [m.start for m in abbreviated("The PCC said the PCC Fund rose.", {"PCC"})]
    [4]
    """
    pattern = re.compile(rf"\b[Tt]he\s(?P<letters>{'|'.join(sorted(letters))})\b(?!\s[A-Z]|-)")
    return [
        Mention("ROLE", match.start("letters"), match.end(), None, "role:letters") for match in pattern.finditer(text)
    ]
