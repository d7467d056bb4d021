"""What ModernGov's pages and its web service tell alike: the council, attendance, decisions said twice."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from minutesnlp.reading.blocks import Block
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.days import days_in
from minutesnlp.reading.page.posts import STYLED, TITLED, UNNAMED, beside, kind_by_post
from minutesnlp.reading.trees import Tree, text_of
from minutesnlp.records import Attendee

# Names the system gives to itself and not to a council.
NOT_A_COUNCIL = re.compile(
    r"modern\.?\s*(?:gov|council)|democracy|committee|agenda|home\b|council\s+meetings", re.IGNORECASE
)

# "© 2024 Royal Borough of Longshire Council. All Rights Reserved."
COPYRIGHT = re.compile(
    r"""(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?P<name>[A-Z][\w’'\ &,-]{3,80}?)
        (?:\.|,|\s+all\b|\s*$|\s+\d{4})""",
    re.VERBOSE | re.IGNORECASE,
)

ATTENDED = {
    "present": "present",
    "apologies": "apologies",
    "absent": "absent",
    "not present": "absent",
    "in attendance": "public",
    "expected": "present",
}


def classes_of(element: Tree) -> set[str]:
    """Return the names of the classes an element bears."""
    return set((element.get("class") or "").split())


def dates_of(root: Tree) -> Iterator[datetime.date]:
    """Yield the dates that a page's head tells."""
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() in ("dc.date", "dcterms.date"):
            for day in days_in(meta.get("content") or ""):
                yield day.date


def council_of(root: Tree) -> str | None:
    """Return the council's name: told in the page's head, its title or its foot; the system's own name is none."""
    for meta in root.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in ("dc.publisher", "dc.creator", "og:site_name"):
            named = clean(meta.get("content") or "")
            if named and not NOT_A_COUNCIL.search(named):
                return named
    title = next((clean(text_of(t)) for t in root.iter("title")), "")
    last = re.split(r"\s+[-|–]\s+", title)[-1] if title else ""
    if re.search(r"\bcouncil\b|\bborough\b|\bcounty\b", last, re.IGNORECASE) and not NOT_A_COUNCIL.search(last):
        return last
    for element in root.iter("footer", "div", "p", "small", "span"):
        text = element.text or ""
        if "©" in text or "opyright" in text:
            match = COPYRIGHT.search(clean(text_of(element))[:300])
            if match and re.search(r"council|borough|county|city|authority", match["name"], re.IGNORECASE):
                return match["name"].strip(" ,")
    return None


def attendee(name: str, said: str, role: str | None, *, party: str = "", ward: str = "") -> Attendee:
    """Return an attendee as ModernGov's tables and service tell of one: a role, and a party behind a comma.

    `said` is the attendance as printed. Who is “in attendance” is an officer if the post is one of the council's or if
    nothing but a bare name is told, else a visitor.
    """
    said = said.lower().split(",")[0].strip()
    kind = ATTENDED.get(said) or ("apologies" if "apolog" in said else "absent" if "absent" in said else "present")
    styled = STYLED.match(name) is not None
    told = beside(role or "", councillor=styled)
    if kind == "public":
        visits = styled or TITLED.match(name) or UNNAMED.fullmatch(name)
        kind = kind_by_post(kind, told.role, styled=styled, widely=True) if told.role or visits else "officer"
    return Attendee(name, kind, told.role, party or told.party, ward=ward or told.ward)


def without_repeats(blocks: list[Block]) -> tuple[list[Block], list[str]]:
    """Return blocks without the decisions that the minutes of the same item repeat, and the texts left out."""
    kept: list[Block] = []
    repeated: list[str] = []
    item: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and not block.starts_item:
            item.append(block)
            continue
        said = {b.text for b in item if b.section == "minutes"}
        decided = [b for b in item if b.section == "decision"]
        if decided and said and all(b.text in said for b in decided):
            repeated.extend(b.text for b in decided)
            item = [b for b in item if b.section != "decision"]
        kept.extend(item)
        item = [] if block is None else [block]
    return kept, repeated
