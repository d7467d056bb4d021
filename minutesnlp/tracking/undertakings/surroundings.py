"""What is seen around a clause: by when, to whom, how, under what condition, as told by whom."""

from __future__ import annotations

import re
from itertools import islice, pairwise

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
    r"\b(?:queried|enquired|asked (?:if|whether|how|what|when|why|who|that|for)|suggested|"
    r"(?<!the )(?<!a )(?<!its )proposed|requested that|"
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
    r"\b(?:agreed|resolved|decided|carried|ordered|action|was left|(?:is|was) (?:arranged|settled|understood))\b"
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
# “no tree would be felled until”, “nobody would be moved without”: something is done first
NONE = re.compile(r"\b(?:no|nobody|none|nothing|not one|neither|no one)\b", re.I)
UNTIL = re.compile(r"\b(?:until|without|unless|before)\b")
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
        ("none until", NONE.search(text, begin, start) and UNTIL.search(text, end)),
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
GOES_ON, LED_BY = 16, 8  # words of a clause, and before it


def words_around(text: str, start: int) -> set[str]:
    """Return the words a clause goes on with (“would send them a list”), each two of them, and those before it.

    They are told by their stems, a figure as `#`; names are left out, and are `*` in a pair.
    """
    behind = [_plain(match[0]) for match in islice(WORD.finditer(text, start), GOES_ON)]
    before = [_plain(one) for one in WORD.findall(text[max(0, start - 100) : start])[-LED_BY:]]
    return (
        {f"word {one}" for one in behind if one != "*"}
        | {f"pair {one} {other}" for one, other in pairwise(behind)}
        | {f"led by {one}" for one in before if one != "*"}
    )


def _plain(word: str) -> str:
    return "#" if word.isdigit() else "*" if word[0].isupper() else stem(word)
