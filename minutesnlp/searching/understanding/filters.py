"""Filters: which paragraphs a search is confined to, by where and when they were said."""

from __future__ import annotations

import datetime
import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from minutesnlp.errors import QueryError
from minutesnlp.indexing.marks import Marks, either
from minutesnlp.records import KINDS, SECTIONS, STATUSES, Meeting
from minutesnlp.searching.asking.grammar import whole_of
from minutesnlp.searching.asking.periods import days_of
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.collected.columns import Bools
from minutesnlp.searching.matching.naming import named
from minutesnlp.searching.understanding.holdings import HOLDINGS, holding
from minutesnlp.searching.wording.thesaurus import is_near, other_names
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.folding import folded

# What is said of a whole meeting.
OF_TIME = ("since", "until", "before", "year")
OF_MEETINGS = ("body", "council", "status", *OF_TIME)
NAMES = (*OF_MEETINGS, "kind", "section", "holds", "outcome", "item", "person", "role")

# What is counted, and asked for, where minutes do not tell.
UNKNOWN = "not stated"

# What may be named that is not there, and how many of what there is are then offered.
NOUNS = {"body": "body", "council": "council", "person": "person", "role": "post", "item": "item"}
OFFERED = 6
ALIKE = 0.75

# What stands for a bound that is not known, as `Collection.days` tells it.
NO_BOUND = (datetime.date.min.toordinal(), datetime.date.max.toordinal())

# How many values of filters are remembered with what passes them.
REMEMBERED = 64


def select(filters: Mapping[str, Any], collection: Collection) -> dict[str, Marks]:
    """Return, for each filter that is set, the paragraphs that pass it.

    Each value may be one or several, of which any will do.

    Raises
    ------
    QueryError
        For a value that cannot be read, with what can.
    """
    return {
        name: either(_passing(name, each, collection) for each in values_of(name, value))
        for name, value in filters.items()
        if value is not None
    }


def meetings_that_pass(collection: Collection, **filters: Any) -> list[Meeting]:
    """Return the meetings that pass filters by council, body, status and time, as `select` reads them.

    Raises
    ------
    QueryError
        For a value that cannot be read, with what can.
    """
    passing = np.ones(len(collection.meetings), bool)
    for name, value in filters.items():
        if value is not None:
            passing &= np.any([_of_meetings(name, each, collection) for each in values_of(name, value)], axis=0)
    return [meeting for meeting, passes in zip(collection.meetings, passing.tolist(), strict=True) if passes]


def values_of(name: str, value: Any) -> list[str | datetime.date]:
    """Return the values of a filter, of which any will do; a number is a year, or what it is called by."""
    values = [value] if isinstance(value, (str, bytes, int, datetime.date)) else value
    if not isinstance(values, Iterable):
        values = [values]
    read: list[str | datetime.date] = []
    for each in values:
        a_day = isinstance(each, datetime.date) and name in OF_TIME
        if isinstance(each, bool) or not (isinstance(each, (str, int)) or a_day):
            raise QueryError(f"{name} {each!r} is a {type(each).__name__}; give a string, or several in a list.")
        read.append(each if isinstance(each, datetime.date) else str(each))
    if not read:
        raise QueryError(f"{name} is an empty list; leave it out, or name what is sought.")
    return read


def unknown(name: str, value: Any, collection: Collection, passed: Marks | None = None) -> list[str]:
    """Say of each value of a filter that names something where nothing here is called so, and what there is.

    What is spelt like it comes first, then the most frequent. `passed` are the
    paragraphs that pass the filter, where that is known: a single value that lets any pass is looked at no further.
    """
    values = values_of(name, value)
    if name not in NOUNS or not len(collection) or (passed and len(values) == 1):
        return []
    told = []
    for each in values:
        if not _passing(name, each, collection):
            there = _offered(str(each), name, _names(name, collection))
            told.append(f"No {NOUNS[name]} is called {f'“{each}”' if whole_of(str(each)) is None else each}{there}.")
    return told


def _offered(text: str, name: str, names: Sequence[str]) -> str:
    """Return in words which of some names may be meant: of the many people and items only what is spelt like it."""
    by_word: dict[str, list[str]] = {}
    for one in names:
        for word in compared(one).split():
            by_word.setdefault(word, []).append(one)
    near = [
        one
        for word in compared(text).split()
        for like in difflib.get_close_matches(word, by_word, n=OFFERED, cutoff=ALIKE)
        for one in by_word[like]
    ]
    many = name in ("person", "item")
    some = list(dict.fromkeys([*near, *([] if many else names)]))[:OFFERED]
    if not some:
        return "" if names else ", and none is told"
    more = f" and {len(names) - len(some):,} more" if len(names) > len(some) and not many else ""
    return f"; there {'is' if len(some) == 1 else 'are'} {', '.join(f'“{one}”' for one in some)}{more}"


def _names(name: str, collection: Collection) -> list[str]:
    """Return what there is of what a filter names, the most frequent first."""
    if name == "item":
        return [title for title, _ in Counter(label.title for label in collection.source.labels()).most_common()]
    if name in ("person", "role"):
        mentions = collection.mentions
        every = np.ones(len(collection), bool)
        return [one for one, _ in Counter(mentions.counted(every, name)).most_common()]
    told = Counter(getattr(meeting, name) for meeting in collection.meetings)
    return [one for one, _ in told.most_common() if one]


def undated(collection: Collection) -> int:
    """Return how many meetings have neither a date nor a bound of one: no filter by date lets them in."""
    return int(np.count_nonzero(collection.days[:, 1] == 0))


def _passing(name: str, value: str | datetime.date, collection: Collection) -> Marks:
    """Return the paragraphs that pass a filter; remembered, but for who is meant: a person may settle that anew."""
    if name in ("person", "role"):
        return _one(name, value, collection)
    return _remembered((name, value), lambda: _one(name, value, collection), collection)


def _remembered(key: tuple[str, Any], find: Callable[[], Marks], collection: Collection) -> Marks:
    kept = collection.passing
    found = kept.get(key)
    if found is None:
        found = find()
        if len(kept) >= REMEMBERED:
            kept.clear()
        kept[key] = found
    return found


def _one(name: str, value: str | datetime.date, collection: Collection) -> Marks:
    """Return the paragraphs that pass a filter."""
    if name in OF_MEETINGS:
        return Marks.where(collection.columns.of_meetings(_of_meetings(name, value, collection)))
    text = _words(name, value)
    plain = whole_of(text) or text
    if name == "section":
        _known(name, plain, SECTIONS)
        return Marks.where(collection.columns.section == SECTIONS.index(plain.lower()))
    if name == "kind":
        return _kind(text, collection)
    if name == "holds":
        _known(name, plain, HOLDINGS)
        return holding(plain.lower(), collection)
    if name == "outcome":
        decided = collection.decided(np.arange(len(collection)))
        if compared(plain) == UNKNOWN:  # no decision is without one, and it would read as “not carried”
            raise decided.unknown(plain)
        return Marks.of(np.unique(decided.with_outcome(plain)), len(collection))
    if name == "item":
        return _item(text, collection)
    if name == "person":
        return named(text, collection).paragraphs
    if name == "role":
        return _role(text, collection)
    raise QueryError(f"there is no filter {name!r}; there are {', '.join(NAMES)}.")


def _of_meetings(name: str, value: str | datetime.date, collection: Collection) -> Bools:
    """Return the meetings that pass a filter, bool (M,)."""
    if name in OF_TIME:
        return _dated(name, value, collection)[0]
    text = _words(name, value)
    if name == "status":
        _known(name, whole_of(text) or text, (*STATUSES, UNKNOWN))
    told = (getattr(meeting, name) or "" for meeting in collection.meetings)
    return np.fromiter(map(_is_called(text), told), bool, len(collection.meetings))


def _words(name: str, value: str | datetime.date) -> str:
    text = str(value).strip()
    if not compared(text):
        raise QueryError(f"{name} {text!r} names nothing; leave it out, or name what is sought.")
    return text


def _is_called(text: str) -> Callable[[str], bool]:
    """Return what tells whether a name holds these words; in quotation marks they are the whole of it."""
    wanted = compared(text)
    if wanted == UNKNOWN:
        return lambda name: not name
    if whole_of(text) is not None:
        return lambda name: wanted == compared(name)
    return lambda name: wanted in compared(name)


def _dated(name: str, value: str | datetime.date, collection: Collection) -> tuple[Bools, Bools]:
    """Return the meetings that were held then, and those that may have been, bool (M,) each.

    Of a meeting whose day lies between two days the first holds where it may have been held then. One known only to be
    before or after a day may have been held in any year: the first holds where it cannot have been held otherwise.
    """
    earliest, latest = collection.days.T
    told, bounded = latest > 0, (earliest > NO_BOUND[0]) & (latest < NO_BOUND[1])
    text = str(value)
    if name == "year" and compared(text) == UNKNOWN:
        return ~bounded, np.zeros(len(told), bool)
    first, last = (day.toordinal() for day in days_of(whole_of(text) or value, name))
    perhaps, surely = {
        "since": (latest >= first, earliest >= first),
        "until": (earliest <= last, latest <= last),
        "before": (earliest < first, latest < first),
        "year": ((earliest <= last) & (latest >= first), np.zeros(len(told), bool)),
    }[name]
    passes = told & np.where(bounded, perhaps, surely)
    return passes, told & perhaps & ~passes


def perhaps(filters: Iterable[tuple[str, Any]], collection: Collection) -> Marks:
    """Return the paragraphs that filters by time let through or may; none where none of them does only perhaps."""
    of_time = tuple((name, *values_of(name, value)) for name, value in filters if name in OF_TIME)
    return _remembered(("perhaps", of_time), lambda: _perhaps(of_time, collection), collection)


def _perhaps(of_time: Iterable[tuple[Any, ...]], collection: Collection) -> Marks:
    found = [[_dated(name, each, collection) for each in values] for name, *values in of_time]
    if not any(may.any() for ways in found for _, may in ways):
        return Marks.none(len(collection))
    possible = np.all([np.any([passes | may for passes, may in ways], axis=0) for ways in found], axis=0)
    return Marks.where(collection.columns.of_meetings(possible))


def _kind(text: str, collection: Collection) -> Marks:
    """Return the paragraphs of a kind, a section or a holding: people say `kind` of all three.

    In quotation marks a kind is no more than that: not also what holds such a thing.
    """
    wanted = (whole_of(text) or text).lower()
    _known("kind", wanted, (*KINDS, *SECTIONS, *HOLDINGS))
    found = Marks.none(len(collection))
    if wanted in KINDS and whole_of(text) is not None:
        return Marks.where(collection.columns.kind == KINDS.index(wanted))
    if wanted in KINDS:
        found |= Marks.where(collection.columns.kind == KINDS.index(wanted))
    if wanted in SECTIONS:
        found |= Marks.where(collection.columns.section == SECTIONS.index(wanted))
    if wanted in HOLDINGS:
        found |= holding(wanted, collection)
    return found


def _item(text: str, collection: Collection) -> Marks:
    """Return the paragraphs of items with this id, this number, or these words in the title."""
    plain = whole_of(text) or text
    wanted, called = folded(plain), _is_called(text)
    return collection.items_that(
        lambda item: item.id == plain or (item.number or "").lower() == wanted or called(item.title)
    )


def _role(text: str, collection: Collection) -> Marks:
    """Return the paragraphs that mention a post of which these words are part; in quotation marks, the whole.

    By its other names too: who asks for the chair gets the chairman, and no vice-chair.
    """
    mentions, whole = collection.mentions, whole_of(text)
    if whole is None:
        names = {_post(text), *map(_post, names_of_post(text, collection))}
        meant = [place for place, role in enumerate(mentions.roles) if any(_is_part(n, _post(role)) for n in names)]
    else:
        as_written = [place for place, role in enumerate(mentions.roles) if role == whole]
        meant = as_written or [place for place, role in enumerate(mentions.roles) if compared(role) == compared(whole)]
    return Marks.of(mentions.paragraph[np.isin(mentions.role, meant)], len(collection))


def names_of_post(text: str, collection: Collection) -> list[str]:
    """Return the other names of a post, by which a filter finds it too; none of one in quotation marks."""
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    others = {} if whole_of(text) is not None else other_names(text, tuple(analyser.terms(text)), analyser)
    return [name for name, by in others.items() if not is_near(by)]


def _post(text: str) -> str:
    """Return a post as it is compared: the words of “Treasurer-Deputy Clerk” and “Clerk/RFO” one by one."""
    return compared(re.sub(r"[-–/]", " ", text))


def _is_part(name: str, post: str) -> bool:
    """Tell whether a post has these words, and not as a deputy's.

    >>> [_is_part("clerk", post) for post in ("town clerk", "deputy clerk", "deputy clerk and clerk")]
    [True, False, True]
    """
    return re.search(rf"(?<!\bvice )(?<!\bdeputy )\b{re.escape(name)}\b", post) is not None


@lru_cache(maxsize=4096)
def compared(text: str) -> str:
    """Return a name as it is compared: without case and accents, `&` as `and`, single spaces."""
    return " ".join(re.sub(r"[^\w\s]", "", folded(text).replace("&", " and ")).split())


def _known(name: str, value: str, allowed: Iterable[str]) -> None:
    if value.lower() not in allowed:
        raise QueryError(f"{name} {value!r} is not known; there are {', '.join(dict.fromkeys(allowed))}.")
