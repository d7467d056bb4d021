"""Who asks at meetings, as minutes name them."""

from __future__ import annotations

import re

CAPITAL = "[A-ZÀ-ÖØ-Þ]"
# “Voss”, “J. T. Voss”, “PJ O’Grady”, “O' Dell”, “Ó Briain”, “Una Burns”
SURNAMES = (
    rf"(?:{CAPITAL}\.\s?|{CAPITAL}{{1,2}}\s){{0,3}}(?:(?:O[’']|Ó|Uí|Ní|Mac|De)\s)?{CAPITAL}[\w’'-]+"
    rf"(?:\s(?:(?:O[’']|Ó|Uí|Ní)\s)?{CAPITAL}[\w’'-]+){{0,2}}"
)
# Who asks: “A second Member”, “Cllr J. Voss”, “a resident”, “Mrs Hale”
ASKER = rf"""(?: (?:(?:An?|One|Another|The|Several|Some|Two|Three|an?|one|another|the|some|several|two)\s)?
      (?:(?:second|third|fourth|fifth|further|other|local|Panel|Board|Committee|Parish|co-opted)\s)?
      (?:Members?(?:\sof\sthe\s(?:public|Panel|Board|Committee))?|members?\sof\sthe\spublic|Councillors?|Cllrs?|Cmhlr|Comhairleoir|COUNCILLOR|Alderman|Ald|
         (?<=[Aa]\s)member|(?<=One\s)member|(?<=one\s)member|(?<=nother\s)member|
         Chair(?:man|woman|person)?|Vice[-\s]Chair(?:man)?|[Rr]esidents?|[Pp]arishioners?|[Ss]peakers?|questioners?)\b\.?
      (?:\s+{SURNAMES})?
    | [Tt]he\s(?:Board|Panel|Committee|Working\sGroup|Forum)\b
    | (?:Mrs?|Ms|Miss|Dr)\.?\s+{SURNAMES} )"""
ROLES = (
    ("public", re.compile(r"\b(?:public|residents?|parishioners?|questioners?)\b", re.IGNORECASE)),
    ("chair", re.compile(r"\b(?:vice[-\s])?chair(?:man|woman|person)?\b", re.IGNORECASE)),
    ("member", re.compile(r"\b(?:members?|councillors?|cllrs?|cmhlr|comhairleoir|ald(?:erman)?)\b", re.IGNORECASE)),
)


def role_of(asker: str) -> str | None:
    """Return what an asker is at the meeting, as far as the words tell: “Mr Hale” may be anybody."""
    return next((role for role, pattern in ROLES if pattern.search(asker)), None)
