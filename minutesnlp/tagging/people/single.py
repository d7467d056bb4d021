"""One person at a place of a text: by a title, by initials, by a known given name, by letters in brackets."""

from __future__ import annotations

from dataclasses import replace

from minutesnlp.tagging.lexicons import is_english
from minutesnlp.tagging.lexicons import words as word_list
from minutesnlp.tagging.mentions import Mention
from minutesnlp.tagging.people.names import (
    FAMILY,
    FIRMS,
    GIVEN,
    HONORIFICS,
    PLACE_NAMES,
    PREFIXES,
    ROLE_HEADS,
    SURNAME_WORDS,
    Name,
    is_initial,
    is_name_word,
    read_name,
    title_before,
)
from minutesnlp.tagging.people.recalled import Known
from minutesnlp.tagging.words import Words

PLACE_LEADS = word_list("place_leads")
# What makes a single letter before a capitalised word no initial: Appendix A, Option B.
LABELS = word_list("letter_labels")
# Ranks of the police that are posts of a works department too.
POSTS_TOO = (HONORIFICS & ROLE_HEADS) - {"councillor", "trustee"}
LEFT_STOPS = word_list("role_left_stops")
FIRM_ENDS = FIRMS - word_list("firm_surnames")
# The kinds of councils that may stand behind a name without a comma.
COUNCILS = frozenset(["city", "county", "borough", "district", "town", "parish", "metropolitan", "community"])

# What is called after people and written small: “the Ida Fenn bridge”.
STRUCTURES = frozenset(
    ["bridge", "building", "library", "school", "playground", "pavilion", "award", "trophy", "statue", "trust"]
)
# Verbs that only a person does; an organisation may report, propose or present too.
SPEECH = frozenset(
    ["said", "asked", "explained", "replied", "queried", "enquired", "spoke", "felt", "thanked", "apologised"]
)
SENTENCE_BREAKS = frozenset([".", "?", "!", "•", "-", "–", ")", "“", "”"])


class SingleNames:
    """Reads the person at a place; what is found is kept, and what is learnt goes to `known`."""

    def __init__(self, words: Words, known: Known) -> None:
        self.words = words
        self.known = known
        self.found: list[Mention] = []
        self.taken = bytearray(len(words) + 1)

    def add(self, first: int, name: Name, rule: str) -> int:
        """Keep a name that begins at `first`, titles counted, and learn it; return the place after it."""
        words = self.words
        self.found.append(
            Mention("PERSON", words.start[first], words.end[name.after - 1], name.value, "person:" + rule)
        )
        self.taken[first : name.after] = b"\1" * (name.after - first)
        self.known.learn(name)
        return name.after

    def titled(self, place: int) -> int | None:
        """Read a name behind a title; return the place after it, None where there is none."""
        at = title_before(self.words, place)
        if at is None or self._is_post(place):
            return None
        name = read_name(self.words, at, titled=True)
        if name is not None and not name.given and self.is_of_words(name):
            title = self.words.lower[place]
            if title in {"trustee", "garda"} or (title == "councillor" and name.family.endswith("s")):
                return None  # “Trustee Indemnity”, “Councillor Priorities”
        if name is None or (
            self.words.at(name.after) in FIRMS - {"&", "co", "group", "report", "hill", "house"}
            and self.words.on_line(name.after - 1)
            and not name.given
            and self.words.capital(name.after)
        ):
            return None
        return self.add(place, name, "title")

    def _lettered(self, place: int) -> int | None:
        """Read a name that its letters in brackets show to be one: “Zelig Grote (ZG)”, “Jeni Tern (JTe)”."""
        words = self.words
        last = place + 1
        if not is_name_word(words, last) or not words.on_line(place):
            return None
        if is_name_word(words, last + 1) and words.on_line(last):
            last += 1
        code = words.printed(last + 2)
        if (
            words.printed(last + 1) != "("
            or words.at(last + 3) not in {")", ","}
            or not 2 <= len(code) <= 5
            or code[0] != words.form[place][0]
            or words.form[last][0] not in code[1:]
            or sum(letter.isupper() for letter in code) < 2
        ):
            return None
        name = read_name(words, place)
        if name is None or name.after != last + 1 or self.is_of_words(name):
            return None  # “Temporary Event Notice (TEN)”
        return self.add(place, name, "letters")

    def _speaking(self, place: int) -> int | None:
        """Read two unknown words that begin a sentence and speak: “Zelig Grote asked whether”."""
        words = self.words
        if words.at(place + 2) not in SPEECH or not is_name_word(words, place + 1) or not words.on_line(place + 1):
            return None
        if place and (words.form[place - 1] not in SENTENCE_BREAKS or words.lower[place + 1] in FIRMS):
            return None
        name = read_name(words, place)
        if name is None or name.after != place + 2 or name.family.isupper() or words.form[place].isupper():
            return None
        return None if name.family.endswith("s") or self.is_thing(name) else self.add(place, name, "speaks")

    def _of_a_family(self, place: int) -> int | None:
        """Read a name that its family name shows to be one: “Zelig Kowalski”, “Bill Kowalski”."""
        words = self.words
        last = place + 1
        if words.at(last) not in FAMILY or not words.capital(last) or not words.on_line(place):
            return None
        if words.form[last].isupper() != words.form[place].isupper() or (
            words.capital(last + 1) and words.on_line(last)
        ):
            return None
        if place and words.on_line(place - 1) and words.capital(place - 1):
            return None
        if words.lower[place] in FAMILY or words.lower[place] in PLACE_LEADS:
            return None  # “Moore Stephens”, a firm
        if words.lower[place] in GIVEN:
            name: Name | None = Name(place, last + 1, words.form[place], words.form[last], False, True)
        else:
            name = read_name(words, place)
        if name is None or name.after != last + 1 or self.is_thing(name):
            return None
        return self.add(place, name, "family")

    def _is_post(self, place: int) -> bool:
        """Tell a post that is also a rank: “Operations Superintendent Ann Field”, not “Superintendent Ann Field”."""
        words = self.words
        return (
            words.lower[place] in POSTS_TOO
            and place > 0
            and words.capital(place - 1)
            and words.on_line(place - 1)
            and words.lower[place - 1] not in HONORIFICS
            and words.lower[place - 1] not in PREFIXES
            and words.lower[place - 1] not in LEFT_STOPS
        )

    def untitled(self, place: int) -> int | None:
        """Read a name that begins with initials or a known given name; return the place after it."""
        words = self.words
        if self._is_inside(place):
            return None
        if is_initial(words, place):
            return self._initialled(place)
        if words.lower[place] in GIVEN:
            return self._known(place) if is_name_word(words, place) else self._of_a_family(place)
        if not is_name_word(words, place):
            return None
        found = self._lettered(place) or self._speaking(place)
        return found or (self._of_a_family(place) if words.at(place + 1) in FAMILY else None)

    def _is_inside(self, place: int) -> bool:
        """Tell a word that goes on what stands before it: “St Mary”, “King’s Lynn”."""
        words = self.words
        before = words.at(place - 1)
        if place and words.joined(place - 1) and (before in HONORIFICS or before in PLACE_LEADS):
            return True
        return before == "s" and words.at(place - 2) in {"’", "'"} and words.capital(place - 3)

    def _known(self, place: int) -> int | None:
        """Read a name that begins with a known given name."""
        name = self._before_council(read_name(self.words, place))
        if name is None:
            return self._half_of_a_pair(place)
        return None if self.is_thing(name) or self._is_named_place(place, name) else self.add(place, name, "given")

    def _initialled(self, place: int) -> int | None:
        """Read a name that begins with initials, and a given name the lexicon lacks before them: “Zelig S. Grote”."""
        words = self.words
        if words.at(place - 1) in LABELS:
            return None
        if place and words.gap(place - 1) == "" and words.form[place - 1] in "-/&’'.":
            return None
        if self._is_second(place):
            longer = read_name(words, place - 1)
            if longer is not None and not self.is_thing(longer):
                return self.add(place - 1, longer, "initials")
        name = self._before_council(read_name(words, place))
        if name is None or self.is_thing(name) or (words.lower[place] == "v" and name.family == "Hall"):
            return None
        if self._is_named_place(place, name) or self._is_marker(place, name) or not self._sure_initial(place, name):
            return None
        return self.add(place, name, "initials")

    def _is_second(self, place: int) -> bool:
        """Tell an initial behind one word that may be a given name; “Adopt A Kiosk” has none."""
        words = self.words
        if len(words.form[place]) > 1 or not place or self.taken[place - 1]:
            return False
        if not (is_name_word(words, place - 1) and words.on_line(place - 1)):
            return False
        if words.lower[place] == "a" and words.at(place + 1) != ".":
            return False
        return place == 1 or not (words.on_line(place - 2) and is_name_word(words, place - 2))

    def _is_named_place(self, place: int, name: Name) -> bool:
        """Tell two words of the language of which the first is a name too: “Carol Singing”."""
        return self.words.lower[place] in PLACE_NAMES and self.is_of_words(replace(name, known=False))

    def _before_council(self, name: Name | None) -> Name | None:
        """Part a name from the council behind it: “Ann Marlow Selby District Council”."""
        words = self.words
        if (
            name is not None
            and not name.initials
            and name.after - name.first == 3
            and words.at(name.after) in COUNCILS
            and words.at(name.after + 1) == "council"
        ):
            given, family = words.form[name.first], words.form[name.first + 1]
            return Name(name.first, name.after - 1, given, family, False, name.known)
        return name

    def _half_of_a_pair(self, place: int) -> int | None:
        """Read the first of two who share a family name: “Sandy and Diana Gray”."""
        words = self.words
        if words.at(place + 1) not in {"and", "&"} or words.at(place + 2) not in GIVEN or not words.capital(place + 2):
            return None
        other = read_name(words, place + 2)
        if other is None or self.is_thing(other) or not other.given:
            return None
        return self.add(place, Name(place, place + 1, words.form[place], other.family, False, True), "pair")

    def is_thing(self, name: Name) -> bool:
        """Tell a firm, a street or a school called after a person."""
        words = self.words
        after = name.after
        if words.lower[after - 1] in FIRM_ENDS:
            return True
        if after < len(words) and words.on_line(after - 1):
            following = words.at(after)
            if following in FIRMS and (words.capital(after) or following in STRUCTURES):
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

    def _is_marker(self, place: int, name: Name) -> bool:
        """Tell the letter of a list from an initial: “B. Ratification of the minutes”."""
        words = self.words
        return (
            words.at(place + 1) == "."
            and name.after == place + 3
            and words.at(name.after) in {"of", "to", "on", "in"}
            and words.lower[place + 2] not in FAMILY
            and (not place or "\n" in words.gap(place - 1))
        )

    def is_of_words(self, name: Name) -> bool:
        """Tell what is no name because its last word is one of the language: “Emergency Management”."""
        last = self.words.lower[name.after - 1]
        return (
            not (name.known or name.initials) and last not in FAMILY and last not in SURNAME_WORDS and is_english(last)
        )

    def _sure_initial(self, place: int, name: Name) -> bool:
        """Tell initials from the article A, the pronoun I and letters that name things."""
        words = self.words
        first = words.form[place]
        plainly = words.at(place + 1) != "."
        if plainly and (first == "Y" or len(first) > 1) and name.family.lower() not in self.known.families:
            if first == "Y" and words.lower[name.after - 1] not in FAMILY:
                return False  # “Gŵyl Y Goeden”: the article of Welsh
            if self.is_of_words(replace(name, initials=False, known=False)):
                return False  # “GP Practices”, “HM Treasury”
        if name.family.isupper() and len(name.family) > 3 and not words.text.isupper() and words.at(place + 1) != ".":
            return name.family.lower() in self.known.families
        if len(first) > 1 or words.at(place + 1) == "." or is_initial(words, place + 1):
            return words.at(place - 1) not in {"the", "a", "an"} or words.at(place + 1) == "."
        if first in {"A", "I"} or words.at(place - 1) in {"the", "a", "an", "grade", "o"}:
            if name.family.lower() in self.known.families or name.family.startswith(("Mc", "Mac", "O’", "O'")):
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

    def is_taken(self, name: Name) -> bool:
        """Tell whether any word of a name belongs to something found before."""
        return any(self.taken[name.first : name.after])
