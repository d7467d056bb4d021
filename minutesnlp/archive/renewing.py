"""Decisions that an older version kept with meetings, found anew: it did not tell which paragraph settled them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from minutesnlp.archive.database import Database
from minutesnlp.archive.digests import digest
from minutesnlp.archive.keeping import found_as_written

KIND = "decisions"


def outdated(database: Database, keys: Iterable[int]) -> set[int]:
    """Return those meetings whose decisions do not tell which paragraph settled them."""
    return {key for key in keys if _is_outdated(database.found(key).get(KIND, "[]"))}


def found_anew(database: Database, keys: Iterable[int]) -> dict[int, str]:
    """Return the decisions of meetings as they are written, found now where some were found by an older version.

    Where it kept none, nothing tells its age: those are looked through too, and come first, so that whoever is killed
    while they are renewed still finds them outdated. What is damaged is left as it is.
    """
    keys = list(keys)
    old = outdated(database, keys)
    none = [key for key in keys if old and database.found(key).get(KIND) == "[]"]
    return {
        key: found_as_written(KIND, database.meeting(key))
        for key in (*none, *sorted(old))
        if not database.damaged([key])
    }


def renew(database: Database, anew: Mapping[int, str]) -> None:
    """Write decisions found anew in the place of the older ones, one transaction a meeting."""
    for key, written in anew.items():
        whole = digest(database.meeting(key), database.entities(key), database.found(key) | {KIND: written})
        with database.changing() as connection:
            connection.execute("UPDATE found SET rows = ? WHERE meeting = ? AND kind = ?", (written, key, KIND))
            connection.execute("UPDATE meetings SET sha256 = ? WHERE key = ?", (whole, key))


def _is_outdated(written: str) -> bool:
    return any("settled_in" not in row for row in json.loads(written))
