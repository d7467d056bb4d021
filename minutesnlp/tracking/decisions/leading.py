"""What a sentence only leads to: the verdict right behind it, the resolution or the parts below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.disposing import READ
from minutesnlp.tracking.decisions.settling import SETTLES
from minutesnlp.tracking.decisions.units import Unit

# A verdict of so many words is a sentence of its own.
FULL = 5
# “… and it was” before the “RESOLVED” of the next paragraph
RUNS_ON = re.compile(r"\b(?:it|was|were)\s*[:,–—-]*\s*\Z")


def runs_into_the_next(units: Sequence[Unit], n: int) -> bool:
    """Tell “… carried by 9 votes to 4, and it was” from a decision: what was decided opens the paragraph below."""
    if n + 1 >= len(units) or RUNS_ON.search(units[n].text) is None:
        return False
    return units[n + 1].found_by in ("opening", "capitals") and units[n + 1].place == units[n].place + 1


def leads_to_a_verdict(units: Sequence[Unit], n: int) -> bool:
    """Tell a count or the readings of a by-law from the verdict right behind it: “Vote: 6 for, 1 against. Carried.”."""
    if n + 1 >= len(units) or units[n + 1].found_by != "verdict" or units[n + 1].votes is not None:
        return False
    unit, after = units[n], units[n + 1]
    counts = unit.votes is not None and not unit.form and not unit.put and after.place == unit.place
    return counts or (after.place - unit.place <= 1 and READ.match(unit.text) is not None)


def is_told_in_full(units: Sequence[Unit], n: int) -> bool:
    """Tell “The amendment was lost by 9 votes to 24.”, a sentence of its own, from a bare “Motion lost”."""
    unit = units[n]
    apart = n == 0 or units[n - 1].place != unit.place
    return apart and len(unit.text.partition("(")[0].split()) >= FULL and SETTLES.search(unit.text) is not None


def heads_clauses(units: Sequence[Unit], n: int) -> bool:
    """Tell a motion whose parts settle it: “That the following be done:”, “(a) the plan BE APPROVED”."""
    if not units[n].motion or units[n].found_by or not units[n].text.rstrip().endswith((":", ":-", "–")):
        return False
    return n + 1 < len(units) and units[n + 1].found_by == "capitals" and units[n + 1].place == units[n].place + 1


def heads_acts(units: Sequence[Unit], n: int) -> bool:
    """Tell “The Committee:” above “(i) noted the report; (ii) agreed to …”."""
    if n + 1 >= len(units) or units[n + 1].place != units[n].place + 1 or not verbs.BODY_ALONE.match(units[n].text):
        return False
    return verbs.ACT.match(units[n + 1].text) is not None


def leads_a_motion(units: Sequence[Unit], n: int) -> bool:
    """Tell whether “RESOLVED” alone in its paragraph opens the motion printed below it."""
    if units[n].verb.casefold() not in ("resolved", "agreed", "ordered", "recommended", "decided"):
        return False
    alone = (n == 0 or units[n - 1].place != units[n].place) and n + 1 < len(units)
    return alone and units[n + 1].place == units[n].place + 1 and units[n + 1].motion
