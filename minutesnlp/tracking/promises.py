"""The words by which minutes tell that somebody will do something, as patterns."""

from __future__ import annotations

import re

# What can be seen to be done, or not.
DOING = r"""(?: look(?:ed)?\sinto | provid(?:e|ed) | circulat(?:e|ed) | report(?:ed)?\sback | report\sto | bring |
    brought | ascertain(?:ed)? | investigat(?:e|ed) | writ(?:e|ten)\b | contact(?:ed)? | send | sent | share[d]? |
    suppl(?:y|ied) | forward(?:ed)? | submit(?:ted)? | present(?:ed)?\b | follow(?:ed)?\s(?:\w+\s)?up | chas(?:e|ed) |
    respond | repl(?:y|ied) | arrang(?:e|ed) | obtain(?:ed)? | confirm | check(?:ed)? | find\sout |
    rais(?:e|ed)\s(?:\w+\s){1,4}(?:with|at) | liaise | updat(?:e|ed) | issu(?:e|ed) | prepar(?:e|ed) | produc(?:e|ed) |
    draft(?:ed)? | publish(?:ed)? | distribut(?:e|ed) | e-?mail(?:ed)? | speak\s(?:to|with) | ask\b | request(?:ed)? |
    meet\swith | organis(?:e|ed) | order(?:ed)?\b | discuss\swith | revert | come\sback | feed\s?back |
    get\sback\sto | add(?:ed)?\s(?:\w+\s){0,4}?to |
    pass(?:ed)?\son | purchase | buy | instal(?:l|led) | repair(?:ed)? | invit(?:e|ed) | notif(?:y|ied) | inform |
    advise\b | pursue | seek | sought | clarif(?:y|ied) | compile | attend\b | inspect | visit | replac(?:e|ed) |
    fix(?:ed)? |
    remov(?:e|ed) | telephon(?:e|ed) | ring\b | let\s[\w\s’'-]{1,40}?(?:have|know|see)\b | interview | lend\b |
    show\s(?:the\s)?(?:panel|board|committee|members) | explain | complete[d]? | measur(?:e|ed) |
    giv(?:e|en)\b | put\s[\w\s]{1,40}?\s(?:to|on|before)\b |
    speak\b | answer(?:ed)? | appear\b | place[d]?\b | offer(?:ed)?\b | recommend |
    run\sa | read\b | take\s(?:up|the)\b | fixed | apologise |
    copy\b | do\s(?:so|the|that)\b | see\s(?:to|that)\b | grant(?:ed)?\b | copied |
    put\s\w+\son | book\b | get\s(?:a\s)?(?:quot|price) | deliver |
    tak(?:e|en)\s(?:(?:this|it|that|these|them|the\s\w+)\s)?(?:away|back)\b | get\s(?:more|further)\b |
    draw\sup | work\sup | set\sup | sign\b | make\s(?:sure|certain|enquiries|inquiries|contact) |
    keep\s\w+\s(?:informed|updated)\b | return\sto\b | mend(?:ed)?\b | pick\s\w+\sup | tidy | ensure )"""
# What cannot: “would consider”, “would be reviewed”, “would continue to monitor”.
MUSING = r"""(?: consider(?:ed)? | review(?:ed)? | monitor(?:ed)? | explor(?:e|ed) | look\sat | bear\sin\smind |
    continue | aim | endeavour | undertake[n]? | keep | work\s(?:with|on|to) | seek\sto | think\sabout | reflect |
    assess(?:ed)? | evaluat(?:e|ed) | examine[d]? | tak(?:e|en)\s(?:into|on|forward) | address(?:ed)? | hope )"""

ADVERB = r"""(?!sooner|rather)
    (?:(?:also|then|now|therefore|immediately|again|further|both|all|happily|endeavour\sto|try\sto)\s)?"""
# Who can promise: an office, a named person, initials, a small body of people.
ACTOR = r"""(?: (?:the|an?|our)\s )?
    (?: (?:(?:Cllrs?|Mrs?|Ms|Dr|Rev)\.|[A-Z][\w’'&/-]*|[A-Z]\.)
        (?:\s(?:of|for|and|the|to|&|[A-Z][\w’'.&-]*|\([A-Z][^)]{1,30}\))){0,11}
      | (?:clerk|officers?|chair(?:man|woman|person)?|director|engineer|manager|secretary|treasurer|solicitor|planner|
           staff|[Aa]dministration|councillors?|executive|lead\sofficer|architect|administrator|team|department|service|he|she|they|
           commissioner|mayor|surveyor|warden|inspector|superintendent|headteacher|consultant)\b )"""

# “He was assured that every review would cover work”: a promise whose maker is not named
ASSURED = re.compile(
    r"\b(?:was|were)\s(?:assured\sthat|promised\s(?:that|an?|the|one|another))\b"
    r"|\b(?:undertaking|promise|commitment|pledge)s?\s(?:was|were|had\sbeen)\s(?:given|made)\b"
    r"|\b(?:reply|response|answer|report|note|list|briefing|update|copy|breakdown)\s(?:[\w\s]{0,30}\s)?was\spromised\b",
    re.IGNORECASE,
)
# “this would be looked into”, “a written response would be provided”, “a report will be brought to the July meeting”
PASSIVE = re.compile(
    rf"""\b(?P<thing>this|it|that|these|they|which|matters?|issues?|information|responses?|repl(?:y|ies)|answers?|
        reports?|updates?|figures?|details?|cop(?:y|ies)|data|briefings?|lists?|quer(?:y|ies)|questions?|numbers?|breakdown|note|
        letters?|meetings?|quot(?:e|ation)s?|presentations?|papers?|evidence|statistics|link|map|plan|item|
        concerns?|visits?|notices?|agreement|names?|readings?|photographs?|certificates?|pages?|arrangements)
    (?:\s[\w’'-]+){{0,10}}? \s (?P<modal>would|will|shall|to|is\sto|was\sto|are\sto)\s {ADVERB} be\s {ADVERB}
    (?!present\b)(?P<doing>{DOING}|(?P<musing>{MUSING}))\b""",
    re.VERBOSE | re.IGNORECASE,
)
# “the Head of Housing write to every tenant”: a task handed out in a resolution, its verb in the plain form
TASK = re.compile(
    r"""(?:\A\W*|\bthat\s|[:;,]\s|\band\s(?:that\s)?|\b(?:agreed|resolved)\s)
    (?P<owner>(?:the\s|an?\s)?(?:(?:[A-Z][\w’'&-]*|[A-Z]\.)(?:,?\s(?:of|for|and|the|to|&|in|[A-Z][\w’'.&-]*)){0,11}
      |(?:clerk|chair(?:man|woman|person)?|officers?|leader|mayor|manager|director|secretary|treasurer|engineer)
       (?:\sof\s(?:the\s)?[\w’'-]+(?:\s[\w’'-]+){0,3}?)?))
    ,?\s(?:(?:in\sconsultation\swith|with)[^,]{3,80},\s)?(?=(?P<verb>[a-z]{3,})\b)""",
    re.VERBOSE,
)
NO_TASK = frozenset(
    (
        *(
            "and",
            "the",
            "for",
            "with",
            "from",
            "has",
            "had",
            "was",
            "were",
            "are",
            "who",
            "which",
            "that",
            "its",
            "but",
        ),
        *("support", "endorse", "approve", "note", "agree", "recommend", "welcome", "thank", "receive", "adopt"),
        *("accept", "resolve", "express", "congratulate", "commend", "remain", "continue", "have", "also", "not"),
        *("would", "will", "shall", "should", "may", "can", "could", "might", "must", "does", "did", "take"),
        *("into", "onto", "upon", "over", "under", "than", "then", "when", "where", "while", "until", "after"),
        *("before", "during", "between", "within", "without", "against", "about", "through", "because", "regret"),
        *("went", "gave", "said", "made", "took", "told", "spoke", "left", "came", "saw", "felt", "thought", "met"),
        *("put", "set", "read", "cut", "let", "this", "agreed", "proceeded", "exceed"),
        *("sent", "wrote", "held", "kept", "became", "began", "chose", "found", "had", "brought", "rose", "fell"),
        *(
            "all",
            "both",
            "none",
            "each",
            "call",
            "calls",
            "wish",
            "wishes",
            "consider",
            "council",
            "abstain",
            "dissent",
            "against",
        ),
    )
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
TASK_BY = re.compile(rf"(?<!\bto\s)\bbe\s[a-z]+\b[^.;]{{0,60}}?\bby\s(?P<owner>{ACTOR})", re.VERBOSE)
# “ACTION: Clerk to write”, “Action – JT/MK”
ACTION_LINE = re.compile(
    r"(?:\b(?:ACTIONS?|Actions?)(?:\s(?:point|by|for|on))?\s*(?:\d+\s*)?[:–—-]|\[Actions?:?)\s*(?P<what>[^\]]+)"
)
# “ACTION: Approve”: what a body did with an item, as North Americans print it
ACT_OF_A_BODY = re.compile(
    r"\W*(?:adopt|approve|accept|amend|pass|defer|refer|receive|withdraw|continue|den(?:y|ie)|table|motion|none|no\b)",
    re.IGNORECASE,
)
# “Action: JT/MK”, “| Clerk”, “Cllr. O. Fell”: who sees to what is printed above, and not what
_CELL = r"""(?:[A-Z]{2,4}|[Cc]lerk|CLERK|[Aa]ll|ALL|Chair(?:man|woman|person)?|[Oo]fficers?|[Ss]ecretary|[Tt]reasurer|
    (?:Cllrs?|Councillors?)\.?(?:\s[A-Z][\w.’'-]*){1,3})"""
BARE_ACTION = re.compile(
    rf"""\W*(?:(?P<label>(?:ACTIONS?|Actions?)(?:\s(?:by|for|on))?\s*[:–—-]?|\|)\W*)?
    (?P<who>{_CELL}(?:(?:\s?[,;/&]\s?|\sand\s|\s){_CELL}){{0,5}})(?P<to>\sto\s[Aa]ction)?[\s.*_\]]*""",
    re.VERBOSE,
)

# Who told of it: the owner of “this would be looked into”.
SPEAKER = re.compile(
    rf"(?P<owner>{ACTOR})\s(?:then\s|also\s|had\s|has\s|have\s)?(?:advised|stated|said|confirmed|explained|indicated|replied|responded|"
    r"undertook|assured|informed|agreed|reported|noted|acknowledged|told)\b",
    re.VERBOSE,
)
RECIPIENT = re.compile(
    r"\b(?:to|with|for|update|updated|inform|advise|notify)\s(?P<who>(?:all\s|the\s|panel\s|board\s|committee\s)?"
    r"(?:Members|members|Councillors|councillors|Panel|Board|Committee|Cabinet|Council|Forum|Clerk|Chair(?:man)?|"
    r"residents|Cllr\.?\s[A-Z][\w’'-]+|Councillor\s(?:[A-Z]\.?\s)?[A-Z][\w’'-]+|panel|board|committee|council)\b)"
)
DUE = re.compile(
    r"""\b(?P<due> in\sdue\scourse | as\ssoon\sas\s(?:possible|practicable) |
        (?:at|to|for|before|by)\s(?:the|a|our|its)\s(?:next|following|future|later|subsequent|[A-Z][a-z]+)\s(?:\w+\s){0,3}?(?:meeting|cycle|committee|panel|council)
      | (?:at|to)\s(?:a|the)\sfuture\smeeting | within\s(?:\w+[\s-]){1,3}?(?:days?|weeks?|months?)
      | by\s(?:the\s)?(?:end|close|start|middle)\sof\s[\w\s]{3,20} | outside\s(?:of\s)?the\smeeting
      | after\sthe\smeeting | following\sthe\smeeting | shortly | immediately )""",
    re.VERBOSE,
)
# Whose view a sentence gives: “in Ms Okafor's estimation”
VIEW_OF = re.compile(
    r"\b[Ii]n\s(?P<owner>(?:the\s)?[A-Z][\w.-]*(?:\s(?:of\s|for\s|and\s)?[A-Z][\w’'-]*){0,6})['’]s?\s"
    r"(?:view|opinion|estimation|estimate|judgement|experience|words|submission)\b"
)
# The subject a sentence opens with: “Ms Okafor had not been told”, “Pressed for a date, the Director”
OPENS_WITH = re.compile(
    rf"\A\W*(?:[A-Z][^.;]{{3,120}}?,\s)?(?P<owner>{ACTOR})(?:,\s[^,]{{3,60}},)?\s(?:[a-z]+ed|had|has|was|would|will|could|did|felt|thought|said|told|"
    r"gave|spoke|began|found|saw|made|took|put|held)\b",
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
    r"\b(?:[Hh]e|[Ss]he)\s(?:\w+\s)?(?:advised|stated|said|confirmed|explained|indicated|replied|responded|noted|told)\b"
)
# “confirmed that the list could be shared”
COULD = re.compile(
    r"\b(?:confirmed|agreed|advised|replied|said)\sthat\s(?:[\w’'-]+\s){0,5}?could\sbe\s"
    r"(?:provided|shared|circulated|supplied|sent|done\sby)\b"
)
# “He gave an assurance, twice, that every letter would be answered”
GIVEN_THAT = re.compile(
    rf"""(?:(?P<owner>{ACTOR}),?\s|\b(?:and|but|who)\s|,\s(?=undertaking|promising|offering))
    (?: (?:\w+ly|also|then|therefore|both|again)\s )?
    (?: undertook|promised|pledged|(?:has|have)\s(?:undertaken|promised)|undertakes|promises
      | (?:gave|giving|made)\s(?:an?|the|his|her|their|two|three|further)\s(?:\w+\s)?
        (?:undertakings?|assurances?|promises?|commitments?|pledges?)
      | undertaking|promising|offered | (?:re)?assured\s(?:\w+\s){{1,4}}? )
    (?: ,\s[^,]{{1,40}},? | \s(?:on[\w\s]{{3,30}}|there\sand\sthen) )?
    \s? (?: that\b(?=.{{3,200}}?\b(?:would|will|could|be)\b) | (?<=promises):\s
         | (?<=promised\s)(?:an?|the|every|each|two|three|further)\b | (?<=offered\s)(?:an?|the)\b )""",
    re.VERBOSE,
)

# “Councillor Voss asked that the readings be sent, and Ms Lund agreed”
ASSENTED = re.compile(
    rf"\b(?:asked|requested|suggested|proposed)\b.*[,;]?\s(?P<owner>{ACTOR})\s(?:agreed|undertook|promised|accepted)"
    r"(?:\s(?:to\s(?:this|it|do\sso)|at\sonce))?\W*\Z",
    re.VERBOSE,
)
