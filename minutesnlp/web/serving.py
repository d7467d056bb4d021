"""The page run on this machine. The door to uvicorn."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

import uvicorn

import minutesnlp as mn
from minutesnlp.web.application import application

HOST = "127.0.0.1"


def serve(
    archive: mn.Archive,
    *,
    port: int = 8010,
    example: bool = False,
    started: Callable[[str], None] | None = None,
) -> None:
    """Answer at http://127.0.0.1:PORT until stopped; `started` is told the address. Port 0 is any that is free.

    Raises
    ------
    OSError
        When the port is taken.
    """
    # asyncio lets short answers go at once (TCP_NODELAY) only where a socket says that it speaks TCP
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        if os.name == "posix":  # the port may be taken again at once; on Windows this would share it with others
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
        except OSError as error:
            told = f"{error.strerror}. Name another: --port 0 takes any that is free"
            raise OSError(error.errno, told, f"port {port}") from error
        listening.listen(128)
        if started is not None:
            started(f"http://{HOST}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(application(archive, example=example), log_level="warning", server_header=False)
        uvicorn.Server(config).run(sockets=[listening])
