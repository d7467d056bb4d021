"""How much of a search's topic stands in a text: which sentences of what was found are about it."""

from __future__ import annotations

import math
import re
from collections import Counter

from minutesnlp.records import Hits
from minutesnlp.summarising.centrality import terms_of

# What holds this share of a topic's words, weighed by how rare they are among what was found, is about it: of two words
# both, of three two.
ABOUT = 0.6
# A word counts at least for this share of the rarest: “library” stands in nearly all that is found of one's closure.
LEAST = 0.8
# Hits that hold all of a query
WHOLE = frozenset(("all", "title"))
# A query of words alone: no phrases, fields, brackets or wildcards, nothing left out.
PLAIN = re.compile(r"(?:(?!\b(?:AND|OR|NOT|NEAR)\b)[\w\s'’,.?])*")
WORD = re.compile(r"[\w'’]+")


class Topic:
    """The words of a query that stand in what was found, weighed by how few of the paragraphs hold them.

    The search's own query is known by the words it found, and by the names that stand for a word where it is missing
    (“closed” for “closure”); of another query all words count. `missing` are words of a plain query that stand in
    nothing found.
    """

    def __init__(self, hits: Hits, query: str) -> None:
        self.names: dict[str, frozenset[str]] = {}
        if query == hits.query:
            held_by = Counter(stem for hit in hits for stem in set(terms_of(" ".join(hit.terms))))
            held_by = held_by or Counter(stem for hit in hits for stem in set(terms_of(" ".join(hit.names))))
            self.names = _names(hits, set(held_by))
        else:
            asked = set(terms_of(query))
            held_by = Counter(stem for hit in hits for stem in asked.intersection(terms_of(hit.paragraph.text)))
        rare = {stem: math.sqrt(math.log(1 + len(hits) / count)) for stem, count in held_by.items()}
        least = LEAST * max(rare.values(), default=0.0)
        self.weights = {stem: max(weight, least) for stem, weight in rare.items()}
        self.whole = math.fsum(self.weights.values())
        words = WORD.findall(query) if hits and PLAIN.fullmatch(query) else []
        words = [] if any(hit.names and not hit.terms for hit in hits) else words  # all of it may have a short name
        self.missing = tuple(word for word in words if (stems := terms_of(word)) and held_by.keys().isdisjoint(stems))

    def share(self, text: str) -> float:
        """Return the share of the topic that stands in a text, 0 to 1; 1 where it was found by other words alone."""
        if not self.weights:
            return 1.0
        held = {word for stem in terms_of(text) for word in self.names.get(stem, (stem,))}
        return math.fsum(self.weights.get(stem, 0.0) for stem in held) / self.whole  # of a set, in any order

    def in_sentence(self, sentence: str, around: str) -> float:
        """Return the share of the topic in a sentence; 0 unless enough of it stands there with what is around it."""
        share = self.share(sentence)
        return share if share and self.share(f"{sentence} {around}") >= ABOUT else 0.0

    @property
    def notes(self) -> list[str]:
        """What is to be said of the words that stand nowhere."""
        return [f"“{word}” stands in nothing that was found" for word in dict.fromkeys(self.missing)]


def _names(hits: Hits, words: set[str]) -> dict[str, frozenset[str]]:
    """Return the terms of other names by which words were found, each with the words that it stands for.

    One name alone may stand for all that a hit lacks of the query (“LPT”); of several each for what it mostly is.
    """
    missing: dict[str, Counter[str]] = {}
    alone: dict[str, frozenset[str]] = {}
    for hit in hits:
        lacking = words.difference(terms_of(" ".join(hit.terms)))
        names = set(terms_of(" ".join(hit.names))) - words
        for name in names:
            missing.setdefault(name, Counter()).update(lacking)
        if len(names) == 1 and hit.match in WHOLE:
            alone |= {name: frozenset(lacking) for name in names}
    return {name: frozenset({counted.most_common(1)[0][0]}) for name, counted in missing.items() if counted} | alone
