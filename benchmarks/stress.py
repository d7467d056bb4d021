"""Kill a writer at any moment, and read while one writes: no wrong answer, no lost meeting, nothing left behind.

    python benchmarks/stress.py [--kills 50] [--seconds 120] [--place FOLDER]

First a process that adds meetings one by one is killed (SIGKILL, TerminateProcess on Windows) again and again; after
each time the archive must open with all that was told to be finished, find all of it, and be whole after a repair, with
one generation and no other file. Then two readers search while one writer adds, replaces, removes and compacts. Every
meeting of the number n says “bus n” and “fare n”, so that every hit can be checked. Ends with 1 when anything was
wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import minutesnlp as mn

FILES = {"manifest.json", "minutes.sqlite", "minutes.sqlite-wal", "minutes.sqlite-shm", "lock"}


def meeting(number: int, version: int = 0) -> mn.Meeting:
    """Return a meeting that says its number."""
    name = f"m{number}"
    texts = (f"The bus {number} was late, version {version}.", f"Councillor Ann Field asked for fare {number}.")
    paragraphs = tuple(mn.Paragraph(f"{name}/{place}", text, item_id=name) for place, text in enumerate(texts))
    return mn.Meeting(name, items=(mn.Item(name, "Buses", paragraphs=paragraphs),))


def write(place: Path, first: int) -> None:
    """Add meetings from a number on, for ever, and say when each is done."""
    archive = mn.Archive.open(place)
    archive.add(meeting(first))  # what tags and tracks is loaded by the first, and is not what is to be killed
    print(f"ready\n{first}", flush=True)
    for number in range(first + 1, first + 10_000):
        archive.add(meeting(number))
        if number % 3 == 0:
            archive.add(meeting(number, 1))
        if number % 10 == 9:
            archive.compact()
        print(number, flush=True)


def churn(place: Path, seconds: float) -> None:
    """Add, replace, remove and compact for so long; the first ten meetings stay as they are."""
    archive, end, number = mn.Archive.open(place), time.monotonic() + seconds, 100
    while time.monotonic() < end:
        archive.add(meeting(number))
        archive.add(meeting(number, 1))
        if number % 2:
            archive.remove(f"m{number}")
        if number % 7 == 0:
            archive.compact()
        number += 1
    print(number - 100, flush=True)


def watch(place: Path, seconds: float) -> None:
    """Search for so long, and say what was wrong."""
    end, asked, wrong = time.monotonic() + seconds, 0, []
    while time.monotonic() < end:
        archive = mn.Archive.open(place)
        for number in range(10):
            hits = archive.search(f'"bus {number}"', k=None)
            if [hit.meeting.id for hit in hits] != [f"m{number}"]:
                wrong.append(f"bus {number}: {[hit.meeting.id for hit in hits]}")
            asked += 1
        for hit in archive.search("version", k=20):
            if f"bus {hit.meeting.id[1:]} " not in hit.paragraph.text:
                wrong.append(f"{hit.meeting.id}: {hit.paragraph.text}")
    print(json.dumps({"asked": asked, "wrong": wrong[:5]}), flush=True)


def start(*arguments: object) -> subprocess.Popen[str]:
    """Start this script anew with a task."""
    return subprocess.Popen([sys.executable, __file__, *map(str, arguments)], stdout=subprocess.PIPE, text=True)


def kills(place: Path, count: int, draw: random.Random) -> list[str]:
    """Kill a writer so many times; return what was wrong."""
    wrong: list[str] = []
    finished = set(range(10))
    for turn in range(count):
        writer = start("write", "--place", place, "--first", 1000 * (turn + 1))
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(draw.uniform(0.0, 0.4))
        writer.kill()
        finished |= {int(line) for line in writer.stdout.read().split() if line.isdigit()}
        writer.wait()
        writer.stdout.close()
        archive = mn.Archive.open(place)
        here = {int(one.id[1:]) for one in archive.meetings()}
        if not finished <= here:
            wrong.append(f"kill {turn}: lost {sorted(finished - here)}")
        found = {int(hit.meeting.id[1:]) for hit in archive.search("bus", k=None)}
        if found != here:
            wrong.append(f"kill {turn}: {sorted(found ^ here)} are not found, or not there")
        archive.verify(repair=True)
        left = mn.Archive.open(place).verify()
        others = {path.name for path in place.iterdir()} - FILES
        if left or len(others) != 1:
            wrong.append(f"kill {turn}: {left or sorted(others)}")
        finished = here
    print(f"{count} kills: {len(finished):,} meetings, {len(wrong)} wrong")
    return wrong


def together(place: Path, seconds: float) -> list[str]:
    """Read with two processes while one writes; return what was wrong."""
    writer = start("churn", "--place", place, "--seconds", seconds)
    readers = [start("watch", "--place", place, "--seconds", seconds) for _ in range(2)]
    told = [
        json.loads(reader.communicate()[0] or '{"asked": 0, "wrong": ["a reader broke off"]}') for reader in readers
    ]
    written = writer.communicate()[0].strip()
    wrong = [one for reader in told for one in reader["wrong"]]
    wrong += [f"a process ended with {one.returncode}" for one in (writer, *readers) if one.returncode]
    asked = sum(reader["asked"] for reader in told)
    print(f"{seconds:.0f} s: {asked:,} questions, {written or 0} meetings written, {len(wrong)} wrong")
    mn.Archive.open(place).verify(repair=True)
    return wrong + list(mn.Archive.open(place).verify())


def main() -> int:
    """Run a task, or all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", nargs="?", choices=("write", "churn", "watch"))
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--place", type=Path)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    if given.task:
        tasks = {"write": (write, given.first), "churn": (churn, given.seconds), "watch": (watch, given.seconds)}
        task, argument = tasks[given.task]
        task(given.place, argument)  # type: ignore[operator]
        return 0
    with tempfile.TemporaryDirectory() as folder:
        place = (given.place or Path(folder)) / "stress.archive"
        mn.Archive.create(place, mn.Corpus(map(meeting, range(10))))
        wrong = kills(place, given.kills, random.Random(1)) + together(place, given.seconds)
    print("\n".join(wrong) or "Nothing was wrong.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
