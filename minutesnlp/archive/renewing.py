"""Decisions that an older version kept with meetings, found anew: it found fewer of them, and told less of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from minutesnlp.archive.database import Database
from minutesnlp.archive.digests import digest
from minutesnlp.archive.keeping import NOW, WAY, found_as_written

KIND = "decisions"


def outdated(database: Database, keys: Iterable[int]) -> set[int]:
    """Return those meetings whose decisions were found by an older version, also where it found none."""
    return {key for key in keys if _is_outdated(database.found(key))}


def found_anew(database: Database, keys: Iterable[int]) -> dict[int, str]:
    """Return the decisions of meetings as they are written, found now where they were found by an older version.

    What is damaged is left as it is.
    """
    old = sorted(outdated(database, keys))
    return {key: found_as_written(KIND, database.meeting(key)) for key in old if not database.damaged([key])}


def renew(database: Database, anew: Mapping[int, str]) -> None:
    """Write decisions found anew in the place of the older ones, one transaction a meeting."""
    for key, written in anew.items():
        found = {KIND: written, WAY: NOW}
        whole = digest(database.meeting(key), database.entities(key), database.found(key) | found)
        rows = [(key, kind, told) for kind, told in found.items()]
        with database.changing() as connection:
            connection.executemany("INSERT OR REPLACE INTO found (meeting, kind, rows) VALUES (?, ?, ?)", rows)
            connection.execute("UPDATE meetings SET sha256 = ? WHERE key = ?", (whole, key))


def _is_outdated(found: Mapping[str, str]) -> bool:
    return KIND in found and found.get(WAY) != NOW
