"""The words of a post, by which posts are compared: spelt out, without small words and without `interim`."""

from __future__ import annotations

import re
from functools import lru_cache

Key = tuple[str, ...]

TEMPORARY = re.compile(r"\b(?:interim|acting|temporary)\s+", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
SHORT = {
    "exec": "executive", "sec": "secretary", "chairman": "chair", "chairperson": "chair", "chairwoman": "chair",
    "convenor": "convener", "ceo": "chief executive", "rfo": "responsible finance officer",
    "dcs": "director of children services", "cfo": "chief finance officer", "childrens": "children",
    "financial": "finance", "co": "co", "exec.": "executive", "depute": "deputy",
}  # fmt: skip
SMALL = frozenset({"the", "of", "for", "and", "s", "to"})
CHIEF_EXECUTIVE = ("chief executive officer", "chief executive")


@lru_cache(maxsize=1 << 14)
def key_of(role: str) -> Key:
    """Return a post's words without small words and without `interim`: its permanent form.

    >>> key_of("Interim Exec. Director of Children’s Care"), key_of("Chief Executive Officer")
    (('executive', 'director', 'children', 'care'), ('chief', 'executive'))
    """
    words = WORD.findall(TEMPORARY.sub("", role).lower().replace("’", "'"))
    spelled = " ".join(SHORT.get(word, word) for word in words).replace(*CHIEF_EXECUTIVE).split()
    return tuple(word for word in spelled if word not in SMALL)


def is_interim(role: str) -> bool:
    """Tell a post that is held for a time."""
    return TEMPORARY.search(f"{role} ") is not None
