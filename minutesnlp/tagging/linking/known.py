"""A person as far as the mentions tell, and the days on which they are named."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

MOST_INITIALS = 3
# Days. Of people whose forenames were hidden but for the initial, 98 of 100 were whom the only one of the name is who
# is seen within a year and a half; further off it was four of five.
NEAR = 548


@dataclass(slots=True)
class Known:
    """A person as far as the mentions tell: the fullest given name, the family name, how they are addressed."""

    id: str
    given: str
    family: str
    gender: str = ""
    standings: set[str] = field(default_factory=set)
    meetings: set[str] = field(default_factory=set)
    council: str = ""
    bodies: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    # The days of meetings that name somebody in full, and the first and the last that name more than the family.
    days: set[datetime.date] = field(default_factory=set)
    first: datetime.date = datetime.date.max
    last: datetime.date = datetime.date.min

    def may_be(self, standing: str) -> bool:
        """Tell whether somebody of a standing may be meant: a councillor and an officer of one name are two people."""
        others = {"member": "officer", "officer": "member"}.get(standing)
        return others not in self.standings or standing in self.standings

    def is_known_as(self, standing: str) -> bool:
        """Tell whether somebody was met in this standing; who is listed at the table may be a member."""
        return bool(standing) and (standing in self.standings or (standing == "member" and "listed" in self.standings))

    def is_doubtful_as(self, standing: str) -> bool:
        """Tell a Mr or Ms who may be no councillor, and a councillor of the name of one."""
        others = {"member": {"civil"}, "civil": {"member"}}.get(standing)
        return others == self.standings - {"listed", "alone"}

    @property
    def is_in_full(self) -> bool:
        """Tell a given name from initials."""
        return not is_initials(self.given)

    def seen_on(self, day: datetime.date, given: str) -> None:
        """Note a day on which somebody is named by more than the family name."""
        self.first, self.last = min(self.first, day), max(self.last, day)
        if not is_initials(given):
            self.days.add(day)

    def is_named_about(self, day: datetime.date | None) -> bool:
        """Tell a day near one on which somebody is named in full; any where no days are told."""
        return day is None or not self.days or any(abs((day - each).days) <= NEAR for each in self.days)

    def is_of_the_time(self, day: datetime.date | None) -> bool:
        """Tell a day between the first and the last on which somebody is named, or near them."""
        return (
            day is None
            or self.first > self.last
            or self.first.toordinal() - NEAR <= day.toordinal() <= self.last.toordinal() + NEAR
        )

    def is_joined_to(self, day: datetime.date | None, seen: Sequence[datetime.date]) -> bool:
        """Tell whether days on which the initial and the family name are `seen`, in order, lead on to a full name."""
        if day is None or not self.days:
            return True
        for way in (1, -1):  # later, then earlier
            at = day
            for each in seen[::way]:
                if 0 < (each - at).days * way <= NEAR:
                    at = each
            low, high = min(day, at), max(day, at)
            if any(low.toordinal() - NEAR <= each.toordinal() <= high.toordinal() + NEAR for each in self.days):
                return True
        return False


def is_initials(given: str) -> bool:
    """Tell initials from a given name: `R`, `R.E.` and `RE`.

    >>> is_initials("R"), is_initials("P.M."), is_initials("Jo"), is_initials("")
    (True, True, False, False)
    """
    return given.isupper() and len(given.replace(".", "").replace(" ", "")) <= MOST_INITIALS


def of_their_days(
    given: str, fits: Sequence[tuple[float, Known]], meeting: str, day: datetime.date | None
) -> Sequence[tuple[float, Known]]:
    """Return whom initials may mean: of several named in full only those who are named so at that time.

    Who is at the meeting is. Where nobody else is, it is who is known by the initials alone.
    """
    full = [each for each in fits if each[1].is_in_full and each[1].given]
    if not is_initials(given) or not full or any(meeting in person.meetings for _, person in full):
        return fits
    if len(full) == 1:
        return full
    near = [each for each in full if each[1].is_named_about(day)]
    return near or [each for each in fits if each not in full]
