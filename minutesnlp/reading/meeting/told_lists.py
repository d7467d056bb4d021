"""Who was there or away as sentences tell it, and sentences that tell of people but are no lists."""

from __future__ import annotations

import re

# "Apologies for absence were received from Cllrs Hall and Lee.", "Cllr Hall sent her apologies."
NAMES = (
    r"(?P<list>(?:[^.;]|(?:(?<=\s[A-Z])|(?<=\bMr)|(?<=\bMrs)|(?<=\bMs)|(?<=\bDr)|(?<=\bCllr)|(?<=\bCllrs)|(?<=\bCyng)|(?<=\bP\.C))\."
    r"|\.(?=[^\W\d]))*)"
)
RECEIVED = re.compile(
    rf"""\b(?:apolog(?:y|ies)\b.{{0,80}}?\b(?:received|submitted|accepted|given|noted|tendered|made|provided)\s+(?:from|by|on\s+behalf\s+of|for)
          |apologies\s+(?:(?:for\s+absence\s+)?from|were\s+from)\s*:?|\bymddiheuriadau\s+(?:gan|oddi\s+wrth))\s*:?\s*{NAMES}""",
    re.VERBOSE | re.IGNORECASE,
)
SENT = re.compile(
    r"(?P<list>[A-Z][^.;:]{3,160}?)\s+(?:had\s+|has\s+|have\s+)?(?:sent|given|gave|tendered|submitted|offered)\s+(?:(?:his|her|their)\s+)?apologies\b"
)

# What goes on behind such a list: “…, who was away on a course”, “… and were formally accepted”, “…, sadly a letter”.
BEHIND = re.compile(
    r",?\s+(?:who\s+(?:is|was|were|had|has)\b[^,;]*|(?:and\s+|which\s+|these\s+)?(?:was|were)\s+(?:\w+\s+)?(?:accepted|approved|noted|received)\b.*"
    r"|and\s+(?:also\s+)?from\s+(?:the\s+)?[a-z].*|(?:due|owing)\s+to\b[^,;]*|because\s[^,;]*)|,\s+(?:sadly|unfortunately|though|although|but|as)\s.*"
)

# What was decided about people, or done by one, is no list: "It was proposed that Cllr Lee be elected".
DECIDES = re.compile(
    r"\b(?:it\s+was|resolved|proposed|seconded|nominated|elected|(?:started|opened|chaired)\s+the\s+meeting|welcomed|thanked|took\s+the\s+chair)\b",
    re.IGNORECASE,
)

# Who was there by a sentence: "Selectman Hall and Selectman Lee were present.", "Members present included Jo Hall".
WERE = re.compile(
    r"(?P<list>(?:The\s+)?[A-Z][^;:]{3,250}?),?\s+(?:was|were)\s+(?P<also>also\s+)?(?P<what>present|absent|in\s+attendance)(?:\s[^.]{0,60})?\.?"
)
ANSWERED = re.compile(
    r"(?P<list>[A-Z][^.;:]{3,250}?)\s+(?:answered\s+(?:the\s+)?roll(?:\s+call)?|attended\s+(?:the\s+meeting\s+)?(?:via|by|remotely|virtually|online)\b.{0,30})\.?"
)
ABSENT = re.compile(r"(?P<list>[A-Z][^;:.]{3,120}?),?\s+(?:absent|excused)\.?")
INCLUDED = re.compile(
    r"\b(?:[Mm]embers|[Ss]electmen|[Cc]ouncill?ors|[Cc]ommissioners|[Tt]rustees|[Dd]irectors)\s+(?:present|attending)\s+"
    r"(?:included|were)\s+(?P<list>[A-Z][^;:.]{3,300})"
)
ALSO = re.compile(
    r"(?:^|(?<=\.\s))[Aa]lso\s+(?:present|in\s+attendance|attending)\b(?:\s+[^.;:A-Z]{0,40}?)?\s+(?:was|were)\s*:?\s+(?P<list>[A-Z][^;:]{3,400})"
)
ATTENDED = re.compile(r"(?P<list>[A-Z][^.;:]{3,120}?)\s+also\s+(?:attended|was\s+there)\b")

# Whom a substitute stands in for was not there: "Councillor Lee for Councillor Black".
SUBSTITUTED = re.compile(
    r"\s+(?:for|in\s+place\s+of|substitut\w+\s+for|deputising\s+for)\s+(?:Councillor|Cllr|Cr|Mrs?|Ms|Dr)\b\.?\s+[A-Z][^,;()]*"
)

# A list of councillors, by its heading, may be one of surnames: "Councillors absent: White, Black".
OF_COUNCILLORS = re.compile(r"\b(?:councillors|cllrs|commissioners|supervisors|aldermen|trustees)\b", re.IGNORECASE)

# Below the apologies: who was there all the same, from afar.
CAME = re.compile(r"\b(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance|attending)\b", re.IGNORECASE)


# Only a sentence with one of these words tells who was away, or who was there.
AWAY = re.compile(r"[Aa]polog|APOLOG|[Yy]mddiheur|YMDDIHEUR")
THERE = re.compile(r"present|attend|absent|excused|answered|PRESENT|ATTEND|ABSENT|was there")


def told(sentence: str) -> tuple[str, str] | None:
    """Return the heading that a sentence stands for and whom it names, None where it tells of nobody's presence.

    >>> told("Cllr Jo Hall had sent apologies"), told("The Clerk, Di Lee, was in attendance")
    (('apologies', 'Cllr Jo Hall'), ('In attendance', 'The Clerk, Di Lee'))
    """
    sentence = sentence.strip("() ") if sentence.startswith("(") else sentence
    if AWAY.search(sentence):
        if received := RECEIVED.search(sentence):
            return "apologies", BEHIND.sub("", received["list"])
        if sent := SENT.search(sentence):
            return "apologies", sent["list"]
    if THERE.search(sentence) is None:
        return None
    if also := ALSO.match(sentence):
        return "Also in attendance", also["list"]
    if were := WERE.fullmatch(sentence):
        headings = {"absent": "Members absent", "present": "present"}
        heading = headings.get(were["what"], "In attendance")
        return f"Also {heading}" if were["also"] and were["what"] == "present" else heading, were["list"]
    if answered := ANSWERED.fullmatch(sentence):
        return "Members present", answered["list"]
    if absent := ABSENT.fullmatch(sentence):
        return "Members absent", absent["list"]
    if included := INCLUDED.search(sentence):
        return "Members present", included["list"]
    attended = ATTENDED.match(sentence)
    return ("Also in attendance", attended["list"]) if attended else None
