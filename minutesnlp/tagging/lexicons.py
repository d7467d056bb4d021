"""The tagger's word lists, read once from models/lexicons: one entry a line, `#` begins a comment."""

from __future__ import annotations

from functools import cache, lru_cache

from minutesnlp import resources
from minutesnlp.errors import TaggingError


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of a list, in lower case.

    >>> "road" in words("street_types")
    True
    """
    return frozenset(line.lower() for line in _lines(f"{name}.txt"))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a tab-separated list."""
    rows = tuple(tuple(line.split("\t")) for line in _lines(f"{name}.tsv"))
    if rows and any(len(row) != len(rows[0]) for row in rows):
        odd = next(row for row in rows if len(row) != len(rows[0]))
        raise TaggingError(f"models/lexicons/{name}.tsv: the row {odd!r} has not {len(rows[0])} cells, parted by tabs.")
    return rows


@lru_cache(maxsize=4096)
def is_english(word: str) -> bool:
    """Tell a word of the language, in the singular or the plural, by WordNet's words.

    >>> is_english("bypass"), is_english("elections"), is_english("kowalski")
    (True, True, False)
    """
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"}
    return any(form in _english() for form in forms if len(form) > 2)


@cache
def _english() -> frozenset[str]:
    return frozenset(resources.models("wordnet", "words.txt").read_text("utf-8").split())


def _lines(file: str) -> list[str]:
    path = resources.models("lexicons", file)
    # A line that begins with "# " is a comment; “#” alone is an entry (a number sign).
    lines = (line.rstrip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("# ")]
