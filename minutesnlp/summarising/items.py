"""A summary of one agenda item, made of its own sentences, the decision first of all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from minutesnlp.records import Decision, Item, Sentence, Summary
from minutesnlp.summarising.asking import asked, question
from minutesnlp.summarising.filling import MOST_UNITS, Span, answered, fill
from minutesnlp.summarising.lead_ins import MOVER, lead_in_of
from minutesnlp.summarising.matters import LONGEST_NAME
from minutesnlp.summarising.operative import deciding_units, own_verdicts, verdict_line, vote_line
from minutesnlp.summarising.outcomes import fate_lines, left_out, marks, motions
from minutesnlp.summarising.roles import NAMELESS, lines_below, read
from minutesnlp.summarising.units import Unit, told_in, units_of
from minutesnlp.text.languages import foreign, looked_for
from minutesnlp.tracking import find_decisions

# Where nothing is to be decided: “Apologies for absence”, “Question submitted by …”, “Date of next meeting”
NO_DECISION = re.compile(
    r"[\W\d]*(?:to\s(?:receive|note|record)\s)?(?:the\s)?(?:apolog|declarations?\sof|disclosures?\sof|attendance|present\b|welcome|"
    r"roll\scall|(?:written\s|oral\s|members[’']?\s|public\s)?questions?\b|public\s(?:participation|speak|forum|comment|session|open)|"
    r"open\s(?:forum|session)|dates?\s(?:and\s\w+\s)?of\s(?:the\s)?next|next\smeeting|close\b|adjournment)",
    re.IGNORECASE,
)
# A bound above it says nothing of a choice.
TELLING_GAP = 0.5


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
            notes.append(looked_for("decisions", language))
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
    kept = sorted({*kept, *vote_line(units, told, kept, budget - sum(lengths[n] for n in kept))})
    spent = sum(lengths[n] for n in kept)
    roles, weights = read(units, told, minutes)
    asking = asked(item.title, units, minutes)
    for n in asking:  # it stands in brackets before the reply
        roles[n], weights[n] = "question", -NAMELESS
    chosen = set(kept)
    shown: dict[int, Span] = {}
    if spent < budget:
        if sum(lengths) <= budget:
            chosen |= {n for n in range(len(units)) if n not in chosen}
        else:
            shown, gap = fill(item, units, roles, weights, told, lengths, budget, kept)
            chosen |= set(shown)
            if len(units) > MOST_UNITS:
                notes.append(f"of {len(units):,} sentences the {MOST_UNITS} that their words recommend were weighed")
            if gap > 0.005:
                notes.append(_of_gap(gap))
    if sentences is None:
        chosen |= lines_below(units, roles, chosen, budget - sum(lengths[n] for n in chosen))
    unanswered = [n for n in sorted(chosen) if roles[n] == "question" and not answered(units, roles, n, chosen)]
    if unanswered:
        notes.append("question without a reply in this summary")
    fates = marks(told, units, chosen)
    lead_in = {**motions(told, units, chosen), **lead_in}
    verdicts = own_verdicts(units, told, chosen)
    asks = question(units, asking) if asking and chosen.isdisjoint(asking) else ""
    deciding = frozenset(n for n, role in enumerate(roles) if role == "decision")
    told_sentences = []
    brought: set[str] = set()
    for n in sorted(chosen):
        needed = lead_in.get(n, "")
        if not needed and n not in verdicts:
            needed = lead_in_of(units, n, frozenset(chosen), deciding=deciding, paragraphs=minutes)
        needed = _unless_shown(needed, [units[k].text for k in chosen if k < n], brought)
        if asks and n == min(chosen):
            needed = f"{asks.removesuffix(' …')} … {needed}" if needed else asks
        brought |= {needed} if len(needed.split()) > LONGEST_NAME else set()
        told_sentences.append(_sentence(units[n], roles[n], needed, shown.get(n), fates.get(n, "")))
    notes += left_out(told, units, chosen, told_sentences)
    return Summary(
        title=item.title,
        sentences=tuple(told_sentences),
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


def _unless_shown(lead_in: str, before: Iterable[str], brought: AbstractSet[str]) -> str:
    """Return what is brought along, unless a line before says it, “Moved by Cllr Ash”, or it was brought before."""
    said = lead_in in brought or any(text in lead_in and MOVER.fullmatch(text) for text in before)
    return "" if said else lead_in


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
