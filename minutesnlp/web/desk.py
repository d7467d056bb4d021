"""What the pages share: the archive that is open, the work under way, and where uploaded documents are kept."""

from __future__ import annotations

import os
import re
import tempfile
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

import minutesnlp as mn

# Names that Windows keeps for devices: “CON”, “com1.txt”; not “Conway.txt”
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)

# How many finished jobs are remembered.
REMEMBERED = 50


@dataclass
class Job:
    """Documents being read, and then put into the archive: how far it is, and what came of it."""

    id: str
    files: tuple[Path, ...]
    done: int = 0
    put: tuple[int, int] | None = None  # how many steps of how many, once all are read
    error: str = ""
    finished: bool = False
    new: tuple[mn.Meeting, ...] = ()
    readings: mn.Readings = field(default_factory=mn.Readings)
    skipped: tuple[mn.Skipped, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def bar(self) -> tuple[int, int]:
        """How much of how much of what is being done now is done."""
        return self.put or (self.done, len(self.files))

    @property
    def how_far(self) -> str:
        """How far it is, in a sentence."""
        read = f"{self.done} of {len(self.files)} read"
        return (
            f"{read}; step {self.put[0]} of {self.put[1]} of putting them into the archive." if self.put else f"{read}."
        )


class Desk:
    """An archive and what is done with it. Any number of threads may ask; one at a time adds."""

    def __init__(self, archive: mn.Archive, *, example: bool = False) -> None:
        self.archive = archive
        self.example = example
        self.jobs: OrderedDict[str, Job] = OrderedDict()
        self.writing = threading.Lock()
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    @property
    def name(self) -> str:
        """What the archive is called on the page."""
        if self.example:
            return "Example minutes of an invented council"
        return self.archive.path.name if self.archive.path else "Minutes in memory"

    @property
    def documents(self) -> Path:
        """The folder for documents that are added."""
        return self._beside(".documents")

    @property
    def searches(self) -> Path:
        """The file of saved searches."""
        return self._beside(".searches.txt")

    @property
    def evidence(self) -> Path:
        """The file of what was taken as evidence."""
        return self._beside(".evidence.json")

    @property
    def looked(self) -> Path:
        """The file that tells when each saved search was last looked at."""
        return self._beside(".looked.json")

    def _beside(self, ending: str) -> Path:
        """Return a place beside the archive; of an archive in memory, one that is gone with this run."""
        if self.archive.path is not None:
            return self.archive.path.with_name(self.archive.path.name + ending)
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="minutesnlp-")
        return Path(self._temporary.name, "minutes" + ending)

    def close(self) -> None:
        """Give up what was kept for this run only."""
        if self._temporary is not None:
            self._temporary.cleanup()

    @property
    def adding(self) -> Job | None:
        """What is being added now."""
        return next((job for job in list(self.jobs.values()) if not job.finished), None)

    def add(self, job: Job) -> None:
        """Begin to read documents into the archive; `job` tells how far it is."""
        self.jobs[job.id] = job
        for old in [id_ for id_, other in self.jobs.items() if other.finished][:-REMEMBERED]:
            del self.jobs[old]
        threading.Thread(target=self._work, args=(job,), daemon=True).start()

    def _work(self, job: Job) -> None:
        def read(done: int, _files: int, _name: str) -> None:
            job.done = done

        def put(done: int, steps: int, _name: str) -> None:
            job.put = done, steps

        try:
            # two processes or more: each file is read in a worker that is ended when it takes too long or too much
            corpus = mn.read(*job.files, progress=read, processes=max(2, os.cpu_count() or 1))
            with self.writing:
                new = self.archive.add(corpus, progress=put)
            job.new, job.readings, job.skipped = tuple(new), corpus.report(), new.skipped
            job.told = (*new.told, *(str(one) for one in new.skipped if one not in corpus.skipped))
        except mn.MinutesError as error:
            job.error = str(error)
        except OSError as error:
            job.error = f"{error.strerror or error}"
        finally:
            job.finished = True


def safe_name(given: str) -> str:
    r"""Return a name for a file from one that somebody else gave: no folder, no device, nothing hidden.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\minutes\\14 May.pdf"), safe_name("..")
    ('passwd', '14 May.pdf', 'document')
    """
    name = re.split(r"[/\\]", given)[-1]
    name = re.sub(r"[^\w .,()&'’–-]", "_", name).strip(" .")[-120:].strip(" .")
    if not name:
        return "document"
    return f"_{name}" if DEVICE.match(name) else name


def keep(folder: Path, name: str, content: bytes) -> Path:
    """Write a document under a name of its own in a folder, or find it there as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    stem, suffix = os.path.splitext(name)
    for number in range(1, 10_000):
        path = folder / (name if number == 1 else f"{stem}-{number}{suffix}")
        if path.parent != folder:
            raise ValueError(f"{name!r} is no name of a file")
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            if path.is_file() and path.read_bytes() == content:
                return path
        else:
            return path
    raise ValueError(f"too many documents are called {name}")
