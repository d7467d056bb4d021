"""What a summary tells of what became of motions: no text of one that fell stands there as if it were so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from minutesnlp.records import Sentence
from minutesnlp.records.findings import unshown
from minutesnlp.summarising.cues import LEADS
from minutesnlp.summarising.cuts import shortened
from minutesnlp.summarising.lead_ins import style_of
from minutesnlp.summarising.matters import PARTS
from minutesnlp.summarising.units import Told, Unit, below, is_contested
from minutesnlp.tracking.decisions.fates import FATE, PUT, fell, tells_fate, with_votes

LONGEST = 30
MOST_LISTED = 4


def fate_lines(units: Sequence[Unit], told: Sequence[Told], kept: Iterable[int]) -> tuple[int, ...]:
    """Return the lines that tell the fall of motions that are kept, where they tell it themselves and are short."""
    there = set(kept)
    lines = []
    for one in told:
        own = one.numbers
        if fell(one.decision) and own & there and not any(tells_fate(units[n].text) for n in own & there):
            fate = (n for n in below(one, told, len(units)) if units[n].words <= LONGEST and FATE.search(units[n].text))
            lines += [n for n in [next(fate, None)] if n is not None]
    return tuple(lines)


def marks(told: Sequence[Told], units: Sequence[Unit], chosen: AbstractSet[int]) -> dict[int, str]:
    """Return what became of the decisions shown by the units to be marked: all of a motion that fell, else the first.

    Only a count of votes is worth a mark where a motion was carried.
    """
    found: dict[int, str] = {}
    for one in told:
        here = sorted(one.numbers & chosen)
        lost = fell(one.decision)
        if here and (lost or one.decision.votes is not None):
            marked = [n for n in here if not tells_fate(units[n].text)] if lost else here[:1]
            found |= {n: with_votes(one.decision) for n in marked if n not in found or lost}
    return found


def left_out(
    told: Sequence[Told], units: Sequence[Unit], chosen: AbstractSet[int], sentences: Sequence[Sentence]
) -> list[str]:
    """Return the notes on decisions of which nothing is shown, how many of them were not carried, on rows and lists."""
    rows = sum(unit.paragraph.kind == "table" and n not in chosen for n, unit in enumerate(units))
    notes = [f"{rows} further {'row' if rows == 1 else 'rows'} of a table not shown"] if rows else []
    entries = _unlisted(told, units, chosen)
    if entries:
        notes.append(f"{entries} further {'entry' if entries == 1 else 'entries'} of a list not shown")
    further = unshown([one.decision for one in told], sentences)
    if not further:
        return notes
    note = f"{len(further)} further {'decision' if len(further) == 1 else 'decisions'} not shown"
    lost = [with_votes(one) for one in further if fell(one)]
    divided = [with_votes(one) for one in further if is_contested(one) and not fell(one)]
    told_of = [("not carried", lost), ("voted on", divided)]
    return [*notes, "; of them ".join([note, *(f"{what}: {_listed(some)}" for what, some in told_of if some)])]


def _unlisted(told: Sequence[Told], units: Sequence[Unit], chosen: AbstractSet[int]) -> int:
    """Return how many entries are not shown of lists of which some are: of decisions the clauses are told elsewhere."""
    decided = {n for one in told for n in one.numbers}
    missing = 0
    for n, unit in enumerate(units):
        if n in decided or unit.paragraph.kind in PARTS or LEADS.search(unit.text) is None:
            continue
        parts = list(takewhile(lambda k: units[k].paragraph.kind in PARTS, range(n + 1, len(units))))
        entries = {units[k].place for k in parts if style_of(units[k].paragraph) == style_of(units[n + 1].paragraph)}
        shown = {units[k].place for k in parts if k in chosen} & entries
        missing += len(entries - shown) if shown else 0
    return missing


def _listed(outcomes: Sequence[str]) -> str:
    more = len(outcomes) - MOST_LISTED
    return ", ".join(outcomes[:MOST_LISTED]) + (f" and {more} more" if more > 0 else "")


def motions(told: Sequence[Told], units: Sequence[Unit], chosen: AbstractSet[int]) -> dict[int, str]:
    """Return, for the lines shown that tell only what became of a motion above them, the motion unless it is shown.

    “The Mayor declared the motion rejected.” may not stand below another motion as if it were of that one.
    """
    found: dict[int, str] = {}
    for one in told:
        if not one.lead or one.lead[0] not in chosen or PUT.search(units[one.lead[0]].text) is None:
            continue
        above = [n for clause in one.clauses for n in clause if n < one.lead[0]]
        if above and chosen.isdisjoint(above):
            found[one.lead[0]] = shortened(units[above[0]].text, LONGEST)
    return found
