"""The council of a file that names none: the one that the other files of its folder have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from minutesnlp.reading.meeting.councils import mentioned
from minutesnlp.reading.meeting.facts import NO_COUNCIL
from minutesnlp.records import Meeting, Paragraph

# A folder is one council's where so many of its meetings name it, such a share of all, and nearly all that name any.
LEAST = 3
SHARE = 1 / 3
NEARLY_ALL = 0.95


def with_councils(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Return the meetings, those without a council with that of their folder, where it is one council's.

    A note tells that it is derived. Nothing that is printed is gone against: whose text names other councils and never
    this one keeps none.
    """
    by_folder: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        by_folder.setdefault(_folder(meeting), []).append(meeting)
    known = {folder: council for folder, of_it in by_folder.items() if (council := _council(of_it))}
    return [
        _given(meeting, council)
        if meeting.council is None and (council := known.get(_folder(meeting))) and _may_be(meeting, council)
        else meeting
        for meeting in meetings
    ]


def _folder(meeting: Meeting) -> str:
    return str(PurePath(meeting.source).parent)


def _council(meetings: Sequence[Meeting]) -> str | None:
    """Return the council of a folder, as it is spelt most often; None where there are several, or too few name it."""
    if all(meeting.council for meeting in meetings):
        return None  # nobody asks
    spelt = Counter(meeting.council for meeting in meetings if meeting.council)
    named: Counter[str] = Counter()
    for name, times in spelt.items():
        named[_plain(name)] += times
    if not named:
        return None
    council, times = named.most_common(1)[0]
    if times < LEAST or times < SHARE * len(meetings) or times < NEARLY_ALL * named.total():
        return None
    return max((name for name in spelt if _plain(name) == council), key=lambda name: spelt[name])


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("&", "and").split())


def _may_be(meeting: Meeting, council: str) -> bool:
    texts = [p.text for p in meeting.paragraphs]
    others = {_plain(name) for name in mentioned([*texts, *(item.title for item in meeting.items)])}
    return not others or _plain(council) in others


def _given(meeting: Meeting, council: str) -> Meeting:
    """Return a meeting with a council, which its citations begin with from now on."""

    def cited(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(replace(p, citation=f"{council}, {p.citation.removeprefix(unnamed)}") for p in paragraphs)

    body = meeting.body or council  # no committee is named
    unnamed = (
        "" if meeting.body else f"{PurePath(meeting.source).name}, "
    )  # where neither was known the file's name stood for them
    note = f"derived: council {council}, as the other files of the folder have it"
    return replace(
        meeting,
        council=council,
        body=body,
        items=tuple(replace(i, council=council, body=body, paragraphs=cited(i.paragraphs)) for i in meeting.items),
        front=cited(meeting.front),
        back=cited(meeting.back),
        notes=(*(n for n in meeting.notes if n != NO_COUNCIL), note),
    )
