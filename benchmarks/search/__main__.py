"""Measure search engines beside each other: `python benchmarks/search --size 100000`.

Every build and every round of queries runs in a process of its own. Times are from the query string to ids and scores;
of several rounds the best time of each query counts, for every engine, since the machine is shared. Slow engines are
asked some of the queries, common words and rare ones in the same proportions, and are compared with what ours takes for
the same. Builds are in seconds of processor, reading the texts from a file included; the cold open is the wall time of
a whole process up to its first answer, the best of three.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RESULTS = HERE.parent / "RESULTS.md"
SLOW = {"sqlite-fts5", "scikit-learn", "rank-bm25", "bm25s-numpy"}  # asked a sample of the queries
SAMPLE = 24  # at least
PATIENCE = 1_500  # seconds for any one step


def texts_of(path: Path, count: int) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in islice(file, count):
            yield line.rstrip("\n")


def resident() -> float:
    """Return the most this process has held in memory, in MB; nan where the system does not tell."""
    try:
        # Not getrusage: what it tells includes what the parent held at the fork
        told = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:
        return float("nan")
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024


def sampled(queries: list[tuple[str, str]], count: int) -> list[int]:
    """Return the places of so many queries, in which each kind has the share that it has of all."""
    by_kind = sorted(range(len(queries)), key=lambda place: queries[place][1])
    return sorted(by_kind[int((turn + 0.5) * len(queries) / count)] for turn in range(count))


def build(engine: str, texts: Path, count: int, folder: Path) -> dict[str, Any]:
    from engines import ENGINES

    started = time.process_time()
    ENGINES[engine][0](texts_of(texts, count), folder)
    seconds = time.process_time() - started
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {"build": seconds, "build MB": resident(), "index MB": size / 1e6}


def first(engine: str, folder: Path, query: str) -> dict[str, Any]:
    import numpy  # noqa: F401 (so that all pay for it)
    from engines import ENGINES

    ids, _ = ENGINES[engine][1](folder)(query, 10)
    return {"first": [int(number) for number in ids]}


def ask(engine: str, folder: Path, queries: list[tuple[str, str]], rounds: int) -> dict[str, Any]:
    import numpy as np
    from engines import ENGINES

    function = ENGINES[engine][1](folder)
    function(queries[0][0], 10)  # opening and compiling are measured elsewhere
    told: dict[str, Any] = {"found": [], "scores": []}
    for k in (10, 100):
        best = np.full(len(queries), np.inf)
        for turn in range(rounds):
            for place, (query, _) in enumerate(queries):
                started = time.perf_counter()
                ids, scores = function(query, k)
                best[place] = min(best[place], time.perf_counter() - started)
                if turn == 0 and k == 10:
                    told["found"].append([int(number) for number in ids])
                    told["scores"].append([float(score) for score in scores])
        told[f"times {k}"] = best.tolist()
        kinds = np.array([kind for _, kind in queries])
        told[f"kinds {k}"] = {kind: float(np.median(best[kinds == kind])) for kind in sorted(set(kinds.tolist()))}
    told["warm MB"] = resident()
    if engine.startswith("minutesnlp"):
        told |= filtered(folder, queries, rounds, compiled=engine == "minutesnlp")
    return told


def interleaved(engines: list[str], folders: list[str], queries: list[tuple[str, str]], rounds: int) -> dict[str, Any]:
    """Ask some engines in turn in one process, so that what else the machine does falls upon all alike."""
    import numpy as np
    from engines import ENGINES

    functions = [ENGINES[name][1](Path(folder)) for name, folder in zip(engines, folders, strict=True)]
    best = np.full((len(engines), len(queries)), np.inf)
    for function in functions:
        function(queries[0][0], 10)
    for _ in range(rounds):
        for place, (query, _) in enumerate(queries):
            for row, function in enumerate(functions):
                started = time.perf_counter()
                function(query, 10)
                best[row, place] = min(best[row, place], time.perf_counter() - started)
    return {name: [float(np.percentile(row, p)) for p in (50, 95)] for name, row in zip(engines, best, strict=True)}


def filtered(folder: Path, queries: list[tuple[str, str]], rounds: int, *, compiled: bool) -> dict[str, Any]:
    """Measure our own masks and batches."""
    import numpy as np

    from minutesnlp.indexing import Index, kernel

    index = Index.open(folder, verify=False)
    engine = "own" if compiled else "numpy"
    told: dict[str, Any] = {"kernel": kernel().split(":")[0] if compiled else "numpy", "masks": {}}
    filters: dict[str, Any] = {"none": None}
    for keep in (0.01, 0.1, 0.5):
        mask = np.random.default_rng(1).random(len(index)) < keep
        filters |= {f"{keep:.0%}": index.filter(mask), f"{keep:.0%} as a mask": mask}
        filters |= {f"{keep:.0%} as numbers": np.flatnonzero(mask)}
    best = np.full((len(filters), len(queries)), np.inf)
    # In turn, so that what else the machine does falls upon all alike
    for _ in range(rounds):
        for row, chosen in enumerate(filters.values()):
            for place, (query, _) in enumerate(queries):
                started = time.perf_counter()
                index.top(query, 10, mask=chosen, engine=engine)
                best[row, place] = min(best[row, place], time.perf_counter() - started)
    told["masks"] = {name: np.percentile(row, (50, 95)).tolist() for name, row in zip(filters, best, strict=True)}
    started = time.perf_counter()
    index.batch([query for query, _ in queries], 10, threads=2, engine=engine)
    told["batch"] = len(queries) / (time.perf_counter() - started)
    return told


def run(step: str, **given: Any) -> dict[str, Any] | None:
    """Run a step in a process of its own; None when it fails or takes too long."""
    call = [sys.executable, str(HERE), "--step", json.dumps({"step": step, **given})]
    try:
        done = subprocess.run(call, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        print(f"  {step} {given.get('engine')}: {done.stderr.strip().splitlines()[-1:]}", flush=True)
        return None
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def do(step: str, given: dict[str, Any]) -> dict[str, Any]:
    if step == "interleaved":
        pairs = [tuple(pair) for pair in given["queries"]]
        return interleaved(given["engines"], given["folders"], pairs, given["rounds"])
    folder = Path(given["folder"])
    if step == "build":
        return build(given["engine"], Path(given["texts"]), given["count"], folder)
    if step == "first":
        return first(given["engine"], folder, given["query"])
    return ask(given["engine"], folder, [tuple(pair) for pair in given["queries"]], given["rounds"])


def measure(engine: str, texts: Path, count: int, work: Path, queries: list[tuple[str, str]]) -> dict[str, Any] | None:
    from engines import ENGINES, STEMMED

    shared = ENGINES[engine][2]
    folder, made = work / shared, work / f"{shared}.json"
    if not made.exists():
        folder.mkdir()
        built = run("build", engine=engine, texts=str(texts), count=count, folder=str(folder))
        if built is None:
            return None
        made.write_text(json.dumps(built))
    told = json.loads(made.read_text())
    if engine == STEMMED:
        return told
    waited = []
    for _ in range(3 if engine not in {"rank-bm25", "scikit-learn"} else 1):
        started = time.perf_counter()
        if run("first", engine=engine, folder=str(folder), query=queries[0][0]) is None:
            return None
        waited.append(time.perf_counter() - started)
    few = engine in SLOW and len(queries) > SAMPLE
    asked = sampled(queries, max(SAMPLE, min(len(queries), 4_000_000 // count))) if few else list(range(len(queries)))
    rounds = 2 if engine in SLOW else 5
    answered = run("ask", engine=engine, folder=str(folder), queries=[queries[place] for place in asked], rounds=rounds)
    return None if answered is None else told | {"open": min(waited), "asked": asked} | answered


def agreement(told: dict[str, Any], exact: dict[str, Any]) -> float:
    """Return the share of the exact ten best that an engine found too."""
    shares = [
        len(set(ours) & set(exact["found"][place])) / max(len(exact["found"][place]), 1)
        for ours, place in zip(told["found"], told["asked"], strict=True)
    ]
    return sum(shares) / len(shares)


def times(told: dict[str, Any], k: int, share: int, asked: list[int] | None = None) -> float:
    """Return a percentile of the seconds that queries took; only those asked, given by their places."""
    import numpy as np

    taken = told[f"times {k}"]
    return float(np.percentile(taken if asked is None else [taken[place] for place in asked], share))


def table(results: dict[str, dict[str, Any]]) -> list[str]:
    from engines import STEMMED

    ours, exact = results["minutesnlp"], results["minutesnlp-numpy"]
    asked = {name: told for name, told in results.items() if name != STEMMED}
    lines = [
        "| engine | build CPU s | build MB | index MB | open s | queries | k=10 p50 µs | p95 µs | k=100 p50 µs | p95 µs"
        " | warm MB | p50 / ours | p95 / ours | build / ours |",
        "|---|" + "---|" * 13,
    ]
    for engine, told in asked.items():
        micro = [f"{times(told, k, share) * 1e6:,.0f}" for k in (10, 100) for share in (50, 95)]
        ratios = [times(told, 10, share) / times(ours, 10, share, told["asked"]) for share in (50, 95)]
        lines.append(
            f"| {engine} | {told['build']:,.1f} | {told['build MB']:,.0f} | {told['index MB']:,.0f} "
            f"| {told['open']:.2f} | {len(told['asked'])} | {' | '.join(micro)} | {told['warm MB']:,.0f} "
            f"| {ratios[0]:,.1f} | {ratios[1]:,.1f} "
            f"| {told['build'] / ours['build']:,.1f} |"
        )
    if STEMMED in results:
        seconds = results[STEMMED]["build"]
        lines += [
            "",
            "rank-bm25 brings no analysis: above, its texts are split at blanks, as its page shows, without stop words"
            f" and stems. With both, as bm25s finds them, its build takes {seconds:,.1f} CPU s,"
            f" {seconds / ours['build']:,.1f} times ours.",
        ]
    same = sum(
        ours["found"][place] == exact["found"][place] and ours["scores"][place] == exact["scores"][place]
        for place in range(len(exact["found"]))
    )
    lines += [
        "",
        f"minutesnlp compiled and numpy: ids, scores (float64) and order equal on {same} of"
        f" {len(ours['asked'])} queries.",
    ]
    shares = ", ".join(
        f"{name} {agreement(told, exact):.0%}" for name, told in asked.items() if not name.startswith("minutesnlp")
    )
    lines += ["", f"Of our ten best the others, which tell words apart by rules of their own, find: {shares}."]
    kinds = list(ours["kinds 10"])
    lines += ["", f"| k=10, p50 µs by kind of query | {' | '.join(kinds)} |", "|---|" + "---|" * len(kinds)]
    for engine, told in asked.items():
        lines.append(f"| {engine} | " + " | ".join(f"{told['kinds 10'].get(k, 0) * 1e6:,.0f}" for k in kinds) + " |")
    for engine in ("minutesnlp", "minutesnlp-numpy"):
        told = results[engine]
        p50, p95 = told["masks"].pop("none")
        lines += [
            "",
            f"{engine} ({told['kernel']}): batch on 2 threads {told['batch']:,.0f} queries/s. Filtered:",
            "",
            "| keeps | p50 µs | p95 µs | p50 / unfiltered | p95 / unfiltered |",
            "|---|" + "---|" * 4,
        ]
        for keep, (half, most) in told["masks"].items():
            lines.append(f"| {keep} | {half * 1e6:,.0f} | {most * 1e6:,.0f} | {half / p50:.2f} | {most / p95:.2f} |")
    return lines


def turns(turned: dict[str, list[float]]) -> list[str]:
    ours = turned["minutesnlp"]
    lines = [
        "",
        "| 100 queries in turn, one process | p50 µs | p95 µs | p50 / ours | p95 / ours |",
        "|---|" + "---|" * 4,
    ]
    for name, (p50, p95) in turned.items():
        lines.append(f"| {name} | {p50 * 1e6:,.0f} | {p95 * 1e6:,.0f} | {p50 / ours[0]:,.1f} | {p95 / ours[1]:,.1f} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--engines", default="", help="comma-separated; all by default")
    parser.add_argument("--texts", type=Path, help="a file of one paragraph a line, instead of made ones")
    parser.add_argument("--machine", default=f"{os.cpu_count()} cores")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.step:
        given = json.loads(told.step)
        print(json.dumps(do(given.pop("step"), given)))
        return
    import paragraphs
    from engines import ENGINES, STEMMED

    began = time.monotonic()
    names = told.engines.split(",") if told.engines else list(ENGINES)
    work = Path(tempfile.mkdtemp(prefix="search-benchmark-"))
    try:
        texts = told.texts
        if texts is None:
            texts = work / "texts"
            with texts.open("w", encoding="utf-8") as file:
                file.writelines(text + "\n" for text in paragraphs.paragraphs(told.size))
        queries = paragraphs.queries(told.queries)
        results = {}
        for engine in names:
            found = measure(engine, texts, told.size, work, queries)
            if found is None:
                print(f"{engine}: left out, it failed or took more than {PATIENCE} s", flush=True)
                continue
            results[engine] = found
            told_of = f"{engine}: build {found['build']:,.1f} s"
            if engine != STEMMED:
                told_of += "".join(f", p{share} {times(found, 10, share) * 1e6:,.0f} µs" for share in (50, 95))
            print(f"{told_of}; {time.monotonic() - began:,.0f} s since the start", flush=True)
        quick = [name for name in results if name not in SLOW | {STEMMED} or name == "bm25s-numpy"]
        folders = [str(work / ENGINES[name][2]) for name in quick]
        turned = run("interleaved", engines=quick, folders=folders, queries=queries[:100], rounds=3)
        report = "\n".join([*heading(told), *table(results), *(turns(turned) if turned else [])])
        print(report)
        keep(report)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def heading(told: argparse.Namespace) -> list[str]:
    """Return what a report begins with: size, day, machine, commit and command."""
    return [
        f"## Search: {told.size:,} paragraphs",
        "",
        f"{datetime.date.today().isoformat()}, {told.machine}, Python {platform.python_version()}, commit {commit()}, "
        f"`python benchmarks/search --size {told.size} --queries {told.queries}`.",
        "",
    ]


def commit() -> str:
    """Return the commit that is measured, marked when anything but the results differs from it."""
    git = ["git", "-C", str(HERE)]
    try:
        name = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True).stdout
        changed = [*git, "status", "--porcelain", "--", ":/", ":(exclude,top)benchmarks/RESULTS.md"]
        differs = subprocess.run(changed, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return name.strip() + ("-dirty" if differs else "")


def keep(report: str) -> None:
    """Put a report into the results, in place of the one of the same size."""
    size = report.split(" paragraphs", 1)[0]
    parts = RESULTS.read_text("utf-8").split("\n## ") if RESULTS.exists() else ["# Measured speed\n"]
    parts = [
        part for place, part in enumerate(parts) if place == 0 or not f"## {part}".startswith(f"{size} paragraphs")
    ]
    RESULTS.write_text("\n## ".join([*parts, report.removeprefix("## ")]).rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    main()
