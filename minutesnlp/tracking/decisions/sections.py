"""Decisions under a heading: published apart from the minutes of their item, or told in its title above a list."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from itertools import takewhile

from minutesnlp.records import Clause, Decision, Item, Paragraph
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.deciding import deciding, outcome_of
from minutesnlp.tracking.decisions.disposing import SHORT
from minutesnlp.tracking.decisions.entries import SUM
from minutesnlp.tracking.decisions.making import make_decision
from minutesnlp.tracking.decisions.matters import BALANCE, only_who
from minutesnlp.tracking.decisions.movers import NO_MOVERS, movers_in
from minutesnlp.tracking.decisions.units import Unit

MINUTES = re.compile(
    r"\A\W*(?:[\d./]+\W*)?(?:(?:to\s)?(?:approv|adopt|confirm|accept|sign|agree)\w*\b[^.;]{0,40}?)?(?:the\s|draft\s|previous\s)*"
    r"minutes\b(?!\s(?:secretary|taker))",
    re.IGNORECASE,
)
PASSED = re.compile(r"\W*and\sthe\smotion\spassed\W*", re.IGNORECASE)
# What ends a list of payments: a sentence of four words or more
SENTENCE = re.compile(r"(?:[a-z’'-]+\s){4,}[a-z’'-]+\.\s*\Z")


def with_section(decisions: list[Decision], paragraphs: Sequence[Paragraph], item_id: str | None) -> list[Decision]:
    """Add what stands under the heading “Decision” without a deciding verb; drop what is printed there and again below.

    Some councils publish each item's decision apart from its minutes, and repeat it at the end of them.
    """
    place_of = {paragraph.id: place for place, paragraph in enumerate(paragraphs)}
    apart = [paragraph for paragraph in paragraphs if paragraph.section == "decision"]
    ids = {paragraph.id for paragraph in apart}
    if not apart or len(apart) == len(paragraphs):
        return decisions
    there = [decision for decision in decisions if decision.paragraph_id in ids]
    bodies = [paragraph for paragraph in apart if paragraph.kind not in ("heading", "boilerplate", "attendance")]
    if not there and bodies:
        first = bodies[0]
        inner = verbs.INNER.search(first.text)
        unit = Unit(place_of[first.id], 0, len(first.text), first.text, inner["verb"] if inner else "decided", "label")
        there = [make_decision(paragraphs, unit, unit, NO_MOVERS, item_id)[0]]
        decisions = sorted([*decisions, *there], key=lambda one: (place_of[one.paragraph_id], one.start))
    said = {_said(decision) for decision in there}
    return [one for one in decisions if one.paragraph_id in ids or _said(one) not in said]


def _said(decision: Decision) -> str:
    """Return what a decision says, without its verb and marks, to know it when it is printed again."""
    words = " ".join([decision.text, *(clause.text for clause in decision.clauses if clause.text not in decision.text)])
    return re.sub(r"\W+", " ", verbs.INNER_OPENING.sub("", words)).strip().casefold()


def routine_by_title(decisions: list[Decision], title: str) -> list[Decision]:
    """Return decisions; a bare verdict under “Approval of the minutes of 4 May” is on those, and routine."""
    if not MINUTES.search(title):
        return decisions
    return [dataclasses.replace(one, routine=True) if _is_bare(one) else one for one in decisions]


def _is_bare(decision: Decision) -> bool:
    said = decision.sentence
    settles = decision.outcome in (
        "PROPOSED",
        "APPROVED",
        "ADOPTED",
        "CARRIED",
        "PASSED",
        "AGREED",
        "RESOLVED",
        "ACCEPTED",
    )
    points = verbs.VERDICT.match(said) or PASSED.fullmatch(said) or only_who(said) or SHORT.match(said)
    return settles and not decision.clauses and bool(points)


def from_title(item: Item) -> list[Decision]:
    """Return what is decided in the title of an item, whose list stands below: “The following payments were agreed”."""
    verb, rule = deciding(item.title, item.council) if verbs.hints(item.title) else ("", "")
    if rule != "prose":
        return []
    listed = [one for one in item.minutes if one.kind not in ("heading", "boilerplate", "attendance")]
    listed = list(takewhile(lambda one: not (SENTENCE.search(one.text) or BALANCE.match(one.text)), listed))
    sums = [n for n, one in enumerate(listed) if SUM.search(one.text)]
    if not sums:
        return []
    listed = listed[0 if sums[0] < 2 else sums[0] :]
    first, *rest = listed
    clauses = tuple(Clause(one.number, one.text, one.id, 0, len(one.text)) for one in rest)
    outcome, end, (mover, seconder, _) = outcome_of(verb), len(first.text), movers_in(item.title)
    told = Decision(outcome, first.text, first.id, 0, end, clauses, mover=mover, seconder=seconder, item_id=item.id)
    return [dataclasses.replace(told, sentence_end=end, found_by="title")]
