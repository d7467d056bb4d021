"""The tables of an archive's records, and how a meeting is written into them."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from minutesnlp.archive.digests import digest
from minutesnlp.archive.rows import as_json
from minutesnlp.records import Entity, Meeting, Paragraph

# What helps where records were written by a version too old to be brought up to date.
AGAIN = "Make the archive again from its files: minutesnlp index FOLDER-OF-MINUTES -o {} --replace"

# Archives that were written before findings were kept get the table when they are next written to.
FOUND = """
CREATE TABLE IF NOT EXISTS found (
    meeting INTEGER NOT NULL REFERENCES meetings, kind TEXT NOT NULL, rows TEXT NOT NULL, PRIMARY KEY (meeting, kind)
);
"""
SCHEMA = """
CREATE TABLE meetings (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, council TEXT, body TEXT, date TEXT, date_from TEXT, date_to TEXT,
    status TEXT, source TEXT NOT NULL, row TEXT NOT NULL, sha256 TEXT NOT NULL, tagged INTEGER NOT NULL,
    added REAL NOT NULL, superseded TEXT
);
CREATE TABLE items (
    key INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meetings, id TEXT NOT NULL, number TEXT,
    title TEXT NOT NULL, row TEXT NOT NULL
);
CREATE TABLE paragraphs (
    key INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meetings, item INTEGER REFERENCES items,
    part TEXT NOT NULL, id TEXT NOT NULL, section TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
    row TEXT NOT NULL
);
CREATE TABLE entities (
    key INTEGER PRIMARY KEY, meeting INTEGER NOT NULL REFERENCES meetings, paragraph TEXT NOT NULL,
    label TEXT NOT NULL, text TEXT NOT NULL, value TEXT, row TEXT NOT NULL
);
CREATE INDEX meeting_of_item ON items (meeting);
CREATE INDEX meeting_of_paragraph ON paragraphs (meeting);
CREATE INDEX meeting_of_entity ON entities (meeting);
CREATE INDEX meeting_by_id ON meetings (id);
CREATE INDEX item_by_id ON items (id);
CREATE INDEX paragraph_by_id ON paragraphs (id);
"""

# A meeting, its entities (None: not tagged), and its findings by kind.
Written = tuple[Meeting, Sequence[Entity] | None, Mapping[str, str]]


class Keys(NamedTuple):
    """The keys of a meeting, and of its items and paragraphs as they are printed."""

    meeting: int
    items: list[int]
    paragraphs: list[int]


def insert(
    connection: Any,
    meeting: Meeting,
    entities: Sequence[Entity] | None,
    found: Mapping[str, str],
    superseded: str | None = None,
) -> Keys:
    """Write a meeting with its entities (None: not tagged) and findings by kind in one transaction; return its keys.

    `superseded` tells since when it is an older version; None where it is to be in force.
    """
    with connection:
        values = [
            *(meeting.id, meeting.council, meeting.body, _iso(meeting.date), _iso(meeting.date_from)),
            *(_iso(meeting.date_to), meeting.status, meeting.source, as_json(meeting.row())),
            *(digest(meeting, entities, found), entities is not None, time.time(), superseded),
        ]
        key = connection.execute(
            "INSERT INTO meetings "
            "(id, council, body, date, date_from, date_to, status, source, row, sha256, tagged, added, superseded)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        ).lastrowid
        assert key is not None
        items: list[int] = []
        paragraphs = [_paragraph(connection, key, None, "front", p) for p in meeting.front]
        for item in meeting.items:
            item_key = connection.execute(
                "INSERT INTO items (meeting, id, number, title, row) VALUES (?, ?, ?, ?, ?)",
                (key, item.id, item.number, item.title, as_json(item.row())),
            ).lastrowid
            assert item_key is not None
            items.append(item_key)
            paragraphs += [_paragraph(connection, key, item_key, "items", p) for p in item.paragraphs]
        paragraphs += [_paragraph(connection, key, None, "back", p) for p in meeting.back]
        connection.executemany(
            "INSERT INTO entities (meeting, paragraph, label, text, value, row) VALUES (?, ?, ?, ?, ?, ?)",
            ((key, e.paragraph_id, e.label, e.text, e.value, as_json(_told(e))) for e in entities or ()),
        )
        rows = ((key, kind, written) for kind, written in found.items())
        connection.executemany("INSERT INTO found (meeting, kind, rows) VALUES (?, ?, ?)", rows)
    return Keys(key, items, paragraphs)


def _paragraph(connection: Any, meeting: int, item: int | None, part: str, paragraph: Paragraph) -> int:
    row = paragraph.row()
    del row["text"]
    key: int = connection.execute(
        "INSERT INTO paragraphs (meeting, item, part, id, section, kind, text, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (meeting, item, part, paragraph.id, paragraph.section, paragraph.kind, paragraph.text, as_json(row)),
    ).lastrowid
    return key


def _told(entity: Entity) -> dict[str, Any]:
    """Return what an entity's own columns do not tell, without what is left at its default."""
    apart = {"label", "text", "value", "paragraph_id"}
    return {name: value for name, value in entity.row().items() if name not in apart and value is not None}


def _iso(date: Any) -> str | None:
    return None if date is None else date.isoformat()
