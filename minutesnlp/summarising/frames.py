"""Sentences that tell that somebody spoke and not what: “Ms Wren introduced the report”, “Discussion ensued”."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

BODY = r"(?:panel|board|committee|council|meeting)"
# What is introduced, and not what stands in it; a few words may follow, but no clause
PAPER = (
    r"(?:reports?|updates?|items?|papers?|presentations?|overview|summary|briefing|application|documents?|reasons|"
    r"background|history|chronology|sequence|events|figures|topic|subject|introduction|talk|plans?|strategy|proposals?)"
)
TO_THE_END = r"\b(?:[\s,]+[^\s:;.]+){0,14}\W*\Z"
SAYING = r"(?:advised|confirmed|explained|informed|noted|reminded|reported|said|stated|stressed|told|warned|added)"
# “introduced the accounts and confirmed that all was paid” tells what was said
TELLS = rf"(?!.*\b(?:and|,)\s(?:\w+\s)?{SAYING}\b(?!\s?:))"
SETTLES = r"(?!.*\b(?:approved|agreed|adopted|accepted|resolved|signed|paid|noted|carried|refused)\b)"
SPEAKING = re.compile(
    rf"""
    \b(?:introduced|presented|delivered|gave|provided|outlined|spoke\sto|talked\sto|went\sthrough|tabled|recalled|
        summarised|recapped|recounted|rehearsed|set\sout)\s
      (?:(?:members|councillors|the\s(?:\w+\s)?{BODY})\s(?:with\s|through\s)?)?
      (?:the|an?|his|her|their|this|its)\s(?:[\w’'-]+\s){{0,4}}?{PAPER}{TELLS}{TO_THE_END}
    | \bpresented\sto\sthe\s(?:[\w’'-]+\s){{0,3}}{BODY}{TO_THE_END}
    | \bresponded\sto\s(?:(?:some|all|many|most|several|a\snumber)\s(?:of\s)?)?(?:the\s|these\s|those\s)?(?:\w+\s)?
      (?:points|questions|queries|comments|issues|matters){TELLS}{TO_THE_END}
    | \bupdated\s(?:the|members|councillors|on){TO_THE_END}
    | \bwelcomed\s[^;:]{{2,200}}?\bto\sthe\s(?:[\w’'-]+\s){{0,3}}meeting\b\W*\Z
    | \b(?:was|were)\s(?:also\s)?in\sattendance(?:\s(?:to|and|for|by)\b{TELLS}|\W*\Z){TO_THE_END}
    | \b(?:discussion|debate|questions)\s(?:then\s|also\s)?
      (?:ensued|followed|took\splace|was\sheld|covered|were\sinvited)\b
    | \bthere\s(?:was|followed)\s(?:an?\s|some\s|much\s|further\s)?(?:\w+\s)?(?:discussion|debate|exchange)\b
      (?!.*\bthat\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# “The plans had been circulated before the meeting”
CIRCULATED = re.compile(
    rf"""
    \b(?:circulated|distributed|submitted|issued|emailed)\s[^.;:]{{0,40}}
      \b(?:prior\sto|before|ahead\sof|in\sadvance\sof)\s(?:the|this|tonight[’']s)\smeeting{SETTLES}{TELLS}{TO_THE_END}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# “It was taken at this point”, “is to be discussed under item 7”, “put the motion set out in paragraph 7”
COURSE = re.compile(
    rf"""
    \bput\s(?:the\s)?(?:\w+\s)?(?:motion|amendment|recommendations?)(?:,?\sas\samended,?)?
      (?:\s(?:as\s)?set\sout\s(?:in|at)\s[^.;:]{{1,30}}?)?(?:\sto\sthe\s(?:vote|meeting))?
      (?:\sand\sthe\s(?:voting|votes?)\s(?:was|were)\sas\sfollows)?\W*\Z
    | \A\W*(?:the|a\snumber\sof|some)?\s?(?:following|other)\s(?:\w+\s)?(?:items|matters|issues|topics)
      \s(?:were|was)\s(?:also\s|then\s)?(?:raised|discussed|noted|mentioned)(?:\sby\s(?:the\s)?(?:members|councillors))?\W*\Z
    | \b(?:was|were|be)\s(?:taken|considered|discussed|dealt\swith|covered|raised)\s(?:\w+\s)?
      (?:at\sthis\s(?:time|point|stage)|under\s(?:(?:the|agenda|a)\s)*(?:\w+\s)?item\b){TO_THE_END}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Each is tried only where one of these words stands: a cheap first look
FRAMES = (
    (
        frozenset(
            (
                *("introduced", "presented", "delivered", "gave", "provided", "outlined", "spoke", "talked", "through"),
                *("recalled", "summarised", "recapped", "recounted", "rehearsed", "set"),
                *(
                    "responded",
                    "tabled",
                    "updated",
                    "discussion",
                    "debate",
                    "questions",
                    "exchange",
                    "welcomed",
                    "attendance",
                ),
            )
        ),
        SPEAKING,
    ),
    (frozenset(("circulated", "distributed", "submitted", "issued", "emailed")), CIRCULATED),
    (frozenset(("put", "taken", "considered", "dealt", "covered", "discussed", "raised")), COURSE),
)
WORDS = frozenset(word for words, _ in FRAMES for word in words)
# “The following points were made:” belongs to the lines below it, which bring it
LEADING = re.compile(
    rf"""
    \A{SETTLES}(?!.*\b(?:conditions?|I\s(?:will|shall))\b)
      .*\b(?:following|{SAYING}|outlined|raised|discussed|asked|made|points?|issues?|items?|matters?)\b
      (?:\s[^\s:;]+){{0,6}}\s?:\W*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


def says_nothing(text: str, words: AbstractSet[str]) -> bool:
    """Tell such a sentence; `words` are its words in lower case.

    >>> says_nothing("The Clerk presented the report.", {"the", "clerk", "presented", "report"})
    True
    >>> says_nothing("The Mayor recalled the sequence of events.", {"the", "mayor", "recalled", "sequence", "events"})
    True
    """
    if ":" in text[-4:] and LEADING.match(text):
        return True
    if words.isdisjoint(WORDS):
        return False
    return any(not words.isdisjoint(some) and pattern.search(text) for some, pattern in FRAMES)
