"""Whether a decision takes up what was promised in the debate before it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from minutesnlp.text.analysis import Analyser

# Words of promising itself: they tell nothing of what was promised.
PROMISING = frozenset(
    (
        "would",
        "provid",
        "respons",
        "respond",
        "member",
        "cours",
        "inform",
        "advis",
        "repli",
        "request",
        "relat",
        "regard",
    )
)
# A part takes up what shares this much of its words, weighed by how rare they are in the item, and nearly as much as
# the promise that shares most with it.
ENOUGH = 0.4
NEARLY = 0.7
# Word forms that mean one thing are one from this many letters on: finance, financial.
STEM = 5
# “that the register be noted”: has nothing done
ONLY_NOTED = re.compile(r"\bbe\s(?:noted|received)\W*(?:and\W*)?\Z")
# “that the operator's undertakings be reviewed in June”: whatever was promised
PROMISES = re.compile(
    r"\b(?:undertakings|promises|assurances|commitments)\b(?:\s(?:which|that|given|made|by|of|on|about)\b|[^,;]{0,40}\sbe\s)"
)
OWNER_WORDS = re.compile(r"[A-Z][\w’']+")


class Part(NamedTuple):
    """A clause of a decision, or an undivided decision; `formal` is one printed as such, not told in prose."""

    text: str
    paragraph_id: str
    formal: bool
    start: int = 0  # where it stands in its paragraph
    end: int = 0


def carried(
    undertakings: Sequence[tuple[str, str, str | None]], parts: Sequence[Part], texts: Sequence[str]
) -> list[int | None]:
    """Return for each undertaking (its text, what it is about, its owner) the part that takes it up, or None.

    `texts` are the sentences of the item, by which rare words are told from common ones.
    """
    if not parts:
        return [None] * len(undertakings)
    seen = Counter(term for text in texts for term in terms_of(text))
    total = len(texts) + 1

    def weight(term: str) -> float:
        return math.log(1 + total / (0.5 + seen[term]))

    shares: list[list[float]] = []
    for text, about, owner in undertakings:
        own = terms_of(text) | terms_of(about)
        row = []
        for part in parts:
            wanted = terms_of(part.text)
            # the terms of a set have no order, and their sum may not depend on it
            whole = math.fsum(weight(term) for term in wanted)
            share = math.fsum(weight(term) for term in wanted & own) / whole if whole else 0.0
            share = max(share, ENOUGH) if PROMISES.search(part.text) else share
            row.append(0.0 if ONLY_NOTED.search(part.text) or _other_owner(owner, part.text) else share)
        shares.append(row)
    best_of = [max((row[k] for row in shares), default=0.0) for k in range(len(parts))]
    found: list[int | None] = []
    for row in shares:
        fitting = [(share, -k) for k, share in enumerate(row) if share >= ENOUGH and share >= NEARLY * best_of[k]]
        found.append(-max(fitting)[1] if fitting else None)
    return found


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()


@lru_cache(maxsize=4096)
def terms_of(text: str) -> frozenset[str]:
    """Return what a text is about, as the first letters of the stems of its words."""
    return frozenset(term[:STEM] for term in _analyser().terms(text) if term not in PROMISING)


def _other_owner(owner: str | None, part: str) -> bool:
    """Tell whether a part names only officers who cannot be the owner: the Head of Parks, not of Roads."""
    if not owner:
        return False
    own = set(OWNER_WORDS.findall(owner))
    titles = {"Director", "Head", "Officer", "Manager", "Chief", "Member", "Engineer", "Leader", "Lead"}
    if not own & titles:
        return False
    named = [
        set(OWNER_WORDS.findall(match[0]))
        for match in re.finditer(
            r"(?:[A-Z][\w’']+\s)*(?:" + "|".join(titles) + r")\b(?:\s(?:of|for)(?:\s[A-Z][\w’']+)+)?", part
        )
    ]
    via = re.search(r"\bvia\b.*", part)
    kept = [words for words in named if not (via and all(word in via[0] for word in words))]
    return bool(kept) and all((own - words) and (words - own) for words in kept)
