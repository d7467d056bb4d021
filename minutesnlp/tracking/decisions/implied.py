"""Decisions in an item that has no plainer one: a motion printed alone, a body that noted, an officer instructed.

These words decide in some minutes and tell of debate in others, so they count only where nothing else decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Decision, Paragraph
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.making import make_decision
from minutesnlp.tracking.decisions.movers import NO_MOVERS
from minutesnlp.tracking.decisions.units import Unit

# “That the report be noted.”, “THAT Council approve the plan”: a motion printed as the record of what was passed
MOTION_ALONE = re.compile(
    rf"""{verbs.OPENING_MARKS} that\b .{{3,300}}? \b
    (?: (?:be|is|are)\s+ {verbs.ADVERBS} (?P<passive>{verbs.SETTLED}|directed|requested|instructed|amended|excluded)
      | (?:council|committee|board|panel|cabinet)\s (?P<active>approve|note|adopt|receive|endorse|accept|authori[sz]e|
            direct|request|support|recommend|agree|appoint|defer|award) ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# “Council noted that the grant had ended.”
BODY_NOTED = re.compile(
    r"\A\W*(?:the\s)?(?:[A-Z][\w’'&-]*\s){0,5}?(?:Council|Committee|Cabinet|Board|Panel|(?<!Chief\s)Executive|Forum)\s"
    r"(?:then\s|also\s|duly\s)?(?P<verb>noted|received(?!\san?\s(?:[\w-]+\s){0,2}(?:presentation|talk|briefing|demonstration|deputation|e-?mail|letter|request|complaint|call|query|enquiry|quotation|quote|reply|response)))\s"
)
# “The Clerk was instructed to write”, “Officers were authorised to let the contract”
INSTRUCTED = re.compile(
    r"\A\W*(?:the\s)?(?:town\s|parish\s|city\s|assistant\s|deputy\s)?(?:clerk|officers?|director|chief executive|"
    r"chair(?:man|woman|person)?|administration|staff|s?he|they)\s(?:was|were)\s(?:then\s|also\s)?"
    r"(?P<verb>instructed|authori[sz]ed|directed)\sto\s",
    re.IGNORECASE,
)
# “It was recommended that Council fund the bridge.”
IT_WAS_RECOMMENDED = re.compile(rf"\A\W*it\swas\s{verbs.ADVERBS}(?P<verb>recommended)\s(?:that|to)\b", re.IGNORECASE)


def implied(
    found: list[Decision], units: Sequence[Unit], paragraphs: Sequence[Paragraph], item_id: str | None
) -> list[Decision]:
    """Return the decisions found, which are routine or none, with those that are only implied, in printed order."""
    held = {one.paragraph_id for one in found} | {clause.paragraph_id for one in found for clause in one.clauses}
    more: list[Decision] = []
    taken = -1
    for unit in units:
        if unit.place <= taken or unit.aside or paragraphs[unit.place].id in held:
            continue
        verb = _verb(unit.text)
        if verb:
            unit.verb, unit.found_by = verb, "implied"
            decision, taken = make_decision(paragraphs, unit, unit, unit.movers or NO_MOVERS, item_id)
            more.append(decision)
    place_of = {paragraph.id: place for place, paragraph in enumerate(paragraphs)}
    return sorted([*found, *more], key=lambda one: (place_of[one.paragraph_id], one.start))


def _verb(text: str) -> str:
    match = MOTION_ALONE.match(text)
    if match:
        return match["passive"] or verbs.PARTICIPLES.get(match["active"].casefold(), match["active"])
    for pattern in (BODY_NOTED, INSTRUCTED, IT_WAS_RECOMMENDED):
        match = pattern.match(text)
        if match:
            return match["verb"]
    return ""
