"""The doctor: what is installed, which kernel searches, and whether an archive is whole."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from minutesnlp import resources
from minutesnlp.archive import Archive
from minutesnlp.archive.folder import outdated_in
from minutesnlp.archive.shares import is_remote
from minutesnlp.errors import MinutesError
from minutesnlp.indexing import kernel
from minutesnlp.records import Record, Records
from minutesnlp.text.analysis import Analyser

NAME = "minutesnlp"

# `well`; `absent`, where one can do without; `wrong`, where one cannot
STATES = ("well", "absent", "wrong")

# Extras that are for those who work on the library.
WORKSHOP = ("dev", "bench", "browser")

# “starlette>=0.40”, “pandas>=2.1; extra == "notebook"”
REQUIREMENT = re.compile(
    r"""
    (?P<name> [\w.-]+ ) (?: \[ [^\]]* \] )? \s*
    (?: >= \s* (?P<least> [\d.]+ ) )?
    .*? (?: extra \s* == \s* ["'] (?P<extra> [\w-]+ ) ["'] )? \s* \Z
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Diagnosis(Record):
    """What was found of one thing: its `state` is one of `STATES`, `advice` what helps where it is not well."""

    about: str
    state: str
    told: str
    advice: str = ""


class Diagnoses(Records[Diagnosis]):
    """What the doctor found."""

    record = Diagnosis
    columns = ("about", "state", "told", "advice")

    @property
    def well(self) -> bool:
        """Whether nothing is wrong; what is only absent is not."""
        return all(one.state != "wrong" for one in self)


def doctor(archive: str | os.PathLike[str] | None = None) -> Diagnoses:
    """Examine this installation, and an archive when one is named; every checksum of the archive is compared.

    Nothing is raised, but a TypeError for what is no path: what is wrong is told, each with what helps.

    >>> doctor()[0].about
    'Python'
    """
    if archive is not None and not isinstance(archive, (str, os.PathLike)):
        raise TypeError(f"the path of an archive is a string or a Path, not {archive!r}")
    found = [*_machine(), *_libraries(), *_data()]
    if archive is not None:
        found += _archive(Path(archive))
    return Diagnoses(found)


def _machine() -> Iterator[Diagnosis]:
    told = f"{platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count() or 1} processors"
    yield Diagnosis("Python", "well", told)
    which = kernel()
    compiled = which.startswith("compiled")
    advice = "" if compiled else "Searching is slower; the answers are the same. Install it where there is a compiler."
    yield Diagnosis("search kernel", "well" if compiled else "absent", which, advice)


def _libraries() -> Iterator[Diagnosis]:
    try:
        wanted = metadata.requires(NAME) or []
        yield Diagnosis(NAME, "well", f"{metadata.version(NAME)}, in {Path(__file__).parent}")
    except metadata.PackageNotFoundError:
        yield Diagnosis(NAME, "absent", f"not installed, run from {Path(__file__).parent}", "Run: pip install .")
        return
    by_extra: dict[str, list[tuple[str, str]]] = {}
    for line in wanted:
        match = REQUIREMENT.match(line)
        if match is not None and match["name"].lower() != NAME:
            by_extra.setdefault(match["extra"] or "", []).append((match["name"], match["least"] or "0"))
    for name, least in by_extra.pop("", []):
        state, told = _installed(name, least)
        yield Diagnosis(name, state, told, "" if state == "well" else f"Run: pip install '{name}>={least}'")
    for extra in sorted(set(by_extra) - set(WORKSHOP)):
        found = [(name, *_installed(name, least)) for name, least in by_extra[extra]]
        there = all(state == "well" for _, state, _ in found)
        told = ", ".join(f"{name} {told}" for name, _, told in found)
        advice = "" if there else f"Run: pip install 'minutesnlp[{extra}]'"
        yield Diagnosis(f"extra {extra}", "well" if there else "absent", told, advice)


def _installed(name: str, least: str) -> tuple[str, str]:
    """Return whether a library is installed in a version that will do, and which."""
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return "wrong", "is not installed"
    return ("well", version) if _parts(version) >= _parts(least) else ("wrong", f"{version} is older than {least}")


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def _data() -> Iterator[Diagnosis]:
    for about, find, part in (
        ("models", resources.models, "lexicons"),
        ("example minutes", resources.corpus, "minutes"),
    ):
        try:
            yield Diagnosis(about, "well", str(find(part)))
        except MinutesError as error:
            yield Diagnosis(about, "wrong", str(error), "Install minutesnlp again.")


def _archive(path: Path) -> Iterator[Diagnosis]:
    try:
        archive = Archive.open(path)
        yield Diagnosis("archive", "well", repr(archive))
        damage = archive.verify()
        older = 0 if damage else outdated_in(path)
    except MinutesError as error:
        yield Diagnosis("archive", "wrong", str(error))
        return
    for one in damage:
        advice = f"Sweep up after an interrupted write: minutesnlp archive verify {path} --repair"
        yield Diagnosis("archive", "wrong", one, advice)
    if not damage:
        yield Diagnosis("archive's checksums", "well", "everything on disk is as it was written")
    if archive.journal == "wal" and is_remote(path):
        told = "on a network share, and written as on a disk of one's own: another computer may see half of an addition"
        yield Diagnosis(
            "archive's place", "wrong", told, f"Make it there: minutesnlp index MINUTES -o {path} --replace"
        )
    if older:
        told = f"at {older:,} of {len(archive):,} meetings as an older minutesnlp found them, which found fewer"
        advice = f"Find them anew, which loses nothing: minutesnlp archive upgrade {path}"
        yield Diagnosis("archive's findings", "absent", told, advice)
    if not damage and archive.collection.index.analyser != Analyser():
        told = (
            "read into terms as an older minutesnlp read them: what it has learnt to tell apart is not told apart here"
        )
        advice = f"Index them anew, which loses nothing: minutesnlp archive upgrade {path}"
        yield Diagnosis("archive's words", "absent", told, advice)
    for each in archive.skipped:
        yield Diagnosis("document", "absent", f"{each.file} was not read: {each.reason}", each.advice)
