"""The shape of everything found, and the sequences of them.

`minutes` holds what was read, `findings` and `tracked` what was found in it, `sequences` and `found` many of either.
"""

from minutesnlp.records.checks import VERDICTS, Check
from minutesnlp.records.findings import LABELS, Clause, Decision, Digest, Entity, Sentence, Summary, Term, Votes
from minutesnlp.records.found import Decisions, Entities, Questions, Undertakings
from minutesnlp.records.hits import Answer, Answers, Hit, Hits
from minutesnlp.records.keywords import Example, Keyword
from minutesnlp.records.minutes import ATTENDING, KINDS, SECTIONS, STATUSES, Attendee, Item, Meeting, Paragraph, Skipped
from minutesnlp.records.people import Act, Link, Links, People, Person, Stint
from minutesnlp.records.record import Record, one_of
from minutesnlp.records.reports import Reading
from minutesnlp.records.sequences import Checks, Corpus, Keywords, Readings, Records
from minutesnlp.records.series import DOUBTS, Doubt, Figure, Figures, Position, Said
from minutesnlp.records.tracked import CARRIED, REPLIES, STANDINGS, Closing, Question, Undertaking

__all__ = [
    "ATTENDING",
    "CARRIED",
    "DOUBTS",
    "KINDS",
    "LABELS",
    "REPLIES",
    "SECTIONS",
    "STANDINGS",
    "STATUSES",
    "VERDICTS",
    "Act",
    "Answer",
    "Answers",
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
    "Link",
    "Links",
    "Meeting",
    "Paragraph",
    "People",
    "Person",
    "Position",
    "Question",
    "Questions",
    "Reading",
    "Readings",
    "Record",
    "Records",
    "Said",
    "Sentence",
    "Skipped",
    "Stint",
    "Summary",
    "Term",
    "Undertaking",
    "Undertakings",
    "Votes",
    "one_of",
]
