"""The connections to an archive's SQLite file: one that reads a thread, others that write. The door to sqlite3."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path, PurePath
from urllib.parse import quote

from minutesnlp.errors import ArchiveError

WAIT = 60  # seconds for another process that writes


class Connection(sqlite3.Connection):
    """A connection that is let go with its thread, and can be pointed to until then."""


class Connections:
    """The connections to a file: each thread reads by its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._reading: weakref.WeakSet[Connection] = weakref.WeakSet()
        self._keeping = threading.Lock()
        self._closed = False

    @property
    def reading(self) -> Connection:
        """The connection of the running thread, read-only."""
        if not hasattr(self._local, "connection"):
            made = self._read_only()
            with self._keeping:
                if self._closed:
                    made.close()
                    raise closed(self.path.parent)
                self._reading.add(made)
            self._local.connection = made
        found: Connection = self._local.connection
        return found

    def close(self) -> None:
        """Close the connections of all threads, so that the file can be moved or deleted; none reads from then on."""
        with self._keeping:
            self._closed = True
            self._local = threading.local()
            for connection in self._reading:
                connection.close()

    @contextlib.contextmanager
    def writing(self, mode: str = "rw") -> Iterator[Connection]:
        """Give a connection that writes; with the mode `rwc` the file is made."""
        connection = sqlite3.connect(
            f"{uri_of(self.path.absolute())}?mode={mode}", uri=True, timeout=WAIT, factory=Connection
        )
        try:
            yield connection
        finally:
            connection.close()

    @contextlib.contextmanager
    def changing(self) -> Iterator[Connection]:
        """Give a connection that writes, as one transaction."""
        with self.writing() as connection, connection:
            yield connection

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        """Raise ArchiveError, which names the file, where it cannot be read."""
        try:
            yield
        except (sqlite3.ProgrammingError, sqlite3.InterfaceError):  # a question that is none says nothing of the file
            if self._closed:
                raise closed(self.path.parent) from None
            raise
        except sqlite3.DatabaseError as error:
            raise ArchiveError(
                f"{self.path}: cannot be read ({error}). Take the folder back from a copy, or create it again."
            ) from error

    def _read_only(self) -> Connection:
        def connect(how: str) -> Connection:
            # it is closed by whichever thread closes the archive
            uri = f"{uri_of(self.path.absolute())}?{how}"
            return sqlite3.connect(uri, uri=True, timeout=WAIT, factory=Connection, check_same_thread=False)

        connection = connect("mode=ro")
        try:
            connection.execute("SELECT 1 FROM sqlite_master")
        except sqlite3.OperationalError:  # a folder nobody may write to: SQLite cannot keep its shared memory there
            connection.close()
            connection = connect("immutable=1")
        except sqlite3.DatabaseError:
            pass  # told by whoever asks
        return connection


def uri_of(path: PurePath) -> str:
    """Return a path as a URI of SQLite's, which refuses the name of a server: it sees none in `%5C%5Ccivic`."""
    return f"file:{quote(os.fsencode(path), safe='')}"


def closed(place: Path | str) -> ArchiveError:
    """Return what is raised where an archive that was closed is asked."""
    return ArchiveError(f"{place}: was closed. Open the archive again: Archive.open(…)")


def writes_ahead(connection: Connection) -> bool:
    """Ask SQLite to log ahead of writing, so that many may read meanwhile; a network share cannot.

    There SQLite refuses the mode itself, or takes it and fails at the first use of its shared memory.
    """
    try:
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return False
    return bool(mode == "wal")
