"""Whom a meeting calls by initials, and where: “Jo Orr (JO)” in a list, “JO declared an interest” below it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutesnlp.reading.page.posts import is_initials
from minutesnlp.records import Meeting
from minutesnlp.records.people import Link

# Right behind a name, alone or before a post: “Jo Orr (JO)”, “Jo Orr(JOR)”, “Jo Orr (JO, Chair)”.
BEHIND = re.compile(r"\s?[(\[](?P<initials>[A-Z][A-Za-z]{0,3}[A-Z])(?=[)\],;])")
LETTERS = re.compile(r"\b[A-Z][A-Za-z]{0,3}[A-Z]\b")


# What two letters mean where a name has them too: a council, the police, a time.
NOBODY = frozenset(
    ["PC", "CC", "TC", "DC", "BC", "CM", "AM", "PM", "MP", "MS", "TD", "AG", "EU", "UK", "US", "NO", "IT"]
)
FEWEST = 3
# A given name and a family name.
NAMES = 2


class Mark(NamedTuple):
    """Where somebody is named, by a name or initials (`is_name`) or by a post."""

    start: int
    end: int
    person: str
    is_name: bool = True


def initials_in(meeting: Meeting, links: Iterable[Link]) -> dict[str, str]:
    """Return whom the meeting calls by which initials; none that stand for two.

    They stand behind the name, or they are those of a name in the lists, where the minutes use several of such.
    """
    texts = {paragraph.id: paragraph.text for paragraph in meeting.paragraphs}
    lists = {one.paragraph_id for one in meeting.attendance}
    printed: defaultdict[str, set[str]] = defaultdict(set)
    of_lists: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.entity.label == "PERSON":
            name = link.entity.value or link.entity.text
            behind = BEHIND.match(texts.get(link.entity.paragraph_id or "", ""), link.entity.end)
            if behind and is_initials(behind["initials"], name):
                printed[behind["initials"]].add(link.person_id)
            words = name.split()
            if link.entity.paragraph_id in lists and len(words) == NAMES and len(words[0].strip(".")) > 1:
                of_lists["".join(word[0] for word in words)].add(link.person_id)
    if not printed:
        used = {letters for id_, text in texts.items() if id_ not in lists for letters in LETTERS.findall(text)}
        known = {letters for letters in used if letters in of_lists} - NOBODY
        if len(known) >= FEWEST:
            printed.update((letters, of_lists[letters]) for letters in known)
    return {letters: next(iter(people)) for letters, people in printed.items() if len(people) == 1}


def marks_in(meeting: Meeting, links: Sequence[Link]) -> dict[str, list[Mark]]:
    """Return by paragraph, in order, where people are named, their posts and initials too."""
    initials = initials_in(meeting, links)
    marks: dict[str, list[Mark]] = defaultdict(list)
    for link in links:
        entity = link.entity
        mark = Mark(entity.start, entity.end, link.person_id, entity.label == "PERSON")
        marks[entity.paragraph_id or ""].append(mark)
    if initials:
        for paragraph in meeting.paragraphs:
            taken = marks.get(paragraph.id, [])
            for match in LETTERS.finditer(paragraph.text):
                bracketed = paragraph.text[match.start() - 1 : match.start()] in ("(", "[")
                within = any(one.start < match.end() and match.start() < one.end for one in taken)
                if match.group() in initials and not bracketed and not within:
                    marks[paragraph.id].append(Mark(match.start(), match.end(), initials[match.group()]))
    return {id_: sorted(found) for id_, found in marks.items()}
