"""The process in which PDFs are read, so that one that hangs, crashes or eats memory can be ended.

PDFium is a C library: a page that sends it round in circles cannot be interrupted from within the process, and one
that breaks it takes the process along. So one helper process is started with the first PDF and kept for all that
follow: its start (about a third of a second) is paid once, and each file costs its bytes through a pipe and its
paragraphs back as JSON. It is a plain subprocess and no fork or spawn of `multiprocessing`: it never imports the
caller's `__main__`, so it works on Windows, in notebooks and in scripts without a guard. Where no process can be
started, PDFs are read in this one.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import MISSING, fields
from typing import IO, Any

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Block, Document, Facts
from minutesnlp.reading.pdf.reader import read_here

# What one file may take: seconds, and a second a megabyte more; bytes of memory, where the system holds to it.
SECONDS = 60.0
SECONDS_A_MEGABYTE = 1.0
MEMORY = 3_000_000_000

# Set in the environment of a process that can be ended itself, as those that read folders: no other is needed there.
MAY_BE_ENDED = "MINUTESNLP_MAY_BE_ENDED"

PRINT_ANEW = "Open it in a viewer and print it to a new PDF."

# What is not told of a block is at its default.
DEFAULTS = {f.name: None if f.default is MISSING else f.default for f in fields(Block)}


def read_pdf(data: bytes, name: str, *, seconds: float | None = None) -> list[Document]:
    """Read a PDF in a process that can be ended: one Document a meeting that it holds.

    Raises
    ------
    ReadError
        When it cannot be read, takes too long, or breaks the process that reads it.
    """
    seconds = SECONDS + SECONDS_A_MEGABYTE * len(data) / 1e6 if seconds is None else seconds
    with _LOCK:
        helper = None if os.environ.get(MAY_BE_ENDED) else _helper()
        if helper is None:
            return read_here(data, name)
        answer: list[bytes] = []
        # a thread, for pipes have no timeout on Windows
        talk = threading.Thread(target=_talk, args=(helper, data, name, answer), daemon=True)
        talk.start()
        talk.join(seconds)
        if talk.is_alive():
            _end(helper)
            talk.join(5)
            raise ReadError(name, f"reading it took longer than {seconds:.0f} seconds, so it was given up", PRINT_ANEW)
        if not answer:
            _end(helper)
            raise ReadError(name, "it broke the PDF library, or needed too much memory", PRINT_ANEW)
    told = json.loads(answer[0])
    if "reason" in told:
        raise ReadError(name, told["reason"], told["advice"])
    return [unpacked(document) for document in told["documents"]]


def packed(document: Document) -> dict[str, Any]:
    """Return a PDF's document as plain values for JSON.

    >>> packed(Document((Block("Agreed.", page=2),), reader="pdf"))["blocks"]
    [{'text': 'Agreed.', 'page': 2}]
    """
    return {
        "blocks": [
            {name: value for name, default in DEFAULTS.items() if (value := getattr(block, name)) != default}
            for block in document.blocks
        ],
        "title": document.facts.title,
        "notes": document.facts.notes,
        "reader": document.reader,
        "furniture": document.furniture,
    }


def unpacked(told: dict[str, Any]) -> Document:
    """Return the document that `packed` made plain."""
    facts = Facts(title=told["title"], notes=tuple(told["notes"]))
    blocks = tuple(Block(**{"text": "", **block}) for block in told["blocks"])
    return Document(blocks, facts, told["reader"], furniture=tuple(told["furniture"]))


def _talk(helper: subprocess.Popen[bytes], data: bytes, name: str, answer: list[bytes]) -> None:
    """Send a file to the helper and take what it tells; leave `answer` empty if it dies."""
    try:
        if helper.stdin is None or helper.stdout is None:
            return
        send(helper.stdin, name.encode("utf-8", "surrogateescape"))
        send(helper.stdin, data)
        answer.append(receive(helper.stdout))
    except (OSError, EOFError, ValueError):
        return


def send(stream: IO[bytes], content: bytes) -> None:
    """Write a message: its length in eight bytes, and itself."""
    stream.write(len(content).to_bytes(8, "big"))
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """Read a message.

    Raises
    ------
    EOFError
        When the stream ends before it does.
    """
    length = stream.read(8)
    if len(length) < 8:
        raise EOFError
    content = stream.read(int.from_bytes(length, "big"))
    if len(content) < int.from_bytes(length, "big"):
        raise EOFError
    return content


_LOCK = threading.Lock()
_HELPERS: dict[int, subprocess.Popen[bytes]] = {}


def _helper() -> subprocess.Popen[bytes] | None:
    """Return this process's helper, started if need be; None where none can be."""
    own = os.getpid()
    # after a fork the helper belongs to the parent
    for stranger in [pid for pid in _HELPERS if pid != own]:
        del _HELPERS[stranger]
    helper = _HELPERS.get(own)
    if helper is not None and helper.poll() is None:
        return helper
    if helper is not None:
        _end(helper)
    if not sys.executable:
        return None
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        helper = subprocess.Popen(
            [sys.executable, "-m", "minutesnlp.reading.pdf.helper"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None
    _HELPERS[own] = helper
    return helper


def _end(helper: subprocess.Popen[bytes]) -> None:
    """End a helper and close its pipes."""
    _HELPERS.pop(os.getpid(), None)
    helper.kill()
    helper.wait()
    for stream in (helper.stdin, helper.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()


@atexit.register
def end_helper() -> None:
    """End this process's helper, if it has one."""
    helper = _HELPERS.get(os.getpid())
    if helper is not None:
        _end(helper)
