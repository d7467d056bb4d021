"""The sentences of minutes, each with what it shows of deciding: its verb, its motion, who moved and seconded."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from minutesnlp.records import Paragraph
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import verbs
from minutesnlp.tracking.deciding import deciding
from minutesnlp.tracking.movers import NO_MOVERS, Movers, movers_in

# A parish's view of an application, on a line of its own
NO_OBJECTION = re.compile(r"\W*no\s(?:objections?|comments?|observations?)\W*", re.IGNORECASE)


@dataclasses.dataclass(slots=True)
class Unit:
    """A sentence of an item, and what it shows."""

    place: int
    start: int
    end: int
    text: str
    verb: str = ""
    found_by: str = ""
    motion: bool = False
    movers: Movers = NO_MOVERS
    aside: bool = False  # a vote or a table: it stands between a motion and its verdict


def units_of(place: int, paragraph: Paragraph, council: str | None) -> Iterable[Unit]:
    """Return the sentences of a paragraph; headings have none, unless they are a decision printed like one."""
    if paragraph.kind in ("attendance", "boilerplate") or (paragraph.kind == "heading" and not _decides(paragraph)):
        return
    for start, end in sentences(paragraph.text):
        unit = Unit(place, start, end, paragraph.text[start:end], aside=paragraph.kind in ("vote", "table"))
        if verbs.hints(unit.text):
            unit.verb, unit.found_by = deciding(unit.text, council)
            unit.movers = movers_in(unit.text)
        unit.motion = verbs.MOTION.match(unit.text) is not None
        yield unit


def _decides(heading: Paragraph) -> bool:
    """Tell a decision that was printed like a heading, its parts below it: “Committee resolved to:”, “RESOLVED”."""
    leads = heading.text.rstrip().endswith((":", ":-", "–", "—")) or verbs.VERDICT.match(heading.text) is not None
    leads = leads or NO_OBJECTION.fullmatch(heading.text) is not None
    return leads and verbs.hints(heading.text) and deciding(heading.text)[0] != ""
