"""The archive of a council's minutes: made, opened, grown, checked and compared. What it is asked is in `reader`."""

from __future__ import annotations

import os

from minutesnlp.archive import comparing, folder, given
from minutesnlp.archive.arriving import Added
from minutesnlp.archive.disk import OnDisk
from minutesnlp.archive.lock import writing
from minutesnlp.archive.reader import Reader
from minutesnlp.archive.sources import Sources, corpus_of
from minutesnlp.archive.store import InMemory
from minutesnlp.errors import ArchiveError
from minutesnlp.progress import Progress


class Archive(Reader):
    """Meetings that are kept and searched: in one folder, or in memory.

    Made by `create`, `open` and `in_memory`. One process writes at a time, any number may read meanwhile; what a reader
    has open stays as it was, until another process compacts it: from then on it is the archive as it is now.
    """

    @classmethod
    def create(
        cls,
        path: str | os.PathLike[str],
        sources: Sources,
        *,
        replace: bool = False,
        tag: bool = True,
        progress: Progress | bool | None = None,
    ) -> Archive:
        """Make an archive of a corpus, or of files and folders of minutes, in a folder of its own.

        People, roles, dates and figures, and what was decided, promised and asked, are found at once and kept, here and
        at `add`; where `tag` is not set, they are found when they are first asked for, and kept in memory. `progress`
        is called after each step with how many are done, how many there are, and what was done last; True shows a bar.

        Raises
        ------
        ArchiveError
            When there is something at `path` already that is not an archive, or an archive and `replace` is not set.
        ReadError
            When nothing can be read.
        """
        place = given.folder(path)
        if cls.is_archive(place) and not replace and not folder.is_unfinished(place):
            raise ArchiveError(
                f"{place}: is an archive already. Add to it (minutesnlp archive add, or Archive.open(…).add), or "
                "make it anew (--replace, or replace=True)."
            )
        if place.is_file() or (place.is_dir() and not cls.is_archive(place) and any(place.iterdir())):
            raise ArchiveError(f"{place}: is in use for something else. Name a folder that does not exist yet.")
        corpus = corpus_of(sources)
        place.mkdir(parents=True, exist_ok=True)
        with writing(place):
            folder.create(place, corpus, tagging=tag, progress=progress)
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
        place = given.folder(path)
        if not place.exists():
            raise ArchiveError(
                f"{place}: does not exist. An archive is made by: minutesnlp index FOLDER-OF-MINUTES -o NAME.archive"
            )
        if not cls.is_archive(place):
            raise ArchiveError(
                f"{place}: is no archive. Make one: minutesnlp index FOLDER-OF-MINUTES -o {place}.archive"
            )
        if folder.is_unfinished(place):
            raise ArchiveError(
                f"{place}: is not finished: it is being made now, or that was interrupted, and then it holds nothing "
                f"that can be searched. Make it again, in its place: minutesnlp index FOLDER-OF-MINUTES -o {place}"
            )
        return cls(OnDisk(place, verify=verify), place)

    @classmethod
    def upgrade(cls, path: str | os.PathLike[str], *, progress: Progress | bool | None = None) -> Archive:
        """Bring an archive's folder that an older version of minutesnlp wrote up to date, and open it.

        Its index is made anew of the records in the folder; these, older versions of meetings too, stay as they are.
        But decisions, promises and questions that an older version found are found anew: only then do the filters
        `holds` and `outcome` of a search find all that `find_decisions` finds; `doctor` tells of them. Until it is done
        the old state is in force.
        `progress` is called as in `create`.

        Raises
        ------
        ArchiveError
            When there is none, or it is damaged, or of a version whose records are not as they are now.
        """
        place = given.folder(path)
        if cls.is_archive(place):
            with writing(place):
                folder.upgrade(place, progress)
        return cls.open(place)

    @classmethod
    def in_memory(cls, sources: Sources) -> Archive:
        """Make an archive that is gone when it is closed."""
        return cls(InMemory.of(corpus_of(sources)))

    @classmethod
    def is_archive(cls, path: str | os.PathLike[str]) -> bool:
        """Tell whether an archive lies there; what is damaged is still an archive."""
        return folder.is_archive(given.folder(path))

    def add(self, sources: Sources, *, progress: Progress | bool | None = None) -> Added:
        """Add meetings, and return those that were new or changed; a new version of a meeting takes its place.

        A new version is what is read from the same file of the same day and body, or has half of its text in common. A
        meeting that only shares day and body with one kept is another one, and its id gets an ending. Of two files that
        tell of one meeting (half of the text of one day and body is the same) one is counted: the approved, then the
        newer; the other is told in `skipped`. `.told` of what is returned says all this, a line each. What is not in
        force is kept, out of sight, until `compact`. `progress` is called as in `create`.
        """
        self._store, added = self._store.added(corpus_of(sources), progress)
        return added

    def remove(self, *ids: str) -> None:
        """Remove meetings by their ids; they are kept, out of sight, until `compact`.

        Raises
        ------
        KeyError
            When there is no such meeting; then none is removed.
        TypeError
            When an id is no string.
        """
        for id_ in ids:
            self.meeting(given.text(id_, "an id", "; give several one by one: remove(*ids)"))
        self._store = self._store.without(ids)

    def compact(self) -> None:
        """Give back the room of meetings that were removed or replaced, and learn anew from those that are there."""
        self._store = self._store.compacted()

    def verify(self, *, repair: bool = False) -> tuple[str, ...]:
        """Compare everything on disk with its checksums, and return what is wrong: nothing, if all is well.

        `repair` sweeps away what an interrupted write left behind; what is damaged can only be taken from a copy.
        """
        return self._store.verify(repair=repair)

    def diff(self, other: Archive | str | os.PathLike[str]) -> comparing.Difference:
        """Return what this archive has that an older one has not: meetings, paragraphs, decisions."""
        older = other if isinstance(other, Archive) else Archive.open(other)
        return comparing.difference(older.meetings(), self.meetings())
