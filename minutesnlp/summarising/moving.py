"""A phrase that a draft puts elsewhere in its sentence: “The fee was raised by 7 votes to 3”, “Unless it rains, …”."""

from __future__ import annotations

import difflib
import re

from minutesnlp.summarising.parts import WORD

# A phrase may move without another meaning when it says when, why, how or on what terms: “unless two are appointed”
MAY_MOVE = re.compile(
    r"(?:unless|if|when|while|once|until|because|since|after|before|following|during|in|on|at|(?<!moved\s)(?<!proposed\s)(?<!seconded\s)by|with|from|as|subject|"
    r"provided|pending|despite|owing|due|under|through|according|\d{1,3}(?= votes to \d))\b",
    re.IGNORECASE,
)
FEWEST = 4  # words of such a phrase
PUT_IN = frozenset(("by", "with", "on", "a", "vote", "of"))  # what a draft may put in before it: “by 7 votes to 3”


def moved(source: str, draft: str) -> str:
    """Return the source's sentence with the longest such phrase where the draft has it; the source where none moved.

    >>> moved("He said that, if it rains in June, the pond would fill.", "The pond would fill if it rains in June.")
    'He said that, , the pond would fill if it rains in June.'
    """
    there, own = list(WORD.finditer(source)), list(WORD.finditer(draft))
    large, small = ([match[0].casefold() for match in words] for words in (there, own))
    phrases = (
        (_run(large, small, a, b), a, b)
        for a, word in enumerate(there)
        if MAY_MOVE.match(source, word.start())
        for b, other in enumerate(small)
        if other == large[a]
    )
    for size, begin, place in sorted((one for one in phrases if one[0] >= FEWEST), reverse=True):
        again = any(_run(large, small, a, place) >= FEWEST for a in range(len(large)) if a != begin)
        if again or any(_run(large, small, begin, b) >= FEWEST for b in range(len(small)) if b != place):
            continue  # a phrase that is said twice has not moved
        left, kept = large[:begin] + large[begin + size :], small[:place] + small[place + size :]
        at = _place(left, kept, place)
        if at is not None and at != begin:
            return _with_moved(source, there, slice(begin, begin + size), at)
    return source


def _with_moved(source: str, words: list[re.Match[str]], phrase: slice, at: int) -> str:
    """Return a sentence with a phrase behind the first `at` of its other words."""
    start, end = words[phrase.start].start(), words[phrase.stop - 1].end()
    rest = [word for n, word in enumerate(words) if not phrase.start <= n < phrase.stop]
    to = rest[at - 1].end() if at else 0
    if to <= start:
        return f"{source[:to]} {source[start:end]} {source[to:start]}{source[end:]}".lstrip()
    return f"{source[:start]}{source[end:to]} {source[start:end]}{source[to:]}"


def _run(large: list[str], small: list[str], a: int, b: int) -> int:
    """Return how many words are the same from two places on."""
    size = 0
    while a + size < len(large) and b + size < len(small) and large[a + size] == small[b + size]:
        size += 1
    return size


def _place(left: list[str], kept: list[str], place: int) -> int | None:
    """Return where in the words of the source a place among the draft's is; None where they have nothing near it."""
    for block in difflib.SequenceMatcher(a=left, b=kept, autojunk=False).get_matching_blocks():
        end = block.b + block.size
        if block.size and block.b <= place and PUT_IN.issuperset(kept[end:place]):
            return block.a + min(place - block.b, block.size)
    return None
