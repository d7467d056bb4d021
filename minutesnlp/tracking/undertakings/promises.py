"""The words by which minutes tell that somebody will do something, as patterns."""

from __future__ import annotations

import re

from minutesnlp.tracking.listed import listed

# Who can promise: an office, a named person, initials, a small body of people.
ACTOR = r"""(?: (?:[Tt]he|[Aa]n?|[Oo]ur)\s )?
    (?: (?:(?:Cllrs?|Mrs?|Ms|Dr|Rev|Sgt|Insp)\.|(?:[A-Z]\.){2,}|[A-Z][\w’'&/-]*|[A-Z]\.)
        (?:\s(?:of|for|and|the|to|&|151|[A-Z][\w’'.&-]*|\([A-Z][^)]{1,30}\))){0,11}
      | (?:clerk|officers?|chair(?:man|woman|person)?|director|engineer|manager|secretary|treasurer|solicitor|planner|
           staff|[Aa]dministration|councillors?|executive|lead\sofficer|architect|administrator|team|department|service|he|she|they|
           commissioner|contractor|applicant|auditor|agent|developer|operator|landlord|ranger|curator|librarian|registrar|
           archivist|vicar|rector|handyman|caretaker|lengthsman|mayor|surveyor|warden|inspector|superintendent|
           headteacher|consultant|auditors|police|secretariat|(?:steering|working|task)\s(?:group|party))\b )"""

# “He was assured that every review would cover work”: a promise whose maker is not named
ASSURED = re.compile(
    r"(?<!\bno\smore\s)(?<!\bnothing\s)(?<!\bnone\s)\b(?:was|were)\s(?:(?:also|then|further)\s)?(?:assured\sthat|promised)\b|\b[Ii]t\swas\sundertaken\sthat\b"
    r"|(?<!no\s)\b(?:undertaking|promise|commitment|pledge)s?\s(?:was|were|had\sbeen)\s(?:given|made)\b",
    re.IGNORECASE,
)
# “the Head of Housing write to every tenant”: a task handed out in a resolution, its verb in the plain form
TASK = re.compile(
    r"""(?:\A\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)?|\bthat,?\s|\A\W*THAT,?\s|[:;,]\s|\band\s(?:that\s)?|\b(?:agreed|resolved|proposed)\s)
    (?P<owner>(?!THAT\b)(?:the\s|an?\s)?(?:(?:(?:Cllrs?|Mrs?|Ms|Dr)\.|[A-Z][\w’'&-]*|[A-Z]\.)(?:,?\s(?:of|for|and|the|to|&|in|[A-Z][\w’'.&-]*)){0,11}
      |(?:clerk|chair(?:man|woman|person)?|officers?|leader|mayor|manager|director|secretary|treasurer|engineer)
       (?:\sof\s(?:the\s)?[\w’'-]+(?:\s[\w’'-]+){0,3}?)?))
    (?:,?\s(?:in\sconsultation\s)?with[^,;]{3,80},)?\s(?=(?P<verb>[a-z]{3,})\b)""",
    re.VERBOSE,
)
NO_TASK = listed(
    "about abstain accept adopt after against agree agreed all also and approve are became because before began "
    "between both brought but call calls came can chose commend congratulate consider continue could council cut "
    "did dissent does during each endorse exceed express fell felt for found from gave had has have held into its "
    "kept left let made may met might must none not note onto over proceeded put read receive recommend regret "
    "remain resolve rose said saw sent set shall should spoke support take than thank that the then this thought "
    "through told took under until upon was welcome went were when where which while who will wish wishes with "
    "within without would wrote"
)
# “a scheme be worked up by the Director”
AGENT = re.compile(rf"\s(?:\w+\s){{0,4}}?by\s(?P<owner>{ACTOR})", re.VERBOSE)
# By when, told in any way: “by the end of June”, “before Easter”, “within a fortnight”, “in September”
SOMETIME = re.compile(
    r"\b(?:by|before|within|until|no later than|after|at|in|next|each|every|on)\s(?:\w+\s){0,4}?"
    r"(?:end|start|week|weeks|month|months|day|days|fortnight|year|years|quarter|morning|evening|spring|summer|autumn|"
    r"winter|easter|christmas|meeting|term|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{1,2}\s\w+)\b",
    re.IGNORECASE,
)
# “be drawn up by the Director”; not “be met by Council funds”, “be tested by County certified engineers”
TASK_BY = re.compile(
    rf"(?<!\bto\s)\bbe\s[a-z]+\b[^.;]{{0,60}}?(?<!moved\s)(?<!seconded\s)(?<!proposed\s)\bby\s(?P<owner>{ACTOR})\b(?!\s(?:funds?|money|staff|[a-z]+ed)\b)",
    re.VERBOSE,
)
# “ACTION: Clerk to write”, “Action – JT/MK”
ACTION_LINE = re.compile(
    r"(?:\b(?:ACTIONS?|Actions?)(?:\s(?:point|by|for|on))?\s*(?:\d+\s*)?[:–—-]|\[Actions?:?)\s*(?P<what>[^\]]+)"
)
# “ACTION: Approve”: what a body did with an item, as North Americans print it
ACT_OF_A_BODY = re.compile(
    r"\W*(?:adopt|approve|accept|amend|pass|defer|refer|receive|withdraw|continue|den(?:y|ie)|table|motion|none|no\b|suspend|"
    r"introduce|recess|adjourn)",
    re.IGNORECASE,
)
# Who told of it: the owner of “this would be looked into”.
TOLD_OF = (
    r"\b(?:advised|stated|said|confirmed|explained|indicated|replied|responded|undertook|promised|assured|informed|agreed|"
    r"reported|noted|acknowledged|told|added|clarified|outlined)\b"
)
SAID = re.compile(TOLD_OF)  # a cheap first look
SPEAKER = re.compile(
    rf"(?P<owner>{ACTOR}(?:,\s(?!(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b)(?:[A-Z][\w’'&-]*)(?:\s(?:[A-Z][\w’'&-]*|and|of|for|the|&)){{0,7}}(?=\s[a-z]))?)(?:,\s[^,;.]{{3,80}},|\sfor\s(?:his|her|their)\spart)?\s(?:then\s|also\s|had\s|has\s|have\s)?{TOLD_OF}",
    re.VERBOSE,
)
# “…, said the Engineer”, “…, she promised,”: who told of it, printed behind it
TOLD_BEHIND = re.compile(
    rf"""[,?!”"’':]\s
    (?: (?:said|replied|answered|added|explained|maintained|admitted|promised|continued|responded|
           thought|confirmed|told\s\w+)
        \s(?P<owner>{ACTOR})
      | (?P<owner2>{ACTOR})\s(?:said|replied|answered|added|explained|maintained|admitted|promised|
           continued|thought|confirmed|
        assured\s[\w\s]{{1,20}}|told\s[\w\s]{{1,20}}) (?=[.,;:”"’']) )""",
    re.VERBOSE,
)
# Who gets to know, or to have it: “to the Panel”, “let Councillor Voss have”, “write to both ward Members”
_BODY = r"""(?:[A-Z][\w’'-]*\s){0,4}?(?:Council|Executive|Committee|Sub-Committee|Panel|Board|Cabinet|Forum|Minister|
    Chamber(?:\sof\s[A-Z]\w+)?|Secretary\sof\sState|Association|Agency|Society|Department|(?:Vice\s)?Chair(?:man|woman)?|
    (?:Deputy\s)?Leader|Mayor|Clerk|Councillor|Member|SPC|District)\b
    | (?:panel|board|committee|council|clerk|chair(?:man)?|family|diocese|school|owner|applicant)\b"""
_NAMED = r"""(?:Cllrs?\.?|Councillors?|Mrs?\.?|Ms\.?|Dr|Inspector)\s(?:[A-Z]\.?\s|[a-z]{2}\s)?[A-Z][\w’'-]+
    (?:\s(?!and\b)[A-Z][\w’'-]+)?"""
# Those whom a council serves, employs and writes to
_PUBLIC = (
    r"residents|tenants?|famil(?:y|ies)|parents|directors|neighbours|schools|governors|households?|owners|occupiers|landlords|"
    r"leaseholders|traders|stallholders|businesses|shops|firms|proprietors|drivers|operators|licensees|applicants|objectors|"
    r"complainants|carers|patients|pupils|students|customers|users|readers|volunteers|staff|unions|employees|crews|heads|"
    r"head\s?teachers?|clubs|groups|parishes|everyone|everybody|homes|churches|hirers|bidders|contractors|partners"
)
_PEOPLE = rf"""(?:(?:ward|local|elected|panel|board|committee|[A-Z]\w+)\s)?
    (?:[Mm]embers|[Cc]ouncillors|{_PUBLIC})\b(?:\sof\sthe\s[A-Z]\w+)?"""
RECIPIENT = re.compile(
    rf"""\b(?:to|with|for|let|tell|inform(?:ed|ing)?|advise|notify|updated?|give|send|show|supply|lend|telephone|ring|brief|remind|e-?mail|ask)\s
    (?P<who>(?:(?:all|both|every|each|any)\s(?:of\s)?)?(?:the\s)?(?:{_NAMED}|{_PEOPLE}|{_BODY}))(?!’s|'s)""",
    re.VERBOSE,
)
# “to the July Full Council Meeting”: a time, and nobody
A_MEETING = re.compile(
    r"(?:the\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
DUE = re.compile(
    r"""\b(?=[aifobtdnws])(?P<due> in\sdue\scourse | as\ssoon\sas\s(?:possible|practicable) |
        (?:at|to|for|before|by)\s(?:the|a|our|its)\s(?:next|following|future|later|subsequent|[A-Z][a-z]+)\s(?:\w+\s){0,3}?(?:meeting|cycle|committee|panel|council)
      | (?: (?:at|to|for|before|on|attend)\s(?:the\s|this\s|our\s)?(?:next|following)
          | at\sa\s(?:later|future|subsequent) )
          \s(?i:(?:(?:full|parish|community|council|district|municipal|board|committee|liaison|public|monthly|ordinary)\s){0,3}
          (?:meeting|agenda|liaison|session))
      | (?:in|at|over|during|for)\sthe\s(?:coming|next\sfew|next\scouple\sof|following)\s(?:days|weeks|months)
      | in\s(?:the\s(?:very\s)?(?:near|immediate|foreseeable)\sfuture|a\s(?:few|couple\sof)\s(?:days|weeks|months))
      | at\sthe\searliest\s(?:possible\s)?opportunity
      | as\ssoon\sas\s[^,;.]{3,60}?(?=[,;.]|\sand\b|\Z)
      | nearer\sthe\s(?:time|date)
      | when\s(?:possible|(?:funds|finances|funding|weather)\s(?:allow|permit)s?)
      | (?:at|to)\s(?:a|the)\sfuture\smeeting | within\s(?:\w+[\s-]){1,3}?(?:days?|weeks?|months?)
      | by\s(?:the\s)?(?:end|close|start|middle)\sof\s
          (?:(?:the|this|next|that)\s)?[\w’'-]+(?:\s(?:year|month|week|\d{4}))? | outside\s(?:of\s)?the\smeeting
      | after\sthe\smeeting | following\sthe\smeeting | shortly | immediately )""",
    re.VERBOSE,
)
# Some time, which makes no promise of what else is none
SOME_DAY = re.compile(r"\b(?P<due>soon(?!er|\sas\b|\safter)|at\s(?:a|some)\s(?:later|future)\s(?:date|stage))\b")
# Whose view a sentence gives: “in Ms Okafor's estimation”
VIEW_OF = re.compile(
    r"\b[Ii]n\s(?P<owner>(?:the\s)?[A-Z][\w.-]*(?:\s(?:of\s|for\s|and\s)?[A-Z][\w’'-]*){0,6})['’]s?\s"
    r"(?:view|opinion|estimation|estimate|judgement|experience|words|submission)\b"
    r"|\A\W*(?P<owner2>(?:The\s)?[A-Z][\w.-]*(?:\s(?:of\s|for\s|and\s)?[A-Z][\w’'-]*){0,6})['’]s?\s(?:view|reply|answer|advice|response)\swas\b"
    r"|\A\W*It\swas\s(?P<owner3>(?:the\s)?[A-Z][\w.-]*(?:\s(?:of\s|for\s|and\s)?[A-Z][\w’'-]*){0,6})['’]s?\s"
    r"(?:hope|view|opinion|intention|belief|advice|understanding|wish)\b"
)
# “gave an undertaking that”, “promised that”: the promise is of who gives it, whoever is to do it
GAVE = re.compile(
    r"\b(?:gave|given)\s(?:\w+\s){0,4}?(?:undertaking|assurance|promise|word|commitment)s?\b|\b(?:promised|undertook)\b"
)
# The subject a sentence opens with: “Ms Okafor had not been told”, “Pressed for a date, the Director”
OPENS_WITH = re.compile(
    rf"\A\W*(?:[A-Z][^.;]{{3,120}}?,\s|(?:In|On|To|As|For|At|With)\s[^.,;]{{3,60}}?\s(?=the\s[A-Z]))?(?P<owner>{ACTOR})(?:,\s[^,]{{3,60}},)?\s(?:(?!\w+ed,?\s(?:and\s)?seconded\b)[a-z]+ed|had|has|was(?!\sthanked\b)|would|will|could|did|does|says|thinks|believes|reports|hopes|knows|felt|thought|said|told|"
    r"gave|spoke|began|found|saw|made|took|put|held|set|led|drew|knew|went|wrote|heard|understood|"
    r"is\s(?:not\s)?(?:worried|concerned|sure|aware|happy|content|pleased))\b",
    re.VERBOSE,
)
# A body, or who is in its chair: whose request is an action, as that of one member is not.
ASKING = r"""(?:(?:[A-Z][\w’'-]*\s){0,4}?(?:Committee|Sub-Committee|Panel|Board|Cabinet|Forum|Council)|
    [Cc]hair(?:man|woman|person)?|[Mm]embers|[Cc]ouncillors|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ouncil)"""
# “the Clerk contacts the owner” in a resolution
THIRD_PERSON = re.compile(
    r"""(?:contact|write|obtain|arrange|ask|send|investigate|purchase|order|circulate|invite|check|chase|seek|prepare|
    draft|organise|request|liaise|respond|submit|publish|bring|get)s\Z""",
    re.VERBOSE,
)

SHE_TOLD = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he)\s(?:\w+\s)?|\A\W*(?:He|She)\s[^.;]{3,80}?\sand\s)(?:advised|stated|said|confirmed|explained|indicated|replied|responded|noted|told)\b"
)
# “confirmed that the list could be shared”, “Members should have it by 8 May”
COULD = re.compile(
    r"\b(?:confirmed|agreed|advised|replied|said|thought)\s(?:that\s)?(?:[\w’'-]+\s){0,5}?could\sbe\s"
    r"(?:provided|shared|circulated|supplied|sent|added|included|shown|published|brought|arranged|(?:done|ready|made|printed|found|finished)\s(?:by|before|in|within|for|from|at)\b)"
    r"|\A\W*(?:That|This|It)\scould\sbe\s(?:done|arranged|provided|added|sent|shown)\b"
    r"|\bshould\s(?:have|receive)\s(?:it|them|one|these|this)\b[^.;]{0,60}\b(?:by|within|before)\b"
    r"|\b(?:he|she|they)\scould\s(?!not\b|only\b|see\b|be\b)[a-z]+\s[^.;]{3,60}\b(?:by|before|in\stime\sfor)\s(?:the\s)?(?:\w+\s)?"
    r"(?:end|spring|summer|autumn|winter|Easter|Christmas|meeting|term|week|month|[A-Z][a-z]+|\d)"
    r"|\b(?:could|can|might|may|should)\sexpect\s(?!to\s(?!see|have|receive|hear|get))[^.;]{3,80}\b(?:by|within|before|in|on|at)\s"
)
WHOM = r"(?:(?:him|her|them|[Mm]embers|the\s[A-Z]\w+)|(?:Councillor|Cllr|Mrs?|Ms|Dr)\.?\s[A-Z]\w+)"
# “He gave an assurance, twice, that every letter would be answered”
GIVEN_THAT = re.compile(
    rf"""(?:(?P<owner>{ACTOR})(?:,\s(?:who|which)\s[^,;]{{3,60}},|,)?\s|\b[Tt]he\s[a-z]+\s|\b(?:and|but|who)\s|,\s(?=undertaking|promising|offering))
    (?: (?:\w+ly|also|then|therefore|both|again)\s )?
    (?: undertook|commit(?:s|ted)
      |(?:(?:was|is)\s)?(?:able|ready|willing|prepared|authorised|in\sa\sposition)\sto\s(?:promise|undertake|say)(?:\sat\sonce)?
      |(?:gave|given)\s(?:[\w\s]{{1,20}}\s)?(?:his|her|their)\sword
      | promised|pledged|(?:has|have)\s(?:undertaken|promised)|undertakes|promises
      | (?:gave|giving|made)\s(?:(?:the\s)?(?:[A-Z][\w’'-]+\s|[a-z]{{2}}\s){{1,4}}|them\s|him\s|her\s|[Mm]embers\s)?
         (?:an?|the|his|her|their|two|three|further)\s(?:\w+\s)?
        (?:undertakings?|assurances?|promises?|commitments?|pledges?)
      | undertaking|promising|offered | (?:(?:re)?assured|promised)\s(?:\w+\s){{1,4}}? )
    (?: ,\s[^,]{{1,40}},? | \s(?:on[\w\s]{{3,30}}|there\sand\sthen|to\s[\w\s.’'-]{{3,40}}?) )?
    \s? (?: that\b(?=.{{3,200}}?\b(?:would|will|could|be)\b) | (?<=promises):\s
         | (?<=committed\s)(?:the|him|her|them|it)(?:\s[\w’'-]+){{0,4}}\sto\s(?:an?|the)\b
         | (?<=promised\s)(?:{WHOM}\s)?(?:an?|the|every|each|two|three|further)\b
         | (?<=offered\s)(?:{WHOM}\s)?(?:an?|the(?!\sfollowing))\b )""",
    re.VERBOSE,
)

# “there would be a note on it in June”: told by being there
THERE = re.compile(
    r"\b[Tt]here\s(?:would|will)\s(?:also\s|then\s)?be\s(?:an?|another|two|three|some|further)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:reports?|papers?|pages?|letters?|notes?|notices?|meetings?|briefings?|sessions?|workshops?|visits?|updates?|presentations?|"
    r"repl(?:y|ies)|answers?|lists?|surveys?|reviews?|statements?|consultations?)\b"
)
# “By Monday there would be a sign at each end”, “there will be one on the door before Easter”
THERE_BY = re.compile(
    r"\b(?:[Bb]y|[Bb]efore|[Ff]rom|[Ii]n)\s(?:[\w’'-]+\s){1,4}there\s(?:would|will)\s(?:\w+\s)?be\b"
    r"|\b[Tt]here\s(?:would|will)\s(?:\w+\s)?be\s(?:an?|one|two|three|such)\b[^.;]{0,80}?\s(?:by|before|from)\s"
)
# “Councillor Voss volunteered for Tuesdays”, “put herself at the Clerk's disposal”
VOLUNTEERED = re.compile(
    rf"(?P<owner>{ACTOR})(?:,\s[^.;]{{3,80}},)?\s(?:\w+ly\s|also\s)?(?:volunteered\s(?:for\b|(?:him|her)self\b|(?:his|her|their)\b)"
    r"|put\s(?:(?:him|her)self|themselves|(?:his|her|their)\snames?)\s(?:at|down|forward)\b)",
    re.VERBOSE,
)
# “Councillor Voss asked that the readings be sent, and Ms Lund agreed”
ASSENTED = re.compile(
    rf"\b(?:asked|requested|suggested|proposed)\b.*(?:[,;]\s(?:and\s|but\s)?|\sand\s)(?P<owner>{ACTOR})\s(?:agreed|undertook|promised|accepted)"
    r"(?:\s(?:to\s(?:this|it|do\sso)|at\sonce))?\W*\Z",
    re.VERBOSE,
)
# “…, and Councillor Voss indicated that it would be”
IN_SHORT = re.compile(
    rf"(?:(?P<owner>{ACTOR})\s(?:then\s|also\s)?)?\b(?:said|indicated|confirmed|promised|agreed|answered|replied|assured\s[\w\s]{{1,30}})"
    r"\s(?:that\s)?(?:of\scourse\s)?(?:it|this|that|they|these|he|she)\s(?:would|will)(?:\sbe|\shave|\sdo\sso)?\W*\Z",
    re.VERBOSE,
)
# “It would be, the Clerk confirmed, by the end of May”, “She would.”: in answer to what was asked
AS_ASKED = re.compile(
    rf"\A\W*(?:It|They|This|That|These|He|She)\s(?:would|will)(?:\sbe|\shave|\sdo)?(?:\W*\Z|,\s"
    rf"(?:(?P<owner>{ACTOR})\s(?:\w+\s)?(?:said|confirmed|promised|assured|told|thought|replied|answered)|"
    rf"(?:said|confirmed|promised|replied|answered)\s(?P<owner2>{ACTOR})|and\b|by\b|before\b|within\b))",
    re.VERBOSE,
)
# “Councillor Voss agreed to this.”, the whole of it
AGREED_TO_IT = re.compile(
    rf"\A\W*(?P<owner>{ACTOR})\s(?:\w+\s)?(?:agreed|undertook|promised|consented)(?:\s(?:to\s(?:this|that|it|do\sso)|at\sonce|on\sthe\sspot|readily|gladly))?\W*\Z",
    re.VERBOSE,
)
# “Pressed for a date, she named the end of May.”
NAMED_A_DAY = re.compile(
    rf"\b(?:[Pp]ressed|[Aa]sked)\b[^,.;]{{0,50}},\s(?P<owner>{ACTOR})\s(?:offered|named|gave|suggested|said|thought)\s"
    r"(?:(?:by|in|before|at|the|end|middle|beginning|start|of|next|early|late)\s){0,5}"
    r"(?:\d{1,2}\b|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri)day|spring|summer|autumn|winter|Easter|Christmas|month|week|year|term)\b"
    r"[\w\s]{0,20}\W*\Z",
    re.VERBOSE,
)
# Those who get to know or to have what is promised: “Members would have a copy”, “every tenant would be told”
RECIPIENTS = re.compile(
    r"\b(?:[Mm]embers|(?:all|both|each|most|none)\sof\s(?:them|these|those)|[Tt]hose\s\w+|[Pp]anel|[Bb]oard|[Cc]ommittee|[Cc]ouncillors?|[Tt]enants?|[Rr]esidents?|[Ff]amil(?:y|ies)|[Tt]hey|"
    r"[Hh]e|[Ss]he|[Hh]ouseholds?|[Pp]arents?|[Nn]eighbours|[Ee]verybody|[Ee]veryone|[Cc]hair(?:man)?|"
    + _PUBLIC
    + r"|(?:[Ee]very|[Ee]ach)\s\w+)\s\Z"
)
