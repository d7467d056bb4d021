"""A topic of an archive: its words, in their order, and which texts name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from minutesnlp.archive.everywhere import common_terms
from minutesnlp.archive.headings import FINITE
from minutesnlp.records import Hits
from minutesnlp.summarising.centrality import terms_of
from minutesnlp.summarising.topics import ABOUT, PLAIN, Topic
from minutesnlp.tracking.listed import listed

ALL_OF_IT, HALF_OF_IT = 0.99, 0.5
WORD = re.compile(r"[\w’'-]+")
# Words that are read as the time of a meeting
PERIOD = re.compile(r"\b(?:since|until|till|before|after|from|between|during|in)\s(?:\w+\s)?\d{4}\b(?:\sand\s\d{4}\b)?")
PARTLY = ("part", "less")
COMPOUND = re.compile(r"\b\w+(?:-\w+)+\b")
# In -ing things of their own: a car park is no parking, and a plan of the parish no planning.
APART = frozenset(("parking", "planning", "housing", "building", "training", "meeting", "hearing"))
# “held on 7 May at the Village Hall”, “displayed on the notice board”: where something is is not what it is about.
VENUE = re.compile(
    r"\b(?:held|hold(?:ing)?|meet(?:s|ing|ings)?|met|tak(?:e|es|ing)\splace|took\splace|hosted|assembly|events?|advertis\w+|"
    r"display\w*|publish\w*|available)\b[^;|]{0,70}?\b(?:at|in|on)\s(?:the\s|our\s)?"
    r"(?:[A-Z][\w’'-]*\s?|(?:village|notice|hall|centre|library|school|church|boards?|website|and)\b\s?){1,6}"
)
# “the Cabinet Member for Parks”, “referred to the Roads Committee”: who is asked is not what it is about.
_NAMES = r"(?:[A-Z][\w’'/-]*,?\s(?:(?:and|&|of|for)\s)*)+"
OFFICE = re.compile(
    r"\b(?:Members?|Directors?|Head|Heads|Portfolio\sHolders?|Ministers?|Secretar(?:y|ies)\sof\sState|Managers?|Officers?|"
    r"Department|Committee)\s(?:for|of)\s(?:the\s)?(?:[A-Z][\w’'-]*(?:,?\s(?:(?:and|&|of|for|the)\s)*(?=[A-Z]))?)+"
    rf"|\b(?:to|by|at|from|of)\s(?:the\s)?{_NAMES}(?:Committee|Panel)\b|\b{_NAMES}Committee\s(?:Meeting\s)?Minutes\b|\b{_NAMES}(?:(?:Policy|Scrutiny|Select)\s(?:Committee|Panel)|SPC)\b"
)
OFFICES = listed("member director head holder minister secretary manager officer department committee panel spc")
# “Weir Road” is not in “Weir Drove and Kiln Road”; “Weir Rd” it is.
STREET = re.compile(
    r"(?P<own>[\w’'-]+)\s(?P<kind>road|street|lane|avenue|close|drive|drove|park|terrace|crescent|court|way|hill|common|"
    r"green|square|bridge)",
    re.IGNORECASE,
)
# Of a topic of so few words a heading has to name all, of as many and more a passage the first and the last.
FEW = 3
# So many terms may stand between two words of a topic, and where they are turned round (“closure of the library”).
BETWEEN, TURNED = 4, 2
# In so many paragraphs, and in such a share of those that hold both, stand two words that belong together.
TOGETHER, BOUND = 3, 0.125
# The same texts are asked about again and again: so many answers are kept.
ASKED = 2048
# Of so many matters in a row none is what a sentence is about, unless it is the first.
LISTED = 3
PARTED = re.compile(r"[,;•]\s|\s[–—-]\s|\n|\sand\s")
LONGEST_PART = 6
# “Cllrs Orr, Fell and Voss, with Mr Reed, the Speedwatch Co-ordinator”: people, and no matters
PEOPLE = re.compile(r"\b(?:Cllrs|Councillors)\.?(?:\s(?:and|together|with|the|[A-Z][\w.’'-]*),?)+")
# “the bin” below a sentence on the dog waste bin; the council and its meeting are spoken of everywhere
EVERYWHERE = re.compile(r"(?:councils?|committees?|meetings?|members?)\Z", re.IGNORECASE)
DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s([\w’'-]+)", re.IGNORECASE)
# “We meet at the Mill (the library closed at eight)”: no name in brackets, but something said by the way
ASIDE = re.compile(r"\((?:the|an?|our|this|it)\s[^()]*(?:\)|\Z)", re.IGNORECASE)


class Subject:
    """A topic: its words, in their order, and which texts name it."""

    def __init__(self, hits: Hits, topic: str) -> None:
        councils = {hit.meeting.council for hit in hits if hit.meeting.council}
        self._common = common_terms().union(*map(terms_of, councils))
        self._compounds = [
            (re.compile(r"\b" + r"[-\s]?".join(map(re.escape, word.split("-"))), re.IGNORECASE), word.replace("-", ""))
            for word in COMPOUND.findall(topic)
        ]
        self._plain = lru_cache(maxsize=ASKED)(self._without)
        self._shares = lru_cache(maxsize=ASKED)(lambda text: self.topic.share(self._plain(text)))
        self._is_another = lru_cache(maxsize=ASKED)(self._names_another)
        joined = self._joined(topic)
        self.topic = Topic(hits, joined)
        if not self.topic.weights:  # of one that is written otherwise wherever it was found
            joined, self._compounds = topic, []
            self.topic = Topic(hits, topic)
        topic = joined
        self.least = ABOUT if PLAIN.fullmatch(topic) else 0.01  # of “a OR b” one is enough
        # Nothing that was found holds it, or a word of it stands nowhere: what holds the others is on something else.
        timed = {word for told in PERIOD.findall(topic) for word in told.split()}
        nowhere = set(self.topic.missing) - timed
        self.lost = all(hit.match in PARTLY for hit in hits) or (self.least == ABOUT and bool(nowhere))
        typed = {word.casefold() for word in WORD.findall(topic)}
        self._asks_office = not OFFICES.isdisjoint(word.removesuffix("s") for word in typed)
        self._doing = [word for word in typed if word.endswith("ing")]
        own = set(self.topic.weights)
        self._order = [stem for stem in dict.fromkeys(terms_of(topic)) if stem in own]
        self._bound = frozenset(_bound(self._order, hits))
        self._turned = [
            re.compile(rf"\b{re.escape(second)}\w*[\s-]{re.escape(first)}\w*", re.IGNORECASE)
            for first, second in pairwise(self._order)
            if self.least == ABOUT
        ]
        words = topic.split() if self.least == ABOUT else []
        self._ends = [own.intersection(terms_of(word)) for word in (words[0], words[-1])] if len(words) >= FEW else []
        self._ends = [end for end in self._ends if end]
        street = STREET.fullmatch(topic.strip())
        self._others = street and re.compile(
            rf"\b(?i:{re.escape(street['own'])})(?=\s(?![{street['kind'][0].upper()}])[A-Z][a-z]{{2}})"
        )
        self._apart = {stem: APART & typed for word in APART for stem in terms_of(word) if stem in own}

    def __len__(self) -> int:
        """Return how many words the topic has."""
        return len(self._order)

    def share(self, text: str) -> float:
        """Return the share of the topic that stands in a text, 0 to 1; where something takes place is left out."""
        return self._shares(text)

    def loosely(self, text: str) -> bool:
        """Tell whether a word in -ing stands in a text only by its stem: “the next cycle” of “cycling”."""
        words = text.casefold()
        return any(word not in words for word in self._doing) and self.share(text) > 0

    def stands_in(self, text: str) -> bool:
        """Tell whether most of the topic stands in a text, its words near each other."""
        text = self._plain(text)
        if self.lost or self.topic.share(text) < self.least:
            return False
        stems = self._stems(text)
        places = [[n for n, one in enumerate(stems) if stem in one] for stem in self._order]
        if not self._holds_ends(stems):
            return False
        places = [found for found in places if found]
        near = (
            any(a <= b <= a + 1 + BETWEEN or b < a <= b + 1 + TURNED for a in first for b in second)
            for first, second in pairwise(places)
        )
        return self.least < ABOUT or (all(near) and self._holds_bound(stems))

    def _holds_bound(self, stems: list[frozenset[str]]) -> bool:
        """Tell whether words that belong together stand so: a council's wealth tax is no council tax."""
        pairs = list(pairwise(stems))
        return all(any(a in first and b in second for first, second in pairs) for a, b in self._bound)

    def _stems(self, text: str) -> list[frozenset[str]]:
        """Return the terms of a text, each as the words of the topic that it stands for."""
        return self.topic.read(text)

    def _holds_ends(self, stems: list[frozenset[str]]) -> bool:
        """Tell whether the first and the last word are there: an Arts Council grant is no council's grant."""
        return all(any(end & one for one in stems) for end in self._ends)

    def heads(self, heading: str) -> bool:
        """Tell whether a heading names the topic; of one of more than three words most of it."""
        return self.stands_in(heading) and (
            len(self._order) > FEW or self.least < ABOUT or self.share(heading) >= ALL_OF_IT
        )

    def named_in(self, passage: str, heading: str = "") -> bool:
        """Tell whether a passage names the topic, and not among many matters; in part if its heading tells the rest."""
        if not self.share(passage) or self.by_the_way(passage) or self._is_listed(passage):
            return False
        if self.lost or self.share(passage) >= self.least:
            return self.stands_in(passage)
        own, over = (self._stems(self._plain(text)) for text in (passage, heading))
        if not (self._holds_bound(own) or self._holds_bound(over)) or not self._tells(own):
            return False
        return self.share(f"{passage} {heading}") >= ABOUT and self._holds_ends(own + over)

    def _tells(self, stems: list[frozenset[str]]) -> bool:
        """Tell whether a text has another word of the topic than one that stands in any, or in the council's name."""
        return any(not one.isdisjoint(self._order) and self._common.isdisjoint(one) for one in stems)

    def by_the_way(self, passage: str) -> bool:
        """Tell whether the topic stands in a passage only within brackets: “(the library closed at eight)”."""
        return self.share(passage) > 0 and not self.share(ASIDE.sub(" ", passage))

    def refers(self, passage: str) -> bool:
        """Tell whether a passage speaks of a thing by the last word of its name: “the bin” of “dog waste bin”."""
        last = set(self._order[-1:]) if len(self._order) > 1 else set()
        named = (word for word in DEFINITE.findall(passage) if EVERYWHERE.match(word) is None)
        return any(not last.isdisjoint(terms_of(word)) for word in named)

    def _joined(self, text: str) -> str:
        """Return a text with the topic's compounds as one word, however they are written: “drop-in”, “drop in”."""
        for pattern, word in self._compounds:
            text = pattern.sub(word, text)
        return text

    def _without(self, text: str) -> str:
        """Return a text without what is not what it is about: where, who is asked, another street."""
        text = self._joined(VENUE.sub(" ", text))
        text = self._others.sub(" ", text) if self._others else text
        text = text if self._asks_office else OFFICE.sub(" ", text)
        for turned in self._turned:  # a care home is no home care, as a closure of the library is a library closure
            text = turned.sub(" ", text)
        return WORD.sub(lambda word: "" if self._is_another(word[0]) else word[0], text) if self._apart else text

    def _names_another(self, word: str) -> bool:
        """Tell a word that has the stem of one of the topic's and names something else: “park” of “parking”."""
        word = word.strip("’'-")  # ‘No Parking’
        for stem in terms_of(word):
            if stem in self._apart:
                typed = self._apart[stem]
                return word.casefold() not in typed if typed else word.casefold() in APART
        return False

    def _is_listed(self, passage: str) -> bool:
        """Tell whether the topic is but one of many matters: “highlighted were bins, hedges, the precept, fouling”."""
        if FINITE.search(passage) is None:
            return False  # a line of a list of payments: “Orr & Co - £40 - yearly audit”
        people = PEOPLE.search(passage)
        if people and self.share(people[0]):
            return False
        parts = [(self.share(part) > 0, _is_short(part)) for part in PARTED.split(passage)]
        held = [n for n, (holds, _) in enumerate(parts) if holds]
        return bool(held) and all(n > 0 and _run(parts, n) >= LISTED for n in held)


def _bound(order: Sequence[str], hits: Hits) -> Iterator[tuple[str, str]]:
    """Yield the words of a topic, in pairs, that belong together, one behind the other: “council tax”.

    Of those is one that stands in any sentence, so that it tells nothing to stand near it.
    """
    for first, second in pairwise(order):
        if common_terms().isdisjoint((first, second)):
            continue
        said = [terms for hit in hits if {first, second}.issubset(terms := terms_of(hit.paragraph.text))]
        together = sum((first, second) in pairwise(terms) for terms in said)
        if together >= max(TOGETHER, len(said) * BOUND):
            yield first, second


def _is_short(part: str) -> bool:
    return 0 < len(part.split()) <= LONGEST_PART and FINITE.search(part) is None


def _run(parts: Sequence[tuple[bool, bool]], n: int) -> int:
    """Return of how many short parts in a row one is."""
    before = next((k for k in range(n, -1, -1) if not parts[k][1]), -1)
    after = next((k for k in range(n, len(parts)) if not parts[k][1]), len(parts))
    return max(0, after - before - 1)
