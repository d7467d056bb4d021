"""What each sentence of an item does, and what its words alone and where it stands say of its worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from minutesnlp.records import Paragraph
from minutesnlp.summarising.cues import BROKEN, IS_TO, LEADS, PROMISE, VERBAL, WEIGHTS, WOULD_DO, role_and_weight
from minutesnlp.summarising.lead_ins import MOVER
from minutesnlp.summarising.matters import heads
from minutesnlp.summarising.units import Told, Unit, is_lesser
from minutesnlp.summarising.worth import is_spoken
from minutesnlp.tracking.undertakings.cells import BARE_ACTION
from minutesnlp.tracking.undertakings.finding import DUE_LINE, LONGEST
from minutesnlp.tracking.undertakings.promising import clauses_in

# Names without the numbers or the motion they belong to tell nothing.
NAMELESS = 3.0
# “For (17)”: where there are lines of more than one vote, it cannot be told which motion's
COUNT_LINE = re.compile(r"\W*(?:for|in favour|against|abstain\w*|abstentions?)\W*\d+\W*\Z", re.IGNORECASE)
ONE_VOTE = 3
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
# “This question was referred to the water company (No. 1234).”, right below
PASSED_ON = re.compile(
    r"\W*(?:this|the)\s(?:question|motion|matter|item|request)\s(?:was|is|has\sbeen)\s(?:\w+\s)?(?:referred|forwarded|sent|passed)\s"
    r"(?:on\s)?to\b[^.;]*(?:\([^)]*\))?\W*\Z",
    re.IGNORECASE,
)
STOP = re.compile(r"[.!?:;…][\W\d]*\Z|[)”\"’]\Z")
MOST_STOPPED = 0.7
# A line of more words says something.
MOST_OF_LINE = 12
# A line of so many words that ends without a stop goes on in the next.
LONG_LINE = 8
MONEY = re.compile(r"[£€$]\s?\d")
# “I will move at the next meeting that …”
NOTICE = re.compile(r"\W*(?:[I1l]\s|We\s)?t?(?:will|shall)\s(?:ask|move|propose)\b", re.IGNORECASE)
# What is settled already; the rest may tell who is to do what
SETTLED = frozenset(("decision", "vote"))
# What a promise of somebody counts for more: much where the item decides nothing else, as it is its outcome then.
TASKED, TASKED_ALONE = 0.3, 0.8


def read(units: Sequence[Unit], told: Sequence[Told], minutes: Sequence[Paragraph]) -> tuple[list[str], list[float]]:
    """Return the role and the weight of each unit."""
    decisive = [one for one in told if not one.decision.routine]
    deciding = {n for one in decisive for n in one.numbers}
    roles, weights = [], []
    several = sum(COUNT_LINE.match(unit.text) is not None for unit in units) > ONE_VOTE
    written = not is_spoken(units)
    written_out = written and stopped(units)
    settles = any(not is_lesser(one.decision) and one.decision.outcome != "PROPOSED" for one in decisive)
    task = TASKED if settles else TASKED_ALONE
    voted = any(one.decision.votes is not None for one in decisive)
    replied = any(REPLIES.fullmatch(paragraph.text) for paragraph in minutes)
    replied = replied and any(MOVES.search(unit.text) for unit in units)
    for n, unit in enumerate(units):
        role, weight = role_and_weight(unit.text)
        role = "decision" if n in deciding else "vote" if unit.paragraph.kind == "vote" else role
        roles.append(role)
        broken = _cut_off(units, n) or (written_out and _unfinished(unit))
        broken = broken or ACTION_ALONE.fullmatch(unit.text) is not None
        broken = broken or ((several or voted) and COUNT_LINE.match(unit.text) is not None)
        alone = n > 0 and NAMES.fullmatch(unit.text) and COUNT_LINE.match(units[n - 1].text) is not None
        alone = alone or (LISTED.fullmatch(unit.text) is not None and not _led_to(units, n))
        if unit.words <= MOST_OF_LINE and not alone:
            alone = MOVER.fullmatch(unit.text) is not None or REFERENCE.fullmatch(unit.text) is not None
        replies = replied and _replies(minutes, unit)
        weight += REPLIED if replies or (n in deciding and replied) else 0.0
        nothing = unit.start < 4 and heads(minutes, unit.place)
        weight -= NAMELESS if nothing or PASSED_ON.match(unit.text) else 0.0
        weights.append(weight + WEIGHTS[role] - (BROKEN if broken else NAMELESS if alone else 0.0))
        if written and role not in SETTLED and not broken and _is_task(units, n, role):
            roles[n] = "action"
            weights[n] += task
    return roles, weights


def _replies(minutes: Sequence[Paragraph], unit: Unit) -> bool:
    """Tell the paragraph below “REPLY:”; where that only says to whom the matter was sent, the one below that."""
    if PASSED_ON.match(unit.text):
        return False
    above = unit.place - 1
    if above > 0 and PASSED_ON.match(minutes[above].text):
        above -= 1
    return above >= 0 and REPLIES.fullmatch(minutes[above].text) is not None


def _is_task(units: Sequence[Unit], n: int, role: str) -> bool:
    """Tell a sentence by which somebody takes something on, or behind which a column tells who sees to it."""
    text, paragraph = units[n].text, units[n].paragraph
    if NOTICE.match(text) or len(text) > LONGEST:
        return False
    columns = "|" in paragraph.text and paragraph.kind != "table" and n + 1 < len(units)
    if columns and units[n + 1].paragraph is paragraph and BARE_ACTION.fullmatch(units[n + 1].text):
        return True
    hinted = role == "action" or PROMISE.search(text) is not None
    hinted = hinted or (("would" in text or "will" in text) and WOULD_DO.search(text) is not None)
    hinted = hinted or (" to " in text and IS_TO.search(text) is not None)
    return hinted and any(one.promise.hard and one.weight > 0 for one in clauses_in(text, None, decided=False))


def lines_below(units: Sequence[Unit], roles: Sequence[str], chosen: AbstractSet[int], room: int) -> set[int]:
    """Return the lines that belong to what is chosen right above them, so far as there is room.

    They tell by when an action is due, “Due: April”, or hold the last words of a line: “… not to exceed” and “$90.”
    """
    found = set()
    for n in sorted(chosen):
        below = units[n + 1] if n + 1 < len(units) and n + 1 not in chosen else None
        if below is None or below.words > room:
            continue
        if (roles[n] == "action" and DUE_LINE.fullmatch(below.text)) or _goes_on(units[n], below):
            found.add(n + 1)
            room -= below.words
    return found


def _goes_on(line: Unit, below: Unit) -> bool:
    """Tell a line that ends within a phrase, and that the one right below goes on: it begins with no capital."""
    prose = line.paragraph.kind == below.paragraph.kind == "text" and "|" not in line.text
    full = prose and len(line.paragraph.text.split()) >= LONG_LINE
    torn = full and below.place == line.place + 1 and line.text[-1].isalpha()
    return torn and (below.text[0].islower() or MONEY.match(below.text) is not None)


def _led_to(units: Sequence[Unit], n: int) -> bool:
    """Tell a line that stands right below one ending in a colon, which is no count of votes."""
    before = units[n - 1] if n else None
    leads = before is not None and before.place == units[n].place - 1 and LEADS.search(before.text) is not None
    return leads and before is not None and COUNT_LINE.match(before.text) is None


def stopped(units: Sequence[Unit]) -> bool:
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
    money = ends.isalpha() and MONEY.match(unit.text) is not None
    torn = torn or (money and len(before.paragraph.text.split()) >= LONG_LINE)
    return torn and before.place == unit.place - 1
