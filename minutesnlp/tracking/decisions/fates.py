"""What became of a passage that was put to the vote: whether it stands in a motion that fell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutesnlp.records import Decision

# The outcomes by which nothing of a motion's text comes to be.
FALLEN = frozenset(["REFUSED", "REJECTED", "WITHDRAWN", "DEFEATED", "LOST"])
# A passage with one of these words tells the fall itself.
FALL = re.compile(
    r"\b(?:refus|reject|declin|lost\b|fail|fell\b|falls\b|defeat|withdr[ae]w"
    r"|not\s(?:\w+\s)?(?:carried|agreed|approved|accepted|adopted|support|pass))",
    re.IGNORECASE,
)


def fate_of(decisions: Iterable[Decision], paragraph_id: str | None, start: int, end: int, text: str) -> str:
    """Return the outcome of the fallen motion a passage stands in, with its votes; nothing where it stands in none.

    `text` is the passage. The sentence that tells the fall is true as it stands.

    >>> one = Decision("REFUSED", "Motion to buy the lido.", "p1", 0, 23)
    >>> fate_of([one], "p1", 0, 23, one.text), fate_of([one], "p2", 0, 23, one.text)
    ('REFUSED', '')
    """
    fallen = None if FALL.search(text) else fallen_at(decisions, paragraph_id, start, end)
    return "" if fallen is None else with_votes(fallen)


def fallen_at(decisions: Iterable[Decision], paragraph_id: str | None, start: int, end: int) -> Decision | None:
    """Return the motion that fell in whose text, or in one of whose clauses, a place is; None where there is none."""
    for one in decisions:
        if one.outcome in FALLEN:
            spans = [(one.paragraph_id, one.start, one.end), *((c.paragraph_id, c.start, c.end) for c in one.clauses)]
            if any(place == paragraph_id and start < stop and begin < end for place, begin, stop in spans):
                return one
    return None


def with_votes(one: Decision) -> str:
    """Return a decision's outcome and its votes.

    >>> with_votes(Decision("AGREED", "It was AGREED to wait.", "p1", 0, 22))
    'AGREED'
    """
    return f"{one.outcome} ({one.votes})" if one.votes is not None and str(one.votes) else one.outcome
