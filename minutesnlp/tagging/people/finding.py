"""People in a text: one by one, in lists, and beside posts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutesnlp.tagging.mentions import Mention
from minutesnlp.tagging.people.listed import ListedNames
from minutesnlp.tagging.people.names import (
    FAMILY,
    FIRMS,
    GIVEN,
    MEMBER_TITLES,
    PERSON_VERBS,
    PLURAL_TITLES,
    Name,
    is_initial,
    is_name_word,
    read_name,
)
from minutesnlp.tagging.people.recalled import Known
from minutesnlp.tagging.people.single import SingleNames
from minutesnlp.tagging.words import Words

# Between a name and the post of the next, in a chain of posts and names.
CHAINED = re.compile(r"[,;]\s{1,3}(?:and\s)?|\s(?:and|&)\s")
# What people do behind an office: “Chairman Voss was absent”.
ACTING = frozenset(["was", "were", "has", "had", "is", "will", "would"])
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
        self.lists.without_commas()
        place = 0
        while place < words.count:
            if not words.capitals[place] or self.taken[place]:
                place += 1
                continue
            lower = words.lower[place]
            if lower in PLURAL_TITLES or (lower in MEMBER_TITLES and self._is_plural(place)):
                first = place + 1 if lower in PLURAL_TITLES else place + 3
                place = max(place + 1, self.lists.after_plural(first))
                continue
            place = self.single.titled(place) or self.single.untitled(place) or place + 1
        self.lists.by_heading()
        return self.found

    def _is_plural(self, place: int) -> bool:
        """Tell “Cllr’s Voss & Lyle”, a plural with a stray apostrophe."""
        words = self.words
        return words.at(place + 1) in {"’", "'"} and words.at(place + 2) == "s" and is_name_word(words, place + 3)

    def beside_roles(self, roles: Iterable[Mention]) -> None:
        """Find names without a known given name that stand beside a post: “Ita Voss – Manager”, “Clerk: Ita Voss”."""
        words = self.words
        starts = {start: place for place, start in enumerate(words.start)}
        ends = {end: place for place, end in enumerate(words.end)}
        chain = -1  # where the name behind the post before ends, “City Manager Voss, Treasurer Lyle”
        posts = list(roles)
        begins = {role.start for role in posts}
        for role in posts:
            chained = chain >= 0 and CHAINED.fullmatch(words.text, chain, role.start) is not None
            chained = chained or self._closes_list(starts.get(role.start, 0))
            chain = -1
            last = ends.get(role.end)
            if last is not None and last + 1 < len(words):
                at = last + 1
                if words.form[at] in {":", "–", "-", ","}:
                    at += 1
                    if words.at(at) in {"-", "–"}:
                        at += 1
                if at < len(words) and not self.taken[at] and words.capital(at) and "\n\n" not in words.gap(at - 1):
                    name = read_name(words, at) or self._family_after(last, begins, chained=chained)
                    if (
                        name is not None
                        and not self.single.is_thing(name)
                        and not self.single.is_of_words(name)
                        and not self.single.is_taken(name)
                        and words.joined(at - 1)
                        and (at > last + 1 or words.on_line(last))
                        and (
                            words.form[last + 1] != "," or words.at(name.after) in {",", "", ".", ";", ")", "(", "and"}
                        )
                    ):
                        chain = words.end[self.single.add(at, name, "role") - 1]
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

    def _closes_list(self, first: int) -> bool:
        """Tell the last of a list of people, who has a post: “Voss, Lyle, and Village Clerk Brunt.”."""
        words = self.words
        at = first - 1
        if words.at(at) not in {"and", "&"}:
            return False
        return self.taken[at - 1] == 1 or (words.at(at - 1) == "," and self.taken[at - 2] == 1)

    def _fills_a_line(self, first: int, last: int) -> bool:
        """Tell whether these words are a line of their own behind one that ends with a person."""
        words = self.words
        return (
            first > 0
            and "\n" in words.gap(first - 1)
            and self.taken[first - 1] == 1
            and (last + 1 >= len(words) or "\n" in words.gap(last))
        )

    def _family_after(self, head: int, posts: set[int], *, chained: bool) -> Name | None:
        """Read a family name alone behind an office that is said like a title: “Mayor Voss opened”.

        Of other posts the word must be known for a family name, act, or stand in a chain of such posts.
        """
        words = self.words
        if not words.on_line(head) or words.lower[head + 1] in FIRMS:
            return None
        name = read_name(words, head + 1, titled=True)
        if name is None or (words.capital(name.after) and words.on_line(name.after - 1)):
            return None
        if name.family.isupper() and not words.text.isupper():
            return None  # “Librarian II”
        if words.lower[head] in SAID_AS_TITLES and name.after == head + 2:
            return name
        family, following = words.lower[name.after - 1], words.at(name.after)
        known = family in FAMILY or family in self.single.known.families
        acts = following in PERSON_VERBS or following in ACTING
        if known or acts:
            return name
        first = head
        while first > 0 and self.taken[first - 1] == 2 and words.on_line(first - 1):
            first -= 1
        if self._fills_a_line(first, name.after - 1) and not self.single.is_of_words(name):
            return name
        leads = following in {",", ";"} and name.after + 1 < len(words) and words.start[name.after + 1] in posts
        ends = chained and following in {",", ";", ".", "and", "&", ""}
        return name if (leads or ends) and not self.single.is_of_words(name) else None

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
        if name is None or self.single.is_thing(name) or self.single.is_of_words(name):
            return
        if name.after == after:
            self.single.add(first, name, "role")
