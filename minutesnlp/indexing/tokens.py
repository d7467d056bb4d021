"""Where some terms stand in texts: what is marked of a hit."""

from __future__ import annotations

from collections.abc import Collection

from minutesnlp.indexing import compiled
from minutesnlp.text.analysis import Analyser, Token

_module, _ = compiled.load("_tokens")

LETTERS = 26
# i and y, which the stemmer may write for each other
SWAPPED = dict.fromkeys((8, 24), (8, 24))


class Finder:
    """Finds terms in texts, as `Analyser.tokens` does among them."""

    def __init__(self, terms: Collection[str], analyser: Analyser) -> None:
        self._terms, self._analyser = terms, analyser
        # of a plain word the first two letters are those of its term, but for “dying”, whose term is “die”
        self._begins = bytearray(LETTERS * LETTERS)
        for term in terms:
            first, second = (ord(letter) - ord("a") for letter in (term + "  ")[:2])
            if 0 <= first < LETTERS:
                for letter in SWAPPED.get(second, (second,)) if 0 <= second < LETTERS else range(LETTERS):
                    self._begins[first * LETTERS + letter] = True

    def tokens(self, text: str) -> list[Token]:
        """Return where the terms stand in a text, in its order."""
        if _module is not None and compiled.in_use():
            found: list[Token] | None = _module.tokens(text, self._terms, self._begins, self._analyser.parts, Token)
            if found is not None:
                return found
        return self._analyser.tokens(text, self._terms)
