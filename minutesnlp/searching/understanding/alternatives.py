"""“Or” in plain words: “grants for the church or the school” asks for grants, and for the church or else the school.

What stands on either side of it is read by how the minutes use the words: of “laminar or turbulent flow” they have
laminar flow too, so that both are of a flow; of “racism or hate speech” they have no racism speech. Where they have
neither in one, but speak of grants with both, “church or school grants” are grants to either. Years and months offer
each other alone: “flooding 2013 or 2014”, and so do years of which there are minutes with “and” between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from minutesnlp.indexing.marks import Marks, both
from minutesnlp.searching.asking.grammar import All, Either, Node, Query, Words
from minutesnlp.searching.asking.periods import MONTHS, YEAR
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import in_one
from minutesnlp.text.analysis import words_of
from minutesnlp.text.folding import folded
from minutesnlp.text.number_words import COUNT

OR, AND = "or", "and"
# In a query of more words that say something much may lie on either side.
PROSE = 7
# What may stand between “or” and what it offers: “the church or for the school”.
BETWEEN = frozenset(
    ("a", "an", "the", "any", "some", "our", "their", "its", "for", "of", "in", "on", "to", "by", "with")
)
# Words that say how something is asked or said: “whether or not”, “more or less”.
IDLE = frozenset(("not", "no", "none", "so", "otherwise", "other", "others", "else", OR))
LEXICONS = ("question-words.txt", "light-words.txt", "filler-words.txt")
# “2013”, “2013/14” without its sign
A_YEAR = re.compile(rf"{YEAR}(?:-?[0-9]{{2}})?")
NUMBER = re.compile(COUNT, re.IGNORECASE)


def with_alternatives(query: Query, collection: Collection) -> Query:
    """Return a query of plain words in which “or” between two things offers either; any other as it is."""
    tree = query.tree
    if not isinstance(tree, All) or not tree.implied:
        return query
    parts = list(tree.parts)
    if sum(_tells(part, collection) for part in parts) > PROSE:
        return query
    place = 0
    while place < len(parts):
        if _bare(parts[place]) == OR or (_bare(parts[place]) == AND and _of_meetings(parts, place, collection)):
            place = _joined(parts, place, query.text, collection)
        place += 1
    if len(parts) == len(tree.parts):
        return query
    return replace(query, tree=parts[0] if len(parts) == 1 else replace(tree, parts=tuple(parts)))


def _joined(parts: list[Node], place: int, text: str, collection: Collection) -> int:
    """Put either of what stands on both sides of an “or” in its place; return the place."""
    if (earlier := _times(parts, place)) is not None:
        parts[earlier : place + 2] = [Either((*_several(parts[earlier:place]), parts[place + 1]), loose=True)]
        return earlier
    begin = place + 1
    while begin < len(parts) and _bare(parts[begin]) in BETWEEN:
        begin += 1
    offered = _offered(parts[place - 1]) if place else []
    left = _words(offered[-1]) if offered else _run(reversed(parts[:place]), collection)[::-1]
    right = _run(parts[begin:], collection)
    if not left or not right:
        return place
    *before, first = left
    second, *behind = right
    ours: list[Node] = offered or [first]
    while (
        not offered and before and re.search(rf"\b{re.escape(before[-1].text)},\s+{re.escape(_text(ours[0]))}\b", text)
    ):
        ours.insert(0, before.pop())  # “bins, skips or bags”

    def goes(pair: tuple[Words, Words], other: tuple[Words, Words], among: Sequence[Words]) -> bool:
        # of two and two, “dog bins or litter bins”, nothing is shared; of a long run what the minutes have in one goes
        may_share = not (before and behind)
        if may_share and _in_one(*other, collection):
            return False
        if _in_one(*pair, collection):
            return True
        # “church or school grants”: neither is a thing of its own, and grants are spoken of with both
        return len(among) == 1 and not (may_share and _meet(*pair, collection) and _meet(*other, collection))

    theirs: Node = second
    if behind and goes((second, behind[0]), (first, behind[0]), behind):
        theirs = All((second, behind[0]), implied=True)
    if not offered and before and len(ours) == 1 and goes((before[-1], first), (before[-1], second), before):
        ours = [All((before[-1], first), implied=True)]
    taken = 1 if offered else sum(len(_words(one)) for one in ours)
    end = begin + len(_words(theirs))
    parts[place - taken : end] = [Either((*ours, theirs), loose=True)]
    return place - taken


def _times(parts: Sequence[Node], place: int) -> int | None:
    """Return where the years or the months begin that stand before an “or” with another behind it; None of others."""
    sort = _time(parts[place + 1]) if 0 < place < len(parts) - 1 else ""
    begin = place
    while sort and begin and _time((_offered(parts[begin - 1]) or [parts[begin - 1]])[-1]) == sort:
        begin -= 1
    return begin if begin < place else None


def _of_meetings(parts: Sequence[Node], place: int, collection: Collection) -> bool:
    """Tell whether years stand on both sides of an “and”, in each of which a meeting was held."""
    begin = _times(parts, place)
    years = [] if begin is None else [_bare(part) for part in _several([*parts[begin:place], parts[place + 1]])]
    return bool(years) and all(A_YEAR.fullmatch(year) and collection.called([year]) for year in years)


def _several(parts: Sequence[Node]) -> list[Node]:
    return [one for part in parts for one in (_offered(part) or [part])]


def _time(part: Node) -> str:
    """Return whether a word is a year or a month; else nothing."""
    word = _bare(part)
    return "year" if A_YEAR.fullmatch(word) else "month" if word in MONTHS else ""


def _offered(part: Node) -> list[Node]:
    """Return what an “or” before this one offers, to which it adds: “ferry or lamp or wall”."""
    return list(part.parts) if isinstance(part, Either) and part.loose else []


def _words(part: Node) -> list[Words]:
    """Return the words of one that is offered."""
    return [one for one in (part.parts if isinstance(part, All) else (part,)) if isinstance(one, Words)]


def _run(parts: Iterable[Node], collection: Collection) -> list[Words]:
    """Return the words that say something, up to the first part that is none."""
    return [part for part in takewhile(lambda one: _tells(one, collection), parts) if isinstance(part, Words)]


def _tells(part: Node, collection: Collection) -> bool:
    """Tell a word that says something, which a number does not."""
    word = _bare(part)
    if not word or word in IDLE or NUMBER.fullmatch(word) or any(word in words_of(lexicon) for lexicon in LEXICONS):
        return False
    return bool(collection.index.terms(word))


def _in_one(first: Words, second: Words, collection: Collection) -> bool:
    """Tell whether the minutes have two words one behind the other."""
    held = _holding(first, second, collection)
    return bool(held) and bool(in_one(f"{first.text} {second.text}", held, collection))


def _meet(first: Words, second: Words, collection: Collection) -> bool:
    """Tell whether a paragraph has two words."""
    return bool(_holding(first, second, collection))


def _holding(first: Words, second: Words, collection: Collection) -> Marks:
    return both(collection.marks(term)[0] for term in collection.index.terms(f"{first.text} {second.text}"))


def _text(node: Node) -> str:
    return node.text if isinstance(node, Words) else ""


def _bare(part: Node) -> str:
    """Return a plain word as it is compared; nothing of what is more than a word."""
    if not isinstance(part, Words) or part.prefix or part.title:
        return ""
    return "".join(letter for letter in folded(part.text) if letter.isalnum() or letter == "-")
