"""What reading a folder of councils' minutes gives: a line a council and layout, written into reading.md.

    python benchmarks/reading.py FOLDER [--processes 2] [--into benchmarks/reading.md]

FOLDER holds a folder a council. A layout is a reader that fits the file's content (pdf, markdown, html, word …); files
that are skipped are counted under their suffix, and why they were is told below. The table stands between two marks in
reading.md, so that what is written by hand around it stays.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from pathlib import Path

import minutesnlp as mn
from minutesnlp.errors import ReadError

HEAD = (
    "council",
    "layout",
    "files",
    "read",
    "skipped",
    "meetings",
    "items",
    "paragraphs",
    "undated",
    "guesses",
    "seconds",
)

# A number in a reason is of one file: "it lists 15 meetings" and "it lists 3 meetings" are one reason.
NUMBER = re.compile(r"\d[\d,.]*(?:-\d\d-\d\d)?")


def rows_of(council: Path, processes: int, why: Counter[tuple[str, str]]) -> list[list[str]]:
    """Return a row a layout of one council's files."""
    suffixes: dict[str, list[Path]] = {}
    for path in sorted(p for p in council.rglob("*") if p.is_file()):
        suffixes.setdefault(path.suffix.lower().lstrip("."), []).append(path)
    rows = []
    for suffix, files in sorted(suffixes.items()):
        began = time.perf_counter()
        try:
            corpus = mn.read(*files, processes=processes)
        except ReadError as error:
            why[council.name, _plain(error.reason)] += len(files)
            rows.append([council.name, suffix, str(len(files)), "0", str(len(files)), *("0",) * 5, _since(began)])
            continue
        for skipped in corpus.skipped:
            why[council.name, _plain(skipped.reason)] += 1
        readings = [one for one in corpus.report() if one.reader]
        readers = "/".join(sorted({one.reader for one in readings}))
        rows.append(
            [
                council.name,
                readers if readers == suffix or suffix in ("md", "txt", "htm", "docx") else f"{readers} (.{suffix})",
                f"{len(files):,}",
                f"{len(readings):,}",
                f"{len(corpus.skipped):,}",
                f"{len(corpus):,}",
                f"{sum(len(meeting.items) for meeting in corpus):,}",
                f"{sum(len(meeting.paragraphs) for meeting in corpus):,}",
                f"{sum(meeting.date is None for meeting in corpus):,}",
                f"{sum(len(one.guesses) for one in readings):,}",
                _since(began),
            ]
        )
    return rows


def table(head: tuple[str, ...], rows: list[list[str]]) -> str:
    """Return rows as a table in markdown, numbers to the right."""
    numeric = [all(re.fullmatch(r"[\d,.%]*", row[i]) for row in rows) for i in range(len(head))]
    lines = [head, tuple("--:" if right else "---" for right in numeric), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def keep(into: Path, section: str, text: str) -> None:
    """Put a text between the marks of a section, at the end where there are none yet."""
    begin, end = f"<!-- {section} begins -->", f"<!-- {section} ends -->"
    page = into.read_text("utf-8") if into.exists() else ""
    body = f"{begin}\n\n{text.strip()}\n\n{end}"
    if begin in page:
        before, _, rest = page.partition(begin)
        page = before + body + rest.partition(end)[2]
    else:
        page = f"{page.rstrip()}\n\n{body}\n".lstrip()
    into.write_text(page, "utf-8")


def main() -> None:
    """Read every council's folder and write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--into", type=Path, default=Path(__file__).with_name("reading.md"))
    options = parser.parse_args()
    why: Counter[tuple[str, str]] = Counter()
    rows = []
    for council in sorted(p for p in options.folder.iterdir() if p.is_dir()):
        rows += rows_of(council, options.processes, why)
        sys.stdout.write(f"{council.name}\n")
        sys.stdout.flush()
    number = [[int(row[i].replace(",", "")) for row in rows] for i in range(2, 10)]
    whole = sum(float(row[10]) for row in rows)
    rows.append(["all", "", *(f"{sum(column):,}" for column in number), f"{whole:.1f}"])
    reasons = [[council, reason, str(count)] for (council, reason), count in sorted(why.items())]
    text = table(HEAD, rows) + "\n\nWhy files were skipped:\n\n" + table(("council", "reason", "files"), reasons)
    keep(options.into, "sheet", text)


def _plain(reason: str) -> str:
    reason = reason.rpartition("; the first: ")[2]
    return NUMBER.sub("…", reason).replace("|", "/")


def _since(began: float) -> str:
    return f"{time.perf_counter() - began:.1f}"


if __name__ == "__main__":
    main()
