"""An item read from its first sentence to its last: which sentence decides, and which settles a motion before it.

`Walk.read` is the course of it. A motion that is found is PROPOSED until something settles it, and becomes REFUSED

- by a bare verdict below it (“Motion lost.”, a division): `_verdict` asks `settling.settle`, which gives it;
- by a sentence on it (“The amendment was defeated by 9 votes to 4.”), whose decision takes its place in `_decide`, as
  `replacing.on_motion` makes it;
- by the fate told beside that of its amendment, a sentence of its own (`units.TWO_FATES`): `settling.settle`;
- by a vote of which only the numbers are printed: `finding._counted`, when all is read.

A sentence that both moves and loses, and one whose verb is denied, are REFUSED at once (`deciding.outcome_of`).
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect
from collections.abc import Mapping, Sequence

from minutesnlp.records import Decision, Paragraph, Votes
from minutesnlp.tracking.decisions import choosing, leading, verbs
from minutesnlp.tracking.decisions.clauses import is_a_number
from minutesnlp.tracking.decisions.divisions import BY, PUTS
from minutesnlp.tracking.decisions.making import make_decision, with_rest
from minutesnlp.tracking.decisions.motions import (
    under_amendment,
    with_parts_below,
    with_text,
)
from minutesnlp.tracking.decisions.movers import NO_MOVERS, Movers
from minutesnlp.tracking.decisions.open_motions import left_open
from minutesnlp.tracking.decisions.replacing import on_motion, settled_by, told_again
from minutesnlp.tracking.decisions.reprints import reprint_ends, split, undecided, with_words
from minutesnlp.tracking.decisions.settling import (
    PART,
    begins,
    is_of_another,
    motion_before,
    settle,
)
from minutesnlp.tracking.decisions.submitted import (
    NOTICE,
    are_one,
    moved_by,
    names_its_motion,
    seconded_notice,
    silence,
    speaks_to_it,
    submitter_in,
)
from minutesnlp.tracking.decisions.units import Unit
from minutesnlp.tracking.decisions.votes import CASTING, merged, votes_in
from minutesnlp.tracking.decisions.whose import (
    amended_ahead,
    belongs_before,
    heads_a_motion,
    is_near,
    is_taken_up,
    movers_of,
    tells_who,
    verdict_ahead,
)

# “Mrs Ash was proposed as Chair by Cllr Birch”
NOMINATES = re.compile(r"\b(?:was|were)\s(?:re-)?(?:proposed|nominated)\s(?:as|for)\s", re.IGNORECASE)

# “Her report said: 'There is no need to move. Recommendation accepted”: a mark that opens words of somebody else's and
# is not closed before
IN_QUOTATION = re.compile(r"(?:\A|[.:]\s)['‘](?=[A-Z])[^'‘’]*\Z")
# “This was seconded by Cllr Ash.”, “Cllr Ash seconded the motion.”, below what was proposed
SECONDED_THIS = re.compile(
    r"\W*(?:(?:this|it|the\s(?:motion|proposal))\s(?:was|is)\s(?:also\s|then\s|duly\s)?seconded\sby\b"
    r"|[^,;]{2,60}\sseconded\s(?:this|it|(?:the|his|her|this)\s(?:motion|proposal|proposition))\W*\Z"
    r"|[^,;]{2,60}(?<!\bnot)\sseconded\W*\Z)",
    re.IGNORECASE,
)
PROPOSING = re.compile(r"\bin\s(?:proposing|moving)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"\b(?:amendments|(?:amending|both|two|three|other)\s(?:\w+\s)?motions)\s(?:was|were)\b", re.IGNORECASE
)
MOST_BETWEEN = 2  # sentences that say more of a decision, before who moved it is told


class Walk:
    """The sentences of an item, and what was found to be decided in those read so far.

    `decisions`, `anchors` (the unit at which each was found) and `ends` (the last paragraph that holds each) go side by
    side.
    """

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        units: Sequence[Unit],
        motions: Mapping[int, int],
        item_id: str | None,
        title: str,
    ) -> None:
        """Take the sentences of `paragraphs`, and the last paragraph of each motion whose text is known to go on."""
        self.paragraphs = paragraphs
        self.units = units
        self.motions = motions
        self.item_id = item_id
        self.submitter = submitter_in(title)
        self.decisions: list[Decision] = []
        self.anchors: list[int] = []
        self.ends: list[int] = []
        self.taken = -1  # paragraphs up to this one are clauses of the last decision
        self.within = -1  # the paragraph whose inline clauses the last decision took
        self.waiting: Movers | None = None  # a mover who stands before his motion
        self.waiting_at = 0
        self.ahead: Votes | None = None  # a vote told before the decision it carried
        self.printed_again = 0  # units before this one are the words of the last decision once more

    def read(self) -> None:
        """Read all sentences."""
        for n, unit in enumerate(self.units):
            self._drop_reprints(n)
            if n < self.printed_again or self._is_a_clause(unit):
                continue
            self._take_for(n)
            choice = choosing.choice_at(self.units, n) if len(self.decisions) > 1 else None
            if choice and choosing.settle_both(choice, self.units, n, self.decisions, self.paragraphs):
                continue
            if self._leads_on(n) or self._adds_who(n):
                continue
            if not unit.found_by:
                self._motion(n)
                continue
            if unit.found_by == "verdict" and IN_QUOTATION.search(self.paragraphs[unit.place].text[: unit.start]):
                continue
            begin = self._verdict(n) if unit.found_by == "verdict" else n
            if begin is not None:
                self._decide(n, begin)
        self._leave_open()

    def _leave_open(self) -> None:
        """Keep the motion of a notice whose mover and seconder stand at the end of its item, and what else is open."""
        waits = self.waiting is not None and self.waiting.mover and self.waiting.seconder
        n = next((n for n, unit in enumerate(self.units) if NOTICE.match(unit.text)), None)
        if waits and n is not None and not self.decisions and self.waiting is not None:
            self.units[n].movers = self.waiting
            self._put(n)
        for n in left_open(self.units, self.anchors, self.decisions, self.paragraphs):
            self._put(n)
            k = bisect(self.anchors[:-1], n)
            self.decisions.insert(k, self.decisions.pop())
            self.anchors.insert(k, self.anchors.pop())
            self.ends.insert(k, self.ends.pop())

    def _drop_reprints(self, n: int) -> None:
        """Tell what is printed once more, and drop the motion that was then voted on in parts or as amended."""
        again = reprint_ends(self.units, n)
        if self.decisions and again > n:
            self.printed_again = again
            self.decisions[-1] = with_words(self.decisions[-1], self.units[n + 1 : again], self.paragraphs)
        if n < self.printed_again:
            return
        for _ in range(undecided(self.units, n, self.anchors, self.decisions)):
            self._drop(-1)
        for k in reversed(split(self.units, n, self.anchors, self.decisions)):
            self._drop(k)

    def _drop(self, k: int) -> None:
        del self.decisions[k], self.anchors[k], self.ends[k]

    def _is_a_clause(self, unit: Unit) -> bool:
        """Tell whether a sentence was taken for a part of the last decision."""
        behind = unit.place == self.taken and _goes_on_behind(self.decisions[-1], unit, self.paragraphs)
        inline = unit.place == self.within and unit.found_by != "opening"
        return (unit.place <= self.taken and not behind) or inline

    def _take_for(self, n: int) -> None:
        """Take a sentence for what it is by what stands below it: the head of clauses, of acts, of a resolution."""
        unit = self.units[n]
        if below := leading.clause_below(self.units, n):
            unit.verb, unit.found_by = below.verb, "capitals"
        elif leading.heads_acts(self.units, n):
            opens = verbs.ACT.match(self.units[n + 1].text)
            unit.verb, unit.found_by = opens["verb"] if opens else "", "opening"
        elif leading.leads_to_its_fall(self.units, n):
            unit.verb, unit.found_by = "", ""
        if unit.found_by == "verdict" and is_a_number(unit.text, self.paragraphs[unit.place + 1 : unit.place + 2]):
            unit.found_by = "opening"
        if unit.found_by == "verdict" and leading.leads_a_motion(self.units, n, self.paragraphs):
            unit.found_by, below = "opening", self.units[n + 1]
            if leading.WHO_MOVED.match(below.text):
                unit.movers, below.movers = below.movers, NO_MOVERS

    def _leads_on(self, n: int) -> bool:
        """Tell a sentence that only leads to the next and keep its vote for that; else tell a verdict told in full."""
        unit = self.units[n]
        if unit.found_by and leading.runs_into_the_next(self.units, n):
            self.ahead = merged(self.ahead, votes_in(self.paragraphs[unit.place], unit.start, unit.end))
            if unit.movers.mover:
                self.waiting, self.waiting_at = unit.movers, n
            return True
        if unit.found_by == "verdict" and leading.leads_to_a_verdict(self.units, n):
            self.ahead, unit.aside = merged(self.ahead, unit.votes), True
            return True
        if unit.found_by == "verdict" and leading.is_told_in_full(self.units, n):
            unit.found_by = "prose"
        return False

    def _adds_who(self, n: int) -> bool:
        """Give the decision right before a sentence its mover and vote, where the sentence tells only those."""
        unit = self.units[n]
        at = self.anchors[-1] if self.decisions else n
        if not 0 < n - at <= MOST_BETWEEN + 1 or not tells_who(self.units, n, self.decisions[-1], at=at):
            return False
        self._give_who(unit)
        return True

    def _give_who(self, unit: Unit) -> None:
        votes = merged(self.decisions[-1].votes, votes_in(self.paragraphs[unit.place], unit.start, unit.end))
        mover, seconder, _ = unit.movers
        self.decisions[-1] = dataclasses.replace(self.decisions[-1], mover=mover, seconder=seconder, votes=votes)

    def _verdict(self, n: int) -> int | None:
        """Give a verdict to the motion it settles; else return where what it settles begins, None for nothing."""
        unit = self.units[n]
        if settle(self.units, n, self.anchors, self.ends, self.decisions, self.paragraphs):
            return None
        if unit.second:  # of a motion that is not printed
            unit.found_by = "prose"
            return n
        named = begins(self.units, n, self.anchors, self.paragraphs)
        begin = motion_before(self.units, n, self.anchors) if named is None else named
        unit.settles = -1 if unit.form or PART.search(unit.put) else n
        of_nothing = begin == n and unit.votes is not None and not unit.form
        if of_nothing and unit.verb not in unit.text.casefold():
            return None  # a count of which nothing is known
        return begin

    def _motion(self, n: int) -> None:
        """Keep who moves in a sentence that decides nothing, and the motion where no verdict follows it."""
        unit = self.units[n]
        if self._tells_who_moved(n):
            self.units[n - 1].movers = unit.movers
            self._put(n - 1)
            return
        if self._seconds_the_notice(n) or speaks_to_it(unit, self.decisions, self.submitter):
            return
        recent = self.waiting if self.waiting and is_near(self.units, self.waiting_at, n) else None
        if unit.motion and recent is not None:  # who moved and seconded it stands above
            unit.movers = recent
        elif recent is None and self._is_of_the_last(n):
            self._give_who(unit)
            unit.aside = True  # a verdict right below it is of the same
        elif unit.movers.mover or unit.movers.seconder:
            old = recent or NO_MOVERS
            seconds = SECONDED_THIS.match(unit.text) or (
                unit.movers.bare and amended_ahead(self.units, n, self.waiting_at)
            )
            if old.mover and not old.seconder and seconds and not verdict_ahead(self.units, n):
                at = self._moved_at()
                self.units[at].movers = Movers(old.mover, unit.movers.seconder, False)
                self._put(at)
                return
            if old.seconder and not are_one(unit.movers.mover, old.mover):
                old = NO_MOVERS  # another moves anew
            self.waiting = Movers(unit.movers.mover or old.mover, unit.movers.seconder or old.seconder, False)
            self.waiting_at = n
        moved = unit.movers.mover and unit.movers.seconder and (unit.motion or not unit.movers.bare)
        moved = moved and not (PUTS.search(unit.text) and self._is_moved(unit.movers))
        moved = moved and not is_taken_up(self.units, n)
        nominates = NOMINATES.search(unit.text) is not None
        settled = moved and n not in self.motions and verdict_ahead(self.units, n, nominates=nominates)
        if heads_a_motion(self.units, n) or (moved and (not settled or choosing.is_ahead(self.units, n))):
            self._put(n)

    def _seconds_the_notice(self, n: int) -> bool:
        """Keep the motion of a notice that “was seconded by Cllr Birch”, and tell whether there was one."""
        at = seconded_notice(self.units, n, self.anchors[-1] if self.anchors else -1)
        who = moved_by(self.submitter, self.waiting, self.units[n].movers.seconder) if at is not None else None
        held = {one.paragraph_id for one in self.decisions}
        held |= {clause.paragraph_id for one in self.decisions for clause in one.clauses}
        if at is None or who is None or self.paragraphs[self.units[at].place].id in held:
            return False
        silence(self.units[at + 1 : n + 1])
        self.units[at].movers = who
        self._put(at)
        return True

    def _is_moved(self, who: Movers) -> bool:
        """Tell whether a motion of these members waits: “a vote was taken on the motion of …” is no other."""
        waiting = (one for one in self.decisions if one.outcome == "PROPOSED")
        return any(are_one(one.mover, who.mover) and are_one(one.seconder, who.seconder) for one in waiting)

    def _moved_at(self) -> int:
        """Return where the motion stands whose mover was told last: “In proposing the motion” it stands above."""
        if not PROPOSING.search(self.units[self.waiting_at].text):
            return self.waiting_at
        after = self.anchors[-1] + 1 if self.anchors else 0
        notices = (n for n in range(after, self.waiting_at) if NOTICE.match(self.units[n].text))
        return next(notices, self.waiting_at)

    def _tells_who_moved(self, n: int) -> bool:
        """Tell “Proposer: Cllr Ash, 2nd: Cllr Birch.” right behind “It was proposed that …”, with no verdict ahead."""
        unit, before = self.units[n], self.units[n - 1] if n else None
        if before is None or not (unit.movers.bare and unit.movers.mover and unit.movers.seconder):
            return False
        proposed = before.place == unit.place and not before.found_by and before.movers.mover is None
        return proposed and verbs.WAS_PROPOSED.match(before.text) is not None and not verdict_ahead(self.units, n)

    def _is_of_the_last(self, n: int) -> bool:
        waits = bool(self.decisions) and not self.decisions[-1].mover
        return waits and belongs_before(self.units, n, self.anchors, self.ends[-1])

    def _put(self, n: int) -> None:
        """Keep a motion as PROPOSED, until something settles it."""
        unit = self.units[n]
        unit.verb, unit.found_by = "proposed", "motion"
        decision, last = make_decision(self.paragraphs, unit, unit, unit.movers, self.item_id)
        if n in self.motions:
            decision, last = with_text(decision, self.paragraphs, last, self.motions[n])
        self._keep(decision, n, last)
        self.waiting = None

    def _keep(self, decision: Decision, n: int, last: int) -> None:
        place = next(place for place, one in enumerate(self.paragraphs) if one.id == decision.paragraph_id)
        if decision.mover and under_amendment(self.paragraphs, place):
            decision = dataclasses.replace(decision, amendment=True)
        self.taken = last if last > self.units[n].place else self.taken
        self.decisions.append(decision)
        self.anchors.append(n)
        self.ends.append(last)

    def _decide(self, n: int, begin: int) -> None:
        """Keep what a sentence decides, in the place of the motion it settles where there is one."""
        unit = self.units[n]
        put = unit.put != "" and begin == n - 1  # what lies between is the division
        near = is_near(self.units, self.waiting_at, n)
        waiting = self.waiting if near and not put else None
        if waiting is not None and is_of_another(self.units[self.waiting_at], unit):
            waiting = None
        movers = movers_of(self.units, begin, n, waiting, self.waiting_at)
        if movers.mover is None and movers.seconder and names_its_motion(unit):
            movers = moved_by(self.submitter, None, movers.seconder) or movers
        asked = unit.put if put or not n or unit.votes is None else self.units[n - 1].text
        whose = BY.search(asked) if (put or PUTS.search(asked)) and movers == NO_MOVERS else None
        if whose:  # “a vote be taken on Cllr Ash’s motion”
            movers = Movers(re.sub(r"[’']s?\Z", "", whose["name"]), None, False)
        decision, last = make_decision(self.paragraphs, self.units[begin], unit, movers, self.item_id)
        if decision.outcome == "WITHDRAWN" and self._withdraw_all(unit):
            return
        if decision.found_by == "motion" and begin != n:
            self.units[begin].found_by = self.units[begin].found_by or "motion"
            decision = with_rest(decision, self.paragraphs, unit.place)
            decision = with_parts_below(decision, self.paragraphs, self.units[begin].place, unit.place)
        if told_again(self.units, n, decision, self.anchors, self.decisions):
            return
        if put:
            decision, last = dataclasses.replace(decision, clauses=()), unit.place
        if any(clause.paragraph_id == decision.paragraph_id for clause in decision.clauses):
            self.within = unit.place
        settled = settled_by(self.units, n, decision, self.anchors, self.decisions)
        if settled is not None:
            decision = self._in_place_of(settled, decision, n)
        votes = merged(unit.votes, self.ahead) or decision.votes
        decision = dataclasses.replace(decision, votes=votes, amendment=decision.amendment or unit.amends)
        self._keep(decision, n, last)
        self.waiting, self.ahead = None, None

    def _withdraw_all(self, unit: Unit) -> bool:
        """Tell of “the two amending motions were withdrawn” that those waiting, but for the first, are withdrawn."""
        waiting = [k for k, one in enumerate(self.decisions) if one.outcome == "PROPOSED"]
        if len(waiting) < 2 or not SEVERAL.search(unit.text):
            return False
        for k in waiting[1:]:
            here = self.paragraphs[unit.place].id
            self.decisions[k] = dataclasses.replace(self.decisions[k], outcome="WITHDRAWN", settled_in=here)
        return True

    def _in_place_of(self, k: int, decision: Decision, n: int) -> Decision:
        """Return a decision with what is known of the motion it settles, which it replaces."""
        unit = self.units[n]
        motion, at = self.decisions[k], self.units[self.anchors[k]]
        told = votes_in(self.paragraphs[at.place], at.start, at.end)
        self.ahead = merged(merged(self.ahead, motion.votes), told)
        between, casting = self.units[self.anchors[k] + 1 : n + 1], CASTING.search(unit.text) is not None
        for one in between:  # the votes that a casting vote decided, and of the verdict, stand above it
            if casting or (one is not unit and one.settles == self.anchors[k]):
                self.ahead = merged(self.ahead, votes_in(self.paragraphs[one.place], one.start, one.end))
        self._drop(k)
        return on_motion(decision, motion, unit)


def _goes_on_behind(decision: Decision, unit: Unit, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell what stands behind a resolution in quotation marks, in its paragraph: it is no part of it."""
    clause = decision.clauses[-1] if decision.clauses else None
    return clause is not None and clause.paragraph_id == paragraphs[unit.place].id and clause.end <= unit.start
