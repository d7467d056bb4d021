"""What heads a passage of an item: a line over it, or a label that opens its paragraph or one above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from minutesnlp.records import Paragraph
from minutesnlp.summarising.matters import HEADING_KINDS, LABEL, NO_LABELS, PERSON_LINE
from minutesnlp.text.sentences import sentences

# “6.6 Village Hall Report Mr Orr read out …”: a heading that ran into its text
RUN_IN = re.compile(r"\d+\.\d+\.?\s(?P<label>(?:[A-Z][\w’'&-]*\s(?:(?:of|and|for|the|on)\s)*){2,5})(?=[A-Z])")
NUMBER = re.compile(r"\d+\.\d+\.?\s")
# “… to be painted. PUBLIC PARTICIPATION • The lane …”
CAPITALS = re.compile(r"[A-Z]{3,}(?:\s[A-Z]{2,}){1,4}(?=\s[•▪●◦])")
# “… was read. 6.5 Mill Report. …”, “… to chase d. Weir Lane – …”: where, within a paragraph, a matter of its own begins
WITHIN = re.compile(
    r"\s(?:(?<=[.!?;:…”)]\s)(?=\d{1,2}(?:\.\d{1,2}){1,2}\.?\s[A-Z])|(?<=[.!?]\s)(?=(?:[a-z]|[ivx]{2,4})[.)]\s[A-Z])"
    rf"|(?=[a-z][.)]\s[A-Z][\w’'/&-]*(?:\s[\w’'/&-]+){{0,6}}\s[–—-]\s)|(?<=[.!?]\s)(?={CAPITALS.pattern}))"
)
LETTER = re.compile(r"[a-z]+[.)]\s")
FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|could|can|may|might|must|do|does|did|to|that|agreed|"
    r"resolved|noted|proposed|seconded|carried|approved)\b",
    re.IGNORECASE,
)
# “Proposed Removal of the Phone Box” is a heading, “Proposed Cllr Orr” none.
PLANNED = re.compile(r"(?i:proposed)\s(?!Cllrs?\b|Councillors?\b|Mrs?\b|Ms\b|Miss\b|Dr\b)(?=[A-Z][a-z]{2}|new\b)")
# What a line that is no heading has: a sum, cells, the end of a list
NO_HEAD = re.compile(r"[£€$|;,]|:\s?\Z")
# “Payment to Hallowby Players – …”
TO_SOMEBODY = re.compile(r"\bto(?=\s(?:the\s)?[A-Z])")
LONGEST_LINE = 8
SHORTEST = 3
# A list under a sentence that ends with a colon has so many lines, of so many words.
LONGEST_LIST, LONGEST_ROW = 8, 25
ENDS_LIST = re.compile(
    r"\W*(?:it\s(?:was|is)|this|these|agreed|resolved|members|following|the\s(?:clerk|council|chair\w*))\b",
    re.IGNORECASE,
)
# “Hoping for news in May. The roof …”: where a matter stands, and no name of it
STILL = re.compile(r"(?:hoping|awaiting|waiting|looking|going|working|trying|pending|being)\b", re.IGNORECASE)
DASHED = re.compile(r"[^.:;|]{3,60}?\s[–—-]\s")
DASH = re.compile(r"\s[–—-]\s|[–—]")
RUN = 2


def label_of(text: str, *, numbered: bool = False) -> str:
    """Return what names the matter of a paragraph at its beginning: “Clock tower – …”, “6.6 Hall Report Mr Orr read …”.

    With `numbered` only where a number stands before it.
    """
    number = NUMBER.match(text)
    if numbered and number is None:
        return ""
    label = RUN_IN.match(text) or LABEL.match(text)
    if label is not None:
        name = label["label"].strip()
    else:  # “Clock tower. The clock had stopped.”
        text = text[number.end() if number else 0 :]
        spans = sentences(text)
        name = text[slice(*spans[0])] if len(spans) > 1 and not STILL.match(text) else ""
    told = FINITE.search(TO_SOMEBODY.sub("", name)) is not None
    short = 0 < len(name.split()) <= LONGEST_LINE and name[0].isupper() and not told
    return name if short and name.split()[0].casefold().strip(".,:") not in NO_LABELS else ""


@lru_cache(maxsize=4096)
def begun_within(text: str) -> tuple[int, ...]:
    """Return where, within a paragraph, matters of their own begin."""
    return tuple(match.end() for match in WITHIN.finditer(text))


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text, from start to end, and apart in each what is of another matter."""
    breaks = begun_within(text)
    for start, end in sentences(text):
        for begin, stop in pairwise((start, *(one for one in breaks if start < one < end), end)):
            yield begin, begin + len(text[begin:stop].rstrip())


def matter_of(text: str, start: int) -> tuple[int, str]:
    """Return where the matter of a passage begins in its paragraph, and its name: “d. Weir Lane – …”."""
    begin = max((one for one in begun_within(text) if one <= start), default=0)
    if not begin:
        return 0, ""
    capitals = CAPITALS.match(text, begin)
    letter = LETTER.match(text, begin)
    return begin, capitals[0] if capitals else label_of(text[letter.end() if letter else begin :])


def heads(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Tell a line that names the matter of what stands below it."""
    paragraph = paragraphs[at]
    text = paragraph.text.strip()
    if planned := PLANNED.match(text):
        text = text[planned.end() :].capitalize()
    short = len(text.split()) <= LONGEST_LINE and FINITE.search(text) is None and text[:1].isupper()
    if not short or text.split()[0].casefold().strip(".,:") in NO_LABELS or PERSON_LINE.match(text):
        return False
    if paragraph.kind == "heading":
        return True
    below = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    prose = below is not None and len(below.text.split()) > LONGEST_LINE and below.kind != "table"
    if all(len(one.text.split()) <= LONGEST_LINE for one in paragraphs[max(0, at - RUN) : at]) and at >= RUN:
        return False  # the end of a list of names
    return prose and paragraph.kind in HEADING_KINDS and NO_HEAD.search(text) is None


def last_label(text: str, start: int) -> str:
    """Return the last label with a dash within a paragraph up to a place: “… was read. Clock tower – The hands …”."""
    names = [
        label_of(text[begin:end])
        for begin, end in sentences(text)
        if 0 < begin <= start and DASHED.match(text[begin:end]) and LABEL.match(text[begin:end])
    ]
    return next(filter(None, reversed(names)), "")


def parted(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a short line among some names another matter, even over lines that are as short: “Finance”."""
    return any(
        one.kind in HEADING_KINDS
        and len(one.text.split()) <= SHORTEST
        and one.text[:1].isupper()
        and FINITE.search(one.text) is None
        and NO_HEAD.search(one.text) is None
        and one.text[-1] not in ".!?:"
        and not PERSON_LINE.match(one.text)
        for one in paragraphs
    )


def lead_in(paragraphs: Sequence[Paragraph], at: int) -> str:
    """Return the sentence that a list of short lines stands under: “The quotes for the roof are as follows:”."""
    for above in range(at - 1, max(-1, at - 1 - LONGEST_LIST), -1):
        text = paragraphs[above].text.rstrip()
        line = paragraphs[above + 1].text
        if len(line.split()) > LONGEST_ROW or ENDS_LIST.match(line) or (DASH.search(line) and LABEL.match(line)):
            return ""
        if text.endswith(":") and FINITE.search(text):
            return text[sentences(text)[-1][0] :]
    return ""


def is_labelled(paragraph: Paragraph) -> bool:
    """Tell a paragraph that opens with the name of its matter and a dash or colon: “Clock tower – …”."""
    label = LABEL.match(paragraph.text)
    return label is not None and label_of(paragraph.text) == label["label"].strip()
