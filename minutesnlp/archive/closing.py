"""Later paragraphs that may answer an undertaking: they cite its minute, or report what it promised."""

from __future__ import annotations

import datetime
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minutesnlp.records import Closing, Meeting, Undertaking
from minutesnlp.text.analysis import Analyser
from minutesnlp.tracking.undertakings.reporting import cited_in

# This share of the words of its matter, weighed by how rare they are, makes a pair.
ENOUGH = 0.5
ELSEWHERE = 0.7  # of what another body of the council was told
# Of a sentence that cites its minute less is asked: of the same body, and of another.
LEAST_CITED = 0.15
CITED = 0.35
# Words of the business itself, which tell of no matter
BUSINESS = frozenset(
    Analyser().terms(
        "would will circulate provide member report meet inform response write send panel clerk council "
        "councillor cllr chair chairman officer committee contact chase follow action agree update ask request "
        "letter next issue matter director parish propose second motion move minutes record note sign true item "
        "agenda discuss consider attend give make made take look into find out complete work works carry carried "
        "receive received advise say said state confirm email copy reply visit date time point information "
        "further following regard regarding concern board public meeting thank thanks prepare schedule present "
        "presentation consult obtain possible position current please also has had been have one two january "
        "february march april june july august september october november december monday tuesday wednesday "
        "thursday friday saturday sunday week month year today decision approve seek permission not yet done "
        "again who along various near about nothing no so can use mail until still now whether both these call "
        "start stop need already however"
    )
)
# Who does it and who hears of it are not what is done: people, posts and bodies by their names
NAMED = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Sir|Rev|Deputy|Mayor|CC)\.?(?:\s(?:[A-Z]\.?\s)*[A-Z][\w’'.-]+)+(?:\s\([A-Z]\))?"
    r"|\b(?:[A-Z][\w’'&/-]*,?\s(?:(?:and|of|for|the|&)\s)*)+(?:Committee|Council|Department|Directorate|Division|Executive|"
    r"Engineer|Officer|Manager|Director|Secretary|Chair(?:man|person)?|Administrator|Group|Party|Association|Authority|"
    r"Agency|Company)\b"
)
# A pair rests on so many words at least, two of them side by side, and lies so far apart at most.
FEWEST = 3
SIDE_BY_SIDE = 2
LONGEST = datetime.timedelta(days=730)
MOST = 3


class _Place(NamedTuple):
    told: Closing
    date: datetime.date
    body: str


class _Matter(NamedTuple):
    """What a sentence is about: its words in order, each with how it is printed and where, counted in words."""

    words: dict[str, tuple[str, int]]

    def shared(self, other: _Matter) -> list[str]:
        """Return the words both have; none unless two stand side by side in both and one is no name."""
        both = [term for term in self.words if term in other.words]
        plain = any(self.words[term][0].islower() and other.words[term][0].islower() for term in both)
        near = any(
            0 < self.words[b][1] - self.words[a][1] <= SIDE_BY_SIDE
            and 0 < other.words[b][1] - other.words[a][1] <= SIDE_BY_SIDE
            for a, b in pairwise(both)
        )
        return both if plain and near else []


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()


def _matter_of(text: str, *named: str | None) -> _Matter:
    """Return what a sentence is about, without the words of those `named` in it."""
    left_out = BUSINESS.union(*(_analyser().terms(name) for name in named if name))
    blank = NAMED.sub(lambda match: " " * len(match[0]), text)
    words: dict[str, tuple[str, int]] = {}
    for token in _analyser().tokens(blank):
        printed = blank[token.start : token.end]
        if (
            len(printed) > 2
            and not token.extra
            and token.term not in left_out
            and not any(c.isdigit() for c in printed)
        ):
            words.setdefault(token.term, (printed, token.position))
    return _Matter(words)


def _day_of(place: _Place) -> datetime.date:
    return place.date


def _between(first: int, last: int, numbers: Sequence[int]) -> Sequence[int]:
    """Return of numbers in order those from the first up to the last."""
    return numbers[bisect_left(numbers, first) : bisect_left(numbers, last)]


class _OfCouncil:
    """Where a council's sentences that may answer something hold a word, and where they cite a minute."""

    def __init__(self) -> None:
        self.holding: dict[str, list[int]] = defaultdict(list)
        self.citing: dict[str, list[int]] = defaultdict(list)


class Closings:
    """The sentences of an archive that may answer something, by their words and by the minutes they cite.

    Of each meeting they are its `reports`. They are numbered by their days, so that of those that hold a word it is
    only looked through what the same council said in time; how rare the word is tell all of them.
    """

    def __init__(self, reports: Iterable[tuple[Meeting, Iterable[Closing]]]) -> None:
        self._places: list[_Place] = []
        self._often: Counter[str] = Counter()
        self._councils: dict[str, _OfCouncil] = defaultdict(_OfCouncil)
        for meeting, told in sorted(reports, key=lambda pair: pair[0].date or datetime.date.min):
            for one in told:
                self._take(one, meeting)
        self._known = max(len(self._places), 1)
        self._matters: dict[int, _Matter] = {}
        self._told: dict[tuple[Undertaking, str | None, str | None], tuple[Closing, ...]] = {}

    def _take(self, told: Closing, meeting: Meeting) -> None:
        assert told.date is not None
        number, here = len(self._places), self._councils[meeting.council or ""]
        self._places.append(_Place(told, told.date, meeting.body or ""))
        for minute in cited_in(told.text):
            here.citing[minute].append(number)
        terms = set(_analyser().terms(told.text))
        self._often.update(terms)
        for term in terms:
            here.holding[term].append(number)

    def _matter(self, number: int) -> _Matter:
        if number not in self._matters:
            self._matters[number] = _matter_of(self._places[number].told.text)
        return self._matters[number]

    def of(self, one: Undertaking, body: str | None, council: str | None) -> tuple[Closing, ...]:
        """Return what may answer an undertaking, the surest first and of the rest the earliest; three at most.

        `body` and `council` are where it was made: another body's minute may have the same number, and another
        council answers nothing.
        """
        if one.date is None:
            return ()
        key = (one, body, council)
        if key not in self._told:  # a list of them is asked for again and again, by owner, by standing
            self._told[key] = self._of(one, one.date, body, council)
        return self._told[key]

    def _of(self, one: Undertaking, made: datetime.date, body: str | None, council: str | None) -> tuple[Closing, ...]:
        here = self._councils.get(council or "")
        first, last = (bisect_right(self._places, day, key=_day_of) for day in (made, made + LONGEST))
        if here is None or first == last:
            return ()
        found: list[tuple[bool, float, _Place, str]] = []
        matter = _matter_of(f"{one.text} {one.about}", one.owner, one.recipient)
        weights = {term: math.log(1 + self._known / (1 + self._often[term])) for term in matter.words}
        whole = sum(weights.values())
        holding = Counter(n for term in weights for n in _between(first, last, here.holding.get(term, ())))
        cited = set(_between(first, last, here.citing.get(one.reference.casefold(), ()))) if one.reference else set()
        for number in sorted({*cited, *(n for n, count in holding.items() if count >= FEWEST)}):
            place, told = self._places[number], self._matter(number)
            share = sum(weights[term] for term in weights if term in told.words) / whole if whole else 0.0
            if number in cited and (place.body == (body or "") or share >= CITED) and share >= LEAST_CITED:
                found.append((True, share, place, f"cites minute {one.reference}"))
            elif (
                share >= (ENOUGH if place.body == (body or "") else ELSEWHERE)
                and len(both := matter.shared(told)) >= FEWEST
            ):
                found.append(
                    (False, share, place, f"also tells of {', '.join(matter.words[term][0] for term in both)}")
                )
        found.sort(key=lambda one: (not one[0], one[2].date, -one[1]))
        return tuple(replace(place.told, why=why, sure=sure) for sure, _, place, why in found[:MOST])
