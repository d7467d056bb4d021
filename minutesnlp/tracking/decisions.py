"""Decisions: what was agreed, resolved, ordered, recommended, noted, approved, refused or deferred, and by whom."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from minutesnlp.records import Corpus, Decision, Decisions, Item, Meeting, Paragraph, Votes
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import verbs
from minutesnlp.tracking.clauses import LEADS_ON, following_clauses, inline_clauses
from minutesnlp.tracking.deciding import OPENING, deciding, outcome_of
from minutesnlp.tracking.movers import Movers, movers_in
from minutesnlp.tracking.votes import merged, votes_in

# How many units (sentences) may stand between a motion and its verdict.
FARTHEST = 6
# … and between a motion printed in parts (“moved and seconded that:”) and its verdict.
FARTHEST_LEAD = 30
# A motion debated at length waits this long for its verdict.
FARTHEST_MOTION = 150
NO_MOVERS = Movers(None, None, False)
# A paragraph that records a vote: “For: 7 …”, “Voting against: …”, “Recorded vote”
VOTE_LINE = re.compile(
    r"[\s*_•(–>|-]*(?:for|against|abst\w+|in favour|yeas?|nays?|ayes|noes|voting|votes?|those|recorded|named|"
    r"\d+ (?:votes?|for|in))\b",
    re.IGNORECASE,
)
AMENDMENT = re.compile(r"\b(?:the|an|this|that|proposed|further|second|first)?\s*amendment\b", re.IGNORECASE)


@dataclasses.dataclass(slots=True)
class _Unit:
    """A sentence of an item, and what it shows."""

    place: int
    start: int
    end: int
    text: str
    verb: str = ""
    found_by: str = ""
    motion: bool = False
    movers: Movers = NO_MOVERS
    aside: bool = False  # a vote or a table: it stands between a motion and its verdict


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
        return Decisions(_in_paragraphs(source.minutes, source.id), sources=(source,))
    if isinstance(source, Meeting):
        return Decisions(_in_meeting(source), sources=(source,))
    if isinstance(source, Corpus):
        return Decisions((decision for meeting in source for decision in _in_meeting(meeting)), sources=source)
    raise TypeError(f"decisions are found in an Item, a Meeting or a Corpus, not in {type(source).__name__}")


def _in_meeting(meeting: Meeting) -> Iterable[Decision]:
    if not meeting.items:
        around = tuple(p for p in (*meeting.front, *meeting.back) if p.section != "agenda")
        yield from _in_paragraphs(around, None)
    for item in meeting.items:
        yield from _in_paragraphs(item.minutes, item.id)


def _in_paragraphs(paragraphs: Sequence[Paragraph], item_id: str | None) -> list[Decision]:
    units = [unit for place, paragraph in enumerate(paragraphs) for unit in _units(place, paragraph)]
    decisions: list[Decision] = []
    anchors: list[int] = []  # the unit each decision was found at
    ends: list[int] = []  # the last paragraph that holds each decision
    taken = -1  # paragraphs up to this one are clauses of the last decision
    within = -1  # the paragraph whose inline clauses the last decision took
    waiting: Movers | None = None  # a mover who stands before his motion
    waiting_at = 0
    for n, unit in enumerate(units):
        if unit.place <= taken or (unit.place == within and unit.found_by != "opening"):
            continue
        if _heads_clauses(units, n):
            unit.verb, unit.found_by = units[n + 1].verb, "capitals"
        if unit.found_by == "verdict" and _leads_a_motion(units, n):
            unit.found_by = "opening"
        if unit.found_by == "verdict":
            settled = _settle(units, n, anchors, ends, decisions, paragraphs)
            if settled:
                continue
            begin = _motion_before(units, n, anchors)
        elif unit.found_by:
            begin = n
        else:
            recent = waiting is not None and n - waiting_at <= FARTHEST
            if not recent and decisions and not decisions[-1].mover and _belongs_before(units, n, anchors):
                decisions[-1] = dataclasses.replace(
                    decisions[-1], mover=unit.movers.mover, seconder=unit.movers.seconder
                )
            elif unit.movers.mover or unit.movers.seconder:
                old = waiting if recent and waiting is not None else NO_MOVERS
                waiting = Movers(unit.movers.mover or old.mover, unit.movers.seconder or old.seconder, False)
                waiting_at = n
                if unit.movers.mover and unit.movers.seconder and not unit.movers.bare and not _verdict_ahead(units, n):
                    unit.verb, unit.found_by = "proposed", "motion"
                    decision, last = _decision(paragraphs, unit, unit, unit.movers, item_id)
                    taken = last if last > unit.place else taken
                    decisions.append(decision)
                    anchors.append(n)
                    ends.append(last)
                    waiting = None
            continue
        movers = _movers(units, begin, n, waiting if n - waiting_at <= FARTHEST else None)
        decision, last = _decision(paragraphs, units[begin], unit, movers, item_id)
        taken = last if last > unit.place else taken
        within = (
            unit.place if any(clause.paragraph_id == decision.paragraph_id for clause in decision.clauses) else within
        )
        decisions.append(decision)
        anchors.append(n)
        ends.append(last)
        waiting = None
    told = [_with_votes(decision, anchors, units, paragraphs, n) for n, decision in enumerate(decisions)]
    return _with_section(told, paragraphs, item_id)


def _with_section(decisions: list[Decision], paragraphs: Sequence[Paragraph], item_id: str | None) -> list[Decision]:
    """Add what stands under the heading “Decision” without a deciding verb; drop what is printed there and again below.

    Some councils publish each item's decision apart from its minutes, and repeat it at the end of them.
    """
    place_of = {paragraph.id: place for place, paragraph in enumerate(paragraphs)}
    apart = [paragraph for paragraph in paragraphs if paragraph.section == "decision"]
    ids = {paragraph.id for paragraph in apart}
    if not apart or len(apart) == len(paragraphs):
        return decisions
    there = [decision for decision in decisions if decision.paragraph_id in ids]
    bodies = [paragraph for paragraph in apart if paragraph.kind not in ("heading", "boilerplate", "attendance")]
    if not there and bodies:
        first = bodies[0]
        inner = verbs.INNER.search(first.text)
        unit = _Unit(place_of[first.id], 0, len(first.text), first.text, inner["verb"] if inner else "decided", "label")
        there = [_decision(paragraphs, unit, unit, NO_MOVERS, item_id)[0]]
        decisions = sorted([*decisions, *there], key=lambda one: (place_of[one.paragraph_id], one.start))
    said = {_said(decision) for decision in there}
    return [one for one in decisions if one.paragraph_id in ids or _said(one) not in said]


def _said(decision: Decision) -> str:
    """Return what a decision says, without its verb and marks, to know it when it is printed again."""
    words = " ".join([decision.text, *(clause.text for clause in decision.clauses if clause.text not in decision.text)])
    return re.sub(r"\W+", " ", verbs.INNER_OPENING.sub("", words)).strip().casefold()


def _units(place: int, paragraph: Paragraph) -> Iterable[_Unit]:
    if paragraph.kind in ("attendance", "boilerplate") or (paragraph.kind == "heading" and not _decides(paragraph)):
        return
    for start, end in sentences(paragraph.text):
        unit = _Unit(place, start, end, paragraph.text[start:end], aside=paragraph.kind in ("vote", "table"))
        if verbs.hints(unit.text):
            unit.verb, unit.found_by = deciding(unit.text)
            unit.movers = movers_in(unit.text)
        unit.motion = verbs.MOTION.match(unit.text) is not None
        yield unit


def _decides(heading: Paragraph) -> bool:
    """Tell a decision that was printed like a heading, its parts below it: “Committee resolved to:”, “RESOLVED”."""
    leads = heading.text.rstrip().endswith((":", ":-", "–", "—")) or verbs.VERDICT.match(heading.text) is not None
    return leads and verbs.hints(heading.text) and deciding(heading.text)[0] != ""


def _heads_clauses(units: Sequence[_Unit], n: int) -> bool:
    """Tell a motion whose parts settle it: “That the following be done:”, “(a) the plan BE APPROVED”."""
    if not units[n].motion or units[n].found_by or not units[n].text.rstrip().endswith((":", ":-", "–")):
        return False
    return n + 1 < len(units) and units[n + 1].found_by == "capitals" and units[n + 1].place == units[n].place + 1


def _settle(
    units: Sequence[_Unit],
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
    between = [unit for unit in units[at + 1 : n] if unit.place > ends[-1] and not unit.aside]
    verb = units[n].verb.casefold()
    own_word = verb in ("noted", "agreed", "approved", "resolved", "deferred")
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


def _is_debate(unit: _Unit) -> bool:
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


def _give_verdict(decisions: list[Decision], k: int, unit: _Unit, paragraphs: Sequence[Paragraph]) -> None:
    outcome = "REFUSED" if unit.verb.casefold() in verbs.LOST else decisions[k].outcome
    if decisions[k].found_by == "motion" and outcome != "REFUSED":
        outcome = outcome_of(unit.verb)
    votes = merged(decisions[k].votes, votes_in(paragraphs[unit.place], unit.start, unit.end))
    decisions[k] = dataclasses.replace(decisions[k], outcome=outcome, votes=votes)


def _leads_a_motion(units: Sequence[_Unit], n: int) -> bool:
    """Tell whether “RESOLVED” alone in its paragraph opens the motion printed below it."""
    if units[n].verb.casefold() not in ("resolved", "agreed", "ordered", "recommended", "decided"):
        return False
    alone = (n == 0 or units[n - 1].place != units[n].place) and n + 1 < len(units)
    return alone and units[n + 1].place == units[n].place + 1 and units[n + 1].motion


def _motion_before(units: Sequence[_Unit], n: int, anchors: Sequence[int]) -> int:
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


def _verdict_ahead(units: Sequence[_Unit], n: int) -> bool:
    """Tell whether a verdict or a decision follows a motion before the next motion."""
    for unit in units[n + 1 : n + 1 + FARTHEST]:
        if unit.found_by in ("verdict", "opening") or (unit.found_by and unit.place == units[n].place):
            return True
        if unit.movers.mover or unit.found_by:
            return False
    return False


def _belongs_before(units: Sequence[_Unit], n: int, anchors: Sequence[int]) -> bool:
    """Tell whether “Proposed by …, seconded by …” belongs to the decision before it and not to the one after it."""
    if not units[n].movers.bare or units[n].place - units[anchors[-1]].place > 3:
        return False
    whole = units[n].movers.mover is not None and units[n].movers.seconder is not None
    if not whole and units[n].place != units[anchors[-1]].place:
        return False
    ahead = units[n + 1] if n + 1 < len(units) else None
    opens = ahead is not None and ahead.found_by in ("opening", "verdict") and ahead.place - units[n].place <= 1
    return not opens and not units[n].text.rstrip().endswith((";", ","))


def _movers(units: Sequence[_Unit], begin: int, n: int, waiting: Movers | None) -> Movers:
    mover, seconder = None, None
    for unit in units[begin : n + 1]:
        mover, seconder = mover or unit.movers.mover, seconder or unit.movers.seconder
    if mover is None and waiting is not None:
        mover, seconder = waiting.mover, seconder or waiting.seconder
    return Movers(mover, seconder, False)


def _decision(
    paragraphs: Sequence[Paragraph],
    begin: _Unit,
    unit: _Unit,
    movers: Movers,
    item_id: str | None,
) -> tuple[Decision, int]:
    paragraph = paragraphs[begin.place]
    opening = OPENING.match(begin.text)
    start = begin.start + (opening.end() if opening else 0)
    if begin.found_by not in ("opening", "label", "verdict") and paragraph.text[begin.start] not in "*_•":
        start = begin.start if opening is None or "(" not in opening[0] else start
    text = paragraph.text[start:]
    # a debate may number its points after a decision told in prose
    reach = unit.end if unit.found_by == "prose" and unit.place == begin.place else len(paragraph.text)
    clauses = inline_clauses(paragraph, start, reach)
    last = unit.place
    in_parts = unit.place > begin.place and begin.end >= len(paragraph.text.rstrip()) and LEADS_ON.search(begin.text)
    if in_parts or (unit.place == begin.place and (clauses or unit.end >= len(paragraph.text.rstrip()))):
        bare = _says_no_more(unit, text)
        more, after = following_clauses(
            paragraphs, begin.place, opening=text, bare=bare, begun=clauses, decides=_opens_a_decision
        )
        clauses = (*clauses, *more)
        last = max(last, after)
    if len(clauses) == 1 and clauses[0].number is not None and clauses[0].paragraph_id == paragraph.id:
        clauses = ()
    whole = " ".join([text, *(clause.text for clause in clauses if clause.paragraph_id != paragraph.id)])
    own = paragraph.text[begin.start : unit.end] if unit.place == begin.place else whole
    return (
        Decision(
            outcome=outcome_of(unit.verb),
            text=text,
            paragraph_id=paragraph.id,
            start=start,
            end=len(paragraph.text),
            clauses=clauses,
            mover=movers.mover,
            seconder=movers.seconder,
            votes=None,
            item_id=item_id,
            routine=len(clauses) <= 1 and verbs.ROUTINE.search(whole if clauses else own) is not None,
            amendment=AMENDMENT.search(own[:120]) is not None,
            sentence_end=unit.end if unit.place == begin.place else begin.end,
            found_by=unit.found_by if not (unit.found_by == "verdict" and begin is not unit) else "motion",
        ),
        last,
    )


def _says_no_more(unit: _Unit, text: str) -> bool:
    """Tell whether a decision's own words end in its verb, so that what was decided stands below: “And Resolved:”."""
    words = text.rstrip(" :–—-“”*_")
    if words.casefold().endswith(unit.verb.casefold()):
        return unit.found_by == "opening" or text.rstrip().endswith((":", ":-", "–", "—"))
    if unit.found_by == "motion":
        return LEADS_ON.search(text) is not None
    return unit.found_by == "opening" and len(words.split()) <= 8 and text.rstrip().endswith((":", "that", ":-"))


def _opens_a_decision(paragraph: Paragraph) -> bool:
    match = verbs.HEAD.match(paragraph.text) or verbs.HEAD_IN_CAPITALS.match(paragraph.text)
    return match is not None


def _with_votes(
    decision: Decision, anchors: Sequence[int], units: Sequence[_Unit], paragraphs: Sequence[Paragraph], n: int
) -> Decision:
    """Give a decision the vote that is recorded with it: in its paragraph, or in the ones after it before the next."""
    at = anchors[n]
    place = units[at].place
    stop = units[anchors[n + 1]].place if n + 1 < len(anchors) else len(paragraphs)
    found: Votes | None = decision.votes
    same = [k for k in anchors if units[k].place == place]
    if len(same) == 1:
        found = merged(found, votes_in(paragraphs[place]))
    else:
        found = merged(found, votes_in(paragraphs[place], units[at].start, units[at].end))
    for paragraph in paragraphs[place + 1 : min(stop, place + 5)]:
        if paragraph.kind == "heading":
            break
        if paragraph.kind == "vote" or VOTE_LINE.match(paragraph.text):
            found = merged(found, votes_in(paragraph))
    return dataclasses.replace(decision, votes=found) if found is not None else decision
