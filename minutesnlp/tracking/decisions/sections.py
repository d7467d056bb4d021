"""Decisions that are published apart from the minutes of their item, under a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Decision, Paragraph
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.making import make_decision
from minutesnlp.tracking.decisions.movers import NO_MOVERS
from minutesnlp.tracking.decisions.units import Unit


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
