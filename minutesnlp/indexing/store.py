"""An index on disk: arrays in a folder of their own, named by a manifest that is exchanged in one step.

```
FOLDER/manifest.json            format, version, analyser, the folder in force and each file's size and SHA-256
FOLDER/0a1b2c3d4e5f/*.npy       the arrays, written once and never changed
```
A reader that has an older folder open keeps it; a writer that is killed leaves the older manifest in force.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import threading
import uuid
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.errors import ArchiveError
from minutesnlp.indexing.blocks import Blocks, blocks_of
from minutesnlp.indexing.postings import Postings
from minutesnlp.indexing.vocabulary import Vocabulary

FORMAT = "minutesnlp-index"
VERSION = 1
MANIFEST = "manifest.json"

# Up to this many bytes the checksums are verified at every opening: it takes less than the start of Python.
SMALL = 16_000_000

# With fewer postings than this the tables of blocks are worked out anew: it takes less than writing and reading them.
TABLED = 2**18

Arrays = dict[str, NDArray[Any]]

PARSING = threading.Lock()


def save(postings: Postings, folder: str | os.PathLike[str], *, analyser: Any = None) -> None:
    """Write an index into a folder and take away what it replaces."""
    told = {"format": FORMAT, "version": VERSION, "counts": counts_of(postings), "analyser": analyser}
    write(folder, arrays_of(postings), told)


def arrays_of(postings: Postings) -> Arrays:
    """Return the arrays of postings by their names."""
    arrays: Arrays = {
        "letters": postings.vocabulary.letters,
        "bounds": postings.vocabulary.bounds,
        "starts": postings.starts,
        "ids": postings.ids,
        "frequencies": postings.frequencies,
        "holding": postings.holding,
        "lengths": postings.lengths,
    }
    if postings.title_frequencies is not None and postings.title_lengths is not None:
        arrays |= {"title_frequencies": postings.title_frequencies, "title_lengths": postings.title_lengths}
    if postings.positions is not None and postings.position_starts is not None:
        arrays |= {"positions": postings.positions, "position_starts": postings.position_starts}
    if len(postings.ids) < TABLED:
        return arrays
    blocks = postings.blocks or blocks_of(postings.starts, postings.ids, len(postings))
    return arrays | {f"block_{part.name}": getattr(blocks, part.name) for part in fields(Blocks)}


def counts_of(postings: Postings) -> dict[str, int]:
    """Return how many paragraphs, terms and postings there are."""
    return {"paragraphs": len(postings), "terms": len(postings.vocabulary), "postings": len(postings.ids)}


def load(folder: str | os.PathLike[str], *, verify: bool | None = None) -> tuple[Postings, Any]:
    """Return the index in a folder, memory-mapped, and the settings of its analyser.

    Raises
    ------
    ArchiveError
        When something is missing, foreign or damaged; the message names the file.
    """
    arrays, manifest = read(folder, FORMAT, VERSION, verify=verify)
    return postings_of(arrays, manifest, Path(folder) / MANIFEST), manifest.get("analyser")


def postings_of(arrays: Arrays, manifest: Mapping[str, Any], path: Path) -> Postings:
    """Return postings of their arrays; refuses arrays that do not agree with their manifest, which lies at `path`."""
    try:
        postings = Postings(
            vocabulary=Vocabulary(arrays["letters"], arrays["bounds"]),
            starts=arrays["starts"],
            ids=arrays["ids"],
            frequencies=arrays["frequencies"],
            holding=arrays["holding"],
            lengths=arrays["lengths"],
            title_frequencies=arrays.get("title_frequencies"),
            title_lengths=arrays.get("title_lengths"),
            positions=arrays.get("positions"),
            position_starts=arrays.get("position_starts"),
            blocks=Blocks(*(arrays[f"block_{part.name}"] for part in fields(Blocks)))
            if "block_rows" in arrays
            else None,
        )
        whole = (
            len(postings.vocabulary) == manifest["counts"]["terms"] == len(postings.starts) - 1 == len(postings.holding)
            and len(postings) == manifest["counts"]["paragraphs"]
            and len(postings.ids) == manifest["counts"]["postings"] == len(postings.frequencies)
        )
    except (KeyError, TypeError) as error:
        raise _broken(path, f"does not tell of {error}") from error
    if not whole:
        raise _broken(path, "does not agree with the arrays it names")
    return postings


def write(folder: str | os.PathLike[str], arrays: Mapping[str, NDArray[Any]], manifest: Mapping[str, Any]) -> None:
    """Write arrays and a manifest that names them; the manifest is exchanged last and in one step."""
    root = Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    generation = uuid.uuid4().hex[:12]
    place = root / generation
    place.mkdir()
    try:
        files = {}
        for name, values in arrays.items():
            with (place / f"{name}.npy").open("wb") as file:
                np.save(file, np.ascontiguousarray(values), allow_pickle=False)
                file.flush()
                os.fsync(file.fileno())
            path = place / f"{name}.npy"
            files[name] = {"bytes": path.stat().st_size, "sha256": sha256(path)}
        told = json.dumps({**manifest, "generation": generation, "files": files}, ensure_ascii=False, indent=1)
        replace(root / MANIFEST, told)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    sweep(root)


def read(
    folder: str | os.PathLike[str], form: str, version: int, *, verify: bool | None = None
) -> tuple[Arrays, dict[str, Any]]:
    """Return the arrays in a folder, memory-mapped, and its manifest; refuses what is missing, foreign or damaged."""
    root = Path(folder)
    while True:
        manifest = manifest_of(root, form, version)
        try:
            return _mapped(root, manifest, verify), manifest
        except ArchiveError:
            # A writer may have taken this generation away since its manifest was read: then there is a newer one
            if manifest_of(root, form, version)["generation"] == manifest["generation"]:
                raise


def _mapped(root: Path, manifest: dict[str, Any], verify: bool | None) -> Arrays:
    files = manifest["files"]
    if verify is None:
        verify = sum(told["bytes"] for told in files.values()) <= SMALL
    arrays: Arrays = {}
    for name, told in files.items():
        path = root / manifest["generation"] / f"{name}.npy"
        try:
            size = path.stat().st_size
            if size != told["bytes"]:
                raise _broken(path, f"is {size:,} bytes long and was written with {told['bytes']:,}")
            if verify and sha256(path) != told["sha256"]:
                raise _broken(path, "is not what was written: its checksum differs")
            arrays[name] = _array(path)
        except FileNotFoundError:
            raise _broken(path, "is missing") from None
        except (ValueError, OSError) as error:
            raise _broken(path, f"cannot be read ({error})") from error
    return arrays


def manifest_of(root: Path, form: str, version: int) -> dict[str, Any]:
    """Return the manifest of a folder; refuses one that is missing, foreign, or of another version."""
    path = root / MANIFEST
    try:
        manifest = json.loads(path.read_bytes())
        found, number = manifest["format"], manifest["version"]
    except FileNotFoundError:
        raise ArchiveError(f"{root}: there is nothing here to open ({MANIFEST} is missing). Build it first.") from None
    except (ValueError, KeyError, TypeError) as error:
        raise _broken(path, "is not a manifest") from error
    if found != form:
        raise ArchiveError(f"{path}: tells of {found!r}, where {form!r} was expected. Is it the right folder?")
    if number != version:
        raise ArchiveError(
            f"{path}: written as version {number}, and this minutesnlp reads version {version}. Build the index again."
        )
    if not isinstance(manifest.get("files"), dict) or not isinstance(manifest.get("generation"), str):
        raise _broken(path, "is not whole")
    return dict(manifest)


def replace(path: Path, text: str) -> None:
    """Exchange a file for a new one in one step that a crash cannot halve."""
    new = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        with new.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    with contextlib.suppress(OSError):  # Windows cannot open a folder, and need not
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(root: Path) -> list[Path]:
    """Take away what no manifest names; what is still mapped (Windows) stays for the next sweep. Return what went."""
    generation = json.loads((root / MANIFEST).read_bytes())["generation"]
    gone = []
    for path in root.iterdir():
        stale = path.is_dir() and path.name != generation and len(path.name) == 12
        if stale or path.name.startswith(MANIFEST + "."):
            if stale:
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
            if not path.exists():
                gone.append(path)
    return gone


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _array(path: Path) -> NDArray[Any]:
    # numpy parses an array's heading as Python, which CPython 3.11 cannot do in two threads at once (its issue 106905).
    with PARSING:
        try:
            # as a plain array: every slice of numpy's memmap class costs ten times as much
            array: NDArray[Any] = np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
        except ValueError:  # an empty array cannot be mapped
            array = np.load(path, allow_pickle=False)
    return array


def _broken(path: Path, reason: str) -> ArchiveError:
    return ArchiveError(f"{path}: {reason}. Build the index again, or take the folder back from a copy.")
