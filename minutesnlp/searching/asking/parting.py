"""What is typed as one word or phrase, parted into the terms by which it is looked up."""

from __future__ import annotations

import re
from functools import lru_cache

from minutesnlp.text.analysis import Analyser
from minutesnlp.text.dates import day_of, further
from minutesnlp.text.folding import folded

# “by-law”, “in-house”; not “by law”
HYPHENATED = re.compile(r"[^\W\d_]+-[^\W_]+")


@lru_cache(maxsize=8192)
def parts_of(text: str, analyser: Analyser) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Return the terms of a text with their distance from the first, and what all of it is as one word.

    >>> parts_of("data-mining", Analyser())
    ((('data', 0), ('mine', 1)), ('datamin',))
    >>> parts_of("APM14/03", Analyser())
    ((('apm', 0), ('14', 1), ('03', 2)), ())
    """
    typed = folded(text).strip()
    if day_of(typed):
        return ((further(typed)[0][0], 0),), ()  # the one form in which every print of a day is kept
    tokens = analyser.tokens(text)
    said = [token for token in tokens if not token.extra]
    first = said[0].position if said else 0
    # the number in a sum is another way to find the sum, and no way to ask for it; nor is APM14 one for APM14/03
    joined = tuple(
        token.term
        for token in tokens
        if token.extra and token.term.isalnum() and token.term[0].isalpha()
        if not said or (token.start <= said[0].start and token.end >= said[-1].end)
    )
    if joined and len(said) == 1 and HYPHENATED.fullmatch(typed):
        return ((joined[0], 0),), ()  # half of by-law and in-house says nothing, and the other half something else
    return tuple((token.term, token.position - first) for token in said), joined
