"""What a search finds: paragraphs with their reasons, best first, and the account of how the query was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar, Self
from urllib.parse import quote

from minutesnlp import tables
from minutesnlp.records.minutes import Item, Meeting, Paragraph
from minutesnlp.records.record import Record
from minutesnlp.records.sequences import Records

# How much of a query a hit holds: all of it; all, by the title it stands under; half of its weight or more
# (of a long one: enough of it); less.
MATCHES = ("all", "title", "part", "less")

# The part of a score by which all others are taken.
TIMES = "times"

# Paragraphs of so many words that are equal say the same.
TELLING = 6


@dataclass(frozen=True, slots=True)
class Hit(Record):
    """A paragraph found by a search.

    `score` is the chosen ranker's; `bm25` and `tfidf` are given whichever was chosen. `terms` are the words of the
    query that stand, as they were typed, in the paragraph or its title, `spans` the places in the paragraph's text.
    `snippet` is `paragraph.text[snippet_start:][:len(snippet)]`: the part that holds most of the query. `item` is None
    for words that stand outside items. `held` is what the score has for how much of the query it holds, `parts`
    what the rest is made of, part by part, before it is set beside the best; `names` are the other names by which
    words of the query were found. `match` tells how much of the query it holds, of `MATCHES`: what holds all is in
    `Hits.total`, the rest in `Hits.partly`. `same` are the hits that `Hits.folded` puts behind this one. Where a
    phrase begins in the lead-in above and goes on in the paragraph, `lead_in` is how that ends, word for word, and
    `lead_in_spans` where the phrase is in it; so is a sub-heading above it that says what was asked for.
    """

    rank: int
    score: float
    bm25: float
    tfidf: float
    terms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    snippet: str
    snippet_start: int
    paragraph: Paragraph
    item: Item | None
    meeting: Meeting
    parts: tuple[tuple[str, float], ...] = ()
    names: tuple[str, ...] = ()
    match: str = "all"
    similar: Callable[[int], Hits] | None = field(default=None, repr=False, compare=False)
    same: tuple[Hit, ...] = ()
    lead_in: str = ""
    lead_in_spans: tuple[tuple[int, int], ...] = ()
    held: float = 0.0

    def __getstate__(self) -> list[Any]:
        """Return what is kept of a hit elsewhere: all but the way back into its archive."""
        return [None if one.name == "similar" else getattr(self, one.name) for one in fields(self)]

    def more_like_this(self, k: int = 10) -> Hits:
        """Return the paragraphs of the archive that are most like this one.

        Raises
        ------
        ValueError
            When the hit came from elsewhere (a file, another process) and knows no archive.
        """
        if self.similar is None:
            raise ValueError("this hit knows no archive; search for it again")
        return self.similar(k)

    @property
    def citation(self) -> str:
        """Where it stands, ready for a footnote."""
        return self.paragraph.citation

    @property
    def permalink(self) -> str:
        """An address of the paragraph that outlives changes elsewhere in its meeting: `#` and its id, quoted."""
        return "#" + quote(self.paragraph.id, safe="/-")

    def explain(self) -> str:
        """Return why it was found and what its score is made of, in English: the parts add up to it.

        They are summed and taken “times” what weakens or lifts all of them; set beside the best that is the rest of it.
        """
        held, named = (", ".join(f"“{word}”" for word in words) for words in (self.terms, self.names))
        otherwise = "Found by what it stands beside" if self.parts else "Selected by the filters"
        found = f"Found by {held}" if held else f"Found as {named}" if named else otherwise
        named = f" (also as {named})" if held and named else ""
        score = f"{found}{named}. Score {self.score:.3f}"
        if not self.parts:
            return f"{score}."
        times = dict(self.parts).get(TIMES, 1.0)
        total = times * sum(weight for name, weight in self.parts if name != TIMES)
        parts = "; ".join(f"{name} {weight:.2f}" for name, weight in self.parts)
        rest = f"{self.score - self.held:.3f} for {total:.2f} beside the best"
        return f"{score}: {self.held:.3f} for how much of the query it holds, {rest}, of: {parts}."

    @classmethod
    def headings(cls) -> tuple[str, ...]:
        """Return what the values of a row are called, in their order."""
        about = ("date", "body", "number", "title", "lead_in", "snippet", "citation", "terms", "spans")
        return ("rank", "match", "score", "bm25", "tfidf", *about, "paragraph_id", "item_id", "meeting_id")

    def row(self) -> dict[str, Any]:
        """Return the hit as plain values, its paragraph, item and meeting by their ids."""
        return {
            "rank": self.rank,
            "match": self.match,
            "score": self.score,
            "bm25": self.bm25,
            "tfidf": self.tfidf,
            "date": self.meeting.date.isoformat() if self.meeting.date else None,
            "body": self.meeting.body,
            "number": self.item.number if self.item else None,
            "title": self.item.title if self.item else None,
            "lead_in": self.lead_in,
            "snippet": self.snippet,
            "citation": self.citation,
            "terms": list(self.terms),
            "spans": [list(span) for span in self.spans],
            "paragraph_id": self.paragraph.id,
            "item_id": self.item.id if self.item else None,
            "meeting_id": self.meeting.id,
        }


class Hits(Records[Hit]):
    """The answer to a query, best first.

    `total` is how many paragraphs hold all of the query; an item of which only the title says it counts once. `partly`
    is how many hold part of it, or stand under a title that says it: these follow, as far as was asked for, and are
    counted nowhere else. `read_as` says in English how the query was read, and what was dropped or relaxed.
    `expansions` are the other names that were searched for, each with what it brought; `names` those of them that mean
    the same, each with the words of the query that it stands for. `facets` count the `total` by
    body, year and so on, each not confined by the filter of its own name. `near` are near misses, offered where
    nothing holds all.
    """

    record = Hit
    columns = ("rank", "match", "score", "snippet", "citation")
    types: ClassVar[tables.Types] = {"body": "category", "date": "date"}

    def __init__(
        self,
        hits: Iterable[Hit] = (),
        *,
        query: str = "",
        read_as: str = "",
        total: int | None = None,
        partly: int = 0,
        expansions: Iterable[str] = (),
        names: Mapping[str, str] | None = None,
        facets: Mapping[str, Mapping[str, int]] | None = None,
        near: Iterable[str] = (),
        people: Callable[[int], Sequence[str]] | None = None,
        counts: Callable[[str], Mapping[str, int]] | None = None,
    ) -> None:
        super().__init__(hits)
        self.query = query
        self.read_as = read_as
        self.total = len(self) if total is None else total
        self.partly = partly
        self.expansions = tuple(expansions)
        self.names: Mapping[str, str] = names or {}
        self.facets: Mapping[str, Mapping[str, int]] = facets or {}
        self.near = tuple(near)
        self._people = people
        self._counts = counts

    def grouped(self, by: str = "meeting") -> dict[str, Self]:
        """Return the hits by the id of their `item` or `meeting`, or by `person`, in the order of the best of each.

        A hit is of every person its paragraph mentions, by name or by post; one that mentions nobody is of none. The
        `total` of a group is how many of all that hold the whole query are of it, shown or not.

        Raises
        ------
        ValueError
            For anything else to group by.
        """
        if by not in ("item", "meeting", "person"):
            raise ValueError(f"by is {by!r}; it must be item, meeting or person")
        groups: dict[str, list[Hit]] = {}
        for hit in self:
            if by == "person":
                names: Sequence[str] = self._people(hit.rank - 1) if self._people else ()
            else:
                names = [(hit.item if by == "item" and hit.item else hit.meeting).id]
            for name in names:
                groups.setdefault(name, []).append(hit)
        counts = self._counts(by) if self._counts else None
        return {
            name: self._like(hits, sum(hit.match == "all" for hit in hits) if counts is None else counts.get(name, 0))
            for name, hits in groups.items()
        }

    def folded(self) -> Self:
        """Return the hits with those that say the same in one: the best, with the others as its `same`.

        They say the same when their texts and the titles they stand under are equal: a paragraph of a document that
        was published twice, or one that every meeting has. The same few words (“Carried.”) may tell of two matters.
        `total` still counts each.
        """
        groups: dict[tuple[str, str, str], list[Hit]] = {}
        for hit in self:
            text, title = _plain(hit.paragraph.text), _plain(hit.item.title if hit.item else "")
            told = len(text.split()) >= TELLING
            groups.setdefault((text, title, hit.match) if told else (hit.paragraph.id, "", ""), []).append(hit)
        return self._like(replace(first, same=tuple(others)) for first, *others in groups.values())

    def _like(self, records: Iterable[Hit], total: int | None = None) -> Self:
        return type(self)(
            records,
            query=self.query,
            read_as=self.read_as,
            total=self.total if total is None else total,
            partly=self.partly,
            expansions=self.expansions,
            names=self.names,
            facets=self.facets,
            near=self.near,
            people=self._people,
            counts=self._counts,
        )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


@dataclass(frozen=True, slots=True)
class Answer(Record):
    """What one of many searches found."""

    name: str
    hits: Hits

    def row(self) -> dict[str, Any]:
        """Return the search's name and query, how many paragraphs hold all and part of it, and how it was read."""
        hits = self.hits
        counts = {"total": hits.total, "partly": hits.partly}
        return {"name": self.name, "query": hits.query, **counts, "read_as": hits.read_as}


class Answers(Records[Answer]):
    """What many searches found, in the order they were asked; `rows()` is all of it, a row a hit."""

    columns = ("search", "rank", "snippet", "citation")
    types: ClassVar[tables.Types] = Hits.types

    def __init__(self, answers: Iterable[Answer] = ()) -> None:
        super().__init__(answers)
        self._by_name = {answer.name: answer.hits for answer in self._records}

    def of(self, name: str) -> Hits:
        """Return what one search found; KeyError when there is none of that name."""
        return self._by_name[name]

    @property
    def headings(self) -> tuple[str, ...]:
        """What the columns of `rows()` are called, also where there is none."""
        return ("search", "total", "partly", *Hit.headings())

    def rows(self) -> list[dict[str, Any]]:
        """Return one row a hit, after its search's name and how many paragraphs hold all and part of what it asks for.

        A search without a hit has a row without a hit.
        """
        nothing: dict[str, Any] = dict.fromkeys(Hit.headings())
        return [
            {"search": answer.name, "total": answer.hits.total, "partly": answer.hits.partly, **row}
            for answer in self
            for row in ([hit.row() for hit in answer.hits] or [nothing])
        ]
