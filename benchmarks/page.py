"""How much slower the page answers a search than the library: `python benchmarks/page.py --size 100000`.

The example minutes are repeated under other ids until there are so many paragraphs. Each query is asked of the library
(`Archive.search`, 20 hits) and of the page (GET, the whole HTML received over one connection to 127.0.0.1), in turns,
in the same process; of several rounds the best time of each counts, since the machine is shared. Told are ratios.
"""

from __future__ import annotations

import argparse
import dataclasses
import http.client
import statistics
import threading
import time
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

import minutesnlp as mn
from minutesnlp.web import serve

QUERIES = (
    "foster carers",
    '"foster carers" recruitment',
    "library closure consultation",
    "flood defence",
    "casting vote",
    "budget overspend adult social care",
    "what was said about school places?",
    "parking charges OR permits",
    "recruit* -kinship",
    "zeppelin",
)
HITS = 20


def repeated(size: int) -> mn.Corpus:
    """Return the example meetings under other ids, until there are so many paragraphs."""
    example = mn.example_corpus()
    meetings: list[mn.Meeting] = []
    count = copy = 0
    while count < size:
        for meeting in example:
            meetings.append(renamed(meeting, f"-{copy}"))
            count += len(meeting.paragraphs)
        copy += 1
    return mn.Corpus(meetings)


def renamed(meeting: mn.Meeting, ending: str) -> mn.Meeting:
    """Return a meeting, its items and paragraphs with an ending to their ids."""
    items = []
    for item in meeting.items:
        paragraphs = tuple(dataclasses.replace(p, id=p.id + ending, item_id=item.id + ending) for p in item.paragraphs)
        items.append(
            dataclasses.replace(item, id=item.id + ending, meeting_id=meeting.id + ending, paragraphs=paragraphs)
        )
    apart = {
        part: tuple(dataclasses.replace(p, id=p.id + ending) for p in getattr(meeting, part))
        for part in ("front", "back")
    }
    return dataclasses.replace(meeting, id=meeting.id + ending, items=tuple(items), **apart)


def best(ask: Callable[[], object], rounds: int) -> float:
    """Return the best time of several."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--size", type=int, default=100_000)
    arguments.add_argument("--rounds", type=int, default=5)
    told = arguments.parse_args()
    archive = mn.Archive.in_memory(repeated(told.size))
    ready = threading.Event()
    addresses: list[str] = []

    def started(address: str) -> None:
        addresses.append(address)
        ready.set()

    threading.Thread(target=serve, args=(archive,), kwargs={"port": 0, "started": started}, daemon=True).start()
    ready.wait()
    place = urlsplit(addresses[0])
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=120)

    def page(query: str) -> None:
        connection.request("GET", "/?" + urlencode({"q": query}))
        answer = connection.getresponse()
        assert answer.status == 200, answer.status
        answer.read()

    print(f"{archive!r}\n\n{'query':<40} hits  page / library")
    ratios = []
    for query in QUERIES:
        total = archive.search(query, k=HITS).total
        page(query)
        library = best(lambda query=query: archive.search(query, k=HITS), told.rounds)
        ratios.append(best(lambda query=query: page(query), told.rounds) / library)
        print(f"{query:<40} {total:>5} {ratios[-1]:>12.2f}")
    print(f"\nmedian {statistics.median(ratios):.2f}, largest {max(ratios):.2f}")


if __name__ == "__main__":
    main()
