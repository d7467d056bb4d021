"""People in a text: one by one, in lists, and beside posts."""

from __future__ import annotations

from collections.abc import Iterable

from minutesnlp.tagging.listed_names import ListedNames
from minutesnlp.tagging.mentions import Mention
from minutesnlp.tagging.names import FIRMS, GIVEN, PLURAL_TITLES, Name, is_initial, is_name_word, read_name
from minutesnlp.tagging.recalled import Known
from minutesnlp.tagging.single_names import SingleNames
from minutesnlp.tagging.words import Words

# Offices that are said before a family name alone.
SAID_AS_TITLES = frozenset(["mayor", "minister", "commissioner", "provost", "president", "reeve", "superintendent"])


class PeopleFinder:
    """Finds people in one text; what it learns is kept in `known`, which several texts may share."""

    def __init__(self, words: Words, known: Known) -> None:
        self.words = words
        self.single = SingleNames(words, known)
        self.lists = ListedNames(self.single)
        self.found = self.single.found
        self.taken = self.single.taken

    def find(self) -> list[Mention]:
        """Find the people a text names by itself: titles, initials, known given names, lists."""
        words = self.words
        place = 0
        while place < words.count:
            if not words.capitals[place] or self.taken[place]:
                place += 1
                continue
            lower = words.lower[place]
            if lower in PLURAL_TITLES:
                place = max(place + 1, self.lists.after_plural(place + 1))
                continue
            place = self.single.titled(place) or self.single.untitled(place) or place + 1
        self.lists.by_heading()
        return self.found

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
                    name = read_name(words, at) or self._family_after(last)
                    if (
                        name is not None
                        and not self.single.is_thing(name)
                        and not self.single.is_taken(name)
                        and words.joined(at - 1)
                        and (at > last + 1 or words.on_line(last))
                        and (
                            words.form[last + 1] != "," or words.at(name.after) in {",", "", ".", ";", ")", "(", "and"}
                        )
                    ):
                        self.single.add(at, name, "role")
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

    def _family_after(self, head: int) -> Name | None:
        """Read a family name alone behind an office that is said like a title: “Mayor Voss opened”."""
        words = self.words
        if words.lower[head] not in SAID_AS_TITLES or not words.on_line(head) or words.lower[head + 1] in FIRMS:
            return None
        name = read_name(words, head + 1, titled=True)
        return name if name is not None and name.after == head + 2 and not words.capital(name.after) else None

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
            known = words.lower[first - 1] in GIVEN and first < after  # “Grant Miles”, though a grant is no name
            if not known and not is_name_word(words, first - 1) and not is_initial(words, first - 1):
                break
            first -= 1
        if after - first < 2 or not words.joined(after - 1):
            return
        name = read_name(words, first)
        if name is None and after - first == 2 and words.lower[first] in GIVEN:
            name = Name(first, after, words.form[first], words.form[first + 1], False, True)
        if name is not None and name.after == after and not self.single.is_thing(name):
            self.single.add(first, name, "role")
