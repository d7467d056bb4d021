"""Within an item: what was to be done and what was done, and what kind of paragraph each block is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutesnlp.reading.blocks import Block
from minutesnlp.reading.meeting.candidates import CLOSING, SIGNING, is_section_label
from minutesnlp.reading.meeting.headings import DECIDED, PAID
from minutesnlp.reading.page.labels import follows, label_of
from minutesnlp.reading.page.titles import is_caps, looks_like_title, words_in

# What an agenda says before a meeting: "The Director will be in attendance", "The Panel is asked to consider",
# "To receive the report". Not "The Clerk will write to the owner" (an undertaking).
AGENDA_TEXT = re.compile(
    r"""(?:
        to\s+(?:receive|consider|note|approve|confirm|accept|agree|discuss|review|adopt|appoint|elect|sign|determine
            |endorse|scrutini[sz]e|ratify|hear|resolve|authorise|deal\s+with|exclude|invite|allow|answer
                |be\s+presented)\b
      | (?:the\s+)?(?:[\w’'&,()-]+\s+){1,14}?(?:
            (?:will|to)\s+be\s+in\s+attendance | will\s+(?:provide|present|give|update|report|introduce|outline
                |attend|advise|brief|deliver|make|receive|consider|be\s+(?:asked|invited|provided|presented|given))\b
          | (?:is|are)\s+(?:asked|invited|requested|recommended)\s+to\b
          | (?<!is\s)to\s+(?:provide|present|report|update|give)\b )
      | report\s+of\s+(?:the\s+)?[\w’' ,&-]{3,120}\s*(?:\(?(?:attached|enclosed|to\s+follow|herewith
          |copy\s+attached)\)?)?\.?$
      | (?:a\s+)?(?:copy|report|reports|papers?)\b.{0,80}\b(?:is|are)\s+(?:attached|enclosed)
      | (?:members|councillors)\s+(?:are\s+(?:asked|invited|requested|reminded)|to\s+(?:declare|consider|note))\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)

# The past tense in which minutes are written.
PAST = re.compile(
    r"\b(?:was|were|had|reported|advised|stated|informed|explained|thanked|agreed|resolved|noted|proposed|seconded"
    r"|received|declared|asked(?!\s+to)|welcomed|provided|gave|attended)\b",
    re.IGNORECASE,
)
ASKED_TO = re.compile(r"\b(?:is|are|be)\s+(?:asked|invited|requested)\s+to\b", re.IGNORECASE)

VOTE = re.compile(
    r"""(?:\bfor\s*[:–-]?\s*\d+\b.{0,40}\bagainst\b | \b\d+\s+(?:votes?\s+)?(?:in\s+favour|for)\b.{0,60}\bagainst\b
        | \brecorded\s+vote\b | \byeas\b|\bnays\b | \bvot(?:ed|ing)\s+(?:in\s+favour|for|against)\b
        | \bmotion\s+(?:was\s+)?(?:passed|carried|lost|defeated)\b | ^(?:for|against|abstain(?:ed|ing)?
            |abstentions?)\s*[:(–-] )""",
    re.VERBOSE | re.IGNORECASE,
)

# One of these stands in whatever VOTE matches, but for what begins with “for” or “abstentions”.
VOTE_WORDS = ("against", "vote", "voting", "yeas", "nays", "motion")

DECLARED = re.compile(
    r"\bdeclar(?:ed|es|ing|ations?)\b.{0,60}\binterests?\b|\bdisclos(?:ed|es)\b.{0,60}\binterests?\b", re.IGNORECASE
)

# Styles of codes with letters begin with them: PCn, Cn/n; roman and lettered lists do not.
LETTERED = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")

AFTER_LABEL = {"minutes": "minutes", "minute": "minutes", "discussion": "minutes", "decision": "decision"}


class Passage(NamedTuple):
    """A paragraph to be: text without its label, the label's number, section and kind, and the block it comes from."""

    text: str
    number: str | None
    section: str
    kind: str
    block: Block


def passages(blocks: Sequence[Block], *, place: str, quotes: bool = False) -> tuple[list[Passage], list[str]]:
    """Return an item's (or front's or back's) passages, and the labels of sections that were taken out.

    `place` is "item", "front" or "back". `quotes` says that in this document quotations are agenda text.
    """
    sections = _sections(blocks, quotes) if place == "item" else [place] * len(blocks)
    found: list[Passage] = []
    labels: list[str] = []
    numbers = [None if b.row or b.bullet else label_of(f"{b.label} " if b.label else b.text) for b in blocks]
    for i, block in enumerate(blocks):
        if place == "item" and is_section_label(block.text):
            labels.append(block.text)
            continue
        text, number = block.text, None
        label = numbers[i]
        if block.label and not block.bullet:
            number = label.number if label else block.label.strip(" .:") or None
        elif label is not None and _is_list_label(i, numbers):
            number, text = label.number, block.text[label.end :]
        if not text:
            text, number = block.text or (number or ""), None
        if not text:
            continue
        kind = _kind(block, text, number, place)
        found.append(Passage(text, number, block.section or sections[i], kind, block))
    return found, labels


def _is_list_label(i: int, numbers: Sequence[object]) -> bool:
    """Tell a label from a number that happens to stand first: the bare ones need a neighbour that they count with."""
    label = numbers[i]
    assert label is not None
    style, value = label.style, label.value  # type: ignore[attr-defined]
    if (
        style not in ("n", "n.n", "n/n", "n.n.n")
        and "/" not in style
        and style[0] not in LETTERED
        and not (style == "n." and value[0] > 200)
    ):
        return True
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(numbers) and abs(j - i) < 6:
            other = numbers[j]
            if other is not None and other.style in (style, "n." if style == "n" else style):  # type: ignore[attr-defined]
                a, b = (other.value, value) if step < 0 else (value, other.value)  # type: ignore[attr-defined]
                return bool(follows(a, b, reach=1))
            j += step
    return style in ("n.n", "n.n.n") and value[-1] in (0, 1)


def _sections(blocks: Sequence[Block], quotes: bool) -> list[str]:
    marks = [i for i, block in enumerate(blocks) if is_section_label(block.text)]
    found = ["minutes"] * len(blocks)
    if marks:
        for i in range(marks[0]):
            found[i] = "agenda"
        current = "minutes"
        for i in range(marks[0], len(blocks)):
            if i in marks:
                current = AFTER_LABEL.get(blocks[i].text.strip(" :").lower().rstrip("s")) or AFTER_LABEL.get(
                    blocks[i].text.strip(" :").lower(), "minutes"
                )
            found[i] = current
        return found
    last = len(blocks)
    for i, block in enumerate(blocks):
        quoted = quotes and block.quote
        if not quoted and (i + 1 >= last or not is_agenda_text(block.text)):
            break
        found[i] = "agenda"
    return found


def is_agenda_text(text: str) -> bool:
    """Tell what an agenda says before a meeting from what minutes say after it.

    >>> is_agenda_text("The Panel is asked to agree its programme."), is_agenda_text("The Panel agreed its programme.")
    (True, False)
    """
    if words_in(text) > 80 or not AGENDA_TEXT.match(text):
        return False
    if text[:3].lower() == "to ":
        return re.search(r"\b(?:was|were|had)\b", text) is None
    past = PAST.search(ASKED_TO.sub("", text))
    # "business conducted at the meeting held on" is past in agenda text too, but its main verb is to come
    return past is None or past.start() > 90


def quotes_are_agenda(items: Sequence[Sequence[Block]]) -> bool:
    """Tell a document that sets agenda text as quotations: they stand directly under titles and nowhere else."""
    under = elsewhere = 0
    for blocks in items:
        leading = True
        for block in blocks:
            leading = leading and block.quote
            if block.quote:
                under, elsewhere = under + leading, elsewhere + (not leading)
        if leading and blocks:
            elsewhere += 1  # an item of nothing but quotations
    return under > 0 and elsewhere == 0


# What stands below the decisions of an executive, however it is set: “Alternative options considered and rejected”.
LONGEST_SUB_HEADING = 70
SUB_HEADING = re.compile(
    r"(?:the\s)?(?:reasons?\sfor\s(?:the\s)?(?:decisions?|recommendations?|urgency)"
    r"|(?:any\s)?(?:alternative|other)\soptions?\sconsidered(?:,?\s(?:and|but)\srejected)?"
    r"|options\sconsidered(?:\sand\srejected)?)\W*",
    re.IGNORECASE,
)


def _may_be_vote(lowered: str) -> bool:
    """Tell texts that hold no word of a vote, as most do, before the patterns look closer."""
    return any(word in lowered for word in VOTE_WORDS) or lowered.startswith(("for", "abst"))


def _kind(block: Block, text: str, number: str | None, place: str) -> str:
    if block.row:
        return "table"
    if place == "back" and (CLOSING.match(text) or SIGNING.fullmatch(text)):
        return "boilerplate"
    if block.level is not None:
        return "heading"
    lowered = text.lower() if len(text) < 400 else ""
    if _may_be_vote(lowered) and VOTE.search(text):
        return "vote"
    if block.bullet:
        return "bullet"
    if number is not None:
        return "clause"
    if len(text) < LONGEST_SUB_HEADING and SUB_HEADING.fullmatch(text):
        return "heading"
    if (
        (block.bold or is_caps(text))
        and not DECIDED.match(text)
        and not PAID.search(text)
        and looks_like_title(text, most=16)
        and not text.endswith(".")
    ):
        return "heading"
    if "interest" in lowered and DECLARED.search(text):
        return "declaration"
    return "text"
