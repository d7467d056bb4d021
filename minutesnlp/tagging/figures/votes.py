"""Whether a number is the votes of one side: “9 for”, “5 votes to 1”, “YEAS: Voss, Lyle - 2”."""

from __future__ import annotations

import re

from minutesnlp.tagging.figures.amounts import Amount
from minutesnlp.tagging.figures.units import counted_noun
from minutesnlp.tagging.mentions import Mention
from minutesnlp.text.number_words import COUNT, plain

# “9 for”, “2 against”, “21 voted in favour”, “2 abstentions”
VOTE_AFTER = re.compile(
    r"""[ ]{0,2}(?:\([a-z-]+\)[ ])?
    (?:(?:votes?|members?|councillors?|cllrs?)[ ])?(?:were[ ]|was[ ]|being[ ])?(?:cast[ ])?(?:voted?[ ]|voting[ ])?
    (?P<side>in[ ]favour|in[ ]favor|for(?=[ ]*(?:[,.;):]|and\b|the\s(?:motion|
    proposal|amendment|recommendation|application)|\d|\Z|votes))|against|abst(?:entions?|
    ained|aining|ain)|
     ayes?|noes|nays|yeas)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# “For: 9”, “Against – 2”, “Abstentions 1”, “YEAS: 7”
VOTE_BEFORE = re.compile(
    r"\b(?P<side>in favour|in favor|for|against|abst(?:entions?|ained|aining|ain)|"
    r"ayes?|noes|nays|yeas)\s?(?:\(\w+\)\s?)?[:=–-]?\s?\(?\Z",
    re.IGNORECASE,
)
# “passed (5 to 0)”, “by 9 to 2”: the first number is for, the second against
# “5 votes to 1”
VOTES_TO = re.compile(rf"{COUNT}\s(?:votes?|members?)\sto\s\Z", re.IGNORECASE)
TO_ANOTHER = re.compile(rf"\s(?:votes?|members?)\sto\s{COUNT}", re.IGNORECASE)
# “carried 6-0”, “carried (7/3/1)”: for, against, abstaining
RESULT = re.compile(
    r"\b(?:carried|passed|lost|failed|defeated|approved|adopted|voted)"
    r"(?:,?[ ]|:[ ]|[ ]\()(?P<sides>(?:\d{1,2}[-–/]){0,2})\Z",
    re.IGNORECASE,
)
STROKE = re.compile(r"[-–/]\d{1,2}\b(?![-–/]\d{3}|\s?(?:%|days?|weeks?|months?|years?))")
VOTE_TO = re.compile(
    r"\b(?:passed|carried|lost|defeated|failed|majority(?: of)?|vote(?: of)?|votes?|"
    rf"voted|by)[:\s]{{0,2}}\(?(?P<first>{COUNT}\s(?:votes\s)?(?:to|-)\s)?\Z",
    re.IGNORECASE,
)
# What follows votes; a unit does not: “by two to three weeks”
NO_UNIT = r"(?=\s?(?:[.,;:)\]–-]|\Z|\n|(?:with|and|in|on|that|to|for|against|votes?|by|of|the|not|as|after|at)\b))"
TO_VOTE = re.compile(rf"\s(?:votes\s)?to\s{COUNT}{NO_UNIT}")
AFTER_VOTE = re.compile(NO_UNIT)
LABELLED_VOTE = re.compile(
    r"\b(?P<side>in favour|in favor|for|against|abst(?:entions?|ained|aining|ain)|ayes?|noes|nays|yeas|absent|recused)"
    r"\s?[:=]\s?(?:[|]\s?)?\Z",
    re.IGNORECASE,
)
# “YEAS: Voss, Lyle, Bream - 3”: the number closes a line that a side begins.
ROLL_CALL = re.compile(
    r"(?:\A|[\n.:])[ >*]{0,4}(?P<side>in favou?r|for|against|abst(?:entions?|ained|aining|ain)|ayes?|noes|nays|yeas|"
    r"absent|recused)\s?:[^\n\d]{1,400}(?:[-–—][ ]?|\()\Z",
    re.IGNORECASE,
)
LINE_END = re.compile(r"[ .*]{0,4}(?:\n|\Z)")
OF_VOTES = re.compile(r"\b(?:against|abst|vot(?:e|ing)|motion|carried|poll)", re.IGNORECASE)
SIDES = {
    "in": "for",
    "fo": "for",
    "ay": "for",
    "ye": "for",
    "ag": "against",
    "no": "against",
    "na": "against",
    "ab": "abstain",
    "re": "recused",
}


def as_vote(text: str, amount: Amount) -> Mention | None:
    """Return the number of votes on one side."""
    if amount.value != int(amount.value) or amount.form == "money":
        return None
    side = _of_two(text, amount) or _of_a_named(text, amount)
    if side is None:
        return None
    return Mention("FIGURE", amount.start, amount.end, plain(amount.value), "figure:vote", side, "vote")


def _of_two(text: str, amount: Amount) -> str | None:
    """Return the side of one of two or three counts beside each other: “by 7 votes to 4”, “(7-4-1)”."""
    start, end = amount.start, amount.end
    against = VOTE_TO.search(text, max(0, start - 48), start)
    if against and (AFTER_VOTE if against["first"] else TO_VOTE).match(text, end):
        return "against" if against["first"] else "for"
    result = RESULT.search(text, max(0, start - 24), start)
    if result and (result["sides"] or STROKE.match(text, end)):
        return ("for", "against", "abstain")[result["sides"].count(result["sides"][-1:]) if result["sides"] else 0]
    if VOTES_TO.search(text, max(0, start - 32), start):
        return "against"
    return "for" if TO_ANOTHER.match(text, end) else None


def _of_a_named(text: str, amount: Amount) -> str | None:
    """Return the side that is named beside a count: “Against: 4”, “4 abstentions”, or above it in a roll call."""
    start, end = amount.start, amount.end
    labelled = LABELLED_VOTE.search(text, max(0, start - 20), start)
    before = VOTE_BEFORE.search(text, max(0, start - 20), start)
    if before and before[0][-1] == " " and before[0].rstrip()[-1].isalpha() and counted_noun(text, end):
        before = None  # “assessed against four categories”
    match = labelled or VOTE_AFTER.match(text, end) or before
    dashed = text[start - 2 : start] in {"- ", "– ", "— "} and LINE_END.match(text, end)
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if match is None and (dashed or bracketed):
        match = ROLL_CALL.search(text, max(0, start - 420), start)
    if match is None:
        return None
    side = match["side"].lower()
    if side == "for" and not OF_VOTES.search(text, max(0, start - 120), end + 120):
        return None
    return side if side == "absent" else SIDES[side[:2]]
