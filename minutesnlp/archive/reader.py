"""An archive as who reads it sees it: what it holds, its search, and what is told of people, decisions and figures."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from minutesnlp.archive import asking, given, mentions
from minutesnlp.archive.disk import OnDisk
from minutesnlp.archive.overriding import overrides_in
from minutesnlp.archive.store import Closed, Store
from minutesnlp.archive.taught import Learnt
from minutesnlp.counting import plural
from minutesnlp.errors import OutdatedError, QueryError
from minutesnlp.records import (
    Answers,
    Corpus,
    Decisions,
    Entities,
    Figures,
    Hit,
    Hits,
    Item,
    Meeting,
    Paragraph,
    Position,
    Questions,
    Skipped,
    Undertakings,
)
from minutesnlp.records.people import People, Person
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.nearest import nearest
from minutesnlp.searching.saved import Searches
from minutesnlp.searching.search import search
from minutesnlp.showing import Shown

if TYPE_CHECKING:  # what tracks, links and measures is loaded when it is asked for: a search does not wait for it
    from minutesnlp.archive.ledger import Ledger
    from minutesnlp.archive.people import Register

T = TypeVar("T")


class Reader(Shown):
    """Everything that can be asked of an archive; nothing here changes it."""

    def __init__(self, store: Store, path: Path | None = None) -> None:
        self._store = store
        self._register: tuple[Store, dict[str, str], Register] | None = None
        self.path = path

    def close(self) -> None:
        """Let go of the archive's files, so that its folder can be moved or deleted, which Windows refuses before.

        Whatever it is asked from then on raises ArchiveError, and so may what a hit found before was not asked yet; as
        long as such hits are kept, so is the index they come from. At the end of a `with` it is closed as well. Closing
        it again does nothing.
        """
        self._store.close()
        self._store = cast("Store", Closed(self.path))
        self._register = None
        gc.collect()  # records and what they were read from point to each other, and hold the files

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self.collection.meetings)

    def __repr__(self) -> str:
        if isinstance(self._store, Closed):
            return f"Archive(closed, {'in memory' if self.path is None else self.path})"
        days = sorted(meeting.date for meeting in self.collection.meetings if meeting.date)
        ends = [f"{day.day} {day:%B %Y}" for day in (days[0], days[-1])] if days else []
        span = f", {' to '.join(ends)}" if days else ""
        skipped = f", {plural(len(self.skipped), 'file')} skipped" if self.skipped else ""
        where = "in memory" if self.path is None else f"in {self.path}"
        counts = f"{plural(len(self), 'meeting')}, {plural(len(self.collection), 'paragraph')}"
        stale = ", stale: compact() learns anew" if self.learnt is not None and self.learnt.stale else ""
        return f"Archive({counts}{span}{skipped}, {where}{stale})"

    @property
    def collection(self) -> Collection:
        """What is searched: the index, and where its paragraphs stand."""
        return self._store.collection

    @property
    def digest(self) -> str:
        """SHA-256 over the ids and the sources' digests of all meetings: equal for equal contents."""
        return self.meetings().digest

    @property
    def journal(self) -> str:
        """How records are kept: `wal`, `delete` on a network share or where a file system refuses that; `memory`."""
        return self._store.journal

    @property
    def learnt(self) -> Learnt | None:
        """When the fused ranker learnt which words are used alike (at `create`, `compact`); None of few paragraphs."""
        return self._store.learnt

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The files that could not be read, each with its reason."""
        return self._store.skipped

    def search(
        self,
        query: str,
        *,
        k: int | None = 10,
        ranker: str = "fused",
        sort: str = "relevance",
        plain: bool = False,
        expand: bool = True,
        relax: bool = True,
        without: str | Sequence[str] | None = None,
        semantic: str | Path | None = None,
        body: str | Sequence[str] | None = None,
        council: str | Sequence[str] | None = None,
        status: str | Sequence[str] | None = None,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        before: str | datetime.date | None = None,
        year: str | Sequence[str] | None = None,
        person: str | Sequence[str] | None = None,
        role: str | Sequence[str] | None = None,
        kind: str | Sequence[str] | None = None,
        section: str | Sequence[str] | None = None,
        holds: str | Sequence[str] | None = None,
        outcome: str | Sequence[str] | None = None,
        item: str | Sequence[str] | None = None,
    ) -> Hits:
        """Return the paragraphs that answer a query, best first; `searching.asking.grammar` tells the query language.

        `k` None gives every mention: the `total` paragraphs that count, and not what a `k` above that adds behind them.
        `ranker` is `fused` (a paragraph in its context), or `bm25` or `tfidf` alone.
        `sort` is `relevance`, `date` (oldest first) or `newest`. `plain` ranks agenda text and routine matters as high
        as the rest. `expand` False keeps to the words typed: no abbreviation, no thesaurus, and no word of like meaning
        where nothing holds the whole query; `without` names those not to be used. `semantic` is the folder of a small
        embedding model (model2vec's form; the `semantic` extra): the best hits are ranked by its likeness too, those
        with the whole query still first. Behind the paragraphs that hold the whole query follow, as far as `k` goes,
        those that hold part of it, which `read_as` counts apart and `total` only where none holds all: `relax` False
        leaves them out. What counts is the same for every `k` and `sort`. Of several values of a filter any will do.
        `until` includes its period, `before` excludes it; `year` may be a municipal year, 2020/21; `body`, `council`,
        `role` are part of a name. Any value in quotation marks (`'"Council"'`; in the query `body="Council"`) is the
        whole of it and finds as many as `facets` tell, `"not stated"` what has none; but a sub-heading whose paragraph
        answers for it is counted only where a filter takes that away. `holds` is question, answer, undertaking,
        decision (those of `decisions`, routine ones too), resolution (of these what was RESOLVED), motion, amendment
        (what is moved, and what became of it), vote or declaration; `outcome` what became of a decision, as `decisions`
        reads it (`refused`, and `lost` is refused), and never `"not stated"`.

        Raises
        ------
        ValueError
            For k below 1, and for a ranker or an order there is not.
        QueryError
            For a value of a filter that cannot be read, also within the query. Any other string is a query.
        """
        filters: dict[str, Any] = {"body": body, "council": council, "status": status, "since": since, "until": until}
        filters |= {"before": before, "year": year, "person": person, "role": role, "kind": kind, "section": section}
        filters |= {"holds": holds, "outcome": outcome, "item": item}
        shown: dict[str, Any] = {"sort": sort, "plain": plain, "expand": expand, "relax": relax, "without": without}
        shown["semantic"] = semantic
        return self._ask(lambda store: search(store.collection, query, k=k, ranker=ranker, **shown, **filters))

    def search_many(
        self, searches: Searches, *, new_since: str | datetime.date | None = None, **options: Any
    ) -> Answers:
        """Put many searches and return one table: queries, saved searches, or the path of a file of them.

        What a saved search says of filters, `k` and `sort` goes before `options`, which are those of `search`. With
        `new_since` only what was added since that day is searched.

        Raises
        ------
        QueryError
            For a file that is no list of searches, and as `search` does.
        """
        return self._ask(lambda store: asking.search_many(store, searches, new_since, options))

    def new_since(self, query: str, date: str | datetime.date, **options: Any) -> Hits:
        """Search what was added to the archive since a day: new meetings, and what a new version says anew.

        A paragraph that an older version of its meeting says too is not new, unless `compact` took that version away.
        `options` are those of `search`.
        """
        return self._ask(lambda store: asking.new_since(store, query, date, options))

    def meetings(self) -> Corpus:
        """Return all meetings, in the order they were added."""
        return self._ask(lambda store: store.meetings())

    def meeting(self, id_: str) -> Meeting:
        """Return a meeting by its id; KeyError when there is none, TypeError for no string."""
        id_ = given.text(id_, "an id")
        return self._ask(lambda store: store.meeting(id_))

    def item(self, id_: str) -> Item:
        """Return an item by its id; KeyError when there is none, TypeError for no string."""
        id_ = given.text(id_, "an id")
        return self._ask(lambda store: store.item(id_))

    def paragraph(self, id_: str) -> Paragraph:
        """Return a paragraph by its id; KeyError when there is none, TypeError for no string."""
        id_ = given.text(id_, "an id")
        return self._ask(lambda store: store.paragraph(id_))

    def superseded(self) -> Corpus:
        """Return the older versions of meetings, and those that were removed: kept until `compact`."""
        return self._ask(lambda store: store.superseded())

    def entities(self, label: str | None = None, *, person: str | None = None) -> Entities:
        """Return the people, roles, dates and figures of all meetings, in reading order.

        People and posts have the `person_id` of whom they mean, the same over all meetings. `label` keeps the entities
        of one label, `person` those that mean one person.
        """
        return mentions.entities(self._store.tagged(), self.collection.mentions, label, person)

    @property
    def overrides(self) -> dict[str, str]:
        """Whom mentions mean by a person's word: `overrides.yaml` in the archive's folder, `mention: identity` a line.

        A mention is written as printed (`S Orr: sue-orr`), for one meeting with its id before (`ID/S Orr: sue-orr`).
        They hold for entities, people, the filter `person` of a search and its facet, as soon as the file is written.
        """
        return overrides_in(self.path)

    def people(self, *, public: str | None = None) -> People:
        """Return the members and officers, by family name, with their posts through time; `public` keeps one kind.

        Private people are left out. `.doubtful` are the links that a person should look at; what is settled goes into
        `overrides.yaml`.
        """
        return self._ask(lambda _: self._known_people().people(public=public))

    def person(self, name: str) -> Person:
        """Return a member or officer by name, id, or the post held last, with what they presented, moved, declared.

        Raises
        ------
        KeyError
            When nobody is called so, when it is a private person, and when it may be several (the message names them).
        TypeError
            When the name is no string.
        """
        name = given.text(name, "a name")
        return self._ask(lambda _: self._known_people().person(name))

    def redact(self, source: str | Paragraph | Item | Meeting, *, mask: str = "[name withheld]") -> str:
        """Return a text with the names masked of all who are neither members nor officers here, and contacts.

        Who holds a post of a council in the text itself is not masked. A family name alone is masked where somebody of
        that name is masked in the same text, and where the text tells of nobody by it. The address beside a masked name
        is masked, and telephone numbers, e-mail addresses and postcodes whosever they are. Other addresses stay, and
        names that the tagger does not find: read the result before it is published.
        """
        from minutesnlp.archive.redacting import redacted

        return redacted(source, self.people(), mask=mask)

    def nearest(self, text: str, k: int = 12) -> tuple[Paragraph, ...]:
        """Return the paragraphs that share most with a text, the likest first; agenda text is left out."""
        return nearest(self.collection, given.text(text, "a text"), k)

    def decisions(
        self,
        *,
        body: str | None = None,
        council: str | None = None,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        outcome: str | None = None,
        routine: bool = False,
    ) -> Decisions:
        """Return what was decided, oldest first; `routine` also the approval of minutes and the like.

        `body` and `council` are part of a name (in quotation marks the whole of it), `outcome` a printed verb
        (`AGREED`, `REFUSED`); what was agreed or resolved to be deferred, refused, withdrawn, approved or noted is
        found by these too. What is found is kept, so that the next call reads no meeting again.
        """
        return self._ledger.decisions(
            self._store, outcome=outcome, routine=routine, body=body, council=council, since=since, until=until
        )

    def undertakings(
        self,
        *,
        open: bool | None = None,  # noqa: A002  # the word of those who chase them
        body: str | None = None,
        council: str | None = None,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        owner: str | None = None,
        standing: str | None = None,
        on: str | datetime.date | None = None,
    ) -> Undertakings:
        """Return what was promised, oldest first, each with the later paragraphs that may answer it.

        A later paragraph is offered as closing one, with what speaks for it, and closes nothing by itself. `open` keeps
        those that no later paragraph answers by citing their minute, `open=False` those that one does: where minutes
        never cite an earlier one, or few meetings of a body are kept, all are open. `standing` is
        answered (a later paragraph cites its minute), overdue, unfollowed (its day is past, and no meeting of its body
        after that day is kept), due or undated, as of `on`: else the day of the newest meeting.
        """
        return self._ledger.undertakings(
            self._store,
            open=open,
            owner=owner,
            standing=standing,
            on=on,
            body=body,
            council=council,
            since=since,
            until=until,
        )

    def questions(
        self,
        *,
        body: str | None = None,
        council: str | None = None,
        since: str | datetime.date | None = None,
        until: str | datetime.date | None = None,
        reply: str | None = None,
    ) -> Questions:
        """Return what was asked, oldest first; `reply` is answered, promised or unanswered."""
        return self._ledger.questions(self._store, reply=reply, body=body, council=council, since=since, until=until)

    def figures(self, topic: str, **filters: Any) -> Figures:
        """Return the figures told about a topic, oldest first, and in `doubts` what of them does not agree.

        `topic` is a query, `filters` are those of `search`.
        """
        from minutesnlp.archive.figures import MOST, figures_in

        return figures_in(topic, *self._read_for(topic, MOST, filters))

    def latest_position(self, topic: str, **filters: Any) -> Position:
        """Return where a topic stands: its newest decision, statement, figure and promised step, each quoted."""
        from minutesnlp.archive.positions import MOST, position_of

        return position_of(topic, *self._read_for(topic, MOST, filters))

    def _read_for(self, topic: str, k: int, filters: dict[str, Any]) -> tuple[Hits, tuple[Hit, ...]]:
        """Return the best k paragraphs on a topic; where there are more, the newest k too."""
        best = self._about(topic, k, filters)
        newest = self._about(topic, k, {**filters, "sort": "newest"}) if best.total > k else ()
        return best, tuple(newest)

    def _about(self, topic: str, k: int, filters: dict[str, Any]) -> Hits:
        """Return what holds all of a topic; only where nothing does, what holds part of it."""
        if not given.text(topic, "a topic").strip():
            raise QueryError("the topic is empty; name what is asked about, as in a search")
        return self.search(topic, k=k, **{"relax": False, **filters}) or self.search(topic, k=k, **filters)

    @cached_property
    def _ledger(self) -> Ledger:
        from minutesnlp.archive.ledger import Ledger

        return Ledger()

    def _known_people(self) -> Register:
        """Return who is who in this state of the archive, by the overrides of now; it is worked out once."""
        from minutesnlp.archive.people import Register

        overrides = self.overrides
        if self._register is None or self._register[:2] != (self._store, overrides):
            store = self._store
            register = Register(store.linked(overrides), lambda ids: store.found(ids, "decisions"))
            self._register = store, overrides, register
        return self._register[2]

    def _ask(self, question: Callable[[Store], T]) -> T:
        """Put a question; when another process compacted the archive meanwhile, put it to the archive as it is now."""
        try:
            return question(self._store)
        except OutdatedError:
            assert self.path is not None
            self._store = OnDisk(self.path)
            return question(self._store)
