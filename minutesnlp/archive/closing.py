"""Later paragraphs that may answer an undertaking: they cite its minute, or report what it promised."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
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
# This share of an undertaking's words, weighed by how rare they are, makes a pair.
ENOUGH = 0.5
# Of a sentence that cites its minute less is asked: of the same body, and of another.
LEAST_CITED = 0.15
CITED = 0.35
# Words that all promises have.
PROMISING = frozenset(
    (
        *("would", "will", "circul", "provid", "member", "report", "meet", "inform", "respons", "write", "send"),
        *("panel", "clerk", "council", "councillor", "cllr", "chair", "chairman", "offic", "committe", "contact"),
        *("chase", "follow", "action", "agre", "updat", "ask", "request", "letter", "next", "issu", "matter"),
        *("director", "parish"),
    )
)
# A pair rests on so many words at least, and lies so far apart at most.
FEWEST = 3
LONGEST = datetime.timedelta(days=730)
MOST = 3


class _Place(NamedTuple):
    paragraph: Paragraph
    start: int
    end: int
    date: datetime.date
    body: str
    council: str


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()


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
        found: list[tuple[bool, float, _Place, str]] = []
        terms = {term for term in _analyser().terms(f"{one.text} {one.about}") if term not in PROMISING}
        weights = {term: math.log(1 + self._known / (1 + len(self._holding.get(term, ())))) for term in terms}
        whole = sum(weights.values())
        shared: Counter[int] = Counter()
        shares: dict[int, float] = defaultdict(float)
        for term, weight in weights.items():
            for number in self._holding.get(term, ()):
                shared[number] += 1
                shares[number] += weight
        cited = set(self._citing.get(one.reference.casefold(), ())) if one.reference else set()
        for number in {*cited, *(n for n, count in shared.items() if count >= FEWEST)}:
            place = self._places[number]
            if place.council != (council or ""):
                continue
            if not one.date < place.date <= one.date + LONGEST:
                continue
            share = shares[number] / whole if whole else 0.0
            if number in cited and (place.body == (body or "") or share >= CITED) and share >= LEAST_CITED:
                found.append((True, share, place, f"cites minute {one.reference}"))
            elif share >= ENOUGH:
                found.append((False, share, place, f"says {share:.0%} of its rarer words"))
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
