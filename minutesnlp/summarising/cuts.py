"""Which parts of a long sentence may stand for it: what is left is whole, and nothing left out bears on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesnlp.summarising.parts import CONDITION, NOT_STATED, TURN

HELPING = r"(?:is|are|was|were|has|have|had|will|would|should|could|can|may|might|must|shall|do|does|did)"
SAYING = (
    r"(?:said|says|stated|replied|explained|answered|added|claimed|argued|thought|felt|believed|suggested|reported|"
    r"told|asked|warned|noted|commented|confirmed|observed)"
)
# A verb with what belongs to it: “was”, “had not been mended”, “rose”
VERB = re.compile(
    rf"\b(?:{HELPING}|be)(?:\s(?:not|be|been|being|\w+ly|also|now|still))*(?:\s\w+(?:ed|en|un|ld|nt|pt|ught))?\b|\b[a-z]{{2,}}ed\b|"
    rf"\b(?:{SAYING}|gave|spoke|came|went|took|made|rose|fell|met|saw|led|paid|sent|left|brought|found|knew|grew|held|"
    r"kept|began|became|wrote|won|ran|sat|stood|sought|bought|heard|got|drew|chose|broke|spent|built|understood|meant)\b"
)
# What opens a clause that hangs on another, whose verb is not the sentence's: “that”, “which”, “As …”
HANGING = re.compile(
    r"\b(?:that|which|who|whose|whom|where|when|while|whilst|as|because|since|after|before|how|what|why)\b",
    re.IGNORECASE,
)
# Where the rest may be left out: asides, examples, what points elsewhere. A clause behind “and” or a semicolon is often
# what the sentence is for (“… and it had collapsed”, “…; it has since been made safe”), and stays.
ENDS = re.compile(
    r"""
      ,\s(?=(?:which|who|whose|where)\s)                                          # “, which had been circulated”
    | ,?\s(?=including\s)
    | ,?\s(?=as\s(?:set\sout|detailed|outlined|shown|contained|described|attached|appended|circulated|per)\b)
    | \s(?=\([^()]{12,}\)\.?\Z)                                                   # “ (Appendix B refers)”
    """,
    re.VERBOSE,
)
# An aside that tells what is being done, asked or found is none.
DOING = re.compile(
    r"\b(?:working|now|since|currently|request\w*|ask\w*|propos\w*|question\w*|quer\w+|will|would|to\s(?:be|have))\b"
)
# A cheap first look
BREAKS = re.compile(r",\s(?=(?:which|who|whose|where|as|including)\s)|\s(?=(?:as|including)\s|\()")
# The main clause goes on behind what would be left out: “The grant, which was late, had come.”
GOES_ON = re.compile(rf"[,)–—]\s(?:and\s)?(?:\w+ly\s)?(?:{HELPING}|be|[a-z]{{2,}}ed|as|to)\b")
# Who says it is told behind: “, Ms Voss said”, “, according to residents”
TOLD_BEHIND = re.compile(
    rf",\s(?:(?:the\s)?[A-Z][\w.’'-]*\s){{1,5}}{SAYING}\b|\b{SAYING}\s(?:the\s)?[A-Z]|\baccording\sto\b"
)
# What became of it, or what turns it round
DECIDES = re.compile(
    r"\b(?:agreed|resolved|approved|carried|passed|lost|defeated|refused|rejected|deferred|withdrawn|not|never|"
    r"no longer|neither|nor|without|only|when|once|rather than|instead of)\b"
)
# “In answer to Councillor Voss, the Clerk said”: the question stands elsewhere. A new subject must follow.
ANSWERING = re.compile(
    r"(?:In\s(?:response|reply|answer)\sto|In\sresponding\sto|Responding\sto|Replying\sto|Following|After|Having|"
    r"Further\sto|Referring\sto)\s(?:[^\s,;:]+\s){1,22}?[^\s,;:]+,\s"
    r"(?=(?:the|an?|there|it\s(?:was|is)\s\w+\sthat|members|councillors|officers|residents|[A-Z][\w.’'-]+)\s)"
)
# “In reply to Members the Director, Parks, said”: the comma is part of who said it
POST = re.compile(r"(?<!\bto)(?<!\bfrom)(?<!\bby)\s(?:the|an?)\s(?:[A-Z][\w’'-]*\s?)+,\s\Z")
# “It was noted that”, “The Panel was informed that”: told as a fact, and by nobody in particular
BODY = r"(?:Members|Councillors|The\s(?:[A-Z]\w+\s)?(?:Panel|Committee|Sub-Committee|Board|Council|Meeting|Cabinet))"
REPORTED = re.compile(
    r"(?:It\s(?:was|is|has\sbeen)\s(?:also\s|then\s|further\s)?(?:noted|reported|explained|advised|confirmed|stated|"
    r"highlighted|pointed\sout|stressed)\sthat\s|"
    rf"{BODY}\s(?:(?:was|were)\s(?:also\s|then\s|further\s)?(?:informed|advised|told|notified)|(?:also\s)?(?:heard|noted))"
    r"\sthat\s)(?!(?:he|she|it|they|this|these|those|such)\s)"
)
# “the”, “their assessed …”: the noun is missing
DANGLING = re.compile(
    r"\b(?:the|an?|of|to|and|or|for|in|on|with|by|that|which|from|at|as|was|were|is|are|be|had|has|than|not|no|"
    r"(?:the|an?|his|her|their|its)\s\w+ed)\W*\Z"
)
# “The report was discussed …”, “Mr Voss presented the plan …”: what it says stands behind
SAYS_NOTHING = re.compile(
    r"\b(?:discussed|considered|presented|introduced|received|attended|welcomed|spoke|moved|reported|opened|returned|"
    r"mentioned|raised|highlighted|hi-lighted|given|made)(?:\s(?:the|an?|his|her|their|this|this\smatter)(?:\s\w+){0,2})?\W*\Z"
)
RECITAL = re.compile(r"\W*(?:AND\s)?WHEREAS\b", re.IGNORECASE)
WHOLE = re.compile(r"[.!?;”\"’]\s*(?:and|or)?\W*\Z")
WORDS = re.compile(r"\S+")
# “…; (c) the Lido”: better before an entry than within it
NEXT_ENTRY = re.compile(r"[;:,]?\s(?:and\s)?\((?:[a-z]{1,2}|[ivx]{1,4}|\d{1,2})\)\s|;\s")
FEWEST_LEFT = 7
LEAST_KEPT = 0.6  # of the words there is room for
FEWEST_CUT = 3
BRACKETS = (("(", ")"), ("“", "”"), ("[", "]"))


def spans(sentence: str) -> Iterator[tuple[int, int]]:
    """Give the parts of a sentence that may stand for it, as offsets; the whole is not among them.

    >>> sentence = "The wall by the lane fell in March, which had been foreseen."
    >>> [sentence[start:end] for start, end in spans(sentence)]
    ['The wall by the lane fell in March']
    >>> list(spans("The wall may be built, provided that the path is kept."))
    []
    """
    if not WHOLE.search(sentence) or RECITAL.match(sentence):  # it leads on, or a page cuts it off
        return
    first = ANSWERING.match(sentence) or REPORTED.match(sentence)
    begins = [0, first.end()] if first and not _matters(first[0]) and not POST.search(first[0]) else [0]
    ends = _ends(sentence)
    for begin in begins:
        for end in (*ends, len(sentence)):
            if end - begin < len(sentence) and len(sentence[begin:end].split()) >= FEWEST_LEFT:
                yield begin, end


def shortened(sentence: str, words: int) -> str:
    """Return the first words of a sentence up to a clause that may be left out, else the first so many; with a “…”."""
    end = opening(sentence, words)
    return sentence if end == len(sentence) else f"{sentence[:end]} …"


def opening(sentence: str, words: int) -> int:
    """Return where to end a sentence so that no more than so many words are left: before a clause if that may be.

    >>> sentence = "A by-law to sell the yard by the river, the slip and the two sheds of the former ropeworks"
    >>> sentence[: opening(sentence, 12)]
    'A by-law to sell the yard by the river, the slip'
    >>> opening("The board saw (a) the yard by the mill; (b) the slip by the weir", 12)
    38
    """
    ends = [word.end() for word in WORDS.finditer(sentence)]
    if len(ends) <= words:
        return len(sentence)
    fitting = [end for end in _ends(sentence) if FEWEST_LEFT <= len(sentence[:end].split()) <= words]
    if fitting:
        return fitting[-1]
    entries = [entry.start() for entry in NEXT_ENTRY.finditer(sentence, 0, ends[words - 1])]
    if entries and len(sentence[: entries[-1]].split()) >= max(FEWEST_LEFT, words * LEAST_KEPT):
        return entries[-1]
    left = words
    while left > 1 and DANGLING.search(sentence[: ends[left - 1]]):
        left -= 1
    return len(sentence[: ends[left - 1]].rstrip(",;:"))


def _ends(sentence: str) -> list[int]:
    places = [match.start() for match in BREAKS.finditer(sentence)]
    return [place for place in places if ENDS.match(sentence, place) and _may_end(sentence, place)]


def _may_end(sentence: str, end: int) -> bool:
    left, rest = sentence[:end], sentence[end:]
    if len(rest.split()) < FEWEST_CUT or DANGLING.search(left) or SAYS_NOTHING.search(left):
        return False
    if left.count('"') % 2 or any(left.count(opens) != left.count(closes) for opens, closes in BRACKETS):
        return False
    if GOES_ON.search(rest, 1) or TOLD_BEHIND.search(rest) or _matters(rest):
        return False
    return len(VERB.findall(left)) > len(HANGING.findall(left))


def _matters(words: str) -> bool:
    plain = words.casefold()
    return any(pattern.search(plain) for pattern in (DECIDES, CONDITION, TURN, NOT_STATED, DOING))
