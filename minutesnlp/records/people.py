"""People as an archive tells of them: members and officers, their posts through time, what they did."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from minutesnlp import tables
from minutesnlp.records.findings import Entity
from minutesnlp.records.record import Record, headings_of, one_of
from minutesnlp.records.sequences import Records

PUBLIC = ("member", "officer")
ACTS = ("presented", "moved", "seconded", "declared")


@dataclass(frozen=True, slots=True)
class Stint(Record):
    """A post somebody is seen in; `since` and `until` are the first and the last meeting that shows them in it.

    They may have held it before and after: minutes tell of meetings only. Where somebody else is seen in it between,
    it is two stints. `interim` tells an acting or interim holder; `body` whose chair it is, where that is a committee.
    """

    post: str
    since: datetime.date | None = None
    until: datetime.date | None = None
    interim: bool = False
    mentions: int = 1
    body: str | None = None

    def __str__(self) -> str:
        days = [day.isoformat() for day in (self.since, self.until) if day]
        told = f"{self.post}, {self.body}" if self.body else self.post
        return f"{told} ({' to '.join(dict.fromkeys(days))})" if days else told


@dataclass(frozen=True, slots=True)
class Act(Record):
    """What somebody did by the minutes: `kind` is one of `ACTS`; `text` is the sentence, or the motion."""

    kind: str
    text: str
    paragraph_id: str
    item_id: str | None = None
    meeting_id: str = ""
    date: datetime.date | None = None
    citation: str = ""

    def __post_init__(self) -> None:
        one_of("kind", self.kind, ACTS)


@dataclass(frozen=True, slots=True)
class Link(Record):
    """One mention and whom it means; `reason` says why, `confidence` runs from 0 to 1.

    Below `SURE` a person should look at it; an override has the reason `override`.
    """

    SURE: ClassVar[float] = 0.8

    entity: Entity
    meeting: str
    person_id: str
    reason: str
    confidence: float

    @property
    def doubtful(self) -> bool:
        """Tell whether a person should look at this link."""
        return self.confidence < self.SURE

    @classmethod
    def headings(cls) -> tuple[str, ...]:
        """Return what the values of a row are called, in their order."""
        return ("text", "label", "person_id", "confidence", "reason", "meeting", "paragraph_id", "start", "end")

    def row(self) -> dict[str, Any]:
        """Return the mention, where it stands, and whom it is taken for."""
        return {
            "text": self.entity.text,
            "label": self.entity.label,
            "person_id": self.person_id,
            "confidence": self.confidence,
            "reason": self.reason,
            "meeting": self.meeting,
            "paragraph_id": self.entity.paragraph_id,
            "start": self.entity.start,
            "end": self.entity.end,
        }


@dataclass(frozen=True, slots=True)
class Person(Record):
    """A member or officer of a council, as the minutes show them.

    `title` is how they are mostly addressed (`Councillor`, `Ms`), `public` is `member` or `officer`. `mentions` are the
    names and posts that mean them, in the order they stand. `presented`, `moved` (which holds what they seconded too)
    and `declared` are gathered for one person by `archive.person`, and None in the list of `archive.people`.
    """

    APART: ClassVar[tuple[str, ...]] = ("mentions", "presented", "moved", "declared", "roles")

    id: str
    name: str
    title: str | None = None
    public: str | None = None
    council: str | None = None
    roles: tuple[Stint, ...] = ()
    first: datetime.date | None = None
    last: datetime.date | None = None
    meetings: int = 0
    mentions: tuple[Entity, ...] = ()
    presented: tuple[Act, ...] | None = None
    moved: tuple[Act, ...] | None = None
    declared: tuple[Act, ...] | None = None

    def __post_init__(self) -> None:
        if self.public is not None:
            one_of("public", self.public, PUBLIC)

    def __str__(self) -> str:
        return f"{self.title} {self.name}" if self.title else self.name

    def role_on(self, day: datetime.date) -> Stint | None:
        """Return the post they are seen in on a day, or last before it; None where they are seen in none by then."""
        begun = [stint for stint in self.roles if stint.since is not None and stint.since <= day]
        return max(begun, key=lambda stint: (min(stint.until or day, day), stint.mentions), default=None)

    @classmethod
    def headings(cls) -> tuple[str, ...]:
        """Return what the values of a row are called; what one person did comes behind where it was gathered."""
        return (*headings_of(cls), "roles", "mentions")

    def row(self) -> dict[str, Any]:
        """Return the person as plain values: posts with their days, and how much they are seen to have done."""
        told = Record.row(self) | {
            "roles": "; ".join(map(str, self.roles)),
            "mentions": len(self.mentions),
        }
        acts = {"presented": self.presented, "moved": self.moved, "declared": self.declared}
        return told | {kind: len(done) for kind, done in acts.items() if done is not None}


class Links(Records[Link]):
    """Mentions and whom they are taken for."""

    record = Link
    columns = ("text", "person_id", "confidence", "reason", "meeting")

    def to_text(self) -> str:
        """Return all of them as a table."""
        return tables.to_text(self.rows(), self.columns)


class People(Records[Person]):
    """Members and officers, by family name; `doubtful` are the links a person should look at, least certain first."""

    record = Person
    columns = ("id", "name", "title", "public", "roles", "first", "last", "mentions")
    types: ClassVar[dict[str, Any]] = {"public": PUBLIC, "first": "date", "last": "date"}

    def __init__(self, people: Iterable[Person] = (), *, doubtful: Iterable[Link] = ()) -> None:
        super().__init__(people)
        self.doubtful = Links(doubtful)

    def to_text(self) -> str:
        """Return all of them as a table."""
        return tables.to_text(self.rows(), self.columns)
