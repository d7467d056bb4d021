"""How fast a large archive answers, beside SQLite's FTS5 over the same paragraphs on the same machine.

    python benchmarks/archive.py make FOLDER-OF-MINUTES PLACE [--paragraphs 400000]
    python benchmarks/archive.py ask PLACE [--queries 60] [--again]

`make` reads minutes and repeats them, with changed ids, until there are so many paragraphs; they go into an archive
(not tagged) and into an FTS5 table of titles and texts, stemmed. `ask` puts the same questions to both: words of item
titles and of paragraphs, confined to the later half of the meetings by date, ten hits with snippets. FTS5 is asked as
its page shows it (bm25() and snippet() in one statement), for any of the words and for all of them, and once more with
care: the ten best first, snippets only of those. Every engine answers each question in turn, in one process; times are
of one run, so read ratios: by the clock, and by the processor, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import random
import re
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import minutesnlp as mn

SHOWN = 10
CLOCKS = ("clock", "processor")
Took = tuple[float, float]
AS_SHOWN = """
    SELECT p.key, bm25(fts), snippet(fts, 1, '[', ']', '…', 40) FROM fts JOIN paragraphs p ON p.key = fts.rowid
    WHERE fts MATCH ? AND p.date >= ? ORDER BY bm25(fts) LIMIT 10
"""
WITH_CARE = """
    SELECT fts.rowid, rank, snippet(fts, 1, '[', ']', '…', 40) FROM fts
    WHERE fts MATCH ? AND rowid IN (
        SELECT fts.rowid FROM fts JOIN paragraphs p ON p.key = fts.rowid
        WHERE fts MATCH ? AND p.date >= ? ORDER BY rank LIMIT 10) ORDER BY rank
"""


def again(meeting: mn.Meeting, turn: int) -> mn.Meeting:
    """Return a meeting under other ids."""
    if turn == 0:
        return meeting

    def renamed(paragraphs: tuple[mn.Paragraph, ...], item: str | None) -> tuple[mn.Paragraph, ...]:
        return tuple(dataclasses.replace(p, id=f"{p.id}~{turn}", item_id=item) for p in paragraphs)

    items = tuple(
        dataclasses.replace(
            item,
            id=f"{item.id}~{turn}",
            meeting_id=f"{meeting.id}~{turn}",
            paragraphs=renamed(item.paragraphs, f"{item.id}~{turn}"),
        )
        for item in meeting.items
    )
    front, back = renamed(meeting.front, None), renamed(meeting.back, None)
    return dataclasses.replace(meeting, id=f"{meeting.id}~{turn}", items=items, front=front, back=back)


def make(source: str, place: Path, count: int) -> None:
    """Write the archive and the FTS5 table."""
    corpus = mn.read(source)
    print(corpus)
    meetings: list[mn.Meeting] = []
    total = turn = 0
    while total < count:
        for meeting in corpus:
            meetings.append(again(meeting, turn))
            total += len(meeting.paragraphs)
            if total >= count:
                break
        turn += 1
    print(f"{len(meetings):,} meetings, {total:,} paragraphs, in {turn} turns")
    place.mkdir(parents=True, exist_ok=True)
    start = time.process_time()
    mn.Archive.create(place / "minutes.archive", mn.Corpus(meetings), replace=True, tag=False)
    print(f"archive: {time.process_time() - start:.0f} CPU s")
    (place / "fts.sqlite").unlink(missing_ok=True)
    connection = sqlite3.connect(place / "fts.sqlite")
    start = time.process_time()
    connection.executescript("""
        CREATE TABLE paragraphs (key INTEGER PRIMARY KEY, date TEXT, title TEXT, text TEXT);
        CREATE VIRTUAL TABLE fts USING fts5(
            title, text, content='paragraphs', content_rowid='key', tokenize='porter unicode61');
    """)
    connection.executemany("INSERT INTO paragraphs (date, title, text) VALUES (?, ?, ?)", rows(meetings))
    connection.execute("INSERT INTO fts (fts) VALUES ('rebuild')")
    connection.execute("INSERT INTO fts (fts) VALUES ('optimize')")
    connection.commit()
    connection.close()
    print(f"FTS5: {time.process_time() - start:.0f} CPU s")


def rows(meetings: list[mn.Meeting]) -> Iterator[tuple[str, str, str]]:
    """Yield date, title and text of every paragraph."""
    for meeting in meetings:
        day = meeting.date.isoformat() if meeting.date else ""
        titles = {p.id: str(item) for item in meeting.items for p in item.paragraphs}
        yield from ((day, titles.get(p.id, ""), p.text) for p in meeting.paragraphs)


def questions(place: Path, count: int, seed: int = 6) -> list[str]:
    """Return words of titles, of paragraphs, and a few that stand nearly everywhere."""
    draw = random.Random(seed)
    connection = sqlite3.connect(place / "fts.sqlite")
    last = connection.execute("SELECT max(key) FROM paragraphs").fetchone()[0]
    found: list[str] = []
    while len(found) < count:
        title, text = connection.execute(
            "SELECT title, text FROM paragraphs WHERE key = ?", (draw.randint(1, last),)
        ).fetchone()
        words = re.findall(r"[a-z]{4,}", (title if len(found) % 2 else text).lower())
        if len(words) >= 2:
            found.append(" ".join(draw.sample(words, min(len(words), draw.randint(2, 4)))))
    connection.close()
    return [*found, "council report", "members noted the report", "committee meeting minutes"]


def ask(place: Path, count: int, *, twice: bool = False) -> None:
    """Time every engine on every question, one after the other, and print ratios."""
    asked = questions(place, count)
    archive = mn.Archive.open(place / "minutes.archive")
    days = sorted(meeting.date for meeting in archive.collection.meetings if meeting.date)
    since = days[len(days) // 2].isoformat()
    connection = sqlite3.connect(place / "fts.sqlite")
    connection.execute("PRAGMA mmap_size = 2000000000")

    def joined(query: str, word: str) -> str:
        return f" {word} ".join(f'"{part}"' for part in query.split())

    def whole(query: str) -> int:
        hits = archive.search(query, k=SHOWN, since=since)
        assert all(hit.snippet and hit.meeting and hit.citation is not None for hit in hits)
        return len(hits)

    engines: dict[str, Callable[[str], int]] = {
        "minutesnlp": whole,
        "FTS5, any word": lambda q: len(connection.execute(AS_SHOWN, (joined(q, "OR"), since)).fetchall()),
        "FTS5, all words": lambda q: len(connection.execute(AS_SHOWN, (joined(q, "AND"), since)).fetchall()),
        "FTS5, any word, with care": lambda q: len(
            connection.execute(WITH_CARE, (joined(q, "OR"), joined(q, "OR"), since)).fetchall()
        ),
    }
    times: dict[str, list[Took]] = {name: [] for name in engines}
    for engine in engines.values():
        for query in asked if twice else asked[:1]:  # the pages of both are in memory
            engine(query)
    for query in asked:
        for name, engine in engines.items():
            times[name].append(timed(lambda e=engine, q=query: e(q)))  # type: ignore[misc]
    print(f"{len(archive.collection):,} paragraphs, {len(asked)} questions, since {since}")
    for by, clock in enumerate(CLOCKS):
        print(f"{clock:<28}{'p50 ms':>9}{'p95 ms':>9}{'p50 / ours':>12}{'p95 / ours':>12}")
        ours = [took[by] for took in times["minutesnlp"]]
        for name, took in times.items():
            taken = [each[by] for each in took]
            ratios = median(taken) / median(ours), worst(taken) / worst(ours)
            print(f"{name:<28}{median(taken):>9.1f}{worst(taken):>9.1f}{ratios[0]:>12.1f}{ratios[1]:>12.1f}")
    opened, theirs = [], []
    for query in asked[: count // 3] + asked[-3:]:
        opened.append(timed(lambda q=query: mn.Archive.open(place / "minutes.archive").search(q)))  # type: ignore[misc]
        theirs.append(timed(lambda q=query: fresh(place, joined(q, "OR"))))  # type: ignore[misc]
    for by, clock in enumerate(CLOCKS):
        first, second = (median([took[by] for took in each]) for each in (opened, theirs))
        print(
            f"open to first hits by the {clock}, median of {len(opened)}: minutesnlp {first:.1f} ms, "
            f"FTS5 {second:.1f} ms: {first / second:.2f} of it"
        )


def fresh(place: Path, match: str) -> None:
    """Open the FTS5 file, and ask it for the ten best."""
    connection = sqlite3.connect(place / "fts.sqlite")
    connection.execute(AS_SHOWN, (match, "")).fetchall()
    connection.close()


def timed(run: Callable[[], object]) -> Took:
    """Return milliseconds by the clock and by the processor."""
    gc.collect()
    start, begin = time.perf_counter(), time.process_time()
    run()
    return (time.perf_counter() - start) * 1000, (time.process_time() - begin) * 1000


def median(values: list[float]) -> float:
    return statistics.median(values)


def worst(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[int(0.95 * len(values))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("source")
    making.add_argument("place", type=Path)
    making.add_argument("--paragraphs", type=int, default=400_000)
    asking = commands.add_parser("ask")
    asking.add_argument("place", type=Path)
    asking.add_argument("--queries", type=int, default=60)
    asking.add_argument("--again", action="store_true", help="time every question when it is asked again")
    given = parser.parse_args()
    if given.command == "make":
        make(given.source, given.place, given.paragraphs)
    else:
        ask(given.place, given.queries, twice=given.again)
