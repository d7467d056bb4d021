"""The matter of a motion of which a line tells only who moved it and how it went: “Motion: Ash  Second: Birch  5-0”.

What was moved stands in the paragraph above the line or in the one below it, as towns and school boards of America
print it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from minutesnlp.records import Clause, Decision, Paragraph
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions.movers import movers_in
from minutesnlp.tracking.decisions.votes import VOTE_LINE

ACTS = (
    r"(?:approve|accept|adopt|award|pay|authori[sz]e|appoint|hire|purchase|buy|grant|deny|table|ratify|renew|transfer|sell|"
    r"lease|amend|retain|employ|engage|reject|advertise|donate|allocate|increase|reduce|raise|extend|waive|rescind|rezone|"
    r"vacate|designate|declare|receive|enter|recess|adjourn|postpone|confirm|contract|establish|name|set)"
)
# “Motion to approve the bid”, “to pay the warrants”, “Approve Resolution 24-15”, “Approval of the contract”
OPENS = re.compile(
    rf"\W*(?:(?:(?i:motion)\s)?(?i:to)\s{ACTS}\b|(?i:motion\sthat)\b|(?=[A-Z])(?i:{ACTS}\b|(?:approval|adoption|acceptance)\sof\b))"
)
# “The Superintendent recommends the Board approve the contract”, “He asked for approval of the plat.”
ASKS = (
    r"(?:motions?|request(?:s|ed|ing)?|ask(?:s|ed|ing)|recommend(?:s|ed|ing|ation)?|propos(?:al|es|ed|ing)|consider(?:s|ed|ation)?|"
    r"sought|seek(?:s|ing)?|permission|authori[sz]ation|resolution|ordinance)"
)
TELLS = re.compile(
    rf"\b{ASKS}\b[^.;?]{{0,120}}?\b(?:to|(?:board|council|commission|committee|trustees|township|village|town|city|district))"
    rf"\s{ACTS}\b|\b{ASKS}\s(?:the\s|for\s|\w+[’']s\s){{0,2}}approval\b",
    re.IGNORECASE,
)
# Words, besides names and counts, of a line that tells who moved and how it went
ONLY = frozenset(
    (
        *(
            "motion",
            "made",
            "moved",
            "by",
            "mover",
            "second",
            "seconded",
            "seconder",
            "2nd",
            "support",
            "supported",
            "and",
            "the",
        ),
        *(
            "vote",
            "votes",
            "voice",
            "roll",
            "call",
            "all",
            "in",
            "favor",
            "favour",
            "ayes",
            "aye",
            "yes",
            "yeas",
            "nays",
            "nay",
        ),
        *(
            "no",
            "none",
            "absent",
            "abstain",
            "abstained",
            "abstentions",
            "carried",
            "passed",
            "unanimously",
            "unanimous",
            "of",
        ),
        *(
            "motions",
            "carries",
            "passes",
            "approved",
            "adopted",
            "was",
            "were",
            "mr",
            "mrs",
            "ms",
            "then",
            "failed",
            "lost",
        ),
    )
)
MOTION = re.compile(r"\W*(?:motion|moved|m/s|first)\b", re.IGNORECASE)
LONGEST = 200  # letters of such a line


def moved_beside(one: Decision, place: int, paragraphs: Sequence[Paragraph], held: Collection[str]) -> Clause | None:
    """Return what was moved, where a decision tells only who moved it and the vote; None where it is not beside."""
    if one.mover is None or not _only_moves(one.text):
        return None
    last = next((n for n in range(place, len(paragraphs)) if paragraphs[n].id == one.settled_in), place)
    above = _told_above(place - 1, paragraphs, held)
    return above or _told_below(place, last + 1, paragraphs, held)


def _only_moves(text: str) -> bool:
    if len(text) > LONGEST or MOTION.match(text) is None:
        return False
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return all(not word[0].islower() or word.casefold() in ONLY for word in words)


def _told_above(at: int, paragraphs: Sequence[Paragraph], held: Collection[str]) -> Clause | None:
    if at < 0 or not _is_free(paragraphs[at], held):
        return None
    above = paragraphs[at]
    for start, end in reversed(sentences(above.text)):
        said = above.text[start:end]
        if OPENS.match(said) or TELLS.search(said):
            return _clause(above, start, end)
    return None


def _told_below(place: int, at: int, paragraphs: Sequence[Paragraph], held: Collection[str]) -> Clause | None:
    while at < len(paragraphs) and (VOTE_LINE.match(paragraphs[at].text) or paragraphs[at].kind == "vote"):
        at += 1
    if at >= len(paragraphs) or not _is_free(paragraphs[at], held) or not OPENS.match(paragraphs[at].text):
        return None
    # what stands above another such line is of that one, unless the first of them has nothing above it
    after = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    first = place == 0 or paragraphs[place - 1].kind == "heading" or paragraphs[place - 1].id in held
    if after is not None and _only_moves(after.text) and not first:
        return None
    return _clause(paragraphs[at], 0, len(paragraphs[at].text))


def _is_free(paragraph: Paragraph, held: Collection[str]) -> bool:
    """Tell a paragraph of no other decision, in which nobody moves anything else."""
    if paragraph.id in held or paragraph.kind not in ("text", "clause", "bullet"):
        return False
    movers = movers_in(paragraph.text)
    return movers.mover is None and movers.seconder is None


def _clause(paragraph: Paragraph, start: int, end: int) -> Clause:
    text = paragraph.text[start:end].rstrip()
    return Clause(None, text, paragraph.id, start, start + len(text), guessed=True)
