"""What callers give, looked at before it is used: a wrong argument is told by its name, and not as a broken archive."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from minutesnlp.errors import QueryError
from minutesnlp.searching.saved import SavedSearch, Searches


def text(value: str, name: str, advice: str = "") -> str:
    """Return what must be a string; a TypeError says what it is for."""
    if not isinstance(value, str):
        raise TypeError(f"{name} is a string, not {value!r}{advice}")
    return value


def flag(value: bool | None, name: str) -> bool | None:
    """Return what must be True, False or None; a TypeError says what it is for."""
    if value is not None and not isinstance(value, bool):
        raise TypeError(f"{name} is True, False or None, not {value!r}")
    return value


def one_of(value: str | None, name: str, allowed: Iterable[str]) -> str | None:
    """Return what must be None or one of these.

    Raises
    ------
    QueryError
        For another string, with those there are.
    TypeError
        For anything else.
    """
    there = dict.fromkeys(each for each in allowed if each)
    if value is not None and text(value, name) not in there:
        raise QueryError(f"{name} {value!r} is not known; there are {', '.join(there)}.")
    return value


def folder(path: str | os.PathLike[str]) -> Path:
    """Return the folder of an archive; a ValueError for the empty string, which would be the working folder."""
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"the path of an archive is a string or a Path, not {path!r}")
    if not os.fspath(path):
        raise ValueError("the path of the archive is empty; '.' is the working folder")
    return Path(path)


def searches(given: Searches) -> Searches:
    """Return searches: a file of them, or several.

    Raises
    ------
    QueryError
        When there is no such file.
    TypeError
        When one is neither a query nor a saved search.
    """
    if isinstance(given, (str, os.PathLike)):
        if not os.fspath(given) or not Path(given).is_file():
            raise QueryError(f"{os.fspath(given)!r} is no file of searches; give a list for queries: [{given!r}]")
        return given
    if not isinstance(given, Iterable):
        raise TypeError(f"searches are a list of queries, or the path of a file of them, not {given!r}")
    found = list(given)
    for one in found:
        if not isinstance(one, (str, SavedSearch)):
            raise TypeError(f"a search is a query or a saved search, not {one!r}")
    return found
