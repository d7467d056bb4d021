"""Where some terms stand in texts: what is marked of a hit."""

from __future__ import annotations

from collections.abc import Collection

from minutesnlp.indexing import compiled
from minutesnlp.text.analysis import Analyser, Token

_module, _ = compiled.load("_tokens")


class Finder:
    """Finds terms in texts, as `Analyser.tokens` does among them."""

    def __init__(self, terms: Collection[str], analyser: Analyser) -> None:
        self._terms, self._analyser = terms, analyser
        begins = {ord(term[0]) - ord("a") for term in terms if term}
        self._letters = sum(1 << letter for letter in begins if 0 <= letter < 26)

    def tokens(self, text: str) -> list[Token]:
        """Return where the terms stand in a text, in its order."""
        if _module is not None and compiled.in_use():
            found: list[Token] | None = _module.tokens(text, self._terms, self._letters, self._analyser.parts, Token)
            if found is not None:
                return found
        return self._analyser.tokens(text, self._terms)
