"""The matter of a decision whose own words only point to it: “The motion was agreed.”, “The report was noted.”."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Sequence

from minutesnlp.records import Clause, Decision, Paragraph
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import verbs

# “The Motion was proposed by Cllr Rook, seconded by Cllr Dunn and agreed.”, “and agreed.” on a line of its own
OF_A_MOTION = re.compile(
    r"\W*(?:(?:the|this|that)\s(?:notice\sof\s)?(?:motion|resolution|amendment|proposal)\s"
    r"(?:was|were|has\sbeen|having\sbeen)\b(?![^.]{0,120}\b(?:that|to)\s(?:the|this|be|read|allow|defer)\b)"
    r"|and\s(?:agreed|carried|adopted|passed|resolved)\W*\Z|(?:motion|amendment|proposal)\s(?:\w+\s)?"
    r"(?:agreed|carried|lost|adopted|passed|approved)\W*\Z)",
    re.IGNORECASE,
)
# “The report was noted by the Council.”: a sentence that names nothing
OF_AN_ITEM = re.compile(
    r"\W*(?:(?:the|(?P<this>this|that))\s(?:above\s)?(?P<thing>item|report|position|matter|update|information|request|recommendation)|this)"
    r"\s(?:was|were)\s(?:\w+ly\s|then\s|duly\s)?(?:noted|agreed|approved|deferred|adopted|accepted|carried|received)"
    r"(?:\s(?:by\s)?(?:all|(?:the\s)?(?:members|council|committee|panel|meeting|board|councillors)(?:\spresent)?))?"
    r"(?:\s(?:to|until)\s[\w\s,]{3,40})?\W*\Z",
    re.IGNORECASE,
)
# How a motion opens where it does not open with “That”: “I will move at the next meeting that …”
MOVES = re.compile(
    r"\W*(?:(?:I|we)\s(?:will|shall|hereby|wish\sto)?\s?(?:move|propose)\b|(?:notice\sof\s)?motion\b.{0,40}[:–—-]"
    r"|(?:this|the)\s(?:\w+\s){0,3}?council\s(?:calls?|asks?|requests?|supports?|notes?|resolves?|believes?)\b|be\sit\b)",
    re.IGNORECASE,
)
# How many paragraphs above a motion may stand.
HIGHEST = 4


def with_matter(decisions: Sequence[Decision], paragraphs: Sequence[Paragraph]) -> list[Decision]:
    """Return decisions; where one's words only point to its matter above, that is its clause."""
    place_of = {paragraph.id: place for place, paragraph in enumerate(paragraphs)}
    held = {one.paragraph_id for one in decisions} | {c.paragraph_id for one in decisions for c in one.clauses}
    found = []
    for one in decisions:
        clause = None if one.clauses or one.routine else _matter(one, place_of[one.paragraph_id], paragraphs, held)
        found.append(dataclasses.replace(one, clauses=(clause,)) if clause else one)
    return found


def _matter(one: Decision, place: int, paragraphs: Sequence[Paragraph], held: Collection[str]) -> Clause | None:
    said = one.text[: max(one.sentence_end - one.start, 0) or None]
    own = paragraphs[place]
    before = [span for span in sentences(own.text) if span[1] <= one.start]
    item = OF_AN_ITEM.match(said)
    if item:
        above = paragraphs[place - 1] if place else None
        clause = None
        if before:
            clause = _clause(own, *before[-1])
        elif above is not None and above.id not in held and above.kind in ("text", "clause", "bullet"):
            clause = _clause(above, 0, len(above.text))
        # “The position was noted.” may mean all that was said; “the report” means one that is named
        named = item["thing"] is None or item["this"] or (clause and item["thing"].casefold() in clause.text.casefold())
        return clause if named else None
    if not OF_A_MOTION.match(said):
        return None
    for start, end in reversed(before):
        if _is_motion(own.text[start:end]):
            return _clause(own, start, before[-1][1])
    for above in reversed(paragraphs[max(0, place - HIGHEST) : place]):
        if above.id in held:
            return None
        for start, end in reversed(list(sentences(above.text))):
            if _is_motion(above.text[start:end]):
                return _clause(above, start, len(above.text))
    return None


def _is_motion(text: str) -> bool:
    return MOVES.match(text) is not None or verbs.MOTION.match(text) is not None


def _clause(paragraph: Paragraph, start: int, end: int) -> Clause | None:
    text = paragraph.text[start:end].rstrip()
    return Clause(None, text, paragraph.id, start, start + len(text)) if len(text.split()) > 1 else None
