"""An index on disk: the folders of its segments, and which of their paragraphs are gone.

A segment that lies in the folder already is not written again. A reader that has older folders open keeps them; a
writer that is killed leaves the older manifest in force.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from minutesnlp.errors import ArchiveError
from minutesnlp.indexing import store
from minutesnlp.indexing.segment import Segment

FORMAT = "minutesnlp-index"
VERSION = 4

# Where segments lie: the folder, and the generation in it.
Home = tuple[str, str]


class Closed(tuple[Segment, ...]):
    """The segments of an index that was closed: whatever is asked of them is refused, with where they lay."""

    place = ""

    def _refuse(self, *_: object) -> NoReturn:
        raise ArchiveError(f"{self.place}the index was closed. Open it again: Index.open(…)")

    __iter__ = __len__ = __getitem__ = _refuse


def closed(homes: Iterable[Home]) -> tuple[Segment, ...]:
    """Return what stands in the place of the segments that lay there."""
    segments = Closed()
    segments.place = next((f"{folder}: " for folder, _ in homes), "")
    return segments


def save(
    segments: Sequence[Segment], folder: str | os.PathLike[str], homes: Sequence[Home | None], analyser: Any
) -> list[Home]:
    """Write the segments that are not in a folder yet, and take away what is there no more; return where all lie.

    Raises
    ------
    ArchiveError
        When the folder is a file.
    """
    root = Path(folder).resolve()
    if root.exists() and not root.is_dir():
        raise ArchiveError(f"{root}: is a file. Name a folder, which need not exist yet.")
    there = {written["generation"]: written for written in _written(root)}
    told: list[dict[str, Any]] = []
    new: list[str] = []
    try:
        for segment, home in zip(segments, homes, strict=True):
            if home is not None and home[0] == str(root) and home[1] in there:
                told.append(there[home[1]])
            else:
                arrays = store.arrays_of(segment.postings)
                told.append({**store.write_arrays(root, arrays), "counts": store.counts_of(segment.postings)})
                new.append(told[-1]["generation"])
        generations = [written["generation"] for written in told]
        gone = [np.zeros(len(s), bool) if s.gone is None else s.gone for s in segments]
        if any(part.any() for part in gone):
            told.append({**store.write_arrays(root, {"gone": np.packbits(np.concatenate(gone))}), "counts": None})
            new.append(told[-1]["generation"])
        manifest = {"format": FORMAT, "version": VERSION, "analyser": analyser, "segments": told}
        store.replace(root / store.MANIFEST, manifest)
    except BaseException:
        for generation in new:
            store.discard(root / generation)
        raise
    store.sweep(root)
    return [(str(root), generation) for generation in generations]


def load(folder: str | os.PathLike[str], *, verify: bool | None = None) -> tuple[list[Segment], list[Home], Any]:
    """Return the segments in a folder, memory-mapped, where they lie, and the settings of their analyser.

    Raises
    ------
    ArchiveError
        When something is missing, foreign or damaged; the message names the file.
    """
    root = Path(folder).resolve()
    while True:
        manifest = store.manifest_of(root, FORMAT, VERSION)
        try:
            segments, homes = _opened(root, manifest, verify)
            return segments, homes, manifest.get("analyser")
        except ArchiveError:
            # A writer may have taken a segment away since the manifest was read: then there is a newer one
            if store.manifest_of(root, FORMAT, VERSION) == manifest:
                raise


def damaged(folder: str | os.PathLike[str]) -> tuple[str, ...]:
    """Return what is wrong with the files of an index: nothing, if all are as they were written."""
    root = Path(folder).resolve()
    try:
        parts = _parts(root, store.manifest_of(root, FORMAT, VERSION))
    except ArchiveError as error:
        return (str(error),)
    told = []
    for written in parts:
        for name, file in written["files"].items():
            try:
                store.mapped(root, {**written, "files": {name: file}}, True)
            except ArchiveError as error:
                told.append(str(error))
    return tuple(told)


def _opened(root: Path, manifest: Mapping[str, Any], verify: bool | None) -> tuple[list[Segment], list[Home]]:
    segments, homes, gone = [], [], None
    for written in _parts(root, manifest):
        arrays = store.mapped(root, written, verify)
        if "gone" in arrays:
            gone = arrays["gone"]
        else:
            segments.append(Segment(store.postings_of(arrays, written, root / store.MANIFEST)))
            homes.append((str(root), written["generation"]))
    if gone is None:
        return segments, homes
    bits = np.unpackbits(gone, count=sum(map(len, segments))).astype(bool)
    parts = np.split(bits, np.cumsum([len(segment) for segment in segments])[:-1])
    return [
        s.without(np.flatnonzero(part)) if part.any() else s for s, part in zip(segments, parts, strict=True)
    ], homes


def _parts(root: Path, manifest: Mapping[str, Any]) -> list[dict[str, Any]]:
    parts = manifest.get("segments")
    if (
        not isinstance(parts, list)
        or not parts
        or not all(isinstance(part, dict) and "files" in part for part in parts)
    ):
        raise store.broken(root / store.MANIFEST, "is not whole")
    return parts


def _written(root: Path) -> list[dict[str, Any]]:
    """Return what a folder holds already; nothing where there is no index, or one that cannot be read."""
    try:
        return _parts(root, store.manifest_of(root, FORMAT, VERSION))
    except ArchiveError:
        return []
