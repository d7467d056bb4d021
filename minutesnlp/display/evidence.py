"""What an evidence pack holds: what was said, decided, counted and promised, by whom, and what is missing.

Nothing is worded here but headings: every text is the minutes' own, with its citation as a footnote.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PureWindowsPath
from typing import Any, TypeVar

from minutesnlp import resources
from minutesnlp.archive import Archive
from minutesnlp.archive.bearing import Matters
from minutesnlp.archive.figures import figures_in
from minutesnlp.archive.measured import Nearness, entities_of, figures_of
from minutesnlp.archive.subject import Subject
from minutesnlp.counting import plural
from minutesnlp.display.marked import meaning
from minutesnlp.display.minutes import day
from minutesnlp.reading.meeting.doubts import SCANNED
from minutesnlp.records import Corpus, Decision, Entity, Hit, Hits, Item, Meeting, Paragraph, Undertaking
from minutesnlp.summarising import summarise
from minutesnlp.text.marking import Span
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import find_decisions

Kept = TypeVar("Kept", Decision, Undertaking)
Found = Hits | Item | Iterable[Hit | Item]

FEW = 2  # decisions or undertakings of an item that is taken to be about one matter
# What is said of a hit that does not hold all of the query itself.
HOLDS = {"title": "by its title", "part": "part of the query", "less": "less than half of the query"}
WORDS_OF_AN_ITEM = 120  # of an item given whole, its summary stands in the chronology


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a section: cells by their column; its footnote is the citation. `spans` mark the cell `text`."""

    cells: dict[str, Any]
    citation: str = ""
    paragraph_id: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the pack: its title, a line that says what stands in it, its columns and rows."""

    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def noted(self) -> int:
        """The place of the column that bears the footnote: the text, or the last."""
        return self.columns.index("text") if "text" in self.columns else len(self.columns) - 1

    def grouped(self) -> list[tuple[str, list[Row]]]:
        """Return the rows by the date, body, item and match that those beside each other share, as one heading."""
        heads = ("date", "body", "item", "holds")
        by_head = groupby(self.rows, lambda row: ", ".join(filter(None, (row.cells.get(name) for name in heads))))
        return [(head, list(rows)) for head, rows in by_head]


@dataclass(frozen=True, slots=True)
class Pack:
    """All of an evidence pack. `again` are the facts by which it can be made again."""

    title: str
    sections: tuple[Section, ...]
    again: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph of the evidence; of a hit the words of the query are marked."""

    paragraph: Paragraph
    item: Item | None
    meeting: Meeting | None
    spans: tuple[Span, ...] = ()
    holds: str = ""

    @property
    def date(self) -> datetime.date | None:
        of = self.item or self.meeting
        return of.date if of else None

    @property
    def body(self) -> str:
        of = self.item or self.meeting
        return (of.body or of.council or "") if of else ""


def gather(found: Found, *, archive: Archive | None, title: str | None, query: str | None) -> Pack:
    """Return the pack of hits and items; without an archive the meetings of the hits stand for it."""
    given = [found] if isinstance(found, Item) else list(found)
    for one in given:
        if not isinstance(one, (Hit, Item)):
            raise TypeError(f"an evidence pack is made of hits and items, not of a {type(one).__name__}")
    hits = [one for one in given if isinstance(one, Hit)]
    whole = [one for one in given if isinstance(one, Item)]
    meetings = _meetings(hits, whole, archive)
    order = {p.id: n for n, p in enumerate(p for m in sorted(meetings, key=_when) for p in m.paragraphs)}
    pieces = sorted(_pieces(hits, whole), key=lambda piece: order[piece.paragraph.id])
    items = list({piece.item.id: piece.item for piece in pieces if piece.item}.values())
    items += [item for item in whole if item.id not in {known.id for known in items}]
    query = query if query is not None else (found.query if isinstance(found, Hits) else "")
    sought = Subject(found, query) if isinstance(found, Hits) else None
    within = archive or Archive.in_memory(Corpus(meetings))
    sections = (
        _chronology(pieces, found),
        _decisions(items, hits, {item.id for item in whole}, sought),
        _figures(pieces, whole, sought),
        _undertakings(items, hits, {item.id for item in whole}, within, sought),
        _people(pieces, whole, within),
        _gaps(found, items, meetings, within),
    )
    again = _again(found, query, hits, whole, within, archive is not None)
    return Pack(title or (f"Evidence on {query}" if query else "Evidence from the minutes"), sections, again)


def _meetings(hits: Sequence[Hit], whole: Sequence[Item], archive: Archive | None) -> list[Meeting]:
    """Return the meetings of the evidence; of an item alone, a meeting that holds nothing else."""
    known = {hit.meeting.id: hit.meeting for hit in hits}
    for item in whole:
        if item.meeting_id not in known:
            alone = Meeting(item.meeting_id, item.council, item.body, item.date, items=(item,))
            known[item.meeting_id] = archive.meeting(item.meeting_id) if archive else alone
    return list(known.values())


def _pieces(hits: Iterable[Hit], whole: Iterable[Item]) -> list[_Piece]:
    """Return the paragraphs of hits and the sentences of items' summaries, each once."""
    pieces = {
        hit.paragraph.id: _Piece(hit.paragraph, hit.item, hit.meeting, hit.spans, HOLDS.get(hit.match, ""))
        for hit in hits
    }
    for item in whole:
        chosen = {sentence.paragraph_id for sentence in summarise(item, words=WORDS_OF_AN_ITEM).sentences}
        for paragraph in item.paragraphs:
            if paragraph.id in chosen:
                pieces.setdefault(paragraph.id, _Piece(paragraph, item, None))
    return list(pieces.values())


def _chronology(pieces: Sequence[_Piece], found: Found) -> Section:
    rows = []
    for piece in pieces:
        cells = {
            "date": day(piece.date) or "undated",
            "body": piece.body,
            "item": str(piece.item) if piece.item else "",
            "text": piece.paragraph.text,
            "holds": piece.holds,
        }
        rows.append(Row(cells, piece.paragraph.citation, piece.paragraph.id, piece.spans))
    about = "The evidence, oldest first, word for word; of an item that was chosen whole, what its summary is made of."
    if isinstance(found, Hits) and found.total > len(found):
        here, away = f"{len(found):,} of the {found.total:,} paragraphs found", f"{found.total - len(found):,} are not"
        about = f"{here} are here, {away}. {about}"
    columns: tuple[str, ...] = ("date", "body", "item", "text")
    if some := sum(bool(piece.holds) for piece in pieces):
        whole = f"{len(pieces) - some:,}" if some < len(pieces) else "None"
        of = f"{whole} of the {len(pieces):,} paragraphs"
        about = f"{of} hold all of the query; of the others it is said what they hold. {about}"
        columns = (*columns, "holds")
    return Section("Chronology", about, columns, tuple(rows))


def _decisions(items: Iterable[Item], hits: Sequence[Hit], whole: Collection[str], sought: Subject | None) -> Section:
    rows = []
    for item in _by_date(items):
        cited = {paragraph.id: paragraph.citation for paragraph in item.paragraphs}
        found: Sequence[Decision] = [one for one in find_decisions(item) if not one.routine]
        if item.id not in whole:
            found = _on_it(found, item, hits, sought)
        for one in found:
            cells = {
                "date": day(item.date) or "undated",
                "item": str(item),
                "outcome": one.outcome,
                "text": _whole(one),
                "vote": str(one.votes or ""),
            }
            rows.append(Row(cells, cited[one.paragraph_id], one.paragraph_id))
    about = (
        "What was decided in the items of the evidence; routine decisions are left out, and of items that were found "
        "those on other matters than the one sought, as far as words and headings tell."
    )
    return Section("Decisions", about, ("date", "item", "outcome", "text", "vote"), tuple(rows))


def _on_it(found: Sequence[Kept], item: Item, hits: Sequence[Hit], sought: Subject | None) -> Sequence[Kept]:
    """Return what is on what was sought: it names it, stands under its heading, or points back to it."""
    if sought is None:
        return _on_what_was_sought(found, item, hits)
    matters = Matters(item, sought)
    kept = []
    for one in found:
        end = one.end
        clauses: list[str] = []
        if isinstance(one, Decision):
            end, clauses = one.sentence_end or end, [clause.text for clause in one.clauses]
        if matters.place(one.paragraph_id, one.start, end, clauses) is not None:
            kept.append(one)
    return kept


def _on_what_was_sought(found: Sequence[Kept], item: Item, hits: Sequence[Hit]) -> Sequence[Kept]:
    """Return what holds a word sought, or stands in a hit; all where there are few, or the item's title holds one."""
    here = [hit for hit in hits if hit.item and hit.item.id == item.id]
    terms = {term.casefold() for hit in here for term in hit.terms}
    places = {hit.paragraph.id for hit in here}

    def holds(text: str) -> bool:
        return any(term in text.casefold() for term in terms)

    if len(found) <= FEW or holds(item.title):
        return found
    return [one for one in found if one.paragraph_id in places or holds(_whole(one))]


def _whole(one: Decision | Undertaking) -> str:
    """Return what was promised, or a decision with those of its clauses that stand in other paragraphs."""
    parts = [clause for clause in one.clauses if clause.text not in one.text] if isinstance(one, Decision) else []
    return "\n".join([one.text, *(f"({c.number}) {c.text}" if c.number else c.text for c in parts)])


def _figures(pieces: Iterable[_Piece], whole: Iterable[Item], sought: Subject | None) -> Section:
    rows = []
    told = {item.id for item in whole}
    wanted = [piece for piece in pieces if not (piece.item and piece.item.id in told)]
    wanted += [_Piece(paragraph, item, None) for item in whole for paragraph in item.minutes]
    others = 0
    for piece in sorted(wanted, key=lambda piece: piece.date or datetime.date.max):
        of_it = sought is None or piece.item is None or piece.item.id in told
        matters = None if of_it or piece.item is None or sought is None else Matters(piece.item, sought)
        for start, end in sentences(piece.paragraph.text):
            for entity, apart in _figures_in(piece, start, end, matters):
                others += apart
                cells = {
                    "date": day(piece.date) or "undated",
                    "figure": entity.text,
                    "read as": meaning(entity).partition(": ")[2],
                    "text": piece.paragraph.text[start:end],
                }
                if not apart:
                    rows.append(Row(cells, piece.paragraph.citation, piece.paragraph.id))
    about = "Every figure in the evidence with the sentence it stands in; the date is the meeting's."
    if others:
        about = (
            "The figures of what was sought with the sentence they stand in; the date is the meeting's. "
            f"{plural(others, 'figure')} of other matters in the same paragraphs left out."
        )
    return Section("Figures", about, ("date", "figure", "read as", "text"), tuple(rows))


def _figures_in(piece: _Piece, start: int, end: int, matters: Matters | None) -> Iterator[tuple[Entity, bool]]:
    """Yield the figures of a sentence, and whether they are of another matter than the one sought."""
    if matters is not None:
        for one in figures_of(matters, piece.paragraph, start, end, piece.date):
            yield one.figure, one.nearness is Nearness.APART
        return
    for entity in entities_of(piece.paragraph, piece.date):
        if entity.label == "FIGURE" and start <= entity.start < end:
            yield entity, False


def _undertakings(
    items: Sequence[Item], hits: Sequence[Hit], whole: Collection[str], archive: Archive, sought: Subject | None
) -> Section:
    """List what was promised in the items; in a whole archive later paragraphs may answer it."""
    wanted = {item.id: item for item in items}
    dates = [item.date for item in items if item.date]
    # Without an undated item, only the meetings of those days have to be gone through.
    dated = bool(dates) and len(dates) == len(items)
    since, until = (min(dates), max(dates)) if dated else (None, None)
    rows = []
    promised = [one for one in archive.undertakings(since=since, until=until) if one.item_id in wanted]
    for item_id, found in groupby(promised, lambda one: one.item_id or ""):
        for one in [*found] if item_id in whole else _on_it([*found], wanted[item_id], hits, sought):
            answers = "; ".join(f"{closing.citation} ({closing.why})" for closing in one.closings)
            cells = {
                "date": day(one.date) or "undated",
                "owner": one.owner or "not told",
                "text": one.text,
                "due": one.due or one.due_text or "not told",
                "in the decision": {"carried": "yes", "dropped": "no", "open": "no decision"}[one.status],
                "may be answered by": answers,
            }
            rows.append(Row(cells, one.citation, one.paragraph_id))
    about = (
        "What was promised in the items of the evidence, whether their decision takes it up, what may answer it; of "
        "items that were found those on other matters than the one sought are left out, as far as words and headings "
        "tell."
    )
    columns = ("date", "owner", "text", "due", "in the decision", "may be answered by")
    return Section("Undertakings", about, columns, tuple(rows))


def _people(pieces: Iterable[_Piece], whole: Iterable[Item], archive: Archive) -> Section:
    evidence = {piece.paragraph.id: piece for piece in pieces}
    for item in whole:
        evidence |= {p.id: _Piece(p, item, None) for p in item.minutes if p.id not in evidence}
    found = []
    for person in archive.people():
        named = {mention.paragraph_id for mention in person.mentions}
        places = [piece for id_, piece in evidence.items() if id_ in named]
        if places:
            found.append((person, places))
    rows = []
    for person, places in sorted(found, key=lambda pair: (-len(pair[1]), pair[0].name)):
        stints = [person.role_on(piece.date) for piece in places if piece.date]
        posts = "; ".join(dict.fromkeys(stint.post for stint in stints if stint))
        cells = {"name": str(person), "is": person.public, "posts": posts, "paragraphs": len(places)}
        rows.append(Row(cells, places[0].paragraph.citation, places[0].paragraph.id))
    about = "Members and officers named in the evidence, by name or post, with the posts they are seen in at the time."
    return Section("People", about, ("name", "is", "posts", "paragraphs"), tuple(rows))


def _gaps(found: Found, items: Sequence[Item], meetings: Sequence[Meeting], archive: Archive) -> Section:
    told: list[tuple[str, str]] = []
    if isinstance(found, Hits) and found.total > len(found):
        told.append(("not all is here", f"{found.total:,} paragraphs were found; the first {len(found):,} are here"))
    told += [("cut off by its source", _dated(item)) for item in items if item.truncated]
    told += [("undated", _named(meeting)) for meeting in meetings if meeting.date is None]
    told += [("draft", _named(meeting)) for meeting in meetings if meeting.status == "draft"]
    told += [
        ("guessed", f"{_named(meeting)}: {note.partition(':')[2].strip()}")
        for meeting in meetings
        for note in meeting.notes
        if note.startswith("guessed:")
    ]
    told += [
        ("scanned", f"{_named(meeting)}: {SCANNED}") for meeting in meetings if f"doubtful: {SCANNED}" in meeting.notes
    ]
    told += [("no decision found", _dated(item)) for item in items if not find_decisions(item)]
    if isinstance(found, Hits):
        doubts = figures_in(found.query, found).doubts
        told += [("does not agree", f"{doubt.why} ({'; '.join(doubt.citations)})") for doubt in doubts]
    near = {_folder(meeting.source) for meeting in meetings}
    beside = [one for one in archive.skipped if _folder(one.file) in near]
    told += [("not read", f"{PureWindowsPath(one.file).name}: {one.reason}") for one in beside]
    if others := len(archive.skipped) - len(beside):
        told.append(("not read", f"{plural(others, 'file')} in other folders of the archive"))
    undated = sum(meeting.date is None for meeting in archive.meetings())
    if undated:
        told.append(("undated", f"{undated:,} of {len(archive):,} meetings searched; filters by date pass them over"))
    rows = tuple(Row({"what": what, "where": where}) for what, where in told)
    about = "What the evidence may lack, as far as the minutes themselves tell."
    return Section("Gaps", about, ("what", "where"), rows)


def _again(
    found: Found, query: str, hits: Sequence[Hit], whole: Sequence[Item], archive: Archive, named: bool
) -> tuple[tuple[str, str], ...]:
    told = [("query", query)] if query else []
    told += [("read as", found.read_as)] if isinstance(found, Hits) and found.read_as else []
    of = " and ".join(plural(len(some), what) for some, what in ((hits, "hit"), (whole, "item")) if some)
    told.append(("made of", of or "nothing was found"))
    searched = "archive" if named else "meetings of the evidence"
    paragraphs = sum(len(m.paragraphs) for m in archive.meetings())
    told.append((searched, f"{plural(len(archive), 'meeting')}, {plural(paragraphs, 'paragraph')}"))
    told.append((f"digest of the {searched}", f"SHA-256 {archive.digest}"))
    told.append(("made by", f"minutesnlp {resources.version()}"))
    return tuple(told)


def _dated(item: Item) -> str:
    return f"{item}, {day(item.date)}" if item.date else str(item)


def _folder(file: str | None) -> PureWindowsPath:
    return PureWindowsPath(file or "").parent


def _named(meeting: Meeting) -> str:
    """Return whose meeting it was and when, or the name of its document."""
    whose = [*filter(None, dict.fromkeys((meeting.council, meeting.body)))]
    known = whose or [PureWindowsPath(meeting.source or "").name or meeting.id]
    return ", ".join(filter(None, [*known, day(meeting.date)]))


def _by_date(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=_when)


def _when(of: Item | Meeting) -> datetime.date:
    """Return the date to sort by: what is undated comes last."""
    return of.date or datetime.date.max
