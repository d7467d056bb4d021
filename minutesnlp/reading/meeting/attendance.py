"""Lists of who was there, with kind, role, party and ward: headed and run-in lists, columns, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.candidates import is_attendance_heading
from minutesnlp.reading.meeting.list_heads import (
    AMONG_LISTS,
    LONGEST,
    OF_A_GROUP,
    SO_MANY,
    group_head,
    head_at_end,
    heads_members,
    is_headless,
    is_labelled,
    is_no_name,
    is_officer_line,
    is_other_heading,
    is_sentence,
    kind_of,
    list_head,
    roll_call,
    tells_how,
)
from minutesnlp.reading.meeting.list_lines import (
    OF_PLACE,
    STARRED,
    SURNAME,
    headless_lines,
    list_mid,
    starred_in,
    surname_lines,
)
from minutesnlp.reading.meeting.list_people import attendees, below, tellings
from minutesnlp.reading.meeting.list_text import as_typed
from minutesnlp.reading.meeting.name_words import INITIAL, opens_with_name, parts_of, uncounted
from minutesnlp.reading.meeting.names import HOLDERS, people_in
from minutesnlp.reading.meeting.the_chair import IS_CHAIR
from minutesnlp.reading.meeting.told_lists import BEHIND, RECEIVED
from minutesnlp.reading.page.labels import label_of
from minutesnlp.reading.page.posts import EMPLOYED, SERVES
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

# A cell of a column holds one, whose post stands behind the initials: "Jo Hall (JH) University of Wend".
ONE_IN_A_CELL = re.compile(r"(?P<name>[^(),;]{3,40})\s*\([A-Z]\w{0,4}\)\s*(?P<role>[A-Z][^()]{2,90})$")

# Whom a list is of, behind a heading that tells of what: “Apologies:” over “Councillors: Hall, Lee”.
WHOSE = re.compile(r"(?:councillors|cllrs|members)\.?", re.IGNORECASE)

AWAY = ("absent", "apologies")

# An agenda says who the members are and when they will meet, not who was there.
NOTICE = re.compile(
    r"(?:an?|the)\s.{0,80}\bmeeting\b.{0,120}\bwill\s+be\s+held\b|.{0,60}\b(?:is|are)\s+(?:hereby\s+)?summoned\b",
    re.IGNORECASE,
)
TELLS_PRESENCE = re.compile(r"present|attend|chair|absen|apolog|sederunt|roll\s+call", re.IGNORECASE)

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
        self.attending: list[Attendee] = []  # … and so it is where no list tells who was present
        self._numbered = self._empty = self._fresh = False
        self._counted = False  # the last line of a list ended with how many of the public there were
        self._hanging = ""  # the beginning of a name at a line's end
        self._councillors = False  # those who are councillors are styled so
        self.headings: set[str] = set()  # those below which names were read
        self._last = heading or ""  # the heading of the last list that held names

    def read(self, paragraph: Paragraph) -> None:
        """Take the people of a paragraph, or its heading."""
        text = as_typed(paragraph.text)
        if self.heading is not None and INITIAL.fullmatch(paragraph.number or ""):
            text = f"{paragraph.number}. {text}"  # what was taken for a label is an initial: “M. Hall”
        label = label_of(text) if paragraph.kind == "heading" else None
        if label is not None and is_attendance_heading(text[label.end :]):
            text = text[label.end :]  # “19.05.03 Apologies”
        if self._numbered and paragraph.number is not None:
            self.heading, self._numbered = None, False  # the next item of an agenda
        if self._empty and paragraph.number is not None and not opens_with_name(text):
            self.heading = None  # “Apologies” in an agenda, and under it “1. Minutes”
        ended = text.strip(" :").casefold() in ("agenda", "minutes")  # above a list of items
        if self.found and (ended or is_other_heading(text, self.found[-1].name)):
            self.heading, self.columns = None, []
            return
        if CELL in text and self._row(text.split(CELL), paragraph):
            return
        if self.columns and self.heading is None:
            self.heading = next(filter(None, self.columns), None)  # a column that is longer than the others
        if self._opens(text, heading=paragraph.kind == "heading"):
            beside = self._empty and kind_of(self.heading or "") == "present" and paragraph.kind == "heading"
            if not (beside and kind_of(text) in ("public", "officer")):
                self.heading = self._called(text)  # else two headings side by side: the names below are of both columns
            self._numbered, self._empty, self.columns = paragraph.number is not None, True, []
            self._hanging = ""
            return
        self._fresh, self._empty = self._empty, False
        self._list(text, paragraph)

    def _opens(self, text: str, *, heading: bool = False) -> bool:
        """Tell the heading of a list; `heading`: it is set as one, so that it needs no colon."""
        if self._hanging and not (heading and "(" not in text):
            return False  # “… Assistant Staff” / “Officer (Ms. P. Hall)”
        if is_attendance_heading(text):
            return True
        begun = bool(self.found) and self.heading is not None
        if begun and OF_A_GROUP.fullmatch(text):
            return heading or text.endswith(":")
        return begun and text.endswith(":") and AMONG_LISTS.fullmatch(text) is not None

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
        begun = f"{plural.group()} " if plural and (hanging or text.endswith((",", " and", " &"))) else ""
        self._hanging = begun + hanging.group().strip(" ,;") if hanging else begun
        return text[: hanging.start()] if hanging else text

    def _list(self, text: str, paragraph: Paragraph) -> None:
        if self.heading is not None:
            text = self._joined(text)
        elif list_head(text) is None and (heading := head_at_end(text)):
            self.heading, self._empty = heading, True
            return
        head = list_head(text) or roll_call(text) or (group_head(text) if self.heading is not None else None)
        within = list_mid(text[:LONGEST]) if head is None and self.heading is None else None
        if head is not None:
            of_those = self._fresh and WHOSE.fullmatch(head[0].strip())
            if self.heading is None or not of_those:  # not “Apologies:” over “Councillors: Hall, Lee”
                self.heading = self._called(*head)
            self.columns = []
            if self._opens(head[1]) or is_attendance_heading(head[1]):
                self._empty = True  # two headings on one line: names of the first stand below
                return
            listed = f"{head[0]} {head[1]}" if of_those and PLURALLY.fullmatch(head[0].strip()) else head[1]
            self.heading = below(self.heading, self._take(listed, self.heading, paragraph))
            self._counted = uncounted(text) != text
        elif within is not None:
            self.heading = self._called(within[0])
            self._take(text[within[1] :], self.heading, paragraph)
        elif self.heading is None and self._none_present() and is_headless(text):
            self.heading = "present"
            self._take(text, self.heading, paragraph)
        elif self.heading is None and paragraph.id in self.headless:
            self._take(OF_PLACE.sub("", text), "present", paragraph)
        elif self.heading is None:
            for heading, listed in tellings(text):
                self._take(listed, heading, paragraph)
        elif kind_of(self.heading) in AWAY and is_officer_line(text):
            self.heading = "In attendance"  # “Town Manager: Jo Hall” below those absent
            self._take(text, self.heading, paragraph)
        elif (text.endswith(":") or is_labelled(text)) and not any(tellings(text)):
            self.heading = None
        else:
            if self._counted and is_no_name(text):
                self.heading = None  # “Members of the public 15” ended the list, and this is the first item’s title
                return
            people = self._take(text, self.heading, paragraph)
            self._counted = uncounted(text) != text
            if not people and paragraph.kind not in ("bullet", "table") and is_sentence(text):
                self.heading = None
            self.heading = below(self.heading, people)

    def _none_present(self) -> bool:
        """Tell that nobody but who was in the chair was found present, as where a scan’s heading is not legible."""
        return all(IS_CHAIR.search(one.role or "") for one in self.found if one.kind == "present")

    def _called(self, heading: str, listed: str = "") -> str:
        """Return a heading by what stood before it: “Via Zoom” below the staff, a second “Present” over posts alone."""
        called = heading.strip(" :;–-")
        members = kind_of(self._last) == "present" and heads_members(self._last)
        if members and len(self.found) > 1 and called.casefold() in ("attendees", "attending"):
            return "Others attending"
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
            people = attendees(text, heading, paragraph, councillors=self._councillors)
        self._councillors = self._councillors or STYLE.search(text) is not None
        if people:
            self._last = heading
            self.headings.add(heading)
        self.found.extend(people)
        councillors = len(people) if PLURALLY.match(text) else len(STYLE.findall(text))
        if heading.strip(" :").casefold() == "in attendance":
            also = (listed for told, listed in tellings(text) if told.startswith("Also"))  # “Jo Hall also attended”
            told = {one.name for listed in also for one in people_in(listed)}
            people = [one for one in people if one.name not in told]
            guests = [one for one in people if one.kind in ("public", "present")]
            if councillors >= SO_MANY:
                self.beside.extend(guests)
            else:
                self.attending.extend(people)
        return people

    def _by_stars(self, text: str, paragraph: Paragraph) -> list[Attendee]:
        people: list[Attendee] = []
        for part in parts_of(text):
            heading = (self.starred or ("", ""))["*" not in part]
            people += attendees(part.replace("*", " ").strip(), heading, paragraph, councillors=self._councillors)
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
    if (
        lists.found
        and not any(map(TELLS_PRESENCE.search, lists.headings))
        and any(NOTICE.match(p.text) for p in paragraphs)
    ):
        return ()
    present = [one for one in lists.found if one.kind == "present"]
    beside = lists.beside or (lists.attending if _are_members(lists.attending) else [])
    if all(one in beside for one in present):
        found = ((one, one in beside and not SERVES.search(one.role or "")) for one in lists.found)
        lists.found = [replace(one, kind="present") if member else one for one, member in found]
    return tuple(dict.fromkeys(lists.found))


def _are_members(attending: Sequence[Attendee]) -> bool:
    """Tell members whom a body lists “in attendance” from guests: with the chair among them, or none with a post."""
    chaired = any(IS_CHAIR.search(one.role or "") for one in attending)
    return len(attending) >= SO_MANY and (chaired or not any(one.kind == "officer" for one in attending))


def apologies_in(text: str) -> tuple[Attendee, ...]:
    """Return who sent apologies by a sentence that says from whom they were received.

    >>> [one.name for one in apologies_in("Apologies for absence were received from Mr A Hall and Mrs Lee")]
    ['Mr A Hall', 'Mrs Lee']
    """
    received = RECEIVED.search(as_typed(text[:LONGEST]))
    return tuple(
        Attendee(one.name, "apologies", one.role, one.party, None, one.ward)
        for one in (people_in(BEHIND.sub("", received["list"])) if received else ())
    )
