"""Papers in which no items were told apart: the heading and the list of who was there, and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesnlp.reading.blocks import Block, Document
from minutesnlp.reading.meeting.candidates import Candidate, candidates, is_attendance_heading
from minutesnlp.reading.meeting.list_heads import SENTENCE_END, list_head
from minutesnlp.reading.meeting.names import HOLDERS, people_in
from minutesnlp.reading.meeting.outline import SHORT, Outline, outline_of
from minutesnlp.reading.meeting.starts import Start
from minutesnlp.reading.meeting.told_lists import told
from minutesnlp.reading.page.posts import STYLED
from minutesnlp.reading.page.titles import TELLING

# The list of who was there opens in one of so many blocks.
HEADING = 12

# What a line’s end has parted looks like a label: “S. Hall), Clerk (Ms. D. Lee)”, “(C) and Hall”.
GOES_ON = re.compile(r"[^()]*\)")
LETTERS = ("(A)", "A.")

# A title that a paper has above a single text is shorter than this, and its first lines than that, in characters.
LONGEST_TITLE = 200
LONGEST_LINE = 120

# What is a sentence and not a line of the heading has so many words and an end, “… was put before the meeting.”; a
# heading may be printed with one: “Minutes of the meeting held in the hall on 3 May 2031 at 7.30 p.m.”
SENTENCE_WORDS = 5
ENDED = re.compile(r"(?<![ap]\.m)[.!?][\"”’)]*$")
OF_HEADING = re.compile(r"\b(?:held|minutes|notes|agenda|(?:19|20)\d\d)\b", re.IGNORECASE)
OF_BODY = re.compile(r"\b(?:council|committee|board|panel|meeting)\b", re.IGNORECASE)  # a heading may be a table

# So many words of a text stand for its title.
TITLE_WORDS = 10


def undivided(blocks: Sequence[Block], document: Document) -> tuple[list[Block], Outline]:
    """Return the outline of a document in which no items were told: those below its list of who was there, or one.

    The blocks come back too: one in which the list runs on into the minutes is parted there.
    """
    parted, at = _below_list(blocks)
    if at == 0:
        return parted, _one_item(parted, document)
    found = candidates(parted[at:])
    outline = outline_of(found, structured=False, below_list=True)
    if outline.starts:
        return parted, replace(outline, starts=tuple(start.moved(at) for start in outline.starts))
    return parted, _one_text(found, at)


def _below_list(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """Return the blocks and where the list of who was there ends: 0 without one at the top, or with nothing below."""
    opened = [_opens_list(block.text) for block in blocks[:HEADING]]
    for at in range(opened.index(True) if True in opened else len(blocks), len(blocks)):
        block = blocks[at]
        above = blocks[at - 1] if at else None
        if not _is_title(block, above) and _is_of_list(block, above.text if above else ""):
            continue
        end = _list_within(block.text)
        if end == 0:
            return list(blocks), at
        listed, text = replace(block, text=block.text[:end].rstrip()), replace(block, text=block.text[end:].lstrip())
        return [*blocks[:at], listed, text, *blocks[at + 1 :]], at + 1
    return list(blocks), 0


def _opens_list(text: str) -> bool:
    return is_attendance_heading(text) or list_head(text) is not None


def _is_title(block: Block, above: Block | None) -> bool:
    """Tell a line in bold type below one that is not, which two words of a name might be too."""
    return block.bold and above is not None and not above.bold and not _opens_list(block.text)


def _is_of_list(block: Block, above: str) -> bool:
    """Tell a block of a list of who was there: a heading, names, a sentence that tells who was away.

    `above` is the text before it, which may break off: “… Sheahan” / “(C) and Hall.”, “(Mr. J.” / “S. Hall), Clerk”.
    """
    text = block.text
    if TELLING.search(text):
        return told(text) is not None
    if _opens_list(text) or GOES_ON.match(text):
        return True
    (one,) = candidates([block])
    broken = one.label is not None and one.label.style in LETTERS and above[-1:].isalpha()
    return (one.label is None or broken) and (bool(people_in(text, posts_first=True)) or STYLED.match(text) is not None)


def _list_within(text: str) -> int:
    """Return where a list of posts and their holders ends that runs on into a sentence, 0 where none does."""
    ends = (match.end() for match in SENTENCE_END.finditer(text))
    end = next(ends, 0)
    return end if HOLDERS.search(text[:end]) and not TELLING.search(text[:end]) else 0


def _one_text(found: Sequence[Candidate], at: int) -> Outline:
    """Return the outline of a paper whose text below the list of who was there is one item."""
    first = found[0]
    if len(found) > 1 and first.titled and not first.ended:
        number = first.label.number if first.label else None
        how = "guessed: one title, so that all was taken for one item"
        return Outline((Start(at, at + 1, number, first.rest),), how)
    return Outline((_made(first.block.text, at),), "guessed: no headings of items, so that all was taken for one item")


def _made(opening: str, at: int) -> Start:
    """Return an item that has no title but its first words."""
    return Start(at, at + 1, None, " ".join(opening.split()[:TITLE_WORDS]) + " …", rest=opening, made=True)


def _is_of_heading(block: Block) -> bool:
    """Tell a short line above the text: the council's name, the day, a title; neither a sentence nor a table's row."""
    text = block.text
    if len(text) >= LONGEST_LINE:
        return False
    if OF_HEADING.search(text):
        return True
    if block.row:
        return OF_BODY.search(text) is not None
    return len(text.split()) < SENTENCE_WORDS or ENDED.search(text) is None


def _one_item(blocks: Sequence[Block], document: Document) -> Outline:
    """Return the outline of a document without a list of who was there: one item, from its first text on."""
    if not blocks:
        return Outline((), "missing: no words")
    at = 0
    while at < len(blocks) - 1 and (_is_of_heading(blocks[at]) or _opens_list(blocks[at].text)):
        at += 1
    title = document.facts.title or (blocks[0].text if at and len(blocks[0].text) < LONGEST_TITLE else "")
    if at == len(blocks) - 1 and len(blocks[at].text) < LONGEST_LINE and (at == 0 or len(blocks) > SHORT):
        at = 0  # nothing but short lines
    if at == 1:  # a single line above the text is its title
        return Outline((Start(0, 1, None, blocks[0].text),), "guessed: one title, so that all was taken for one item")
    opening = blocks[at].text
    start = Start(at, at + 1, None, title, rest=opening) if title else _made(opening, at)
    return Outline((start,), "guessed: no headings of items, so that all was taken for one item")
