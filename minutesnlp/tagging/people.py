"""People in a text: by a title, by initials, by a known given name, in lists, and by what was learnt elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutesnlp.tagging.lexicons import words as word_list
from minutesnlp.tagging.list_headings import FROM, LIST_HEAD
from minutesnlp.tagging.mentions import Mention
from minutesnlp.tagging.names import (
    FIRMS,
    GIVEN,
    HONORIFICS,
    PLURAL_TITLES,
    Name,
    is_initial,
    is_name_word,
    read_name,
    title_before,
)
from minutesnlp.tagging.recalled import Known
from minutesnlp.tagging.words import Words

# What makes a single letter before a capitalised word no initial: Appendix A, Option B.
LABELS = word_list("letter_labels")
ITEM_BREAK = frozenset([",", ";", "&", "and", "/", "•", "-", "–", "—", "·", "|", "*", "_", ":", "+", "~"])


class PeopleFinder:
    """Finds people in one text; what it learns is kept in `known`, which several texts may share."""

    def __init__(self, words: Words, known: Known) -> None:
        self.words = words
        self.known = known
        self.found: list[Mention] = []
        self.taken = bytearray(len(words) + 1)

    def find(self) -> list[Mention]:
        """Find the people a text names by itself: titles, initials, known given names, lists."""
        words = self.words
        place = 0
        while place < len(words):
            form = words.form[place]
            if not form[0].isupper() or self.taken[place]:
                place += 1
                continue
            lower = words.lower[place]
            if lower in PLURAL_TITLES:
                place = max(place + 1, self._list(place + 1))
                continue
            place = self._titled(place) or self._untitled(place) or place + 1
        self._lists_by_heading()
        return self.found

    def _add(self, first: int, name: Name, rule: str) -> int:
        words = self.words
        self.found.append(
            Mention("PERSON", words.start[first], words.end[name.after - 1], name.value, "person:" + rule)
        )
        self.taken[first : name.after] = b"\1" * (name.after - first)
        self.known.learn(name)
        return name.after

    def _titled(self, place: int) -> int | None:
        at = title_before(self.words, place)
        if at is None:
            return None
        name = read_name(self.words, at, titled=True)
        if name is None or (
            self.words.at(name.after) in FIRMS - {"&", "co", "group", "report", "hill", "house"}
            and self.words.on_line(name.after - 1)
            and not name.given
            and self.words.capital(name.after)
        ):
            return None
        return self._add(place, name, "title")

    def _untitled(self, place: int) -> int | None:
        words = self.words
        if words.at(place - 1) in HONORIFICS and place and words.joined(place - 1):
            return None
        initial = is_initial(words, place)
        if not initial and words.lower[place] not in GIVEN:
            return None
        if initial and (
            words.at(place - 1) in LABELS
            or (words.gap(place - 1) == "" and place and words.form[place - 1] in "-/&’'.")
        ):
            return None
        if not initial and not is_name_word(words, place):
            return None
        name = read_name(words, place)
        if (
            initial
            and len(words.form[place]) == 1
            and place
            and is_name_word(words, place - 1)
            and words.on_line(place - 1)
            and not self.taken[place - 1]
            and (place == 1 or not (words.on_line(place - 2) and words.capital(place - 2)))
        ):
            # “Zelig S. Grote”: a given name the lexicon lacks, before an initial
            longer = read_name(words, place - 1)
            if longer is not None and not self._is_thing(longer):
                return self._add(place - 1, longer, "initials")
        if name is None and not initial:
            return self._half_of_a_pair(place)
        if name is None or self._is_thing(name) or (initial and words.lower[place] == "v" and name.family == "Hall"):
            return None
        if initial and not self._sure_initial(place, name):
            return None
        return self._add(place, name, "initials" if initial else "given")

    def _half_of_a_pair(self, place: int) -> int | None:
        """Read the first of two who share a family name: “Sandy and Diana Gray”."""
        words = self.words
        if words.at(place + 1) not in {"and", "&"} or words.at(place + 2) not in GIVEN or not words.capital(place + 2):
            return None
        other = read_name(words, place + 2)
        if other is None or self._is_thing(other) or not other.given:
            return None
        return self._add(place, Name(place, place + 1, words.form[place], other.family, False, True), "pair")

    def _is_thing(self, name: Name) -> bool:
        """Tell a firm, a street or a school called after a person."""
        words = self.words
        after = name.after
        if words.lower[after - 1] in FIRMS and words.lower[after - 1] not in {
            "hill",
            "wood",
            "green",
            "park",
            "field",
            "mill",
            "bank",
            "house",
            "hall",
            "lane",
            "street",
            "castle",
            "court",
            "lake",
            "moor",
            "heath",
            "bridge",
            "walk",
            "rise",
            "hay",
            "day",
            "king",
            "bay",
        }:
            return True
        if after < len(words) and words.on_line(after - 1):
            following = words.at(after)
            if following in FIRMS and words.capital(after):
                return True
            if (
                following == "&"
                and is_name_word(words, after + 1)
                and words.at(after + 1) not in GIVEN
                and not is_initial(words, after + 1)
            ):
                return True
            if (
                following in {"’", "'"}
                and words.at(after + 1) == "s"
                and words.at(after + 2) in FIRMS
                and words.capital(after + 2)
            ):
                return True
        return False

    def _sure_initial(self, place: int, name: Name) -> bool:
        """Tell initials from the article A, the pronoun I and letters that name things."""
        words = self.words
        first = words.form[place]
        if name.family.isupper() and len(name.family) > 3 and not words.text.isupper() and words.at(place + 1) != ".":
            return name.family.lower() in self.known.families
        if len(first) > 1 or words.at(place + 1) == "." or is_initial(words, place + 1):
            return words.at(place - 1) not in {"the", "a", "an"} or words.at(place + 1) == "."
        if first in {"A", "I"} or words.at(place - 1) in {"the", "a", "an", "grade", "o"}:
            if name.family.lower() in self.known.families:
                return True
            following = words.at(name.after) if name.after < len(words) else ""
            return (
                first == "A"
                and (
                    following in {",", ";", "(", "", "–", "-", ")", "and", "&", "|"}
                    or not words.on_line(name.after - 1)
                )
                and (
                    not place
                    or words.form[place - 1] in {",", ";", "(", ")", "and", "&", ":", "–", "-", "|"}
                    or "\n" in words.gap(place - 1)
                    or self.taken[place - 1] == 1
                )
            )
        return True

    def _list(self, place: int) -> int:
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
            after = self._titled(place)
            if after is None:
                name = read_name(words, place, titled=True) if words.capital(place) else None
                if name is None or self._is_thing(name) or self._taken(name):
                    break
                after = self._add(place, name, "list")
            plain += 1
            place = after
            following = words.at(place)
            if following in ITEM_BREAK or following == "(":
                continue
            if place < len(words) and "\n" in words.gap(place - 1) and "\n\n" not in words.gap(place - 1):
                continue
            break
        return place

    def _taken(self, name: Name) -> bool:
        return any(self.taken[name.first : name.after])

    def _inside(self, first: int, close: int) -> None:
        """Find the people in brackets within a list: “(substitute: Councillor Lyle)”."""
        place = first
        while place < close:
            place = (
                (self._titled(place) or self._untitled(place) or place + 1) if self.words.capital(place) else place + 1
            )

    def _lists_by_heading(self) -> None:
        """Find names without a known given name where a heading or a verb says that people follow."""
        words = self.words
        text = words.text
        ends = [match.end() for match in LIST_HEAD.finditer(text)] + [match.end() for match in FROM.finditer(text)]
        place = 0
        self._columns()
        reached = 0
        for end in sorted(ends):
            while place < len(words) and words.start[place] < end:
                place += 1
            # A heading within a list that was already read adds nothing.
            if place >= reached:
                reached = self._names_from(place)

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
                if name is not None and name.after == after and not self._is_thing(name):
                    whole[number] = name
        for step in (1, -1):
            for number in sorted(whole, reverse=step < 0):
                name = whole[number]
                before = number - step
                if name is not None and before in whole and whole[before] is None:
                    self._add(name.first, name, "column")
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
                and not self._is_thing(name)
                and not self._taken(name)
                and (
                    following in ITEM_BREAK | {"(", ".", "", ")"}
                    or not words.on_line(name.after - 1)
                    or self.taken[name.after]
                )
            ):
                place = self._add(place, name, "attendance")
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

    def beside_roles(self, roles: Iterable[Mention]) -> None:
        """Find names without a known given name that stand beside a post: “Ita Voss – Manager”, “Clerk: Ita Voss”."""
        words = self.words
        starts = {start: place for place, start in enumerate(words.start)}
        ends = {end: place for place, end in enumerate(words.end)}
        for role in roles:
            last = ends.get(role.end)
            if last is not None and last + 1 < len(words):
                at = last + 1
                if words.form[at] in {":", "–", "-", ","}:
                    at += 1
                    if words.at(at) in {"-", "–"}:
                        at += 1
                if at < len(words) and not self.taken[at] and words.capital(at) and "\n\n" not in words.gap(at - 1):
                    name = read_name(words, at)
                    if (
                        name is not None
                        and not self._is_thing(name)
                        and not self._taken(name)
                        and words.joined(at - 1)
                        and (at > last + 1 or words.on_line(last))
                        and (
                            words.form[last + 1] != "," or words.at(name.after) in {",", "", ".", ";", ")", "(", "and"}
                        )
                    ):
                        self._add(at, name, "role")
                        continue
            first = starts.get(role.start)
            if first is None:
                continue
            at = first - 1
            if words.at(at) in {"the", "our", "its"}:
                at -= 1
            if at < 1 or words.form[at] not in {"(", ",", "–", "-", "—"}:
                continue
            self._name_before(at)

    def _name_before(self, after: int) -> None:
        words = self.words
        first = after
        while (
            first - 1 >= 0
            and after - first < 4
            and not self.taken[first - 1]
            and words.capital(first - 1)
            and (first == after or words.on_line(first - 1))
            and words.form[first - 1].isalpha() | ("-" in words.form[first - 1]) | ("’" in words.form[first - 1])
        ):
            if not is_name_word(words, first - 1) and not is_initial(words, first - 1):
                break
            first -= 1
        if after - first < 2 or not words.on_line(after - 1):
            return
        name = read_name(words, first)
        if name is not None and name.after == after and not self._is_thing(name):
            self._add(first, name, "role")
