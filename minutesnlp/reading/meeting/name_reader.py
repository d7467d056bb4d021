"""A reader of the parts of a list of names, word by word: where a name ends, and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.reading.meeting.name_notes import PLURAL, Person, is_of_a_place, noted, with_titles, without_body
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
    WAS_AWAY,
    WORD,
    begins_name,
    begins_person,
    begins_with_name,
    is_initial,
    is_name,
    is_post,
    is_whole,
    named_after,
    opens_with_name,
    pairs,
    post_at,
    style_at,
)
from minutesnlp.reading.page.posts import (
    BODY,
    POST_NOMINAL,
    PRESENCE,
    ROLE_WORDS,
    SERVES,
    SITS_FOR,
    STYLED,
    THE_CHAIR,
    TITLED,
    TITLES,
    beside,
    given_names,
    is_initials,
    is_office,
)

BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")

TOKEN = re.compile(r"[(\[][^()\[\]]*[)\]]|[^\s()\[\]]+")

AROUND = re.compile(r"^(?:(?:and|&|plus|also|the|from|together\s+with)\s+)+|\s+(?:and|&|plus|with)$")


class NameReader:
    """Reads the parts of one list in order, word by word."""

    def __init__(self, *, posts_first: bool, posts_last: bool = False) -> None:
        self.people: list[Person] = []
        self._plural = self._style = False
        self._title: list[str] = []
        self._words: list[str] = []
        self._notes: list[str] = []
        self._before: str | None = None
        self._closed = False
        self._posts_first = posts_first
        self._posts_last = posts_last  # the list ends with a post, which can only be of the person before it
        self._leads = False  # the list has begun with a post before a name, and so the others will
        self._parted = False  # … and with a comma between: “Supervisor, Jo Hall; Town Clerk, Di Lee”
        self._told = 0  # how often what stood behind a comma was told of the person before
        self._told_behind = False  # the last part told the post of the person before it

    def read(self, part: str, joined: bool = False) -> None:
        """Read what stands between two commas; `joined`: an “and” stands before it."""
        the = re.match(r"(?:and\s+)?the\s+", part)
        if the and (STYLED.fullmatch(part[the.end() :]) or (is_post(part) and not named_after(part.split()))):
            self._before = part[the.end() :].strip(" .")  # "the Chairman, Ron Hall, and the Clerk, Jo Lee"
            return
        if re.fullmatch(r"(?:and\s+)?in\s+the\s+chair", part, re.IGNORECASE):
            self._before = "in the Chair"  # “… and, in the Chair, Mr Hall”
            return
        part = A_RESIDENT.sub("", part)
        held = A_HOLDER.match(part)
        if held:
            self.end()
            self._before = held["post"] or held["clerk"]  # “the assistant to the clerk Mrs Hall”
            part = held["name"] or held["who"]
        part = AROUND.sub("", SITS_FOR.sub(lambda m: m.group() if ROLE_WORDS.search(m.group()) else "", part))
        a_body = joined and is_office(part) and not ROLE_WORDS.search(part)
        if a_body and self.people and not (begins_with_name(part) or opens_with_name(part)):
            last = self.people[-1]
            if self._told_behind and last.role and not BODY.search(part):
                self.people[-1] = last._replace(role=f"{last.role} and {part}")  # “Jo Hall, Clerk, Care and Housing”
            return  # else “Cllr Hall and Police Scotland”: whoever came for it is not named
        if self._is_beside(part):
            return
        self._told_behind = False
        tokens = TOKEN.findall(part)
        at = 0
        while at < len(tokens):
            at = self._word(tokens, at)
        if self._words:
            self.end()

    def goes_on(self, part: str) -> bool:
        """Put to the last person what goes on behind a post: “Ms Hall, Director, Parks and Open Spaces”."""
        if opens_with_name(part) or not self.people or re.search(rf"[()]|\b{TITLES}", part):
            return False
        last = self.people[-1]
        self.people[-1] = last._replace(role=f"{last.role}, {part}" if last.role else part)
        return True

    @property
    def _surnames(self) -> bool:
        return self._plural and bool(self.people) and " " not in self.people[-1].name

    def _is_beside(self, part: str) -> bool:
        """Put what stands behind a name and a comma to it: a post, a body, letters."""
        bare = BRACKETED.sub(" ", part).strip(" .-–:")
        if not self.people or (self._parted and self.people[-1].role):
            if bare and is_post(bare) and not named_after(bare.split()):
                self._before = bare
                self._parted = True
                return True
            if not self.people and is_of_a_place(bare):
                self._before = bare  # “District Councillor, Jo Hall”
                return True
            if not self.people:
                return False
        last = self.people[-1]
        if POST_NOMINAL.fullmatch(bare):
            return True
        if begins_with_name(bare):
            return False
        if last.role is None and is_of_a_place(bare):
            self.people[-1] = last._replace(role=bare)  # “Cllr Jo Hall, District Councillor, Di Lee, Clerk”
            return True
        two = bare.split()
        alternate = self._told > 2 and not last.role and len(two) == 2 and not opens_with_name(bare)
        if alternate and all(map(FULL_WORD.fullmatch, two)):
            self.people[-1] = last._replace(role=bare)  # every name of the list has an office behind it
            self._told_behind = True
            return True
        if not bare or is_office(bare) or is_post(bare) or (bare.isupper() and len(bare) < 7 and bare.isalpha()):
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
            self._told += 1
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
        if styled == len(tokens) and is_of_a_place(" ".join(tokens[at:])) and self._takes_post(" ".join(tokens[at:])):
            return styled
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
        noble = token in ("Lord", "Lady") and post_at(tokens, at, officers=False) > at + 1  # “Lord Provost Jo Hall”
        noble = noble or tokens[at + 1 : at + 2] == ["of"]  # “Superintendent of Works Di Lee”
        if TITLED.match(f"{token} ") and not noble:
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
        post = post_at(tokens, at, officers=self._posts_first and self._before is None)
        if post > at:
            return self._post(tokens, at, post)
        return self._name(tokens, at)

    def _takes_post(self, post: str) -> bool:
        """Put the style that ends a part to the person before it: “D. Lee: County Councillor”; tell whether one is."""
        if len(self._words) == 1 and not self._title:
            return False  # “Wendshire County Councillor, D. Lee”
        if self._words:
            self.end()
        if not self.people or self.people[-1].role:
            return False
        self.people[-1] = self.people[-1]._replace(role=post)
        return True

    def _name(self, tokens: Sequence[str], at: int) -> int:
        """Read a word that is none of a style, a title or a post, and return the place behind what it begins."""
        if self._colon(tokens, at):
            return at + 1
        token = tokens[at].strip(",;:.…*-–—") if not INITIAL.fullmatch(tokens[at]) else tokens[at]
        if self._words and (POST_NOMINAL.fullmatch(token) or self._is_tag(token)):
            self._closed = True
            return at + 1
        if len(self._words) > 1 and ROLE_WORDS.fullmatch(token) and FULL_WORD.fullmatch(token):
            return self._behind(tokens, at)  # “Jo Hall Minister for Parks”
        small = PARTICLES.fullmatch(token) and at + 1 < len(tokens) and tokens[at + 1][:1].isupper()
        if WORD.fullmatch(token) or small:
            if self._closed or (is_whole(self._words) and (is_initial(token) or self._begins_anew(tokens, at))):
                self.end()
            self._words.append(token)
            return at + 1
        return self._no_word(tokens, at, token) if token else at + 1

    def _colon(self, tokens: Sequence[str], at: int) -> bool:
        """Read a colon at the end of a name, “Mrs Hall: D. Lee”, or of a post before one, “Umpire: D. Lee”."""
        word = tokens[at].removesuffix(":")
        if word == tokens[at] or not WORD.fullmatch(word):
            return False
        if self._words and style_at(tokens, at + 1):
            return False  # “Hall: Cllr Lee”
        self._words.append(word)
        if self._title or (len(self._words) > 1 and begins_person(self._words[0])):
            self.end()
        else:
            self._before, self._words = " ".join(self._words), []
        return True

    def _no_word(self, tokens: Sequence[str], at: int, token: str) -> int:
        """Read what is no word of a name: for whom the person came, that they were away, an office, else nothing."""
        rest = " ".join(tokens[at:])
        if self._words:
            of_office = (rest[:1].isupper() and is_office(rest)) or HOLDS.fullmatch(token)
            if FOR_WHOM.match(rest):
                return self._behind(tokens, at)
            if IN_THE_CHAIR.match(rest):
                self._notes.append("in the Chair")
                return len(tokens)
            if WAS_AWAY.fullmatch(rest) or PRESENCE.fullmatch(rest):
                return len(tokens)
            if of_office:
                return self._behind(tokens, at)  # “Mr D Hall Admin/Finance Office”
        self._drop()
        labelled = [i for i in range(at, len(tokens) - 1) if tokens[i].endswith(":")]
        return labelled[-1] + 1 if labelled else len(tokens)  # “Ex officio: Cllr Hall”

    def _begins_anew(self, tokens: Sequence[str], at: int) -> bool:
        """Tell a first name behind a whole name: “P Hall Jo Lee”; not the middle of “P Lewis Hall”."""
        follows = at + 1 < len(tokens) and FULL_WORD.fullmatch(tokens[at + 1].rstrip(",;")) is not None
        return follows and len(self._words) == 2 and tokens[at].casefold() in given_names()

    def _is_tag(self, token: str) -> bool:
        """Tell the initials by which the minutes call somebody: two capitals behind a whole name, slips and all."""
        if is_initials(token, " ".join(self._words)):
            return True
        return len(token) == 2 and token.isupper() and len([w for w in self._words if FULL_WORD.fullmatch(w)]) > 1

    def _behind(self, tokens: Sequence[str], at: int) -> int:
        """Put what stands behind a dash to the name before it, up to the next name that is styled or titled."""
        end = at
        titled = at < len(tokens) and TITLED.match(f"{tokens[at]} ") is not None
        if titled and self._words and not self._title and not begins_person(self._words[0]):
            self._before, self._words = " ".join(self._words), []  # “Space Makers – Ms. Di Lee”
            return at
        while end < len(tokens) and not (TITLED.match(f"{tokens[end]} ") and end > at):
            styled = style_at(tokens, end)
            if styled and begins_name(tokens, styled):
                break
            if (
                tokens[end][0] == "("
                and end > at + 2
                and is_initials(tokens[end][1:-1], " ".join(tokens[end - 2 : end]))
            ):
                end -= 2  # “(JH) – Chairman Di Lee (DL)”
                break
            end = styled or end + 1
        if end - at > 1 and is_initial(tokens[at]) and WORD.fullmatch(tokens[at + 1]):
            self.end()  # the dash parts two names: “P. Hall – G. Lee”
            return at
        if self._words:
            tagged = tokens[end - 1][0] == "(" and is_initials(tokens[end - 1][1:-1], " ".join(self._words))
            self._notes.append(" ".join(tokens[at : end - tagged]).strip(" -–—"))
            self._closed = True
        return end

    def _post(self, tokens: Sequence[str], at: int, end: int) -> int:
        """Put a post to the name before or behind it."""
        post = " ".join(tokens[at:end]).strip(" ,.:-–")
        if self._words and self.people and self._words[0].isupper() and len(self._words[0]) > 2:
            post = " ".join([*self._words, post])  # “Mr Hall, PCC Link Officer”
            self._words = []
        last = self.people[-1] if self.people else None
        if not self._words and at == 0 and last and last.role is None and self._is_behind(tokens, end):
            self.people[-1] = last._replace(role=post)  # “Councillor Hall, Mayor Councillors Lee, Fox”
            return end
        if self._words and self._parted and end == len(tokens):
            self.end()  # “Supervisor, Jo Hall Town Clerk, Di Lee”
            self._before = post
            return end
        if not self._words and tokens[end : end + 1] == ["–"]:
            end += 1  # “the Clerk – Jo Hall”
        follows = begins_name(tokens, end)
        councillor = self._style or self._plural
        opens = self._leads or tokens[end - 1].endswith((":", "–")) or (councillor and SERVES.search(post))
        if self._words and (not follows or not opens or (self._closed and not self._leads)):
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

    def _is_behind(self, tokens: Sequence[str], end: int) -> bool:
        """Tell a post of the person before it from one of the next, whose style or title stands behind it."""
        styled = style_at(tokens, end)
        plural = bool(styled) and any(PLURAL.match(word) for word in tokens[end:styled])
        titled = end < len(tokens) and TITLED.match(f"{tokens[end]} ") is not None
        post = " ".join(tokens[:end])
        if styled and not self.people[-1].styled and not (HONOUR.search(post) or THE_CHAIR.fullmatch(post)):
            return True  # “Jo Hall, Footpath Warden Cllr Di Lee”
        return plural or (self._posts_last and (bool(styled) or titled))

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
        words, body = without_body(self._without_letters(words))
        self._notes += [body] if body else []
        if not words or not is_name(words, styled=styled or bool(self._title), post=self._before):
            return None
        given, told = noted(words, self._notes, styled=styled)
        role = told.role
        if self._before:
            role = f"{self._before}, {role}" if role and role != self._before else self._before
        styled = self._style or (self._plural and not SERVES.search(role or ""))
        return Person(given + with_titles(words, self._title), role, told.party, told.ward, styled)

    def _without_letters(self, words: Sequence[str]) -> Sequence[str]:
        """Take off a name the letters of a body or a post before it, and put them to whom they are of."""
        lettered = len(words) == 3 and re.fullmatch(r"[A-Z]{3,5}", words[0]) and words[1].casefold() in given_names()
        if not lettered:
            return words
        if self.people and self.people[-1].styled and not self.people[-1].role and words[0].endswith("C"):
            self.people[-1] = self.people[-1]._replace(role=words[0])  # “Cllr Lee, NCC Jo Hall, Warden”
        else:
            self._before = self._before or words[0]  # “CPO Jo Hall”
        return words[1:]
