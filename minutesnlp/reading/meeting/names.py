"""A list of names, as minutes print them, to its people with role, party and ward.

What parts the names differs from council to council: commas, semicolons, “and”, or nothing but the next style, title,
initial or bracket. A list is therefore read word by word, and a name ends where the next one can begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.name_words import (
    A_HOLDER,
    A_RESIDENT,
    FOR_WHOM,
    FULL_WORD,
    HOLDS,
    HONOUR,
    IN_THE_CHAIR,
    INITIAL,
    OF_A_PLACE,
    PARTICLES,
    SURNAMES_TOO,
    TELLS,
    UNCOUNTED,
    WAS_AWAY,
    WORD,
    begins_name,
    begins_with_name,
    is_initial,
    is_name,
    is_post,
    is_whole,
    named_after,
    pairs,
    parts_of,
    post_at,
    style_at,
)
from minutesnlp.reading.page.posts import (
    POST_NOMINAL,
    PRESENCE,
    ROLE_WORDS,
    SERVES,
    SITS_FOR,
    STYLED,
    TITLED,
    beside,
    is_initials,
    is_office,
)

# A line longer than this, in characters, is no list of names.
LONGEST = 3_000

# A list of this many names in single words is one of surnames, unless it says that they are councillors.
SURNAMES = 4

# A count before a list: "Present: 4 - Mayor Reed, …"; and one after it: "Green, Hall - 7".
COUNTED = re.compile(r"^\d{1,3}\s*[-–—]\s*(?=[A-Z])|\s*[-–—]\s*\d{1,3}$")

DASHES = re.compile(r"\s*[–—]+\s*|\s+-+\s+")
BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
TOKEN = re.compile(r"[(\[][^()\[\]]*[)\]]|[^\s()\[\]]+")

AROUND = re.compile(r"^(?:(?:and|&|plus|also|the|from|together\s+with)\s+)+|\s+(?:and|&|plus|with)$")


# What opens a list of councillors: "Cllrs Hall, Lee and Day".
PLURAL = re.compile(
    r"(?:councillors|(?:council)?members|council(?:men|women)|c?cl{0,2}rs|cllr[’']s|cyng\w*rwyr|comhairleoirí)\b",
    re.IGNORECASE,
)


# A list by posts: "Director, Housing (Mr. P. Hall), Clerks (Messrs. L Fox and D Day)".
HOLDERS = re.compile(r"[(\[]\s*(?:Messrs?\.?\s+|(?:Mrs?|Ms|Miss|Dr|Cllr)\.?\s*(?=[A-ZÀ-Þ]))[^()\[\]]{1,80}[)\]]")

NOBODY = re.compile(
    r"(?:none\b.*|nil|no\s+apologies\b.*|no\s+one|nobody|there\s+were\s+no\b.*|n/?a|apologies|absent|present)\W*$",
    re.IGNORECASE,
)


class Person(NamedTuple):
    """A name as printed in a list, with what stands beside it; `styled` if it is called a councillor's there."""

    name: str
    role: str | None = None
    party: str | None = None
    ward: str | None = None
    styled: bool = False


def people_in(text: str, *, posts_first: bool = False, surnames: bool = False) -> list[Person]:
    """Return the people of a list, with roles in brackets, behind dashes or beside the name.

    `posts_first`: it is a list of officers, whose posts may stand before their names; `surnames`: its heading says that
    it is one of councillors, who need no more than a surname.

    >>> for person in people_in("Cllrs A Hall (Chair), B Lee (Lab) and Mrs C Day – Clerk"):
    ...     print(person.name, person.role, person.party)
    A Hall Chair None
    B Lee None Lab
    Mrs C Day Clerk None
    """
    text = COUNTED.sub("", text.replace(CELL, "; ").replace("{", "(").replace("}", ")").strip().rstrip("."))
    if not text or NOBODY.fullmatch(text) or len(text) > LONGEST:
        return []
    text = re.sub(r"\b(Cllrs?|Councillors?)(?=[A-Z][a-z])", r"\1 ", re.sub(r"\s\.(?=[A-Z])", ". ", text))
    posts = _by_posts(text)
    if posts:
        return posts
    text = DASHES.sub(" – ", UNCOUNTED.sub(";", text))
    reader = _Reader(posts_first=posts_first)
    for part in parts_of(text):
        reader.read(part)
    reader.end()
    return reader.people if surnames else _surnames(reader.people)


def _by_posts(text: str) -> list[Person]:
    """Return the people of a list whose names stand in brackets behind their posts."""
    held = list(HOLDERS.finditer(text))
    if not held or 2 * len(held) < len(BRACKETED.findall(text)):
        return []
    people: list[Person] = []
    start = 0
    for match in held:
        post = BRACKETED.sub(" ", text[start : match.start()]).strip(" ,;.-–")
        post = re.sub(r"^(?:and|&)\s+|\s+,", "", re.sub(r"\s+", " ", post))
        start = match.end()
        if not post or TITLED.match(post) or STYLED.match(post):
            return []
        names = re.sub(r"^Messrs?\.?\s+", "", match.group()[1:-1].strip())
        people.extend(Person(one.name, post) for one in people_in(names))
    return people + people_in(text[start:].strip(" ,;&"))


def _surnames(people: Sequence[Person]) -> list[Person]:
    """Leave out single words that are no names: one is a surname if it is styled, or where most of a list are such."""
    bare = [p for p in people if " " not in p.name and not p.styled]
    if not bare or (len(bare) >= SURNAMES and 2 * len(bare) > len(people)):
        return list(people)
    return [p for p in people if " " in p.name or p.styled or "." in p.name or HONOUR.search(p.role or "")]


class _Reader:
    """Reads the parts of one list in order, word by word."""

    def __init__(self, *, posts_first: bool) -> None:
        self.people: list[Person] = []
        self._plural = self._style = False
        self._title: list[str] = []
        self._words: list[str] = []
        self._notes: list[str] = []
        self._before: str | None = None
        self._closed = False
        self._posts_first = posts_first
        self._leads = False  # the list has begun with a post before a name, and so the others will
        self._told_behind = False  # the last part told the post of the person before it

    def read(self, part: str) -> None:
        """Read what stands between two commas."""
        the = re.match(r"(?:and\s+)?the\s+", part)
        if the and (is_post(part) or STYLED.fullmatch(part[the.end() :])) and not named_after(part.split()):
            self._before = part[the.end() :].strip(" .")  # "the Chairman, Ron Hall, and the Clerk, Jo Lee"
            return
        part = A_RESIDENT.sub("", part)
        held = A_HOLDER.match(part)
        if held:
            self.end()
            self._before = held["post"] or held["clerk"]  # “the assistant to the clerk Mrs Hall”
            part = held["name"] or held["who"]
        part = AROUND.sub("", SITS_FOR.sub("", part))
        if self._is_beside(part):
            return
        self._told_behind = False
        tokens = TOKEN.findall(part)
        at = 0
        while at < len(tokens):
            at = self._word(tokens, at)
        if self._words:
            self.end()

    @property
    def _surnames(self) -> bool:
        return self._plural and bool(self.people) and " " not in self.people[-1].name

    def _is_beside(self, part: str) -> bool:
        """Put what stands behind a name and a comma to it: a post, a body, letters."""
        bare = BRACKETED.sub(" ", part).strip(" .-–:")
        if not self.people:
            if bare and is_post(bare) and not named_after(bare.split()):
                self._before = bare
                return True
            return False
        last = self.people[-1]
        if POST_NOMINAL.fullmatch(bare):
            return True
        if begins_with_name(bare):
            return False
        if not bare or is_office(bare) or is_post(bare) or (bare.isupper() and len(bare) < 7 and " " not in bare):
            if not bare and part:
                told = beside(part.strip("()[] "), councillor=last.styled)
                role, party, ward = told
            else:
                role, party, ward = part.strip(" .-–"), None, None
                if STYLED.sub("", bare).strip() == "" or named_after(bare.split()):
                    return False
            if self._told_behind and role and last.role and not TELLS.search(role):
                role = f"{last.role}, {role}"  # “Jo Hall, Chair, Wend School Parent Council”
            elif last.role:
                role = last.role
            self._told_behind = bool(bare)
            self.people[-1] = last._replace(role=role, party=last.party or party, ward=last.ward or ward)
            return True
        return False

    def _word(self, tokens: Sequence[str], at: int) -> int:
        """Read the word at a place, with those that belong to it, and return the place behind."""
        token = tokens[at]
        if token[0] in "([":
            self._notes.append(token[1:-1].strip())
            self._closed = bool(self._words)
            return at + 1
        styled = style_at(tokens, at)
        if styled:
            if OF_A_PLACE.match(token) and len(self._words) == 3 and all(map(FULL_WORD.fullmatch, self._words)):
                self._words.pop()  # “Borough Councillor Jo Lee Longshire County Councillor Di Fox”
            if OF_A_PLACE.match(token) and len(self._words) == 1 and not (self._style or self._title or self._surnames):
                self._words.pop()  # “… and Longshire County Councillor Di Fox”
            if len(self._words) == 1 and self._words[0].isupper() and 1 < len(self._words[0]) < 6 and not self._title:
                self._words.pop()  # “… and from LCC Cllrs Day and Fox”
            self.end()
            self._style = True
            self._plural = self._plural or any(PLURAL.match(word) for word in tokens[at:styled])
            return styled
        if TITLED.match(f"{token} "):
            if self._words:
                self.end()
            self._title.append(token)
            return at + (2 if at + 1 < len(tokens) and tokens[at + 1].isdigit() else 1)
        if re.fullmatch(r"[-–—/]+", token) or token == ":":
            return self._behind(tokens, at + 1)
        bare = not self._words or all(map(is_initial, self._words))
        called = self._title or self._style or self._plural
        if (called and bare and at + 1 == len(tokens)) or (
            len(self._words) == 1 and not self._closed and SURNAMES_TOO.fullmatch(token)
        ):
            return self._name(tokens, at)  # “Mr Warden”, “Cllr J Mayor”, “Jo Reeve”
        post = post_at(tokens, at, officers=self._posts_first)
        if post > at:
            return self._post(tokens, at, post)
        return self._name(tokens, at)

    def _name(self, tokens: Sequence[str], at: int) -> int:
        if tokens[at].endswith(":") and WORD.fullmatch(tokens[at][:-1]):
            self._before = " ".join([*self._words, tokens[at][:-1]])
            self._words = []
            return at + 1
        token = tokens[at].strip(",;:.…*-–—") if not INITIAL.fullmatch(tokens[at]) else tokens[at]
        if POST_NOMINAL.fullmatch(token) and self._words:
            self._closed = True
            return at + 1
        if self._words and (is_initials(token, " ".join(self._words)) or self._is_tag(token)):
            self._closed = True
            return at + 1
        if len(self._words) > 1 and ROLE_WORDS.fullmatch(token) and FULL_WORD.fullmatch(token):
            return self._behind(tokens, at)  # “Jo Hall Minister for Parks”
        small = PARTICLES.fullmatch(token) and at + 1 < len(tokens) and tokens[at + 1][:1].isupper()
        if WORD.fullmatch(token) or small:
            if self._closed or (is_initial(token) and is_whole(self._words)):
                self.end()
            self._words.append(token)
            return at + 1
        if not token:
            return at + 1
        rest = " ".join(tokens[at:])
        if self._words and FOR_WHOM.match(rest):
            return self._behind(tokens, at)
        if self._words and IN_THE_CHAIR.match(rest):
            self._notes.append("in the Chair")
            return len(tokens)
        if self._words and (WAS_AWAY.fullmatch(rest) or PRESENCE.fullmatch(rest)):
            return len(tokens)
        if self._words and ((rest[:1].isupper() and is_office(rest)) or HOLDS.fullmatch(token)):
            return self._behind(tokens, at)  # “Mr D Hall Admin/Finance Office”
        self._drop()
        labelled = [i for i in range(at, len(tokens) - 1) if tokens[i].endswith(":")]
        return labelled[-1] + 1 if labelled else len(tokens)  # “Ex officio: Cllr Hall”

    def _is_tag(self, token: str) -> bool:
        """Tell two capitals behind a first name and a surname, by which the minutes call somebody, slips and all."""
        return len(token) == 2 and token.isupper() and len([w for w in self._words if FULL_WORD.fullmatch(w)]) > 1

    def _behind(self, tokens: Sequence[str], at: int) -> int:
        """Put what stands behind a dash to the name before it, up to the next name that is styled or titled."""
        end = at
        while end < len(tokens) and not (TITLED.match(f"{tokens[end]} ") and end > at):
            styled = style_at(tokens, end)
            if styled and begins_name(tokens, styled):
                break
            end = styled or end + 1
        if end - at > 1 and is_initial(tokens[at]) and WORD.fullmatch(tokens[at + 1]):
            self.end()  # the dash parts two names: “P. Hall – G. Lee”
            return at
        if self._words:
            self._notes.append(" ".join(tokens[at:end]).strip(" -–—"))
            self._closed = True
        return end

    def _post(self, tokens: Sequence[str], at: int, end: int) -> int:
        """Put a post to the name before or behind it."""
        post = " ".join(tokens[at:end]).strip(" ,.:-–")
        if not self._words and tokens[end : end + 1] == ["–"]:
            end += 1  # “the Clerk – Jo Hall”
        follows = begins_name(tokens, end)
        councillor = self._style or self._plural
        opens = self._leads or tokens[end - 1].endswith((":", "–")) or (councillor and SERVES.search(post))
        if self._words and (not follows or self._closed or not opens):
            self._notes.append(post)
            self._closed = True
            return end
        if self._words:
            self.end()
        if not follows and self.people and self.people[-1].role is None:
            self.people[-1] = self.people[-1]._replace(role=post)
            return end
        if follows:
            self._leads = True
            self._before = f"{self._before}, {post}" if self._before else post
        return end

    def _drop(self) -> None:
        self._title, self._words, self._notes = [], [], []
        self._before, self._closed, self._style = None, False, False

    def end(self) -> None:
        """End the name that is being read."""
        several = [self._words] if self._title else list(pairs(self._words))
        notes, self._notes = self._notes, []
        for words in several:
            self._notes = notes if words is several[-1] else []  # what stands behind is of the last
            person = self._person(words)
            if person is not None:
                self.people.append(person)
                self._style = False
        waiting = self._before if not self._words else None
        self._drop()
        self._before = waiting

    def _person(self, words: Sequence[str]) -> Person | None:
        styled = self._style or self._plural
        bare = " ".join(words)
        if begins_with_name(bare) and is_office(" ".join(words[2:])):
            self._notes.append(" ".join(words[2:]))  # “A Hall Police Scotland”, “Jo Hall Wend District Council”
            words, bare = words[:2], " ".join(words[:2])
        if not words or not is_name(words, styled=styled or bool(self._title), post=self._before):
            return None
        role = party = ward = None
        name = " ".join([*self._title, bare]).rstrip(".")
        for note in self._notes:
            if INITIAL.fullmatch(note) and len(words) == 1:
                name = f"{note} {name}"  # of two with one surname: "Hall (A)"
                continue
            first, *more = re.split(r"\s*,\s*", note, maxsplit=1)
            if is_initials(first, bare):  # the initials the minutes call the person by: "(RB, Chair)"
                if not more:
                    continue
                note = more[0]
            if TELLS.search(note):
                continue  # “(who attended by telephone, but had no vote)”
            told = beside(note, councillor=styled)
            role, party, ward = role or told.role, party or told.party, ward or told.ward
        if self._before:
            role = f"{self._before}, {role}" if role and role != self._before else self._before
        return Person(name, role, party, ward, self._style or (self._plural and not SERVES.search(role or "")))
