"""Text without case, accents and compatibility forms, as it is compared."""

from __future__ import annotations

import re
import unicodedata

# Soft hyphens, zero-width characters and combining accents: part of a word, and never part of its term.
SILENT = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
FOLDED = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "⁄": "/"} | dict.fromkeys("‐‑‒–", "-"))
UNHEARD = re.compile(f"[{SILENT}]")


class _Plain(dict[int, str]):
    """What each character is without case, accents and compatibility forms; it is found when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFKD", chr(code)).casefold()
        # Decomposition may bring a capital with it (℡), and case folding an accent (İ)
        self[code] = UNHEARD.sub("", unicodedata.normalize("NFKD", letter).translate(FOLDED))
        return self[code]


PLAIN = _Plain()


def folded(text: str) -> str:
    """Return a text without case, accents and compatibility forms.

    >>> folded("Ｃafé ²")
    'cafe 2'
    """
    return text.lower() if text.isascii() else text.translate(PLAIN)


def fold(text: str) -> tuple[str, list[int]]:
    """Return a text as `folded`, and where each of its characters stood.

    >>> fold("Ｃafé ²")
    ('cafe 2', [0, 1, 2, 3, 4, 5])
    """
    if text.isascii():
        return text.lower(), list(range(len(text)))
    return folded(text), [place for place, character in enumerate(text) for _ in PLAIN[ord(character)]]
