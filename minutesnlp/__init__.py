"""Search, tag and summarise the minutes of councils, offline, in their own words.

Names only: each is loaded from its room when it is first used, so that `import minutesnlp` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from minutesnlp.errors import (
    ArchiveError,
    MinutesError,
    MissingExtraError,
    QueryError,
    ReadError,
    TaggingError,
)
from minutesnlp.records import (
    Attendee,
    Clause,
    Corpus,
    Decision,
    Decisions,
    Digest,
    Entities,
    Entity,
    Hit,
    Hits,
    Item,
    Meeting,
    Paragraph,
    Sentence,
    Skipped,
    Summary,
    Votes,
)

if TYPE_CHECKING:
    from minutesnlp.archive import Archive as Archive
    from minutesnlp.reading import example_corpus as example_corpus
    from minutesnlp.reading import read as read
    from minutesnlp.reading import read_text as read_text
    from minutesnlp.summarising import summarise as summarise
    from minutesnlp.tagging import tag as tag
    from minutesnlp.tracking import find_decisions as find_decisions

__version__ = "0.1.0"

__all__ = [
    "Archive",
    "ArchiveError",
    "Attendee",
    "Clause",
    "Corpus",
    "Decision",
    "Decisions",
    "Digest",
    "Entities",
    "Entity",
    "Hit",
    "Hits",
    "Item",
    "Meeting",
    "MinutesError",
    "MissingExtraError",
    "Paragraph",
    "QueryError",
    "ReadError",
    "Sentence",
    "Skipped",
    "Summary",
    "TaggingError",
    "Votes",
    "example_corpus",
    "find_decisions",
    "read",
    "read_text",
    "summarise",
    "tag",
]

_ROOMS = {
    "Archive": "minutesnlp.archive",
    "example_corpus": "minutesnlp.reading",
    "find_decisions": "minutesnlp.tracking",
    "read": "minutesnlp.reading",
    "read_text": "minutesnlp.reading",
    "summarise": "minutesnlp.summarising",
    "tag": "minutesnlp.tagging",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'minutesnlp' has no attribute {name!r}")
    value = getattr(import_module(_ROOMS[name]), name)
    globals()[name] = value  # the next look-up is an ordinary one
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_ROOMS})
