"""Search, tag and summarise the minutes of councils, offline, in their own words.

Names only: each is loaded from its room when it is first used, so that `import minutesnlp` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from minutesnlp.showing import shown_by

if TYPE_CHECKING:
    from minutesnlp.archive import Archive as Archive
    from minutesnlp.comparing import keyness as keyness
    from minutesnlp.display import plots as plots
    from minutesnlp.display.pack import evidence_pack as evidence_pack
    from minutesnlp.errors import ArchiveError as ArchiveError
    from minutesnlp.errors import MinutesError as MinutesError
    from minutesnlp.errors import MissingExtraError as MissingExtraError
    from minutesnlp.errors import QueryError as QueryError
    from minutesnlp.errors import ReadError as ReadError
    from minutesnlp.errors import TaggingError as TaggingError
    from minutesnlp.examining import doctor as doctor
    from minutesnlp.learning import MinutesVectorizer as MinutesVectorizer
    from minutesnlp.reading import example_corpus as example_corpus
    from minutesnlp.reading import read as read
    from minutesnlp.reading import read_text as read_text
    from minutesnlp.reading import text_of as text_of
    from minutesnlp.records import Answer as Answer
    from minutesnlp.records import Answers as Answers
    from minutesnlp.records import Attendee as Attendee
    from minutesnlp.records import Check as Check
    from minutesnlp.records import Checks as Checks
    from minutesnlp.records import Clause as Clause
    from minutesnlp.records import Closing as Closing
    from minutesnlp.records import Corpus as Corpus
    from minutesnlp.records import Decision as Decision
    from minutesnlp.records import Decisions as Decisions
    from minutesnlp.records import Digest as Digest
    from minutesnlp.records import Doubt as Doubt
    from minutesnlp.records import Entities as Entities
    from minutesnlp.records import Entity as Entity
    from minutesnlp.records import Example as Example
    from minutesnlp.records import Figure as Figure
    from minutesnlp.records import Figures as Figures
    from minutesnlp.records import Hit as Hit
    from minutesnlp.records import Hits as Hits
    from minutesnlp.records import Item as Item
    from minutesnlp.records import Keyword as Keyword
    from minutesnlp.records import Keywords as Keywords
    from minutesnlp.records import Meeting as Meeting
    from minutesnlp.records import Paragraph as Paragraph
    from minutesnlp.records import People as People
    from minutesnlp.records import Person as Person
    from minutesnlp.records import Position as Position
    from minutesnlp.records import Question as Question
    from minutesnlp.records import Questions as Questions
    from minutesnlp.records import Reading as Reading
    from minutesnlp.records import Readings as Readings
    from minutesnlp.records import Records as Records
    from minutesnlp.records import Said as Said
    from minutesnlp.records import Sentence as Sentence
    from minutesnlp.records import Skipped as Skipped
    from minutesnlp.records import Summary as Summary
    from minutesnlp.records import Term as Term
    from minutesnlp.records import Undertaking as Undertaking
    from minutesnlp.records import Undertakings as Undertakings
    from minutesnlp.records import Votes as Votes
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
    "Term",
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
    "text_of",
    "verify",
    "write_searches",
]

# Where each name lives. What is not told here is an error or a record.
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
    "text_of": "minutesnlp.reading",
    "verify": "minutesnlp.summarising",
    "write_searches": "minutesnlp.searching.saved",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'minutesnlp' has no attribute {name!r}")
    room = _ROOMS.get(name, "minutesnlp.errors" if name.endswith("Error") else "minutesnlp.records")
    value = getattr(import_module(room), name)
    globals()[name] = value  # the next look-up is an ordinary one
    return value


def _as_html(thing: Any) -> str:
    html: str = import_module("minutesnlp.display").as_html(thing)
    return html


shown_by(_as_html)  # records are shown by a room above theirs, loaded when the first is shown


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
