"""Posts in a text: found by their head word (Clerk, Director, Member), extended to the left and by their tail."""

from __future__ import annotations

import re

from minutesnlp.tagging.lexicons import words
from minutesnlp.tagging.mentions import Mention
from minutesnlp.tagging.names import GIVEN, HONORIFICS, PLURAL_TITLES
from minutesnlp.tagging.role_tails import EMPLOYERS, HEADS, Tails
from minutesnlp.tagging.words import Words

# Rank words that belong to a post in lower case, and other words of lower-case posts: “the deputy clerk”.
LOWER_MODIFIERS = words("role_lower_modifiers")
DETERMINERS = frozenset(["the", "our", "his", "her", "their", "its", "your", "my"])
# Capitalised words to the left of a post that are no part of it.
LEFT_STOPS = words("role_left_stops") | HONORIFICS | PLURAL_TITLES
# Bodies: to the left of a post across “and” they are another party (“the Panel and Service Manager”).
BODIES = words("role_bodies")
POSSESSORS = frozenset(
    ["children", "adults", "adult", "women", "people", "men", "mayor", "members", "young", "peoples"]
)
FOLLOWED = frozenset(["office", "offices", "association", "forum", "network", "conference", "department", "group"])
ABBREVIATED = {"exec": "chief", "sec": ""}
# “Section 151 Officer”, “s151 officer”, “Deputy 151 Officer”; not “paragraph 151”
S151 = re.compile(
    r"\b(?:(?:Deputy|Acting|Interim)\s(?:[Ss]ection\s|[Ss]\.?\s?)?|[Ss]ection\s|[Ss]\.?\s?)151\s[Oo]fficer\b"
)
IN_THE_CHAIR = words("chair_idioms")


class RoleFinder:
    """Finds posts in one text; places that belong to people are left alone."""

    def __init__(self, words: Words, people: bytearray) -> None:
        self.words = words
        self.people = people
        self.tails = Tails(words, people)

    def find(self) -> list[Mention]:
        """Return the posts in reading order."""
        words = self.words
        found: list[Mention] = []
        place = 0
        last_end = 0
        for place, lower in enumerate(words.lower):
            if (lower not in HEADS and lower not in ABBREVIATED) or self.people[place] or words.start[place] < last_end:
                continue
            span = self._role(place, last_end)
            if span is None:
                continue
            first, after = span
            mention = Mention("ROLE", words.start[first], words.end[after - 1], None, "role:" + lower)
            found.append(mention)
            last_end = mention.end
        return self._with_s151(found)

    def _with_s151(self, found: list[Mention]) -> list[Mention]:
        extra = [Mention("ROLE", m.start(), m.end(), None, "role:s151") for m in S151.finditer(self.words.text)]
        if not extra:
            return found
        kept = [m for m in found if not any(m.start < e.end and e.start < m.end for e in extra)]
        return sorted(kept + extra, key=lambda m: m.start)

    def _role(self, place: int, floor: int) -> tuple[int, int] | None:
        words = self.words
        lower = words.lower[place]
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
        ) and not (need == "alone" and HEADS[following] == "alone"):
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
        if lower == "secretary" and words.at(place + 1) == "of" and words.at(place + 2) == "state":
            first = self._left(place, floor)
            return first, self.tails.tail(place + 3, lower) if words.at(place + 3) == "for" else place + 3
        if lower in {"chair", "mayor", "leader"} and self._idiom(place):
            return None
        first = self._left(place, floor)
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
        if modified:
            return first, after
        if need == "definite":
            before = words.at(first - 1)
            beside = (
                before in {"(", ",", "–", "-", "|", ":"} or following in {":"} or words.printed(place + 1) in {":", ")"}
            )
            if before in DETERMINERS or beside or self._person_next(place + 1):
                return first, after
        return None

    def _person_next(self, place: int) -> bool:
        return place < len(self.words) and self.people[place] == 1 and self.words.on_line(place - 1)

    def _abbreviated(self, place: int) -> tuple[int, int] | None:
        words = self.words
        if words.lower[place] == "exec":
            if words.at(place - 1) == "chief" and words.at(place + 1) not in {"member", "director"}:
                first = place - 1
                while words.at(first - 1) in {"deputy", "assistant", "acting", "interim"}:
                    first -= 1
                return first, place + 1
            return None
        at = place + 1
        if words.at(at) == ".":
            at += 1
        if words.at(at) == "of" and words.at(at + 1) == "state":
            return place, at + 2
        return None

    def _idiom(self, place: int) -> bool:
        words = self.words
        before = words.at(place - 1)
        if before == "the":
            return words.at(place - 2) in IN_THE_CHAIR - {"to"} and words.at(place) == "chair"
        return words.at(place) == "chair" and before in {"to", "in"} and words.printed(place).islower()

    def _member(self, first: int, place: int) -> bool:
        before = self.words.at(place - 1)
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
        determined = words.at(place - 2) in DETERMINERS | {"as", "a"}
        if (
            after > place + 1
            or (determined and not self._person_next(place + 1))
            or (following == "," and self._person_next(place + 2))
        ):
            return place - 1, after
        if (following in {"’", "'"} and words.at(place + 2) == "s") or following == ":":
            return place - 1, after
        return None

    def _left(self, place: int, floor: int) -> int:
        """Return where a post begins: capitalised words to the left, also across “and” and “&”."""
        words = self.words
        first = place
        at = place - 1
        steps = 0
        while at >= 0 and steps < 9 and words.start[at] >= floor:
            steps += 1
            if self.people[at] or (not words.joined(at) and words.gap(at) != ""):
                break
            lower = words.lower[at]
            form = words.form[at]
            if words.gap(at) != "" and "\n" in words.gap(at) and at + 1 == place and not self._breaks_inside(at, place):
                break
            if (
                "\n" in words.gap(at)
                and at + 1 != place
                and words.lower[at + 1] not in {"and", "&"}
                and lower not in {"and", "&"}
            ):
                break
            if lower in {"and", "&"}:
                if words.at(at - 1) == "police" and words.at(at + 1) in {"crime", "fire"}:
                    first = at - 1
                    break
                if not self._joins_left(at, first, place):
                    break
                at -= 1
                continue
            if lower == "s" and words.at(at - 1) in {"’", "'"} and words.at(at - 2) in POSSESSORS:
                first = at - 2
                at -= 3
                continue
            if form in {"-", "–"} and words.gap(at) == "" and at > 0 and words.gap(at - 1) == "":
                at -= 1
                continue
            if form == "/" and words.gap(at) == "" and words.capital(at - 1) and words.at(at - 1) not in HEADS:
                at -= 1
                continue
            if not form[0].isupper() or len(form) == 1 or (lower in LEFT_STOPS and not self._belongs(at)):
                break
            if lower in EMPLOYERS or (
                lower in HEADS and HEADS[lower] == "alone" and at + 1 < place and lower not in {"executive"}
            ):
                break
            if (
                lower in GIVEN
                and lower not in {"chase", "summer", "forest"}
                and at + 1 == place
                and at > 0
                and words.capital(at - 1)
                and words.lower[at - 1] not in LEFT_STOPS
            ):
                break
            first = at
            at -= 1
        return self._trim(first, place)

    def _belongs(self, at: int) -> bool:
        """Tell a word that stops most posts but belongs to this one: `Lord Mayor`, `Looked After Children`."""
        words = self.words
        lower = words.lower[at]
        return (lower == "lord" and words.at(at + 1) in {"mayor", "lieutenant", "provost"}) or (
            lower == "after" and words.at(at - 1) == "looked"
        )

    def _breaks_inside(self, at: int, place: int) -> bool:
        """Tell a line broken inside a post (`Chief` / `Executive`) from a post that begins its own line."""
        return self.words.lower[at] in LOWER_MODIFIERS and self.words.lower[place] in HEADS

    def _trim(self, first: int, place: int) -> int:
        while first < place and (
            self.words.lower[first] in {"and", "&", "’", "'", "s", "/", "-"}
            or (self.words.lower[first] in LEFT_STOPS and not self._belongs(first))
        ):
            first += 1
        return first

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
        bracketed = before == "(" and words.at(place + 1) in {")", ",", ";"}
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
        after = (
            self.tails.tail(place + 1, lower)
            if lower
            in {
                "chair",
                "chairman",
                "mayor",
                "leader",
                "clerk",
                "chairperson",
                "treasurer",
                "secretary",
                "minister",
                "director",
            }
            else place + 1
        )
        return first, after


def role_value(text: str, mention: Mention) -> str:
    """Return a post in its own words, single-spaced."""
    return " ".join(text[mention.start : mention.end].split())
