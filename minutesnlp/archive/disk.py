"""An archive in its folder, as a store: what is read from SQLite, and changes under the lock."""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np

from minutesnlp.archive import folder
from minutesnlp.archive.arriving import Added
from minutesnlp.archive.database import Database
from minutesnlp.archive.keeping import find, records
from minutesnlp.archive.lock import writing
from minutesnlp.archive.mentions import Linked, Tagged, linked_as_kept, linked_now
from minutesnlp.archive.store import with_id
from minutesnlp.archive.stored import tagged
from minutesnlp.archive.taught import Learnt
from minutesnlp.progress import Progress
from minutesnlp.records import Corpus, Entity, Item, Meeting, Paragraph, Skipped
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.collected.columns import Bools
from minutesnlp.searching.collected.mentions import LINKED


class OnDisk:
    """One state of an archive's folder; it is read on, while others change the folder."""

    def __init__(self, path: Path, *, verify: bool | None = None) -> None:
        self.path = path
        self._state = folder.load(path, verify=verify)
        self._tagged: list[Tagged] | None = None

    @property
    def collection(self) -> Collection:
        """What is searched."""
        return self._state.collection

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The files that could not be read."""
        return self._state.skipped

    @property
    def database(self) -> Database:
        """The records."""
        return self._state.database

    @property
    def journal(self) -> str:
        """How records are written."""
        return self.database.journal

    @property
    def learnt(self) -> Learnt | None:
        """When its words were learnt."""
        taught = self._state.taught
        return None if taught is None else taught.learnt(self._state.rows.paragraph_key)

    def meetings(self) -> Corpus:
        """Return all meetings, in the order they were added."""
        return Corpus(map(self.database.meeting, self._state.keys), skipped=self.skipped)

    def meeting(self, id_: str) -> Meeting:
        """Return a meeting; KeyError when there is none."""
        return self._holding("meetings", id_)

    def glance(self, ids: Sequence[str]) -> list[Meeting]:
        """Return meetings of which the paragraphs are read when somebody looks."""
        keys = [self._state.key_of[id_] for id_ in ids]
        told = self.database.glance((), keys)[1]
        return [told[key] for key in keys]

    def item(self, id_: str) -> Item:
        """Return an item; KeyError when there is none."""
        found: Item = with_id(self._holding("items", id_).items, id_, "item")
        return found

    def paragraph(self, id_: str) -> Paragraph:
        """Return a paragraph; KeyError when there is none."""
        found: Paragraph = with_id(self._holding("paragraphs", id_).paragraphs, id_, "paragraph")
        return found

    def tagged(self) -> Sequence[Tagged]:
        """Return every meeting's entities: as they were written, made now where they were left out."""
        if self._tagged is None:
            self._tagged = [Tagged(*tagged(self.database, key)) for key in self._state.keys]
        return self._tagged

    def linked(self, overrides: Mapping[str, str]) -> Iterable[Linked]:
        """Yield every meeting with whom its people and posts mean: as it was written, unless a person says otherwise.

        What else is in a meeting is read when somebody looks.
        """
        kept = self._state.stored.linked
        if overrides or kept is None:
            return linked_now(self.tagged(), overrides)
        heads = self.database.glance((), self._state.keys)[1]
        each = ((heads[key], self.database.texts_in(key), self._named(key)) for key in self._state.keys)
        return linked_as_kept(each, *kept)

    def _named(self, key: int) -> Sequence[Entity]:
        """Return the people and posts of a meeting."""
        found = self.database.entities(key, LINKED)
        if found is None:
            return [one for one in tagged(self.database, key)[1] if one.label in LINKED]
        return found

    def found(self, ids: Sequence[str], kind: str) -> Sequence[Sequence[Any]]:
        """Return what was decided, promised, asked or reported at each of some meetings.

        It is as it was written, or found now where it was not.
        """
        keys = [self._state.key_of[id_] for id_ in ids]
        written = self.database.found_of(kind, keys)
        return [
            records(kind, written[key]) if key in written else find(kind, self.database.meeting(key)) for key in keys
        ]

    def new_since(self, when: float) -> Bools:
        """Return the paragraphs that came since, bool (N,)."""
        return np.isin(self._state.rows.paragraph_key, list(self.database.new_since(when)))

    def added(self, corpus: Corpus, progress: Progress | bool | None = None) -> tuple[Self, Added]:
        """Return the state with more meetings, and those that are new or changed."""
        with writing(self.path):
            added = folder.add(self.path, corpus, progress)
        return type(self)(self.path), added

    def without(self, ids: Several[str]) -> Self:
        """Return the state without some meetings."""
        with writing(self.path):
            folder.remove(self.path, ids)
        return type(self)(self.path)

    def compacted(self) -> Self:
        """Return the state without what is no longer in force."""
        with writing(self.path):
            folder.compact(self.path)
        return type(self)(self.path)

    def superseded(self) -> Corpus:
        """Return the older versions of meetings that are kept."""
        return Corpus(map(self.database.meeting, self.database.written(superseded=True)))

    def verify(self, *, repair: bool) -> tuple[str, ...]:
        """Return what is wrong with what is on disk."""
        if not repair:
            return tuple(folder.verify(self.path))
        with writing(self.path):
            return tuple(folder.verify(self.path, repair=True))

    def close(self) -> None:
        """Let go of the files."""
        self.database.close()

    def _holding(self, table: str, id_: str) -> Meeting:
        """Return the meeting that is, or holds, the record with an id."""
        found = self.database.key_of(table, id_, self._state.keys)
        if found is None:
            listed = "minutesnlp archive info lists the meetings"
            raise KeyError(f"no {table[:-1]} {id_!r} in {self.path}; {listed}")
        return self.database.meeting(found[1])
