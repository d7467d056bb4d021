"""Postings of some paragraphs and of others put together, and paragraphs taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.postings import Ints, Postings
from minutesnlp.indexing.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Part:
    """Postings of some paragraphs, term by term: the first `counts[0]` of them are of term 0, and so on.

    The numbers of its terms are its own. `ids` count from its first paragraph; `positions` are as in `Postings`.
    """

    counts: Ints
    ids: Ints
    frequencies: Ints
    lengths: Ints
    title_frequencies: Ints | None = None
    title_lengths: Ints | None = None
    positions: Ints | None = None


def part_of(postings: Postings) -> Part:
    """Return whole postings as a part."""
    return Part(
        np.diff(postings.starts),
        postings.ids,
        postings.frequencies,
        postings.lengths,
        postings.title_frequencies,
        postings.title_lengths,
        postings.positions,
    )


def ranked(vocabularies: Sequence[Vocabulary]) -> tuple[Vocabulary, list[NDArray[np.int64]]]:
    """Return the vocabulary of all terms of some, and the numbers in it of the terms of each."""
    if len(vocabularies) == 1:
        return vocabularies[0], [np.arange(len(vocabularies[0]))]
    whole = Vocabulary.of(term for vocabulary in vocabularies for term in vocabulary)
    place = {term: number for number, term in enumerate(whole)}
    return whole, [np.fromiter((place[term] for term in each), np.int64, len(each)) for each in vocabularies]


def thinned(part: Part, starts: NDArray[np.int64], gone: NDArray[np.bool_]) -> Part:
    """Return a part, whose terms begin at `starts`, without the words of the paragraphs that are gone."""
    here = ~gone[part.ids]

    def of(values: Any, where: Any) -> Any:
        return None if values is None else values[where]

    return Part(
        np.diff(np.concatenate([[0], np.cumsum(here)])[starts]),
        part.ids[here],
        part.frequencies[here],
        np.where(gone, 0, part.lengths),
        of(part.title_frequencies, here),
        None if part.title_lengths is None else np.where(gone, 0, part.title_lengths),
        None if part.positions is None else part.positions[np.repeat(here, part.frequencies)],
    )


def assembled(vocabulary: Vocabulary, parts: Sequence[Part], ranks: Sequence[NDArray[np.int64]]) -> Postings:
    """Return the postings of parts one after the other; `ranks` are the numbers in the vocabulary of a part's terms.

    Every posting is moved once, to where the counts say that it belongs: nothing is sorted.
    """
    starts = np.zeros(len(vocabulary) + 1, np.int64)
    for part, rank in zip(parts, ranks, strict=True):
        starts[rank + 1] += part.counts
    np.cumsum(starts, out=starts)
    ids = np.empty(int(starts[-1]), np.int32)
    frequencies, in_titles = _room(parts, "frequencies", len(ids)), _room(parts, "title_frequencies", len(ids))
    assert frequencies is not None
    shift = 0
    for part, place in zip(parts, _places(parts, ranks, starts), strict=True):
        ids[place] = part.ids + np.int32(shift)
        frequencies[place] = part.frequencies
        if in_titles is not None:
            in_titles[place] = part.title_frequencies
        shift += len(part.lengths)
    positions, position_starts = _room(parts, "positions", 0), None
    if positions is not None:
        begins = np.concatenate([[0], np.cumsum(frequencies, dtype=np.int64)])
        position_starts = begins[starts]
        positions = np.empty(int(begins[-1]), positions.dtype)
        for part, place in zip(parts, _places(parts, ranks, starts), strict=True):
            assert part.positions is not None
            own = np.cumsum(part.frequencies, dtype=np.int64) - part.frequencies
            moved = np.repeat(begins[place] - own, part.frequencies)
            positions[np.arange(len(part.positions)) + moved] = part.positions
    held = starts if in_titles is None else np.concatenate([[0], np.cumsum(frequencies > 0)])[starts]
    return Postings(
        vocabulary=vocabulary,
        starts=starts,
        ids=ids,
        frequencies=frequencies,
        holding=np.diff(held),
        lengths=np.concatenate([part.lengths for part in parts]).astype(np.int32),
        title_frequencies=in_titles,
        title_lengths=None
        if in_titles is None
        else np.concatenate([np.asarray(part.title_lengths) for part in parts]).astype(np.int32),
        positions=positions,
        position_starts=position_starts,
    )


def without(postings: Postings, gone: Iterable[int]) -> Postings:
    """Return the postings without some paragraphs; those that stay move up and keep their order."""
    missing = np.zeros(len(postings), bool)
    missing[np.fromiter(gone, np.int64)] = True
    part, kept = thinned(part_of(postings), postings.starts, missing), ~missing
    used = np.flatnonzero(part.counts)
    moved = np.cumsum(kept, dtype=np.int32) - 1
    titles = None if part.title_lengths is None else part.title_lengths[kept]
    part = replace(
        part, counts=part.counts[used], ids=moved[part.ids], lengths=part.lengths[kept], title_lengths=titles
    )
    vocabulary = Vocabulary.of(postings.vocabulary[number] for number in used.tolist())
    return assembled(vocabulary, [part], [np.arange(len(used))])


def _places(parts: Sequence[Part], ranks: Sequence[NDArray[np.int64]], starts: NDArray[np.int64]) -> Iterator[Ints]:
    """Yield where the postings of each part go."""
    filled = starts[:-1].copy()  # where the next posting of each term goes
    for part, rank in zip(parts, ranks, strict=True):
        begins = np.cumsum(part.counts) - part.counts
        yield np.arange(len(part.ids)) + np.repeat(filled[rank] - begins, part.counts)
        filled[rank] += part.counts


def _room(parts: Sequence[Part], name: str, size: int) -> Ints | None:
    """Return an array for all that parts have of a name, in the smallest type that holds it; None if they have none."""
    found = [getattr(part, name) for part in parts]
    if any(values is None for values in found):
        return None
    return np.empty(size, np.result_type(np.uint8, *(narrowest(values) for values in found)))


def narrowest(counts: Ints) -> np.dtype[Any]:
    """Return the smallest type that holds some counts: most are below 256."""
    return np.min_scalar_type(int(counts.max(initial=0)))
