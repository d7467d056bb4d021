"""What a finder gives: a mention with its place, before it becomes an Entity, and the choice between rivals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch `text[start:end]` that one rule took for an entity, with its normal form."""

    label: str
    start: int
    end: int
    value: str | None
    found_by: str
    unit: str | None = None
    kind: str | None = None
    per: str | None = None
    hedge: str | None = None
    direction: str | None = None
    comparator: str | None = None


def lowered(text: str) -> str:
    """Return a text in lower case, letter for letter, so that places stay the same.

    >>> lowered("Last YEAR"), len(lowered("İzmir"))
    ('last year', 5)
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def without_overlaps(*ranked: Iterable[Mention]) -> list[Mention]:
    """Return the mentions in reading order; where two overlap, the one of the earlier group stays.

    Within a group the first to start stays, of two that start together the longer.

    >>> a, b = Mention("DATE", 0, 4, None, "x"), Mention("FIGURE", 2, 6, None, "x")
    >>> [m.label for m in without_overlaps([a], [b])]
    ['DATE']
    """
    kept: list[Mention] = []
    for group in ranked:
        free = _gaps(kept)
        last = -1
        new = []
        for mention in sorted(group, key=lambda m: (m.start, -m.end)):
            if mention.start >= last and free(mention):
                new.append(mention)
                last = mention.end
        kept = sorted(kept + new, key=lambda m: m.start)
    return kept


def _gaps(kept: list[Mention]) -> Callable[[Mention], bool]:
    starts = [m.start for m in kept]
    ends = [m.end for m in kept]

    def free(mention: Mention) -> bool:
        place = bisect_right(starts, mention.start)
        if place and ends[place - 1] > mention.start:
            return False
        return place == len(starts) or starts[place] >= mention.end

    return free
