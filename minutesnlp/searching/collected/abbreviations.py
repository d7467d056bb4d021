"""Abbreviations that minutes explain, each with its long forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter

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

    Only names that begin with the word asked for are read: most of an archive's are asked for by nobody.

    >>> ByTerms({"MACH": ("Multi Agency Children's Hub",)}, Analyser()).get(("mach",))
    ["Multi Agency Children's Hub"]
    """

    def __init__(self, abbreviations: Abbreviations, analyser: Analyser) -> None:
        self._groups = [[short, *names] for short, names in abbreviations.items()]
        self._analyser = analyser
        self._read: dict[str, dict[tuple[str, ...], list[str]]] = {}

    def get(self, key: tuple[str, ...]) -> Sequence[str]:
        """Return the other names of what some terms name."""
        if not key:
            return ()
        if (found := self._read.get(key[0])) is None:
            found = self._read[key[0]] = self._beginning(key[0])
        return found.get(key, ())

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        """Where names stand, group and place in it, by the letters with which their first term begins.

        There are no such letters where the first word is not plain.
        """
        found: dict[str, list[tuple[int, int]]] = {}
        for number, group in enumerate(self._groups):
            for place, name in enumerate(group):
                word = _first(name).lower()
                plain = word.isascii() and word.isalpha() and len(word) > 1 and word not in self._analyser.stop_words
                found.setdefault(_begins(word) if plain else "", []).append((number, place))
        return found

    @cached_property
    def _others(self) -> list[tuple[tuple[str, ...], int, int]]:
        """The terms of names whose first word is not plain, and where these stand."""
        return [(tuple(self._analyser.terms(self._groups[n][at])), n, at) for n, at in self._places.get("", ())]

    def _beginning(self, term: str) -> dict[tuple[str, ...], list[str]]:
        """Return the other names of all names whose first term this is."""
        read = [each for each in self._others if each[0][:1] == (term,)]
        for number, place in self._places.get(_begins(term), ()):
            name = self._groups[number][place]
            if self._analyser.terms(_first(name).lower()) == [term]:
                read.append((tuple(self._analyser.terms(name)), number, place))
        found: dict[tuple[str, ...], list[str]] = {}
        for key, number, place in sorted(read, key=itemgetter(1, 2)):
            name = self._groups[number][place]
            found.setdefault(key, []).extend(other for other in self._groups[number] if other != name)
        return found


def _first(name: str) -> str:
    """Return the first word of a name."""
    return name.split(maxsplit=1)[0] if name.strip() else ""


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
