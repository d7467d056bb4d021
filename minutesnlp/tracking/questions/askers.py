"""Who asks at meetings, as minutes name them, and by which words."""

from __future__ import annotations

import re

from minutesnlp.tagging.people.names import ROLE_HEADS

CAPITAL = "[A-ZÀ-ÖØ-Þ]"
# “Voss”, “J. T. Voss”, “PJ O’Grady”, “O' Dell”, “Ó Briain”, “ap Rhys”, “Una Burns”
SURNAMES = (
    rf"(?:{CAPITAL}\.\s?|{CAPITAL}{{1,2}}\s){{0,3}}(?:(?:O[’']|Ó|Uí|Ní|Mac|De|ap|van|von|de)\s)?{CAPITAL}[\w’'-]+"
    rf"(?:\s(?:(?:O[’']|Ó|Uí|Ní)\s)?{CAPITAL}[\w’'-]+){{0,2}}"
)
# Who asks: “A second Member”, “Cllr J. Voss”, “a resident”, “Mrs Hale”
ASKER = rf"""(?: (?:(?:An?|One|Another|The|Several|Some|Two|Three|an?|one|another|the|some|several|two)\s)?
      (?:(?:second|third|fourth|fifth|further|other|local|Panel|Board|Committee|Parish|co-opted)\s)?
      (?:Members?(?:\sof\sthe\s(?:public|Panel|Board|Committee))?|members?\sof\sthe\spublic|Councillors?|Cllrs?|Cmhlr|Comhairleoir|COUNCILLOR|Alderman|Ald|
         members(?=\s(?:also\s|then\s)?(?:asked|queried|enquired|inquired|questioned)\b)|(?<=[Aa]\s)member|(?<=One\s)member|(?<=one\s)member|(?<=nother\s)member|
         Chair(?:man|woman|person)?|Vice[-\s]Chair(?:man)?|[Rr]esidents?|[Pp]arishioners?|[Ss]peakers?|questioners?)\b\.?
      (?:\s+{SURNAMES})?
    | [Tt]he\s(?:(?:Deputy\s)?(?:Leader|Mayor)(?!\sof\sthe\sOpp)|[Ii]ndependent\s(?:[Mm]ember|[Pp]erson))\b
    | [Tt]he\s(?:Board|Panel|Committee|Working\sGroup|Forum)\b
    | (?:Mrs?|Ms|Miss|Dr|Rev|Hon|Crs?|Council(?:or|member|man|woman|\s[Mm]ember)|Supervisor|Commissioner|Trustee|
        Selectman|Deputy|Senator)\.?\s+{SURNAMES} )"""
# Initials and plain names ask only right before the verb: “LH questioned”, “Una Burns asked whether”
SHORT = (
    r"(?: (?:\A\W*|(?<=;\s)|(?<=\band\s)) (?P<short> [A-Z]{2,3}|[A-Z]{1,2}(?:Mc|Mac)[A-Z]{1,2} "
    r"| (?:[A-Z]\.\s?){1,2}[A-Z][a-z’'-]+ "
    r"| (?!The\b|An?\b|In\b|It\b|He\b|She\b|They\b) [A-Z][a-z’'-]+\s(?:O[’'])?[A-Z][\w’'-]+ ) )"
)
# Whom a question is put to: “the Head of Roads and Bridges”, “Mr Voss”, “PC Hale”, “officers”, “him”
_WHOM = rf"""(?: the\s(?:(?!(?:but|had|has)\b|and\s[a-z]
        |to\s(?!say|explain|clarify|confirm|tell|state|outline|describe))[\w’'.-]+,?\s){{1,18}}?
    | (?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\.?\s(?:Mrs?\.?\s)?{SURNAMES}\s
    | (?!(?:Parish\s)?(?:Members|Councillors|Cllrs)\b){SURNAMES}\s
    | (?:officers|him|her|them)\s )"""
# The same, of people only: “pressed the Head of Roads on”, not “pressed the case for”
_SOMEBODY = rf"""(?:the\s(?!(?:Committee|Panel|Board|Council|Cabinet|Meeting)\s)
        {CAPITAL}[\w’'-]*(?:\s(?:of|for|and|the|{CAPITAL}[\w’'-]*)){{0,8}}\s
    |(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\.?\s{SURNAMES}\s|(?:officers|him|her|them)\s)"""
# What is asked for by who wants to be told something, and not that something be done
_TOLD = r"""(?:updates?|clarification|clarity|information|details?|explanations?|figures?|reasons?|views?|dates?|
    numbers?|costs?|prices?|totals?|proportions?|percentages?|names?|grounds|outcomes?|results?|breakdowns?|estimates?|
    timescales?|same|statement|assurances?|reassurances?|confirmation|advice|opinion|position|justification)"""
# “asked for the number of lamps”; not “asked for the figures to be sent”
FOR_WORD = rf"""for\s(?:(?:an?|the|his|her|their|further|more|some|any)\s)?(?:[\w’'-]+\s)??{_TOLD}\b
    (?![^.;]{{0,70}}\bto\sbe\s(?:provided|given|sent|circulated|supplied|brought|forwarded)\b)
    (?!,?\s(?:(?!that|which|whether|who|why|on\b)[\w’'-]+,?\s){{0,14}}?to\sbe\b)"""
_WHAT = r"""(?:(?:on|in|at|by|from|with|under|to|of)\s)?(?:what|which|whom|whose)|if|whether|how|when|where|who|why"""
# “queried”, “asked whether”, “sought clarification”; not “asked the Clerk to write”
ASKING = rf"""(?: (?<!\bbe\s)(?:queried|enquired|inquired) | queries\s(?=(?:if|whether|why|how)\b)
    | (?:enquires|inquires)\s(?=(?:with|about|as|if|whether|when|why|how|what)\b)
    | (?<!was\s)(?<!were\s)(?<!been\s)(?<!being\s)questioned(?!\sby\b|\s(?:the\s)?(?:officers|\w+)\W*\Z)
    | wondered\s(?:aloud\s|\w+ly\s)?(?:{_WHAT})\b
    | (?<!being\s)(?<!been\s)(?<!be\s)(?<!was\s)(?<!were\s)(?<!had\sfirst\s)(?<!had\sonce\s)(?<!had\salready\s)
        (?:asked|(?:went|going)\son\sto\sask|(?:wished|wanted|sought|would\slike|(?:was|were)\s(?:curious|keen|anxious|eager|interested))\s
            to\s(?:know|learn|hear|understand|be\stold|find\sout))\s
        (?: (?:from\s)?{_WHOM}
            (?:straight\sout\s|outright\s|bluntly\s|directly\s)?
          | (?:straight\sout|outright|aloud|again|first|next|in\sturn|once\smore|\w{{3,}}ly)\s
          | as\sa\s(?:further\s)?supplementary(?:\squestion)?,?\s )??
        (?:\((?:\d|[ai]{{1,3}})\)\s)?
        (?: {_WHAT}
          | about|that\sthe\sreason|after\s(?={CAPITAL})
          | (?:can|could|is|are|do|does|did|has|have|had|would|will)\s(?=[A-Za-z]+\s)|re\.?(?=\s|\Z)
          | to\sbe\s(?:told|advised|informed)\s(?:what|why|how|when|where|whether|of)
          | {FOR_WORD} )\b
    | asked,\s(?:is|are|was|were|will|would|can|could|has|have|had|do|does|did)\s
    | asked,\s[^,;.?]{{3,60}},\s(?:{_WHAT}|{FOR_WORD})\b
    | (?:wished|wanted)\sto\shear\sfrom\s{_WHOM}(?:on|about)\b
    | (?:wished|wanted|sought)\sto\sbe\s(?:certain|sure|clear|assured|satisfied)\s(?:that|whether|about|of)\b
    | (?:pressed|challenged|quizzed|tackled)\s{_SOMEBODY}(?:further\s)?(?:on|about|over|as\sto|{_WHAT}|for\san?)\b
    | (?<!would\s)(?<!will\s)(?<!to\s)(?<!be\s)put\s(?:it|that|this)\sto\s
        (?:(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\.?\s{SURNAMES}
        |the\s(?!(?:\w+\s)?(?:vote|meeting|committee|panel|board|council|house|floor|chamber|test|members))[\w’'-]+)\b
    | invited\s{_SOMEBODY}to\s(?:say|explain|tell\s\w+)\b
    | probed\s(?=[a-z]) | (?:wanted|requested)\sclarification
    | sought\s(?:clarification|(?:re)?assurances?|clarity|information|confirmation|further|
        an?\s(?:update|explanation|(?:re)?assurance))
    | (?:raised|posed|put|asked)\s(?:an?|the|another|several|two|some|further)\s
        (?:(?!wider|broader|bigger|deeper|serious|following)\w+\s)?(?:quer(?:y|ies)|questions?) )"""
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
