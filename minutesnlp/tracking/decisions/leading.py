"""What a sentence only leads to: the verdict right behind it, the resolution or the parts below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Paragraph
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.clauses import FINISHED
from minutesnlp.tracking.decisions.disposing import READ
from minutesnlp.tracking.decisions.labels import begins_a_list
from minutesnlp.tracking.decisions.movers import NAME
from minutesnlp.tracking.decisions.settling import SETTLES
from minutesnlp.tracking.decisions.units import Unit

# A verdict of so many words is a sentence of its own.
FULL = 5
# “Notwithstanding the report, the following actions be taken with respect to the bid;”
ACTIONS = re.compile(r"\bthe\sfollowing\s(?:actions?|steps?|amendments?)\sbe\b.*[:;]\Z", re.IGNORECASE | re.DOTALL)
# “AMENDMENT PUT AND LOST 2/4”
PUT_AND = re.compile(r"\W*(?:motion|amendment)\sput\sand\s\w+(?:\W*\d+\s?[/–-]\s?\d+)?\W*\Z", re.IGNORECASE)
WAS_SETTLED = re.compile(
    r"\W*(?:(?:on|upon)\s[^,]{3,60},\s)?(?:the|this|that)\s(?:\w+\s)?(?:motion|amendment|proposal)"
    r"(?:,\s[^,]{3,40},)?\s(?:was|were)\b",
    re.IGNORECASE,
)
# “It was lost by 3 votes to 5.”, “The Council unanimously RESOLVED accordingly.”
TOLD_OF_IT = re.compile(
    r"\W*(?:(?:it|that|this)\swas\s(?:(?:\w+ly|then|thus)\s)?(?:lost|carried|passed|defeated|rejected)(?:\sby\b|,\s\w+\svotes\b)"
    rf"|(?:the|this)\s(?:\w+\s)?(?:{verbs.BODIES})\s(?:(?:\w+ly|then)\s)?(?:resolved|agreed|decided)\saccordingly\b)",
    re.IGNORECASE,
)
IT_WAS = re.compile(r"\W*it\s(?:was|is)(?:\s(?:therefore|accordingly|then|thus))?\W*", re.IGNORECASE)
# “… and it was” before the “RESOLVED” of the next paragraph
# “(proposed by Cllr Ash, seconded by Cllr Birch) that the minutes be confirmed”, below “UNANIMOUSLY RESOLVED”
WHO_MOVED = re.compile(r"\W*\((?:proposed|moved)\b[^()]{3,120}\)[\s:]*(?:that|to)\b", re.IGNORECASE)
ALL_WERE_FOR_IT = ("in favour", "in favor", "in agreement", "unanimous")
NO_SECONDER = re.compile(r"\W*(?:there\s(?:was|being)\s)?no\sseconder\W*", re.IGNORECASE)
RUNS_ON = re.compile(r"\b(?:it|was|were)\s*[:,–—-]*\s*\Z")
# “This was seconded by Cllr Ash and agreed.”
SECONDED = re.compile(
    r"\W*(?:this|(?:the|this)\s(?:motion|amendment|proposal|nomination))\s(?:was|is)\s(?:\w+\s)?seconded\sby\b",
    re.IGNORECASE,
)
# “Following debate, Cllr Birch welcomed the news and proposed …”, “Cllr Birch requested …”, “Mr Dunn was nominated by
# Mrs Ash”
A_MEMBER = rf"(?=(?:Cllr|Clir|Councillor|Cathaoirleach|Mayor)\b)(?P<name>{NAME})"
NAMED = re.compile(rf"\W*(?:[A-Z][^,.]{{3,80}},\s)?{A_MEMBER}\s(?:also\s|then\s)?[a-z]+ed\b", re.VERBOSE)
ASKS = re.compile(
    rf"\W*(?:[A-Z][^,.]{{3,80}},\s)?{A_MEMBER}\s(?:(?:also\s|then\s)?(?:requested|proposed|called\son)\b"
    rf"|(?:(?!\b(?:Cllr|Clir|Councillor)\b).)*\band\s(?:\w+\s)?proposed\b)"
    rf"|\W*[A-Z].{{3,60}}\swas\snominated\sby\s(?P<name2>{NAME})",
    re.VERBOSE,
)
HE_ASKS = re.compile(r"\W*(?:He|She)\s(?:also\s|further\s|then\s)?(?:proposed|requested)\b")


def runs_into_the_next(units: Sequence[Unit], n: int) -> bool:
    """Tell “… carried by 9 votes to 4, and it was” from a decision: what was decided opens the paragraph below."""
    after = n + 1
    if after < len(units) and IT_WAS.fullmatch(units[after].text):  # “… by 9 votes to 4. It was therefore”
        after += 1
    elif RUNS_ON.search(units[n].text) is None:
        return False
    if after >= len(units) or units[after].place != units[n].place + 1:
        return False
    return units[after].found_by in ("opening", "capitals")


def leads_to_a_verdict(units: Sequence[Unit], n: int) -> bool:
    """Tell a count or the readings of a by-law from the verdict right behind it: “Vote: 6 for, 1 against. Carried.”."""
    if n + 1 >= len(units) or units[n + 1].found_by != "verdict" or units[n + 1].votes is not None:
        return False
    unit, after = units[n], units[n + 1]
    counts = unit.votes is not None or unit.verb.casefold() in ALL_WERE_FOR_IT  # “All in favour. Carried.”
    counts = counts and not unit.form and not unit.put and after.place == unit.place
    return counts or (after.place - unit.place <= 1 and READ.match(unit.text) is not None)


def is_told_in_full(units: Sequence[Unit], n: int) -> bool:
    """Tell “The amendment was lost by 9 votes to 24.”, a sentence of its own, from a bare “Motion lost”.

    Behind its motion, in one paragraph, “The motion carried 7-2.” is bare as well, and right behind who moved and
    seconded it “The motion was lost 2-7.” too.
    """
    unit = units[n]
    apart = n == 0 or units[n - 1].place != unit.place
    if PUT_AND.match(unit.text):
        return False
    if TOLD_OF_IT.match(unit.text):
        return True
    said = len(unit.text.partition("(")[0].split()) >= FULL and SETTLES.search(unit.text) is not None
    return said and (apart or (WAS_SETTLED.match(unit.text) is not None and not _moves(units[n - 1])))


def _moves(unit: Unit) -> bool:
    """Tell “Cllr Ash moved that the fee be paid, seconded by Cllr Birch.”."""
    who = unit.movers
    return who.mover is not None and who.seconder is not None and not who.bare and not unit.found_by


def clause_below(units: Sequence[Unit], n: int) -> Unit | None:
    """Return the part that settles the motion above it: “That the following be done:”, “(a) the plan BE APPROVED”.

    Between them may stand a part that only leads to more: “(a) the following actions be taken:”, above “(i) …”.
    """
    text = units[n].text.rstrip()
    heads = (units[n].motion and text.endswith((":", ":-", "–"))) or ACTIONS.search(text) is not None
    if not heads or units[n].found_by:
        return None
    at = n + 1
    while (
        at + 1 < len(units) and not (units[at].found_by or units[at].motion) and ACTIONS.match(units[at].text.rstrip())
    ):
        at += 1
    settles = at < len(units) and units[at].found_by == "capitals"
    return units[at] if settles and units[at].place == units[n].place + at - n else None


def heads_acts(units: Sequence[Unit], n: int) -> bool:
    """Tell “The Committee:” above “(i) noted the report; (ii) agreed to …”."""
    if n + 1 >= len(units) or units[n + 1].place != units[n].place + 1 or not verbs.BODY_ALONE.match(units[n].text):
        return False
    return verbs.ACT.match(units[n + 1].text) is not None


def leads_a_motion(units: Sequence[Unit], n: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether “RESOLVED” alone in its paragraph opens the motion, or the first of the parts, printed below it."""
    if units[n].verb.casefold() not in ("resolved", "agreed", "ordered", "recommended", "decided"):
        return False
    alone = (n == 0 or units[n - 1].place != units[n].place) and n + 1 < len(units)
    if not alone or units[n + 1].place != units[n].place + 1:
        return False
    if WHO_MOVED.match(units[n + 1].text):
        return True
    return units[n + 1].motion or (not FINISHED.search(units[n].text) and begins_a_list(paragraphs, units[n + 1].place))


def leads_to_its_fall(units: Sequence[Unit], n: int) -> bool:
    """Tell “There was no seconder.” right before “Motion fails.”, which is the verdict."""
    after = units[n + 1] if n + 1 < len(units) else None
    if after is None or not after.found_by or not verbs.is_lost(after.verb):
        return False
    return after.place - units[n].place <= 1 and NO_SECONDER.fullmatch(units[n].text) is not None


def who_asked(units: Sequence[Unit], n: int) -> str | None:
    """Return who asked, in the sentence right above, for what “was seconded by Cllr Ash and agreed”; None if not told.

    “Cllr Birch welcomed the news. He proposed that …”: his name stands in the sentence before it.
    """
    if SECONDED.match(units[n].text) is None:
        return None
    for at in range(n - 1, max(-1, n - 3), -1):
        if units[at].place != units[n].place or units[at].found_by:
            return None
        if at < n - 1:
            named = NAMED.match(units[at].text)
            return named["name"] if named else None
        asks = ASKS.match(units[at].text)
        if asks or HE_ASKS.match(units[at].text) is None:
            return (asks["name"] or asks["name2"]) if asks else None
    return None
