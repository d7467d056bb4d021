"""Later paragraphs that may answer an undertaking: they cite its minute, or report what it promised."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minutesnlp.records import Closing, Meeting, Paragraph, Undertaking
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.sentences import sentences

# A sentence that says something was done since: “had been circulated”, “reported back”, “as promised”, “an update on”
DONE = re.compile(
    r"\b(?:had|has|have)\s(?:now\s|since\s|also\s|already\s|not\s)*(?:been\s)?(?:circulated|provided|sent|reported|written|"
    r"supplied|completed|received|published|shared|brought|answered|investigated|contacted|replied|obtained|presented|"
    r"installed|repaired|replaced|submitted|issued|arranged|asked|met|visited|ordered|mended|delivered|done)\b"
    r"|\b(?:as\s(?:promised|requested|undertaken|agreed)|reported\sback|matters?\sarising|in\sresponse\sto\sthe\srequest|"
    r"circulated|presented\s(?:the|a)\sreport|update\son|following\sthe\slast\smeeting|was\sprovided|were\sprovided|"
    r"promised\s(?:at|in)|undertaking\s(?:given|made))\b",
    re.IGNORECASE,
)
# What is promised anew answers nothing: “the Clerk to chase”, “agreed to give an update”
TO_DO = re.compile(
    r"\b(?:agreed|undertook|promised|offered|asked|requested|instructed)\sto\b|\b(?:would|will)\s(?:be\s)?[a-z]+|"
    r"\b(?:[Cc]lerk|[A-Z]{2,3}|Cllr\.?\s\w+)\sto\s[a-z]+|\b[Aa][Cc][Tt][Ii][Oo][Nn]\s?:"
)
# A minute that is cited: “minute 21/5”, “min. C4/21”
CITES = re.compile(r"\bmin(?:ute)?s?\.?\s(?:no\.?\s|number\s)?(?P<number>[A-Z]{0,5}/?\d[\w./-]*\d|\d+)", re.IGNORECASE)
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
    paragraph: Paragraph
    start: int
    end: int
    date: datetime.date
    body: str
    council: str


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


class Closings:
    """The sentences of an archive that may answer something, by their words and by the minutes they cite."""

    def __init__(self, meetings: Iterable[Meeting]) -> None:
        self._places: list[_Place] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._citing: dict[str, list[int]] = defaultdict(list)
        for meeting in meetings:
            if meeting.date is None:
                continue
            for item in meeting.items:
                for paragraph in item.minutes:
                    if paragraph.kind in ("heading", "attendance", "boilerplate"):
                        continue
                    for start, end in sentences(paragraph.text):
                        self._take(paragraph, start, end, meeting)
        self._known = max(len(self._places), 1)
        self._told: dict[tuple[Undertaking, str | None, str | None], tuple[Closing, ...]] = {}

    def _take(self, paragraph: Paragraph, start: int, end: int, meeting: Meeting) -> None:
        text = paragraph.text[start:end]
        cited = [match["number"].casefold() for match in CITES.finditer(text)]
        if not cited and (not DONE.search(text) or TO_DO.search(text)):
            return
        assert meeting.date is not None
        number = len(self._places)
        self._places.append(_Place(paragraph, start, end, meeting.date, meeting.body or "", meeting.council or ""))
        for minute in cited:
            self._citing[minute].append(number)
        for term in set(_analyser().terms(text)):
            self._holding[term].append(number)

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
        found: list[tuple[bool, float, _Place, str]] = []
        matter = _matter_of(f"{one.text} {one.about}", one.owner, one.recipient)
        weights = {term: math.log(1 + self._known / (1 + len(self._holding.get(term, ())))) for term in matter.words}
        whole = sum(weights.values())
        holding = Counter(number for term in weights for number in self._holding.get(term, ()))
        cited = set(self._citing.get(one.reference.casefold(), ())) if one.reference else set()
        for number in {*cited, *(n for n, count in holding.items() if count >= FEWEST)}:
            place = self._places[number]
            if place.council != (council or ""):
                continue
            if not made < place.date <= made + LONGEST:
                continue
            told = _matter_of(place.paragraph.text[place.start : place.end])
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
        return tuple(
            Closing(
                text=place.paragraph.text[place.start : place.end],
                paragraph_id=place.paragraph.id,
                start=place.start,
                end=place.end,
                why=why,
                sure=sure,
                date=place.date,
                citation=place.paragraph.citation,
            )
            for sure, _, place, why in found[:MOST]
        )
