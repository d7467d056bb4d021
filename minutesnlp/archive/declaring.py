"""Who declared an interest: by a sentence that says so of them, or by their name in the item on declarations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.archive.initials import Mark

Span = tuple[int, int]

DECLARED = re.compile(
    r"""\b(?:(?:declar|disclos)(?:ed|es|ing)|registered|(?:wish(?:ed|es)|would\slike|asked|continued)\sto\s(?:declare|disclose))\b
    (?!\s(?:no|that\s(?:s?he|they)\s(?:had|has|have)\sno)\b)[^.;]{0,60}?\b(?:interests?|dispensation|predetermination)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Between who declares and the verb: no other act, and nobody who is told or asked to.
OTHERS_DO = re.compile(
    r"[.;]|\b(?:(?:remind|invit|request|requir|advis|instruct|encourag|responsib)\w*|no|not|none|nobody|nor|any|anyone|if|whether|those"
    r"|members(?!\sof\b)|councillors|said|stated|confirmed|noted|explained|reported|thanked|welcomed|proposed|seconded|moved|left"
    r"|since|after|because)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r",\s(?:who|whose)\b[^,;.]*,")
LONGEST_BETWEEN = 100
HE_DOES = re.compile(r"\s(?:\w+\s){1,4}that\s(?:s?he|they)(?:\s(?:had|has|have|would|wished\sto))*\s\Z")
# Between two who declare together: “Cllrs Orr, Lyle (Vice-Chair) and Mrs Voss declared”.
TOGETHER = re.compile(
    r"(?:[\s,&/]|\([^()]*\)|\b(?:and|both|also|the|councillors?|cllrs?|mrs?|ms)\b\.?)*", re.IGNORECASE
)
# “Declarations of interest were received from”, “an interest was declared by”
BY_WHOM = re.compile(
    r"""(?:\b(?:declarations?|disclosures?)\s(?:of\s)?(?:\w+[\s-]){0,5}?interests?\b[^.;:]{0,60}?
    |\binterests?\b[^.;:]{0,40}?\b(?:declared|disclosed|registered)\s)\b(?:by|from|for)\s(?:the\s)?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:no|none|not|nil|without)\b", re.IGNORECASE)

ABOUT_DECLARING = re.compile(
    r"\b(?:declar|disclos)\w*\s(?:of\s|any\s)?(?:[\w-]+[\s,/&]+){0,5}?interests?\b", re.IGNORECASE
)
# What stands behind a name in that item: what it is about, or of which kind.
IN_ITEM = re.compile(
    r"""\s?(?:\([^()]*\)\s?)?(?:[-–:,]\s?|\s)?(?:
    (?:had\s|has\s)?declared\b(?!\s(?:no|open|the\smeeting)\b)
    |(?:regarding|re|in\s(?:relation|respect|regard)|as\s(?:an?|the|s?he))\b
    |(?:(?:for|on|in|to)\s)?(?:agenda\s)?items?\s(?:no\.?\s?)?\d
    |(?:an?\s|the\s)?(?:non[\s-])?(?:pecuniary|prejudicial|personal|disclosable|ordinary|DPI|ORI)\b)""",
    re.VERBOSE | re.IGNORECASE,
)


def declared_by(text: str, sentence: Span, named: Sequence[Mark], *, title: str = "") -> list[Mark]:
    """Return who of those `named` in a sentence, in order, declares an interest there; `title` is that of the item."""
    start, end = sentence
    here = [mark for mark in named if start <= mark.start and mark.end <= end]
    if not here:
        return []
    found = [each for verb in DECLARED.finditer(text, start, end) for each in _before(text, verb.start(), here)]
    for number, mark in enumerate(here):
        before = text[start : mark.start]
        if BY_WHOM.search(before) and not DENIED.search(before):
            found += _run(text, here[number:])
    if not found and ABOUT_DECLARING.search(title):
        found = [each for number in range(len(here)) for each in _listed(text, sentence, here[number:])]
    return found


def _listed(text: str, sentence: Span, here: Sequence[Mark]) -> list[Mark]:
    """Return who stands at the beginning of a line of the item on declarations, where what follows tells of one."""
    start, end = sentence
    lead = text[start : here[0].start].rpartition(";")[2]
    if not TOGETHER.fullmatch(lead.strip(" •*-–")):
        return []
    together = _run(text, here)
    behind = text[together[-1].end : end]
    alone = not behind.strip(" .")  # “Clerk” and “JO” alone are in the column of who acts
    if alone and any(text[mark.start : mark.end].isupper() or not mark.is_name for mark in together):
        return []
    return together if alone or IN_ITEM.match(behind) else []


def _before(text: str, verb: int, here: Sequence[Mark]) -> list[Mark]:
    """Return who stands before a verb as those that do it: the last name, and those it is joined to."""
    earlier = [mark for mark in here if mark.end <= verb]
    if not earlier:
        return []
    names = [mark for mark in earlier if mark.is_name]
    last = earlier[-1]
    if names and last is not names[-1] and OTHERS_DO.search(text[names[-1].end : last.start]) is None:
        last = names[-1]  # “Jo Orr, Head of Legal, declared”
    gap = ASIDE.sub("", text[last.end : verb])
    if len(gap) > LONGEST_BETWEEN or (OTHERS_DO.search(gap) and not HE_DOES.match(gap)):
        return []
    before = [mark for mark in earlier if mark.end <= last.end]
    return _run(text, before[::-1])


def _run(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return the first of some names and those joined to it one by one, in either direction."""
    found = [marks[0]]
    for mark in marks[1:]:
        one, other = sorted((found[-1], mark), key=lambda mark: mark.start)
        if not TOGETHER.fullmatch(text[one.end : other.start]):
            break
        found.append(mark)
    return found
