"""The words by which minutes say that something was decided, as patterns.

Each pattern that finds a decision has a group `verb`, the printed verb.
"""

from __future__ import annotations

import re

# Participles that settle something, wherever they stand in capitals: “the application be REFUSED”.
SETTLED = (
    "agreed|resolved|ordered|recommended|noted|approved|refused|deferred|decided|carried|passed|adopted|endorsed|"
    "ratified|accepted|received|authori[sz]ed|delegated|granted|rejected|withdrawn|elected|appointed|confirmed|"
    "referred|supported|lost|defeated|determined|permitted"
)
# What a lost motion is called; told as REFUSED.
LOST = frozenset(
    {"voted against", "lost", "defeated", "not carried", "failed", "fell", "not passed", "not agreed", "not approved"}
)
# What Welsh minutes print.
WELSH = "penderfynwyd|cytunwyd|nodwyd|cymeradwywyd|argymhellwyd|gohiriwyd"

# A cheap first look: a sentence without one of these, in small letters, holds no decision and no mover.
STEMS = (
    *("agree", "resol", "order", "recommend", "note", "approv", "refus", "defer", "decid", "decis", "carri", "pass"),
    *("adopt", "endors", "ratif", "accept", "receiv", "authori", "delegat", "grant", "reject", "withdr", "elect"),
    *("appoint", "confirm", "refer", "support", "lost", "defeat", "determin", "permit", "vot", "motion", "favo"),
    *("unanim", "propos", "second", "moved", "co-opt", "prop ", "prop:", "nem", "outcome", "2nd", " be "),
    *("penderf", "cytun", "nodwyd", "cymerad", "argymh", "gohir", "moladh"),
    *("objection", "objects", "comment", "observation", "happy", "content", "award", "dismiss", "upheld", "m/s"),
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
    "grant": "granted",
    "confirm": "confirmed",
    "ratify": "ratified",
    "ratifie": "ratified",
    "elect": "elected",
    "object": "objection",
    "recommendation": "recommended",
    "decision": "decided",
    "happy": "agreed",
    "content": "agreed",
    "minded": "agreed",
    "in agreement": "agreed",
    "m/s/c": "carried",
    "msc": "carried",
    "no objection": "no objection",
}


def hints(text: str) -> bool:
    """Tell whether a sentence is worth a closer look.

    >>> hints("Members AGREED to wait."), hints("The lamp was out.")
    (True, False)
    """
    small = text.casefold()
    return any(stem in small for stem in STEMS)


ADVERBS = (
    r"(?:(?:then|therefore|also|further|subsequently|duly|formally|unanimously|hereby|all|both|accordingly|thus|"
    r"consequently|finally|provisionally|collectively|generally|once again|now|however|only|being|put|noted|discussed|"
    r"considered|and|\w{4,}ly)\s+){0,3}"
)
# Marks and labels before the first word of a sentence: “**”, “(a) ”, “25) ”, “‘”.
OPENING_MARKS = r"[\s\"'“‘*_•·>|–—:-]*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]\s+)?[\s\"'“‘*_–—-]*"

# “RESOLVED that”, “And Resolved:”, “It was unanimously AGREED”, “Noted.”, “Resolved (Cllr Day, seconded Cllr Fenn)
# that”; not “Agreed actions were”.
HEAD = re.compile(
    rf"""{OPENING_MARKS}
    (?: (?:it\s(?:was|is)|and|be\sit|we|further|unanimously|also|therefore|hereby|all|both|decision|
           actions?|having\sbeen\s(?:proposed|moved)\sand\sseconded)[,:]?\s+ ){{0,4}}
    (?P<verb> {SETTLED}|{WELSH} ) \b
    (?= \s* (?: (?:unanimously|nem\.?\s?con\.?|by\sall|as\sfollows|in\sprinciple|accordingly|
                  \(?\d[\d\s–/-]*\)?)\s* ){{0,2}}
        (?: [:;.,!)*_–—-] | that\b | to\b | not\sto\b | \Z | \([^()]{{3,120}}\)[\s*_]*(?:that\b|to\b|:) ) )
    """,
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
IN_CAPITALS = re.compile(rf"\b(?P<verb>{SETTLED.upper()})\b(?!\s+(?:BY-?LAW|CHAIR|MEMBER|OFFICER|MINUTES|ITEMS))")
# “the by-law BE INTRODUCED”: a motion of the Canadian kind.
BE_IN_CAPITALS = re.compile(r"\bBE (?P<verb>[A-Z]{4,}ED)\b")

# “it was agreed that”, “this was unanimously agreed”; not “it was agreed at the last meeting”, “it had been agreed”.
IMPERSONAL = re.compile(
    rf"\b(?:it|this|these|which|all|both|following)\s+(?:was|were|is)\s+{ADVERBS}(?:(?:proposed|moved)(?:,\s*|\s+and\s+)seconded"
    rf"(?:,\s*|\s+and\s+){ADVERBS})?(?P<verb>agreed|resolved|decided|ordered|carried|approved|recommended to)\b"
    r"(?!\s+out\b)",
    re.IGNORECASE,
)

# “… seconded by Cllr Rowe and unanimously agreed”, “proposed by KB, seconded by JT, and so resolved”
SECONDED_AND = re.compile(
    r"\b(?:seconded|2nd(?:ed)?)\b(?:[^.]|(?<=\b\w)\.|(?<=Cllr)\.|(?<=Mrs)\.|(?<=M[rs])\.){2,90}?"
    rf"(?:[,;]|\band\b|[–-])\s+(?:and\s+)?(?:it was\s+|was\s+|this was\s+|so\s+)?{ADVERBS}"
    r"(?P<verb>agreed|carried|resolved|approved|adopted|accepted|passed|lost|defeated|in favour|noted)\b(?!\s+out\b)",
    re.IGNORECASE,
)
# “Newsletter of the health board Noted”: a verdict in a capital, without a stop before it
CAPITAL_AT_THE_END = re.compile(
    r"(?<=[a-z.)\d’])\s(?P<verb>Noted|Agreed|Approved|Carried|Deferred|Accepted|Refused)\s*[.;]?\s*\Z"
)
BODIES = (
    r"council|committee|sub-?committee|panel|board|cabinet|(?<!chief\s)executive|trustees|forum|assembly|authority|"
    r"commission|meeting|governors|group|party|members|councillors|cllrs|all|everyone|present|we|parish council|"
    r"commissioners|PC|CC|TC"
)
# “Payment of £40 – agreed”, “all councillors agreed.” at the end of a sentence.
TRAILING = re.compile(
    rf"(?:\s[–—-]\s*(?:all\s|this was\s|unanimously\s)?|\b(?:{BODIES})\s+(?:unanimously\s+|all\s+)?)"
    r"(?P<verb>agreed|approved|noted|accepted|carried|deferred)"
    r"(?:\s+(?:unanimously|by (?:all|members|(?:the )?(?:parish|council)\b)))?\s*[.;]?\s*\Z",
    re.IGNORECASE,
)


# Of these a body's decision in prose needs one.
BODY_WORDS = (
    *("agree", "resolve", "decide", "determined", "approve", "endorse", "ratif", "adopted", "accept", "refused"),
    *("rejected", "deferred", "authori", "granted", "appointed", "elected", "co-opted", "ordered", "directed"),
    *("confirmed", "noted", "recommend", "voted", "support", "object", "happy", "content", "minded", "no comment"),
    "no observation",
)
# “Members agreed to”, “the Panel unanimously resolved that”, “Council approved the plan”; not “agreed with”.
BODY = re.compile(
    rf"""\b(?: {BODIES} )\s+ {ADVERBS}
    (?: (?P<verb> agreed|resolved|decided|determined ) \s* (?: unanimously\s*|by\s\w+\s|in\sprinciple\s* )?
            (?= \bto\b|\bthat\b|\bnot\sto\b|\bon\b|\ban?\b|\bthe\b|:|£|€|\$|\bit\sto\b|\ball\b|
                \bthis\swas\san?\s(?:true|correct) )
      | (?P<verb2> approved|endorsed|ratified|adopted|accepted|refused|rejected|deferred|authori[sz]ed|granted|
            appointed|elected|co-opted|ordered|directed|
            confirmed(?=\s(?:the\s|its\s|that\sthe\s)?(?:\w+\s){{0,2}}minutes) )
            \s+ (?! that\b|with\b|in\b|at\b|on\b|\w+ing\b|by\b )
      | (?P<verb3> noted|received\sand\snoted ) \s+ (?= (?:the|this|its|these|his|her|their)\s (?:[\w’'-]+\s){{0,4}}?
            (?:report|update|contents?|information|position|presentation|minutes|correspondence|letter|figures|progress|
               recommendations?|comments?|work\sprogramme|plan|accounts|statement|decision|paper)\b )
      | (?P<verb4> recommended|voted ) \s+ (?:unanimously\s+)? (?= to\b|that\b|approval|in\sfavou?r\b )
      | (?P<verb10> voted\s(?:unanimously\s)?against ) \b
      | (?P<verb5> (?:resolve|agree|approve|decide|recommend|endorse|accept|support|object)s?|ratif(?:y|ies) ) \s+
            (?= to\b|that\b|the\b|this\b|an?\b )
      | (?: (?:was|were)\s+ (?:all\s+|quite\s+|unanimously\s+)? )
            (?P<verb6> happy|content|minded|in\sagreement ) \s+ (?= for\b|to\b(?!\s(?:see|hear|learn|note))|that\b )
      | (?:made|makes|agreed)\s+ the\s+ following\s+ (?P<verb7> recommendation )s?
      | (?:had|have|has|made|raised|offered)\s+ (?P<verb8> no\s(?:objections?|comments?|observations?) ) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)

# “The Committee: (i) noted the report; and (ii) agreed to …”, “Cabinet – 1. Approved the lease”
IN_PARTS = re.compile(
    rf"""\A\W*(?:the\s)?(?:[\w’'&-]+\s){{0,6}}?(?:{BODIES})\s*,?\s*(?:having\s[^:]{{5,200}})?[:;–—-]+\s*
    \(?(?:1|a|i)[).]\s+(?:{ADVERBS})(?P<verb>{SETTLED}|instructed|requested|requests?|notes?|agrees?|approves?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# … and the same with each part in a paragraph of its own
BODY_ALONE = re.compile(
    rf"\A\W*(?:(?:accordingly|therefore|after discussion),?\s)?(?:the\s)?(?:[\w’'&-]+\s){{0,6}}?(?:{BODIES})\s*,?\s*"
    r"(?:(?:having|following|after)\s[^:]{5,200})?[:;–—-]+\s*\Z",
    re.IGNORECASE,
)
ACT = re.compile(
    rf"{OPENING_MARKS}{ADVERBS}(?P<verb>{SETTLED}|instructed|requested|congratulated|thanked)\s", re.IGNORECASE
)
# “The decision of the Sub-Committee was to refuse”; “The Mayor declared the motion carried”; “M/S/C (Rook/Dunn)”
DECISION_WAS = re.compile(
    r"\bthe\s(?P<verb>decision)\s(?:of\sthe\s[\w-]+\s)?(?:was|is)\s(?:therefore\s)?(?:to|that)\b", re.IGNORECASE
)
DECLARED = re.compile(
    r"\b(?:declared?|announced)\s(?:(?:the|this)\s)?(?:motion|amendment|proposal|resolution|vote|it)\s(?:as\s)?(?:to\sbe\s|"
    r"to\shave\sbeen\s|had\sbeen\s|was\s)?(?:duly\s)?(?P<verb>carried|lost|passed|defeated)\b"
    r"|\bdeclared\s(?!that\b)(?:[\w.’'-]+\s){1,5}?(?:to\sbe\s)?(?:duly\s)?(?P<verb2>elected)\b",
    re.IGNORECASE,
)
SHORT_FOR_CARRIED = re.compile(r"\A\W*(?P<verb>M/?S/?C)\b[\s:(–-]")
# “…; Cllr Finch seconded; all in favour.”, “Proposed DH, seconded BF – carried”
AT_THE_END = re.compile(
    r"(?:[;,–—|-]|\.\s)\s*(?:and\s)?(?:(?:this|it|the\smotion|the\svote|vote|motion|which)\s)?(?:was\s|were\s)?(?:then\s|duly\s|put\sto\s"
    r"the\svote\sand\s|all\s)?(?:unanimously\s)?(?P<verb>in\sfavou?r|carried|unanimous|agreed|passed|lost|defeated|approved)"
    r"(?:\s(?:unanimously|nem\.?\s?con\.?|by\sall))?[\s.)]*\Z",
    re.IGNORECASE,
)
# A parish's view of a planning application, alone or after its address: “22/0114 Mill House, porch. No objection.”
COMMENT = re.compile(
    r"""(?:\A|[.:;–—|)-]\s*|\b(?:council|members|councillors|committee|pc|comments?)\s)\W*
    (?:resolved:?\s|recommend(?:ed|s|ation)?:?\s|response:?\s|comments?:?\s|decision:?\s|agreed:?\s)?
    (?P<verb>no\s(?:objections?|comments?|observations?)|objections?|objects?|objected|supports?|supported|neutral|
        refusal|approval)
    (?:\s(?:raised|made|to\s(?:this|the)\s(?:application|proposal|plans?)|this\sapplication|in\sprinciple))?
    (?:\s*[:,–—-]\s.{0,160}|\s(?:on|due\sto|subject\sto|but|provided)\s.{0,160})?[\s.”"’]*(?:\s[A-Z]{2,3})?\Z""",
    re.VERBOSE | re.IGNORECASE,
)

# What can be approved, noted or lost.
MATTER = (
    r"minutes|reports?|recommendations?|proposals?|motions?|resolutions?|amendments?|applications?|accounts?|budgets?|"
    r"estimates?|polic(?:y|ies)|payments?|cheques?|invoices?|quotations?|quotes?|plans?|grants?|precept|schedules?|"
    r"programmes?|strateg(?:y|ies)|terms of reference|orders?|statements?|agenda|dates?|donations?|requests?|"
    r"nominations?|updates?|information|correspondence|letters?|presentations?|contents|figures|standing orders|"
    r"regulations|transactions?|disposals?|items?|drafts?|tenders?|leases?|by-?laws?|byelaws?|expenditure|sum|schemes?|"
    r"position|vote|matters?|reviews?|returns?|reconciliations?|risk assessments?|business plan|permission|licences?|"
    r"changes?|options?|salary|salaries|fees?|£[\d,.]+[mk]?|€[\d,.]+[mk]?|charges?|increase|purchase|costs?|bills?|"
    r"prices?|declarations?|documents?|registers?|agreements?|contracts?|constitution|code of conduct|"
    r"list|observations|"
    r"arrangements|"
    r"question|suggestion|call-in|appeals?|funding|awards?"
)
MATTERS = re.compile(rf"(?<!\w)(?:{MATTER})\b", re.IGNORECASE)
# What alone can be confirmed, awarded, dismissed or upheld by those who meet.
FEW_MATTERS = {
    "deferred": re.compile(rf"(?<!\w)(?:{MATTER}|discussions?|consideration|debate)\b", re.IGNORECASE),
    "confirmed": re.compile(r"\b(?:minutes|record|orders?|appointments?|nominations?)\b", re.IGNORECASE),
    "awarded": re.compile(r"\b(?:grants?|donations?|contracts?|funding|tenders?)\b", re.IGNORECASE),
    "dismissed": re.compile(r"\b(?:call-in|appeals?|complaints?|motion)\b", re.IGNORECASE),
    "upheld": re.compile(r"\b(?:call-in|appeals?|complaints?|decision)\b", re.IGNORECASE),
}
# “Invoice for £40, resolved to pay”, “Bus petition: agreed to wait”, “a donation of £300 agreed.”
ELLIPTIC = re.compile(
    rf"""(?: [,–-]\s+|\band\s+ ) (?P<verb> resolved|decided )\s (?=to\b|not\sto\b|that\b)
    | \A[^.:;]{{3,80}}:\s* (?P<verb2> agreed|resolved|noted|approved ) \b (?= \s+(?:to|that)\b | \W*\Z )
    | (?<!\w)(?:{MATTER})\b [^.;:]{{0,60}}? (?<!be)(?<!as)(?<!en)(?<!re)(?<!ly)(?<!to)(?<!dy)(?<!is)(?<!had)\s
        (?P<verb3> agreed|approved|accepted ) \s*[.;]?\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# “… were read, approved and signed”, “was put to the vote and lost”; the matter is looked for before it.
PASSIVE = re.compile(
    r"""\b (?: was|were ) \s+
    (?: (?: then|therefore|also|subsequently|duly|formally|unanimously|hereby|all|accordingly|submitted|read|circulated|
            discussed|considered|taken\sas\sread|received|presented|tabled|proposed|reviewed|put\sto\s(?:the|a)\svote|
            declared\sto\sbe|otherwise|
            checked\sfor\s[\w\s]{3,40}?|
            put|debated|declared|checked|agreed|moved|seconded|proposed\sby\s[^.;]{3,60}?seconded\sby\s[^.;]{3,40}? )
        (?: \s*,\s* (?:and\s+)? | \s+and\s+ | \s+ ) ){0,4}
    (?P<verb> agreed|approved|noted|adopted|accepted|endorsed|ratified|carried|passed|defeated|lost|refused|rejected|
        deferred|withdrawn|confirmed|granted|authori[sz]ed|awarded|dismissed|upheld|not\scarried|not\sapproved|
        not\sagreed )\b
    (?! \s+ (?: by\s (?! (?:the\s)?(?:parish\s|town\s|community\s|full\s)?
                (?:council\b|committee|panel|board|members|meeting|councillors|cabinet|executive|chair)
                | all\b|cllr|councillor|those\b|\d|a\s(?:vote|majority|show) )
            | (?:in|on)\s(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)
            | (?:at|during)\s(?:the|our|its|a)\s(?:last|previous|planning|prior|earlier)
            | previously|last\b|out\b|over\b|away|on\sto|as\sa\sgift|down ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# “Mrs Dale was re-elected Chair”, “Cllr Fenn was appointed to the board”.
ELECTED = re.compile(
    rf"\b(?:was|were)\s+{ADVERBS}(?P<verb>re-elected|elected|appointed|co-opted|nominated and elected|selected)\b"
    r"(?!\s+(?:in|on|by the (?:county|district|borough))\b)(?![^.;]{0,80}\bin (?:19|20)\d\d\b)",
    re.IGNORECASE,
)

# “The minutes of 4 May stand as a correct record”, “the minutes were found correct”; not that they were only signed
MINUTES_SIGNED = re.compile(
    r"\bminutes\b[^.;]{0,200}?\b(?:was|were|being|having been|stand|stood|duly)\s(?:then\s|duly\s|therefore\s)?"
    r"(?P<verb>verified|found\s(?:to be\s)?(?:correct|accurate|in order)|"
    r"a\s(?:true|correct|accurate)\s(?:\w+\s){0,2}record|as a (?:true|correct|accurate)\s(?:\w+\s){0,2}record|"
    r"signed(?=[^.;]{0,40}\bas\sa)|held to be)\b",
    re.IGNORECASE,
)
# By whatever word minutes are passed as a record, they are told as approved, unless by one of these.
KEPT_OF_ROUTINE = frozenset(
    ("AGREED", "RESOLVED", "ORDERED", "RECOMMENDED", "NOTED", "APPROVED", "REFUSED", "DEFERRED", "CARRIED", "PROPOSED")
) | frozenset(WELSH.upper().split("|"))

INNER = re.compile(rf"\b(?P<verb>{SETTLED})\b", re.IGNORECASE)
# “RESOLVED that”, “AGREED:”, “That”: what one printing of a decision has and another leaves out
INNER_OPENING = re.compile(rf"\A\W*(?:(?:it was\s+)?(?:{SETTLED})\b[\s:–-]*)?(?:that\b)?", re.IGNORECASE)

# The last cell of a row of a table of applications: “Approved. To be funded from …”, “Recommend approval to …”
CELL = re.compile(
    r"\A\W*(?:(?P<verb>approved|refused|rejected|deferred|agreed|granted|declined|withdrawn|supported)\b(?=\W|\Z)"
    r"|(?P<verb2>recommend)(?:ed)?\s(?:approval|refusal)\b)",
    re.IGNORECASE,
)
# A sentence that is a verdict and nothing else: “Carried.”, “Motion Passed (15 to 0)”, “All in favour”, “Motion lost.”
VERDICT = re.compile(
    rf"""{OPENING_MARKS}
    (?: (?:and\s)? (?:all|the\smotion|motion|amendment|the\samendment|this|vote|the\svote|on\sa\sshow\sof\shands|
        (?:on|upon)\s(?:being\sput\sto\s)?(?:the|a)\svote,?|the\smotion,?\sas\samended,?|substantive\smotion|it|
        the\ssubstantive\smotion|council|members|the\sproposal|proposal|the\sproposition|unanimous(?:ly)?)
        [,:]?\s+ (?:was|were|is)?\s* ){{0,3}}
    (?: (?:then|duly|therefore|declared|unanimously|all|put\sto\sthe\svote\sand)\s+ ){{0,3}}
    (?P<verb> carried|passed|lost|defeated|agreed|approved|noted|not\scarried|failed|fell|accepted|adopted|resolved|
        rejected|refused|withdrawn|deferred|in\sfavou?r|unanimous|nem\.?\scon\.?|
        received )
    (?: \s+ (?: unanimously|by\sall|nem\.?\s?con\.?|by\s(?:a\s)?(?:majority|show|\d)[\w\s]{{0,30}}|as\samended|
        accordingly|on\sa\sshow\sof\shands|(?:by\sa\svote\sof\s|vote:?\s)?\d+\s*[-–/to]+\s*\d+(?:\s*[-–/]\s*\d+)?|
        by\smembers|and\scarried|and\sagreed|with\s\w+\sabstentions?|
        with\s[\w\s.,’'&-]{{1,80}}?\s(?:dissenting|opposed|opposing|abstaining|against|absent|voting\s\w+) ) ){{0,2}}
    \s* (?: [(\[][^)\]]{{0,60}}[)\]] )? [\s.:;,!*_|”"’]* \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
MOVING = re.compile(r"\b(?:propos\w+|moved|motion|second\w*|2nd|prop)\b", re.IGNORECASE)
# A sentence that is a motion: “That the report be adopted.”, “MOTION: To approve …”
MOTION = re.compile(rf"{OPENING_MARKS}(?:that\b,?\s|motion:?\s|resolution:\s|to\s(?=\w+\s))", re.IGNORECASE)

# Reported speech and things past: the deciding was done by others, or before, or not yet.
REPORTED = re.compile(
    r"\b(?:said|advised|reported|explained|informed|stated|confirmed|heard|reminded|recalled|understood|outlined|told|"
    r"added|clarified|highlighted|pointed out|queried|asked|responded|replied)\b[^.;]{0,60}?"
    r"\b(?:that|if|whether|why)\b",
    re.IGNORECASE,
)
NOT_NOW = re.compile(
    r"\b(?:had|has|have|will|would|to|could|should|(?-i:may)|might|must|can|shall|once|until|when|if|unless|after|being|"
    r"previously|already|as|not yet)\s+(?:\w+ly\s+|also\s+|now\s+|been\s+|be\s+|then\s+|since\s+)*\Z",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\A[\s,]*(?:\w+\s+){0,3}?(?:at|during|in|from|by|as)\s+(?:the|our|its|a|their)?\s*(?:last|previous|prior|earlier|past)\b"
    r"|\A[^.;]{0,80}?,?\sas\sminute\b"
    r"|\A[\s,]*(?:at|during|in)\s+(?:the|our|its)?\s*(?:(?:extraordinary|special|annual)\s)?"
    r"(?:meeting\s(?:of|on|in|held)|(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)(?:\s\d{4})?(?:\smeeting)?\s)",
    re.IGNORECASE,
)
# “Last month changes were agreed”
EARLIER = re.compile(
    r"\b(?:last (?:month|year|week)|previously|earlier|in the past|at (?:the|our|its) (?:last|previous|\w+) meeting)\b",
    re.I,
)
# “Members agreed that it was a problem”: a view, not a decision.
VIEW = re.compile(
    r"\A\s*that\s+(?:it|this|there|these|they|he|she|[\w’'-]+(?:\s[\w’'-]+){0,6}?)\s+"
    r"(?:was|were|had|is|are|has|did|does|needed|could|can|may|might)\b(?!\s+(?:to\b|be\b))",
    re.IGNORECASE,
)
COMMITS = re.compile(r"\b(?:should|would|will|shall|be|must|to be|is to|are to|was to|were to)\b", re.IGNORECASE)

# “approved as a correct record”, “taken as read and signed”, “confirmed as a true and accurate record”.
ROUTINE = re.compile(
    r"""\b(?: (?:correct|true|accurate|proper|fair|complete) \s (?:and\s\w+\s)?
        (?:record|account|reflection|minute|copy)
      | taken\sas\sread (?!\sand\sthe\sreport) )
    | \b(?:draft\s|previous\s|last\s|confidential\s|amended\s)? minutes \b [^.;]{0,200}?
      \b(?:approved|agreed|adopted|accepted|confirmed|signed|received|ratified|passed|correct|accurate|in\sorder) \b
    | \b(?:approved?|agree[ds]?|adopt(?:ed)?|accept(?:ed)?|confirm(?:ed)?|sign(?:ed)?)\s (?:that\s)?(?:the\s)?
      (?:\w+\s){0,3} minutes\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
