"""Posts through time: from when until when somebody is seen in one, and where another was seen in it between."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutesnlp.records import Meeting
from minutesnlp.records.people import Stint
from minutesnlp.tagging.linking.post_words import Key, is_interim, key_of
from minutesnlp.tagging.linking.standings import CHAIRS, is_chair

# One person at a time holds these, beside the chairs.
OF_ONE = frozenset(["mayor", "maer"])
CLERKS = frozenset([("clerk",), ("parish", "clerk"), ("town", "clerk"), ("city", "clerk"), ("county", "clerk")])
CHIEF = ("chief", "executive")
# A chair by these words alone is that of the body that met.
BARE = CHAIRS | {"vice", "deputy", "leas"}
# “An Cathaoirleach” is the Cathaoirleach.
ARTICLES = frozenset(["an", "y", "yr"])


@dataclass(frozen=True, slots=True)
class Seat:
    """A post of a body; `body` is empty where the post's name tells of what it is."""

    body: str
    key: Key
    interim: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody seen in a post at a meeting, with the post as printed."""

    post: str
    seat: Seat
    council: str
    date: datetime.date | None


def seen(post: str, meeting: Meeting) -> Seen:
    """Return that somebody is seen in a post as printed, at a meeting."""
    key = tuple(word for word in key_of(post) if word not in ARTICLES)
    bare = bool(key) and is_chair(key) and BARE.issuperset(key)
    body = meeting.body or "" if bare and meeting.body != meeting.council else ""
    return Seen(post, Seat(body, key, is_interim(post)), meeting.council or "", meeting.date)


class Holders:
    """The days on which everybody is seen in the posts that one person holds at a time."""

    def __init__(self, everybody: Iterable[tuple[str, Seen]]) -> None:
        self._days: dict[Seat, list[tuple[datetime.date, str, str]]] = defaultdict(list)
        for person, one in everybody:
            if one.date is not None and _is_of_one(one.seat.key):
                self._days[one.seat].append((one.date, person, one.council))

    def stints(self, person: str, posts: Iterable[Seen]) -> tuple[Stint, ...]:
        """Return the posts a person is seen in, in the order they came to them; another between ends a stint."""
        held: dict[Seat, list[Seen]] = defaultdict(list)
        for one in posts:
            held[one.seat].append(one)
        found = [stint for seat, times in held.items() for stint in self._of(person, seat, times)]
        return tuple(sorted(found, key=lambda stint: (stint.since or datetime.date.min, stint.post, stint.body or "")))

    def _of(self, person: str, seat: Seat, times: Sequence[Seen]) -> Iterator[Stint]:
        post = Counter(" ".join(one.post.split()) for one in times).most_common(1)[0][0]
        days = sorted(one.date for one in times if one.date)
        ours = {one.council for one in times}
        everybody = self._days.get(seat, ())
        others = [day for day, other, council in everybody if other != person and (council in ours or not council)]
        ends = [a for a, b in pairwise(days) if any(a < day < b for day in others)]
        undated = len(times) - len(days)
        for since, until in zip([None, *ends], [*ends, None], strict=True):
            of_it = [day for day in days if (since is None or day > since) and (until is None or day <= until)]
            first, last = (of_it[0], of_it[-1]) if of_it else (None, None)
            mentions = len(of_it) + (undated if since is None else 0)
            yield Stint(post, first, last, seat.interim, mentions, seat.body or None)


def _is_of_one(key: Key) -> bool:
    return is_chair(key) or key[-1:] in {(word,) for word in OF_ONE} or key in CLERKS or key[:2] == CHIEF
