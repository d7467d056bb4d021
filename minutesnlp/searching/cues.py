"""What a question asks for beside its words: a reason, a time, a sum. A snippet shows the place that has one."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
CUES = {
    # “because”, “due to”, “as it was late”, and the cell of a row that tells what became of it: “| Rejected: no funds”
    "why": re.compile(
        r"\b(?:because|due\sto|owing\sto|in\sview\sof|in\sorder\sto|so\sthat|reasons?|on\sthe\sgrounds?|given\sthat|"
        r"(?:as|since)\s(?:it|they|there|this|these|that|he|she|we|the|no)\b)"
        r"|\|\s*(?:approved|rejected|refused|declined|deferred|withdrawn|granted|not\s(?:agreed|approved|supported))\b",
        re.IGNORECASE,
    ),
    # “on 3 May”, “in June 2024”, “within the next few weeks”, “by the end of the year”, “12/05/2019”
    "when": re.compile(
        rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|\b(?:in|by|until|since|from|before|after|early|late|mid)[\s-]{_MONTH}"
        rf"|\b{_MONTH}\s[0-9]{{1,4}}|\b[0-9]{{1,2}}[./][0-9]{{1,2}}[./][0-9]{{2,4}}\b"
        r"|\b(?i:within|in|over)\s(?:the\s)?(?:next|coming|few|couple|[0-9]+|two|three|four|six)\b[^.;|]{0,20}?"
        r"\b(?:days?|weeks?|months?|years?)\b|\bnext\s(?:week|month|year|spring|summer|autumn|winter)\b"
        r"|\b(?:end|beginning|start|middle)\sof\s(?:the\s)?(?:week|month|year|term|" + _MONTH + r")",
    ),
    # “£250”, “€2.1m”, “40 euro”
    "how much": re.compile(r"[£€$]\s?[0-9]|\b[0-9][0-9,.]*\s?(?:euros?|pounds|pence|p)\b", re.IGNORECASE),
}
ASKS = re.compile(r"\W*(why|when|how\s+much)\b", re.IGNORECASE)


def cue(question: str) -> re.Pattern[str] | None:
    """Return how what a question asks for is told in a text; None of any other query.

    >>> cue("When does the library reopen?").findall("It would reopen in June, or within the next few weeks.")
    ['in June', 'within the next few weeks']
    """
    asks = ASKS.match(question)
    return CUES[" ".join(asks[1].lower().split())] if asks else None
