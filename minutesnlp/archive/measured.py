"""Which figures of a sentence are figures of a topic, and what they measure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from minutesnlp.archive.bearing import Matters
from minutesnlp.archive.everywhere import common_terms
from minutesnlp.archive.headings import FINITE
from minutesnlp.records import Entity, Paragraph
from minutesnlp.summarising.centrality import terms_of
from minutesnlp.summarising.matters import PERSON_LINE
from minutesnlp.summarising.rows import head_over
from minutesnlp.tagging import tag
from minutesnlp.tracking.listed import listed
from minutesnlp.tracking.measures import measure_of

# Where a clause ends for good, and where it does so if a figure stands on either side: “£5 for bins and £6 for hedges”
ENDS = re.compile(r"[;:]\s|,?\s(?:but|while|whilst|whereas|although|however|because)\s")
PARTS = re.compile(r",\s(?!\w+ing\b)|\s(?:and|which|who|where|so|as|if|when|plus)\s|\s[–—-]\s", re.IGNORECASE)
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|could|can|may|might|must|do|does|did|\w{2,}ed|\w{3,}ing|"
    r"to\s(?!the\b|an?\b|our\b|its\b)[a-z]+)\b"
)
# Units, and words that name nothing that could be measured.
NO_THING = listed(
    "second minute hour day week fortnight month year mile metre meter foot yard km kilometre m cm mm mph kph tonne "
    "ton kg litre acre hectare square side page item number percent day's year's place time notice part end half "
    "initial on-site hrs hr p m pm am no approx total vat net gross opposite"
)
# What a meeting has in every item
NOBODY = listed("councillor cllr member vote abstention meeting minute")
# “was used 11 times”, “an increase undertaken in the spring”: what is done or thought of a thing, and no thing
NO_NOUN = re.compile(
    r"(?:\w{3,}(?<!e)(?:ed|able|ible)|used|(?:under)?taken|given|made|done|set|held)"
    r"(?:\s(?:in|at|on|by|for|of|to|with|from|during)\b.*)?"
)
# “5 Police Report Ms Teel …”: the number of what follows
HEADING_NUMBER = re.compile(r"\d{1,2}\s[A-Z][\w’'-]*\s(?:[a-z]+\s)?[A-Z]")
# What is paid to the Playing Fields Association is no figure of the playing field.
BODY = re.compile(r"\b(?:association|society|federation|ltd|limited)\b", re.IGNORECASE)
# “the upkeep of the lido after two years”: when something is
LASTING = re.compile(
    r"\b(?:after|within|for|in|over|every|last|next|past|until|since)\s(?:the\s)?(?:\w+\s)?\Z", re.IGNORECASE
)
# “60 people outside the lido”: where, when and against whom, and not what was counted
BESIDES = re.compile(
    r"\s(?:against|outside|around|near|after|before|during|because|when|later|behind|beside|since|until)\s"
)
SHARES = ("money", "percent")
# So many sums in a sentence, with so few words to each, are a list that was pasted as one, and what is whose is lost.
PASTED, SPARSE = 3, 10
SUM = re.compile(r"[£€$]\s?\d|\b\d+\.\d\d\b")
OF_SUM = re.compile(r"\b(?:of|by|to|at|was|were|is|are|totalled|cost)\s[£€$]?\d")
CELLS = 2
# A sentence of more words is a list or a table that was not taken apart.
LONGEST = 90
LETTERS = re.compile(r"[A-Za-z]{3}")
CELL = re.compile(r"\s*\|\s*")
# “Reed & Fell (dog bin) 12/12/2030 £301.96”, “a. £40 Lido Fund donations”: words that stand with a sum, and no verb
LABELLED = re.compile(
    r"(?P<label>[A-Z(][^|£€$:;!?]{2,80}?)[\s:–—-]*"
    r"(?i:,?\s(?:chq|cheque|no|inv|invoice)\b\.?)*\s*(?:\d[\d/.]*\s*)?",
)
# “Fell & Co - £40 - yearly check”
DASHED = re.compile(r"\s[–—-]\s(?P<label>[^|£€$:;]{3,80}?)[\s.]*\Z")
BEHIND = re.compile(r"\s(?P<label>[A-Z][^|£€$:;.!?\d]{2,80}?)(?=[.;]|\s\w[.)]|\Z)")
# “£100 less than was thought”: no sum of the thing, but how far it is from another
DIFFERENCE = re.compile(r"\s(?:less|more|lower|higher|fewer|cheaper|dearer|greater)(?=\sthan\b)")
# “LGA 1972: s. 111”: by what law it is paid
STATUTE = re.compile(
    r"\b[A-Z][A-Za-z()&]*A\.?,?\s?(?:1[89]|20)\d\d\b|\bAct,?\s(?:1[89]|20)\d\d\b|\A\W*[Ss](?:ec(?:tion)?s?|s)?\.?\s?\d{1,3}\W*\Z"
)
# “maintenance x2”, “mowing 21/05/14”: how often and when
TIMES = re.compile(r"(?:\s[x×]\s?\d*|\s\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\Z")
SHORT = 5
# “plot numbers 2 and 3”, “closed at 8”: which, and when
NUMBERS = re.compile(
    r"\b(?:numbers?|nos?\.?|plots?|items?|pages?|clauses?|sections?|policy|phase|option|"
    r"(?:open|clos|start|finish|beg[au]n|held|meet)\w*\s(?:again\s)?at)\s(?:\d+(?:,|\sand|\s&)\s)*\Z",
    re.IGNORECASE,
)
# “in the week of 19/20 November”
OF_MONTH = re.compile(r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
# “a fee of £40 and rent of £9, a total of £49”: of all that was told
TOTAL_OF = re.compile(r"\btotal\s(?:of|to|at)\s\Z", re.IGNORECASE)
SOME_ONE = re.compile(
    r"\b(?:first|second|third|last|new|old|other|another|this|that|which|each|the|only)\s\Z", re.IGNORECASE
)
# “The lamp fund stood at £40”, “Spending by £40” on a torn line
STOOD = re.compile(r"\s(?:stood|stands?|standing)(?:\snow)?\sat\Z|\s(?:by|of|for|to|at|in|on|from)\Z")
# “The Clerk recommended a precept of”: no name of a sum
TOLD = re.compile(r"\b(?:recommended|requested|received|paid|said|reported|advised|raised)\b", re.IGNORECASE)
# “from Fell & Co (”, and a run of such: “Fell & Co (£40), Orr Ltd (£60) and Voss (”
_NAMED_SUM = r"[A-Z][\w’'&.-]*(?:\s(?:[A-Z&][\w’'.-]*|and(?=\s[A-Z])))*\s\("
IN_BRACKETS = re.compile(_NAMED_SUM + r"\Z")
RUN_OF_NAMES = re.compile(rf"(?:{_NAMED_SUM}[£€$]?[\d.,]+[^()]{{0,12}}\)(?:,\s(?:and\s)?|\sand\s))*{_NAMED_SUM}\Z")
# Columns that say which of several sums of a row one is
COLUMN = re.compile(r"\b(?:vat|net|gross|budget|actual|receipts?|payments?|estimate|balance)\b", re.IGNORECASE)


class Nearness(IntEnum):
    """How a figure belongs to a topic; the nearer the smaller."""

    MEASURES = 0  # what it measures names the topic
    CLAUSE = 1  # a sum or a share in one clause with the topic, a count of things of the topic
    HEADED = 2  # a sum or a share under a heading that names the topic
    BESIDE = 3  # another figure in a clause, or under a heading, that names the topic
    APART = 4  # none of the topic


class Measured(NamedTuple):
    """A figure, what it measures, and how it belongs to the topic."""

    figure: Entity
    measure: str
    nearness: Nearness


def figures_of(
    matters: Matters, paragraph: Paragraph, start: int, end: int, date: datetime.date | None = None
) -> Iterator[Measured]:
    """Yield the figures of a sentence, with what they measure and how they belong to the topic."""
    entities = [one for one in entities_of(paragraph, date) if start <= one.start and one.end <= end]
    figures = [one for one in entities if one.label == "FIGURE"]
    text = paragraph.text[start:end]
    at = matters.place_of[paragraph.id]
    heading = matters.heading(at, start)
    headed = matters.headed(at, heading)
    row = paragraph.kind == "table" or "|" in text
    sums = [one for one in figures if one.kind == "money"]
    pasted = not row and _is_pasted(text, len(sums))
    aside = matters.subject.by_the_way(text)
    for figure in figures:
        adds = len(sums) >= PASTED and figure in sums and TOTAL_OF.search(text[: figure.start - start]) is not None
        if pasted or aside or (adds and not headed) or _counts_nothing(text, figure, start):
            yield Measured(figure, "", Nearness.APART)
        elif row:
            measure = _of_row(matters, at, figure, start, end)
            names = matters.subject.named_in(text, heading)
            near = Nearness.MEASURES if names else Nearness.HEADED if headed else Nearness.APART
            yield Measured(figure, measure, near if figure.kind in SHARES or headed else Nearness.APART)
        else:
            clause = _clause(text, figure, figures, start)
            measure = _measure(text, figure, start)
            near = _nearness(matters, figure, measure, clause, start, heading, headed)
            differs = DIFFERENCE.match(text, figure.end - start) if measure else None
            yield Measured(figure, f"{measure}, {differs[0].strip()}" if differs else measure, near)


def _counts_nothing(text: str, figure: Entity, start: int) -> bool:
    """Tell a year, an hour, the number of a plot, “the second one”."""
    before, told = text[: figure.start - start], figure.text
    if figure.kind not in SHARES and OF_MONTH.match(text, figure.end - start):
        return True
    if figure.kind not in ("count", None):
        return False
    year = re.fullmatch(r"20(\d\d)(\d\d)", told)
    if year is not None and int(year[2]) == int(year[1]) + 1:
        return True
    return NUMBERS.search(before) is not None or (told.casefold() == "one" and SOME_ONE.search(before) is not None)


def _nearness(
    matters: Matters, figure: Entity, measure: str, clause: tuple[int, int, str], start: int, heading: str, headed: bool
) -> Nearness:
    subject = matters.subject
    first, last, text = clause
    context = f"{matters.item.title} {heading}"
    lasting = figure.kind == "duration" and LASTING.search(text[: figure.start - start]) is not None
    if lasting or (BODY.search(measure) and not headed and not IN_BRACKETS.search(text[: figure.start - start])):
        return Nearness.APART
    if measure and subject.share(measure) and subject.named_in(measure, text[first:last]):
        return Nearness.MEASURES
    inside = subject.named_in(text[first:last], context)
    inside = inside or subject.named_in(_before_brackets(text, figure, start), context)
    if inside and figure.kind in SHARES:
        return Nearness.CLAUSE
    if not measure:
        return Nearness.HEADED if headed and figure.kind in SHARES else Nearness.APART
    behind = BESIDES.split(text[figure.end - start : last].partition(",")[0])[
        0
    ]  # “ten bridges, the signs and both phone boxes”
    verb = VERB.search(behind)
    if inside and subject.named_in(behind[: verb.start()] if verb else behind, context):
        return Nearness.CLAUSE
    if headed and figure.kind in SHARES:
        return Nearness.HEADED
    nobody = any(word.rstrip("s") in NOBODY for word in measure.casefold().split())
    beside = inside or (headed and figure.kind != "duration")
    return Nearness.BESIDE if beside and not nobody else Nearness.APART


def _before_brackets(text: str, figure: Entity, start: int) -> str:
    """Return what stands before a run of names with sums: “two quotes for the board, of Orr (£5) and Fell (£6)”."""
    before = text[: figure.start - start]
    names = RUN_OF_NAMES.search(before)
    return before[: names.start()] if names else ""


def _clause(text: str, figure: Entity, figures: Sequence[Entity], start: int) -> tuple[int, int, str]:
    """Return where the clause of a figure begins and ends in its sentence, and the sentence."""
    here, there = figure.start - start, figure.end - start
    others = [(one.start - start, one.end - start) for one in figures if one is not figure]
    first, last = 0, len(text)
    for mark in ENDS.finditer(text):
        if mark.end() <= here:
            first = mark.end()
        elif mark.start() >= there:
            last = min(last, mark.start())
    before = [b for a, b in others if first <= a < here]
    after = [a for a, b in others if there <= a < last]
    if before:
        marks = [mark.end() for mark in PARTS.finditer(text, max(before), here)]
        first = marks[0] if marks else first
    if after:
        marks = [mark.start() for mark in PARTS.finditer(text, there, min(after))]
        last = marks[-1] if marks else last
    return first, last, text


def _named(measure: str, figure: Entity) -> str:
    """Return what a figure measures, unless that names no thing: a unit, “along the lane”, “sides”."""
    words = [word.casefold().strip("’'.,") for word in measure.split()]
    unit = (figure.unit or "").casefold()
    idle = all(
        word in NO_THING or word.rstrip("s") in NO_THING or (word == unit and figure.kind != "count") for word in words
    )
    place = re.match(r"(?:along|at|in|on|near|within|by|behind)(?:[A-Z]|\b)", measure)
    payer = figure.kind in SHARES and common_terms().issuperset(terms_of(measure))  # “the council would pay £40”
    return "" if idle or place or payer or NO_NOUN.fullmatch(measure) or PERSON_LINE.match(measure) else measure


def _measure(text: str, figure: Entity, start: int) -> str:
    """Return what a figure of a sentence measures; of a sum alone on its line the words that stand with it."""
    before, after = text[: figure.start - start], text[figure.end - start :]
    if figure.kind == "money" and not FINITE.search(f"{before} {after}"):
        alone = not after.strip(" .;,")
        label = LABELLED.fullmatch(before.strip()) if alone else DASHED.match(after)
        if label is None and len(before) < SHORT:
            label = BEHIND.match(after)
        if label and TOLD.search(label["label"]) is None:
            return TIMES.sub("", STOOD.sub("", label["label"].strip()))
    begins = not before.strip() or before.rstrip()[-1] in ".;:)”"
    if figure.kind == "count" and begins and HEADING_NUMBER.match(f"{figure.text}{after}"):
        return ""
    told = _named(measure_of(text, figure, start), figure)
    return told or _named(measure_of(text[: figure.end - start], figure, start), figure)


def _of_row(matters: Matters, at: int, figure: Entity, start: int, end: int) -> str:
    """Return what a figure of a row is of: the cell that names the topic, else the longest; the head of its column."""
    text = matters.item.paragraphs[at].text
    cells = CELL.split(text[start:end])
    own = text[start : figure.start].count("|")
    worded = [cell for n, cell in enumerate(cells) if n != own and LETTERS.search(cell) and not STATUTE.search(cell)]
    if not worded:
        before = text[start : figure.start].rpartition("|")[2].strip()
        label = LABELLED.fullmatch(before)
        worded = [TIMES.sub("", label["label"].strip() if label else before)] if LETTERS.search(before) else cells
    naming = [cell for cell in worded if matters.subject.share(cell)]
    name = max(naming or worded, key=len, default="")
    head = head_over(matters.item.paragraphs, at)
    if head is None:
        return name
    heads = CELL.split(matters.item.paragraphs[head].text)
    told = heads[own].strip() if len(heads) == len(cells) else ""
    return f"{name}, {told}" if COLUMN.search(told) else name


def is_row(paragraph: Paragraph, start: int, end: int) -> bool:
    """Tell a row of a table, a payment on a line of its own, or a list that was pasted as a sentence."""
    text = paragraph.text[start:end]
    words, sums = len(text.split()), len(SUM.findall(text))
    paid = sums > 0 and FINITE.search(text) is None
    table = paragraph.kind == "table" or text.count("|") >= CELLS
    return table or words > LONGEST or paid or _is_pasted(text, sums)


def _is_pasted(text: str, sums: int) -> bool:
    """Tell a list that was pasted as one sentence, by its sums; “a fee of £40, interest of £2 …” is none."""
    return (
        2 * len(OF_SUM.findall(text)) < sums
        and sums >= PASTED
        and len(text.split()) < SPARSE * sums
        and sums > 1 + len(PARTS.findall(text))
    )


@lru_cache(maxsize=256)
def entities_of(paragraph: Paragraph, date: datetime.date | None) -> tuple[Entity, ...]:
    """Return the entities of a paragraph; in a table the sums without a sign too."""
    return tuple(tag(paragraph, date=date))
