"""A resolution that is printed more than once: as it was moved, in the parts that were put, and as amended."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from minutesnlp.records import Clause, Decision, Paragraph
from minutesnlp.tracking.decisions.units import Unit

# “Motion to approve part b):”, of a motion that was printed whole before
IN_PARTS = re.compile(
    r"\W*(?:motion\s)?to\s(?:approve|adopt|pass)\s(?:the\s)?(?:preamble|parts?|clauses?)\b", re.IGNORECASE
)
# “Item 9, as amended, reads as follows:”
READS = re.compile(r"\bas\samended,?\s(?:now\s)?reads?\b[^.]{0,40}:\s*\Z", re.IGNORECASE)


def undecided(units: Sequence[Unit], n: int, anchors: Sequence[int], decisions: Sequence[Decision]) -> int:
    """Return how many of the last decisions are only the motion that is now put in parts, printed whole.

    They stand behind the last verdict and have no vote.
    """
    if not IN_PARTS.match(units[n].text):
        return 0
    verdict = max((k for k in range(n) if units[k].found_by == "verdict"), default=-1)
    count = 0
    while count < len(decisions) and anchors[-1 - count] > verdict and decisions[-1 - count].votes is None:
        count += 1
    return count


def reprint_ends(units: Sequence[Unit], n: int) -> int:
    """Return the unit at which ends what is printed below “as amended, reads as follows:”; `n` where it is not that."""
    if not READS.search(units[n].text):
        return n
    for k in range(n + 1, len(units)):
        if units[k].movers.mover or units[k].found_by == "verdict":
            return k
    return len(units)


def with_words(decision: Decision, units: Sequence[Unit], paragraphs: Sequence[Paragraph]) -> Decision:
    """Return a decision whose clauses are the paragraphs of its reprint that decide something."""
    places = dict.fromkeys(unit.place for unit in units if unit.found_by)
    clauses = (paragraphs[place] for place in places)
    told = tuple(Clause(one.number, one.text, one.id, 0, len(one.text)) for one in clauses)
    return dataclasses.replace(decision, clauses=decision.clauses or told)
