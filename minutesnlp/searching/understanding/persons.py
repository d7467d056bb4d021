"""Names of people in a query of plain words: “Olga Strake bins” asks for what names or means her, and for bins.

A name is so read where somebody in the minutes is called so. Words that are names and words like any other (“Victoria
Park”) are so read only where a list of those present has that person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from minutesnlp.indexing.marks import Marks
from minutesnlp.searching.asking.grammar import All, Either, Node, Phrase, Words, leaves
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import Found, look_up
from minutesnlp.searching.matching.naming import TITLES, named
from minutesnlp.searching.wording.expansion import SHARE, Expansion
from minutesnlp.tagging.lexicons import is_english
from minutesnlp.tagging.people.names import GIVEN
from minutesnlp.text.folding import folded

# “Strake”, “O'Hara”, “Vane-Orr”; no number and nothing of one letter
FAMILY = re.compile(r"[^\W\d_](?:['’-]?[^\W\d_])+\Z")
# What a given name alone is of the whole: “Olga agreed to ask” may be of another Olga.
PART, PART_OF_NAME = "part of the name", 0.6
# The most given names and initials before it.
MOST_GIVEN = 2


def with_people(tree: Node | None, collection: Collection) -> Node | None:
    """Return the tree with each name of a person, of words one behind the other, as one."""
    if isinstance(tree, Either):
        ways = (with_people(part, collection) for part in tree.parts)
        return replace(tree, parts=tuple(way for way in ways if way is not None))
    if not isinstance(tree, All) or not tree.implied:
        return tree
    parts: list[Node] = []
    for plain, some in groupby(tree.parts, is_plain):
        run = list(some)
        named = _named([part for part in run if isinstance(part, Words)], collection) if plain else []
        parts += named or [part for part in (with_people(each, collection) for each in run) if part is not None]
    return parts[0] if len(parts) == 1 else replace(tree, parts=tuple(parts))


def is_plain(part: Node) -> bool:
    """Tell a word from what is more than that."""
    return isinstance(part, Words) and not (part.prefix or part.title or part.person)


def who(leaf: Words, collection: Collection) -> Found | None:
    """Return what names or means a person, as the filter `person` finds it; a given name alone is part of the name."""
    name = replace(leaf, text=" ".join(word for word in leaf.text.split() if not _is_title(word)), person=False)
    *given, _ = name.text.split()
    alone = [
        (Expansion(leaf.text, word, PART, PART_OF_NAME), Phrase(word), SHARE)
        for word in given
        if len(word) > 1 and not is_english(folded(word))
    ]
    said = look_up(name, collection, {name: alone})
    if said is None:
        return None
    own = said.own | named(leaf.text, collection).paragraphs
    beside = own.spread(collection.columns.joined) | said.titled
    return replace(said, text=leaf.text, own=own, parts=(), typed=None, beside=beside, called=Marks.none(0))


def people_in(tree: Node | None) -> list[str]:
    """Return the names in a query that were read as people."""
    return [leaf.text for leaf in leaves(tree) if isinstance(leaf, Words) and leaf.person]


def told_of(names: Sequence[str]) -> list[str]:
    """Say of names that they were read as people."""
    return [
        f"“{name}” is a person here: what names or means them counts, as with person:“{name}”; in quotation marks the "
        "words are looked for."
        for name in names
    ]


def _named(words: Sequence[Words], collection: Collection) -> list[Node]:
    found: list[Node] = []
    place = 0
    while place < len(words):
        end = next((end for end in _ends(words, place) if _is_somebody(words[place:end], collection)), 0)
        found.append(Words(" ".join(w.text for w in words[place:end]), person=True) if end else words[place])
        place = end or place + 1
    return found


def _ends(words: Sequence[Words], place: int) -> range:
    """Return where a name may end that begins at a word, the longest first: titles, given names, a family name."""
    first = place
    while first < len(words) and _is_title(words[first].text):
        first += 1
    return range(min(len(words), first + MOST_GIVEN + 1), max(first, place + 1), -1)


def _is_somebody(words: Sequence[Words], collection: Collection) -> bool:
    """Tell whether words are the name of somebody who is mentioned."""
    *before, last = (word.text for word in words)
    given = [word for word in before if not _is_title(word)]
    source, family = collection.source, folded(last)
    if not FAMILY.match(last) or not source.may_name(family) or not collection.index.terms(last):
        return False
    own = not is_english(family)
    sure = own and all(word.isupper() if len(word) == 1 else folded(word) in GIVEN for word in given)
    if not sure:  # nobody types a name like any other word in small letters, and “e scooters” has no initial
        named = all(word[:1].isupper() for word in (*given, last)) or (own and all(len(word) == 1 for word in given))
        if not (named and _agrees(given, collection.listed.get(family, ()))):
            return False
    return _agrees(given, collection.mentions.families.get(family, ()))


def _agrees(given: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether one of some folded names has the given names, or what they are the initials of."""
    wanted = [folded(word) for word in given]
    for name in names:
        theirs = name.split()[:-1]
        if all(any(_is(word, other) for other in theirs) for word in wanted):
            return True
    return False


def _is(word: str, other: str) -> bool:
    return other.startswith(word) if len(word) == 1 else other == word


def _is_title(word: str) -> bool:
    return TITLES.fullmatch(word) is not None
