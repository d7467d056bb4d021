"""What was done with each file that was read."""

from __future__ import annotations

from dataclasses import dataclass

from minutesnlp.records.record import Record


@dataclass(frozen=True, slots=True)
class Reading(Record):
    """What reading one file gave: by which reader, how much, and what was left out or guessed.

    `furniture` counts the words left out as no part of the minutes (buttons, page numbers, running heads).
    `confidence` is between 0 and 1: how far the meeting rests on what the file states rather than on guesses.
    A file that was skipped has the `reason`, and nothing else.
    """

    file: str
    reader: str = ""
    meetings: int = 0
    items: int = 0
    paragraphs: int = 0
    words: int = 0
    furniture: int = 0
    truncated: int = 0
    guesses: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    how: str = ""
    confidence: float = 0.0
    reason: str = ""
