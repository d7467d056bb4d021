"""Which meeting each one given is: another than those kept, one of them as it is, its new version, or it once more.

An id, made of day and body, does not tell: the annual and the ordinary meeting of one evening share it, and so do all
undated minutes of a committee. What tells is the file it was read from, and the words. A meeting takes the place of
another only as its new version, and that is told; whichever version is not in force is kept, out of sight.

Meetings are looked at one after the other, whether they were given at once or one by one: both give the same archive.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import NamedTuple

from minutesnlp.reading.meeting.identity import ENDED, renamed, slug, with_own_id
from minutesnlp.records import Corpus, Meeting, Skipped

# Two files tell of one meeting when they share so much of the longer text: of a day and body that are known, and else.
HALF = 0.5
NEARLY = 0.9
# Or when so much of the shorter text stands in the longer, unless it is next to nothing (in runs of words).
WITHIN = 0.8
TELLING = 50
# From this on it is said that they may be two edits of one meeting.
ALIKE = 0.25

# A text is compared by its runs of so many words: formats part paragraphs otherwise.
RUN = 4
WORD = re.compile(r"\w+")

# Paragraphs that two meetings of one evening have in common, besides what stands before and after the items.
SAME_ALWAYS = ("attendance", "boilerplate")

# Sources of what was read from no file: made by hand, or `read_text`.
BY_HAND, TEXT = "", "text"

# What stands on an approved record goes before what may still change.
RANKS = {"approved": 2, None: 1, "draft": 0}

Runs = frozenset[tuple[str, ...]]
Day = tuple[datetime.date | None, datetime.date | None, datetime.date | None]


class Shares(NamedTuple):
    """How much of two texts stands in both: of the longer, and of the shorter where that says enough; 0 to 1."""

    of_longer: float
    within: float

    @property
    def abridged(self) -> bool:
        """Whether the longer text holds the shorter one, and more."""
        return self.of_longer < WITHIN <= self.within


class Added(Corpus):
    """The meetings that were new or changed, and the files that were not, or not again, counted (`skipped`).

    `told` says of each meeting that is not simply new what it is, a line each: whose place it takes, which other one it
    is not.
    """

    told: tuple[str, ...] = ()


@dataclass(slots=True)
class Arrivals:
    """What is to be done: `new` come into force, in the place of those with their ids; `aside` are kept out of sight.

    `skipped` are files that tell of a meeting once more; `told` is what is to be said, a line each.
    """

    new: dict[str, Meeting] = field(default_factory=dict)
    aside: list[Meeting] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def added(self, skipped: Iterable[Skipped]) -> Added:
        """Return what `add` returns."""
        found = Added(self.new.values(), skipped=[*skipped, *self.skipped])
        found.told = tuple(self.told)
        return found


def arrivals(
    given: Iterable[Meeting], kept: Iterable[Meeting] = (), older: Callable[[str], Iterable[Meeting]] = lambda _: ()
) -> Arrivals:
    """Say what each meeting given is, beside those kept; `older` returns the older versions kept of an id."""
    arriving = _Arriving(kept, older)
    for meeting in given:
        arriving.take(meeting)
    return arriving.found


def still_skipped(before: Iterable[Skipped], corpus: Corpus, found: Arrivals) -> tuple[Skipped, ...]:
    """Return the files that are not in an archive: what was read, or told of anew, takes its older reason off."""
    now = dict.fromkeys([*corpus.skipped, *found.skipped])
    looked_at = {_path(each.file) for each in now} | {_path(meeting.source) for meeting in corpus}
    return tuple(dict.fromkeys([*(s for s in before if s in now or _path(s.file) not in looked_at), *now]))


class _Arriving:
    def __init__(self, kept: Iterable[Meeting], older: Callable[[str], Iterable[Meeting]]) -> None:
        self.found = Arrivals()
        self._older = older
        self._in_force: dict[str, Meeting] = {}
        self._of_source: dict[PurePath, set[str]] = defaultdict(set)
        self._of_day: dict[Day, dict[str, None]] = defaultdict(dict)
        self._came: set[str] = set()  # the ids of those that were given themselves: a file's meetings are different
        self._runs: dict[str, Runs] = {}
        for meeting in kept:
            self._put(meeting)

    def take(self, meeting: Meeting) -> None:
        """Say what a meeting is."""
        same = self._earlier(meeting)
        if same is not None:
            version = renamed(meeting, same.id)
            self._came.add(same.id)
            if not _alike(version, same):
                told = f"{version.source or version.id} takes the place of its older version"
                self.found.told.append(f"{same.id}: {told}, which {self._differing(version, same)}")
                self._replace(same, version)
            return
        twin = self._twin(meeting)
        if twin is not None:
            self._once(renamed(meeting, twin.id), twin)
            return
        one = with_own_id(meeting, self._in_force)
        self._tell_apart(one, meeting.id)
        self._came.add(one.id)
        self.found.new[one.id] = one
        self._put(one)

    def _tell_apart(self, meeting: Meeting, id_: str) -> None:
        """Say so where another meeting has the id that this one would have, or much of its text."""
        of_day = [self._in_force[each] for each in self._of_day[_day(meeting)]] if meeting.date else []
        shares = {one.id: self._shares(meeting, one).within for one in of_day if _agree(meeting, one)}
        alike = max(shares, key=lambda each: shares[each], default=id_)
        close = shares.get(alike, 0.0) >= ALIKE
        name = meeting.source or "what was given"
        if close:
            pair = f"{name} and {self._in_force[alike].source or alike}, of the same day and body"
            common = f"{shares[alike]:.0%} of the shorter text in common"
            told = f"{pair}, have {common}: perhaps two edits of one meeting; both are kept."
        elif meeting.id != id_:
            other = self._in_force[id_].source or id_
            told = f"{name} tells of another meeting than {other}, of the same day and body; both are kept."
        if close or meeting.id != id_:
            self.found.told.append(f"{meeting.id}: {told}")

    def _earlier(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting in force of which this is a version: from the same file, or made by hand with its id."""
        if meeting.source == BY_HAND:
            same = self._in_force.get(meeting.id)
            return same if same is not None and same.source == BY_HAND else None
        same = self._in_force.get(meeting.id)
        if same is not None and _alike(meeting, same):
            return same
        if meeting.source == TEXT:
            return None
        fits = []
        for id_ in self._of_source[_path(meeting.source)] - self._came:
            kept = self._in_force[id_]
            share = self._shares(meeting, kept).of_longer
            if share >= HALF or (meeting.date and _day(meeting) == _day(kept) and _agree(meeting, kept)):
                fits.append((share >= HALF, id_ == meeting.id, share, id_))
        return self._in_force[max(fits)[-1]] if fits else None

    def _twin(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting in force of which another file tells the same."""
        if meeting.source == BY_HAND:
            return None
        fits = []
        for id_ in self._of_day[_day(meeting)]:
            kept = self._in_force[id_]
            other_file = meeting.source == TEXT or _path(kept.source) != _path(meeting.source)
            if kept.source != BY_HAND and other_file and _agree(meeting, kept):
                shares = self._shares(meeting, kept)
                enough = _enough(meeting, kept)
                if shares.of_longer >= enough or (enough == HALF and shares.within >= WITHIN):
                    fits.append((shares.of_longer, id_))
        return self._in_force[max(fits)[1]] if fits else None

    def _once(self, version: Meeting, twin: Meeting) -> None:
        """Count a meeting once of which two files tell: approved before draft, whole before abridged, newer first."""
        if _one_path(version.source, twin.source):
            if not _alike(replace(version, source=twin.source), twin):
                told = f"{version.source} takes the place of its older version"
                self.found.told.append(f"{twin.id}: {told}, which {self._differing(version, twin)}")
                self._replace(twin, version)
            return
        if version.digest and version.digest == twin.digest:
            reason, advice = f"it is the same, byte for byte, as {twin.source}", "It was read once."
            self.found.skipped.append(Skipped(version.source, reason, advice))
            return
        shares = self._shares(version, twin)
        ranks = [(RANKS[each.status], shares.abridged and len(_runs(each))) for each in (version, twin)]
        counted, other = (twin, version) if ranks[0] < ranks[1] else (version, twin)
        known = any(_alike(version, each) for each in (*self._older(twin.id), *self.found.aside))
        if known:
            counted, other = twin, version
        whole = int(100 * (shares.within if shares.abridged else shares.of_longer))  # never rounded up to all of it
        share = f"{whole}% of its text"
        told = f"it tells of the same meeting as {counted.source} ({counted.id}; {share} is the same)"
        advice = "The meeting is counted once; this version is kept with the older ones."
        self.found.skipped.append(Skipped(other.source, told, advice))
        if counted is version:
            self._replace(twin, version)
        elif not known:
            self.found.aside.append(version)

    def _replace(self, old: Meeting, new: Meeting) -> None:
        if self.found.new.pop(old.id, None) is not None:
            self.found.aside.append(old)
        self.found.new[new.id] = new
        self._of_source[_path(old.source)].discard(old.id)
        self._of_day[_day(old)].pop(old.id)
        self._runs.pop(old.id, None)
        self._came.add(new.id)
        self._put(new)

    def _put(self, meeting: Meeting) -> None:
        self._in_force[meeting.id] = meeting
        self._of_source[_path(meeting.source)].add(meeting.id)
        self._of_day[_day(meeting)][meeting.id] = None

    def _shares(self, meeting: Meeting, kept: Meeting) -> Shares:
        runs = self._runs.get(kept.id)
        if runs is None:
            runs = self._runs[kept.id] = _runs(kept)
        return _shared(_runs(meeting), runs)

    def _differing(self, version: Meeting, old: Meeting) -> str:
        texts = {paragraph.text for paragraph in version.paragraphs}
        gone = sum(paragraph.text not in texts for paragraph in old.paragraphs)
        return f"is kept out of sight: {gone:,} of its {len(old.paragraphs):,} paragraphs are not in the new one."


def share(one: Meeting, other: Meeting) -> float:
    """Return how much of the longer text of two meetings stands in both, 0 to 1."""
    return _shared(_runs(one), _runs(other)).of_longer


def _shared(one: Runs, other: Runs) -> Shares:
    both, shorter = len(one & other), min(len(one), len(other))
    return Shares(both / max(1, len(one), len(other)), both / shorter if shorter >= TELLING else 0.0)


def _runs(meeting: Meeting) -> Runs:
    """Return the runs of words of a meeting, without what is the same every evening."""
    within = [paragraph for item in meeting.items for paragraph in item.paragraphs if paragraph.kind not in SAME_ALWAYS]
    words = WORD.findall(" ".join(paragraph.text.casefold() for paragraph in within or meeting.paragraphs))
    return frozenset(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def _enough(meeting: Meeting, kept: Meeting) -> float:
    """Return which share of the text says that two files tell of one meeting; more than all says they cannot."""
    if meeting.date is None:
        same = meeting.digest and meeting.digest == kept.digest
        return NEARLY if same or (meeting.body and kept.body) else 2.0
    times = {meeting.start_time, kept.start_time} - {None}
    return HALF if len(times) < 2 else WITHIN


def _agree(one: Meeting, other: Meeting) -> bool:
    """Tell whether two may be meetings of one body of one council, as far as both say."""
    pairs = ((one.council, other.council), (one.body, other.body))
    return all(not a or not b or slug(a) == slug(b) for a, b in pairs)


def _alike(one: Meeting, other: Meeting) -> bool:
    """Tell whether two are equal, but for the note on the ending of an id."""
    return _plain(one) == _plain(other)


def _plain(meeting: Meeting) -> Meeting:
    return replace(meeting, notes=tuple(note for note in meeting.notes if not note.startswith(ENDED)))


def _day(meeting: Meeting) -> Day:
    return meeting.date, meeting.date_from, meeting.date_to


def _path(source: str) -> PurePath:
    return PurePath(source)


def _one_path(one: str, other: str) -> bool:
    """Tell whether two paths may be one, written from different folders."""
    short, long = sorted((_path(one).parts, _path(other).parts), key=len)
    return long[len(long) - len(short) :] == short
