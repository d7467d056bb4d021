"""Postings of texts: made in this process, or by several that each invert some paragraphs at a time.

Processes are started as `python -c …` and not forked or spawned by multiprocessing: the caller's script is not run
again in them, so an index can be built from a script without a main guard, from a notebook, and on Windows. What passes
between them is JSON and arrays, never a pickle.
"""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import IO, Any

import numpy as np

from minutesnlp.errors import MinutesError
from minutesnlp.indexing import compiled, store
from minutesnlp.indexing.analysing import Analysis, Terms, all_places, all_terms
from minutesnlp.indexing.asking import listed
from minutesnlp.indexing.inverting import invert
from minutesnlp.indexing.merging import assembled, part_of, ranked
from minutesnlp.indexing.postings import Postings
from minutesnlp.text.analysis import Analyser

# Called with the number of paragraphs that have been read so far.
Progress = Callable[[int], object]

# Paragraphs between two calls, and those that a process is given at once.
STEP = 1_000
TOGETHER = 20_000

PROGRAM = "from minutesnlp.indexing.building import serve; serve()"


def build(
    texts: Iterable[str | Terms],
    titles: Iterable[str | Terms] | None,
    analyser: Analyser | Analysis,
    *,
    positions: bool,
    progress: Progress | None = None,
) -> Postings:
    """Return the postings of texts or lists of terms; `titles` are a second field."""
    if isinstance(texts, str):
        raise TypeError("texts is one string; give a sequence of them: [text]")
    titled = None if titles is None else all_terms(titles, analyser, "titles")
    given = texts if progress is None else _told(texts, progress)
    if positions:
        return invert(all_places(given, analyser), titled, positions=True)
    if not isinstance(analyser, Analyser):
        return invert(all_terms(given, analyser, "texts"), titled)
    if titled is None and compiled.in_use():
        postings = compiled.invert(given, analyser)
        if postings is not None:
            return postings
    return invert(given, titled, analyser=analyser)


def by_processes(
    texts: Iterable[str | Terms],
    titles: Iterable[str | Terms] | None,
    analyser: Analyser,
    *,
    positions: bool,
    processes: int,
    progress: Progress | None = None,
) -> Postings:
    """Return what `build` returns, by so many processes.

    Raises
    ------
    MinutesError
        When a process cannot be started, or ends before its work is done.
    """
    idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
    workers = [_Worker({"analyser": analyser.settings(), "positions": positions}) for _ in range(processes)]
    found: list[Postings] = []
    under_way: deque[Future[Postings]] = deque()

    def done(batch: Any) -> Postings:
        worker = idle.get()
        try:
            return worker.postings_of(batch)
        finally:
            idle.put(worker)

    def take() -> None:
        found.append(under_way.popleft().result())
        if progress is not None:
            progress(sum(map(len, found)))

    try:
        for worker in workers:
            idle.put(worker)
        with ThreadPoolExecutor(processes) as pool:
            for batch in _batches(texts, titles):
                under_way.append(pool.submit(done, batch))
                if len(under_way) > processes:  # so that texts are read no faster than they are inverted
                    take()
            while under_way:
                take()
    finally:
        for worker in workers:
            worker.end()
    if not found:
        return build([], None if titles is None else [], analyser, positions=positions)
    vocabulary, ranks = ranked([postings.vocabulary for postings in found])
    return assembled(vocabulary, [part_of(postings) for postings in found], ranks)


def serve(source: IO[str] | None = None, sink: IO[bytes] | None = None) -> None:
    """Answer batches of texts, a line of JSON each, with their postings: how many bytes, and arrays."""
    source = sys.stdin if source is None else source
    sink = sys.stdout.buffer if sink is None else sink
    told = json.loads(source.readline())
    analyser = Analyser.of(told["analyser"])
    for line in source:
        texts, titles = json.loads(line)
        postings = build(texts, titles, analyser, positions=told["positions"])
        answer = BytesIO()
        np.savez(answer, allow_pickle=False, **store.arrays_of(postings))
        counts = json.dumps(store.counts_of(postings))
        sink.write(f"{answer.tell()} {counts}\n".encode() + answer.getbuffer())
        sink.flush()


class _Worker:
    """A process that inverts what it is given."""

    def __init__(self, told: dict[str, Any]) -> None:
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        except OSError as error:
            raise MinutesError(f"cannot start a process to build with ({error}). Build with processes=1.") from error
        self._told: str | None = json.dumps(told)

    def postings_of(self, batch: Any) -> Postings:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            if self._told is not None:
                self._process.stdin.write(self._told.encode() + b"\n")
                self._told = None
            self._process.stdin.write(json.dumps(batch).encode() + b"\n")
            self._process.stdin.flush()
            size, _, counts = self._process.stdout.readline().partition(b" ")
            arrays = np.load(BytesIO(self._process.stdout.read(int(size))), allow_pickle=False)
        except (OSError, ValueError) as error:
            raise MinutesError("a process ended before its work was done. Build with processes=1.") from error
        return store.postings_of(dict(arrays), {"counts": json.loads(counts)}, Path())

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was still to be written goes nowhere
                    stream.close()
        self._process.wait()


def _batches(
    texts: Iterable[str | Terms], titles: Iterable[str | Terms] | None
) -> Iterator[tuple[list[str | list[str]], list[str | list[str]] | None]]:
    """Yield texts with their titles, as many as a process is given at once."""
    rest, rest_of_titles = map(_plain, texts), None if titles is None else map(_plain, titles)
    while True:
        some = list(islice(rest, TOGETHER))
        named = None if rest_of_titles is None else list(islice(rest_of_titles, TOGETHER))
        if named is not None and len(named) != len(some):
            raise ValueError("there are not as many titles as texts; give one a paragraph")
        if not some:
            return
        yield some, named


def _plain(text: str | Terms) -> str | list[str]:
    return text if isinstance(text, str) else listed(text)


def _told(texts: Iterable[str | Terms], progress: Progress) -> Iterator[str | Terms]:
    """Yield texts, and tell how many there have been."""
    count = 0
    for count, text in enumerate(texts, 1):
        yield text
        if count % STEP == 0:
            progress(count)
    if count % STEP:
        progress(count)
