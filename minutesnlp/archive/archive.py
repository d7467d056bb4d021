"""The archive of a council's minutes: made, grown, checked, and searched."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from minutesnlp.archive import comparing, folder
from minutesnlp.archive.database import Database
from minutesnlp.archive.folder import State
from minutesnlp.archive.lock import writing
from minutesnlp.errors import ArchiveError
from minutesnlp.reading import read
from minutesnlp.records import Corpus, Hits, Item, Meeting, Paragraph, Skipped
from minutesnlp.searching.collection import Collection, collect
from minutesnlp.searching.search import search

Sources = Corpus | Meeting | str | os.PathLike[str] | Iterable[Meeting | str | os.PathLike[str]]


class Archive:
    """Meetings that are kept and searched: in one folder, or in memory.

    Made by `create`, `open` and `in_memory`. One process writes at a time, any number may read meanwhile; what a reader
    has open stays as it was.
    """

    def __init__(self, state: State, path: Path | None = None) -> None:
        self._state = state
        self.path = path

    @classmethod
    def create(cls, path: str | os.PathLike[str], sources: Sources, *, replace: bool = False) -> Archive:
        """Make an archive of a corpus, or of files and folders of minutes, in a folder of its own.

        Raises
        ------
        ArchiveError
            When there is something at `path` already that is not an archive, or an archive and `replace` is not set.
        ReadError
            When nothing can be read.
        """
        place = Path(path)
        if cls.is_archive(place) and not replace:
            raise ArchiveError(
                f"{place}: is an archive already. Add to it with Archive.open(…).add, or create it with replace=True."
            )
        if place.is_file() or (place.is_dir() and not cls.is_archive(place) and any(place.iterdir())):
            raise ArchiveError(f"{place}: is in use for something else. Name a folder that does not exist yet.")
        corpus = _corpus(sources)
        place.mkdir(parents=True, exist_ok=True)
        with writing(place):
            folder.create(place, corpus)
        return cls.open(place)

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, verify: bool | None = None) -> Archive:
        """Open an archive's folder.

        The checksums of the index are compared when `verify` is True, or None and the index small; those of the records
        by `verify()`.

        Raises
        ------
        ArchiveError
            When there is none, or it is foreign, damaged, or of another version; the message names the file.
        """
        place = Path(path)
        if not place.exists():
            raise ArchiveError(f"{place}: does not exist. Make it: minutesnlp index FOLDER-OF-MINUTES -o {place}")
        if not cls.is_archive(place):
            raise ArchiveError(
                f"{place}: is no archive. Make one: minutesnlp index FOLDER-OF-MINUTES -o {place}.archive"
            )
        return cls(folder.load(place, verify=verify), place)

    @classmethod
    def in_memory(cls, sources: Sources) -> Archive:
        """Make an archive that is gone when it is closed."""
        corpus = _corpus(sources)
        return cls(State(collect(corpus), corpus.skipped, corpus=corpus))

    @classmethod
    def is_archive(cls, path: str | os.PathLike[str]) -> bool:
        """Tell whether an archive lies there; what is damaged is still an archive."""
        return folder.is_archive(Path(path))

    def __len__(self) -> int:
        return len(self.collection.meetings)

    def __repr__(self) -> str:
        days = sorted(meeting.date for meeting in self.collection.meetings if meeting.date)
        span = f", {days[0]:%d %B %Y} to {days[-1]:%d %B %Y}" if days else ""
        skipped = f", {len(self.skipped):,} files skipped" if self.skipped else ""
        where = "in memory" if self.path is None else f"in {self.path}"
        counts = f"{len(self):,} meetings, {len(self.collection):,} paragraphs"
        return f"Archive({counts}{span}{skipped}, {where})"

    @property
    def collection(self) -> Collection:
        """What is searched: the index, and where its paragraphs stand."""
        return self._state.collection

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The files that could not be read, each with its reason."""
        return self._state.skipped

    def search(
        self,
        query: str,
        *,
        k: int | None = 10,
        ranker: str = "fused",
        sort: str = "relevance",
        plain: bool = False,
        expand: bool = True,
        body: str | Sequence[str] | None = None,
        council: str | Sequence[str] | None = None,
        status: str | Sequence[str] | None = None,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        before: str | datetime.date | None = None,
        year: str | Sequence[str] | None = None,
        person: str | Sequence[str] | None = None,
        kind: str | Sequence[str] | None = None,
        section: str | Sequence[str] | None = None,
        holds: str | Sequence[str] | None = None,
        item: str | Sequence[str] | None = None,
    ) -> Hits:
        """Return the paragraphs that answer a query, best first; the query language is told in `searching.grammar`.

        `k` None gives every mention. `ranker` is `fused` (a paragraph in its context), or `bm25` or `tfidf` alone.
        `sort` is `relevance`, `date` (oldest first) or `newest`. `plain` ranks agenda text and routine matters as high
        as the rest. `expand` False keeps to the words typed: no abbreviation, no thesaurus. Of several values of a
        filter any will do. `until` includes its period, `before` excludes it; `year` may be a municipal year, 2020/21.
        `holds` is question, answer, undertaking, decision, vote or declaration.

        Raises
        ------
        ValueError
            For k below 1, and for a ranker or an order there is not.
        QueryError
            For a value of a filter that cannot be read, also within the query. Any other string is a query.
        """
        filters: dict[str, Any] = {"body": body, "council": council, "status": status, "since": since, "until": until}
        filters |= {"before": before, "year": year, "person": person, "kind": kind, "section": section}
        filters |= {"holds": holds, "item": item}
        return search(self.collection, query, k=k, ranker=ranker, sort=sort, plain=plain, expand=expand, **filters)

    def meetings(self) -> Corpus:
        """Return all meetings, in the order they were added."""
        if self._state.corpus is not None:
            return self._state.corpus
        database = self._database()
        return Corpus([database.meeting(key) for key in self._state.meeting_keys.tolist()], skipped=self.skipped)

    def meeting(self, id_: str) -> Meeting:
        """Return a meeting by its id.

        Raises
        ------
        KeyError
            When there is none.
        """
        if self._state.corpus is not None:
            return self._state.corpus[id_]
        return self._database().meeting(self._key("meetings", id_)[1])

    def item(self, id_: str) -> Item:
        """Return an item by its id.

        Raises
        ------
        KeyError
            When there is none.
        """
        if self._state.corpus is not None:
            items = self._state.corpus.items
        else:
            items = self._database().meeting(self._key("items", id_)[1]).items
        found: Item = _with_id(items, id_, "item")
        return found

    def paragraph(self, id_: str) -> Paragraph:
        """Return a paragraph by its id.

        Raises
        ------
        KeyError
            When there is none.
        """
        if self._state.corpus is not None:
            paragraphs = self._state.corpus.paragraphs
        else:
            paragraphs = self._database().meeting(self._key("paragraphs", id_)[1]).paragraphs
        found: Paragraph = _with_id(paragraphs, id_, "paragraph")
        return found

    def add(self, sources: Sources) -> Corpus:
        """Add meetings, and return those that were new or changed; a new version of a meeting takes its place."""
        corpus = _corpus(sources)
        if self.path is None:
            old = self.meetings()
            known = {meeting.id: meeting for meeting in old}
            new = [meeting for meeting in corpus if known.get(meeting.id) != meeting]
            changed = {meeting.id for meeting in new}
            kept = [meeting for meeting in old if meeting.id not in changed]
            whole = Corpus([*kept, *new], skipped=[*old.skipped, *corpus.skipped])
            self._state = State(collect(whole), whole.skipped, corpus=whole)
            return Corpus(new, skipped=corpus.skipped)
        with writing(self.path):
            new = folder.add(self.path, corpus)
        self._state = folder.load(self.path)
        return Corpus(new, skipped=corpus.skipped)

    def remove(self, *ids: str) -> None:
        """Remove meetings by their ids; on disk they are kept, out of sight, until `compact`.

        Raises
        ------
        KeyError
            When there is no such meeting; then none is removed.
        """
        for id_ in ids:
            self.meeting(id_)
        if self.path is None:
            kept = [meeting for meeting in self.meetings() if meeting.id not in ids]
            whole = Corpus(kept, skipped=self.skipped)
            self._state = State(collect(whole), whole.skipped, corpus=whole)
            return
        with writing(self.path):
            folder.remove(self.path, ids)
        self._state = folder.load(self.path)

    def compact(self) -> None:
        """Give back the room of meetings that were removed or replaced."""
        if self.path is not None:
            with writing(self.path):
                folder.compact(self.path)
            self._state = folder.load(self.path)

    def verify(self, *, repair: bool = False) -> tuple[str, ...]:
        """Compare everything on disk with its checksums, and return what is wrong: nothing, if all is well.

        `repair` sweeps away what an interrupted write left behind; what is damaged can only be taken from a copy.
        """
        if self.path is None:
            return ()
        if not repair:
            return tuple(folder.verify(self.path))
        with writing(self.path):
            return tuple(folder.verify(self.path, repair=True))

    def diff(self, other: Archive | str | os.PathLike[str]) -> comparing.Difference:
        """Return what this archive has that an older one has not: meetings, paragraphs, decisions."""
        older = other if isinstance(other, Archive) else Archive.open(other)
        return comparing.difference(older.meetings(), self.meetings())

    def _database(self) -> Database:
        assert self._state.database is not None
        return self._state.database

    def _key(self, table: str, id_: str) -> tuple[int, int]:
        found = self._database().key_of(table, id_, self._state.meeting_keys.tolist())
        if found is None:
            raise KeyError(f"no {table[:-1]} {id_!r} in {self.path}")
        return found


def _corpus(sources: Sources) -> Corpus:
    """Return meetings as they are given, files and folders as they are read."""
    if isinstance(sources, Corpus):
        return sources
    if isinstance(sources, Meeting):
        return Corpus([sources])
    if isinstance(sources, (str, os.PathLike)):
        return read(sources)
    given = list(sources)
    meetings = [each for each in given if isinstance(each, Meeting)]
    paths = [each for each in given if not isinstance(each, Meeting)]
    if not paths:
        return Corpus(meetings)
    found = read(*paths)
    return Corpus([*meetings, *found], skipped=found.skipped)


def _with_id(records: Iterable[Any], id_: str, name: str) -> Any:
    for record in records:
        if record.id == id_:
            return record
    raise KeyError(f"no {name} {id_!r} in this archive")
