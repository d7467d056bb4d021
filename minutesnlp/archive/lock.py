"""One writer at a time: a lock that goes with the process that holds it, and tells its name."""

from __future__ import annotations

import contextlib
import datetime
import getpass
import importlib
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minutesnlp.errors import ArchiveError

NAME = "lock"
PLACE = 1  # where the name begins: the first byte is what Windows locks, and then nobody may read it


@contextlib.contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder.

    Raises
    ------
    ArchiveError
        When another process holds it; the message says whose, or that the folder cannot be written to.
    """
    try:
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise ArchiveError(
            f"{folder}: cannot be written to ({error.strerror}). See that you may write there, or copy it to where you "
            "may; what only searches it need not write."
        ) from error
    try:
        if not _take(handle):
            raise ArchiveError(f"{folder}: is being written to{_holder(folder)}. Wait until that is done.")
        os.ftruncate(handle, 0)
        os.lseek(handle, PLACE, os.SEEK_SET)
        os.write(handle, json.dumps(_me()).encode())
        try:
            yield
        finally:
            os.ftruncate(handle, 0)
    finally:
        os.close(handle)  # which also lets go of the lock


def _take(handle: int) -> bool:
    try:
        fcntl: Any = importlib.import_module("fcntl")
    except ImportError:
        windows: Any = importlib.import_module("msvcrt")
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            windows.locking(handle, windows.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _me() -> dict[str, Any]:
    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):  # a user without a name (in a container, or a service of Windows)
        user = "someone"
    since = datetime.datetime.now().astimezone().isoformat(" ", "minutes")
    return {"user": user, "host": socket.gethostname(), "pid": os.getpid(), "since": since}


def _holder(folder: Path) -> str:
    try:
        with (folder / NAME).open("rb", buffering=0) as file:  # unbuffered: nothing before the place is read
            file.seek(PLACE)
            told = json.loads(file.read())
        return f" by {told['user']} on {told['host']} (process {told['pid']}) since {told['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return " by another process"
