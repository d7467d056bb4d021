"""How well decisions are found, whole and by their clauses."""

from __future__ import annotations

import minutesnlp as mn
from quality import truth
from quality.figures import Figure
from quality.metrics import matches, total


def measure() -> list[Figure]:
    """Return the figures of both halves."""
    told = []
    for half in truth.HALVES:
        gold = truth.of_half("decisions", half)
        whole, outcomes, clauses, routine = [], [], [], []
        for meeting in truth.corpus():
            wanted = [one for one in gold if one["meeting"] in meeting.source]
            if not wanted:
                continue
            numbers = {item.id: item.number for item in meeting.items}
            found = mn.find_decisions(meeting)
            whole.append(
                matches(
                    [(numbers.get(d.item_id or ""), d.outcome, d.text) for d in found],
                    [(g["item"], g["outcome"], g["text"]) for g in wanted],
                )
            )
            outcomes.append(
                matches(
                    [(numbers.get(d.item_id or ""), d.outcome) for d in found],
                    [(g["item"], g["outcome"]) for g in wanted],
                )
            )
            clauses.append(
                matches(
                    [(numbers.get(d.item_id or ""), c.text) for d in found for c in d.clauses],
                    [(g["item"], c["text"]) for g in wanted for c in g["clauses"]],
                )
            )
            routine.append(
                matches(
                    [(d.text, d.routine) for d in found if d.routine],
                    [(g["text"], True) for g in wanted if g["routine"]],
                )
            )
        told += [
            Figure("decisions", "outcome and text F1", half, total(whole).f1),
            Figure("decisions", "outcome F1", half, total(outcomes).f1),
            Figure("decisions", "clauses F1", half, total(clauses).f1),
            Figure("decisions", "routine F1", half, total(routine).f1),
        ]
    return told
