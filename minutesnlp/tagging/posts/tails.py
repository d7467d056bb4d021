"""The tail of a post: “of the Committee”, “for Finance and Governance”, “– Environment”, “(Major Works)”."""

from __future__ import annotations

import re

from minutesnlp.tagging.lexicons import table, words
from minutesnlp.tagging.people.names import GIVEN, HONORIFICS, PERSON_VERBS, is_initial
from minutesnlp.tagging.words import Words

HEADS: dict[str, str] = {row[0]: row[1] for row in table("role_heads")}
EMPLOYERS = words("employers")
DASHED = frozenset(["member", "director", "holder", "manager", "officer", "head", "lead"])
# Posts whose field of work may stand behind a comma.
WITH_PORTFOLIO = DASHED | {"planner", "engineer", "surveyor", "superintendent", "executive", "service"}
TO_HEADS = frozenset(
    ["clerk", "assistant", "adviser", "advisor", "treasurer", "officer", "secretary", "pa", "solicitor", "chaplain"]
)
LOWER_BODIES = words("role_lower_bodies")
TERMS = frozenset(["municipal", "civic", "council", "financial", "year", "meeting"])
# How to reach somebody begins no part of a post: “Clerk to Elm Parish Council Email”.
CONTACTS = frozenset(["email", "e-mail", "tel", "telephone", "phone", "mobile", "website", "address"])
CONNECTORS = frozenset(["and", "&", "of", "the", "for"])
DEPARTMENTS = words("departments")
# Words behind which a post may be broken by a line's end: “Democratic / Services Officer”.
LEADING_ON = frozenset(
    [
        "deputy",
        "assistant",
        "vice",
        "acting",
        "interim",
        "senior",
        "chief",
        "executive",
        "principal",
        "lead",
        "head",
        "democratic",
        "monitoring",
        "responsible",
        "enforcement",
        "licensing",
        "services",
        "project",
        "team",
    ]
)
# Where all is in capitals, a verb ends a post: “HEAD OF PARKS REPLIED”, “CLERK TO THE COUNCIL BE ASKED”.
VERBS = PERSON_VERBS | {"be", "is", "was", "has", "had", "will"}
# So many words, marks among them, a proper noun may have.
LONGEST = 16
ELECTS = re.compile(r"\s?[-–]?\s?(?:Elect|elect|Designate|designate)\b")


class Tails:
    """Reads the tails of posts in one text; every method takes a place and gives the place after what it read."""

    def __init__(self, words: Words, people: bytearray) -> None:
        self.words = words
        self.people = people

    def tail(self, place: int, head: str) -> int:
        """Return the place after a post's tail: “of the Committee”, “for Finance and Governance”, “– Environment”."""
        words = self.words
        after = self._elect(place)
        if after >= len(words):
            return after
        if self._links(after, head):
            return self._linked(after)
        if (
            head in DASHED
            and words.form[after] in {"-", "–", "—"}
            and words.gap(after - 1) in {" ", ""}
            and words.gap(after) == " "
        ):
            return self._dashed(after)
        if words.capital(after) and words.on_line(after - 1) and (end := self._running_on(after, head)):
            return end
        if (
            words.form[after] == ","
            and head in WITH_PORTFOLIO
            and not DEPARTMENTS.isdisjoint(words.lower[after + 1 : after + 5])
        ):
            return self.second_tail(self.portfolio(after))
        if words.form[after] == "(" and (head in DASHED or head in {"leader", "director", "solicitor", "engineer"}):
            return self.bracket(after)
        return after

    def _elect(self, place: int) -> int:
        """Return the place behind “Elect” or “Designate”, `place` where neither stands there."""
        words = self.words
        after = place
        while ELECTS.match(words.text, words.end[after - 1]) and after - place < 2:
            near = range(after, min(after + 3, len(words)))
            after = next((at for at in near if words.lower[at] in {"elect", "designate"}), after - 1) + 1
        return after

    def _links(self, place: int, head: str) -> bool:
        """Tell a word that links a post to its field: “Head of”, “Clerk to”, “Lead on”."""
        words = self.words
        link = words.lower[place]
        return (
            link in {"of", "for"}
            or (link == "to" and head in TO_HEADS and (words.form[place] == "to" or words.at(place + 1) == "the"))
            or (link == "on" and head in {"lead", "spokesperson", "spokesman"})
        )

    def _linked(self, place: int) -> int:
        """Return the place after a tail behind such a word; the word's own where none stands there."""
        words = self.words
        if words.joined(place - 1) and words.joined(place):
            end = self.phrase(place + 1, words.lower[place])
            if end > place + 1:
                return self.second_tail(end)
        return place

    def _dashed(self, place: int) -> int:
        """Return the place after a field of work behind a dash; the dash’s own where somebody stands there."""
        words = self.words
        following = words.at(place + 1)
        if self.people[place + 1] or following in HONORIFICS or following in GIVEN or following in HEADS:
            return place
        end = self.phrase(place + 1, "for")
        if end <= place + 1 or words.printed(end) == "(":
            return place
        ended = words.printed(end) in {")", ",", ".", "’", "'", ""} or "\n" in words.gap(end - 1)
        return end if ended or end - place > 2 or words.lower[place + 1] in DEPARTMENTS else place

    def _running_on(self, place: int, head: str) -> int:
        """Return the place after a field of work that stands right behind a post, 0 where there is none."""
        words = self.words
        if head in {"manager", "director"} and words.lower[place] in DEPARTMENTS:
            return max(place + 1, self.phrase(place, "for"))
        if head in {"manager", "director", "leader"}:
            # “Director City Strategy (Jo Voss)”: a person in brackets shows that the whole is one post
            end = self.phrase(place, "for")
            if end > place and words.printed(end) == "(" and self.people_at(end + 1):
                return end
        if head in {"manager", "officer", "director"} and self.apposed(place - 1):
            end = self.phrase(place, "for")
            if end > place + 1 and words.printed(end) in {",", ";", ".", ")", ""}:
                return end
        return 0

    def portfolio(self, place: int) -> int:
        """Return the place after a field of work behind a comma: “Manager, Housing and Community Growth”."""
        words = self.words
        if not words.capital(place + 1) or not words.joined(place):
            return place
        end = self.phrase(place + 1, "for")
        ended = words.printed(end) in {",", ";", ".", ")", "(", ""} or words.printed(end).islower()
        ended = ended or not words.on_line(end - 1) or self.people_at(end)
        return (
            end if ended and end > place + 1 and words.at(end - 1) not in EMPLOYERS | {"service", "brigade"} else place
        )

    def apposed(self, place: int) -> bool:
        """Tell whether a post's head stands in apposition to a person: “Nia Cole, Service Manager”."""
        words = self.words
        at = place
        while at > 0 and words.capital(at) and not self.people[at] and place - at < 6:
            at -= 1
        return at > 0 and words.form[at] in {",", "–", "-"} and self.people[at - 1] == 1

    def second_tail(self, end: int) -> int:
        """Return the place after a portfolio in brackets behind a tail."""
        words = self.words
        if words.form[end : end + 1] == ["("]:
            return self.bracket(end)
        if (
            words.form[end : end + 1] == [","]
            and words.lower[end - 1] == "service"
            and words.at(end + 1) in DEPARTMENTS
        ):
            return self.portfolio(end)  # “Head of Service, Housing”
        return end

    def bracket(self, place: int) -> int:
        """Return the place after a portfolio in brackets, or the place itself where they hold something else."""
        words = self.words
        at = place + 1
        count = 0
        while at < len(words) and at - place < 12 and words.form[at] != ")":
            lower = words.lower[at]
            titled = lower in HONORIFICS and lower != "major"  # “(Major Works)”
            if self.people[at] or lower in EMPLOYERS or titled or lower in HEADS or is_initial(words, at):
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
        return (
            at + 1
            if at < len(words)
            and words.form[at] == ")"
            and count >= 1
            and at - place > 1
            and (count > 1 or words.printed(place + 1)[0].isupper())
            else place
        )

    def phrase(self, place: int, link: str) -> int:
        """Return the place after the proper noun that begins here; the place itself where there is none."""
        words = self.words
        at = place
        after = place
        in_list = self.closes_list(place)
        if words.at(at) in {"the", "this"} and words.joined(at):
            at += 1
        if not words.capital(at):
            return self.lower_phrase(at, place)
        for _ in range(LONGEST):
            if at >= len(words) or self.people[at]:
                break
            numbered = after == at and words.form[at].isdigit() and words.on_line(at - 1)
            if words.capital(at) or numbered:
                if not numbered and self._ends_before(at, begun=after > place):
                    break
                after = at = at + 1
                if self._breaks(at):
                    break
            elif following := self._over(at, after, in_list, link):
                at = following
            else:
                break
        return after

    def _ends_before(self, at: int, *, begun: bool) -> bool:
        """Tell a word with a capital that belongs to what follows: a title, a post, a person, how to reach one."""
        words = self.words
        lower = words.lower[at]
        if (lower in HONORIFICS and lower not in {"lord", "lady"}) or (begun and self.starts_post(at)):
            return True
        if lower in CONTACTS or (begun and lower in VERBS and words.form[at].isupper()):
            return True
        return (
            begun
            and lower in GIVEN
            and words.capital(at + 1)
            and words.at(at + 1) not in HEADS
            and at + 1 < len(words)
            and words.on_line(at)
            and words.lower[at - 1] not in CONNECTORS
        )

    def _over(self, at: int, after: int, in_list: int, link: str) -> int:
        """Return the place behind a mark or a small word within a proper noun, 0 where it ends there."""
        words = self.words
        form = words.form[at]
        if form in {"’", "'"} and after == at and words.gap(at - 1) == "":
            return self._over_apostrophe(at)
        if words.lower[at] in CONNECTORS and (after == at or (at == in_list and words.form[at - 1] == ",")):
            return self._over_connector(at, link)
        if after != at:
            return 0
        listed = form == "," and at < in_list and (words.capital(at + 1) or at + 1 == in_list)
        bound = form in {"-", "–", "/"} and words.gap(at) == "" and words.gap(at - 1) == "" and words.capital(at + 1)
        return at + 1 if listed or bound else 0

    def _over_apostrophe(self, at: int) -> int:
        """Return the place of the noun that a name owns: “People’s Panel”, “Residents’ Board”; 0 for none."""
        words = self.words
        if words.at(at + 1) == "s" and words.gap(at) == "":
            reports = words.at(at + 2) in {"report", "update", "announcements"}
            return at + 2 if words.capital(at + 2) and not reports else 0
        return at + 1 if words.lower[at - 1].endswith("s") and words.capital(at + 1) else 0

    def _over_connector(self, at: int, link: str) -> int:
        """Return the place of the word that a small one joins to a proper noun: “and Governance”; 0 for none."""
        words = self.words
        lower = words.lower[at]
        following = at + 1
        while words.at(following) == "the":
            following += 1
        if not words.capital(following) or words.at(following) in HONORIFICS or self.people_at(following):
            return 0
        if lower in {"and", "&"} and (self.starts_post(following) or self._acts(following)):
            return 0
        # “of the Panel for the Municipal Year”: the second tail belongs to the sentence.
        if lower == "for" and (link == "for" or words.at(following) in TERMS):
            return 0
        return following

    def _breaks(self, at: int) -> bool:
        """Tell whether a proper noun ends before a place, by what lies between: another mark, the end of a line."""
        words = self.words
        if at >= len(words):
            return False
        gap = words.gap(at - 1)
        if gap != "" and not words.joined(at - 1):
            return True
        return "\n" in gap and not (
            words.lower[at - 1] in CONNECTORS
            or (words.at(at) in CONNECTORS and not words.capital(at))
            or words.at(at) in {"committee", "council", "services", "board", "panel"}
        )

    def _acts(self, place: int) -> bool:
        """Tell a given name that does something: “of Elm Parish Council and Terry seconded”."""
        return self.words.at(place) in GIVEN and self.words.at(place + 1) in PERSON_VERBS

    def people_at(self, place: int) -> bool:
        """Tell whether a place belongs to a person."""
        return place < len(self.people) and self.people[place] == 1

    def lower_phrase(self, at: int, place: int) -> int:
        """Return the place after a body in lower case, `place` where there is none."""
        words = self.words
        if words.at(at) not in LOWER_BODIES or not words.joined(at - 1):
            return place
        while words.at(at + 1) in LOWER_BODIES and words.on_line(at):
            at += 1
        return (
            at + 1
            if words.at(at)
            not in {
                "planning",
                "finance",
                "parish",
                "town",
                "county",
                "district",
                "borough",
                "city",
                "overview",
                "scrutiny",
                "working",
                "management",
                "meeting",
            }
            else place
        )

    def starts_post(self, place: int) -> bool:
        """Tell whether another post begins here, so that this one's tail ends before it."""
        words = self.words
        at = place
        while at < len(words) and at - place < 6 and words.capital(at):
            lower = words.lower[at]
            if lower in HEADS and lower not in {"executive", "lead", "chief"}:
                return True
            if not words.joined(at) or ("\n" in words.gap(at) and lower not in LEADING_ON):
                return False
            at += 1
        return False

    def closes_list(self, place: int) -> int:
        """Return where “Environment, Culture and Public Spaces” has its “and”, 0 where no such list begins here."""
        words = self.words
        commas = False
        for at in range(place, min(place + 16, len(words) - 1)):
            if self.people_at(at):
                return 0
            lower = words.lower[at]
            if lower in {"and", "&"} and commas:
                if words.capital(at + 1) and not self.starts_post(at + 1) and not self.people_at(at + 1):
                    return at
                return 0
            if words.form[at] == ",":
                commas = True
                if self.starts_post(at + 1):
                    return 0
            elif not words.capital(at) and lower not in CONNECTORS and lower not in {"’", "s", "'"}:
                return 0
        return 0
