"""What was said before a sentence: whether somebody asked for something there, or told of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

# Somebody waits for an answer, and hears one: “asked what”, “wished to know”, “In answer to”
ASKS = re.compile(
    r"\?|\b(?:asked|asks|asking|wondered|queried|enquired|inquired|inquiry|questioned|question|quer(?:y|ies)|"
    r"(?:wished|wanted|curious|sought|keen|anxious|interested|liked?)\sto\s(?:know|hear|learn|see|understand)|"
    r"(?:response|answer|reply)\sto|pressed|challenged|referred\sto|raised)\b"
)
# Somebody wants something done: “asked that”, “requested a list”, “suggested”, “should be sent”
WANTS = re.compile(
    r"\b(?:asked\s(?:\w+\s){0,3}?(?:for|that|to)\b|asked\s(?:if|whether)\b[^.;]*\b(?:would|could|might|can|will)\b|request(?:s|ed|ing)?\b|suggest(?:s|ed|ion)\b|(?<!the\s)(?<!a\s)(?<!its\s)proposed\b|urged\b|"
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
# Only supposed: “What would happen if …?”, “asked what she would do with another officer”
SUPPOSES = re.compile(
    r"\bwhat\b[^.;]*\b(?:would|will)\s(?:happen|become|follow)\b|\bwhat\b[^.;]*\bwould\s(?:\w+\s){0,3}?do\b|\bwhat\sif\b|"
    r"\b(?:happened|happen|done|do|follow)\s(?:if|where|when|with)\b|\bif\s(?:it|they|he|she)\sdid\snot\b"
)
# The words of a motion come next: “moved, and Councillor Voss seconded:”
MOVES = re.compile(r"\b(?:moved|seconded|proposed|motion)\b[^.]*:\s*\Z")
WANTED = "wanted just now"
SUPPOSED = "supposed just now"
MOVED = "moved just now"
HEARD = (("asks", ASKS), ("wants", WANTS))  # of sentences before
HERE = (*HEARD, ("minds", MINDS), ("lacks", LACKS))  # of the words before a clause in its own sentence


def roles_of(text: str, *, here: bool = False) -> frozenset[str]:
    """Return what words do in a debate: they ask, want something done; `here` also mind, lack an answer."""
    text = text.casefold()
    return frozenset(name for name, pattern in (HERE if here else HEARD) if pattern.search(text))


class Roles:
    """What the sentences of an item do in its debate, each read when it is first asked about."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known: dict[int, frozenset[str]] = {}

    def of(self, n: int) -> frozenset[str]:
        """Return the roles of a sentence."""
        if n not in self._known:
            self._known[n] = roles_of(self._texts[n])
        return self._known[n]

    @cached_property
    def first(self) -> int:
        """The first sentence in which somebody asks, before which a matter is only laid out; 0 where nobody does."""
        return next((n for n in range(len(self._texts)) if "asks" in self.of(n)), 0)

    def heard_before(self, n: int) -> frozenset[str]:
        """Return what was heard in the three sentences before one, and whether nobody has asked yet and will."""
        said = [self.of(k) for k in range(max(n - 3, 0), n)]
        found = set()
        if said and "wants" in said[-1]:
            found.add(WANTED)
        if n and SUPPOSES.search(self._texts[n - 1].casefold()):
            found.add(SUPPOSED)
        if n and MOVES.search(self._texts[n - 1]):
            found.add(MOVED)
        if any("asks" in one or "wants" in one for one in said):
            found.add("asked lately")
        if n < self.first:
            found.add("nobody asked yet")
        return frozenset(found)
