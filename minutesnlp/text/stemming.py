"""Words into their stems. The door to the stemmer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache


@lru_cache(maxsize=2**17)
def stem(word: str) -> str:
    """Return a word's stem by the Snowball English stemmer (Porter 2001); figures and codes are left as they are.

    >>> stem("recruitment"), stem("b12")
    ('recruit', 'b12')
    """
    return _stemmer()(word) if word.isalpha() else word


_local = threading.local()  # a Snowball stemmer holds the word it is working on, so each thread has its own


def _stemmer() -> Callable[[str], str]:
    if not hasattr(_local, "stemmer"):
        import Stemmer

        # Without its own memory, which takes longer to keep than the stems of new words to make: `stem` has one
        _local.stemmer = Stemmer.Stemmer("english", 0).stemWord
    stemmer: Callable[[str], str] = _local.stemmer
    return stemmer
