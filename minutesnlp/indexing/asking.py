"""What an index is asked with and given, told apart from what it cannot work with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import index as integer
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Query = TypeVar("Query")
Answer = TypeVar("Answer")

# How much of what was given is repeated in an error.
SHOWN = 60


def whole(given: object, name: str, kind: str = "a whole number") -> int:
    """Return a whole number.

    Raises
    ------
    TypeError
        For anything else: 1.7, "1" and True too.
    """
    try:
        if isinstance(given, bool | np.bool_):
            raise TypeError
        return integer(given)  # type: ignore[arg-type]
    except TypeError:
        raise TypeError(f"{name} is {_shown(given)}; it must be {kind}") from None


def amount(k: int | None, count: int) -> int | None:
    """Return how many hits are asked for, no more than there are paragraphs; None is all."""
    if k is None:
        return None
    k = whole(k, "k", "a whole number, or None for all")
    if k < 1:
        raise ValueError(f"k is {k}; ask for at least one paragraph, or for all with k=None")
    return min(k, max(count, 1))


def numbers(given: Iterable[int], count: int) -> NDArray[np.int64]:
    """Return numbers of paragraphs, of which there are so many, in the order in which they are given.

    Raises
    ------
    TypeError
        For what is no whole number.
    ValueError
        For a number that no paragraph has.
    """
    if isinstance(given, np.ndarray) and given.dtype.kind in "iu":
        outside = given[(given < 0) | (given >= count)].ravel()[:1].tolist()
    else:
        given = [whole(number, "a paragraph") for number in given]
        outside = [number for number in given if not 0 <= number < count][:1]
    if outside:
        raise ValueError(f"there is no paragraph {outside[0]}; they are 0 to {count - 1}")
    return np.asarray(given, np.int64)


def listed(terms: Any) -> list[str]:
    """Return terms as a list.

    Raises
    ------
    TypeError
        For what can be neither a text nor a list of terms.
    """
    if isinstance(terms, bytes | bytearray) or not isinstance(terms, Iterable):
        raise TypeError(f"{_shown(terms)} is neither a text nor a list of terms")
    return list(terms)


def by_threads(ask: Callable[[Query], Answer], queries: Sequence[Query], threads: int) -> list[Answer]:
    """Return the answers to many queries, asked by several threads.

    Raises
    ------
    TypeError
        For one string in place of many queries.
    ValueError
        For less than one thread.
    """
    if isinstance(queries, str):
        raise TypeError("queries is one string; give a sequence of them: [query]")
    if whole(threads, "threads") < 1:
        raise ValueError(f"threads is {threads}; it takes at least one")
    from concurrent.futures import ThreadPoolExecutor  # it takes a tenth of the time of opening

    size = max(1, -(-len(queries) // (4 * threads)))  # handing over one by one would take longer than answering
    parts = [queries[at : at + size] for at in range(0, len(queries), size)]

    def answer(part: Sequence[Query]) -> list[Answer]:
        return [ask(query) for query in part]

    with ThreadPoolExecutor(max_workers=threads) as pool:
        return [found for answers in pool.map(answer, parts) for found in answers]


def _shown(given: object) -> str:
    told = repr(given)
    return told if len(told) <= SHOWN else told[:SHOWN] + "…"
