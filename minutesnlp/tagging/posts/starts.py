"""Where a post begins: the capitalised words to the left of its head that belong to it."""

from __future__ import annotations

from minutesnlp.tagging.lexicons import words
from minutesnlp.tagging.people.names import GIVEN, HONORIFICS, PLURAL_TITLES
from minutesnlp.tagging.posts.tails import EMPLOYERS, HEADS
from minutesnlp.tagging.words import Words

# Rank words that belong to a post in lower case, and other words of lower-case posts: “the deputy clerk”.
LOWER_MODIFIERS = words("role_lower_modifiers")
# Capitalised words to the left of a post that are no part of it.
LEFT_STOPS = words("role_left_stops") | HONORIFICS | PLURAL_TITLES
# Bodies: to the left of a post across “and” they are another party (“the Panel and Service Manager”).
BODIES = words("role_bodies")
# The posts of a whole body, and what stands before them.
TOP_POSTS = frozenset(["chair", "chairman", "chairperson", "chairwoman", "clerk"])
BEFORE_A_TOP_POST = frozenset(["vice", "deputy", "co", "parish", "town"])
JOINING = frozenset(["and", "&"])
RANKS = frozenset(["deputy", "assistant", "acting", "interim"])
# So many words and marks are looked at to the left of a head.
MOST_STEPS = 9
# First names that stand in posts as words: “Summer Schools Manager”.
NO_NAMES = frozenset(["chase", "summer", "forest"])
POSSESSORS = frozenset(
    ["children", "adults", "adult", "women", "people", "men", "mayor", "members", "young", "peoples"]
)


class Starts:
    """Finds where posts begin in one text; places that belong to people are left alone."""

    def __init__(self, words: Words, people: bytearray) -> None:
        self.words = words
        self.people = people

    def left(self, place: int, floor: int) -> int:
        """Return where a post begins: capitalised words to the left, also across “and” and “&”."""
        words = self.words
        first = self._from_bracket(place)
        if first < place:
            return self._trim(first, place)
        at = place - 1
        for _ in range(MOST_STEPS):
            if at < 0 or words.start[at] < floor or self._is_apart(at, place):
                break
            if words.form[at] == ",":
                listed = self._from_list(at, place)
                first = first if listed is None else listed
                break
            if words.lower[at] in JOINING:
                if words.at(at - 1) == "police" and words.at(at + 1) in {"crime", "fire"}:
                    first = at - 1
                    break
                if not self._joins_left(at, first, place):
                    break
            elif self._is_possessive(at):
                first = at - 2
                at -= 2
            elif not self._is_joint(at):
                if self._is_no_part(at, place):
                    break
                first = at
            at -= 1
        if words.at(first - 1) == "/" and words.at(first - 2) == "a" and words.tight(first - 2, 2):
            return first - 2  # “A/Director”: acting
        return self._trim(first, place)

    def _is_apart(self, at: int, place: int) -> bool:
        """Tell what a post does not reach across: a person, a mark, the end of a line that does not break it."""
        words = self.words
        gap = words.gap(at)
        if self.people[at] or (gap != "" and not words.joined(at)):
            return True
        if "\n" not in gap:
            return False
        if at + 1 == place:
            return not self._breaks_inside(at, place)
        return words.lower[at + 1] not in JOINING and words.lower[at] not in JOINING | RANKS

    def _is_possessive(self, at: int) -> bool:
        """Tell the s of “Children’s Services Manager”."""
        words = self.words
        return words.lower[at] == "s" and words.at(at - 1) in {"’", "'"} and words.at(at - 2) in POSSESSORS

    def _is_joint(self, at: int) -> bool:
        """Tell a hyphen or a stroke inside a word: “Co-ordinator”, “Town/Parish Clerk”."""
        words = self.words
        if words.gap(at) != "":
            return False
        if words.form[at] in {"-", "–"}:
            return at > 0 and words.gap(at - 1) == ""
        return words.form[at] == "/" and words.capital(at - 1) and words.at(at - 1) not in HEADS

    def _is_no_part(self, at: int, place: int) -> bool:
        """Tell a word that belongs to no post: in lower case, a letter, an employer, another post, a first name."""
        words = self.words
        lower, form = words.lower[at], words.form[at]
        if not form[0].isupper() or len(form) == 1:
            return True
        if (lower in LEFT_STOPS or lower in EMPLOYERS) and not self._belongs(at):
            return True
        if at + 1 < place:
            return HEADS.get(lower) == "alone" and lower != "executive"
        a_name = lower in GIVEN and lower not in NO_NAMES and at > 0 and words.capital(at - 1)
        return a_name and words.lower[at - 1] not in LEFT_STOPS  # the surname is the head: “Mary Anne Warden”

    def _from_list(self, comma: int, place: int) -> int | None:
        """Return where “the Controls, Risk and Performance Manager” begins, by its comma; None where it is none."""
        words = self.words
        if not {"and", "&"}.intersection(words.lower[comma:place]):
            return None
        at = comma - 1
        while at > 0 and comma - at < 5 and words.capital(at) and not self.people[at] and words.lower[at] != "the":
            if (
                words.lower[at] in HEADS
                or words.lower[at] in EMPLOYERS
                or (not words.joined(at) and words.gap(at) != "")
            ):
                return None
            at -= 1
        return at + 1 if words.at(at) == "the" and at + 1 < comma else None

    def _from_bracket(self, place: int) -> int:
        """Return where a post begins that fills its brackets, also over a line's end: “(Licensing Officer)”."""
        words = self.words
        if words.at(place + 1) != ")":
            return place
        at = place
        while at > 0 and place - at < 9 and words.form[at - 1] != "(":
            at -= 1
            if not words.capital(at) and words.lower[at] not in {"and", "&", "’", "'", "s", "-"}:
                return place
            if words.lower[at] in LEFT_STOPS or (words.lower[at] in HEADS and HEADS[words.lower[at]] == "alone"):
                return place
        return at if at > 0 and words.form[at - 1] == "(" else place

    def _belongs(self, at: int) -> bool:
        """Tell a word that stops most posts but belongs to this one: `Lord Mayor`, `Looked After Children`."""
        words = self.words
        lower = words.lower[at]
        return (
            (lower == "lord" and words.at(at + 1) in {"mayor", "lieutenant", "provost"})
            or (lower == "after" and words.at(at - 1) == "looked")
            or (lower == "police" and words.at(at + 1) in {"commissioner", "officer"})
            or (lower == "council" and words.at(at + 1) == "leader")
        )

    def _breaks_inside(self, at: int, place: int) -> bool:
        """Tell a line broken inside a post (`Chief` / `Executive`) from a post that begins its own line."""
        lower = self.words.lower[at]
        return lower in LOWER_MODIFIERS and lower not in BODIES and self.words.lower[place] in HEADS

    def _trim(self, first: int, place: int) -> int:
        while first < place and (
            self.words.lower[first] in JOINING | {"’", "'", "s", "/", "-"}
            or (self.words.lower[first] in LEFT_STOPS and not self._belongs(first))
        ):
            first += 1
        # “the MCO Chair”, “HR Parish Clerk”: letters before these heads are an employer's, or somebody's; before others
        # a field of work, “IT Manager”.
        letters = self.words.form[first]
        if first < place and letters.isupper() and 1 < len(letters) < 6 and self._is_at_the_top(first + 1, place):
            first += 1
        return first

    def _is_at_the_top(self, first: int, place: int) -> bool:
        head = self.words.lower[place]
        if first < place and self.words.lower[first] in BEFORE_A_TOP_POST:
            first += 1
        return (first == place and head in TOP_POSTS) or (
            first == place - 1 and head == "executive" and self.words.lower[first] == "chief"
        )

    def _joins_left(self, at: int, first: int, place: int) -> bool:
        """Tell “Early Help and First Response Service Leader” from “Chief Executive and Director”."""
        words = self.words
        if first == place and words.lower[place] not in {
            "manager",
            "officer",
            "commissioner",
            "lead",
            "engineer",
            "partner",
            "leader",
            "planner",
            "co-ordinator",
            "adviser",
        }:
            return False
        left = at - 1
        count = 0
        while left >= 0 and words.capital(left) and not self.people[left] and count < 4:
            if (
                (words.lower[left] in HEADS and words.lower[left] not in {"lead"})
                or words.lower[left] in BODIES
                or words.lower[left] in LEFT_STOPS
            ):
                return words.lower[left] in LEFT_STOPS and count > 0
            if not words.on_line(left):
                return False
            count += 1
            left -= 1
        return count > 0
