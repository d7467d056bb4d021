"""Posts in a text: found by their head word (Clerk, Director, Member), extended to the left and by their tail."""

from __future__ import annotations

import re
from dataclasses import replace

from minutesnlp.tagging.lexicons import words
from minutesnlp.tagging.mentions import Mention, without_overlaps
from minutesnlp.tagging.people.names import FIRMS, POST_NOMINALS
from minutesnlp.tagging.posts.starts import BODIES, LOWER_MODIFIERS, Starts
from minutesnlp.tagging.posts.tails import HEADS, Tails
from minutesnlp.tagging.words import Words

DETERMINERS = frozenset(["the", "our", "his", "her", "their", "its", "your", "my"])
FOLLOWED = frozenset(["office", "offices", "association", "forum", "network", "conference", "department", "group"])
# Heads that are one only beside certain words: “Chief Exec”, “Sec of State”, “Fire Chief”, “our MP”.
ABBREVIATED = frozenset(["exec", "sec", "chief", "mp", "msp", "td"])
# Who is said to be ours: “our MP”; behind a name the letters belong to the name.
OURS = frozenset(["our", "the", "local", "constituency"])
RANKS = frozenset(["deputy", "assistant", "acting", "interim"])
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

    def _role(self, place: int, lower: str, floor: int) -> tuple[int, int] | None:
        words = self.words
        if lower in ABBREVIATED:
            return self._abbreviated(place)
        need = HEADS[lower]
        capital = words.capital(place)
        following = words.at(place + 1) if words.on_line(place) else ""
        # The head of a longer post stands further on: Executive Director, Deputy Leader.
        if (
            following in HEADS
            and (words.capital(place + 1) or not capital)
            and following not in {"councillor"}
            and not self.people[place + 1]
        ) and not (need == "alone" and HEADS[following] == "alone" and lower != "depute"):
            return None
        if (
            following in {"’", "'"}
            and words.at(place + 2) == "s"
            and (words.at(place + 3) in FOLLOWED or words.at(place + 3) in HEADS)
        ):
            return None
        if words.capital(place + 1) and (
            following in FOLLOWED or (following.endswith("s") and following[:-1] in HEADS)
        ):
            return None
        if (
            lower in {"acfo", "dcfo", "rfo", "dcs", "ceo", "cfo"}
            and words.at(place - 1) == "("
            and floor
            and words.start[place] - floor < 3
        ):
            return None
        if not capital:
            return self._lower(place, need, floor)
        if lower == "treasurer" and following in {"account", "accounts"}:
            return None  # the name of a bank account
        if lower == "secretary" and words.at(place + 1) == "of" and words.at(place + 2) == "state":
            first = self.starts.left(place, floor)
            return first, self.tails.tail(place + 3, lower) if words.at(place + 3) == "for" else place + 3
        if lower in {"chair", "mayor", "leader"} and self._idiom(place):
            return None
        first = self.starts.left(place, floor)
        after = self.tails.tail(place + 1, lower)
        modified = first < place or after > place + 1
        if (
            lower == "executive"
            and words.at(place - 1) not in {"chief", "account"}
            and not (first < place and words.at(place - 1) == "non")
        ):
            return None
        if lower == "member" and not self._member(first, place):
            return None
        if lower == "holder" and words.at(place - 1) not in {"portfolio", "office"}:
            return None
        if lower == "councillor":
            return self._councillor(place, after)
        if (
            lower == "leader" and words.at(place - 1) in {"team", "group", "service", "project", "programme"}
        ) or need == "alone":
            return first, after
        if lower == "head" and after == place + 1 and following not in {"teacher"}:
            return None
        if lower in {"lead", "chief", "deputy"} and after == place + 1 and not (first < place and lower != "deputy"):
            return None
        if modified or self._apposed(place):
            return first, after
        if need == "definite":
            before = words.at(first - 1)
            beside = (
                before in {"(", ",", "–", "-", "|", ":"} or following in {":"} or words.printed(place + 1) in {":", ")"}
            )
            named = self._person_next(place + 1)
            if named or ((before in DETERMINERS or beside) and not self._names_a_body(place + 1)):
                return first, after
        return None

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
        before = words.at(first - 1) if first else ""
        modified = first < place
        definite = before in DETERMINERS
        named = self.tails.people_at(place + 1) or (
            words.at(place + 1) in {",", ":"} and self.tails.people_at(place + 2)
        )
        bracketed = (before == "(" and words.at(self._end_of_lower(place, lower)) in {")", ",", ";"}) or (
            before == "," and words.at(place + 1) == ")"
        )
        apposed = before in {",", "-", "–"} and first > 1 and self.tails.people_at(first - 2)
        if not (definite or bracketed or named or apposed) or (
            words.at(first - 2) == "to" and words.at(first - 3) == "assistant"
        ):
            return None
        if lower == "chair" and (
            words.at(first - 2) in IN_THE_CHAIR - {"to", "left"}
            or (words.at(first - 2) == "left" and words.at(place + 1) in {"and", "."})
        ):
            return None
        if (
            lower
            in {
                "executive",
                "member",
                "head",
                "lead",
                "chief",
                "deputy",
                "holder",
                "governor",
                "representative",
                "councillor",
                "leader",
            }
            and not modified
            and not (lower == "leader" and definite)
        ):
            return None
        if lower == "councillor" and not named and words.at(place - 1) not in {"ward", "county", "district", "borough"}:
            return None
        if need == "modified" and not modified:
            return None
        if (
            need == "definite"
            and not modified
            and lower
            not in {"director", "secretary", "president", "caretaker", "warden", "auditor", "accountant", "registrar"}
        ):
            return None
        if lower in {"executive", "head"} and not modified:
            return None
        return first, self._end_of_lower(place, lower)

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
