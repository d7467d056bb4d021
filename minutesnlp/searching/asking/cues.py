"""What a question asks for beside its words: a reason, a time, a sum. A snippet shows the place that has one."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_SOON = (
    rf"\b(?:in|by|until|since|from|before|after|early|late|mid)[\s-]{_MONTH}"
    r"|\b(?i:within|in|over)\s(?:the\s)?(?:next|coming|few|couple|[0-9]+|two|three|four|six)\b[^.;|]{0,20}?"
    r"\b(?:days?|weeks?|months?|years?)\b|\bnext\s(?:week|month|year|spring|summer|autumn|winter)\b"
    rf"|\b(?:end|beginning|start|middle)\sof\s(?:the\s)?(?:week|month|year|term|{_MONTH})"
)
CUES = {
    # “because”, “due to”, “as it was late”, and the cell of a row that tells what became of it: “| Rejected: no funds”
    "why": re.compile(
        r"\b(?:because|due\sto|owing\sto|in\sview\sof|in\sorder\sto|so\sthat|reasons?|on\sthe\sgrounds?|given\sthat|"
        r"(?:as|since)\s(?:it|they|there|this|these|that|he|she|we|the|no)\b)"
        r"|\|\s*(?:approved|rejected|refused|declined|deferred|withdrawn|granted|not\s(?:agreed|approved|supported))\b",
        re.IGNORECASE,
    ),
    # “on 3 May”, “in June 2024”, “12/05/2019”
    "when": re.compile(
        rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|\b{_MONTH}\s[0-9]{{1,4}}"
        rf"|\b[0-9]{{1,2}}[./][0-9]{{1,2}}[./][0-9]{{2,4}}\b|{_SOON}"
    ),
    # of a day to come: “within the next few weeks”, “by June”, “at the end of the year”
    "when will": re.compile(_SOON),
    # “£250”, “€2.1m”, “40 euro”; a row of figures is no sum, and is not read to its end from each of them
    "how much": re.compile(r"[£€$]\s?[0-9]|\b[0-9][0-9,.]{0,15}\s?(?:euros?|pounds|pence|p)\b", re.IGNORECASE),
}
ASKS = re.compile(r"\W*(why|when|how\s+much)\b(\s+(?:is|are|will|does|do)\b)?", re.IGNORECASE)

# “What did the new roof cost?”, “Which insurer was chosen, and for how much?”
ASKS_A_SUM = re.compile(
    r"\W*(?:what|which|who|for\show|at\swhat)\b.*\b(?:how\s+much|costs?|price|charged?)\b", re.IGNORECASE
)

# “… cost? Are they worth it?”: what answers the second question need tell no sum
ANOTHER = re.compile(r"\?\s*\w")


def cues(question: str) -> tuple[re.Pattern[str], ...]:
    """Return how what a question asks for is told in a text, what tells it best first; nothing of any other query.

    >>> [cue.findall("It was shut on 3 May, to open in June.") for cue in cues("When will the library reopen?")]
    [['in June'], ['3 May', 'in June']]
    """
    asks = ASKS.match(question)
    if not asks:
        return (CUES["how much"],) if ASKS_A_SUM.match(question) else ()
    what = " ".join(asks[1].lower().split())
    return (CUES["when will"], CUES["when"]) if asks[2] and what == "when" else (CUES[what],)


def asks_a_sum(question: str) -> bool:
    """Tell whether a question asks how much something costs, or was paid or given, and nothing besides.

    >>> asks_a_sum("How much was paid for the roof?"), asks_a_sum("roof repairs"), asks_a_sum("When was it paid?")
    (True, False, False)
    >>> asks_a_sum("How much do ferries cost? Are they worth it to islanders?")
    False
    """
    return cues(question) == (CUES["how much"],) and not ANOTHER.search(question)
