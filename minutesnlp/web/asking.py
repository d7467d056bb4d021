"""What a search on the page asks: read from the address, and written back into one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import ImmutableMultiDict

import minutesnlp as mn

PAGE_SIZE = 20
WHOLE_SIZE = 200
LONGEST = 2_000

SORTS = {"relevance": "Best first", "date": "Oldest first", "newest": "Newest first"}
GROUPS = {"": "Not grouped", "item": "By agenda item", "meeting": "By meeting"}

# The filters that are offered with counts, and what they are called.
FACETS = {
    "body": "Committee or body",
    "council": "Council",
    "year": "Municipal year",
    "person": "People named",
    "role": "Posts named",
    "kind": "Kind of paragraph",
    "section": "Part of the minutes",
    "status": "Status",
}
TYPED = ("since", "until", "before", "holds")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it was asked on the page: the query, words to find within its results, filters, and how to show it.

    `without` are other names of the query's words that were unticked. `every` shows every mention in date order.
    """

    q: str = ""
    within: str = ""
    body: tuple[str, ...] = ()
    council: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    before: str = ""
    holds: str = ""
    without: tuple[str, ...] = ()
    sort: str = "relevance"
    group: str = ""
    every: bool = False
    page: int = 1

    @property
    def query(self) -> str:
        """The query with the words to find within its results."""
        return f"({self.q}) AND ({self.within})" if self.within and self.q else self.q or self.within

    @property
    def filters(self) -> dict[str, Any]:
        """The filters that are set, as `Archive.search` takes them."""
        return {name: value for name in (*FACETS, *TYPED) if (value := getattr(self, name))}

    @property
    def advice(self) -> str:
        """What helps where nothing was found."""
        several = len(self.query.split()) > 1
        take_out = " or ".join(part for part, there in (("a word", several), ("a filter", bool(self.filters))) if there)
        if several:
            return f"Take out {take_out}, or write OR between words."
        return f"Take out {take_out}, or try another word for it." if take_out else "Try another word for it."

    @property
    def is_search(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.query or self.filters)

    @property
    def size(self) -> int:
        """How many hits a page shows."""
        return WHOLE_SIZE if self.every else PAGE_SIZE

    def hits(self, archive: mn.Archive, **changes: Any) -> mn.Hits:
        """Return the hits up to the end of the page asked for; `changes` are options that differ.

        Raises
        ------
        QueryError
            For a value of a filter that cannot be read.
        """
        options: dict[str, Any] = {"k": self.page * self.size, "sort": "date" if self.every else self.sort}
        return archive.search(self.query, without=self.without, **(self.filters | options | changes))

    def findable(self, archive: mn.Archive) -> dict[str, mn.Hit]:
        """Return every hit there is to tick, by its paragraph: all that count, and those up to the end of the page."""
        pages = (self.hits(archive, k=None), self.hits(archive))
        return {hit.paragraph.id: hit for hits in pages for hit in hits}

    def address(self, path: str = "/", **changes: Any) -> str:
        """Return the address of this search, or of one that differs in `changes`."""
        query = urlencode(list(replace(self, **({"page": 1} | changes)).pairs()))
        return f"{path}?{query}" if query else path

    def pairs(self, *leaving: str) -> Iterable[tuple[str, str]]:
        """Return names and values as an address or a form holds them, `leaving` some out."""
        for part in fields(self):
            value = getattr(self, part.name)
            if part.name in leaving or value == part.default:
                continue
            if isinstance(value, tuple):
                yield from ((part.name, each) for each in value)
            else:
                yield part.name, "1" if value is True else str(value)


def asked(params: ImmutableMultiDict[str, Any]) -> Asked:
    """Read a search from an address or a form; what cannot be meant is left out."""

    def several(name: str) -> list[str]:
        return [cleaned(each) for each in params.getlist(name) if isinstance(each, str)]

    values: dict[str, Any] = {}
    offered, kept = (several(name) for name in ("offered", "also"))
    for part in fields(Asked):
        given = [each for each in several(part.name) if each]
        if not given:
            continue
        if isinstance(part.default, tuple):
            values[part.name] = tuple(dict.fromkeys(given))[:50]
        elif isinstance(part.default, bool):
            values[part.name] = given[0] == "1"
        elif isinstance(part.default, int):
            values[part.name] = min(max(int(given[0]), 1), 10_000) if re.fullmatch("[0-9]{1,9}", given[0]) else 1
        else:
            values[part.name] = given[0]
    if values.get("sort") not in SORTS:
        values.pop("sort", None)
    if values.get("group") not in GROUPS:
        values.pop("group", None)
    if offered:  # boxes that may be unticked: a browser sends only those that are ticked
        values["without"] = tuple(name for name in offered if name and name not in kept)[:50]
    return Asked(**values)


def cleaned(text: str) -> str:
    """Return what somebody typed without control characters, on one line, of a length that somebody types."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())[:LONGEST]
