"""Motions printed below the name of the member who submitted them, and seconded further down.

“Notice of Motion submitted by Councillor Ash” is the title, “I will move at the next meeting that …” the motion, and
“The Motion was seconded by Councillor Birch.” all that is told of how it was moved.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from minutesnlp.records import Decision
from minutesnlp.tracking.decisions.divisions import surname
from minutesnlp.tracking.decisions.movers import NAME, NO_MOVERS, TITLED, Movers
from minutesnlp.tracking.decisions.units import Unit

# “I will move at the next meeting that …”, “I call on the Council to …”: a scan reads “I” as “!”, “1” or “t”
NOTICE = re.compile(
    r"[\W1|]*(?:I|We|1|l|t)?\s?(?:will|shall|hereby)\s(?:move|propose)\b"
    r"|\W*(?:I|We)\s(?:move|propose|call\son|ask|request)\b",
    re.IGNORECASE,
)
# … of one member: of several it is not told who moved it
SUBMITTER = re.compile(
    rf"(?i:\bmotions?\b.*?(?:\b(?:by|from|of)\s|[–—:-]\s?))"
    rf"(?:{TITLED}|(?=Cmh[il]r|Comh|Councilor))(?!(?:Cllrs|Councillors)\b)(?P<name>{NAME})"
    r"(?!\s?(?:,|&|/|\band\b)\s?(?:(?:Cllr|Councillor)\b|[A-Z]\.))",
    re.VERBOSE,
)
# “The Motion, as amended, was seconded by Cllr Birch and he …”, “In seconding the motion, Cllr Birch said …”
SECONDS = re.compile(
    r"\W*(?:this|it|the\s(?:notice\sof\s)?(?:motion|proposal)(?:,?\sas\samended,?)?)\s(?:was|is)\s(?:also\s|then\s|duly\s)?"
    r"seconded\sby\b|[^.;]{2,60}(?<!\bnot)\sseconded\sthe\s(?:notice\sof\s)?motion\b|\W*second(?:ed|er)\s?[:–-]|[^.;]*\bin\sseconding\s(?:the|this|his|her)\s(?:notice\sof\s)?(?:motion|proposal)\b",
    re.IGNORECASE,
)
# “In proposing the motion, Cllr Ash said …”, “Cllr Birch, in seconding it, said …”
SPOKEN = re.compile(
    r"\W*(?:[A-Z][^.;]{2,60}?,?\s)?in\s(?:proposing|moving|seconding)\s(?:the|this|his|her)\s(?:notice\sof\s)?\w+",
    re.IGNORECASE,
)


def is_spoken(text: str) -> bool:
    """Tell what a member says to his motion from the motion itself.

    >>> is_spoken("In proposing the Motion, Councillor Ash said that the path was dark.")
    True
    """
    return SPOKEN.match(text) is not None


def names_its_motion(unit: Unit) -> bool:
    """Tell “The Motion was seconded by Cllr Birch and agreed.”, of the motion in the title; “this” may be another."""
    seconds = SECONDS.match(unit.text)
    return seconds is not None and "motion" in seconds[0].casefold()


def said_then(text: str) -> str:
    """Return what stands behind “In proposing the Motion,”, which settles no motion; the text itself without that."""
    spoken = SPOKEN.match(text)
    return text[spoken.end() :] if spoken else text


def submitter_in(title: str) -> str | None:
    """Return the member who submitted the motion that a title announces; None where it names none, or several.

    >>> submitter_in("Notice of Motion submitted by Councillor A. Ash"), submitter_in("Motions")
    ('Councillor A. Ash', None)
    """
    told = SUBMITTER.search(title)
    return told["name"].rstrip(" .,;:") if told else None


def seconded_notice(units: Sequence[Unit], n: int, after: int) -> int | None:
    """Return the notice that the sentence `n` seconds: the last one behind the unit `after`, or None."""
    who = units[n].movers
    if who.seconder is None or who.mover is not None or SECONDS.match(units[n].text) is None:
        return None
    return next((k for k in range(n - 1, after, -1) if NOTICE.match(units[k].text)), None)


def moved_by(submitter: str | None, waiting: Movers | None, seconder: str | None) -> Movers | None:
    """Return who moved and seconded a notice: who spoke in proposing it before who submitted it; None if not told."""
    mover = (waiting.mover if waiting else None) or submitter
    return Movers(mover, seconder, False) if mover and seconder and mover != seconder else None


def silence(units: Sequence[Unit]) -> None:
    """Take what is said in proposing and seconding a motion for debate, now that it is told who moved it."""
    for unit in units:
        if is_spoken(unit.text):
            unit.movers = NO_MOVERS


def speaks_to_it(unit: Unit, decisions: list[Decision], submitter: str | None) -> bool:
    """Tell what a member says in proposing or seconding the motion that waits, and take it for debate.

    Who speaks in proposing it has moved it, whoever had submitted it.
    """
    last = decisions[-1] if decisions else None
    if last is None or last.outcome != "PROPOSED" or not is_spoken(unit.text):
        return False
    mover, seconder, _ = unit.movers
    if not are_one(seconder, last.seconder):
        return False
    if not are_one(mover, last.mover):
        if last.mover != submitter or are_one(mover, last.seconder):
            return False
        decisions[-1] = dataclasses.replace(last, mover=mover)
    unit.movers = NO_MOVERS
    return True


def are_one(name: str | None, other: str | None) -> bool:
    """Tell whether two names may be one member's: “Councillor E. Ash” and “Councillor Ash (E)”, or one is not told."""
    return name is None or other is None or surname(name) == surname(other)
