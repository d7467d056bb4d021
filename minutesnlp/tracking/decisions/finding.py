"""Decisions: what was agreed, resolved, ordered, recommended, noted, approved, refused or deferred, and by whom."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from minutesnlp.records import Corpus, Decision, Decisions, Item, Meeting, Paragraph, Votes
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.clauses import LEADS_ON
from minutesnlp.tracking.decisions.deciding import outcome_of
from minutesnlp.tracking.decisions.disposing import READ
from minutesnlp.tracking.decisions.divisions import SIDE
from minutesnlp.tracking.decisions.forms import ballot_at
from minutesnlp.tracking.decisions.implied import implied
from minutesnlp.tracking.decisions.making import make_decision, with_rest
from minutesnlp.tracking.decisions.matters import only_who, said_once, with_matter
from minutesnlp.tracking.decisions.motions import amending, texts_of_motions, with_text
from minutesnlp.tracking.decisions.movers import NO_MOVERS, Movers
from minutesnlp.tracking.decisions.reprints import once_voted, reprint_ends, split, undecided, with_words
from minutesnlp.tracking.decisions.sections import from_title, with_section
from minutesnlp.tracking.decisions.settling import (
    FARTHEST,
    PART,
    SETTLES,
    begins,
    on_motion,
    settle,
    settle_original,
    settled_by,
    told_again,
)
from minutesnlp.tracking.decisions.units import Unit, units_in
from minutesnlp.tracking.decisions.votes import merged, votes_in

# … and between a motion printed in parts (“moved and seconded that:”) and its verdict.
FARTHEST_LEAD = 30
# A verdict of so many words is a sentence of its own.
FULL = 5
# “Mrs Ash was proposed as Chair by Cllr Birch”
NOMINATES = re.compile(r"\b(?:was|were)\s(?:re-)?(?:proposed|nominated)\s(?:as|for)\s", re.IGNORECASE)
# “… and it was” before the “RESOLVED” of the next paragraph
RUNS_ON = re.compile(r"\b(?:it|was|were)\s*[:,–—-]*\s*\Z")
# A paragraph that records a vote: “For: 7 …”, “Voting against: …”, “Recorded vote”
VOTE_LINE = re.compile(
    r"[\s*_•(–>|-]*(?:for|roll[ -]call|against|abst\w+|in favour|yeas?|nays?|ayes|noes|voting|votes?|those|recorded|"
    r"named|\d+ (?:votes?|for|in))\b",
    re.IGNORECASE,
)


def find_decisions(source: Item | Meeting | Corpus) -> Decisions:
    """Find what was decided in an item, a meeting or a corpus, in the order it is printed.

    Agenda text is passed over: it says what was to be done. In a meeting without items its front and back are read.

    Examples
    --------
    >>> paragraph = Paragraph(id="p1", text="Members agreed to buy two benches.")
    >>> [decision.outcome for decision in find_decisions(Item(id="i1", title="Benches", paragraphs=(paragraph,)))]
    ['AGREED']
    """
    if isinstance(source, Item):
        return Decisions(_in_item(source), sources=(source,))
    if isinstance(source, Meeting):
        return Decisions(_in_meeting(source), sources=(source,))
    if isinstance(source, Corpus):
        return Decisions((decision for meeting in source for decision in _in_meeting(meeting)), sources=source)
    raise TypeError(f"decisions are found in an Item, a Meeting or a Corpus, not in {type(source).__name__}")


def _in_meeting(meeting: Meeting) -> Iterable[Decision]:
    if not meeting.items:
        around = tuple(p for p in (*meeting.front, *meeting.back) if p.section != "agenda")
        yield from _in_paragraphs(around, None, meeting.council)
    for item in meeting.items:
        yield from _in_item(item)


def _in_item(item: Item) -> list[Decision]:
    return _in_paragraphs(item.minutes, item.id, item.council) or from_title(item)


def _in_paragraphs(paragraphs: Sequence[Paragraph], item_id: str | None, council: str | None) -> list[Decision]:
    units = units_in(paragraphs, council)
    texts = texts_of_motions(units, council)
    decisions: list[Decision] = []
    anchors: list[int] = []  # the unit each decision was found at
    ends: list[int] = []  # the last paragraph that holds each decision
    taken = -1  # paragraphs up to this one are clauses of the last decision
    within = -1  # the paragraph whose inline clauses the last decision took
    waiting: Movers | None = None  # a mover who stands before his motion
    waiting_at = 0
    ahead: Votes | None = None  # a vote told before the decision it carried
    printed_again = 0  # units before this one are the words of the last decision once more
    for n, unit in enumerate(units):
        again = reprint_ends(units, n)
        if decisions and again > n:
            printed_again = again
            decisions[-1] = with_words(decisions[-1], units[n + 1 : again], paragraphs)
        if n < printed_again:
            continue
        whole = undecided(units, n, anchors, decisions)
        if whole:
            del decisions[-whole:], anchors[-whole:], ends[-whole:]
        for k in reversed(split(units, n, anchors, decisions)):
            del decisions[k], anchors[k], ends[k]
        behind = unit.place == taken and _goes_on_behind(decisions[-1], unit, paragraphs)
        if (unit.place <= taken and not behind) or (unit.place == within and unit.found_by != "opening"):
            continue
        if _heads_clauses(units, n):
            unit.verb, unit.found_by = units[n + 1].verb, "capitals"
        elif _heads_acts(units, n):
            opens = verbs.ACT.match(units[n + 1].text)
            unit.verb, unit.found_by = opens["verb"] if opens else "", "opening"
        if unit.found_by == "verdict" and _leads_a_motion(units, n):
            unit.found_by = "opening"
        if unit.found_by and _runs_into_the_next(units, n):
            ahead = merged(ahead, votes_in(paragraphs[unit.place], unit.start, unit.end))
            continue
        if unit.found_by == "verdict" and _leads_to_a_verdict(units, n):
            ahead = merged(ahead, unit.votes)
            continue
        if unit.found_by == "verdict" and _is_told_in_full(units, n):
            unit.found_by = "prose"
        if decisions and anchors[-1] == n - 1 and _tells_who(units, n, decisions[-1]):
            votes = merged(decisions[-1].votes, votes_in(paragraphs[unit.place], unit.start, unit.end))
            mover, seconder, _ = unit.movers
            decisions[-1] = dataclasses.replace(decisions[-1], mover=mover, seconder=seconder, votes=votes)
            continue
        if unit.found_by == "verdict":
            settled = settle(units, n, anchors, ends, decisions, paragraphs)
            if settled:
                continue
            named = begins(units, n, anchors, paragraphs)
            begin = _motion_before(units, n, anchors) if named is None else named
            unit.settles = -1 if unit.form or PART.search(unit.put) else n
            if begin == n and unit.votes is not None and not unit.form and unit.verb not in unit.text.casefold():
                continue  # a count of which nothing is known
        elif unit.found_by:
            begin = n
        else:
            recent = waiting is not None and n - waiting_at <= FARTHEST
            if unit.motion and recent and waiting is not None:  # who moved and seconded it stands above
                unit.movers = waiting
            elif not recent and decisions and not decisions[-1].mover and _belongs_before(units, n, anchors):
                decisions[-1] = dataclasses.replace(
                    decisions[-1], mover=unit.movers.mover, seconder=unit.movers.seconder
                )
            elif unit.movers.mover or unit.movers.seconder:
                old = waiting if recent and waiting is not None else NO_MOVERS
                waiting = Movers(unit.movers.mover or old.mover, unit.movers.seconder or old.seconder, False)
                waiting_at = n
            put = unit.movers.mover and unit.movers.seconder and (unit.motion or not unit.movers.bare)
            nominates = NOMINATES.search(unit.text) is not None
            if put and (n in texts or not _verdict_ahead(units, n, nominates=nominates)):
                unit.verb, unit.found_by = "proposed", "motion"
                decision, last = make_decision(paragraphs, unit, unit, unit.movers, item_id)
                if n in texts:
                    decision, last = with_text(decision, paragraphs, last, texts[n])
                taken = last if last > unit.place else taken
                decisions.append(decision)
                anchors.append(n)
                ends.append(last)
                waiting = None
            continue
        put = unit.put != "" and begin == n - 1  # what lies between is the division
        movers = _movers(units, begin, n, waiting if n - waiting_at <= FARTHEST and not put else None)
        decision, last = make_decision(paragraphs, units[begin], unit, movers, item_id)
        if decision.found_by == "motion" and begin != n:
            decision = with_rest(decision, paragraphs, unit.place)
        if told_again(units, n, decision, anchors, decisions):
            continue
        if put:
            decision, last = dataclasses.replace(decision, clauses=()), unit.place
        taken = last if last > unit.place else taken
        within = (
            unit.place if any(clause.paragraph_id == decision.paragraph_id for clause in decision.clauses) else within
        )
        motion = settled_by(units, n, decision, anchors, decisions)
        if motion is not None:
            decision = on_motion(decision, decisions[motion], unit)
            at = units[anchors[motion]]
            ahead = merged(merged(ahead, decisions[motion].votes), votes_in(paragraphs[at.place], at.start, at.end))
            del decisions[motion], anchors[motion], ends[motion]
        settle_original(unit, decisions)
        votes = merged(unit.votes, ahead)
        decision = dataclasses.replace(decision, amendment=True) if unit.amends else decision
        decisions.append(dataclasses.replace(decision, votes=votes) if votes else decision)
        anchors.append(n)
        ends.append(last)
        waiting, ahead = None, None
    told = [amending(_with_votes(decision, anchors, units, paragraphs, n)) for n, decision in enumerate(decisions)]
    found = with_section(with_matter(said_once(once_voted(told), paragraphs), paragraphs), paragraphs, item_id)
    return found if any(not one.routine for one in found) else implied(found, units, paragraphs, item_id)


def _runs_into_the_next(units: Sequence[Unit], n: int) -> bool:
    """Tell “… carried by 9 votes to 4, and it was” from a decision: what was decided opens the paragraph below."""
    if n + 1 >= len(units) or RUNS_ON.search(units[n].text) is None:
        return False
    return units[n + 1].found_by in ("opening", "capitals") and units[n + 1].place == units[n].place + 1


def _goes_on_behind(decision: Decision, unit: Unit, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell what stands behind a resolution in quotation marks, in its paragraph: it is no part of it."""
    clause = decision.clauses[-1] if decision.clauses else None
    return clause is not None and clause.paragraph_id == paragraphs[unit.place].id and clause.end <= unit.start


def _leads_to_a_verdict(units: Sequence[Unit], n: int) -> bool:
    """Tell a count or the readings of a by-law from the verdict right behind it: “Vote: 6 for, 1 against. Carried.”."""
    if n + 1 >= len(units) or units[n + 1].found_by != "verdict" or units[n + 1].votes is not None:
        return False
    unit, after = units[n], units[n + 1]
    counts = unit.votes is not None and not unit.form and not unit.put and after.place == unit.place
    return counts or (after.place - unit.place <= 1 and READ.match(unit.text) is not None)


def _is_told_in_full(units: Sequence[Unit], n: int) -> bool:
    """Tell “The amendment was lost by 9 votes to 24.”, a sentence of its own, from a bare “Motion lost”."""
    unit = units[n]
    apart = n == 0 or units[n - 1].place != unit.place
    return apart and len(unit.text.partition("(")[0].split()) >= FULL and SETTLES.search(unit.text) is not None


def _heads_clauses(units: Sequence[Unit], n: int) -> bool:
    """Tell a motion whose parts settle it: “That the following be done:”, “(a) the plan BE APPROVED”."""
    if not units[n].motion or units[n].found_by or not units[n].text.rstrip().endswith((":", ":-", "–")):
        return False
    return n + 1 < len(units) and units[n + 1].found_by == "capitals" and units[n + 1].place == units[n].place + 1


def _heads_acts(units: Sequence[Unit], n: int) -> bool:
    """Tell “The Committee:” above “(i) noted the report; (ii) agreed to …”."""
    if n + 1 >= len(units) or units[n + 1].place != units[n].place + 1 or not verbs.BODY_ALONE.match(units[n].text):
        return False
    return verbs.ACT.match(units[n + 1].text) is not None


def _leads_a_motion(units: Sequence[Unit], n: int) -> bool:
    """Tell whether “RESOLVED” alone in its paragraph opens the motion printed below it."""
    if units[n].verb.casefold() not in ("resolved", "agreed", "ordered", "recommended", "decided"):
        return False
    alone = (n == 0 or units[n - 1].place != units[n].place) and n + 1 < len(units)
    return alone and units[n + 1].place == units[n].place + 1 and units[n + 1].motion


def _tells_who(units: Sequence[Unit], n: int, decision: Decision) -> bool:
    """Tell “Prop DV, 2nd LE, 7 agreed, 1 abstained.” right behind the decision it is about."""
    unit = units[n]
    if decision.mover or not unit.movers.mover or not unit.movers.seconder or units[n - 1].place != unit.place:
        return False
    return decision.outcome != "PROPOSED" and units[n - 1].found_by == "prose" and only_who(unit.text)


def _motion_before(units: Sequence[Unit], n: int, anchors: Sequence[int]) -> int:
    """Return the unit a verdict is about: the motion before it, or the verdict itself."""
    floor = anchors[-1] if anchors else -1
    found = n
    for back in range(n - 1, max(floor, n - FARTHEST_LEAD), -1):
        unit = units[back]
        moved = unit.movers.mover is not None and not unit.movers.bare
        leads = moved and unit.movers.seconder is not None and LEADS_ON.search(unit.text) is not None
        if leads or (n - back <= FARTHEST and (unit.motion or moved)):
            found = back
            break
    before = n - 1
    while before > floor and units[before].place == units[n].place and VOTE_LINE.match(units[before].text):
        before -= 1  # “Ayes: Ash, Birch. Nays: None.”
    if found == n and before > floor and units[before].place == units[n].place:
        verb = units[n].verb.casefold()
        if verb not in ("noted", "agreed", "approved", "resolved", "received", "deferred"):
            return before
    return found


def _verdict_ahead(units: Sequence[Unit], n: int, *, nominates: bool = False) -> bool:
    """Tell whether a verdict or a decision follows a motion before the next one; of a nomination only an election."""
    for unit in units[n + 1 : n + 1 + FARTHEST]:
        if nominates and unit.found_by == "prose" and outcome_of(unit.verb) == "AGREED":
            return False
        if unit.found_by in ("verdict", "opening") or (unit.found_by and unit.place == units[n].place):
            return True
        if unit.movers.mover or unit.found_by:
            return False
    return False


def _belongs_before(units: Sequence[Unit], n: int, anchors: Sequence[int]) -> bool:
    """Tell whether “Proposed by …, seconded by …” belongs to the decision before it and not to the one after it."""
    if not units[n].movers.bare or units[n].place - units[anchors[-1]].place > 3:
        return False
    whole = units[n].movers.mover is not None and units[n].movers.seconder is not None
    if not whole and units[n].place != units[anchors[-1]].place:
        return False
    ahead = units[n + 1] if n + 1 < len(units) else None
    opens = ahead is not None and ahead.found_by in ("opening", "verdict") and ahead.place - units[n].place <= 1
    return not opens and not units[n].text.rstrip().endswith((";", ","))


def _movers(units: Sequence[Unit], begin: int, n: int, waiting: Movers | None) -> Movers:
    mover, seconder = None, None
    for unit in units[begin : n + 1]:
        mover, seconder = mover or unit.movers.mover, seconder or unit.movers.seconder
    if mover is None and waiting is not None:
        # “The motion was seconded by Cllr Ash.” is not of what prose tells further down to have been agreed
        apart = waiting.mover is None and units[n].found_by == "prose"
        mover, seconder = waiting.mover, seconder if apart else seconder or waiting.seconder
    return Movers(mover, seconder, False)


def _with_votes(
    decision: Decision, anchors: Sequence[int], units: Sequence[Unit], paragraphs: Sequence[Paragraph], n: int
) -> Decision:
    """Give a decision the vote that is recorded with it: in its paragraph, or in the ones after it before the next."""
    at = anchors[n]
    place = units[at].place
    stop = units[anchors[n + 1]].place if n + 1 < len(anchors) else len(paragraphs)
    found: Votes | None = decision.votes
    if found is not None and found.in_favour is not None and found.against is not None:
        return (
            decision
            if found.names_in_favour or found.names_against
            else _named_below(decision, paragraphs, place, stop)
        )
    same = [k for k in anchors if units[k].place == place]
    if len(same) == 1:
        found = merged(found, votes_in(paragraphs[place]))
    else:
        found = merged(found, votes_in(paragraphs[place], units[at].start, units[at].end))
    for below in range(place + 1, min(stop, place + 5, len(paragraphs))):
        paragraph = paragraphs[below]
        apart = SIDE.match(paragraph.text) or ballot_at(paragraphs, below)  # a division is told by its result
        if paragraph.kind == "heading" or apart:
            break
        if paragraph.kind == "vote" or VOTE_LINE.match(paragraph.text):
            found = merged(found, votes_in(paragraph))
    return _counted(decision, found) if found is not None else decision


def _named_below(decision: Decision, paragraphs: Sequence[Paragraph], place: int, stop: int) -> Decision:
    """Return a decision whose vote is counted (“CARRIED 6/1”) with the names printed below, where they are as many."""
    votes = decision.votes
    for paragraph in paragraphs[place + 1 : min(stop, place + 5)]:
        told = votes_in(paragraph) if VOTE_LINE.match(paragraph.text) else None
        if told is None or votes is None:
            continue
        if len(told.names_in_favour) in (0, votes.in_favour) and len(told.names_against) in (0, votes.against):
            votes = merged(votes, told)
    return dataclasses.replace(decision, votes=votes)


def _counted(decision: Decision, votes: Votes) -> Decision:
    """Return a decision with its vote, which settles a motion whose result is not told in words."""
    outcome = decision.outcome
    if outcome == "PROPOSED" and votes.in_favour is not None and votes.in_favour != (votes.against or 0):
        outcome = "CARRIED" if votes.in_favour > (votes.against or 0) else "REFUSED"
    return dataclasses.replace(decision, votes=votes, outcome=outcome)
