"""Where an archive keeps what it holds: in memory here, in a folder in `disk`."""

from __future__ import annotations

import datetime
import time
from collections.abc import Collection as Several
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, Self

import numpy as np

from minutesnlp import tagging
from minutesnlp.archive.arriving import Added, Arrivals, arrivals, still_skipped
from minutesnlp.archive.connecting import closed
from minutesnlp.archive.keeping import find
from minutesnlp.archive.mentions import Linked, Tagged, linked_now
from minutesnlp.archive.taught import Learnt
from minutesnlp.progress import Progress, told
from minutesnlp.records import Corpus, Item, Meeting, Paragraph, Skipped
from minutesnlp.searching.collected.collection import Collection, collect
from minutesnlp.searching.collected.columns import Bools


class Store(Protocol):
    """One state of an archive. Changes give the next state; this one stays as it is, for whoever reads it."""

    @property
    def collection(self) -> Collection:
        """What is searched."""

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The files that could not be read."""

    @property
    def journal(self) -> str:
        """How records are written."""

    @property
    def learnt(self) -> Learnt | None:
        """When its words were learnt."""

    def meetings(self) -> Corpus:
        """Return all meetings, in the order they were added."""

    def meeting(self, id_: str) -> Meeting:
        """Return a meeting; KeyError when there is none."""

    def glance(self, ids: Sequence[str]) -> list[Meeting]:
        """Return meetings of which the paragraphs may be read only when somebody looks."""

    def item(self, id_: str) -> Item:
        """Return an item; KeyError when there is none."""

    def paragraph(self, id_: str) -> Paragraph:
        """Return a paragraph; KeyError when there is none."""

    def tagged(self) -> Sequence[Tagged]:
        """Return every meeting's entities, unlinked, with the texts they stand in."""

    def linked(self, overrides: Mapping[str, str]) -> Iterable[Linked]:
        """Yield every meeting with whom its people and posts mean, by a person's overrides too."""

    def found(self, ids: Sequence[str], kind: str) -> Sequence[Sequence[Any]]:
        """Return the `decisions`, `undertakings`, `questions` or `reports` of each of some meetings."""

    def new_since(self, when: float) -> Bools:
        """Return the paragraphs added since (seconds since 1970) that no older version of their meeting has (N,)."""

    def added(self, corpus: Corpus, progress: Progress | bool | None = None) -> tuple[Self, Added]:
        """Return the state with more meetings, and those that are new or changed; tell `progress` of each."""

    def without(self, ids: Several[str]) -> Self:
        """Return the state without some meetings, all of which it has."""

    def compacted(self) -> Self:
        """Return the state without what is no longer in force."""

    def superseded(self) -> Corpus:
        """Return the older versions of meetings that are kept."""

    def verify(self, *, repair: bool) -> tuple[str, ...]:
        """Return what is wrong with what is kept."""

    def close(self) -> None:
        """Let go of what is kept."""


class Closed:
    """What is left of an archive that was closed: whatever it is asked, it refuses."""

    def __init__(self, place: Path | None) -> None:
        self._place = place

    def close(self) -> None:
        """Do nothing: it is closed."""

    def __getattr__(self, name: str) -> Any:
        raise closed(self._place or "the archive in memory")


class InMemory:
    """Meetings as they were read, gone when the archive is."""

    journal = "memory"

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self.collection = collect(corpus)
        self.skipped = corpus.skipped
        self._tagged: list[Tagged] | None = None
        now = time.time()
        made = datetime.datetime.fromtimestamp(now).astimezone().isoformat(" ", "seconds")
        self.learnt = None if self.collection.latent is None else Learnt(made, len(self.collection))
        self._when = {meeting.id: now for meeting in corpus}
        self._older: list[tuple[Meeting, float]] = []

    @classmethod
    def of(cls, corpus: Corpus) -> Self:
        """Keep the meetings of a corpus, one that is given twice once."""
        found = arrivals(corpus)
        made = cls(Corpus(found.new.values(), skipped=still_skipped((), corpus, found)))
        made._set_aside(found)
        return made

    def meetings(self) -> Corpus:
        """Return all meetings, in the order they were added."""
        return self._corpus

    def meeting(self, id_: str) -> Meeting:
        """Return a meeting; KeyError when there is none."""
        return self._corpus[id_]

    def glance(self, ids: Sequence[str]) -> list[Meeting]:
        """Return meetings, which are in memory as they are."""
        return [self._corpus[id_] for id_ in ids]

    def item(self, id_: str) -> Item:
        """Return an item; KeyError when there is none."""
        found: Item = with_id(self._corpus.items, id_, "item")
        return found

    def paragraph(self, id_: str) -> Paragraph:
        """Return a paragraph; KeyError when there is none."""
        found: Paragraph = with_id(self._corpus.paragraphs, id_, "paragraph")
        return found

    def tagged(self) -> Sequence[Tagged]:
        """Return every meeting's entities; they are made when they are first asked for."""
        if self._tagged is None:
            self._tagged = [Tagged(meeting, tagging.tag(meeting)) for meeting in self._corpus]
        return self._tagged

    def linked(self, overrides: Mapping[str, str]) -> Iterable[Linked]:
        """Yield every meeting with whom its people and posts mean; that is found now."""
        return linked_now(self.tagged(), overrides)

    def added(self, corpus: Corpus, progress: Progress | bool | None = None) -> tuple[Self, Added]:
        """Return the state with more meetings, and those that are new or changed."""
        found = arrivals(corpus, self._corpus, lambda id_: (old for old, _ in self._older if old.id == id_))
        changed = {meeting.id for meeting in told(list(found.new.values()), progress, "archiving", lambda one: one.id)}
        kept = [meeting for meeting in self._corpus if meeting.id not in changed]
        skipped = still_skipped(self.skipped, corpus, found)
        made = self._next([*kept, *found.new.values()], skipped, [m for m in self._corpus if m.id in changed])
        made._set_aside(found)
        return made, found.added(corpus.skipped)

    def without(self, ids: Several[str]) -> Self:
        """Return the state without some meetings."""
        gone = [meeting for meeting in self._corpus if meeting.id in ids]
        return self._next([meeting for meeting in self._corpus if meeting.id not in ids], self.skipped, gone)

    def compacted(self) -> Self:
        """Return the state without its older versions."""
        return type(self)(self._corpus)

    def superseded(self) -> Corpus:
        """Return the older versions of meetings that are kept."""
        return Corpus(meeting for meeting, _ in self._older)

    def found(self, ids: Sequence[str], kind: str) -> Sequence[Sequence[Any]]:
        """Return what was decided, promised, asked or reported at each of some meetings."""
        return [find(kind, self.meeting(id_)) for id_ in ids]

    def new_since(self, when: float) -> Bools:
        """Return the paragraphs that came since, bool (N,)."""
        known: dict[str, set[str]] = {}
        for meeting, added in self._older:
            if added < when:
                known.setdefault(meeting.id, set()).update(p.text for p in meeting.paragraphs)
        return np.array(
            [
                self._when[meeting.id] >= when and paragraph.text not in known.get(meeting.id, ())
                for meeting in self._corpus
                for paragraph in meeting.paragraphs
            ],
            bool,
        )

    def verify(self, *, repair: bool) -> tuple[str, ...]:  # noqa: ARG002
        """Return nothing: there is nothing on disk."""
        return ()

    def close(self) -> None:
        """Keep nothing open: nothing is."""

    def _set_aside(self, found: Arrivals) -> None:
        self._older += [(meeting, time.time()) for meeting in found.aside]

    def _next(self, meetings: Iterable[Meeting], skipped: Iterable[Skipped], older: Iterable[Meeting]) -> Self:
        made = type(self)(Corpus(meetings, skipped=skipped))
        old = list(older)
        made._older = [*self._older, *((meeting, self._when[meeting.id]) for meeting in old)]
        replaced = {meeting.id for meeting in old}
        made._when |= {id_: when for id_, when in self._when.items() if id_ in made._when and id_ not in replaced}
        return made


def with_id(records: Iterable[Any], id_: str, name: str) -> Any:
    """Return the record with an id; KeyError when there is none."""
    for record in records:
        if record.id == id_:
            return record
    raise KeyError(f"no {name} {id_!r} in this archive")
