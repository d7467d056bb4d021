"""People in lists: after “Councillors”, under “Present:”, in roll calls and in columns."""

from __future__ import annotations

import re

from minutesnlp.tagging.people.list_headings import (
    FROM,
    LIST_HEAD,
    MOVED_BY,
    ROLL_CALL,
    VOTED,
    VOTES_BY_NAME,
    WITHOUT_COMMAS,
)
from minutesnlp.tagging.people.names import FIRMS, GIVEN, HONORIFICS, SURNAME_WORDS, Name, read_name
from minutesnlp.tagging.people.single import SingleNames

ITEM_BREAK = frozenset([",", ";", "&", "and", "/", "•", "-", "–", "—", "·", "|", "*", "_", ":", "+", "~"])

LONGEST_CODE = 5


class ListedNames:
    """Reads the lists of one text; each name is given to the finder of single names."""

    def __init__(self, single: SingleNames) -> None:
        self.single = single
        self.words = single.words
        self.taken = single.taken
        self.in_capitals = single.words.text.isupper()

    def without_commas(self) -> None:
        """Find the people of a line that holds nothing but given and family names: “Ann Dark Will Glance”."""
        words = self.words
        place = 0
        for match in WITHOUT_COMMAS.finditer(words.text):
            while place < words.count and words.start[place] < match.start(1):
                place += 1
            after = place
            while after < words.count and words.end[after] <= match.end(1):
                after += 1
            givens, families = words.lower[place:after:2], words.lower[place + 1 : after : 2]
            if (
                len(givens) == len(families)
                and GIVEN.issuperset(givens)
                and HONORIFICS.isdisjoint(families)
                and (FIRMS - SURNAME_WORDS).isdisjoint(families)
                and 2 * sum(family in GIVEN for family in families) <= len(families)
            ):
                for first in range(place, after, 2):
                    name = Name(first, first + 2, words.form[first], words.form[first + 1], False, True)
                    self.single.add(first, name, "row")

    def after_plural(self, place: int) -> int:
        """Read the names of a list after a plural title; a family name alone is enough there."""
        words = self.words
        if words.at(place) in {".", ":", "-", "–"} or words.at(place) == "present":
            place += 1
        plain = 0
        while place < len(words):
            if words.form[place] == "(":
                close = next((at for at in range(place, min(place + 14, len(words))) if words.form[at] == ")"), None)
                if close is None:
                    break
                self._inside(place + 1, close)
                place = close + 1
                continue
            if words.lower[place] in ITEM_BREAK or (words.lower[place] in {"and", "."} and plain == 0):
                place += 1
                continue
            after = self.single.titled(place)
            if after is None:
                name = read_name(words, place, titled=True) if words.capital(place) else None
                alone = name is not None and name.after == place + 1 and words.lower[place] in SURNAME_WORDS
                if name is None or (self.single.is_thing(name) and not alone) or self.single.is_taken(name):
                    break
                # A single word with another capitalised one behind it: “Zurich Insurance”.
                follows = words.capital(name.after) and words.on_line(name.after - 1)
                if not name.given and follows and words.lower[name.after] not in ITEM_BREAK:
                    break
                printed = words.form[place]
                if not name.given and printed.isupper() and len(printed) < LONGEST_CODE and not self.in_capitals:
                    break  # “Alan Voss, EDC”: the letters of a council
                after = self.single.add(place, name, "list")
            plain += 1
            place = after
            following = words.at(place)
            if following in ITEM_BREAK or following == "(":
                continue
            if place < len(words) and "\n" in words.gap(place - 1) and "\n\n" not in words.gap(place - 1):
                continue
            break
        return place

    def _inside(self, first: int, close: int) -> None:
        """Find the people in brackets within a list: “(substitute: Councillor Lyle)”."""
        place = first
        while place < close:
            place = (
                (self.single.titled(place) or self.single.untitled(place) or place + 1)
                if self.words.capital(place)
                else place + 1
            )

    def by_heading(self) -> None:
        """Find names without a known given name where a heading or a verb says that people follow."""
        words = self.words
        text = words.text
        ends = [match.end() for match in LIST_HEAD.finditer(text)] + [match.end() for match in FROM.finditer(text)]
        place = 0
        self._columns()
        self._roll_calls()
        self._movers()
        self._votes_by_name()
        reached = 0
        for end in sorted(ends):
            while place < words.count and words.start[place] < end:
                place += 1
            # A heading within a list that was already read adds nothing.
            if place >= reached:
                reached = self._names_from(place)

    def _roll_calls(self) -> None:
        """Find the names of a roll call, where a family name alone is enough."""
        words = self.words
        place = 0
        for match in ROLL_CALL.finditer(words.text):
            while place < len(words) and words.start[place] < match.end():
                place += 1
            at = place
            while at < len(words) and words.capital(at) and not self.taken[at]:
                name = read_name(words, at, titled=True)
                following = words.at(name.after) if name else ""
                if (
                    name is None
                    or self.single.is_thing(name)
                    or not (following in ITEM_BREAK | {"(", "", "."} or "\n" in words.gap(name.after - 1))
                ):
                    break
                at = self.single.add(at, name, "roll")
                if "\n" in words.gap(at - 1) or following not in {",", ";", "and", "&"}:
                    break
                at += 1
                while words.at(at) in {"and", "&"}:
                    at += 1

    def _movers(self) -> None:
        """Find who moves and seconds by a family name alone: “motion by Voss, second by Lyle”."""
        words = self.words
        place = 0
        for match in MOVED_BY.finditer(words.text):
            while place < words.count and words.start[place] < match.end():
                place += 1
            if place < words.count and words.capital(place) and not self.taken[place]:
                name = read_name(words, place, titled=True)
                letters = words.form[place].isupper() and not self.in_capitals  # “proposed by JS”
                if name is not None and name.after == place + 1 and not letters and not words.capital(name.after):
                    alone = words.lower[place] in SURNAME_WORDS
                    if alone or not self.single.is_thing(name):
                        self.single.add(place, name, "mover")

    def _votes_by_name(self) -> None:
        """Find who votes in a roll call that tells how: “(Voss – yes, Lyle – no)”."""
        words = self.words
        place = 0
        for votes in VOTES_BY_NAME.finditer(words.text) if VOTED.search(words.text) else ():
            while place < words.count and words.start[place] < votes.end():
                voted = words.start[place] >= votes.start() and words.capital(place) and not self.taken[place]
                if voted and words.at(place + 1) in {"-", "–", "—", ":"}:
                    self.single.add(place, Name(place, place + 1, "", words.form[place], False, False), "vote")
                place += 1

    def _columns(self) -> None:
        """Find names that fill a line beside a line that a person fills."""
        words = self.words
        firsts = [0, *(place + 1 for place in range(len(words) - 1) if "\n" in words.gap(place))]
        whole: dict[int, Name | None] = {}
        for number, first in enumerate(firsts):
            after = firsts[number + 1] if number + 1 < len(firsts) else len(words)
            if not words or after - first > 6 or after - first < 1 or not words.capital(first):
                continue
            if self.taken[first] == 1 and self.taken[after - 1] == 1:
                whole[number] = None
            elif not any(self.taken[first:after]):
                name = read_name(words, first)
                if name is not None and name.after == after and not self.single.is_thing(name):
                    whole[number] = name
        for step in (1, -1):
            for number in sorted(whole, reverse=step < 0):
                name = whole[number]
                before = number - step
                if name is not None and before in whole and whole[before] is None:
                    self.single.add(name.first, name, "column")
                    whole[number] = None

    def _names_from(self, place: int) -> int:
        """Find the names of a list that begins here; return where it ends."""
        words = self.words
        missed = 0
        while place < len(words) and missed < 3:
            if place and re.search(r"\n\s*\n", words.gap(place - 1)) and missed:
                return place
            if self.taken[place]:
                place += 1
                missed = 0
                continue
            if words.form[place] == "(":
                place = next(
                    (at + 1 for at in range(place, min(place + 16, len(words))) if words.form[at] == ")"), place + 1
                )
                continue
            if words.lower[place] in ITEM_BREAK:
                place += 1
                continue
            if words.form[place] == ".":
                return place
            name = read_name(words, place) if words.capital(place) else None
            following = words.at(name.after) if name else ""
            if (
                name is not None
                and not self.single.is_thing(name)
                and not self.single.is_taken(name)
                and (
                    following in ITEM_BREAK | {"(", ".", "", ")"}
                    or not words.on_line(name.after - 1)
                    or self.taken[name.after]
                )
            ):
                place = self.single.add(place, name, "attendance")
                missed = 0
                continue
            missed += 1
            while place < len(words) and words.form[place] not in {",", ";", "("} and "\n" not in words.gap(place):
                if words.form[place] == "." or self.taken[place]:
                    break
                place += 1
            if place < len(words) and words.form[place] == ".":
                return place
            place += 1
        return place
