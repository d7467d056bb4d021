"""What is new in an archive: meetings, paragraphs and decisions that an older one has not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutesnlp import tracking
from minutesnlp.archive.arriving import BY_HAND, HALF, share
from minutesnlp.reading.meeting.identity import renamed
from minutesnlp.records import Corpus, Decision, Decisions, Meeting, Paragraph, Record, Records

# Of so many pairs of paragraphs that differ it is looked for which are two states of one.
MOST = 200_000


@dataclass(frozen=True, slots=True)
class Change(Record):
    """A paragraph of a meeting that both archives have: `before` None is new, `after` None is gone."""

    meeting_id: str
    before: Paragraph | None
    after: Paragraph | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What a newer archive has that an older one has not, and the other way round."""

    new: Corpus
    gone: Corpus
    changed: Records[Change]
    decisions: Decisions

    def __str__(self) -> str:
        return (
            f"{len(self.new):,} new meetings, {len(self.gone):,} gone, {len(self.changed):,} changed paragraphs, "
            f"{len(self.decisions):,} new decisions"
        )

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.changed or self.decisions)


def difference(older: Corpus, newer: Corpus) -> Difference:
    """Return what changed from one state of an archive to another."""
    before = _before(older, newer)
    pairs = [(before.get(meeting.id), meeting) for meeting in newer]
    kept = {old.id for old in before.values()}
    return Difference(
        new=Corpus(meeting for old, meeting in pairs if old is None),
        gone=Corpus(meeting for meeting in older if meeting.id not in kept),
        changed=Records(change for old, meeting in pairs if old is not None for change in _changes(old, meeting)),
        decisions=Decisions(decision for old, meeting in pairs for decision in _new_decisions(old, meeting)),
    )


def _before(older: Corpus, newer: Corpus) -> dict[str, Meeting]:
    """Return the older state of meetings by their ids.

    An id alone does not tell: of several meetings of one day and body it depends on which came first. So it is what has
    the id and the file; else what says the same; else what has the file and the day; else what has the id or the file,
    and half of the text.
    """
    left = {meeting.id: meeting for meeting in older}
    found: dict[str, Meeting] = {}

    def pair(meeting: Meeting, candidates: Iterable[Meeting]) -> None:
        there = [old for old in candidates if old.id in left]
        if there and meeting.id not in found:
            found[meeting.id] = left.pop(max(there, key=lambda old: (old.id == meeting.id, share(meeting, old))).id)

    saying, of_file = defaultdict(list), defaultdict(list)
    for meeting in older:
        saying[_texts(meeting)].append(meeting)
        of_file[meeting.source].append(meeting)
    for meeting in newer:
        pair(meeting, [old for old in of_file[meeting.source] if old.id == meeting.id])
    for meeting in (each for each in newer if each.source != BY_HAND):  # those are told apart by the id alone
        pair(meeting, saying[_texts(meeting)])
        pair(meeting, [old for old in of_file[meeting.source] if old.date == meeting.date])
    for meeting in newer:
        like = of_file[meeting.source] if meeting.source != BY_HAND else []
        alike = [left[meeting.id]] if meeting.id in left else []
        pair(meeting, [old for old in (*alike, *like) if share(meeting, old) >= HALF])
    return found


def _texts(meeting: Meeting) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in meeting.paragraphs)


def _changes(before: Meeting, after: Meeting) -> list[Change]:
    """Return the paragraphs that differ, in the order of the newer meeting, what is gone last.

    One whose words were changed has another id: it is the one gone that is most like it.
    """
    alike = renamed(before, after.id).paragraphs
    old = {now.id: paragraph for now, paragraph in zip(alike, before.paragraphs, strict=True)}
    new = {paragraph.id: paragraph for paragraph in after.paragraphs}
    gone = {id_: paragraph for id_, paragraph in old.items() if id_ not in new}
    added = [paragraph for id_, paragraph in new.items() if id_ not in old]
    was = _versions(list(gone.values()), added)
    differing = [
        Change(after.id, old.get(id_) or was.get(id_), p)
        for id_, p in new.items()
        if id_ not in old or old[id_].text != p.text
    ]
    changed = {paragraph.id for paragraph in was.values()}
    return differing + [Change(after.id, p, None) for p in gone.values() if p.id not in changed]


def _versions(gone: Sequence[Paragraph], added: Sequence[Paragraph]) -> dict[str, Paragraph]:
    """Return what paragraphs were before, by their ids: the one gone that has most of their words, half at least."""
    if len(gone) * len(added) > MOST:
        return {}
    bags = {p.id: Counter(p.text.casefold().split()) for p in (*gone, *added)}
    sizes = {id_: bag.total() for id_, bag in bags.items()}
    pairs = [
        (2 * (bags[old.id] & bags[now.id]).total() / max(1, sizes[old.id] + sizes[now.id]), -n, -m, old, now)
        for n, now in enumerate(added)
        for m, old in enumerate(gone)
    ]
    found: dict[str, Paragraph] = {}
    taken: set[str] = set()
    for alike, _, _, old, now in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
        if alike >= HALF and now.id not in found and old.id not in taken:
            found[now.id] = old
            taken.add(old.id)
    return found


def _new_decisions(before: Meeting | None, after: Meeting) -> list[Decision]:
    if before is not None and _texts(before) == _texts(after):
        return []
    known = {(decision.outcome, decision.text) for decision in tracking.find_decisions(before)} if before else set()
    return [decision for decision in tracking.find_decisions(after) if (decision.outcome, decision.text) not in known]
