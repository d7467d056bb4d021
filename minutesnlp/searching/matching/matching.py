"""Which paragraphs answer a query's tree: words, phrases and their places, looked up in the index."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.gathering import common
from minutesnlp.indexing.marks import Marks, both, either
from minutesnlp.searching.asking.grammar import All, Either, Filter, Leaf, Near, Node, Not, Phrase, Words
from minutesnlp.searching.asking.parting import parts_of
from minutesnlp.searching.asking.periods import YEAR
from minutesnlp.searching.collected.collection import Collection, Label
from minutesnlp.searching.wording import printed
from minutesnlp.searching.wording.crossing import Across, crossing
from minutesnlp.searching.wording.expansion import KINDRED, NEAR, Expansion, Names
from minutesnlp.searching.wording.thesaurus import other_names
from minutesnlp.searching.wording.wording import Wording, abbreviation, as_typed, capitals, exactly, phrased
from minutesnlp.text.analysis import Analyser

# A paragraph and a place in it are one number, so that whole lists are compared at once.
STRIDE = 1 << 32

# For how many wordings a collection remembers what holds them.
REMEMBERED = 64
# And of how many other names what they find.
NAMED = 512

# “2015”, “15/12/2015”, as terms
YEAR_OR_DAY = re.compile(rf"(?:[0-9]{{2}}/[0-9]{{2}}/)?{YEAR}")

Ids = NDArray[np.int64]
NOWHERE = Marks.none(0)


@dataclass(frozen=True, eq=False)
class Found:
    """What became of one leaf: the paragraphs whose text holds it, those whose title does, and the terms to score.

    `terms` are pairs of a term and what its weight counts for. `text` is what the user typed. `parts` are the parts of
    a phrase as (term, words after the first). `others` are finds by other names, with what each counts for; `own` and
    `titled` hold of them too. `typed` is how many paragraphs hold it as it was typed, where that is not all. `beside`
    are the paragraphs that hold it, or stand under a title or next to one that does. `own`, `titled` and `beside` do
    not hold of words that are only like it in meaning. `literal` are those whose own text holds it as it was typed,
    `headed` those whose title does, `called` those of meetings that are called so, `meeting` those of meetings whose
    whole name the query gives, which need not say it. `printed` is how it is printed, where its terms do not tell.
    `across` are the entries of lists in which a phrase ends that begins above them, and how it runs: they are `own`.
    """

    text: str
    own: Marks
    titled: Marks
    terms: tuple[str, ...]
    parts: tuple[tuple[str, int], ...] = ()
    others: tuple[tuple[Expansion, Found, float], ...] = ()
    typed: int | None = None
    beside: Marks = NOWHERE
    nearly: tuple[tuple[float, Marks], ...] = ()
    literal: Marks = NOWHERE
    headed: Marks = NOWHERE
    called: Marks = NOWHERE
    meeting: Marks = NOWHERE
    printed: printed.Printed | None = None
    across: Mapping[int, Across] = field(default_factory=dict)

    @property
    def covered(self) -> tuple[tuple[float, Marks], ...]:
        """The paragraphs that have it beside them, wholly and then less and less, each once, with the share of it.

        The share is 1, or how like in meaning the word is that they have. A meeting that is called so has it too.
        """
        return (1.0, self.beside | self.called if self.called else self.beside), *self.nearly

    @property
    def named(self) -> Found:
        """The same without words that are only like it in meaning: none of them is as like it as a name near it."""
        return replace(self, nearly=tuple((alike, marks) for alike, marks in self.nearly if alike >= NEAR))

    @property
    def said(self) -> Marks:
        """The paragraphs that say it in their text, by another name or a word of like meaning too."""
        return either([self.own, *(other.own for _, other, _ in self.others)])

    @property
    def held(self) -> Marks:
        """The paragraphs that say it, or name it otherwise, in text or title; words of like meaning are no names."""
        names = [other for expansion, other, _ in self.others if expansion.found_by != KINDRED]
        return either([self.own, self.titled, *(name.own | name.titled for name in names)])

    @cached_property
    def holding(self) -> int:
        """How many paragraphs hold it in text or title."""
        return len(self.own | self.titled)

    @cached_property
    def anywhere(self) -> bool:
        """Whether any paragraph or title holds it."""
        return bool(self.own) or bool(self.titled)


def look_up(leaf: Leaf | Near, collection: Collection, names: Names | None = None) -> Found | None:
    """Return what one leaf of a query finds; None when it says nothing (stop words, punctuation).

    `names` are the other names that words may go by.
    """
    found = _near(leaf, collection) if isinstance(leaf, Near) else _leaf(leaf, collection)
    if found is None:
        return None
    called = collection.called(found.terms) if isinstance(leaf, Words) and not leaf.prefix else NOWHERE
    if not isinstance(leaf, Words) or not names or leaf not in names:
        beside = _beside(found.own, found.titled, collection)
        return replace(found, beside=beside, literal=found.own, headed=found.titled, called=called)
    literal, headed = own, titled = found.own, found.titled
    others = []
    for expansion, phrase, share in names[leaf]:
        more = _name(phrase, collection)
        if more is not None and more.anywhere:
            others.append((expansion, more, share))
            if expansion.alike == 1:
                own, titled = own | more.own, titled | more.titled
    typed = found.holding if found.anywhere else None
    beside = _beside(own, titled, collection)
    nearly = []
    before = beside | called if called else beside
    for expansion, more, _ in sorted(others, key=lambda other: -other[0].alike):
        if expansion.alike < 1:
            near = _beside(more.own, more.titled, collection) - before
            nearly.append((expansion.alike, near))
            before |= near
    return replace(
        found,
        own=own,
        titled=titled,
        others=tuple(others),
        typed=typed,
        beside=beside,
        nearly=tuple(nearly),
        literal=literal,
        headed=headed,
        called=called,
    )


def _beside(own: Marks, titled: Marks, collection: Collection) -> Marks:
    """Return the paragraphs whose text or title holds something, or that stand next to such a text in its item."""
    return own.spread(collection.columns.joined) | titled


def holds(
    node: Node,
    collection: Collection,
    finds: Mapping[Leaf | Near, Found | None],
    filtered: Mapping[Filter, Marks],
    *,
    alone: bool = False,
) -> Marks | None:
    """Return the paragraphs that a tree holds of; None when it says nothing.

    A leaf holds of a paragraph when its text, its title, or a paragraph beside it holds it; where it is to be absent,
    or `alone` is set, only the text counts.
    """
    if isinstance(node, Filter):
        return filtered[node]
    if isinstance(node, Not):
        inner = holds(node.part, collection, finds, filtered, alone=True)
        return None if inner is None else Marks.all(len(collection)) - inner
    if isinstance(node, (All, Either)):
        parts = [holds(part, collection, finds, filtered, alone=alone) for part in node.parts]
        said = [part for part in parts if part is not None]
        if not said:
            return None
        return both(said) if isinstance(node, All) else either(said)
    found = finds.get(node)
    if found is None:
        return None
    beside = found.beside | found.meeting if found.meeting else found.beside
    return found.own if alone else beside


def under_titles(node: Node, collection: Collection, finds: Mapping[Leaf | Near, Found | None]) -> Marks | None:
    """Return the paragraphs whose title alone says what a tree asks for; None when it asks for nothing."""
    if isinstance(node, (Filter, Not)):
        return None
    if isinstance(node, (All, Either)):
        said = [part for part in (under_titles(p, collection, finds) for p in node.parts) if part is not None]
        if not said:
            return None
        return both(said) if isinstance(node, All) else either(said)
    found = finds.get(node)
    if found is None:
        return None
    return found.titled | found.meeting if found.meeting else found.titled


def _leaf(leaf: Leaf, collection: Collection, *, by_name: bool = False) -> Found | None:
    """Return what a word or phrase finds; `by_name` when it was not typed, but is another name for what was."""
    count = len(collection)
    nothing = Marks.none(count)
    if isinstance(leaf, Words) and leaf.prefix:
        own, titled, terms, how = printed.beginning(leaf.text, collection)
        found = Found(f"{leaf.text}*", own, titled, terms, printed=how)
    else:
        analyser = collection.index.analyser
        assert isinstance(analyser, Analyser)
        parts, joined = parts_of(leaf.text, analyser)
        wording = _wording(leaf, analyser)
        if not parts and not joined:
            return _unspoken(leaf, wording, collection)
        own = titled = nothing
        if parts:
            own, titled = collection.marks(parts[0][0])
            for term, _ in parts[1:]:
                held, under = collection.marks(term)
                own &= held
                titled &= under
            if len(parts) > 1:
                own = Marks.of(_together(parts, own, collection), count) if own else nothing
                titled = collection.entitled(titled, parts) if titled else nothing
        for term in joined if isinstance(leaf, Words) else ():
            held, under = collection.marks(term)
            own, titled = own | held, titled | under
        if titled and len(parts) == 1 and YEAR_OR_DAY.fullmatch(parts[0][0]):
            titled = _dated(leaf.text, parts[0][0], titled, collection)
        if isinstance(leaf, Phrase) and leaf.exact:
            own, titled = exactly(leaf.text).among(own, collection), nothing
        if wording is not None:
            own, titled = _worded_so(leaf, wording, own, titled, collection)
        elif (short := _short(leaf, collection, by_name)) is not None:
            so, entitled = _worded_so(leaf, short, own, titled, collection)
            if so or entitled or by_name:  # where none is in capitals the word was meant
                own, titled, wording = so, entitled, short
        across: dict[int, Across] = {}
        if isinstance(leaf, Phrase) and len(parts) > 1 and not (leaf.title or by_name):
            across = crossing(parts, exactly(leaf.text) if leaf.exact else wording, collection, STRIDE)
            own |= Marks.of(np.array(sorted(across), np.int64), count)
        scored = [term for term, _ in parts] + list(joined if isinstance(leaf, Words) else ())
        found = Found(leaf.text, own, titled, tuple(scored), parts, printed=wording, across=across)
        if not (isinstance(leaf, Phrase) and leaf.exact) and (longer := printed.reference(leaf.text, collection)):
            in_text, in_title, how = longer
            found = replace(found, own=own | in_text, titled=titled | in_title, printed=how)
    if leaf.title:  # the paragraphs of the items so titled
        return replace(found, own=found.titled)
    return found


def _name(phrase: Phrase, collection: Collection) -> Found | None:
    """Return what another name finds, which comes again with its matter.

    Those of several words and those that stand nowhere, as most do, are remembered; others are as soon found anew.
    """
    kept = collection.named
    found: Found | None = kept.pop(phrase, None) or _leaf(phrase, collection, by_name=True)
    if found is not None and (found.printed is not None or len(found.parts) > 1 or not found.anywhere):
        if len(kept) >= NAMED:
            kept.popitem(last=False)
        kept[phrase] = found
    return found


def _near(leaf: Near, collection: Collection) -> Found | None:
    first, second = _leaf(leaf.first, collection), _leaf(leaf.second, collection)
    if first is None or second is None:
        return first or second
    wanted = (first.own & second.own).ids
    ours, theirs = (
        printed.places(found.printed, wanted, collection, STRIDE)
        if found.printed
        else _standing(found, wanted, collection)
        for found in (first, second)
    )
    apart = min(leaf.distance, STRIDE // 2)  # what stands in another paragraph is farther off
    close = _once(ours[_distance(ours, theirs) <= apart] // STRIDE)
    own = Marks.of(close, len(collection))
    text = f"{first.text} near/{leaf.distance} {second.text}"
    return Found(text, own, Marks.none(len(collection)), first.terms + second.terms)


def in_one(text: str, held: Marks, collection: Collection) -> Marks:
    """Return those of some paragraphs in which the words of a text, in any form, stand one behind the other."""
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    return Marks.of(_together(parts_of(text, analyser)[0], held, collection), len(collection))


def _together(parts: Sequence[tuple[str, int]], held: Marks, collection: Collection) -> Ids:
    """Return the paragraphs among those held in which the parts stand at their distances."""
    return _once(_starts(parts, True, held.ids, collection) // STRIDE)


def _once(ids: Ids) -> Ids:
    """Return ascending numbers without repeats."""
    once: Ids = ids[np.flatnonzero(np.diff(ids, prepend=-1))]
    return once


def _starts(parts: Sequence[tuple[str, int]], ordered: bool, wanted: Ids, collection: Collection) -> NDArray[np.int64]:
    """Return where the parts stand together (ordered), or where any of them does: paragraph · STRIDE + place."""
    joint: NDArray[np.int64] | None = None
    for term, offset in parts:
        keys = collection.index.places(term, wanted, STRIDE) - offset
        joint = keys if joint is None else common(joint, keys) if ordered else np.union1d(joint, keys)
    return np.zeros(0, np.int64) if joint is None else joint


def _standing(found: Found, wanted: Ids, collection: Collection) -> NDArray[np.int64]:
    """Return where the words of what was found stand, of a phrase each of its words, told as by `_starts`."""
    starts = _starts(found.parts or tuple((term, 0) for term in found.terms), bool(found.parts), wanted, collection)
    offsets = np.arange(found.parts[-1][1] + 1 if found.parts else 1)
    return np.unique((starts[:, np.newaxis] + offsets).ravel())


def _distance(places: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how far each place is from the nearest of the others; both ascend."""
    if not len(others):
        return np.full(len(places), STRIDE)
    ahead = np.searchsorted(others, places)
    behind = np.maximum(ahead - 1, 0)
    ahead = np.minimum(ahead, len(others) - 1)
    nearest: NDArray[np.int64] = np.minimum(np.abs(others[ahead] - places), np.abs(others[behind] - places))
    return nearest


def _wording(leaf: Leaf, analyser: Analyser) -> Wording | None:
    """Return how it stands in print where its terms do not tell."""
    if isinstance(leaf, Phrase):
        return None if leaf.exact else abbreviation(leaf.text) or phrased(leaf.text, analyser)
    return abbreviation(leaf.text)


def _dated(typed: str, term: str, titled: Marks, collection: Collection) -> Marks:
    """Return those of some paragraphs whose title tells a year or a day: 19.05.10 before a title numbers an item."""
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    number = typed.strip()

    def under() -> tuple[Marks, Marks]:
        told = collection.under(titled, lambda label: label.number == number or term in analyser.terms(label.title))
        return titled, told

    return _remembered((number, term), under, collection)[1]


def _short(leaf: Leaf, collection: Collection, by_name: bool) -> Wording | None:
    """Return what finds a name as printed, or a short one that is also a word: another name, quoted, or known."""
    if isinstance(leaf, Phrase) and leaf.printed:
        return as_typed(leaf.text)
    wording = None if isinstance(leaf, Phrase) and leaf.exact else capitals(leaf.text)
    if wording is None or by_name or isinstance(leaf, Phrase):
        return wording
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    key = tuple(analyser.terms(leaf.text))
    return wording if collection.abbreviated.get(key) or other_names(leaf.text, key, analyser) else None


def _worded_so(leaf: Leaf, wording: Wording, own: Marks, titled: Marks, collection: Collection) -> tuple[Marks, Marks]:
    """Return those of the paragraphs in whose text, and those under a title in which, a leaf stands so in print."""
    return _remembered(
        leaf, lambda: (wording.among(own, collection), collection.under(titled, _worded(wording))), collection
    )


def _remembered(key: object, find: Callable[[], tuple[Marks, Marks]], collection: Collection) -> tuple[Marks, Marks]:
    """Return what holds a wording; other names of a matter are asked for again and again."""
    kept = collection.worded
    if (found := kept.get(key)) is None:
        if len(kept) >= REMEMBERED:
            kept.clear()
        found = kept[key] = find()
    return found


def _worded(wording: Wording) -> Callable[[Label], bool]:
    return lambda label: wording.stands(f"{label.number or ''} {label.title}")


def _unspoken(leaf: Leaf, wording: Wording | None, collection: Collection) -> Found | None:
    """Return where words that the index leaves out stand so in print; only a phrase and `exactly:` ask for them."""
    nowhere = Marks.none(len(collection))
    if wording is not None and leaf.title:
        titled = collection.items_that(_worded(wording))
        return Found(leaf.text, titled, titled, (), printed=wording)
    if wording is not None:
        return Found(leaf.text, wording.among(Marks.all(len(collection)), collection), nowhere, (), printed=wording)
    if isinstance(leaf, Phrase) and leaf.exact and leaf.text.strip():
        return Found(leaf.text, exactly(leaf.text).among(Marks.all(len(collection)), collection), nowhere, ())
    return None
