"""Who was in the chair by a sentence, and people that the lists of a meeting name twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from minutesnlp.reading.meeting.list_heads import LONGEST
from minutesnlp.reading.page.posts import THE_CHAIR, TITLED, TITLES, is_initials
from minutesnlp.records import Attendee, Paragraph

IS_CHAIR = re.compile(r"\b(?:chair\w*|cathaoirleach|cadeirydd)\b", re.IGNORECASE)
TOOK_MINUTES = re.compile(r"minutes?\s+(?:taker|secretary|clerk)|(?:minutes|notes)\s+(?:taken\s+)?by", re.IGNORECASE)

# "The meeting was chaired by John Hall", "The chair was taken by Cllr Lee", "chaired by JS".
CHAIRED = re.compile(
    rf"\b(?:[Mm]eeting\s+was\s+[Cc]haired|[Cc]hair\s+was\s+taken)\s+by\s+(?:(?:Councillor|Cllr)\b\.?\s+|{TITLES}\s+)?"
    r"(?P<name>(?:(?:[A-ZÀ-Þ]\.\s*|[A-ZÀ-Þ][\w’'-]*\s+)){0,3}[A-ZÀ-Þ][\w’'-]+)"
)

# “Cllr J. Hall took the Chair and welcomed everyone”.
TOOK = re.compile(
    rf"(?:^|(?<=[.;]\s))(?:(?:Councillor|Cllr|Cr)\b\.?\s+|{TITLES}\s+)(?P<name>(?:[A-ZÀ-Þ]\.\s*|[A-ZÀ-Þ][\w’'-]*\s+){{0,3}}[A-ZÀ-Þ][\w’'-]+)\s+took\s+the\s+[Cc]hair\b"
)

# “The meeting was called to order at 7 p.m. by Chairman John Hall”: whoever does is there, and presides.
CALLED = re.compile(
    r"\bcalled\s+to\s+order\b[^;]{0,60}?\bby\s+(?:the\s+)?(?P<post>(?:(?:Vice|Council|Board|Deputy)[\s-])?"
    r"(?:Chair(?:man|woman|person)?|President|Mayor|Supervisor|Reeve)(?:\s+Pro\s+Tem)?),?\s+(?P<name>(?:[A-Z]\.\s*|[A-Z][\w’'-]+\s+){0,3}[A-Z][\w’'-]+)"
)


def with_chair(attendance: Iterable[Attendee], front: Iterable[Paragraph]) -> tuple[Attendee, ...]:
    """Return a list of attendance in which whoever a sentence of the front has in the chair is so told."""
    found = _once(list(attendance))
    sentences = ((pattern.search(p.text[:LONGEST]), p) for p in front for pattern in (CHAIRED, CALLED, TOOK))
    told = next(((match, p) for match, p in sentences if match), None)
    if told is None or any(IS_CHAIR.search(one.role or "") for one in found):
        return tuple(found)
    match, paragraph = told
    role = match["post"] if match.re is CALLED else "in the Chair"
    initials, surname = match["name"][0], match["name"].split()[-1].casefold()
    for at, one in enumerate(found):
        named = one.name.casefold().endswith(surname) and initials in one.name
        if one.kind == "present" and (named or is_initials(match["name"], one.name)):
            found[at] = replace(one, role=f"{one.role}, in the Chair" if one.role else role)
            return tuple(found)
    if len(match["name"].split()) > 1 or match.re is CALLED:
        found.append(Attendee(match["name"], role=role, paragraph_id=paragraph.id))
    return tuple(found)


def _once(found: list[Attendee]) -> list[Attendee]:
    """Name once who is named twice: a chair named above the list that tells who was there, a member who minuted."""
    kept: list[Attendee] = []
    listed = [one for one in found if one.kind in ("present", "officer") and " " in TITLED.sub("", one.name)]
    # “Jo Hall was there virtually”
    found = [one for one in found if one.kind != "public" or not any(_alike(one, other) for other in listed)]
    for at, one in enumerate(found):
        again = next((n for n, other in enumerate(found) if n > at and _alike(other, one)), None)
        before = next((n for n, other in enumerate(kept) if _alike(other, one)), None)
        if before is not None and one.kind == "officer" and TOOK_MINUTES.fullmatch(one.role or ""):
            kept[before] = replace(kept[before], role=kept[before].role or one.role)
        elif again is not None and _same(one, found[again]):
            found[again] = replace(found[again], role=found[again].role or one.role)
        elif again is None or not THE_CHAIR.fullmatch(one.role or ""):
            kept.append(one)
        elif found[again].kind == one.kind and found[again].role is None:
            found[again] = replace(found[again], role=one.role)
    return kept


def _alike(one: Attendee, other: Attendee) -> bool:
    """Tell names that are the same but for a title that one of them lacks: “Mrs. Jo Hall” above, “Jo Hall” in the list.

    Where both have titles these must be the same: “Mr A Hall” and “Ms A Hall” are two.
    """
    if one.name == other.name:
        return True
    if one.name[-3:] != other.name[-3:]:
        return False
    bare, again = TITLED.sub("", one.name), TITLED.sub("", other.name)
    return bare == again and " " in bare and (bare == one.name or again == other.name)


def _same(one: Attendee, other: Attendee) -> bool:
    """Tell a person named twice over from two of one surname: “CLERK: Jo Hall” in the heading and in the list."""
    roles = {role.casefold() for role in (one.role, other.role) if role}
    alike = len(roles) < 2 or all(IS_CHAIR.search(role) for role in roles)
    return one.kind == other.kind and alike and len(TITLED.sub("", one.name).split()) > 1
