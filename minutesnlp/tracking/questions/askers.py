"""Who asks at meetings, as minutes name them, and by which words."""

from __future__ import annotations

import re

from minutesnlp.tagging.people.names import ROLE_HEADS

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
    | [Tt]he\s(?:(?:Deputy\s)?(?:Leader|Mayor)(?!\sof\sthe\sOpp)|independent\s[Mm]ember)\b
    | [Tt]he\s(?:Board|Panel|Committee|Working\sGroup|Forum)\b
    | (?:Mrs?|Ms|Miss|Dr)\.?\s+{SURNAMES} )"""
# Initials and plain names ask only right before the verb: “LH questioned”, “Una Burns asked whether”
SHORT = (
    r"(?: (?:\A\W*|(?<=;\s)|(?<=\band\s)) (?P<short> [A-Z]{2,3}|[A-Z]{1,2}(?:Mc|Mac)[A-Z]{1,2} "
    r"| (?!The\b|An?\b|In\b|It\b|He\b|She\b|They\b) [A-Z][a-z’'-]+\s(?:O[’'])?[A-Z][\w’'-]+ ) )"
)
# “queried”, “asked whether”, “sought clarification”; not “asked the Clerk to write”
ASKING = r"""(?: queried | (?<!was\s)(?<!were\s)(?<!been\s)(?<!being\s)questioned(?!\sby\b) | enquired | inquired
    | wondered\s(?:aloud\s|\w+ly\s)?(?:if|whether|why|how|what|when|where|who|which)\b
    | (?<!being\s)(?<!been\s)(?<!be\s)(?<!was\s)(?<!were\s)(?<!had\sfirst\s)(?<!had\sonce\s)(?<!had\salready\s)
        (?:asked|(?:wished|wanted|sought|would\slike|(?:was|were)\s(?:curious|keen|anxious|eager|interested))\s
            to\s(?:know|learn|hear|understand|be\stold|find\sout))\s
        (?: (?:the\s(?:(?!(?:but|had|has)\b|and\s[a-z]|to\s(?!say|explain|clarify|confirm|tell|state|outline|describe))
                [\w’'.-]+,?\s){1,18}?|(?:officers|him|her|them)\s)
            (?:straight\sout\s|outright\s|bluntly\s|directly\s)?
          | (?:straight\sout|outright|aloud|again|first|next|in\sturn|once\smore|\w{3,}ly)\s )??
        (?:\((?:\d|[ai]{1,3})\)\s)?
        (?: (?:(?:on|in|at|by|from|with|under|to|of)\s)?(?:what|which|whom|whose)|if|whether|how|when|where|who|why
          | about|that\sthe\sreason
          | (?:can|could|is|are|do|does|did|has|have|had|would|will)\s(?=[a-z]+\s)|re\.?(?=\s|\Z)
          | for\s(?:an?\s|the\s|further\s|more\s|some\s)?
            (?:update|clarification|information|details?|explanation|figures?|reasons?|views?|clarity)
          | for\sthe\s(?:number|cost|price|total|proportion|percentage|date)s?\s(?=of\b) )\b
    | probed\s(?=[a-z]) | (?:wanted|requested)\sclarification
    | sought\s(?:clarification|assurances?|clarity|information|confirmation|further|
        an?\s(?:update|explanation))
    | (?:raised|posed|put|asked)\s(?:an?|the|another|several|two|some|further)\s(?:\w+\s)?
        (?:quer(?:y|ies)|questions?) )"""
# “Executive Engineer, Roads and Traffic”, “Mr Hale, Senior Engineer, Roads”: a post with what it is of behind a comma
_TITLES = "(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)"
_WORD = r"(?:[A-Z][\w’'&-]*|and|of|for|&|[–-])"
_HEADS = "|".join(sorted(head.title() for head in ROLE_HEADS - {"councillor", "member", "chair"}))
POST = re.compile(
    rf"(?:(?P<name>{_TITLES}\.?\s{SURNAMES}),\s)?(?:[Tt]he\s|[Aa]n?\s)?"
    rf"(?P<post>(?:{_WORD}\s){{0,6}}?(?:{_HEADS})(?:\s{_WORD}){{0,6}}(?:,\s(?!{_TITLES}\b){_WORD}(?:\s{_WORD}){{0,7}}){{1,4}})\Z"
)
ROLES = (
    ("public", re.compile(r"\b(?:public|residents?|parishioners?|questioners?)\b", re.IGNORECASE)),
    ("chair", re.compile(r"\b(?:vice[-\s])?chair(?:man|woman|person)?\b", re.IGNORECASE)),
    (
        "member",
        re.compile(
            r"\b(?:members?|councillors?|cllrs?|cmhlr|comhairleoir|ald(?:erman)?|leader|mayor)\b", re.IGNORECASE
        ),
    ),
)


def role_of(asker: str) -> str | None:
    """Return what an asker is at the meeting, as far as the words tell: “Mr Hale” may be anybody."""
    return next((role for role, pattern in ROLES if pattern.search(asker)), None)
