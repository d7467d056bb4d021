"""What became of a passage that was put to the vote: whether it stands in a motion that fell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutesnlp.records import Decision

# The outcomes by which nothing of a motion's text comes to be.
FALLEN = frozenset(["REFUSED", "WITHDRAWN"])
# “The application was REFUSED for these reasons” is an act, and no motion that fell: its reasons stand.
REFUSING = re.compile(r"\b(?:refus|reject|declin)", re.IGNORECASE)
MOTION = r"\b(?:motions?|amendments?|proposals?|propositions?|resolutions?|moved|proposed)\b"
PUT = re.compile(MOTION, re.IGNORECASE)
# “Motion Failed (7 to 8)”, “On being put to the vote the motion was lost.”, and alone “Not carried.”
LOSS = (
    r"\b(?:lost|fail(?:s|ed)|fell|defeated|not\s(?:\w+\s)?(?:carried|agreed|approved|accepted)|withdr[ae]w\w*|refused|"
    r"rejected)\b"
)
FATE = re.compile(rf"{MOTION}.{{0,60}}{LOSS}", re.IGNORECASE)
ALONE = re.compile(LOSS, re.IGNORECASE)
FEW = 6


def fell(one: Decision) -> bool:
    """Tell a motion that was lost or withdrawn from what was carried, and from what a council itself refused.

    >>> fell(Decision("REFUSED", "Motion to buy the lido.", "p1", 0, 23))
    True
    >>> fell(Decision("REFUSED", "The application was REFUSED.", "p1", 0, 28))
    False
    """
    refuses = REFUSING.search(one.text) is not None and PUT.search(one.text) is None
    return one.outcome in FALLEN and not refuses


def tells_fate(text: str) -> bool:
    """Tell a sentence that tells the fall itself, and so is true as it stands.

    >>> tells_fate("The motion was LOST."), tells_fate("Not carried."), tells_fate("That the failure be looked into.")
    (True, True, False)
    """
    return FATE.search(text) is not None or (len(text.split()) <= FEW and ALONE.search(text) is not None)


def fate_of(decisions: Iterable[Decision], paragraph_id: str | None, start: int, end: int, text: str) -> str:
    """Return the outcome of the fallen motion a passage stands in, with its votes; nothing where it stands in none.

    `text` is the passage. The sentence that tells the fall is true as it stands.

    >>> one = Decision("REFUSED", "Motion to buy the lido.", "p1", 0, 23)
    >>> fate_of([one], "p1", 0, 23, one.text), fate_of([one], "p2", 0, 23, one.text)
    ('REFUSED', '')
    """
    fallen = None if tells_fate(text) else fallen_at(decisions, paragraph_id, start, end)
    return "" if fallen is None else with_votes(fallen)


def fallen_at(decisions: Iterable[Decision], paragraph_id: str | None, start: int, end: int) -> Decision | None:
    """Return the motion that fell in whose text, or in one of whose clauses, a place is; None where there is none."""
    for one in decisions:
        if fell(one):
            told = one.sentence_end if one.found_by == "prose" and one.sentence_end else one.end
            spans = [(one.paragraph_id, one.start, told), *((c.paragraph_id, c.start, c.end) for c in one.clauses)]
            if any(place == paragraph_id and start < stop and begin < end for place, begin, stop in spans):
                return one
    return None


def with_votes(one: Decision) -> str:
    """Return a decision's outcome and its votes.

    >>> with_votes(Decision("AGREED", "It was AGREED to wait.", "p1", 0, 22))
    'AGREED'
    """
    return f"{one.outcome} ({one.votes})" if one.votes is not None and str(one.votes) else one.outcome
