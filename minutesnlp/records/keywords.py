"""Terms that set one part of minutes apart from another."""

from __future__ import annotations

from dataclasses import dataclass

from minutesnlp.records.record import Record


@dataclass(frozen=True, slots=True)
class Example(Record):
    """A sentence that holds a term: `paragraph.text[start:end] == text`."""

    text: str
    paragraph_id: str
    start: int
    end: int
    citation: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Keyword(Record):
    """A term that is more or less frequent in one part of minutes than in another.

    `term` is the form in which it is mostly printed, `stem` what was counted. `count` and `reference_count` are how
    often it stands in either part, `per_thousand` and `reference_per_thousand` that of a thousand terms, `meetings`
    and `reference_meetings` in how many meetings. `log_likelihood` says how sure the difference is (3.84 is p < .05,
    15.13 p < .0001), `log_ratio` how large: 1 is twice as frequent, 2 four times, -1 half.
    """

    term: str
    stem: str
    count: int
    reference_count: int
    per_thousand: float
    reference_per_thousand: float
    log_likelihood: float
    log_ratio: float
    meetings: int
    reference_meetings: int
    examples: tuple[Example, ...] = ()
