"""The records of an archive in SQLite: meetings, their items and paragraphs, each with a digest.

A row once written is never changed, but by `renewing`: a new version of a meeting is a new meeting row. Which meetings
are in force is told by the archive's manifest and not here, so that readers of an older state still find its rows.
"""

from __future__ import annotations

import datetime
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from minutesnlp.archive.connecting import Connection, Connections, writes_ahead
from minutesnlp.archive.digests import digest
from minutesnlp.archive.inserting import AGAIN, SCHEMA, Keys, Written, add_tables, insert, spend
from minutesnlp.archive.later import Later
from minutesnlp.archive.rows import from_row
from minutesnlp.archive.shares import is_remote
from minutesnlp.errors import ArchiveError, OutdatedError
from minutesnlp.records import LABELS, Attendee, Entity, Item, Meeting, Paragraph

T = TypeVar("T")

NAME = "minutes.sqlite"
VERSION = 5

# How many meetings are kept in memory once they were asked for, and how many items and meetings as hits tell of them.
REMEMBERED = 256
GLANCED = 4096


class Database:
    """The SQLite file of an archive; each thread has a connection of its own."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._connections = Connections(self.path)
        self._kept: OrderedDict[int, Meeting] = OrderedDict()
        self._items: OrderedDict[int, Item] = OrderedDict()
        self._heads: OrderedDict[int, Meeting] = OrderedDict()
        self._keeping = threading.Lock()

    @classmethod
    def create(cls, folder: Path) -> Database:
        """Make the file; with write-ahead logging where the file system allows it."""
        made = cls(folder)
        with made._connections.writing("rwc") as connection:
            begun = is_remote(folder) or writes_ahead(connection)  # on a share it is not tried: it may seem to work
            if begun:
                _begin(connection)
        if not begun:
            made.path.unlink()  # it is marked as a file that is written ahead, and would be refused here from now on
            with made._connections.writing("rwc") as connection:
                _begin(connection)
        return made

    @classmethod
    def open(cls, folder: Path) -> Database:
        """Open the file for reading; refuses what is missing, foreign, damaged, or of another version."""
        made = cls(folder)
        if not made.path.is_file():
            raise ArchiveError(f"{made.path}: is missing. Take the folder back from a copy, or create it again.")
        with made._connections.told():
            version = made.connection.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            raise ArchiveError(
                f"{made.path}: written as version {version}, and this minutesnlp reads version {VERSION}. "
                + ("Install a newer minutesnlp." if version > VERSION else AGAIN.format(folder))
            )
        return made

    @property
    def connection(self) -> Connection:
        """The connection of the running thread, read-only."""
        return self._connections.reading

    @property
    def journal(self) -> str:
        """How SQLite journals here: `wal`, or `delete` where the file system refuses that."""
        return str(self.connection.execute("PRAGMA journal_mode").fetchone()[0])

    def close(self) -> None:
        """Close the connections of all threads; nothing is read from then on but what is in memory."""
        self._connections.close()

    def add(self, meetings: Iterable[Written], *, superseded: str | None = None) -> list[Keys]:
        """Write meetings with their entities (None: not tagged) and findings, one transaction each; return their keys.

        `superseded` tells since when they are older versions; None where they are to be in force.
        """
        with self._connections.writing() as connection:
            add_tables(connection)
            return [insert(connection, *each, superseded) for each in meetings]

    def supersede(self, keys: Iterable[int], when: str) -> None:
        """Note of meetings that a new version took their place, and when."""
        with self.changing() as connection:
            connection.executemany("UPDATE meetings SET superseded = ? WHERE key = ?", [(when, key) for key in keys])

    def drop(self, keys: Iterable[int]) -> None:
        """Delete meetings with all that is in them."""
        with self.changing() as connection:
            add_tables(connection)
            spend(connection)
            for key in keys:
                for table in ("found", "entities", "paragraphs", "items"):
                    connection.execute(f"DELETE FROM {table} WHERE meeting = ?", (key,))
                connection.execute("DELETE FROM meetings WHERE key = ?", (key,))

    def compact(self) -> None:
        """Give back the room of what was deleted."""
        with self._connections.writing() as connection:
            connection.executescript("VACUUM; PRAGMA wal_checkpoint (TRUNCATE)")  # else the log stays as large

    def written(self, *, superseded: bool | None = None) -> list[int]:
        """Return the keys of all meetings; only those that were, or were not, superseded."""
        where = {None: "", True: "WHERE superseded IS NOT NULL", False: "WHERE superseded IS NULL"}[superseded]
        return [key for (key,) in self._all(f"SELECT key FROM meetings {where} ORDER BY key")]

    def older(self, id_: str) -> list[Meeting]:
        """Return the older versions of a meeting."""
        rows = self._all("SELECT key FROM meetings WHERE id = ? AND superseded IS NOT NULL ORDER BY key", id_)
        return [self.meeting(key) for (key,) in rows]

    def key_of(self, table: str, id_: str, meetings: Iterable[int]) -> tuple[int, int] | None:
        """Return the key of a record and of its meeting, among meetings in force; None when there is none."""
        column = "key" if table == "meetings" else "meeting"
        allowed = set(meetings)
        for key, meeting in self._all(f"SELECT key, {column} FROM {table} WHERE id = ? ORDER BY key DESC", id_):
            if meeting in allowed:
                return key, meeting
        return None

    def new_since(self, when: float) -> set[int]:
        """Return the keys of paragraphs added since (seconds since 1970) that no older version of their meeting has."""
        query = """
            SELECT new.key FROM paragraphs new JOIN meetings m ON m.key = new.meeting WHERE m.added >= ? AND NOT EXISTS
            (SELECT 1 FROM meetings o JOIN paragraphs old ON old.meeting = o.key
             WHERE o.id = m.id AND o.added < ? AND old.text = new.text)
        """
        return {key for (key,) in self._all(query, when, when)}

    def replaced(self, keys: Iterable[int], in_force: Iterable[int]) -> set[int]:
        """Return those keys of which a newer version is in force."""
        newest = {id_: key for key, id_ in self._ids(in_force)}
        return {key for key, id_ in self._ids(keys) if newest.get(id_, -1) > key}

    def _ids(self, keys: Iterable[int]) -> list[tuple[int, str]]:
        query = "SELECT key, id FROM meetings WHERE key IN (SELECT value FROM json_each(?))"
        return [(key, id_) for key, id_ in self._all(query, json.dumps(list(keys)))]

    def missing(self, keys: Iterable[int]) -> set[int]:
        """Return the keys that no meeting has."""
        return set(keys) - {key for (key,) in self._all("SELECT key FROM meetings")}

    def heads(self, keys: Iterable[int]) -> list[Meeting]:
        """Return what meetings are called, their dates and status, in the order of the keys."""
        told = self._all("SELECT key, id, council, body, date, date_from, date_to, status FROM meetings")
        rows = {
            key: Meeting(id_, council, body, _day(date), _day(first), _day(last), status)
            for key, id_, council, body, date, first, last, status in told
        }
        return self._each(rows, keys)

    def called(self, keys: Iterable[int]) -> list[tuple[str | None, str | None, str | None, str]]:
        """Return council, body, date and source of meetings, in the order of the keys, sooner than heads."""
        rows = self._all("SELECT key, council, body, date, source FROM meetings")
        return self._each({key: told for key, *told in rows}, keys)

    def attendees(self, keys: Iterable[int]) -> list[str]:
        """Return the names in the lists of attendance of meetings, each once, as they are met in order of the keys."""
        lists = dict(self._all("SELECT key, json_extract(row, '$.attendance') FROM meetings"))
        return list(dict.fromkeys(one["name"] for told in self._each(lists, keys) for one in json.loads(told)))

    def titles(self, keys: Sequence[int]) -> list[str]:
        """Return the titles of items, each once, as they are met in order of the keys."""
        query = "SELECT key, title FROM items WHERE key IN (SELECT value FROM json_each(?))"
        return list(dict.fromkeys(self._each(dict(self._all(query, json.dumps(keys))), keys)))

    def labels(self, keys: Sequence[int]) -> list[tuple[str, str | None, str]]:
        """Return the id, number and title of items, in the order of their keys."""
        query = "SELECT key, id, number, title FROM items WHERE key IN (SELECT value FROM json_each(?))"
        rows = {key: tuple(label) for key, *label in self._all(query, json.dumps(list(map(int, keys))))}
        return self._each(rows, keys)

    def texts(self, keys: Sequence[int]) -> list[str]:
        """Return the texts of paragraphs, in the order of their keys."""
        if not len(keys):
            return []
        query = "SELECT key, text FROM paragraphs WHERE key IN (SELECT value FROM json_each(?))"
        return self._each(dict(self._all(query, json.dumps(list(map(int, keys))))), keys)

    def texts_in(self, key: int) -> dict[str, str]:
        """Return the texts of the paragraphs of a meeting by their ids."""
        return dict(self._all("SELECT id, text FROM paragraphs WHERE meeting = ?", key))

    def entities(self, key: int, labels: Sequence[str] = LABELS) -> list[Entity] | None:
        """Return the entities of a meeting, of some labels, in reading order; None where none were looked for."""
        (tagged,) = self._row("SELECT tagged FROM meetings WHERE key = ?", key)
        if not tagged:
            return None
        query = "SELECT paragraph, label, text, value, row FROM entities WHERE meeting = ? ORDER BY key"
        rows = [row for row in self._all(query, key) if row[1] in labels]
        more = json.loads(f"[{','.join(row[-1] for row in rows)}]")  # one by one takes longer
        return [
            Entity(label, text, value=value, paragraph_id=paragraph, **rest)
            for (paragraph, label, text, value, _), rest in zip(rows, more, strict=True)
        ]

    def found(self, key: int) -> dict[str, str]:
        """Return what was found in a meeting, by kind, as it was written; nothing where it was not looked for."""
        return dict(self._all("SELECT kind, rows FROM found WHERE meeting = ?", key)) if self._keeps_findings else {}

    def found_of(self, kind: str, keys: Sequence[int]) -> dict[int, str]:
        """Return what of one kind was found in meetings, by their keys; those where it was not looked for are left."""
        query = "SELECT meeting, rows FROM found WHERE kind = ? AND meeting IN (SELECT value FROM json_each(?))"
        return dict(self._all(query, kind, json.dumps(keys))) if self._keeps_findings else {}

    @property
    def _keeps_findings(self) -> bool:
        """Whether it was written when findings were kept already."""
        return self._one("SELECT 1 FROM sqlite_master WHERE name = 'found'") is not None

    def paragraphs(self, keys: Sequence[int]) -> list[tuple[int | None, Paragraph]]:
        """Return paragraphs, each after the key of its item, in the order of their keys."""
        query = "SELECT key, item, text, row FROM paragraphs WHERE key IN (SELECT value FROM json_each(?))"
        rows = {
            key: (item, from_row(Paragraph, json.loads(row), text=text))
            for key, item, text, row in self._all(query, json.dumps(keys))
        }
        return self._each(rows, keys)

    def glance(self, items: Iterable[int], meetings: Iterable[int]) -> tuple[dict[int, Item], dict[int, Meeting]]:
        """Return items and meetings by their keys; the paragraphs in them are read when somebody looks."""
        return self._known(self._items, items, self._read_items), self._known(self._heads, meetings, self._read_heads)

    def _known(
        self, kept: OrderedDict[int, T], keys: Iterable[int], read: Callable[[list[int]], dict[int, T]]
    ) -> dict[int, T]:
        """Return records by their keys, those that are kept and those that are read now and kept from now on."""
        wanted = list(keys)
        with self._keeping:
            found = {key: kept[key] for key in wanted if key in kept}
        new = [key for key in wanted if key not in found]
        more = read(new) if new else {}
        if len(more) < len(new):  # deleted since the paragraphs in them were read
            raise self._outdated()
        with self._keeping:
            kept.update(more)
            while len(kept) > GLANCED:
                kept.popitem(last=False)
        return found | more

    def _read_items(self, keys: list[int]) -> dict[int, Item]:
        query = "SELECT key, meeting, row FROM items WHERE key IN (SELECT value FROM json_each(?))"
        found = {}
        for key, meeting, row in self._all(query, json.dumps(keys)):
            told = json.loads(row)
            found[key] = from_row(Item, told, paragraphs=Later(partial(self._of_item, meeting, told["id"])))
        return found

    def _read_heads(self, keys: list[int]) -> dict[int, Meeting]:
        which = "key IN (SELECT value FROM json_each(?))"
        query = f"SELECT key, json_remove(row, '$.attendance') FROM meetings WHERE {which}"
        found = {}
        for key, row in self._all(query, json.dumps(keys)):
            parts = {name: Later(partial(self._part, key, name)) for name in Meeting.APART}
            parts["attendance"] = Later(partial(self._attendance, key))  # most of the row
            found[key] = from_row(Meeting, json.loads(row), **parts)
        return found

    def _attendance(self, meeting: int) -> tuple[Attendee, ...]:
        (row,) = self._row("SELECT json_extract(row, '$.attendance') FROM meetings WHERE key = ?", meeting)
        return tuple(from_row(Attendee, each) for each in json.loads(row))

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
                whole = digest(self._read(key), self.entities(key), self.found(key)) == row[1]
            except (ValueError, TypeError, KeyError):
                whole = False
            if not whole:
                told.append(f"{self.path}: meeting {row[0]} is not what was written: its checksum differs")
        return told

    def _read(self, key: int) -> Meeting:
        (row,) = self._row("SELECT row FROM meetings WHERE key = ?", key)
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
        front, back = map(tuple, parts.values())
        return from_row(Meeting, json.loads(row), items=items, front=front, back=back)

    def _each(self, rows: Mapping[int, T], keys: Iterable[int]) -> list[T]:
        """Return the rows of keys, in their order."""
        try:
            return [rows[key] for key in keys]
        except KeyError:
            raise self._outdated() from None

    def _outdated(self) -> OutdatedError:
        return OutdatedError(
            f"{self.path}: was compacted since it was opened, or is damaged. Open the archive again; if that does not "
            "help, run minutesnlp archive verify."
        )

    def _all(self, query: str, *values: Any) -> list[Any]:
        with self._connections.told():
            return self.connection.execute(query, values).fetchall()

    def _row(self, query: str, *values: Any) -> Any:
        """Return a row that is there, unless the file was changed since it was opened."""
        if (found := self._one(query, *values)) is None:
            raise self._outdated()
        return found

    def _one(self, query: str, *values: Any) -> Any:
        with self._connections.told():
            return self.connection.execute(query, values).fetchone()

    def changing(self) -> AbstractContextManager[Connection]:
        """Give a connection that writes, as one transaction."""
        return self._connections.changing()


def _begin(connection: Connection) -> None:
    """Make the tables of a new file."""
    connection.executescript(SCHEMA)
    add_tables(connection)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.commit()


def _day(date: str | None) -> datetime.date | None:
    return None if date is None else datetime.date.fromisoformat(date)
