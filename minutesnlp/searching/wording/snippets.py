"""What is shown of a hit: the places of the query's words, and the part of the paragraph that holds most of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Collection as Several
from types import MappingProxyType

from minutesnlp.indexing.tokens import Finder
from minutesnlp.searching.wording.printed import Printed
from minutesnlp.searching.wording.printed import spans as printed_at
from minutesnlp.text.analysis import Analyser, Token
from minutesnlp.text.marking import Span, merge

NOTHING: Mapping[str, Printed] = MappingProxyType({})
NO_PHRASE: Mapping[str, int] = MappingProxyType({})

# How long a snippet may be, in characters; a paragraph a little longer is shown whole.
LENGTH = 280
WHOLE = 340

# What is asked for stands for a term that no text has.
ANSWER = "?"

# What a word counts for that a snippet has once more.
AGAIN = 0.05

# The end of a sentence and the space after it: “. A”; not “e.g. a”
SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z£“\"‘(0-9])")


class Marker:
    """Marks what a query found in texts.

    `terms` are marked wherever they stand, `phrases` (terms with their distances from the first) only as a whole.
    """

    def __init__(
        self, analyser: Analyser, terms: Several[str], phrases: Sequence[Sequence[tuple[str, int]]] = ()
    ) -> None:
        self._terms, self._phrases = terms, phrases
        self._of_phrases = {term for phrase in phrases for term, _ in phrase}
        self._finder = Finder({*terms, *self._of_phrases}, analyser)

    def mark(
        self, text: str, printed: Mapping[str, Printed] = NOTHING, begun: Mapping[str, int] = NO_PHRASE
    ) -> tuple[tuple[Span, ...], list[Token]]:
        """Return the spans of a text that are marked, merged, and the tokens they are made of.

        `printed`, by what was typed, is marked where it is printed so: a token of it has what was typed for its term.
        So are its first words, up to where each phrase of `begun` runs that began in the text above.
        """
        tokens = self._finder.tokens(text)
        found = [token for token in tokens if token.term in self._terms]
        spans = [(token.start, token.end) for token in found]
        spans += [(0, end) for end in begun.values()]
        by_place = {(token.term, token.position): token for token in tokens if token.term in self._of_phrases}
        for phrase in self._phrases if by_place else ():
            for token in [token for token in by_place.values() if token.term == phrase[0][0]]:
                parts = [by_place.get((term, token.position + offset)) for term, offset in phrase]
                whole = [part for part in parts if part is not None]
                if len(whole) == len(parts):
                    spans.append((token.start, max(part.end for part in whole)))
                    found += whole
        for typed, pattern in printed.items():
            so = printed_at(pattern, text)
            spans += so
            found += [Token(typed, start, end, 0) for start, end in so]
        found += [Token(typed, 0, end, 0) for typed, end in begun.items()]
        if self._phrases or printed or begun:
            found = sorted(set(found), key=lambda token: (token.start, token.end))
        return tuple(merge(spans)), found


def snippet(
    text: str, tokens: Sequence[Token], worth: Callable[[str], float], asked: Sequence[re.Pattern[str]] = ()
) -> tuple[str, int]:
    """Return the part of a text that holds most of the query, and where it starts; `worth` tells what a term counts.

    Where it is known what is `asked` for beside the words, a sum or a reason, a part with that comes before others; of
    several ways to tell it the first that the text has counts.

    It is `text[start:][:len(snippet)]`, begins and ends at words, at a sentence where one begins nearby.
    """
    if len(text) <= WHOLE or not tokens:
        return _cut(text, 0)
    best, best_end, best_worth, end = 0, 0, -1.0, 0
    worth_of = {term: worth(term) for term in dict.fromkeys(token.term for token in tokens)}
    told = next((found for found in ([*one.finditer(text)] for one in asked) if found), [])
    if told:
        answers = [Token(ANSWER, match.start(), match.end(), 0) for match in told]
        tokens = sorted((*tokens, *answers), key=lambda token: (token.start, token.end))
        worth_of[ANSWER] = 1.0 + sum(worth_of.values())
    seen = dict.fromkeys(worth_of, 0)
    for first, token in enumerate(tokens):
        while end < len(tokens) and tokens[end].end <= token.start + LENGTH:
            seen[tokens[end].term] += 1
            end += 1
        there = [worth_of[term] for term, times in seen.items() if times]
        # of two places with the same words, the one that says them more often
        held = sum(there) + AGAIN * (max(end - first, len(there)) - len(there))
        if held > best_worth:
            best, best_end, best_worth = first, end, held
        if first < end:
            seen[token.term] -= 1
        else:
            end = first + 1  # it is longer than a snippet
    last = max((token.end for token in tokens[best:best_end]), default=tokens[best].end)
    return _cut(text, beginning(text, tokens[best].start, last))


def beginning(text: str, start: int, end: int) -> int:
    """Return where to begin so that all up to `end` is shown: a sentence if one begins in time, else a word."""
    room = max(LENGTH - (end - start), 0)
    earliest = max(start - room, 0)
    if earliest == 0:
        return 0
    sentences = [match.end() for match in SENTENCE.finditer(text, earliest, start + 1) if match.end() <= start]
    if sentences:
        return sentences[0] if start - sentences[0] <= room else sentences[-1]
    middle = start - room // 2
    space = text.rfind(" ", earliest, middle + 1)
    return space + 1 if space >= 0 else earliest


def _cut(text: str, start: int) -> tuple[str, int]:
    if len(text) - start <= (WHOLE if start == 0 else LENGTH):
        return text[start:], start
    end = text.rfind(" ", start + 1, start + LENGTH + 1)
    return text[start : end if end > start else start + LENGTH], start
