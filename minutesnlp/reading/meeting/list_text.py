"""Lists of names as conversions and two languages leave them, made such as a clerk would have typed them."""

from __future__ import annotations

import re

from minutesnlp.reading.page.posts import ROLE_WORDS, given_names

# A post or a style grown together with the name behind it: “ChairmanJo Hall”, “CllrsJo Hall”, “received fromJo Hall”.
GROWN = re.compile(
    r"\b(Cllrs?|Councillors?|Chair(?:man|woman|person)?|Cathaoirleach|Secretary|Treasurer|Clerk|Members?|from|[Pp]resent)"
    r"(?P<dash>-)?(?=(?P<next>[A-ZÀ-Þ][a-zà-ÿ]+))"
)

# Two names grown together: “Jo HallDi Lee”, “DiLee”; not “McHall”, “DeVere”.
TOGETHER = re.compile(r"\b([A-ZÀ-Þ][a-zà-ÿ’']+[a-zà-ÿ])([A-ZÀ-Þ][a-zà-ÿ]{1,})\b")
NO_BREAK = re.compile(
    r"(?:Mac|Fitz|Van|Von|Vander|Dell?[aeo]?|Des|Da[ls]|Dos|Abu|Ben|Bin|Ibn|Sain?t?|L[aeo]s)", re.IGNORECASE
)

# A stop with nothing behind it: “Mrs Lee.PC Hall was there”; not “M.Hall”.
STOPPED = re.compile(r"(?<=[a-z]{2})\.(?=[A-Z][A-Za-z]{2})")

# Rules to write on: “_Absent: Jo Hall____”; a bracket grown together with the next word: “(Chair)and Di Lee”.
RULED = re.compile(r"_+")
CLOSED = re.compile(r"\)(?=(?:and|plus|with)\b|[A-Z][a-z])|&(?=[A-Z])")

# A surname grown together with initials or a title, or with a post by a hyphen: “HallA. W. Lee”, “Hall-Chairman”.
BEFORE_INITIAL = re.compile(r"(?<=[a-z]{2})(?=[A-Z]\.\s|(?:Mrs?|Ms|Miss|Dr|Cllr)\b)")
BEFORE_POST = re.compile(
    r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ’']+)-(?=(?:Vice[\s-])?(?:Chair(?:man|woman|person)?|Clerk|Secretary|Treasurer)\b)"
)

# Two who share a post: “Jo Hall/Di Lee (Co-chairs)”.
SHARED = re.compile(r"(?<=[a-z])/(?=(?P<given>[A-Z][a-z]+)\s+[A-Z])")

# Members of parliaments, by a word that is elsewhere the beginning of a post: “Deputy J. Hall, T.D.”.
OF_PARLIAMENT = re.compile(
    r"\bSenator\s+(?=(?:[A-Z]\.\s*)+[A-ZÀ-Þ])|\b(?:Deputy|Senator|Teachta)\s+(?=(?:[A-Z]\.\s*|[A-ZÀ-Þ][\w’'-]+\s+){1,3}[A-ZÀ-Þ][\w’'-]+,?\s+T\.?D\b)"
)

# Welsh beside English: “Cyng. / Cllrs.”, “a/and”, “Hefyd yn bresennol / In attendance”.
BESIDE = re.compile(
    r"\b(?:a/and|ac/and)\b|(?P<and>\s+ac?\s+)?\bCyng\w*\.?(?:\s+(?:Sir|Cymuned|Tref))?\s*/\s*(?=(?:(?:County|Community|Town)\s+)?C(?:ouncillo|ll)rs?\b)"
    r"|\bHefyd\s+yn\s+b?presennol\s*/\s*(?=In\b)|(?<=\()clerc\s*/\s*(?=[Cc]lerk)",
    re.IGNORECASE,
)


def as_typed(text: str) -> str:
    """Return a line of a list with what has grown together parted, and of two languages the English.

    >>> as_typed("ChairmanJo Hall (Chair)and Una ReidAnn Lee")
    'Chairman Jo Hall (Chair) and Una Reid Ann Lee'
    """
    text = CLOSED.sub(lambda m: f"{m.group()} ", RULED.sub(" ", text)).strip().lstrip(": ")
    text = BEFORE_INITIAL.sub(" ", BEFORE_POST.sub(_off_post, text))
    if "/" in text:
        text = SHARED.sub(lambda m: ", " if m["given"].casefold() in given_names() else m.group(), text)
        text = BESIDE.sub(lambda m: "and" if m.group().endswith("nd") else " and " if m["and"] else "", text)
    text = GROWN.sub(_freed, STOPPED.sub(". ", OF_PARLIAMENT.sub("", text)))
    parted = TOGETHER.sub(_parted, text)
    # where names have grown together, so have those whose second is no common one
    return TOGETHER.sub(lambda m: _parted(m, surely=True), text) if parted != text else text


def _off_post(match: re.Match[str]) -> str:
    """Part a name from the post behind it: “Hall-Chairman”; not “Vice-Chairman”, “Administrator-Clerk”."""
    of_post = ROLE_WORDS.search(match["name"]) or match["name"].casefold() in ("acting", "ex")
    return match.group() if of_post else f"{match['name']} – "


def _freed(match: re.Match[str]) -> str:
    """Part a post from the name behind it; not “Clerk-Treasurer”."""
    named = match["dash"] is None or match["next"].casefold() in given_names()
    return f"{match[1]} " if named else match.group()


def _parted(match: re.Match[str], *, surely: bool = False) -> str:
    """Part two names where the second can begin: a given name behind a surname, or a surname behind a given name."""
    before, after = match.groups()
    if NO_BREAK.fullmatch(before):
        return match.group()
    begins = re.search(r"(?:^|[,;:(]|\band)\s*$", match.string[: match.start()]) is not None
    follows = re.match(r"\s+[A-ZÀ-Þ][\w’'-]+", match.string[match.end() :]) is not None
    given = before.casefold() in given_names(), after.casefold() in given_names()
    apart = given == (True, False) and not follows if begins else surely or given[1]
    return f"{before} {after}" if apart else match.group()  # “DiAnne Lee” is one name, and “Jo Hall YouGov” no two
