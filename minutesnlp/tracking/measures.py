"""What a figure in a sentence measures, in the sentence's own words."""

from __future__ import annotations

import re

from minutesnlp.records import Entity

# Words at which the noun after a figure ends: “131 mainstream households | on 31 March”.
ENDS = (
    r"on|in|at|by|to|and|were|was|had|have|has|with|from|for|per|which|that|who|or|as|between|under|over|since|during|"
    r"is|are|would|will|could|should|may|had|did|came|took|went|a|an|the|more|less|who|whose|when|while|but|than|out|of"
)
NOUN_AFTER = re.compile(rf"\A\s(?P<noun>(?:(?!(?:{ENDS})\b)[A-Za-z][\w’'-]*\s?){{1,4}})")
# What joins the thing measured to its figure: “the cost | had risen to”, “waits | of about”.
JOINS = re.compile(
    r"(?:\b(?:had|has|have|was|were|is|are|would|will|be|been|being|now|also|only|about|around|some|up|down|risen|fallen|"
    r"increased|reduced|grown|dropped|stood|stands|put|set|estimated|rose|fell|at|to|from|by|of|total|totalled|reached|"
    r"exceeded|over|under|nearly|almost|roughly|approximately|just|than|more|less|an?|the|all|circa|ca\.?|c\.|currently|"
    r"forecast|projected|which|it|not|no|still|already|expected|came|amounted|costing|worth|as|high|low|further)\s+)+\Z",
    re.IGNORECASE,
)
# Where the words before a figure belong to something else.
BREAKS = re.compile(
    r"[,;:()–—]|\b(?:that|which|who|whom|and|but|where|when|while|because|as|with|since|said|stated|reported)\b|\S*\d\S*"
)
NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|this|that|our|these|those)\s)?(?P<noun>(?:[\w’'&%-]+\s?){1,6})\Z"
)
# Words that stand for a thing and do not name it: “there were 118”, “it held 35”
UNSAID = re.compile(r"\A(?:there|it|they|these|those|this|that|he|she|we|some|others?)\b", re.IGNORECASE)
VERBS = re.compile(
    r"\b(?:cost|costs|spent|paid|received|saved|owed|raised|employs?|employed|allocated|provided|needed|required)\b\s*\Z"
)


def measure_of(text: str, figure: Entity, start: int) -> str:
    """Return what a figure measures: the noun after a count, the subject before a sum, a share or a span.

    `start` is where the sentence begins in the text that the figure's offsets count in. Empty where nothing tells.

    >>> count = Entity("FIGURE", "131", 11, 14, value="131", unit="households", kind="count")
    >>> measure_of("There were 131 mainstream households on 31 March.", count, 0)
    'mainstream households'
    """
    before, after = text[: figure.start - start], text[figure.end - start :]
    if figure.kind in ("count", None):
        noun = NOUN_AFTER.match(after)
        if noun:
            return noun["noun"].strip()
    joined = JOINS.search(before)
    left = before[: joined.start()] if joined else before
    verb = VERBS.search(left)
    tail = ""
    if verb:
        tail, left = verb[0].strip(), left[: verb.start()]
        again = JOINS.search(left)
        left = left[: again.start()] if again else left
    left = left[max((match.end() for match in BREAKS.finditer(left)), default=0) :].rstrip()
    noun = NOUN_BEFORE.search(left)
    told = noun["noun"].strip() if noun else ""
    if UNSAID.match(told):
        return figure.unit or ""
    if told and tail:
        return f"{told} {tail}"
    if not told:
        noun = NOUN_AFTER.match(after) or re.match(
            r"\A\s(?:of|for|in|on)\s(?:the\s)?(?P<noun>(?:[a-z][\w’'-]*\s?){1,4})", after
        )
        return noun["noun"].strip() if noun else figure.unit or ""
    return told
