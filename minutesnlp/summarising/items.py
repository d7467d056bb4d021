"""A summary of one agenda item, made of its own sentences, the decision first of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from minutesnlp.records import Decision, Item, Paragraph, Sentence, Summary
from minutesnlp.summarising.alone import heads_nothing, leads_alone, tells_no_motion, tells_not_who
from minutesnlp.summarising.centrality import Likeness, likeness
from minutesnlp.summarising.cues import BARE_NOTING, BROKEN, LEADS, VERBAL, WEIGHTS, role_and_weight
from minutesnlp.summarising.cuts import opening, spans
from minutesnlp.summarising.lead_ins import MOVER, heads, lead_in_of
from minutesnlp.summarising.operative import deciding_units, verdict_line
from minutesnlp.summarising.outcomes import fate_lines, left_out, marks, motions
from minutesnlp.summarising.selection import select, yielding
from minutesnlp.summarising.units import UNSETTLED, Told, Unit, is_lesser, told_in, units_of
from minutesnlp.summarising.worth import is_spoken, of_minutes, of_part, of_speech
from minutesnlp.text.languages import foreign
from minutesnlp.tracking import find_decisions

Span = tuple[int, int]
# What a pair that says the same costs: in minutes, and where people are quoted word for word.
PENALTY = 1.2
PENALTY_SPOKEN = 1.0
# What a decision that only notes, or an amendment, is worth less.
LESSER = 0.6
# Names without the numbers or the motion they belong to tell nothing.
NAMELESS = 3.0
# A sentence of so many words may be shown in part; of one sentence no two parts.
LONG_SENTENCE = 14
NEVER_BOTH = 1000.0
# Where more of the budget is left, the beginning of a sentence that is too long for it is shown.
MOST_LEFT = 0.5
# Past this many sentences likeness is not measured for all of them: the ones their words recommend least are left out.
MOST_UNITS = 600
# “For (17)”: where there are lines of more than one vote, it cannot be told which motion's
COUNT_LINE = re.compile(r"\W*(?:for|in favour|against|abstain\w*|abstentions?)\W*\d+\W*\Z", re.IGNORECASE)
ONE_VOTE = 3
# Where nothing is to be decided: “Apologies for absence”, “Question submitted by …”, “Date of next meeting”
NO_DECISION = re.compile(
    r"[\W\d]*(?:to\s(?:receive|note|record)\s)?(?:the\s)?(?:apolog|declarations?\sof|disclosures?\sof|attendance|present\b|welcome|"
    r"roll\scall|(?:written\s|oral\s|members[’']?\s|public\s)?questions?\b|public\s(?:participation|speak|forum|comment|session|open)|"
    r"open\s(?:forum|session)|dates?\s(?:and\s\w+\s)?of\s(?:the\s)?next|next\smeeting|close\b|adjournment)",
    re.IGNORECASE,
)
# A bound above it says nothing of a choice.
TELLING_GAP = 0.5
# “| Action: KA”, “Cllr. Ada Wren” in a column of its own: who, and not what; “Due: next meeting”: when, and not what
ACTION_ALONE = re.compile(
    r"\W*(?:(?i:(?:for\s)?action)\W*(?:[A-Z][\w.’'-]*\W*){1,6}|(?i:due|owner|lead|status|deadline)\s?:.{1,50}"
    r"|(?:Mrs?|Ms|Miss|Dr|Cllrs?|Councillors?)\.?(?:\s(?:[A-Z][\w.’'-]*|and|&),?)+)"
)
# The names that stand below such a line
NAMES = re.compile(r"(?:(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\.?\s[^,;.]{2,40}(?:,\s|\sand\s|\W*\Z)){2,}")
# “Councillors Ash, Birch (B), Ó Cole and Dunne.”: who voted so is told on the line above
LISTED = re.compile(
    r"(?:Councillors|Cllrs|Members)\.?\s(?:(?:[A-Z][\w’'-]*|\([A-Z]\)|[A-Z]\.),?\s(?:and\s)?){2,}(?:[A-Z][\w’'-]*|\([A-Z]\))\.?"
)
# “(2025-F17)”, “300532”, “(90 days, deadline 5/8)”, “Action closed”; a sum of money says more
REFERENCE = re.compile(
    r"[(\[]?[A-Z]{0,4}[\d/.-]*\d[\w/.-]*[)\].]?|\((?!.*\b(?:was|were|is|are|had|has)\b)[^)]*\)?\W*"
    r"|\d{4}-\d\d-\d\d\s.*|(?i:yeas|nays|ayes|noes|absent|recused?)\s?:"
    r"|(?i:(?:action\s)?(?:completed?|done|closed|ongoing|in\shand|next\s(?:agenda|meeting)|no\s(?:update|progress|change)|"
    r"outstanding|(?:as|see)\s(?:above|below)|nothing\sto\sreport|to\sbe\sconfirmed))\W*"
)
# What is written below “REPLY:” is what the council says to a motion: it counts for more, and so does what is decided
# then. Of a question it is shown in any case.
MOVES = re.compile(r"\bI\s(?:\w+\s){0,3}move\b|\b(?:proposing|seconded)\b", re.IGNORECASE)
REPLIES = re.compile(r"\W*(?:reply|response|answer)\W*", re.IGNORECASE)
REPLIED = 1.2
STOP = re.compile(r"[.!?:;…][\W\d]*\Z|[)”\"’]\Z")
MOST_STOPPED = 0.7
# A line of more words says something.
MOST_OF_LINE = 12
# A line of so many words that ends without a stop goes on in the next.
LONG_LINE = 8


def summarise_item(item: Item, *, sentences: int | None, words: int) -> Summary:
    """Summarise an item in so many sentences, or in so many words."""
    decisions = tuple(find_decisions(item))
    minutes = item.minutes
    units = units_of(minutes, also=frozenset(decision.paragraph_id for decision in decisions))
    notes = []
    if item.truncated:
        notes.append("truncated: the source cuts this item off, and what it left out is not known")
    if not decisions:
        if NO_DECISION.match(item.title) is None:
            notes.append("no decision found")
        if language := foreign(" ".join(unit.text for unit in units)):
            notes.append(f"the text is in {language}: decisions are looked for in English only")
    if not units:
        notes.append("no minutes: the source gives no record of what happened")
        return Summary(title=item.title, decisions=decisions, notes=tuple(notes), item_id=item.id)
    told = [told_in(decision, units) for decision in decisions]
    lengths = [1 if sentences is not None else unit.words for unit in units]
    budget = sentences if sentences is not None else words
    kept, kept_notes, lead_in = deciding_units(told, units, lengths, budget)
    notes += kept_notes
    kept = sorted({*kept, *verdict_line(units, told, kept)})
    kept = sorted({*kept, *fate_lines(units, told, kept)})
    spent = sum(lengths[n] for n in kept)
    roles, weights = _read(units, told, minutes)
    weights = [
        weight - NAMELESS if unit.start < 4 and heads(minutes, unit.place) else weight
        for unit, weight in zip(units, weights, strict=True)
    ]
    chosen = set(kept)
    shown: dict[int, Span] = {}
    if spent < budget:
        if sum(lengths) <= budget:
            chosen |= {n for n in range(len(units)) if n not in chosen}
        else:
            shown, gap = _fill(item, units, roles, weights, told, lengths, budget, kept)
            chosen |= set(shown)
            if len(units) > MOST_UNITS:
                notes.append(f"of {len(units):,} sentences the {MOST_UNITS} that their words recommend were weighed")
            if gap > 0.005:
                notes.append(_of_gap(gap))
    unanswered = [n for n in sorted(chosen) if roles[n] == "question" and not _answered(units, roles, n, chosen)]
    if unanswered:
        notes.append("question without a reply in this summary")
    fates = marks(told, units, chosen)
    lead_in = {**motions(told, units, chosen), **lead_in}
    deciding = frozenset(n for n, role in enumerate(roles) if role == "decision")
    told_sentences = tuple(
        _sentence(
            units[n],
            roles[n],
            _unless_shown(
                lead_in.get(n) or lead_in_of(units, n, frozenset(chosen), deciding=deciding, paragraphs=minutes),
                [units[k].text for k in chosen if k < n],
            ),
            shown.get(n),
            fates.get(n, ""),
        )
        for n in sorted(chosen)
    )
    notes += left_out(told, units, chosen, told_sentences)
    return Summary(
        title=item.title,
        sentences=told_sentences,
        decisions=decisions,
        out_of=len(units),
        notes=tuple(notes),
        item_id=item.id,
        sources=tuple(p for p in minutes if p.id in {s.paragraph_id for s in told_sentences}),
    )


def _of_gap(gap: float) -> str:
    """Return what is to be told of a search that ended before the best choice was proved."""
    if gap > TELLING_GAP:
        return "the choice was not proved best: there are too many sentences to try all choices"
    return f"the choice was not proved best: another could be worth at most {gap:.0%} more"


def _read(units: Sequence[Unit], told: Sequence[Told], minutes: Sequence[Paragraph]) -> tuple[list[str], list[float]]:
    """Return the role and the weight of each unit."""
    decisive = [one for one in told if not one.decision.routine]
    deciding = {n for one in decisive for n in (*one.lead, *(n for clause in one.clauses for n in clause))}
    roles, weights = [], []
    several = sum(COUNT_LINE.match(unit.text) is not None for unit in units) > ONE_VOTE
    stopped = not is_spoken(units) and _stopped(units)
    replied = any(REPLIES.fullmatch(paragraph.text) for paragraph in minutes)
    replied = replied and any(MOVES.search(unit.text) for unit in units)
    for n, unit in enumerate(units):
        role, weight = role_and_weight(unit.text)
        role = "decision" if n in deciding else "vote" if unit.paragraph.kind == "vote" else role
        roles.append(role)
        broken = _cut_off(units, n) or (stopped and _unfinished(unit)) or ACTION_ALONE.fullmatch(unit.text) is not None
        broken = broken or (several and COUNT_LINE.match(unit.text) is not None)
        alone = n > 0 and NAMES.fullmatch(unit.text) and COUNT_LINE.match(units[n - 1].text) is not None
        alone = alone or (LISTED.fullmatch(unit.text) is not None and not _led_to(units, n))
        if unit.words <= MOST_OF_LINE and not alone:
            alone = MOVER.fullmatch(unit.text) is not None or REFERENCE.fullmatch(unit.text) is not None
        replies = replied and unit.place > 0 and REPLIES.fullmatch(minutes[unit.place - 1].text) is not None
        weight += REPLIED if replies or (n in deciding and replied) else 0.0
        weights.append(weight + WEIGHTS[role] - (BROKEN if broken else NAMELESS if alone else 0.0))
    return roles, weights


def _led_to(units: Sequence[Unit], n: int) -> bool:
    """Tell a line that stands right below one ending in a colon, which is no count of votes."""
    before = units[n - 1] if n else None
    leads = before is not None and before.place == units[n].place - 1 and LEADS.search(before.text) is not None
    return leads and before is not None and COUNT_LINE.match(before.text) is None


def _stopped(units: Sequence[Unit]) -> bool:
    """Tell minutes whose sentences end with a stop, most of them."""
    ends = [STOP.search(unit.text) is not None for unit in units if _is_prose(unit)]
    return sum(ends) > MOST_STOPPED * len(ends)


def _unfinished(unit: Unit) -> bool:
    return _is_prose(unit) and STOP.search(unit.text) is None


def _is_prose(unit: Unit) -> bool:
    return unit.paragraph.kind == "text" and unit.words >= LONG_LINE and VERBAL.search(unit.text) is not None


def _cut_off(units: Sequence[Unit], n: int) -> bool:
    """Tell the rest of a sentence that a cell or a page cut in two: “100 people take part.” after “with more than”."""
    unit, before = units[n], units[n - 1] if n else None
    goes_on = before is not None and before.paragraph.kind in ("text", "bullet", "clause")
    if unit.start or unit.paragraph.kind != "text" or before is None or not goes_on:
        return False
    opens, ends = unit.text[:1], before.text[-1]
    torn = opens.islower() if ends.isalnum() or ends == "," else False
    torn = torn or (opens.isdigit() and before.words >= LONG_LINE and ends.isalpha())
    return torn and before.place == unit.place - 1


def _fill(
    item: Item,
    units: Sequence[Unit],
    roles: Sequence[str],
    weights: Sequence[float],
    told: Sequence[Told],
    lengths: Sequence[int],
    budget: int,
    kept: Sequence[int],
) -> tuple[dict[int, Span], float]:
    """Return the units worth most beside the ones kept, each with what is shown of it, and how far off it may be."""
    pool = range(len(units))
    if len(units) > MOST_UNITS:
        best = sorted(pool, key=lambda n: (-weights[n], n))[:MOST_UNITS]
        pool = sorted({*best, *kept})  # type: ignore[assignment]
    numbers = list(pool)
    alike = likeness([units[n].text for n in numbers], item.title)
    these = [units[n] for n in numbers]
    if is_spoken(units):
        worths, penalty = of_speech(these, [weights[n] for n in numbers], alike), PENALTY_SPOKEN
    else:
        worths, penalty = of_minutes(these, [roles[n] for n in numbers], [weights[n] for n in numbers], alike), PENALTY
    settled = any(one.decision.outcome != "PROPOSED" and not one.decision.routine for one in told)
    for one in told:  # a decision that only notes is worth less than one that does something, a mere proposal least
        less = (
            UNSETTLED if settled and one.decision.outcome == "PROPOSED" else LESSER if is_lesser(one.decision) else 0.0
        )
        for n in one.lead if less else ():
            if n in pool:
                worths[numbers.index(n)] -= less
        for clause in one.clauses:
            if clause[0] in pool and BARE_NOTING.search(units[clause[0]].text):
                worths[numbers.index(clause[0])] = 0.0
    kept_here = [numbers.index(n) for n in kept]
    said = {these[k].text for k in kept_here}
    for k, unit in enumerate(these):  # “Motion passed.” once
        if k not in kept_here:
            worths[k] = 0.0 if unit.text in said else worths[k]
            said.add(unit.text)
    costs = [lengths[n] for n in numbers]
    between = alike.between
    parts: list[Part] = []
    if max(costs) > 1 and not is_spoken(units):
        open_to = [k for k, n in enumerate(numbers) if n not in kept and roles[n] not in ("decision", "vote")]
        parts = [
            part for k in open_to if costs[k] >= LONG_SENTENCE and worths[k] > 0 for part in _parts(these, k, alike)
        ]
        worths += [min(part.worth, worths[part.of]) for part in parts]
        costs += [part.words for part in parts]
        between = _with_parts(between, [part.of for part in parts])
    told_of = [*range(len(these)), *(part.of for part in parts)]
    rows = between.tolist()
    tables = [k for k, unit in enumerate(these) if unit.paragraph.kind == "table"]
    decided = [k for k, n in enumerate(numbers) if roles[n] == "decision"]
    worths = yielding(worths, costs, budget, tables, decided, likeness=rows, penalty=penalty, kept=kept_here)
    pairs: list[int] = []  # lead-ins chosen, each with its first part
    minutes = item.minutes
    while True:
        beside = [*kept_here, *pairs]
        selection = select(worths, costs, budget, likeness=rows, penalty=penalty, kept=beside)
        chosen = {*(told_of[k] for k in selection.chosen), *beside}
        shown_too = {numbers[k] for k in chosen}
        whole = [k for k in selection.chosen if k < len(these)]
        lost = [
            k
            for k in whole
            if tells_no_motion(units, numbers[k], shown_too, told)
            or (heads_nothing(units, numbers[k], shown_too, minutes) and _stopped(units))
            or (not is_spoken(units) and tells_not_who(units, numbers[k], shown_too, minutes))
        ]
        alone = next(
            (k for k in whole if leads_alone(these, k, chosen) or _asks_alone(units, roles, numbers[k], shown_too)),
            None,
        )
        if lost:
            for k in lost:
                worths[k] = 0.0
        elif alone is None:
            shown = {numbers[k]: (these[k].start, these[k].end) for k in (*pairs, *selection.chosen) if k < len(these)}
            for part in (parts[k - len(these)] for k in selection.chosen if k >= len(these)):
                shown[numbers[part.of]] = (part.start, part.end)
            left = budget - sum(costs[k] for k in (*beside, *selection.chosen))
            if max(costs) > 1 and left > MOST_LEFT * budget:
                open_to = [k for k, n in enumerate(numbers) if k not in chosen and roles[n] != "decision"]
                shown |= {numbers[k]: span for k, span in _begun(these, worths, open_to, left).items()}
            return shown, selection.gap
        else:
            part_below = _part_below(these, alone, worths)
            fits = part_below < len(these) and sum(costs[k] for k in (*beside, alone, part_below)) <= budget
            if fits and worths[part_below] > 0:
                pairs += [alone, part_below]
            else:
                worths[alone] = 0.0


def _begun(units: Sequence[Unit], worths: Sequence[float], open_to: Iterable[int], room: int) -> dict[int, Span]:
    """Return the beginning of the best sentence that is too long: else nothing may be told of an item's only one."""
    long = [k for k in open_to if units[k].words > room and worths[k] > 0]
    if not long:
        return {}
    best = max(long, key=lambda k: worths[k])
    start = units[best].start
    return {best: (start, start + opening(units[best].text, room))}


def _part_below(units: Sequence[Unit], n: int, worths: Sequence[float]) -> int:
    """Return what goes with a line that leads to others: the first part below it, of a table the best row."""
    last = n + 1
    while last < len(units) and units[last].paragraph.kind == "table":
        last += 1
    return max(range(n + 1, last), key=lambda k: worths[k]) if last > n + 1 else n + 1


class Part(NamedTuple):
    """A part of sentence `of` that may stand for it: its place in the paragraph, its length, its worth."""

    of: int
    start: int
    end: int
    words: int
    worth: float


def _parts(units: Sequence[Unit], k: int, alike: Likeness) -> Iterator[Part]:
    unit = units[k]
    for start, end in spans(unit.text):
        text = unit.text[start:end]
        yield Part(k, unit.start + start, unit.start + end, len(text.split()), of_part(unit, k, text, alike))


def _with_parts(between: Any, of: Sequence[int]) -> Any:
    """Return how alike sentences and parts are: a part as its sentence, and of one sentence no two may stand."""
    import numpy as np

    whose = np.array([*range(len(between)), *of], dtype=np.int64)
    wide = between[np.ix_(whose, whose)]
    wide[whose[:, None] == whose[None, :]] = NEVER_BOTH
    np.fill_diagonal(wide, 0.0)
    return wide


def _asks_alone(units: Sequence[Unit], roles: Sequence[str], n: int, chosen: set[int]) -> bool:
    """Tell a question whose reply stands right behind it and is not chosen."""
    return (
        roles[n] == "question"
        and n + 1 < len(units)
        and roles[n + 1] != "question"
        and not _answered(units, roles, n, chosen)
    )


def _answered(units: Sequence[Unit], roles: Sequence[str], n: int, chosen: set[int]) -> bool:
    return any(k in chosen for k in range(n + 1, min(n + 3, len(units))) if roles[k] != "question")


def _unless_shown(lead_in: str, before: Iterable[str]) -> str:
    """Return what is brought along, unless a line before says it: “Moved by Cllr Ash”."""
    return "" if any(text in lead_in and MOVER.fullmatch(text) for text in before) else lead_in


def _sentence(unit: Unit, role: str, lead_in: str, shown: Span | None, outcome: str) -> Sentence:
    start, end = shown or (unit.start, unit.end)
    return Sentence(
        text=unit.paragraph.text[start:end],
        paragraph_id=unit.paragraph.id,
        start=start,
        end=end,
        role=role,
        lead_in=lead_in,
        citation=unit.paragraph.citation,
        cut_before=start > unit.start,
        cut_after=end < unit.end,
        outcome=outcome,
    )


def decisions_of(summaries: Sequence[Summary]) -> tuple[Decision, ...]:
    """Return all decisions of summaries, in order."""
    return tuple(decision for summary in summaries for decision in summary.decisions)
