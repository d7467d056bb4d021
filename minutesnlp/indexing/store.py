"""Arrays on disk: in folders of their own, named by a manifest that is exchanged in one step.

```
FOLDER/manifest.json            format, version, the folders in force and each file's size and SHA-256
FOLDER/0a1b2c3d4e5f/*.npy       arrays, written once and never changed
```
A reader that has an older folder open keeps it; a writer that is killed leaves the older manifest in force.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from minutesnlp.errors import ArchiveError
from minutesnlp.indexing.blocks import Blocks, blocks_of, rows_of
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.vocabulary import Vocabulary
from minutesnlp.text.analysis import Analyser

MANIFEST = "manifest.json"

# Up to this many bytes the checksums are verified at every opening: it takes less than the start of Python.
SMALL = 16_000_000

# With fewer postings than this the tables of blocks are worked out anew: it takes less than writing and reading them.
TABLED = 2**18

# What to do with an index that an older version wrote.
AGAIN = "Build the index again."
# Windows gives a file to one process at a time, where it is exchanged; elsewhere a refusal is meant, and lasts.
SHARED_BY_LEAVE = os.name == "nt"
TRIES = 20

Arrays = dict[str, NDArray[Any]]
T = TypeVar("T")

PARSING = threading.Lock()


def arrays_of(postings: Postings) -> Arrays:
    """Return the arrays of postings by their names, in the smallest types that hold them."""
    arrays: Arrays = {
        "letters": postings.vocabulary.letters,
        "bounds": narrow(postings.vocabulary.bounds),
        "starts": narrow(postings.starts),
        "ids": postings.ids,
        "frequencies": postings.frequencies,
        "lengths": narrow(postings.lengths),
    }
    if postings.title_frequencies is not None and postings.title_lengths is not None:
        arrays |= {"title_frequencies": postings.title_frequencies, "title_lengths": narrow(postings.title_lengths)}
        arrays["holding"] = narrow(postings.holding)  # without titles it is told by the starts
    if postings.positions is not None and postings.position_starts is not None:
        arrays |= {"positions": postings.positions, "position_starts": narrow(postings.position_starts)}
    if len(postings.ids) < TABLED:
        return arrays
    blocks = postings.blocks or blocks_of(postings.starts, postings.ids, len(postings))
    return arrays | {"edges": blocks.edges}


def counts_of(postings: Postings) -> dict[str, int]:
    """Return how many paragraphs, terms and postings there are."""
    return {"paragraphs": len(postings), "terms": len(postings.vocabulary), "postings": len(postings.ids)}


def postings_of(arrays: Arrays, manifest: Mapping[str, Any], path: Path) -> Postings:
    """Return postings of their arrays; refuses arrays that do not agree with their manifest, which lies at `path`."""
    try:
        starts = arrays["starts"].astype(np.int64)
        edges = arrays.get("edges")
        postings = Postings(
            vocabulary=Vocabulary(arrays["letters"], arrays["bounds"].astype(np.int64)),
            starts=starts,
            ids=arrays["ids"],
            frequencies=arrays["frequencies"],
            holding=arrays["holding"].astype(np.int64) if "holding" in arrays else np.diff(starts),
            lengths=arrays["lengths"].astype(np.int32),
            title_frequencies=arrays.get("title_frequencies"),
            title_lengths=_widened(arrays.get("title_lengths"), np.int32),
            positions=arrays.get("positions"),
            position_starts=_widened(arrays.get("position_starts"), np.int64),
            blocks=None if edges is None else Blocks(rows_of(starts), edges),
        )
        whole = (
            len(postings.vocabulary) == manifest["counts"]["terms"] == len(postings.starts) - 1 == len(postings.holding)
            and len(postings) == manifest["counts"]["paragraphs"]
            and len(postings.ids) == manifest["counts"]["postings"] == len(postings.frequencies)
        )
    except (KeyError, TypeError) as error:
        raise broken(path, f"does not tell of {error}") from error
    if not whole:
        raise broken(path, "does not agree with the arrays it names")
    return postings


def analyser_of(settings: Mapping[str, Any], path: Path) -> Analyser:
    """Return the analyser that the manifest at `path` tells of; refuses one that reads words otherwise now."""
    try:
        return Analyser.of(dict(settings))
    except KeyError as error:
        raise broken(path, f"does not tell of {error}") from error
    except ValueError as error:
        raise ArchiveError(
            f"{path}: {error}. Install the version it was built with, or build it again from its files."
        ) from error


def write(folder: str | os.PathLike[str], arrays: Mapping[str, NDArray[Any]], manifest: Mapping[str, Any]) -> None:
    """Write arrays and a manifest that names them; the manifest is exchanged last and in one step.

    The manifest also tells the generations that were there `before`: what a reader has open cannot be deleted on
    Windows, and stays until a later `sweep`.
    """
    root = Path(folder)
    before = _generations(root)
    written = write_arrays(root, arrays)
    try:
        replace(root / MANIFEST, {**manifest, **written, "before": before})
    except BaseException:
        discard(root / written["generation"])
        raise
    sweep(root)


def _generations(root: Path) -> list[str]:
    """Return the generation in force and those before it that are still there; nothing, where no manifest tells."""
    try:
        manifest = json.loads((root / MANIFEST).read_bytes())
        told = [manifest["generation"], *manifest.get("before", ())]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [generation for generation in told if (root / generation).is_dir()]


def write_arrays(root: Path, arrays: Mapping[str, NDArray[Any]]) -> dict[str, Any]:
    """Write arrays into a folder of their own; return its name, and the size and checksum of each file."""
    root.mkdir(parents=True, exist_ok=True)
    generation = os.urandom(6).hex()
    place = root / generation
    place.mkdir()
    try:
        files = {}
        for name, values in arrays.items():
            path = place / f"{name}.npy"
            with path.open("wb") as file:
                np.save(file, np.ascontiguousarray(values), allow_pickle=False)
                file.flush()
                os.fsync(file.fileno())
            files[name] = {"bytes": path.stat().st_size, "sha256": sha256(path)}
    except BaseException:
        discard(place)
        raise
    return {"generation": generation, "files": files}


def read(
    folder: str | os.PathLike[str], form: str, version: int, *, verify: bool | None = None, advice: str = AGAIN
) -> tuple[Arrays, dict[str, Any]]:
    """Return the arrays in a folder, memory-mapped, and its manifest; refuses what is missing, foreign or damaged.

    `advice` says what to do with what an older version wrote.
    """
    root = Path(folder)
    while True:
        manifest = manifest_of(root, form, version, advice=advice)
        if not isinstance(manifest.get("files"), dict) or not isinstance(manifest.get("generation"), str):
            raise broken(root / MANIFEST, "is not whole")
        try:
            return mapped(root, manifest, verify), manifest
        except ArchiveError:
            # A writer may have taken this generation away since its manifest was read: then there is a newer one
            if manifest_of(root, form, version)["generation"] == manifest["generation"]:
                raise


def mapped(root: Path, written: Mapping[str, Any], verify: bool | None) -> Arrays:
    """Return the arrays that `write_arrays` told of, memory-mapped; refuses what is missing, foreign or damaged."""
    files = written["files"]
    if verify is None:
        verify = sum(told["bytes"] for told in files.values()) <= SMALL
    arrays: Arrays = {}
    for name, told in files.items():
        path = root / written["generation"] / f"{name}.npy"
        try:
            size = path.stat().st_size
            if size != told["bytes"]:
                raise broken(path, f"is {size:,} bytes long and was written with {told['bytes']:,}")
            if verify and sha256(path) != told["sha256"]:
                raise broken(path, "is not what was written: its checksum differs")
            arrays[name] = _array(path)
        except FileNotFoundError:
            raise broken(path, "is missing") from None
        except (ValueError, OSError) as error:
            raise broken(path, f"cannot be read ({error})") from error
    return arrays


def manifest_of(root: Path, form: str, version: int, *, advice: str = AGAIN) -> dict[str, Any]:
    """Return the manifest of a folder; refuses one that is missing, foreign, or of another version."""
    path = root / MANIFEST
    try:
        manifest = json.loads(_in_turn(path.read_bytes))
        found, number = manifest["format"], manifest["version"]
    except OSError as error:
        if root.is_file():
            raise ArchiveError(f"{root}: is a file. Name the folder that was saved to.") from None
        if isinstance(error, FileNotFoundError):
            raise ArchiveError(
                f"{root}: there is nothing here to open ({MANIFEST} is missing). Build it first."
            ) from None
        raise ArchiveError(f"{path}: cannot be read ({error.strerror}).") from error
    except (ValueError, KeyError, TypeError) as error:
        raise broken(path, "is not a manifest") from error
    if found != form:
        raise ArchiveError(f"{path}: tells of {found!r}, where {form!r} was expected. Is it the right folder?")
    if number != version:
        newer = isinstance(number, int) and number > version
        raise ArchiveError(
            f"{path}: written as version {number}, and this minutesnlp reads version {version}. "
            + ("Install a newer minutesnlp." if newer else advice)
        )
    return dict(manifest)


def replace(path: Path, told: Mapping[str, Any]) -> None:
    """Exchange a manifest for a new one in one step that a crash cannot halve."""
    text = json.dumps(told, ensure_ascii=False, indent=1)
    new = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    try:
        with new.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _in_turn(lambda: os.replace(new, path))
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):  # Windows cannot open a folder, and need not
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _in_turn(act: Callable[[], T]) -> T:
    """Do what is refused on Windows for the moment in which another process has the file: try again for a second."""
    for _ in range(TRIES if SHARED_BY_LEAVE else 0):
        try:
            return act()
        except PermissionError:
            time.sleep(1 / TRIES)
    return act()


def sweep(root: Path) -> list[Path]:
    """Take away what no manifest names; what is still mapped (Windows) stays for the next sweep. Return what went."""
    manifest = json.loads((root / MANIFEST).read_bytes())
    in_force = {
        written["generation"] for written in (manifest, *manifest.get("segments", ())) if "generation" in written
    }
    gone = []
    for path in root.iterdir():
        stale = path.is_dir() and path.name not in in_force and len(path.name) == 12
        if stale or path.name.startswith(MANIFEST + "."):
            if stale:
                discard(path)
            else:
                path.unlink(missing_ok=True)
            if not path.exists():
                gone.append(path)
    return gone


def discard(folder: Path) -> None:
    """Take a folder away with all that is in it, as far as that can be done."""
    import shutil  # slow to load, as hashlib below is, and who only reads needs neither

    shutil.rmtree(folder, ignore_errors=True)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def narrow(values: NDArray[Any]) -> NDArray[Any]:
    """Return counts in the smallest type that holds them."""
    return values.astype(np.min_scalar_type(int(values.max(initial=0))))


def _widened(values: NDArray[Any] | None, kind: type[np.signedinteger[Any]]) -> NDArray[Any] | None:
    return None if values is None else values.astype(kind)


def _array(path: Path) -> NDArray[Any]:
    # numpy parses an array's heading as Python, which CPython 3.11 cannot do in two threads at once (its issue 106905).
    with PARSING:
        try:
            # as a plain array: every slice of numpy's memmap class costs ten times as much
            array: NDArray[Any] = np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
        except ValueError:  # an empty array cannot be mapped
            array = np.load(path, allow_pickle=False)
    return array


def broken(path: Path, reason: str) -> ArchiveError:
    """Return the error of a file that cannot be used."""
    return ArchiveError(f"{path}: {reason}. Build the index again, or take the folder back from a copy.")
