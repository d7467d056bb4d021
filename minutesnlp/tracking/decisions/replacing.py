"""Which motion a decision told in words takes the place of, with what is then known of it from both."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from minutesnlp.records import Clause, Decision
from minutesnlp.tracking.decisions.disposing import SUPPORT
from minutesnlp.tracking.decisions.divisions import BY, PUTS, THUS, surname
from minutesnlp.tracking.decisions.labels import UNFINISHED
from minutesnlp.tracking.decisions.leading import SECONDED, TOLD_OF_IT
from minutesnlp.tracking.decisions.movers import movers_in
from minutesnlp.tracking.decisions.settling import FARTHEST, FARTHEST_MOTION, SETTLES, is_debate, open_motion
from minutesnlp.tracking.decisions.submitted import said_then
from minutesnlp.tracking.decisions.units import DECLARED, REJECTS, Unit
from minutesnlp.tracking.decisions.votes import CASTING, VOTE_LINE

# A name, and what is none of a person: “the Mayor declared Councillor Ash elected Chair of the Committee”
A_NAME = re.compile(r"\b[A-Z][\w’']{2,}")
TITLES = frozenset(
    (
        *("The", "Councillor", "Cllr", "Mayor", "Cathaoirleach", "Chair", "Chairman", "Chairperson", "Deputy", "Vice"),
        *("Council", "Committee", "Board", "District", "Municipal", "Association", "There", "Member", "Members"),
    )
)
# “Members supported the Motion and made the following points:”
SUPPORTED = re.compile(
    r"\A\W*(?:the\s)?(?:elected\s)?(?:members|councillors)\s(?:\w+ly\s)?supported\sthe\smotion\b", re.IGNORECASE
)
# “The motion was proposed by Cllr Ash and seconded by Cllr Birch.”: its words stand above
BARELY = re.compile(r"\W*the\smotion\swas\sproposed\sby\b", re.IGNORECASE)
# What its movers proposed to do with an item, and what was then done on their proposal
PUT_OFF = ("DEFERRED", "ADJOURNED", "REFERRED", "SUSPENDED", "WITHDRAWN")
PASSED = ("CARRIED", "PASSED", "AGREED", "APPROVED")
# “moved, and Mrs Voss seconded:” with the motion printed elsewhere
HANGS = re.compile(r"[:–—-]\s*\Z")
# “The Mayor declared the Motion carried and … the following resolution be adopted by the same voting:”
VOTED = re.compile(
    r"\b(?:declared\s.{0,200}?\b(?:carried|passed)|result\sof\sthe\svot(?:e|ing)|same\svot(?:e|es|ing))\b",
    re.IGNORECASE,
)


# “… as carried and accordingly the following resolution was adopted:”, “the following was agreed:”
LEADS_TO_IT = re.compile(
    r"\bfollowing\s(?:resolutions?\s)?(?:was|were|be)\s(?:adopted|agreed)[^.]{0,40}:\s*\Z", re.IGNORECASE
)
# “… declared the Motion defeated and accordingly the following resolution was adopted:”
ADOPTED = re.compile(r"\bfollowing\sresolution\b", re.IGNORECASE)
# “This was carried by 5 votes, 1 abstention.”, right below the motion
THIS_WAS = re.compile(
    r"\W*(?:this|it|which)\s(?:was|were)\s(?:\w+ly\s|then\s|duly\s)?(?:carried|agreed|approved|lost|defeated|passed)\b"
    r"(?!\s(?:to|that)\b)",
    re.IGNORECASE,
)

# “the report, as circulated, was proposed by Cllr Ash”, which the resolution below it says in full
OF_A_REPORT = re.compile(
    r"\b(?:report|proposal|recommendations?|item|plan|scheme|policy|it|this)\b[^.;]{0,60}?\b(?:was|were)\s(?:\w+ly\s)?(?:proposed|moved)\sby\b",
    re.IGNORECASE,
)
# “The proposal was therefore carried.”, “The Chair declared the motion carried.”, right below the count
THEREFORE = re.compile(
    r"\W*(?:the\s(?:proposal|motion|amendment|application)\s(?:was|is)\s(?:therefore|thus|accordingly)"
    r"|the\s(?:chair\w*|mayor|convener|provost)\s(?:then\s|therefore\s|duly\s)?declared\sthe\s(?:proposal|motion|amendment))"
    r"\s(?:carried|passed|agreed|approved|granted|lost|defeated|refused)\W*\Z",
    re.IGNORECASE,
)
# “Upon the original motion being put to the meeting, 3 Members voted for and 2 against, whereupon it was RESOLVED”
BEING_PUT = re.compile(
    r"\b(?:original|substantive|main)\smotion,?\s(?:as\samended,?\s)?(?:being|was|having\sbeen)\s(?:then\s|now\s)?put\b",
    re.IGNORECASE,
)
# “As there was no seconder to Cllr Ash’s proposal …”, “on the proposal of Cllr Ash this motion was agreed”: whose the
# sentence names is not whose motion it settles
OF_ANOTHER = re.compile(
    r"\bno\sseconder\b|\bthis\s(?:notice\sof\s)?(?:motion|proposal|amendment)\s(?:was|is)\b", re.IGNORECASE
)
# “The motion, as amended, was approved by the members.”
WAS_PASSED = re.compile(
    r"\b(?:the|this)\s(?:notice\sof\s)?(?:motion|amendment|proposal)(?:,?\sas\samended,?)?\s(?:was|is)\s"
    r"(?:\w+ly\s|then\s|duly\s|therefore\s)?(?:approved|adopted|accepted|endorsed)\b",
    re.IGNORECASE,
)
# “Councillor Ash agreed to withdraw his Motion”
HIS_MOTION = re.compile(
    r"\b(?:withdraw|withdrew)\s(?:the|his|her|their|this)\s(?:\w+\s){0,2}?(?:motion|amendment|proposal)\b",
    re.IGNORECASE,
)


def settled_by(
    units: Sequence[Unit], n: int, decision: Decision, anchors: Sequence[int], decisions: Sequence[Decision]
) -> int | None:
    """Return the motion that a decision settles: by a sentence on it, or as the resolution it was carried in."""
    unit = units[n]
    opens = unit.found_by == "opening" and not decision.routine
    before = _just_settled(units, n, anchors) if opens else None
    if before is not None and decisions[before].outcome in PASSED and not decisions[before].amendment:
        return before  # the resolution in which a motion was carried
    last = decisions[-1] if decisions else None
    carried = _carried_in(units, n, anchors, decisions) if opens else None
    if carried is not None:
        return carried
    if unit.found_by == "prose" and TOLD_OF_IT.match(unit.text) and last is not None and last.outcome == "PROPOSED":
        own = units[anchors[-1]].place == unit.place
        if own and all(is_debate(one) for one in units[anchors[-1] + 1 : n]):
            return len(decisions) - 1
    this = unit.found_by == "prose" and (
        THIS_WAS.match(unit.text) or THUS.match(unit.text) or CASTING.search(unit.text)
    )
    if last is not None and last.outcome == "PROPOSED" and this:
        between = [one for one in units[anchors[-1] + 1 : n] if VOTE_LINE.match(one.text) is None]
        if len(between) <= 1 and all(is_debate(one) or one.aside for one in between):
            return len(decisions) - 1
    named = _nominated(unit, n, decision, anchors, decisions)
    if named is None:
        named = _withdrawn(unit, n, decision, anchors, decisions)
    if named is not None:
        return named
    on_it = unit.found_by in ("prose", "capitals") and (
        SETTLES.search(said_then(unit.text))
        or DECLARED.search(unit.text)
        or BEING_PUT.search(unit.text)
        or WAS_PASSED.search(unit.text)
    )
    if on_it:
        theirs = _of_the_same_movers(decision, decisions)
        if theirs is None:
            theirs = _named(unit, n, anchors, decisions)
        if theirs is None:
            theirs = _only_one_of(decision.mover, decisions) if decision.seconder is None else None
        if theirs is None:
            theirs = open_motion(unit.text, anchors, decisions, n)
            asks = units[n - 1].text if n and PUTS.search(units[n - 1].text) else unit.text
            whose = BY.search(asks) if not (OF_ANOTHER.search(asks) or REJECTS.search(unit.text)) else None
            mover = decisions[theirs].mover if theirs is not None else None
            if whose and mover and surname(mover) != surname(whose["name"]):
                return None  # the vote was on the motion of another
            just_moved = decision.mover if decision.seconder and SECONDED.match(unit.text) else None
            if just_moved and mover and surname(mover) != surname(just_moved):
                return None  # moved right before “The motion was seconded by Cllr Ash and agreed.”
        just_put = last is not None and last.outcome == "PROPOSED" and anchors[-1] == n - 1 and PUTS.search(last.text)
        return len(decisions) - 1 if theirs is None and just_put else theirs
    unanimous = SUPPORT.search(unit.text) is not None
    support = unit.found_by == "prose" and (unanimous or SUPPORTED.search(unit.text) is not None)
    if support and last is not None and last.outcome == "PROPOSED" and not last.amendment:
        # a debate may go before “There was unanimous support for the motion.”
        far = FARTHEST_MOTION if unanimous else FARTHEST
        return len(decisions) - 1 if n - anchors[-1] <= far else None
    if unit.found_by == "prose" and decision.outcome in PUT_OFF:
        k = _of_the_same_movers(decision, decisions)
        stem = decision.outcome[:5].casefold()
        return k if k is not None and not decisions[k].amendment and stem in decisions[k].sentence.casefold() else None
    if opens and decision.mover is not None and not decision.amendment:
        return _same_report(decision, n, anchors, decisions)
    return open_motion(unit.text, anchors, decisions, n) if opens and decision.mover is None else None


def _named(unit: Unit, n: int, anchors: Sequence[int], decisions: Sequence[Decision]) -> int | None:
    """Return the motion of the member whose it is said to be: “Mr Ash’s amendment was put first, which was lost”."""
    by = BY.search(unit.text)
    if by is None:
        return None
    for k in range(len(decisions) - 1, -1, -1):
        waits = decisions[k].outcome == "PROPOSED" and n - anchors[k] <= FARTHEST_MOTION
        if waits and surname(decisions[k].mover or "nobody") == surname(by["name"]):
            return k
    return None


def _same_report(decision: Decision, n: int, anchors: Sequence[int], decisions: Sequence[Decision]) -> int | None:
    """Return what the movers of a resolution had moved before it in few words: “the report was proposed by …”."""
    k = _of_the_same_movers(decision, decisions)
    if k is None or n - anchors[k] > FARTHEST_MOTION or decisions[k].amendment or decisions[k].clauses:
        return None
    return k if OF_A_REPORT.search(decisions[k].sentence) else None


def _carried_in(units: Sequence[Unit], n: int, anchors: Sequence[int], decisions: Sequence[Decision]) -> int | None:
    """Return the vote right above a resolution, by which it was carried."""
    last = decisions[-1] if decisions else None
    if last is None or last.amendment:
        return None
    between = units[anchors[-1] + 1 : n]
    moved_only = all(_only_moves(one) for one in between)
    if last.outcome == "REFUSED":  # what was defeated is the motion against it
        counted = len(decisions) > 1 and decisions[-2].outcome == "CARRIED" and decisions[-2].votes is not None
        against = ADOPTED.search(last.text) and last.votes is None
        return len(decisions) - 2 if against and counted and moved_only else None
    leads = LEADS_TO_IT.search(last.text) or (last.outcome == "ADOPTED" and ADOPTED.search(last.text))
    if last.outcome in ("ADOPTED", "AGREED") and not last.clauses and leads:
        return len(decisions) - 1 if moved_only else None
    if last.outcome not in ("CARRIED", "PASSED") and not (last.outcome == "AGREED" and SETTLES.search(last.text)):
        return None
    if last.outcome in PASSED and last.text.casefold().strip(" .;") in units[n].text.casefold():
        return len(decisions) - 1  # the motion, word for word
    talked_over = len(between) <= FARTHEST and all(is_debate(one) for one in between)
    return len(decisions) - 1 if talked_over or (moved_only and VOTED.search(last.text)) else None


def _of_the_same_movers(decision: Decision, decisions: Sequence[Decision]) -> int | None:
    """Return the motion of the members who moved and seconded what is told."""
    who = (decision.mover, decision.seconder)
    if None in who:
        return None
    theirs = (k for k, one in enumerate(decisions) if one.outcome == "PROPOSED" and (one.mover, one.seconder) == who)
    return next(theirs, None)


def _only_one_of(mover: str | None, decisions: Sequence[Decision]) -> int | None:
    """Return the motion that waits of the member whose “amendment” was carried, where he moved only one."""
    theirs = [
        k
        for k, one in enumerate(decisions)
        if mover and one.mover and one.outcome == "PROPOSED" and surname(one.mover) == surname(mover)
    ]
    return theirs[0] if len(theirs) == 1 else None


def _nominated(
    unit: Unit, n: int, decision: Decision, anchors: Sequence[int], decisions: Sequence[Decision]
) -> int | None:
    """Return the nomination of whom the Chair “declared elected”: “That Cllr Ash be appointed to the board.”."""
    if unit.found_by != "prose" or decision.outcome not in ("ELECTED", "APPOINTED", "CO-OPTED"):
        return None
    names = set(A_NAME.findall(unit.text)) - TITLES
    shared = {
        k: len(names & set(A_NAME.findall(one.text)))
        for k, one in enumerate(decisions)
        if one.outcome == "PROPOSED" and n - anchors[k] <= FARTHEST_MOTION
    }
    best = max(shared, key=lambda k: (shared[k], k), default=None)
    return best if best is not None and shared[best] else None


def _withdrawn(
    unit: Unit, n: int, decision: Decision, anchors: Sequence[int], decisions: Sequence[Decision]
) -> int | None:
    """Return the motion of the member who “agreed to withdraw his Motion”."""
    if decision.outcome != "WITHDRAWN" or HIS_MOTION.search(unit.text) is None:
        return None
    names = set(A_NAME.findall(unit.text))
    for k in range(len(decisions) - 1, -1, -1):
        waits = decisions[k].outcome == "PROPOSED" and n - anchors[k] <= FARTHEST_MOTION
        if waits and names & set(A_NAME.findall(decisions[k].mover or "")) - TITLES:
            return k
    return None


# “The Mayor declared the motion lost.”, below the division that was called when it had been lost
RULED = re.compile(
    r"\W*The\s(?:Mayor|Chair\w*|President|Presiding\sMember)\s(?:then\s)?declared\sthe\s(?:motion|amendment)\s(?:was\s)?"
    r"(?:carried|lost|passed|defeated)\W*\Z",
    re.IGNORECASE,
)


def told_again(
    units: Sequence[Unit], n: int, decision: Decision, anchors: Sequence[int], decisions: Sequence[Decision]
) -> bool:
    """Tell “The Chairman put the amendment to the vote and it was agreed.” right below “Amendment carried.”."""
    if units[n].found_by != "prose":
        return False
    thus = THEREFORE.match(units[n].text) is not None and n > 0 and units[n - 1].settles >= 0
    put = PUTS.search(units[n].text) is not None and SETTLES.search(units[n].text) is not None
    if not (thus or put or RULED.match(units[n].text)):
        return False
    before = _just_settled(units, n, anchors)
    if before is None or decisions[before].amendment != decision.amendment:
        return False
    return (decisions[before].outcome in PASSED) == (decision.outcome in PASSED)


def _just_settled(units: Sequence[Unit], n: int, anchors: Sequence[int]) -> int | None:
    """Return which decision got the verdict that stands right before a sentence, with only debate between."""
    for back in range(n - 1, max(-1, n - 1 - FARTHEST), -1):
        if units[back].settles >= 0:
            return anchors.index(units[back].settles) if units[back].settles in anchors else None
        if back in anchors and RULED.match(units[n].text) and SETTLES.search(units[back].text):
            return anchors.index(back)
        if not is_debate(units[back]):
            return None
    return None


def on_motion(verdict: Decision, motion: Decision, unit: Unit) -> Decision:
    """Return a verdict with who moved and seconded its motion; its matter is a clause where it is printed apart."""
    told = motion.sentence
    barely = SUPPORTED.match(unit.text) is not None and BARELY.match(told) is not None
    apart = unit.found_by != "opening" and not HANGS.search(told) and not barely
    another = movers_in(motion.text[len(told) :]).mover is not None  # what is moved behind it is another motion
    text = told.rstrip() if another or motion.paragraph_id == verdict.paragraph_id else motion.text
    said = (Clause(None, text, motion.paragraph_id, motion.start, motion.start + len(text)),) if apart else ()
    parts = (
        (*said, *motion.clauses) if UNFINISHED.search(text) else motion.clauses or said
    )  # “That the plan be adopted;”
    return dataclasses.replace(
        verdict,
        mover=verdict.mover or motion.mover,
        seconder=verdict.seconder or motion.seconder,
        clauses=verdict.clauses or parts,
        amendment=verdict.amendment or motion.amendment,
    )


def _only_moves(unit: Unit) -> bool:
    """Tell “Proposed by Cllr Ash;” above the resolution that a vote just carried, and what holds no words."""
    return not unit.found_by and (unit.movers.bare or not any(letter.isalpha() for letter in unit.text))
