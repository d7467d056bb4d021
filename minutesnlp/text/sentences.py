"""Sentences of one paragraph, as spans into its text."""

from __future__ import annotations

import re
from functools import lru_cache

from minutesnlp.text.abbreviations import (
    AFTER_MEETING,
    CALENDAR,
    CLOSING,
    LETTERED,
    LOOSE,
    NUMBERING,
    OPENING,
    STARTERS,
)

# Where a sentence might end: “. T”, “?” ”, “…) (”; also the space left out, “the hall.The Clerk”, but not “3.5”, “a.b”;
# and the mark itself, “a bin in Mill Lane It was agreed to buy one”, where what begins cannot go on a sentence.
CANDIDATE = re.compile(
    r"""
      (?P<mark> [.!?…]+ ) (?P<close> [)\]}"'”’»*_]* ) (?P<space> \s+ )
    | (?<=[a-z]{3}) [.!?] (?=[A-Z][a-z]+[ ,])
    | (?:(?<=[a-z]{2})|(?<=[A-Z]{2})|(?<=\d{4})) (?P<lost>\s+)
      (?=It\ was\ (?:also\ |then\ |\w+ly\ )?(?:agreed|resolved|decided|noted|proposed)\ (?:to|that|by)\b)
    """,
    re.VERBOSE,
)

# The word before the mark, with its inner points and hyphens: “p.m” in “7.30 p.m.”, “J” in “J. T. Orson”.
# Takes no more than 40 characters, so that a text without spaces costs no more than its length.
LAST_WORD = re.compile(r"[^\s(\[{“‘\"'’/,;:–—|]{1,40}\Z")

# A label that opens a sentence or a clause: “1.”, “3.2.”, “a.”, “iv.”, “Q4.”, “12/34.”, “Item 7.”; not “2019 was.”
LABEL = re.compile(
    r"""
    (?: item | minute | min | motion | question | recommendation | action | resolution | note | para | agenda\ item )?
    \ ? [(\[]? (?: [A-Za-z]{0,3} \d{1,4} (?: [./-] \d{1,4} ){0,3} [a-z]? | [A-Za-z] | [ivxIVX]{1,5} ) [)\]]? \\? \. \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)

# What a label may stand behind within a sentence: “RESOLVED: 1. That”, “; and 2. That”
BEFORE_LABEL = re.compile(r"(?:[:;–—]-?|[;,] (?:and|or)|\bthat|[:;] ?[-–—*•])\s*\Z")
# … and what tells the last count of a vote from a label: “Ayes: 5. Nays: 0. | Motion carried.”, “Vote: 5-0.”
SIDE = r"(?:ayes?|yeas?|yes|nays?|noes|no|for|against|in favou?r|abst\w+|absent|recused?|excused|vot(?:es?|ed|ing))"
BEFORE_COUNT = re.compile(rf"\b(?:{SIDE}|roll call)\s?[:–—-]\s*\Z", re.IGNORECASE)
NEXT_COUNT = re.compile(rf"\W*(?:and\s)?{SIDE}\b", re.IGNORECASE)

DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")  # “U.K”, “p.m”; not “gov.uk”
# “(C.C.C.)” behind a name says how it is short, and the sentence goes on: “(C.C.C.) Highways Department”
SHORT_FOR = re.compile(r"\((?:[A-Za-z]\.){2,6}\Z")
CODE = re.compile(r"[A-Z]{0,4}[\W_]{0,2}\w*\d|[A-Z]\.?\Z")  # “64/2021”, “M-21-381”, “Z.-1”, “A”; not “The”
LOWER_LABEL = re.compile(r"(?:[a-z]|[ivx]{2,5})[.)]\s+[A-Z“]")  # “ii. New gates”; not “e.g. New”
THE = re.compile(r"\b[Tt]he\s\Z")  # “the PC” is the parish council; a constable has no article
INITIAL = re.compile(r"[^\W\d_]\Z")  # “J”; not “J2”
UNVOWELLED = re.compile(r"[A-Z]?[bcdfghjklmnpqrstvwxz]{2,5}\Z")  # “Bldg”, “mgr”; not “CCTV”, “rhythm”
ADDRESS = re.compile(r"www|@|://|/", re.IGNORECASE)
NEXT_WORDS = re.compile(r"[^\w£$€#]{0,12}(?P<first>[£$€#]?[\w’'.-]*)(?P<gap>,?\s+)?(?P<second>[\w’'-]*)")

SUM, PENCE = re.compile(r"[£€$] ?\d[\d,]*\Z"), re.compile(r"\. \d\d(?!\w)")  # “£3,220. 00”, a sum with a space in it
OPENERS = {"(": ")", "[": "]", "“": "”", "‘": "’", '"': '"'}
SIGN = re.compile(r"[()\[\]“”‘’\"]")
# A quotation or bracket longer than this is a text of its own, and its sentences are split.
LONGEST_ASIDE = 240
# How far back the word before an initial may begin.
LONGEST_WORD = 60
# Brackets that are opened and never closed must not make the search longer and longer.
DEEPEST = 8


# What no sentence ends with, where a full stop may be lost: “Resolved 16/01/13.3”, “Resolved”, “iii”, “noted that”
NO_END = re.compile(
    r"(?:[./-]\d+|\b(?:[ivx]+|item|minute|resolved|agreed|decision|action|that|and|but|as|so|which|because|when|if))\Z",
    re.IGNORECASE,
)

# How many paragraphs' sentences are remembered: an item is read for its decisions, promises, questions and summary.
REMEMBERED = 4096


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the span of each sentence of a one-paragraph text, in order; only white space lies between spans.

    A colon or semicolon ends no sentence, nor does what stands in a short bracket or quotation. What cannot be decided
    is not split: a sentence too long reads better than half a name.

    >>> text = "Cllr. J. T. Vane arrived at 7.30 p.m. The hall (built c. 1910) was let."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Cllr. J. T. Vane arrived at 7.30 p.m.', 'The hall (built c. 1910) was let.']
    """
    return list(_spans(text))


@lru_cache(maxsize=REMEMBERED)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = _next_word(text, 0)
    asides = _asides(text)
    for match in CANDIDATE.finditer(text):
        end = match.end("close") if match["space"] else match.start() if match["lost"] else match.end()
        after = match.end()
        if after >= len(text) or match.start() < start:
            continue
        if any(a < match.start() and end < b for a, b in asides):
            continue
        lost = match["lost"] and NO_END.search(text, max(start, match.start() - LONGEST_WORD), match.start()) is None
        if lost or (not match["lost"] and _ends(text, start, match.start(), end, after)):
            spans.append((start, end))
            start = _next_word(text, after)
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return tuple(spans)


def _ends(text: str, start: int, mark: int, end: int, after: int) -> bool:
    """Tell whether the mark at `mark` ends the sentence begun at `start`, when the next words stand at `after`."""
    following = NEXT_WORDS.match(text, after)
    first = following["first"] if following else ""
    if not first:
        return False
    second = following["second"] if following else ""
    if first[0].islower():
        return text[mark] == "." and LOWER_LABEL.match(text, after) is not None
    if first[0] == "_":
        return False
    if text[mark] in "!?":
        return True
    if text[mark] == "…" or text[mark : mark + 2] == "..":
        return _starts_sentence(first, second) or second[:1].islower()
    if PENCE.match(text, mark) and SUM.search(text, max(start, mark - 16), mark):
        return False
    label = text[max(start, mark - 24) : mark + 1]
    if _is_label(text, start, mark, label):
        return False
    if end > mark + 1 and text[mark + 1] in ")]”’\"'":
        return SHORT_FOR.search(text, max(start, mark - 14), mark + 1) is None or _starts_sentence(first, second)
    last = LAST_WORD.search(text, max(start, mark - 40), mark)
    return last is None or _word_ends(text, start, last, first, second)


def _word_ends(text: str, start: int, last: re.Match[str], first: str, second: str) -> bool:
    word = last[0].strip("*_")
    bare = word.casefold()
    if bare in ("no", "nos", "ref") or (bare in NUMBERING and first[0].isdigit()):
        return CODE.match(first) is None or (word == "no" and first[0].isupper())
    if "-" in bare:
        bare = bare.rsplit("-", 1)[1]
    if INITIAL.match(word) and word.isupper():
        before = text[max(start, last.start() - LONGEST_WORD) : last.start()].split()
        lettered = bool(before) and (before[-1].casefold().strip("(“‘\"'") in LETTERED or _is_of_two(before))
        return lettered or (bool(before) and _starts_sentence(first, second))
    if bare == "pc" and THE.search(text, max(start, last.start() - LONGEST_WORD), last.start()):
        return True
    if bare in OPENING or (DOTTED.match(word) and _is_meeting(first, second)):
        return False
    if bare in CLOSING:
        if first[0].isdigit():
            return False
        loose = bare in LOOSE and second[:1].islower() and first.casefold() not in CALENDAR
        return _starts_sentence(first, second) or loose
    if INITIAL.match(word) or DOTTED.match(word) or UNVOWELLED.match(word):
        return _starts_sentence(first, second)
    return not ADDRESS.search(word) or first[0].isupper()


def _is_of_two(before: list[str]) -> bool:
    """Tell “Items A and B.” from the initials of “J. and B. Hale” and of “the P & T.”."""
    letter = before[-1] in ("and", "or", "&") and len(before) > 2 and re.fullmatch(r"[A-Z],?", before[-2]) is not None
    return letter and before[-3].casefold() in LETTERED


def _is_meeting(first: str, second: str) -> bool:
    """Tell “the P.C. Meeting on 4 May”, which goes on, from “the P.C.” and a meeting behind it."""
    return first == "Meeting." or (first == "Meeting" and second.casefold() in AFTER_MEETING)


def _is_label(text: str, start: int, mark: int, tail: str) -> bool:
    """Tell whether the words just before the mark are a label that opens a sentence or an inline clause."""
    if mark - start < 24 and LABEL.match(text[start : mark + 1].lstrip("*_•·-– ")):
        return True
    word = tail.split()[-1]
    before = text[start : mark + 1 - len(word)]
    labels = LABEL.match(word) is not None and BEFORE_LABEL.search(before[-8:]) is not None
    counts = labels and word[0].isdigit() and BEFORE_COUNT.search(before[-16:]) is not None
    return labels and not (counts and NEXT_COUNT.match(text, mark + 1) is None)


def _starts_sentence(first: str, second: str) -> bool:
    if not first[0].isupper():
        return first[0] in "£$€"
    plain = first.casefold().rstrip(".,’'")
    if len(plain) == 1 or plain == "an":
        return plain in ("a", "i", "an") and second[:1].islower()
    return plain in STARTERS or plain.removesuffix("s") in STARTERS


def _next_word(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _asides(text: str) -> list[tuple[int, int]]:
    """Return the spans of short brackets and quotations, in one pass."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for match in SIGN.finditer(text):
        place, sign = match.start(), match[0]
        if waiting and sign == waiting[-1][0]:
            # an apostrophe is no closing quotation mark: “the Council’s”
            if sign == "’" and text[place + 1 : place + 2].isalnum():
                continue
            opened = waiting.pop()[1]
            if place - opened <= LONGEST_ASIDE:
                found.append((opened, place + 1))
        elif sign in OPENERS:
            waiting.append((OPENERS[sign], place))
            del waiting[:-DEEPEST]
        elif sign in ")]”" and any(sign == wanted for wanted, _ in waiting):
            while waiting[-1][0] != sign:  # a quotation never closed inside the bracket
                waiting.pop()
            opened = waiting.pop()[1]
            if place - opened <= LONGEST_ASIDE:
                found.append((opened, place + 1))
    return found
