"""The query language: any string is a query, read into a tree.

```
foster carers                both words, in the paragraph, its title or the paragraphs beside it
"foster carers"              a phrase, small words as typed, others in any form; the form typed comes first
exactly:"Children's Trust"   also case and punctuation
foster OR kinship  -fees     either; without;   NOT fees is the same as -fees;   ( ) as in arithmetic
recruit*                     words that begin so;   foster near/5 fees   at most five words apart
title:foster body:scrutiny person:"J Marsh" role:treasurer decision:fees
person:Marsh OR person:Orr   either, of one field or of several: (fees year:2019) OR (rates body:scrutiny)
bins OR skips until:2011 -fees   without brackets, a field or -word at the end or the beginning is of all
body="Council"               of a field that filters, the whole of a name and no part of one
since:2020-09 until:2021 before:2022 year:2020/21
date:2020-09-14 date:"May 2021"   allotments before 2013, in May 2012, between 2016 and 2018
kind:vote section:minutes holds:question item:21/18
outcome:refused   of decisions that were so;   decision:refused is the same, decision:"refused" the word in a decision
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple

from minutesnlp.errors import QueryError
from minutesnlp.searching.collected.decided import is_named

FILTERS = (
    "body", "person", "role", "since", "until", "before", "year", "kind", "section", "holds", "outcome", "item",
    "status", "council",
)  # fmt: skip
FIELDS = (*FILTERS, "title", "decision", "exactly", "date")

# A value may stand behind a space, as it is often typed: “title: budget”, “since: 2020”. “Title: …” is prose.
SPACED = r"""(?-i:
    (?: title | body | council | person | role | decision ) (?= : [ ] (?! (?: AND | OR | NOT ) \b ) [\w"“] )
    | (?: since | until | before | year | date | item ) (?= : [ ] [0-9] ) | exactly (?= : [ ] ["“] ) )"""

# What may stand before and after a word without being part of it; £ and % say something.
PUNCTUATION = "?!.,;:'’‘*…·[]{}<>/"
QUOTES = '"“”'

# “30km/h”, “30mph”: the number and the unit, as in “30 km/h”
SPEED = re.compile(r"([0-9]+)(km/?hr?|kmph|kph|mph|m\.p\.h\.?)\Z", re.IGNORECASE)

# Brackets deeper than this are read as if they were not there.
DEEPEST = 30

# The first letters of a month, and the others
MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"

# “"foster carers"”, “-(”, “since:14 March 2012”, “title:"foster care"”, “body="Council"”, “near/5”, “recruit*”,
# “carers”, “£56 million”; other signs say nothing
TOKEN = re.compile(
    rf"""
      (?P<not>   (?<! [^\s(] ) [-−] (?= [^\s)] ) )
    | (?P<dated> (?<! [^\s(\-−] ) (?: since | until | before | year | date ) ) : [ ]?
      (?P<when> (?: [0-9]{{1,2}} (?: st | nd | rd | th )? \s )? (?: {MONTHS} ) \.?,? \s [0-9]{{4}} ) (?! [^\s)] )
    | (?P<field> (?<! [^\s(\-−] ) (?: (?: {"|".join(FIELDS)} ) (?= : [^\s)] ) | {SPACED} ) ) : [ ]?
      (?: ["“”] (?P<quoted> [^"“”]* ) (?P<closed> ["“”] | \Z ) | (?P<bare> [^\s()"“”]+ ) )
    | (?P<whole> (?<! [^\s(\-−] ) (?: {"|".join(FILTERS)} ) ) = ["“”] (?P<named> [^"“”]*[^"“”\s][^"“”]* ) ["“”]
    | ["“”] (?P<phrase> [^"“”]* ) ["“”]
    | (?P<open> \( ) | (?P<close> \) )
    | (?P<near> near / (?P<distance> [0-9]{{1,18}} ) ) (?! \S )
    | (?P<word> [£$€] \s? [0-9][0-9.,]* \s (?: million | billion | thousand | m | bn | k ) (?! \w )
      | [0-9][0-9.,]* \s per \s? cent (?! \w )
      | [^\s()"“”]+ )
    | ["“”]
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A word as typed; `prefix` when it ended in `*`. With `title`, only titles are asked; a `person` is a name."""

    text: str
    prefix: bool = False
    title: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together; `exact` also with this case and punctuation, `printed` in no other form."""

    text: str
    exact: bool = False
    title: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Two words or phrases at most `distance` words apart, in either order."""

    first: Leaf
    second: Leaf
    distance: int


@dataclass(frozen=True, slots=True)
class All:
    """Every part; `implied` when nothing but a space said so, and parts may then be relaxed."""

    parts: tuple[Node, ...]
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part; `loose` when “or” in plain words said so, which may then be relaxed."""

    parts: tuple[Node, ...]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Without this."""

    part: Node


@dataclass(frozen=True, slots=True)
class Filter:
    """A field that selects paragraphs, and the value typed, or `others` too; what is only `wished` may be relaxed."""

    field: str
    value: str
    wished: bool = False
    others: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """All values, of which any will do."""
        return self.value, *self.others


Leaf = Words | Phrase
Node = Words | Phrase | Near | All | Either | Not | Filter


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was read: `tree` is None when nothing was asked; `filters` select, whatever the tree says.

    `asks` is what a question asks for, as `questions.ASKED` has it, `aside` the words that only say so, and `whose` the
    body or council it names. `times` are words that were read as filters by time.
    """

    text: str
    tree: Node | None
    filters: tuple[Filter, ...] = ()
    asks: str | None = None
    aside: tuple[str, ...] = ()
    whose: Filter | None = None
    times: tuple[str, ...] = ()


def parse(text: str) -> Query:
    """Read a query.

    Raises
    ------
    QueryError
        Only where a field's value opens with a quotation mark that nothing closes.
    """
    filters: list[Filter] = []
    tree = _hoisted(_Reader(text).any_of(0), filters)
    return Query(text, tree, tuple(filters))


def _hoisted(node: Node | None, filters: list[Filter]) -> Node | None:
    """Return a tree without the filters that hold for all of it, which are added to `filters`."""
    if isinstance(node, Filter):
        filters.append(node)
        return None
    if not isinstance(node, All):
        return node
    parts = tuple(part for part in (_hoisted(part, filters) for part in node.parts) if part is not None)
    return replace(node, parts=parts) if len(parts) > 1 else parts[0] if parts else None


def whole_of(value: str) -> str | None:
    """Return the whole of a name that a filter's value asks for; None where the value is part of one.

    >>> whole_of('"Council"'), whole_of("Council")
    ('Council', None)
    """
    text = value.strip()
    quoted = len(text) > 1 and text[0] in QUOTES and text[-1] in QUOTES
    return text[1:-1] if quoted else None


def leaves(node: Node | None, *, wanted: bool = True) -> Iterator[Words | Phrase | Near]:
    """Yield the parts of a tree that are looked for (`wanted`), or that are to be absent."""
    if isinstance(node, Not):
        yield from leaves(node.part, wanted=not wanted)
    elif isinstance(node, (All, Either)):
        for part in node.parts:
            yield from leaves(part, wanted=wanted)
    elif node is not None and not isinstance(node, Filter) and wanted:
        yield node


class _Reader:
    """Reads tokens from left to right; what makes no sense is read as words."""

    def __init__(self, text: str) -> None:
        self.tokens = list(TOKEN.finditer(text))
        self.text = text
        self.here = 0

    def any_of(self, depth: int) -> Node | None:
        ways = [self.all_of(depth)]
        while self._word("OR"):
            self.here += 1
            ways.append(self.all_of(depth))
        kept: list[_Way] = []
        for way in [way for way in ways if way is not None]:
            either = _either_value(kept[-1].node, way.node) if kept else None
            kept[-1:] = [*kept[-1:], way] if either is None else [kept[-1]._replace(node=either)]
        return _either(kept) if kept else None

    def all_of(self, depth: int) -> _Way | None:
        parts: list[Node] = []
        bare: list[bool] = []
        implied = plain = True
        while (token := self._token()) is not None and not self._word("OR"):
            if token["close"]:
                if depth:
                    break
                self.here += 1  # a bracket that nothing opened
                continue
            if self._word("AND"):
                self.here += 1
                implied = implied and all(isinstance(part, Filter) for part in parts)
                plain = False
                continue
            part = self.one(depth)
            if isinstance(part, All) and part.implied:  # brackets that say nothing, as prose has them
                parts += part.parts
            elif part is not None:
                parts.append(part)
            bare += [isinstance(part, (Filter, Not)) and not token["open"]] * (len(parts) - len(bare))
        if not parts:
            return None
        edges = [len(list(takewhile(bool, one))) if plain and not all(bare) else 0 for one in (bare, reversed(bare))]
        return _Way(parts[0] if len(parts) == 1 else All(tuple(parts), implied), *edges)

    def one(self, depth: int) -> Node | None:
        negated = False
        while (token := self._token()) is not None and (token["not"] or self._word("NOT")):
            self.here += 1
            negated = not negated
        node = self.near(depth)
        return Not(node) if negated and node is not None else node

    def near(self, depth: int) -> Node | None:
        """Read a chain of words near each other: in `a near/2 b near/3 c` the last is near the second."""
        nodes, distances = [self.single(depth)], []
        while (token := self._token()) is not None and token["near"]:
            self.here += 1
            distances.append(int(token["distance"]))
            nodes.append(self.single(depth) if self._token() is not None else None)
        alone = dict(enumerate(nodes))
        parts: list[Node] = []
        for place, distance in enumerate(distances):
            first, second = nodes[place : place + 2]
            if isinstance(first, (Words, Phrase)) and isinstance(second, (Words, Phrase)):
                parts.append(Near(first, second, distance))
                alone[place] = alone[place + 1] = None
        parts += [node for node in alone.values() if node is not None]
        return parts[0] if len(parts) == 1 else All(tuple(parts)) if parts else None

    def single(self, depth: int) -> Node | None:
        token = self._token()
        if token is None or token["close"] or token["near"]:
            if token is not None and token["near"]:
                self.here += 1
                return Words(token["near"])
            return None
        self.here += 1
        if token["open"]:
            if depth >= DEEPEST:
                return None
            inner = self.any_of(depth + 1)
            if (closing := self._token()) is not None and closing["close"]:
                self.here += 1
            return inner
        if token["field"]:
            return self.field(token)
        if token["dated"]:
            return _filter(token["dated"].lower(), token["when"])
        if token["whole"]:
            return Filter(token["whole"].lower(), f'"{token["named"]}"')
        if token["phrase"] is not None:
            return Phrase(token["phrase"]) if token["phrase"].strip() else None
        if token["word"]:
            speed = SPEED.match(token["word"].rstrip(PUNCTUATION))
            return All(tuple(map(Words, speed.groups())), implied=True) if speed else _word(token["word"])
        return None  # a quotation mark that nothing closes

    def field(self, token: re.Match[str]) -> Node | None:
        name = token["field"].lower()
        quoted = token["quoted"]
        if quoted is not None and not token["closed"]:
            raise QueryError(
                f'{name}:"{quoted}: the quotation mark is not closed. Write {name}:"{quoted.strip()}" with both marks.'
            )
        value = quoted if quoted is not None else token["bare"]
        if not value.strip():
            return None
        if name == "exactly":
            return Phrase(value, exact=True)
        if name == "title":
            leaf = Phrase(value) if quoted is not None else _word(value)
            return replace(leaf, title=True)
        if name == "decision":
            if quoted is None and is_named(value):
                return Filter("outcome", value)
            words = Phrase(value) if quoted is not None else _word(value)
            return All((words, Filter("holds", "decision")), implied=True)
        return _filter(name, value)

    def _token(self) -> re.Match[str] | None:
        return self.tokens[self.here] if self.here < len(self.tokens) else None

    def _word(self, word: str) -> bool:
        token = self._token()
        return token is not None and token["word"] == word


class _Way(NamedTuple):
    """One of several, any of which will do: with so many fields and absent words `before` it, and `behind`."""

    node: Node
    before: int
    behind: int


def _either(ways: Sequence[_Way]) -> Node:
    """Return what any of some ways will do for; a field at the very end or beginning is of all, if no other has one.

    So is what is to be absent: “bins OR skips until:2011 -Leeds” asks for either of that time, without Leeds.
    """
    nodes = [way.node for way in ways]
    shared: tuple[Node, ...] = ()
    if len(ways) > 1 and (count := ways[-1].behind) and not any(map(_confined, nodes[:-1])):
        nodes[-1], shared = _without(nodes[-1], slice(-count)), _parts(nodes[-1])[-count:]
    elif len(ways) > 1 and (count := ways[0].before) and not any(map(_confined, nodes[1:])):
        nodes[0], shared = _without(nodes[0], slice(count, None)), _parts(nodes[0])[:count]
    either = nodes[0] if len(nodes) == 1 else Either(tuple(nodes))
    return All((either, *shared), implied=True) if shared else either


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, All) else (node,)


def _confined(node: Node) -> bool:
    return any(isinstance(part, (Filter, Not)) for part in _parts(node))


def _without(node: Node, kept: slice) -> Node:
    """Return a node with only some of its parts."""
    parts = _parts(node)[kept]
    return parts[0] if len(parts) == 1 else All(parts, implied=True)


def _filter(name: str, value: str) -> Filter:
    return Filter("year" if name == "date" else name, value)  # a date is any day, month or year


def _either_value(first: Node, second: Node) -> Node | None:
    """Return “a person:Marsh” or “person:Orr” as one: a, of either person; None where that is not what is said.

    They are so where a value of a field ends the first and another of it begins the second, and one is no more than
    that: nobody who writes “fees year:2019 OR year:2020” asks for fees, or else for all of a year.
    """
    ours, theirs = ([*part.parts] if isinstance(part, All) else [part] for part in (first, second))
    one, other = ours[-1], theirs[0]
    alone = len(ours) == 1 or len(theirs) == 1
    if not (isinstance(one, Filter) and isinstance(other, Filter) and one.field == other.field and alone):
        return None
    both = replace(one, others=(*one.others, *other.values))
    implied = all(part.implied for part in (first, second) if isinstance(part, All))
    return All((*ours[:-1], both, *theirs[1:]), implied) if len(ours) + len(theirs) > 2 else both


def _word(text: str) -> Words:
    if len(text) > 1 and text.endswith("*") and text[-2].isalnum():
        return Words(text.rstrip("*"), prefix=True)
    return Words(text.strip(PUNCTUATION) or text)
