"""The words by which minutes say that something was decided, as patterns.

Each pattern that finds a decision has a group `verb`, the printed verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Participles that settle something, wherever they stand in capitals: “the application be REFUSED”.
SETTLED = (
    "agreed|resolved|ordered|recommended|noted|approved|refused|deferred|decided|carried|passed|adopted|endorsed|"
    "ratified|accepted|received|authori[sz]ed|delegated|granted|rejected|withdrawn|elected|appointed|confirmed|"
    "referred|supported|lost|defeated|determined|permitted"
)
# What a lost motion is called, besides “not carried” and its like; told as REFUSED.
LOST = frozenset(
    (
        *("voted against", "lost", "defeated", "failed", "fell", "voted down", "declined", "denied", "fails", "died"),
        *("dies", "lapsed", "lapses", "turned down", "did not carry", "did not pass", "did not succeed", "no seconder"),
        *("rejected", "negatived"),
        *("casting vote against", "casting vote was cast against", "casting vote was against"),
    )
)
# What Welsh minutes print.
WELSH = "penderfynwyd|cytunwyd|nodwyd|cymeradwywyd|argymhellwyd|gohiriwyd"

# A cheap first look: a sentence without one of these, in small letters, holds no decision and no mover.
STEMS = (
    *("agree", "resol", "order", "recommend", "note", "approv", "refus", "defer", "decid", "decis", "carri", "pass"),
    *("adopt", "endors", "ratif", "accept", "receiv", "authori", "delegat", "grant", "reject", "withdr", "elect"),
    *("appoint", "confirm", "refer", "support", "lost", "defeat", "determin", "permit", "vot", "motion", "favo"),
    *("unanim", "propos", "second", "moved", "co-opt", "prop ", "prop:", "prop. ", "nem", "outcome", "2nd", " be "),
    *("enderf", "ytun", "nodwyd", "ymerad", "argymh", "gohir", "moladh"),
    *("object", "amend", "comment", "observation", "happy", "content", "award", "dismiss", "upheld", "m/s"),
    *(
        "instruct",
        "direct",
        "minutes",
        "committee:",
        "panel:",
        "board:",
        "council:",
        "cabinet:",
        "that the",
        "received",
    ),
    *(
        "withdrew",
        "continued",
        "held over",
        "laid over",
        "carried over",
        "adjourn",
        "postpon",
        "tabled",
        "consensus",
        "given",
        "gave ",
        "denied",
        "declin",
    ),
    *(
        "table",
        "precept",
        "common consent",
        "general consent",
        " assent",
        "law",
        "upheld",
        "carries",
        "passes",
        "died",
        "lapse",
        "rescind",
        "exclud",
    ),
    *("turned down", "did not", "elect", "ordinance", "fell", "felt that", "go ahead", "go-ahead", "nominated"),
)
# Forms other than the participle by which a decision is printed, and the participle it is told by.
PARTICIPLES = {
    "approve": "approved",
    "note": "noted",
    "adopt": "adopted",
    "receive": "received",
    "endorse": "endorsed",
    "accept": "accepted",
    "authorise": "authorised",
    "authorize": "authorized",
    "direct": "directed",
    "request": "requested",
    "support": "supported",
    "recommend": "recommended",
    "agree": "agreed",
    "appoint": "appointed",
    "defer": "deferred",
    "award": "awarded",
    "resolve": "resolved",
    "decide": "decided",
    "refuse": "refused",
    "reject": "rejected",
    "turn down": "turned down",
    "grant": "granted",
    "deny": "denied",
    "confirm": "confirmed",
    "ratify": "ratified",
    "ratifie": "ratified",
    "elect": "elected",
    "object": "objection",
    "objection": "objection",
    "objected": "objection",
    "recommendation": "recommended",
    "approval": "recommended",
    "refusal": "recommended",
    "decision": "decided",
    "happy": "agreed",
    "pleased": "agreed",
    "felt": "agreed",
    "content": "agreed",
    "minded": "agreed",
    "yes": "carried",
    "aye": "carried",
    "in agreement": "agreed",
    "m/s/c": "carried",
    "msc": "carried",
    "no objection": "no objection",
    "carries": "carried",
    "passes": "passed",
    "given": "approved",
    "gave": "approved",
    "consensus": "agreed",
    "agreement": "agreed",
    "common consent": "agreed",
    "general consent": "agreed",
    "unanimous consent": "agreed",
    "phenderfynwyd": "penderfynwyd",
    "chytunwyd": "cytunwyd",
    "chymeradwywyd": "cymeradwywyd",
    "unanimous support": "agreed",
    "assent": "agreed",
    "consent": "agreed",
    "view": "agreed",
    "wish": "agreed",
    "withdrew": "withdrawn",
    "agreed to withdraw": "withdrawn",
    "postponed": "deferred",
    "held over": "deferred",
    "laid over": "deferred",
    "carried over": "deferred",
    "continued": "deferred",
    "carried forward": "deferred",
    "tabled": "deferred",
    "lies": "deferred",
    "lie": "deferred",
    "lay": "deferred",
    "laid": "deferred",
    "left": "deferred",
    "remain": "deferred",
    "re-appointed": "appointed",
    "reappointed": "appointed",
    "excluded": "resolved",
    "set": "agreed",
    "nominated": "elected",
    "took the chair": "elected",
    "pass": "passed",
}


def is_lost(verb: str) -> bool:
    """Tell a verb by which something is refused.

    >>> is_lost("not accepted"), is_lost("Defeated"), is_lost("noted")
    (True, True, False)
    """
    small = verb.casefold()
    return small in LOST or small.startswith(("not ", "failed to "))


def hints(text: str) -> bool:
    """Tell whether a sentence is worth a closer look.

    >>> hints("Members AGREED to wait."), hints("The lamp was out.")
    (True, False)
    """
    return holds_one(text.casefold(), STEMS)


def holds_one(text: str, words: Iterable[str]) -> bool:
    """Tell whether one of several words stands in a text; a plain loop, since most sentences end here.

    >>> holds_one("the lamp was lit", ("bus", "lamp"))
    True
    """
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


ADVERBS = (
    r"(?:(?:then|therefore|also|further|subsequently|duly|formally|unanimously|hereby|all|both|accordingly|thus|"
    r"consequently|finally|provisionally|collectively|generally|once again|now|however|only|fully|being|put|noted|"
    r"discussed|considered|and|\w{4,}ly)\s+){0,3}"
)
# Marks and labels before the first word of a sentence: “**”, “(a) ”, “25) ”, “‘”.
OPENING_MARKS = r"[\s\"'“‘*_•·>|–—:-]*(?:\(?(?:\d{1,4}|[A-Za-z]|[ivxIVX]{1,4})[.)]\s+)?[\s\"'“‘*_–—-]*"

# “RESOLVED that”, “And Resolved:”, “It was unanimously AGREED”, “Noted.”, “Resolved (Cllr Day, seconded Cllr Fenn)
# that”; not “Agreed actions were”.
HEAD = re.compile(
    rf"""{OPENING_MARKS} (?: (?-i:[A-Z]{{1,5}}\s?\d{{1,4}}/\d{{1,4}}) \s (?=resolved\b) )?
    (?: (?:it\s(?:was|is)|and|be\sit|we|further|unanimously|also|therefore|hereby|all|both|decision|
           actions?|having\sbeen\s(?:proposed|moved)\sand\sseconded)[,:]?\s+ ){{0,4}}
    (?P<verb> {SETTLED}|{WELSH} ) \b
    (?= \s* (?: (?:unanimously|nem\.?\s?con\.?|by\s(?:all|consensus|(?:a\s)?majority)|as\sfollows|in\sprinciple|
                  accordingly|\(?\d[\d\s–/-]*\)?)\s* ){{0,2}}
        (?: [:;.,!)*_–—-] | that\b | to\b | not\sto\b | \Z | \([^()]{{3,120}}\)[\s*_]*(?:that\b|to\b|:)
          | \([^()/]{{2,40}}/[^()/]{{2,40}}\)\W*\Z ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# “PENDERFYNWYD / RESOLVED that …”, “PENDERFYNWYD yn unfrydol / RESOLVED unanimously to …”: what bilingual minutes print
IN_ENGLISH = re.compile(rf"(?:\s\w+){{0,3}}\s?/\s?(?P<verb>{SETTLED})\b", re.IGNORECASE)
# “Penderfynwyd bod y neuadd yn cael ei gosod”, “… a chytunwyd yn unfrydol y dylid aros”; not “Nodwyd bod y lamp allan”,
# nor what was decided already (“eisoes”)
IN_WELSH = re.compile(
    rf"""\A{OPENING_MARKS}(?P<verb>(?!nodwyd\s(?:[bf]od|nad|na|y\s[bd]\w+|yr\s(?:oedd|oeddent))\b)(?:{WELSH}))\b
        (?=\s[\w’'‘£])(?![^.;]*\beisoes\b)
    | \b(?:ac?)\s(?P<verb2>phenderfynwyd|chytunwyd|chymeradwywyd|argymhellwyd|gohiriwyd)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# “VOTED: To accept the bid”, “it was unanimously VOTED to hold a hearing”: as boards of New England say it
VOTED = re.compile(
    rf"""{OPENING_MARKS}
    (?: (?:it\s(?:was|is)|unanimously|(?:the\s)?(?:board|committee)|also|further|and)[,:]?\s+ ){{0,4}}
    (?P<verb> (?-i:VOTED|Voted) | (?<=was\s)voted | (?<=unanimously\s)voted ) (?:\sunanimously)? \s*
    (?:\(?\d\d?(?:\s?[-–]\s?\d\d?){{1,2}}\)?)? [\s:,–—-]* (?= to\b|that\b|not\sto\b )""",
    re.VERBOSE | re.IGNORECASE,
)
# In capitals at the opening, whatever follows: “NOTED the report”, “APPROVED £400 for benches”.
HEAD_IN_CAPITALS = re.compile(
    rf"""{OPENING_MARKS}
    (?: (?:IT\sWAS|It\swas|AND|And|UNANIMOUSLY|FURTHER|BE\sIT|ALSO|THEREFORE|HEREBY|DECISION|Decision)[,:]?\s+ ){{0,4}}
    (?P<verb> {SETTLED.upper().replace("[SZ]", "[SZ]")}|{WELSH.upper()} ) \b
    """,
    re.VERBOSE,
)
# “DECISION: That the licence be granted.”, “Resolution 12/24 – to buy a bench”; not “Decision making”.
LABELLED = re.compile(
    rf"""{OPENING_MARKS} (?P<label> decisions?|resolution|outcome|determination|penderfyniad|
        results? (?= \s*[:|–-]\s*\|?\s* (?:{SETTLED}) ) |
        action (?= \s*:?\s*\|\s*(?:adopt|approve|receive|pass|table)) )
    (?: \s (?:made|taken|(?>(?:no\.?\s?|\#)?\d[\w/.-]*)) )? \s* [:–—-]+ \s* (?= \S|\Z )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# “was therefore RESOLVED”, “the report be NOTED”; only where the sentence around it is not in capitals itself.
IN_CAPITALS = re.compile(
    rf"\b(?P<verb>{SETTLED.upper()})\b(?!\s+(?i:by)\s+(?i:the\s+)?(?!(?i:council|committee|members|all|cabinet|board|panel|unanim|a\s|show|town|parish|full))[A-Z])(?!\s+(?:BY-?LAW|CHAIR|MEMBER|OFFICER|MINUTES|ITEMS))"
)
# “the by-law BE INTRODUCED”: a motion of the Canadian kind.
BE_IN_CAPITALS = re.compile(r"\bBE (?P<verb>[A-Z]{4,}ED)\b")


BODIES = (
    r"council|committee|sub-?committee|panel|board|cabinet|(?<!chief\s)executive|trustees|forum|assembly|authority|"
    r"commission|meeting|governors|group|party|members|councillors|cllrs|everyone|present|we|parish council|"
    r"(?<!welcomed\s)(?<!thanked\s)all|"
    # “PM and CC agreed” are two people
    r"commissioners|(?<!\band\s)(?:PC|P\.C\.|CC|TC)"
)


# “The Committee: (i) noted the report; and (ii) agreed to …”, “Cabinet – 1. Approved the lease”
IN_PARTS = re.compile(
    rf"""\A\W*(?:the\s)?(?:[\w’'&-]+\s){{0,6}}?(?:{BODIES})\s*,?\s*(?:having\s[^:]{{5,200}})?[:;–—-]+\s*
    \(?(?:1|a|i)[).]\s+(?:{ADVERBS})(?P<verb>{SETTLED}|instructed|requested|requests?|notes?|agrees?|approves?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# … and the same with each part in a paragraph of its own
BODY_ALONE = re.compile(
    rf"\A\W*(?:(?:accordingly|therefore|after discussion),?\s|on\s(?:being\s|the\s)?propos[^:;]{{5,90}}?\s(?=the\s))?"
    rf"(?:the\s)?(?:[\w’'&-]+\s){{0,6}}?(?:{BODIES})\s*,?\s*"
    r"(?:(?:having|following|after)\s[^:]{5,200})?(?:(?:unanimously|by\s(?:an?\s)?\w+)\s*(?:\([^()]{3,60}\))?\s*)?[:;–—-]+\s*\Z",
    re.IGNORECASE,
)
ACT = re.compile(
    rf"{OPENING_MARKS}{ADVERBS}(?P<verb>{SETTLED}|instructed|requested|congratulated|thanked)\s", re.IGNORECASE
)
SHORT_FOR_CARRIED = re.compile(r"\A\W*(?P<verb>M/?S/?C)\b[\s:(–-]")


# By whatever word minutes are passed as a record, they are told as approved, unless by one of these.
KEPT_OF_ROUTINE = frozenset(
    (
        *("AGREED", "RESOLVED", "ORDERED", "RECOMMENDED", "NOTED", "APPROVED", "REFUSED", "DEFERRED", "CARRIED"),
        *("PROPOSED", "ADJOURNED", "SUSPENDED", "WITHDRAWN"),
    )
) | frozenset(WELSH.upper().split("|"))

INNER = re.compile(rf"\b(?P<verb>{SETTLED})\b", re.IGNORECASE)
# “RESOLVED that”, “AGREED:”, “That”: what one printing of a decision has and another leaves out
INNER_OPENING = re.compile(rf"\A\W*(?:(?:it was\s+)?(?:{SETTLED})\b[\s:–-]*)?(?:that\b)?", re.IGNORECASE)

# The last cell of a row of a table of applications: “Approved. To be funded from …”, “Recommend approval to …”
CELL = re.compile(
    r"\A\W*(?:(?P<verb>approved|refused|rejected|deferred|agreed|granted|declined|withdrawn|supported)\b(?!\s(?:and\spaid|on\s\d))"
    r"|(?P<verb2>recommend)(?:ed)?\s(?:approval|refusal)\b)",
    re.IGNORECASE,
)
# A sentence that is a verdict and nothing else: “Carried.”, “Motion Passed (15 to 0)”, “All in favour”, “Motion lost.”
COUNT = r"(?:\d{1,3}|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a)"
VERDICT = re.compile(
    rf"""{OPENING_MARKS}\(?
    (?: (?:and\s)?
        (?:all|accordingly|the\smotion|motion|amendment|the\samendment|this|that|(?:roll\s?-?call\s)?vote|the\svote|on\sa\sshow\sof\shands|
        (?:on|upon)\s(?:being\sput\sto\s)?(?:the|a)\svote,?|the\smotion,?\sas\samended,?|it|
        (?:the\s)?(?:resolution|ordinance|recommendations?|nomination)|
        (?:the\s)?(?:substantive|original|main)\smotion(?:,?\sas\samended,?)?|
        (?:the\s)?motion\sto\s\w+(?:\s\w+){{0,5}}?|(?:the\s)?(?:council|committee|board|panel|members|councillors|cllrs)(?:\spresent)?|the\sproposal|proposal|the\sproposition|unanimous(?:ly)?|so|
        (?:results?|disposition)\s?[:–-]|voted\son,?(?:\sand)?|all\s(?:in\sfavou?r|voted)\s?[,–—-]|the\s(?:first|second|former|latter))
        [,:]?\s+ (?:was|were|is)?\s* ){{0,3}}
    (?: (?:then|duly|therefore|declared|unanimously|all|voted|put\sto\sthe\svote\sand|put\sand)\s+ ){{0,3}}
    (?P<verb> carried|passed|lost|defeated|agreed|approved|noted|not\scarried|failed|fell|accepted|adopted|resolved|
        rejected|refused|withdrawn|deferred|in\sfavou?r|unanimous|nem\.?\scon\.?|in\sagreement|(?<=so\s)ordered|
        carries|passes|fails|died|dies|lapsed|lapses|denied|received|declined|endorsed|ratified|granted|(?<=so\s)voted|
        (?<=all\s)(?:yes|ayes?) )
    (?: \s+ (?: unanimously|by\sall(?:\s(?:those\s)?present)?|
        nem\.?\s?con\.?|by\s(?:an?\s)?(?:(?:absolute|special|simple)\s)?(?:majority|show|\d)[\w\s]{{0,30}}|as\samended|en\sbloc|
        of\s(?:the|this)\s(?:motion|amendment|proposal|recommendations?)|accordingly|on\sa\sshow\sof\shands|
        (?:on|by|upon)\s(?:an?\s)?(?:voice|roll[\s-]call|hand|rising|electronic|recorded|unanimous)\svote(?:[,:]?\s(?:of\s)?\d+\s*[-–/to]+\s*\d+(?:\s*[-–/]\s*\d+)?)?|
        (?:by\sa\svote\sof\s|vote:?\s)?\d+\s*[-–/to]+\s*\d+(?:\s*[-–/]\s*\d+)?|
        by\s(?:all\s)?(?:the\s)?(?:members|councillors)(?:\spresent)?|for\s(?:want|lack)\sof\sa\ssecond(?:er)?|(?:and\s)?carried|and\sagreed|with\s\w+\sabstentions?|with\sa\svote\sof\s\d+\s?[-–to]+\s?\d+|
        (?<=favour\s)(?-i:[A-Z])\w+|
        with\s[\w\s.,’'&-]{{1,80}}?\s(?:dissenting|opposed|opposing|abstaining|against|absent|voting\s\w+) ) ){{0,2}}
    (?: ,?\s (?:with|by)\s{COUNT}\s(?:votes?\s)?(?:cast\s)?(?:for|in\sfavou?r)
        (?: ,?\s(?:(?:and|with)\s)?{COUNT}\s(?:votes?\s)?(?:against|opposed|abst\w+)){{0,2}} )?
    (?: [,:]?\s+ (?:by\s)? (?:{COUNT} \s (?:votes?\s)? to \s {COUNT} (?:\svotes?)? | \d{{1,2}}\s?[-–]\s?\d{{1,2}})
        (?: ,?\s (?:with|and)\s{COUNT}\sabst\w+ )? )?
    (?: ,\s (?:with\s)? [\w\s.’'&-]{{1,60}}? \s (?:dissent\w+|oppos\w+|abstain\w+|absent|recus\w+|vot(?:ed|ing)\s\w+) )?
    (?: (?<=carried)\s\d{{1,3}}\.\d{{1,2}}\.\d{{1,3}} )?  # the number it got
    \s* (?: [(\[][^)\]]{{0,60}}[)\]] )? [\s.:;,!*_|”"’)]* \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# “Four against, three for; rejected.”
COUNT_AND_VERDICT = re.compile(
    rf"\W*(?:{COUNT}\s(?:votes?\s)?"
    r"(?:for|against|in\sfavour|abst\w+)[\s,;.–-]*(?:and\s)?){2,3}"
    r"(?P<verb>carried|passed|agreed|approved|lost|defeated|rejected|refused)\W*\Z",
    re.IGNORECASE,
)
# A sentence that is a motion: “That the report be adopted.”, “MOTION: To approve …”
MOTION = re.compile(
    rf"{OPENING_MARKS}(?:that\b,?\s(?!(?:was|were|had|has|would|could|did|does|might)\b)|now,?\stherefore\b|motion:?\s(?!(?:\w+\s)?(?:carri|pass|fail|lost|defeat|die))|resolution:\s|to\s(?=\w+\s))",
    re.IGNORECASE,
)
# “It was proposed that the fee be paid.”, which is told of in prose as well
WAS_PROPOSED = re.compile(
    r"\W*it\swas\s(?:also\s|then\s|further\s|therefore\s)?(?:proposed|moved)\s(?=to\b|that\b)", re.IGNORECASE
)


# “approved as a correct record”, “taken as read and signed”, “confirmed as a true and accurate record”.
ROUTINE = re.compile(
    r"""\b(?: (?:correct|true|accurate|proper|fair|complete) \s (?:and\s\w+\s)?
        (?:record|account|reflection|minute|copy)
      | taken\sas\sread (?!\sand\sthe\sreport) )
    | \b(?:draft\s|previous\s|last\s|confidential\s|amended\s)? minutes \b [^.;]{0,200}?
      \b(?:approved|agreed|adopted|accepted|confirmed|signed|received|ratified|passed|correct|accurate|in\sorder) \b
    | \bnotes?\sof\sthe\s(?:last|previous)\s meeting\b[^.;]{0,80}?\b(?:approved|agreed|adopted|accepted|confirmed)\b
    | \brecord\sof\s(?:the|its)\s(?:last\s|previous\s)?meetings?\b[^.;]{0,120}?
      \b(?:approved|agreed|adopted|accepted|confirmed|signed) \b
    | \b(?:approv(?:al|ed?)|agree[ds]?|adopt(?:ed|ion)?|accept(?:ed|ance)?|confirm(?:ed)?|sign(?:ed)?)\s
      (?:that\s|of\s)?(?:the\s)?
      (?:\w+\s){0,3} minutes\b
    | \bmeeting \s (?:do\s|be\s|is\s|was\s|be\snow\s|stand\s|do\snow\s)? (?:adjourn(?:ed)?|closed|terminated)\b
    | \bconfirm (?:ed|ing)? \s the \s proceedings\b
    | \bsuspend(?:ed|ing)?\s(?:of\s)?(?:the\s)?standing\sorders\b
    | \bstanding\sorders\s(?:be|were|was)\s(?:\w+ly\s)?suspended\b
    | \bextend(?:ed|ing)?\s the\s meeting\s (?:beyond|past|until|to|by|for)\b
    | \bitems?\b [^.;]{0,60}? \b(?:be|was|were)\s(?:taken|considered|dealt\swith|discussed)\s
      (?:next|first|now|together|at\sthis\s(?:point|stage|time|juncture))\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
