"""Where decisions stand: the paragraphs that tell of one or hold its words, and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from minutesnlp.errors import QueryError
from minutesnlp.records import Decision, Paragraph

# What a meeting has: the number of its first paragraph, its paragraphs in their order, and its decisions.
OfMeeting = tuple[int, Sequence[Paragraph], Iterable[Decision]]


@dataclass(frozen=True, eq=False)
class Decided:
    """The paragraphs of decisions with their outcomes, a row for each pair: arrays (D,).

    `paragraph` is a number, `outcome` a place in `outcomes`. A paragraph is a decision's that prints its verb, one that
    holds its clauses or the words of its motion, and the one below that tells what became of it: “Motion lost.”
    """

    paragraph: NDArray[np.int32]
    outcome: NDArray[np.int32]
    outcomes: Sequence[str]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, str]]) -> Decided:
        """Return the paragraphs and outcomes of pairs of both."""
        places: dict[str, int] = {}
        rows = sorted({(number, places.setdefault(outcome, len(places))) for number, outcome in pairs})
        table = np.array(rows, np.int32).reshape(len(rows), 2)
        return cls(np.ascontiguousarray(table[:, 0]), np.ascontiguousarray(table[:, 1]), list(places))

    def with_outcome(self, value: str) -> NDArray[np.int32]:
        """Return the paragraphs of the decisions that were so: refused, and lost is refused too.

        Raises
        ------
        QueryError
            For what no decision may be, with what they are and may be.
        """
        from minutesnlp.tracking.decisions.deciding import outcome_of
        from minutesnlp.tracking.decisions.outcomes import is_outcome

        wanted = outcome_of(value)
        if not is_outcome(wanted) and wanted not in self.outcomes:
            raise self.unknown(value)
        place = self.outcomes.index(wanted) if wanted in self.outcomes else -1
        found: NDArray[np.int32] = self.paragraph[self.outcome == place]
        return found

    def unknown(self, value: str) -> QueryError:
        """Return what says that no decision may be so, and what they are and may be."""
        from minutesnlp.tracking.decisions.outcomes import ACTS

        there = ", ".join(sorted({*ACTS, *self.outcomes}))
        return QueryError(f"outcome {value!r} is not known; there are {there}.")


class ByMeeting:
    """The decisions of meetings, looked for when a search asks for them, and kept."""

    def __init__(self, find: Callable[[int], OfMeeting]) -> None:
        self._find = find
        self._kept: dict[int, list[tuple[int, str]]] = {}

    def of(self, meetings: Iterable[int]) -> Decided:
        """Return what was decided at some meetings, given by their places."""
        wanted = list(meetings)
        for place in wanted:
            if place not in self._kept:
                self._kept[place] = pairs_of(*self._find(place))
        return Decided.of(pair for place in wanted for pair in self._kept[place])


def pairs_of(first: int, paragraphs: Sequence[Paragraph], decisions: Iterable[Decision]) -> list[tuple[int, str]]:
    """Return the numbers of the paragraphs of a meeting's decisions, each with an outcome of the decision."""
    numbers = {paragraph.id: first + place for place, paragraph in enumerate(paragraphs)}
    return [
        (numbers[id_], outcome)
        for decision in decisions
        for id_ in {decision.paragraph_id, decision.settled_in, *(clause.paragraph_id for clause in decision.clauses)}
        if id_ is not None
        for outcome in outcomes_of(decision)
    ]


def outcomes_of(decision: Decision) -> list[str]:
    """Return the outcomes by which a decision is found: its printed verb, what it was agreed to do, that it carried.

    >>> outcomes_of(Decision("DEFERRED", "It was agreed to defer the item.", "p1", 0, 32, sentence_end=32))
    ['DEFERRED', 'AGREED']
    """
    from minutesnlp.tracking.decisions.deciding import AGREEING
    from minutesnlp.tracking.decisions.outcomes import ACTS, PASSING, has_outcome

    acts = (*ACTS, *(verb.upper() for verb in AGREEING), *PASSING)
    return [decision.outcome, *(act for act in acts if act != decision.outcome and has_outcome(decision, act))]


def is_named(word: str) -> bool:
    """Tell whether a word names an outcome as it is printed: “refused”, “lost”; not “grant”, which is a matter too.

    >>> is_named("Refused"), is_named("lost"), is_named("grant"), is_named("fees")
    (True, True, False, False)
    """
    from minutesnlp.tracking.decisions.deciding import outcome_of
    from minutesnlp.tracking.decisions.outcomes import is_outcome

    outcome = outcome_of(word)
    return is_outcome(outcome) and (outcome == word.upper() or outcome_of(word.upper()) == "REFUSED")
