"""Times in a query of plain words: “allotments before 2013” asks for what was said before 2013.

A time behind such a word is the time of the meeting, and no word to look for. “Before”, “since” and the like leave out
every other time, as the fields do, and so does “2010-2013”; “in 2012” and “from 2012” leave nothing out: what is of
another time holds only part of the query. In a question these are left to the ranking, which knows of when and of which
council a meeting is; so they are in a text of many words. What names a plan (“Local Plan 2011-2031”) or sets a date
(“carbon neutral by 2030”) is looked for where a paragraph says just that beside the other words. Of several times any
will do: “in 2013 or 2014”, “in May or June 2014”, “before 2013 or after 2016”; “2015 or later” is since 2015.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutesnlp.errors import QueryError
from minutesnlp.indexing.marks import both
from minutesnlp.searching.asking.grammar import All, Either, Filter, Leaf, Node, Phrase, Query, Words
from minutesnlp.searching.asking.periods import MONTHS as MONTH_NAMES
from minutesnlp.searching.asking.periods import YEAR, days_of
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import look_up
from minutesnlp.searching.understanding.questions import is_question
from minutesnlp.text.analysis import words_of
from minutesnlp.text.number_words import COUNT, of_words

# What a word before a time asks for; after “after” it is what follows the time.
FIELDS = {"before": "before", "until": "until", "till": "until", "since": "since", "after": "since"}
WITHIN = ("in", "during", "from")
TO = ("to", "until", "till")
SPANS = {"between": ("and",), "from": TO}
ONWARDS = ("on", "onward", "onwards")
OR = "or"
# “in 2013 and 2014” asks for either as well.
LISTING = (OR, "and")
# “since 2020 or so”, “2015 or later”
ABOUT = ("so", "thereabouts")
OPEN = {"later": "since", "after": "since", "since": "since", "earlier": "until", "before": "until"}
# “in the last two years” is counted back from the newest meeting.
RECENTLY = re.compile(
    rf"(?:(?:in|over|during|within|for|since)\s)?(?:the\s)?(?:last|past)\s(?P<count>{COUNT})\s(?P<unit>years?|months?)\s",
    re.IGNORECASE,
)
# “2010-2013”, “2010–13”
YEARS = re.compile(rf"({YEAR})[-–]({YEAR}|[0-9]{{2}})\Z")
MONTHS = 12
# A query of more words is prose.
SENTENCE = 10
# “in the last twenty four months” has so many.
RECENT = 7
# The most words of a time: 2 | May 2013 | 6 May 2013
LONGEST = 3
# “2013”, “2020/21”, “06/05/2013”, “May 2013”; not “13”
TELLING = re.compile(rf"(?:.*[ /.-])?{YEAR}(?:[/–-][0-9]{{2,4}})?\Z")


@dataclass(frozen=True, slots=True)
class Time:
    """Words of a query that tell a time: the parts from `start` to `end`, and the filters they are.

    `loose` ones may as well be of what is told: in a question, and where a paragraph says just that. `either` are times
    that no one filter tells, of which any will do.
    """

    start: int
    end: int
    filters: tuple[Filter, ...]
    loose: bool = False
    either: Either | None = None

    @property
    def wished(self) -> bool:
        """Whether what is of another time is not left out."""
        return any(one.wished for one in self.filters)


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
        if not (question and (time.loose or time.wished))
        if not (time.loose and _literal(time, tree.parts, collection))
    ]
    told = {place for time in times for place in range(time.start, time.end)}
    rest: list[Node] = [part for place, part in enumerate(tree.parts) if place not in told]
    if not times or not any(_says(part) for part in rest):
        return query
    every = [one for time in times for one in time.filters]
    rest += [*(one for one in every if one.wished), *(time.either for time in times if time.either)]
    return replace(
        query,
        tree=rest[0] if len(rest) == 1 else All(tuple(rest), implied=True),
        filters=(*query.filters, *(one for one in every if not one.wished)),
        times=tuple(" ".join(_text(part) for part in tree.parts[time.start : time.end]) for time in times),
    )


def _times(parts: Sequence[Node], collection: Collection) -> Iterator[Time]:
    """Yield the times that a query tells; those with “or” between them as one."""
    place, kept = 0, None
    while place < len(parts):
        found = _recently(parts, place, collection) or _time(parts, place)
        if found is None:
            place += 1
        elif kept and kept.end + 1 == place and _word(parts, kept.end) in _between(kept, found):
            kept, place = _either(kept, found), found.end
        else:
            if kept:
                yield kept
            kept, place = found, found.end
    if kept:
        yield kept


def _between(first: Time, second: Time) -> Sequence[str]:
    """Return the words between two times that offer either: “in 2013 and in 2014”, but “since 2013 and before 2015”."""
    return LISTING if first.wished and second.wished else (OR,)


def _either(first: Time, second: Time) -> Time:
    """Return two times, of which either will do, as one."""
    loose = first.loose and second.loose
    if first.wished and second.wished:
        ours, theirs = first.filters[0], second.filters[0]
        return Time(first.start, second.end, (replace(ours, others=(*ours.others, *theirs.values)),), loose)
    ways: list[Node] = []
    for time in (first, second):
        hard = tuple(replace(one, wished=False) for one in time.filters)
        ways += time.either.parts if time.either else hard if len(hard) == 1 else (All(hard),)
    return Time(first.start, second.end, (), loose, Either(tuple(ways)))


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
    if (alone := _period(parts, place)) and (opened := _opened(parts, alone[0])):
        return Time(place, opened[0], (Filter(opened[1], alone[1]),), loose=True)
    first = _period(parts, place + 1)
    if first and word in SPANS and (second := _behind(parts, first[0], SPANS[word])):
        return Time(place, second[0], _span(first[1], second[1]))
    listed = _periods(parts, place + 1, LISTING if word in WITHIN else (OR,))
    if listed is None:
        return None
    end, periods = listed
    if _word(parts, end) == OR and _word(parts, end + 1) in ABOUT:
        end += 2
    if word == "from" and _word(parts, end) in ONWARDS:
        return Time(place, end + 1, (_any_of("since", periods),))
    if word in WITHIN and len(periods) == 1 and (opened := _opened(parts, end)):
        return Time(place, opened[0], (Filter(opened[1], periods[0]),))
    if word == "by":
        return Time(place, end, (_any_of("until", periods),), loose=True)
    if word in WITHIN:
        return Time(place, end, (_any_of("year", periods, wished=True),))
    if word == "after":
        periods = [(days_of(period)[1] + datetime.timedelta(1)).isoformat() for period in periods]
    return Time(place, end, (_any_of(FIELDS[word], periods),)) if word in FIELDS else None


def _any_of(field: str, periods: Sequence[str], *, wished: bool = False) -> Filter:
    return Filter(field, periods[0], wished, tuple(periods[1:]))


def _opened(parts: Sequence[Node], place: int) -> tuple[int, str] | None:
    """Return where “or later” or “or earlier” ends that stands at a place, and the field that it is."""
    field = OPEN.get(_word(parts, place + 1)) if _word(parts, place) == OR else None
    return (place + 2, field) if field and not _period(parts, place + 2) else None


def _periods(parts: Sequence[Node], start: int, listing: Sequence[str]) -> tuple[int, list[str]] | None:
    """Return where the times that begin at a place end, and all of them: “2013, 2014 or 2015”, “May or June 2014”.

    Between the last two stands a word of `listing`; a month alone is of the year of the next.
    """
    found: list[tuple[int, str]] = []
    months: list[str] = []
    place, parted = start, 0
    while True:
        if one := _period(parts, place):
            place, period = one
            if months and len(period.split()) == 1:
                break
            found += [(place, f"{month} {period.split()[-1]}") for month in months] + [one]
            months = []
        elif _word(parts, place) in MONTH_NAMES:
            months.append(_text(parts[place]))
            place += 1
        else:
            break
        if _word(parts, place) in listing:
            parted = len(found) + len(months)
            place += 1
    if not found:
        return None
    if not 0 < parted < len(found):
        found = found[:1]
    return found[-1][0], [period for _, period in found]


def _word(parts: Sequence[Node], place: int) -> str:
    return _text(parts[place]).lower() if place < len(parts) else ""


def _span(first: str, last: str) -> tuple[Filter, ...]:
    return Filter("since", first), Filter("until", last)


def _behind(parts: Sequence[Node], place: int, words: Sequence[str]) -> tuple[int, str] | None:
    """Return the period behind such a word at a place."""
    return _period(parts, place + 1) if _word(parts, place) in words else None


def _literal(time: Time, parts: Sequence[Node], collection: Collection) -> bool:
    """Tell whether a time is rather what is told: a day to come, or a paragraph says just that beside the others."""
    one = time.filters[0] if len(time.filters) == 1 else None
    if one and not one.others and days_of(one.value)[1].toordinal() >= collection.days.max(initial=0):
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
