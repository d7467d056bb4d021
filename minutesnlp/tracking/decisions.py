"""Decisions: what was agreed, resolved, ordered, recommended, noted, approved, refused or deferred, and by whom."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from minutesnlp.records import Clause, Corpus, Decision, Decisions, Item, Meeting, Paragraph, Votes
from minutesnlp.tracking import verbs
from minutesnlp.tracking.clauses import LEADS_ON
from minutesnlp.tracking.deciding import outcome_of
from minutesnlp.tracking.divisions import SIDE
from minutesnlp.tracking.implied import implied
from minutesnlp.tracking.making import AMENDMENT, make_decision
from minutesnlp.tracking.matters import said_once, with_matter
from minutesnlp.tracking.movers import NO_MOVERS, Movers
from minutesnlp.tracking.sections import with_section
from minutesnlp.tracking.units import Unit, units_in
from minutesnlp.tracking.votes import merged, votes_in

# How many units (sentences) may stand between a motion and its verdict.
FARTHEST = 6
# … and between a motion printed in parts (“moved and seconded that:”) and its verdict.
FARTHEST_LEAD = 30
# A motion debated at length waits this long for its verdict.
FARTHEST_MOTION = 150
# A verdict of so many words is a sentence of its own.
FULL = 5
# “… and it was” before the “RESOLVED” of the next paragraph
RUNS_ON = re.compile(r"\b(?:it|was|were)\s*[:,–—-]*\s*\Z")
# “moved, and Mrs Voss seconded:” with the motion printed elsewhere
HANGS = re.compile(r"[:–—-]\s*\Z")
# “the motion was LOST by 9 votes to 24”, “the amendment was put and carried”
SETTLES = re.compile(
    r"\b(?:motion|amendment|proposal)\b[^.]{0,60}\b(?:lost|carried|passed|defeated|rejected|agreed|withdrawn|fell)\b",
    re.IGNORECASE,
)
# A paragraph that records a vote: “For: 7 …”, “Voting against: …”, “Recorded vote”
VOTE_LINE = re.compile(
    r"[\s*_•(–>|-]*(?:for|against|abst\w+|in favour|yeas?|nays?|ayes|noes|voting|votes?|those|recorded|named|"
    r"\d+ (?:votes?|for|in))\b",
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
        return Decisions(_in_paragraphs(source.minutes, source.id, source.council), sources=(source,))
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
        yield from _in_paragraphs(item.minutes, item.id, item.council)


def _in_paragraphs(paragraphs: Sequence[Paragraph], item_id: str | None, council: str | None) -> list[Decision]:
    units = units_in(paragraphs, council)
    decisions: list[Decision] = []
    anchors: list[int] = []  # the unit each decision was found at
    ends: list[int] = []  # the last paragraph that holds each decision
    taken = -1  # paragraphs up to this one are clauses of the last decision
    within = -1  # the paragraph whose inline clauses the last decision took
    waiting: Movers | None = None  # a mover who stands before his motion
    waiting_at = 0
    ahead: Votes | None = None  # a vote told before the decision it carried
    for n, unit in enumerate(units):
        if unit.place <= taken or (unit.place == within and unit.found_by != "opening"):
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
        if unit.found_by == "verdict" and _is_told_in_full(units, n):
            unit.found_by = "prose"
        if unit.found_by == "verdict":
            settled = _settle(units, n, anchors, ends, decisions, paragraphs)
            if settled:
                continue
            begin = _motion_before(units, n, anchors)
            if begin == n and unit.votes is not None and unit.verb not in unit.text.casefold():
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
            if put and not _verdict_ahead(units, n):
                unit.verb, unit.found_by = "proposed", "motion"
                decision, last = make_decision(paragraphs, unit, unit, unit.movers, item_id)
                taken = last if last > unit.place else taken
                decisions.append(decision)
                anchors.append(n)
                ends.append(last)
                waiting = None
            continue
        movers = _movers(units, begin, n, waiting if n - waiting_at <= FARTHEST else None)
        decision, last = make_decision(paragraphs, units[begin], unit, movers, item_id)
        taken = last if last > unit.place else taken
        within = (
            unit.place if any(clause.paragraph_id == decision.paragraph_id for clause in decision.clauses) else within
        )
        motion = _settled_by(units, n, decision, anchors, decisions)
        if motion is not None:
            decision = _on_motion(decision, decisions[motion], unit)
            at = units[anchors[motion]]
            ahead = merged(merged(ahead, decisions[motion].votes), votes_in(paragraphs[at.place], at.start, at.end))
            del decisions[motion], anchors[motion], ends[motion]
        votes = merged(unit.votes, ahead)
        decisions.append(dataclasses.replace(decision, votes=votes) if votes else decision)
        anchors.append(n)
        ends.append(last)
        waiting, ahead = None, None
    told = [_with_votes(decision, anchors, units, paragraphs, n) for n, decision in enumerate(decisions)]
    found = with_section(with_matter(said_once(told, paragraphs), paragraphs), paragraphs, item_id)
    return found if any(not one.routine for one in found) else implied(found, units, paragraphs, item_id)


def _runs_into_the_next(units: Sequence[Unit], n: int) -> bool:
    """Tell “… carried by 9 votes to 4, and it was” from a decision: what was decided opens the paragraph below."""
    if n + 1 >= len(units) or RUNS_ON.search(units[n].text) is None:
        return False
    return units[n + 1].found_by in ("opening", "capitals") and units[n + 1].place == units[n].place + 1


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


def _settle(
    units: Sequence[Unit],
    n: int,
    anchors: Sequence[int],
    ends: Sequence[int],
    decisions: list[Decision],
    paragraphs: Sequence[Paragraph],
) -> bool:
    """Give a verdict that follows a decision already found to that decision; tell whether there was one."""
    if not decisions:
        return False
    at = anchors[-1]
    if units[n].votes is not None:
        return _settle_division(units, n, anchors, decisions, paragraphs)
    between = [unit for unit in units[at + 1 : n] if unit.place > ends[-1] and not unit.aside]
    verb = units[n].verb.casefold()
    own_word = verb in ("noted", "agreed", "approved", "resolved", "deferred")
    if (
        own_word
        and decisions[-1].outcome == "PROPOSED"
        and len(between) <= FARTHEST
        and all(_is_debate(u) for u in between)
    ):
        _give_verdict(decisions, len(decisions) - 1, units[n], paragraphs)  # “All agreed.”, when it was talked over
        return True
    near = not [unit for unit in units[at + 1 : n] if not unit.aside] and (
        units[n].place == units[at].place or not own_word
    )
    waiting = None if own_word or near else _waiting(units[n].text, anchors, decisions, n)
    if waiting is not None:
        _give_verdict(decisions, waiting, units[n], paragraphs)
        return True
    through_vote = not own_word and all(_is_debate(u) for u in between) and len(between) <= FARTHEST
    if decisions[-1].found_by in ("verdict", "prose") and own_word and not near:
        return False
    if not (near or (through_vote and decisions[-1].found_by in ("motion", "capitals", "opening"))):
        return False
    if units[at].found_by == "verdict":
        return False
    _give_verdict(decisions, len(decisions) - 1, units[n], paragraphs)
    return True


def _settle_division(
    units: Sequence[Unit],
    n: int,
    anchors: Sequence[int],
    decisions: list[Decision],
    paragraphs: Sequence[Paragraph],
) -> bool:
    """Give the result of a division to the motion it was about: the last of its kind that waits for one."""
    unit = units[n]
    waiting = _waiting(unit.put if AMENDMENT.search(unit.put) else f"{unit.put} {unit.text}", anchors, decisions, n)
    if waiting is None and decisions[-1].votes is None and anchors[-1] == n - 1:
        waiting = len(decisions) - 1
    if waiting is None:
        return False
    _give_verdict(decisions, waiting, unit, paragraphs)
    return True


def _is_debate(unit: Unit) -> bool:
    return not (unit.found_by or unit.motion or unit.movers.mover)


def _waiting(verdict: str, anchors: Sequence[int], decisions: Sequence[Decision], n: int) -> int | None:
    """Return the last motion still without a verdict, an amendment when the verdict names one."""
    amendment = AMENDMENT.search(verdict) is not None
    for k in range(len(decisions) - 1, -1, -1):
        if n - anchors[k] > FARTHEST_MOTION:
            return None
        if decisions[k].outcome == "PROPOSED" and decisions[k].amendment == amendment:
            return k
    return None


def _settled_by(
    units: Sequence[Unit], n: int, decision: Decision, anchors: Sequence[int], decisions: Sequence[Decision]
) -> int | None:
    """Return the motion that a decision settles: by a sentence on it, or as the resolution it was carried in."""
    unit = units[n]
    opens = unit.found_by == "opening" and not decision.routine
    last = decisions[-1] if decisions else None
    put = last is not None and last.outcome == "AGREED" and not last.amendment and SETTLES.search(last.text) is not None
    if opens and last is not None and (put or (not last.amendment and last.outcome in ("CARRIED", "PASSED"))):
        between = units[anchors[-1] + 1 : n]
        if len(between) <= FARTHEST and all(_is_debate(one) for one in between):
            return len(decisions) - 1
    on_it = unit.found_by in ("prose", "capitals") and SETTLES.search(unit.text) is not None
    if on_it or (opens and decision.mover is None):
        return _waiting(unit.text, anchors, decisions, n)
    return None


def _on_motion(verdict: Decision, motion: Decision, unit: Unit) -> Decision:
    """Return a verdict with who moved and seconded its motion; its matter is a clause where it is printed apart."""
    apart = unit.found_by != "opening" and not HANGS.search(motion.text)
    said = (Clause(None, motion.text, motion.paragraph_id, motion.start, motion.end),) if apart else ()
    return dataclasses.replace(
        verdict,
        mover=verdict.mover or motion.mover,
        seconder=verdict.seconder or motion.seconder,
        clauses=verdict.clauses or motion.clauses or said,
        amendment=verdict.amendment or motion.amendment,
    )


def _give_verdict(decisions: list[Decision], k: int, unit: Unit, paragraphs: Sequence[Paragraph]) -> None:
    outcome = "REFUSED" if unit.verb.casefold() in verbs.LOST else decisions[k].outcome
    if decisions[k].found_by == "motion" and outcome != "REFUSED":
        outcome = outcome_of(unit.verb)
    told = unit.votes or votes_in(paragraphs[unit.place], unit.start, unit.end)
    votes = merged(decisions[k].votes, told)
    decisions[k] = dataclasses.replace(decisions[k], outcome=outcome, votes=votes)


def _leads_a_motion(units: Sequence[Unit], n: int) -> bool:
    """Tell whether “RESOLVED” alone in its paragraph opens the motion printed below it."""
    if units[n].verb.casefold() not in ("resolved", "agreed", "ordered", "recommended", "decided"):
        return False
    alone = (n == 0 or units[n - 1].place != units[n].place) and n + 1 < len(units)
    return alone and units[n + 1].place == units[n].place + 1 and units[n + 1].motion


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
    if found == n and n - 1 > floor and units[n - 1].place == units[n].place:
        verb = units[n].verb.casefold()
        if verb not in ("noted", "agreed", "approved", "resolved", "received", "deferred"):
            return n - 1
    return found


def _verdict_ahead(units: Sequence[Unit], n: int) -> bool:
    """Tell whether a verdict or a decision follows a motion before the next motion."""
    for unit in units[n + 1 : n + 1 + FARTHEST]:
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
        mover, seconder = waiting.mover, seconder or waiting.seconder
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
        return decision
    same = [k for k in anchors if units[k].place == place]
    if len(same) == 1:
        found = merged(found, votes_in(paragraphs[place]))
    else:
        found = merged(found, votes_in(paragraphs[place], units[at].start, units[at].end))
    for paragraph in paragraphs[place + 1 : min(stop, place + 5)]:
        if paragraph.kind == "heading" or SIDE.match(paragraph.text):  # a division is told by its result
            break
        if paragraph.kind == "vote" or VOTE_LINE.match(paragraph.text):
            found = merged(found, votes_in(paragraph))
    return _counted(decision, found) if found is not None else decision


def _counted(decision: Decision, votes: Votes) -> Decision:
    """Return a decision with its vote, which settles a motion whose result is not told in words."""
    outcome = decision.outcome
    if outcome == "PROPOSED" and votes.in_favour is not None and votes.in_favour != (votes.against or 0):
        outcome = "CARRIED" if votes.in_favour > (votes.against or 0) else "REFUSED"
    return dataclasses.replace(decision, votes=votes, outcome=outcome)
