"""Meetings laid out at three levels: one row a meeting, an item or a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from minutesnlp.records.minutes import Item, Meeting, Paragraph
from minutesnlp.records.record import plain

LEVELS = ("meeting", "item", "paragraph")


def level_rows(meetings: Iterable[Meeting], level: str) -> list[dict[str, Any]]:
    """Return one row of plain values a meeting, item or paragraph, in order; paragraphs include front and back."""
    if level == "meeting":
        return [_meeting(meeting) for meeting in meetings]
    if level == "item":
        return [_item(item) for meeting in meetings for item in meeting.items]
    return [row for meeting in meetings for row in _paragraphs(meeting)]


def _meeting(meeting: Meeting) -> dict[str, Any]:
    told = ("id", "council", "body", "date", "date_from", "date_to", "status", "venue", "start_time")
    return {name: plain(getattr(meeting, name)) for name in told} | {
        "present": sum(one.kind == "present" for one in meeting.attendance),
        "items": len(meeting.items),
        "truncated": sum(item.truncated for item in meeting.items),
        "paragraphs": len(meeting.paragraphs),
        "words": _words(meeting.paragraphs),
        "notes": plain(meeting.notes),
        "source": meeting.source,
        "digest": meeting.digest,
    }


def _item(item: Item) -> dict[str, Any]:
    first = next(iter(item.minutes or item.paragraphs), None)
    return item.row() | {
        "paragraphs": len(item.paragraphs),
        "words": _words(item.minutes),
        "text": item.text,
        "citation": first.citation.rpartition(", paragraph")[0] or first.citation if first else None,
    }


def _paragraphs(meeting: Meeting) -> list[dict[str, Any]]:
    of_item = {paragraph.id: item for item in meeting.items for paragraph in item.paragraphs}
    rows = []
    for paragraph in meeting.paragraphs:
        item = of_item.get(paragraph.id)
        row = paragraph.row() | {"words": _words([paragraph])}
        row |= {"item_number": item.number if item else None, "title": item.title if item else None}
        row |= {"meeting_id": meeting.id, "council": meeting.council, "body": meeting.body, "date": plain(meeting.date)}
        rows.append(row)
    return rows


def _words(paragraphs: Iterable[Paragraph]) -> int:
    return sum(len(paragraph.text.split()) for paragraph in paragraphs)
