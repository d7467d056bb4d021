"""Which paragraphs hold a term, and how often: made from terms, joined, and thinned out."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.blocks import Blocks
from minutesnlp.indexing.vocabulary import Vocabulary

Ints = NDArray[Any]
Placed = tuple[Sequence[str], Sequence[int]]


@dataclass(frozen=True, eq=False)
class Postings:
    """Paragraphs by term, over two fields: text and title.

    Term t stands in paragraphs `ids[starts[t]:starts[t + 1]]` (ascending), `frequencies` times in the text of each and
    `title_frequencies` times in its title (None: there are no titles). A paragraph that holds a term only in its title
    has frequency 0. `holding` counts, by term, the paragraphs whose text holds it. `lengths` and `title_lengths` count
    the terms of each paragraph.

    `positions`, where they were asked for, are the places of the terms in the texts, term by term and paragraph by
    paragraph, as many as the frequencies say; those of term t begin at `position_starts[t]`. `blocks`, when they have
    been worked out, are what the compiled kernel passes over paragraphs by.
    """

    vocabulary: Vocabulary
    starts: NDArray[np.int64]
    ids: NDArray[np.int32]
    frequencies: Ints
    holding: NDArray[np.int64]
    lengths: NDArray[np.int32]
    title_frequencies: Ints | None = None
    title_lengths: NDArray[np.int32] | None = None
    positions: Ints | None = None
    position_starts: NDArray[np.int64] | None = None
    blocks: Blocks | None = None

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def has_titles(self) -> bool:
        """Whether titles were given at build."""
        return self.title_lengths is not None


def invert(
    paragraphs: Iterable[Sequence[str] | Placed],
    titles: Iterable[Sequence[str]] | None = None,
    *,
    positions: bool = False,
) -> Postings:
    """Return the postings of paragraphs given as terms, or (with `positions`) as terms and the place of each.

    Raises
    ------
    ValueError
        When there are not as many titles as paragraphs.
    """
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    places = array("q") if positions else None
    terms, lengths = _numbered(paragraphs, numbers, places)
    title_terms, title_lengths = (None, None) if titles is None else _numbered(titles, numbers)
    if title_lengths is not None and len(title_lengths) != len(lengths):
        raise ValueError(f"{len(title_lengths)} titles for {len(lengths)} paragraphs; give one a paragraph")
    vocabulary = Vocabulary.of(numbers)
    rank = np.zeros(len(numbers), np.int64)
    for place, term in enumerate(vocabulary):
        rank[numbers[term]] = place
    keys, frequencies, placed = _counted(terms, lengths, rank, places)
    if title_terms is None or title_lengths is None:
        return _gathered(vocabulary, keys, frequencies, lengths, None, None, placed)
    title_keys, title_frequencies, _ = _counted(title_terms, title_lengths, rank)
    union = np.union1d(keys, title_keys)
    in_text, in_title = np.zeros(len(union), np.int64), np.zeros(len(union), np.int64)
    in_text[np.searchsorted(union, keys)] = frequencies
    in_title[np.searchsorted(union, title_keys)] = title_frequencies
    return _gathered(vocabulary, union, in_text, lengths, in_title, title_lengths, placed)


def join(first: Postings, second: Postings) -> Postings:
    """Return the postings of the paragraphs of `first` followed by those of `second`, as if inverted at once."""
    if first.has_titles != second.has_titles or (first.positions is None) != (second.positions is None):
        raise ValueError("one index has titles or positions and the other has none; build both alike")
    vocabulary = Vocabulary.of([*first.vocabulary, *second.vocabulary])
    place = {term: number for number, term in enumerate(vocabulary)}
    shift = len(first)
    total = shift + len(second)
    columns = []
    for part, offset in ((first, 0), (second, shift)):
        rank = np.fromiter((place[term] for term in part.vocabulary), np.int64, len(part.vocabulary))
        columns.append(np.repeat(rank, np.diff(part.starts)) * max(total, 1) + part.ids + offset)
    keys = np.concatenate(columns)
    order = np.argsort(keys, kind="stable")

    def both(name: str) -> Ints:
        return np.concatenate([getattr(first, name), getattr(second, name)])

    titles = first.has_titles
    positions = None
    if first.positions is not None:
        positions = both("positions")[_occurrences(both("frequencies"), order)]
    return _gathered(
        vocabulary,
        keys[order],
        both("frequencies")[order],
        both("lengths"),
        both("title_frequencies")[order] if titles else None,
        both("title_lengths") if titles else None,
        positions,
    )


def without(postings: Postings, gone: Iterable[int]) -> Postings:
    """Return the postings without some paragraphs; those that stay move up and keep their order."""
    kept = np.ones(len(postings), bool)
    kept[np.fromiter(gone, np.int64)] = False
    moved = np.cumsum(kept) - 1
    total = int(kept.sum())
    here = kept[postings.ids]
    terms = np.repeat(np.arange(len(postings.vocabulary)), np.diff(postings.starts))[here]
    used, packed = np.unique(terms, return_inverse=True)
    positions = postings.positions
    if positions is not None:
        positions = positions[np.repeat(here, postings.frequencies)]
    vocabulary = Vocabulary.of(postings.vocabulary[number] for number in used.tolist())
    return _gathered(
        vocabulary,
        packed * max(total, 1) + moved[postings.ids[here]],
        postings.frequencies[here],
        postings.lengths[kept],
        None if postings.title_frequencies is None else postings.title_frequencies[here],
        None if postings.title_lengths is None else postings.title_lengths[kept],
        positions,
    )


def _numbered(
    paragraphs: Iterable[Sequence[str] | Placed], numbers: defaultdict[str, int], places: array[int] | None = None
) -> tuple[Ints, NDArray[np.int32]]:
    """Return the numbers of all terms one after the other, and how many each paragraph has; fill in their places."""
    flat = array("q")
    lengths = array("q")
    for paragraph in paragraphs:
        terms: Any = paragraph  # a pair only where places are wanted
        if places is not None:
            terms, positions = terms
            places.extend(positions)
        flat.extend([numbers[term] for term in terms])
        lengths.append(len(terms))
    return np.frombuffer(flat, np.int64), np.frombuffer(lengths, np.int64).astype(np.int32)


def _counted(
    terms: Ints, lengths: Ints, rank: Ints, places: array[int] | None = None
) -> tuple[Ints, Ints, Ints | None]:
    """Return the distinct pairs of term and paragraph as sorted keys, term · N + paragraph, their counts and places."""
    keys = rank[terms] * max(len(lengths), 1) + np.repeat(np.arange(len(lengths)), lengths)
    placed = None
    if places is None:
        keys.sort()
    else:
        order = np.argsort(keys, kind="stable")
        keys, placed = keys[order], np.frombuffer(places, np.int64)[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    return keys[first], np.diff(first, append=len(keys)), placed


def _occurrences(frequencies: Ints, order: Ints) -> Ints:
    """Return the order of single occurrences that an order of postings means."""
    starts = np.cumsum(frequencies, dtype=np.int64) - frequencies
    often = frequencies[order].astype(np.int64)
    ends = np.cumsum(often)
    moved: Ints = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(starts[order] - (ends - often), often)
    return moved


def _gathered(
    vocabulary: Vocabulary,
    keys: Ints,
    frequencies: Ints,
    lengths: Ints,
    title_frequencies: Ints | None,
    title_lengths: Ints | None,
    positions: Ints | None = None,
) -> Postings:
    terms, ids = np.divmod(keys, max(len(lengths), 1))
    starts = np.zeros(len(vocabulary) + 1, np.int64)
    np.cumsum(np.bincount(terms, minlength=len(vocabulary)), out=starts[1:])
    return Postings(
        vocabulary=vocabulary,
        starts=starts,
        ids=ids.astype(np.int32),
        frequencies=_narrow(frequencies),
        holding=np.bincount(terms[frequencies > 0], minlength=len(vocabulary)).astype(np.int64),
        lengths=np.asarray(lengths, np.int32),
        title_frequencies=None if title_frequencies is None else _narrow(title_frequencies),
        title_lengths=None if title_lengths is None else np.asarray(title_lengths, np.int32),
        positions=None if positions is None else _narrow(positions),
        position_starts=None if positions is None else _summed(terms, frequencies, len(vocabulary)),
    )


def _summed(terms: Ints, frequencies: Ints, count: int) -> NDArray[np.int64]:
    """Return where the occurrences of each term begin among all."""
    starts = np.zeros(count + 1, np.int64)
    np.cumsum(np.bincount(terms, frequencies, count).astype(np.int64), out=starts[1:])
    return starts


def _narrow(frequencies: Ints) -> Ints:
    """Return counts in the smallest type that holds the largest: most are below 256."""
    largest = int(frequencies.max(initial=0))
    return frequencies.astype(np.min_scalar_type(largest))
