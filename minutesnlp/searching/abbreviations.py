"""Abbreviations that minutes explain, each with its long forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from minutesnlp.text.analysis import Analyser

Abbreviations = Mapping[str, tuple[str, ...]]

# The fewest letters of an abbreviation that is learnt.
FEWEST = 3

# “(MACH)”, “(HMOs)”, “(A&E)”; not “(2021)”, “(a)”
SHORT = re.compile(r"\((?P<short>[A-Z][A-Za-z]?[A-Z&/.]*[A-Z][A-Za-z]?s?)\)")
# “MACH (Multi-Agency Children’s Hub)”; the long form begins with the same letter
SHORT_FIRST = re.compile(r"\b(?P<short>[A-Z][A-Z&]{1,7})s?\s\((?P<long>[A-Z][^()]{5,80})\)")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def learn(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the abbreviations that texts explain, each with its long forms, the most frequent first.

    After Schwartz and Hearst (2003), A simple algorithm for identifying abbreviation definitions: the letters of the
    abbreviation must be found in the words before it, from the last to the first, its first at the beginning of a word.

    >>> learn(["The Multi Agency Children's Hub (MACH) opened."])
    {'MACH': ("Multi Agency Children's Hub",)}
    """
    counts: dict[str, dict[str, int]] = {}
    for text in texts:
        if "(" not in text:
            continue
        for match in SHORT.finditer(text):
            found = _long_form(match["short"], text[: match.start()])
            if found:
                _count(counts, match["short"], found)
        for match in SHORT_FIRST.finditer(text):
            if _long_form(match["short"], match["long"]) == match["long"].strip():
                _count(counts, match["short"], match["long"].strip())
    return {short: tuple(sorted(of, key=lambda name: (-of[name], name))) for short, of in sorted(counts.items())}


class ByTerms:
    """Other names by terms: from a short form to the long ones, and from each long form to all others.

    Only names that begin as what is asked for are read: most of an archive's are asked for by nobody.

    >>> ByTerms({"MACH": ("Multi Agency Children's Hub",)}, Analyser()).get(("mach",))
    ["Multi Agency Children's Hub"]
    """

    def __init__(self, abbreviations: Abbreviations, analyser: Analyser) -> None:
        self._groups = [[short, *names] for short, names in abbreviations.items()]
        self._analyser = analyser
        self._read: dict[str, dict[tuple[str, ...], list[str]]] = {}

    def get(self, key: tuple[str, ...]) -> Sequence[str]:
        """Return the other names of what some terms name."""
        letters = _begins(key[0]) if key else ""
        found = self._read.get(letters)
        if found is None:
            found = self._read[letters] = self._beginning(letters)
        return found.get(key, ())

    @cached_property
    def _letters(self) -> list[list[str]]:
        return [[self._first(name) for name in group] for group in self._groups]

    def _first(self, name: str) -> str:
        """Return the letters with which the first term of a name begins, nothing where that is not plain."""
        word = name.split(maxsplit=1)[0] if name.strip() else ""
        plain = word.isascii() and word.isalpha() and len(word) > 1 and word.lower() not in self._analyser.stop_words
        return _begins(word.lower()) if plain else ""

    def _beginning(self, beginning: str) -> dict[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = {}
        for group, letters in zip(self._groups, self._letters, strict=True):
            for name, first in zip(group, letters, strict=True):
                if first in ("", beginning) and (key := tuple(self._analyser.terms(name))):
                    found.setdefault(key, []).extend(other for other in group if other != name)
        return found


def _begins(word: str) -> str:
    """Return the two letters with which a word and its stem begin: of dying that is “die”."""
    return word[:1] + word[1:2].replace("y", "i")


def _long_form(short: str, before: str) -> str | None:
    """Return the words before an abbreviation that it stands for, None when its letters are not in them."""
    letters = [letter.lower() for letter in short.removesuffix("s") if letter.isalnum()]
    words = list(WORD.finditer(before[-200:]))[-min(len(letters) * 2, len(letters) + 5) :]
    if not words:
        return None
    text = before[-200:]
    place = words[-1].end() - 1
    for number in range(len(letters) - 1, -1, -1):
        while place >= words[0].start():
            begins = place == 0 or not text[place - 1].isalnum()
            if text[place].lower() == letters[number] and (number > 0 or begins):
                break
            place -= 1
        else:
            return None
        place -= 1
    found = text[place + 1 : words[-1].end()]
    # a word that happens to hold the letters is no long form: most of the letters begin words
    # and of two letters it is mostly somebody's initials
    beginning = [word[0].lower() for word in WORD.findall(found)]
    if (
        len(letters) < FEWEST
        or len(beginning) < len(letters)
        or sum(map(beginning.count, set(letters))) * 2 < len(letters)
    ):
        return None
    return found


def _count(counts: dict[str, dict[str, int]], short: str, long: str) -> None:
    name = " ".join(long.split())
    counts.setdefault(short, {})[name] = counts.get(short, {}).get(name, 0) + 1
