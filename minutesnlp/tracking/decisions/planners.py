"""What a planning authority decided, which the minutes of a parish only tell: results beside its own comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Decision, Paragraph

# Those who are told of planning permissions and grant none
NO_PLANNERS = re.compile(r"\b(?:parish|community)\b", re.IGNORECASE)
OUTCOMES = frozenset(("APPROVED", "REFUSED", "GRANTED", "PERMITTED", "WITHDRAWN", "ACCEPTED"))
# “24/0071 – Mill House – Approved”, “Mill Lane appeal – refused”, “change of use, application refused”
RESULT = re.compile(
    r"(?:[-–—:|.]\s*|\bapplication\s)(?:approved|refused|granted|permitted|withdrawn|dismissed|accepted)\W*\Z",
    re.IGNORECASE,
)
OURS = re.compile(
    r"\b(?:parish|community(?!\s(?:centre|hall|house|shop))|council|councillors|cllrs?|members|agreed|resolved|"
    r"unanimous\w*)\b",
    re.IGNORECASE,
)
# The parish's own comment stands in the cell before the result.
BESIDE_A_COMMENT = re.compile(
    r"\|\s*(?:no\s)?(?:objections?|comments?|observations?|support)\s*\|\s*(?:approv|refus|grant|permi|withdr)\w*\W*\Z",
    re.IGNORECASE,
)
# What only the planning authority says of an application: in its title, or of another one in the same list
AWAITED = re.compile(
    r"\b(?:awaiting|awaits?|pending)\s(?:a\s|the\s)?decision\b|\bdecision\s(?:awaited|pending)\b"
    r"|[-–—|]\s*(?:granted|permitted|permission)\W*\Z",
    re.IGNORECASE,
)
DECISIONS = re.compile(
    r"\bplanning\s(?:application\s)?decisions?\b(?!\sto\sbe)|\bdecisions?\s(?:received|notified|made\sby|from|of\sthe)\b",
    re.IGNORECASE,
)
APPEAL = re.compile(r"\bappeal\b", re.IGNORECASE)
REFERENCE = re.compile(r"\b\d{2,4}/\d{2,5}(?:/\w+)?\b")
PERMISSION = re.compile(
    r"\bpermission\swas\s(?:granted|refused)\b|\bto\snote\b|\bapplication\s(?:refused|permitted)\b", re.I
)

# “No comment”, alone: a parish's view of an application, and below “Footpaths:” no more than that nobody spoke
SILENCE = re.compile(
    r"\W*no\s(?:comments?|observations?)(?:\s(?:was|were))?(?:\s(?:made|raised|received))?\W*", re.IGNORECASE
)
APPLIED_FOR = re.compile(
    r"\b(?:planning|applications?|applicants?|proposed|proposals?|consultations?|licen[cs]\w*|retrospective|extensions?|"
    r"erection|construction|conversion|demolition|dwellings?|storey|listed\sbuilding|variation|tree\s?works?|change\sof\suse|orders?)\b"
    r"|\b\d{2,4}/\d{2,5}\b",
    re.IGNORECASE,
)
HIGHEST = 3  # paragraphs above, of which one tells what was applied for


def says_nothing(decision: Decision, paragraphs: Sequence[Paragraph], title: str) -> bool:
    """Tell “No comments made.” where nothing was to be commented on: neither title nor what stands above it says so."""
    if SILENCE.fullmatch(decision.sentence) is None or APPLIED_FOR.search(title):
        return False
    at = next(n for n, paragraph in enumerate(paragraphs) if paragraph.id == decision.paragraph_id)
    if at and paragraphs[at - 1].kind in ("clause", "bullet", "table"):  # a line of a list of applications
        return False
    above = " ".join(one.text for one in paragraphs[max(0, at - HIGHEST) : at])
    return APPLIED_FOR.search(f"{above} {paragraphs[at].text[: decision.start]}") is None


def is_told(decision: Decision, paragraphs: Sequence[Paragraph], title: str, council: str | None) -> bool:
    """Tell a planning authority's decision in the minutes of a parish, which decides on no application."""
    if decision.outcome not in OUTCOMES or decision.mover or not NO_PLANNERS.search(council or ""):
        return False
    said = decision.sentence
    if BESIDE_A_COMMENT.search(said):
        return True
    if OURS.search(said):
        return False
    if REFERENCE.search(said) and PERMISSION.search(said):
        return True
    if not RESULT.search(said):
        return False
    if APPEAL.search(said) or DECISIONS.search(title):
        return True
    at = next(n for n, paragraph in enumerate(paragraphs) if paragraph.id == decision.paragraph_id)
    beside = (*paragraphs[max(0, at - 4) : at], *paragraphs[at + 1 : at + 5])
    before = paragraphs[at].text[: decision.start + len(said)]
    return DECISIONS.search(before) is not None or any(AWAITED.search(one.text) for one in beside)
