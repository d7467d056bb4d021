"""Hits in the order of the dates of their meetings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.weighting import Floats
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import Ids


def dated(
    ids: Ids, scores: Floats, part: NDArray[np.int8] | None, collection: Collection, sort: str
) -> tuple[Ids, Floats]:
    """Return hits in the order of their meetings' dates, those without a date last; of one day, the best first.

    Those that hold only part of the query follow the others, and those that hold less than half follow them.
    """
    first, last = collection.days[collection.columns.meeting[ids]].T
    days = np.where(first > 1, first, last)  # of a meeting held before a day that day, of one held after it that
    known = days > 0
    behind = np.zeros(len(ids), np.int8) if part is None else part
    order = np.lexsort((ids, -scores, np.where(known, days if sort == "date" else -days, 0), ~known, behind))
    return ids[order], scores[order]
