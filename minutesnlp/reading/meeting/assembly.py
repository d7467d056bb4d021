"""Blocks and facts to a meeting: items, sections, ids, citations.

What a block means is decided here, once for all formats: see `outline` (where items begin), `sections` (agenda or
minutes), `facts` (council, body, date) and `attendance`.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutesnlp.reading.blocks import CELL, Block, Document
from minutesnlp.reading.meeting.candidates import (
    CLOSING,
    SIGNING,
    candidates,
    is_attendance_heading,
    is_section_label,
    is_told,
)
from minutesnlp.reading.meeting.doubts import doubts_of
from minutesnlp.reading.meeting.facts import told_by
from minutesnlp.reading.meeting.identity import Cite, Keys, meeting_id, slug
from minutesnlp.reading.meeting.item_rows import with_rows_apart
from minutesnlp.reading.meeting.list_heads import list_head
from minutesnlp.reading.meeting.outline import Outline, outline_of
from minutesnlp.reading.meeting.runs import parted, with_entries
from minutesnlp.reading.meeting.sections import Passage, passages, quotes_are_agenda
from minutesnlp.reading.meeting.starts import Start
from minutesnlp.reading.meeting.undivided import undivided
from minutesnlp.reading.meeting.who_was_there import who_was_there
from minutesnlp.reading.page.furniture import beside_title, printed_lines, truncation
from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.text.languages import foreign, looked_for

# How far from the end closing words and signatures are looked for, in blocks.
TAIL = 14
SHORT_LINE = 40  # letters: a name, a post, “Date:”
# “Adjournment” is an item of its own, with “There being no further business, …” for its text.
OF_THE_CLOSE = re.compile(
    r"\b(?:other|further|urgent)\s(?:\w+\s)?business\b|\bA\.?O\.?B\b|\bclos(?:e|ure|ing)\b|\badjourn", re.I
)


@dataclass(frozen=True, slots=True)
class Assembled:
    """A meeting and the words that were left out of it: what `Document.furniture` held and what assembly found."""

    meeting: Meeting
    furniture: tuple[str, ...]
    how: str


@dataclass(slots=True)
class _Part:
    start: Start
    blocks: list[Block]
    truncated: bool = False


def meeting_of(document: Document, *, source: str, digest: str = "") -> Meeting:
    """Return the meeting that a document tells of.

    Its id is its date and its body (or its file's name); a Corpus makes ids unique by a suffix from the digest.
    """
    return assemble(document, source=source, digest=digest).meeting


def assemble(document: Document, *, source: str, digest: str = "") -> Assembled:
    """Return a document's meeting together with what was left out and how items were told."""
    furniture = list(document.furniture)
    blocks = [block for block in document.blocks if block.text]
    if not document.structured:
        printed = printed_lines([block.text for block in blocks], furniture)
        furniture.extend(blocks[i].text for i in sorted(printed))
        blocks = parted([block for i, block in enumerate(blocks) if i not in printed])
        blocks = with_rows_apart(_without_lone_label(blocks), furniture)
    found = candidates(blocks, told=document.structured)
    outline = outline_of(found, structured=document.structured)
    if not outline.starts and not document.structured:
        blocks, outline = undivided(blocks, document)
    front, parts, back = _divided(blocks, outline)
    for part in parts:
        furniture.extend(part.start.furniture)
    told = told_by(
        document.facts, front, [(p.start.title, " ".join(b.text for b in p.blocks)) for p in parts], source, back=back
    )
    facts = told.facts
    notes = [*facts.notes, outline.how]
    name = meeting_id(facts.date.isoformat() if facts.date else None, facts.body, source)
    cite = Cite(facts.council, facts.body, facts.date.isoformat() if facts.date else None, source)
    quotes = quotes_are_agenda([part.blocks for part in parts])
    items: list[Item] = []
    keys = Keys()
    for part in parts:
        items.append(_item(part, name, cite, keys, quotes, furniture, notes))
    items = [
        replace(item, title=item.title or "…", council=facts.council, body=facts.body, date=facts.date)
        for item in items
        if item.title or item.paragraphs  # a title that was furniture and nothing else is no item
    ]
    notes += _in_another_language(document)
    front_paragraphs = _outside(front, "front", name, cite, furniture)
    attendance = facts.attendance or who_was_there(front_paragraphs, items)
    if not document.structured:
        notes += doubts_of(front_paragraphs, items, attendance, furniture)
    meeting = Meeting(
        id=name,
        council=facts.council,
        body=facts.body,
        date=facts.date,
        date_from=told.date_from,
        date_to=told.date_to,
        status=facts.status,
        venue=facts.venue,
        start_time=facts.start_time,
        attendance=attendance,
        items=tuple(items),
        front=front_paragraphs,
        back=_outside(back, "back", name, cite, furniture),
        source=source,
        digest=digest,
        notes=tuple(dict.fromkeys(notes)),
    )
    return Assembled(meeting, tuple(furniture), outline.how)


def _in_another_language(document: Document) -> list[str]:
    """Return the note of a document that is not in English."""
    language = foreign(" ".join(block.text for block in document.blocks))
    return [f"missing: {looked_for('people and decisions', language)}"] if language else []


def single_item(document: Document, *, title: str, number: str | None, source: str, digest: str = "") -> Meeting:
    """Return a meeting of one item whose title is given: all of the document is its minutes."""
    furniture: list[str] = []
    facts = document.facts
    date = facts.date.isoformat() if facts.date else None
    name = meeting_id(date, facts.body, title)
    cite = Cite(facts.council, facts.body, date, source)
    part = _Part(Start(0, 0, number, title), [replace(b, section="minutes") for b in document.blocks if b.text])
    notes = list(facts.notes)
    item = _item(part, name, cite, Keys(), False, furniture, notes)
    if facts.date is None:
        notes.append("missing: no date was given")
    notes += _in_another_language(document)
    return Meeting(
        id=name,
        date=facts.date,
        items=(replace(item, date=facts.date),),
        source=source,
        digest=digest,
        notes=tuple(notes),
    )


def _without_lone_label(blocks: list[Block]) -> list[Block]:
    """Take the colon off a single “Minutes:” below text: it is the title of the item on the last minutes."""
    labels = [i for i, block in enumerate(blocks) if is_section_label(block.text)]
    if len(labels) != 1 or not labels[0]:
        return blocks
    at = labels[0]
    before = candidates(blocks[at - 1 : at])[0]
    if before.titled or before.marked or before.alone or not (before.ended or len(before.block.text) > 80):
        return blocks
    return [*blocks[:at], replace(blocks[at], text=blocks[at].text.rstrip(" :")), *blocks[at + 1 :]]


def _divided(blocks: list[Block], outline: Outline) -> tuple[list[Block], list[_Part], list[Block]]:
    """Return the blocks before the items, each item's, and those after."""
    starts = outline.starts
    if starts and _signs(blocks, starts[-1].at):
        starts = starts[:-1]
    if not starts:
        return blocks, [], []
    parts: list[_Part] = []
    for i, start in enumerate(starts):
        end = starts[i + 1].at if i + 1 < len(starts) else len(blocks)
        held = blocks[start.after : end]
        if start.rest.startswith(CELL) and held:
            # who is to act stands beside the title: it goes to the end of the first paragraph
            held = [replace(held[0], text=held[0].text + start.rest), *held[1:]]
        elif start.rest:
            origin = blocks[start.after - 1]
            held = [
                replace(
                    origin,
                    text=start.rest.removeprefix(CELL),
                    label=None,
                    level=None,
                    bold=False,
                    lead=0,
                    bullet=False,
                    starts_item=False,
                ),
                *held,
            ]
        parts.append(_Part(start, with_entries(held)))
    back: list[Block] = []
    last = parts[-1]
    cut = _closing(last.blocks)
    if cut == 0 and OF_THE_CLOSE.search(last.start.title) and SIGNING.fullmatch(last.blocks[0].text) is None:
        cut = 1
    if cut is not None:
        last.blocks, back = last.blocks[:cut], last.blocks[cut:]
    told_back = [b for part in parts for b in part.blocks if b.section == "back"]
    if told_back:
        for part in parts:
            part.blocks = [b for b in part.blocks if b.section != "back"]
        back = [*told_back, *back]
    return blocks[: starts[0].at], parts, back


def _signs(blocks: Sequence[Block], at: int) -> bool:
    """Tell the post of who signs, “Signed: / The Mayor / Date:” at the end of a paper, from the title of an item."""
    below = at > 0 and SIGNING.fullmatch(blocks[at - 1].text.strip()) is not None
    return below and all(len(block.text) < SHORT_LINE for block in blocks[at:])


def _closing(blocks: Sequence[Block]) -> int | None:
    """Return where the close begins: the words that end the meeting, or the signatures below it."""
    first = max(0, len(blocks) - TAIL)
    for i in range(first, len(blocks)):
        if CLOSING.match(blocks[i].text) and len(blocks[i].text) < 300:
            return i
    for i in range(first, len(blocks)):
        if all(SIGNING.fullmatch(b.text) or len(b.text) < SHORT_LINE for b in blocks[i:]) and SIGNING.fullmatch(
            blocks[i].text
        ):
            return i
    return None


def _item(
    part: _Part, meeting_id: str, cite: Cite, keys: Keys, quotes: bool, furniture: list[str], notes: list[str]
) -> Item:
    start = part.start
    truncated = False
    held, labels = passages(part.blocks, place="item", quotes=quotes)
    furniture.extend(labels)
    kept: list[Passage] = []
    number = start.number
    for passage in held:
        cut = truncation(passage.text)
        if cut is not None:
            text, mark, named = cut
            truncated = True
            furniture.append(mark)
            notes.append(f"stated: the source cuts the text of item {named} short")
            if number is None:
                number = named
                notes.append(f"derived: “{start.title}” is item {named}, by the mark that cuts its text short")
            if not text:
                continue
            passage = passage._replace(text=text)
        kept.append(passage)
    start = replace(start, number=number)
    key = slug(number) if number else slug(start.title, most=8)
    name, time = keys.taken_by(key or "item")
    item_id = f"{meeting_id}/{name}"
    if start.made:
        notes.append(f"guessed: the title of item {number or len(keys)} is made of its first words")
    return Item(
        id=item_id,
        title=start.title,
        number=number,
        paragraphs=_paragraphs(kept, item_id, start, cite, time),
        truncated=truncated,
        meeting_id=meeting_id,
        anchor=start.anchor,
    )


def _paragraphs(
    kept: Sequence[Passage], owner: str, start: Start | None, cite: Cite, time: int = 1
) -> tuple[Paragraph, ...]:
    """Make the paragraphs of an item, which is the first, second … `time` that its number or title is given."""
    seen: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    found = []
    for passage in kept:
        digest = hashlib.sha1(passage.text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:8]
        seen[digest] += 1
        counts[passage.section] += 1
        place = (
            counts[passage.section]
            if passage.section in ("agenda", "front", "back")
            else sum(counts[s] for s in ("minutes", "decision"))
        )
        found.append(
            Paragraph(
                id=f"{owner}/{digest}" if seen[digest] == 1 else f"{owner}/{digest}-{seen[digest]}",
                text=passage.text,
                number=passage.number,
                section=passage.section,
                kind=passage.kind,
                page=passage.block.page,
                line=passage.block.line,
                item_id=owner if start is not None else None,
                citation=cite.of(
                    start.number if start else None, start.title if start else None, passage.section, place, time
                ),
            )
        )
    return tuple(found)


def _outside(
    blocks: Sequence[Block], place: str, meeting_id: str, cite: Cite, furniture: list[str]
) -> tuple[Paragraph, ...]:
    cleaned = []
    for block in blocks:
        text, beside = beside_title(block.text)
        furniture.extend(beside)
        if text:
            cleaned.append(replace(block, text=text) if beside else block)
    held, labels = passages([b for b in cleaned if not is_section_label(b.text)], place=place)
    furniture.extend(labels)
    furniture.extend(b.text for b in cleaned if is_section_label(b.text))
    held = [p._replace(section=place) for p in held]
    if place == "front":
        held = _attending(held)
    return _paragraphs(held, f"{meeting_id}/{place}", None, cite)


def _attending(held: list[Passage]) -> list[Passage]:
    """Mark the lists of who was there as attendance, and not what is told below them."""
    found, open_list = [], False
    for passage in held:
        if is_attendance_heading(passage.text):
            open_list = True
            found.append(passage._replace(kind="heading" if passage.kind == "heading" else "attendance"))
            continue
        if list_head(passage.text):
            open_list = True
            found.append(passage._replace(kind="attendance"))
        elif (
            open_list
            and (passage.kind in ("bullet", "table", "attendance") or len(passage.text) < 400)
            and passage.kind != "heading"
            and not is_told(passage.text)
        ):
            found.append(passage._replace(kind="attendance"))
        else:
            open_list = False
            found.append(passage)
    return found
