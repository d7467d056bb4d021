"""Who held a post: told from the meeting itself, or from the meeting nearest in time where somebody was seen in it.

`interim` and `acting` are no part of a post here, so that an interim who becomes permanent keeps it; a `designate` or
`elect` holds another post until the day.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from minutesnlp.tagging.linking.post_words import Key, key_of
from minutesnlp.tagging.linking.standings import is_chair

PENDING = frozenset({"designate", "elect"})
# A post seen with a person is taken for that person's so many days before and after.
LONGEST_GAP = 400
HERE, AFTERWARDS, NEAR, CONTESTED, NOBODY = 0.9, 0.8, 0.85, 0.6, 0.8
DOUBT = 0.3


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody seen in a post: the place of the mention among all, its meeting and day, and who."""

    number: int
    meeting: str
    date: datetime.date | None
    person: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it is mentioned, with where: the council and body, the meeting and its day, the place among all."""

    role: str
    number: int
    council: str
    meeting: str
    date: datetime.date | None


class Holders:
    """Everybody seen in a post."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, Key], list[Holding]] = defaultdict(list)
        self._mentioned: dict[str, dict[Key, None]] = defaultdict(dict)

    def mention(self, post: Post) -> None:
        """Take note that a post is mentioned at its meeting."""
        self._mentioned[post.meeting][key_of(post.role)] = None

    def seen(self, post: Post, person: str) -> None:
        """Take note that a person is seen in a post."""
        self._held[post.council, key_of(post.role)].append(Holding(post.number, post.meeting, post.date, person))

    def whom(self, post: Post) -> tuple[str, str, float]:
        """Say whom a post means: an identity, why, and how surely; a post nobody is seen in has its own identity."""
        key = key_of(post.role)
        mentioned = list(self._mentioned[post.meeting])
        full, several = _full(key, mentioned)
        doubt = DOUBT if several > 1 else 0.0
        for form in dict.fromkeys((full, key, *(full[:size] for size in range(len(full) - 1, 0, -1)))):
            shorter = form not in (full, key) and len(form) > 1 and form in mentioned[: mentioned.index(full)]
            found = None if shorter else self._here(form, post)
            if found is not None:
                person, reason, sure = found
                return person, reason, sure - doubt
        near = self._near(full, post)
        # A chair is another person in every body, and another day.
        if near is not None and full and not is_chair(full):
            person, reason, sure = near
            return person, reason, sure - doubt
        reason = "a post without a known holder" if full == key else f"short for {' '.join(full)}"
        return self._nobody(full, post), reason, NOBODY - doubt

    def _here(self, form: Key, post: Post) -> tuple[str, str, float] | None:
        """Return who is seen in a post at the same meeting; where it changes hands there, who is so last before."""
        here = [held for held in self._held.get((post.council, form), ()) if held.meeting == post.meeting]
        if not here:
            return None
        people = {held.person for held in here}
        if len(people) == 1:
            return people.pop(), "holds the post in this meeting", HERE
        before = [held for held in here if held.number < post.number]
        chosen = before[-1] if before else here[0]
        return chosen.person, f"{len(people)} people hold the post in this meeting, this one last", AFTERWARDS

    def _near(self, form: Key, post: Post) -> tuple[str, str, float] | None:
        known = self._held.get((post.council, form), ())
        dated = [(abs((held.date - post.date).days), held.person) for held in known if held.date and post.date]
        near = [pair for pair in dated if pair[0] <= LONGEST_GAP]
        if not near:
            return None
        days, person = min(near)
        sure = NEAR if len({one for _, one in near}) == 1 else CONTESTED
        return person, f"held the post {days} days apart", sure

    def _nobody(self, full: Key, post: Post) -> str:
        identity = "post:" + "-".join(full)
        if is_chair(full) and len(full) < 3:
            return f"{identity}@{post.meeting}"
        dated = any(held.date for held in self._held.get((post.council, full), ()))
        # Posts change hands with the years.
        return f"{identity}@{post.date.year}" if dated and post.date else identity


def _full(key: Key, known: Sequence[Key]) -> tuple[Key, int]:
    """Return the longer post that a short mention begins, the first where several do, and how many do.

    `Executive Director` is short for `Executive Director of Care`; a chair stays the chair of the meeting itself.
    """
    if not key or is_chair(key):
        return key, 1
    longer = [
        other for other in known if len(other) > len(key) and other[: len(key)] == key and PENDING.isdisjoint(other)
    ]
    return (longer[0], len(longer)) if longer else (key, 1)
