"""Searches kept in a plain file, which an officer can read and edit.

```
# What the panel follows. A name in square brackets begins a search.
[Foster carers]
query = "foster carers" recruit*
since = 2023
body = Scrutiny; Executive

[Damp and mould]
query = damp OR mould
```
A file without square brackets is a list of queries, one a line. `#` begins a line of comment.
"""

from __future__ import annotations

import configparser
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutesnlp.errors import QueryError
from minutesnlp.records import Record
from minutesnlp.searching.understanding.filters import NAMES

# What a saved search may say beside its query.
OPTIONS = (*NAMES, "ranker", "sort", "k")
SEVERAL = ";"


@dataclass(frozen=True, slots=True)
class SavedSearch(Record):
    """A query under a name, with its filters: pairs of a name and a value, several values parted by `;`."""

    name: str
    query: str
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def options(self) -> dict[str, Any]:
        """The filters as `Archive.search` takes them; `k = all` is every mention."""
        return {name: _value(name, value) for name, value in self.filters}


Searches = str | os.PathLike[str] | Iterable[str | SavedSearch]


def read_searches(path: str | os.PathLike[str]) -> tuple[SavedSearch, ...]:
    """Read searches from a file.

    Raises
    ------
    QueryError
        When there is no such file, or it is not such a list, or names a filter there is not; the message names file
        and search.
    """
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"the path of a file of searches is a string or a Path, not {path!r}")
    if not os.fspath(path) or not Path(path).is_file():
        raise QueryError(f"{os.fspath(path)!r} is no file of searches.")
    try:
        text = Path(path).read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: is no text in UTF-8.") from error
    lines = [line.strip() for line in text.splitlines()]
    said = [line for line in lines if line and not line.startswith("#")]
    if not any(line.startswith("[") and line.endswith("]") for line in said):
        return tuple(SavedSearch(line, line) for line in said)
    parser = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",), default_section="")
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise QueryError(f"{path}: {' '.join(str(error).split())}") from error
    return tuple(_search(path, name, dict(parser.items(name))) for name in parser.sections())


def write_searches(path: str | os.PathLike[str], searches: Iterable[SavedSearch]) -> None:
    """Write searches into a file that `read_searches` reads; a TypeError for what is no saved search."""
    parts = []
    for one in searches:
        if not isinstance(one, SavedSearch):
            raise TypeError(f"a search to be written is a SavedSearch, with a name and a query, not {one!r}")
        pairs = "".join(f"{name} = {value}\n" for name, value in one.filters)
        parts.append(f"[{one.name}]\nquery = {' '.join(one.query.split())}\n{pairs}")
    Path(path).write_text("\n".join(parts), "utf-8", newline="\n")


def searches_of(searches: Searches) -> tuple[SavedSearch, ...]:
    """Return searches: of a file by its path, of queries as they are."""
    if isinstance(searches, (str, os.PathLike)):
        return read_searches(searches)
    return tuple(SavedSearch(one, one) if isinstance(one, str) else one for one in searches)


def _search(path: str | os.PathLike[str], name: str, told: dict[str, str]) -> SavedSearch:
    query = told.pop("query", "")
    for option, value in told.items():
        if option not in OPTIONS:
            raise QueryError(f"{path}, [{name}]: there is no {option!r}; there are query, {', '.join(OPTIONS)}.")
        if option == "k" and value != "all" and not value.isdigit():
            raise QueryError(f"{path}, [{name}]: k is {value!r}; give a number, or all.")
    return SavedSearch(name, query, tuple(told.items()))


def _value(name: str, value: str) -> Any:
    if name == "k":
        return None if value == "all" else int(value)
    values = [part.strip() for part in value.split(SEVERAL) if part.strip()]
    return values[0] if len(values) == 1 else values
