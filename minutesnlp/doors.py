"""How a room hands out its names: each is loaded when it is first asked for.

Who only searches does not wait for what reads, tags, tracks and summarises. That holds where a room below is named
whole (`from minutesnlp import tagging`, then `tagging.tag(…)`); who names a name (`from minutesnlp.tagging import tag`)
has it loaded at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def handing_out(room: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """Return a room's `__getattr__` (PEP 562): `names` tells of each name in which of its modules it stands."""

    def getattr_(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        value = getattr(import_module(f"{room}.{names[name]}"), name)
        setattr(sys.modules[room], name, value)  # the next look-up is an ordinary one
        return value

    return getattr_
