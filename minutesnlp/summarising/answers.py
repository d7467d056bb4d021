"""A query answered from the hits of a search: their sentences, in the order of time."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence, Set

from minutesnlp.counting import plural
from minutesnlp.records import Decision, Hit, Hits, Sentence, Summary
from minutesnlp.summarising.centrality import likeness
from minutesnlp.summarising.cues import POINTS_BACK, WEIGHTS, role_and_weight
from minutesnlp.summarising.lead_ins import lead_in_of
from minutesnlp.summarising.matters import FINITE
from minutesnlp.summarising.selection import select
from minutesnlp.summarising.topics import WHOLE, Topic
from minutesnlp.summarising.units import Unit, units_of
from minutesnlp.summarising.worth import FEWEST_TERMS, is_spoken, of_speech
from minutesnlp.tracking import find_decisions
from minutesnlp.tracking.decisions.fates import fell, tells_fate, with_votes

# What the query counts for beside the sentence itself and the rank of its paragraph.
TO_QUERY = 2.0
OF_RANK = 0.6
CENTRAL = 0.4
PENALTY = 1.2
# What a sentence that settles something is worth more than in the summary of its own item.
SETTLED = 0.6
IDLE = ("PROPOSED", "NOTED")  # outcomes that settle nothing
TYPICAL_LENGTH = 20.0
# How much of the topic a decision counts for that does not name it: its item's title does, or its paragraph before it.
ALL_OF_IT, NOT_NAMED = 0.99, 0.6
# The newest decision stands, unless it takes a larger part of the budget.
LARGEST_PART = 0.6


def summarise_hits(hits: Hits, *, query: str, sentences: int | None, words: int) -> Summary:
    """Summarise what hits say to a query, oldest first, each sentence with its citation; agenda text is left out."""
    said = [hit for hit in hits if hit.paragraph.section != "agenda"]
    notes = [f"{plural(len(hits) - len(said), 'hit')} in agenda text left out"] if len(said) < len(hits) else []
    notes += ["nothing was found"] if not hits else []
    whole = [hit for hit in said if hit.match in WHOLE]
    if query == hits.query and 0 < len(whole) < len(said) and not is_spoken(units_of(hit.paragraph for hit in said)):
        notes.append(f"{plural(len(said) - len(whole), 'hit')} that hold only a part of the query left out")
        said = whole
    said = sorted(said, key=_place)
    topic = Topic(hits, query)
    notes += topic.notes
    units: list[Unit] = []
    shares: list[float] = []
    about: list[float] = []
    told_before: list[str] = []
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
            title = hit.item.title if hit.item else ""
            told_before += [f"{title}\n{hit.paragraph.text[: unit.start]}" for unit in own]
    decided = _decided(said, units)
    for n in decided:
        if not about[n] and any(topic.share(text) >= ALL_OF_IT for text in told_before[n].split("\n")):
            about[n] = NOT_NAMED
    lengths = [1 if sentences is not None else unit.words for unit in units]
    budget = sentences if sentences is not None else words
    chosen = _chosen(units, shares, about, decided, lengths, query, budget) if units else ()
    if units and min(lengths) > budget:
        notes.append(f"no sentence fits into a budget of {budget}")
    elif units and not chosen:
        notes.append("no sentence that fits says enough of it")
    told = tuple(_sentence(units, n, frozenset(chosen), decided.get(n)) for n in chosen)
    used = {sentence.paragraph_id for sentence in told}
    if any(hit.meeting.date is None and hit.paragraph.id in used for hit in said):
        notes.append("some meetings have no date, and stand last")
    notes += _newer(said, used)
    return Summary(
        title=query,
        sentences=told,
        out_of=len(units),
        notes=tuple(notes),
        sources=tuple(hit.paragraph for hit in said if hit.paragraph.id in used),
    )


def _place(hit: Hit) -> tuple[datetime.date, str, int, int]:
    """Return what hits are put in order by: their meeting's date, and how they follow each other in its minutes."""
    return hit.meeting.date or datetime.date.max, hit.meeting.id, hit.paragraph.line or 0, hit.rank


def _chosen(
    units: Sequence[Unit],
    shares: Sequence[float],
    about: Sequence[float],
    decided: Mapping[int, Decision],
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
    worths: list[float] = []
    lines: list[float] = []
    for n, unit in enumerate(units):
        goes_on = n > 0 and units[n - 1].paragraph.id == unit.paragraph.id and POINTS_BACK.match(unit.text) is not None
        share = max(about[n], about[n - 1]) if goes_on else about[n]
        is_line = FINITE.search(unit.text) is None and not unit.text.endswith((".", "!", "?"))
        if not share or is_line or alike.terms[n] < FEWEST_TERMS:
            worths.append(0.0)
            lines.append(share if is_line else 0.0)
            continue
        lines.append(0.0)
        worth = TO_QUERY * float(alike.to_title[n]) + OF_RANK * shares[n] + CENTRAL * float(alike.central[n])
        role, weight = role_and_weight(unit.text)
        settles = n in decided and decided[n].outcome not in IDLE
        worth += 0.5 * (weight + (WEIGHTS["decision"] + SETTLED if settles else WEIGHTS[role]))
        worths.append(worth * share * (max(unit.words, 3) / TYPICAL_LENGTH) ** 0.5)
    worths = worths if any(worths) else lines  # a heading or a name, where no sentence is to be had
    settling = [n for n, one in decided.items() if worths[n] and one.outcome not in IDLE and not one.routine]
    newest = max(settling, default=None)
    kept = (newest,) if newest is not None and lengths[newest] <= LARGEST_PART * budget else ()
    chosen = select(worths, lengths, budget, likeness=alike.between.tolist(), penalty=PENALTY, kept=kept).chosen
    return tuple(sorted({*kept, *chosen}))


def _newer(said: Sequence[Hit], used: Set[str]) -> list[str]:
    """Return the note that the newest meeting in which something was found is not among those shown."""
    days = [hit.meeting.date for hit in said if hit.meeting.date]
    shown = [hit.meeting.date for hit in said if hit.meeting.date and hit.paragraph.id in used]
    if not shown or max(days) == max(shown):
        return []
    return [f"newer hits, the newest of {max(days).day} {max(days):%B %Y}, not shown"]


def _decided(hits: Sequence[Hit], units: Sequence[Unit]) -> dict[int, Decision]:
    """Return the decisions that sentences of hits begin, or begin a clause of, by the numbers of the sentences."""
    items = {hit.item.id: hit.item for hit in hits if hit.item is not None}
    if not items or is_spoken(units):
        return {}
    places: dict[str, list[tuple[int, Decision]]] = {}
    for item in items.values():
        for one in find_decisions(item):
            for paragraph_id, start in (
                (one.paragraph_id, one.start),
                *((c.paragraph_id, c.start) for c in one.clauses),
            ):
                places.setdefault(paragraph_id or "", []).append((start, one))
    found = {}
    for n, unit in enumerate(units):
        for start, one in places.get(unit.paragraph.id, ()):
            if unit.start <= start < unit.end:
                found[n] = one
    return found


def _sentence(units: Sequence[Unit], n: int, chosen: frozenset[int], decision: Decision | None) -> Sentence:
    unit = units[n]
    near = n > 0 and units[n - 1].paragraph.id == unit.paragraph.id
    voted = decision is not None and (fell(decision) or decision.votes is not None) and not tells_fate(unit.text)
    return Sentence(
        text=unit.text,
        paragraph_id=unit.paragraph.id,
        start=unit.start,
        end=unit.end,
        role="decision" if decision is not None else role_and_weight(unit.text)[0],
        lead_in=lead_in_of(units, n, chosen) if near else "",
        citation=unit.paragraph.citation,
        outcome=with_votes(decision) if voted and decision is not None else "",
    )
