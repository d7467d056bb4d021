"""Lists of who was there: names with kind, role and party, from headed lists, run-in lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.candidates import ATTENDANCE_HEADING
from minutesnlp.records import Attendee, Paragraph

# The heading that runs on into its list: "Present: Cllr A Hall (Chair), …", "Apologies – Mrs Lee".
RUN_IN = re.compile(
    r"""(?P<head>[A-Za-z][\w\s’',()/&-]{2,80}?)\s*(?::[-–—]?|[–—]|\s-\s)\s*(?P<list>.+)$""",
    re.VERBOSE,
)

# "Apologies for absence were received from Cllrs Hall and Lee."
RECEIVED = re.compile(
    r"""\b(?:apolog(?:y|ies)\b.{0,80}?\b(?:received|submitted|accepted|given|noted|tendered|made)\s+(?:from|by|on\s+behalf\s+of|for)|apologies\s+(?:from|were\s+from)\s*:?)\s*:?\s*
        (?P<list>(?:[^.;]|(?:(?<=\s[A-Z])|(?<=\bMr)|(?<=\bMrs)|(?<=\bMs)|(?<=\bDr)|(?<=\bCllr)|(?<=\bCllrs))\.)*)""",
    re.VERBOSE | re.IGNORECASE,
)

KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("absent", r"\babsent\b|\babsence\s+without\b|\bwithout\s+apolog|\bnot\s+present\b"),
        ("apologies", r"\bapolog|\babsence\b|\bregrets\b"),
        ("officer", r"\bofficers?\b|\bofficials?\b|\bstaff\b|\bclerk\b|\bminute\s+taker"),
        (
            "public",
            r"\bpublic\b|\bpress\b|\bobserv|\bguests?\b|\bvisitors?\b|\bothers?\b|\balso\b|\bpresenters?\b"
            r"|\bnon-members?\b|\bin\s+attendance\b",
        ),
        ("present", r"\bpresent\b|\battend|\bmembers?\b|\bcouncillors?\b|\bchair|\bsubstitut"),
    )
)

# “Members present” are present, though “members” and “also” may announce others.
OF_MEMBERS = re.compile(r"\bmembers?\b|\bcouncillors?\b|\bthose\b", re.IGNORECASE)
WERE_THERE = re.compile(r"\bpresent\b|\battend", re.IGNORECASE)
OF_OTHERS = re.compile(r"\bpublic\b|\bpress\b|\balso\b|\bother\b|\bnon-members?\b|\bnot\b", re.IGNORECASE)

PARTIES = (
    "Conservative Labour|Labour and Co-operative|Liberal Democrats?|Lib ?Dem|LD|Green|Independent|Ind|Con|Lab|UKIP|"
    "Reform(?: UK)?|Plaid(?: Cymru)?|SNP|DUP|SDLP|UUP|Alliance|Sinn Féin|Fianna Fáil|Fine Gael|Conservatives?|Labour|"
    "Non-Aligned|Residents?"
)
PARTY = re.compile(rf"(?:{PARTIES}|Conservative|Labour)", re.IGNORECASE)

# What is printed before a name: "Cllr", "Councillors", "Mr."
STYLED = re.compile(
    r"^(?:(?:(?:the\s+)?(?:right\s+)?(?:county|borough|district|parish|city|town|ward|unitary|deputy)\s+)?"
    r"(?:councillors?|cllrs?|cllr|alderman|ald)\.?\s*:?\s*)+",
    re.IGNORECASE,
)

# A person: one to five words with a capital somewhere, initials among them; no sentence.
NAME = re.compile(
    r"""(?:(?:Mrs?|Ms|Miss|Dr|Rev(?:erend)?|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Fr|Canon|PCSO|PC|Sgt|Insp(?:ector)?|Superintendent|Sergeant|Garda|Major|Col|Capt|Alderman)\.?\s+(?:and\s+(?:Mrs|Mr)\s+)?)*
        (?:[A-ZÀ-Þ][\w’'.-]*|[A-Z]\.?|de|da|van|von|der|Ó|Ní|Uí|Mac|Mc|la|le)(?:\s+(?:[A-ZÀ-Þ][\w’'.-]*|de|da|van|von|der|la|le|Ó|Ní|Uí)){0,4}""",
    re.VERBOSE,
)

ROLE_WORDS = re.compile(
    r"\b(?:chair\w*|clerk|officer|director|manager|mayor|secretary|treasurer|president|vice|deputy|head|leader|councillor|cllr"
    r"|engineer|executive|administrator|warden|inspector|member|minister|rfo|convenor|cathaoirleach|planner|solicitor"
    r"|representative|auditor|assistant|adviser|lead|coordinator|architect|trustee|governor|observer|substitute)\b",
    re.IGNORECASE,
)

NOBODY = re.compile(
    r"(?:none|nil|no\s+apologies|no\s+one|there\s+were\s+no\b.*|n/?a|apologies|absent|present)\W*$", re.IGNORECASE
)


class Person(NamedTuple):
    """A name as printed in a list, with what stands beside it."""

    name: str
    role: str | None
    party: str | None


def attendance_of(paragraphs: Sequence[Paragraph], headings: Iterable[str] = ()) -> tuple[Attendee, ...]:
    """Return who was there by the paragraphs of a meeting's front (or of its items on attendance).

    `headings` opens the list: the title of the item whose paragraphs they are.
    """
    found: list[Attendee] = []
    kind: str | None = None
    for heading in headings:
        kind = kind_of(heading)
    for paragraph in paragraphs:
        text = paragraph.text
        if ATTENDANCE_HEADING.fullmatch(text):
            kind = kind_of(text)
            continue
        received = RECEIVED.search(text)
        run_in = RUN_IN.match(text)
        if run_in and ATTENDANCE_HEADING.fullmatch(run_in["head"].strip()):
            kind = kind_of(run_in["head"])
            found.extend(_attendees(run_in["list"], kind, paragraph))
        elif received:
            found.extend(_attendees(received["list"], "apologies", paragraph))
        elif kind is not None:
            people = _attendees(text, kind, paragraph)
            if not people and paragraph.kind not in ("bullet", "table"):
                kind = None
            found.extend(people)
    return tuple(dict.fromkeys(found))


def kind_of(heading: str) -> str:
    """Return the kind of attendance that a heading announces.

    >>> kind_of("Apologies for Absence"), kind_of("Officers present:"), kind_of("Members in attendance")
    ('apologies', 'officer', 'present')
    """
    if OF_MEMBERS.search(heading) and WERE_THERE.search(heading) and not OF_OTHERS.search(heading):
        return "present"
    return next((kind for kind, pattern in KINDS if pattern.search(heading)), "present")


def people_in(text: str) -> list[Person]:
    """Return the people of a list, with roles in brackets or behind dashes.

    Names are parted by commas, semicolons and “and”.

    >>> for person in people_in("Cllrs A Hall (Chair), B Lee (Lab) and Mrs C Day – Clerk"):
    ...     print(person)
    Person(name='A Hall', role='Chair', party=None)
    Person(name='B Lee', role=None, party='Lab')
    Person(name='Mrs C Day', role='Clerk', party=None)
    """
    text = text.replace(CELL, "; ").strip().rstrip(".")
    if not text or NOBODY.fullmatch(text) or len(text) > 3_000:
        return []
    people: list[Person] = []
    for part in _parts(text):
        person = _person(part)
        if person is not None:
            people.append(person)
        elif people and people[-1].role is None and ROLE_WORDS.search(part) and len(part) < 60:
            people[-1] = people[-1]._replace(role=part.strip(" .-–"))
    return people


def _attendees(text: str, kind: str, paragraph: Paragraph) -> list[Attendee]:
    found = []
    for person in people_in(text):
        of_kind = kind
        if (
            kind in ("present", "public")
            and person.role
            and re.search(r"\bclerk\b|\bofficer\b", person.role, re.IGNORECASE)
        ):
            of_kind = "officer"
        found.append(Attendee(person.name, of_kind, person.role, person.party, paragraph.id))
    # half of a list that is no list of names is none: a sentence happened to stand there
    words = len(text.split())
    return found if found and sum(len(a.name.split()) for a in found) >= 0.2 * words else []


def _parts(text: str) -> list[str]:
    """Split a list at commas, semicolons and “and” that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for match in re.finditer(r"[()\[\]]|[,;]\s*|\s+(?:and|&)\s+(?=[A-Z])", text):
        mark = match.group()
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _person(part: str) -> Person | None:
    role = party = None
    notes = re.findall(r"[(\[]([^()\[\]]{1,80})[)\]]", part)
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]", " ", part)
    for note in notes:
        if PARTY.fullmatch(note.strip()):
            party = note.strip()
        elif inverted(bare, note) is not None:
            return Person(note.strip(), STYLED.sub("", bare).strip(" ,:-–") or None, party)
        elif role is None:
            role = note.strip()
    pieces = re.split(r"\s+[-–—]+\s+|\s*[–—]\s*|:\s+", bare, maxsplit=1)
    name = pieces[0]
    if len(pieces) > 1 and role is None:
        if ROLE_WORDS.search(pieces[0]) and not STYLED.match(pieces[0]) and not ROLE_WORDS.search(pieces[1]):
            name, role = pieces[1], pieces[0].strip()
        else:
            role = pieces[1].strip() or None
    name = STYLED.sub("", name.strip(" .,:;")).strip()
    name = re.sub(r"\s+", " ", name)
    if not name or ROLE_WORDS.fullmatch(name) or len(name.split()) > 6 or not NAME.fullmatch(name):
        return None
    if ROLE_WORDS.search(name) and len(name.split()) > 1 and not STYLED.match(part):
        return None
    return Person(name, role, party)


def inverted(bare: str, note: str) -> str | None:
    """Return the name where the role comes first and the name in brackets: “Director, Housing (Mr. P. Hall)”."""
    if ROLE_WORDS.search(bare) and re.match(r"(?:Mrs?|Ms|Miss|Dr)\.?\s+[A-Z]", note.strip()):
        return note.strip()
    return None
