"""The records of an archive in SQLite: meetings, their items and paragraphs, each with a digest. The door to sqlite3.

A row once written is never changed: a new version of a meeting is a new meeting row. Which meetings are in force is
told by the archive's manifest and not here, so that readers of an older state still find its rows.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from minutesnlp.archive.digests import digest
from minutesnlp.archive.later import Later
from minutesnlp.archive.rows import as_json, from_row
from minutesnlp.errors import ArchiveError
from minutesnlp.records import Entity, Item, Meeting, Paragraph

NAME = "minutes.sqlite"
VERSION = 2

# How many meetings are kept in memory once they were asked for.
REMEMBERED = 256

SCHEMA = """
CREATE TABLE meetings (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, council TEXT, body TEXT, date TEXT, date_from TEXT, date_to TEXT,
    status TEXT, source TEXT NOT NULL, row TEXT NOT NULL, sha256 TEXT NOT NULL, tagged INTEGER NOT NULL,
    superseded TEXT
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


class Keys(NamedTuple):
    """The keys of a meeting, and of its items and paragraphs as they are printed."""

    meeting: int
    items: list[int]
    paragraphs: list[int]


class Database:
    """The SQLite file of an archive; each thread has a connection of its own."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._local = threading.local()
        self._kept: OrderedDict[int, Meeting] = OrderedDict()
        self._keeping = threading.Lock()

    @classmethod
    def create(cls, folder: Path) -> Database:
        """Make the file; with write-ahead logging where the file system allows it."""
        made = cls(folder)
        connection = made._connect("rwc")
        connection.execute("PRAGMA journal_mode = WAL")  # answers with another mode on a network share: it is used then
        connection.executescript(SCHEMA)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.commit()
        connection.close()
        return made

    @classmethod
    def open(cls, folder: Path) -> Database:
        """Open the file for reading; refuses what is missing, foreign, damaged, or of another version."""
        made = cls(folder)
        if not made.path.is_file():
            raise ArchiveError(f"{made.path}: is missing. Take the folder back from a copy, or create it again.")
        with made._told():
            version = made.connection.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            raise ArchiveError(
                f"{made.path}: written as version {version}, and this minutesnlp reads version {VERSION}. "
                "Create the archive again from its sources."
            )
        return made

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of the running thread, read-only."""
        if not hasattr(self._local, "connection"):
            self._local.connection = self._connect("ro")
        found: sqlite3.Connection = self._local.connection
        return found

    @property
    def journal(self) -> str:
        """How SQLite journals here: `wal`, or `delete` where the file system refuses that."""
        return str(self.connection.execute("PRAGMA journal_mode").fetchone()[0])

    def close(self) -> None:
        """Close this thread's connection."""
        if hasattr(self._local, "connection"):
            self._local.connection.close()
            del self._local.connection

    def add(self, meetings: Iterable[tuple[Meeting, Sequence[Entity] | None]]) -> list[Keys]:
        """Write meetings with their entities (None: not tagged), one transaction each; return their keys."""
        connection = self._connect("rw")
        try:
            return [self._add(connection, meeting, entities) for meeting, entities in meetings]
        finally:
            connection.close()

    def supersede(self, keys: Iterable[int], when: str) -> None:
        """Note of meetings that a new version took their place, and when."""
        with self._changing() as connection:
            connection.executemany("UPDATE meetings SET superseded = ? WHERE key = ?", [(when, key) for key in keys])

    def drop(self, keys: Iterable[int]) -> None:
        """Delete meetings with all that is in them."""
        with self._changing() as connection:
            for key in keys:
                for table in ("entities", "paragraphs", "items"):
                    connection.execute(f"DELETE FROM {table} WHERE meeting = ?", (key,))
                connection.execute("DELETE FROM meetings WHERE key = ?", (key,))

    def compact(self) -> None:
        """Give back the room of what was deleted."""
        connection = self._connect("rw")
        try:
            connection.execute("VACUUM")
        finally:
            connection.close()

    def written(self, *, superseded: bool | None = None) -> list[int]:
        """Return the keys of all meetings; only those that were, or were not, superseded."""
        where = {None: "", True: "WHERE superseded IS NOT NULL", False: "WHERE superseded IS NULL"}[superseded]
        return [key for (key,) in self._all(f"SELECT key FROM meetings {where} ORDER BY key")]

    def key_of(self, table: str, id_: str, meetings: Iterable[int]) -> tuple[int, int] | None:
        """Return the key of a record and of its meeting, among meetings in force; None when there is none."""
        column = "key" if table == "meetings" else "meeting"
        allowed = set(meetings)
        for key, meeting in self._all(f"SELECT key, {column} FROM {table} WHERE id = ? ORDER BY key DESC", id_):
            if meeting in allowed:
                return key, meeting
        return None

    def missing(self, keys: Iterable[int]) -> set[int]:
        """Return the keys that no meeting has."""
        return set(keys) - {key for (key,) in self._all("SELECT key FROM meetings")}

    def heads(self, keys: Sequence[int]) -> list[Meeting]:
        """Return what meetings are called, their dates and status, in the order of the keys."""
        rows = {
            key: Meeting(id_, council, body, _day(date), _day(first), _day(last), status)
            for key, id_, council, body, date, first, last, status in self._all(
                "SELECT key, id, council, body, date, date_from, date_to, status FROM meetings"
            )
        }
        return [rows[key] for key in keys]

    def attendees(self, keys: Iterable[int]) -> set[str]:
        """Return the names in the lists of attendance of meetings."""
        named = self._all(
            "SELECT DISTINCT meetings.key, json_extract(value, '$.name') "
            "FROM meetings, json_each(meetings.row, '$.attendance')"
        )
        wanted = set(keys)
        return {name for key, name in named if key in wanted}

    def labels(self, keys: Sequence[int]) -> list[tuple[str, str | None, str]]:
        """Return the id, number and title of items, in the order of their keys."""
        wanted = json.dumps(list(map(int, keys)))
        query = "SELECT key, id, number, title FROM items WHERE key IN (SELECT value FROM json_each(?))"
        rows = {key: (id_, number, title) for key, id_, number, title in self._all(query, wanted)}
        return [rows[key] for key in keys]

    def texts(self, keys: Sequence[int]) -> list[str]:
        """Return the texts of paragraphs, in the order of their keys."""
        if not len(keys):
            return []
        wanted = json.dumps(list(map(int, keys)))
        rows = dict(self._all("SELECT key, text FROM paragraphs WHERE key IN (SELECT value FROM json_each(?))", wanted))
        return [rows[key] for key in keys]

    def entities(self, key: int) -> list[Entity] | None:
        """Return the entities of a meeting in reading order; None where none were looked for."""
        if not self._one("SELECT tagged FROM meetings WHERE key = ?", key)[0]:
            return None
        rows = self._all("SELECT paragraph, label, text, value, row FROM entities WHERE meeting = ? ORDER BY key", key)
        return [
            Entity(label, text, value=value, paragraph_id=paragraph, **json.loads(row))
            for paragraph, label, text, value, row in rows
        ]

    def paragraphs(self, keys: Sequence[int]) -> list[tuple[int | None, Paragraph]]:
        """Return paragraphs, each after the key of its item, in the order of their keys."""
        query = "SELECT key, item, text, row FROM paragraphs WHERE key IN (SELECT value FROM json_each(?))"
        rows = {
            key: (item, from_row(Paragraph, json.loads(row), text=text))
            for key, item, text, row in self._all(query, json.dumps(keys))
        }
        return [rows[key] for key in keys]

    def glance(self, items: Iterable[int], meetings: Iterable[int]) -> tuple[dict[int, Item], dict[int, Meeting]]:
        """Return items and meetings by their keys; the paragraphs in them are read when somebody looks."""
        query = "SELECT key, meeting, row FROM items WHERE key IN (SELECT value FROM json_each(?))"
        found = {}
        for key, meeting, row in self._all(query, json.dumps(list(items))):
            told = json.loads(row)
            found[key] = from_row(Item, told, paragraphs=Later(partial(self._of_item, meeting, told["id"])))
        query = "SELECT key, row FROM meetings WHERE key IN (SELECT value FROM json_each(?))"
        heads = {}
        for key, row in self._all(query, json.dumps(list(meetings))):
            parts = {name: Later(partial(self._part, key, name)) for name in Meeting.APART}
            heads[key] = from_row(Meeting, json.loads(row), **parts)
        return found, heads

    def _part(self, meeting: int, name: str) -> tuple[Any, ...]:
        part: tuple[Any, ...] = getattr(self.meeting(meeting), name)
        return part

    def _of_item(self, meeting: int, id_: str) -> tuple[Paragraph, ...]:
        return next(item.paragraphs for item in self.meeting(meeting).items if item.id == id_)

    def meeting(self, key: int) -> Meeting:
        """Return a whole meeting."""
        with self._keeping:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = self._read(key)
        with self._keeping:
            self._kept[key] = found
            if len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
        return found

    def damaged(self, keys: Iterable[int]) -> list[str]:
        """Return what is wrong with meetings: rows that are missing, or are not what was written."""
        told = []
        for key in keys:
            row = self._one("SELECT id, sha256 FROM meetings WHERE key = ?", key)
            if row is None:
                told.append(f"{self.path}: a meeting named by the manifest is missing (key {key})")
                continue
            try:
                whole = digest(self._read(key), self.entities(key)) == row[1]
            except (ValueError, TypeError, KeyError):
                whole = False
            if not whole:
                told.append(f"{self.path}: meeting {row[0]} is not what was written: its checksum differs")
        return told

    def _add(self, connection: sqlite3.Connection, meeting: Meeting, entities: Sequence[Entity] | None) -> Keys:
        with connection:
            values = [
                *(meeting.id, meeting.council, meeting.body, _iso(meeting.date), _iso(meeting.date_from)),
                *(_iso(meeting.date_to), meeting.status, meeting.source, as_json(meeting.row())),
                *(digest(meeting, entities), entities is not None),
            ]
            key = connection.execute(
                "INSERT INTO meetings "
                "(id, council, body, date, date_from, date_to, status, source, row, sha256, tagged)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            ).lastrowid
            assert key is not None
            items: list[int] = []
            paragraphs = [self._paragraph(connection, key, None, "front", p) for p in meeting.front]
            for item in meeting.items:
                item_key = connection.execute(
                    "INSERT INTO items (meeting, id, number, title, row) VALUES (?, ?, ?, ?, ?)",
                    (key, item.id, item.number, item.title, as_json(item.row())),
                ).lastrowid
                assert item_key is not None
                items.append(item_key)
                paragraphs += [self._paragraph(connection, key, item_key, "items", p) for p in item.paragraphs]
            paragraphs += [self._paragraph(connection, key, None, "back", p) for p in meeting.back]
            connection.executemany(
                "INSERT INTO entities (meeting, paragraph, label, text, value, row) VALUES (?, ?, ?, ?, ?, ?)",
                ((key, e.paragraph_id, e.label, e.text, e.value, as_json(_told(e))) for e in entities or ()),
            )
        return Keys(key, items, paragraphs)

    def _paragraph(
        self, connection: sqlite3.Connection, meeting: int, item: int | None, part: str, paragraph: Paragraph
    ) -> int:
        row = paragraph.row()
        del row["text"]
        key = connection.execute(
            "INSERT INTO paragraphs (meeting, item, part, id, section, kind, text, row) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (meeting, item, part, paragraph.id, paragraph.section, paragraph.kind, paragraph.text, as_json(row)),
        ).lastrowid
        assert key is not None
        return key

    def _read(self, key: int) -> Meeting:
        row = self._one("SELECT row FROM meetings WHERE key = ?", key)
        if row is None:
            raise ArchiveError(f"{self.path}: a meeting named by the manifest is missing. Run verify().")
        parts: dict[str, list[Paragraph]] = {"front": [], "back": []}
        of_items: dict[int, list[Paragraph]] = {}
        told = self._all("SELECT part, item, text, row FROM paragraphs WHERE meeting = ? ORDER BY key", key)
        for part, item, text, values in told:
            paragraph = from_row(Paragraph, json.loads(values), text=text)
            (of_items.setdefault(item, []) if part == "items" else parts[part]).append(paragraph)
        items = tuple(
            from_row(Item, json.loads(values), paragraphs=tuple(of_items.get(item, ())))
            for item, values in self._all("SELECT key, row FROM items WHERE meeting = ? ORDER BY key", key)
        )
        return from_row(
            Meeting, json.loads(row[0]), items=items, front=tuple(parts["front"]), back=tuple(parts["back"])
        )

    def _all(self, query: str, *values: Any) -> list[Any]:
        with self._told():
            return self.connection.execute(query, values).fetchall()

    def _one(self, query: str, *values: Any) -> Any:
        with self._told():
            return self.connection.execute(query, values).fetchone()

    @contextlib.contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        connection = self._connect("rw")
        try:
            with connection:
                yield connection
        finally:
            connection.close()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise ArchiveError(
                f"{self.path}: cannot be read ({error}). Take the folder back from a copy, or create it again."
            ) from error

    def _connect(self, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode={mode}", uri=True, timeout=60)
        if mode == "ro":
            try:
                connection.execute("SELECT 1 FROM sqlite_master")
            except sqlite3.OperationalError:  # a folder nobody may write to: SQLite cannot keep its shared memory there
                connection.close()
                connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?immutable=1", uri=True)
            except sqlite3.DatabaseError:
                pass  # told by whoever asks
        return connection


def _told(entity: Entity) -> dict[str, Any]:
    """Return what an entity's own columns do not tell, without what is left at its default."""
    apart = {"label", "text", "value", "paragraph_id"}
    return {name: value for name, value in entity.row().items() if name not in apart and value is not None}


def _day(date: str | None) -> datetime.date | None:
    return None if date is None else datetime.date.fromisoformat(date)


def _iso(date: Any) -> str | None:
    return None if date is None else date.isoformat()
