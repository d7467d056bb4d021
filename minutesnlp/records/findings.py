"""What was found in minutes: everything is given by offsets into a paragraph's text.

For everything found, `paragraph.text[start:end] == found.text`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import ClassVar

from minutesnlp.records.intervals import interval_of
from minutesnlp.records.minutes import Paragraph
from minutesnlp.records.record import Record, one_of
from minutesnlp.records.tracked import Undertaking

LABELS = ("PERSON", "ROLE", "DATE", "FIGURE")


@dataclass(frozen=True, slots=True)
class Entity(Record):
    """A person, role, date or figure: `paragraph.text[start:end] == text`.

    `value` is the normal form: ISO 8601 for dates (`A/B` an interval, `A;B` a list, `2021-SU` a season), plain decimal
    digits for figures (`2/3` a range), `given family` for a person, its own words for a role. `unit` is what is
    counted or measured (`GBP`, `percent`, `week`, `homes`; `$` where it is not told whose dollar it is), `per` the unit
    of a rate (`week` in £5600 per week).
    `hedge` is what is said before a figure (`around`, `up to`), `comparator` (`<`, `<=`, `>`, `>=`) what bound it or
    the words behind make of it (“at least 40”, “40 or more” are `>=`), `direction` (`up`, `down`) tells a rise from a
    fall.
    `found_by` names the rule. `paragraph_id` is None when a plain string was tagged.
    """

    label: str
    text: str
    start: int
    end: int
    value: str | None = None
    unit: str | None = None
    kind: str | None = None
    per: str | None = None
    hedge: str | None = None
    paragraph_id: str | None = None
    person_id: str | None = None
    found_by: str = ""
    direction: str | None = None
    comparator: str | None = None

    def __post_init__(self) -> None:
        one_of("label", self.label, LABELS)

    @property
    def amount(self) -> Decimal | tuple[Decimal, Decimal] | None:
        """The figure as a Decimal, a range as a pair; None for other labels and where there is no single value."""
        if self.label != "FIGURE" or self.value is None:
            return None
        try:
            parts = [Decimal(part) for part in self.value.split("/")]
        except InvalidOperation:
            return None
        return parts[0] if len(parts) == 1 else (parts[0], parts[-1])

    @property
    def interval(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day the date covers; None where it names none (a clock time, an impossible date)."""
        return interval_of(self.value) if self.label == "DATE" and self.value else None


@dataclass(frozen=True, slots=True)
class Clause(Record):
    """One part of a divided decision.

    `guessed` marks the matter of a decision whose own words only point to it (“The motion was agreed.”): the motion or
    the sentence nearest above it, which nothing printed joins to it. `votes` is the vote on this part alone, where it
    was put separately (“clause 3 was carried by 8 votes to 6”).
    """

    number: str | None
    text: str
    paragraph_id: str
    start: int
    end: int
    guessed: bool = False
    votes: Votes | None = None


@dataclass(frozen=True, slots=True)
class Votes(Record):
    """A vote as it is recorded: numbers where they are printed, names where they are.

    Where the names of a side are not as many as are counted, both stand as printed, and `str` says so.

    >>> str(Votes(in_favour=3, against=0, names_in_favour=("Cllr Ash", "Cllr Birch")))
    '3 for (2 named), 0 against'
    >>> str(Votes(casting_vote=True))
    'on the casting vote'
    """

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    names_in_favour: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_abstained: tuple[str, ...] = ()
    casting_vote: bool = False
    paragraph_id: str | None = None
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        told = (
            (self.in_favour, "for", self.names_in_favour),
            (self.against, "against", self.names_against),
            (self.abstained, "abstained", self.names_abstained),
        )
        counted = [
            f"{count} {name}" + (f" ({len(names)} named)" if names and len(names) != count else "")
            for count, name, names in told
            if count is not None
        ]
        return ", ".join([*counted, "on the casting vote"] if self.casting_vote else counted)


@dataclass(frozen=True, slots=True)
class Term(Record):
    """What a decision stands on, verbatim: `kind` is `condition`, `reason`, `dissent` or `call-in`.

    A condition or a reason is a phrase of the decision (“subject to a bond being given”), a clause listed as one, or
    what stands below “Reasons for decision”; who dissented and what is said of calling the decision in are sentences
    behind it, before the next decision.
    """

    kind: str
    text: str
    paragraph_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decision(Record):
    """What was decided: one resolution.

    `outcome` is the printed verb in capitals (`AGREED`, `RESOLVED` …; a lost motion is
    `REFUSED`, what prose agrees to put off `DEFERRED`). `text` runs from
    the first word of the sentence that holds the verb to the end of that paragraph; `clauses` are its numbered,
    lettered or bulleted parts; what follows a bare “RESOLVED:” in a paragraph of its own is a clause without number.
    `routine` marks what no reader searches for (“approved as a correct record”, “item 8 be taken next”), `amendment`
    what was decided on an amendment. `found_by` names the rule: `opening`, `capitals`, `label`, `prose`, `motion`,
    `verdict`, `implied` in an item without plainer words, or `title` where that tells of it and only a list stands
    below. The words of a motion that a verdict names are its clause. `sentence_end` is where the sentence that holds
    the verb ends in the paragraph. `settled_in` is the paragraph that tells the outcome where that is another
    (“Motion lost.”). `terms` are its conditions and reasons, who dissented, and what is said of its call-in.
    """

    outcome: str
    text: str
    paragraph_id: str
    start: int
    end: int
    clauses: tuple[Clause, ...] = ()
    mover: str | None = None
    seconder: str | None = None
    votes: Votes | None = None
    item_id: str | None = None
    routine: bool = False
    amendment: bool = False
    found_by: str = ""
    sentence_end: int = 0
    settled_in: str | None = None
    terms: tuple[Term, ...] = ()

    @property
    def sentence(self) -> str:
        """The sentence that holds the verb, without what stands behind it; all of `text` where no end is known."""
        return self.text[: max(self.sentence_end - self.start, 0) or None]

    @property
    def told_behind(self) -> tuple[Term, ...]:
        """The terms that do not stand in its own words or clauses, and are shown beside them."""
        own = (self.text, *(clause.text for clause in self.clauses))
        return tuple(term for term in self.terms if not any(term.text in words for words in own))

    @property
    def words(self) -> str:
        """What was decided as it is shown in one line: `text`, and the first clause where that stands elsewhere.

        Of prose it is the sentence that tells of the decision, for what goes on behind it was only said.

        >>> below = Clause(None, "“That the hall be let.”", "p2", 0, 23)
        >>> Decision("RESOLVED", "And Resolved:", "p1", 0, 13, (below,)).words
        'And Resolved: “That the hall be let.”'
        >>> Decision("AGREED", "It was let. Rain fell.", "p", 0, 22, found_by="prose", sentence_end=11).words
        'It was let.'
        """
        told = self.sentence if self.found_by == "prose" else self.text
        first = self.clauses[0] if self.clauses else None
        return told if first is None or first.text in told else f"{told} {first.text}"


@dataclass(frozen=True, slots=True)
class Sentence(Record):
    """A sentence chosen for a summary, verbatim: `paragraph.text[start:end] == text`.

    `role` says why it stands there (`decision`, `vote`, `action`, `finding` …). `lead_in` is what was brought along
    so that it can be understood, and is shown in brackets: it is no part of the sentence. `cut_before` and `cut_after`
    tell that the minutes' sentence begins before `start` or goes on behind `end`. `outcome` tells of a motion that was
    voted on or fell what became of it (`REFUSED (7 for, 8 against)`), and is shown in brackets too.
    """

    text: str
    paragraph_id: str
    start: int
    end: int
    role: str = ""
    lead_in: str = ""
    citation: str = ""
    cut_before: bool = False
    cut_after: bool = False
    outcome: str = ""

    @property
    def quoted(self) -> str:
        """The text, with “…” where words of the minutes' sentence are left out.

        >>> Sentence("The wall fell", "p1", 0, 13, cut_after=True).quoted
        'The wall fell …'
        """
        return f"{'… ' * self.cut_before}{self.text}{' …' * self.cut_after}"

    @property
    def added(self) -> str:
        """What is shown in brackets before the sentence: what became of it, and what was brought along."""
        return "; ".join(part for part in (self.outcome, self.lead_in) if part)

    def __str__(self) -> str:
        return f"[{self.added}] {self.quoted}" if self.added else self.quoted


def unshown(decisions: Iterable[Decision], sentences: Sequence[Sentence]) -> tuple[Decision, ...]:
    """Return the decisions, other than routine ones, of which sentences show neither the verb's nor a clause.

    What stands behind the sentence of a decision in its paragraph may be another.

    >>> first = Decision("AGREED", "It was let. It was agreed to dig.", "p", 0, 33, sentence_end=11)
    >>> len(unshown([first], [Sentence("It was agreed to dig.", "p", 12, 33)]))
    1
    """

    def is_shown(paragraph_id: str, start: int, end: int) -> bool:
        return any(one.paragraph_id == paragraph_id and one.start < end and start < one.end for one in sentences)

    return tuple(
        one
        for one in decisions
        if not one.routine
        and not is_shown(one.paragraph_id, one.start, one.sentence_end or one.end)
        and not any(is_shown(part.paragraph_id, part.start, part.end) for part in one.clauses)
    )


@dataclass(frozen=True, slots=True)
class Summary(Record):
    """Sentences that stand for an item, in the order they are printed; `out_of` is how many there were.

    `notes` say what is missing; `sources` are the paragraphs the sentences stand in.
    """

    title: str
    sentences: tuple[Sentence, ...] = ()
    decisions: tuple[Decision, ...] = ()
    out_of: int = 0
    notes: tuple[str, ...] = ()
    item_id: str | None = None
    sources: tuple[Paragraph, ...] = field(default=(), repr=False, compare=False)
    APART: ClassVar[tuple[str, ...]] = ("sources",)

    @property
    def text(self) -> str:
        """The sentences, verbatim, one a line, with “…” where words are left out."""
        return "\n".join(sentence.quoted for sentence in self.sentences)

    def verify(self, paragraphs: Iterable[Paragraph] | None = None) -> bool:
        """Tell whether every sentence stands word for word at its place.

        `paragraphs` are those to look in, read again perhaps; without them it is looked in `sources`.
        """
        text_of = {p.id: p.text for p in (self.sources if paragraphs is None else paragraphs)}
        return all(text_of.get(s.paragraph_id, "")[s.start : s.end] == s.text for s in self.sentences)

    def __str__(self) -> str:
        lines = [self.title]
        for one in self.sentences:
            lines.append(f"  {one}")
            if self.item_id is None and one.citation:  # of many meetings, each sentence says of which it is
                lines.append(f"    {one.citation}")
        return "\n".join([*lines, *(f"  ({note})" for note in self.notes)])


@dataclass(frozen=True, slots=True)
class Digest(Record):
    """A meeting in short: one Summary an item, and all decisions, undertakings and votes."""

    meeting_id: str
    title: str
    summaries: tuple[Summary, ...] = ()
    decisions: tuple[Decision, ...] = ()
    votes: tuple[Votes, ...] = ()
    notes: tuple[str, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()

    @property
    def lines(self) -> tuple[tuple[str, Sentence | None], ...]:
        """Each item in a line: its title, and the sentence of its summary that decides, else the first of it."""
        return tuple(
            (one.title, next((s for s in one.sentences if s.role == "decision"), (*one.sentences, None)[0]))
            for one in self.summaries
        )

    @property
    def further(self) -> tuple[Decision, ...]:
        """The decisions, other than routine ones, of which no summary shows anything."""
        return unshown(self.decisions, [one for summary in self.summaries for one in summary.sentences])

    def verify(self, paragraphs: Iterable[Paragraph] | None = None) -> bool:
        """Tell whether every sentence of every summary stands word for word at its place."""
        looked_in = None if paragraphs is None else tuple(paragraphs)
        return all(one.verify(looked_in) for one in self.summaries)

    def __str__(self) -> str:
        promised = [
            f"  {one.owner or 'No owner'}, {one.due or one.due_text or 'no date'}: {about}{one.text}"
            for one in self.undertakings
            for about in ([f"[{one.about}] "] if one.about else [""])
        ]
        further = [
            f"  {' '.join(filter(None, (one.outcome, str(one.votes or ''))))}: {one.words}" for one in self.further
        ]
        listed = (("Further decisions", further), ("Undertakings", promised))
        told = ["\n".join([name, *lines]) for name, lines in listed if lines]
        return "\n\n".join([self.title, *(str(summary) for summary in self.summaries), *told])
