"""How fast ModernGov pages are read, beside the same items taken out by Beautiful Soup, in the same run.

    python benchmarks/reading_html.py [corpus/layouts/moderngov] [--rounds 5]

Needs beautifulsoup4 and lxml for the peers. They take number, title and paragraphs by section of each item by the
page's classes and nothing else: no dates, attendance, lists, tables or furniture. “read” is all that `read()` does with
the bytes, up to a Meeting; “reader” stops at blocks, which is nearest to what the peers do.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from reading import keep, table

from minutesnlp.reading.meeting.assembly import assemble
from minutesnlp.reading.web.html import read_html

Reads = Callable[[bytes], int]


def ours(data: bytes) -> int:
    """Read to meetings."""
    return sum(len(assemble(document, source="page.html").meeting.items) for document in read_html(data, "page.html"))


def blocks(data: bytes) -> int:
    """Read to blocks."""
    return sum(block.starts_item for document in read_html(data, "page.html") for block in document.blocks)


def soup(parser: str) -> Reads:
    """Return a reading by Beautiful Soup with a parser."""
    bs4: Any = import_module("bs4")

    def reads(data: bytes) -> int:
        page = bs4.BeautifulSoup(data, parser)
        items: list[dict[str, Any]] = []
        for row in page.select("#mgItemTable tr"):
            section, item = "agenda", {"number": "", "title": "", "agenda": []}
            for part in row.find_all(["p", "div"]):
                classes = part.get("class") or []
                if "mgAiTitleTxt" in classes:
                    numbered = "mgItemNumberCell" in (part.parent.get("class") or [])
                    item["number" if numbered else "title"] = part.get_text(" ", strip=True)
                elif "mgSubItemTitleTxt" in classes:
                    section = part.get_text(strip=True)
                elif "MsoNormal" in classes:
                    item.setdefault(section, []).append(part.get_text(" ", strip=True))
            if item["title"]:
                items.append(item)
        return len(items)

    return reads


def main() -> None:
    """Time each on the same pages, page by page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).resolve().parent
    parser.add_argument("folder", type=Path, nargs="?", default=here.parent / "corpus/layouts/moderngov")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--into", type=Path, default=here / "reading.md")
    options = parser.parse_args()
    pages = [path.read_bytes() for path in sorted(options.folder.glob("*.html"))]
    peers: dict[str, Reads] = {
        "minutesnlp, reader": blocks,
        "minutesnlp, read": ours,
        "bs4 with lxml": soup("lxml"),
        "bs4 with html.parser": soup("html.parser"),
    }
    found = {name: sum(map(read, pages)) for name, read in peers.items()}
    spent = dict.fromkeys(peers, 0.0)
    for page in pages:
        for name, read in peers.items():
            spent[name] += min(_timed(read, page) for _ in range(options.rounds))
    floor = spent["minutesnlp, read"]
    size = sum(map(len, pages)) / 1e6
    rows = [
        [
            name,
            f"{found[name]:,}",
            f"{1000 * seconds / len(pages):.2f}",
            f"{len(pages) / seconds:.0f}",
            f"{size / seconds:.2f}",
            f"{seconds / floor:.2f}",
        ]
        for name, seconds in spent.items()
    ]
    head = ("reader", "items", "ms a page", "pages a second", "MB a second", "time, read() = 1")
    text = (
        f"{len(pages)} pages, {size:.2f} MB, the best of {options.rounds} rounds of each page.\n\n{table(head, rows)}"
    )
    keep(options.into, "html", text)
    sys.stdout.write(text + "\n")


def _timed(read: Reads, data: bytes) -> float:
    began = time.perf_counter()
    read(data)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
