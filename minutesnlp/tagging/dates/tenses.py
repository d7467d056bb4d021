"""Whether the words before an unfinished date put it in the past or ahead."""

from __future__ import annotations

import re

# “since 1 April”; what had happened (“had been adopted in March”), not what was to (“had arranged to meet in March”).
SINCE = re.compile(r"\bsince\s+(?:the\s+|about\s+|around\s+|early\s+|late\s+|mid-)?\Z", re.IGNORECASE)
PERFECT = re.compile(r"\b(?:had|has|have|having)\s+(?:\w+ly\s+|also\s+|then\s+|now\s+|not\s+)?[a-z]+", re.IGNORECASE)
# What is compared with is past: “down from 34 in May”, “than in March”; and what happened: “opened in December”.
COMPARED = re.compile(
    r"\b(?:(?:down|up|fallen|fell|risen|rose)\s+from|against|compared\s+(?:with|to)|than|from\s+[£$€]?\d\S*)\s+(?:[\w£$€.,]+\s+){0,4}?"
    r"in\s+(?:early\s+|late\s+|the\s+)?\Z",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?<!be\s)(?:[a-z]{2,}ed|began|fell|rose|met|took\splace|came|went|ran|shut|gave|made|grew)\s+(?:again\s+)?"
    r"(?:in|during)\s+(?:early\s+|late\s+)?\Z",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:until|till|by|would|will|shall|could|should|may|might|must|next|expected|due|scheduled|planned|arranged|booked|"
    r"fixed|set|ahead|forthcoming|coming|deadline|propos\w+|intend\w+|hop(?:ed|ing))\b"
    r"|\bto (?!(?:the|an?|its|his|her|their)\b)[a-z]+|\b(?:for|from)\s*\Z",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\b(?:until|till)\s+(?:the\s+|about\s+|around\s+)?\Z", re.IGNORECASE)


def lean_of(text: str, start: int) -> int:
    """Tell whether the words before a date put it in the past (-1) or ahead (1); 0 where they do not say.

    >>> lean_of("39 claims received since April", 25), lean_of("It could wait until March", 20)
    (-1, 1)
    >>> lean_of("It was in May", 10)
    0
    """
    before = text[max(0, start - 120) : start]
    before = before[max(before.rfind(". "), before.rfind("? "), before.rfind("; ")) + 1 :]
    if SINCE.search(before) or COMPARED.search(before):
        return -1
    perfect, ahead = PERFECT.search(before) or PAST.search(before), AHEAD.search(before)
    if perfect and not ahead:
        return -1
    return 1 if UNTIL.search(before) and not perfect else 0
