"""A vote between a motion and its amendment, as Scottish councils take it: one of them is carried, the other falls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from minutesnlp.records import Decision, Paragraph, Votes
from minutesnlp.tracking.decisions.units import Unit
from minutesnlp.tracking.decisions.votes import NUMBER, number_of

ONE, OTHER = (rf"(?:the\s)?(?:original\s)?(?P<{name}>motion|amendment)" for name in ("one", "other"))
SO_MANY = r"(?:\s(?:was|were|had|received))?[\s:(=–—-]*\b"
FOR = r"(?:for|in\sfavou?r\sof)\s"
CAST = rf"\s(?:(?:members?|councillors?|votes?|having|voted|voting|were|was|cast)\s){{0,4}}{FOR}"
# “4 members voted for the motion and 2 for the amendment”, “for the motion (4); for the amendment (7)”
CHOICE = (
    re.compile(
        rf"\b(?P<n>{NUMBER}){CAST}{ONE}\b.{{0,60}}?\b(?P<m>{NUMBER}){CAST}{OTHER}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:\b{FOR}|\A\W*){ONE}{SO_MANY}(?P<n>{NUMBER})\b(?:\s(?:votes?|members?)\b)?"
        rf".{{0,60}}?\b{OTHER}{SO_MANY}(?P<m>{NUMBER})\b",
        re.IGNORECASE,
    ),
)
# “The motion was accordingly declared carried.”, “The Committee resolved to adopt the amendment.”: the same once more
TELLS_IT = re.compile(
    r"\b(?:motion|amendment)\b[^.]{0,80}?"
    r"\b(?:carried|adopted|successful|won|passed|fell|lost|defeated|decision|finding|resolution)\b"
    r"|\b(?:resolved|agreed|decided)\s(?:to\s(?:adopt|approve|accept|support)|in\s(?:favou?r|terms)\sof)\sthe\s(?:motion|amendment)\b",
    re.IGNORECASE,
)
FARTHEST = 12  # units between an amendment and the vote on it
JUST_BEHIND = 2  # units behind the vote that may tell how it ended


class Choice(NamedTuple):
    """How many voted for a motion, and how many for its amendment; `last` is the last unit that tells it."""

    motion: int
    amendment: int
    last: int


def choice_at(units: Sequence[Unit], n: int) -> Choice | None:
    """Return the vote between a motion and its amendment that a unit tells, alone or with the line below it."""
    for last in (n, n + 1):
        text = " ".join(unit.text for unit in units[n : last + 1])
        if "mendment" not in text or "otion" not in text:
            continue
        match = next((match for one in CHOICE if (match := one.search(text))), None)
        if match is None or match["one"].casefold() == match["other"].casefold():
            continue
        told = {match["one"].casefold(): number_of(match["n"]), match["other"].casefold(): number_of(match["m"])}
        return Choice(told["motion"], told["amendment"], min(last, len(units) - 1))
    return None


def is_ahead(units: Sequence[Unit], n: int) -> bool:
    """Tell whether such a vote follows a unit, before anything is resolved in so many words."""
    for k in range(n + 1, min(n + 1 + FARTHEST, len(units))):
        if choice_at(units, k) is not None:
            return True
        if units[k].found_by == "opening":
            return False
    return False


def settle_both(
    choice: Choice, units: Sequence[Unit], n: int, decisions: list[Decision], paragraphs: Sequence[Paragraph]
) -> bool:
    """Give the motion and the amendment that wait the vote of unit `n`, and tell whether there are both."""
    waiting = [k for k in range(len(decisions) - 1, -1, -1) if decisions[k].outcome == "PROPOSED"]
    amendment = next((k for k in waiting if decisions[k].amendment), None)
    motion = next((k for k in waiting if not decisions[k].amendment), None)
    if amendment is None or motion is None:
        return False
    unit, here = units[n], paragraphs[units[n].place].id
    for k, own, other in ((motion, choice.motion, choice.amendment), (amendment, choice.amendment, choice.motion)):
        votes = Votes(in_favour=own, against=other, paragraph_id=here, start=unit.start, end=unit.end)
        outcome = "PROPOSED" if own == other else "CARRIED" if own > other else "REFUSED"
        decisions[k] = replace(decisions[k], outcome=outcome, votes=votes, settled_in=here)
    if choice.motion != choice.amendment:  # else a casting vote tells
        for behind in units[choice.last + 1 : choice.last + 1 + JUST_BEHIND]:
            if behind.found_by in ("verdict", "prose") and TELLS_IT.search(behind.text):
                behind.verb, behind.found_by, behind.aside = "", "", True
    return True
