"""Processes that read files, each of which can be ended when a file takes too long or too much memory.

They are started as `python -c …` and not forked or spawned by multiprocessing: the caller's script is not run again in
them, so a folder can be read from a script without a main guard, from a notebook, and on Windows.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

from minutesnlp.reading.pdf.guard import MAY_BE_ENDED

# One file may take so long, and a worker so much memory.
SECONDS = 120.0
BYTES = 6_000_000_000

# A worker that has not said that it is there within so many seconds will not come.
STARTING_SECONDS = 60.0

READY = "ready"

PROGRAM = (
    "from minutesnlp.reading.corpora import answer_for; from minutesnlp.reading.workers import serve; serve(answer_for)"
)

Job = Callable[[str], str]


class NoWorkersError(Exception):
    """Tell that no worker could be started: the caller reads by itself."""


def answers(
    names: Sequence[str], processes: int, *, seconds: float = SECONDS, program: str = PROGRAM
) -> Iterator[tuple[int, str | None, str]]:
    """Yield for each name its place, the worker's answer, and why there is none, as they are done.

    Raises
    ------
    NoWorkersError
        When no worker can be started.
    """
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for place in range(len(names)):
        waiting.put(place)
    done: queue.SimpleQueue[tuple[int, str | None, str]] = queue.SimpleQueue()
    workers = [_Worker(program, seconds) for _ in range(min(processes, len(names)))]
    try:
        if not all(worker.start() for worker in workers):
            raise NoWorkersError
        threads = [threading.Thread(target=worker.work, args=(names, waiting, done), daemon=True) for worker in workers]
        for thread in threads:
            thread.start()
        for _ in names:
            yield done.get()
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    def __init__(self, program: str, seconds: float) -> None:
        self.program = program
        self.seconds = seconds
        self.process: subprocess.Popen[str] | None = None
        self.timed_out = False

    def start(self) -> bool:
        """Start the process and wait until it says that it is ready."""
        if not sys.executable:
            return False
        env = dict(os.environ)
        root = str(Path(__file__).resolve().parents[2])
        env["PYTHONPATH"] = os.pathsep.join(p for p in (root, env.get("PYTHONPATH", "")) if p)
        env["PYTHONIOENCODING"] = "utf-8"
        env[MAY_BE_ENDED] = "1"
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-c", self.program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=env,
                encoding="utf-8",
            )
        except OSError:
            return False
        return self._line(STARTING_SECONDS).strip() == READY

    def work(
        self,
        names: Sequence[str],
        waiting: queue.SimpleQueue[int],
        done: queue.SimpleQueue[tuple[int, str | None, str]],
    ) -> None:
        """Have one name after another read until none is left."""
        while True:
            try:
                place = waiting.get_nowait()
            except queue.Empty:
                return
            answer = self._ask(names[place])
            if answer is not None:
                done.put((place, answer, ""))
                continue
            why = f"it took longer than {self.seconds:g} seconds" if self.timed_out else "reading it ended the reader"
            self.end()
            if not self.start():
                done.put((place, None, f"{why}, and no other reader could be started"))
                continue
            done.put((place, None, why))

    def _ask(self, name: str) -> str | None:
        assert self.process is not None
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(name) + "\n")
            self.process.stdin.flush()
        except (OSError, ValueError):
            return None
        return self._line(self.seconds) or None

    def _line(self, seconds: float) -> str:
        """Return the next line of the process; one that does not come in time ends the process."""
        assert self.process is not None
        assert self.process.stdout is not None
        self.timed_out = False
        timer = threading.Timer(seconds, self._overrun)
        timer.daemon = True
        timer.start()
        try:
            return self.process.stdout.readline()
        except (OSError, ValueError):
            return ""
        finally:
            timer.cancel()

    def _overrun(self) -> None:
        self.timed_out = True
        if self.process is not None:
            self.process.kill()

    def end(self) -> None:
        """End the process, whatever it does."""
        if self.process is None:
            return
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self.process.wait()


def serve(job: Job, source: IO[str] | None = None, sink: IO[str] | None = None) -> None:
    """Read names line by line from standard input, and answer each with a line on standard output."""
    if source is None or sink is None:
        _limit_memory()
        source = sys.stdin
        # the answers alone may go where the answers go
        sink, sys.stdout = sys.stdout, sys.stderr
    sink.write(READY + "\n")
    sink.flush()
    for line in source:
        sink.write(job(json.loads(line)) + "\n")
        sink.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit alone must do
        return
    try:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = BYTES if hard == resource.RLIM_INFINITY else min(BYTES, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (OSError, ValueError):
        pass
