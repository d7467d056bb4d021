"""The words by which a matter is disposed of otherwise than by a vote: deferred, withdrawn, referred, given leave.

Each pattern has a group `verb`, the printed word; what it is told as stands in `verbs.PARTICIPLES`.
"""

from __future__ import annotations

import re

from minutesnlp.tracking.decisions.verbs import ADVERBS, BODIES, OPENING_MARKS

THINGS = (
    r"items?|reports?|updates?|matters?|applications?|requests?|recommendations?|proposals?|consideration|motions?|"
    r"amendments?|petitions?|decisions?|votes?|resolutions?"
)
# What may stand behind a verdict printed without its matter: “Approved as per recommendation”, “Deferred pending …”
TERMS = (
    r"as\s(?:per\b|recommended|presented|amended|submitted|printed|circulated|proposed|set\sout|above)|subject\sto\b|"
    r"pending\b|until\b|in\saccordance\swith\b|with(?:out)?\s(?:\w+\s)?conditions?\b|on\s(?:the\s)?grounds?\b|"
    r"for\sthe\s(?:following\s|above\s)?reasons?\b|to\s(?:the\s)?(?:next|following|a\sfuture|\w+)\smeeting\b|"
    r"(?:to|until)\s(?:\w+\s){0,3}(?:(?:meeting|session|agenda)\s(?:of|on)\b|\d)|"
    r"with\s(?:the\s|an?\s)?(?:addition|amendment|correction|exception|inclusion|proviso)s?\b|"
    r"online\b|electronically\b|remotely\b|(?:by|via)\se-?mail\b|"
    r"by\s(?-i:[A-Z])[\w.’'-]*(?:\s(?-i:[A-Z])[\w.’'-]*){0,3},?\s(?:and\s)?seconded\b|"
    r"with\s(?:thanks|interest|concern|regret|appreciation)\b|back\sto\b|back\sfor\b|\d{1,2}\s?[-–]\s?\d{1,2}\b"
)
# “Deferred pending a site visit.”, “Referred back for further work.”, “CONTINUED TO THE MEETING OF 3/24/22.”
SHORT = re.compile(
    rf"{OPENING_MARKS}(?P<verb>(?-i:Approved|Refused|Deferred|Granted|Adopted|Denied|Noted|Agreed|Adjourned|Withdrawn)"
    rf"|(?:continued|(?:held|laid|carried)\sover)(?=\s(?:to|until)\s)|(?-i:Referred)(?=\sback))\s(?={TERMS})"
    rf"|{OPENING_MARKS}(?P<verb2>(?-i:Agreed|Approved))\s(?=(?:the\s|a\s)?(?:purchase|payment|quotation|quote|appointment|"
    r"donation|hire)\s(?:of|from|to)\b|[£€$]\d)"
    rf"|{OPENING_MARKS}this\swas\s(?:formally\s|duly\s)?(?P<verb4>noted)(?=\W*\Z|\sand\sthanks\b)"
    rf"|{OPENING_MARKS}(?P<verb3>(?-i:Supported|Agreed|Approved))\s(?=by\sall\s(?:elected\s)?(?:members|councillors)\b)",
    re.IGNORECASE,
)
# “Noted the report.”, “Approved as a correct record: the minutes”, “Authorised the Clerk to buy a bench.”; not
# “Approved the year before, the scheme was late.”
WITHOUT_A_SUBJECT = re.compile(
    rf"{OPENING_MARKS}{ADVERBS}(?P<verb>(?-i:Approved|Agreed|Noted|Endorsed|Adopted|Deferred|Refused|Rejected|Ratified|Granted|"
    r"Authori[sz]ed|Delegated|Recommended|Accepted|Instructed|Appointed|Awarded|Confirmed|Received(?=\sthe\s)))\s"
    r"(?=(?-i:the|an?|its|this|these|all|both|authority|officers)\b|as\s(?:an?\s)?(?:correct|true|accurate)\b)"
    r"(?!(?:[^,.;]*,)?[^,.;]*,\s(?:the|it|he|she|they|this|these)\b)",
    re.IGNORECASE,
)
# “Item held over.”, “Report noted.”, “Permission granted subject to the conditions in the report.”; not
# “Permission granted”, by which a parish is told what another council has decided
SHORT_OF_A_THING = re.compile(
    rf"""{OPENING_MARKS}
    (?: (?:{THINGS})\s(?P<verb> noted|withdrawn|deferred|(?:held|laid)\sover|adjourned|continued(?=\s(?:to|until)\b)|
            postponed|approved|agreed|received|
            refused|granted|tabled|denied|endorsed|adopted )
            (?= \s*[.;]?\s*\Z | \s(?:{TERMS}|to\b|for\b) )
      | approval\s(?:is\s|was\s)?{ADVERBS} (?P<verb2> given|granted|refused )\b
      | (?:(?:planning\s)?permission|approval|refusal|consent)\s(?P<verb4> recommended )\b
      | (?P<verb5> approved|refused )\sby\s(?:the\s)?(?:parish|town|community)(?:\scouncil)?\W*\Z
      | (?:(?:outline|full|planning|listed\sbuilding|temporary)\s){{0,2}} (?:permission|consent)\s
            (?:was\s)?{ADVERBS} (?P<verb3> granted|refused ) \s (?={TERMS}) )""",
    re.VERBOSE | re.IGNORECASE,
)
# “Payments approved: £40 Ash”
OF_A_LIST = re.compile(
    rf"{OPENING_MARKS}(?:payments?|accounts?|cheques|invoices|expenditure|dates?|grants?|donations?)\s"
    r"(?P<verb>approved|agreed|authori[sz]ed)(?:\sfor\spayment)?(?:\s(?:in\saccordance\swith|under|from|within)\s[^.:;]{3,40})?\s*[:–—-]",
    re.IGNORECASE,
)
# “The following areas of responsibility were agreed:”, “The following were passed for payment by the members”
FOLLOWING = re.compile(
    r"\bthe\sfollowing\b[^.:;]{0,60}\b(?:was|were|is|are)\s"
    rf"{ADVERBS}(?P<verb>agreed|approved|resolved|adopted|authori[sz]ed|appointed)\b(?=[^.;]{{0,60}}[:–—-]|\W*\Z)"
    r"|\bthe\sfollowing\b[^.:;]{0,60}\b(?:was|were)\s(?P<verb3>passed|approved|agreed|authori[sz]ed)\sfor\spayment\b"
    r"|\b(?:was|were)\s(?P<verb2>agreed|approved)\sas\sfollows\b",
    re.IGNORECASE,
)
# “Approval was given for two benches”, “Delegated authority was given to the Clerk”, “the Board gave its approval to”
LEAVE = re.compile(
    rf"""\b (?: (?<!of\s)approval\s(?:was|is)\s{ADVERBS}(?P<verb>given)
      | (?:leave\sof\sabsence|dispensations?)\s(?:was|were|is)\s{ADVERBS}(?P<verb2>granted|refused|denied)
            (?!\sby\b)
      | (?P<verb3>delegated)\s(?:authority|powers?)\s(?:was|were|is)\s{ADVERBS}(?:given|granted)
      | (?:authority|powers?)\s(?:was|were|is)\s{ADVERBS}(?P<verb4>delegated|given)
      | (?:{BODIES})\s{ADVERBS}(?P<verb5>gave)\s(?:its\s|their\s|formal\s|full\s)*(?:approval|consent|agreement)
      | (?:{BODIES})\s{ADVERBS}gave\s(?:its\s|their\s|full\s)*(?P<verb6>support)
      | (?:{BODIES})\s{ADVERBS}(?P<verb7>delegated)\s(?=to\b|authority|the\b)
    ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# “With the leave of the Council, Cllr Rook withdrew the motion.”, “Cllr Rook withdrew his motion, and this was agreed.”
WITHDREW = re.compile(
    r"\b(?P<verb>withdrew|agreed\sto\swithdraw)\s(?:the|this|his|her|their)\s(?:[\w’'-]+\s){0,2}?"
    r"(?:motion|amendment|proposal|item|application|request|nomination)s?\b"
    r"|\b(?:motion|amendment)(?:\sto\s[^.;]{3,80}?)?\swas\s(?P<verb2>withdrawn)\sby\s(?:cllr|councillor|cmhlr|(?:the|its)\s(?:mover|proposer))\b"
    r"|\A\W*(?:[^,.;]{3,60},\s)?(?:(?:cllr|councillor|councilor|cr|mrs?|ms|miss|dr|supervisor|trustee|ald\w*)\.?\s[^,.;]{2,50}?"
    r"|(?:the\s)?(?:mover|proposer|chair\w*|mayor|convener|provost|cathaoirleach|he|she))\s(?:then\s|also\s|therefore\s)?"
    r"(?:confirmed|indicated|announced|stated|declared)\sthat\s(?:the|this|his|her|their)\s(?:[\w’'-]+\s){0,2}?"
    r"(?:motion|amendment|proposal|nomination)s?\s(?:was|were|is|stood|stands)\s(?:now\s|therefore\s|being\s)?"
    r"(?P<verb3>withdrawn)\b"
    r"|\b(?:motion|amendment|proposal|nomination)\s(?:therefore\s|accordingly\s)?(?:stood|stands)\s(?P<verb4>withdrawn)\b",
    re.IGNORECASE,
)
# “The Mayor deferred item 6”, “The letter was to lie on the table”; not what a motion asks for, which may be lost
BY_THE_CHAIR = re.compile(
    rf"""\b (?: (?:chair(?:man|woman|person)?|mayor|cathaoirleach|convener|provost|reeve|warden|president)\s{ADVERBS}
            (?P<verb>deferred|adjourned|postponed)\s(?:the\s|this\s|these\s|both\s)?(?:{THINGS})
      | (?<!\bfor\s)(?<!\bfor\sthe\s)(?<!\bfor\shis\s)(?<!\bfor\sher\s)(?:{THINGS}|discussion|outcome)\b
            [^.;]{{0,60}}?\s(?:is\s|are\s)?to\sbe\s(?P<verb5>deferred|postponed|held\sover)(?=\s(?:to|until)\b)
      | items?\s(?:on\sthe\sagenda\s|(?:number\s|no\.?\s)?\#?\d{{1,2}}\s)?(?:was|were)\s
            (?P<verb4>adjourned|deferred(?!\sfrom\b))
      | (?<!\bthat\sthe\s)(?<!\bthat\sthis\s)(?<!\bleaves\sthe\s)(?<!\bleave\sthe\s)
        (?:motion|letter|report|petition|matter|item|resolution|proposal)\s(?:was\s|is\s|be\s|do\s|to\s|should\s)*
            (?P<verb3>lies?|lay|laid|left|remain)\s(?:up)?on\sthe\stable
    ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# “The Committee continued consideration of the application to its next meeting”, as Scottish councils say it
CONTINUED = re.compile(
    rf"\b(?:{BODIES})\s{ADVERBS}(?P<verb>continued)\s(?:consideration\sof\s(?:the|this|these)\b(?=[^.;]*?\b(?:to|until|pending|for)\b)"
    rf"|(?:the|this|these)\s(?:{THINGS})\s(?:to|until|pending|for)\s(?:a|an|the|its|further|\d))",
    re.IGNORECASE,
)
# “There was consensus to proceed”, “There was general assent to it”, “It was the unanimous
# view of the Council that the bench be removed”
CONSENSUS = re.compile(
    r"""(?: \b(?:there\swas|by|reached)\s(?:an?\s)?(?:general\s|clear\s|broad\s)?(?P<verb>consensus)\sto
      | \bthere\swas\s(?:an?\s)?(?:general|common|unanimous|universal)\s(?P<verb10>assent|consent)
            (?:\s(?:of|among|amongst|from)\s(?:all\s)?(?:the\s)?[\w\s-]{3,30}?)?,?\s(?:to|that)
      | \b(?P<verb5>consensus)\sof\s(?:the\s)?(?:council|committee|board|members|meeting|panel|group)\swas\s(?:to|that)
      | \bit\swas\sthe\s(?:general\s)?(?P<verb9>consensus)\sof\s(?:the\s)?[\w\s-]{3,30}?\s(?:to|that)
      | \A\W*(?:an?\s|the\s)?unanimous\s(?P<verb6>decision)\s(?:(?:was\s)?(?:agreed|made|taken|reached)\s)?(?:to|that)
      | (?:\A\W*|\A(?:after|following|on)\s[^,;]{3,60},\s)
            (?:(?:council|committee|board|general)\s)?(?P<verb2>consensus)\s
            (?:(?:was|being)\sreached\s|was\s)?(?:to|that)
      | \A\W*(?P<verb8>decision)\s(?:was\s)?(?:taken|made|reached)\s(?:not\s)?(?:to|that)
      | \bit\swas\sthe\s(?P<verb7>decision)\sof\s(?:the\s)?[\w\s-]{3,30}?\s(?:not\s)?(?:to|that)
      | \bit\swas\sthe\sunanimous\s(?P<verb3>view|decision|wish)\s(?:of\s(?:the\s|those\s)?[\w\s]{3,30}?)?(?:to|that)
      | \bby\s(?P<verb4>(?:common|general|unanimous)\sconsent),?\s(?:the|it|this)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# “There was unanimous support for the motion”, “The motion received unanimous support”
SUPPORT = re.compile(
    r"(?<!that\s)\bthere\swas\s(?P<verb>unanimous\ssupport)\s(?:from\s(?:all\s)?(?:the\s)?[\w\s]{3,30}?\s)?for\s(?:the|this)\s"
    r"(?:motion|proposal|recommendation|amendment)s?\b"
    r"|\b(?:motion|proposal|recommendation|amendment)s?\s(?:received|had|got|attracted)\s(?:the\s)?(?P<verb2>unanimous\ssupport)\b"
    r"|\b(?:members|councillors|council|committee)\s(?:then\s|all\s)?(?:pledged|expressed|gave|declared|voiced)\s(?:their|its)\s"
    r"(?P<verb3>unanimous\ssupport)\s(?:for|to)\s(?:the|this)\s(?:motion|proposal|recommendation|amendment)s?\b",
    re.IGNORECASE,
)
# “By-law 14 was given first, second and third readings and passed.”
READINGS = re.compile(
    r"\bby-?laws?\b[^.;]{0,150}?\b(?:given|read|received|introduced)\b[^.;]{0,90}?\b(?:readings?|times?)\b[^.;]{0,60}?"
    r"\b(?P<verb>passed|adopted|enacted)\b",
    re.IGNORECASE,
)
# “Read a first, second and third time and passed on 8 April.”, below the motion
READ = re.compile(
    rf"{OPENING_MARKS}(?:(?:was|were)\s)?(?:read|given|introduced)\s[^.;]{{0,90}}?\b(?:readings?|times?)\b[^.;]{{0,60}}?"
    r"\b(?P<verb>passed|adopted|enacted)\b",
    re.IGNORECASE,
)
# “It was agreed to defer the item”, “agreed that the question be deferred until June”: deferred, by whatever verb
PUT_OFF = re.compile(
    r"\b(?P<agreed>agreed|resolved|decided)(?:\s[–—-]|:)?\s(?:unanimously\s|by\sall\s)?"
    r"(?:to\s(?:defer|postpone|continue\sconsideration)\b(?!\sto\s(?:the\s)?\w+[’']s\b)"
    r"|that\s(?:(?!and\b|but\b)[^\s,.;]+\s){1,14}?(?:(?:should|would|will)\s)?(?:be|is|was)\s(?:deferred|postponed|held\sover)\b)",
    re.IGNORECASE,
)
# “Members were minded to refuse it, and it was deferred”: what they were minded to do is not done
MINDED_BUT = re.compile(
    r"\b(?:it|this|item|application|matter|decision|consideration)\s(?:was|be|is)\s(?:\w+\s)?deferred\b"
    r"|\bbut\s(?:\w+\s)?deferred\s(?:the|this|it|a|consideration)\b",
    re.I,
)
# “Agreement was reached to share the cost”, “Members reached agreement on the wording”
REACHED = re.compile(
    rf"\b(?P<verb>agreement)\swas\sreached\s(?=to\b|that\b|on\sthe\b)"
    rf"|\b(?:{BODIES})\s{ADVERBS}reached\s(?P<verb2>agreement)\s(?=to\b|that\b|on\sthe\b)",
    re.IGNORECASE,
)
# “The Council expressed its objection to this application due to the traffic.”
EXPRESSED = re.compile(
    rf"\b(?:{BODIES})\s{ADVERBS}(?:expressed|raised|lodged|voiced|submitted)\s(?:an?\s|its\s|their\s|strong\s)*"
    r"(?P<verb>objections?)\s(?:to|on)\s(?:the|this|these)\b",
    re.IGNORECASE,
)
# “Members took note of the forward plan”
TOOK_NOTE = re.compile(rf"\b(?:{BODIES})\s{ADVERBS}(?:took|takes)\s(?P<verb>note)\sof\s(?:the|this)\b", re.IGNORECASE)
# “noted the report and agreed to wait”: the weightier act is what was decided
WEIGHTIER = re.compile(
    r"\band\s(?:also\s|then\s|unanimously\s|further\s)?"
    r"(?P<verb>agreed|resolved|approved|endorsed|recommended|adopted|decided|supported)\b"
    r"(?=:|\s(?:not\sto|to|that|the|an?|its|this)\b)"
    r"|\band\s(?:the|its|all)\srecommendations?\s(?:therein\s|were\s|was\s)?(?P<verb2>endorsed|approved|agreed|adopted|accepted)\b",
    re.IGNORECASE,
)
