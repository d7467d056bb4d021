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
# “Item 9, as amended, reads as follows:”, “Item 8, clause 2.2, reads as follows:”
READS = re.compile(
    r"\bas\samended,?\s(?:now\s)?reads?\b[^.]{0,40}:\s*\Z|\A\W*item\s\d.{0,30},\sreads\sas\sfollows:\s*\Z",
    re.IGNORECASE,
)


def split(units: Sequence[Unit], n: int, anchors: Sequence[int], decisions: Sequence[Decision]) -> list[int]:
    """Return which decisions are only a motion never voted on as it was moved, of which a part is now put.

    It is known by the words that are printed again below “Motion to approve part b):”.
    """
    if not IN_PARTS.match(units[n].text):
        return []
    again = set()
    for unit in units[n + 1 :]:
        if unit.movers.mover or unit.found_by == "verdict":
            break
        again.add(unit.text.casefold())
    settled = {unit.settles for unit in units[:n]}
    return [
        k for k, one in enumerate(decisions) if one.votes is None and anchors[k] not in settled and again & _words(one)
    ]


def once_voted(decisions: Sequence[Decision]) -> list[Decision]:
    """Return decisions without a motion that was not voted on where one with its words, as amended, then was."""
    kept: list[Decision] = []
    voted: set[str] = set()
    for one in reversed(decisions):
        if one.found_by == "capitals" and one.votes is None and voted & _words(one):
            continue
        if one.votes is not None and not one.amendment:
            voted |= _words(one)
        kept.insert(0, one)
    return kept


def _words(decision: Decision) -> set[str]:
    return {decision.text.casefold(), *(clause.text.casefold() for clause in decision.clauses)}


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
    if not units[n].text.rstrip().endswith(":") or not READS.search(units[n].text):
        return n
    for k in range(n + 1, len(units)):
        if units[k].movers.mover or units[k].found_by == "verdict":
            return k
    return len(units)


def with_words(decision: Decision, units: Sequence[Unit], paragraphs: Sequence[Paragraph]) -> Decision:
    """Return a decision whose clauses are the paragraphs of its reprint that decide something."""
    places = dict.fromkeys(unit.place for unit in units if unit.found_by)
    clauses = (paragraphs[place] for place in places if paragraphs[place].text != decision.text)
    told = tuple(Clause(one.number, one.text, one.id, 0, len(one.text)) for one in clauses)
    return dataclasses.replace(decision, clauses=decision.clauses or told)
