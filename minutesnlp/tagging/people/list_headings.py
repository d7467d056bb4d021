"""The words after which a list of people stands: “Present:”, “Apologies from”, “Proposed by”."""

from __future__ import annotations

import re

# The headings of lists of people.
LIST_HEAD = re.compile(
    r"(?:\b(?:members?|councillors?|officers?|also|those|others?|staff|public|trustees|committee)\s)?"
    r"\b(?:present(?:\s(?:were|in the chair|at the meeting))?|in attendance|also (?:present|"
    r"attending|in attendance)|attendance|attendees|attending|"
    r"(?:answering\s)?roll\scall|apologies(?:\sfor\sabsence)?(?:\s(?:were\s)?(?:received\s)?(?:from|"
    r"on behalf of))?|"
    r"absent|speakers|substitutes?|membership|observers?|councillors|cllrs|officers|members|representatives)\b"
    r"[^\S\n]*(?:\([^)\n]{0,40}\)[^\S\n]*)?(?:[:\-–|*_]{1,4}|(?=\n)|from\b)",
    re.IGNORECASE,
)
# After these a family name alone is enough: “YEAS: Voss, Lyle”, “MOVED BY: Voss”.
ROLL_CALL = re.compile(
    r"(?:\A|(?<=[\n|.;]))[ >*#]{0,4}(?:(?:moved|seconded|proposed|introduced)(?:\sby)?|mover|seconder|proposer|ayes?|"
    r"yeas?|nays?|noes|in favou?r|against|abstain(?:ed|ing)?|abstentions?|absent|recused|excused)[ ]{0,2}:[ *]{1,4}",
    re.IGNORECASE,
)
# “motion by Voss, second by Lyle”
MOVED_BY = re.compile(r"\b(?:motion(?:\smade)?|moved|second(?:ed)?|proposed)\sby\s(?=[A-Z])", re.IGNORECASE)
FROM = re.compile(
    r"\b(?:apologies(?: for absence)?(?: had been| have been| were| was)? (?:received |"
    r"submitted |reported |noted |accepted |sent )?(?:from|on behalf of)|(?:proposed|"
    r"seconded|moved|nominated|chaired|presented|prop|sec|read)(?:\.?:? by:? |\.: |: |\. )|"
    r"(?:proposer|seconder|prop|sec)\.?:\s?)[\s*_]{0,3}",
    re.IGNORECASE,
)
# A line, or the rest of one behind a colon, that holds nothing but capitalised words: an even number of them.
WITHOUT_COMMAS = re.compile(
    r"(?:\A|\n|:)[ \t]{0,8}((?:[A-Z][a-z’'-]{1,30} [A-Z][a-z’'-]{1,30} ){1,5}[A-Z][a-z’'-]{1,30} [A-Z][a-z’'-]{1,30})"
    r"[ \t]{0,8}(?=\n|\Z)"
)
# “Voss – yes, Lyle – no”: two and more who vote by name
_SIDE = r"\s?[-–—:]\s?(?:yes|no|aye|nay|yea|abstain(?:ed)?|absent)\b"
VOTED = re.compile(_SIDE[3:], re.IGNORECASE)
_VOTE = rf"[A-Z][\w’'-]{{1,30}}{_SIDE}"
VOTES_BY_NAME = re.compile(rf"(?<!\w){_VOTE}(?:[,;]\s{{1,3}}{_VOTE}){{1,30}}", re.IGNORECASE)
