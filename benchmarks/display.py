"""Time and size of what a notebook shows, beside pandas showing the same rows.

python benchmarks/display.py [rounds]
"""

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import minutesnlp as mn


def main(rounds: int = 9) -> None:
    """Print milliseconds of work and kilobytes of HTML for each, the median of some rounds, in one run."""
    corpus = mn.example_corpus()
    archive = mn.Archive.in_memory(corpus)
    hits = archive.search("the council OR members OR report*", k=1000, expand=False)
    frame = hits.to_frame()
    item = max(corpus.items, key=lambda item: len(item.text))
    things: dict[str, Any] = {
        f"Hits ({len(hits):,})": hits._repr_html_,
        f"pandas, all {len(frame):,} rows": frame.to_html,
        "pandas, first 60 rows": frame.head(60).to_html,
        "Corpus": corpus._repr_html_,
        "longest Item, tagged anew": item._repr_html_,
        "Entities of the corpus": archive.entities()._repr_html_,
        "Decisions of the corpus": mn.find_decisions(corpus)._repr_html_,
    }
    print(f"{'':32}{'ms':>9}{'of Hits':>9}{'kB':>9}")
    base = None
    for name, draw in things.items():
        size = len(draw().encode()) / 1000
        median = statistics.median(timed(draw) for _ in range(rounds))
        base = base or median
        print(f"{name:32}{median:9.1f}{median / base:9.2f}{size:9.0f}")


def timed(draw: Callable[[], str]) -> float:
    """Return the milliseconds of processor time one drawing takes."""
    start = time.process_time()
    draw()
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
