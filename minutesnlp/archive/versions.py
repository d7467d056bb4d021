"""Which of the meetings that are added are new versions of some that are there, and which only share their id.

An id is a date and a body: two meetings of one evening, or two undated ones, have the same until they are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from minutesnlp.reading.meeting.identity import free, renamed
from minutesnlp.records import Meeting, Skipped

# A version of a meeting has at least this share of the text of the other.
SHARED = 0.5

# What tells meetings of one id apart: “-3fa92c”, “-3fa92c-2”; where it is none, a meeting is only looked at in vain
SUFFIX = re.compile(r"-[0-9a-f]{6}(?:-\d+)?\Z")


def settled(given: Iterable[Meeting], there: Iterable[str], meeting: Callable[[str], Meeting]) -> dict[str, Meeting]:
    """Return meetings by the ids they are to have: a version has the id of the older one, others have one of their own.

    `there` are the ids in force, `meeting` gives the meeting of one.
    Of meetings given together none is a version of another.
    """
    taken = set(there)
    known: dict[str, list[str]] = {}
    for id_ in taken:
        for name in {id_, SUFFIX.sub("", id_)}:
            known.setdefault(name, []).append(id_)
    found: dict[str, Meeting] = {}
    for each in given:
        rivals = dict.fromkeys(
            id_
            for name in (each.id, SUFFIX.sub("", each.id))
            for id_ in sorted(known.get(name, ()))
            if id_ not in found
        )
        older = [id_ for id_ in rivals if is_version(each, meeting(id_))]
        older.sort(key=lambda id_: meeting(id_).source != each.source)  # the same file before one that says the same
        name = older[0] if older else each.id if not each.source else free(each, taken)
        taken.add(name)
        found[name] = each if name == each.id else renamed(each, name)
    return found


def is_version(one: Meeting, other: Meeting) -> bool:
    """Tell whether a meeting is another version of one: of the same file, or with half of its text.

    Of meetings that were made by hand, and come from no file, the id tells. An undated file may have had another
    meeting in it.
    """
    if not (one.source and other.source):
        return one.id == other.id
    if one.date and one.source == other.source:
        return True
    texts, others = ({p.text for p in each.paragraphs} for each in (one, other))
    least = min(sum(map(len, texts)), sum(map(len, others)))
    return sum(map(len, texts & others)) >= SHARED * least


def still_skipped(before: Iterable[Skipped], now: Iterable[Skipped], read: Iterable[Meeting]) -> tuple[Skipped, ...]:
    """Return the files that could not be read, without those that have been read since."""
    known = {meeting.source for meeting in read}
    return tuple(dict.fromkeys([*(each for each in before if each.file not in known), *now]))
