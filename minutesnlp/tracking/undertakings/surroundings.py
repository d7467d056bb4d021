"""What is seen around a clause: by when, to whom, how, under what condition, as told by whom."""

from __future__ import annotations

import re
from itertools import islice

from minutesnlp.text.stemming import stem
from minutesnlp.tracking.undertakings import promises

# Conditions and wishes, questions and rules, before a clause.
IF = re.compile(
    r"\b(?:if|unless|whether|whenever|in the event|provided that|without (?:the|an?|it|them|that|this)|"
    r"otherwise|should (?:they|he|she|the|a|it))\b"
    r"|(?:\A|, |\bthat )(?:were|had) (?:the|any\w*|an?|he|she|they|it)\b",
    re.I,
)
# “She could not say, for the staff would read it”
BECAUSE = re.compile(r",\s(?:for|since|as)\s(?!long\b|soon\b)[^,;]*\Z|\bbecause\s[^,;]*\Z")
# “would lock his gate if they came again”; not “would see if …”, which is to find out
UNLESS = re.compile(
    r"(?<!\bsee )(?<!\bcheck )(?<!\bout )(?<!\bask )(?<!\bknow )(?<!\btell )(?<!\band )(?<!\bor )"
    r"\b(?:if|unless|provided that)\b",
    re.I,
)
WISH = re.compile(
    r"\b(?:would like|could|might|may|had to|used to|need(?:s|ed)? to|ought|wish(?:es|ed)?|hoped)\b", re.I
)
DOUBT = re.compile(
    r"\b(?:queried|enquired|asked (?:if|whether|how|what|when|why|who|that|for)|suggested|proposed|requested that|"
    r"called for|recommended|encouraged|urged|sought|confident|anticipated|felt|believed|thought|argued|wondered|"
    r"concern(?:s|ed)? "
    r"(?:that|about)|questioned|considered that)\b",
    re.I,
)
RULE = re.compile(
    r"\b(?:standard|policy|rule|practice|procedure|law|legislation|guidance|act|order|Policy(?! [A-Z])|Act|Order)s?\b"
)
TOLD = re.compile(
    r"\b(?:said|advised|confirmed|explained|stated|indicated|replied|responded|informed|told|noted|answered|reported|"
    r"acknowledged|added)\b"
)
DECREED = re.compile(
    r"\b(?:agreed|resolved|decided|carried|ordered|action|was left)\b"
    r"(?:[^.;]{0,60}\bthat\b|[^.;]{0,25}\Z|\s[^.;]{0,12}\Z)",
    re.I,
)
TURN = re.compile(r"[;:]\s|,?\s\bbut\s|,\sand\s|\s[-–—]\s|\.\s|\b(?:and|was)\s(?:\w+ly\s)?(?:agreed|resolved)\s")
HOW = re.compile(
    r"\b(?:in writing|outside (?:of )?the meeting|by e-?mail|after the meeting|separately|direct|"
    r"on(?:to)? (?:the|its|our|a)(?: \w+){0,2} (?:website|agenda|board|noticeboard|page)|available|later)\b",
    re.I,
)
# What is always done so, or has to be
USUAL = re.compile(
    r"\b(?:in the (?:usual|ordinary|normal) (?:way|course)|in accordance|in line with|as (?:usual|always|before|now)\b|"
    r"as (?:the (?:law|Act|constitution|rules?|policy)|required)|(?:each|every) time|"
    r"where (?:necessary|required|needed))",
    re.I,
)
OPENING = re.compile(r"\A\s*(?:in (?:response|reply|answer)|following|after|on) [^,]{0,160},\s*", re.IGNORECASE)


# “write to him”, “let them know”, “ring Mrs Voss”
TO_ONE = re.compile(
    r"\b(?:to|let|tell|give|send|inform|ring|telephone|show|with|call|meet|answer|keep|supply|update|email|contact)\s"
    r"(?:him|her|them|me|us|you|both|each|everybody|everyone|(?:Cllrs?|Councillors?|Mrs?|Ms|Dr)\b)"
)


def around(text: str, start: int, end: int, decided: bool) -> set[str]:
    """Return what is seen around a clause: by when, to whom, under what condition, as told by whom."""
    opening = OPENING.match(text)
    begin = opening.end() if opening and opening.end() <= start else 0
    for turn in TURN.finditer(text, begin, end):  # what is said before “but” is another matter
        if turn.end() <= end:
            begin = turn.end()
    begin = min(begin, start)
    comma = max(begin, text.rfind(",", 0, start) + 1)
    seen = set()
    for name, found in (
        ("due", promises.DUE.search(text, start)),
        ("sometime", promises.SOMETIME.search(text, start)),
        ("to whom", promises.RECIPIENT.search(text, end)),
        ("if", IF.search(text, begin, start)),
        ("wish", WISH.search(text, comma, start)),
        ("doubt", DOUBT.search(text, begin, start)),
        ("rule", RULE.search(text, begin, start)),
        ("because", BECAUSE.search(text[begin:start])),
        ("if behind", UNLESS.search(text, end)),
        ("how", HOW.search(text, start)),
        ("as usual", USUAL.search(text, begin)),
        ("to one", TO_ONE.search(text, start)),
        ("told", TOLD.search(text, 0, start)),
        ("told behind", promises.TOLD_BEHIND.search(text, end)),
        ("decreed", DECREED.search(text[:start])),
    ):
        if found:
            seen.add(name)
    if decided:
        seen.add("decided")
    if text.rstrip().endswith("?"):
        seen.add("?")
    return seen


# A word, or a figure; names, in capitals, are what one council has and another has not
WORD = re.compile(r"[A-Za-z]+|\d+")
GOES_ON = 16  # words of a clause


def words_behind(text: str, start: int) -> set[str]:
    """Return the words a clause begins and goes on with, by their stems: “would send them a list”."""
    found = (match[0] for match in islice(WORD.finditer(text, start), GOES_ON))
    return {"word #" if one.isdigit() else f"word {stem(one)}" for one in found if not one[0].isupper()}
