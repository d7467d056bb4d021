"""Hits in tiers: what holds all of a query comes before what stands under a title that says it, and what holds part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from minutesnlp.counting import plural
from minutesnlp.indexing.marks import Marks, both, either
from minutesnlp.searching.asking.grammar import All, Filter, Node, Words
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import Found, under_titles
from minutesnlp.searching.ranking.holders import holders
from minutesnlp.searching.ranking.linking import NO_LINKS, OF_MOTIONS, REPLY, Links, links, told_of
from minutesnlp.searching.ranking.ranking import Ranker, covering
from minutesnlp.searching.ranking.relaxing import (
    RELAXED,
    asked_for,
    by_meeting,
    enough_of,
    first_under,
    partly,
    required,
    said_by,
    share_of,
)
from minutesnlp.searching.ranking.settled import Behind, Settled
from minutesnlp.searching.ranking.subheadings import NOBODY, Heads, headed
from minutesnlp.searching.understanding.filters import select
from minutesnlp.searching.understanding.holdings import among
from minutesnlp.searching.understanding.reading_back import listed
from minutesnlp.searching.understanding.understanding import Reading

# What holds all of a query together with the paragraphs beside it holds at least this much of its weight itself.
THEMSELVES = 0.5

# Of a query of so many parts at most, those that hold half of it come before those that hold less. Of a longer one
# hardly any does: all that hold enough of it are told by how well they answer.
HALVED = 5

# In how many texts, at most, it is looked for what a question asks for.
MOST_READ = 500


@dataclass(frozen=True, eq=False)
class Tiers:
    """Paragraphs by how much of a query they hold; none is in two tiers.

    Those in `whole` hold all of it, those `under` a title stand where the title says all, `part` hold enough of it, and
    `low` less. The filters let all in `part` and `low` through; of the others also what they keep out is told, for the
    facets. `heads` are those in `whole` that are there as the first under their title. `lines` are the sub-headings
    among the hits, in whose place the paragraphs below them stand; `ranked` are the four tiers as they are scored, with
    both, and `themselves` is `whole` as it was before they changed places. `holders` name who had the post that is
    asked for. `enough` tells whether any holds enough, were there no filters, `halves` whether what holds half is told
    apart, `notes` what is to be said of it all.
    """

    whole: Marks
    under: Marks
    part: Marks
    low: Marks
    heads: Marks
    lines: Heads
    links: Links
    ranked: Sequence[Marks]
    themselves: Marks
    holders: Marks
    enough: bool
    halves: bool
    notes: tuple[str, ...]

    def behind(self, allowed: Marks) -> Behind:
        """Return how many follow those that hold all."""
        return Behind(len(self.under & allowed), len(self.part), len(self.low), self.halves)


def tiers_of(
    reading: Reading, matched: Marks, inner: Mapping[Filter, Marks], ranker: Ranker, settled: Settled
) -> Tiers:
    """Return the paragraphs that answer a query, of which those `matched` hold of its whole tree, in tiers."""
    collection, allowed = settled.collection, settled.allowed
    weighed, strictly = asked_for(reading), required(reading, collection, inner)
    at_the_time = [marks for _, marks in wished_in(reading.tree, collection)]
    relaxable = _may_relax(reading.tree, weighed)
    holding = holders(reading, both([allowed, *at_the_time]), collection)
    whole, under = _all_of_it(reading, matched, inner, weighed if relaxable else (), settled)
    whole, under = whole | holding, under - holding
    if reading.query.asks == "vote":  # “The motion was carried by six votes to two” stands behind what is voted on
        whole |= first_of("vote", [(matched - (whole | under)) & allowed], ranker)
    heads = first_under(under, whole, collection)
    if not (whole | heads) & allowed:
        heads = under
    whole, under = whole | heads, under - heads
    notes: tuple[str, ...] = ()
    if settled.of_lines and not whole & allowed and (lines := (matched - under) & allowed):
        whole |= lines  # “The motion was withdrawn.”
        stand = "stands" if len(lines) == 1 else "stand"
        notes = (f"Nothing that the fields let through says so itself: {len(lines):,} {stand} right beside what does.",)
    if relaxable and not whole & allowed:
        named, names = by_meeting(weighed)
        named = both([named, strictly, *at_the_time])
        if named & allowed:
            whole = named
            is_or_are = "is" if len(names) == 1 else "are"
            notes = (f"{listed(names)} {is_or_are} in the name, the file or the date of the meeting.",)
    part = low = Marks.none(len(collection))
    kept: Sequence[Found] = weighed
    if relaxable and settled.relax:
        part, low, kept = _part_of_it(weighed, whole, under, strictly, reading.plain, settled)
        notes += ("That is without the words that stand nowhere.",) * bool(len(kept) < len(weighed) and part & allowed)
        if not whole & allowed:  # what holds so much at another time is less
            at_another = part - both([part, *at_the_time])
            part, low = part - at_another, low | (at_another & allowed)
    enough, halves = bool(whole | part), len(kept) <= HALVED
    tiers = Tiers(whole, under, part, low, heads, NOBODY, NO_LINKS, (), whole, holding, enough, halves, notes)
    may_be = matched & allowed
    tiers = _with_subheadings(tiers, (may_be, may_be, strictly & allowed) if relaxable else None, settled)
    if tiers.halves and tiers.part and (reading.widely or share_of(weighed) < RELAXED):
        tiers = _halved(tiers, kept, collection)  # words of like meaning are none of the query
    tiers = replace(tiers, notes=tiers.notes + _told_of_titles(tiers, settled))
    return _with_links(tiers, reading, ranker, allowed)


def wished_in(tree: Node | None, collection: Collection) -> list[tuple[Filter, Marks]]:
    """Return the fields that a query would rather have, but does not insist on, with what they let through."""
    wished = [part for part in getattr(tree, "parts", ()) if isinstance(part, Filter) and part.wished]
    return [(one, select({one.field: one.values}, collection)[one.field]) for one in wished]


def _may_relax(tree: Node | None, weighed: Sequence[Found]) -> bool:
    """Tell whether part of a query will do: of plain words, where there are several or they are confined."""
    if isinstance(tree, All) and tree.implied:
        return len(weighed) > 1 or any(isinstance(part, Filter) and part.wished for part in tree.parts)
    return isinstance(tree, Words)


def _all_of_it(
    reading: Reading,
    matched: Marks,
    inner: Mapping[Filter, Marks],
    weighed: Sequence[Found],
    settled: Settled,
) -> tuple[Marks, Marks]:
    """Return what holds all of a query, and what else stands under a title that says all.

    Where there are parts that are `weighed`, what holds all says enough of them itself.
    """
    collection, allowed, asks = settled.collection, settled.allowed, reading.query.asks
    own = said_by(reading, inner)
    titles = None if reading.tree is None else under_titles(reading.tree, collection, reading.finds)
    whole = matched & own
    under = Marks.none(len(collection)) if titles is None else (matched & titles) - own
    if asks is not None:  # under a title that names the matter, “RESOLVED: that …” says all
        told_by_title = (under & allowed).ids
        such = Marks.of(told_by_title[among(asks, told_by_title, collection)], len(collection))
        whole, under = whole | such, under - such
    if weighed:
        whole = enough_of(weighed, whole, collection, THEMSELVES)
    return whole, under


def _part_of_it(
    weighed: Sequence[Found], whole: Marks, under: Marks, strictly: Marks, plain: bool, settled: Settled
) -> tuple[Marks, Marks, Sequence[Found]]:
    """Return what holds enough of a query, what holds less, and the parts of the query by which that is told.

    In a question in `plain` words, of which nothing holds enough, those that stand nowhere do not count.
    """
    collection, allowed = settled.collection, settled.allowed
    open_to = strictly - (whole | under)
    count, entitled = len(whole & allowed), len(under & allowed)
    part, low = partly(weighed, open_to, allowed, collection, count + entitled)
    known = tuple(found for found in weighed if found.anywhere)
    if count or not plain or not 0 < len(known) < len(weighed) or part & allowed:
        return part, low, weighed
    return *partly(known, open_to, allowed, collection, entitled), known


def _with_subheadings(tiers: Tiers, open_to: Sequence[Marks] | None, settled: Settled) -> Tiers:
    """Return tiers in which what stands below a line that only names it answers in its place.

    That is where it may: `open_to` are those that may be in the first three tiers, None where all is as it is asked.
    """
    allowed = settled.allowed
    ranked = [one & allowed for one in (tiers.whole, tiers.under, tiers.part, tiers.low)]
    if open_to is None:
        return replace(tiers, ranked=ranked, part=tiers.part & allowed)
    lines = headed((tiers.whole, tiers.under, tiers.part), open_to, settled.collection)
    whole, under, part, low = tiers.whole, tiers.under, tiers.part, tiers.low
    if len(lines.gone):
        whole = lines.instead(whole)
        under = lines.instead(under) - whole
        part = lines.instead(part) - (whole | under)
        low -= whole | under | part
        ranked = [one | (now & allowed) for one, now in zip(ranked, (whole, under, part, low), strict=True)]
    return replace(tiers, whole=whole, under=under, part=part & allowed, low=low, lines=lines, ranked=ranked)


def _with_links(tiers: Tiers, reading: Reading, ranker: Ranker, allowed: Marks) -> Tiers:
    """Return tiers in which lines that tell who moved what is asked for, and replies, stand with what they tell of."""
    asks = reading.query.asks
    if asks is None and reading.plain and not reading.asks_who:
        asks = REPLY
    if asks not in (*OF_MOTIONS, REPLY):
        return tiers
    whole, under, part, low = tiers.ranked
    hits = (whole, under) if asks != REPLY and (whole or under) else (whole, under, part)
    found = links(asks, hits, allowed, ranker)
    if not len(found.of):
        return tiers
    before = Marks.none(allowed.size)
    ranked = []
    for one in tiers.ranked:
        ranked.append((one | found.telling(one)) - before)
        before |= ranked[-1]
    whole, under, part, low = ranked
    return replace(
        tiers,
        whole=tiers.whole | whole,
        under=(tiers.under | under) - whole,
        part=part,
        low=low,
        links=found,
        ranked=ranked,
        notes=(*tiers.notes, told_of(asks, found))
        if asks != REPLY or found.telling(hits[0] or hits[-1])
        else tiers.notes,
    )


def _halved(tiers: Tiers, kept: Sequence[Found], collection: Collection) -> Tiers:
    """Return tiers of which the third holds half of what was typed."""
    less = tiers.part - covering(tuple(found.named for found in kept), tiers.part, collection, RELAXED)
    whole, under, part, low = tiers.ranked
    return replace(tiers, part=tiers.part - less, low=tiers.low | less, ranked=[whole, under, part - less, low | less])


def _told_of_titles(tiers: Tiers, settled: Settled) -> tuple[str, ...]:
    """Say how many of the hits stand for an item whose title says all."""
    allowed = settled.allowed
    standing = len(tiers.lines.instead(tiers.heads) & allowed)
    if not standing:
        return ()
    count, stands = len(tiers.whole & allowed), "stands" if standing == 1 else "stand"
    title = "number or title" if any(letter.isdigit() for letter in settled.query) else "title"
    some = f"{standing:,} of the {plural(count, 'hit')} {stands}"
    every = "It stands" if count == 1 else "All of them stand"
    return (f"{some if standing < count else every} for an item whose {title} alone says so.",)


def first_of(name: str, hits: Sequence[Marks], ranker: Ranker) -> Marks:
    """Return those of the best hits, of the first tiers first, that hold this."""
    marks = either(hits)
    ids = marks.ids if len(marks) <= MOST_READ else ranker.foremost(hits, MOST_READ).ids
    return Marks.of(ids[among(name, ids, ranker.collection)], marks.size)
