"""What an index is given, as terms: texts that an analyser reads, or lists of terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from minutesnlp.indexing.asking import listed
from minutesnlp.text.analysis import Analyser

Terms = Sequence[str]
Placed = tuple[Sequence[str], Sequence[int]]
Analysis = Callable[[str], list[str]]


def terms_of(text: str | Terms, analyser: Analyser | Analysis) -> list[str]:
    """Return the terms of a text, or those given as such."""
    if isinstance(text, str):
        return analyser.terms(text) if isinstance(analyser, Analyser) else list(analyser(text))
    return listed(text)


def all_places(texts: Iterable[str | Terms], analyser: Analyser | Analysis) -> Iterator[Placed]:
    """Yield the terms of each text with their positions."""
    if isinstance(texts, str):
        raise TypeError("texts is one string; give a sequence of them: [text]")
    for text in texts:
        if isinstance(text, str) and isinstance(analyser, Analyser):
            yield analyser.places(text)
        else:
            terms = terms_of(text, analyser)
            yield terms, range(len(terms))


def all_terms(texts: Iterable[str | Terms], analyser: Analyser | Analysis, name: str) -> Iterator[list[str]]:
    """Yield the terms of each text; `name` is what the caller calls them."""
    if isinstance(texts, str):
        raise TypeError(f"{name} is one string; give a sequence of them: [{name[:-1]}]")
    for text in texts:
        yield terms_of(text, analyser)
