"""What was said before a sentence: whether somebody asked for something there, or told of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Somebody waits for an answer, and hears one: “asked what”, “wished to know”, “In answer to”
ASKS = re.compile(
    r"\?|\b(?:asked|asks|asking|wondered|queried|enquired|inquired|inquiry|questioned|question|quer(?:y|ies)|"
    r"(?:wished|wanted|curious|sought|keen|anxious|interested|liked?)\sto\s(?:know|hear|learn|see|understand)|"
    r"(?:response|answer|reply)\sto|pressed|challenged|referred\sto|raised)\b"
)
# Somebody wants something done: “asked that”, “requested a list”, “suggested”, “should be sent”
WANTS = re.compile(
    r"\b(?:asked\s(?:\w+\s){0,3}?(?:for|that|to)\b|asked\s(?:if|whether)\b[^.;]*\b(?:would|could|might|can|will)\b|request(?:s|ed|ing)?\b|suggest(?:s|ed|ion)\b|proposed\b|urged\b|"
    r"called\s(?:for|on|upon)\b|pressed\b|appealed\b|sought\b|wished\b|wanted\b|would\slike\b|would\sprefer\b|"
    r"needed?\b|should\b|ought\b|could\b[^.]*\?|would\b[^.]*\?|might\b[^.]*\?|can\b[^.]*\?)"
)
# Somebody is not content
MINDS = re.compile(
    r"\b(?:concern(?:s|ed)?|fear(?:s|ed)?|worr(?:y|ied|ies)|complain(?:s|ed|ts?)|unhappy|disappoint\w+|troubled|not\sgood\senough|"
    r"unacceptable|doubt(?:s|ed)?|disgrace|regret\w*|criticis\w+|apologi[sz]\w+|sorry|mistake|error|waited|missing|broken|"
    r"blocked|overgrown|faulty|unsafe|dangerous|poor|complaints?|problems?)\b"
)
# What is asked for is not known there and then: “had no figure”, “not to hand”, “Nobody had”
LACKS = re.compile(
    r"\b(?:not\s(?:to\shand|available|know|known|have|had|sure|certain|say|clear|been\stold|recall|aware|yet)|"
    r"could\snot|cannot|unable|did\snot|no\s(?:figures?|answer|news|list|record|copy|idea|number|information)|"
    r"nobody|none|had\snot|(?:was|were|is|are)\snot|without\slooking|unknown|difficult|off\sthe\stop)\b"
)
WANTED = "wanted just now"
HEARD = (("asks", ASKS), ("wants", WANTS))  # of sentences before
HERE = (*HEARD, ("minds", MINDS), ("lacks", LACKS))  # of the words before a clause in its own sentence


def roles_of(text: str, *, here: bool = False) -> frozenset[str]:
    """Return what words do in a debate: they ask, want something done; `here` also mind, lack an answer."""
    text = text.casefold()
    return frozenset(name for name, pattern in (HERE if here else HEARD) if pattern.search(text))


def heard(said: Sequence[frozenset[str]], opening: bool) -> frozenset[str]:
    """Return what was heard before a sentence, from the roles of the sentences before it, the last first.

    `opening` tells that nobody has asked yet in the item, and that somebody will.
    """
    found = set()
    if said and "wants" in said[0]:
        found.add(WANTED)
    if any("asks" in one or "wants" in one for one in said):
        found.add("asked lately")
    if opening:
        found.add("nobody asked yet")
    return frozenset(found)
