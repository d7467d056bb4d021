"""A query answered from the hits of a search: their sentences, in the order of time."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from minutesnlp.records import Hits, Sentence, Summary
from minutesnlp.summarising.centrality import likeness
from minutesnlp.summarising.cues import POINTS_BACK, VERBAL, WEIGHTS, role_and_weight
from minutesnlp.summarising.lead_ins import lead_in_of
from minutesnlp.summarising.selection import select
from minutesnlp.summarising.topics import Topic
from minutesnlp.summarising.units import Unit, units_of
from minutesnlp.summarising.worth import FEWEST_TERMS, is_spoken, of_speech

# What the query counts for beside the sentence itself and the rank of its paragraph.
TO_QUERY = 2.0
OF_RANK = 0.6
CENTRAL = 0.4
PENALTY = 1.2
TYPICAL_LENGTH = 20.0


def summarise_hits(hits: Hits, *, query: str, sentences: int | None, words: int) -> Summary:
    """Summarise what hits say to a query, oldest first, each sentence with its citation; agenda text is left out."""
    said = [hit for hit in hits if hit.paragraph.section != "agenda"]
    notes = [f"{len(hits) - len(said)} hits in agenda text left out"] if len(said) < len(hits) else []
    notes += ["nothing was found"] if not hits else []
    said = sorted(said, key=lambda hit: (hit.meeting.date or datetime.date.max, hit.meeting.id, hit.rank))
    if any(hit.meeting.date is None for hit in said):
        notes.append("some meetings have no date, and stand last")
    topic = Topic(hits, query)
    notes += topic.notes
    units: list[Unit] = []
    shares: list[float] = []
    about: list[float] = []
    seen: set[str] = set()
    best = max((hit.score for hit in said), default=0.0) or 1.0
    for hit in said:
        if hit.paragraph.id not in seen:
            seen.add(hit.paragraph.id)
            own = units_of([hit.paragraph])
            units += own
            shares += [hit.score / best] * len(own)
            around = f"{hit.item.title if hit.item else ''} {hit.paragraph.text}"
            about += [topic.in_sentence(unit.text, around) for unit in own]
    lengths = [1 if sentences is not None else unit.words for unit in units]
    budget = sentences if sentences is not None else words
    chosen = _chosen(units, shares, about, lengths, query, budget) if units else ()
    if units and min(lengths) > budget:
        notes.append(f"no sentence fits into a budget of {budget}")
    elif units and not chosen:
        notes.append("no sentence that fits says enough of it")
    told = tuple(_sentence(units, n, frozenset(chosen)) for n in chosen)
    used = {sentence.paragraph_id for sentence in told}
    return Summary(
        title=query,
        sentences=told,
        out_of=len(units),
        notes=tuple(notes),
        sources=tuple(hit.paragraph for hit in said if hit.paragraph.id in used),
    )


def _chosen(
    units: Sequence[Unit],
    shares: Sequence[float],
    about: Sequence[float],
    lengths: Sequence[int],
    query: str,
    budget: int,
) -> tuple[int, ...]:
    alike = likeness([unit.text for unit in units], query)
    if is_spoken(units):  # a transcript: whole turns are found, and most of a turn is chat
        weights = [weight + WEIGHTS[role] for role, weight in (role_and_weight(unit.text) for unit in units)]
        spoken = of_speech(units, weights, alike)
        ranked = [worth * (1 + OF_RANK * share) for worth, share in zip(spoken, shares, strict=True)]
        return select(ranked, lengths, budget, likeness=alike.between.tolist(), penalty=PENALTY).chosen
    worths = []
    for n, unit in enumerate(units):
        goes_on = n > 0 and units[n - 1].paragraph.id == unit.paragraph.id and POINTS_BACK.match(unit.text) is not None
        share = max(about[n], about[n - 1]) if goes_on else about[n]
        is_line = VERBAL.search(unit.text) is None and not unit.text.endswith((".", "!", "?"))
        if not share or is_line or alike.terms[n] < FEWEST_TERMS:
            worths.append(0.0)
            continue
        worth = TO_QUERY * float(alike.to_title[n]) + OF_RANK * shares[n] + CENTRAL * float(alike.central[n])
        role, weight = role_and_weight(unit.text)
        worth += 0.5 * (weight + WEIGHTS[role])
        worths.append(worth * share * (max(unit.words, 3) / TYPICAL_LENGTH) ** 0.5)
    return select(worths, lengths, budget, likeness=alike.between.tolist(), penalty=PENALTY).chosen


def _sentence(units: Sequence[Unit], n: int, chosen: frozenset[int]) -> Sentence:
    unit = units[n]
    near = n > 0 and units[n - 1].paragraph.id == unit.paragraph.id
    return Sentence(
        text=unit.text,
        paragraph_id=unit.paragraph.id,
        start=unit.start,
        end=unit.end,
        role=role_and_weight(unit.text)[0],
        lead_in=lead_in_of(units, n, chosen) if near else "",
        citation=unit.paragraph.citation,
    )
