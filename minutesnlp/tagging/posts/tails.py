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
ELECTS = re.compile(r"\s?[-–]?\s?(?:Elect|elect|Designate|designate)\b")


class Tails:
    """Reads the tails of posts in one text; every method takes a place and gives the place after what it read."""

    def __init__(self, words: Words, people: bytearray) -> None:
        self.words = words
        self.people = people

    def tail(self, place: int, head: str) -> int:
        """Return the place after a post's tail: “of the Committee”, “for Finance and Governance”, “– Environment”."""
        words = self.words
        after = place
        while ELECTS.match(words.text, words.end[after - 1]) and after - place < 2:
            after = (
                next(
                    (
                        at
                        for at in range(after, min(after + 3, len(words)))
                        if words.lower[at] in {"elect", "designate"}
                    ),
                    after - 1,
                )
                + 1
            )
        if after >= len(words):
            return after
        link = words.lower[after]
        if (
            link in {"of", "for"}
            or (link == "to" and head in TO_HEADS and (words.form[after] == "to" or words.at(after + 1) == "the"))
            or (link == "on" and head in {"lead", "spokesperson", "spokesman"})
        ):
            if words.joined(after - 1) and words.joined(after):
                end = self.phrase(after + 1, link)
                if end > after + 1:
                    return self.second_tail(end)
            return after
        if (
            head in DASHED
            and words.form[after] in {"-", "–", "—"}
            and words.gap(after - 1) in {" ", ""}
            and words.gap(after) == " "
        ):
            if (
                not self.people[after + 1]
                and words.at(after + 1) not in HONORIFICS
                and words.at(after + 1) not in GIVEN
                and words.at(after + 1) not in HEADS
            ):
                end = self.phrase(after + 1, "for")
                if (
                    end > after + 1
                    and words.printed(end) not in {"("}
                    and (
                        end - after > 2
                        or words.lower[after + 1] in DEPARTMENTS
                        or words.printed(end) in {")", ",", ".", "’", "'", ""}
                        or "\n" in words.gap(end - 1)
                    )
                ):
                    return end
            return after
        if (
            head in {"manager", "director"}
            and words.lower[after] in DEPARTMENTS
            and words.capital(after)
            and words.on_line(after - 1)
        ):
            return max(after + 1, self.phrase(after, "for"))
        if head in {"manager", "director", "leader"} and words.capital(after) and words.on_line(after - 1):
            # “Director City Strategy (Jo Voss)”: a person in brackets shows that the whole is one post
            end = self.phrase(after, "for")
            if end > after and words.printed(end) == "(" and self.people_at(end + 1):
                return end
        if (
            head in {"manager", "officer", "director"}
            and words.capital(after)
            and words.on_line(after - 1)
            and self.apposed(after - 1)
        ):
            end = self.phrase(after, "for")
            if end > after + 1 and words.printed(end) in {",", ";", ".", ")", ""}:
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
        steps = 0
        if words.at(at) in {"the", "this"} and words.joined(at):
            at += 1
            if not words.capital(at):
                return self.lower_phrase(at, place)
        elif not words.capital(at):
            return self.lower_phrase(at, place)
        while at < len(words) and steps < 16:
            steps += 1
            lower = words.lower[at]
            form = words.form[at]
            if self.people[at]:
                break
            if words.capital(at):
                if (lower in HONORIFICS and lower not in {"lord", "lady"}) or (after > place and self.starts_post(at)):
                    break
                if lower in CONTACTS:
                    break
                if (
                    lower in GIVEN
                    and after > place
                    and (words.capital(at + 1) and words.at(at + 1) not in HEADS)
                    and at + 1 < len(words)
                    and words.on_line(at)
                    and words.lower[at - 1] not in CONNECTORS
                ):
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
            elif lower in CONNECTORS and (after == at or (at == in_list and words.form[at - 1] == ",")):
                following = at + 1
                while words.at(following) == "the":
                    following += 1
                if not words.capital(following) or words.at(following) in HONORIFICS or self.people_at(following):
                    break
                if lower in {"and", "&"} and (self.starts_post(following) or self._acts(following)):
                    break
                # “of the Panel for the Municipal Year”: the second tail belongs to the sentence.
                if lower == "for" and (link == "for" or words.at(following) in TERMS):
                    break
                at = following
                continue
            elif (
                form == ","
                and in_list
                and after == at
                and at < in_list
                and (words.capital(at + 1) or at + 1 == in_list)
            ) or (
                form in {"-", "–", "/"}
                and after == at
                and words.gap(at) == ""
                and words.gap(at - 1) == ""
                and words.capital(at + 1)
            ):
                at += 1
                continue
            elif form.isdigit() and after == at and words.on_line(at - 1):
                after = at + 1
                at += 1
            else:
                break
            if at < len(words) and not words.joined(at - 1) and words.gap(at - 1) != "":
                break
            if (
                at < len(words)
                and "\n" in words.gap(at - 1)
                and not (
                    words.lower[at - 1] in CONNECTORS
                    or (words.at(at) in CONNECTORS and not words.capital(at))
                    or words.at(at) in {"committee", "council", "services", "board", "panel"}
                )
            ):
                break
        return after

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
