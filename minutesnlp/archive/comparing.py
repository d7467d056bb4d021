"""What is new in an archive: meetings, paragraphs and decisions that an older one has not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutesnlp.records import Corpus, Decision, Decisions, Meeting, Paragraph, Record, Records
from minutesnlp.tracking import find_decisions


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
    before = {meeting.id: meeting for meeting in older}
    after = {meeting.id: meeting for meeting in newer}
    changed = [
        change
        for id_, meeting in after.items()
        if id_ in before and before[id_] != meeting
        for change in _changes(before[id_], meeting)
    ]
    return Difference(
        new=Corpus(meeting for id_, meeting in after.items() if id_ not in before),
        gone=Corpus(meeting for id_, meeting in before.items() if id_ not in after),
        changed=Records(changed),
        decisions=Decisions(_new_decisions(before, after.values())),
    )


def _changes(before: Meeting, after: Meeting) -> list[Change]:
    """Return the paragraphs that differ, in the order of the newer meeting, what is gone last."""
    old = {paragraph.id: paragraph for paragraph in before.paragraphs}
    new = {paragraph.id: paragraph for paragraph in after.paragraphs}
    differing = [
        Change(after.id, old.get(id_), p) for id_, p in new.items() if id_ not in old or old[id_].text != p.text
    ]
    return differing + [Change(after.id, p, None) for id_, p in old.items() if id_ not in new]


def _new_decisions(before: dict[str, Meeting], meetings: Iterable[Meeting]) -> list[Decision]:
    found: list[Decision] = []
    for meeting in meetings:
        old = before.get(meeting.id)
        if old == meeting:
            continue
        known = {(decision.outcome, decision.text) for decision in find_decisions(old)} if old else set()
        found += [decision for decision in find_decisions(meeting) if (decision.outcome, decision.text) not in known]
    return found
