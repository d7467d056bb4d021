"""Postings of some paragraphs and of others put together, and paragraphs taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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


def join(first: Postings, second: Postings) -> Postings:
    """Return the postings of the paragraphs of `first` followed by those of `second`, as if inverted at once."""
    if first.has_titles != second.has_titles or (first.positions is None) != (second.positions is None):
        raise ValueError("one index has titles or positions and the other has none; build both alike")
    vocabulary = Vocabulary.of([*first.vocabulary, *second.vocabulary])
    place = {term: number for number, term in enumerate(vocabulary)}
    both = (first, second)
    ranks = [np.fromiter((place[t] for t in each.vocabulary), np.int64, len(each.vocabulary)) for each in both]
    return assembled(vocabulary, [part_of(each) for each in both], ranks)


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
    kept = np.ones(len(postings), bool)
    kept[np.fromiter(gone, np.int64)] = False
    moved = np.cumsum(kept, dtype=np.int32) - 1
    here = kept[postings.ids]
    counts = np.diff(np.concatenate([[0], np.cumsum(here)])[postings.starts])
    used = np.flatnonzero(counts)

    def of(values: Any, mask: NDArray[np.bool_]) -> Any:
        return None if values is None else values[mask]

    part = Part(
        counts[used],
        moved[postings.ids[here]],
        postings.frequencies[here],
        postings.lengths[kept],
        of(postings.title_frequencies, here),
        of(postings.title_lengths, kept),
        None if postings.positions is None else postings.positions[np.repeat(here, postings.frequencies)],
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
