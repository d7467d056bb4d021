"""Decisions: what was agreed, resolved, ordered, recommended, noted, approved, refused or deferred, and by whom."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from minutesnlp.records import Corpus, Decision, Decisions, Item, Meeting, Paragraph, Votes
from minutesnlp.tracking.decisions.contests import contested
from minutesnlp.tracking.decisions.divisions import SIDE, THUS
from minutesnlp.tracking.decisions.fates import fell
from minutesnlp.tracking.decisions.forms import ballot_at
from minutesnlp.tracking.decisions.implied import implied
from minutesnlp.tracking.decisions.matters import said_once, with_matter, without_leads
from minutesnlp.tracking.decisions.motions import amending, texts_of_motions
from minutesnlp.tracking.decisions.movers import movers_in
from minutesnlp.tracking.decisions.parts import with_parts
from minutesnlp.tracking.decisions.planners import is_told, says_nothing
from minutesnlp.tracking.decisions.reprints import once_voted
from minutesnlp.tracking.decisions.sections import from_title, routine_by_title, with_section
from minutesnlp.tracking.decisions.terms import with_terms
from minutesnlp.tracking.decisions.units import DECLARED, Unit, units_in
from minutesnlp.tracking.decisions.votes import VOTE_LINE, merged, votes_in
from minutesnlp.tracking.decisions.walk import Walk

FEWEST_SIDES = 2  # lines of a vote, one a side
OF_A_DIVISION = re.compile(r"\W*(?:division|(?:named|recorded)\svote|voting)\W*", re.IGNORECASE)  # above its sides


def find_decisions(source: Item | Meeting | Corpus) -> Decisions:
    """Find what was decided in an item, a meeting or a corpus, in the order it is printed.

    Agenda text is passed over: it says what was to be done. In a meeting what stands before its first item and after
    its last is read too: such a decision is of no item.

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
    told = f"decisions are found in an Item, a Meeting or a Corpus, not in {type(source).__name__}"
    raise TypeError(f"{told}. Of a string read_text(…, title=…) makes an Item.")


def _in_meeting(meeting: Meeting) -> Iterable[Decision]:
    front, back = (tuple(p for p in part if p.section != "agenda") for part in (meeting.front, meeting.back))
    if not meeting.items:
        front, back = (*front, *back), ()
    yield from with_terms(_in_paragraphs(front, None, meeting.council, ""), front)
    for item in meeting.items:
        yield from _in_item(item)
    yield from with_terms(_in_paragraphs(back, None, meeting.council, ""), back)


def _in_item(item: Item) -> list[Decision]:
    return with_terms(_told_in(item), item.minutes)


def _told_in(item: Item) -> list[Decision]:
    found = _in_paragraphs(item.minutes, item.id, item.council, item.title)
    told = from_title(item)
    if told and found:  # what else was decided stands below the list
        listed = {told[0].paragraph_id, *(clause.paragraph_id for clause in told[0].clauses)}
        below = {one.paragraph_id for one in found} | {c.paragraph_id for one in found for c in one.clauses}
        return found if listed & below else [*told, *found]
    return found or told


def _in_paragraphs(
    paragraphs: Sequence[Paragraph], item_id: str | None, council: str | None, title: str
) -> list[Decision]:
    units = units_in(paragraphs, council)
    walk = Walk(paragraphs, units, texts_of_motions(units, council), item_id, title)
    walk.read()
    told = [amending(_by_its_clause(_with_votes(walk, n), paragraphs)) for n in range(len(walk.decisions))]
    told = [
        dataclasses.replace(one, mover=None) if one.mover == one.seconder else one for one in told
    ]  # nobody is both
    settled = contested(with_parts(without_leads(said_once(once_voted(told), paragraphs), paragraphs)), paragraphs)
    settled = [one for one in settled if not is_told(one, paragraphs, title, council)]
    settled = [one for one in settled if not says_nothing(one, paragraphs, title)]
    found = routine_by_title(with_section(with_matter(settled, paragraphs), paragraphs, item_id), title)
    return found if any(not one.routine for one in found) else implied(found, units, paragraphs, item_id)


def _with_votes(walk: Walk, n: int) -> Decision:
    """Give a decision the vote that is recorded with it: in its paragraph, or in the ones after it before the next."""
    decision, anchors, units, paragraphs = walk.decisions[n], walk.anchors, walk.units, walk.paragraphs
    at = anchors[n]
    place = units[at].place
    stop = _next(walk, n, place)
    found: Votes | None = decision.votes
    if found is not None and found.in_favour is not None and found.against is not None:
        return (
            decision
            if found.names_in_favour or found.names_against
            else _named_below(decision, paragraphs, place, stop)
        )
    same = [k for k in anchors if units[k].place == place]
    others = any(unit.place == place and unit.settles not in (-1, at) for unit in units[at:])
    if len(same) == 1 and not others:
        found = merged(found, _of_the_same(decision, votes_in(paragraphs[place])))
    else:
        found = merged(found, votes_in(paragraphs[place], units[at].start, units[at].end))
        found = found or _just_counted(decision, units, at, paragraphs)
    found = found or _counted_above(walk, decision, units[at]) or _counted_between(decision, paragraphs[:place])
    for below in range(place + 1, min(stop, place + 5, len(paragraphs))):
        paragraph = paragraphs[below]
        apart = SIDE.match(paragraph.text) or ballot_at(paragraphs, below)  # a division is told by its result
        if (paragraph.kind == "heading" and not OF_A_DIVISION.fullmatch(paragraph.text)) or apart:
            break
        if paragraph.kind == "vote" or VOTE_LINE.match(paragraph.text):
            found = merged(found, votes_in(paragraph))
    return _counted(decision, found) if found is not None else decision


def _by_its_clause(decision: Decision, paragraphs: Sequence[Paragraph]) -> Decision:
    """Give a bare “RESOLVED:” who moved it and the vote, where its only clause tells: “… (Prop. JB, Sec. GK)”."""
    bare = decision.found_by == "opening" and len(decision.clauses) == 1
    if decision.mover or decision.seconder or decision.votes or not bare:
        return decision
    clause = decision.clauses[0]
    mover, seconder, _ = movers_in(clause.text)
    if not (mover and seconder):
        return decision
    own = next(paragraph for paragraph in paragraphs if paragraph.id == clause.paragraph_id)
    return dataclasses.replace(decision, mover=mover, seconder=seconder, votes=votes_in(own, clause.start, clause.end))


def _counted_above(walk: Walk, decision: Decision, unit: Unit) -> Votes | None:
    """Return the vote in the lines right above “The Chair declared the amendment defeated.”: a side a line.

    “Accordingly the application was refused.” says so of the lines above it as well.
    """
    if DECLARED.search(decision.sentence) is None and THUS.match(unit.text) is None:
        return None
    found: Votes | None = None
    place = first = unit.place
    while first and VOTE_LINE.match(walk.paragraphs[first - 1].text):
        first -= 1
        told = votes_in(walk.paragraphs[first])
        found = merged(told, found)
    taken = any(walk.units[at].place >= first and walk.units[at].place < place for at in walk.anchors)
    whole = found is not None and found.in_favour is not None and found.against is not None
    return found if (whole or place - first >= FEWEST_SIDES) and not taken else None


def _counted_between(decision: Decision, above: Sequence[Paragraph]) -> Votes | None:
    """Return the vote in the lines between a motion and its verdict: “Recorded vote: Yea: Ash, Birch. Nay: Cole.”."""
    found: Votes | None = None
    for paragraph in reversed(above):
        if paragraph.kind != "vote" and VOTE_LINE.match(paragraph.text) is None:
            return found if paragraph.id == decision.paragraph_id else None
        found = merged(votes_in(paragraph), found)
    return None


def _of_the_same(decision: Decision, votes: Votes | None) -> Votes | None:
    """Return the vote told in a decision's paragraph, unless it stands elsewhere and says the contrary."""
    if votes is None or decision.start <= votes.start < (decision.sentence_end or decision.end):
        return votes
    if (decision.routine and votes.start < decision.start) or decision.outcome == "NOTED":
        return None  # of what was corrected in the minutes; nobody votes on what is noted
    more = (votes.in_favour or 0) - (votes.against or 0)
    if more < 0 and votes.in_favour is not None and decision.outcome in ("AGREED", "RESOLVED", "CARRIED", "APPROVED"):
        return None
    return None if more > 0 and votes.against is not None and fell(decision) else votes


def _next(walk: Walk, n: int, place: int) -> int:
    """Return the paragraph in which begins the next decision, or the motion above it that it settles."""
    if n + 1 == len(walk.decisions):
        return len(walk.paragraphs)
    theirs = {clause.paragraph_id for clause in walk.decisions[n + 1].clauses}
    stop = walk.units[walk.anchors[n + 1]].place
    return next((at for at in range(place + 1, stop) if walk.paragraphs[at].id in theirs), stop)


def _just_counted(decision: Decision, units: Sequence[Unit], at: int, paragraphs: Sequence[Paragraph]) -> Votes | None:
    """Return the count told in the sentence before a decision: “One was for it and five against. The Chair declared …”.

    Not where it went the other way, for then it is of something else.
    """
    before = units[at - 1] if at else None
    if before is None or before.place != units[at].place or before.found_by or decision.routine:
        return None
    votes = votes_in(paragraphs[before.place], before.start, before.end)
    if votes is None or votes.in_favour is None or votes.against is None:
        return None
    return votes if (votes.in_favour < votes.against) == (decision.outcome == "REFUSED") else None


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
    outcome, settled_in = decision.outcome, decision.settled_in
    if outcome == "PROPOSED" and votes.in_favour is not None and votes.in_favour != (votes.against or 0):
        outcome = "CARRIED" if votes.in_favour > (votes.against or 0) else "REFUSED"
        settled_in = votes.paragraph_id if votes.paragraph_id != decision.paragraph_id else None
    return dataclasses.replace(decision, votes=votes, outcome=outcome, settled_in=settled_in)
