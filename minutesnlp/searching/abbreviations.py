"""Abbreviations that minutes explain, each with its long forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from minutesnlp.text.analysis import Analyser

Abbreviations = Mapping[str, tuple[str, ...]]
Abbreviated = Mapping[tuple[str, ...], Sequence[str]]

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


def by_terms(abbreviations: Abbreviations, analyser: Analyser) -> Abbreviated:
    """Return other names by terms: from the short form to the long ones, and from each long form to all others."""
    found: dict[tuple[str, ...], list[str]] = {}
    for short, names in abbreviations.items():
        group = [short, *names]
        for name in group:
            if key := tuple(analyser.terms(name)):
                found.setdefault(key, []).extend(other for other in group if other != name)
    return found


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
