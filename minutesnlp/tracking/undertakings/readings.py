"""What is read of a clause that may promise something: how it is built, who is to do what, what it would promise."""

from __future__ import annotations

import math
from typing import NamedTuple

from minutesnlp.tracking.undertakings.weights import weights


class Promise(NamedTuple):
    """A promise: who makes it in the minutes' words, whether it can be seen to be done, and the thing to be done."""

    owner: str | None
    hard: bool
    thing: str = ""
    at: int = 0  # where its clause begins in the sentence


class Clause(NamedTuple):
    """A clause that may promise something: what is seen of it, and the promise it would be."""

    seen: frozenset[str]
    promise: Promise
    sort: str = ""  # “somebody does”, “thing done”: with what was heard before it
    kind: str = ""  # how it is built

    @property
    def weight(self) -> float:
        """Return how much speaks for a promise, in hundredths as the weights are told: above 0 it is one."""
        told = weights()
        return round(math.fsum((told[""], *(told.get(one, 0.0) for one in self.seen))), 2)


class Construction(NamedTuple):
    """How a clause is built: one of `KINDS` (“agreed”, “proposed”, “invited” apart), its verb, if that is a passive."""

    kind: str
    verb: str
    passive: bool
    ongoing: bool  # “would be drafting”
    obliged: bool  # “would have to write”


class Doer(NamedTuple):
    """Who is to do something: the subject's words and where they begin, who that is, and of what kind."""

    words: str | None
    place: int
    owner: str | None
    actor: str
    carried: bool  # the subject is that of the clause before
    group: str  # as `actor`, but `somebody` for a person, a post, initials


class Deed(NamedTuple):
    """What is to be done: the class of its verb (`doings.verb_class`), and who it is done by where that is said."""

    of: str
    passive: bool
    by: str | None
    arranged: bool  # “arrangements would be made”

    @property
    def voice(self) -> str:
        """`done` for what is told in the passive, else `does`."""
        return "done" if self.passive else "does"
