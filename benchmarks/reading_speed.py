"""How fast PDFs are read, beside other libraries, on the same files in the same run.

    python benchmarks/reading_speed.py FOLDER [--pages 400]

Peers that are not installed are left out (`pip install pdfplumber pdfminer.six pypdf`). Each reads the same bytes;
the best of `--rounds` counts for each file. Raw pypdfium2 gives lines in the order of the
file, with running heads and without paragraphs: it is the floor, not a rival.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path

from minutesnlp.errors import ReadError
from minutesnlp.reading.pdf.guard import read_pdf
from minutesnlp.reading.pdf.reader import read_here

Reads = Callable[[bytes], None]


def raw(data: bytes) -> None:
    """Read with pypdfium2 as it comes."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


def ours(data: bytes) -> None:
    """Read to paragraphs in this process."""
    read_here(data, "file.pdf")


def guarded(data: bytes) -> None:
    """Read to paragraphs in the process that can be ended."""
    read_pdf(data, "file.pdf")


def plumber(data: bytes) -> None:
    """Read with pdfplumber."""
    with import_module("pdfplumber").open(BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


def miner(data: bytes) -> None:
    """Read with pdfminer.six."""
    import_module("pdfminer.high_level").extract_text(BytesIO(data))


def pypdf(data: bytes) -> None:
    """Read with pypdf."""
    for page in import_module("pypdf").PdfReader(BytesIO(data)).pages:
        page.extract_text()


PEERS: dict[str, tuple[str, Reads]] = {
    "pypdfium2, raw text": ("pypdfium2", raw),
    "minutesnlp, paragraphs": ("minutesnlp", ours),
    "minutesnlp, guarded": ("minutesnlp", guarded),
    "pypdf": ("pypdf", pypdf),
    "pdfminer.six": ("pdfminer", miner),
    "pdfplumber": ("pdfplumber", plumber),
}


def main() -> None:
    """Time each library on the same files and tell milliseconds a page."""
    import pypdfium2

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=400, help="stop after so many pages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--largest", type=int, default=12, help="leave out files of more pages")
    options = parser.parse_args()
    files: list[bytes] = []
    pages = 0
    for path in sorted(options.folder.rglob("*.pdf")):
        data = path.read_bytes()
        try:
            read_here(data, str(path))
        except ReadError:
            continue
        document = pypdfium2.PdfDocument(data)
        count = len(document)
        document.close()
        if count > options.largest or pages + count > options.pages:
            continue
        files.append(data)
        pages += count
    sys.stdout.write(f"{len(files)} files, {pages} pages\n")
    if not files:
        return
    logging.disable(logging.CRITICAL)
    peers = {name: read for name, (module, read) in PEERS.items() if _is_there(module)}
    for read in peers.values():
        read(files[0])
    # file by file and library after library, so that a burst of other work falls on all of them alike
    spent = dict.fromkeys(peers, 0.0)
    for data in files:
        for name, read in peers.items():
            spent[name] += min(_timed(read, data) for _ in range(options.rounds))
    floor = spent["pypdfium2, raw text"]
    for name, seconds in spent.items():
        each = 1000 * seconds / pages
        sys.stdout.write(
            f"{name:24} {each:8.2f} ms a page {1000 / each:8.0f} pages a second {seconds / floor:6.2f} x raw\n"
        )


def _is_there(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True


def _timed(read: Reads, data: bytes) -> float:
    began = time.perf_counter()
    read(data)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
