"""Where a room above leaves word how things are shown in a notebook.

Records know no HTML. The face names the room that does (`display`), and nothing of it is loaded before the first record
is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def _plainly(thing: Any) -> str:
    import html  # of no use outside notebooks

    return f"<pre>{html.escape(repr(thing))}</pre>"


_show: Callable[[Any], str] = _plainly


def shown_by(show: Callable[[Any], str]) -> None:
    """Take what returns the HTML of anything that is `Shown`; called once, by the face."""
    global _show
    _show = show


class Shown:
    """What a notebook shows as HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return _show(self)
