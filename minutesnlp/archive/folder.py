"""An archive on disk: what lies in its folder, and the order in which it is changed.

```
manifest.json        format, version, counts, skipped files, and the generation in force with its checksums
0a1b2c3d4e5f/*.npy   the index, where its paragraphs stand, and the keys of their rows
minutes.sqlite       the records
lock                 who writes
```
Records are written first, then the arrays, then the manifest, in one step: whoever is killed leaves the old state or
the new one. Nothing that an older manifest names is deleted but by `compact`.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.archive.database import NAME as SQLITE
from minutesnlp.archive.database import Database
from minutesnlp.errors import ArchiveError
from minutesnlp.indexing import Index, store
from minutesnlp.records import Corpus, Entity, Item, Meeting, Paragraph, Skipped
from minutesnlp.searching import collection as collecting
from minutesnlp.searching.collection import Abbreviations, Collection, Columns, Label
from minutesnlp.searching.expansion import learn
from minutesnlp.tagging import tag
from minutesnlp.text.analysis import Analyser

FORMAT = "minutesnlp-archive"
VERSION = 2

Keys = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class State:
    """An archive as it is open; `meeting_keys` and `paragraph_keys` are those of the rows in force, in order.

    `tagging` tells whether entities are found when meetings are added.
    """

    collection: Collection
    skipped: tuple[Skipped, ...]
    database: Database
    meeting_keys: Keys
    paragraph_keys: Keys
    tagging: bool


class Stored:
    """Records in SQLite, by the numbers of paragraphs."""

    def __init__(self, database: Database, meeting_keys: Keys, paragraph_keys: Keys, columns: Columns) -> None:
        self._database, self._columns = database, columns
        self._meeting_keys, self._paragraph_keys = meeting_keys, paragraph_keys
        self._labels: list[Label] | None = None

    def texts(self, numbers: Sequence[int]) -> list[str]:
        """Return the texts of paragraphs."""
        return self._database.texts(self._paragraph_keys[list(numbers)].tolist() if len(numbers) else [])

    def found(self, number: int) -> tuple[Paragraph, Item | None, Meeting]:
        """Return a paragraph with its item and meeting."""
        place = int(self._columns.meeting[number])
        meeting = self._database.meeting(int(self._meeting_keys[place]))
        first = int(np.searchsorted(self._columns.meeting, place))  # the paragraphs of a meeting stand together
        return collecting.places(meeting)[number - first]

    def labels(self) -> Sequence[Label]:
        """Return the id, number and title of every item, in the order of `Columns.item`."""
        if self._labels is None:
            self._labels = [Label(*label) for label in self._database.labels(self._meeting_keys.tolist())]
        return self._labels

    def labels_of(self, items: Sequence[int]) -> Sequence[Label]:
        """Return the labels of some items."""
        labels = self.labels()
        return [labels[item] for item in items]


def is_archive(folder: Path) -> bool:
    """Tell whether a folder's manifest is an archive's, or cannot be read where records lie beside it."""
    try:
        return bool(json.loads((folder / store.MANIFEST).read_bytes())["format"] == FORMAT)
    except (OSError, ValueError, KeyError, TypeError):
        return (folder / SQLITE).is_file()


def create(folder: Path, corpus: Corpus, *, tagging: bool = True) -> None:
    """Write a new archive, in place of one that may be there."""
    for name in (SQLITE, f"{SQLITE}-wal", f"{SQLITE}-shm", store.MANIFEST):
        (folder / name).unlink(missing_ok=True)
    database = Database.create(folder)
    unique = list({meeting.id: meeting for meeting in corpus}.values())
    rows = database.add(_tagged(unique, tagging))
    keys = np.array([key for key, _ in rows], np.int64)
    paragraph_keys = np.array([key for _, paragraphs in rows for key in paragraphs], np.int64)
    index, columns = collecting.build(unique), collecting.columns_of(unique)
    learnt = learn(paragraph.text for meeting in unique for paragraph in meeting.paragraphs)
    _write(folder, index, columns, keys, paragraph_keys, corpus.skipped, learnt, tagging)


def load(folder: Path, *, verify: bool | None = None) -> State:
    """Open an archive; its arrays are memory-mapped."""
    arrays, manifest = store.read(folder, FORMAT, VERSION, verify=verify)
    postings = store.postings_of(arrays, manifest, folder / store.MANIFEST)
    index = Index(postings, Analyser.of(manifest["analyser"]))
    try:
        columns = Columns(*(arrays[part.name] for part in dataclasses.fields(Columns)))
        meeting_keys, paragraph_keys = arrays["meeting_keys"], arrays["paragraph_keys"]
    except KeyError as error:
        raise ArchiveError(f"{folder / store.MANIFEST}: does not tell of {error}. Create the archive again.") from error
    database = Database.open(folder)
    source = Stored(database, meeting_keys, paragraph_keys, columns)
    try:
        heads = database.heads(meeting_keys.tolist())
    except KeyError:
        raise ArchiveError(
            f"{database.path}: lacks meetings that {store.MANIFEST} names. Take the folder back from a copy."
        ) from None
    skipped = tuple(Skipped(*told) for told in manifest.get("skipped", ()))
    learnt = {short: tuple(names) for short, names in manifest.get("abbreviations", {}).items()}
    collection = Collection(index, columns, heads, source, learnt)
    return State(collection, skipped, database, meeting_keys, paragraph_keys, bool(manifest["tagging"]))


def add(folder: Path, corpus: Corpus) -> list[Meeting]:
    """Add the meetings that are not there already as they are; return them. A new version replaces the old one."""
    state = load(folder)
    database = state.database
    in_force = {head.id: key for head, key in zip(state.collection.meetings, state.meeting_keys.tolist(), strict=True)}
    given = {meeting.id: meeting for meeting in corpus}
    new = [m for m in given.values() if m.id not in in_force or database.meeting(in_force[m.id]) != m]
    skipped = tuple(dict.fromkeys([*state.skipped, *corpus.skipped]))
    if not new and skipped == state.skipped:
        return []
    replaced = [in_force[meeting.id] for meeting in new if meeting.id in in_force]
    rows = database.add(_tagged(new, state.tagging))
    index, columns, keys, paragraph_keys = _without(state, replaced)
    more = collecting.columns_of(new)
    texts = [place for meeting in new for place in collecting.places(meeting)]
    index = Index(index.postings, index.analyser)
    index.add([p.text for p, _, _ in texts], titles=[collecting.title_of(item) for _, item, _ in texts])
    _write(
        folder,
        index,
        _appended(columns, more, len(keys), sum(database.item_counts(keys.tolist()))),
        np.concatenate([keys, np.array([key for key, _ in rows], np.int64)]),
        np.concatenate([paragraph_keys, np.array([key for _, found in rows for key in found], np.int64)]),
        skipped,
        _merged(state.collection.abbreviations, learn(p.text for p, _, _ in texts)),
        state.tagging,
    )
    database.supersede(replaced, _now())
    return new


def remove(folder: Path, ids: Iterable[str]) -> None:
    """Take meetings out of the archive."""
    state = load(folder)
    gone = set(ids)
    keys = [
        key for head, key in zip(state.collection.meetings, state.meeting_keys.tolist(), strict=True) if head.id in gone
    ]
    _write(folder, *_without(state, keys), state.skipped, state.collection.abbreviations, state.tagging)
    state.database.supersede(keys, _now())


def compact(folder: Path) -> None:
    """Delete what is no longer in force, and give back its room."""
    state = load(folder)
    database = state.database
    in_force = set(state.meeting_keys.tolist())
    database.drop(set(database.written()) - in_force)
    database.compact()
    texts = state.collection.source.texts(range(len(state.collection)))
    kept = (state.collection.index, state.collection.columns, state.meeting_keys, state.paragraph_keys)
    _write(folder, *kept, state.skipped, learn(texts), state.tagging)
    store.sweep(folder)


def verify(folder: Path, *, repair: bool = False) -> list[str]:
    """Return what is wrong with an archive on disk; `repair` takes away what an interrupted write left behind."""
    try:
        state = load(folder, verify=True)
    except ArchiveError as error:
        return [str(error)]
    database = state.database
    told = database.damaged(state.meeting_keys.tolist())
    in_force = set(state.meeting_keys.tolist())
    orphans = [key for key in database.written(superseded=False) if key not in in_force]
    generation = store.manifest_of(folder, FORMAT, VERSION)["generation"]
    left = [path for path in folder.iterdir() if _is_leftover(path, generation)]
    if repair:
        database.drop(orphans)
        left = [path for path in left if path not in store.sweep(folder)]
        orphans = []
    told += [f"{path}: left behind by an interrupted write" for path in left]
    if orphans:
        told.append(f"{database.path}: {len(orphans)} meetings left behind by an interrupted write")
    return told


def _tagged(meetings: Iterable[Meeting], tagging: bool) -> Iterator[tuple[Meeting, Sequence[Entity] | None]]:
    return ((meeting, tag(meeting) if tagging else None) for meeting in meetings)


def _is_leftover(path: Path, generation: str) -> bool:
    return (path.is_dir() and path.name != generation) or path.name.startswith(store.MANIFEST + ".")


def _without(state: State, gone: Sequence[int]) -> tuple[Index, Columns, Keys, Keys]:
    """Return what is left of an archive's arrays without some meetings."""
    columns, keys = state.collection.columns, state.meeting_keys
    if not gone:
        return state.collection.index, columns, np.asarray(keys), np.asarray(state.paragraph_keys)
    kept_meetings = ~np.isin(keys, np.array(gone, np.int64))
    kept = kept_meetings[columns.meeting]
    meeting = (np.cumsum(kept_meetings) - 1)[columns.meeting[kept]]
    item = columns.item[kept]
    within = item >= 0
    item = item.copy()
    # items without a paragraph have places of their own among the labels, so places are counted over those
    labels = np.array(state.database.item_counts(keys.tolist()), np.int64)
    starts = np.concatenate([[0], np.cumsum(labels)])
    new_starts = np.concatenate([[0], np.cumsum(labels[kept_meetings])])
    old = columns.meeting[kept][within]
    item[within] += (new_starts[meeting[within]] - starts[old]).astype(np.int32)
    thinned = Columns(meeting.astype(np.int32), item, columns.section[kept], columns.kind[kept], columns.routine[kept])
    index = state.collection.index.without(np.flatnonzero(~kept).tolist())
    return index, thinned, keys[kept_meetings], state.paragraph_keys[kept]


def _appended(columns: Columns, more: Columns, meetings: int, items: int) -> Columns:
    """Return columns with others after them; `meetings` and `items` are how many come before."""
    return Columns(
        np.concatenate([columns.meeting, more.meeting + meetings]).astype(np.int32),
        np.concatenate([columns.item, np.where(more.item >= 0, more.item + items, -1)]).astype(np.int32),
        *(np.concatenate([getattr(columns, name), getattr(more, name)]) for name in ("section", "kind", "routine")),
    )


def _merged(known: Abbreviations, more: Abbreviations) -> dict[str, tuple[str, ...]]:
    """Return abbreviations with what newer minutes explain; how often each is used is counted anew by `compact`."""
    shorts = sorted({*known, *more})
    return {short: tuple(dict.fromkeys((*known.get(short, ()), *more.get(short, ())))) for short in shorts}


def _write(
    folder: Path,
    index: Index,
    columns: Columns,
    keys: Keys,
    paragraph_keys: Keys,
    skipped: Iterable[Skipped],
    abbreviations: Abbreviations,
    tagging: bool,
) -> None:
    assert isinstance(index.analyser, Analyser)
    arrays = store.arrays_of(index.postings)
    arrays |= {part.name: getattr(columns, part.name) for part in dataclasses.fields(Columns)}
    arrays |= {"meeting_keys": keys, "paragraph_keys": paragraph_keys}
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "counts": {**store.counts_of(index.postings), "meetings": len(keys)},
        "analyser": index.analyser.settings(),
        "skipped": [[each.file, each.reason, each.advice] for each in skipped],
        "abbreviations": {short: list(names) for short, names in abbreviations.items()},
        "tagging": tagging,
        "written": _now(),
    }
    store.write(folder, arrays, manifest)


def _now() -> str:
    return datetime.datetime.now().astimezone().isoformat(" ", "seconds")
