"""Who was there or away as sentences tell it, and sentences that tell of people but are no lists."""

from __future__ import annotations

import re

# "Apologies for absence were received from Cllrs Hall and Lee.", "Cllr Hall sent her apologies."
NAMES = (
    r"(?P<list>(?:[^.;]|(?:(?<=\s[A-Z])|(?<=\bMr)|(?<=\bMrs)|(?<=\bMs)|(?<=\bDr)|(?<=\bCllr)|(?<=\bCllrs)|(?<=\bCyng)|(?<=\bP\.C))\."
    r"|\.(?=\w))*)"
)
RECEIVED = re.compile(
    rf"""\b(?:apolog(?:y|ies)\b.{{0,80}}?\b(?:received|submitted|accepted|given|noted|tendered|made)\s+(?:from|by|on\s+behalf\s+of|for)
          |apologies\s+(?:(?:for\s+absence\s+)?from|were\s+from)\s*:?|\bymddiheuriadau\s+(?:gan|oddi\s+wrth))\s*:?\s*{NAMES}""",
    re.VERBOSE | re.IGNORECASE,
)
SENT = re.compile(
    r"(?P<list>[A-Z][^.;:]{3,160}?)\s+(?:had\s+|has\s+|have\s+)?(?:sent|given|gave|tendered|submitted|offered)\s+(?:(?:his|her|their)\s+)?apologies\b"
)

# What was decided about people, or done by one, is no list: "It was proposed that Cllr Lee be elected".
DECIDES = re.compile(
    r"\b(?:it\s+was|resolved|proposed|seconded|nominated|elected|(?:started|opened|chaired)\s+the\s+meeting|welcomed|thanked)\b",
    re.IGNORECASE,
)

# Who was there by a sentence: "Selectman Hall and Selectman Lee were present.", "Members present included Jo Hall".
WERE = re.compile(
    r"(?P<list>[A-Z][^.;:]{3,250}?)\s+(?:was|were)\s+(?:also\s+)?(?P<what>present|absent|in\s+attendance)(?:\s[^.]{0,60})?\."
)
INCLUDED = re.compile(
    r"\b(?:[Mm]embers|[Ss]electmen|[Cc]ouncill?ors|[Cc]ommissioners|[Tt]rustees|[Dd]irectors)\s+(?:present|attending)\s+"
    r"(?:included|were)\s+(?P<list>[A-Z][^;:.]{3,300})\."
)

# Whom a substitute stands in for was not there: "Councillor Lee for Councillor Black".
SUBSTITUTED = re.compile(
    r"\s+(?:for|in\s+place\s+of|substitut\w+\s+for|deputising\s+for)\s+(?:Councillor|Cllr|Cr|Mrs?|Ms|Dr)\b\.?\s+[A-Z][^,;()]*"
)

# A list of councillors, by its heading, may be one of surnames: "Councillors absent: White, Black".
OF_COUNCILLORS = re.compile(r"\b(?:councillors|cllrs|commissioners|supervisors|aldermen|trustees)\b", re.IGNORECASE)

# Below the apologies: who was there all the same, from afar.
CAME = re.compile(r"\b(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance|attending)\b", re.IGNORECASE)
