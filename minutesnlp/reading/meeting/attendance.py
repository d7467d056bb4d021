"""Lists of who was there: names with kind, role, party and ward, from headed lists, run-in lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.candidates import is_attendance_heading
from minutesnlp.reading.page.lists import parts_of
from minutesnlp.reading.page.owners import ACTION_HEAD, HEAD_WORD
from minutesnlp.reading.page.posts import (
    POST_AFTER,
    POST_BEFORE,
    ROLE_WORDS,
    SITS_FOR,
    STYLED,
    THE_CHAIR,
    TITLED,
    TITLES,
    UNNAMED,
    beside,
    is_initials,
    is_party,
    kind_by_post,
)
from minutesnlp.reading.page.titles import TELLING, is_caps
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
        ("absent", r"\babsent\b|\babsennol\b|\babsence\s+without\b|\bwithout\s+apolog|\bnot\s+present\b"),
        ("apologies", r"\bapolog|\bymddiheur|\bexcused\b|\babsence\b|\bregrets\b"),
        ("officer", r"\bofficers?\b|\bswyddogion\b|\bofficials?\b|\bstaff\b|\bclerk\b|\bminute\s+taker"),
        (
            "public",
            r"\bpublic\b|\bpress\b|\bobserv|\bguests?\b|\bvisitors?\b|\bothers?\b|\balso\b|\bpresenters?\b"
            r"|\bnon-members?\b|\bin\s+attendance\b",
        ),
        (
            "present",
            r"\bpresent\b|presennol\b|\bláthair\b|\bsederunt\b|\battend|\bmembers?\b|\bcouncillors?\b|\bchair|\bsubstitut",
        ),
    )
)

# “Members present” are present, though “members” and “also” may announce others.
OF_MEMBERS = re.compile(r"\bmembers?\b|\bcouncillors?\b|\bthose\b", re.IGNORECASE)
WERE_THERE = re.compile(r"\bpresent\b|\battend", re.IGNORECASE)
OF_OTHERS = re.compile(r"\bpublic\b|\bpress\b|\balso\b|\bother\b|\bnon-members?\b|\bnot\b", re.IGNORECASE)

# The heading of the list in mid-line, behind the meeting's: "… held on 5 May 2023 Present: Cllr A Hall, …".
IN_MID = re.compile(
    r"(?<=[\w.)])\s+(?P<head>(?:Members\s+|Councillors\s+|MEMBERS\s+|COUNCILLORS\s+)?(?:Present|PRESENT)(?:\s*\([^()]{1,30}\))?)"
    r"\s*[:–—-][\s–—-]*(?=[A-Z])"
)

# What opens a list of councillors: "Cllrs Hall, Lee and Day".
PLURAL = re.compile(r"(?:the\s+)?(?:\w+\s+)?(?:councillors|cllrs)\b", re.IGNORECASE)

# A count before a list: "Present: 4 - Mayor Reed, …".
COUNTED = re.compile(r"^\d{1,3}\s*[-–—]\s*(?=[A-Z])")

# A line longer than this, in characters, is no list of names.
LONGEST = 20_000

# Posts by their letters.
LETTERS = re.compile(r"CAO|CEO|CFO|COO|RFO|DPO|CEMC|EDO|MLEO")

BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")

# A list by posts: "Director, Housing (Mr. P. Hall), Clerk (Ms L Fox)".
BY_POST = re.compile(
    r"(?:^|[,;]\s*|\band\s+)(?P<post>[A-Z][^()]{2,90}?)\s*\((?P<name>(?:Mrs?|Ms|Miss|Dr)\.?\s+[A-Z][^()]{1,40})\)"
)

# Another list that begins within a line: "… Mrs Day Apologies Mr Fox", "In attendance Mrs Day".
WITHIN = re.compile(
    r"""(?:^|(?<=[\w.)]\s))(?:(?:In\s+[Aa]ttendance|Also\s+[Pp]resent|Apologies(?:\s+(?:from|for\s+absence))?)\s*:?\s+(?=[A-Z])
      | (?:(?:Parish|Town)\s+)?C(?:lerk|LERK)\s*:\s*(?=[A-Z]) | (?:Officers?|Public
          |Members\s+of\s+(?:the\s+)?public)(?:\s+present)?\s*:\s*(?=\w)
      | (?<=\.\s)(?=\d{1,3}\s+(?:members?\s+of\s+the\s+public|residents?|parishioners?|electors?)\b))""",
    re.VERBOSE,
)

# A heading that is the post of the one below it: "Chair: Cllr Hall", "Clerk: M Fox".
A_POST = re.compile(
    r"(?:(?:councillors\s+|members\s+)?present\s+)?(?P<chair>in\s+the\s+chair)|(?:(?:parish|town)\s+)?clerk|chair(?:man|person|woman)?|minute\s+taker",
    re.IGNORECASE,
)

IS_CHAIR = re.compile(r"\b(?:chair\w*|cathaoirleach|cadeirydd)\b", re.IGNORECASE)

# "The meeting was chaired by John Hall", "The chair was taken by Cllr Lee".
CHAIRED = re.compile(
    rf"\b(?:[Mm]eeting\s+was\s+[Cc]haired|[Cc]hair\s+was\s+taken)\s+by\s+(?:(?:Councillor|Cllr)\b\.?\s+|{TITLES}\s+)?"
    r"(?P<name>(?:[A-ZÀ-Þ][\w’'-]*\.?\s+){0,3}[A-ZÀ-Þ][\w’'-]+)"
)

# Before these one surname is enough: "Mayor Reed"; not "Senior Engineer Scientist".
HONOUR = re.compile(
    r"\b(?:mayor|provost|reeve|chair(?:man|woman|person)?|president|sheriff|bailie|commissioner|supervisor|trustee)$",
    re.IGNORECASE,
)

# Small words inside names, which stand without a capital.
PARTICLES = "de|da|di|du|del|van|von|der|den|ten|ter|la|le|ap|ab|al|el|bin|ibn|dos|das|ó|ní|nic|uí"

# A person: one to five words with a capital somewhere, initials among them; no sentence.
NAME = re.compile(
    rf"""(?:{TITLES}\s+(?:and\s+(?:Mrs|Mr)\s+)?)*
        (?:[A-ZÀ-Þ][\w’'.-]*|{PARTICLES})(?:\s+(?:[A-ZÀ-Þ][\w’'.-]*|{PARTICLES})){{0,4}}""",
    re.VERBOSE,
)

IN_ATTENDANCE = re.compile(r"\s*(?:officers?\s+)?in\s+attendance\b", re.IGNORECASE)

POST_NOMINAL = re.compile(r"(?:OBE|MBE|CBE|KBE|DBE|JP|DL|MP|MSP|MS|AM|TD|QPM|BEM|QC|KC|KPM|PhD|BA|MA|FRICS|MRTPI)\.?")

NOBODY = re.compile(
    r"(?:none|nil|no\s+apologies|no\s+one|there\s+were\s+no\b.*|n/?a|apologies|absent|present)\W*$", re.IGNORECASE
)


class Person(NamedTuple):
    """A name as printed in a list, with what stands beside it."""

    name: str
    role: str | None
    party: str | None
    ward: str | None = None


def attendance_of(paragraphs: Sequence[Paragraph], headings: Iterable[str] = ()) -> tuple[Attendee, ...]:
    """Return who was there by the paragraphs of a meeting's front (or of its items on attendance).

    `headings` opens the list: the title of the item whose paragraphs they are.
    """
    found: list[Attendee] = []
    heading: str | None = next(iter([*headings][::-1]), None)
    numbered = empty = False
    for paragraph in paragraphs:
        text = paragraph.text
        if numbered and paragraph.number is not None:
            heading, numbered = None, False  # the next item of an agenda
        if found and _is_other_heading(text, found[-1].name):
            heading = None
            continue
        if is_attendance_heading(text):
            if not (empty and kind_of(heading or "") == "present" and kind_of(text) == "public"):
                heading = text  # else two headings side by side: the names below are of both columns
            numbered, empty = paragraph.number is not None, True
            continue
        empty = False
        received = RECEIVED.search(text)
        run_in = RUN_IN.match(text)
        headless = heading is None and ("Present" in text or "PRESENT" in text)
        within = IN_MID.search(text[:LONGEST]) if headless else None
        if run_in and is_attendance_heading(run_in["head"].strip()):
            heading = run_in["head"]
            people = _attendees(run_in["list"], heading, paragraph)
            found.extend(people)
            heading = _below(heading, people)
        elif within:
            heading = within["head"]
            found.extend(_attendees(text[within.end() :], heading, paragraph))
        elif received:
            found.extend(_attendees(received["list"], "apologies", paragraph))
        elif heading is not None:
            people = _attendees(text, heading, paragraph)
            if not people and paragraph.kind not in ("bullet", "table") and _is_sentence(text):
                heading = None
            found.extend(people)
            heading = _below(heading, people)
    return tuple(dict.fromkeys(found))


def with_chair(attendance: Iterable[Attendee], front: Iterable[Paragraph]) -> tuple[Attendee, ...]:
    """Return a list of attendance in which whoever a sentence of the front has in the chair is so told."""
    found = _once(list(attendance))
    told = next(((match, p) for p in front if (match := CHAIRED.search(p.text[:LONGEST]))), None)
    if told is None or any(IS_CHAIR.search(one.role or "") for one in found):
        return tuple(found)
    match, paragraph = told
    initials, surname = match["name"][0], match["name"].split()[-1].casefold()
    for at, one in enumerate(found):
        if one.kind == "present" and one.name.casefold().endswith(surname) and initials in one.name:
            found[at] = replace(one, role=f"{one.role}, in the Chair" if one.role else "in the Chair")
            return tuple(found)
    if len(match["name"].split()) > 1:
        found.append(Attendee(match["name"], role="in the Chair", paragraph_id=paragraph.id))
    return tuple(found)


def _once(found: list[Attendee]) -> list[Attendee]:
    """Leave out a chair named above the list, where the list itself tells whether the chair was there."""
    kept: list[Attendee] = []
    for at, one in enumerate(found):
        again = next((n for n, other in enumerate(found) if n > at and other.name == one.name), None)
        if again is None or not THE_CHAIR.fullmatch(one.role or ""):
            kept.append(one)
        elif found[again].kind == one.kind and found[again].role is None:
            found[again] = replace(found[again], role=one.role)
    return kept


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
    ...     print(person.name, person.role, person.party)
    A Hall Chair None
    B Lee None Lab
    Mrs C Day Clerk None
    """
    return [person for person, _ in _listed(text)]


def _listed(text: str) -> list[tuple[Person, bool]]:
    """Return the people of a list, each with whether the name is styled a councillor's."""
    text = COUNTED.sub("", text.replace(CELL, "; ").strip().rstrip("."))
    if not text or NOBODY.fullmatch(text) or len(text) > 3_000:
        return []
    posts = [match for match in BY_POST.finditer(text) if not TITLED.match(match["post"])]
    if len(posts) > 1 and len(posts) == len(BRACKETED.findall(text)):
        return [(Person(m["name"], m["post"].strip(" ,.-–") or None, None), False) for m in posts]
    people: list[tuple[Person, bool]] = []
    styled_list = PLURAL.match(text) is not None
    first: str | None = None
    for whole in parts_of(text):
        part = SITS_FOR.sub("", whole)
        styled = styled_list or STYLED.match(part) is not None
        person = _person(part, styled=styled)
        if person is not None:
            people.append((person._replace(role=person.role or first), styled))
            first = None
        elif not people and THE_CHAIR.fullmatch(part):
            first = part
        elif people and people[-1][0].role is None and _is_role(part):
            last, style = people[-1]
            people[-1] = (last._replace(role=part.strip(" .-–")), style)
    return people


def _attendees(text: str, heading: str, paragraph: Paragraph) -> list[Attendee]:
    if len(text) > LONGEST:
        return []
    found: list[Attendee] = []
    while within := WITHIN.search(text):
        found.extend(_under(heading, text[: within.start()].strip(" ,;"), paragraph))
        heading, text = within.group() or "public", text[within.end() :]
    return found + _under(heading, text, paragraph)


def _below(heading: str | None, people: Sequence[Attendee]) -> str | None:
    """Return the heading of what follows in a list: one alone is in the chair, and others are there beside."""
    post = A_POST.fullmatch(heading.strip(" :;")) if heading and people else None
    return "present" if post and post["chair"] else heading


def _under(heading: str, text: str, paragraph: Paragraph) -> list[Attendee]:
    kind = kind_of(heading)
    widely = IN_ATTENDANCE.match(heading) is not None
    post = A_POST.fullmatch(heading.strip(" :;"))
    chairs = post is not None and post["chair"] is not None
    found: list[Attendee] = []
    for person, styled in _listed(text):
        role = person.role or (post.group() if post and not chairs else None)
        if chairs and not found and not IS_CHAIR.search(role or ""):
            role = f"{role}, in the Chair" if role else "in the Chair"
        of_kind = kind_by_post(kind, role, styled=styled, widely=widely)
        found.append(Attendee(person.name, of_kind, role, person.party, paragraph.id, person.ward))
    if not found and kind == "public" and UNNAMED.fullmatch(text.strip(" .")):
        return [Attendee(text.strip(" ."), kind, paragraph_id=paragraph.id)]
    # half of a list that is no list of names is none: a sentence happened to stand there
    words = len(BRACKETED.sub(" ", text).split())
    return found if found and sum(len(a.name.split()) for a in found) >= 0.2 * words else []


def _is_other_heading(text: str, name: str) -> bool:
    """Tell a heading in capitals that ends a list of names that are not: “PLEDGE OF ALLEGIANCE”."""
    return len(text.split()) > 1 and is_caps(text) and not is_caps(name) and not is_attendance_heading(text)


def _is_sentence(text: str) -> bool:
    """Tell a sentence, which ends a list, from an entry of it that is not understood."""
    return len(text) > 140 or TELLING.search(text) is not None or text.rstrip().endswith(".")


def _person(part: str, *, styled: bool) -> Person | None:
    role = party = ward = None
    notes = re.findall(r"[(\[]([^()\[\]]{1,120})[)\]]", part)
    bare = BRACKETED.sub(" ", part)
    for note in notes:
        if is_initials(note.strip(), re.split(r"[,–—]|\s-\s", bare)[0].strip()):
            continue
        first, *more = re.split(r"\s*,\s*", note.strip(), maxsplit=1)
        if more and is_initials(first, bare.split(",")[0]):
            note = more[0]  # the initials the minutes call the person by: "(RB, Chair)"
        if inverted(bare, note) is not None:
            return Person(note.strip(), STYLED.sub("", bare).strip(" ,:-–") or None, party)
        told = beside(note, councillor=styled)
        role, party, ward = role or told.role, party or told.party, ward or told.ward
    pieces = re.split(
        r"\s+[-–—]+\s+|\s*[–—]\s*|:\s+|(?<=[a-z])\s?-\s?(?=(?:Vice[\s-])?Chair|Clerk\b)", bare.strip(), maxsplit=1
    )
    name = pieces[0]
    if len(pieces) > 1:
        if ROLE_WORDS.search(pieces[0]) and not STYLED.match(pieces[0]) and not ROLE_WORDS.search(pieces[1]):
            name, role = pieces[1], role or pieces[0].strip()
        else:
            told = beside(pieces[1], councillor=styled)
            role, party, ward = role or told.role, party or told.party, ward or told.ward
    before = POST_BEFORE.match(name.strip(" .,:;"))
    if before and _names(STYLED.sub("", before["name"]), before["post"]):
        name, role = before["name"], f"{before['post']}, {role}" if role else before["post"]
    after = POST_AFTER.match(name.strip(" .,:;"))
    if after:
        name, role = after["name"], role or after["post"]
    name = STYLED.sub("", name.strip(" .,:;")).strip()
    name = re.sub(r"\s+", " ", name)
    last = name.split()[-1] if name else ""
    if len(name.split()) > 2 and last.isupper() and is_initials(last, name.removesuffix(last)):
        name = name.removesuffix(last).strip()
    if role and is_initials(role, name):
        role = None
    if any(pattern.fullmatch(name) for pattern in (POST_NOMINAL, LETTERS, HEAD_WORD, ACTION_HEAD)):
        return None
    if not name or ROLE_WORDS.fullmatch(name) or len(name.split()) > 6 or not NAME.fullmatch(name) or is_party(name):
        return None
    if ROLE_WORDS.search(TITLED.sub("", name)) and len(name.split()) > 1 and not STYLED.match(part):
        return None
    return Person(name, role, party, ward)


def _is_role(part: str) -> bool:
    """Tell a post behind a name and a comma: “Clerk”, “CAO”."""
    return (ROLE_WORDS.search(part) is not None and len(part) < 60) or LETTERS.fullmatch(part) is not None


def _names(text: str, post: str) -> bool:
    """Tell a name after a post from more of the post: “Chief Superintendent”, “Director of Services”."""
    words = text.split()
    if any(ROLE_WORDS.search(word.rstrip("s")) or POST_BEFORE.match(f"{word.rstrip('s')} X") for word in words):
        return False
    return len(words) > 1 or HONOUR.search(post) is not None


def inverted(bare: str, note: str) -> str | None:
    """Return the name where the role comes first and the name in brackets: “Director, Housing (Mr. P. Hall)”."""
    if ROLE_WORDS.search(bare) and re.match(r"(?:Mrs?|Ms|Miss|Dr)\.?\s+[A-Z]", note.strip()):
        return note.strip()
    return None
