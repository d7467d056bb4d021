"""Times in a query of plain words: “allotments before 2013” asks for what was said before 2013.

A time behind such a word is the time of the meeting, and no word to look for. “Before”, “since” and the like leave out
every other time, as the fields do, and so does “2010-2013”; “in 2012” and “from 2012” leave nothing out: what is of
another time holds only part of the query. In a question these are left to the ranking, which knows of when and of which
council a meeting is; so they are in a text of many words. What names a plan (“Local Plan 2011-2031”) or sets a date
(“carbon neutral by 2030”) is looked for where a paragraph says just that beside the other words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutesnlp.errors import QueryError
from minutesnlp.indexing.marks import both
from minutesnlp.searching.collection import Collection
from minutesnlp.searching.grammar import All, Filter, Leaf, Node, Phrase, Query, Words
from minutesnlp.searching.matching import look_up
from minutesnlp.searching.periods import days_of
from minutesnlp.searching.questions import is_question
from minutesnlp.text.analysis import words_of
from minutesnlp.text.number_words import COUNT, of_words

# What a word before a time asks for; after “after” it is what follows the time.
FIELDS = {"before": "before", "until": "until", "till": "until", "since": "since", "after": "since"}
WITHIN = ("in", "during", "from")
TO = ("to", "until", "till")
SPANS = {"between": ("and",), "from": TO}
ONWARDS = ("on", "onward", "onwards")
# “in the last two years” is counted back from the newest meeting.
RECENTLY = re.compile(
    rf"(?:(?:in|over|during|within|for|since)\s)?(?:the\s)?(?:last|past)\s(?P<count>{COUNT})\s(?P<unit>years?|months?)\s",
    re.IGNORECASE,
)
# “2010-2013”, “2010–13”
YEARS = re.compile(r"((?:19|20)[0-9]{2})[-–]((?:(?:19|20)[0-9]{2})|[0-9]{2})\Z")
MONTHS = 12
# A query of more words is prose.
SENTENCE = 10
# “in the last twenty four months” has so many.
RECENT = 7
# The most words of a time: 2 | May 2013 | 6 May 2013
LONGEST = 3
# “2013”, “2020/21”, “06/05/2013”, “May 2013”; not “13”, and not 1066 or 2500, which are numbers
TELLING = re.compile(r"(?:.*[ /.-])?(?:19|20)[0-9]{2}(?:[/–-][0-9]{2,4})?\Z")


@dataclass(frozen=True, slots=True)
class Time:
    """Words of a query that tell a time: the parts from `start` to `end`, and the filters they are.

    `loose` ones may as well be of what is told: in a question, and where a paragraph says just that.
    """

    start: int
    end: int
    filters: tuple[Filter, ...]
    loose: bool = False


def timed(query: Query, collection: Collection) -> Query:
    """Return a query with the times it tells as filters, where it tells more than a time; any other as it is."""
    tree = query.tree
    if not isinstance(tree, All) or not tree.implied:
        return query
    # in a question or a pasted sentence a month or year may as well be of what is told
    question = is_question(query.text) or len(tree.parts) > SENTENCE
    times = [
        time
        for time in _times(tree.parts, collection)
        if not (question and (time.loose or any(one.wished for one in time.filters)))
        if not (time.loose and _literal(time, tree.parts, collection))
    ]
    told = {place for time in times for place in range(time.start, time.end)}
    rest: list[Node] = [part for place, part in enumerate(tree.parts) if place not in told]
    if not times or not any(_says(part) for part in rest):
        return query
    every = [one for time in times for one in time.filters]
    rest += [one for one in every if one.wished]
    return replace(
        query,
        tree=rest[0] if len(rest) == 1 else All(tuple(rest), implied=True),
        filters=(*query.filters, *(one for one in every if not one.wished)),
        times=tuple(" ".join(_text(part) for part in tree.parts[time.start : time.end]) for time in times),
    )


def _times(parts: Sequence[Node], collection: Collection) -> Iterator[Time]:
    place = 0
    while place < len(parts):
        found = _recently(parts, place, collection) or _time(parts, place)
        if found is not None:
            yield found
        place = found.end if found else place + 1


def _recently(parts: Sequence[Node], place: int, collection: Collection) -> Time | None:
    """Return the time that is counted back from the newest meeting, if one is that begins at a place."""
    match = RECENTLY.match(" ".join(_text(part) or "·" for part in parts[place : place + RECENT]) + " ")
    newest = max((meeting.date for meeting in collection.meetings if meeting.date), default=None) if match else None
    if match is None or newest is None:
        return None
    count = int(match["count"]) if match["count"].isdigit() else of_words(match["count"])
    months = newest.year * 12 + newest.month - 1 - count * (12 if match["unit"].startswith("year") else 1)
    if months < 12:
        return None
    since = datetime.date(months // 12, months % 12 + 1, 1)
    return Time(place, place + match[0].count(" "), (Filter("since", since.strftime("%Y-%m")),))


def _time(parts: Sequence[Node], place: int) -> Time | None:
    """Return the time that begins with the word at a place, if one does."""
    word = _text(parts[place]).lower()
    if years := YEARS.match(word):  # 2012-2014, 2012-14; not 2012-13, a municipal year, and not 2012-09, a month
        begin, last = int(years[1]), int(years[2]) % 100 + int(years[1]) // 100 * 100
        is_span = begin + 1 < last and (len(years[2]) == 4 or last % 100 > MONTHS)
        return Time(place, place + 1, _span(years[1], str(last)), loose=True) if is_span else None
    if (opening := _period(parts, place)) and (closing := _behind(parts, opening[0], TO)):
        return Time(place, closing[0], _span(opening[1], closing[1]), loose=True)
    first = _period(parts, place + 1)
    if first is None:
        return None
    end, period = first
    if word in SPANS and (second := _behind(parts, end, SPANS[word])):
        return Time(place, second[0], _span(period, second[1]))
    if word == "from" and end < len(parts) and _text(parts[end]).lower() in ONWARDS:
        return Time(place, end + 1, (Filter("since", period),))
    if word == "by":
        return Time(place, end, (Filter("until", period),), loose=True)
    if word in WITHIN:
        return Time(place, end, (Filter("year", period, wished=True),))
    if word == "after":
        period = (days_of(period)[1] + datetime.timedelta(1)).isoformat()
    return Time(place, end, (Filter(FIELDS[word], period),)) if word in FIELDS else None


def _span(first: str, last: str) -> tuple[Filter, ...]:
    return Filter("since", first), Filter("until", last)


def _behind(parts: Sequence[Node], place: int, words: Sequence[str]) -> tuple[int, str] | None:
    """Return the period behind such a word at a place."""
    there = place < len(parts) and _text(parts[place]).lower() in words
    return _period(parts, place + 1) if there else None


def _literal(time: Time, parts: Sequence[Node], collection: Collection) -> bool:
    """Tell whether a time is rather what is told: a day to come, or a paragraph says just that beside the others."""
    last = time.filters[-1].value
    if len(time.filters) == 1 and days_of(last)[1].toordinal() >= collection.days.max(initial=0):
        return True
    outside = (part for place, part in enumerate(parts) if not time.start <= place < time.end)
    leaves: list[Leaf] = [part for part in outside if isinstance(part, Words)]
    leaves.append(Phrase(" ".join(_text(part) for part in parts[time.start : time.end])))
    finds = [look_up(leaf, collection) for leaf in leaves]
    return bool(both(found.own | found.titled for found in finds if found))


def _period(parts: Sequence[Node], start: int) -> tuple[int, str] | None:
    """Return where the longest time that begins at a place ends, and the time; None where none does."""
    for end in range(min(len(parts), start + LONGEST), start, -1):
        words = [_text(part) for part in parts[start:end]]
        text = " ".join(words)
        if all(words) and TELLING.match(text):
            try:
                days_of(text)
            except QueryError:
                continue
            return end, text
    return None


def _text(part: Node) -> str:
    return part.text if isinstance(part, Words) and not part.prefix and not part.title else ""


def _says(part: Node) -> bool:
    """Tell whether a part is looked for: a filter is not, nor a word that is left out of every query."""
    if isinstance(part, Filter):
        return False
    quiet = words_of("stop-words.txt") | words_of("question-words.txt") | words_of("light-words.txt")
    return not isinstance(part, Words) or part.text.lower() not in quiet
