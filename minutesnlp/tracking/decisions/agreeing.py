"""The words by which prose says that a thing was agreed: passively, by who seconded, by those who meet of themselves.

Each pattern has a group `verb`, the printed verb.
"""

from __future__ import annotations

import re

from minutesnlp.tracking.decisions.verbs import ADVERBS

# Titles that are cut short by a full stop, which ends no sentence
SHORT_TITLES = r"Cll?rs?|Clir|Cmhlr|Mrs?|Ms|Dr|Revd?|Prof|Hon"
# “A staffing rota was agreed.”, “Attendance of Cllr Rook at the course was agreed, Clerk to book.”; not “The wall was
# agreed with the owner”
THING_AGREED = re.compile(
    r"\A\W*(?:\(?[\w.]{1,6}[.)]?\s)?(?:(?:following|after)\s[^,;:.]{3,60},\s)?"
    r"(?!(?:it|he|she|they|what|this|these)\b)"
    r"(?:(?!(?:that|which|who|what|when|where|as|if|was|were|had|been)\b)[\w’'/&()£.-]+\s){2,24}?(?:was|were)\s"
    rf"{ADVERBS}(?P<verb>agreed)\b(?=\W*\Z|,|\s[–-]\s|\s(?:for|on|subject\sto|to\sbe|as\slong\sas|provided|in\sprinciple"
    r"|with\san?\s(?:maximum|budget|limit)|at\s(?:an?\s)?(?:cost|price|£))\b"
    r"|\sby\s(?:all|everyone|(?:the\s)?(?:elected\s)?(?:members|councillors)|the\s(?:parish\s|town\s|community\s)?council)\b)",
    re.IGNORECASE,
)
# “The go ahead was given for the fence.”, “We are covered, so the go-ahead is approved.”
GO_AHEAD = re.compile(
    rf"\bgo[ -]ahead\s(?:was|were|is)\s{ADVERBS}(?P<verb>given|approved|agreed|granted)\b", re.IGNORECASE
)
# “It was pointed out that the elm leans, and agreed that it be felled.”, “Members had read it and now agreed to”
AND_AGREED = re.compile(
    r"\A\W*(?:it\swas\s(?!agreed|resolved|decided)|there\swas\s|all\s(?:members|councillors)\s)[^;]{3,240}?,?\sand\s(?:it\swas\s)?"
    rf"{ADVERBS}(?P<verb>agreed|resolved|decided)\s(?=to\b|that\b|not\sto\b)"
    r"|\A\W*(?:the\s)?(?:[\w’'-]+\s)?(?:members|councillors|council|committee|panel|board)\s[^;]{3,160}?,?\sand\s"
    r"(?:now|then|therefore|unanimously|subsequently|all|thus)\s(?P<verb2>agreed|resolved|decided)\s(?=to\b|that\b|not\sto\b)",
    re.IGNORECASE,
)
# “Cllr Rook was nominated by Cllr Wren, seconded by Cllr Dale, and accepted the role of Chair.”
TOOK_OFFICE = re.compile(
    r"\bwas\s(?P<verb>nominated)\b[^;]{0,120}\bseconded\b[^;]{0,120}?\baccepted\s"
    r"(?:the|this)\s(?:role|post|office|position)\b"
    r"|\bseconded\b[^;]{0,160}?\baccepted\sand\s(?P<verb2>took\sthe\schair)\b",
    re.IGNORECASE,
)
# “The Council has agreed to pay £50”: those who meet say so of themselves; not “the Village Hall Committee has agreed”
HAS_AGREED = re.compile(
    r"\A\W*(?:\(?\w{1,3}[.)]\s)?(?:the\s)?(?:(?:parish\s|town\s|community\s|full\s)?(?:council|committee)|members|"
    r"councillors|we|PC|CC|TC|(?:licensing\s)?sub-?committee|panel)\s(?:has|have)\s(?:now\s|also\s)?(?P<verb>agreed|resolved|decided)\s(?=to\b|not\sto\b|that\b|the\b)",
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
    rf"\b(?:seconded|2nd(?:ed)?)\b(?:[^.]|\b(?:\w|{SHORT_TITLES})\.){{2,90}}?"
    rf"(?:[,;]|\band\b|[–-]|(?<!\sbe)(?=\s(?:unanimously|all|agreed(?=\sas\s)|duly(?=\s(?:agreed|approved|carried)))\s))\s+"
    rf"(?:and\s+)?(?:,\s(?:up)?on\sbeing\sput\s(?:to\s(?:the|a)\svote)?,?\s)?"
    rf"(?:it was\s+|was\s+|this was\s+|so\s+|they\s+(?=agreed\s))?(?:declared\s)?{ADVERBS}"
    r"(?P<verb>agreed|carried|resolved|approved|adopted|accepted|passed|lost|defeated|in favour|noted|"
    r"signed(?=\sby\sthe\s(?:chair|mayor|president|convener)))\b(?!\s+out\b)",
    re.IGNORECASE,
)
# “T. Rook £40 – proposed A. Ash, seconded B. Birch, pass for payment.”: how a clerk writes that they were passed
PASSED_FOR_PAYMENT = re.compile(
    r"\b(?:seconded|2nd)\b[^;]{2,60}?(?<!be\s)(?<!to\s)(?<!they\s)(?<!accounts\s)(?P<verb>pass)\sfor\spayments?\b"
    r"|\A\W*(?P<verb2>passed)\sfor\spayment\b",
    re.IGNORECASE,
)
# “The minutes of 4 May stand as a correct record”, “the minutes were found correct”; not that they were only signed
MINUTES_SIGNED = re.compile(
    # “The minutes were approved by Ann Ash and Bob Birch”, who moved and seconded them
    r"\bminutes\b[^.;]{0,120}?\b(?:was|were)\s(?:\w+ly\s)?(?P<verb2>approved|agreed|accepted|adopted)\s"
    r"(?:as\s(?:an?\s)?[\w\s]{3,40}?\s)?by\s(?-i:[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3},?\s(?:and|seconded)\s)|"
    r"\bminutes\b(?:[^.;]|\b[A-Z]\.){0,200}?\b(?:was|were|being|having been|stand|stood|duly)\s"
    r"(?:then\s|duly\s|therefore\s)?"
    r"(?P<verb>approved(?<=stand approved)|verified|found\s(?:to be\s)?(?:correct|accurate|in order)|"
    r"a\s(?:true|correct|accurate)\s(?:\w+\s){0,2}record|as a (?:true|correct|accurate)\s(?:\w+\s){0,2}record|"
    r"signed(?=[^.;]{0,40}\bas\sa)|(?:taken\sas\s)?read\sand\ssigned|held to be)\b"
    r"|\A\W*minutes\b[^.;]{0,120}?\s(?P<verb6>agreed|approved|accepted|adopted|confirmed)\s"
    r"(?:as\sa(?:n\saccurate|\scorrect|\strue)|by\sall)\b"
    r"|\b(?P<verb3>signed)\s(?:the\s)?(?:\w+\s){0,2}minutes\b[^.;]{0,120}\bas\san?\s(?:true|correct|accurate)\b"
    r"|\A\W*(?:the\s)?minutes\b[^.;,]{0,120}?\shad\sbeen\s(?:\w+\sand\s)?(?P<verb5>approved|accepted|agreed)\b"
    r"|\bminutes\b[^.;]{0,120}\band\s(?P<verb4>found\s(?:to\sbe\s)?(?:correct|accurate|in\sorder))\b",
    re.IGNORECASE,
)
