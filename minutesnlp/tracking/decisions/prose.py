"""The words by which a sentence of prose says that something was decided, as patterns; what denies it is in `reported`.

Each pattern that finds a decision has a group `verb`, the printed verb.
"""

from __future__ import annotations

import re

from minutesnlp.tracking.decisions.verbs import ADVERBS, BODIES

# “it was agreed that”, “this was unanimously agreed”; not “it was agreed at the last meeting”, “it had been agreed”.
IMPERSONAL = re.compile(
    rf"\b(?:(?:it|this|these|which|all|both|following)\s+(?:was|were|is)|it\shas\s(?:also\s|now\s)?been)"
    rf"(?:,\s(?:by|on|after|with)\s[^,.;]{{3,40}},)?\s+{ADVERBS}(?:(?:proposed|moved)(?:(?:,\s*|\s+and\s+)seconded)?"
    rf"(?:,\s*|\s+and\s+){ADVERBS})?"
    r"(?P<verb>agreed|resolved|decided|ordered|carried(?!\s(?:out|forward|over))|approved|recommended to|"
    r"voted(?=\s(?:unanimously\s)?(?:not\s)?(?:to|that)\b)|"
    r"not supported|supported(?=\sby\s(?:all|members|the (?:council|committee))))\b"
    r"(?!\s+out\b)"
    r"|\b(?:this|these)\s(?:was|were)\s(?:considered|read|discussed|reviewed)(?:,\s|\sand\s)"
    r"(?P<verb2>accepted|approved|adopted)\b",
    re.IGNORECASE,
)
# “… were noted by the Council”
BY_US = re.compile(
    r"\sby\s(?:all\s)?(?:the\s)?(?:full\s|parish\s|town\s|community\s|elected\s)?"
    r"(?:council|committee|board|panel|members|councillors|cllrs|(?-i:[PCT]C(?!\s[A-Z])))(?:\spresent)?\b(?!['’])",
    re.IGNORECASE,
)
# “Newsletter of the health board Noted”: a verdict in a capital, without a stop before it
CAPITAL_AT_THE_END = re.compile(
    r"(?<=[a-z.)\d’])\s(?:Unanimously\s|All\s)?"
    r"(?P<verb>Noted|Agreed|Approved|Carried|Deferred|Accepted|Refused|Resolved|(?<=Unanimously\s)(?:agreed|approved)|(?<=All\s)agreed)"
    r"\s*[.;]?\s*\Z"
)
# “Payment of £40 – agreed”, “all councillors agreed.” at the end of a sentence.
TRAILING = re.compile(
    rf"(?:\s[–—-]\s*(?:all\s|this was\s|unanimously\s)?|\b(?:{BODIES})\s+(?:unanimously\s+|all\s+)?)"
    r"(?P<verb>agreed|approved|noted|accepted|carried|deferred|refused|declined|rejected|"
    r"supported(?=\sby\s(?:all|members|(?:the\s)?(?:parish|council)\b)))"
    r"(?:\s+(?:unanimously|by (?:all|members|(?:the )?(?:parish(?:\scouncil)?|council)\b)))?\s*[.;]?\s*\Z",
    re.IGNORECASE,
)
# Of these a body's decision in prose needs one.
BODY_WORDS = (
    *("agree", "resolve", "decide", "determined", "approve", "endorse", "ratif", "adopted", "accept", "refused"),
    *(
        "rejected",
        "deferred",
        "authori",
        "granted",
        "declin",
        "upheld",
        "dismissed",
        "awarded",
        "instructed",
        "voted down",
        "not in fav",
        "not support",
        "appointed",
        "elected",
        "co-opted",
        "ordered",
        "directed",
    ),
    *("confirmed", "noted", "recommend", "voted", "support", "object", "happy", "content", "minded", "no comment"),
    "no observation",
)
# “agreed without a vote to”
WITHOUT = (
    r"(?:without\s(?:(?:an?|any|further|much|the\sneed\sfor\san?)\s)?(?:vote|division|discussion|debate|dissent\w*|comment|"
    r"opposition|objections?|amendment|question)|nobody\s\w+ing|nem\.?\s?con\.?|on\sa\sshow\sof\shands)"
)
# “Members agreed to”, “the Panel unanimously resolved that”, “Council approved the plan”; not “agreed with”.
BODY = re.compile(
    rf"""\b(?: {BODIES} )(?:,\s(?:having|after|following)\s[^.;,]{{3,120}},)?\s+ (?:nominated\s(?:&|and)\s)?
    (?:(?:discussed|considered|debated|reviewed|acknowledged|(?:held|had)\san?\s(?:\w+\s){{0,3}}discussion)\s[^.;]{{3,120}}?,?\sand\s(?=\w+ly\s|agreed|resolved|decided))?
    (?:by\s(?:common\sconsent|consensus|(?:a\s)?majority|(?:a\s)?unanimous\svote|
        \w+\svotes\sto\s\w+(?:,\swith\s\w+\sabstentions?)?),?\s)? {ADVERBS}
    (?: (?P<verb> agreed|resolved|decided|determined ) \s*
            (?: unanimously\s*|by\s\w+\s|in\sprinciple\s*|{WITHOUT},?\s+|
               by\s\w+\svotes\sto\s\w+[^.;]{{0,40}}?(?=\bto\s[a-z]|\bthat\b) )?
            (?= \bto\b(?!\s(?:differ|disagree)\b)|\bthat\b|\bas\sfollows\s*[:–—-]|,\s[^.;]{{3,80}}?,\s(?:to|that)\b|
                \b(?:by|on)\s(?:a\s)?show\sof\shands\b[^.;]{{0,120}}?\b(?:to|that)\b|\bnot\sto\b|\bagainst\b|\bon\b|\ban?\b|\bthe\b|
                :|£|€|\$|\b(?:this|it|these|they)\s(?:should|shall|be)\b|\bit\sto\b|
                \ball\b|\bthis\swas\s(?:an?\s(?:true|correct)|
                (?:an?|the)\s(?:\w+\s)?(?:course\sof\saction|way\sforward|approach)\b)|
                \b(?:as|because|due\sto|in\sview)\b[^.;]{{3,120}}?\b(?:to|that|should|would)\b|
                \bwith\s(?:(?:the|this|that|his|her|their)\s)?(?:[\w’'-]+['’]s?\s)?
                (?:proposals?\sto|recommendations?|suggestions?\s(?:of|to|that))\b )
      | (?P<verb2> approved|endorsed|ratified|adopted|accepted(?!\s(?:\w+\s){{1,2}}(?:evidence|explanation|argument))
            |refused|rejected|deferred|authori[sz]ed|granted|
            appointed|elected(?!\s(?:members|representatives|councillors)\b)|co-opted|ordered|directed|declined|upheld|dismissed|
            voted\sdown|
            awarded(?=\s(?:the\s|an?\s)(?:\w+\s){{0,2}}(?:grant|contract|tender|donation|sum)(?![^.;]{{0,80}}\bin\s(?:\w+\s)?20\d\d))|
            instructed(?=\s(?:the\s)?(?:\w+\s)?(?:clerk|officers?|staff|director|administration|chief\sexecutive))|
            confirmed(?=\s(?:the\s|its\s|that\sthe\s)?(?:\w+\s){{0,2}}minutes) )
            \s+ (?! that\b|with\b|in\b(?!\s(?:line|principle|accordance)\b)|at\b|on\b|\w+ing\b|by\b )
      | (?P<verb3> noted|received\sand\snoted ) \s+ (?= (?:the|this|its|these|his|her|their)\s (?:[\w’'-]+\s){{0,4}}?
            (?:report|reply|response|answer|update|contents?|information|position|presentation|minutes|correspondence|letter|figures|progress|
               recommendations?|comments?|work\sprogramme|plan|accounts|statement|decisions?|paper|proposals?|request|
               outcome|changes?|situation|audit|risk\sassessments?|
               reviews?|reconciliations?|return|survey|list|matters?|letter|notice|documents?|details|schedule|
               budget|apologies)\b )
      | voted\s(?:unanimously\s)?(?:(?:by\s)?(?:\d+|\w+(?=\s(?:votes\s)?to\s\w+,?\s(?:with|to)\b))(?:\svotes)?\s?
            (?:[:–-]|to)\s?\w+,?\s)?(?:with\s[^,.;]{{3,40}},\s)?to\s
            (?P<verb16> refuse|reject|turn\sdown|deny|approve|adopt|defer|grant|endorse|accept|support|
                recommend|note )\b
      | (?P<verb4> recommended|voted ) \s+ (?:unanimously\s+|(?:by\s)?\d+\s?(?:[:–-]|to)\s?\d+\s+)?
            (?= to\b|that\b|approval|in\sfavou?r\b )
      | has\s(?:now\s|also\s)? (?P<verb20> agreed|resolved ) \s (?= that\sthe\sfollowing\b|as\sfollows\b )
      | (?P<verb11> supported ) \s+ (?= the\s (?:[\w’'-]+\s){{0,3}}?
            (?:recommendations?|proposals?|motion|application|request|nomination)\b(?!\sand\s\w+ed\b) )
      | were\s (?P<verb15> not\sin\sfavou?r ) \sof\s (?= \w+ing\b | (?:the|this|these)\s (?:\w+\s){{0,2}}?
            (?:proposals?|request|motion|amendment|application|recommendations?)\b )
      | (?P<verb10> voted\s(?:unanimously\s)?against ) \b
      | (?P<verb5> (?:resolve|agree|approve|decide|recommend|endorse|accept|support|object)s?|ratif(?:y|ies) ) \s+
            (?= to\b|that\b|the\b|this\b|an?\b|in\saccordance\b )
      | (?: (?:was|were)\s+ (?:all\s+|quite\s+|unanimously\s+)? )
            (?P<verb6> happy|content|minded|in\sagreement|
                pleased(?=\sto\s(?:\w+ly\s)?(?:support|endorse|agree|approve|accept)\b) )
            \s+ (?= for\b|to\b(?!\s(?:see|hear|learn|note))|that\b
                |with\s(?:the|this)\s(?:\w+\s)?(?:approach|proposals?|recommendations?|arrangements|draft|response) )
      | (?:is|are|was|were)\s(?:all\s)?in\s(?:full|unanimous|complete)\s (?P<verb21> agreement ) \s (?= that\b | to\b )
      | (?:noted|confirmed|indicated)\s(?:that\s)?they\swere\s(?:all\s)? (?P<verb22> content ) \b
      | wish(?:ed|es)?\sto\s (?P<verb14> object|support )\b
      | (?:made|makes|agreed)\s+ the\s+ following\s+ (?P<verb7> recommendation )s?
      | (?:had|have|has|made|raised|offered)\s+ (?P<verb8> no\s(?:objections?|comments?|observations?) ) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# “The decision of the Sub-Committee was to refuse”; “The Mayor declared the motion carried”; “M/S/C (Rook/Dunn)”
DECISION_WAS = re.compile(
    r"\b(?<!either\s)(?:the|a)\s(?P<verb>decision)\s(?:of\sthe\s[\w-]+\s)?(?:was|is)\s(?:therefore\s)?"
    r"(?:(?:taken|made|reached)\s)?(?:not\s)?(?:to|that)\b",
    re.IGNORECASE,
)
DECLARED = re.compile(
    r"\b(?:declared?|announced)\s(?:(?:the|this)\s)?(?:motion|amendment|proposal|resolution|vote|it)\s"
    r"(?:(?:proposed|moved)\sby\s[^;:]{3,120}?\s)?(?:as\s)?(?:to\sbe\s|"
    r"to\shave\sbeen\s|had\sbeen\s|was\s)?(?:duly\s)?(?P<verb>carried|lost|passed|defeated)\b"
    r"|\bdeclared\s(?!that\b)(?:[\w.,’'()-]+\s){1,16}?(?:to\sbe\s)?(?:duly\s)?(?P<verb2>(?:re-)?elected|appointed|co-opted)\b"
    r"|\b(?:motion|amendment|resolution|ordinance|by-?law)\s(?:was\s|is\s)?(?:duly\s)?declared\s(?:duly\s)?"
    r"(?P<verb3>adopted|carried|passed|lost|defeated)\b",
    re.IGNORECASE,
)
# “On a vote of 6-3 the motion fell.”
FELL = re.compile(
    r"\b(?:motion|amendment|proposal)\s(?:to\s(?:(?!\bif\b)[\w\s]){2,40}?\s)?(?:therefore\s|then\s|accordingly\s)?"
    r"(?P<verb>fell|failed|passed|lapsed|died|carries)\b(?!\s(?:to|on|in)\b)"
    r"|\b(?:motion|amendment|proposal|proposition|item|application)\s(?:was|is)\s(?P<verb2>withdrawn)\sby\b"
    r"|\b(?:motion|amendment|proposal|recommendation)s?\s(?:was|were)\s(?P<verb3>not\ssupported|voted\sdown|negatived)\b"
    r"|\b(?:motion|amendment|proposal)\b[^.;]{0,60}?\s(?P<verb4>did\snot\s(?:carry|pass|succeed))\b"
    r"|\b(?:motion|amendment|proposal)\b[^.;]{0,100}?,?\s(?P<verb12>fell|failed|died|lapsed)(?=,|\sby\b|\sfor\s(?:want|lack)|\W*\Z)"
    r"|\b(?:motion|amendment|proposal|nomination|it|this)\s(?:therefore\s)?(?:(?:was|were)\s(?P<verb5>not\sseconded)|"
    r"(?P<verb6>failed\sto\s(?:gain|find|get|receive|attract|secure|obtain|carry|pass))\b)"
    r"|\b(?:being\s)?(?P<verb7>no\sseconder)\b[^.;]{0,60}\b(?:fell|lapsed|failed|died|lost)\b"
    r"|\A\W*(?:there\s(?:was|being)\s)?(?P<verb13>no\sseconder)\W*\Z"
    r"|\b(?:motion|amendment|proposal|resolution),?\s(?:which|and\sit)\s(?P<verb14>carried|passed|failed|died)\b"
    r"|\band\sthe\s(?:motion|amendment|proposal)\s(?:was\s)?(?P<verb15>carried|lost|defeated)(?=\swith\s[^.;]{3,60}?(?:dissent|against|oppos|abst))"
    r"|\b(?:found|received|had|attracted|gained|got)\s(?P<verb8>no\sseconder)\b"
    r"|\A\W*(?:the\s)?(?:motion|amendment|proposal)\s(?P<verb10>rejected|defeated|lost|refused)(?=[,;.–-])"
    r"|\b(?:motion|amendment|proposal)s?\b[^.;:]{0,60}\s(?P<verb11>not\s(?:carried|agreed|adopted|accepted|supported))\W*\Z"
    r"|\b(?P<verb9>casting\svote\s(?:was\s)?(?:cast\s)?against)\b",
    re.IGNORECASE,
)
# “…; Cllr Finch seconded; all in favour.”, “Proposed DH, seconded BF – carried”
AT_THE_END = re.compile(
    r"(?:[:;,–—|-]|\.\s|\s(?=(?-i:All\s)))\s*(?:and\s)?(?:(?:this|it|the\smotion|the\svote|vote|motion|which)\s)?(?:was\s|were\s|all\s(?:(?:members|councillors|present)\s){0,2}were\s|all\s(?:members|councillors)\s(?=in\s))?(?:then\s|duly\s|put\s"
    r"to\sthe\svote\sand\s|all\s)?(?:unanimously\s)?(?:agreed\sand\s)?(?P<verb>in\sfavou?r|in\sagreement|carried|unanimous|agreed|passed|lost|defeated|approved|(?<=all\s)(?:yes|ayes?))"
    r"(?:\s(?:unanimously|nem\.?\s?con\.?|by\sall|with\sth(?:is|e)\s\w+))?[\s.)]*(?:(?-i:[A-Z]{2,3})\W*)?\Z",
    re.IGNORECASE,
)
# A parish's view of a planning application, alone or after its address: “22/0114 Mill House, porch. No objection.”
COMMENT = re.compile(
    r"""(?:\A|[.:;~–—|)-]\s*|\d/(?-i:[A-Z]{1,6})\s|\bresponse\b.{3,60}\swith\s|\|.{3,300}\s(?=(?-i:N[oO])\s)|\b(?:council|members|councillors|committee|pc|comments?)\s)\W*
    (?:to\s(?=recommend))?(?:strongly\s(?=object|support))?(?:resolved:?\s|recommend(?:ed|s|ation)?:?\s(?:(?:all|both|these)\s(?:\w+\s)?)?(?:for\s)?|response:?\s|comments?:?\s|decision:?\s|agreed:?\s)?
    (?P<verb>no\s(?:objections?|comments?|observations?)|objections?(?!,[^.]*\b(?:could|would|may|might)\b)|
        objects?|objected|supports?|supported|(?<!\w-)neutral|
        (?<!council\s)(?<!committee\s)(?<!members\s)(?:refusal|approval))
    (?:\s(?:(?:was|were)\s(?:raised|made)\s(?:to|for)\sth(?:e|is|ese)\sapplications?|raised|made|to\smake|to\s(?:this|the)\s(?:application|proposal|plans?)|to\s(?:this|it|these|either|any)(?=\W*\Z)|this\sapplication|in\sprinciple))?(?:\.\s[ivx]{1,4})?
    (?:(?<=objection)\swith\s(?:an?\s)?(?:comments?|conditions?|observations?)\b)?
    (?:(?<=(?-i:Object))\sto\s.{3,200}|\s*(?:[:–—-]|,(?!\s\w+ed\b))\s.{0,160}|\s(?:on|due\sto|subject\sto|but|provided|regarding|concerning|about|although|as|because|if|for(?=\sthe\s(?:\w+\s)?reason))\s.{0,200})?[\s.”"’]*(?:\s(?-i:[A-Z]{2,3}))?\s?:?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# What can be approved, noted or lost.
MATTER = (
    r"(?<!\b\d\s)(?<!\b\d\d\s)(?:minutes|minute(?=\s(?:was|of)\b|\s?\Z))|summar(?:y|ies)|briefings?|reports?|recommendations?|proposals?|motions?|resolutions?|amendments?|applications?|accounts?|budgets?|"
    r"estimates?|polic(?:y|ies)|payments?|cheques?|invoices?|quotations?|quotes?|plans?|grants?|precept|schedules?|"
    r"programmes?|strateg(?:y|ies)|terms of reference|orders?|statements?|agenda|dates?|donations?|requests?|"
    r"nominations?|updates?|information|correspondence|letters?|presentations?|contents|figures|standing orders|"
    r"regulations|transactions?|disposals?|items?|drafts?|tenders?|leases?|by-?laws?|byelaws?|expenditure|sum|schemes?|"
    r"position|vote|matters?|projects?|reviews?|returns?|reconciliations?|risk assessments?|business plan|permission|"
    r"licences?|record of (?:the|its) (?:last |previous )?meetings?|"
    r"changes?|options?|salary|salaries|fees?|£[\d,.]+[mk]?|€[\d,.]+[mk]?|charges?|increase|purchase|costs?|bills?|"
    r"prices?|declarations?|documents?|registers?|agreements?|contracts?|constitution|code of conduct|"
    r"list|observations|"
    r"arrangements|rotas?|timetables?|direct debits?|training|"
    r"question|suggestion|propositions?|decisions|conferences|call-in|appeals?|funding|awards?|expenses|(?:re-?)?appointments?|movement|notes?\s+of\s+the|resignations?|ordinances?|variances?|petitions?|findings|audits?|offers?"
)
MATTERS = re.compile(rf"(?<!\w)(?:{MATTER})\b", re.IGNORECASE)
# What alone can be confirmed, awarded, dismissed or upheld by those who meet.
FEW_MATTERS = {
    "lost": re.compile(
        r"\b(?:motions?|amendments?|proposals?|propositions?|resolutions?|recommendations?|nominations?|votes?|question)\b",
        re.IGNORECASE,
    ),
    "deferred": re.compile(rf"(?<!\w)(?:{MATTER}|discussions?|consideration|debate)\b", re.IGNORECASE),
    "confirmed": re.compile(r"\b(?:minutes|record|orders?|appointments?|nominations?)\b", re.IGNORECASE),
    "awarded": re.compile(r"\b(?:grants?|donations?|contracts?|funding|tenders?)\b", re.IGNORECASE),
    "suspended": re.compile(r"\b(?:standing orders?|meeting)\b", re.IGNORECASE),
    "dismissed": re.compile(r"\b(?:call-in|appeals?|complaints?|motion)\b", re.IGNORECASE),
    "postponed": re.compile(rf"(?<!\w)(?:{MATTER}|discussions?|consideration|debate|decision)\b", re.IGNORECASE),
    "carried forward": re.compile(r"\b(?:items?|matters?|agenda|motion|reports?)\b", re.IGNORECASE),
    "excluded": re.compile(r"\b(?:press|public)\b", re.IGNORECASE),
    "rescinded": re.compile(r"\b(?:resolution|decision|motion|policy|by-?law)\b", re.IGNORECASE),
    "set": re.compile(r"\bprecept\b", re.IGNORECASE),
    "continued": re.compile(
        r"\b(?:items?|matters?|hearing|applications?|motion|request|ordinance|case|petition)\b", re.I
    ),
    "received": re.compile(
        r"\W*(?:the|this)\s(?:[\w’'-]+\s){0,6}?(?:reports?|minutes|petition|notice|statement)\b[^.;]{0,80}\Z",
        re.IGNORECASE,
    ),
    "upheld": re.compile(r"\b(?:call-in|appeals?|complaints?|decision)\b", re.IGNORECASE),
}
# “Invoice for £40, resolved to pay”, “Bus petition: agreed to wait”, “a donation of £300 agreed.”
ELLIPTIC = re.compile(
    rf"""(?: [,–-]\s+|\band\s+(?:unanimously\s)? ) (?P<verb> resolved|decided )\s (?=to\b|not\sto\b|that\b)
    | \A [^.;:]{{0,60}} (?<!\w)(?:{MATTER})\b [^.;:]{{0,60}}?
        (?<!be)(?<!as)(?<!en)(?<!re)(?<!ly)(?<!to)(?<!dy)(?<!is)(?<!had)\s (?P<verb9> agreed|approved|accepted )
        (?= ,?\s(?:proposer|proposed|prop)\b | \sfor\spayment\b | \sand\s(?:signed|completed)\b )
    | (?: \s[–-]\s (?P<verb4> agreed ) | (?<=[\w.)])\s (?P<verb5> (?-i:Resolved|Agreed) ) ) \s
        (?=to\b|not\sto\b|that\b|for\s(?:it|them|this|these|the\s\w+)\sto\b)
    | \s[–-]\s (?P<verb6> approved|agreed|refused|accepted ) \s (?=[–-]\s|with\b|subject\sto\b|[£€$]\d)
    | \w:\s (?P<verb7> agreed|resolved ) \s+ (?=to\b|that\b)
    | \band\s (?P<verb8> agreed )\sto\W*\Z
    | \A[^.:;]{{3,80}}:\s* (?:read(?:,|\sand)\s)? (?P<verb2> agreed|resolved|noted|approved ) \b
        (?= \s+(?:to|that)\b | \sand\ssigned\b | \W*\Z )
    | (?<!\w)(?:{MATTER})\b [^.;:]{{0,60}}? (?<!be)(?<!as)(?<!en)(?<!re)(?<!ly)(?<!to)(?<!dy)(?<!is)(?<!had)
        (?<!the\smayor)(?<!the\schair)(?<!the\schairman)(?<!the\schairperson)\s
        (?P<verb3> agreed|approved|accepted ) \s*[.;]?\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# “… were read, approved and signed”, “was put to the vote and lost”; the matter is looked for before it.
PASSIVE = re.compile(
    r"""\b (?: was|were ) \s+
    (?: (?: then|therefore|also|subsequently|duly|formally|unanimously|hereby|all|accordingly|submitted|read|circulated|
            discussed|considered|taken\sas\sread|received|presented|tabled|proposed|reviewed|put\sto\s(?:the|a)\svote|
            declared\s(?:to\sbe|as)|otherwise|(?:narrowly|overwhelmingly|heavily|clearly|comfortably|decisively|resoundingly)|
            checked\sfor\s[\w\s]{3,40}?|completed|prepared|amended|updated|examined|inspected|scrutinised|signed|produced|
            put|debated|voted\s(?:up)?on|declared|checked|agreed|moved|seconded|(?:presented|submitted)\sby\s[^.;,]{2,40}?|
            proposed\sby\s[^.;]{3,60}?seconded\sby\s[^.;]{3,40}? )
        (?: \s*,\s* (?:and\s+)? | \s+and\s+ | \s+ ) ){0,4}
    (?P<verb> agreed|approved|noted(?!\s(?:to\sbe|as?\sbeing)\b)|adopted|accepted|endorsed|ratified|
        carried(?!\sforward)|
        passed(?!\s(?:to|round|around|over|through|between|on(?!\s(?:a|the)\s(?:vote|show)))\b)|defeated|lost|refused|rejected|
        deferred(?!\sfrom\b)|withdrawn|confirmed|granted(?!\san?\sdispensation\b)|authori[sz]ed|awarded|suspended|dismissed|upheld|not\s(?:\w+ly\s)?supported|postponed(?!\sfrom\b)|turned\sdown|held\sover|denied|declined|rescinded|excluded|
        supported(?=\sby\s(?:all|(?:the\s)?(?:elected\s)?(?:members|councillors)|the\s(?:council|committee|board|panel))\b)|adjourned(?=\s(?:to|until|pending|for)\b)|continued(?=\s(?:to|until)\s(?:the\b|an?\b|\d|(?-i:[A-Z])))|tabled(?=\s(?:until|to\sthe)\b)|carried\sforward(?=\sto\b)|
        referred(?=\s(?:back|to\s(?:the|an?)\s(?:[\w’'&-]+\s){0,5}?(?:committee|sub-committee|council|panel|board|
            cabinet|executive|group|working\sparty|officers?|director|manager)\b))|
        set(?=\sat\s[£€$])|
            received(?=\s*[.;]?\s*\Z|\sand\b|\sby\sthe\s(?:council|committee|board)|\sfor\sinformation) )\b
    (?! \s+ (?: by\s (?! (?:all\s|both\s)?(?:the\s)?(?:parish\s|town\s|community\s|full\s|elected\s)?
                (?:council\b|committee|panel|board|members|meeting|councillors|cabinet|executive|chair|group|forum)
                | all\b|(?:the\s)?(?-i:[PCT]C)\b
                | resolution\b|cllr|councillor|those\b|\d|\w+\svotes?\b|a\s(?:vote|majority|show)
                | (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\sto\s )
            | (?:in|on)\s(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)
            | (?:at|during)\s(?:the|our|its|a)\s(?:last|previous|planning|prior|earlier)
            | previously|last\b|out\b|over\b|away|on\sto|as\sa\sgift|down ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# “Mrs Dale was re-elected Chair”, “Cllr Fenn was appointed to the board”.
ELECTED = re.compile(
    r"\b(?-i:[A-Z])[\w’'-]+\s(?P<verb2>(?:re-)?elected)\s(?:unanimously|unopposed)\b|"
    rf"\b(?:(?:was|were)\s+{ADVERBS}|(?:unanimously|duly|no\sother\snominations,?(?:\s(?!was\b|were\b)[\w.’'-]+){{0,4}})\s)"
    r"(?!elected\s(?:members|representatives|councillors)\b)"
    r"(?:(?<!he was )(?<!He was )declared\s)?(?P<verb>re-elected|elected|re-?appointed|"
    r"appointed|co-opted|nominated and elected|selected)\b"
    r"(?!\s+(?:in|on|(?:by|to) the (?:county|district|borough)|last)\b)(?![^.;]{0,80}\bin (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
MOVING = re.compile(r"\b(?:propos\w+|moved|motion|second\w*|2nd|prop)\b", re.IGNORECASE)
