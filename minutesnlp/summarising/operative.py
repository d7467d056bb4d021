"""The sentences of the strongest decision that a summary must hold, and what a long resolution does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from minutesnlp.summarising.cues import ACTS, BARE_NOTING, LEADS, TAKES_NOTICE, role_and_weight
from minutesnlp.summarising.cuts import shortened
from minutesnlp.summarising.lead_ins import LONGEST_LEAD_IN, clause_over
from minutesnlp.summarising.matters import VERDICT
from minutesnlp.summarising.rows import TOTAL
from minutesnlp.summarising.selection import select
from minutesnlp.summarising.units import Told, Unit, below, strength

# A divided decision not longer than this many budgets is kept whole; of a longer one the operative clauses are.
LENIENT = 1.5
# A clause that speaks of others says nothing without them: “the approval in a) and b) above be conditional”
OTHER_CLAUSES = re.compile(
    r"\b(?:in|of|to|under|with)\s(?:(?:parts?|clauses?|paragraphs?|resolutions?|points?)\s)?\(?(?:[a-z]|[ivx]{1,3}|\d{1,2})\)"
)
# What only carries out the rest: “the Clerk be authorised to execute any documents needed to give effect to it”
CARRIES_OUT = re.compile(r"\badministrative\sacts\b|\bexecute\s(?:any|all)\b|\bgive\seffect\sto\b", re.IGNORECASE)
# What a clause of a long resolution counts for, beside what its words say of its worth.
CLAUSE = 1.0
ACTING = 0.5
TINY = 0.1
# How a motion was voted on, on a line of its own: “Motion Passed (14 to 0)”, “Carried 7-2.”
COUNTED = re.compile(
    r"\W*(?:(?:the\s)?(?:motion|amendment|vote|resolution)\s(?:(?:was|is|as\s\w+)\s)?)?"
    r"(?:passed|carried|adopted|approved|agreed)\b.{0,20}\d[^.;]{0,40}\W*\Z",
    re.IGNORECASE,
)
# “… waives the fee;”: no line that leads to others
CLOSED = re.compile(r"[.;,](?:\s(?:and|or))?\W*\Z")
# “the following actions be taken with respect to the slip;” leads to them whatever stands at its end
LONG_LEAD = 20
ACTIONS = re.compile(r"\bthe\sfollowing\s(?:actions?|steps?)\s(?:be|are)\b", re.IGNORECASE)
FOLLOWING = re.compile(r"\bthe\sfollowing\b|\bas\sfollows\b", re.IGNORECASE)
# More clauses than the second of no more words than the first are names in a list.
FEW, MANY = 5, 5


# A list of payments has so many lines at the least, and most of its lines are such; none does a thing.
SCHEDULE, MOSTLY = 4, 0.7
PAYMENT = re.compile(r"\A(?!.*\b(?:be|is|are|was|were|that)\b).*[£€$]\s?\d", re.IGNORECASE)
MONEY = re.compile(r"[£€$]\s?(\d[\d,]*(?:\.\d+)?)")
# What is received, and nothing done about it: “a communication from the Chair of the Rowing Club, dated 3 May; and”
PAPER = re.compile(
    r"(?!.*\b(?:be|is|are|was|were|to)\b)\W*(?:an?\s|the\s)?(?:\w+\s){0,3}?"
    r"(?:communications?|letters?|submissions?|e-?mails?|correspondence|presentations?|delegations?|petitions?|memorand(?:um|a))\b",
    re.IGNORECASE,
)
# What is only proposed until a line below tells what became of it: “That the bid BE ENDORSED”, and “Motion passed”
MOTIONS = frozenset(("motion", "capitals"))


def deciding_units(
    told: Sequence[Told], units: Sequence[Unit], lengths: Sequence[int], budget: int
) -> tuple[list[int], list[str], dict[int, str]]:
    """Return the units of the strongest decision that must stand, what is to be noted, and lead-ins brought along."""
    there = [one for one in told if one.lead]
    if not there:
        return [], [], {}
    # of equals the last: an item ends with what was decided
    strongest = max(enumerate(there), key=lambda pair: (strength(pair[1].decision, units, pair[1]), pair[0]))[1]
    lead = list(strongest.lead)
    after = _after(units, lead[-1])
    opens = not strongest.clauses and budget > 1 and LEADS.search(units[lead[-1]].text) is not None
    if opens and after < len(units) and sum(lengths[n] for n in (*lead, after)) <= budget:
        lead.append(after)  # “to read as follows:” and what follows
    clauses = [n for clause in strongest.clauses for n in clause]
    every = [*lead, *clauses]
    lenient = LENIENT if max(lengths) > 1 and not _is_schedule(strongest, units) else 1
    if _are_papers(strongest, units) and sum(lengths[n] for n in every) > budget >= sum(lengths[n] for n in lead):
        return lead, _of_further(len(strongest.clauses)), {}
    if not strongest.clauses or sum(lengths[n] for n in every) <= budget * lenient:
        over = sum(lengths[n] for n in every) - budget
        lead_in: dict[int, str] = {}
        if over > 0 and clauses and _only_leads(units[lead[-1]]):
            every, lead_in[clauses[0]] = clauses, shortened(units[lead[-1]].text, LONGEST_LEAD_IN)
        elif over > 0 and lengths[lead[0]] <= budget and len(lead) > 1:
            every = [*_shortened(lead, lengths, budget - sum(lengths[n] for n in clauses)), *clauses]
        over = sum(lengths[n] for n in every) - budget
        exceeded = [f"budget exceeded: the decision alone takes {budget + over} of {budget}"] if over > 0 else []
        return every, exceeded, lead_in
    return _operative(strongest, units, lengths, budget)


def _after(units: Sequence[Unit], n: int) -> int:
    """Return what stands below a line: of a table what it comes to, if a row tells it."""
    row = n + 1
    while row < len(units) and units[row].paragraph.kind == "table":
        if TOTAL.match(units[row].text):
            return row
        row += 1
    return n + 1


def verdict_line(units: Sequence[Unit], told: Sequence[Told], kept: Sequence[int]) -> tuple[int, ...]:
    """Return the line that tells what became of a motion that is kept: “Motion carried.”, “The motion was lost.”."""
    put = (one for one in told if one.lead and one.numbers & set(kept))
    motion = next((one for one in put if one.decision.found_by in MOTIONS and one.decision.votes is None), None)
    if motion is None or any(VERDICT.match(units[n].text) for n in kept):
        return ()
    return next(((n,) for n in below(motion, told, len(units)) if VERDICT.match(units[n].text)), ())


def own_verdicts(units: Sequence[Unit], told: Sequence[Told], chosen: AbstractSet[int]) -> set[int]:
    """Return the lines on what became of a motion that is shown above them: “Carried.” needs no other beside it."""
    found = set()
    for one in told:
        if one.numbers & chosen:
            found |= {n for n in one.numbers if VERDICT.match(units[n].text) and n not in one.lead}
            found |= set([n for n in below(one, told, len(units)) if VERDICT.match(units[n].text)][:1])
    return found


def vote_line(units: Sequence[Unit], told: Sequence[Told], kept: Sequence[int], room: int) -> tuple[int, ...]:
    """Return the line that counts the votes on a decision that is kept, where there is room for it."""
    voted = (one for one in told if one.decision.votes is not None and one.numbers & set(kept))
    lines = (n for one in voted for n in below(one, told, len(units)) if COUNTED.match(units[n].text))
    line = next(lines, None)
    return (line,) if line is not None and line not in kept and units[line].words <= room else ()


def _shortened(lead: Sequence[int], lengths: Sequence[int], budget: int) -> list[int]:
    """Return the first sentences of a decision that fit, the one with the verb among them."""
    taken: list[int] = []
    for n in reversed(lead):
        if taken and sum(lengths[k] for k in (*taken, n)) > budget:
            break
        taken.insert(0, n)
    return taken


def _operative(
    told: Told, units: Sequence[Unit], lengths: Sequence[int], budget: int
) -> tuple[list[int], list[str], dict[int, str]]:
    """Return the opening of a long resolution and its clauses that fit, what does something before what only notes."""
    lead = list(told.lead)
    lead_in: dict[int, str] = {}
    openings = [clause[0] for clause in told.clauses]
    worths = [_does(units[n]) for n in openings]
    if sum(units[n].words <= FEW for n in openings) > MANY:  # whose letters were received
        openings = [n for n in openings if units[n].words > FEW] or openings[:1]
        worths = [_does(units[n]) for n in openings]
    listed = _is_schedule(told, units)
    worths = [_paid(units[n]) for n in openings] if listed else worths
    doing = [k for k, worth in enumerate(worths) if worth]
    doing = [k for k in doing if clause_over(units, openings[k]) is None] or doing
    acting = [k for k in doing if ACTS.search(units[openings[k]].text)]
    best = max(doing, key=lambda k: worths[k]) if listed else (*acting, *doing, 0)[0]
    worths = worths if doing else [CLAUSE] * len(openings)
    costs = [lengths[n] for n in openings]
    crowded = sum(lengths[n] for n in lead) + costs[best] > budget
    whole = budget > 1 and _is_whole(units[lead[-1]]) and sum(lengths[n] for n in lead) <= budget
    if not whole and (budget <= 1 or crowded or _only_leads(units[lead[-1]])):
        # the operative clause first of all, its verb before it in brackets
        lead_in[openings[best]] = shortened(units[lead[-1]].text, LONGEST_LEAD_IN)
        lead = []
    room = budget - sum(lengths[n] for n in lead)
    fits = budget > 1 and costs[best] <= room
    if whole and not fits:  # what the resolution does first is told, and no clause at the cost of it
        return lead, _of_further(len(told.clauses)), {}
    chosen = (best, *select(worths, costs, room, kept=(best,)).chosen) if fits else (best,)  # one clause at the least
    parts = [openings[k] for k in chosen]
    if len(parts) > 1:  # “(a) the following actions be taken:” leads to nothing where none of its parts stands
        parts = [n for n in parts if LEADS.search(units[n].text) is None or n + 1 in parts] or parts
    taken = [*lead, *parts]
    shown = len(taken) - len(lead)
    notes = _of_further(len(told.clauses) - shown)
    over = sum(lengths[n] for n in taken) - budget
    if over > 0:
        notes.append(f"budget exceeded: the decision alone takes {budget + over} of {budget}")
    return sorted(taken), notes, lead_in


def _is_schedule(told: Told, units: Sequence[Unit]) -> bool:
    """Tell a list of what is paid to whom, “Reed & Fell - £40.00 - Bulbs”, of which not all lines need stand."""
    lines = [units[clause[0]].text for clause in told.clauses]
    paid = sum(len(line.split()) <= LONG_LEAD and PAYMENT.search(line) is not None for line in lines)
    return paid >= SCHEDULE and paid > MOSTLY * len(lines)


def _are_papers(told: Told, units: Sequence[Unit]) -> bool:
    """Tell a decision whose clauses only list what was received: “a letter from B. Wren, dated 3 May”."""
    return bool(told.clauses) and all(PAPER.match(units[clause[0]].text) for clause in told.clauses)


def _paid(unit: Unit) -> float:
    """Return the largest sum of money a line tells: of a list of payments those that come to most are shown."""
    return max([TINY, *(float(match[1].replace(",", "")) for match in MONEY.finditer(unit.text))])


def _of_further(count: int) -> list[str]:
    return [f"{count} further {'clause' if count == 1 else 'clauses'} of the decision not shown"] if count else []


def _is_whole(unit: Unit) -> bool:
    """Tell the first clause of a resolution from a line that leads to clauses: it does something by itself."""
    leads = CLOSED.search(unit.text) is None or FOLLOWING.search(unit.text) is not None
    return unit.words > FEW and not leads and _does(unit) > 0


def _only_leads(unit: Unit) -> bool:
    """Tell “That … the following actions be taken with respect to …:”, of which the title says as much."""
    return unit.words > LONG_LEAD and ACTIONS.search(unit.text) is not None


def _does(unit: Unit) -> float:
    """Return how much a clause does: nothing where it only takes notice, or speaks of other clauses."""
    if BARE_NOTING.search(unit.text) or TAKES_NOTICE.match(unit.text) or OTHER_CLAUSES.search(unit.text):
        return 0.0
    if CARRIES_OUT.search(unit.text):
        return TINY
    return max(CLAUSE + role_and_weight(unit.text)[1], TINY) + (ACTING if ACTS.search(unit.text) else 0.0)
