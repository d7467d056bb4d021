"""Summaries of an item, a meeting, or the hits of a search."""

from __future__ import annotations

from typing import overload

from minutesnlp.records import Digest, Hits, Item, Meeting, Summary
from minutesnlp.summarising.items import decisions_of, summarise_item
from minutesnlp.summarising.promised import with_matter
from minutesnlp.tracking import find_undertakings

WORDS = 80


@overload
def summarise(source: Item, *, sentences: int | None = None, words: int | None = None) -> Summary: ...
@overload
def summarise(source: Meeting, *, sentences: int | None = None, words: int | None = None) -> Digest: ...
@overload
def summarise(
    source: Hits, *, query: str | None = None, sentences: int | None = None, words: int | None = None
) -> Summary: ...
def summarise(
    source: Item | Meeting | Hits,
    *,
    query: str | None = None,
    sentences: int | None = None,
    words: int | None = None,
) -> Summary | Digest:
    """Summarise in the minutes' own sentences: an item, each item of a meeting, or what hits say to a query.

    `words` (80 where neither is given) counts words between white space, for each item alike; `sentences` counts
    sentences. Only the decision may pass the budget, and then nothing else is added. Agenda text is never used.

    Raises
    ------
    ValueError
        When both are given, or one is less than 1.
    """
    if sentences is not None and words is not None:
        raise ValueError("sentences and words are both given; give one of them")
    for name, value in (("sentences", sentences), ("words", words)):
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
            raise ValueError(f"{name} is {value!r}; it must be a whole number of at least 1")
    budget = WORDS if words is None else words
    if isinstance(source, Item):
        return summarise_item(source, sentences=sentences, words=budget)
    if isinstance(source, Meeting):
        return _digest(source, sentences=sentences, words=budget)
    if isinstance(source, Hits):
        from minutesnlp.summarising.answers import summarise_hits

        return summarise_hits(source, query=query or source.query, sentences=sentences, words=budget)
    told = f"an Item, a Meeting or Hits are summarised, not {type(source).__name__}"
    raise TypeError(f"{told}. Of a string read_text(…, title=…) makes an Item.")


def _digest(meeting: Meeting, *, sentences: int | None, words: int) -> Digest:
    summaries = tuple(summarise_item(item, sentences=sentences, words=words) for item in meeting.items)
    decisions = decisions_of(summaries)
    notes = () if summaries else ("no items: the meeting's text could not be divided",)
    when = f"{meeting.date.day} {meeting.date:%B %Y}" if meeting.date else None
    title = ", ".join(part for part in (meeting.body or meeting.council, when) if part) or meeting.id
    return Digest(
        meeting_id=meeting.id,
        title=title,
        summaries=summaries,
        decisions=decisions,
        votes=tuple(decision.votes for decision in decisions if decision.votes is not None),
        notes=notes,
        undertakings=tuple(with_matter(meeting, find_undertakings(meeting))),
    )
