"""Lines that are lists of people though no heading or comma says so: surnames, names by places, lists within lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from minutesnlp.reading.meeting.candidates import is_attendance_heading
from minutesnlp.reading.meeting.list_heads import IN_MID, LONGEST, SO_MANY, list_head
from minutesnlp.reading.page.posts import STYLED, TITLES
from minutesnlp.reading.page.titles import TELLING
from minutesnlp.records import Paragraph

# Another list that begins within a line: "… Mrs Day Apologies Mr Fox", "In attendance Mrs Day".
WITHIN = re.compile(
    r"""(?:^|(?<=[\w.)]\s))(?:(?:In\s+[Aa]ttendance|Also,?\s+(?:[Pp]resent|[Ii]n\s+[Aa]ttendance)(?:\s+(?:was|were))?
          |Apologies(?:\s+(?:from|for\s+absence))?)\s*:?\s+(?=[A-Z]|local\s+resident)
      | (?:[A-Z][a-z]+\s+)?(?:Directors|Trustees|Governors|Representatives|Residents)\s*:\s*(?=[A-Z])
      | (?:(?:Parish|Town)\s+)?C(?:lerk|LERK)\s*:\s*(?=[A-Z])
      | (?:Officers?|Officials|Staff|Public|Visitors?|(?:Invited\s+)?Guests?|Observers
          |Members\s+of\s+(?:the\s+)?public|Apologies|Absent|Also\s+present)(?:\s+[Pp]resent)?\s*[:;]\s*(?=\w)
      | (?:\w+\s+)?(?:Area|Ward|Local|County|District|Borough)\s+Councillors\s+[Pp]resent\s*[:;]\s*(?=\w)
      | (?<=\.\s)(?=\d{1,3}\s+(?:members?\s+of\s+the\s+public|residents?|parishioners?|electors?)\b))""",
    re.VERBOSE,
)

# What may end a heading within a line, and how many words it may have.
COLON = re.compile(r"(?:[:;]|(?<=\w)\s[-–—](?=\s))[\s–—-]*(?=\S)")
A_LIST = re.compile(r"present|absen|apolog|attend", re.IGNORECASE)
WORDS = 5
WORD = re.compile(r"\S+")

# The key to a list in which stars tell who was there: "(* denotes present)", "* Absent".
STARRED = re.compile(
    r"\(?\*\s*(?:denotes|indicates|means|signifies|=|[-–:])?\s*(?:(?:those|members?|councillors?)\s+)?(?:who\s+(?:was|were)\s+)?"
    r"(?P<what>present|in\s+attendance|attended|absent|apologies)\b[^)\n]{0,30}\)?",
    re.IGNORECASE,
)

# A line that is a surname and no initials: "HALE", "Moss (President)".
SURNAME = re.compile(r"(?P<name>[A-Z][\w’'-]{3,}(?:\s[A-Z][\w’'-]+)?)(?:\s\((?P<role>[^()]{2,40})\))?")

# A line of people whom titles or styles tell, and whom they sit for: "Moor End - Mr J. Hale, Mrs A Rook".
OF_PLACE = re.compile(rf"[A-Z][\w’' &]{{2,30}}\s[-–:]\s(?={TITLES}\s|Cllrs?\b|Councillors?\b)")
PERSON = re.compile(rf"(?:{TITLES}\s+|(?:Cllrs?|Councillors?)\b\.?\s+)+[A-Z][^:!?]{{2,160}}")


def list_within(text: str) -> tuple[int, str, int] | None:
    """Return where another list begins within a line, its heading, and where its names begin; None where none does.

    >>> list_within("Cllr Hall, Mrs Day. LEAVE OF ABSENCE: Cr Black")
    (20, 'LEAVE OF ABSENCE', 38)
    """
    found = WITHIN.search(text)
    best = (found.start(), found.group(), found.end()) if found else None
    return _before_colon(text, best[0] if best else len(text)) or best


def list_mid(text: str) -> tuple[str, int] | None:
    """Return the heading of a list that begins in mid-line, behind the meeting's own, and where its names begin.

    >>> list_mid("The meeting was opened. Selectmen present: Jo Hall")
    ('Selectmen present', 43)
    """
    within = IN_MID.search(text) if "resent" in text or "RESENT" in text or "ROLL" in text else None
    found = _before_colon(text, within.start() if within else len(text))
    if found and A_LIST.search(found[1]):
        return found[1], found[2]
    return (within["head"] or "Members present", within.end()) if within else None


def _before_colon(text: str, end: int) -> tuple[int, str, int] | None:
    """Return where a heading with a colon begins within a line, the heading, and where its names begin."""
    for colon in COLON.finditer(text, 0, end):
        words = list(WORD.finditer(text, max(0, colon.start() - 60), colon.start()))[-WORDS:]
        for word in words:
            head = text[word.start() : colon.start()]
            named = STYLED.fullmatch(head) or (colon.group()[0] != ":" and not A_LIST.search(head))
            if word.start() and head[:1].isupper() and is_attendance_heading(head) and not named:
                return word.start(), head, colon.end()
    return None


def surname_lines(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Return the ids of lines that are surnames: one that few others stand beside might be anything."""
    found: list[str] = []
    for _, run in groupby(
        paragraphs, lambda p: SURNAME.fullmatch(p.text) is not None and not is_attendance_heading(p.text)
    ):
        lines = list(run)
        if len(lines) > SO_MANY and SURNAME.fullmatch(lines[0].text):
            single = sum(" " not in line.text for line in lines)
            found += [line.id for line in lines] if 2 * single >= len(lines) else []
    return frozenset(found)


def starred_in(paragraphs: Sequence[Paragraph]) -> tuple[str, str] | None:
    """Return the headings of those with a star and of those without, where a key says what stars tell; else None."""
    key = next(filter(None, (STARRED.search(p.text[:LONGEST]) for p in paragraphs if "*" in p.text)), None)
    if key is None:
        return None
    came, stayed = "Members present", "Members absent"
    return (stayed, came) if key["what"].lower() in ("absent", "apologies") else (came, stayed)


def headless_lines(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Return the ids of lines of people of whom several follow one another, which needs no heading."""
    found: list[str] = []
    for _, run in groupby(paragraphs, lambda p: _is_people(p.text)):
        lines = list(run)
        found += [line.id for line in lines] if len(lines) >= SO_MANY and _is_people(lines[0].text) else []
    return frozenset(found)


def _is_people(text: str) -> bool:
    told = PERSON.fullmatch(OF_PLACE.sub("", text)) is not None and not TELLING.search(text)
    return told and list_head(text) is None
