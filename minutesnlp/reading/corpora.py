"""Files, folders and strings to a Corpus: each file once, what cannot be read with its reason."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from minutesnlp import resources
from minutesnlp.errors import ReadError
from minutesnlp.progress import Progress, teller
from minutesnlp.reading.dispatch import documents_in, reader_of
from minutesnlp.reading.files import content_of, files_of
from minutesnlp.reading.meeting.assembly import Assembled, assemble, single_item
from minutesnlp.reading.meeting.folders import with_councils
from minutesnlp.reading.meeting.identity import unique
from minutesnlp.reading.meeting.several import parted_meetings
from minutesnlp.reading.plain.markdown import document_of, is_marked
from minutesnlp.reading.transfer import packed, unpacked
from minutesnlp.reading.workers import NoWorkersError, answers
from minutesnlp.reading.zipped import is_zip, members_of
from minutesnlp.records import Corpus, Meeting, Reading, Skipped

# A folder of fewer bytes than this is read sooner by one process than others are started.
WORTH_WORKERS = 4_000_000
MOST_WORKERS = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: its meetings, or why there are none."""

    file: str
    digest: str
    meetings: tuple[Meeting, ...]
    reading: Reading
    skipped: Skipped | None = None


def read(
    *paths: str | os.PathLike[str], progress: Progress | bool | None = None, processes: int | None = None
) -> Corpus:
    """Read files of minutes, folders of them and zip archives as a Corpus.

    A file of which the content was already read is skipped and said to be the same. `progress` is called after each
    file with how many are done, how many there are and its name; True shows a bar with the time left. Large folders
    are read by several `processes` (by default as many as there are processors); the order of the meetings is always
    that of the paths and the names.

    Raises
    ------
    ReadError
        When a path does not exist, or when nothing at all could be read.
    ValueError
        When no path is given, an empty one, or less than one process.
    TypeError
        When a path is none, as a list of them.

    >>> read("corpus/minutes")  # doctest: +SKIP
    Corpus(62 meetings, 3,906 paragraphs)
    """
    if not paths:
        raise ValueError("read() needs at least one path: a file, a folder or a pattern such as 'minutes/*.txt'")
    if processes is not None and processes < 1:
        raise ValueError(f"processes is {processes}; it must be 1 or more")
    for path in paths:
        if not isinstance(path, (str, os.PathLike)):
            raise TypeError(f"read() takes paths one by one, read(*paths), not a {type(path).__name__}")
        if not os.fspath(path):
            raise ValueError("a path is empty; '.' is the working folder")
    files = [str(file) for file in dict.fromkeys(file for path in paths for file in files_of(path))]
    if not files:
        raise ReadError(paths[0], "it holds no files", "Put minutes into it, or give another folder.")
    tell = teller(progress, "reading")
    found = _by_workers(files, processes, tell)
    if found is None:
        found = []
        for count, file in enumerate(files, start=1):
            found.append(outcomes_of(file))
            if tell is not None:
                tell(count, len(files), file)
    return _corpus(_each_once(outcome for outcomes in found for outcome in outcomes))


def _by_workers(files: list[str], processes: int | None, progress: Progress | None) -> list[list[Outcome]] | None:
    """Return what came of each file when read by workers; None where one process does as well."""
    if processes is None:
        size = sum(os.path.getsize(file) for file in files if os.path.exists(file))
        processes = min(os.cpu_count() or 1, MOST_WORKERS) if size >= WORTH_WORKERS and len(files) > 1 else 1
    if processes == 1:
        return None
    found: list[list[Outcome]] = [[] for _ in files]
    try:
        for count, (place, answer, why) in enumerate(answers(files, processes), start=1):
            if answer is None:
                advice = "Open it and save it again, or leave it out."
                skipped = Skipped(files[place], why, advice)
                found[place] = [Outcome(files[place], "", (), Reading(files[place], reason=why), skipped)]
            else:
                found[place] = [Outcome(*unpacked(outcome)) for outcome in json.loads(answer)]
            if progress is not None:
                progress(count, len(files), files[place])
    except NoWorkersError:
        return None
    return found


def answer_for(file: str) -> str:
    """Return what came of a file as one line of JSON: a worker's answer."""
    return json.dumps([packed((o.file, o.digest, o.meetings, o.reading, o.skipped)) for o in outcomes_of(file)])


def _each_once(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Leave out what is the same, byte for byte, as what was read before it, and say so."""
    first_of: dict[str, str] = {}
    kept = []
    for outcome in outcomes:
        if outcome.digest in first_of:
            reason = f"it is the same, byte for byte, as {first_of[outcome.digest]}"
            skipped = Skipped(outcome.file, reason, "It was read once.")
            kept.append(Outcome(outcome.file, outcome.digest, (), Reading(outcome.file, reason=reason), skipped))
            continue
        if outcome.digest and outcome.meetings:  # what could not be read was not read once
            first_of[outcome.digest] = outcome.file
        kept.append(outcome)
    return kept


def read_text(
    text: str, *, title: str | None = None, number: str | None = None, date: str | datetime.date | None = None
) -> Corpus:
    """Read a string as minutes; with a `title` it is one agenda item, and all of it the record of what happened.

    `date` is the meeting's, as a date or in ISO form.

    Raises
    ------
    ReadError
        When the text is empty.
    ValueError
        When `date` is no date.
    TypeError
        When the text is no string.

    >>> corpus = read_text("The Clerk reported on the bridge.", title="Long Lane", number="7", date="2024-03-05")
    >>> print(corpus[0].items[0].paragraphs[0].citation)
    text, 5 March 2024, minute 7, paragraph 1
    """
    if not isinstance(text, str):
        raise TypeError(f"read_text reads a string, not a {type(text).__name__}; read() takes paths")
    day = _as_date(date)
    if not text.strip():
        raise ReadError("text", "it is empty", "Give the words of the minutes.")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = document_of(text, reader="text", marked=is_marked(text))
    if not document.blocks:
        raise ReadError("text", "there are no words in it", "Give the words of the minutes.")
    if day is not None:
        notes = (*document.facts.notes, f"stated: date {day.isoformat()}, given by the caller")
        document = replace(document, facts=replace(document.facts, date=day, notes=notes))
    if title is not None:
        meeting = single_item(document, title=title, number=number, source="text", digest=digest)
        assembled = Assembled(meeting, document.furniture, "stated: one item, as given")
    else:
        assembled = assemble(document, source="text", digest=digest)
        if number is not None and len(assembled.meeting.items) == 1:
            item = replace(assembled.meeting.items[0], number=number)
            assembled = replace(assembled, meeting=replace(assembled.meeting, items=(item,)))
    return Corpus([assembled.meeting], readings=[_reading("text", "text", [assembled])])


def example_corpus() -> Corpus:
    """Read the example minutes that come with the library: an invented council's."""
    corpus = read(resources.corpus("minutes"))
    root = str(resources.corpus("minutes").parent.parent)
    # The same names wherever the library is installed.
    return Corpus(
        [replace(m, source=Path(os.path.relpath(m.source, root)).as_posix()) for m in corpus],
        skipped=corpus.skipped,
        readings=corpus.report(),
    )


def _as_date(date: str | datetime.date | None) -> datetime.date | None:
    if date is None or isinstance(date, datetime.date):
        return date.date() if isinstance(date, datetime.datetime) else date
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        raise ValueError(f"date is {date!r}; it must be a date, or text such as '2021-10-25'") from None


def outcomes_of(file: str) -> list[Outcome]:
    """Read one file, or all in an archive; whatever goes wrong with one is its own affair and becomes its reason."""
    try:
        data = content_of(Path(file))
    except ReadError as error:
        return [_skipped(file, "", error)]
    if is_zip(data) and reader_of(data, Path(file).suffix) is None:
        try:
            members = members_of(data, file)
            return [
                _skipped(name, "", content) if isinstance(content, ReadError) else _outcome(name, content)
                for name, content in members
            ] or [_skipped(file, "", ReadError(file, "it holds no files", "Look into it."))]
        except ReadError as error:
            return [_skipped(file, "", error)]
    return [_outcome(file, data)]


def _outcome(name: str, data: bytes) -> Outcome:
    digest = hashlib.sha256(data).hexdigest()
    try:
        reader, assembled = meetings_in(data, name, digest)
    except ReadError as error:
        return _skipped(name, digest if data else "", error)
    except MemoryError:
        return _skipped(name, digest, ReadError(name, "it needs more memory than a file may", "Split it."))
    meetings = tuple(a.meeting for a in assembled)
    return Outcome(name, digest, meetings, _reading(name, reader, assembled))


def _skipped(name: str, digest: str, error: ReadError) -> Outcome:
    reading = Reading(name, reason=error.reason)
    return Outcome(name, digest, (), reading, Skipped(name, error.reason, error.advice))


def meetings_in(data: bytes, name: str, digest: str) -> tuple[str, list[Assembled]]:
    """Return the name of the reader that reads a file's bytes, and the meetings it finds.

    Raises
    ------
    ReadError
        When no reader reads it, or it has no words.
    """
    reader, documents = documents_in(data, name)
    parts = [part for document in documents for part in parted_meetings(document)]
    assembled = [assemble(d, source=name, digest=digest) for d in parts if any(b.text for b in d.blocks)]
    assembled = [each for each in assembled if each.meeting.items or each.meeting.paragraphs]
    if not assembled:
        raise ReadError(name, "there are no words in it", "Look at it: it may be pictures only.")
    return reader, assembled


def _reading(file: str, reader: str, assembled: Iterable[Assembled]) -> Reading:
    assembled = list(assembled)
    meetings = [a.meeting for a in assembled]
    notes = [note for meeting in meetings for note in meeting.notes]
    items = [item for meeting in meetings for item in meeting.items]
    paragraphs = [p for meeting in meetings for p in meeting.paragraphs]
    guesses = tuple(note for note in notes if note.startswith("guessed:"))
    missing = tuple(note for note in notes if note.startswith("missing:"))
    doubts = tuple(note for note in notes if note.startswith("doubtful:"))
    return Reading(
        file,
        reader=reader,
        meetings=len(meetings),
        items=len(items),
        paragraphs=len(paragraphs),
        words=sum(len(p.text.split()) for p in paragraphs),
        furniture=sum(len(text.split()) for a in assembled for text in a.furniture),
        truncated=sum(item.truncated for item in items),
        guesses=guesses,
        missing=missing,
        doubts=doubts,
        how="; ".join(dict.fromkeys(a.how for a in assembled)),
        confidence=_confidence(meetings, len(guesses) + len(doubts)),
    )


def _confidence(meetings: Iterable[Meeting], unsure: int) -> float:
    """Return a rough share of what was stated: date, body or council, several items, numbers, no guess and no doubt."""
    values = []
    for meeting in meetings:
        value = 0.25 * (meeting.date is not None) + 0.15 * bool(meeting.council or meeting.body)
        value += 0.25 * (len(meeting.items) > 1)
        value += 0.2 * (sum(i.number is not None for i in meeting.items) / max(1, len(meeting.items)))
        value += 0.15 * (1 - min(1.0, unsure / 4))
        values.append(value)
    return round(sum(values) / max(1, len(values)), 2)


def _corpus(outcomes: list[Outcome]) -> Corpus:
    meetings = unique(with_councils([meeting for outcome in outcomes for meeting in outcome.meetings]))
    skipped = [outcome.skipped for outcome in outcomes if outcome.skipped is not None]
    if not meetings:
        first = skipped[0]
        if len(skipped) == 1:
            raise ReadError(first.file, first.reason, first.advice)
        reason = f"nothing could be read: none of {len(skipped):,} files; the first: {first.reason}"
        raise ReadError(first.file, reason, first.advice)
    return Corpus(meetings, skipped=skipped, readings=[outcome.reading for outcome in outcomes])
