"""What is searched: an index of paragraphs, where each stands, and a way to its record."""

from __future__ import annotations

import datetime
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from minutesnlp import tagging, tracking
from minutesnlp.indexing import Index
from minutesnlp.indexing import latent as learning
from minutesnlp.indexing.gathering import Standing
from minutesnlp.indexing.latent import Latent
from minutesnlp.indexing.marks import Marks
from minutesnlp.records import KINDS, SECTIONS, Corpus, Item, Meeting, Paragraph
from minutesnlp.searching.collected.abbreviations import Abbreviations, ByTerms, learn
from minutesnlp.searching.collected.calling import Called, Callings
from minutesnlp.searching.collected.columns import Columns
from minutesnlp.searching.collected.decided import ByMeeting, Decided, OfMeeting
from minutesnlp.searching.collected.mentions import Mentions, by_family, mentions_of
from minutesnlp.searching.collected.titles import Titles
from minutesnlp.text.analysis import Analyser

Placed = tuple[Paragraph, Item | None, Meeting]

# What is long enough to be taken for a slip
WORD = re.compile(r"[^\W\d_]{4,}")

# “The minutes of the last meeting were approved as a correct record”, “Apologies were received from …”;
# not “The Board approved the strategy”
ROUTINE = re.compile(
    r"""
      \b (?: correct | accurate | true ) (?: \s and \s (?: correct | accurate | true ) )? \s record \b
    | \A \W* apolog (?: y | ies ) \s (?: for | of | were | was | had )
    | \b no \s (?: declarations \s of \s interests? | apologies ) \b
    | \b there \s were \s no \s declarations
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_ROUTINE = 400

# What holds a term is remembered of so many terms, those asked for last: other names of a word come again and again.
# Of more, what is new would lie in memory that has to be fetched first, which takes longer than to find it anew.
MARKED = 32

# A bullet, heading or row of a table with fewer terms than this says little alone.
ENOUGH = 14
# And any paragraph with fewer than this: “Vote:”, “Rejected.”
BARE = 5
FRAGMENTS = [KINDS.index(kind) for kind in ("bullet", "heading", "table")]

# A heading or clause of no more terms may only name what stands in the text below it, which has so many at least.
FEW, SOME = 9, 8
HEADINGS = [KINDS.index(kind) for kind in ("heading", "clause")]
PROSE = [KINDS.index(kind) for kind in ("text", "bullet")]


class Label(NamedTuple):
    """What an item is called."""

    id: str
    number: str | None
    title: str


class Source(Protocol):
    """Where the records of numbered paragraphs come from."""

    def texts(self, numbers: Sequence[int]) -> list[str]:
        """Return the texts of paragraphs."""

    def found(self, numbers: Sequence[int]) -> list[Placed]:
        """Return paragraphs, each with its item and meeting."""

    def labels(self) -> Sequence[Label]:
        """Return the id, number and title of every item, in the order of `Columns.item`."""

    def labels_of(self, items: Sequence[int]) -> Sequence[Label]:
        """Return the labels of some items."""

    def heads(self) -> Sequence[Meeting]:
        """Return the meetings, of which only what they are called, their dates and status need be told."""

    def called(self) -> Called:
        """Return what every meeting is called, in the order of `heads`."""

    def entitled(self) -> Iterable[str]:
        """Return the titles of items, each once, in their order."""

    def attendees(self) -> Iterable[str]:
        """Return the names in all lists of attendance, each once, in their order."""

    def mentions(self) -> Mentions:
        """Return who is mentioned where."""

    def may_name(self, family: str) -> bool:
        """Tell whether anybody of a folded family name may be mentioned, as far as that is known at once."""

    def decided(self, meetings: Iterable[int]) -> Decided:
        """Return where the decisions of some meetings stand, given by their places; perhaps of others too."""


@dataclass(frozen=True, eq=False)
class Collection:
    """Paragraphs to search, in the order of their numbers.

    `latent` is what they taught of their words, if anything, `told_titles` the words of titles, where they are kept;
    `passing` remembers what passes a value of a filter, `worded` what holds a wording in text and in title, `heads`
    which clauses are names of what stands below them, and `named` what other names find.
    """

    index: Index
    columns: Columns
    source: Source
    abbreviations: Abbreviations = field(default_factory=dict)
    latent: Latent | None = None
    told_titles: Titles | None = None
    passing: dict[tuple[str, Any], Marks] = field(default_factory=dict, init=False, repr=False)
    worded: dict[object, tuple[Marks, Marks]] = field(default_factory=dict, init=False, repr=False)
    heads: dict[int, bool] = field(default_factory=dict, init=False, repr=False)
    named: OrderedDict[object, Any] = field(default_factory=OrderedDict, init=False, repr=False)
    _marked: OrderedDict[str, tuple[Marks, Marks]] = field(default_factory=OrderedDict, init=False, repr=False)

    @cached_property
    def meetings(self) -> Sequence[Meeting]:
        """The meetings without their items."""
        return self.source.heads()

    @cached_property
    def days(self) -> NDArray[np.int64]:
        """The first and the last day each meeting may have been held on, as ordinals (M, 2); 0 where nothing is known.

        Where only one bound is known, the other is as far off as can be.
        """
        found = np.zeros((len(self.meetings), 2), np.int64)
        for place, meeting in enumerate(self.meetings):
            if meeting.date is not None:
                found[place] = meeting.date.toordinal()
            elif meeting.date_from is not None or meeting.date_to is not None:
                bounds = (meeting.date_from or datetime.date.min, meeting.date_to or datetime.date.max)
                found[place] = [day.toordinal() for day in bounds]
        return found

    @cached_property
    def sorts(self) -> NDArray[np.uint16]:
        """Section, kind, whether it is routine, and how many words it has, of each paragraph (N,).

        A place in an array of these, made flat; words are counted up to `ENOUGH`, and only where few say little.
        """
        columns = self.columns
        sort = (columns.section.astype(np.uint16) * len(KINDS) + columns.kind) * 2 + columns.routine
        lengths = self.index.postings.lengths
        few = (np.isin(np.arange(len(KINDS)), FRAGMENTS)[columns.kind] & (lengths < ENOUGH)) | (lengths < BARE)
        return sort * (ENOUGH + 1) + np.where(few, lengths, ENOUGH).astype(np.uint16)

    @cached_property
    def before_prose(self) -> Marks:
        """The headings and clauses of few words that stand right above a longer text in their item."""
        columns, lengths = self.columns, self.index.postings.lengths
        few = np.isin(np.arange(len(KINDS)), HEADINGS)[columns.kind] & (lengths <= FEW)
        below = np.isin(np.arange(len(KINDS)), PROSE)[columns.kind] & (lengths >= SOME) & columns.follows
        return Marks.where(few & np.append(below[1:], False))

    @cached_property
    def standing(self) -> Standing:
        """Where each paragraph stands for the ranking: its meeting, whether it follows another, its sort."""
        columns = self.columns
        return Standing(columns.meeting, columns.starts, columns.follows, self.sorts)

    @property
    def mentions(self) -> Mentions:
        """Who is mentioned where."""
        return self.source.mentions()

    def decided(self, ids: NDArray[np.int64]) -> Decided:
        """Return where the decisions stand of the meetings in which some paragraphs do."""
        return self.source.decided(np.unique(self.columns.meeting[ids]).tolist())

    @cached_property
    def abbreviated(self) -> ByTerms:
        """The other names that abbreviations give, by terms."""
        analyser = self.index.analyser
        assert isinstance(analyser, Analyser)
        return ByTerms(self.abbreviations, analyser)

    @cached_property
    def titles(self) -> Titles:
        """The words of the titles of items."""
        return self.told_titles or titles_of(self.source.labels(), self.index)

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """The words of titles and names, in small letters, each as printed: what a word may have been meant as."""
        found: dict[str, str] = {}
        for text in (*self.source.entitled(), *self.source.attendees()):
            for word in WORD.findall(text):
                if (plain := word.lower()) not in found or found[plain].isupper():  # a heading may be all capitals
                    found[plain] = word
        return found

    @cached_property
    def listed(self) -> Mapping[str, Sequence[str]]:
        """The names in lists of attendance by their last word, both folded."""
        return by_family(self.source.attendees())

    def marks(self, term: str) -> tuple[Marks, Marks]:
        """Return the paragraphs that hold a term in their text, and those that do in their title."""
        found = self._marked.pop(term, None)
        if found is None:
            if len(self._marked) >= MARKED:
                self._marked.popitem(last=False)
            found = self.index.marks(term)
        self._marked[term] = found
        return found

    def called(self, terms: Sequence[str]) -> Marks:
        """Return the paragraphs of meetings whose council (or else file), body, month or year some term names."""
        kept = self._callings.named(terms)
        return Marks.where(self.columns.of_meetings(kept)) if kept.any() else Marks.none(len(self))

    def called_whole(self, words: Sequence[str]) -> Iterator[tuple[int, int, list[str], Marks]]:
        """Yield where words give the name of a council or body: from, to, its names, the paragraphs of its meetings."""
        for start, end, names, kept in self._callings.whole(words):
            yield start, end, names, Marks.where(self.columns.of_meetings(kept))

    @cached_property
    def _callings(self) -> Callings:
        assert isinstance(self.index.analyser, Analyser)
        return Callings(self.source.called(), self.index.analyser)

    def __len__(self) -> int:
        return len(self.columns.meeting)

    def items_that(self, passes: Callable[[Label], bool]) -> Marks:
        """Return the paragraphs of the items whose label passes."""
        kept = np.array([*map(passes, self.source.labels()), False])  # the last stands for -1: outside items
        return Marks.where(kept[self.columns.item])

    def entitled(self, held: Marks, parts: Sequence[tuple[str, int]]) -> Marks:
        """Return the paragraphs among those held under a title with some terms at their distances from the first."""
        find = self.index.postings.vocabulary.find
        kept = self.titles.saying([(find(term), offset) for term, offset in parts])
        if not kept.any():  # as of most names of two words that nobody typed
            return Marks.none(len(self))
        ids = (held & self.columns.inside).ids
        return Marks.of(ids[kept[self.columns.item[ids]]], len(self))

    def under(self, held: Marks, passes: Callable[[Label], bool]) -> Marks:
        """Return the paragraphs among those held that stand under an item whose label passes, by number and title."""
        ids = (held & self.columns.inside).ids
        items, title_of = self.columns.item[ids], self.titles.title_of
        titles = title_of[items]
        one_of = np.full(int(title_of.max(initial=-1)) + 1, -1)  # of items that are called the same one is looked at
        one_of[titles] = items
        different = np.flatnonzero(one_of >= 0)
        kept = np.zeros(len(one_of), bool)
        kept[different] = [passes(label) for label in self.source.labels_of(one_of[different].tolist())]
        return Marks.of(ids[kept[titles]], len(self))


class InMemory:
    """Records as they were read."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self._meetings = meetings
        self._labels = labels_of(meetings)
        self._mentions: Mentions | None = None
        self._found = [place for meeting in meetings for place in places(meeting)]
        self._starts = [0, *accumulate(len(meeting.paragraphs) for meeting in meetings)]
        self._decided = ByMeeting(self._decisions)

    def texts(self, numbers: Sequence[int]) -> list[str]:
        """Return the texts of paragraphs."""
        return [self._found[number][0].text for number in numbers]

    def found(self, numbers: Sequence[int]) -> list[Placed]:
        """Return paragraphs, each with its item and meeting."""
        return [self._found[number] for number in numbers]

    def labels(self) -> Sequence[Label]:
        """Return the id, number and title of every item, in the order of `Columns.item`."""
        return self._labels

    def labels_of(self, items: Sequence[int]) -> Sequence[Label]:
        """Return the labels of some items."""
        return [self._labels[item] for item in items]

    def heads(self) -> Sequence[Meeting]:
        """Return the meetings as they are."""
        return self._meetings

    def called(self) -> Called:
        """Return what every meeting is called."""
        return Called.of((m.council, m.body, m.date.isoformat() if m.date else None, m.source) for m in self._meetings)

    def entitled(self) -> Iterable[str]:
        """Return the titles of items, each once."""
        return dict.fromkeys(label.title for label in self._labels)

    def attendees(self) -> Iterable[str]:
        """Return the names in all lists of attendance, each once."""
        return dict.fromkeys(attendee.name for meeting in self._meetings for attendee in meeting.attendance)

    def mentions(self) -> Mentions:
        """Return who is mentioned where; the first time, this reads everything."""
        if self._mentions is None:
            self._mentions = mentions_of(
                (meeting, meeting.paragraphs, tagging.tag(meeting)) for meeting in self._meetings
            )
        return self._mentions

    def may_name(self, family: str) -> bool:  # noqa: ARG002
        """Return that anybody may be mentioned: people are looked for when they are asked for."""
        return True

    def decided(self, meetings: Iterable[int]) -> Decided:
        """Return where the decisions of some meetings stand; they are found when they are first asked for."""
        return self._decided.of(meetings)

    def _decisions(self, place: int) -> OfMeeting:
        meeting = self._meetings[place]
        return self._starts[place], meeting.paragraphs, tracking.find_decisions(meeting)


def collect(corpus: Corpus | Sequence[Meeting]) -> Collection:
    """Index meetings and keep their records in memory."""
    found = learn(paragraph.text for meeting in corpus for paragraph in meeting.paragraphs)
    index = build(corpus)
    return Collection(index, columns_of(corpus), InMemory(corpus), found, learning.learn(index.postings))


def build(meetings: Iterable[Meeting]) -> Index:
    """Index the paragraphs of meetings, with the titles of their items as a second field."""
    found = [place for meeting in meetings for place in places(meeting)]
    return Index.build([p.text for p, _, _ in found], titles=[title_of(i) for _, i, _ in found], positions=True)


def columns_of(meetings: Iterable[Meeting]) -> Columns:
    """Return where the paragraphs of meetings stand."""
    rows: list[tuple[int, int, int, int, bool]] = []
    count = 0
    for number, meeting in enumerate(meetings):
        items = {id(item): count + place for place, item in enumerate(meeting.items)}
        count += len(meeting.items)
        for paragraph, item, _ in places(meeting):
            section, kind = SECTIONS.index(paragraph.section), KINDS.index(paragraph.kind)
            rows.append((number, items[id(item)] if item else -1, section, kind, is_routine(paragraph)))
    table: Any = np.array(rows, np.int32).reshape(len(rows), 5)
    return Columns(
        meeting=np.ascontiguousarray(table[:, 0]),
        item=np.ascontiguousarray(table[:, 1]),
        section=table[:, 2].astype(np.uint8),
        kind=table[:, 3].astype(np.uint8),
        routine=table[:, 4].astype(bool),
    )


def labels_of(meetings: Iterable[Meeting]) -> list[Label]:
    """Return what the items of meetings are called, one after the other."""
    return [Label(item.id, item.number, item.title) for meeting in meetings for item in meeting.items]


def titles_of(labels: Iterable[Label], index: Index) -> Titles:
    """Return the words of the titles of items, with their numbers, as an index has them."""
    assert isinstance(index.analyser, Analyser)
    titles = (f"{label.number} {label.title}" if label.number else label.title for label in labels)
    return Titles.of(titles, index.analyser, index.postings.vocabulary.find)


def places(meeting: Meeting) -> list[Placed]:
    """Return every paragraph of a meeting as it is printed, with its item (None outside items) and the meeting."""
    within = [(paragraph, item, meeting) for item in meeting.items for paragraph in item.paragraphs]
    front: list[Placed] = [(paragraph, None, meeting) for paragraph in meeting.front]
    return [*front, *within, *((paragraph, None, meeting) for paragraph in meeting.back)]


def title_of(item: Item | None) -> str:
    """Return what is searched as a paragraph's title: the item's number and title."""
    return "" if item is None else str(item)


def is_routine(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is what every meeting has and no reader searches for.

    >>> is_routine(Paragraph("a", "The minutes were confirmed as a correct record."))
    True
    """
    if paragraph.kind == "boilerplate":
        return True
    return len(paragraph.text) <= LONGEST_ROUTINE and ROUTINE.search(paragraph.text) is not None
