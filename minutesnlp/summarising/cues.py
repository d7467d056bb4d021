"""What a sentence does in an item, told by its words: a finding, an action, a reply, a pointer to elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache

from minutesnlp.summarising import frames

# “Seven voted in favour”, “carried by 9 votes to 4”, “Voting against: …”; not “£5,000 for the band”
VOTE = re.compile(r"(?i)\bvot(?:e|es|ed|ing)\b.{0,40}\b(?:favour|against|abst|to)\b|\babstain|\bcasting vote")
COUNT = re.compile(
    r"\b(?<![.,£€$])\d{1,3} (?:against|in favour|"
    r"for(?=\W*(?:\d|and\b|against\b|the\s(?:motion|amendment|proposal)|\Z)))\b",
    re.IGNORECASE,
)
# “would circulate the figures”, “a report will be brought to the July meeting”, “ACTION 4: Clerk”, “agreed to write to”
ACTION = re.compile(
    r"""
    \baction(?:s)?\s*(?:point)?\s*(?:\d{1,3}(?:\.\d+)?\s*)?[:–-]
    | \bundertook\b | \b(?:promised|pledged|volunteered|offered)\s(?:to|that)\b
    | \b(?:gave|given)\s(?:an?|his|her)\s(?:undertaking|assurance|promise|commitment)\b
    | \b(?:would|will|undertook\sto|agreed\sto|offered\sto|shall)\s (?:\w+ly\s|be\s|then\s|also\s)?
      (?: circulat\w+ | provid\w+ | report\w*\sback | bring\s | brought\sto | ascertain\w* | look(?:ed)?\sinto |
          write\sto | contact\w* | investigat\w+ | follow(?:ed)?\sup | chas\w+ | submit\w* | arrang\w+ |
          present(?:ed)?\sto | ensure | respond\w* | confirm\w* | invit\w+ | obtain\w* | meet\swith | consult\w* |
          publish\w* | review\w* | update\sthe | check\w* | request\w* | ask\w* | send\w* | liaise )
    | \b(?:asked|requested|instructed)\s(?:that|to|the\sclerk|officers)\b | \bin\sdue\scourse\b
    | \b(?:clerk|officers?|chair|chairman)\sto\s[a-z]{3,}
    | \b(?:agreed|asked|requested)\sto\s(?!be\b|note\b|take\b)[a-z]{3,} | \bwould\sbe\sasked\sto\b
    | \bto\sbe\s(?:placed|put|asked|invited|contacted|sent|arranged|obtained)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# “RB would ask”, “Cllr. A. Wren to visit”, “the Clerk would buy”
WHO_WILL = re.compile(
    r"\b(?:[A-Z]{2,3}|Clerk|(?:Cllrs?|Councillor|Mrs?|Ms|Dr)\.?\s(?:[A-Z][\w.’'-]*\s?){1,3})\s(?:would|will|to)\s"
    r"(?!be\b|have\b|the\b)(?:also\s)?[a-z]{3,}"
)
# Where somebody may take something on, in more wordings than those above: “a copy would be forwarded”, “would see to
# the gate”; “Ada Wren to ring the depot”, “the clerk is to write”. Whether he does is told by reading it closely.
ERRAND = (
    r"(?!(?:be|have|not|continue|like|need|welcome|remain|benefit|attend|become|the|this|all|his|her|their)\b)[a-z]{3,}"
)
WOULD_DO = re.compile(
    rf"""
    \b(?:would|will)\s
      (?:find\sout|see\sto|let\s(?:\w+\s){{1,6}}(?:know|have)|put\s(?:it|this|that|them)\sto|
         raise\s(?:it|this|that)\swith|take\s(?:it|this|that)\sup|speak\sto|look\s(?:at|into)|come\sback|meet|
         follow\s(?:this|it|up)|chase|do\sso|
         be\s(?:asked|invited|contacted|sent|written|requested|reported|obtained|chased|circulated|forwarded|arranged|
           answered))\b
    | \b(?:(?!It\b|This\b|That\b|There\b|These\b)[A-Z][\w’'-]*\.?|clerk|party|group|committee|officers?)\s
      (?:would|will)\s(?:also\s|therefore\s)?{ERRAND}
    """,
    re.VERBOSE,
)
IS_TO = re.compile(
    rf"""
    \b(?:[A-Z][\w’'-]*|clerk|officers?|chair|chairman|secretary|treasurer|warden|engineer|manager|director)\s
      (?:(?:is|are|was|were)\s)?to\s{ERRAND}
    | \b(?:is|are|was|were)\sto\s
      (?:be\s(?:asked|invited|contacted|sent|written|informed|notified|requested|reported|obtained|chased|circulated|
        forwarded|arranged)|arrange|write|report|bring|check|find|obtain|send|contact)\b
    | \bcommitted\s(?:to|itself|himself|herself)\b
    """,
    re.VERBOSE,
)
# “S. Farrow, Head of Parks, presented the report”, “a presentation was given by”, “was in attendance”
PRESENTER = re.compile(
    r"\b(?:presented|introduced|gave (?:a|an|the) (?:\w+ )?(?:presentation|update|report|overview)|in attendance|"
    r"provided (?:a|an|the panel with|members with)|delivered|outlined|updated (?:the|members))\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\b(?:[A-Z]\.?\s?){1,2}[A-Z][a-z’'-]{2,}"
    r"|\b(?:Cllr|Councillor|Mrs?|Ms|Dr|Miss|Prof)\.? (?:[A-Z]\.? ?){0,3}[A-Z][a-z’'-]+"
    r"|\b[A-Z][a-z]+ [A-Z][a-z’'-]+, (?:the )?[A-Z]"
)
# “had risen by a third”, “a shortfall”, “was the main concern”, “was due to open in May”
FINDING_STEMS = (
    *("increas", "decreas", "reduc", "overspen", "underspen", "saving", "concern", "risk", "delay", "complet"),
    *("vacan", "exceed", "fail", "improv", "pressure", "challeng", "priorit", "objection", "complain", "accident"),
    *("crime", "inspect", "significant", "cost", "rise", "fall", "terminat", "dismiss", "suspend", "recruit"),
)
FINDING_WORDS = frozenset(
    (
        *("rose", "rising", "fell", "shortfall", "deficit", "surplus", "appointed", "resigned", "closed", "closure"),
        *("opened", "launched", "target", "below", "above", "worse", "funded", "funding", "grant", "budget"),
        *("deadline", "awarded", "granted", "refused", "objected", "never", "however", "although", "despite"),
        *("instead", "compared", "average", "third", "half", "double", "doubled", "doubles", "first"),
    )
)
FIGURE = re.compile(
    r"[£€$]\s?\d[\d,.]*\s?(?:m|bn|k|million|billion)?\b|\b\d[\d,.]*\s?(?:%|per cent)|"
    r"(?<![)/.])(?<!\w\()\b\d[\d,]*(?:\.\d+)?\b"  # “1/4” is one, and the paper “TB(3)2.2” none
)
ITEM_NUMBER = re.compile(r"\b(?:item|paragraph)\s(?:no\.?\s)?\d")
DIGIT = re.compile(r"\d")
MONEY_OR_SHARE = re.compile(r"[£€$]\s?\d|\d\s?(?:%|per cent)")
# Names of things and people within a sentence: what is particular says more than what is general.
PROPER = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
# “The Director stated that …”, “it was explained that …”: what somebody said, and not that somebody spoke.
TOLD = re.compile(
    r"\b(?:stated|reported|explained|advised|informed|confirmed|told|heard|acknowledged|concluded|recognised|noted|"
    r"indicated|commented|highlighted|reminded|warned|stressed)\b[^.;]{0,30}?\bthat\b",
    re.IGNORECASE,
)
REPLY = re.compile(
    r"\b(?:in (?:response|reply|answer)|in responding|responded|replied|reply:|response:|answer:|"
    r"was (?:advised|informed|told))\b",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"\?|\b(?:queried|asked (?:if|whether|how|what|why|about|for)|questioned|enquired|inquired|"
    r"sought (?:clarification|assurance))\b|\ba (?:query|question) (?:was|regarding|about)\b",
    re.IGNORECASE,
)
# “I will ask at the next Meeting when …”: notice of a question, and no promise
NOTICE = re.compile(r"\bI\s(?:will|shall)\sask\b", re.IGNORECASE)
DISSENT = re.compile(
    r"\b(?:objected|opposed|against the|disagreed|concern(?:s|ed)?|disappoint\w+|dissent\w*|criticis\w+)\b",
    re.IGNORECASE,
)
# What was put against a proposal
COUNTER = re.compile(r"\bcounter[- ]?propos\w+|\bread\sinto\sthe\s(?:minutes|record)\b", re.IGNORECASE)
# “undertook to write”, “would be sent”: that somebody will do something, in the words by which most minutes say it
PROMISE = re.compile(
    r"\b(?:undertook|promised|(?<!was )agreed to|would (?:be )?(?:bring|brought|send|sent|circulat|report|write|"
    r"provide|look|check|arrange|contact|ask|forward|share|publish)|"
    r"will (?:bring|send|circulate|report|write|provide|look|check|arrange|contact|ask|try))",
    re.IGNORECASE,
)
# What somebody thought of it: what was done and found says more. Who objected or was against is told as dissent.
OPINION = frozenset(
    (
        *("thought", "felt", "considered", "believed", "hoped", "worried", "feared", "doubted", "argued", "regretted"),
        *("criticised", "welcomed", "supported", "concern", "concerns", "concerned", "disappointed", "disappointing"),
        "disappointment",
    )
)
ASKING = frozenset(("asked", "queried", "enquired", "wondered", "questioned"))
# “31.4 The Chair”: the number of a paragraph is no figure
NUMBERED = re.compile(r"\W*(?:\d+(?:\.\d+)+[a-z]{0,4}\)?|\(?\d+[.)])\s+(?=[A-Z“\"(])")
# What points elsewhere and says nothing itself.
POINTER = re.compile(
    r"\b(?:as (?:set out|detailed|outlined|contained|shown) in|"
    r"(?:is|was|were|are) (?:attached|appended|set out)|appendix|"
    r"(?:report|copy|copies|papers?|details?) (?:had been|was|were|has been) "
    r"(?:circulated|distributed|attached|submitted)|"
    r"with the agenda|previously circulated|circulated, (?:report|copy)|for (?:consideration|information)\b|"
    r"see (?:above|below)|\Ait being (?:noted|pointed out)\b|"
    r"was asked to (?:consider|note|discuss)|were asked to (?:consider|note|discuss))",
    re.IGNORECASE,
)
THANKS = re.compile(
    r"\b(?:thank(?:s|ed|ing)?|welcomed (?:\w+ ){0,12}?to the meeting|congratulat\w+|"
    r"invited (?:members|questions|comments)|opportunity to|were invited to ask|condolences|votes? of sympathy|"
    r"expressed (?:his|her|their) (?:thanks|appreciation)|opened the presentation|applause)\b",
    re.IGNORECASE,
)
BARE_NOTING = re.compile(
    r"\b(?:be|was|were) (?:received|noted)\b|\bnoted\W*\Z|\bnotes? the\b|\A\W*it being (?:noted|pointed out)\b",
    re.IGNORECASE,
)
# A clause that only takes notice: “Notes that …”, “Welcomes the …”, “(c) expects …”
TAKES_NOTICE = re.compile(
    r"\A\W*(?:\(?[a-z0-9]{1,4}[.)]\s+)*(?:that\s)?(?:(?:the\s)?(?:council|committee|panel|cabinet|board|members)\s)?(?:also\s)?"
    r"(?:not(?:es?|ing)|expects?|welcom(?:es?|ing)|recogni[sz](?:es?|ing)|thanks?|acknowledg(?:es?|ing)|regrets?|believes?|"
    r"considers?|receives?|understands?|congratulates?)\b",
    re.IGNORECASE,
)
# One that does what the matter is about: “BE INTRODUCED”, “Endorses the bid”, “approve the budget”
ACTS = re.compile(
    r"\bBE\s(?:\w+LY\s)?(?:APPROVED|ACCEPTED|APPOINTED|AWARDED|INTRODUCED|AUTHORI[SZ]ED|REFUSED|ADOPTED|GRANTED|ENACTED|ENDORSED)\b"
    r"|\A\W*(?:\(?[a-z0-9]{1,4}[.)]\s+)*(?:that\s)?(?i:(?:to\s)?(?:approves?|endorses?|adopts?|authori[sz]es?|refuses?|grants?|enacts?)\b)"
    r"|\bbe\s(?:approved|adopted|authori[sz]ed|refused|granted|endorsed)\b",
)
# What belongs to the lines below it: “the aims were as follows:-”
LEADS = re.compile(r":[-–—\s]*\Z")
# A first word that points back: “He concluded”, “This was accepted”, “Both were”, “However, the roof leaked”
POINTS_BACK = re.compile(
    r"\W{0,4}(?:however|secondly|thirdly|besides|moreover|furthermore|additionally|nevertheless|nonetheless|"
    r"consequently|therefore(?!,?\sbe\sit\b)|thus|hence|likewise|similarly|in\saddition(?!\sto)|as\ssuch|as\sa\sresult|plus|"
    r"(?:and\s)?(?:he|she|they|this|these|those|such|both|his|her|their|its)|the latter|the former|"
    r"that(?=\s(?:was|is|had|has|would|will|could|meant)\b)|"
    r"it(?!\s+(?:was|is|has been) (?:\w+ ){1,3}that\b)(?!\s+(?:was|is) "
    r"(?:agreed|resolved|noted|reported|explained|queried|acknowledged|indicated|highlighted|recognised|felt|proposed|"
    r"advised|suggested|stated|confirmed|decided|commented|hoped|anticipated|expected|important|understood|asked)\b)"
    r")\b(?!\s(?:item|meeting|report|part of|council|year)\b)",
    re.IGNORECASE,
)
VERBAL = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|could|can|may|might|must|do|does|did|"
    r"to [a-z]+|\w{2,}ed|\w{3,}ing)\b"
)

# When the meeting rose and meets again, who signed; where to look elsewhere: “@hallowbycouncil”, “www.hallowby.example”
COURSE = re.compile(
    r"\b(?:meeting|session)\s(?:was\s|then\s)?(?:briefly\s)?(?:adjourned|suspended|reconvened|closed|concluded|ended)\b|"
    r"\A\W*(?:date\sof\s)?(?:the\s)?next\s(?:\w+\s){0,3}meeting\b|\A\W*signed\b|"
    r"\bsuspend(?:ed|ing)?\s(?:the\s)?standing\sorders\b|\b(?:resumed|took|vacated|left)\sthe\schair\b|"
    r"\b(?:withdrew\sfrom|left|leave|rejoined)\sthe\s(?:meeting|room)\b|\bjoined\s(?:the\s)?meeting(?:\sat\s[\d.:apm\s]+)?\W*\Z|"
    r"\bthis\sitem\swas\s(?:taken|considered|heard)\s(?:after|before)\b",
    re.IGNORECASE,
)
# “Play park – nothing new to report”
NOTHING_NEW = re.compile(
    r"\b(?:nothing\s(?:new\s|further\s|more\s)?to\s(?:report|add)|no\s(?:further\s)?comments?\sto\smake\W*\Z|"
    r"no\s(?:further\s|new\s|more\s|other\s)?(?:information|news|updates?|progress|developments?|change)"
    r"(?:\s(?:was|were|is|are|has\sbeen|had\sbeen))?(?:\s(?:available|made|received|to\sreport|reported|to\sdate))?\W*\Z)",
    re.IGNORECASE,
)
NEGATED = frozenset(("nothing", "no"))
ADDRESS = re.compile(r"(?<![\w.])@\w{3,}|https?://|\bwww\.|\b[\w-]+\.(?:com|org|gov|net|uk|ca|ie)/\w")

# How the meeting went on, and nothing of its matters: “It was agreed to take items 10 and 16 together.”
PROCEDURE = re.compile(
    r"\b(?:take|taken|taking|hear|consider|deal\swith|move\son\sto)\b[^.;]{0,40}\bitems?\b[^.;]{0,40}"
    r"\b(?:together|next|first|at\sthis\spoint|before|out\sof\sorder)\b|\bas\s(?:the\s)?first\sitem\b"
    r"|\b(?:by|form\sof)\s(?:a\s)?(?:show\sof\shands|roll\scall|secret\sballot)\W*\Z|\b(?:that\s)?a\svote\s(?:would|will)\sbe\staken\b"
    r"|\b(?:open|close|closing|opening)\sthe\s(?:public\s(?:participation\s)?(?:meeting|hearing)|meeting\sto\s(?:members\sof\s)?the\spublic)\b"
    r"|\b(?:adjourn|suspend|clos(?:e|ing)|extend|reconvene)\s(?:the\s|this\s)?(?:\w+\s)?(?:meeting|standing\sorders)\b"
    r"|\b(?:meeting|standing\sorders)\s(?:(?:would|should|to|be|was|were|is|are|now)\s)*"
    r"(?:adjourned|suspended|closed|extended|reconvened)\b|\btake\sa\s(?:\w+\s){0,2}(?:[\w-]+\s)?adjournment\b"
    r"|\b(?:delegation|deputation)s?\srequests?\b|\bbe\sheard\sat\sthis\s(?:time|meeting|point)\b",
    re.IGNORECASE,
)
# What cannot stand alone: the rest of a sentence, a cell that was cut off
FRAGMENT = re.compile(
    r"\A\W*(?:\w+\sof\s)?(?:which|whose)\s|\b(?:the|a|an|of|to|and|or|(?<!ed )for|in|on|with|by|that|which)\s*\Z"
)

ROLES = ("decision", "vote", "action", "presenter", "finding", "reply", "question", "discussion")


WORD = re.compile(r"[a-z]+")
# A pattern is tried only where one of these words stands: a cheap first look. They are found by what the pattern is
# written as, since a compiled one is hashed anew each time, which takes longer than to search with it.
FIRST_LOOK = {
    VOTE.pattern: frozenset(
        ("vote", "votes", "voted", "voting", "for", "against", "favour", "abstain", "abstained", "casting")
    ),
    QUESTION.pattern: frozenset(
        ("queried", "asked", "questioned", "enquired", "inquired", "sought", "query", "question", "questions")
    ),
    REPLY.pattern: frozenset(
        ("response", "reply", "answer", "responding", "responded", "replied", "advised", "informed", "told")
    ),
    PRESENTER.pattern: frozenset(
        ("presented", "introduced", "gave", "attendance", "provided", "delivered", "outlined", "updated")
    ),
    DISSENT.pattern: frozenset(
        (
            *("objected", "opposed", "against", "disagreed", "concern", "concerns", "concerned", "disappointed"),
            *("disappointing", "disappointment", "dissent", "dissented", "dissenting", "criticised", "criticism"),
        )
    ),
    TOLD.pattern: frozenset(
        (
            *("stated", "reported", "explained", "advised", "informed", "confirmed", "told", "heard", "acknowledged"),
            *("concluded", "recognised", "noted", "indicated", "commented", "highlighted", "reminded", "warned"),
            "stressed",
        )
    ),
    ACTION.pattern: frozenset(
        (
            *("action", "actions", "undertook", "promised", "pledged", "volunteered", "offered", "gave", "given"),
            *("would", "will", "agreed", "shall", "asked", "requested", "instructed", "due", "clerk", "officer"),
            *("officers", "chair", "chairman", "be"),
        )
    ),
    PROMISE.pattern: frozenset(("undertook", "promised", "would", "will", "agreed")),
    POINTER.pattern: frozenset(
        (
            *("set", "detailed", "outlined", "contained", "shown", "attached", "appended", "appendix", "circulated"),
            *("distributed", "submitted", "agenda", "consideration", "information", "see", "being", "asked"),
        )
    ),
    COUNTER.pattern: frozenset(("counter", "counterproposed", "counterproposal", "read")),
    COURSE.pattern: frozenset(
        ("meeting", "session", "signed", "suspend", "suspended", "suspending", "item", "chair", "room")
    ),
    THANKS.pattern: frozenset(
        (
            *("thank", "thanks", "thanked", "thanking", "welcomed", "congratulated", "congratulations", "invited"),
            *("opportunity", "expressed", "condolences", "opened", "congratulate", "applause", "congratulation"),
            "sympathy",
        )
    ),
}


def role_and_weight(text: str) -> tuple[str, float]:
    """Return what a sentence does, of `ROLES`, and what its words alone say of its worth, between about -1 and 2.

    Whether it decides is told by the decisions and not here.

    >>> role_and_weight("The overspend had risen to £3m.")[0]
    'finding'
    >>> role_and_weight("The Clerk would circulate the figures.")[0]
    'action'
    """
    listed = WORD.findall(text.casefold())
    words = frozenset(listed)

    def has(pattern: re.Pattern[str]) -> bool:
        return not words.isdisjoint(FIRST_LOOK[pattern.pattern]) and pattern.search(text) is not None

    findings = len([word for word in listed if _finds(word)])
    figured = DIGIT.search(text) is not None
    share = figured and MONEY_OR_SHARE.search(text) is not None
    replies = has(REPLY)
    asks = not replies and ("?" in text or has(QUESTION)) and QUESTION.search(text) is not None
    votes = not words.isdisjoint(FIRST_LOOK[VOTE.pattern])
    if votes and (VOTE.search(text) or (figured and COUNT.search(text))):
        role = "vote"
    elif "ask" in words and NOTICE.search(text):
        role = "question"
    elif has(ACTION) or (not words.isdisjoint(("would", "will", "to")) and WHO_WILL.search(text)):
        role = "action"
    elif asks:
        role = "question"
    elif has(PRESENTER) and NAMED.search(text):
        role = "presenter"
    elif findings or share:
        role = "finding"
    else:
        role = "reply" if replies else "discussion"
    figures = _figures(text) if figured else 0
    weight = FIGURED * min(figures, 4) + (SHARED if share else 0.0) + (IN_FIGURES if figures else 0.0)
    weight += SEVERAL if figures > 1 else 0.0
    if not words.isdisjoint(OPINION):
        weight -= OPINED
    if "?" in text or not words.isdisjoint(ASKING):
        weight -= ASKED
    weight += PROMISED if has(PROMISE) else 0.0
    weight += CONTESTED if has(COUNTER) else 0.0
    weight += FOUND * min(findings, 3) + (DISSENTING if has(DISSENT) else 0.0)
    weight += PROPERNESS * min(len(PROPER.findall(text)), 4) + (TELLING if has(TOLD) else 0.0)
    if has(POINTER):
        weight -= 0.6
    if has(THANKS):
        weight -= 0.7
    if POINTS_BACK.match(text):
        weight -= POINTING
    if not figures and not findings and frames.says_nothing(text, words):
        weight -= FRAMED
    if (text[-1:].isalpha() or text[-1:].isspace() or "which" in words or "whose" in words) and FRAGMENT.search(text):
        weight -= BROKEN
    if has(COURSE) or "____" in text or (not words.isdisjoint(NEGATED) and NOTHING_NEW.search(text)):
        weight -= ROUTINE
    if ("@" in text or "/" in text or "www." in text) and ADDRESS.search(text):
        weight -= ADDRESSED
    if len(listed) < 5 or not VERBAL.search(text):
        weight -= 0.5
    return role, weight


@lru_cache(maxsize=8192)
def _finds(word: str) -> bool:
    return word in FINDING_WORDS or word.startswith(FINDING_STEMS)


def _figures(text: str) -> int:
    """Return how many figures a sentence has, beside the numbers of its paragraph and of items it speaks of."""
    number = NUMBERED.match(text)
    items = sum(1 for _ in ITEM_NUMBER.finditer(text)) if "item" in text or "paragraph" in text else 0
    return max(sum(1 for _ in FIGURE.finditer(text, number.end() if number else 0)) - items, 0)


# Set by hand, and tried on gold of invented and real minutes; see benchmarks/summaries.md.
FIGURED = 0.2
IN_FIGURES = 0.45
SEVERAL = 0.2  # figures: from what to what, how many of how many
OPINED = 0.3
ASKED = 0.3
PROMISED = 0.3
SHARED = 0.3
FOUND = 0.15
DISSENTING = 0.15
CONTESTED = 0.5
PROPERNESS = 0.04
TELLING = 0.15
BROKEN = 1.2
ADDRESSED = 1.5
POINTING = 0.1  # what it points to is brought
ROUTINE = 1.5
FRAMED = 1.0
WEIGHTS = {
    "decision": 1.5,
    "vote": 0.8,
    "action": 1.0,
    "presenter": 0.6,
    "finding": 0.5,
    "reply": 0.45,
    "question": -0.05,
    "discussion": 0.4,
}
