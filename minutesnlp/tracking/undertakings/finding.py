"""Undertakings: who promised what, to whom and by when, and whether a decision took it up."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from minutesnlp.records import Corpus, Decision, Item, Meeting, Paragraph, Undertaking, Undertakings
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions.fates import FATE, fallen_at, fell
from minutesnlp.tracking.decisions.finding import find_decisions
from minutesnlp.tracking.questions.written import HANDED_IN
from minutesnlp.tracking.undertakings import promises
from minutesnlp.tracking.undertakings.actors import ASKED_HER, ASKING, answering, meant
from minutesnlp.tracking.undertakings.answered import replied_in
from minutesnlp.tracking.undertakings.binding import binds_nobody
from minutesnlp.tracking.undertakings.carrying import Part, carried
from minutesnlp.tracking.undertakings.cells import BY_WHEN, apart, has_label, sees_to
from minutesnlp.tracking.undertakings.dropping import is_dropped
from minutesnlp.tracking.undertakings.due import due_in
from minutesnlp.tracking.undertakings.hearing import Roles, roles_of
from minutesnlp.tracking.undertakings.plainly import REPLIED
from minutesnlp.tracking.undertakings.promising import may_promise, promises_in
from minutesnlp.tracking.undertakings.rows import Row, rows_in

SHORTEST = 40  # letters of a decision or a row of a table that a cell makes an undertaking of its own
LONGEST = 1500  # letters of a sentence; what is longer is a page whose sentences were not told apart
BACKWARD = re.compile(r"\A(?:this|it|that|these|they|which|matters?|issues?|quer(?:y|ies))\Z", re.IGNORECASE)


def find_undertakings(source: Item | Meeting | Corpus, *, soft: bool = False) -> Undertakings:
    """Find what was promised in an item, a meeting or a corpus, in the order it is printed.

    With `soft` also promises that name nothing to be seen done: “would consider”, “would be reviewed”, and what members
    asked for of nobody: “Members requested that a list be sent”. Agenda text is passed over. A resolution that hands
    out a task nobody promised in the debate is an undertaking itself.
    """
    if isinstance(source, Item):
        return Undertakings(_in_item(source, soft), sources=(source,))
    if isinstance(source, Meeting):
        return Undertakings((one for item in source.items for one in _in_item(item, soft)), sources=(source,))
    if isinstance(source, Corpus):
        return Undertakings((one for item in source.items for one in _in_item(item, soft)), sources=source)
    told = f"undertakings are found in an Item, a Meeting or a Corpus, not in {type(source).__name__}"
    raise TypeError(f"{told}. Of a string read_text(…, title=…) makes an Item.")


def _in_item(item: Item, soft: bool) -> list[Undertaking]:
    decisions = [decision for decision in find_decisions(item) if not decision.routine]
    parts = _parts([decision for decision in decisions if not fell(decision)], item)
    rows, tables = rows_in(item.minutes)
    told = [p for p in item.minutes if p.id not in tables] if tables else item.minutes
    found = [one for one in _promises(told, decisions) if (one.hard or soft) and not _is_idle(one, decisions)]
    debated = [one for one in found if not one.told.decided]
    pairs = carried(
        [(one.told.text, one.about, one.owner) for one in debated],
        parts,
        [sentence for p in item.minutes for sentence in _texts(p)] if debated and parts else [],
    )
    undertakings = [_of_row(row, item) for row in rows]
    order = {paragraph.id: place for place, paragraph in enumerate(item.paragraphs)}
    for one, place in zip(debated, pairs, strict=True):
        here, said = (order[one.told.paragraph.id], one.told.start), f"{one.about} {one.told.text}"
        lost = place is None and is_dropped(said, here, parts, order, item.title)
        status = "carried" if place is not None else "dropped" if lost else "open"
        undertakings.append(_undertaking(one, item, status, parts[place].paragraph_id if place is not None else None))
    taken = [parts[place] for place in set(pairs) if place is not None]
    for one in found:
        tasked = one.owner is not None or HANDED_OUT.search(one.told.text) is not None
        if one.told.decided and tasked and not any(_is_within(one.told, part) for part in taken):
            undertakings.append(_undertaking(one, item, "carried", one.told.paragraph.id))
    return sorted(undertakings, key=lambda one: (order[one.paragraph_id], one.start))


def _is_within(told: Told, part: Part) -> bool:
    return told.paragraph.id == part.paragraph_id and told.start < part.end and part.start < told.end


def _is_idle(one: _Found, decisions: Sequence[Decision]) -> bool:
    """Tell what binds nobody, as the words of a motion that fell do not."""
    told = one.told
    fate = FATE.search(told.text, 0, one.at)  # “the motion was withdrawn by the Chair, who undertook to …”
    if fate is None and fallen_at(decisions, told.paragraph.id, told.start, told.end) is not None:
        return True
    return binds_nobody(told.text, told.paragraph.text, told.start, one.owner)


def _texts(paragraph: Paragraph) -> Iterable[str]:
    return (paragraph.text[start:end] for start, end in sentences(paragraph.text))


# A report that was noted, a motion that was only put: what they say is not decided.
UNDECIDED = ("NOTED", "RECEIVED", "PROPOSED")
DIRECTED = re.compile(r"\bBE\s(?!NOTED|RECEIVED)[A-Z]{4,}\b")


def _is_undecided(decision: Decision) -> bool:
    """Tell what was only noted or put; not “the report BE RECEIVED” where another part of it is something else."""
    more = decision.found_by == "capitals" and any(DIRECTED.search(clause.text) for clause in decision.clauses)
    return decision.outcome in UNDECIDED and not more


def _parts(decisions: Sequence[Decision], item: Item) -> list[Part]:
    """Return the parts of decisions that can take an undertaking up."""
    parts: list[Part] = []
    text_of = {p.id: p.text for p in item.paragraphs}
    for decision in decisions:
        formal = decision.found_by in ("opening", "capitals", "label", "motion") or decision.text.isupper()
        if decision.clauses and not _is_undecided(decision):
            parts += [
                Part(clause.text, clause.paragraph_id, formal, clause.start, clause.end) for clause in decision.clauses
            ]
        else:
            end = decision.sentence_end or decision.end
            said = text_of[decision.paragraph_id][decision.start : end]
            parts.append(Part(said, decision.paragraph_id, formal, decision.start, end))
    return parts


class Told(NamedTuple):
    """A sentence as it is read for promises: where it stands, who spoke before it, whether it is part of a decision."""

    paragraph: Paragraph
    start: int
    end: int
    text: str
    speaker: str | None
    before: str
    decided: bool
    heard: frozenset[str]
    answerer: str | None  # who spoke last in the paragraph, a few sentences before at most


REPLYING = re.compile(r"\b(?:in\s(?:reply|response|answer)|replied|answered|responded)\b", re.IGNORECASE)
# An answer stands within so many sentences of its question.
ANSWERED_WITHIN = 4
FUTURE = re.compile(r"\b(?:will|would)\b")


def told_in(paragraphs: Sequence[Paragraph], decisions: Sequence[Decision]) -> Iterator[Told]:
    """Yield the sentences of paragraphs in which something may be promised."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for decision in decisions:
        spans.setdefault(decision.paragraph_id, []).append((decision.start, decision.sentence_end or decision.end))
        for clause in () if _is_undecided(decision) else decision.clauses:
            spans.setdefault(clause.paragraph_id, []).append((clause.start, clause.end))
    read = list(_read(paragraphs))
    texts = [paragraph.text[start:end] for paragraph, start, end in read]
    roles = Roles(texts)
    replied: frozenset[str] | None = None  # asked for where something is told in the future only
    before = ""
    speakers: list[str] = []  # the last first
    spoke = -1  # the sentence in which the last of them spoke
    repliers: list[str] = []  # of them those who answered what was asked, the last first
    asked = -ANSWERED_WITHIN  # the last sentence in which somebody asks
    listened = 0  # up to which sentence: only where something may be promised is asked who spoke before it
    for n, (paragraph, start, end) in enumerate(read):
        text = texts[n]
        decided = any(a < end and start < b for a, b in spans.get(paragraph.id, ()))
        if not may_promise(text, decided=decided):
            yield Told(paragraph, start, end, text, None, before, False, frozenset(), None)
            before = text
            continue
        for k in range(listened, n):
            named = answering(texts[k])
            if named is not None:
                speakers, spoke = [named, *(one for one in speakers if one != named)][:4], k
            if ASKING.search(texts[k]) and not ASKED_HER.search(texts[k]):
                asked = k
            elif named is not None and (k - asked < ANSWERED_WITHIN or REPLYING.search(texts[k])):
                repliers = [named, *(one for one in repliers if one != named)][:4]
        listened = n
        if replied is None and FUTURE.search(text):
            replied = replied_in(paragraphs)
        near = (
            meant(speakers[:1], text) if spoke >= max(n - ANSWERED_WITHIN, 0) and read[spoke][0] is paragraph else None
        )
        # what was asked is answered by who answered before, not by who spoke last (“Would she? He would find out.”)
        likely = [*repliers, *speakers] if spoke < asked and n - asked < ANSWERED_WITHIN else speakers
        yield Told(
            paragraph,
            start,
            end,
            text,
            meant(likely, text),
            before,
            decided,
            frozenset()
            if decided
            else roles.heard_before(n) | ({REPLIED} if replied and paragraph.id in replied else set()),
            near,
        )
        before = text


def _read(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int, int]]:
    """Yield the sentences in which something may be promised, by paragraph and place."""
    for paragraph in paragraphs:
        if paragraph.kind in ("heading", "attendance", "boilerplate", "declaration"):
            continue
        if HANDED_IN.match(paragraph.text):
            continue
        for begin, stop in sentences(paragraph.text):
            if stop - begin <= LONGEST:
                for start, end in apart(paragraph.text, begin, stop):
                    yield paragraph, start, end


# What a body agrees to do itself, or to have done, by a sentence of prose: no condition of a resolution
HANDED_OUT = re.compile(
    r"\b(?:[Aa]greed|[Rr]esolved|AGREED|RESOLVED|decided|proposed)\b(?:\s\w+)?\s(?:to\b|[^.;]{0,80}?\b(?:(?:should|would|will)\s)?(?:be|we)\s)"
)


@dataclasses.dataclass(slots=True)
class _Found:
    told: Told
    owner: str | None
    hard: bool
    thing: str
    at: int = 0  # where the promise begins in its sentence
    due: str = ""  # the line below that tells by when: “Due: April”

    @property
    def about(self) -> str:
        """The sentence before, where “this” or “it” is what will be done."""
        return self.told.before if BACKWARD.match(self.thing) else ""


def _promises(paragraphs: Sequence[Paragraph], decisions: Sequence[Decision]) -> Iterator[_Found]:
    last: Told | None = None
    found: _Found | None = None  # in the sentence before
    above: list[_Found] = []  # in the sentences of this paragraph before that
    for told in told_in(paragraphs, decisions):
        cell = _sees_to(told, last)
        if cell is not None and last is not None:
            # who sees to it, printed behind or below what is to be done
            here = [one for one in above if one.told.paragraph is told.paragraph and one.owner in (None, cell)]
            if found is None and here:
                here[-1].owner = cell
            elif found is None and _has_its_own_cell(last, told):
                yield _Found(last, cell, True, "")
            if found is not None:
                asker = has_label(told.text) and ASKED_FOR.search(last.text)
                found.owner = cell if asker else found.owner or cell
                yield found
            found = None
            continue
        by_when = (DUE_LINE.match(told.text) or BY_WHEN.fullmatch(told.text)) if found is not None else None
        if found is not None and by_when is not None:
            found.due, found.owner = by_when["when"].rstrip(" ."), found.owner or by_when.groupdict().get("who")
            continue
        each = _in_parts(told)
        if (
            found is not None
            and each
            and last is not None
            and POINTS_BACK.search(told.text)
            and "wants" in roles_of(last.text)
        ):
            each[0].owner = each[0].owner or found.owner  # “The Chair asked her to write. She would do so.”
            found = None
        if found is not None:
            yield found
            above.append(found)
        yield from each[:-1]
        found = each[-1] if each else None
        last = told
    if found is not None:
        yield found


# “Cllr Voss had requested that …; it was agreed to. Action: Clerk”: who asked is not who sees to it
ASKED_FOR = re.compile(
    r"\b(?:had|has)\s(?:\w+\s)?(?:asked|requested|suggested|proposed)\b|\bat\sthe\srequest\sof\b", re.I
)
# “Due: April”, below an action
DUE_LINE = re.compile(r"\W*(?:Due|Deadline|By when|Timescale|Target date)(?:\s(?:date|by))?\s*[:–—-]\s*(?P<when>\S.*)")
# “The drains would be cleared by 3 May, and he gave his word that …”: what is told before that is to come too
TO_COME = re.compile(r"\b(?:would|will|shall|hope[sd]?\sto|(?:was|were|is|are)\sto)\b")
# … above who sees to it
TO_DO = re.compile(r"(?:\b(?:agreed|resolved)|\ADecision: (?:Agreed|Resolved))\b.*\b(?:to|would|will|should|be)\b")
# What promises only what was asked for in the sentence before
POINTS_BACK = re.compile(r"\b(?:would|will|agreed\sto|undertook\sto|promised\sto)\sdo\s(?:so|it|that|this)\b")
# A speech told on without saying whose it is: “A copy would be in the post on Monday.”
CONTINUED = re.compile(
    r"\A(?!.*\b(?:agreed|resolved|explained|confirmed|stated|advised|noted|said|(?<!be\s)told|(?<!be\s)reported)\b).*\bwould\b"
)
# What joins a promise to the one before it: “…, and would write”, “; and that he”
JOINED = re.compile(r"(?:[,;]\s)?\b(?:and|but)\s(?:that\s)?")


# “to write, informing him that the council | will cap the pipe”, “would request the Engineer | to attend”: what is told
# or asked for is part of the promise before
WITHIN = re.compile(
    r"\b(?:informing|telling)\s(?!and\b)[^.;•]*\bthat\b[^.;:•]*\Z"
    r"|\b(?:would|will|to|should|shall)\s(?:also\s)?(?:request|ask|invite)\s(?=[A-Z])"
    r"(?:(?!\b(?:would|will|and\s[a-z]+)\b)[^.;:•–—])*\bto\Z"
)


def _in_parts(told: Told) -> list[_Found]:
    """Return what a sentence promises; of several promises each is told by its part of the sentence."""
    each = promises_in(told.text, told.speaker, decided=told.decided, heard=told.heard)
    found: list[_Found] = []
    for one in each:
        begin = told.start
        upto = told.text.find(" ", one.at)
        last = found[-1].at + found[-1].told.start - told.start if found else 0
        if found and WITHIN.search(told.text, last, upto):
            continue
        if found:
            who = told.text.rfind(one.owner, last, one.at) if one.owner else -1
            at = who if who >= 0 else one.at  # “…, which | Cllr Voss will chair”
            at -= 4 if told.text[:at].endswith("the ") else 0
            joins = [join for join in JOINED.finditer(told.text, 0, at) if join.start() > last]
            begin = told.start + (joins[-1].end() if joins else at)
            upto = told.start + (joins[-1].start() if joins else at)
            found[-1].told = _cut(found[-1].told, found[-1].told.start, upto)
        part = _cut(told, begin, told.end)
        owner = one.owner or (told.answerer if CONTINUED.search(part.text) and not told.decided else None)
        found.append(_Found(part, owner, one.hard, one.thing, max(one.at - (begin - told.start), 0)))
    return found


def _cut(told: Told, start: int, end: int) -> Told:
    text = told.paragraph.text[start:end].rstrip()
    return told._replace(start=start, end=start + len(text), text=text)


def _has_its_own_cell(one: Told, cell: Told) -> bool:
    """Tell what somebody sees to from a row of a table (“Allotments | Cllr Voss”) and from “Approved. | Clerk”."""
    if (not one.decided and one.paragraph.kind != "table") or (has_label(cell.text) and TO_DO.search(one.text)):
        return True
    return len(one.text) > SHORTEST and one.paragraph is cell.paragraph


def _sees_to(told: Told, last: Told | None) -> str | None:
    """Return who sees to the sentence before, where a sentence is only that: “Action: JT”, “| Clerk”."""
    if last is None:
        return None
    below = told.start == 0 or told.paragraph.id != last.paragraph.id
    return sees_to(told.paragraph.text, told.start, told.end, last.text, below=below)


def _of_row(row: Row, item: Item) -> Undertaking:
    """Return what a row of a table of tasks hands out."""
    text = row.paragraph.text[row.start : row.end]
    due_text, due = (row.when, due_in(f"by {row.when}", item.date)[1]) if row.when else due_in(text, item.date)
    return Undertaking(
        text=text,
        paragraph_id=row.paragraph.id,
        start=row.start,
        end=row.end,
        owner=row.owner,
        recipient=_recipient(text, 0),
        due=due,
        due_text=due_text,
        item_id=item.id,
        reference=item.number or "",
        date=item.date,
        citation=row.paragraph.citation,
    )


def _recipient(text: str, start: int) -> str | None:
    told = (match["who"] for match in promises.RECIPIENT.finditer(text, start))
    return next((who for who in told if not promises.A_MEETING.match(who)), None)


def _undertaking(one: _Found, item: Item, status: str, carried_in: str | None) -> Undertaking:
    text = one.told.text
    due_text, due = due_in(text, item.date, at=one.at)
    ahead = TO_COME.search(text, 0, one.at) if due_text is None else None
    if ahead:
        due_text, due = due_in(text, item.date, at=ahead.start())
    if one.due:
        due_text, due = one.due, due_in(f"by {one.due[:1].lower()}{one.due[1:]}", item.date)[1]
    who = _recipient(text, one.at)
    return Undertaking(
        text=one.told.text,
        paragraph_id=one.told.paragraph.id,
        start=one.told.start,
        end=one.told.end,
        owner=one.owner,
        recipient=who,
        due=due,
        due_text=due_text,
        hard=one.hard,
        about=one.about,
        status=status,
        carried_in=carried_in,
        item_id=item.id,
        reference=item.number or "",
        date=item.date,
        citation=one.told.paragraph.citation,
    )
