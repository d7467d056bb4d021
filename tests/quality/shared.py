"""The gold annotations that stand beside the project, measured when they are there; they are for tuning."""

from __future__ import annotations

import datetime
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import minutesnlp as mn
from quality.entities import naive, scored
from quality.figures import Figure
from quality.metrics import Span, mean

GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold"
WORDS = 80


def measure() -> list[Figure]:
    """Return the figures on the gold annotations; none where they are not there."""
    return [*entities(), *summaries()] if GOLD.is_dir() else []


def entities() -> list[Figure]:
    """Tag each passage alone, anchored on its date."""
    passages = json.loads((GOLD / "entities.json").read_text("utf-8"))
    gold = [[Span(s["label"], s["start"], s["end"], normal(s.get("value"))) for s in p["spans"]] for p in passages]
    told = []
    for system, find in (("minutesnlp", _ours), ("naive patterns", naive)):
        told += scored("shared gold, entities", "tuning", system, [find(p) for p in passages], gold)
    return told


def summaries() -> list[Figure]:
    """Read each item's text as one item, and summarise it."""
    ours, decided = [], []
    for one in json.loads((GOLD / "summaries.json").read_text("utf-8")):
        item = mn.read_text(one["text"], title=one["heading"])[0].items[0]
        text = mn.summarise(item, words=WORDS).text
        # Here the ways to state a fact are patterns.
        ours.append(mean(any(re.search(way, text, re.I) for way in fact["any"]) for fact in one["must_have"]))
        decisions = [d for d in mn.find_decisions(item) if not d.routine]
        if decisions:
            decided.append(any(d.text[:40] in text for d in decisions))
    return [
        Figure("shared gold, summaries", "facts", "tuning", mean(ours)),
        Figure("shared gold, summaries", "a decision is there", "tuning", mean(decided)),
    ]


def normal(value: Any) -> str | None:
    """Return an annotator's value as the library writes it: digits without a trailing nought, ranges with a stroke.

    >>> normal(450000.0), normal([4, 9]), normal("2024-05-14"), normal({"given": "J", "family": "Orr"})
    ('450000', '4/9', '2024-05-14', 'J Orr')
    """
    if value is None:
        return None
    if isinstance(value, dict):
        return " ".join(value[part] for part in ("given", "family") if value.get(part)) or None
    if isinstance(value, list):
        return "/".join(normal(part) or "" for part in value)
    if isinstance(value, (int, float)):
        return f"{Decimal(str(value)).normalize():f}"
    return str(value)


def _ours(passage: dict[str, Any]) -> list[Span]:
    date = datetime.date.fromisoformat(passage["anchor"]) if passage.get("anchor") else None
    return [Span(e.label, e.start, e.end, _trimmed(e)) for e in mn.tag(passage["text"], date=date)]


def _trimmed(entity: mn.Entity) -> str | None:
    amount = entity.amount
    if amount is None:
        return entity.value
    return "/".join(f"{part.normalize():f}" for part in (amount if isinstance(amount, tuple) else (amount,)))
