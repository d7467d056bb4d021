"""Posts in a text: found by their head word (Clerk, Director, Member), extended to the left and by their tail."""

from __future__ import annotations

import re
from dataclasses import replace

from minutesnlp.tagging.lexicons import words
from minutesnlp.tagging.mentions import Mention, without_overlaps
from minutesnlp.tagging.people.names import FIRMS, POST_NOMINALS
from minutesnlp.tagging.posts.starts import BODIES, LOWER_MODIFIERS, RANKS, Starts
from minutesnlp.tagging.posts.tails import HEADS, Tails
from minutesnlp.tagging.words import Words

DETERMINERS = frozenset(["the", "our", "his", "her", "their", "its", "your", "my"])
FOLLOWED = frozenset(["office", "offices", "association", "forum", "network", "conference", "department", "group"])
# Heads that are one only beside certain words: “Chief Exec”, “Sec of State”, “Fire Chief”, “our MP”.
ABBREVIATED = frozenset(["exec", "sec", "chief", "mp", "msp", "td"])
# Who is said to be ours: “our MP”; behind a name the letters belong to the name.
OURS = frozenset(["our", "the", "local", "constituency"])
# Posts of whom one is the leader, whatever else stands beside it.
LED = frozenset(["team", "group", "service", "project", "programme"])
# Posts in letters, as they stand in brackets behind what they are short for.
LETTERS = frozenset(["acfo", "dcfo", "rfo", "dcs", "ceo", "cfo"])
# What a bare post stands behind in a list or beside a name.
BESIDE = frozenset(["(", ",", "–", "-", "|", ":"])
# “Section 151 Officer”, “s151 officer”, “Deputy 151 Officer”; not “paragraph 151”
S151 = re.compile(
    r"\b(?:(?:Deputy|Acting|Interim)\s(?:[Ss]ection\s|[Ss]\.?\s?)?|[Ss]ection\s|[Ss]\.?\s?)151\s[Oo]fficer\b"
)
AND_BEFORE = re.compile(r",?\s(?:and|&)\s(?:the\s)?\Z")
IN_THE_CHAIR = words("chair_idioms")
# Posts that have a tail in lower case too: “the chair of governors”.
WITH_TAILS = frozenset(
    ["chair", "chairman", "mayor", "leader", "clerk", "chairperson", "treasurer", "secretary", "minister", "director"]
)
# Posts in lower case that mean nobody without a word before them, and those that do though they are no title.
NEVER_ALONE = frozenset(
    ["executive", "member", "head", "lead", "chief", "deputy", "holder", "governor", "representative", "councillor"]
) | {"leader"}
KNOWN_ALONE = frozenset(
    ["director", "secretary", "president", "caretaker", "warden", "auditor", "accountant", "registrar"]
)
WARDS = frozenset(["ward", "county", "district", "borough"])
# Letters of a post behind a person: “Mr. J. Voss, D.O.S.”; those behind a name that are an honour are its own.
DOTTED = re.compile(r"(?:A/)?[A-Z]\.(?:[A-Z]\.){1,3}(?![A-Za-z])")


class RoleFinder:
    """Finds posts in one text; places that belong to people are left alone."""

    def __init__(self, words: Words, people: bytearray) -> None:
        self.words = words
        self.people = people
        self.starts = Starts(words, people)
        self.tails = Tails(words, people)

    def find(self) -> list[Mention]:
        """Return the posts in reading order."""
        words = self.words
        found: list[Mention] = []
        place = 0
        last_end = 0
        for place, lower in enumerate(words.lower):
            # Of posts joined by a hyphen the last is the head: “Clerk-Treasurer”.
            head = lower if lower in HEADS or "-" not in lower else _joined_head(words.form[place])
            if (head not in HEADS and head not in ABBREVIATED) or self.people[place] or words.start[place] < last_end:
                continue
            span = self._role(place, head, last_end)
            if span is None:
                continue
            first, after = span
            mention = Mention("ROLE", words.start[first], words.end[after - 1], None, "role:" + head)
            found.append(mention)
            last_end = mention.end
        return self._with_s151(self._with_letters(found))

    def _with_letters(self, found: list[Mention]) -> list[Mention]:
        """Add the posts that are written as letters behind a person and a comma: “Mr. J. Voss, S.E.E.”."""
        words = self.words
        extra = []
        place = 0
        for match in DOTTED.finditer(words.text):
            while place < words.count and words.start[place] < match.start():
                place += 1
            letters = match[0].replace(".", "").lower()
            council = letters[-1] == "c" and letters[-2] in "cpdbtm"  # “N.C.C.”
            no_post = council or letters in POST_NOMINALS or letters in FIRMS  # “L.L.C.”
            if self._apposed_to(place) and not self.people[place] and not no_post:
                extra.append(Mention("ROLE", match.start(), match.end(), None, "role:letters"))
        return without_overlaps(found, extra) if extra else found

    def _with_s151(self, found: list[Mention]) -> list[Mention]:
        extra = [Mention("ROLE", m.start(), m.end(), None, "role:s151") for m in S151.finditer(self.words.text)]
        if not extra:
            return found
        kept = [m for m in (self._before(m, extra) for m in found) if m is not None]
        return sorted(kept + extra, key=lambda m: m.start)

    def _before(self, found: Mention, extra: list[Mention]) -> Mention | None:
        """Return a post without the officer of section 151 it runs into: “Director and Section 151 Officer”."""
        inside = next((one for one in extra if found.start < one.end and one.start < found.end), None)
        if inside is None:
            return found
        head = AND_BEFORE.search(self.words.text, found.start, inside.start)
        return replace(found, end=head.start()) if head else None

    def _role(self, place: int, head: str, floor: int) -> tuple[int, int] | None:
        """Return the first word of a post and the word after its last; None where its head names no post here."""
        words = self.words
        if head in ABBREVIATED:
            return self._abbreviated(place)
        if (
            self._head_is_further_on(place, head)
            or self._is_of_a_thing(place)
            or self._is_said_again(place, head, floor)
        ):
            return None
        if not words.capital(place):
            return self._lower(place, HEADS[head], floor)
        if head == "secretary" and words.at(place + 1) == "of" and words.at(place + 2) == "state":
            first = self.starts.left(place, floor)
            return first, self.tails.tail(place + 3, head) if words.at(place + 3) == "for" else place + 3
        if self._is_no_post(place, head):
            return None
        first, after = self.starts.left(place, floor), self.tails.tail(place + 1, head)
        if not self._is_whole(place, head, first, after):
            return None
        if head == "councillor":
            return self._councillor(place, after)
        stands = (
            HEADS[head] == "alone"
            or (head == "leader" and words.at(place - 1) in LED)
            or first < place
            or after > place + 1
            or self._apposed(place)
            or (HEADS[head] == "definite" and self._is_definite(place, first))
        )
        return (first, after) if stands else None

    def _head_is_further_on(self, place: int, head: str) -> bool:
        """Tell the head of a longer post, which stands behind: Executive Director, Deputy Leader."""
        words = self.words
        following = words.at(place + 1) if words.on_line(place) else ""
        if following not in HEADS or following == "councillor" or self.people[place + 1]:
            return False
        if words.capital(place) and not words.capital(place + 1):
            return False
        return not (HEADS[head] == HEADS[following] == "alone" and head != "depute")

    def _is_of_a_thing(self, place: int) -> bool:
        """Tell a post that only says whose a thing is: “Mayor’s Office”, “Directors Group”, “Chairs Network”."""
        words = self.words
        following = words.at(place + 1) if words.on_line(place) else ""
        if following in {"’", "'"} and words.at(place + 2) == "s":
            return words.at(place + 3) in FOLLOWED or words.at(place + 3) in HEADS
        named_after = following in FOLLOWED or (following.endswith("s") and following[:-1] in HEADS)
        return named_after and words.capital(place + 1)

    def _is_said_again(self, place: int, head: str, floor: int) -> bool:
        """Tell letters in brackets that repeat the post before them: “Chief Executive Officer (CEO)”."""
        words = self.words
        return head in LETTERS and words.at(place - 1) == "(" and floor > 0 and words.start[place] - floor < 3

    def _is_no_post(self, place: int, head: str) -> bool:
        """Tell a head with a capital that the words beside it make something else."""
        before = self.words.at(place - 1)
        following = self.words.at(place + 1) if self.words.on_line(place) else ""
        return (
            (head == "treasurer" and following in {"account", "accounts"})  # the name of a bank account
            or (head in {"chair", "mayor", "leader"} and self._idiom(place))
            or (head == "holder" and before not in {"portfolio", "office"})
        )

    def _is_whole(self, place: int, head: str, first: int, after: int) -> bool:
        """Tell whether a head that is no post by itself has the words beside it that make it one."""
        before = self.words.at(place - 1)
        following = self.words.at(place + 1) if self.words.on_line(place) else ""
        if head == "executive":
            return before in {"chief", "account"} or (first < place and before == "non")
        if head == "member":
            return self._member(first, place)
        if head == "head":
            return after > place + 1 or following == "teacher"
        if head in {"lead", "chief"}:
            return after > place + 1 or first < place
        return head != "deputy" or after > place + 1

    def _is_definite(self, place: int, first: int) -> bool:
        """Tell a bare post of one who is known: behind “the”, beside a mark, before who holds it."""
        words = self.words
        if self._person_next(place + 1):
            return True
        before = words.at(first - 1)
        following = words.at(place + 1) if words.on_line(place) else ""
        beside = before in BESIDE or following == ":" or words.printed(place + 1) in {":", ")"}
        return (before in DETERMINERS or beside) and not self._names_a_body(place + 1)

    def _names_a_body(self, place: int) -> bool:
        """Tell a post that is part of a body's name: “Governor Appointments Panel”."""
        words = self.words
        at = place
        while at < len(words) and words.capital(at) and words.on_line(at - 1) and at - place < 4:
            if words.lower[at] in BODIES:
                return True
            at += 1
        return False

    def _apposed(self, place: int) -> bool:
        """Tell a bare post behind a person: “Jo Ferrow, Technician in the Area Office”."""
        words = self.words
        return (
            place > 1
            and words.form[place - 1] in {",", "–", "-"}
            and self.people[place - 2] == 1
            and words.lower[place]
            not in {"member", "executive", "holder", "head", "lead", "chief", "deputy", "assistant"}
            and not words.capital(place + 1)
        )

    def _apposed_to(self, first: int) -> bool:
        """Tell whether a person and a comma, a dash or a bracket stand before a place."""
        words = self.words
        return first > 1 and words.form[first - 1] in {",", "–", "-", "("} and self.people[first - 2] == 1

    def _person_next(self, place: int) -> bool:
        return place < len(self.words) and self.people[place] == 1 and self.words.on_line(place - 1)

    def _abbreviated(self, place: int) -> tuple[int, int] | None:
        words = self.words
        if words.lower[place] == "exec":
            if words.at(place - 1) == "chief" and words.at(place + 1) not in {"member", "director"}:
                return self._ranked(place - 1), place + 1
            return None
        if words.lower[place] in {"mp", "msp", "td"}:
            said = words.at(place - 1) in OURS and words.form[place][0].isupper() and not words.capital(place + 1)
            return (place, place + 1) if said else None
        if words.lower[place] == "chief":
            if words.at(place - 1) == "fire" and words.capital(place) and words.at(place + 1) not in HEADS:
                return self._ranked(place - 1), place + 1
            return None
        at = place + 1
        if words.at(at) == ".":
            at += 1
        if words.at(at) == "of" and words.at(at + 1) == "state":
            return place, at + 2
        return None

    def _ranked(self, first: int) -> int:
        """Return where the rank words before a post begin: “Deputy Fire Chief”."""
        while self.words.at(first - 1) in RANKS:
            first -= 1
        return first

    def _idiom(self, place: int) -> bool:
        words = self.words
        before = words.at(place - 1)
        if before == "the":
            return words.at(place - 2) in IN_THE_CHAIR - {"to"} and words.at(place) == "chair"
        return words.at(place) == "chair" and before in {"to", "in"} and words.printed(place).islower()

    def _member(self, first: int, place: int) -> bool:
        before = self.words.at(place - 1)
        if before in {"independent", "co-opted", "lay"}:
            beside = place + 2 if self.words.at(place + 1) == "," else place + 1
            return self._person_next(beside) or self._apposed_to(first)
        return (
            before
            in {"executive", "cabinet", "lead", "portfolio", "board", "county", "exec", "sabbatical", "divisional"}
            and first < place
        )

    def _councillor(self, place: int, after: int) -> tuple[int, int] | None:
        words = self.words
        before = words.at(place - 1)
        if before not in {
            "ward",
            "county",
            "district",
            "borough",
            "city",
            "area",
            "town",
            "parish",
            "community",
            "local",
            "division",
        } or not words.on_line(place - 1):
            return None
        following = words.printed(place + 1)
        apposed = words.at(place - 2) in {"-", "–"} and place > 2 and self.people[place - 3] == 1
        if apposed or (words.at(place - 2) == "(" and following == ")"):
            return place - 1, place + 1
        determined = words.at(place - 2) in DETERMINERS | {"as", "a"}
        if (
            after > place + 1
            or (determined and not self._person_next(place + 1))
            or (following == "," and self._person_next(place + 2))
        ):
            return place - 1, after
        if (following in {"’", "'", "`"} and words.at(place + 2) == "s") or following == ":":
            return place - 1, after
        return None

    def _lower(self, place: int, need: str, floor: int) -> tuple[int, int] | None:
        """Read a post in lower case: only a definite one counts."""
        words = self.words
        lower = words.lower[place]
        first = place
        while (
            first > 0
            and words.lower[first - 1] in LOWER_MODIFIERS
            and words.on_line(first - 1)
            and words.start[first - 1] >= floor
        ):
            first -= 1
        if not self._is_known(place, first) or self._is_lower_idiom(place, first):
            return None
        if first == place:
            if need == "modified" or (need == "definite" and lower not in KNOWN_ALONE):
                return None
            if lower in NEVER_ALONE and not (lower == "leader" and words.at(first - 1) in DETERMINERS):
                return None
        if lower == "councillor" and words.at(place - 1) not in WARDS and not self._named(place):
            return None
        return first, self._end_of_lower(place, lower)

    def _named(self, place: int) -> bool:
        """Tell whether who holds a post in lower case follows it: “the clerk, Mrs Voss”."""
        if self.tails.people_at(place + 1):
            return True
        return self.words.at(place + 1) in {",", ":"} and self.tails.people_at(place + 2)

    def _is_known(self, place: int, first: int) -> bool:
        """Tell a post in lower case of one who is known: by a determiner, a name beside it, or brackets."""
        words = self.words
        before = words.at(first - 1) if first else ""
        return (
            before in DETERMINERS
            or (before == "(" and words.at(self._end_of_lower(place, words.lower[place])) in {")", ",", ";"})
            or (before == "," and words.at(place + 1) == ")")
            or self._named(place)
            or (before in {",", "-", "–"} and first > 1 and self.tails.people_at(first - 2))
        )

    def _is_lower_idiom(self, place: int, first: int) -> bool:
        """Tell “in the chair”, “left the chair and …”, and who is “assistant to the …”."""
        words = self.words
        before = words.at(first - 2)
        if before == "to" and words.at(first - 3) == "assistant":
            return True
        if words.lower[place] != "chair":
            return False
        return before in IN_THE_CHAIR - {"to", "left"} or (before == "left" and words.at(place + 1) in {"and", "."})

    def _end_of_lower(self, place: int, lower: str) -> int:
        """Return the place after a post in lower case, its tail counted where it is one that has tails."""
        return self.tails.tail(place + 1, lower) if lower in WITH_TAILS else place + 1


def _joined_head(form: str) -> str:
    """Return the last of posts joined by hyphens, “Clerk-Treasurer”, “CAO-Clerk”; nothing for “Strover-Leader”."""
    *_, before, head = form.split("-")
    joined = before.lower() in HEADS or before.lower() in LOWER_MODIFIERS or (before.isupper() and len(before) > 1)
    return head.lower() if joined else ""


def role_value(text: str, mention: Mention) -> str:
    """Return a post in its own words, single-spaced."""
    return " ".join(text[mention.start : mention.end].split())
