"""The answers of ModernGov's web service (GetMeeting): attendance, item numbers and each item's minutes, structured."""

from __future__ import annotations

import datetime
import html
import re

from minutesnlp.counting import plural
from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Block, Document, Facts
from minutesnlp.reading.decoding import decode
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.days import days_in
from minutesnlp.reading.page.lines import joined
from minutesnlp.reading.trees import Tree, parse_html, parse_xml, tag_of, text_of
from minutesnlp.reading.web.flow import flow
from minutesnlp.reading.web.moderngov_facts import attendee, without_repeats
from minutesnlp.records import Attendee

LARGEST = 50_000_000

# Of a list of meetings so many ids are told.
MOST_IDS = 40

# Escaped once more than need be: "&amp;amp;", "&amp;lt;p&amp;gt;".
STILL_ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z][^<>]{0,2000}>")

# What each kind of body is; in the order in which an item's page shows them.
BODIES = (
    ("agendanonemptyhtmlbody", "agenda"),
    ("agendahtmlbody", "agenda"),
    ("agendaitemhtmlbody", "agenda"),
    ("decisionnonemptyhtmlbody", "decision"),
    ("minutesnonemptyhtmlbody", "minutes"),
)


def read_webservice(data: bytes, name: str) -> list[Document]:
    """Read an answer of ModernGov's web service.

    Raises
    ------
    ReadError
        When it holds no meeting, declares entities, or is too large.
    """
    if len(data) > LARGEST:
        raise ReadError(
            name, f"it is too large ({len(data) / 1e6:,.0f} MB)", "Ask the service for one meeting at a time."
        )
    text, notes = decode(data, name)
    root = parse_xml(text, name)
    meetings = [e for e in root.iter() if tag_of(e) == "meeting" and _child(e, "agendaitems") is not None]
    if not meetings:
        listed = [e for e in root.iter() if tag_of(e) == "meeting"]
        if listed:
            ids = [_value(e, "meetingid") for e in listed]
            shown = ", ".join(one for one in ids[:MOST_IDS] if one) + (" …" if len(ids) > MOST_IDS else "")
            advice = (
                f"Ask for each with GetMeeting?lMeetingId= ({shown})." if shown else "Ask for each with GetMeeting."
            )
            raise ReadError(name, f"it is a list of {plural(len(listed), 'meeting')} without their minutes", advice)
        kind = tag_of(root) or "nothing"
        raise ReadError(name, f"it is XML, but no meeting ({kind})", "Export the meeting by GetMeeting.")
    return [_document(meeting, notes) for meeting in meetings]


def _document(meeting: Tree, notes: tuple[str, ...]) -> Document:
    told = list(notes)
    blocks: list[Block] = []
    restricted = 0
    titles: list[str] = []
    items = _child(meeting, "agendaitems")
    for item in items if items is not None else ():
        if tag_of(item) != "agendaitem":
            continue
        number = _value(item, "minutesitemnumber") or _value(item, "agendaitemnumber")
        sub = _value(item, "minutesitemsubnumber")
        number = f"{number}.{sub}" if number and sub else number
        title = _value(item, "agendaitemtitle") or "(untitled)"
        place = item.sourceline or 1
        anchor = _value(item, "agendaitemid")
        blocks.append(
            Block(
                title,
                line=place,
                label=number or None,
                starts_item=True,
                section="agenda",
                anchor=f"AI{anchor}" if anchor else None,
            )
        )
        for field, section in BODIES:
            body = _raw(item, field)
            if body:
                blocks.extend(_body(body, section, place))
        for document in item.iter():
            if tag_of(document) == "linkeddoc":
                if _value(document, "isrestricted").lower() == "true":
                    restricted += 1
                else:
                    titles.append(_value(document, "title"))
    if restricted:
        told.append(f"stated: {restricted} restricted document{'s' if restricted > 1 else ''} left out")
    kept, repeated = without_repeats(blocks)
    if repeated:
        told.append("derived: decisions that repeat the minutes word for word are kept once")
    facts = Facts(
        council=_value(meeting, "councilname") or None,
        body=_value(meeting, "committeetitle") or _value(meeting, "committeename") or None,
        date=next((d.date for d in days_in(_value(meeting, "meetingdate"))), None),
        start_time=_time(_value(meeting, "meetingtime") or _value(meeting, "meetingactualstarttime")),
        venue=_value(meeting, "meetinglocation") or None,
        attendance=tuple(_attendance(meeting)),
        notes=(*told, *_status(meeting)),
    )
    front = [_attending(a, meeting.sourceline or 1) for a in facts.attendance]
    furniture = tuple(text for text in (*titles, *repeated) if text)
    return Document((*front, *kept), facts, reader="webservice", structured=True, furniture=furniture)


def _attending(person: Attendee, line: int) -> Block:
    beside = ", ".join(part for part in (person.role, person.party, person.ward) if part)
    text = f"{person.name} ({beside}) | {person.kind}" if beside else f"{person.name} | {person.kind}"
    return Block(text, line=line, row=True, section="front")


def _attendance(meeting: Tree) -> list[Attendee]:
    found = []
    for element in meeting.iter():
        if tag_of(element) != "attendee":
            continue
        name = clean(html.unescape(element.get("name") or ""))
        if not name:
            continue
        told = {
            field: clean(html.unescape(element.get(field) or ""))
            for field in ("attendance", "roledescription", "politicalparty", "ward")
        }
        found.append(
            attendee(
                name,
                told["attendance"],
                told["roledescription"] or None,
                party=told["politicalparty"],
                ward=told["ward"],
            )
        )
    return found


def _status(meeting: Tree) -> list[str]:
    said = _value(meeting, "meetingstatus")
    notes = (
        [f"stated: the meeting’s status is “{said}”"] if said and said.lower() not in ("occurred", "confirmed") else []
    )
    if _value(meeting, "minutepublished").lower() == "false":
        notes.append("stated: its minutes are not published")
    return notes


def _body(escaped: str, section: str, line: int) -> list[Block]:
    text = escaped
    for _ in range(3):  # the service escapes twice, some installations thrice
        if MARKUP.search(text) or not STILL_ESCAPED.search(text):
            break
        text = html.unescape(text)
    if STILL_ESCAPED.search(text) and not MARKUP.search(text):
        text = html.unescape(text)
    if not clean(text):
        return []
    if not MARKUP.search(text):
        return [Block(clean(text), line=line, section=section)]
    blocks = joined(flow(parse_html(text.replace("&amp;amp;", "&amp;")), line=line))
    return [Block(**{**{n: getattr(b, n) for n in Block.__slots__}, "section": section}) for b in blocks]


def _child(element: Tree, name: str) -> Tree | None:
    return next((child for child in element if tag_of(child) == name), None)


def _raw(element: Tree, name: str) -> str:
    child = _child(element, name)
    if child is None:
        return ""
    if len(child):  # raw markup where escaped markup should be
        from minutesnlp.reading.trees import inner_html

        return inner_html(child)
    return child.text or ""


def _value(element: Tree, name: str) -> str:
    child = _child(element, name)
    if child is None:
        return ""
    text = text_of(child)
    return clean(html.unescape(html.unescape(text)) if "&" in text else text)


def _time(text: str) -> datetime.time | None:
    match = re.match(r"(\d{1,2})[:.](\d\d)", text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return datetime.time(int(match[1]), int(match[2]))
