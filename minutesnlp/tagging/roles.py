"""Posts in a text: found by their head word (Clerk, Director, Member), extended to the left and by their tail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.tagging.lexicons import table, words
from minutesnlp.tagging.mentions import Mention
from minutesnlp.tagging.names import GIVEN, HONORIFICS, PLURAL_TITLES, is_initial
from minutesnlp.tagging.words import Words

HEADS = dict(table("role_heads"))
EMPLOYERS = words("employers")
# Rank words that belong to a post in lower case, and other words of lower-case posts: “the deputy clerk”.
LOWER_MODIFIERS = frozenset(
    "deputy assistant vice acting interim senior chief lord parish town district county borough city community licensing planning monitoring "
    "legal finance financial responsible enforcement tree allotment allotments footpath footpaths youth democratic services committee election "
    "returning ward head proper data protection highways police executive managing area principal co executive joint".split()
)
DETERMINERS = frozenset("the our his her their its your my".split())
# Capitalised words to the left of a post that are no part of it.
LEFT_STOPS = frozenset(
    """the a an this that our his her their its your my former new current previous outgoing incoming newly next late old and or by to from as of for with
    present apologies attendance attending absent presented presentation report reports reported update election elected appoint appointed appointment re-election proposed
    proposer seconded seconder moved nominated action actions officers members councillors cllrs email contact thank thanks welcome dear signed
    resolved agreed noted both no any each every minutes agenda item if when where while as all verbal written monthly annual quarterly
    on at in is was were be been not but so then after before during since until under also however following per via
    monday tuesday wednesday thursday friday saturday sunday""".split()
) | HONORIFICS | PLURAL_TITLES
# Bodies: to the left of a post across “and” they are another party (“the Panel and Service Manager”).
BODIES = frozenset("panel committee council board members officers police forum cabinet group staff residents executive".split())
POSSESSORS = frozenset("children adults adult women people men mayor members young peoples".split())
FOLLOWED = frozenset("office offices association forum network conference department group".split())
DASHED = frozenset("member director holder manager officer head lead".split())
TO_HEADS = frozenset("clerk assistant adviser advisor treasurer officer secretary pa solicitor chaplain".split())
LOWER_BODIES = frozenset(
    "council committee panel board authority governors forum group trustees sub-committee corporation cabinet parish town trust "
    "association society planning finance meeting management county district borough city overview scrutiny working party".split()
)
CONNECTORS = frozenset("and & of the for".split())
ABBREVIATED = {"exec": "chief", "sec": ""}
S151 = re.compile(r"(?:Section|S|s|section)\.?\s?151\s(?P<head>[Oo]fficer)\b")
IN_THE_CHAIR = frozenset("in took take takes taking taken vacated vacate left resumed assumed occupied to into occupy resume".split())
ELECTS = re.compile(r"\s?[-–]?\s?(?:Elect|elect|Designate)\b")
DASH = re.compile(r"\s?[-–—]\s|\s[-–—]\s?\Z")
TAIL_STOPS = frozenset("who which that has had was is will would and".split())


class RoleFinder:
    """Finds posts in one text; places that belong to people are left alone."""

    def __init__(self, words: Words, people: bytearray) -> None:
        self.words = words
        self.people = people

    def find(self) -> list[Mention]:
        """Return the posts in reading order."""
        words = self.words
        found: list[Mention] = []
        place = 0
        last_end = 0
        for place, lower in enumerate(words.lower):
            if lower not in HEADS and lower not in ABBREVIATED or self.people[place] or words.start[place] < last_end:
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
        if following in HEADS and (words.capital(place + 1) or not capital) and following not in {"councillor"} and not self.people[place + 1]:
            if not (need == "alone" and HEADS[following] == "alone"):
                return None
        if following in {"’", "'"} and words.at(place + 2) == "s" and (words.at(place + 3) in FOLLOWED or words.at(place + 3) in HEADS):
            return None
        if words.capital(place + 1) and (following in FOLLOWED or following.endswith("s") and following[:-1] in HEADS):
            return None
        if lower in {"acfo", "dcfo", "rfo", "dcs", "ceo", "cfo"} and words.at(place - 1) == "(" and floor and words.start[place] - floor < 3:
            return None
        if not capital:
            return self._lower(place, need, floor)
        if lower == "secretary" and words.at(place + 1) == "of" and words.at(place + 2) == "state":
            first = self._left(place, floor)
            return first, self._tail(place + 3, lower) if words.at(place + 3) == "for" else place + 3
        if lower in {"chair", "mayor", "leader"} and self._idiom(place):
            return None
        first = self._left(place, floor)
        after = self._tail(place + 1, lower)
        modified = first < place or after > place + 1
        if lower == "executive" and words.at(place - 1) not in {"chief", "account"} and not (first < place and words.at(place - 1) == "non"):
            return None
        if lower == "member" and not self._member(first, place):
            return None
        if lower == "holder" and words.at(place - 1) not in {"portfolio", "office"}:
            return None
        if lower == "councillor":
            return self._councillor(first, place, after)
        if lower == "leader" and words.at(place - 1) in {"team", "group", "service", "project", "programme"} or need == "alone":
            return first, after
        if lower == "head" and after == place + 1 and following not in {"teacher"}:
            return None
        if lower in {"lead", "chief", "deputy"} and after == place + 1 and not (first < place and lower != "deputy"):
            return None
        if modified:
            return first, after
        if need == "definite":
            before = words.at(first - 1)
            beside = before in {"(", ",", "–", "-", "|", ":"} or following in {":"} or words.printed(place + 1) in {":", ")"}
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
        return before in {"executive", "cabinet", "lead", "portfolio", "board", "county", "exec", "sabbatical", "divisional"} and first < place

    def _councillor(self, first: int, place: int, after: int) -> tuple[int, int] | None:
        words = self.words
        before = words.at(place - 1)
        if before not in {"ward", "county", "district", "borough", "city", "area", "town", "parish", "community", "local", "division"} or not words.on_line(place - 1):
            return None
        following = words.printed(place + 1)
        determined = words.at(place - 2) in DETERMINERS | {"as", "a"}
        if after > place + 1 or (determined and not self._person_next(place + 1)) or (following == "," and self._person_next(place + 2)):
            return place - 1, after
        if following in {"’", "'"} and words.at(place + 2) == "s" or following == ":":
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
            if self.people[at] or not words.joined(at) and words.gap(at) != "":
                break
            lower = words.lower[at]
            form = words.form[at]
            if words.gap(at) != "" and "\n" in words.gap(at) and at + 1 == place and not self._breaks_inside(at, place):
                break
            if "\n" in words.gap(at) and at + 1 != place:
                break
            if lower in {"and", "&"}:
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
            if lower in EMPLOYERS or (lower in HEADS and HEADS[lower] == "alone" and at + 1 < place and lower not in {"executive"}):
                break
            if lower in GIVEN and lower not in {"chase", "summer", "forest"} and at + 1 == place and at > 0 and words.capital(at - 1) and not words.lower[at - 1] in LEFT_STOPS:
                break
            first = at
            at -= 1
        return self._trim(first, place)

    def _belongs(self, at: int) -> bool:
        """Tell a word that stops most posts but belongs to this one: `Lord Mayor`, `Looked After Children`."""
        words = self.words
        lower = words.lower[at]
        return (lower == "lord" and words.at(at + 1) in {"mayor", "lieutenant", "provost"}) or (lower == "after" and words.at(at - 1) == "looked")

    def _breaks_inside(self, at: int, place: int) -> bool:
        """Tell a line broken inside a post (`Chief\\nExecutive`) from a post that begins its own line."""
        return self.words.lower[at] in LOWER_MODIFIERS and self.words.lower[place] in HEADS

    def _trim(self, first: int, place: int) -> int:
        while first < place and (self.words.lower[first] in {"and", "&", "’", "'", "s", "/", "-"} or (self.words.lower[first] in LEFT_STOPS and not self._belongs(first))):
            first += 1
        return first

    def _joins_left(self, at: int, first: int, place: int) -> bool:
        """Tell “Early Help and First Response Service Leader” from “Chief Executive and Director”."""
        words = self.words
        if first == place and words.lower[place] not in {"manager", "officer", "commissioner", "lead", "engineer", "partner", "leader", "planner", "co-ordinator", "adviser"}:
            return False
        left = at - 1
        count = 0
        while left >= 0 and words.capital(left) and not self.people[left] and count < 4:
            if words.lower[left] in HEADS and words.lower[left] not in {"lead"} or words.lower[left] in BODIES or words.lower[left] in LEFT_STOPS:
                return words.lower[left] in LEFT_STOPS and count > 0
            if not words.on_line(left):
                return False
            count += 1
            left -= 1
        if count == 0:
            return False
        # The sentence's first word alone is no department: “Smith and Service Manager”.
        return True

    def _tail(self, place: int, head: str) -> int:
        """Return the place after a post's tail: “of the Committee”, “for Finance and Governance”, “– Environment”."""
        words = self.words
        after = place
        while ELECTS.match(words.text, words.end[after - 1]) and after - place < 2:
            after = next((at for at in range(after, min(after + 3, len(words))) if words.lower[at] in {"elect", "designate"}), after - 1) + 1
        if after >= len(words):
            return after
        link = words.lower[after]
        if link in {"of", "for"} or (link == "to" and head in TO_HEADS) or (link == "on" and head in {"lead", "spokesperson", "spokesman"}):
            if words.joined(after - 1) and words.joined(after):
                end = self._phrase(after + 1, link)
                if end > after + 1:
                    return self._second_tail(end)
            return after
        if head in DASHED and words.form[after] in {"-", "–", "—"} and words.gap(after - 1) in {" ", ""} and words.gap(after) == " ":
            if not self.people[after + 1] and words.at(after + 1) not in HONORIFICS and words.at(after + 1) not in GIVEN and words.at(after + 1) not in HEADS:
                end = self._phrase(after + 1, "for")
                if end > after + 1 and words.printed(end) not in {"("} and (end - after > 2 or words.printed(end) in {")", ",", ".", "’", "'", ""} or "\n" in words.gap(end - 1)):
                    return end
            return after
        if head in {"manager", "officer", "director"} and words.capital(after) and words.on_line(after - 1) and self._apposed(after - 1):
            end = self._phrase(after, "for")
            if end > after + 1 and words.printed(end) in {",", ";", ".", ")", ""}:
                return end
        if words.form[after] == "(" and (head in DASHED or head in {"leader", "director", "solicitor", "engineer"}):
            return self._bracket(after)
        return after

    def _apposed(self, place: int) -> bool:
        """Tell whether a post's head stands in apposition to a person: “Nia Cole, Service Manager”."""
        words = self.words
        at = place
        while at > 0 and words.capital(at) and not self.people[at] and place - at < 6:
            at -= 1
        return at > 0 and words.form[at] in {",", "–", "-"} and self.people[at - 1] == 1

    def _second_tail(self, end: int) -> int:
        words = self.words
        if words.form[end : end + 1] == ["("]:
            return self._bracket(end)
        return end

    def _bracket(self, place: int) -> int:
        """Return the place after a portfolio in brackets, or the place itself where they hold something else."""
        words = self.words
        at = place + 1
        count = 0
        while at < len(words) and at - place < 12 and words.form[at] != ")":
            lower = words.lower[at]
            if self.people[at] or lower in EMPLOYERS or lower in HONORIFICS or lower in HEADS or is_initial(words, at):
                return place
            if words.capital(at):
                count += 1
                if lower in GIVEN and count == 1 and words.capital(at + 1):
                    return place
                if words.form[at].isupper() and words.form[at].isalpha() and words.at(at + 1) == ")" and count == 1:
                    return place
            elif lower not in CONNECTORS and lower not in {",", "’", "'", "s"}:
                return place
            at += 1
        return at + 1 if at < len(words) and words.form[at] == ")" and count >= 1 and at - place > 1 and (count > 1 or words.printed(place + 1)[0].isupper()) else place

    def _phrase(self, place: int, link: str) -> int:
        """Return the place after the proper noun that begins here; the place itself where there is none."""
        words = self.words
        at = place
        after = place
        in_list = self._closes_list(place)
        steps = 0
        if words.at(at) in {"the", "this"} and words.joined(at):
            at += 1
            if not words.capital(at):
                return self._lower_phrase(at, place)
        elif not words.capital(at):
            return self._lower_phrase(at, place)
        while at < len(words) and steps < 16:
            steps += 1
            lower = words.lower[at]
            form = words.form[at]
            if self.people[at]:
                break
            if words.capital(at):
                if lower in HONORIFICS and lower not in {"lord", "lady"} or (after > place and self._starts_post(at)):
                    break
                if lower in GIVEN and after > place and (words.capital(at + 1) and words.at(at + 1) not in HEADS) and at + 1 < len(words) and words.on_line(at) and words.lower[at - 1] not in CONNECTORS:
                    break
                after = at + 1
                at += 1
            elif form in {"’", "'"} and after == at and words.gap(at - 1) == "":
                if words.at(at + 1) == "s" and words.gap(at) == "":
                    if not words.capital(at + 2) or words.at(at + 2) in {"report", "update", "announcements"}:
                        break
                    at += 2
                elif words.lower[at - 1].endswith("s") and words.capital(at + 1):
                    at += 1
                else:
                    break
                continue
            elif lower in CONNECTORS and after == at:
                following = at + 1
                while words.at(following) == "the":
                    following += 1
                if not words.capital(following) or words.at(following) in HONORIFICS or self._people_at(following):
                    break
                if lower in {"and", "&"} and self._starts_post(following):
                    break
                if lower == "for" and link == "for":
                    break
                at = following
                continue
            elif form == "," and in_list and after == at and words.capital(at + 1) and at < in_list:
                at += 1
                continue
            elif form in {"-", "–", "/"} and after == at and words.gap(at) == "" and words.gap(at - 1) == "" and words.capital(at + 1):
                at += 1
                continue
            elif form.isdigit() and after == at and words.on_line(at - 1):
                after = at + 1
                at += 1
            else:
                break
            if at < len(words) and not words.joined(at - 1) and words.gap(at - 1) != "":
                break
            if at < len(words) and "\n" in words.gap(at - 1) and not (words.lower[at - 1] in CONNECTORS or words.at(at) in CONNECTORS or words.at(at) in {"committee", "council", "services", "board", "panel"}):
                break
        return after

    def _people_at(self, place: int) -> bool:
        return place < len(self.people) and self.people[place] == 1

    def _lower_phrase(self, at: int, place: int) -> int:
        words = self.words
        if words.at(at) not in LOWER_BODIES or not words.joined(at - 1):
            return place
        while words.at(at + 1) in LOWER_BODIES and words.on_line(at):
            at += 1
        return at + 1 if words.at(at) not in {"planning", "finance", "parish", "town", "county", "district", "borough", "city", "overview", "scrutiny", "working", "management", "meeting"} else place

    def _starts_post(self, place: int) -> bool:
        """Tell whether another post begins here, so that this one's tail ends before it."""
        words = self.words
        at = place
        while at < len(words) and at - place < 6 and words.capital(at):
            lower = words.lower[at]
            if lower in HEADS and lower not in {"executive", "lead", "chief"}:
                return True
            if not words.joined(at):
                return False
            at += 1
        return False

    def _closes_list(self, place: int) -> int:
        """Return where “Environment, Culture and Public Spaces” has its “and”, 0 where no such list begins here."""
        words = self.words
        commas = False
        for at in range(place, min(place + 16, len(words) - 1)):
            if self._people_at(at):
                return 0
            lower = words.lower[at]
            if lower in {"and", "&"} and commas:
                if words.capital(at + 1) and not self._starts_post(at + 1) and not self._people_at(at + 1):
                    return at
                return 0
            if words.form[at] == ",":
                commas = True
                if self._starts_post(at + 1):
                    return 0
            elif not words.capital(at) and lower not in CONNECTORS and lower not in {"’", "s", "'"}:
                return 0
        return 0

    def _lower(self, place: int, need: str, floor: int) -> tuple[int, int] | None:
        """Read a post in lower case: only a definite one counts."""
        words = self.words
        lower = words.lower[place]
        first = place
        while first > 0 and words.lower[first - 1] in LOWER_MODIFIERS and words.on_line(first - 1) and words.start[first - 1] >= floor:
            first -= 1
        before = words.at(first - 1) if first else ""
        modified = first < place
        definite = before in DETERMINERS
        named = self._people_at(place + 1) or (words.at(place + 1) in {",", ":"} and self._people_at(place + 2))
        bracketed = before == "(" and words.at(place + 1) in {")", ",", ";"}
        apposed = before in {",", "-", "–"} and first > 1 and self._people_at(first - 2)
        if not (definite or bracketed or named or apposed) or (words.at(first - 2) == "to" and words.at(first - 3) == "assistant"):
            return None
        if lower == "chair" and (words.at(first - 2) in IN_THE_CHAIR - {"to", "left"} or (words.at(first - 2) == "left" and words.at(place + 1) in {"and", "."})):
            return None
        if lower in {"executive", "member", "head", "lead", "chief", "deputy", "holder", "governor", "representative", "councillor", "leader"} and not modified and not (lower == "leader" and definite):
            return None
        if lower == "councillor" and not named and words.at(place - 1) not in {"ward", "county", "district", "borough"}:
            return None
        if need == "modified" and not modified:
            return None
        if need == "definite" and not modified and lower not in {"director", "secretary", "president", "caretaker", "warden", "auditor", "accountant", "registrar"}:
            return None
        if lower in {"executive", "head"} and not modified:
            return None
        after = self._tail(place + 1, lower) if lower in {"chair", "chairman", "mayor", "leader", "clerk", "chairperson", "treasurer", "secretary", "minister", "director"} else place + 1
        return first, after


def role_value(text: str, mention: Mention) -> str:
    """Return a post in its own words, single-spaced."""
    return " ".join(text[mention.start : mention.end].split())


def values(text: str, mentions: Sequence[Mention]) -> list[str]:
    """Return the posts in their own words."""
    return [role_value(text, mention) for mention in mentions]
