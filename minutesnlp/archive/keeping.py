"""What is found in a meeting when it is added, and kept with it: what was decided, promised and asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from minutesnlp.archive.rows import from_row
from minutesnlp.records import Decision, Meeting, Question, Record, Undertaking
from minutesnlp.tracking import find_decisions, find_questions, find_undertakings

FINDERS: Mapping[str, tuple[type[Any], Callable[[Meeting], Iterable[Record]]]] = {
    "decisions": (Decision, find_decisions),
    "undertakings": (Undertaking, find_undertakings),
    "questions": (Question, find_questions),
}


def findings(meeting: Meeting) -> dict[str, str]:
    """Return what is found in a meeting as it is written: of each kind the rows as JSON."""
    return {kind: _as_json(find(meeting)) for kind, (_, find) in FINDERS.items()}


def records(kind: str, written: str) -> tuple[Any, ...]:
    """Return the records of one kind as they were found."""
    record, _ = FINDERS[kind]
    return tuple(from_row(record, row) for row in json.loads(written))


def find(kind: str, meeting: Meeting) -> Sequence[Any]:
    """Find the records of one kind now."""
    return tuple(FINDERS[kind][1](meeting))


def _as_json(found: Iterable[Record]) -> str:
    return json.dumps([record.row() for record in found], ensure_ascii=False, separators=(",", ":"))
