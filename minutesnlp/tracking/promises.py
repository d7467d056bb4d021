"""The words by which minutes tell that somebody will do something, as patterns."""

from __future__ import annotations

import re

# What can be seen to be done, or not.
DOING = r"""(?: look(?:ed)?\sinto | provid(?:e|ed) | circulat(?:e|ed) | report(?:ed)?\sback | report\sto | bring |
    brought | ascertain(?:ed)? | investigat(?:e|ed) | writ(?:e|ten)\b | contact(?:ed)? | send | sent | share[d]? |
    suppl(?:y|ied) | forward(?:ed)? | submit(?:ted)? | present(?:ed)?\b | follow(?:ed)?\s(?:\w+\s)?up | chas(?:e|ed) |
    respond | repl(?:y|ied) | arrang(?:e|ed) | obtain(?:ed)? | confirm | check(?:ed)? | find\sout |
    rais(?:e|ed)\s(?:\w+\s){1,4}with | liaise | updat(?:e|ed) | issu(?:e|ed) | prepar(?:e|ed) | produc(?:e|ed) |
    draft(?:ed)? | publish(?:ed)? | distribut(?:e|ed) | e-?mail(?:ed)? | speak\s(?:to|with) | ask\b | request(?:ed)? |
    meet\swith | organis(?:e|ed) | order(?:ed)?\b | discuss\swith | revert | come\sback | feed\s?back | add(?:ed)?\sto |
    pass(?:ed)?\son | purchase | buy | instal(?:l|led) | repair(?:ed)? | invit(?:e|ed) | notif(?:y|ied) | inform |
    advise\b | pursue | seek | clarif(?:y|ied) | compile | attend\b | inspect | visit | replac(?:e|ed) | fix(?:ed)? |
    remov(?:e|ed) | put\s\w+\son | book\b | get\s(?:a\s)?(?:quot|price) | deliver )"""
# What cannot: “would consider”, “would be reviewed”, “would continue to monitor”.
MUSING = r"""(?: consider(?:ed)? | review(?:ed)? | monitor(?:ed)? | explor(?:e|ed) | look\sat | bear\sin\smind |
    continue | aim | endeavour | undertake[n]? | keep | work\s(?:with|on|to) | seek\sto | try | think\sabout | reflect |
    assess(?:ed)? | evaluat(?:e|ed) | examine[d]? | tak(?:e|en)\s(?:into|on|forward) | address(?:ed)? | hope )"""

ADVERB = r"(?:(?:also|then|now|therefore|immediately|again|further|both|all|happily|endeavour\sto|try\sto)\s)?"
# Who can promise: an office, a named person, initials, a small body of people.
ACTOR = r"""(?: (?:the|an?|our)\s )?
    (?: (?:[A-Z][\w’'&-]*|[A-Z]\.)(?:\s(?:of|for|and|the|to|&|[A-Z][\w’'.&-]*|\([A-Z][^)]{1,30}\))){0,11}
      | (?:clerk|officers?|chair(?:man|woman|person)?|director|engineer|manager|secretary|treasurer|solicitor|planner|
           staff|councillors?|executive|lead\sofficer|architect|administrator|team|department|service|he|she|they|
           commissioner|mayor|surveyor|warden|inspector|superintendent|headteacher|consultant)\b )"""

# “The Head of Parks would circulate the list”, “Officers undertook to report back”, “JT will write to”
ACTIVE = re.compile(
    rf"""(?P<owner>{ACTOR})\s
    (?: (?P<modal>would|will|shall|to|is\sto|was\sto|are\sto|were\sto|should)
      | (?:undertook|agreed|offered|promised|volunteered|committed|said\s(?:he|she|they)\swould|is\sgoing)(?:\sto)?
      | (?:was|were)\s(?:asked|requested|instructed|directed|tasked|authorised|delegated)\sto )
    \s {ADVERB} (?:be\sable\sto\s)? (?P<doing>{DOING}|(?P<musing>{MUSING})) \b""",
    re.VERBOSE,
)
# “this would be looked into”, “a written response would be provided”, “a report will be brought to the July meeting”
PASSIVE = re.compile(
    rf"""\b(?P<thing>this|it|that|these|they|which|matters?|issues?|information|responses?|repl(?:y|ies)|answers?|
        reports?|updates?|figures?|details?|cop(?:y|ies)|data|briefings?|lists?|quer(?:y|ies)|questions?|numbers?|breakdown|note|
        letters?|meetings?|quot(?:e|ation)s?|presentations?|papers?|evidence|statistics|link|map|plan|item|
        concerns?|visits?)
    (?:\s[\w’'-]+){{0,10}}? \s (?P<modal>would|will|shall|to|is\sto|was\sto|are\sto)\s {ADVERB} be\s {ADVERB}
    (?P<doing>{DOING}|(?P<musing>{MUSING}))\b""",
    re.VERBOSE | re.IGNORECASE,
)
# “ACTION: Clerk to write”, “Action – JT/MK”
ACTION_LINE = re.compile(
    r"(?:\b(?:ACTIONS?|Actions?)(?:\s(?:point|by|for|on))?\s*(?:\d+\s*)?[:–—-]|\[Actions?:?)\s*(?P<what>[^\]]+)"
)
# “Clerk to contact the county”, “JT/MK to price a bench”
CLERKS_NOTE = re.compile(
    rf"\A[\s*•–-]*(?:The\s)?(?P<owner>Clerk|Chair(?:man)?|Cllrs?\.?\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?|"
    rf"[A-Z]{{2,3}}(?:\s?[/&]\s?[A-Z]{{2,3}})*|Officers?)"
    rf"\sto\s(?P<doing>{DOING}|[a-z]{{3,}})\b",
    re.VERBOSE,
)

# Who told of it: the owner of “this would be looked into”.
SPEAKER = re.compile(
    rf"(?P<owner>{ACTOR})\s(?:then\s|also\s)?(?:advised|stated|said|confirmed|explained|indicated|replied|responded|"
    r"undertook|assured|informed|agreed|reported|noted|acknowledged|told)\b",
    re.VERBOSE,
)
# What makes a sentence no promise: a condition, a wish, a plan told, a question, somebody else's duty.
CONDITION = re.compile(
    r"\b(?:if|unless|whether|would like|could|might|may|where appropriate|should (?:they|he|she|the|a|it)|whenever|"
    r"in the event|sought assurance|hoped|queried|asked (?:if|whether|how|what|when|why|who)|suggested|proposed that|"
    r"requested that|called for|recommended|encouraged|urged|were advised to|had to|used to|needed to)\b|\?",
    re.IGNORECASE,
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
BY = re.compile(r"\b(?:by|before|until|no later than|on or before|(?:at|to|for) the)\b[\w\s,]{0,25}\Z", re.IGNORECASE)
