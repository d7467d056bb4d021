"""An archive on disk: what lies in its folder, and the order in which it is changed.

```
manifest.json        format, version, counts, skipped files, and the generation in force with its checksums
0a1b2c3d4e5f/*.npy   the index, where its paragraphs stand, the keys of their rows, and what was learnt from them
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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from minutesnlp.archive.arriving import Added, arrivals, still_skipped
from minutesnlp.archive.database import NAME as SQLITE
from minutesnlp.archive.database import Database
from minutesnlp.archive.inserting import AGAIN, Written
from minutesnlp.archive.keeping import found_in
from minutesnlp.archive.renewing import behind, found_anew, outdated, renew
from minutesnlp.archive.stored import Rows, Stored, called_arrays, found_arrays
from minutesnlp.archive.taught import Taught
from minutesnlp.counting import plural
from minutesnlp.errors import ArchiveError
from minutesnlp.indexing import Index, store
from minutesnlp.progress import Progress, Steps
from minutesnlp.records import Corpus, Meeting, Skipped
from minutesnlp.searching.collected import collection as collecting
from minutesnlp.searching.collected.abbreviations import Abbreviations, learn
from minutesnlp.searching.collected.calling import Called
from minutesnlp.searching.collected.collection import Collection, Label, titles_of
from minutesnlp.searching.collected.columns import Columns
from minutesnlp.searching.collected.titles import Titles
from minutesnlp.text.analysis import Analyser

FORMAT = "minutesnlp-archive"
VERSION = 7

# The versions before, of which the records are as they are now and the arrays are not.
OLDER = (5, 6)


@dataclass(frozen=True, eq=False)
class State:
    """An archive as it is open; `tagging` tells whether entities are found when meetings are added."""

    collection: Collection
    skipped: tuple[Skipped, ...]
    database: Database
    stored: Stored
    rows: Rows
    tagging: bool
    taught: Taught | None

    @property
    def keys(self) -> list[int]:
        """The keys of the meetings in force, in order."""
        keys: list[int] = self.rows.meeting_key.tolist()
        return keys

    @cached_property
    def key_of(self) -> dict[str, int]:
        """The key of each meeting in force by its id."""
        return {head.id: key for head, key in zip(self.collection.meetings, self.keys, strict=True)}


def is_archive(folder: Path) -> bool:
    """Tell whether a folder's manifest is an archive's, or cannot be read where records lie beside it."""
    try:
        return bool(json.loads((folder / store.MANIFEST).read_bytes())["format"] == FORMAT)
    except (OSError, ValueError, KeyError, TypeError):
        return (folder / SQLITE).is_file()


def is_unfinished(folder: Path) -> bool:
    """Tell whether a folder holds what was left of making an archive: records that no manifest was ever written for."""
    if (folder / store.MANIFEST).exists() or not (folder / SQLITE).is_file():
        return False
    return not any(path.is_dir() for path in folder.iterdir())  # the index of an archive that lost its manifest


def _version(folder: Path) -> object:
    try:
        return json.loads((folder / store.MANIFEST).read_bytes())["version"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def create(folder: Path, corpus: Corpus, *, tagging: bool = True, progress: Progress | bool | None = None) -> None:
    """Write a new archive; one that may be there is in force until then, unless it cannot be opened."""
    database, before = _database_for(folder)
    found = arrivals(corpus)
    meetings = list(found.new.values())
    steps = Steps(len(meetings) + len(found.aside) + 2, progress, "archiving")
    rows = Rows.of(database.add(_tagged(meetings, tagging, steps)))
    database.add(_tagged(found.aside, False, steps), superseded=_now())
    learnt = learn(paragraph.text for meeting in meetings for paragraph in meeting.paragraphs)
    index, columns = collecting.build(meetings), collecting.columns_of(meetings)
    steps.done("the index")
    taught = Taught.by(index, rows.paragraph_key, _now())
    steps.done("words used alike")
    _write(folder, database, index, columns, rows, still_skipped((), corpus, found), learnt, tagging, taught)
    if before:
        database.drop(before)
        database.compact()


def _database_for(folder: Path) -> tuple[Database, list[int]]:
    """Return the database to write a new archive into, and the keys of what is there and in force until then."""
    try:
        database = load(folder).database
        return database, database.written()
    except ArchiveError:  # there is none, or none that opens
        for name in (SQLITE, f"{SQLITE}-wal", f"{SQLITE}-shm", store.MANIFEST):
            _take_away(folder / name)
        return Database.create(folder), []


def _take_away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError as error:
        raise ArchiveError(
            f"{path}: cannot be replaced ({error.strerror}). Close the programs that have the archive open, and see "
            "that you may write there."
        ) from error


def load(folder: Path, *, verify: bool | None = None) -> State:
    """Open an archive; its arrays are memory-mapped."""
    advice = AGAIN.format(folder)
    if _version(folder) in OLDER:
        advice = f"Bring it up to date, which loses nothing: minutesnlp archive upgrade {folder}"
    arrays, manifest = store.read(folder, FORMAT, VERSION, verify=verify, advice=advice)
    postings = store.postings_of(arrays, manifest, folder / store.MANIFEST)
    index = Index(postings, store.analyser_of(manifest["analyser"], folder / store.MANIFEST), norms=arrays.get("norms"))
    try:
        columns = Columns(*(arrays[part.name] for part in dataclasses.fields(Columns)))
        rows = Rows(*(arrays[part.name] for part in dataclasses.fields(Rows)))
        titles = Titles(*(arrays[part.name] for part in dataclasses.fields(Titles)))
    except KeyError as error:
        raise ArchiveError(f"{folder / store.MANIFEST}: does not tell of {error}. {AGAIN.format(folder)}") from error
    database = Database.open(folder)
    if database.missing(rows.meeting_key.tolist()):
        if store.manifest_of(folder, FORMAT, VERSION)["generation"] != manifest["generation"]:
            return load(folder, verify=verify)  # it was compacted at this very moment
        raise ArchiveError(
            f"{database.path}: lacks meetings that {store.MANIFEST} names. Take the folder back from a copy."
        )
    source = Stored(database, rows, columns, arrays)
    skipped = tuple(Skipped(*told) for told in manifest.get("skipped", ()))
    learnt = {short: tuple(names) for short, names in manifest.get("abbreviations", {}).items()}
    taught = Taught.of(arrays, manifest, folder / store.MANIFEST)
    collection = Collection(index, columns, source, learnt, None if taught is None else taught.latent, titles)
    return State(collection, skipped, database, source, rows, bool(manifest["tagging"]), taught)


def add(folder: Path, corpus: Corpus, progress: Progress | bool | None = None) -> Added:
    """Add the meetings that are not there already as they are; return them. A new version replaces the old one."""
    state = load(folder)
    database, in_force = state.database, state.key_of
    heads = database.glance((), state.keys)[1]
    found = arrivals(corpus, heads.values(), database.older)
    new = list(found.new.values())
    added = found.added(corpus.skipped)
    skipped = still_skipped(state.skipped, corpus, found)
    if not new and not found.aside and skipped == state.skipped:
        return added
    replaced = [in_force[meeting.id] for meeting in new if meeting.id in in_force]
    steps = Steps(len(new) + len(found.aside) + 1, progress, "archiving")
    more = Rows.of(database.add(_tagged(new, state.tagging, steps)))
    database.add(_tagged(found.aside, False, steps), superseded=_now())
    index, columns, rows = _without(state, replaced)
    texts = [place for meeting in new for place in collecting.places(meeting)]
    index = Index(index.postings, index.analyser)
    index.add([p.text for p, _, _ in texts], titles=[collecting.title_of(item) for _, item, _ in texts])
    columns = _appended(columns, collecting.columns_of(new), rows)
    learnt = _merged(state.collection.abbreviations, learn(p.text for p, _, _ in texts))
    taught = _carried(state, index, rows)
    _write(folder, database, index, columns, rows.followed_by(more), skipped, learnt, state.tagging, taught)
    database.supersede(replaced, _now())
    steps.done("the index")
    return added


def remove(folder: Path, ids: Iterable[str]) -> None:
    """Take meetings out of the archive."""
    state = load(folder)
    key_of = state.key_of
    keys = [key_of[id_] for id_ in dict.fromkeys(ids) if id_ in key_of]
    index, columns, rows = _without(state, keys)
    learnt, taught = state.collection.abbreviations, _carried(state, index, rows)
    _write(folder, state.database, index, columns, rows, state.skipped, learnt, state.tagging, taught)
    state.database.supersede(keys, _now())


def compact(folder: Path) -> None:
    """Delete what is no longer in force, give back its room, and learn anew from what is."""
    state = load(folder)
    database = state.database
    database.drop(set(database.written()) - set(state.keys))
    database.compact()
    learnt = learn(state.collection.source.texts(range(len(state.collection))))
    kept = (state.collection.index, state.collection.columns, state.rows)
    taught = Taught.by(state.collection.index, state.rows.paragraph_key, _now())
    _write(folder, database, *kept, state.skipped, learnt, state.tagging, taught)


def upgrade(folder: Path, progress: Progress | bool | None = None) -> bool:
    """Make the arrays of an archive that an older version wrote anew, of its own records, which stay as they are.

    But decisions, promises and questions that an older version found are found anew, and what it did not look for;
    these rows change last, so that whoever is killed before that begins again. Returns whether there was anything to
    do.
    """
    version = _version(folder)
    if version not in OLDER:
        state = load(folder)  # if it is not what it is told to be, this says why
        linked = state.stored.linked is not None or not state.tagging
        if linked and state.collection.index.analyser == Analyser() and not behind(state.database, state.keys):
            return False  # it is what it should be
        version = VERSION  # words are read, or decisions found, otherwise now, or more is kept
    arrays, manifest = store.read(folder, FORMAT, version)
    database, rows = Database.open(folder), Rows(*(arrays[part.name] for part in dataclasses.fields(Rows)))
    steps = Steps(len(rows.meeting_key) + 2, progress, "bringing up to date")
    meetings = []
    for key in rows.meeting_key.tolist():
        meetings.append(database.meeting(key))
        steps.done(meetings[-1].id)
    index, columns = collecting.build(meetings), collecting.columns_of(meetings)
    steps.done("the index")
    learnt = learn(paragraph.text for meeting in meetings for paragraph in meeting.paragraphs)
    taught = Taught.by(index, rows.paragraph_key, _now())
    skipped = [Skipped(*told) for told in manifest.get("skipped", ())]
    anew = found_anew(database, rows.meeting_key.tolist())
    _write(folder, database, index, columns, rows, skipped, learnt, bool(manifest["tagging"]), taught, anew)
    renew(database, anew)
    steps.done("words used alike")
    return True


def outdated_in(folder: Path) -> int:
    """Return of how many meetings the decisions are as an older version found them; `upgrade` finds them anew."""
    state = load(folder)
    return len(outdated(state.database, state.keys))


def verify(folder: Path, *, repair: bool = False) -> list[str]:
    """Return what is wrong with an archive on disk; `repair` takes away what an interrupted write left behind."""
    try:
        state = load(folder, verify=True)
    except ArchiveError as error:
        return [str(error)]
    database = state.database
    told = database.damaged(state.keys)
    in_force = set(state.keys)
    orphans = [key for key in database.written(superseded=False) if key not in in_force]
    older = database.replaced(orphans, state.keys)  # their new versions came into force, and then the writer was killed
    orphans = [key for key in orphans if key not in older]
    manifest = store.manifest_of(folder, FORMAT, VERSION)
    left = [path for path in folder.iterdir() if _is_leftover(path, manifest)]
    if repair:
        database.supersede(older, _now())
        database.drop(orphans)
        gone = store.sweep(folder)
        left = [path for path in left if path not in gone]
        orphans = []
    told += [f"{path}: left behind by an interrupted write" for path in left]
    if orphans:
        told.append(f"{database.path}: {plural(len(orphans), 'meeting')} left behind by an interrupted write")
    return told


def _tagged(meetings: Iterable[Meeting], tagging: bool, steps: Steps) -> Iterator[Written]:
    """Yield meetings with what is found in them, unless that is left for later."""
    for meeting in meetings:
        yield (meeting, *found_in(meeting)) if tagging else (meeting, None, {})
        steps.done(meeting.id)


def _is_leftover(path: Path, manifest: Mapping[str, Any]) -> bool:
    """Tell what no manifest accounts for; an older generation may still be open (Windows) and goes at a later write."""
    told = (manifest["generation"], *manifest.get("before", ()))
    return (path.is_dir() and path.name not in told) or path.name.startswith(store.MANIFEST + ".")


def _without(state: State, gone: Sequence[int]) -> tuple[Index, Columns, Rows]:
    """Return what is left of an archive's arrays without some meetings, given by their keys."""
    columns, rows = state.collection.columns, state.rows
    if not gone:
        return state.collection.index, columns, rows
    kept_meetings = ~np.isin(rows.meeting_key, gone)
    kept = kept_meetings[columns.meeting]
    moved_meetings = np.cumsum(kept_meetings) - 1
    # one place more, for what stands outside items and is -1
    moved_items = np.append(np.cumsum(kept_meetings[rows.item_meeting]) - 1, -1)
    thinned = Columns(
        moved_meetings[columns.meeting[kept]].astype(np.int32),
        moved_items[columns.item[kept]].astype(np.int32),
        *(getattr(columns, name)[kept] for name in ("section", "kind", "routine")),
    )
    index = state.collection.index.without(np.flatnonzero(~kept).tolist())
    return index, thinned, rows.only(kept_meetings, kept)


def _carried(state: State, index: Index, rows: Rows) -> Taught | None:
    """Return what was learnt, for a changed index; `rows` are those of before that stay."""
    if state.taught is None:
        return None
    return state.taught.carried(state.collection.index, index, state.rows.paragraph_key, rows.paragraph_key)


def _appended(columns: Columns, more: Columns, before: Rows) -> Columns:
    """Return columns with others after them; `before` are the rows of the first."""
    item = np.where(more.item >= 0, more.item + len(before.item_key), -1)
    return Columns(
        np.concatenate([columns.meeting, more.meeting + len(before.meeting_key)]).astype(np.int32),
        np.concatenate([columns.item, item]).astype(np.int32),
        *(np.concatenate([getattr(columns, name), getattr(more, name)]) for name in ("section", "kind", "routine")),
    )


def _merged(known: Abbreviations, more: Abbreviations) -> dict[str, tuple[str, ...]]:
    """Return abbreviations with what newer minutes explain; how often each is used is counted anew by `compact`."""
    shorts = sorted({*known, *more})
    return {short: tuple(dict.fromkeys((*known.get(short, ()), *more.get(short, ())))) for short in shorts}


def _write(
    folder: Path,
    database: Database,
    index: Index,
    columns: Columns,
    rows: Rows,
    skipped: Iterable[Skipped],
    abbreviations: Abbreviations,
    tagging: bool,
    taught: Taught | None,
    anew: Mapping[int, Mapping[str, str]] | None = None,
) -> None:
    assert isinstance(index.analyser, Analyser)
    arrays = store.arrays_of(index.postings) | {"norms": index.norms()}
    titles = titles_of((Label(*label) for label in database.labels(rows.item_key.tolist())), index)
    for parts in (columns, rows, titles):
        arrays |= {part.name: getattr(parts, part.name) for part in dataclasses.fields(parts)}
    arrays |= called_arrays(Called.of(database.called(rows.meeting_key.tolist())))
    if tagging:
        arrays |= found_arrays(database, rows.meeting_key.tolist(), anew or {})
    if taught is not None:
        arrays |= taught.arrays()
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "counts": {**store.counts_of(index.postings), "meetings": len(rows.meeting_key)},
        "analyser": index.analyser.settings(),
        "skipped": [[each.file, each.reason, each.advice] for each in skipped],
        "abbreviations": {short: list(names) for short, names in abbreviations.items()},
        "tagging": tagging,
        "learnt": None if taught is None else taught.told(),
        "written": _now(),
    }
    store.write(folder, arrays, manifest)


def _now() -> str:
    return datetime.datetime.now().astimezone().isoformat(" ", "seconds")
