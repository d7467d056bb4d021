"""Words of like meaning, as two models of English place them near each other: models/kindred."""

from __future__ import annotations

from functools import lru_cache

from minutesnlp.resources import models

# What makes a word its opposite.
NOT = ("un", "il", "im", "in", "ir", "dis", "non", "mis")


def kindred(word: str) -> list[tuple[str, float]]:
    """Return the words most like a word (lower case) in meaning, each with how like it is, the mean of two models.

    >>> kindred("garbage")[0]
    ('trash', 0.84)

    Models place opposites near each other: those that a syllable tells (legal, illegal) are left out.
    """
    return [(other, alike) for other, alike in _told(word) if not _opposite(word, other)]


def _opposite(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return long.endswith(short) and long.removesuffix(short) in NOT


def _told(word: str) -> list[tuple[str, float]]:
    lines = _lines()
    at = lines.find(f"\n{word} ".encode())
    if at < 0:
        return []
    _, *told = lines[at + 1 : lines.index(b"\n", at + 1)].decode().split()
    return [(other, int(hundredths) / 100) for other, hundredths in zip(told[::2], told[1::2], strict=True)]


@lru_cache(maxsize=1)
def _lines() -> bytes:
    return b"\n" + models("kindred", "words.txt").read_bytes()  # looked through as it is: a dict takes ten times that
