"""What counts where a paragraph does not hold all of a query itself: its title says it, or it holds part of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from minutesnlp.indexing.gathering import fill
from minutesnlp.indexing.marks import Marks, both, either
from minutesnlp.searching.asking.grammar import All, Either, Filter, Node, Not, Phrase, Words
from minutesnlp.searching.collected.collection import SOME, Collection
from minutesnlp.searching.matching.matching import Found, holds
from minutesnlp.searching.ranking.ranking import SHORT, covering, themselves
from minutesnlp.searching.understanding.understanding import Reading

# Hits that hold only part of a query hold at least this much of its weight; of long questions, less.
RELAXED = 0.5

# The power of how much longer a question is than a short one: what answers it has the rare word, not all around it.
LONG = 3

# Where fewer hits than this hold so much, those that hold half as much follow them, or if these are few, a quarter.
FEW = 100
LESS = (0.5, 0.25)

# In a query of more parts than this a phrase in quotation marks is emphasis, and no condition.
PROSE = 6


def said_by(reading: Reading, inner: Mapping[Filter, Marks]) -> Marks:
    """Return what says something of a query itself: in the minutes of a council that it names, more than the name.

    What is let through by one of several fields, of which any will do, need say nothing.
    """
    within, rest = _of_the_named(reading.wanted)
    said = either(found.own for found in reading.wanted)
    if within:
        said = (said - within) | (either(found.own for found in rest) & within)
    return said | _by_fields(reading.tree, inner) if inner else said


def asked_for(reading: Reading) -> tuple[Found, ...]:
    """Return the parts of a query as they are weighed: of several, any of which will do, all together are one."""
    return tuple(_parts_of(reading.tree, reading))


def _parts_of(node: Node | None, reading: Reading) -> Iterator[Found]:
    if isinstance(node, Either):
        ways = [way for part in node.parts if (way := tuple(_parts_of(part, reading)))]
        if len(ways) < 2:
            yield from (found for way in ways for found in way)
            return
        own, titled, beside = (
            either(both(getattr(found, name) for found in way) for way in ways) for name in ("own", "titled", "beside")
        )
        terms = tuple(term for way in ways for found in way for term in found.terms)
        called = either([Marks.none(own.size), *(way[0].called for way in ways if len(way) == 1 and way[0].called)])
        meeting = either([Marks.none(own.size), *(way[0].meeting for way in ways if len(way) == 1 and way[0].meeting)])
        text = " or ".join(found.text for way in ways for found in way)
        yield Found(text, own, titled, terms, beside=beside, called=called, meeting=meeting)
    elif isinstance(node, All):
        yield from (found for part in node.parts for found in _parts_of(part, reading))
    elif node is not None and not isinstance(node, (Filter, Not)) and (found := reading.finds.get(node)) is not None:
        yield found


def enough_of(wanted: Sequence[Found], among: Marks, collection: Collection, least: float) -> Marks:
    """Return those that hold such a share of a query themselves; the name of their own council they need not say."""
    within, rest = _of_the_named(wanted)
    if not within:
        return themselves(wanted, among, collection, least)
    return themselves(rest, among & within, collection, least) | themselves(wanted, among - within, collection, least)


def _of_the_named(wanted: Sequence[Found]) -> tuple[Marks, list[Found]]:
    """Return what stands in the minutes of the council or body that a query names, and what else it asks for."""
    named = [found for found in wanted if found.meeting]
    within = both(found.meeting for found in named) if named else Marks.none(0)
    return within, [found for found in wanted if not found.meeting]


def _by_fields(node: Node | None, inner: Mapping[Filter, Marks]) -> Marks:
    """Return what only fields let through, of which any will do."""
    nothing = Marks.none(next(iter(inner.values())).size)
    if isinstance(node, Either):
        ways = [part for part in node.parts if isinstance(part, (Filter, Either))]
        return either([nothing, *(inner[one] if isinstance(one, Filter) else _by_fields(one, inner) for one in ways)])
    return nothing


def share_of(wanted: Sequence[Found]) -> float:
    """Return how much of a query's weight what holds only part of it holds at least."""
    return RELAXED * math.pow(min(1.0, SHORT / max(len(wanted), 1)), LONG)


def partly(
    wanted: Sequence[Found], among: Marks, allowed: Marks, collection: Collection, before: int
) -> tuple[Marks, Marks]:
    """Return those that hold enough of a query, and of those `allowed` those that hold less.

    The latter only where the former are few, with the `before`; where nothing holds enough, nothing is found.
    """
    enough = share_of(wanted)
    held = among & either(found.held for found in wanted)
    part = covering(wanted, held, collection, enough)
    low = Marks.none(len(collection))
    found_before = before + len(part & allowed)
    if not 0 < found_before < FEW:
        return part, low
    for fraction in LESS:
        low = covering(wanted, (held & allowed) - part, collection, enough * fraction)
        if found_before + len(low) >= FEW:
            break
    return part, low


def first_under(under: Marks, said: Marks, collection: Collection) -> Marks:
    """Return the first of the paragraphs under a title that says what is asked for, of items none of which says it.

    Where one has words enough, the first of those: a mover's line and “(Item 9)” tell nothing of what the title names.
    """
    if not under:
        return under
    columns = collection.columns
    ids = (under - fill(said & columns.inside, columns.joined)).ids
    items, short = columns.item[ids], collection.index.postings.lengths[ids] < SOME
    order = np.lexsort((ids, short, items))
    return Marks.of(np.sort(ids[order[np.diff(items[order], prepend=-1) != 0]]), under.size)


def by_meeting(wanted: Sequence[Found]) -> tuple[Marks, list[str]]:
    """Return what holds the rest of a query in meetings that are called what it does not hold, and those names.

    “treasurer Moorby” is said by what Moorby’s minutes tell of the treasurer, “precept 2019” by those of that year.
    """
    named = [found for found in wanted if found.called]
    rest = [found for found in wanted if not found.called]
    if not named or not rest:
        return Marks.none(wanted[0].own.size), []
    held = both([*(found.beside for found in rest), *(found.beside | found.called for found in named)])
    return held & either(found.own for found in rest), [found.text for found in named]


def required(reading: Reading, collection: Collection, inner: Mapping[Filter, Marks]) -> Marks:
    """Return where all that may not be relaxed holds: all but plain words, and but phrases in a long query."""
    parts: tuple[Node, ...] = reading.tree.parts if isinstance(reading.tree, All) else ()
    parts = tuple(part for part in parts if not (isinstance(part, Filter) and part.wished))
    loose = (Words, Phrase) if len(parts) > PROSE else (Words,)
    strict = tuple(part for part in parts if not (isinstance(part, loose) or _is_loose(part)) or _insists(part))
    held = holds(All(strict), collection, reading.finds, inner) if strict else None
    return Marks.all(len(collection)) if held is None else held


def _is_loose(part: Node) -> bool:
    return isinstance(part, Either) and part.loose


def _insists(part: Node) -> bool:
    return isinstance(part, (Words, Phrase)) and (part.title or (isinstance(part, Phrase) and part.exact))
