"""How much of a search's topic stands in a text: which sentences of what was found are about it."""

from __future__ import annotations

import math
import re
from collections import Counter

from minutesnlp.records import Hit, Hits
from minutesnlp.summarising.centrality import terms_of
from minutesnlp.text.abbreviations import in_capitals

# What holds this share of a topic's words, weighed by how rare they are among what was found, is about it: of two words
# both, of three two.
ABOUT = 0.6
# A word counts at least for this share of the rarest: “library” stands in nearly all that is found of one's closure.
LEAST = 0.8
# Hits that hold all of a query
WHOLE = frozenset(("all", "title"))
# So many terms may stand between those of another name.
BETWEEN = 1
# A query of words alone: no phrases, fields, brackets or wildcards, nothing left out.
PLAIN = re.compile(r"(?:(?!\b(?:AND|OR|NOT|NEAR)\b)[\w\s'’,.?])*")
WORD = re.compile(r"[\w'’]+")


class Topic:
    """The words of a query that stand in what was found, weighed by how few of the paragraphs hold them.

    The search's own query is known by the words it found, and by other names that mean the same (“closed” for
    “closure”); of another query all words count. `missing` are words of a plain query that stand in
    nothing found.
    """

    def __init__(self, hits: Hits, query: str) -> None:
        self._names: list[tuple[frozenset[str], frozenset[str], re.Pattern[str] | None]] = []
        if query == hits.query:
            held_by = Counter(stem for hit in hits for stem in _asked(hit, hits))
            held_by = held_by or Counter(stem for hit in hits for stem in set(terms_of(" ".join(hit.names))))
            names = (
                (frozenset(terms_of(name)), frozenset(terms_of(words)), _printed(name))
                for name, words in hits.names.items()
            )
            self._names = [one for one in names if not one[0] <= one[1] and one[1] <= held_by.keys()]
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

    def read(self, text: str) -> list[frozenset[str]]:
        """Return each term of a text as the words of the topic that it stands for.

        The terms of another name stand for them together: a site is no website, though a web site is one. A name in
        capitals has to be in capitals: a Sen. Planner is no SEN.
        """
        stems = terms_of(text)
        told = [frozenset((stem,)) for stem in stems]
        there = set(stems)
        for name, words, printed in self._names:
            named = name <= there and (printed is None or printed.search(text) is not None)
            for first in range(len(stems)) if named else ():
                near = stems[first : first + len(name) + BETWEEN]
                if stems[first] in name and name.issubset(near):
                    told[first : first + len(near)] = [
                        one | words if stem in name else one
                        for stem, one in zip(near, told[first : first + len(near)], strict=True)
                    ]
        return told

    def share(self, text: str) -> float:
        """Return the share of the topic that stands in a text, 0 to 1; 1 where it was found by other words alone."""
        if not self.weights:
            return 1.0
        held = frozenset().union(*self.read(text))
        return math.fsum(self.weights.get(stem, 0.0) for stem in held) / self.whole  # of a set, in any order

    def in_sentence(self, sentence: str, around: str) -> float:
        """Return the share of the topic in a sentence; 0 unless enough of it stands there with what is around it."""
        share = self.share(sentence)
        return share if share and self.share(f"{sentence} {around}") >= ABOUT else 0.0

    @property
    def notes(self) -> list[str]:
        """What is to be said of the words that stand nowhere."""
        return [f"“{word}” stands in nothing that was found" for word in dict.fromkeys(self.missing)]


def _printed(name: str) -> re.Pattern[str] | None:
    """Return what finds a name that is all capitals as it is printed; any other is found by its terms."""
    return re.compile(in_capitals(name)) if name.isalpha() and name.isupper() else None


def _asked(hit: Hit, hits: Hits) -> set[str]:
    """Return the terms of a query that a hit holds, be it by other names that mean the same."""
    return set(terms_of(" ".join((*hit.terms, *(hits.names[name] for name in hit.names if name in hits.names)))))
