"""The truth written beside the example corpus: corpus/truth/*.jsonl, one object a line.

A paragraph is named by its meeting and its text (a quote), never by an id, so that the truth outlives changes of ids
and holds for every layout of a meeting.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

import minutesnlp as mn
from minutesnlp import resources

FILES = ("items", "attendance", "entities", "decisions", "undertakings", "questions", "summaries", "queries")
HALVES = ("tuning", "heldout")


@cache
def load(name: str) -> tuple[dict[str, Any], ...]:
    """Return one file's objects, each with its `half`: `tuning` or `heldout`."""
    lines = resources.corpus("truth", f"{name}.jsonl").read_text("utf-8").splitlines()
    return tuple(_halved(json.loads(line)) for line in lines if line.strip())


def of_half(name: str, half: str) -> list[dict[str, Any]]:
    """Return the objects of one half."""
    return [one for one in load(name) if one["half"] == half]


def digest() -> str:
    """Return the SHA-256 over all truth files, lines ended alike on every system."""
    total = hashlib.sha256()
    for name in FILES:
        total.update("\n".join(json.dumps(one, sort_keys=True) for one in load(name)).encode())
    return total.hexdigest()


@cache
def corpus() -> mn.Corpus:
    """Return the example corpus, read once."""
    return mn.example_corpus()


@cache
def heldout_meetings() -> frozenset[str]:
    """Return the meetings whose truth is only ever scored: every second meeting of each body, in order of date."""
    stems = sorted({path.stem for path in resources.corpus("minutes").glob("*.md")})
    bodies: dict[str, list[str]] = {}
    for stem in stems:
        bodies.setdefault(stem[11:], []).append(stem)
    return frozenset(stem for of_body in bodies.values() for stem in of_body[1::2])


def _halved(one: dict[str, Any]) -> dict[str, Any]:
    if "half" not in one:
        one["half"] = "heldout" if one["meeting"] in heldout_meetings() else "tuning"
    return one
