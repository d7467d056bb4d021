"""The words around a deciding verb by which it was decided by others, before, elsewhere, or not yet, as patterns."""

from __future__ import annotations

import re

# Reported speech and things past: the deciding was done by others, or before, or not yet.
REPORTED = re.compile(
    r"\b(?:said|advised|reported|explained|informed|stated?|states|confirmed|heard|reminded|recalled|understood|outlined|told|"
    r"added|clarified|highlighted|pointed out|queried|asked|responded|replied|recorded|remarked|recollected)\b"
    r"(?:[^.;]{0,60}?\b(?:that|if|whether|why)\b|\s\Z)"
    r"|\baccording to\b|,\s(?!(?:with|as|if|when|having)\b)(?:[\w.’'-]+\s){1,5}"
    r"(?:said|explained|replied|answered|added|told [\w\s]{1,20}),",
    re.IGNORECASE,
)
NOT_NOW = re.compile(
    r"\b(?:had|has|have|will|would|to|could|should|(?-i:may)|might|must|can|shall|once|until|when|if|unless|after|being|"
    r"previously|already|as|not yet)\s+(?:\w+ly\s+|also\s+|now\s+|been\s+|be\s+|then\s+|since\s+)*\Z",
    re.IGNORECASE,
)
# “since he was appointed”, “when dates and times were agreed”: a clause of time or condition settles nothing
SUBORDINATE = re.compile(
    r"\b(?:(?:when|once|if|unless|until|whenever|because)\s"
    r"(?:(?:the|a|an|any|all|his|her|its|their)\s)?(?:[^\s;:]+\s){0,6}"
    r"|since\s(?:(?:the|a|an|his|her|its|their)\s)?(?:[\w’'-]+\s){0,3}|\band\sas\s(?:this|that)\s(?:\w+\s){0,3})\Z",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\A[\s,]*(?:last (?:year|month|week|time|spring|summer|autumn|winter)|"
    r"(?:some|many|\w+) (?:years?|months|weeks) ago)\b"
    r"|\A[\s,]*(?:in|during|over) (?:the|this) (?:quarter|year|month|period)\b"
    r"|\A[\s,]*by (?:the )?(?:county|district|borough|city|agency|government|police|highways|trust)\b"
    r"|\A[^.;]{0,80}[”\"’],?\s(?:(?:the\s)?(?:[\w.’'-]+\s){1,4})?(?:said|told|explained|replied)\b"
    r"|\A[\s,]*(?:\w+\s+){0,3}?(?:at|during|in|from|by|as)\s+(?:the|our|its|a|their)?\s*(?:last|previous|prior|earlier|past)\b"
    r"|\A[^.;]{0,80}?,?\sas\sminute\b"
    r"|\A[\s,]*(?:by\s(?:the\s)?(?:\w+\s){0,3}?council\s)?(?:in\s(?:19|20)\d\d\b|at\s(?:an?\s|the\s)?(?:[\w’'-]+\s){0,4}?meeting\s"
    r"(?:of\s(?:the\s)?(?:\w+\s){1,4}?)?(?:on|held)\b)"
    r"|\A[\s,]*(?:by\s(?:the\s)?(?:\w+\s){1,3}?)?(?:at|during|in)\s+(?:the|our|its)?\s*(?:(?:extraordinary|special|annual)\s)?"
    r"(?:meeting\s(?:of|on|in|held)|(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)(?:\s\d{4})?(?:\smeeting)?[\s.;,])",
    re.IGNORECASE,
)
# “agreed by the Director of Services that …”, “granted a dispensation by the Monitoring Officer”, “agreed at the Water
# Board that …”, “accepted nationally”
BY_ANOTHER = re.compile(
    r"\A(?:\s\w+ly|\sin\sprincip[al]e?l?e?|\san?\s(?:\w+\s){0,2}dispensation)?\sby\s(?:the\s|an?\s)?"
    r"(?:(?!(?:council|committee|members|councillors)\b)[\w’'/&-]+\s){0,3}?"
    r"(?:officers?|engineers?|directors?|managers?|inspectors?|ombudsman|minister|department|agency|chief\sexecutive|"
    r"secretary\sof\sstate)\b(?!\sand\s(?:the\s)?(?:members|council|committee))"
    r"|\A\sat\s(?:the|an?)\s(?-i:(?!Annual|Special|Full|Council|Ordinary|Extraordinary|Monthly|Committee|Meeting|Panel|Board)"
    r"[A-Z][\w’'&-]*\s)+(?-i:(?:[A-Z][\w’'&-]*\s|and\s)*)(?-i:Board|Committee|Group|Forum|Panel|Partnership|Meeting)\b"
    r"|\A\s(?:inter)?nationally\b",
    re.IGNORECASE,
)
# “In September 2031, the Council decided …”, “was previously agreed”
IN_A_YEAR = re.compile(
    r"\A\W*(?:back\s)?in\s(?:(?:early|late|mid|january|february|march|april|may|june|july|august|september|october|november|"
    r"december)[\s-]){0,2}(?:19|20)\d\d,",
    re.IGNORECASE,
)
PREVIOUSLY = re.compile(r"\b(?:previously|originally|already)\b", re.IGNORECASE)
# “Last month changes were agreed”
EARLIER = re.compile(
    r"\b(?:last (?:month|year|week)|earlier|(?<!\bas )previously(?! (?:circulated|issued|e-?mailed|sent)\b)|"
    r"in the past|at (?:the|our|its) (?:(?:last|previous)(?: \w+){0,3}|\w+) meeting"
    r"|(?:back )?in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december),? )?"
    r"(?:19|20)\d\d)\b",
    re.I,
)
# “the owner had lodged two applications, both of which were refused”, “an application in the village which was refused”
OF_WHICH = re.compile(
    r"\bhad\s[^.;]{3,120},\s(?:(?:both|all|some|none|one|two|each)\sof\s)?which\s?\Z"
    r"|\b(?:both|all|some|one|two|most|each)\sof\swhich\s?\Z|\bapplications?\s(?:in|at|for|on)\s[^,.;]{2,60}\swhich\s?\Z"
    r"|\b(?:previous|earlier)\s[^.;]{3,120}\swhich\s?\Z",
    re.IGNORECASE,
)
# “It was noted that the courses were postponed”: a fact; not “noted that the lamp was out and a new one was approved”
NOTED_THAT = re.compile(r"\bnoted\sthat\b(?:(?!\sand\s(?-i:[^A-Z]))[^;])*\Z", re.IGNORECASE)
# “all applications that were rejected in recent years”: which of them are meant
RELATIVE = re.compile(r"\b(?:that|as\s(?:the|an?|his|her|its|their)\s(?:[\w’'-]+\s){1,5})\s?\Z", re.IGNORECASE)
MEETS = re.compile(r"\b(?:the\s)?(?:following|(?<!\b\d\s)(?<!\b\d\d\s)minutes|recommendations?)\b", re.IGNORECASE)
# “On 27 November funding was approved”: told of another day
ON_A_DAY = re.compile(
    r"\A\W*of\s(?:the\s)?\d|\A\W*(?:background:\s)?on\s(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b",
    re.IGNORECASE,
)
# “Members agreed that it was a problem”: a view, not a decision.
VIEW = re.compile(
    r"\A\s*(?:(?:on all sides|by all|by everybody|generally)\s)?that\s+(?!it\shad\sno\sobjection)"
    # “that each Member could submit two” gives leave
    r"(?!(?:each|every|any|all|both|the)?\s?(?:members?|councillors?|officers?|clerk|groups?|residents?|clubs?)\s(?:could|may|can)\b)"
    r"(?!(?-i:[A-Z]{2,5})\s(?:could|may|can)\b)"
    r"(?!(?:[\w’'-]+\s){0,4}?(?:committee|club|group|council|school|trust|team|society)\s(?:could|may|can)\b)"
    r"(?!no\s(?:further\s|other\s)?(?:amendments?|changes?|alterations?|action)\s)"
    r"(?:it|this|there|these|they|he|she|[\w’'.-]+(?:\s[\w’'-]+){0,9}?)\s+"
    r"(?:was|were|had|is|are|has|did|does|needed|could|can|may|might|looks|looked)\b(?!\s+(?:to\b|be\b))",
    re.IGNORECASE,
)
# “that the minutes of 4 May were correct”
OF_MINUTES = re.compile(
    r"\A\s*that\s(?:the\s)?(?:\w+\s){0,2}?minutes\b[^.;]{0,120}\b(?:correct|accurate|true|fair)\b", re.I
)
# “agreed that the village will expand”, “that people need shelter”: what the council does not bring about, unless it
# is a person or body of whom it is said
OPINION = re.compile(
    r"""\A\s*that\s+
    (?: (?: (?:it|this)\s(?:was|is)\s(?:very\s|most\s|rather\s)?(?:unfortunate|regrettable|disappointing|unacceptable|
          important|essential|vital|imperative|wrong|unfair|worthwhile|shocking|
          clear|evident|likely|unlikely|true|a\s(?:shame|pity|disgrace))
        | (?:there\s(?:is|was)\s)?(?:nothing|little|not\smuch)\s(?:\w+\s){0,3}?(?:can|could)\sbe\sdone )\b
          (?P<always>)
      | (?!no\s(?:further\s|other\s)?(?:amendments?|changes?|alterations?|action)\s)
        (?: (?! (?:cllrs?|councillors?|clerk|chair\w*|members?|council|committee|panel|board|mayor|officers?|engineer|
            director|manager|mrs?|ms|we|they|he|she|will|would|be|should|shall|must|
            (?-i:[A-Z]{2,3}\s(?:will|would|needs?)))\b )
          [^\s.;,]+\s ){1,10}?
        (?: (?:will|would)\s (?:\w+ly\s|not\s|also\s|continue\sto\s|soon\s)?
            (?: expand|grow|decline|deteriorate|suffer|benefit|depend|cause|happen|occur|worsen|struggle|thrive|
                result\sin|lead\sto|affect|impact|be\s(?:very\s|more\s|too\s)?(?:affected|difficult|impossible|
                worse|harder|lost|detrimental|dangerous|useful|helpful|a\s(?:problem|challenge|concern|loss)) )
          | needs?|needed|requires?|required|gave|gives|seems?|seemed|appears?|appeared|lacked|lacks|deserves?|deserved|
            poses?|posed|caused|causes ) \b )""",
    re.VERBOSE | re.IGNORECASE,
)
# “that a vote would be taken on the amendment”: the vote decides
TO_VOTE = re.compile(
    r"\A\s*(?:that|to)\s(?:an?\s|the\s)?(?:\w+\s){0,2}?(?:votes?\s(?:\w+\s){0,4}?taken|take\s(?:an?|the)\s(?:\w+\s)?vote|"
    r"vote\s(?:on|in\sthe\sform|by\sa?\s?show)|(?:would|should)\stake\sthe\sform\sof\sa\sshow\sof\shands)\b",
    re.IGNORECASE,
)
COMMITS = re.compile(
    r"\b(?:(?:content|happy|willing|prepared|minded)\sto|should|would|will|shall|be|must|to be|is to|are to|was to|"
    r"were to)\b",
    re.IGNORECASE,
)
