"""The councils of a folder's files: of one that names none, and of one that spells it otherwise than all others do."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from minutesnlp.reading.meeting.councils import GUESSED, LOCAL, alike, mentioned
from minutesnlp.reading.meeting.facts import NO_COUNCIL
from minutesnlp.records import Meeting, Paragraph

# A folder is one council's where so many of its meetings name it, such a share of all, and nearly all that name any.
LEAST = 3
SHARE = 1 / 3
NEARLY_ALL = 0.95

# How many times oftener than a slip the right spelling is seen.
RARE = 8

# How alike a scan's slip and the name of the folder's one council are, from 0 to 1 (Ratcliff and Obershelp, difflib).
ALIKE = 0.9

# So many last names that two lists share are no chance.
SHARED = 2

# What is left without it is the place that a council is of.
KIND = re.compile(
    r"\s+(?:(?:Parish|Town|City|County|Borough|District|Community|Village|Metropolitan|and|&)\s+)*Council$"
    r"|^(?:(?:Royal|London)\s+)?(?:City|Municipality|Township|Town|Village|County|Borough|Corporation)\s+of\s+(?:the\s+)?"
)

IRISH = "comhairle "


def with_councils(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Return the meetings with the councils that their folders know: one to those without, one spelling to all.

    A note tells what is derived. Nothing that is printed is gone against: whose text names other councils and never
    this one keeps none.
    """
    by_folder: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        by_folder.setdefault(_folder(meeting), []).append(meeting)
    known = {folder: _Councils(of_it) for folder, of_it in by_folder.items()}
    return [known[_folder(meeting)].given(meeting) for meeting in meetings]


def _folder(meeting: Meeting) -> str:
    return str(PurePath(meeting.source).parent)


class _Councils:
    """The councils that the meetings of a folder name, each as it is spelt most often."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        spelt = Counter(meeting.council for meeting in meetings if meeting.council)
        self._named: Counter[str] = Counter()
        self._spelling: dict[str, str] = {}
        for name, times in spelt.most_common():
            self._named[_plain(name)] += times
            self._spelling.setdefault(_plain(name), name)
        council, times = self._named.most_common(1)[0] if self._named else ("", 0)
        ours = times >= LEAST and times >= SHARE * len(meetings) and times >= NEARLY_ALL * self._named.total()
        self._only = self._spelling[council] if ours else None
        of_it = [meeting for meeting in meetings if ours and meeting.council and _plain(meeting.council) == council]
        self._people = {family for meeting in of_it for family in _families(meeting)}
        self._bodies = {meeting.body for meeting in of_it} - {None}

    def given(self, meeting: Meeting) -> Meeting:
        """Return a meeting with the council that its folder gives it, itself where it gives none."""
        printed = meeting.council
        if printed is None:
            if self._only is None or not _may_be(meeting, self._only) or not self._is_like(meeting, self._only):
                return meeting
            return _given(
                meeting, self._only, f"derived: council {self._only}, as the other files of the folder have it"
            )
        council = self._spelling[_plain(printed)]
        if council == printed and self._named[_plain(printed)] < LEAST:
            council = self._meant(meeting, printed) or printed
        if council == printed:
            return meeting
        note = f"derived: council {council}, as the other files of the folder spell “{printed}”"
        return _given(meeting, council, note)

    def _is_like(self, meeting: Meeting, council: str) -> bool:
        """Tell whether anything in a meeting is as in its neighbours: people, the body, the place in text or file name.

        A stranger may lie in the folder too.
        """
        if meeting.body in self._bodies or len(self._people & _families(meeting)) >= SHARED:
            return True
        place = re.compile(rf"\b{re.escape(_place(council))}\b", re.IGNORECASE)
        name = re.sub(r"[\W_]+", " ", PurePath(meeting.source).stem)
        texts = (name, *(item.title for item in meeting.items), *(p.text for p in meeting.paragraphs))
        return any(map(place.search, texts))

    def _meant(self, meeting: Meeting, printed: str) -> str | None:
        """Return the council of which a name that hardly any other file has is a slip, a translation or a bad guess."""
        if self._only and _may_be(meeting, self._only, but=printed):
            guessed = any(note.startswith(GUESSED) for note in meeting.notes)
            slip = difflib.SequenceMatcher(None, printed, self._only).ratio() >= ALIKE
            if guessed or slip or printed.casefold().startswith(IRISH):
                return self._only
        often = [name for name in self._named if self._named[name] >= RARE * self._named[_plain(printed)]]
        near = [self._spelling[name] for name in often if alike(printed, self._spelling[name])]
        text = " ".join(p.text for p in meeting.paragraphs)
        near = [name for name in near if name == self._only or name.split()[0] in text]
        return near[0] if len(near) == 1 else None


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("&", "and").split())


def _families(meeting: Meeting) -> set[str]:
    """Return the last names on the list of who was there, of the public nobody's."""
    return {one.name.split()[-1].casefold() for one in meeting.attendance if one.kind != "public"}


def _place(council: str) -> str:
    """Return what a council is of: “Elm Bridge” of “Elm Bridge Parish Council”, “Elm” of “City of Elm”."""
    return KIND.sub("", council).strip() or council


def _may_be(meeting: Meeting, council: str, *, but: str = "") -> bool:
    """Tell whether a meeting may be of a council: it names that, or none of its sort; `but`: what it is called itself.

    A parish writes to its county council, which it is not.
    """
    texts = [p.text for p in meeting.paragraphs]
    local = LOCAL.search(council) is not None
    named = mentioned([*texts, *(item.title for item in meeting.items)])
    others = {_plain(name) for name in named if (LOCAL.search(name) is not None) == local} - {_plain(but)}
    return not others or _plain(council) in others


def _given(meeting: Meeting, council: str, note: str) -> Meeting:
    """Return a meeting with a council, which its citations begin with from now on."""
    printed = meeting.council
    # where neither council nor body was known the file's name stood for them
    first = printed or (None if meeting.body else PurePath(meeting.source).name)
    before = f"{first}, " if first else ""

    def cited(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(replace(p, citation=f"{council}, {p.citation.removeprefix(before)}") for p in paragraphs)

    body = council if meeting.body in (None, printed) else meeting.body  # no committee is named
    return replace(
        meeting,
        council=council,
        body=body,
        items=tuple(replace(i, council=council, body=body, paragraphs=cited(i.paragraphs)) for i in meeting.items),
        front=cited(meeting.front),
        back=cited(meeting.back),
        notes=(*(n for n in meeting.notes if n != NO_COUNCIL), note),
    )
