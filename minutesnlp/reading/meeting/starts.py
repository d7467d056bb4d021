"""The beginnings of agenda items: number, title and the text that goes on behind the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutesnlp.reading.meeting.candidates import Candidate, is_section_label
from minutesnlp.reading.meeting.item_titles import opening_of, title_of
from minutesnlp.reading.meeting.motions import MOVERS, is_motion
from minutesnlp.reading.meeting.numbering import CLAUSE_STYLES
from minutesnlp.reading.page.furniture import beside_title
from minutesnlp.reading.page.labels import label_of

YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Start:
    """Where an item begins: block `at`; the text of the item goes on in `rest` and then in block `after`.

    `made` tells a title that was made of the text's first words, for want of one.
    """

    at: int
    after: int
    number: str | None
    title: str
    rest: str = ""
    made: bool = False
    furniture: tuple[str, ...] = ()
    anchor: str | None = None
    sub: bool = False

    def moved(self, by: int) -> Start:
        """Return the start in a document that has so many blocks before those in which it was found."""
        return replace(self, at=self.at + by, after=self.after + by)


def as_told(candidate: Candidate) -> Start:
    """Return an item that the format tells of."""
    title, furniture = beside_title(candidate.block.text)
    number = candidate.label.number if candidate.block.label and candidate.label else None
    if candidate.block.label and number is None:
        number = candidate.block.label.strip(" .:")
    return Start(
        candidate.at, candidate.at + 1, number or None, title, furniture=furniture, anchor=candidate.block.anchor
    )


def at_number(candidate: Candidate, found: Sequence[Candidate]) -> Start:
    """Return the item that begins with a number: its title, and what of the line is text."""
    assert candidate.label is not None
    number = candidate.label.number
    at = candidate.at
    if candidate.alone:
        return _label_alone(candidate, found)
    if is_motion(candidate):
        return _motion(candidate, found)
    text, furniture = beside_title(candidate.block.text)
    rest = text if candidate.block.label else text[candidate.label.end :]
    second = label_of(rest)
    coded = len(candidate.label.value) > 1 or (second is not None and second.value == candidate.label.value)
    if coded and second is not None and second.style in ("n.", "n)") and second.end < len(rest):
        # the agenda's number behind the minute's: "C048/23  1. Apologies"
        rest, furniture = rest[second.end :], (*furniture, second.printed)
    rest = rest.lstrip(" -–—:") or rest
    cut = len(text) - len(rest)
    title, body, made = title_of(
        rest, max(0, candidate.block.lead - cut), whole=candidate.titled or candidate.block.bold
    )
    return Start(at, at + 1, number, title, body, made, furniture, candidate.block.anchor)


def _motion(candidate: Candidate, found: Sequence[Candidate]) -> Start:
    """Return a resolution as an item: its title is made of what was moved, and nothing is taken out of its text."""
    assert candidate.label is not None
    at, rest = candidate.at, candidate.rest
    movers = MOVERS.match(rest)
    moved = rest[movers.end() :] if movers else rest
    if not moved and at + 1 < len(found):
        moved = found[at + 1].block.text
    return Start(
        at, at + 1, candidate.label.number, opening_of(moved or rest), rest, made=True, anchor=candidate.block.anchor
    )


def _label_alone(candidate: Candidate, found: Sequence[Candidate]) -> Start:
    """Return an item whose number stands alone: the next block is its title or begins with it."""
    assert candidate.label is not None
    number, at = candidate.label.number, candidate.at
    nothing = Start(at, at + 1, number, f"Item {number}", made=True, anchor=candidate.block.anchor)
    if at + 1 >= len(found):
        return nothing
    following = found[at + 1]
    if following.block.row or following.alone or following.block.bullet or is_section_label(following.block.text):
        return nothing
    if following.label is not None and following.label.number.startswith(f"{number}."):
        return nothing  # “5.” over “5.1 Chairman’s report”
    text, furniture = beside_title(following.block.text)
    title, body, made = title_of(text, following.block.lead, whole=following.titled or following.block.bold)
    return Start(at, at + 2, number, title, body, made, furniture, candidate.block.anchor)


def at_heading(candidate: Candidate, found: Sequence[Candidate]) -> Start:
    """Return the item that begins with a heading, and the number that may stand alone above it."""
    if candidate.label is not None:
        return at_number(candidate, found)
    before = found[candidate.at - 1] if candidate.at else None
    number = before.label if before is not None and before.alone else None
    of_item = number is not None and number.style not in CLAUSE_STYLES
    if before is not None and number is not None and of_item and YEAR.fullmatch(number.number) is None:
        return _label_alone(before, found)  # not “… referred from the meeting of June” / “2016:”
    text, furniture = beside_title(candidate.block.text)
    title, body, made = title_of(
        text, candidate.block.lead, whole=candidate.titled or candidate.marked or candidate.block.level is not None
    )
    return Start(candidate.at, candidate.at + 1, None, title, body, made, furniture, candidate.block.anchor)
