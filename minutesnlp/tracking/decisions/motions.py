"""The text of a motion that is put to the vote: what stands within it decides nothing, whatever its words.

“This Council resolves to light the path” between the quotation marks of a motion, or between the motion and its vote,
is a clause of the motion. What became of it the vote tells.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from minutesnlp.records import Clause, Decision, Paragraph
from minutesnlp.tracking.decisions.clauses import FINISHED, LEADS_ON
from minutesnlp.tracking.decisions.deciding import deciding
from minutesnlp.tracking.decisions.divisions import PUTS
from minutesnlp.tracking.decisions.labels import label_of
from minutesnlp.tracking.decisions.making import AMENDMENT
from minutesnlp.tracking.decisions.movers import movers_in
from minutesnlp.tracking.decisions.units import Unit
from minutesnlp.tracking.decisions.verbs import ADVERBS, is_lost

# “The following motion was submitted:”, “Amendment:” above its text
ANNOUNCED = re.compile(r"\b(?:motion|amendment|proposal)\b[^.]{0,120}(?:[:–—-]|\bthat)\s*\Z", re.IGNORECASE)
# A motion speaks in the present: “This Council resolves to …”
PRESENT = re.compile(
    r"\W*(?:and\s)?(?:that\s)?(?:this\s|the\s)?(?:[A-Z][\w’'-]*\s){0,4}?"
    rf"(?:council|committee|board|panel|cabinet|assembly|authority)\s{ADVERBS}"
    r"(?:resolves?|agrees?|decides?|recommends?|endorses?|accepts?|supports?|requests?)\b",
    re.IGNORECASE,
)
OPENS_QUOTED = re.compile(r"\s*[“\"‘]")
STRAIGHT = re.compile(r"(?<!\w)\"(?=\w)")
CLOSES_SINGLE = re.compile(r"[’'][.;]?\s*\Z")
QUOTED = re.compile(r"“[^”]*(?:”|\Z)|(?<!\w)\"(?=\w)[^\"]*(?:\"|\Z)")
PUT_AND_LOST = re.compile(
    r"\b(?:motion|amendment|proposal)\b[^.]{0,60}\b(?:lost|carried|passed|defeated|rejected|withdrawn|fell|failed)\b",
    re.IGNORECASE,
)
# “Motion to amend part b):”, “That the motion be further amended to read as follows:”, “Motion to add a new part j):”
AMENDS = re.compile(
    r"\A\W*(?:motion\sto\s(?:amend\b(?!\s(?:the\s)?(?:[A-Z][\w-]*\s)*(?:by-?laws?|plan|policy|ordinance|order|constitution)\b)"
    r"|add\san?\s(?:new|further|additional)\s(?:part|clause|paragraph|recommendation))"
    r"|(?:that\s)?the\s(?:[\w-]+\s)?(?:motion|resolution|recommendations?)\s(?:be|is)\s"
    r"(?:\w+ly\s|further\s)?amended\b)"
    r"|(?<!not\s)\bto\samend\sthe\s(?:main\s|original\s)?(?:motion|resolution)\b",
    re.IGNORECASE,
)
# “THAT the bid be accepted.” above “THAT staff report back.”, each with a label or without
OPENS_PART = re.compile(r"\W*(?:[A-Z0-9]{1,2}[.)]\s)?(?:AND\s)?(?:FURTHER\s)?THAT\b")
HEADS_AMENDMENT = re.compile(
    r"\W*(?:(?:the|first|second|third|further|proposed)\s){0,2}amendment\b(?:\s(?:no\.?\s?)?\d{1,2})?\W*", re.IGNORECASE
)
VOTE_HEAD = re.compile(r"\W*(?:recorded\s)?vote\W*\Z", re.IGNORECASE)
FARTHEST = 80  # units between a motion and the end of its text


def texts_of_motions(units: Sequence[Unit], council: str | None) -> dict[int, int]:
    """Return the units that open a motion, each with the last paragraph of its text; silence what decides within it."""
    found: dict[int, int] = {}
    for n, unit in enumerate(units):
        if not unit.movers.mover and not LEADS_ON.search(unit.text[-12:]):
            continue
        weak = unit.found_by == "prose" or (unit.found_by == "capitals" and _lost_after(units, n))
        if weak and unit.movers.mover and QUOTED.search(unit.text):
            unit.verb, unit.found_by = deciding(QUOTED.sub("“”", unit.text), council)
        if AMENDS.match(unit.text) and unit.text.rstrip().endswith(":") and unit.found_by in ("", "capitals"):
            last = _amended_text(units, n)
            if last > n:
                unit.verb, unit.found_by, unit.motion = "", "", True
                found[n] = units[last].place
            continue
        last, quoted = _text_of(units, n)
        kinds = ("prose", "opening", "capitals") if quoted and _lost_after(units, last) else ("prose",)
        inside = [
            one for one in units[n + 1 : last + 1] if one.found_by in kinds and (quoted or PRESENT.match(one.text))
        ]
        for one in inside:
            one.verb, one.found_by = "", ""
        if inside:
            first = n
            if unit.movers.bare or not unit.movers.mover:  # who moved stands above the motion
                first = n + 1 if quoted else units.index(inside[0])
                units[first].motion = True
            found[first] = units[last].place if quoted else inside[-1].place
    return found


def _lost_after(units: Sequence[Unit], n: int) -> bool:
    """Tell whether the next thing told after a motion is that it was lost."""
    for unit in units[n + 1 : n + FARTHEST]:
        if unit.found_by or unit.movers.mover:
            return is_lost(unit.verb)
    return False


def _text_of(units: Sequence[Unit], n: int) -> tuple[int, bool]:
    """Return the last unit of the text of the motion moved in a unit, and whether it is in quotation marks.

    The unit itself where it moves nothing, or where no vote follows a text without marks.
    """
    unit = units[n]
    if unit.found_by or not (unit.movers.mover or ANNOUNCED.search(unit.text)) or n + 1 >= len(units):
        return n, False
    opened = _left_open(unit.text)
    if not opened and OPENS_QUOTED.match(units[n + 1].text):
        opened = units[n + 1].text.lstrip()[0]
    for k in range(n + 1, min(n + FARTHEST, len(units))):
        one = units[k]
        if opened and _closed(one.text, opened):
            return k, True
        voted = one.found_by == "verdict" or one.votes is not None or one.put != ""
        if voted or PUTS.search(one.text) or PUT_AND_LOST.search(one.text):
            return k - 1, False
        first = opened and k == n + 1  # “RESOLVED that …” right behind the mark
        if (one.found_by not in ("", "prose") and not first) or (one.movers.mover and one.movers.seconder):
            return (k - 1 if AMENDMENT.search(one.text) else n), False
    return n, False


def _amended_text(units: Sequence[Unit], n: int) -> int:
    """Return the last unit of what an amendment puts in, above its verdict or the next motion; silence what decides.

    The unit itself where neither follows.
    """
    ends = (k for k in range(n + 1, min(n + FARTHEST, len(units))) if _ends_an_amendment(units[k]))
    k = next(ends, n)
    last = max((m for m in range(n, k) if not units[m].aside and not VOTE_HEAD.match(units[m].text)), default=n)
    for one in units[n + 1 : last + 1]:
        one.verb, one.found_by = "", ""
    return last


def _ends_an_amendment(unit: Unit) -> bool:
    return unit.found_by == "verdict" or unit.movers.mover is not None


def _left_open(text: str) -> str:
    """Return the quotation mark that a text opens and does not close; none where it closes all."""
    if text.count("“") > text.count("”"):
        return "“"
    return '"' if text.count('"') % 2 and STRAIGHT.search(text) else ""


def _closed(text: str, mark: str) -> bool:
    """Tell whether a text closes a quotation; each of its paragraphs may open with the mark anew."""
    inner = text.strip()
    inner = inner[1:] if inner.startswith(mark) else inner
    if mark == "“":
        return inner.count("”") > inner.count("“")
    if mark == '"':
        return inner.count('"') % 2 == 1
    return CLOSES_SINGLE.search(inner) is not None


def with_text(motion: Decision, paragraphs: Sequence[Paragraph], last: int, end: int) -> tuple[Decision, int]:
    """Return a motion with the rest of its text as clauses, and its last paragraph.

    `last` is the paragraph its clauses reach, `end` the one to which its text is known to go; parts below that follow.
    """
    end = max(last, end)
    while end + 1 < len(paragraphs) and end > last and _goes_on(paragraphs[end], paragraphs[end + 1]):
        end += 1
    more = []
    for one in paragraphs[last + 1 : end + 1]:
        label, begin = label_of(one)
        if one.kind not in ("heading", "boilerplate", "vote"):
            more.append(
                Clause(label if label not in ("", "•") else None, one.text[begin:], one.id, begin, len(one.text))
            )
    return dataclasses.replace(motion, clauses=(*motion.clauses, *more)), end


def first_of_motion(units: Sequence[Unit], found: int, floor: int) -> int:
    """Return where a motion begins of which each paragraph opens with “THAT”: the first of them behind a floor."""
    while found - 1 > floor and OPENS_PART.match(units[found].text):
        above = units[found - 1]
        if above.found_by or above.place != units[found].place - 1 or not OPENS_PART.match(above.text):
            break
        found -= 1
    return found


def with_parts_below(motion: Decision, paragraphs: Sequence[Paragraph], place: int, verdict: int) -> Decision:
    """Return a motion whose clauses are the paragraphs between it and its verdict, if each opens with “THAT”."""
    below = paragraphs[place + 1 : verdict]
    if motion.clauses or not below or not all(OPENS_PART.match(one.text) for one in below):
        return motion
    told = (Clause(one.number or label_of(one)[0] or None, one.text, one.id, 0, len(one.text)) for one in below)
    return dataclasses.replace(motion, clauses=tuple(told))


def amending(decision: Decision) -> Decision:
    """Return a decision, told as an amendment where that is what it moves."""
    said = decision.sentence
    return dataclasses.replace(decision, amendment=True) if AMENDS.search(said[:200]) else decision


def under_amendment(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Tell whether a motion stands below “AMENDMENT” or “Amendment moved: Cllr Ash”, a line of its own.

    Who moved and seconded it may stand between.
    """
    while place and movers_in(paragraphs[place - 1].text).bare:
        place -= 1
    above = paragraphs[place - 1].text if place else ""
    heads = HEADS_AMENDMENT.match(above)
    return heads is not None and (heads.end() == len(above) or movers_in(above).mover is not None)


def _goes_on(above: Paragraph, below: Paragraph) -> bool:
    if below.kind in ("heading", "boilerplate", "vote", "attendance") or PUTS.search(below.text):
        return False
    return LEADS_ON.search(above.text) is not None or (
        label_of(below)[0] is not None and (label_of(above)[0] is not None or not FINISHED.search(above.text))
    )
