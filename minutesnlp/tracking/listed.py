"""Sets of words written as running text, which is shorter to read than a tuple of strings."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a text as a set.

    >>> sorted(listed("in of on"))
    ['in', 'of', 'on']
    """
    return frozenset(words.split())
