"""What was decided, promised and asked in an archive: found meeting by meeting when it is first asked for, and kept."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Any

from minutesnlp.archive import given
from minutesnlp.archive.closing import Closings
from minutesnlp.archive.store import Store
from minutesnlp.errors import QueryError
from minutesnlp.records import REPLIES, STANDINGS, Closing, Decisions, Meeting, Questions, Undertaking, Undertakings
from minutesnlp.records.intervals import interval_of
from minutesnlp.searching.asking.periods import days_of
from minutesnlp.searching.understanding.filters import meetings_that_pass, unknown
from minutesnlp.tracking.decisions.deciding import outcome_of
from minutesnlp.tracking.decisions.outcomes import ACTS, has_outcome, is_outcome

Day = str | datetime.date


class Ledger:
    """What was found in the meetings of one archive, kept by kind and meeting, so that nothing is read twice."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[Any, Sequence[Any]]] = {}
        self._closings: tuple[object, Closings] | None = None

    def decisions(self, store: Store, *, outcome: str | None, routine: bool, **filters: Any) -> Decisions:
        """Return the decisions of the meetings that pass the filters, oldest first."""
        meetings = chosen(store, **filters)
        found = [one for found in self._of(store, meetings, "decisions") for one in found]
        if outcome is not None:
            wanted = outcome_of(given.text(outcome, "outcome"))
            if not is_outcome(wanted):  # any verb may be printed in capitals (“BE RESCINDED”)
                given.one_of(wanted, "outcome", sorted({*ACTS, *(one.outcome for one in found)}))
            found = [one for one in found if has_outcome(one, wanted)]
        return Decisions((one for one in found if routine or not one.routine), sources=meetings)

    def questions(self, store: Store, *, reply: str | None, **filters: Any) -> Questions:
        """Return the questions of the meetings that pass the filters, oldest first."""
        given.one_of(reply, "reply", REPLIES)
        meetings = chosen(store, **filters)
        every = (one for found in self._of(store, meetings, "questions") for one in found)
        return Questions((one for one in every if reply in (None, one.reply)), sources=meetings)

    def undertakings(
        self,
        store: Store,
        *,
        open: bool | None,  # noqa: A002
        owner: str | None,
        standing: str | None,
        on: Day | None,
        **filters: Any,
    ) -> Undertakings:
        """Return the undertakings of the meetings that pass the filters, each with what may answer it later."""
        given.flag(open, "open")
        given.one_of(standing, "standing", STANDINGS)
        wanted = None if owner is None else given.text(owner, "owner").casefold()
        meetings = chosen(store, **filters)
        every = [
            (one, meeting)
            for meeting, found in zip(meetings, self._of(store, meetings, "undertakings"), strict=True)
            for one in found
            if wanted is None or wanted in (one.owner or "").casefold()
        ]
        dates = [meeting.date for meeting in store.collection.meetings if meeting.date]
        day = days_of(on, "on")[1] if on is not None else max(dates, default=None)
        following = _following(store.collection.meetings)
        newest = _newest(store.collection.meetings)
        told = [
            _standing(
                _dated(one, following.get(at.id)),
                self._closing(store).of(one, at.body, at.council),
                day,
                newest.get(_body_of(at)),
            )
            for one, at in every
        ]
        kept = (
            one
            for one in told
            if open in (None, not any(c.sure for c in one.closings)) and standing in (None, one.standing)
        )
        return Undertakings(kept, sources=meetings)

    def _of(self, store: Store, meetings: Sequence[Meeting], kind: str) -> list[Sequence[Any]]:
        """Return the findings of one kind in each of some meetings; those of new ones are read at once."""
        kept = self._kept.setdefault(kind, {})
        keys = [(meeting.id, meeting.digest) if meeting.digest else meeting for meeting in meetings]
        new = {key: meeting.id for key, meeting in zip(keys, meetings, strict=True) if key not in kept}
        kept.update(zip(new, store.found(list(new.values()), kind), strict=True))
        return [kept[key] for key in keys]

    def _closing(self, store: Store) -> Closings:
        if self._closings is None or self._closings[0] is not store:
            meetings = store.collection.meetings
            reports = store.found([meeting.id for meeting in meetings], "reports")
            self._closings = (store, Closings(zip(meetings, reports, strict=True)))
        return self._closings[1]


# “to the next meeting”, “at our following Council meeting”; not “the next meeting of the Trust”
NEXT_MEETING = re.compile(
    r"\b(?:next|following)\s(?:(?:parish|town|council|regular|ordinary|full|monthly|panel|board|committee)\s){0,2}meeting\b"
    r"(?!\sof\sthe\b)",
    re.IGNORECASE,
)
# A meeting so many days later is hardly the next: those between are not in the archive.
FARTHEST = datetime.timedelta(days=45)


def _following(meetings: Iterable[Any]) -> dict[str, datetime.date]:
    """Return for each meeting the day of the next one of its body."""
    of_body: dict[tuple[str, str], list[Any]] = {}
    for meeting in meetings:
        if meeting.date:
            of_body.setdefault(_body_of(meeting), []).append(meeting)
    found = {}
    for held in of_body.values():
        held.sort(key=lambda one: one.date)
        for k, meeting in enumerate(held):
            later = next((one.date for one in held[k + 1 :] if one.date > meeting.date), None)
            if later is not None:
                found[meeting.id] = later
    return found


def _body_of(meeting: Any) -> tuple[str, str]:
    return meeting.council or "", meeting.body or ""


def _newest(meetings: Iterable[Any]) -> dict[tuple[str, str], datetime.date]:
    """Return for each body the day of its newest meeting."""
    newest: dict[tuple[str, str], datetime.date] = {}
    for meeting in meetings:
        if meeting.date:
            newest[_body_of(meeting)] = max(meeting.date, newest.get(_body_of(meeting), meeting.date))
    return newest


def _dated(one: Undertaking, following: datetime.date | None) -> Undertaking:
    """Return an undertaking due at “the next meeting” with that meeting's day, where the archive holds it."""
    told = one.due_text is not None and "meeting" in one.due_text and NEXT_MEETING.search(one.text) is not None
    if following is None or one.date is None or one.due is not None or not told or following - one.date > FARTHEST:
        return one
    return dataclasses.replace(one, due=following.isoformat())


def _standing(
    one: Undertaking, offered: tuple[Closing, ...], day: datetime.date | None, newest: datetime.date | None
) -> Undertaking:
    """Return an undertaking as it stands on a day, the `newest` meeting of its body being so late."""
    due = interval_of(one.due) if one.due else None
    if any(closing.sure for closing in offered):  # what only may answer it leaves it due
        standing = "answered"
    elif due is None:
        standing = "undated"
    else:
        passed = day is not None and due[1] < day
        followed = newest is not None and due[1] < newest
        standing = ("overdue" if followed else "unfollowed") if passed else "due"
    return dataclasses.replace(one, standing=standing, closings=offered)


def chosen(store: Store, **filters: Any) -> list[Meeting]:
    """Return the meetings that pass filters of `search`, oldest first; those without a date last.

    Raises
    ------
    QueryError
        For a value that cannot be read, and for a body or council that there is not: none is no answer then.
    """
    for name, value in filters.items():
        if value is not None and (told := unknown(name, value, store.collection)):
            raise QueryError(" ".join(told))
    kept = meetings_that_pass(store.collection, **filters)
    kept.sort(key=lambda meeting: (meeting.date or meeting.date_to or datetime.date.max, meeting.id))
    return store.glance([meeting.id for meeting in kept])
