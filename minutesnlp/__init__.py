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
    Answer,
    Answers,
    Attendee,
    Check,
    Checks,
    Clause,
    Closing,
    Corpus,
    Decision,
    Decisions,
    Digest,
    Doubt,
    Entities,
    Entity,
    Example,
    Figure,
    Figures,
    Hit,
    Hits,
    Item,
    Keyword,
    Keywords,
    Meeting,
    Paragraph,
    People,
    Person,
    Position,
    Question,
    Questions,
    Reading,
    Readings,
    Records,
    Said,
    Sentence,
    Skipped,
    Summary,
    Undertaking,
    Undertakings,
    Votes,
)
from minutesnlp.records.showing import shown_by

if TYPE_CHECKING:
    from minutesnlp.archive import Archive as Archive
    from minutesnlp.comparing import keyness as keyness
    from minutesnlp.display import plots as plots
    from minutesnlp.display.pack import evidence_pack as evidence_pack
    from minutesnlp.examining import doctor as doctor
    from minutesnlp.learning import MinutesVectorizer as MinutesVectorizer
    from minutesnlp.reading import example_corpus as example_corpus
    from minutesnlp.reading import read as read
    from minutesnlp.reading import read_text as read_text
    from minutesnlp.searching.saved import SavedSearch as SavedSearch
    from minutesnlp.searching.saved import read_searches as read_searches
    from minutesnlp.searching.saved import write_searches as write_searches
    from minutesnlp.summarising import summarise as summarise
    from minutesnlp.summarising import verify as verify
    from minutesnlp.tagging import tag as tag
    from minutesnlp.tracking import find_decisions as find_decisions
    from minutesnlp.tracking import find_questions as find_questions
    from minutesnlp.tracking import find_undertakings as find_undertakings

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Answers",
    "Archive",
    "ArchiveError",
    "Attendee",
    "Check",
    "Checks",
    "Clause",
    "Closing",
    "Corpus",
    "Decision",
    "Decisions",
    "Digest",
    "Doubt",
    "Entities",
    "Entity",
    "Example",
    "Figure",
    "Figures",
    "Hit",
    "Hits",
    "Item",
    "Keyword",
    "Keywords",
    "Meeting",
    "MinutesError",
    "MinutesVectorizer",
    "MissingExtraError",
    "Paragraph",
    "People",
    "Person",
    "Position",
    "QueryError",
    "Question",
    "Questions",
    "ReadError",
    "Reading",
    "Readings",
    "Records",
    "Said",
    "SavedSearch",
    "Sentence",
    "Skipped",
    "Summary",
    "TaggingError",
    "Undertaking",
    "Undertakings",
    "Votes",
    "doctor",
    "evidence_pack",
    "example_corpus",
    "find_decisions",
    "find_questions",
    "find_undertakings",
    "keyness",
    "plots",
    "read",
    "read_searches",
    "read_text",
    "summarise",
    "tag",
    "verify",
    "write_searches",
]

_ROOMS = {
    "Archive": "minutesnlp.archive",
    "MinutesVectorizer": "minutesnlp.learning",
    "SavedSearch": "minutesnlp.searching.saved",
    "doctor": "minutesnlp.examining",
    "evidence_pack": "minutesnlp.display.pack",
    "example_corpus": "minutesnlp.reading",
    "find_decisions": "minutesnlp.tracking",
    "find_questions": "minutesnlp.tracking",
    "find_undertakings": "minutesnlp.tracking",
    "keyness": "minutesnlp.comparing",
    "plots": "minutesnlp.display",
    "read": "minutesnlp.reading",
    "read_searches": "minutesnlp.searching.saved",
    "read_text": "minutesnlp.reading",
    "summarise": "minutesnlp.summarising",
    "tag": "minutesnlp.tagging",
    "verify": "minutesnlp.summarising",
    "write_searches": "minutesnlp.searching.saved",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'minutesnlp' has no attribute {name!r}")
    value = getattr(import_module(_ROOMS[name]), name)
    globals()[name] = value  # the next look-up is an ordinary one
    return value


def _as_html(thing: Any) -> str:
    html: str = import_module("minutesnlp.display").as_html(thing)
    return html


shown_by(_as_html)  # records are shown by a room above theirs, loaded when the first is shown


def __dir__() -> list[str]:
    return sorted({*globals(), *_ROOMS})
