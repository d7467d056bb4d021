"""Votes on a part of a motion: they stand with the clause they were taken on, and with the motion that has it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from minutesnlp.records import Clause, Decision

# “That parts a) and b) BE APPROVED.”, “Clause 3 was carried by 8 votes to 6.”, “Motion to approve part c):”
LABEL = r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)?"
ON_PARTS = re.compile(
    rf"\b(?:parts?|clauses?|recommendations?|points?)\s(?P<labels>{LABEL}(?:(?:,\s|,?\sand\s){LABEL}){{0,5}})"
    r"(?=\s(?:of|in|was|were|is|are|be)\b|\s*[:,–—-]|\s*\Z)",
    re.IGNORECASE,
)
ONE = re.compile(r"(?!and\b)(?:\d{1,2}|[a-z]{1,4})", re.IGNORECASE)


def with_parts(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions of an item; a clause that was put separately has its vote, there and in its motion."""
    told = list(decisions)
    for n, one in enumerate(told):
        said = one.sentence
        parts = ON_PARTS.search(said) if one.votes is not None and not one.amendment else None
        labels = set(ONE.findall(parts["labels"].casefold())) if parts else set()
        others = (*range(n - 1, -1, -1), *range(n + 1, len(told)))  # or it is printed below, as it was carried
        k = next((k for k in others if not told[k].amendment and labels <= _labels(told[k])), None) if labels else None
        if k is None:
            continue
        told[k] = dataclasses.replace(
            told[k],
            clauses=tuple(
                dataclasses.replace(clause, votes=one.votes) if _label(clause) in labels else clause
                for clause in told[k].clauses
            ),
        )
        if not one.clauses:
            told[n] = dataclasses.replace(one, clauses=tuple(c for c in told[k].clauses if _label(c) in labels))
    return told


def _labels(decision: Decision) -> set[str]:
    return {_label(clause) for clause in decision.clauses}


def _label(clause: Clause) -> str:
    return (clause.number or "").strip(" ().").casefold()
