"""By which outcomes a decision is found: its printed verb, what it was agreed to do, and that it carried."""

from __future__ import annotations

import re

from minutesnlp.records import Decision
from minutesnlp.tracking.decisions import disposing, verbs

# By these names one asks for any motion that was carried, and these outcomes tell that one was not, or not yet.
PASSING = ("CARRIED", "PASSED")
NOT_CARRIED = frozenset(("REFUSED", "DEFERRED", "WITHDRAWN", "PROPOSED", "OBJECTION", "NO OBJECTION"))

# What is agreed or resolved to be done with a matter, as one looks for it: “it was agreed to refuse the lease”.
ACTS = {
    "DEFERRED": re.compile(r"\b(?:to|be|is|was)\s(?:\w+ly\s)?(?:defer|postpone|adjourn)(?:red|ed|d)?\b", re.IGNORECASE),
    "REFUSED": re.compile(
        r"\b(?:to|be|is|was)\s(?:\w+ly\s)?(?:refuse|reject|decline)d?(?:ed)?\b|\bnot\sto\s", re.IGNORECASE
    ),
    "WITHDRAWN": re.compile(r"\b(?:to|be|is|was)\s(?:\w+ly\s)?withdr(?:aw|awn)\b", re.IGNORECASE),
    "APPROVED": re.compile(r"\b(?:to|be|is|was)\s(?:\w+ly\s)?(?:approved?|adopt(?:ed)?|grant(?:ed)?)\b", re.IGNORECASE),
    "NOTED": re.compile(r"\b(?:to|be)\s(?:\w+ly\s)?(?:received\sand\s)?noted?\b", re.IGNORECASE),
}


def is_outcome(wanted: str) -> bool:
    """Tell whether decisions may have such an outcome, found in these minutes or not.

    >>> is_outcome("REFUSED"), is_outcome("BANANA")
    (True, False)
    """
    return wanted in ACTS or re.fullmatch(verbs.SETTLED, wanted, re.IGNORECASE) is not None


def has_outcome(decision: Decision, wanted: str) -> bool:
    """Tell whether a decision has an outcome: by its printed verb, or by what it was agreed or resolved to do.

    A motion that was moved and resolved, or agreed, was carried.

    >>> one = Decision("AGREED", "It was agreed to grant the lease.", "p1", 0, 33, sentence_end=33)
    >>> has_outcome(one, "APPROVED"), has_outcome(one, "AGREED"), has_outcome(one, "REFUSED")
    (True, True, False)
    """
    if decision.outcome == wanted:
        return True
    if wanted in PASSING:
        return _is_carried(decision)
    said = decision.sentence
    if decision.outcome == "DEFERRED":  # “It was agreed to defer the item” was agreed as well
        return any(agreed["agreed"].upper() == wanted for agreed in disposing.PUT_OFF.finditer(said))
    act = ACTS.get(wanted)
    return (
        act is not None
        and decision.outcome in ("AGREED", "RESOLVED", "DECIDED", "ORDERED", "VOTED")
        and bool(act.search(said))
    )


def _is_carried(decision: Decision) -> bool:
    """Tell a motion that was carried: called so, or moved, seconded or voted on, and neither lost nor put off.

    >>> [_is_carried(Decision("RESOLVED", "…", "p1", 0, 1, mover=mover)) for mover in ("Cllr Orr", None)]
    [True, False]
    """
    if decision.outcome in PASSING:
        return True
    moved = decision.mover or decision.seconder or decision.votes
    return moved is not None and not (decision.outcome in NOT_CARRIED or decision.outcome.startswith("NOT "))
