"""The tables of an archive's records, and how a meeting is written into them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from minutesnlp.archive.digests import digest
from minutesnlp.archive.rows import as_json
from minutesnlp.records import Entity, Meeting, Paragraph

# What helps where records were written by a version too old to be brought up to date.
AGAIN = "Make the archive again from its files: minutesnlp index FOLDER-OF-MINUTES -o {} --replace"

# Archives that were written before there were these tables get them when they are next written to. `spent` tells the
# highest key that a table had before rows of it were deleted: no key is given twice, as whoever has the archive open as
# it was would find another row by it.
LATER = (
    """
    CREATE TABLE IF NOT EXISTS found (
        meeting INTEGER NOT NULL REFERENCES meetings, kind TEXT NOT NULL, rows TEXT NOT NULL,
        PRIMARY KEY (meeting, kind)
    )
    """,
    "CREATE TABLE IF NOT EXISTS spent (name TEXT PRIMARY KEY, key INTEGER NOT NULL)",
)
KEYED = ("meetings", "items", "paragraphs")
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


def add_tables(connection: Any) -> None:
    """Make the tables that an archive of an older version has not."""
    for table in LATER:
        connection.execute(table)


def spend(connection: Any) -> None:
    """Note the highest keys there are, before rows are deleted."""
    for name in KEYED:
        values = name, _next(connection, name) - 1
        connection.execute("INSERT OR REPLACE INTO spent (name, key) VALUES (?, ?)", values)


def _next(connection: Any, name: str) -> int:
    """Return the first key of a table that was never given."""
    (there,) = connection.execute(f"SELECT coalesce(max(key), 0) FROM {name}").fetchone()
    spent = connection.execute("SELECT key FROM spent WHERE name = ?", (name,)).fetchone() or (0,)
    return 1 + max(int(there), int(spent[0]))


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
        meetings, items, paragraphs = (count(_next(connection, name)) for name in KEYED)
        keys = Keys(next(meetings), [], [])
        values = [
            *(keys.meeting, meeting.id, meeting.council, meeting.body, _iso(meeting.date), _iso(meeting.date_from)),
            *(_iso(meeting.date_to), meeting.status, meeting.source, as_json(meeting.row())),
            *(digest(meeting, entities, found), entities is not None, time.time(), superseded),
        ]
        connection.execute(
            "INSERT INTO meetings "
            "(key, id, council, body, date, date_from, date_to, status, source, row, sha256, tagged, added, superseded)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )

        def put(item: int | None, part: str, told: Iterable[Paragraph]) -> None:
            for paragraph in told:
                keys.paragraphs.append(next(paragraphs))
                _put_paragraph(connection, keys.paragraphs[-1], keys.meeting, item, part, paragraph)

        put(None, "front", meeting.front)
        for item in meeting.items:
            keys.items.append(next(items))
            connection.execute(
                "INSERT INTO items (key, meeting, id, number, title, row) VALUES (?, ?, ?, ?, ?, ?)",
                (keys.items[-1], keys.meeting, item.id, item.number, item.title, as_json(item.row())),
            )
            put(keys.items[-1], "items", item.paragraphs)
        put(None, "back", meeting.back)
        told = ((keys.meeting, e.paragraph_id, e.label, e.text, e.value, as_json(_told(e))) for e in entities or ())
        connection.executemany(
            "INSERT INTO entities (meeting, paragraph, label, text, value, row) VALUES (?, ?, ?, ?, ?, ?)", told
        )
        rows = ((keys.meeting, kind, written) for kind, written in found.items())
        connection.executemany("INSERT INTO found (meeting, kind, rows) VALUES (?, ?, ?)", rows)
    return keys


def _put_paragraph(connection: Any, key: int, meeting: int, item: int | None, part: str, paragraph: Paragraph) -> None:
    row = paragraph.row()
    del row["text"]
    connection.execute(
        "INSERT INTO paragraphs (key, meeting, item, part, id, section, kind, text, row)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (key, meeting, item, part, paragraph.id, paragraph.section, paragraph.kind, paragraph.text, as_json(row)),
    )


def _told(entity: Entity) -> dict[str, Any]:
    """Return what an entity's own columns do not tell, without what is left at its default."""
    apart = {"label", "text", "value", "paragraph_id"}
    return {name: value for name, value in entity.row().items() if name not in apart and value is not None}


def _iso(date: Any) -> str | None:
    return None if date is None else date.isoformat()
