"""What a summary shows beside the decision: the sentences, and parts of sentences, that are worth most together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from minutesnlp.records import Item
from minutesnlp.summarising.alone import (
    heads_nothing,
    leads_alone,
    only_names,
    only_regards,
    tells_no_motion,
    tells_not_who,
    turned_behind,
)
from minutesnlp.summarising.centrality import Likeness, likeness
from minutesnlp.summarising.cues import BARE_NOTING, LEADS, VERBAL
from minutesnlp.summarising.cuts import opening, spans
from minutesnlp.summarising.matters import LABEL
from minutesnlp.summarising.operative import PAPER, PAYMENT
from minutesnlp.summarising.roles import MOST_OF_LINE, NOTICE, SETTLED, stopped
from minutesnlp.summarising.selection import select, yielding
from minutesnlp.summarising.units import UNSETTLED, Told, Unit, before_it, is_lesser, is_procedural
from minutesnlp.summarising.worth import is_spoken, of_minutes, of_part, of_speech
from minutesnlp.tracking.decisions.fates import fell

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
# “… to accept the quote of”: one of several offers
TAKES = re.compile(r"\b(?:quot(?:e|ation)|tender|offer|bid|estimate|contract|appoint|use|accept)", re.IGNORECASE)
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
    pool: Sequence[int] = range(len(units))
    if len(units) > MOST_UNITS:
        best = sorted(pool, key=lambda n: (-weights[n], n))[:MOST_UNITS]
        pool = sorted({*best, *kept})
    beside = _Beside(item, units, roles, weights, told, [lengths[n] for n in pool], budget, kept, list(pool))
    return beside.chosen()


class _Beside:
    """What may stand beside the units kept, and what of it is worth most together.

    `numbers` are the units it is chosen from; these are spoken of by their place among them, and parts of them by the
    places behind.
    """

    def __init__(
        self,
        item: Item,
        units: Sequence[Unit],
        roles: Sequence[str],
        weights: Sequence[float],
        told: Sequence[Told],
        costs: list[int],
        budget: int,
        kept: Sequence[int],
        numbers: list[int],
    ) -> None:
        self.units, self.told, self.minutes, self.budget, self.numbers = units, told, item.minutes, budget, numbers
        self.all_roles = roles
        self.these = [units[n] for n in numbers]
        self.roles = [roles[n] for n in numbers]
        self.weights = [weights[n] for n in numbers]
        self.kept = [numbers.index(n) for n in kept]
        self.costs = costs
        self.by_words = max(costs) > 1  # the budget is of words, not of sentences
        self.minuted = not is_spoken(units)
        alike = likeness([unit.text for unit in self.these], item.title)
        self.worths, self.penalty = self._worths(alike)
        self.dropped = self._repeats()
        self.parts = self._shorter(alike)
        self.worths += [min(part.worth, self.worths[part.of]) for part in self.parts]
        self.costs += [part.words for part in self.parts]
        self.of = [*range(len(self.these)), *(part.of for part in self.parts)]
        between = _with_parts(alike.between, [part.of for part in self.parts]) if self.parts else alike.between
        self.likeness = between.tolist()

    def chosen(self) -> tuple[dict[int, Span], float]:
        """Return what is shown, and how far its worth may be from the best."""
        tables = [k for k, unit in enumerate(self.these) if unit.paragraph.kind == "table" or _is_payment(unit)]
        decided = [k for k, role in enumerate(self.roles) if role == "decision"]
        like = {"likeness": self.likeness, "penalty": self.penalty}
        worths = yielding(self.worths, self.costs, self.budget, tables, decided, kept=self.kept, **like)
        self.dropped |= {k for k in range(len(self.these)) if worths[k] <= LEAST_WORTH}
        pairs: list[int] = []  # lead-ins chosen, each with its first part
        while True:
            beside = [*self.kept, *pairs]
            selection = select(worths, self.costs, self.budget, kept=beside, **like)
            chosen = {*(self.of[k] for k in selection.chosen), *beside}
            whole = [k for k in selection.chosen if k < len(self.these)]
            lost = self._lost(whole, chosen) or self._parts_of_nobody(selection.chosen, chosen)
            alone = None if lost else self._alone(whole, chosen)
            if lost:
                self.dropped.update(lost)
                for k in lost:
                    worths[k] = 0.0
            elif alone is None:
                return self._shown(pairs, selection.chosen, chosen, worths), selection.gap
            else:
                below = _part_below(self.these, alone, worths)
                fits = below < len(self.these) and self._words((*beside, alone, below)) <= self.budget
                if fits and worths[below] > 0:
                    pairs += [alone, below]
                else:
                    worths[alone] = 0.0

    def _words(self, places: Iterable[int]) -> int:
        return sum(self.costs[k] for k in places)

    def _worths(self, alike: Likeness) -> tuple[list[float], float]:
        """Return what each is worth, and what a pair that says the same costs."""
        if not self.minuted:
            worths, penalty, one_matter = of_speech(self.these, self.weights, alike), PENALTY_SPOKEN, False
        else:
            one_matter, penalty = _on_one_matter(self.these, self.roles), PENALTY
            worths = of_minutes(self.these, self.roles, self.weights, alike, one_matter=one_matter)
        place = {n: k for k, n in enumerate(self.numbers)}
        settled = any(_settles(one, self.units) for one in self.told)
        for one in self.told:  # a decision that only notes is worth less than one that does something, a proposal least
            less = _less(one, self.units, settled=settled)
            noted = [clause[0] for clause in one.clauses] if one.decision.outcome == "NOTED" else []
            for n in (*one.lead, *noted) if less else ():
                if n in place:
                    worths[place[n]] -= less
            for n in (clause[0] for clause in one.clauses):
                if n in place and (BARE_NOTING.search(self.units[n].text) or PAPER.match(self.units[n].text)):
                    worths[place[n]] = 0.0
        for n in _of_the_lost(self.told, {self.numbers[k] for k in self.kept}) & place.keys():
            worths[place[n]] = 0.0
        told = {n for one in self.told for n in one.numbers if self.units[n].paragraph.kind != "table"}
        for k in _not_taken(self.these, [self.units[n].text for n in sorted(told)]):
            worths[k] = 0.0
        for k, role in enumerate(self.roles if one_matter and self.kept else ()):
            if role == "action" and max(alike.between[k][d] for d in self.kept) >= TAKEN_UP:
                worths[k] *= CARRIED
        return worths, penalty

    def _repeats(self) -> set[int]:
        """Return those that say what was said word for word, which are worth nothing: “Motion passed.” once."""
        said = {self.these[k].text for k in self.kept}
        repeats = set()
        for k, unit in enumerate(self.these):
            if k not in self.kept:
                if unit.text in said:
                    repeats.add(k)
                    self.worths[k] = 0.0
                said.add(unit.text)
        return repeats

    def _shorter(self, alike: Likeness) -> list[Part]:
        """Return the parts of long sentences that may stand for them."""
        if not self.by_words or not self.minuted:
            return []
        open_to = [k for k, role in enumerate(self.roles) if k not in self.kept and role not in ("decision", "vote")]
        long = [k for k in open_to if self.costs[k] >= LONG_SENTENCE and self.worths[k] > 0]
        return [part for k in long for part in _parts(self.these, k, alike)]

    def _lost(self, whole: Iterable[int], chosen: set[int]) -> list[int]:
        """Return what cannot be understood with what is chosen beside it."""
        units, shown = self.units, {self.numbers[k] for k in chosen}

        def is_lost(k: int) -> bool:
            n = self.numbers[k]
            if tells_no_motion(units, n, shown, self.told) or only_regards(units, n, shown):
                return True
            if self.minuted and self.roles[k] not in SETTLED and only_names(units, n, shown):
                return True
            if heads_nothing(units, n, shown, self.minutes) and stopped(units):
                return True
            return self.minuted and (
                (self.roles[k] not in SETTLED and turned_behind(units, n, shown))
                or tells_not_who(units, n, shown, self.minutes)
            )

        return [k for k in whole if is_lost(k)]

    def _parts_of_nobody(self, selected: Iterable[int], chosen: set[int]) -> list[int]:
        """Return the parts of sentences that open with “He” where nothing tells who he is."""
        shown, count = {self.numbers[k] for k in chosen}, len(self.these)
        heads = [k for k in selected if k >= count and self.parts[k - count].start == self.these[self.of[k]].start]
        return [k for k in heads if tells_not_who(self.units, self.numbers[self.of[k]], shown, self.minutes)]

    def _alone(self, whole: Iterable[int], chosen: set[int]) -> int | None:
        """Return a line that leads to others of which none is chosen, or a question without its reply."""
        shown = {self.numbers[k] for k in chosen}
        for k in whole:
            if leads_alone(self.these, k, chosen) or _asks_alone(self.units, self.all_roles, self.numbers[k], shown):
                return k
        return None

    def _shown(
        self, pairs: Sequence[int], selected: Sequence[int], chosen: set[int], worths: Sequence[float]
    ) -> dict[int, Span]:
        """Return what is shown of each that is chosen, and of others where much room is left."""
        count = len(self.these)
        shown = {self.numbers[k]: self._span(k) for k in (*pairs, *selected) if k < count}
        for part in (self.parts[k - count] for k in selected if k >= count):
            shown[self.numbers[part.of]] = (part.start, part.end)
        left = self.budget - self._words((*self.kept, *pairs, *selected))
        if self.by_words and left > MUCH_LEFT * self.budget and self.minuted:
            open_to = [k for k in range(count) if k not in chosen | self.dropped and worths[k] <= 0]
            for k in _plain(self.these, self.roles, self.weights, open_to):
                others = {*shown, self.numbers[k]}
                turned = turned_behind(self.units, self.numbers[k], others)
                turned = turned or tells_not_who(self.units, self.numbers[k], others, self.minutes)
                if self.costs[k] <= left and not turned:
                    shown[self.numbers[k]] = self._span(k)
                    left -= self.costs[k]
        if self.by_words and left > MOST_LEFT * self.budget:
            open_to = [k for k, role in enumerate(self.roles) if k not in chosen and role != "decision"]
            open_to = [k for k in open_to if not tells_not_who(self.units, self.numbers[k], {*shown}, self.minutes)]
            shown |= {self.numbers[k]: span for k, span in _begun(self.these, worths, open_to, left).items()}
        return shown

    def _span(self, k: int) -> Span:
        return self.these[k].start, self.these[k].end


def _not_taken(units: Sequence[Unit], decided: Sequence[str]) -> Iterator[int]:
    """Give the rows of offers beside the one that a decision names, “to accept the quote of Reed & Fell”."""
    first = 0
    while first < len(units):
        last = first
        while last < len(units) and units[last].paragraph.kind == units[first].paragraph.kind:
            last += 1
        rows = range(first, last) if units[first].paragraph.kind == "table" else range(0)
        taken = {k for k in rows for said in decided if TAKES.search(said) and _names_row(said, units[k].text)}
        yield from (k for k in rows if taken and k not in taken)
        first = last


def _is_payment(unit: Unit) -> bool:
    """Tell a line of a list of payments, “Weir Ltd £13.03”: like a row it gives way to what is decided."""
    whole = unit.start == 0 and unit.words <= MOST_OF_LINE and unit.end == len(unit.paragraph.text)
    return whole and PAYMENT.search(unit.text) is not None and VERBAL.search(unit.text) is None


def _names_row(said: str, row: str) -> bool:
    name = row.partition("|")[0].strip()
    return len(name.split()) > 1 and name.casefold() in said.casefold()


def _of_the_lost(told: Sequence[Told], kept: AbstractSet[int]) -> set[int]:
    """Return the clauses of motions that fell, where of what was carried there are more than are shown so far."""
    if not any(one.numbers & kept and not one.numbers <= kept for one in told):
        return set()
    lost = (one for one in told if fell(one.decision) and not one.numbers & kept)
    return {n for one in lost for clause in one.clauses for n in clause}


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
    open_to: Iterable[int],
) -> list[int]:
    """Return the sentences that tell little, and nothing wrong, the best first: they may stand where room is left."""
    fair = [k for k in open_to if weights[k] > LEAST_WEIGHT and VERBAL.search(units[k].text)]
    fair = [k for k in fair if LEADS.search(units[k].text) is None]
    fair = [k for k in fair if roles[k] not in NO_FILLERS and units[k].words >= FEWEST_WORDS]
    return sorted(fair, key=lambda k: (-weights[k], k))


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
