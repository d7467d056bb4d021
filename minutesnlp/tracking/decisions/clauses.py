"""The parts of a divided decision: paragraphs after it, most of them labelled, and labels within its line."""

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
from minutesnlp.tracking.decisions.labels import bare_number, follows, label_of, order_of, style_of
from minutesnlp.tracking.decisions.movers import movers_in
from minutesnlp.tracking.decisions.votes import NAMED

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
# “RESOLVED: That it be referred back with the following comments:”: these are of the resolution
RESOLVES_THAT = re.compile(r"\W*(?:it\swas\s)?(?:resolved|recommended|agreed)\b\W*(?:that|to)\b", re.IGNORECASE)
# “subject to 31 conditions, including:”: the labels below need not be in sequence
SOME_OF = re.compile(r"\binclud(?:e|ing)\s*[:–—-]*\s*\Z", re.IGNORECASE)
ROW = " | "  # between the cells of a row
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
# … and what is told of who moved it before its words: “(proposed by Cllr Ash, seconded by Cllr Birch) that …”.
BODY = re.compile(
    r"[\s“\"'‘*_]*(?:\((?:proposed|moved)\b[^()]{3,120}\)[\s:]*(?=that\b|to\b))?(?:that\b|to\b|the\b|[a-z])",
    re.IGNORECASE,
)
# “Councillor Ash:”, above what was allocated at her wish; not “This Council believes that:”
HEAD_OF_MORE = re.compile(r"(?<!\bthat)(?<!\bto)(?<!follows)\s*:\s*\Z", re.IGNORECASE)
MOST_WORDS_OF_A_HEAD = 4
MOST_WORDS_OF_MORE = 30
MOST_QUOTED = 12  # paragraphs of a quotation
CONTINUES = re.compile(r"(?!it being)[\s“\"'‘(]*(?:[a-z]|and\b|or\b|That\b)")


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
    listed = _Listed(paragraphs, place, opening, bare=bare, begun=begun)
    of_debate = OF_DEBATE.search(opening) is not None and RESOLVES_THAT.match(opening) is None
    if (listed.finished and not begun and not listed.announced) or of_debate:
        return (), place
    taken = place
    for at in range(place + 1, len(paragraphs)):
        further = FURTHER.match(paragraphs[at].text) is not None
        if (decides(paragraphs[at]) and not further) or not listed.take(at, further=further):
            break
        taken = at
        if listed.closed:
            break
    return tuple(listed.clauses), taken


class _Listed:
    """The clauses below a decision's own words, taken paragraph after paragraph until one is none."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], place: int, opening: str, *, bare: bool, begun: Sequence[Clause]
    ) -> None:
        self.paragraphs, self.opening, self.bare, self.begun = paragraphs, opening, bare, bool(begun)
        self.finished = FINISHED.search(opening) is not None and AND_RESOLVED.fullmatch(opening) is None
        announced = FOLLOWING.search(opening[opening.rfind(". ", 0, -2) + 1 :]) is not None
        self.announced = announced or (OF_A_LIST.match(opening) and OPENS_A_LIST.search(opening)) is not None
        self.expected = bare or LEADS_ON.search(opening) is not None or self.announced
        is_list = self.announced and OPENS_A_LIST.search(opening) is not None
        self.listing = is_list and OF_A_VOTE.search(opening[-80:]) is None
        own, _ = label_of(paragraphs[place])
        self.own_style = style_of(own) if own else None
        self.style: str | None = style_of(begun[-1].number or "") if begun else None
        self.last = order_of(begun[-1].number or "", self.style or "") if begun else None
        self.clauses: list[Clause] = []
        self.before = opening
        self.quoting = False  # the parts are in quotation marks, and end with them
        self.again = False  # parts without labels may follow that open with the same word: “Council notes …”
        self.closed = False  # no more can follow

    def take(self, at: int, *, further: bool) -> bool:
        """Take a paragraph; False where it is no clause of this decision. `further`: it opens with “AND BE IT …”."""
        paragraph, clauses = self.paragraphs[at], self.clauses
        row = ROW in paragraph.text and ROW not in self.opening
        row = row and (self.announced or bool(clauses and ROW in self.before))
        entry = self._is_entry(at)
        if paragraph.kind in ("vote", "boilerplate") or (paragraph.kind == "heading" and not entry):
            return False
        if paragraph.kind == "table" and not row:
            return False
        if not clauses and movers_in(paragraph.text).bare:  # who moved and seconded it, printed below
            return False
        label, begin = label_of(paragraph)
        if label is None and self.expected:
            label, begin = bare_number(self.paragraphs, at, (self.last or 0) + 1)
        text = paragraph.text[begin:]
        if LABEL_ALONE.fullmatch(text):  # “(ii)”, of the next matter
            return False
        if label is not None:
            taken = self._labelled(label, text)
            number = label if label not in ("", "•") else None
        else:  # “The following grants were approved:”, a row each
            taken = row or further or entry or self._goes_on(at, text)
            number = None
        if not taken:
            return False
        end = begin + (len(text) if label is not None or row else self._unlabelled(text))
        clauses.append(Clause(number, paragraph.text[begin:end], paragraph.id, begin, end))
        self.before = text
        return True

    def _is_entry(self, at: int) -> bool:
        """Tell an entry of the list that was announced, or a remark within it, which have no label."""
        if not self.listing:
            return False
        text, first = self.paragraphs[at].text, self.clauses[:1]
        entry = not self.quoting and is_entry(self.paragraphs, at)
        if entry and first:
            entry = is_alike(text, first[0].text) and (self.style is None or _tells_more(text))
        return entry or (bool(first) and self.style is None and is_remark(self.paragraphs, at))

    def _goes_on(self, at: int, text: str) -> bool:
        """Tell whether a paragraph without a label is a clause by how it begins, or by what stands around it."""
        finished = FINISHED.search(self.before) is not None
        if not finished and (CONTINUES if self.clauses else AND_THAT).match(text):
            return True
        if self._is_lone(text) or REASONS.search(self.before):
            return True
        if self.again and text.split(maxsplit=1)[:1] == self.clauses[-1].text.split(maxsplit=1)[:1]:
            return True
        if self.quoting and not finished and _closes_below(self.paragraphs, at):
            return True
        within = self.listing and bool(self.clauses) and self.style is not None
        return within and _goes_on_below(self.paragraphs, at, self.clauses[-1].number, self.style or "")

    def _is_lone(self, text: str) -> bool:
        """Tell the body of a decision whose own line was its verb, or that is quoted below it."""
        first = not self.clauses and not self.begun
        return first and (self._quotes(text) or (self.bare and _is_a_body(text)))

    def _quotes(self, text: str) -> bool:
        return not self.clauses and not self.begun and self.expected and text.lstrip().startswith(QUOTES)

    def _unlabelled(self, text: str) -> int:
        """Return how much of a clause without a label is of the decision, and see whether more can follow."""
        lone = self._is_lone(text)
        quoted = QUOTED.match(text) if lone else None
        self.quoting = self.quoting or self._quotes(text)
        self.again = self.again or (lone and self.opening.rstrip().endswith((":", ":-")))
        ended = lone and FINISHED.search(text) is not None and not self.again
        self.closed = ended or (self.quoting and text.rstrip(" .;,").endswith(CLOSES))
        return len(quoted[0]) if quoted else len(text)

    def _labelled(self, label: str, text: str) -> bool:
        """Tell whether a paragraph with a label is the next of the list, and go on to it."""
        kind, style, clauses = style_of(label), self.style, self.clauses
        order = order_of(label, style if style in ("letter", "roman") else kind)
        if style is None:
            if (self.listing and clauses and moves_or_decides(text)) or not self._may_begin(kind, order):
                return False
        elif kind == self.own_style != style or (kind == style and not self._is_next(order)):
            return False
        if self.listing and kind == "bullet" and clauses and narrates(text) and not narrates(clauses[0].text):
            return False
        self.style = style or kind
        if kind == self.style or self.style in ("letter", "roman"):
            self.last = order
        return True

    def _is_next(self, order: int | None) -> bool:
        """Tell the next label; an amendment in quotation marks prints one twice, with new words and with old."""
        twice = self.quoting and order is not None and order == self.last
        return twice or follows(self.last, order, self.before)

    def _may_begin(self, kind: str, order: int | None) -> bool:
        """Tell whether a first label begins the decision's list, and goes not on with the one the decision stands in.

        “(c) Budget” below the payments of “(b)” does not, nor “(ii) Reports” below who is to attend what stands in
        “(i)”.
        """
        begins = order in (None, 1) or SOME_OF.search(self.opening) is not None
        fellow = kind == self.own_style and (not begins or (kind == "bullet" and not self.expected))
        apart = bool(self.clauses) and not (self.quoting and not FINISHED.search(self.before))
        beside = (apart or not self.expected) and not begins and kind != "bullet"
        return not (fellow or beside or (not self.expected and kind != "bullet" and self.finished))


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
    heads = heads and not text.lstrip(" “\"'‘*_").startswith("That ")  # “That Cabinet:”, above what it does
    return BODY.match(text) is not None and not heads and NAMED.match(text) is None
