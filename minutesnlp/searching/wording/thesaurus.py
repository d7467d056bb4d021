"""Other names of council matters, as data: what one thing is called by councils and residents, and was called before.

And forms of words that their stems do not tell. All lists are models/lexicons' own, written for the library from
general knowledge; each says how its lines are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from minutesnlp.resources import models
from minutesnlp.searching.wording.wording import in_capitals
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.folding import folded

THESAURUS, FORM, RELATED = "thesaurus", "another form", "related"

# What took the place of a thing, and is near it: poll tax and council tax
REPLACED = "in its place"

Key = tuple[str, ...]
Names = dict[str, str]


def other_names(text: str, key: Key, analyser: Analyser) -> Names:
    """Return the other names of what a text, of these terms, names, each with what tells of it.

    That is “thesaurus”, “another form” of the word, “related”, or the years in which it was called so. Where the lists
    have the text itself they are its own names, else those of all that have its stems: “consultation” is no consultant;
    but “met” is a form of “meeting” too.
    A short name that is also a word (SEND, TEN) has to be written in capitals. A name in quotation marks is one for the
    word as it is printed.
    """
    written = {
        name: names
        for name, names in _lists(analyser).get(key, {}).items()
        if not in_capitals(name, text) and not (name.startswith('"') and _plainly(name) != _plainly(text))
    }
    if text in written and in_capitals(text, text.lower()):
        return written[text]
    own = {name for name in written if _plainly(name) == _plainly(text)} or written
    found: Names = {}
    for name, names in written.items():
        for other, found_by in names.items():
            if (name in own or found_by == FORM) and is_near(found.get(other, RELATED)):
                found[other] = found_by
    return found


def is_near(found_by: str) -> bool:
    """Tell whether what is found by a name so told is only near the thing, and no mention of it."""
    return found_by == RELATED or found_by.startswith(REPLACED)


@lru_cache(maxsize=8)
def _lists(analyser: Analyser) -> dict[Key, dict[str, Names]]:
    """Return the other names of each name in the lists, by its terms."""
    found: dict[Key, dict[str, Names]] = {}
    for file, pairs in (("thesaurus.txt", same), ("word_forms.txt", forms), ("renamed.txt", renamed)):
        for name, other, found_by in pairs(models("lexicons", file).read_text("utf-8").splitlines()):
            if key := tuple(analyser.terms(name)):
                found.setdefault(key, {}).setdefault(name, {}).setdefault(other, found_by)
    for names in [names for groups in found.values() for names in groups.values()]:
        for near in [name for name, found_by in names.items() if found_by == RELATED]:
            if len(key := tuple(analyser.terms(near))) > 1:  # a single word has other senses: refuse is no waste
                others = found.get(key, {}).get(near, {})  # what is near a thing is near it by its other names too
                names.update((name, RELATED) for name, by in others.items() if by == THESAURUS and name not in names)
    return found


def _plainly(name: str) -> str:
    """Return a name as it is compared: without case, signs and the s of a plural."""
    letters = "".join(letter for letter in folded(name) if letter.isalnum())
    return letters.removesuffix("s")


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

    What is parted by `~` in place of `|` is no other name, but what took the place of the other.

    >>> list(renamed(["Highways Agency | 2015 | Highways England"]))[-1]
    ('Highways England', 'Highways Agency', 'so called until 2015')
    >>> list(renamed(["poll tax ~ 1993 ~ council tax"]))[-1]
    ('council tax', 'poll tax', 'in its place until 1993')
    """
    for line in lines:
        stripped = line.split("#")[0]
        parts = re.split(r"[|~]", stripped)
        so_called = REPLACED if "~" in stripped else "so called"
        times, years = [_names(part) for part in parts[::2]], [part.strip() for part in parts[1::2]]
        for place, names in enumerate(times):
            for name in names:
                for when, others in enumerate(times):
                    told = (
                        f"{so_called} until {years[when]}" if when < place else f"{so_called} since {years[when - 1]}"
                    )
                    yield from (
                        (name, other, THESAURUS if when == place else told) for other in others if other != name
                    )


def _names(group: str) -> list[str]:
    return [name.strip() for name in group.split("=") if name.strip()]
