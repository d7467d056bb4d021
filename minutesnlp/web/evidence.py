"""What was taken as evidence, over many searches: a plain file beside the archive."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from starlette.datastructures import QueryParams

from minutesnlp.web.asking import Asked, asked
from minutesnlp.web.desk import Desk


class Taken(NamedTuple):
    """What was taken: a paragraph with the search that found it, or a whole item with none."""

    id: str
    search: str = ""

    @property
    def asked(self) -> Asked:
        """The search that found it."""
        return asked(QueryParams(self.search))


def taken(desk: Desk) -> list[Taken]:
    """Return what was taken, in the order of taking; a file that cannot be read holds nothing."""
    try:
        told = json.loads(desk.evidence.read_text("utf-8"))
        return [Taken(str(one["id"]), str(one["search"])) for one in told]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def write(desk: Desk, kept: Iterable[Taken]) -> None:
    """Keep what was taken."""
    desk.evidence.parent.mkdir(parents=True, exist_ok=True)
    told = [one._asdict() for one in kept]
    desk.evidence.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
