"""Other names of council matters, as data: what one thing is called by councils and residents, and was called before.

And forms of words that their stems do not tell. All lists are models/lexicons' own, written for the library from
general knowledge; each says how its lines are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from minutesnlp.resources import models
from minutesnlp.text.analysis import Analyser

THESAURUS, FORM, RELATED = "thesaurus", "another form", "related"

Key = tuple[str, ...]


@lru_cache(maxsize=8)
def other_names(analyser: Analyser) -> dict[Key, dict[str, str]]:
    """Return the other names of what terms name, each with what tells of it.

    That is “thesaurus”, “another form” of the word, “related”, or the years in which it was called so.
    """
    found: dict[Key, dict[str, str]] = {}
    for file, pairs in (("thesaurus.txt", same), ("word_forms.txt", forms), ("renamed.txt", renamed)):
        for name, other, found_by in pairs(models("lexicons", file).read_text("utf-8").splitlines()):
            if key := tuple(analyser.terms(name)):
                found.setdefault(key, {}).setdefault(other, found_by)
    for names in [*found.values()]:  # what is near a thing is near it by its other names too
        for near in [name for name, found_by in names.items() if found_by == RELATED]:
            if len(key := tuple(analyser.terms(near))) > 1:  # a single word has other senses: refuse is no waste
                others = found.get(key, {})
                names.update((name, RELATED) for name, by in others.items() if by == THESAURUS and name not in names)
    return found


def same(lines: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield names with another name for each: of one matter a line, `#` begins a comment.

    Names parted by `=` find each other. Groups of them parted by `~` find each other as what is related, and so find
    all of them those after a `>`, which find none.

    >>> list(same(["gale = storm > weather"]))[:2]
    [('gale', 'storm', 'thesaurus'), ('gale', 'weather', 'related')]
    >>> list(same(["hail ~ sleet"]))
    [('hail', 'sleet', 'related'), ('sleet', 'hail', 'related')]
    """
    for line in lines:
        before, _, wider = line.split("#")[0].partition(">")
        groups = [_names(group) for group in before.split("~")]
        for place, group in enumerate(groups):
            near = [name for other, names in enumerate(groups) if other != place for name in names] + _names(wider)
            for name in group:
                yield from ((name, other, THESAURUS) for other in group if other != name)
                yield from ((name, other, RELATED) for other in near)


def forms(lines: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield words with another form of each, or what is made of it, as `same` reads lines.

    >>> list(forms(["sell = sold"]))
    [('sell', 'sold', 'another form'), ('sold', 'sell', 'another form')]
    """
    yield from ((word, other, FORM if found_by == THESAURUS else found_by) for word, other, found_by in same(lines))


def renamed(lines: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield names with an earlier or later name for each: of one matter a line, the oldest first, years between them.

    >>> list(renamed(["community charge = poll tax | 1993 | council tax"]))[-1]
    ('council tax', 'poll tax', 'so called until 1993')
    """
    for line in lines:
        parts = line.split("#")[0].split("|")
        times, years = [_names(part) for part in parts[::2]], [part.strip() for part in parts[1::2]]
        for place, names in enumerate(times):
            for name in names:
                for when, others in enumerate(times):
                    told = f"so called until {years[when]}" if when < place else f"so called since {years[when - 1]}"
                    yield from (
                        (name, other, THESAURUS if when == place else told) for other in others if other != name
                    )


def _names(group: str) -> list[str]:
    return [name.strip() for name in group.split("=") if name.strip()]
