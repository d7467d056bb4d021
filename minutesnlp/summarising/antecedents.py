"""Whom “He” or “She” at the head of a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from minutesnlp.summarising.cues import POINTS_BACK
from minutesnlp.summarising.units import Unit
from minutesnlp.tagging import tag
from minutesnlp.tracking.undertakings.actors import ASKING, speaker_in

# “The current chair, and founder, Ada Wren, was welcomed”
NAMED_LAST = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+),\s(?:was|had|has|is|would|will|said|gave|told|[a-z]{3,}ed)\b"
)
# “The Chair welcomed the Town Engineer to the meeting.” “She” is then the engineer.
WELCOMED = re.compile(r"\b(?:welcomed|introduced|invited|called\s(?:up)?on)\s")
# What may stand before the subject's name: “The Harbour Master, ”
BEFORE_NAME = re.compile(r"\W*|The\s(?:(?:[A-Z][\w’'-]*|of|for|and)\s)*(?:[A-Z][\w’'-]*,\s)?")
# “A resident said that …”: “He” behind it is somebody who is not named
UNNAMED = re.compile(
    r"\W*(?:an?|one|another)\s(?:\w+\s){0,2}?(?:parishioner|resident|member|councillor|person|speaker|villager|neighbour|"
    r"ratepayer|tenant|owner|applicant|objector|visitor|lady|gentleman|man|woman)\b(?!.{0,20}\bby\b)",
    re.IGNORECASE,
)
# “JO confirmed that …”, “Wrenna raised …”: somebody whom the tagger does not know, and whom “He” behind it may mean;
# “Members asked whether …” is nobody
UNKNOWN = re.compile(
    r"\W*(?!(?:It|This|That|There|They|We|An?|No|All|He|She|The|Council|Committee|Board|Cabinet|Everyone|Discussion)\b)"
    r"(?:[A-Z][a-z’'-]*[a-rt-z]|[A-Z][A-Za-z]?[A-Z]{1,2})\s(?:(?:also|then|had|has|again|further)\s){0,2}"
    r"(?:said|says|told|gave|felt|spoke|asked|raised|reported|advised|explained|confirmed|informed|noted|stated|commented|"
    r"suggested|thanked|proposed|outlined|added|requested|mentioned|updated|highlighted|expressed|queried|agreed|offered|"
    r"apologised|presented|replied|welcomed|reminded)\b"
)
# “Ash had been away and the Secretary had not been able to ask.”: either may be meant
AND_ANOTHER = re.compile(r"\b(?:and|but|while|whilst)\s(?:the\s)?\Z", re.IGNORECASE)
ACTED = re.compile(r"\s(?:had|was|has|is|would|will|[a-z]+ed)\b")
MAN, WOMAN = re.compile(r"\W*(?:he|his)\b|(?:Mr|Sir)\b", re.I), re.compile(r"\W*(?:she|her)\b|(?:Mrs|Ms|Miss)\b", re.I)
# “Cllr. O’ Reed stated …”: somebody whom the tagger does not know by his name
TITLED = re.compile(r"\W*(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Deputy|Alderman)\b\.?\s[^\W\d_]")
LONGEST_TITLE = len("Councillor ")
FEWEST_WORDS = 4  # of a sentence in which a post does something
# “The Chair has met Alan Ash on site.”: “He” may be the one or the other
MET = re.compile(
    r"\b(?:met|spoken?\s(?:to|with)|contacted|visited|written\sto|wrote\sto|e-?mailed|telephoned|rung|rang|liaised\swith)\s"
    r"(?:with\s)?(?:the\s)?\Z"
)
BY = re.compile(r"\b(?:by|from|with)\s(?:the\s)?\Z")
# “He also queried the cost.” is said of who asked before, and not of who answered.
ASKS_AGAIN = re.compile(
    r"\W*(?:he|she)\s(?:also|then|further|again)\s(?:asked|queried|enquired|inquired|questioned)\b", re.I
)
# What is tagged now and then as if it were somebody: “Weir Studios”, “VVV”
NO_PERSON = re.compile(r"\b(?:Studios|Units?|Teams?|Documents?|Plans?|Motions?|Policy|Schemes?)\Z|\A[VIXWM\s]+\Z")
HE_OR_SHE = re.compile(r"\W*(?:he|she|his|her)\b", re.IGNORECASE)
WORD = re.compile(r"[\w’'-]+")
# “He” may be who spoke so many sentences before.
FARTHEST = 6


def person_before(units: Sequence[Unit], n: int, chosen: Collection[int]) -> str | None:
    """Return whom “He” speaks of: who spoke last; empty where that stands in the summary, None where it is not known.

    Only who is known as a person or by a post is brought: a word in brackets is one the library answers for. It is
    nobody of the other sex, and nobody whom the sentence names again.
    """
    if n - 1 in chosen:
        return ""
    said = units[n].text
    asks_again = ASKS_AGAIN.match(said) is not None
    for back in range(n - 1, max(n - FARTHEST, 0) - 1, -1):
        there = back in chosen and not POINTS_BACK.match(units[back].text)
        if there and _somebody(units[back].text) != "":
            return ""
        if asks_again and ASKING.search(units[back].text) is None:
            continue  # who answered him
        somebody = _somebody(units[back].text)
        if somebody is None:
            return None
        if somebody:
            other = any(one.match(said) and two.match(somebody) for one, two in ((MAN, WOMAN), (WOMAN, MAN)))
            return None if other or somebody.split()[-1] in WORD.findall(said) else somebody
    return None


def _somebody(text: str) -> str | None:
    """Return who speaks in a sentence or is its subject, or who was welcomed in it.

    Empty where there is nobody in it; None where there is somebody whose name is not told, or it may be one of two.
    """
    if UNNAMED.match(text):
        return None
    people = [one for one in tag(text) if one.label in ("PERSON", "ROLE") and NO_PERSON.search(one.text) is None]
    unknown = UNKNOWN.match(text)
    if unknown and all(one.start >= unknown.end() for one in people):
        return None
    if not any(one.start < LONGEST_TITLE for one in people) and TITLED.match(text):
        return None
    if len(text.split()) < FEWEST_WORDS:  # “Leader Companies.” in a list
        people = [one for one in people if one.label == "PERSON"]
    if not people:
        return ""
    if any(MET.search(text, 0, one.start) for one in people[1:]):
        return None
    welcomed = WELCOMED.search(text)
    guest = next((one for one in people if welcomed and one.start >= welcomed.end()), None)
    if guest:
        return guest.text
    if any(AND_ANOTHER.search(text, 0, one.start) and ACTED.match(text, one.end) for one in people[1:]):
        return None
    speaker = speaker_in(text) or ""
    for one in people if speaker else ():
        if speaker in one.text:  # “Development” of “Head of Economic Development”
            return one.text
        before, found, behind = speaker.partition(one.text)
        if found and not behind and "," not in before and len(before.split()) <= len(("the", "Councillor")):
            return speaker
    named = NAMED_LAST.search(text)
    if named and any(named["name"] in one.text or one.text in named["name"] for one in people):
        return named["name"]
    first = people[0]
    if BEFORE_NAME.fullmatch(text[: first.start]):
        return text[: first.end].strip()
    by_whom = any(one.label == "PERSON" and BY.search(text, 0, one.start) for one in people)
    return None if by_whom else ""  # “Visits were made by Alan Ash.”: “He” may be Alan Ash
