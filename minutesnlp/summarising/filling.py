"""What a summary shows beside the decision: the sentences, and parts of sentences, that are worth most together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from minutesnlp.records import Item
from minutesnlp.summarising.alone import heads_nothing, leads_alone, tells_no_motion, tells_not_who, turned_behind
from minutesnlp.summarising.centrality import Likeness, likeness
from minutesnlp.summarising.cues import BARE_NOTING, LEADS, VERBAL
from minutesnlp.summarising.cuts import opening, spans
from minutesnlp.summarising.matters import LABEL
from minutesnlp.summarising.roles import NOTICE, SETTLED, stopped
from minutesnlp.summarising.selection import select, yielding
from minutesnlp.summarising.units import UNSETTLED, Told, Unit, before_it, is_lesser, is_procedural
from minutesnlp.summarising.worth import is_spoken, of_minutes, of_part, of_speech

Span = tuple[int, int]
# What a pair that says the same costs: in minutes, and where people are quoted word for word.
PENALTY = 1.2
PENALTY_SPOKEN = 1.0
# What a decision that only notes, or an amendment, is worth less.
LESSER = 0.6
# How the meeting goes on is not told beside what it decided.
NOT_BESIDE, LEAST_WORTH = 5.0, -2.5
# A promise so like the decision is taken up by it, and told there.
TAKEN_UP, CARRIED = 0.3, 0.3
# A sentence of so many words may be shown in part; of one sentence no two parts.
LONG_SENTENCE = 14
NEVER_BOTH = 1000.0
# Where more of the budget is left, the beginning of a sentence that is too long for it is shown.
MOST_LEFT = 0.5
# Where more than this is left, so are sentences that tell little.
MUCH_LEFT = 0.2
LEAST_WEIGHT = -0.5
FEWEST_WORDS = 10
NO_FILLERS = frozenset(("decision", "vote", "question"))
# Past this many sentences likeness is not measured for all of them: the ones their words recommend least are left out.
MOST_UNITS = 600
# An item is on one matter where no more of its paragraphs, beside the decisions, are entries of a list.
MOST_ENTRIES = 1 / 3


def fill(
    item: Item,
    units: Sequence[Unit],
    roles: Sequence[str],
    weights: Sequence[float],
    told: Sequence[Told],
    lengths: Sequence[int],
    budget: int,
    kept: Sequence[int],
) -> tuple[dict[int, Span], float]:
    """Return the units worth most beside the ones kept, each with what is shown of it, and how far off it may be."""
    pool = range(len(units))
    if len(units) > MOST_UNITS:
        best = sorted(pool, key=lambda n: (-weights[n], n))[:MOST_UNITS]
        pool = sorted({*best, *kept})  # type: ignore[assignment]
    numbers = list(pool)
    alike = likeness([units[n].text for n in numbers], item.title)
    these = [units[n] for n in numbers]
    one_matter, minuted = False, not is_spoken(units)
    if not minuted:
        worths, penalty = of_speech(these, [weights[n] for n in numbers], alike), PENALTY_SPOKEN
    else:
        theirs = [roles[n] for n in numbers]
        one_matter = _on_one_matter(these, theirs)
        worths = of_minutes(these, theirs, [weights[n] for n in numbers], alike, one_matter=one_matter)
        penalty = PENALTY
    settled = any(_settles(one, units) for one in told)
    for one in told:  # a decision that only notes is worth less than one that does something, a mere proposal least
        less = _less(one, units, settled=settled)
        for n in one.lead if less else ():
            if n in pool:
                worths[numbers.index(n)] -= less
        for clause in one.clauses:
            if clause[0] in pool and BARE_NOTING.search(units[clause[0]].text):
                worths[numbers.index(clause[0])] = 0.0
    kept_here = [numbers.index(n) for n in kept]
    for k, n in enumerate(numbers if one_matter and kept_here else ()):
        if roles[n] == "action" and max(alike.between[k][d] for d in kept_here) >= TAKEN_UP:
            worths[k] *= CARRIED
    said = {these[k].text for k in kept_here}
    repeats = set()
    for k, unit in enumerate(these):  # “Motion passed.” once
        if k not in kept_here:
            if unit.text in said:
                repeats.add(k)
                worths[k] = 0.0
            said.add(unit.text)
    costs = [lengths[n] for n in numbers]
    between = alike.between
    parts: list[Part] = []
    if max(costs) > 1 and minuted:
        open_to = [k for k, n in enumerate(numbers) if n not in kept and roles[n] not in ("decision", "vote")]
        parts = [
            part for k in open_to if costs[k] >= LONG_SENTENCE and worths[k] > 0 for part in _parts(these, k, alike)
        ]
        worths += [min(part.worth, worths[part.of]) for part in parts]
        costs += [part.words for part in parts]
        between = _with_parts(between, [part.of for part in parts])
    told_of = [*range(len(these)), *(part.of for part in parts)]
    rows = between.tolist()
    tables = [k for k, unit in enumerate(these) if unit.paragraph.kind == "table"]
    decided = [k for k, n in enumerate(numbers) if roles[n] == "decision"]
    worths = yielding(worths, costs, budget, tables, decided, likeness=rows, penalty=penalty, kept=kept_here)
    dropped = repeats | {k for k in range(len(these)) if worths[k] <= LEAST_WORTH}
    pairs: list[int] = []  # lead-ins chosen, each with its first part
    minutes = item.minutes
    while True:
        beside = [*kept_here, *pairs]
        selection = select(worths, costs, budget, likeness=rows, penalty=penalty, kept=beside)
        chosen = {*(told_of[k] for k in selection.chosen), *beside}
        shown_too = {numbers[k] for k in chosen}
        whole = [k for k in selection.chosen if k < len(these)]
        lost = [
            k
            for k in whole
            if tells_no_motion(units, numbers[k], shown_too, told)
            or (heads_nothing(units, numbers[k], shown_too, minutes) and stopped(units))
            or (minuted and roles[numbers[k]] not in SETTLED and turned_behind(units, numbers[k], shown_too))
            or (minuted and tells_not_who(units, numbers[k], shown_too, minutes))
        ]
        alone = next(
            (k for k in whole if leads_alone(these, k, chosen) or _asks_alone(units, roles, numbers[k], shown_too)),
            None,
        )
        if lost:
            dropped.update(lost)
            for k in lost:
                worths[k] = 0.0
        elif alone is None:
            shown = {numbers[k]: (these[k].start, these[k].end) for k in (*pairs, *selection.chosen) if k < len(these)}
            for part in (parts[k - len(these)] for k in selection.chosen if k >= len(these)):
                shown[numbers[part.of]] = (part.start, part.end)
            left = budget - sum(costs[k] for k in (*beside, *selection.chosen))
            if max(costs) > 1 and left > MUCH_LEFT * budget and minuted:
                open_to = [k for k in range(len(these)) if k not in chosen | dropped and worths[k] <= 0]
                for k in _plain(these, roles, weights, numbers, open_to):
                    others = {*shown, numbers[k]}
                    turned = turned_behind(units, numbers[k], others) or tells_not_who(
                        units, numbers[k], others, minutes
                    )
                    if costs[k] <= left and not turned:
                        shown[numbers[k]] = (these[k].start, these[k].end)
                        left -= costs[k]
            if max(costs) > 1 and left > MOST_LEFT * budget:
                open_to = [k for k, n in enumerate(numbers) if k not in chosen and roles[n] != "decision"]
                shown |= {numbers[k]: span for k, span in _begun(these, worths, open_to, left).items()}
            return shown, selection.gap
        else:
            part_below = _part_below(these, alone, worths)
            fits = part_below < len(these) and sum(costs[k] for k in (*beside, alone, part_below)) <= budget
            if fits and worths[part_below] > 0:
                pairs += [alone, part_below]
            else:
                worths[alone] = 0.0


def _settles(one: Told, units: Sequence[Unit]) -> bool:
    decided = one.decision.outcome != "PROPOSED" and not one.decision.routine
    return decided and not is_procedural(one.decision, before_it(one, units))


def _less(one: Told, units: Sequence[Unit], *, settled: bool) -> float:
    """Return how much less a decision is worth than one that does something."""
    if settled and one.decision.outcome == "PROPOSED":
        return UNSETTLED
    if is_procedural(one.decision, before_it(one, units)):
        return NOT_BESIDE if settled else LESSER
    return LESSER if is_lesser(one.decision) else 0.0


def _on_one_matter(units: Sequence[Unit], roles: Sequence[str]) -> bool:
    """Tell prose from a list of unlike matters, most of whose paragraphs are entries or open with the matter's name."""
    if roles[:1] == ["question"] or NOTICE.match(units[0].text):  # what was found is told in the reply
        return False
    said = {unit.place: unit.paragraph for unit, role in zip(units, roles, strict=True) if role not in SETTLED}
    entries = sum(one.kind != "text" or LABEL.match(one.text) is not None for one in said.values())
    return entries <= MOST_ENTRIES * len(said)


def _plain(
    units: Sequence[Unit],
    roles: Sequence[str],
    weights: Sequence[float],
    numbers: Sequence[int],
    open_to: Iterable[int],
) -> list[int]:
    """Return the sentences that tell little, and nothing wrong, the best first: they may stand where room is left."""
    fair = [k for k in open_to if weights[numbers[k]] > LEAST_WEIGHT and VERBAL.search(units[k].text)]
    fair = [k for k in fair if LEADS.search(units[k].text) is None]
    fair = [k for k in fair if roles[numbers[k]] not in NO_FILLERS and units[k].words >= FEWEST_WORDS]
    return sorted(fair, key=lambda k: (-weights[numbers[k]], k))


def _begun(units: Sequence[Unit], worths: Sequence[float], open_to: Iterable[int], room: int) -> dict[int, Span]:
    """Return the beginning of the best sentence that is too long: else nothing may be told of an item's only one."""
    long = [k for k in open_to if units[k].words > room and worths[k] > 0]
    if not long:
        return {}
    best = max(long, key=lambda k: worths[k])
    start = units[best].start
    return {best: (start, start + opening(units[best].text, room))}


def _part_below(units: Sequence[Unit], n: int, worths: Sequence[float]) -> int:
    """Return what goes with a line that leads to others: the first part below it, of a table the best row."""
    last = n + 1
    while last < len(units) and units[last].paragraph.kind == "table":
        last += 1
    return max(range(n + 1, last), key=lambda k: worths[k]) if last > n + 1 else n + 1


class Part(NamedTuple):
    """A part of sentence `of` that may stand for it: its place in the paragraph, its length, its worth."""

    of: int
    start: int
    end: int
    words: int
    worth: float


def _parts(units: Sequence[Unit], k: int, alike: Likeness) -> Iterator[Part]:
    unit = units[k]
    for start, end in spans(unit.text):
        text = unit.text[start:end]
        yield Part(k, unit.start + start, unit.start + end, len(text.split()), of_part(unit, k, text, alike))


def _with_parts(between: Any, of: Sequence[int]) -> Any:
    """Return how alike sentences and parts are: a part as its sentence, and of one sentence no two may stand."""
    import numpy as np

    whose = np.array([*range(len(between)), *of], dtype=np.int64)
    wide = between[np.ix_(whose, whose)]
    wide[whose[:, None] == whose[None, :]] = NEVER_BOTH
    np.fill_diagonal(wide, 0.0)
    return wide


def _asks_alone(units: Sequence[Unit], roles: Sequence[str], n: int, chosen: set[int]) -> bool:
    """Tell a question whose reply stands right behind it and is not chosen."""
    return (
        roles[n] == "question"
        and n + 1 < len(units)
        and roles[n + 1] != "question"
        and not answered(units, roles, n, chosen)
    )


def answered(units: Sequence[Unit], roles: Sequence[str], n: int, chosen: set[int]) -> bool:
    """Tell whether what stands right behind a question, and is no question, is chosen too."""
    return any(k in chosen for k in range(n + 1, min(n + 3, len(units))) if roles[k] != "question")
