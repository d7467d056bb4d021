"""Motions that were moved and seconded, and of which nothing more is told: they are kept as proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Decision, Paragraph
from minutesnlp.tracking.decisions.divisions import PUTS
from minutesnlp.tracking.decisions.movers import NAME
from minutesnlp.tracking.decisions.settling import SETTLES
from minutesnlp.tracking.decisions.submitted import are_one, is_spoken
from minutesnlp.tracking.decisions.units import Unit
from minutesnlp.tracking.decisions.whose import is_taken_up

# “Cllr Ash proposed Cllr Birch, seconded by Cllr Cole.”: one of several candidates is told to be elected or is not
NOMINATION = re.compile(
    rf"\b(?:proposed|nominated)\s(?=(?:Cllrs?|Councillor|Mrs?|Ms|Dr)\b)(?!{NAME}\sas\b)", re.VERBOSE
)
# “the amendment proposed by Cllr Ash, seconded by Cllr Birch, was read out”; “At the June meeting, on the proposal of
# Cllr Ash, seconded by Cllr Birch, it had been agreed to wait”
TOLD_AGAIN = re.compile(
    r"\b(?:motion|amendment|proposal)s?\s(?:as\s)?(?:proposed|moved)\sby\b|\bhad\s(?:been|proposed|moved|seconded)\b"
    r"|\bat\s(?:the|our|its)\s(?:last|previous|\w+)\smeeting\b|\bnot\sseconded\b",
    re.IGNORECASE,
)


def left_open(
    units: Sequence[Unit], anchors: Sequence[int], decisions: Sequence[Decision], paragraphs: Sequence[Paragraph]
) -> list[int]:
    """Return the sentences that move something, by members who moved none of the decisions that were found.

    “It was proposed by Cllr Ash, seconded by Cllr Birch, that the fees be raised.”, and the next sentence decides on
    another matter.
    """
    found = []
    for n, unit in enumerate(units):
        mover, seconder, _ = unit.movers
        if not mover or not seconder or unit.found_by or unit.aside or is_spoken(unit.text):
            continue
        if PUTS.search(unit.text) or TOLD_AGAIN.search(unit.text) or is_taken_up(units, n):
            continue
        if any(one.mover and one.seconder and _are_theirs(one, mover, seconder) for one in decisions):
            continue
        below = (one for one, at in zip(decisions, anchors, strict=True) if at > n and one.mover is None)
        if any(SETTLES.search(one.sentence) for one in below):
            continue  # “The Chair declared the motion defeated.”, and whose is not told
        if not _is_held(unit, decisions, paragraphs[unit.place]):
            found.append(n)
    nominate = [n for n in found if NOMINATION.search(units[n].text)]
    contested = nominate and sum(NOMINATION.search(unit.text) is not None for unit in units) > 1
    return [n for n in found if n not in nominate] if contested else found


def _are_theirs(decision: Decision, mover: str, seconder: str) -> bool:
    return are_one(decision.mover, mover) and are_one(decision.seconder, seconder)


def _is_held(unit: Unit, decisions: Sequence[Decision], paragraph: Paragraph) -> bool:
    """Tell whether a sentence is a part of a decision that was found."""
    clauses = [clause for one in decisions for clause in one.clauses if clause.paragraph_id == paragraph.id]
    return any(clause.start <= unit.start < clause.end for clause in clauses)
