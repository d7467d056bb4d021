"""The helper process of `pdf_guard`: it takes PDFs from its standard input and tells what they say on its output."""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import IO

from minutesnlp.errors import ReadError
from minutesnlp.reading.pdf.guard import MEMORY, PRINT_ANEW, packed, receive, send
from minutesnlp.reading.pdf.reader import read_here

# Whatever it reads, the process ends itself after so many seconds.
LONGEST = 1800.0


def main() -> None:
    """Answer file after file until the input ends."""
    _limit_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Answer each file of a stream: its name, then its bytes."""
    while True:
        try:
            name = receive(source).decode("utf-8", "surrogateescape")
            data = receive(source)
        except EOFError:
            return
        # should the process that asked be gone, nobody else would end this one
        watch = threading.Timer(LONGEST, os._exit, (1,))
        watch.daemon = True
        watch.start()
        answer = json.dumps(_answer(data, name)).encode()
        watch.cancel()
        send(target, answer)


def _answer(data: bytes, name: str) -> dict[str, object]:
    try:
        return {"documents": [packed(document) for document in read_here(data, name)]}
    except ReadError as error:
        return {"reason": error.reason, "advice": error.advice}
    except (MemoryError, RecursionError) as error:
        return {"reason": f"reading it needed too much memory ({type(error).__name__})", "advice": PRINT_ANEW}


def _limit_memory() -> None:
    """Hold the process to a limit of memory where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    try:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (OSError, ValueError):
        return


if __name__ == "__main__":
    main()
