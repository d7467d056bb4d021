"""What an older version kept with meetings, found anew: it found less of it, and did not keep all that is now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from minutesnlp.archive.database import Database
from minutesnlp.archive.digests import digest
from minutesnlp.archive.keeping import FINDERS, NOW, WAY, found_as_written

DECISIONS = "decisions"


def outdated(database: Database, keys: Iterable[int]) -> set[int]:
    """Return those meetings in which an older version looked for decisions, also where it found none."""
    return {key for key in keys if _is_outdated(database.found(key))}


def behind(database: Database, keys: Iterable[int]) -> list[int]:
    """Return those meetings of which something is to be found anew, or was not looked for yet."""
    return sorted(key for key in keys if _old_in(database.found(key)))


def found_anew(database: Database, keys: Iterable[int]) -> dict[int, dict[str, str]]:
    """Return what an older version found otherwise in meetings, or not at all: by meeting and kind, as it is written.

    What is damaged is left as it is.
    """
    return {
        key: {kind: found_as_written(kind, database.meeting(key)) for kind in _old_in(database.found(key))}
        for key in behind(database, keys)
        if not database.damaged([key])
    }


def renew(database: Database, anew: Mapping[int, Mapping[str, str]]) -> None:
    """Write findings in the place of the older ones, one transaction a meeting."""
    for key, written in anew.items():
        found = {**written, WAY: NOW}
        whole = digest(database.meeting(key), database.entities(key), database.found(key) | found)
        rows = [(key, kind, told) for kind, told in found.items()]
        with database.changing() as connection:
            connection.executemany("INSERT OR REPLACE INTO found (meeting, kind, rows) VALUES (?, ?, ?)", rows)
            connection.execute("UPDATE meetings SET sha256 = ? WHERE key = ?", (whole, key))


def _is_outdated(found: Mapping[str, str]) -> bool:
    return DECISIONS in found and found.get(WAY) != NOW


def _old_in(found: Mapping[str, str]) -> list[str]:
    """Return the kinds to find anew; none where nothing was looked for when the meeting was added."""
    if DECISIONS not in found:
        return []
    return [kind for kind in FINDERS if kind not in found or _is_outdated(found)]
