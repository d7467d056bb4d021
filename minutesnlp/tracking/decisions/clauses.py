"""The parts of a divided decision: labelled paragraphs after it, and labels within its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from minutesnlp.records import Clause, Paragraph
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions.disposing import OF_A_LIST
from minutesnlp.tracking.decisions.entries import (
    LABEL_ALONE,
    OF_A_VOTE,
    is_alike,
    is_entry,
    is_remark,
    moves_or_decides,
    narrates,
)
from minutesnlp.tracking.decisions.movers import movers_in
from minutesnlp.tracking.decisions.votes import NAMED

# “1”, “(a)”, “iv”, “2.3”: the kind of label, so that a sequence is not mixed with the one around it.
DIGIT = re.compile(r"\(?\d{1,3}\)?\Z")
DEEP = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})+\)?\Z")
ROMAN = re.compile(r"\(?(?:x{0,3}(?:ix|iv|v?i{0,3}))\)?\Z", re.IGNORECASE)
LETTER = re.compile(r"\(?[A-Za-z]{1,2}\)?\Z")

# “(a) the fee be paid”, “1. That …”, “(ii) to write” at the opening of a paragraph whose label was left in its text
LABEL_AT_OPENING = re.compile(
    r"[\s“\"'‘]*(?:(?P<label>\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,4})[.)])\s+|(?P<bullet>[•·▪●*–-])\s+)(?=\S)"
)
BARE_NUMBER = re.compile(r"(?P<label>\d{1,2})\s+(?=[A-Za-z“])")  # “1 that the fee be paid”
# Labels within a line: “that (a) the plan be adopted; (b) …”, “RESOLVED: 1. That … 2. That …”
INLINE = re.compile(
    r"(?:(?<=\s)|(?<=\A))(?:\((?P<bracketed>\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})\)|(?P<plain>\d{1,2}|[a-z]|[ivx]{1,5})[.)])\s+(?=[\w“\"'‘£€$])"
)
# “parts (a) and (b)”, “paragraph 1.”: a label that is spoken of
NO_LIST = re.compile(
    r"\b(?:parts?|paragraphs?|sections?|clauses?|items?|points?|appendix|options?)\s(?:\d{1,2}(?:\.\d{1,2})?\s)?\Z",
    re.IGNORECASE,
)
# What says that parts follow: a colon, a dash, “that”, “as follows”; not a finished sentence.
LEADS_ON = re.compile(
    r"(?:[:;,–—-]|\b(?:that|to|and|or|following|follows|as below|be|the|namely|for))[\s:–—”\"*_-]*\Z", re.IGNORECASE
)
OPENS_A_LIST = re.compile(r":[\s–—\"*_-]*\Z")
FOLLOWING = re.compile(r"\b(?:following|as follows|as set out below|set out below|listed below)\b", re.IGNORECASE)
# “supported the motion and made the following points:”: what was said in debate is no part of it
OF_DEBATE = re.compile(
    r"\b(?:(?:made|raised|with)\s(?:the\s)?(?:following\s)?(?:\w+\s)?(?:points|comments|observations|remarks|suggestions)"
    r"|following\s(?:points|comments|observations|remarks|suggestions|issues)\s(?:were|was)\s(?:made|raised|noted|put|discussed))"
    r"\b[^.:;]{0,80}[:;.][\s–-]*\Z",
    re.IGNORECASE,
)
# “subject to 31 conditions, including:”: the labels below need not be in sequence
SOME_OF = re.compile(r"\binclud(?:e|ing)\s*[:–—-]*\s*\Z", re.IGNORECASE)
ROW = " | "  # between the cells of a row
UNFINISHED = re.compile(r"[;,](?:\s*(?:and|or))?\s*\Z")
FINISHED = re.compile(r"[.!?][”\"’')\]*_]*\s*\Z")
# “That the minutes be adopted.” With the permission of the Chair, …: a quotation is the whole of what was decided
QUOTED = re.compile(r"\s*“[^“”]{20,2000}”")
QUOTES, CLOSES = ("“", '"', "‘"), ("”", '"', "’")
# “THAT we receive the report;”, “AND THAT we accept its recommendations.”
AND_THAT = re.compile(r"\s*and\s(?:further\s)?that\b", re.IGNORECASE)
# “And Resolved.”, below who moved and seconded and above what they did: it is not finished
AND_RESOLVED = re.compile(r"\W*and\s(?:it\swas\s)?(?:resolved|agreed)\W*", re.IGNORECASE)
# “Resolved 14/06/9.04”, above its words; “… Resolved” above “15/11/12.04 It was agreed to …”
NUMBER_ALONE = re.compile(r"\W*resolved(?:\W*\d[\d/.-]*\d\W*|\W*)", re.IGNORECASE)
ITS_NUMBER = re.compile(r"\W*\d\d/\d\d/\d")
AGAIN = re.compile(r"\bResolved\b")
# “AND BE IT FURTHER RESOLVED THAT a copy be sent to the Minister”: the last part of the resolution above it
FURTHER = re.compile(r"\W*and\s(?:be\sit\sfurther|further\sbe\sit)\s(?:resolved|ordered)\b", re.IGNORECASE)
# “refused for the following reason:”, whose reason stands below without a label
REASONS = re.compile(
    r"\bfollowing\s(?:planning\s|material\s)?(?:reasons?|grounds?)(?:\(s\))?\s*[:–—-]+\s*\Z", re.IGNORECASE
)
# “That, the draft minutes be adopted”, “to write to the county”: the body after a bare “RESOLVED”.
BODY = re.compile(r"[\s“\"'‘*_]*(?:that\b|to\b|the\b|[a-z])", re.IGNORECASE)
# “Councillor Ash:”, above what was allocated at her wish; not “This Council believes that:”
HEAD_OF_MORE = re.compile(r"(?<!\bthat)(?<!\bto)(?<!follows)\s*:\s*\Z", re.IGNORECASE)
MOST_WORDS_OF_A_HEAD = 4
MOST_WORDS_OF_MORE = 30
MOST_QUOTED = 12  # paragraphs of a quotation
CONTINUES = re.compile(r"(?!it being)[\s“\"'‘(]*(?:[a-z]|and\b|or\b|That\b)")


def style_of(label: str) -> str:
    """Return the kind of a label.

    >>> [style_of(label) for label in ("3", "(a)", "iv", "2.1", "•")]
    ['digit', 'letter', 'roman', 'deep', 'bullet']
    """
    bare = label.strip(" .()[]")
    if DIGIT.match(bare):
        return "digit"
    if DEEP.match(bare):
        return "deep"
    if ROMAN.match(bare) and bare:
        return "roman"
    if LETTER.match(bare):
        return "letter"
    return "bullet"


def order_of(label: str, style: str) -> int | None:
    """Return the place of a label in its sequence, from 1; None for bullets and deep numbers."""
    bare = label.strip(" .()[]").casefold()
    if style == "digit" and bare.isdigit():
        return int(bare)
    if style == "letter" and len(bare) == 1 and "a" <= bare <= "z":
        return ord(bare) - ord("a") + 1
    if style == "roman" and bare and ROMAN.match(bare):
        numerals = {"i": 1, "v": 5, "x": 10}
        values = [numerals[sign] for sign in bare]
        return sum(-v if v < max(values[n + 1 :], default=0) else v for n, v in enumerate(values))
    return None


def label_of(paragraph: Paragraph) -> tuple[str | None, int]:
    """Return the label of a paragraph (a bullet is `•`) and where the text after it begins."""
    if paragraph.number is not None:
        return paragraph.number, 0
    match = LABEL_AT_OPENING.match(paragraph.text)
    if match:
        return (match["label"] or "•").strip(".()"), match.end()
    if paragraph.kind == "bullet":
        return "•", 0
    return ("", 0) if paragraph.kind == "clause" else (None, 0)


def begins_a_list(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Tell whether a paragraph is the first of a labelled list: “(a) the fee be paid”, above “(b) …”."""
    labels = [label_of(paragraph)[0] for paragraph in paragraphs[place : place + 2]]
    if len(labels) < 2 or not labels[0] or not labels[1]:
        return _bare_number(paragraphs, place, 1)[0] is not None
    first, second = ("roman" if label in ("i", "ii") else style_of(label) for label in labels if label)
    orders = (order_of(labels[0], first), order_of(labels[1], second))
    return first == second and orders in ((1, 2), (None, None))


def inline_clauses(paragraph: Paragraph, start: int, end: int) -> tuple[Clause, ...]:
    """Return the labelled parts of a stretch of a paragraph; none unless a sequence begins at 1, a or i and goes on.

    A single first label counts as well where it follows the verb, since its fellows may be paragraphs of their own.
    """
    marks: list[tuple[str, int, int]] = []
    style = ""
    for match in INLINE.finditer(paragraph.text, start, end):
        label = match["bracketed"] or match["plain"]
        if match["plain"] and _closes_a_bracket(paragraph.text, start, match):
            continue
        if not marks:
            if NO_LIST.search(paragraph.text, max(0, match.start() - 20), match.start()):
                continue
            style = "roman" if label.casefold() == "i" else style_of(label)
        # “(i)” after “(h)” is a letter; “(v)” after “(iv)” a numeral: the sequence tells
        order = order_of(label, style) if style != "letter" or len(label) == 1 else None
        if order == len(marks) + 1:
            marks.append((label, match.start(), match.end()))
    if not marks:
        return ()
    found = []
    for n, (label, _, begin) in enumerate(marks):
        stop = marks[n + 1][1] if n + 1 < len(marks) else end
        text = paragraph.text[begin:stop].rstrip()
        if text:
            found.append(Clause(number=label, text=text, paragraph_id=paragraph.id, start=begin, end=begin + len(text)))
    return tuple(found)


def _closes_a_bracket(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell “1)” of “(by 5 votes to 1) that”: it ends what was bracketed and labels nothing."""
    before = text[start : match.start()]
    return ")" in match[0] and before.count("(") > before.count(")")


def following_clauses(
    paragraphs: Sequence[Paragraph],
    place: int,
    *,
    opening: str,
    bare: bool,
    begun: Sequence[Clause] = (),
    decides: Callable[[Paragraph], bool],
) -> tuple[tuple[Clause, ...], int]:
    """Return the clauses in the paragraphs after `place`, and the place of the last paragraph taken.

    `opening` is the decision's own words; `bare` tells that they are a verb and nothing else; `begun` are the clauses
    found in its line; `decides` tells a paragraph that opens another decision.
    """
    if is_a_number(opening, paragraphs[place + 1 : place + 2]):
        numbered = _below_its_number(paragraphs, place)
        if numbered:
            return numbered, place + len(numbered)
    finished = FINISHED.search(opening) is not None and AND_RESOLVED.fullmatch(opening) is None
    announced = FOLLOWING.search(opening[opening.rfind(". ", 0, -2) + 1 :]) is not None
    announced = announced or (OF_A_LIST.match(opening) is not None and OPENS_A_LIST.search(opening) is not None)
    expected = bare or LEADS_ON.search(opening) is not None or announced
    listing = announced and OPENS_A_LIST.search(opening) is not None and OF_A_VOTE.search(opening[-80:]) is None
    if (finished and not begun and not announced) or OF_DEBATE.search(opening):
        return (), place
    clauses: list[Clause] = []
    own_label, _ = label_of(paragraphs[place])
    own_style = style_of(own_label) if own_label else None
    style: str | None = style_of(begun[-1].number or "") if begun else None
    last = order_of(begun[-1].number or "", style or "") if begun else None
    before = opening
    quoting = False  # the parts are in quotation marks, and end with them
    again = False  # parts without labels may follow that open with the same word: “Council notes …”, “Council agrees …”
    taken = place
    for at in range(place + 1, len(paragraphs)):
        paragraph = paragraphs[at]
        row = ROW in paragraph.text and ROW not in opening and (announced or bool(clauses and ROW in before))
        further = FURTHER.match(paragraph.text) is not None
        entry = listing and not quoting and is_entry(paragraphs, at)
        if entry and clauses:
            entry = is_alike(paragraph.text, clauses[0].text) and (style is None or _tells_more(paragraph.text))
        remark = listing and bool(clauses) and style is None and is_remark(paragraphs, at)
        entry = entry or remark
        if paragraph.kind in ("vote", "boilerplate") or (decides(paragraph) and not further):
            break
        if paragraph.kind == "heading" and not entry:
            break
        if paragraph.kind == "table" and not row:
            break
        if not clauses and movers_in(paragraph.text).bare:  # who moved and seconded it, printed below
            break
        label, begin = label_of(paragraph)
        if label is None and expected:
            label, begin = _bare_number(paragraphs, at, (last or 0) + 1)
        text = paragraph.text[begin:]
        if LABEL_ALONE.fullmatch(text):  # “(ii)”, of the next matter
            break
        if label is None and row:  # “The following grants were approved:”, a row each
            clauses.append(Clause(None, text, paragraph.id, begin, len(paragraph.text)))
        elif label is None:
            quotes = not clauses and not begun and expected and text.lstrip().startswith(QUOTES)
            lone = not clauses and not begun and (quotes or (bare and _is_a_body(text)))
            goes_on = not FINISHED.search(before) and (CONTINUES if clauses else AND_THAT).match(text)
            fellow = again and text.split(maxsplit=1)[:1] == clauses[-1].text.split(maxsplit=1)[:1]
            within = (
                listing and clauses and style is not None and _goes_on_below(paragraphs, at, clauses[-1].number, style)
            )
            inside = quoting and not FINISHED.search(before) and _closes_below(paragraphs, at)
            if not (lone or goes_on or fellow or further or entry or within or inside or REASONS.search(before)):
                break
            quoted = QUOTED.match(text) if lone else None
            whole = quoted[0] if quoted else text
            quoting = quoting or bool(quotes)
            clauses.append(Clause(None, whole, paragraph.id, begin, begin + len(whole)))
            again = again or (bool(lone) and opening.rstrip().endswith((":", ":-")))
            if (quoting and text.rstrip(" .;,").endswith(CLOSES)) or (lone and FINISHED.search(text) and not again):
                taken = at
                break
        else:
            kind = style_of(label)
            order = order_of(label, style if style in ("letter", "roman") else kind)
            if style is None and listing and clauses and moves_or_decides(text):
                break
            if style is None:
                begins = order in (None, 1) or SOME_OF.search(opening) is not None
                fellow = kind == own_style and (not begins or (kind == "bullet" and not expected))
                # “(c) Budget” below the payments of “(b)”, “(ii) Reports” below who is to attend what stands in “(i)”
                apart = bool(clauses) and not (quoting and not FINISHED.search(before))
                beside = (apart or not expected) and not begins and kind != "bullet"
                if fellow or beside or (not expected and kind != "bullet" and finished):
                    break
                style = kind
            elif kind == own_style != style or (kind == style and not _follows(last, order, before)):
                break
            if listing and kind == "bullet" and clauses and narrates(text) and not narrates(clauses[0].text):
                break
            if kind == style or style in ("letter", "roman"):
                last = order
            clauses.append(
                Clause(label if label not in ("", "•") else None, text, paragraph.id, begin, len(paragraph.text))
            )
        before = text
        taken = at
    return tuple(clauses), taken


def is_a_number(said: str, below: Sequence[Paragraph]) -> bool:
    """Tell “Resolved 14/06/9.04”, or “Resolved” above a paragraph that begins with such a number."""
    if NUMBER_ALONE.fullmatch(said) is None:
        return False
    return any(map(str.isdigit, said)) or any(ITS_NUMBER.match(one.text) for one in below)


def _below_its_number(paragraphs: Sequence[Paragraph], place: int) -> tuple[Clause, ...]:
    """Return the resolution below “Resolved 14/06/9.04”, up to the next in its paragraph, or the rows below it."""
    below = paragraphs[place + 1 :]
    if not below or NUMBER_ALONE.fullmatch(below[0].text):
        return ()
    rows = tuple(takewhile(lambda one: one.kind == "table", below))
    if rows:
        return tuple(Clause(None, one.text, one.id, 0, len(one.text)) for one in rows)
    first = below[0]
    if first.kind not in ("text", "clause", "bullet"):
        return ()
    again = AGAIN.search(first.text)
    spans = sentences(first.text) if again else []
    end = next((start for start, stop in spans[1:] if moves_or_decides(first.text[start:stop])), len(first.text))
    text = first.text[:end].rstrip()
    return (Clause(None, text, first.id, 0, len(text)),)


def _goes_on_below(paragraphs: Sequence[Paragraph], at: int, last: str | None, style: str) -> bool:
    """Tell whether the label that follows `last` stands right below a paragraph without one: it belongs to the list."""
    below = label_of(paragraphs[at + 1])[0] if at + 1 < len(paragraphs) else None
    if not below or not last or paragraphs[at].kind == "heading" or moves_or_decides(paragraphs[at].text):
        return False
    if style == "deep":
        (head, _, number), (head2, _, number2) = last.rpartition("."), below.rpartition(".")
        return head == head2 and number.isdigit() and number2.isdigit() and int(number2) == int(number) + 1
    orders = order_of(last, style), order_of(below, style)
    return None not in orders and orders[1] == (orders[0] or 0) + 1


def _closes_below(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Tell whether the quotation that is open above `at` is closed there or below it, before another one opens."""
    for paragraph in paragraphs[at : at + MOST_QUOTED]:
        if paragraph.kind in ("heading", "vote", "boilerplate") or paragraph.text.lstrip().startswith(QUOTES):
            return False
        if paragraph.text.rstrip(" .;,").endswith(CLOSES):
            return True
    return False


def _tells_more(text: str) -> bool:
    """Tell “£150.00”, below the payee that has a label."""
    return re.search(r"\d", text) is not None and len(text.split()) <= MOST_WORDS_OF_MORE


def _is_a_body(text: str) -> bool:
    """Tell what a bare “RESOLVED:” resolves from a head of more below it, and from names of who voted."""
    heads = HEAD_OF_MORE.search(text) is not None and len(text.split()) <= MOST_WORDS_OF_A_HEAD
    return BODY.match(text) is not None and not heads and NAMED.match(text) is None


def _bare_number(paragraphs: Sequence[Paragraph], at: int, order: int) -> tuple[str | None, int]:
    """Return the number before “1 that the fee be paid”, where it is the next and the first has a fellow below it."""
    match = BARE_NUMBER.match(paragraphs[at].text)
    if match is None or int(match["label"]) != order:
        return None, 0
    below = BARE_NUMBER.match(paragraphs[at + 1].text) if at + 1 < len(paragraphs) else None
    if order == 1 and (below is None or below["label"] != "2"):
        return None, 0
    return match["label"], match.end()


def _follows(last: int | None, order: int | None, before: str) -> bool:
    """Tell whether a label is the next, or a later one where only some are printed: “…;” before it says more come."""
    if last is None or order is None or order == last + 1:
        return True
    return order > last and UNFINISHED.search(before) is not None
