"""Whose motion a decision is: of the member named before it, or of nobody that is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from minutesnlp.records import Decision
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.clauses import LEADS_ON
from minutesnlp.tracking.decisions.deciding import outcome_of
from minutesnlp.tracking.decisions.leading import who_asked
from minutesnlp.tracking.decisions.making import AMENDMENT
from minutesnlp.tracking.decisions.matters import only_who
from minutesnlp.tracking.decisions.movers import Movers
from minutesnlp.tracking.decisions.settling import FARTHEST, VIEW, is_debate, is_of_another
from minutesnlp.tracking.decisions.submitted import is_spoken
from minutesnlp.tracking.decisions.units import Unit

# “It was agreed to write to the county”: it says what was agreed, so that nobody need have moved it
OWN_MATTER = re.compile(
    r"\b(?:agreed|resolved|decided|approved|accepted|happy|pleased|content|felt|consensus|agreement)\b"
    r"(?:,?\s(?!in\s(?:relation|regard))[\w’'-]+){0,6}?,?\s(?:that|to|not\sto)\s(?!(?:the|this|his|her)\s(?:motion|proposal|amendment|nomination)\b)",
    re.IGNORECASE,
)
# “The motion was agreed.”, “This was seconded by Cllr Ash and agreed.”: it points to what was moved
POINTS_BACK = re.compile(
    r"\b(?:motions?|propos\w+|amendments?|recommendations?|resolutions?|nominations?|moved|seconded|suggestions?|"
    r"votes?|carried|accordingly|in\s(?:favou?r|agreement))\b"
    r"|\A\W*(?:this|it|these|that|all|both|which|members|councillors|everyone)\b",
    re.IGNORECASE,
)
# “Following discussion, it was agreed …”, “It was also agreed …”
OF_DEBATE = re.compile(
    r"\b(?:following|after)\s(?:\w+\s){0,3}?(?:discussions?|debate)\b|\b(?:also|further)\b", re.IGNORECASE
)
# “AND WHEREAS the bridge is closed; and”: why a motion is moved, between its mover and its words
RECITES = re.compile(r"\W*(?:and,?\s)?whereas\b", re.IGNORECASE)
# “The fees were approved. Proposed. Cllr Ash, Seconded Cllr Birch, all agreed.”
PROPOSED = re.compile(r"\W*(?:proposed|prop|moved)\W*", re.IGNORECASE)
# “Prop. Cllr Ash, 2nd Cllr Birch, all in favour.”, which says of no motion and no amendment that it is its
PROP_LINE = re.compile(r"\W*(?:prop|moved|(?:cllr|clir|councillor)\b[^,;:]{2,30},\s(?:2nd|sec))", re.IGNORECASE)
TO_ACT = re.compile(r"\W*(?:(?:the\s)?clerk|[A-Z]{2,3}|chair\w*)\s(?:to|will)\s", re.IGNORECASE)
SETTLING = frozenset(("agreed", "resolved", "approved", "accepted", "decided", "adopted", "authorised", "confirmed"))
WORDS = re.compile(r"[^\W\d_]{4,}")
# “The Leader said that he was prepared to accept it and altered his motion accordingly.”, below an amendment
TAKES_UP = re.compile(
    r"\b(?:accepted|accept|incorporated?|agreed\sto)\s(?:it|this|that|the\samendment|(?:it|this|the\samendment)\sinto)\b"
    r"[^.]*\b(?:motion|recommendations?|proposal|budget)\b|\baltered\s(?:his|her|the|their)\smotion\saccordingly\b",
    re.IGNORECASE,
)
# What says how a vote went, and nothing of what was decided
BARE_VERDICTS = frozenset(("in favour", "in favor", "carried", "unanimous", "passed", "in agreement"))
PLAIN = frozenset(
    (
        *("that", "this", "with", "from", "would", "should", "shall", "will", "have", "been", "were", "they", "their"),
        *("agreed", "council", "members", "councillor", "councillors", "cllr", "proposed", "seconded", "also"),
        *("meeting", "committee", "unanimously", "further", "proposal", "motion", "parish", "district", "matter"),
        *("which", "made"),
    )
)
SHARED = 0.5  # of the words of a decision, in what was moved


def is_near(units: Sequence[Unit], first: int, n: int) -> bool:
    """Tell whether few sentences stand from `first` to before `n`, beside what a motion recites: “WHEREAS …; and”."""
    said = (unit for unit in islice(units, first, n) if RECITES.match(unit.text) is None)
    return len(list(islice(said, FARTHEST + 1))) <= FARTHEST


def movers_of(units: Sequence[Unit], begin: int, n: int, waiting: Movers | None, waiting_at: int) -> Movers:
    """Return who moved and seconded what the sentence `n` decides, which begins at `begin`.

    `waiting` are those named in the sentence `waiting_at` before it.
    """
    mover, seconder = None, None
    # “In proposing the motion, Cllr Ash spoke of the ice, and it was agreed to buy salt”: that is not what he moved
    spoken = units[n].found_by == "prose" and is_spoken(units[n].text) and OWN_MATTER.search(units[n].text) is not None
    for unit in units[begin : n if spoken else n + 1]:
        mover, seconder = mover or unit.movers.mover, seconder or unit.movers.seconder
    if (
        mover is None
        and waiting is not None
        and (
            begin != n
            or _in_a_breath(units, n, waiting, waiting_at, seconder)
            or _is_theirs(units[n], units[waiting_at])
        )
    ):
        # “The motion was seconded by Cllr Ash.” is not of what prose tells further down to have been agreed
        apart = waiting.mover is None and units[n].found_by == "prose"
        mover, seconder = waiting.mover, seconder if apart else seconder or waiting.seconder
    return Movers(mover or who_asked(units, n), seconder, False)


def _in_a_breath(units: Sequence[Unit], n: int, waiting: Movers, at: int, seconder: str | None) -> bool:
    """Tell “Cllr Ash proposed Jo Elm, seconded by Cllr Birch. Jo Elm was elected.”, where nobody speaks between.

    “This was seconded by Cllr Birch and it was agreed to wait”: who seconds there seconds what was moved before.
    """
    if waiting.mover is None or units[n].found_by != "prose":
        return False
    if seconder is not None:
        return waiting.seconder in (None, seconder)
    beside = waiting.seconder is not None and at == n - 1 and units[at].place == units[n].place
    of_debate = OF_DEBATE.search(units[n].text) is not None
    return beside and not of_debate and bool(_words(units[n]) & _words(units[at]))


def _words(unit: Unit) -> set[str]:
    return {word.casefold() for word in WORDS.findall(unit.text)} - PLAIN


def _is_theirs(decides: Unit, moves: Unit) -> bool:
    """Tell whether what prose tells to have been agreed is what was moved before, and not what came of the debate."""
    if decides.found_by != "prose" or moves.movers.bare or LEADS_ON.search(moves.text):
        return True
    if OWN_MATTER.search(decides.text) is None and POINTS_BACK.search(decides.text):
        return True
    said = _words(decides)
    return bool(said) and len(said & _words(moves)) >= SHARED * len(said)


def is_taken_up(units: Sequence[Unit], n: int) -> bool:
    """Tell an amendment that its motion's mover took up at once, so that no vote is taken on it."""
    after = units[n + 1] if n + 1 < len(units) else None
    return after is not None and after.place == units[n].place and TAKES_UP.search(after.text) is not None


def verdict_ahead(units: Sequence[Unit], n: int, *, nominates: bool = False) -> bool:
    """Tell whether a verdict or a decision follows a motion before the next one; of a nomination only an election."""
    recites = any(RECITES.match(unit.text) for unit in units[n + 1 : n + 2])
    for unit in islice((one for one in units[n + 1 :] if RECITES.match(one.text) is None), FARTHEST):
        if recites and unit.found_by:  # “WHEREAS …; NOW THEREFORE BE IT RESOLVED”: the motion itself
            return True
        if nominates and unit.found_by == "prose" and outcome_of(unit.verb) == "AGREED":
            return False
        if is_of_another(units[n], unit):
            return False
        if unit.found_by in ("verdict", "opening") or (unit.found_by and unit.place == units[n].place):
            return True
        if unit.movers.mover or unit.found_by:
            return False
    return False


def amended_ahead(units: Sequence[Unit], n: int, at: int) -> bool:
    """Tell whether the next thing moved or decided below “Mrs Dale seconded.” is an amendment of the motion `at`."""
    if units[at].movers.bare:  # its words stand below who moved it
        return False
    told = (unit for unit in units[n + 1 : n + 1 + FARTHEST] if unit.movers.mover or unit.found_by)
    first = next(told, None)
    return first is not None and AMENDMENT.search(first.text) is not None


def heads_a_motion(units: Sequence[Unit], n: int) -> bool:
    """Tell “Cllr Ash moved, and Cllr Birch seconded:” above parts (“the plan be adopted;”) on which a vote is told."""
    unit = units[n]
    if not (unit.movers.bare and unit.movers.mover and unit.movers.seconder and unit.text.rstrip().endswith(":")):
        return False
    below = units[n + 1] if n + 1 < len(units) else unit
    if below.place != unit.place + 1 or below.found_by or not below.text[:1].islower():
        return False
    told = next((one for one in units[n + 2 :] if one.found_by or one.movers.mover), below)
    return told.found_by in ("verdict", "prose") and verbs.holds_one(
        told.text.casefold(), ("motion", "carried", "lost")
    )


def _is_voted_below(units: Sequence[Unit], n: int) -> bool:
    """Tell “It was agreed to buy a lamp.” and who moved it, each on its line, with “All in favour” below."""
    before, ahead = units[n - 1], units[n + 1]
    if before.found_by not in ("prose", "opening", "verdict") or before.verb.casefold() in BARE_VERDICTS:
        return False
    if ahead.found_by != "verdict" or ahead.verb.casefold() not in BARE_VERDICTS or ahead.form or ahead.put:
        return False
    return before.place == units[n].place - 1 and ahead.place == units[n].place + 1 and not LEADS_ON.search(before.text)


def _is_carried_beside(units: Sequence[Unit], n: int) -> bool:
    """Tell whether all that stands behind who moved, in its paragraph, is a bare verdict."""
    ahead = units[n + 1] if n + 1 < len(units) else None
    if ahead is None or ahead.place != units[n].place or ahead.verb.casefold() not in BARE_VERDICTS:
        return False
    return ahead.found_by == "verdict" and ahead.votes is None


def belongs_before(units: Sequence[Unit], n: int, anchors: Sequence[int], end: int) -> bool:
    """Tell whether “Proposed by …, seconded by …” belongs to the decision before it and not to the one after it.

    `end` is the last paragraph that holds the decision before it.
    """
    place = units[anchors[-1]].place
    if not units[n].movers.bare or (units[n].place - place > 3 and units[n].place - end != 1):
        return False
    whole = units[n].movers.mover is not None and units[n].movers.seconder is not None
    if whole and end > place and units[n].place == end + 1 and _is_carried_beside(units, n):
        return True  # “Prop. Cllr Ash, sec. Cllr Birch. Carried.”, below a list of payments
    if not whole and units[n].place != units[anchors[-1]].place:
        return False
    ahead = units[n + 1] if n + 1 < len(units) else None
    if ahead is not None and whole and anchors[-1] == n - 1 and _is_voted_below(units, n):
        return True
    if ahead is not None and ahead.motion and not ahead.found_by and verdict_ahead(units, n + 1):
        return False  # “That the bills be paid”, moved and carried below who moved it
    opens = ahead is not None and ahead.found_by in ("opening", "verdict") and ahead.place - units[n].place <= 1
    return not opens and not units[n].text.rstrip().endswith((";", ","))


def _carries(units: Sequence[Unit], at: int, n: int) -> bool:
    """Tell “Prop. Cllr Ash, 2nd Cllr Birch, all in favour.”, the line below “It was agreed to buy a lamp.”."""
    before, unit, ahead = units[at], units[n], units[n + 1] if n + 1 < len(units) else None
    between = [one for one in units[at + 1 : n] if one.place != before.place]
    acts = len(between) <= 1 and all(TO_ACT.match(one.text) for one in between)  # “Clerk to look into it.”
    if before.found_by not in ("prose", "opening") or not acts or before.movers.seconder:
        return False
    if before.place != unit.place - 1 - len(between):
        return False
    if before.verb.casefold() not in SETTLING or not unit.found_by or not PROP_LINE.match(unit.text):
        return False
    if ahead is not None and ahead.found_by == "opening" and ahead.place == unit.place + 1:
        return False  # the resolution that they moved
    return all(is_debate(one) for one in units[at + 1 : n])


def tells_who(units: Sequence[Unit], n: int, decision: Decision, *, at: int) -> bool:
    """Tell “Prop DV, 2nd LE, 7 agreed, 1 abstained.” right behind the decision it is about, the unit `at`."""
    unit, before = units[n], units[at]
    if decision.mover or not unit.movers.mover or not unit.movers.seconder:
        return False
    if before.place != unit.place:
        # “22/0114 Mill House, porch. Objection.”, above “Proposed: Cllr Ash, Seconded: Cllr Birch, all in favour”
        viewed = VIEW.match(before.verb.casefold()) is not None and at == n - 1 and before.place == unit.place - 1
        viewed = viewed and not unit.movers.bare
        return (viewed or _carries(units, at, n)) and only_who(unit.text) and not verbs.is_lost(unit.verb)
    between = units[at + 1 : n]
    # “(Cllr Ash proposed, …, all were in favour).”
    if unit.text.startswith("(") and before.found_by == "opening" and not between:
        return True
    if decision.outcome == "PROPOSED" or before.found_by not in ("prose", "opening"):
        return False
    if len(between) == 1 and PROPOSED.fullmatch(between[0].text) and before.found_by == "prose":
        return True
    return only_who(unit.text) and all(is_debate(one) for one in between)
