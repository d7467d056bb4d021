"""What a search may be told beside its query: a ranker, an order, how many hits, filters; anything else is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from minutesnlp.searching.understanding.filters import NAMES

RANKERS = ("fused", "bm25", "tfidf")
SORTS = ("relevance", "date", "newest")


def check(query: object, k: object, ranker: str, sort: str, filters: Mapping[str, Any]) -> None:
    """Refuse what a search cannot be told.

    Raises
    ------
    TypeError
        For a query that is no string.
    ValueError
        For k below 1, for a ranker, an order or a filter there is not.
    """
    if not isinstance(query, str):
        raise TypeError(f"the query is a {type(query).__name__}; it must be a string")
    if k is not None and (not isinstance(k, int) or isinstance(k, bool) or k < 1):
        raise ValueError(f"k is {k!r}; ask for at least one hit, or for all with k=None")
    for name, value, allowed in (("ranker", ranker, RANKERS), ("sort", sort, SORTS)):
        if value not in allowed:
            raise ValueError(f"{name} is {value!r}; it must be one of {', '.join(allowed)}")
    for name in filters:
        if name not in NAMES:
            raise ValueError(f"there is no filter {name!r}; there are {', '.join(NAMES)}")
