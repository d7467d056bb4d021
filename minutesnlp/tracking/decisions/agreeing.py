"""The words by which prose says that a thing was agreed: passively, by who seconded, by those who meet of themselves.

Each pattern has a group `verb`, the printed verb.
"""

from __future__ import annotations

import re

from minutesnlp.tracking.decisions.verbs import ADVERBS

# “A staffing rota was agreed.”, “The date was agreed by the Elected Members as …”; not “The wall was agreed with the
# owner”
THING_AGREED = re.compile(
    r"\A\W*(?:\(?\w{1,3}[.)]\s)?(?:(?:following|after)\s[^,;:.]{3,60},\s)?(?:an?|the)\s"
    r"(?:(?!(?:that|which|who|when|where|as|at|was|were|had|been)\b)[\w’'/&-]+\s){1,14}(?:was|were)\s"
    rf"{ADVERBS}(?P<verb>agreed)\b(?=\W*\Z|\s(?:for|on|subject\sto|to\sbe)\b"
    r"|\sby\s(?:all|everyone|(?:the\s)?(?:elected\s)?(?:members|councillors)|the\s(?:parish\s|town\s|community\s)?council)\b)",
    re.IGNORECASE,
)
# “The Council has agreed to pay £50”: those who meet say so of themselves; not “the Village Hall Committee has agreed”
HAS_AGREED = re.compile(
    r"\A\W*(?:\(?\w{1,3}[.)]\s)?(?:the\s)?(?:(?:parish\s|town\s|community\s|full\s)?(?:council|committee)|members|"
    r"councillors|we|PC|CC|TC)\s(?:has|have)\s(?:now\s|also\s)?(?P<verb>agreed|resolved|decided)\s(?=to\b|not\sto\b|that\b|the\b)",
    re.IGNORECASE,
)
# “It was felt that the Parish Council should object on the following grounds:”
FELT = re.compile(
    r"\bit\swas\s(?:\w+ly\s)?(?P<verb>felt)\sthat\s(?:the\s)?(?:(?:parish|town|community)\s)?(?:council|committee|PC|CC|TC)\s"
    r"should\s(?:not\s|\w+ly\s)?(?:object|support|recommend\s(?:approval|refusal)|make\sno)\b",
    re.IGNORECASE,
)
# “A resolution was passed to adopt the policy”
RESOLUTION = re.compile(
    r"\b(?:a|the)\sresolution\s(?:was|were)\s(?:\w+ly\s)?(?P<verb>passed|carried|agreed|approved)\s(?=to\b|that\b)",
    re.IGNORECASE,
)
# “… seconded by Cllr Rowe, 7 agreed, 1 abstained”
SOME_AGREED = re.compile(
    r"\b(?:seconded|2nd)\b[^;]{2,90}?[,;]\s(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s(?P<verb>agreed)\b(?=[^.;]{0,60}\W*\Z)",
    re.IGNORECASE,
)
# “… seconded by Cllr Rowe and unanimously agreed”, “proposed by KB, seconded by JT, and so resolved”
SECONDED_AND = re.compile(
    r"\b(?:seconded|2nd(?:ed)?)\b(?:[^.]|(?<=\b\w)\.|(?<=Cl[il]r)\.|(?<=hlr)\.|(?<=Mrs)\.|(?<=M[rs])\.){2,90}?"
    rf"(?:[,;]|\band\b|[–-]|(?=\s(?:unanimously|all|duly(?=\s(?:agreed|approved|carried)))\s))\s+"
    rf"(?:and\s+)?(?:it was\s+|was\s+|this was\s+|so\s+)?{ADVERBS}"
    r"(?P<verb>agreed|carried|resolved|approved|adopted|accepted|passed|lost|defeated|in favour|noted)\b(?!\s+out\b)",
    re.IGNORECASE,
)
