"""What was found in minutes: everything is given by offsets into a paragraph's text.

For everything found, `paragraph.text[start:end] == found.text`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar
from urllib.parse import quote

from minutesnlp.records.intervals import interval_of
from minutesnlp.records.minutes import Item, Meeting, Paragraph
from minutesnlp.records.record import Record, one_of

LABELS = ("PERSON", "ROLE", "DATE", "FIGURE")


@dataclass(frozen=True, slots=True)
class Entity(Record):
    """A person, role, date or figure: `paragraph.text[start:end] == text`.

    `value` is the normal form: ISO 8601 for dates (`A/B` an interval, `A;B` a list, `2021-SU` a season), plain decimal
    digits for figures (`2/3` a range), `given family` for a person, its own words for a role. `unit` is what is
    counted or measured (`GBP`, `percent`, `week`, `homes`), `per` the unit of a rate (`week` in £5600 per week).
    `hedge` is what is said before a figure (`around`, `up to`), `direction` (`up`, `down`) tells a rise from a fall.
    `found_by` names the rule. `paragraph_id` is None when a plain string was tagged.
    """

    label: str
    text: str
    start: int
    end: int
    value: str | None = None
    unit: str | None = None
    kind: str | None = None
    per: str | None = None
    hedge: str | None = None
    paragraph_id: str | None = None
    person_id: str | None = None
    found_by: str = ""
    direction: str | None = None

    def __post_init__(self) -> None:
        one_of("label", self.label, LABELS)

    @property
    def amount(self) -> Decimal | tuple[Decimal, Decimal] | None:
        """The figure as a Decimal, a range as a pair; None for other labels and where there is no single value."""
        if self.label != "FIGURE" or self.value is None:
            return None
        try:
            parts = [Decimal(part) for part in self.value.split("/")]
        except InvalidOperation:
            return None
        return parts[0] if len(parts) == 1 else (parts[0], parts[-1])

    @property
    def interval(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day the date covers; None where it names none (a clock time, an impossible date)."""
        return interval_of(self.value) if self.label == "DATE" and self.value else None


@dataclass(frozen=True, slots=True)
class Clause(Record):
    """One part of a divided decision."""

    number: str | None
    text: str
    paragraph_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Votes(Record):
    """A vote as it is recorded: numbers where they are printed, names where they are."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    names_in_favour: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_abstained: tuple[str, ...] = ()
    casting_vote: bool = False
    paragraph_id: str | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Decision(Record):
    """What was decided: one resolution.

    `outcome` is the printed verb in capitals (`AGREED`, `RESOLVED` …; a lost motion is `REFUSED`). `text` runs from the
    first word of the sentence that holds the verb to the end of that paragraph; `clauses` are its numbered, lettered or
    bulleted parts; what follows a bare “RESOLVED:” in a paragraph of its own is a clause without number. `routine`
    marks what no reader searches for (“approved as a correct record”), `amendment` what was decided on an amendment.
    `found_by` names the rule: `opening`, `capitals`, `label`, `prose`, `motion`, `verdict`, or `implied` in an item
    without plainer words. The words of a motion that a verdict names are its clause. `sentence_end` is where the
    sentence that holds the verb ends in the paragraph.
    """

    outcome: str
    text: str
    paragraph_id: str
    start: int
    end: int
    clauses: tuple[Clause, ...] = ()
    mover: str | None = None
    seconder: str | None = None
    votes: Votes | None = None
    item_id: str | None = None
    routine: bool = False
    amendment: bool = False
    found_by: str = ""
    sentence_end: int = 0


@dataclass(frozen=True, slots=True)
class Sentence(Record):
    """A sentence chosen for a summary, verbatim: `paragraph.text[start:end] == text`.

    `role` says why it stands there (`decision`, `vote`, `action`, `finding` …). `lead_in` is what was brought along
    so that it can be understood, and is shown in brackets: it is no part of the sentence.
    """

    text: str
    paragraph_id: str
    start: int
    end: int
    role: str = ""
    lead_in: str = ""
    citation: str = ""

    def __str__(self) -> str:
        return f"[{self.lead_in}] {self.text}" if self.lead_in else self.text


@dataclass(frozen=True, slots=True)
class Summary(Record):
    """Sentences that stand for an item, in the order they are printed; `out_of` is how many there were.

    `notes` say what is missing; `sources` are the paragraphs the sentences stand in.
    """

    title: str
    sentences: tuple[Sentence, ...] = ()
    decisions: tuple[Decision, ...] = ()
    out_of: int = 0
    notes: tuple[str, ...] = ()
    item_id: str | None = None
    sources: tuple[Paragraph, ...] = field(default=(), repr=False, compare=False)
    APART: ClassVar[tuple[str, ...]] = ("sources",)

    @property
    def text(self) -> str:
        """The sentences, verbatim, one a line."""
        return "\n".join(sentence.text for sentence in self.sentences)

    def verify(self, paragraphs: Iterable[Paragraph] | None = None) -> bool:
        """Tell whether every sentence stands word for word at its place.

        `paragraphs` are those to look in, read again perhaps; without them it is looked in `sources`.
        """
        text_of = {p.id: p.text for p in (self.sources if paragraphs is None else paragraphs)}
        return all(text_of.get(s.paragraph_id, "")[s.start : s.end] == s.text for s in self.sentences)

    def __str__(self) -> str:
        lines = [self.title, *(f"  {s}" for s in self.sentences), *(f"  ({note})" for note in self.notes)]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Digest(Record):
    """A meeting in short: one Summary an item, and all decisions and votes."""

    meeting_id: str
    title: str
    summaries: tuple[Summary, ...] = ()
    decisions: tuple[Decision, ...] = ()
    votes: tuple[Votes, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n\n".join([self.title, *(str(summary) for summary in self.summaries)])


@dataclass(frozen=True, slots=True)
class Hit(Record):
    """A paragraph found by a search.

    `score` is the chosen ranker's; `bm25` and `tfidf` are given whichever was chosen. `terms` are the words of the
    query that were found, `spans` their places in the paragraph's text. `snippet` is
    `paragraph.text[snippet_start:][:len(snippet)]`: the part that holds most of the query.
    `item` is None for words that stand outside items. `parts` is what the score is made of, part by part, before it is
    set beside the best; `names` are the other names by which words of the query were found.
    """

    rank: int
    score: float
    bm25: float
    tfidf: float
    terms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    snippet: str
    snippet_start: int
    paragraph: Paragraph
    item: Item | None
    meeting: Meeting
    parts: tuple[tuple[str, float], ...] = ()
    names: tuple[str, ...] = ()

    @property
    def citation(self) -> str:
        """Where it stands, ready for a footnote."""
        return self.paragraph.citation

    @property
    def permalink(self) -> str:
        """An address of the paragraph that outlives changes elsewhere in its meeting: `#` and its id, quoted."""
        return "#" + quote(self.paragraph.id, safe="/-")

    def explain(self) -> str:
        """Return why it was found and what its score is made of, in English."""
        held = ", ".join(f"“{term}”" for term in self.terms)
        found = f"Found by {held}" if held else "Selected by the filters"
        named = f" (also as {', '.join(f'“{name}”' for name in self.names)})" if self.names else ""
        parts = "; ".join(f"{name} {weight:.2f}" for name, weight in self.parts)
        return f"{found}{named}. Score {self.score:.3f}" + (f", of: {parts}." if parts else ".")

    def row(self) -> dict[str, Any]:
        """Return the hit as plain values, its paragraph, item and meeting by their ids."""
        return {
            "rank": self.rank,
            "score": self.score,
            "bm25": self.bm25,
            "tfidf": self.tfidf,
            "date": self.meeting.date.isoformat() if self.meeting.date else None,
            "body": self.meeting.body,
            "number": self.item.number if self.item else None,
            "title": self.item.title if self.item else None,
            "snippet": self.snippet,
            "citation": self.citation,
            "terms": list(self.terms),
            "spans": [list(span) for span in self.spans],
            "paragraph_id": self.paragraph.id,
            "item_id": self.item.id if self.item else None,
            "meeting_id": self.meeting.id,
        }
