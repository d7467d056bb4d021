"""Paragraphs as terms into postings, in Python and numpy, some paragraphs at a time."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.analysing import Placed
from minutesnlp.indexing.asking import listed
from minutesnlp.indexing.merging import Part, assembled, narrowest
from minutesnlp.indexing.postings import Ints, Postings
from minutesnlp.indexing.vocabulary import Vocabulary
from minutesnlp.text.analysis import Analyser, pieces

# Paragraphs that are put in order at once, in 16 bits: their words take some tens of megabytes.
TOGETHER = 50_000

# What may follow a word and is no part of it.
STOPS = ".,;:"

# Distinct pieces of texts that are remembered with the numbers of their terms.
REMEMBERED = 500_000


class Numbering(dict[str, tuple[int, ...]]):
    """Terms by number, in the order in which they come; as a mapping, pieces of texts to the numbers of their terms."""

    def __init__(self, analyser: Analyser | None = None) -> None:
        super().__init__()
        self.numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._analyser = analyser

    def __missing__(self, piece: str) -> tuple[int, ...]:
        assert self._analyser is not None
        if len(self) >= REMEMBERED:
            self.clear()
        word = piece.rstrip(STOPS)
        # “rents,” has the terms of “rents”, and they need be neither found nor held twice
        found = self.get(word) if word.isascii() and word.isalpha() else None
        if found is None:
            numbers = self.numbers
            found = tuple([numbers[term] for term in self._analyser.terms_of_piece(piece)])
        self[piece] = found
        return found

    def of_text(self, text: str) -> list[int]:
        """Return the numbers of the terms of a text; each distinct piece of texts is analysed once."""
        return list(chain.from_iterable(map(self.__getitem__, pieces(text))))

    def of_terms(self, terms: Sequence[str]) -> list[int]:
        """Return the numbers of terms."""
        numbers = self.numbers
        return [numbers[term] for term in terms]

    def vocabulary(self) -> tuple[Vocabulary, NDArray[np.int64]]:
        """Return the vocabulary of all terms so far, and the place in it of each number."""
        vocabulary = Vocabulary.of(self.numbers)
        rank = np.zeros(len(self.numbers), np.int64)
        for place, term in enumerate(vocabulary):
            rank[self.numbers[term]] = place
        return vocabulary, rank


def invert(
    paragraphs: Iterable[str | Sequence[str] | Placed],
    titles: Iterable[Sequence[str]] | None = None,
    *,
    positions: bool = False,
    analyser: Analyser | None = None,
) -> Postings:
    """Return the postings of paragraphs given as terms, or (with `positions`) as terms and the place of each.

    With an `analyser` (and without positions) paragraphs may be texts.

    Raises
    ------
    ValueError
        When there are not as many titles as paragraphs.
    """
    numbering = Numbering(analyser)
    parts: list[Part] = []
    rest, rest_of_titles = iter(paragraphs), None if titles is None else iter(titles)
    while True:
        batch = _numbered(islice(rest, TOGETHER), numbering, positions)
        titled = None if rest_of_titles is None else _numbered(islice(rest_of_titles, TOGETHER), numbering, False)
        if titled is not None and len(titled[1]) != len(batch[1]):
            done = sum(len(part.lengths) for part in parts)
            more = len(list(rest)), len(list(rest_of_titles or ()))
            told = done + len(titled[1]) + more[1], done + len(batch[1]) + more[0]
            raise ValueError(f"{told[0]} titles for {told[1]} paragraphs; give one a paragraph")
        if not len(batch[1]):
            break
        parts.append(_part(batch, titled, len(numbering.numbers)))
    numbering.clear()
    vocabulary, rank = numbering.vocabulary()
    if not parts:
        parts.append(_part(batch, titled, 0))
    return assembled(vocabulary, parts, [rank[: len(part.counts)] for part in parts])


Numbered = tuple[Ints, Ints, Ints | None]


def _numbered(paragraphs: Iterator[Any], numbering: Numbering, positions: bool) -> Numbered:
    """Return the numbers of all terms one after the other, how many each paragraph has, and their places."""
    flat, lengths, places = array("i"), array("i"), array("i") if positions else None
    for paragraph in paragraphs:
        if places is not None:
            terms, where = paragraph
            places.extend(where)
            numbers = numbering.of_terms(terms)
        elif isinstance(paragraph, str):
            numbers = numbering.of_text(paragraph)
        else:
            numbers = numbering.of_terms(listed(paragraph))
        flat.fromlist(numbers)
        lengths.append(len(numbers))
    placed = None if places is None else np.frombuffer(places, np.int32)
    return np.frombuffer(flat, np.int32), np.frombuffer(lengths, np.int32), placed


def _part(batch: Numbered, titled: Numbered | None, terms: int) -> Part:
    """Return the postings of a batch of paragraphs, by the numbers of terms."""
    size = max(len(batch[1]), 1)
    keys, often, positions = _counted(batch, size)
    in_title = None
    if titled is not None:
        title_keys, title_often, _ = _counted(titled, size)
        union = np.union1d(keys, title_keys)
        in_text, in_title = np.zeros(len(union), np.int64), np.zeros(len(union), np.int64)
        in_text[np.searchsorted(union, keys)] = often
        in_title[np.searchsorted(union, title_keys)] = title_often
        keys, often = union, in_text
    numbers, ids = np.divmod(keys, size)
    counts = np.bincount(numbers, minlength=terms)
    lengths = None if titled is None else titled[1]
    narrow = [None if values is None else values.astype(narrowest(values)) for values in (often, in_title, positions)]
    assert narrow[0] is not None
    return Part(counts, ids.astype(np.uint16), narrow[0], batch[1], narrow[1], lengths, narrow[2])


def _counted(batch: Numbered, size: int) -> tuple[Ints, Ints, Ints | None]:
    """Return the distinct pairs of term and paragraph as sorted keys, term · size + paragraph, counts and places."""
    terms, lengths, places = batch
    keys = terms.astype(np.int64) * size + np.repeat(np.arange(len(lengths)), lengths)
    if places is None:
        keys.sort()
    else:
        order = np.argsort(keys, kind="stable")
        keys, places = keys[order], places[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    often = np.diff(first, append=len(keys))
    return keys[first], often, places
