"""Which motion a verdict or a division settles: the one its words refer to, else the one that waits."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from minutesnlp.records import Decision, Paragraph
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.clauses import LEADS_ON
from minutesnlp.tracking.decisions.deciding import outcome_of
from minutesnlp.tracking.decisions.divisions import BY, PUTS, surname
from minutesnlp.tracking.decisions.making import AMENDMENT, with_rest
from minutesnlp.tracking.decisions.motions import first_of_motion
from minutesnlp.tracking.decisions.units import Unit
from minutesnlp.tracking.decisions.votes import VOTE_LINE, merged, votes_in

# How many units (sentences) may stand between a motion and its verdict.
FARTHEST = 6
# … and between a motion printed in parts (“moved and seconded that:”) and its verdict.
FARTHEST_LEAD = 30
VIEW = re.compile(r"no\s|object|support|neutral|refusal|approval")  # of an application, on a line of its own
OF_AN_APPLICATION = re.compile(r"\bapplications?\b|\b(?:refus|approv|object|support)", re.IGNORECASE)
JUST_MOVED = 2  # sentences before a verdict that stands on a line of its own
# A motion debated at length waits this long for its verdict.
FARTHEST_MOTION = 150
# “That the amendment, as amended, be approved.”: it settles that amendment
AS_AMENDED = re.compile(r"\b(?:motion|amendment),?\sas\samended\b", re.IGNORECASE)
# What the sentence that puts a question says of it: “the motion set out in paragraph 3”, “part 4 of the motion”
REFERS = re.compile(r"\bpara(?:graph|s|\.)?\s\(?(?P<number>\d{1,3}[a-z]?)\b", re.IGNORECASE)
PART = re.compile(
    r"\b(?:parts?|clauses?|recommendations?|points?|elements?|limbs?)\s\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)?\s"
    r"(?:(?:and|to|[-–])\s?\(?\w{1,3}\)?\s)?(?:of|in)\s(?:the\s|an?\s)?(?:[\w-]+\s){0,2}?"
    r"(?:motion|amendment|proposal|recommendations?|report)\b",
    re.IGNORECASE,
)
VOTE_ON = re.compile(r"\bvotes?\b[^.]{0,30}?\bon\s(?P<what>(?:\S+\s*){1,8})", re.IGNORECASE)
QUESTION = re.compile(
    r"\b(?:motion|amendment|proposal|proposition|recommendation|item|matter|question|resolution|this|it|that|these)s?\b",
    re.IGNORECASE,
)
SUBSTANTIVE = re.compile(r"\b(?:substantive|original|main)\s(?:motion|proposal|recommendations?)\b", re.IGNORECASE)
# A motion put against another: “An amended motion was put forward by Cllr Ash”
COUNTER = re.compile(r"\b(?:amended|alternative|counter|amending)[ -](?:motion|proposal)\b", re.IGNORECASE)
# “the motion was LOST by 9 votes to 24”, “the amendment was put and carried”
SETTLES = re.compile(
    r"\b(?:motion|amendment|proposal|proposition)\b(?:[^.]|\b(?:Mrs?|Ms|Dr|Cllrs?|Cr|[A-Z])\.){0,60}"
    r"\b(?:lost|carried|passed|defeated|rejected|agreed|withdrawn|fell|(?<=which\swas\s)adopted)\b"
    r"|\b(?:motion|amendment)\s(?:was|being)\s(?:then\s)?put\b[^.]{0,100}?\b(?:lost|carried|passed|defeated|rejected)\b"
    r"|\b(?:resolution|ordinance)\s(?:was\s|is\s)?(?:duly\s)?declared\b",
    re.IGNORECASE,
)
# “Ayes: 5.”, “Absent: 0.”
COUNT_LINE = re.compile(
    r"\W*(?:(?:ayes?|yeas?|yes|nays?|noes|no|for|against|abst\w+|absent|recused?|vote)\s?[:–-]|roll\scall\b)", re.I
)
# “The Motion was approved by the members.”, after whatever debate
NAMES_IT = re.compile(r"\W*the\s(?:notice\sof\s)?(?:motion|amendment)\b", re.IGNORECASE)
UNSETTLED = frozenset(("PROPOSED", "DEFERRED", "WITHDRAWN"))


def settle(
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
    if _tells_the_count(units, n, at) or _counted_below(units, n, ends[-1], decisions[-1]):
        return True
    if units[n].second:
        return _settle_original(units, n, anchors, decisions, paragraphs)
    if units[n].form and units[n].movers.mover:
        return _settle_form(units, n, anchors, decisions, paragraphs)
    if units[n].form and _waits(units, at, n) and decisions[-1].votes is None:
        units[n].settles = at
        _give_verdict(decisions, len(decisions) - 1, units[n], paragraphs)
        return True
    if units[n].votes is not None and not units[n].form:
        given = _settle_division(units, n, anchors, decisions, paragraphs)
        if given or units[n].put:
            return given
    later = (unit for unit in units[at + 1 : n] if unit.place > ends[-1] or _moves_beside(unit, units[at]))
    between = [unit for unit in later if not unit.aside]
    verb = units[n].verb.casefold()
    own_word = verb in ("noted", "agreed", "approved", "resolved", "deferred") or VIEW.match(verb) is not None
    if (
        own_word
        and not is_of_another(units[at], units[n])
        and decisions[-1].outcome == "PROPOSED"
        and len(between) <= FARTHEST
        and all(is_debate(u) for u in between)
    ):
        _give_verdict(decisions, len(decisions) - 1, units[n], paragraphs)  # “All agreed.”, when it was talked over
        return True
    near = not [unit for unit in units[at + 1 : n] if not unit.aside] and (
        units[n].place == units[at].place or not own_word
    )
    near = near or _behind_its_movers(units, n, decisions[-1])
    here = (unit for unit in units[at + 1 : n] if unit.place == units[n].place)
    own_motion = any(unit.movers.mover and not unit.found_by for unit in here)  # moved and settled in one paragraph
    right_above = units[max(at + 1, n - JUST_MOVED) : n]  # … or right above, with the count or “There was no seconder.”
    own_motion = own_motion or any(
        unit.movers.mover and not (unit.movers.bare or unit.found_by) for unit in right_above
    )
    own_motion = own_motion and not any(AS_AMENDED.search(unit.text) for unit in right_above)
    # “Carried”, right behind the amendment that was lost, is of the motion that waits
    contrary = decisions[-1].outcome == "REFUSED" and not verbs.is_lost(units[n].verb)
    settled = (own_word and not NAMES_IT.match(units[n].text)) or (near and not contrary) or own_motion
    waiting = None if settled else open_motion(units[n].text, anchors, decisions, n)
    if waiting is not None:
        units[n].settles = anchors[waiting]
        _give_verdict(decisions, waiting, units[n], paragraphs)
        return True
    through_vote = not own_word and all(is_debate(u) for u in between) and len(between) <= FARTHEST
    if decisions[-1].found_by in ("verdict", "prose") and own_word and not near:
        return False
    if not (near or (through_vote and decisions[-1].found_by in ("motion", "capitals", "opening"))):
        return False
    moved = any(unit.movers.bare for unit in units[at + 1 : n])  # who moved it stands between
    if units[at].found_by == "verdict" and not moved:
        return False
    units[n].settles = at
    _give_verdict(decisions, len(decisions) - 1, units[n], paragraphs)
    return True


def _behind_its_movers(units: Sequence[Unit], n: int, decision: Decision) -> bool:
    """Tell “Prop. Cllr Ash, sec. Cllr Birch. Carried.”, of whom the decision above has been given the movers."""
    before = units[n - 1]
    given = before.aside and before.movers.bare and before.movers.mover is not None
    return given and before.place == units[n].place and before.movers.mover == decision.mover


def _tells_the_count(units: Sequence[Unit], n: int, at: int) -> bool:
    """Tell “Motion carried.” right below “Yes: 4 No: 1”, by which the motion is settled already."""
    count, unit = units[n - 1], units[n]
    if count.votes is None or count.form or count.settles != at or unit.votes is not None or unit.movers.mover:
        return False
    return unit.place - count.place <= 1 and verbs.is_lost(unit.verb) == verbs.is_lost(count.verb)


def _counted_below(units: Sequence[Unit], n: int, end: int, decision: Decision) -> bool:
    """Tell “Ayes: 5. Nays: 0. Motion carried.” right below a motion of which it was told already that it carried."""
    verb = units[n].verb.casefold()
    alike = (
        verbs.is_lost(verb) if decision.outcome == "REFUSED" else verb in ("carried", "passed", "adopted", "approved")
    )
    if not alike or decision.outcome in UNSETTLED or decision.mover is None or decision.votes is not None:
        return False
    first = n
    while first and units[first - 1].place == units[n].place:
        first -= 1
    counts = units[first:n]
    return units[n].place == end + 1 and bool(counts) and all(COUNT_LINE.match(one.text) for one in counts)


def _moves_beside(unit: Unit, moved: Unit) -> bool:
    """Tell “Motion to amend by Oak, seconded by Ash, …”, in the paragraph of the motion: the verdict is its own."""
    mover, of_it = unit.movers.mover, moved.movers.mover
    if unit.place != moved.place or mover is None or unit.movers.bare:
        return False
    return of_it is None or surname(mover) != surname(of_it)


def _waits(units: Sequence[Unit], at: int, n: int) -> bool:
    """Tell whether a motion waits for the columns of names below it: nobody moved another between."""
    moved = any(unit.movers.mover for unit in units[at + 1 : n])
    return not moved and n - at <= FARTHEST_MOTION and units[at].found_by in ("capitals", "motion", "opening")


def _settle_form(
    units: Sequence[Unit],
    n: int,
    anchors: Sequence[int],
    decisions: list[Decision],
    paragraphs: Sequence[Paragraph],
) -> bool:
    """Give a form, which names its own mover, to the bare verdict right above it: “APPROVED.”; to nothing else."""
    last = decisions[-1]
    if anchors[-1] != n - 1 or units[n - 1].found_by != "verdict" or last.votes is not None or last.mover:
        return False
    _give_verdict(decisions, len(decisions) - 1, units[n], paragraphs)
    movers = units[n].movers
    decisions[-1] = dataclasses.replace(decisions[-1], mover=movers.mover, seconder=movers.seconder)
    return True


def _settle_original(
    units: Sequence[Unit],
    n: int,
    anchors: Sequence[int],
    decisions: list[Decision],
    paragraphs: Sequence[Paragraph],
) -> bool:
    """Give the motion that waits longest the fate told beside that of its amendment; tell whether one waits."""
    k = _oldest(decisions)
    if k is None:
        return False
    units[n].settles = anchors[k]
    _give_verdict(decisions, k, units[n], paragraphs)
    return True


def _settle_division(
    units: Sequence[Unit],
    n: int,
    anchors: Sequence[int],
    decisions: list[Decision],
    paragraphs: Sequence[Paragraph],
) -> bool:
    """Give the result of a division to the motion that was put, or to none where that cannot be told."""
    unit = units[n]
    put = unit.put if PUTS.search(unit.put) else ""
    if put and (_on_a_part(put) or REFERS.search(put) or BY.search(put)):
        waiting = _referred(put, units, anchors, decisions, paragraphs)
    elif unit.denied:
        waiting = None
    else:
        waiting = open_motion(put if AMENDMENT.search(put) else f"{put} {unit.text}", anchors, decisions, n)
        if waiting is None and decisions[-1].votes is None and anchors[-1] == n - 1:
            waiting = len(decisions) - 1
        elif waiting is not None and _newer(units, anchors[waiting], n, put, amends=decisions[waiting].amendment):
            waiting = None
    if waiting is None:
        return False
    unit.settles = anchors[waiting]
    _give_verdict(decisions, waiting, unit, paragraphs)
    return True


def _referred(
    put: str,
    units: Sequence[Unit],
    anchors: Sequence[int],
    decisions: Sequence[Decision],
    paragraphs: Sequence[Paragraph],
) -> int | None:
    """Return the motion in the paragraph that a sentence which puts a question names; None for a part of a motion."""
    refers, amending = REFERS.search(put), AMENDMENT.search(put) is not None
    by = BY.search(put)
    if _on_a_part(put):
        return None
    if refers is None:
        theirs = [
            k for k, one in enumerate(decisions) if by and one.mover and surname(one.mover) == surname(by["name"])
        ]
        return next((k for k in reversed(theirs) if decisions[k].outcome == "PROPOSED"), None)
    if SUBSTANTIVE.search(put) and not amending:
        return _oldest(decisions)  # as the amendment that is printed in that paragraph left it
    for k in range(len(decisions) - 1, -1, -1):
        if paragraphs[units[anchors[k]].place].number != refers["number"]:
            continue
        if decisions[k].outcome == "PROPOSED" and decisions[k].amendment == amending:
            return k
    if any(paragraph.number for paragraph in paragraphs):
        return None
    open_ones = [k for k, one in enumerate(decisions) if one.outcome == "PROPOSED"]
    alike = [k for k in open_ones if decisions[k].amendment == amending]
    return alike[0] if len(alike) == 1 else None  # where the print lost its numbers, the only one it can be


def _on_a_part(put: str) -> bool:
    """Tell a question on a part of a motion, or on a thing that is none: “a vote be taken on the disposal”."""
    on = VOTE_ON.search(put)
    return PART.search(put) is not None or (on is not None and QUESTION.search(on["what"]) is None)


def _newer(units: Sequence[Unit], at: int, n: int, put: str, *, amends: bool) -> bool:
    """Tell whether another motion was moved between a motion and a vote, so that the vote may be on that."""
    between = [unit for unit in units[at + 1 : n] if unit.movers.mover and not unit.found_by]
    counter = COUNTER.search(put) is not None and any(COUNTER.search(unit.text) for unit in between)
    if SUBSTANTIVE.search(put) and not AMENDMENT.search(put):
        return False  # the first, as amended
    return counter or any(amends or AMENDMENT.search(unit.text) is None for unit in between)


def _oldest(decisions: Sequence[Decision]) -> int | None:
    """Return the motion that waits longest: the one that was amended."""
    waiting = (k for k, one in enumerate(decisions) if one.outcome == "PROPOSED" and not one.amendment)
    return next(waiting, None)


def is_of_another(moved: Unit, verdict: Unit) -> bool:
    """Tell a motion from the parish's view of an application, which stands in another paragraph and is none on it."""
    if verdict.found_by != "verdict" or moved.place == verdict.place or moved.movers.bare:
        return False
    return VIEW.match(verdict.verb.casefold()) is not None and OF_AN_APPLICATION.search(moved.text) is None


def is_debate(unit: Unit) -> bool:
    """Tell a sentence that neither decides nor moves anything."""
    return not (unit.found_by or unit.motion or unit.movers.mover)


def open_motion(verdict: str, anchors: Sequence[int], decisions: Sequence[Decision], n: int) -> int | None:
    """Return the last motion still without a verdict, an amendment when the verdict names one."""
    amendment = AMENDMENT.search(verdict) is not None
    open_ones = [k for k, one in enumerate(decisions) if one.outcome == "PROPOSED"]
    against = [k for k in open_ones if COUNTER.search(decisions[k].text)] if COUNTER.search(verdict) else []
    if against:
        return against[-1]
    if SUBSTANTIVE.search(verdict) and not amendment:
        return _oldest(decisions)
    for k in range(len(decisions) - 1, -1, -1):
        if n - anchors[k] > FARTHEST_MOTION:
            return None
        if decisions[k].outcome == "PROPOSED" and decisions[k].amendment == amendment:
            return k
    return None


def _give_verdict(decisions: list[Decision], k: int, unit: Unit, paragraphs: Sequence[Paragraph]) -> None:
    outcome = "REFUSED" if verbs.is_lost(unit.verb) else decisions[k].outcome
    if decisions[k].found_by == "motion" and outcome != "REFUSED":
        outcome = outcome_of(unit.verb)
    told = unit.votes or votes_in(paragraphs[unit.place], unit.start, unit.end)
    votes = merged(decisions[k].votes, told)
    here = paragraphs[unit.place].id
    settled_in = here if here != decisions[k].paragraph_id else decisions[k].settled_in
    decisions[k] = dataclasses.replace(decisions[k], outcome=outcome, votes=votes, settled_in=settled_in)
    if decisions[k].found_by == "motion":
        decisions[k] = with_rest(decisions[k], paragraphs, unit.place)


def begins(units: Sequence[Unit], n: int, anchors: Sequence[int], paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the unit in which begins what a division or a form settles; None where the motion is to be sought.

    A division is of what the sentence says that puts the question, or of the motion it refers to.
    """
    floor = anchors[-1] if anchors else -1
    unit = units[n]
    if unit.form and unit.movers.mover:
        return n - 1 if n - 1 > floor and units[n - 1].motion else n
    if not PUTS.search(unit.put) or n - 1 <= floor:
        return None
    if not _on_a_part(unit.put):
        refers = REFERS.search(unit.put) if any(paragraph.number for paragraph in paragraphs) else None
        by = BY.search(unit.put)
        kind = COUNTER if COUNTER.search(unit.put) else AMENDMENT
        amends = kind.search(unit.put) is not None
        for back in range(n - 2, floor, -1):
            mover = units[back].movers.mover
            if not mover or (unit.denied and not by):
                continue
            if refers is not None:
                named = paragraphs[units[back].place].number == refers["number"]
            elif by is not None:
                named = surname(mover) == surname(by["name"])
            else:
                named = amends == (kind.search(units[back].text) is not None)
            if named:
                return back
    return n - 1 if units[n - 1].text in unit.put else None


def motion_before(units: Sequence[Unit], n: int, anchors: Sequence[int]) -> int:
    """Return the unit a verdict is about: the motion before it, or the verdict itself."""
    floor = anchors[-1] if anchors else -1
    found = n
    for back in range(n - 1, max(floor, n - FARTHEST_LEAD), -1):
        unit = units[back]
        if unit.movers.mover and is_of_another(unit, units[n]):
            break
        moved = unit.movers.mover is not None and not unit.movers.bare
        leads = moved and unit.movers.seconder is not None and LEADS_ON.search(unit.text) is not None
        if leads or (n - back <= FARTHEST and (unit.motion or moved)):
            found = back
            break
    before = n - 1
    while before > floor and units[before].place == units[n].place and VOTE_LINE.match(units[before].text):
        before -= 1  # “Ayes: Ash, Birch. Nays: None.”
    if units[before].movers.bare and before - 1 > floor and verbs.WAS_PROPOSED.match(units[before - 1].text):
        before -= 1  # “Proposer: Cllr Ash, 2nd: Cllr Birch.”
    if found == n and before > floor and units[before].place == units[n].place:
        verb = units[n].verb.casefold()
        if verb not in ("noted", "agreed", "approved", "resolved", "received", "deferred"):
            return before
    return first_of_motion(units, found, floor)
