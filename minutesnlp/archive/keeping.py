"""What is found in a meeting when it is added, and kept with it: entities, and what was decided, promised and asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from minutesnlp import tagging, tracking
from minutesnlp.archive.rows import from_row
from minutesnlp.records import Closing, Decision, Entities, Meeting, Question, Record, Undertaking

FINDERS: Mapping[str, tuple[type[Any], Callable[[Meeting], Iterable[Record]]]] = {
    "decisions": (Decision, lambda meeting: tracking.find_decisions(meeting)),
    "undertakings": (Undertaking, lambda meeting: tracking.find_undertakings(meeting)),
    "questions": (Question, lambda meeting: tracking.find_questions(meeting)),
    "reports": (Closing, lambda meeting: tracking.find_reports(meeting)),
}


# Kept beside the findings: in which way they were found. It counts on when others are found or more is told.
WAY, NOW = "way", "5"


def found_in(meeting: Meeting) -> tuple[Entities, dict[str, str]]:
    """Return a meeting's entities, and what else is found in it as it is written: of each kind the rows as JSON."""
    found = {kind: _as_json(find(meeting)) for kind, (_, find) in FINDERS.items()}
    return tagging.tag(meeting), found | {WAY: NOW}


def records(kind: str, written: str) -> tuple[Any, ...]:
    """Return the records of one kind as they were found."""
    record, _ = FINDERS[kind]
    return tuple(from_row(record, row) for row in json.loads(written))


def find(kind: str, meeting: Meeting) -> Sequence[Any]:
    """Find the records of one kind now."""
    return tuple(FINDERS[kind][1](meeting))


def found_as_written(kind: str, meeting: Meeting) -> str:
    """Find the records of one kind now, as they are written."""
    return _as_json(find(kind, meeting))


def _as_json(found: Iterable[Record]) -> str:
    return json.dumps([record.row() for record in found], ensure_ascii=False, separators=(",", ":"))
