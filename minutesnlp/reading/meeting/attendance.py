"""Lists of who was there, with kind, role, party and ward: headed and run-in lists, columns, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.candidates import is_attendance_heading
from minutesnlp.reading.meeting.list_heads import (
    A_POST,
    AMONG_LISTS,
    IN_ATTENDANCE,
    IN_MID,
    LONGEST,
    SENTENCE_END,
    SO_MANY,
    head_at_end,
    heads_members,
    is_headless,
    is_labelled,
    is_other_heading,
    is_sentence,
    kind_of,
    list_head,
    tells_how,
)
from minutesnlp.reading.meeting.list_lines import (
    OF_PLACE,
    STARRED,
    SURNAME,
    headless_lines,
    list_within,
    starred_in,
    surname_lines,
)
from minutesnlp.reading.meeting.name_words import INITIAL, parts_of
from minutesnlp.reading.meeting.names import HOLDERS, people_in
from minutesnlp.reading.meeting.told_lists import (
    CAME,
    DECIDES,
    INCLUDED,
    OF_COUNCILLORS,
    RECEIVED,
    SENT,
    SUBSTITUTED,
    WERE,
)
from minutesnlp.reading.page.posts import (
    EMPLOYED,
    THE_CHAIR,
    TITLES,
    UNNAMED,
    is_initials,
    kind_by_post,
)
from minutesnlp.reading.page.titles import TELLING
from minutesnlp.records import Attendee, Paragraph

# A name that goes on in the next line: "…, Cllr Hall, Cllr. J."
HANGING = re.compile(
    r"(?:^|(?<=[,;]\s)|(?<=\sand\s))(?:(?:Cllrs?|Councillors?|Mrs?|Ms|Dr)\b\.?\s*)?(?:[A-Z]\.\s*){0,3}$"
)

# … and a post whose holder stands there: "… (Mr. P. Hall), Senior Executive".
OF_POSTS = re.compile(r"[,;]\s*[A-Z][^,;()]*$")

# A bracket not closed before the next: “… (Mr. P. Hall, Clerk (Ms. A. Lee)”, “Jo Hall (Councillor Di Lee (Clerk)”.
HELD_OPEN = re.compile(r"\(((?:Mrs?|Ms|Miss|Dr)\b[^(),]*),(?=[^()]*\()")
LEFT_OPEN = re.compile(
    r"\s*\((?P<style>(?:(?:county|borough|district|city|ward)\s+)?councillor\b)?(?=[^()]*\()", re.IGNORECASE
)

# … and in which the next line’s names are councillors’ too.
PLURALLY = re.compile(r"(?:councillors|cllrs)\b\.?:?", re.IGNORECASE)

IS_CHAIR = re.compile(r"\b(?:chair\w*|cathaoirleach|cadeirydd)\b", re.IGNORECASE)
TOOK_MINUTES = re.compile(r"minutes?\s+(?:taker|secretary|clerk)|(?:minutes|notes)\s+(?:taken\s+)?by", re.IGNORECASE)

# "The meeting was chaired by John Hall", "The chair was taken by Cllr Lee", "chaired by JS".
CHAIRED = re.compile(
    rf"\b(?:[Mm]eeting\s+was\s+[Cc]haired|[Cc]hair\s+was\s+taken)\s+by\s+(?:(?:Councillor|Cllr)\b\.?\s+|{TITLES}\s+)?"
    r"(?P<name>(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){0,3}[A-ZÀ-Þ][\w’'-]+)"
)

# A cell of a column holds one, whose post stands behind the initials: "Jo Hall (JH) University of Wend".
ONE_IN_A_CELL = re.compile(r"(?P<name>[^(),;]{3,40})\s*\([A-Z]\w{0,4}\)\s*(?P<role>[A-Z][^()]{2,90})$")

STYLE = re.compile(r"\b(?:Cllr|Councill?or)s?\b")


class _Lists:
    """Reads paragraphs in order, with the heading they stand under, or one a column."""

    def __init__(self, heading: str | None) -> None:
        self.found: list[Attendee] = []
        self.heading = heading
        self.columns: list[str | None] = []
        self.surnames: frozenset[str] = frozenset()  # paragraphs that are such lines, by their ids
        self.headless: frozenset[str] = frozenset()
        self.starred: tuple[str, str] | None = None  # the headings of who has a star and of who has none
        self.beside: list[Attendee] = []  # “in attendance” is a list of members where no other tells of them
        self._numbered = self._empty = False
        self._hanging = ""  # the beginning of a name at a line's end
        self._councillors = False  # those who are councillors are styled so
        self._last = heading or ""  # the heading of the last list that held names

    def read(self, paragraph: Paragraph) -> None:
        """Take the people of a paragraph, or its heading."""
        text = paragraph.text
        if self.heading is not None and INITIAL.fullmatch(paragraph.number or ""):
            text = f"{paragraph.number}. {text}"  # what was taken for a label is an initial: “M. Hall”
        if self._numbered and paragraph.number is not None:
            self.heading, self._numbered = None, False  # the next item of an agenda
        ended = text.strip(" :").casefold() in ("agenda", "minutes")  # above a list of items
        if self.found and (ended or is_other_heading(text, self.found[-1].name)):
            self.heading, self.columns = None, []
            return
        if CELL in text and self._row(text.split(CELL), paragraph):
            return
        if self.columns and self.heading is None:
            self.heading = next(filter(None, self.columns), None)  # a column that is longer than the others
        if self._opens(text):
            if not (self._empty and kind_of(self.heading or "") == "present" and kind_of(text) == "public"):
                self.heading = self._called(text)  # else two headings side by side: the names below are of both columns
            self._numbered, self._empty, self.columns = paragraph.number is not None, True, []
            return
        self._empty = False
        self._list(text, paragraph)

    def _opens(self, text: str) -> bool:
        if self._hanging:
            return False  # “… Assistant Staff” / “Officer (Ms. P. Hall)”
        if is_attendance_heading(text):
            return True
        begun = bool(self.found) and self.heading is not None and text.rstrip().endswith(":")
        return begun and AMONG_LISTS.fullmatch(text) is not None

    def _row(self, cells: Sequence[str], paragraph: Paragraph) -> bool:
        """Read a row whose columns have headings of their own, or which begins with one."""
        cells = [cell.strip(" |") for cell in cells]
        heads = [bool(cell) and (is_attendance_heading(cell) or heads_members(cell)) for cell in cells]
        known = len(self.columns) == len(cells)
        if not known and sum(heads) < 2:
            if not heads[0] and not (self.found and self._opens(f"{cells[0].rstrip(':')}:")):
                return False
            self.heading, self.columns = cells[0], []
            self._take("; ".join(cell for cell in cells[1:] if cell), self.heading, paragraph)
            return True
        columns = self.columns if known else [None] * len(cells)
        self.columns = [cell if head else kept for cell, head, kept in zip(cells, heads, columns, strict=True)]
        for cell, head, column in zip(cells, heads, self.columns, strict=True):
            if cell and not head and column:
                named = ONE_IN_A_CELL.match(cell)
                self._take(f"{named['name']} ({named['role']})" if named else cell, column, paragraph)
        return True

    def _joined(self, text: str) -> str:
        """Return a line of a list with what hung over from the last, and keep what goes on in the next."""
        text = f"{self._hanging} {text}" if self._hanging else text
        if text.count("(") > text.count(")"):
            text = LEFT_OPEN.sub(lambda m: f" ({m['style']})," if m["style"] else ",", HELD_OPEN.sub(r"(\1),", text))
        if text.count("(") > text.count(")") and len(text) < LONGEST:
            self._hanging = text  # a name in brackets is cut: “… Clerk (Ms. A.”
            return ""
        hanging = (OF_POSTS if HOLDERS.search(text) else HANGING).search(text)
        plural = PLURALLY.match(text)
        begun = f"{plural.group()} " if plural and (hanging or text.endswith(",")) else ""
        self._hanging = begun + hanging.group().strip(" ,;") if hanging else begun
        return text[: hanging.start()] if hanging else text

    def _list(self, text: str, paragraph: Paragraph) -> None:
        if self.heading is not None:
            text = self._joined(text)
        elif list_head(text) is None and (heading := head_at_end(text)):
            self.heading, self._empty = heading, True
            return
        head = list_head(text)
        received = RECEIVED.search(text[:LONGEST])
        within = None
        if self.heading is None and ("Present" in text or "PRESENT" in text):
            within = IN_MID.search(text[:LONGEST])
        if head is not None:
            self.heading, self.columns = self._called(*head), []
            if self._opens(head[1]) or is_attendance_heading(head[1]):
                self._empty = True  # two headings on one line: names of the first stand below
                return
            self.heading = _below(self.heading, self._take(head[1], self.heading, paragraph))
        elif within:
            self.heading = within["head"]
            self._take(text[within.end() :], self.heading, paragraph)
        elif received:
            self._take(received["list"], "apologies", paragraph)
        elif sent := SENT.search(text[:400]):
            if kind_of(self.heading or "") == "apologies":
                self._take(text[: sent.start()], "apologies", paragraph)
            self._take(sent["list"], "apologies", paragraph)
        elif self.heading is None and not self.found and is_headless(text):
            self.heading = "present"
            self._take(text, self.heading, paragraph)
        elif self.heading is None and (were := WERE.fullmatch(text[:LONGEST])):
            self._take(were["list"], "Members absent" if were["what"] == "absent" else "present", paragraph)
        elif self.heading is None and (included := INCLUDED.search(text[:LONGEST])):
            self._take(included["list"], "Members present", paragraph)
        elif self.heading is None and paragraph.id in self.headless:
            self._take(OF_PLACE.sub("", text), "present", paragraph)
        elif self.heading is not None and (text.endswith(":") or is_labelled(text)):
            self.heading = None
        elif self.heading is not None:
            people = self._take(text, self.heading, paragraph)
            if not people and paragraph.kind not in ("bullet", "table") and is_sentence(text):
                self.heading = None
            self.heading = _below(self.heading, people)

    def _called(self, heading: str, listed: str = "") -> str:
        """Return a heading by what stood before it: “Via Zoom” below the staff, a second “Present” over posts alone."""
        called = heading.strip(" :;–-")
        officers = tells_how(heading) and kind_of(self._last) == "officer"
        if listed and called.casefold() == self._last.strip(" :;–-").casefold() and kind_of(called) == "present":
            people = people_in(listed, posts_first=True)
            held = sum(EMPLOYED.search(one.role or "") is not None for one in people)
            officers = held > 0.5 * len(people) and not any(one.styled for one in people)
        if officers:
            return f"Officers {called}"
        return f"Others {called}" if tells_how(heading) and kind_of(self._last) == "public" else heading

    def _take(self, text: str, heading: str, paragraph: Paragraph) -> list[Attendee]:
        surname = SURNAME.fullmatch(text) if paragraph.id in self.surnames else None
        if self.starred and kind_of(heading) == "present":
            people = self._by_stars(STARRED.sub("", text), paragraph)
        elif surname:
            people = [Attendee(surname["name"], kind_of(heading), surname["role"], paragraph_id=paragraph.id)]
        else:
            people = _attendees(text, heading, paragraph, councillors=self._councillors)
        self._councillors = self._councillors or STYLE.search(text) is not None
        self._last = heading if people else self._last
        self.found.extend(people)
        councillors = len(people) if PLURALLY.match(text) else len(STYLE.findall(text))
        if heading.strip(" :").casefold() == "in attendance" and councillors >= SO_MANY:
            self.beside.extend(one for one in people if one.kind in ("public", "present"))
        return people

    def _by_stars(self, text: str, paragraph: Paragraph) -> list[Attendee]:
        people: list[Attendee] = []
        for part in parts_of(text):
            heading = (self.starred or ("", ""))["*" not in part]
            people += _under(heading, part.replace("*", " ").strip(), paragraph, self._councillors)
        return people


def attendance_of(paragraphs: Sequence[Paragraph], headings: Iterable[str] = ()) -> tuple[Attendee, ...]:
    """Return who was there by the paragraphs of a meeting's front (or of its items on attendance).

    `headings` opens the list: the title of the item whose paragraphs they are.
    """
    lists = _Lists(next(iter([*headings][::-1]), None))
    lists.surnames = surname_lines(paragraphs)
    lists.headless = headless_lines(paragraphs)
    lists.starred = starred_in(paragraphs)
    for paragraph in paragraphs:
        lists.read(paragraph)
    if all(one in lists.beside for one in lists.found if one.kind == "present"):
        lists.found = [replace(one, kind="present") if one in lists.beside else one for one in lists.found]
    return tuple(dict.fromkeys(lists.found))


def apologies_in(text: str) -> tuple[Attendee, ...]:
    """Return who sent apologies by a sentence that says from whom they were received.

    >>> [one.name for one in apologies_in("Apologies for absence were received from Mr A Hall and Mrs Lee")]
    ['Mr A Hall', 'Mrs Lee']
    """
    received = RECEIVED.search(text[:LONGEST])
    return tuple(
        Attendee(one.name, "apologies", one.role, one.party, None, one.ward)
        for one in (people_in(received["list"]) if received else ())
    )


def with_chair(attendance: Iterable[Attendee], front: Iterable[Paragraph]) -> tuple[Attendee, ...]:
    """Return a list of attendance in which whoever a sentence of the front has in the chair is so told."""
    found = _once(list(attendance))
    told = next(((match, p) for p in front if (match := CHAIRED.search(p.text[:LONGEST]))), None)
    if told is None or any(IS_CHAIR.search(one.role or "") for one in found):
        return tuple(found)
    match, paragraph = told
    initials, surname = match["name"][0], match["name"].split()[-1].casefold()
    for at, one in enumerate(found):
        named = one.name.casefold().endswith(surname) and initials in one.name
        if one.kind == "present" and (named or is_initials(match["name"], one.name)):
            found[at] = replace(one, role=f"{one.role}, in the Chair" if one.role else "in the Chair")
            return tuple(found)
    if len(match["name"].split()) > 1:
        found.append(Attendee(match["name"], role="in the Chair", paragraph_id=paragraph.id))
    return tuple(found)


def _once(found: list[Attendee]) -> list[Attendee]:
    """Name once who is named twice: a chair named above the list that tells who was there, a member who minuted."""
    kept: list[Attendee] = []
    for at, one in enumerate(found):
        again = next((n for n, other in enumerate(found) if n > at and other.name == one.name), None)
        before = next((n for n, other in enumerate(kept) if other.name == one.name), None)
        if before is not None and one.kind == "officer" and TOOK_MINUTES.fullmatch(one.role or ""):
            kept[before] = replace(kept[before], role=kept[before].role or one.role)
        elif again is not None and _same(one, found[again]):
            found[again] = replace(found[again], role=found[again].role or one.role)
        elif again is None or not THE_CHAIR.fullmatch(one.role or ""):
            kept.append(one)
        elif found[again].kind == one.kind and found[again].role is None:
            found[again] = replace(found[again], role=one.role)
    return kept


def _same(one: Attendee, other: Attendee) -> bool:
    """Tell a person named twice over from two of one surname: “CLERK: Jo Hall” in the heading and in the list."""
    roles = {role.casefold() for role in (one.role, other.role) if role}
    return one.kind == other.kind and len(roles) < 2 and len(one.name.split()) > 1


def _attendees(text: str, heading: str, paragraph: Paragraph, *, councillors: bool) -> list[Attendee]:
    if len(text) > LONGEST:
        return []
    found: list[Attendee] = []
    while within := list_within(text):
        start, head, end = within
        found.extend(_sentences(heading, text[:start].strip(" ,;"), paragraph, councillors))
        heading, text = head or "public", text[end:]
    return found + _sentences(heading, text, paragraph, councillors)


def _sentences(heading: str, text: str, paragraph: Paragraph, councillors: bool) -> list[Attendee]:
    """Return the people of a list up to the first sentence that tells of something else."""
    found: list[Attendee] = []
    for sentence in SENTENCE_END.split(text):
        received = RECEIVED.search(sentence)
        if received:
            found.extend(_under("apologies", received["list"], paragraph, councillors))
            continue
        if DECIDES.search(sentence):
            break
        there = kind_of(heading) == "apologies" and CAME.search(sentence) is not None
        people = _under("present" if there else heading, sentence, paragraph, councillors)
        if not people and (TELLING.search(sentence) or len(sentence) > 60):
            break
        found.extend(people)
    return found


def _below(heading: str | None, people: Sequence[Attendee]) -> str | None:
    """Return the heading of what follows in a list: one alone is in the chair, and others are there beside."""
    post = A_POST.fullmatch(heading.strip(" :;")) if heading and people else None
    return "present" if post and post["chair"] else heading


def _under(heading: str, text: str, paragraph: Paragraph, councillors: bool) -> list[Attendee]:
    text = SUBSTITUTED.sub("", text)
    kind = kind_of(heading)
    widely = IN_ATTENDANCE.match(heading) is not None
    post = A_POST.fullmatch(heading.strip(" :;"))
    chairs = post is not None and post["chair"] is not None
    found: list[Attendee] = []
    people = people_in(
        text,
        posts_first=kind == "officer" or widely,
        surnames=OF_COUNCILLORS.search(heading) is not None,
    )
    councillors = councillors or any(person.styled for person in people)
    for person in people:
        role = person.role or (post.group() if post and not chairs else None)
        if chairs and not found and not IS_CHAIR.search(role or ""):
            role = f"{role}, in the Chair" if role else "in the Chair"
        of_kind = kind_by_post(kind, role, styled=person.styled, widely=widely, councillors=councillors)
        found.append(Attendee(person.name, of_kind, role, person.party, paragraph.id or None, person.ward))
    if not found and kind == "public" and UNNAMED.fullmatch(text.strip(" .")):
        return [Attendee(text.strip(" ."), kind, paragraph_id=paragraph.id)]
    # a list of which little is names is none: a sentence happened to stand there
    words = len(re.sub(r"[(\[][^()\[\]]*[)\]]", " ", text).split())
    named = sum(len(f"{p.name} {p.role or ''}".split()) for p in people)
    return found if found and named >= 0.25 * words else []
