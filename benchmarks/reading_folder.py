"""How fast whole folders are read, with one process and with two, in the same run.

python benchmarks/reading_folder.py FOLDER [FOLDER …] [--most 300] [--rounds 2]
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from reading import keep, table

import minutesnlp as mn


def main() -> None:
    """Time each folder with one and two processes, turn by turn, and keep the best of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--most", type=int, default=300, help="every n-th file, so that no more are read")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--into", type=Path, default=Path(__file__).with_name("reading.md"))
    options = parser.parse_args()
    rows = []
    for folder in options.folders:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        files = files[:: -(-len(files) // options.most)]
        size = sum(path.stat().st_size for path in files) / 1e6
        best = {1: float("inf"), 2: float("inf")}
        for _ in range(options.rounds):
            for processes in best:
                began = time.perf_counter()
                corpus = mn.read(*files, processes=processes)
                best[processes] = min(best[processes], time.perf_counter() - began)
        rows.append(
            [
                folder.name,
                f"{len(files):,}",
                f"{size:.1f}",
                f"{len(corpus.paragraphs):,}",
                *(f"{len(files) / best[n]:.0f}" for n in best),
                *(f"{size / best[n]:.2f}" for n in best),
                f"{best[1] / best[2]:.2f}",
            ]
        )
    head = (
        "folder",
        "files",
        "MB",
        "paragraphs",
        "files/s, 1",
        "files/s, 2",
        "MB/s, 1",
        "MB/s, 2",
        "gain by the second",
    )
    text = table(head, rows)
    keep(options.into, "folders", text)
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
