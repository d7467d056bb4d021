"""The sentences a summary may be made of, each with its place, and the sentences a decision is told in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutesnlp.records import Decision, Paragraph
from minutesnlp.summarising.cues import BARE_NOTING, PROCEDURE
from minutesnlp.summarising.rows import rows_of, says_nothing
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions.fates import fell

LEFT_OUT = frozenset(("attendance", "boilerplate"))
# A line that says nothing of the matter: “(Item 4)”, “REPLY:”, “6/23/23, 5:41 PM”, “Resolution No. 24-55”, an address
EMPTY_LINE = re.compile(
    r"\W*(?:(?:agenda )?item (?:no\.? ?)?\d+\w?|votes?:|(?:recorded|roll[ -]call) vote:?|"
    r"signed\W*_{4,}.*|signed by the chair(?:man|person)?|"
    r"(?:reply|response|answer|annotation|brief|speakers|discussion|background)\s*:|electronically submitted|"
    r"(?:time\s*:\s*)?(?:\d{1,2}/\d{1,2}/\d{2,4},?\s)?\d{1,2}[.:]\d\d\s?[ap]\.?m\.?|"
    r"(?:\d+/\d+\s)?(?:(?:https?://)?[\w-]+(?:\.[\w-]+)+/\S*(?:\s|\Z))+|"
    r"(?:mayor|reeve|(?:town |parish |deputy |municipal )?(?:clerk|administrator)|chair(?:man|person)?)\s*:[\W_]*|"
    r"(?:(?:report )?author|(?:responsible|reporting) officer|date of report|voting requirements?)\s*:.{0,80}|"
    r"\d{1,2}\.|(?:absolute|simple) majority|"
    r"(?:(?:council|committee|board)\s)?(?:resolution|motion|file|report)(?:\s(?:no|number|ref|reference)\.?)?\s?[:#]?\s?"
    r"[A-Z]{0,5}[ /-]?\d[\d/.-]*|"
    r"minutes (?:prepared|recorded|typed) (?:as per|by)\b.{0,120}|clerk to record, without note or comment,.*|"
    r"minutes to be approved by (?:the )?council at (?:the|its) next .*|adjournment|public comments?|"
    r"(?:this )?page (?:is |has been )?(?:intentionally |left )+blank|page\s\d+(?:\sof\s\d+)?(?:\s\(\d{4}\))?)\W*",
    re.IGNORECASE,
)
# Where the chair signs: “Signed ……………… Date ……”; a line may have hundreds of dots, which are to be read once
SIGNING = re.compile(r"(?=.*[.…_]{2})(?:[\W_]|signed|date|chair(?:man|person)?)+", re.IGNORECASE)
# A heading that tells something: “2 Weir Cottages - no objections”, “Motion Failed (7 to 8)”, “Weir Ward - £1,250”,
# “TOTAL £980.50”
TELLING_HEADING = re.compile(
    r"\W*(?:grand\s|sub-?)?total\b.{0,30}[£€$]\s?\d|"
    r"\W*no\s(?:\w+\s)?(?:objections?|comments?|observations?)\b|(?:motion|amendment|vote)\s(?:\w+\s)?(?:failed|passed|carried|lost)\b|"
    r".*\s[-–—]\s?(?:[£€$]\s?\d|(?:no\s(?:\w+\s)?(?:objections?|comments?|observations?)|objections?|approved|agreed|refused|"
    r"granted|rejected|supported|deferred|withdrawn|noted)\W*\Z)",
    re.IGNORECASE,
)
# What marks an entry of a list that was read as text: “* The kerb was loose.”
MARK = re.compile(r"[*•·▪‣]\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of an item: its paragraph's place among the item's minutes, its span, its length in words."""

    place: int
    paragraph: Paragraph
    start: int
    end: int
    words: int

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.paragraph.text[self.start : self.end]


def units_of(paragraphs: Iterable[Paragraph], *, also: frozenset[str] = frozenset()) -> list[Unit]:
    """Return the sentences of paragraphs in order; headings, attendance and boilerplate have none, unless they tell.

    `also` are the ids of paragraphs that are read whatever their kind.
    """
    units = []
    for place, paragraph in enumerate(paragraphs):
        is_row = paragraph.kind == "table"
        if (paragraph.id in also or _is_read(paragraph)) and not _is_empty(paragraph.text):
            for start, end in rows_of(paragraph.text) if is_row else sentences(paragraph.text):
                mark = MARK.match(paragraph.text, start, end)
                first = mark.end() if mark else start
                units.append(Unit(place, paragraph, first, end, len(paragraph.text[first:end].split())))
    return units


def _is_empty(text: str) -> bool:
    return SIGNING.fullmatch(text) is not None or EMPTY_LINE.fullmatch(text) is not None


def _is_read(paragraph: Paragraph) -> bool:
    if paragraph.kind == "table":
        return not says_nothing(paragraph.text)
    if paragraph.kind == "heading":
        return TELLING_HEADING.match(paragraph.text) is not None
    return paragraph.kind not in LEFT_OUT


@dataclass(frozen=True, slots=True)
class Told:
    """A decision as the units that tell it: `lead` holds the verb, each of `clauses` the numbers of its units."""

    decision: Decision
    lead: tuple[int, ...]
    clauses: tuple[tuple[int, ...], ...]

    @property
    def numbers(self) -> set[int]:
        """The numbers of all units that tell it, its clauses among them."""
        return {*self.lead, *(n for clause in self.clauses for n in clause)}


def below(one: Told, told: Sequence[Told], count: int) -> range:
    """Return the numbers of the units below a decision, as far as the next; there are `count` units in all."""
    last = max(one.numbers)
    return range(last + 1, min([count, *(other.lead[0] for other in told if other.lead and other.lead[0] > last)]))


def told_in(decision: Decision, units: Sequence[Unit]) -> Told:
    """Return which units tell a decision."""
    end = decision.sentence_end or decision.end
    lead = [
        n
        for n, unit in enumerate(units)
        if unit.paragraph.id == decision.paragraph_id and unit.end > decision.start and unit.start < end
    ]
    said = {units[n].text for n in lead}  # a motion is printed again as it was carried
    clauses: list[tuple[int, ...]] = []
    for clause in decision.clauses:
        numbers = tuple(
            n
            for n, unit in enumerate(units)
            if unit.paragraph.id == clause.paragraph_id
            and unit.paragraph.kind != "table"  # the rows below “approved:” are many, and need not all stand
            and unit.end > clause.start
            and unit.start < clause.end
            and n not in lead
            and unit.text not in said
        )
        if numbers and lead and not clauses and units[numbers[0]].place > units[lead[-1]].place + 1:
            break  # “approved as follows:” with a table below it: what comes behind the table is another matter
        if numbers and (not clauses or numbers[0] > clauses[-1][-1]):
            clauses.append(numbers)
    return Told(decision, tuple(lead), tuple(clauses))


# “This was seconded by Cllr Voss and agreed.”
THIS_WAS = re.compile(r"\W*(?:this|it|the\s(?:motion|proposal|request))\s(?:was|is|being)\b", re.IGNORECASE)
# What a decision on which votes were divided is worth more than what was nodded through.
CONTESTED = 0.4
# What a decision on how the meeting goes on is worth less.
PROCEDURAL = 1.3
# What a motion is worth less of which nothing tells what became of it.
UNSETTLED = 1.0


def is_contested(decision: Decision) -> bool:
    """Tell a decision some voted for and some against."""
    votes = decision.votes
    return votes is not None and bool(votes.in_favour) and bool(votes.against)


def is_lesser(decision: Decision) -> bool:
    """Tell a decision that only notes, changes the words of another, or says how the meeting goes on."""
    return decision.outcome in ("NOTED", "PROPOSED") or decision.amendment or is_procedural(decision)


def is_procedural(decision: Decision, before: str = "") -> bool:
    """Tell a decision on how the meeting goes on; of “This was agreed.” the sentence `before` tells what."""
    points = THIS_WAS.match(decision.words) is not None
    said = f"{before} {decision.words}" if points else decision.words
    return len(decision.clauses) <= points and PROCEDURE.search(said) is not None


def before_it(told: Told, units: Sequence[Unit]) -> str:
    """Return the sentence before a decision in its paragraph."""
    n = told.lead[0] if told.lead else 0
    return units[n - 1].text if n and units[n - 1].paragraph is units[n].paragraph else ""


def strength(decision: Decision, units: Sequence[Unit], told: Told) -> float:
    """Return how much a decision matters in its item: the formal before what prose tells, doing before noting."""
    if decision.routine:
        return -1.0
    formal = {"opening": 1.0, "capitals": 1.0, "label": 1.0, "motion": 0.7, "prose": 0.5, "verdict": 0.4}
    worth = formal.get(decision.found_by, 0.5)
    words = sum(units[n].words for n in told.lead) + sum(units[n].words for c in told.clauses for n in c)
    said = " ".join(units[n].text for n in told.lead)
    if is_procedural(decision, before_it(told, units)) or (not told.clauses and PROCEDURE.search(said)):
        worth -= PROCEDURAL
    if decision.outcome == "NOTED" or (not decision.clauses and BARE_NOTING.search(said)):
        worth -= 0.3
    if decision.amendment or fell(decision):
        worth -= 0.3
    if decision.outcome == "PROPOSED":  # what became of it is told elsewhere, or nowhere
        worth -= UNSETTLED
    voted = CONTESTED if is_contested(decision) else 0.1 * (decision.votes is not None)
    return worth + 0.2 * (decision.mover is not None) + voted + min(words, 60) / 300
