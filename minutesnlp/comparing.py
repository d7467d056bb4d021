"""Keyness: which terms set one part of the minutes apart from another, and by how much.

How sure a difference is, is told by log-likelihood (T. Dunning, Accurate methods for the statistics of surprise and
coincidence, Computational Linguistics 19, 1993) in the form corpus linguists use, of two cells (P. Rayson and
R. Garside, Comparing corpora using frequency profiling, 2000); how large, by the log ratio (A. Hardie, Log Ratio: an
informal introduction, 2014).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from minutesnlp.records import Example, Hit, Item, Keyword, Keywords, Meeting, Paragraph
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.sentences import sentences

Part = Meeting | Item | Iterable[Meeting | Item | Hit]

RECORD = ("decision", "minutes")  # what records the meeting, as `Item.minutes` does
SURE = 15.13  # p < .0001, which Rayson and others advise for tables of keywords


def log_likelihood(count: int, reference_count: int, size: int, reference_size: int) -> float:
    """Return Rayson and Garside's log-likelihood of two counts in texts of two sizes, 0 where they agree.

    >>> round(log_likelihood(20, 5, 1000, 1000), 3)
    9.637
    """
    both, total = count + reference_count, size + reference_size
    pairs = ((count, size), (reference_count, reference_size))
    # Where a count is 0 its summand is 0, as x ln x is in the limit.
    return max(0.0, 2 * sum(here * math.log(here * total / (both * of)) for here, of in pairs if here))


def log_ratio(count: int, reference_count: int, size: int, reference_size: int) -> float:
    """Return Hardie's log ratio: the binary logarithm of the ratio of two relative frequencies; a count of 0 is half.

    >>> log_ratio(8, 2, 1000, 1000), log_ratio(2, 0, 1000, 1000)
    (2.0, 2.0)
    """
    return math.log2(((count or 0.5) / size) / ((reference_count or 0.5) / reference_size))


def keyness(
    part: Part,
    reference: Part,
    *,
    at_least: float = SURE,
    count: int = 3,
    meetings: int = 1,
    k: int | None = 50,
    examples: int = 2,
) -> Keywords:
    """Return the terms that set one part of the minutes apart from another, the surest difference first.

    Only what records the meeting is counted (sections `decision` and `minutes`), in the terms of the search: stems,
    without stop words.

    Parameters
    ----------
    part, reference
        A Corpus, the Hits of a search, or meetings, items and hits: two panels, two years, two topics. What stands in
        both is counted in the part alone, so that the reference may be the whole archive. Terms of either are returned:
        those more frequent in the part have a log ratio above 0.
    at_least
        The least log-likelihood; 3.84 is p < .05, 6.63 p < .01, 10.83 p < .001, 15.13 p < .0001. Of many terms
        some pass any of these by chance.
    count, meetings
        How often, and in how many meetings, a term must stand in the part where it is more frequent.
    k
        How many are returned; None returns all.
    examples
        How many sentences come with each, of different meetings where there are as many.

    Raises
    ------
    ValueError
        When one part holds no terms.
    TypeError
        For anything but meetings, items and hits.
    """
    analyser = Analyser()
    own = list(_paragraphs(part))
    seen = {paragraph.id for _, paragraph in own}
    rest = [(meeting, paragraph) for meeting, paragraph in _paragraphs(reference) if paragraph.id not in seen]
    ours, theirs = _counted(own, analyser), _counted(rest, analyser)
    if not ours.size or not theirs.size:
        raise ValueError(f"the {'part' if not ours.size else 'reference'} holds no terms of its own to compare")
    scored = []
    for stem in ours.counts.keys() | theirs.counts.keys():
        cells = ours.counts[stem], theirs.counts[stem], ours.size, theirs.size
        sure, ratio = log_likelihood(*cells), log_ratio(*cells)
        side = ours if ratio > 0 else theirs
        if sure >= at_least and side.counts[stem] >= count and len(side.meetings[stem]) >= meetings:
            scored.append((-sure, stem, ratio))
    chosen = sorted(scored)[:k]
    quoted = _quoted(ours, {stem for _, stem, ratio in chosen if ratio > 0}, analyser, examples)
    quoted |= _quoted(theirs, {stem for _, stem, ratio in chosen if ratio <= 0}, analyser, examples)
    return Keywords(
        Keyword(
            quoted[stem][0],
            stem,
            ours.counts[stem],
            theirs.counts[stem],
            1000 * ours.counts[stem] / ours.size,
            1000 * theirs.counts[stem] / theirs.size,
            -sure,
            ratio,
            len(ours.meetings[stem]),
            len(theirs.meetings[stem]),
            quoted[stem][1],
        )
        for sure, stem, ratio in chosen
    )


@dataclass(slots=True)
class _Counted:
    paragraphs: list[tuple[str, Paragraph]]
    counts: Counter[str] = field(default_factory=Counter)
    meetings: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    size: int = 0


def _counted(paragraphs: list[tuple[str, Paragraph]], analyser: Analyser) -> _Counted:
    counted = _Counted(paragraphs)
    for meeting, paragraph in counted.paragraphs:
        stems = [token.term for token in analyser.tokens(paragraph.text) if not token.extra]
        counted.size += len(stems)
        counted.counts.update(stems)
        for stem in set(stems):
            counted.meetings[stem].add(meeting)
    return counted


def _paragraphs(part: Part) -> Iterator[tuple[str, Paragraph]]:
    for each in [part] if isinstance(part, (Meeting, Item)) or not isinstance(part, Iterable) else part:
        if isinstance(each, Hit):
            if each.paragraph.section in RECORD:
                yield each.meeting.id, each.paragraph
            continue
        if not isinstance(each, (Meeting, Item)):
            raise TypeError(f"keyness compares meetings, items and hits, not a {type(each).__name__}")
        for item in each.items if isinstance(each, Meeting) else (each,):
            yield from ((item.meeting_id, paragraph) for paragraph in item.minutes)


def _quoted(
    counted: _Counted, stems: set[str], analyser: Analyser, examples: int
) -> dict[str, tuple[str, tuple[Example, ...]]]:
    """Return for each stem the form it mostly has in print, and sentences with it, first each of another meeting."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first: defaultdict[str, list[Example]] = defaultdict(list)
    more: defaultdict[str, list[Example]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for meeting, paragraph in counted.paragraphs:
        for token in analyser.tokens(paragraph.text):
            if token.extra or token.term not in stems:
                continue
            forms[token.term][paragraph.text[token.start : token.end].casefold()] += 1
            kept = more if (token.term, meeting) in seen else first
            if len(kept[token.term]) < examples:
                seen.add((token.term, meeting))
                kept[token.term].append(_example(paragraph, token.start))
    return {
        # of forms equally frequent the shorter, then the first of the alphabet
        stem: (
            min(forms[stem], key=lambda form: (-forms[stem][form], len(form), form)),
            _chosen(first, more, stem, examples),
        )
        for stem in stems
    }


def _chosen(
    first: Mapping[str, list[Example]], more: Mapping[str, list[Example]], stem: str, examples: int
) -> tuple[Example, ...]:
    return tuple(dict.fromkeys([*first[stem], *more[stem]]))[:examples]


def _example(paragraph: Paragraph, place: int) -> Example:
    spans = sentences(paragraph.text)
    start, end = next((span for span in spans if span[0] <= place < span[1]), (0, len(paragraph.text)))
    return Example(paragraph.text[start:end], paragraph.id, start, end, paragraph.citation)
