"""Pages of ModernGov that list meetings or committees and hold no minutes: what to save instead of them."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin

from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.days import days_in
from minutesnlp.reading.trees import Tree, tag_of, text_of

# No more links than this are told in full.
MOST_LINKS = 40

# Pages of one meeting, and pages that list the meetings of one committee.
MEETING = re.compile(r"(?:ie|ce)ListDocuments\.aspx\?.*\bMId=\d+", re.IGNORECASE)
MEETINGS = re.compile(r"ieListMeetings\.aspx\?.*\bC(?:ommittee)?Id=\d+", re.IGNORECASE)
COMMITTEE = re.compile(r"mgCommitteeDetails\.aspx\?ID=\d+", re.IGNORECASE)
MEMBER = re.compile(r"mgUserInfo\.aspx\?UID=\d+", re.IGNORECASE)


class Listing(NamedTuple):
    """Why a page is not read, and which pages to save instead."""

    reason: str
    advice: str


class _Link(NamedTuple):
    day: str
    address: str
    beside: str


def listing_of(body: Tree, page: Tree, kind: str) -> Listing:
    """Return what a page without a meeting's items lists, the addresses of the meetings with minutes told.

    `body` is the part of the `page` that is about its subject; `kind` is its main heading.
    """
    base = _base(page)
    meetings = _links(body, MEETING, base)
    if meetings:
        days = sorted(link.day for link in meetings if link.day)
        between = f", {days[0]} to {days[-1]}" if days else ""
        printed = [link for link in meetings if "minutes" in link.beside.lower()]
        count = f"{len(meetings):,} meeting{'s' if len(meetings) != 1 else ''}{between}"
        reason = f"it lists {count} ({len(printed):,} with minutes) and holds no minutes itself"
        return Listing(reason, f"Save the pages it links to: {_told(printed or meetings)}")
    what = (kind or "another page").strip()
    members = len({link.address for link in _links(body, MEMBER, base)})
    committees = _links(body, COMMITTEE, base)
    reason = f"it is a ModernGov page without a meeting’s items ({what})"
    if members:
        reason += f", which names {members:,} member{'s' if members != 1 else ''}"
    elif len(committees) > 1:
        reason += f", which lists {len(committees):,} committees"
    lists = _links(body, MEETINGS, base)
    if lists:
        return Listing(reason, f"Open its list of meetings ({lists[0].address}) and save the page of each meeting.")
    return Listing(reason, "Save the page of the meeting itself (“Agenda and minutes”).")


def _links(root: Tree, wanted: re.Pattern[str], base: str) -> list[_Link]:
    found: dict[str, _Link] = {}
    for anchor in root.iter("a"):
        address = (anchor.get("href") or "").strip()
        if not wanted.search(address):
            continue
        text = f"{clean(text_of(anchor))} {clean(anchor.get('title') or '')}"
        day = next((str(day.date) for day in days_in(text)), "")
        above = anchor.getparent()
        beside = clean(anchor.tail or "")
        if not beside and above is not None and tag_of(above) in ("td", "li", "p") and len(above) == 1:
            row = next((e for e in above.iterancestors() if tag_of(e) == "tr"), above)
            beside = clean(text_of(row))
        found.setdefault(address, _Link(day, urljoin(base, address) if base else address, beside))
    return list(found.values())


def _base(root: Tree) -> str:
    """Return the address the page was saved from, where its head tells it."""
    for element in root.iter("base", "link", "meta"):
        if tag_of(element) == "base" and element.get("href"):
            return element.get("href") or ""
        if tag_of(element) == "link" and (element.get("rel") or "").lower() == "canonical":
            return element.get("href") or ""
        if tag_of(element) == "meta" and (element.get("property") or "").lower() == "og:url":
            return element.get("content") or ""
    return ""


def _told(links: list[_Link]) -> str:
    shown = ", ".join(f"{link.day} {link.address}".strip() for link in links[:MOST_LINKS])
    more = len(links) - MOST_LINKS
    return shown + (f" and {more:,} more." if more > 0 else ".")
