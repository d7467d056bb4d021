"""Resolutions with numbers of their own, which North American councils print where others print items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.reading.meeting.candidates import Candidate

# The beginning of a motion: who moved it, or the motion itself: "L. Smith, T. Hall: That …", "Moved by …", "WHEREAS".
_MOVER = r"(?:(?:Cllrs?|Councillors?|Mayor|Trustee)\.?\s+|[A-Z]\.\s?)+[A-Z][a-z][\w’'-]+"
MOVERS = re.compile(
    rf"(?:Moved\s+(?:and\s+seconded\s+)?by:?\s+)?{_MOVER}\s*(?:,|;|/|&|-|–|\band\b)?\s*(?:seconded\s+by:?\s+)?{_MOVER}\s*[:.–-]*\s*"
)
MOTION = re.compile(r"(?:moved|(?:proposed|motion)\s+by|that|whereas|be\s+it)\b", re.IGNORECASE)


def are_motions(chain: Sequence[Candidate]) -> bool:
    """Tell a document in which resolutions are numbered and other business is not."""
    return len(chain) > 1 and sum(map(is_motion, chain)) >= 0.6 * len(chain)


def is_motion(candidate: Candidate) -> bool:
    """Tell a resolution with a number of its own: "R2024-12 L. Hale, T. Moss: That …"."""
    assert candidate.label is not None
    coded = len(candidate.label.value) > 1 and "." not in candidate.label.style
    return coded and (MOVERS.match(candidate.rest) is not None or MOTION.match(candidate.rest) is not None)
