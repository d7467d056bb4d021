"""Whether a sentence asks something, by which words, and who asks."""

from __future__ import annotations

import re

from minutesnlp.tracking.questions.askers import ASKER, ASKING, SHORT
from minutesnlp.tracking.questions.no_questions import ANSWERS_LATER, COUNTED, NO_QUESTION, NONE_ASKED, PROCEDURAL
from minutesnlp.tracking.questions.replies import REPLY

ALSO = r"(?:\s(?:then|also|further|again|subsequently|therefore))?"
# “How many are dug by others? asked Cllr Voss.”
TAGGED = re.compile(
    rf"[?,][”\"’']?\s(?P<asking>asked|enquired|inquired|wondered)\s(?P<asker>{ASKER})(?:\W*\Z|,)"
    # “Was there any other, Cllr Voss wondered, which leaked?”
    rf"|,\s(?P<asker2>{ASKER})\s(?P<asking2>asked|enquired|inquired|wondered),[^.;]*[?]",
    re.VERBOSE,
)
# The stops of short forms end no sentence.
WITHIN = r"(?: [^.;?] | (?<=Mr)\. | (?<=Mrs)\. | (?<=Ms)\. | (?<=Dr)\. | (?<=Cllr)\. | (?<=\b[A-Z])\. )"
ADJACENT = re.compile(
    # “Una Burns, 12 Mill Road, asked if”, “Una Burns of Mill Road asked if”
    rf"(?: (?P<asker>{ASKER}) | {SHORT} (?: (?:,?\s(?:of|from)\s(?=[A-Z\d]) | ,\s(?=\d))[^,.;]{{3,50}},? )? )"
    rf"(?:,\swho | \s(?:whilst|while)\s[^,.;]{{3,60}}? )? {ALSO} \s"
    rf"(?P<asking>{ASKING})",
    re.VERBOSE,
)
ACTIVE = re.compile(rf"(?P<asker>{ASKER})(?=[\s,]){WITHIN}{{0,240}}?\b(?P<asking>{ASKING})", re.VERBOSE)
# “He also asked if”: it goes on with the question before
PRONOUN = re.compile(
    rf"\A\W*(?:In\s(?:particular|addition),\s(?=h|s|t)|(?:As\sa|By\sway\sof(?:\sa)?)\s(?:further\s)?supplementary(?:\squestion)?,?\s)?"
    rf"(?:[Hh]e|[Ss]he|[Tt]hey){ALSO}\s"
    # “She referred to the quay and asked if”, “He had been told of it and wished to know”
    rf"(?:(?:refer|advis|stat|not|welcom|thank|comment|outlin|highlight|acknowledg|suggest|express|rais)\w*\s{WITHIN}{{0,240}}?"
    rf"\band{ALSO}\s|(?:had|has|was|would|could|felt|thought|knew)\s{WITHIN}{{0,240}}?,?\sand\s(?:(?:he|she|they)\s)?{ALSO})?(?P<asking>{ASKING})"
    # “Was it not bound by that? she persisted.”
    r"|\A[^?]+[?][”\"’']?\s(?:he|she)\s(?:persisted|asked|enquired|inquired|wondered|went\son|continued)\W*\Z"
    r"|\A[^.;?]+,\s(?:he|she)\s(?:asked|enquired|inquired|wondered),\s[^.;]*[?]",
    re.VERBOSE,
)
# “It was more than he had, and he wished to know why”, “While members thanked her, they queried the cost”
LATE = re.compile(
    rf"(?:[^.;?]*?[,;]\s(?:and|but)|(?:While|Although)\s(?P<asker>(?:the\s)?members|{ASKER})\s[^.;?]*?,)"
    rf"\s(?:he|she|they){ALSO}\s(?P<asking>{ASKING})",
    re.VERBOSE,
)
# “… referred to the recent panel where he questioned why”: asked elsewhere
ELSEWHERE = re.compile(r"\b(?:where|when|at\swhich)\s(?:he|she|they)\s(?:had\s)?\Z")
# “CW raised the state of the path: who mends it?”
RAISING = re.compile(
    rf"(?: \A\W*(?P<asker>{ASKER}) | {SHORT} ) {ALSO} \s"
    r"(?:raised|questioned|commented|asked|queried|wondered|said|noted)\b",
    re.VERBOSE,
)
# “It was queried whether”, “A question was asked about”, “Clarification was sought on”
PASSIVE_ASKING = re.compile(
    r"\b(?:it\s(?:was|has\sbeen)\s(?:also\s|then\s)?(?:queried|asked|questioned)|(?:was|were)\s(?:also\s)?(?:queried|questioned(?!\sby\b))"
    r"|(?:was\s(?:also\s|then\s)?asked\s(?:by\s(?:(?!to\s)[^,.;\s]+\s){1,7}?)?|were\s(?:also\s)?asked\sby\s(?:(?!to\s)[^,.;\s]+\s){1,7}?)"
    # “was asked if he would help” asks for something, and not about it
    r"(?!if\s(?:he|she|they)\s(?:could|would)\b)(?:if|whether|how|what|when|where|which|who|why|about|the\squestion)\b"
    r"|was\sasked\s(?:by\s[^,.;]{3,50}?\s)?for\s(?:an?|his|her|the)\s(?:\w+\s)?(?:assurance|explanation|update|view|opinion|advice|reason)s?\b"
    r"|(?:quer(?:y|ies)|questions?)\s(?:was|were)\s(?:also\s)?"
    r"(?:raised|asked|put(?!\sto\s(?:the|a)\s(?:vote|meeting))|posed|received)|(?:clarification|clarity|assurance|an\supdate)\swas\s(?:also\s)?"
    r"(?:sought|requested))\b",
    re.IGNORECASE,
)
WAS_ASKED = re.compile(r"(?<!\b[Ii]t\s)\bwas\s(?:\w+\s)?asked\b")
# “In response to a query regarding the roof, the Clerk explained that …”: question and reply in one sentence
BOTH = re.compile(
    r"\A\W*(?:in\s(?:response|reply|answer)\sto|responding\sto|replying\sto|following|when\sasked)\b"
    r"(?:[^,]|,(?=\d)){0,300}?\b(?:quer(?:y|ies)|questions?|[ei]nquir(?:y|ies)|(?<!\bwas\s)(?<!\bwere\s)asked|request\sfor\sclarification"
    r"|(?<=\bto\s)(?:how|why|whether|what))\b(?:[^,]|,(?=\d))*"
    # “Asked by Cllr Voss whether it leaked, the Engineer said …”
    r"|\A\W*(?:on\sbeing\s)?(?:asked|pressed|challenged)\s(?:by\s[^,]{3,50}?\s)?"
    r"(?:if|whether|how|what|when|where|which|who|why|about|for|on|to\s(?:say|explain|name))\b"
    r"(?:[^,]|,(?=\d))*(?=,)"
    # “When she inquired whether it leaked, the Engineer said …”
    # “When asked about the lamps JM noted that …”
    r"|\A\W*When\sasked\s(?:if|whether|how|what|when|where|which|who|why|about)\b(?:[^,]|,(?=\d))*"
    r"|\A\W*When\s[^,.;]{2,50}?\s(?:asked|inquired|enquired)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:if|whether|how|what|when|where|which|who|why|about)\b(?:[^,]|,(?=\d))*(?=,)"
    # “The club's secretary, asked by the Chair whether that would do, replied that it would”
    r"|\A[^,.;]{3,60},\s(?:when\s)?(?:asked|pressed)\sby\s[^,.;]{3,50}?\s"
    r"(?:if|whether|how|what|when|where|which|who|why|about)\b[^,.;]*,(?=\s(?:replied|answered|said|stated|advised|explained|confirmed))",
    re.IGNORECASE,
)
# “Following questions and comments from Members”: many, of which none is told
SUMMED_UP = re.compile(
    r"\W*Following\s(?:\w+\s){0,2}(?:questions|comments|queries)(?:,?\s(?:and\s)?(?:questions|comments|queries|discussions?))*"
    r"(?:\s(?:from|by)\s(?:the\s)?(?:members?|councillors|panel|committee|board|public|of|the|\s)+)?\W*\Z",
    re.IGNORECASE,
)
# “… a query regarding the roof” tells what was asked; “a question from Mr Hale” does not
MATTER = re.compile(
    r"\b(?:about|regarding|concerning|on|over|as\sto|relat(?:ing|ion)|respect|regards?|asked|whether|why|how|if|what|when|"
    r"where|who|further|another|subsequent)\b",
    re.IGNORECASE,
)
WHOSE = re.compile(
    rf"(?:\b(?:by|from)|\A\W*When)\s(?P<asker>{ASKER})|\bto\s(?P<told>{ASKER}),?\swho\s|\b(?:asked|raised|put|query|queries|questions?)\s(?:by|from)\s(?P<short>[A-Z]{{2,3}})\b"
    rf"|\bto\s(?P<sign>[A-Z]{{2,4}})[’']s\s(?:\w+\s)?(?:query|queries|questions?)\b"
    rf"|(?P<owner>{ASKER})[’']?s?[’']?\s(?:\w+\s)?(?:quer(?:y|ies)|questions?)\b",
    re.VERBOSE,
)
# “Mrs Betty Hale of Lund asked:”, above the question
ANNOUNCED = re.compile(rf"\W*(?P<asker>{ASKER})(?:,?\s(?:of|from)\s[^.:]{{3,40}})?,?\s(?:then\s)?asked:\W*", re.VERBOSE)
LABELLED = re.compile(
    r"\A\W*(?:Q(?:uestion)?\.?\s?\d*|Question\s(?:\d+|submitted\sby\b.*))\s*[:.–-](?!\w\.)", re.IGNORECASE
)
# “Q. Cllr Voss: how deep is it?”, “Cllr Voss: how deep is it?”
OF_LABEL = re.compile(rf"\W*(?:Q(?:uestion)?\.?\s?\d*[.:]?\s)?(?P<asker>{ASKER})\s?[:–-]", re.VERBOSE)
# “The Clerk advised Members that … and asked if”: they are told, and do not ask
TOLD_IT = re.compile(r"\b(?:advised|informed|told|reminded|thanked|updated|invited)\s\Z")
SPEAKS = re.compile(
    rf"\W*(?:[^.;]{{0,90}},\s)?(?:[Tt]he\s)?(?P<speaker>{ASKER}|[A-Z][\w’'-]*(?:\s(?:of\s|and\s|for\s)?[A-Z][\w’'-]*){{0,5}})\s[a-z]+ed\s",
    re.VERBOSE,
)
MARKED = re.compile(r"\?[\s”\"’')\]]*\Z")
HINT = re.compile(
    r"\?|quer|question|ask|enquir|inquir|wonder|clari|assuranc|wished to|wanted to|sought to|would like to"
    r"|curious|keen to|anxious to|eager to|update was|interested to|supplementary"
    r"|(?:response|reply|answer) to|\AQ|prob|press|challeng|put (?:it|that|this) to|to say|quizz|tackl",
    re.I,
)


def asking_in(text: str) -> re.Match[str] | None:
    """Return where a sentence says that somebody asks; None for what was asked elsewhere."""
    match = ADJACENT.search(text) or ACTIVE.search(text) or TAGGED.search(text)
    return None if match and ELSEWHERE.search(text[: max(match.start("asking"), 0)]) else match


def goes_on_in(text: str) -> re.Match[str] | None:
    """Return where “he” or “she”, who spoke before, asks in a sentence."""
    own = PRONOUN.match(text)
    late = None if own else LATE.match(text)
    return late if late and (late["asker"] or asking_in(text) is None) else own


def who_asks(text: str) -> str | None:
    """Return who asks in a sentence, an empty string where nobody is named, None where nobody asks."""
    if not HINT.search(text) or ANSWERS_LATER.match(text):
        return None
    both = BOTH.match(text)
    if both:
        return None if SUMMED_UP.match(both[0]) else whose_in(both[0])
    goes_on = goes_on_in(text)
    asking = goes_on or asking_in(text)
    if asking:
        words = re.search(r"\b(?:if|whether|that|for)\b", asking["asking"] or "")
        if words and PROCEDURAL.match(text, asking.start("asking") + words.start()):
            return None
        return goes_on.groupdict().get("asker") or "" if goes_on else who(asking)
    passive = PASSIVE_ASKING.search(text)
    if passive:
        counted = COUNTED.search(text) is not None and MATTER.search(text, passive.end()) is None
        return None if counted or NONE_ASKED.search(text) else whose_in(text)
    if NO_QUESTION.match(text):
        return None
    if (MARKED.search(text) and not REPLY.match(text)) or LABELLED.match(text):
        raising = RAISING.search(text) or OF_LABEL.match(text)
        return who(raising) if raising else ""
    return None


def who(match: re.Match[str]) -> str:
    """Return the asker of a match."""
    told = match.groupdict()
    if told["asker"] and TOLD_IT.search(match.string, 0, match.start("asker")):
        opens = SPEAKS.match(match.string)
        return opens["speaker"].strip(" .") if opens else ""
    words: str = told["asker"] or told.get("asker2") or told.get("short") or ""
    return " ".join(words.split()).rstrip(".")


def whose_end(text: str) -> int:
    """Return where the words that name a query and who put it end: a reply may follow without a comma."""
    whose = WHOSE.search(text)
    named = re.search(r"\b(?:quer(?:y|ies)|questions?|asked|clarification)\b", text)
    return max(whose.end() if whose else 0, named.end() if named else 0)


def whose_in(text: str) -> str:
    """Return whose a query is said to be, or an empty string."""
    whose = WHOSE.search(text)
    return (
        re.sub(r"[’']s?\Z", "", whose["asker"] or whose["told"] or whose["short"] or whose["sign"] or whose["owner"])
        if whose
        else ""
    )
