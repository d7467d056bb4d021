"""Counts as they are told."""

from __future__ import annotations


def plural(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> plural(1, "paragraph"), plural(2000, "paragraph"), plural(2, "entity")
    ('1 paragraph', '2,000 paragraphs', '2 entities')
    """
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else many}"
