"""The subject of a clause: its words, of what kind it is, and whether it begins its part of a sentence."""

from __future__ import annotations

import re

from minutesnlp.tracking.undertakings import promises
from minutesnlp.tracking.undertakings.actors import PRONOUN, is_post, kind_of, trimmed

SUBJECT = re.compile(
    rf"(?P<owner>{promises.ACTOR})\s(?:(?:also|then|therefore|both|now|has|have|had|\w+ly)\s)*\Z", re.VERBOSE
)
# “PC Marsh, the community officer, would”, “the Chair, Cllr Voss, would”
WITH_ASIDE = re.compile(
    rf"""(?P<owner>{promises.ACTOR})
    (?: ,\s(?:the|an?|our|from|for|of|representing)\s(?:(?!\bagreed\b|\bthat\b)[^,;]){{3,70}},?
      | ,\s(?:who|which)\s(?:(?!\bagreed\b|\bthat\b)[^,;]){{3,70}},
      | ,\s(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s[A-Z][^,;]{{2,40}}
        | (?P<part>[A-Z][a-z][\w’'&/-]*(?:\s(?:and|of|for|the|&|[A-Z][\w’'&/-]*)){{0,6}})),
      | \s\([^)]*\) )\s\Z""",
    re.VERBOSE,
)
# “The Executive Engineer, Roads and Lighting, agreed”: the post before what it is for
POST_OF = re.compile(
    r"(?:\A|\b[Tt]he\s|,\s|\b(?:and|that)\s)(?P<post>(?:[A-Z]/)?[A-Z][\w’'-]*(?:\s(?:of|for|and|[A-Z][\w’'-]*)){0,6}"
    r"(?:(?:,\s[A-Z][\w’'&/-]*(?:\s[A-Z][\w’'&/-]*){0,3}){0,3})),\s(?:the\s)?\Z"
)
# Words in capitals before a subject that are no part of it: “However the Clerk”, “Agreed Cllr Voss”
# … and a heading that runs on into a sentence: “Bus Shelter Update The Clerk”
LEADING = re.compile(
    r"\A(?:.*[\w)]\s(?=The\s[A-Z])|(?:Delegates?(?:\sauthority)?\sto|Authori[sz]es?|Instructs?|Requests?|Directs?|Asks?|AUTHORI[SZ]E|However|That|After|In|Following|When|Once|As|For|Also|And|But|Then|Meanwhile|On|At|By|To|While|Although|With|"
    r"Since|So|Until|Action|ACTION|Agreed|AGREED|RESOLVED|Resolved|Noted|NOTED|ORDERED|REPLY|If|Should|Where|Both|Therefore|"
    r"Unfortunately|Subsequently|Further|Finally|It|This|Note|NB|Re)\s(?:the\s(?=[A-Z])|that\s)?)+"
)
# “the scheme BE APPROVED and the Administration”: a verb in capitals is no part of the name behind it
CAPITALS = re.compile(r"\A.*\bBE\s[A-Z]{4,}\b(?:\sand)?\s")
LOOSE = re.compile(
    r"\s(?:and|of|for|the|to|&)\Z|\A(?:[Tt]he\s|[Aa]n?\s)?(?:Invitation|Letter|Response|Reply|Thanks|E-?mail|Donation|Request|Payment|Visit|Access|"
    r"Return|Report|Update|Presentation|Application)s?\s(?:to|from|of|for)\b"
)
# “Agreed: for the Clerk to write”, “resolved the Clerk to write”, “Delegates to the Clerk to write”
BREAK = re.compile(
    r"(?:\A|[.:;,–—|•\])]|\s-|\band|\bthat|\b[Aa]greed|AGREED|\b[Rr]esolved|RESOLVED|\b[Aa]ction|\A\W*Delegates\sto|:\s[Ff]or|\d|"
    r"\b(?i:authori[sz]es?))"
    r"\W*(?:the\s)?\Z"
)
FINITE = re.compile(
    r"\b(?:invited|authori[sz](?:ed|ing)|granting|amending|urged|enabled|helped|encouraged|welcomed|reminded|permitted|persuaded|importance|opportunity|right|duty|is|are|was|were|has|have|had|would|will|could|should|may|must|needs?|ought|asked|said|going|able|likely|due|"
    r"required|wanted|needed|allowed|intended|wants?|wished|like|hoped|agreed|decided|expected|wishes|how|what|when|where|whether|which|who|order|for)\b|"
    r"\b[a-z]{3,}ed\s(?:the|an?|its|their|his|her|that|to|by|it|him|them)\b",
    re.I,
)
# “to form a working group to see to it”: what is to be formed is to do nothing yet
TO_DO = re.compile(r"\bto\s(?!the\b|all\b|any\b|our\b|its\b|be\b)[a-z]{3,}\s")
# “a letter from the Clerk”, “the duty of the Clerk”: what stands there is no subject
LEADS = re.compile(r"\b(?:for|of|from|with|by|to|the|an?|on|in|at|than|as)\s\Z", re.I)

# “every resident of Hollins Garth would”, “heads of the schools nearest to it had”
OF_IT = re.compile(r"\b(?:of|from|in|at|near|nearest\sto|close\sto|beside|behind|on|with|by)\s(?:the\s)?\Z")

# “at Ballard Lane and the Clerk agreed”: what stands before belongs to the first of them
JOINED = re.compile(r"\w\s(?:and|the)\s")


# “Her client would”, “the firm would”: for whom whoever speaks gives his word
OURS_HERE = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Tt]he)\s(?:clients?|company|firm|trust|agency|office|directorate)\s"
    r"(?:(?:also|then|therefore|now|\w+ly)\s)*\Z"
)


def subject_of(before: str, text: str) -> tuple[str | None, str, int]:
    """Return the words of a subject that stands at the end of a text, of what kind it is, and where it begins."""
    start = max(0, len(before) - 140)
    aside = "," in before[start:] or ")" in before[start:]
    for pattern in (SUBJECT, WITH_ASIDE) if aside else (SUBJECT,):
        match = pattern.search(before, start)
        if match is None:
            continue
        words, place = match["owner"], match.start("owner")
        lead = LEADING.match(words)
        if lead:
            words, place = words[lead.end() :], place + lead.end()
        words = CAPITALS.sub("", words.strip())
        if LOOSE.search(words):  # “in November and would write”: the end of another phrase
            return None, "thing", len(before)
        post = POST_OF.search(before, start, place) if pattern is SUBJECT else None
        if post and is_post(post["post"]) and kind_of(trimmed(words) or "", text) in ("name", "outfit", "thing"):
            words, place = f"{post['post']}, {words}", post.start("post")
        kind = "self" if PRONOUN.match(words) else kind_of(trimmed(words) or "", text) if words else "thing"
        part = match["part"] if pattern is WITH_ASIDE else None
        if part and kind != "role":
            return None, "thing", len(before)
        words = f"{words}, {part}" if part else words
        if kind != "thing" and (pattern is SUBJECT or kind in ("person", "letters", "role")):
            return words, kind, place
    if re.search(r"\bI\s(?:\w+ly\s|also\s)?\Z", before):
        return "he", "self", before.rindex("I")
    ours = OURS_HERE.search(before, start)
    if ours:
        return None, "ours", ours.start()
    we = re.search(r"\b[Ww]e\s(?:\w+ly\s|also\s)?\Z", before)
    return (None, "we", we.start()) if we else (None, "thing", len(before))


# “Cllr Ash, B. Birch, and the Clerk would”: those of a list before its last two
ONE_OF_A_LIST = re.compile(
    r"(?:\A|(?<=[\s(“]))(?:[Tt]he\s)?(?P<one>[A-ZÁÉÍÓÚŴŶ][\w.’']*(?:-[\w.’']+)*(?:\s[A-ZÁÉÍÓÚŴŶ][\w.’'-]*){0,3}),\s(?:the\s)?\Z"
)
TITLE_INSIDE = re.compile(r"\A.*\s(?=(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\b)")
SEVERAL = re.compile(r"(?:Cllrs|Councillors|Councilors|Messrs|Members)\b\.?")


def list_begins(words: str, before: str, text: str) -> int:
    """Return where a list of those who do something begins, which ends in `words`: “Ash, Birch and the Clerk”."""
    begin = at = len(before)
    while " and " in words and (one := ONE_OF_A_LIST.search(before[:at])):
        named = TITLE_INSIDE.sub("", LEADING.sub("", one["one"]))
        kind = kind_of(named, text)
        at = one.end("one") - len(named)
        if kind in ("person", "letters", "role") or SEVERAL.match(named):
            begin = at
        elif kind != "name" or " " in named:
            break
    return begin


def actor_of(words: str | None, owner: str | None, text: str) -> str:
    """Return of what kind a subject is: `self` (“she”), `they`, `we`, `carried` for none, or as `kind_of` has it."""
    if words is None:
        return "carried"
    word = words.strip().casefold()
    if word in ("he", "she", "her", "him"):
        return "self"
    if word in ("they", "them", "we"):
        return "we" if word == "we" else "they"
    return kind_of(owner or "", text)


# “Lamp out in Mill Lane – to be reported”
AFTER_DASH = re.compile(r"\s[-–—]\s?\Z")
# “Clerk to contact the OPW to seek advice”: who is to be asked owes nothing, and what for is the same promise
REACHED = re.compile(
    r"\bask\s\Z|\b(?:contact(?:s|ed|ing)?|e-?mail(?:s|ed|ing)?|chas(?:e|es|ed|ing)|ring(?:s|ing)?|telephone[sd]?|"
    r"phone[sd]?|invit(?:e|es|ed|ing)|visit(?:s|ed|ing)?|approach(?:es|ed|ing)?|remind(?:s|ed|ing)?|meet(?:s|ing)?|"
    r"(?:write|writes|wrote|written|speak|speaks|talk|appeal|apply|sent|forwarded|addressed|passed)\s(?:to|with)|liais(?:e|es|ed|ing)\swith)\s"
    r"(?:(?:again\s)?(?:the|all|both|our)\s)?(?-i:(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’'-]*,\s(?:the\s|an?\s)?)?\Z",
    re.IGNORECASE,
)


def opens_its_part(before: str, place: int, actor: str, passive: bool) -> bool:
    """Tell whether “Clerk to write” or “prices to be had” begins its part of a sentence, without a verb before it."""
    nobody = actor in ("thing", "carried", "self")
    if nobody and not passive:
        return False
    upto = before if nobody else before[:place]
    if not nobody and REACHED.search(upto):
        return False
    if not nobody and (AMONG.search(upto) or BREAK.search(upto)):
        return AMONG.search(upto) is None
    begin = max((turn.end() for turn in re.finditer(r"[.:;,|•]\s|\s[-–—]\s?|[\])]\s|\band\s", upto)), default=0)
    part = upto[begin:]
    if nobody and part.strip() == "" and begin > 0:
        return AFTER_DASH.search(upto) is not None
    return FINITE.search(part) is None and TO_DO.search(part) is None and LEADS.search(part) is None and len(part) < 90


# “Answer: The Portfolio Holder did not have it, and would”: who the last part of a sentence with a verb is about
HEAD = re.compile(
    r"(?:\A\W*|[:;]\s|\s[-–—]\s|\b(?:that|but|and)\s|,\s(?=he\b|she\b))"
    r"(?P<head>(?!had\b|has\b|was\b|were\b|would\b|did\b|could\b|not\b|to\b)(?:[Tt]he\s|[Aa]n?\s|[Oo]ne\s)?[\w’'.-]+(?:\s(?!that\b|[-–—]\s)[\w’'.&-]+){0,6}?)"
    r"(?:,\s[^,;]{3,70},|,\s[A-Z]\w+(?:\sand\s[A-Z]\w+)?|\s\([A-Z][^)]{0,30}\))?\s(?:had|has|have|was|were|is|are|did|does|could|can|would|will|saw|took|gave|made|thought|knew|felt|said|spoke|found|believes|thinks|says|hopes|knows|"
    r"[a-z]{2,}ed)\b"
)


# “between OCC, Marlow Council and … to”, “the Department of Ferries, Ports and … to”: names that belong together
AMONG = re.compile(
    r"\b(?:(?:between|among|amongst)|(?:[Dd]epartment|[Mm]inist(?:er|ry))\s(?:of|for)"
    r"|(?:[Aa]pplication|[Rr]equest|[Pp]etition|[Oo]ffer|[Bb]id)s?\s(?:of|by|from))\s"
    r"(?:(?:the\s)?[A-Z][\w.’'&-]*(?:\s[A-Z][\w.’'&-]*){0,4},\s){1,6}(?:the\s)?\Z"
)
AFTER_COMMA = re.compile(r",\s(?:and|but)\s(?:\w+\s)?\Z")
# Who promises through whoever speaks for them
OURS = re.compile(
    r"\b(?:directorate|department|team|service|county|company|firm|authority|trust|agency|unit|division)\Z", re.I
)


def head_of(before: str, text: str) -> str | None:
    """Return who the last part of a sentence is about: somebody, `self` for “she”, `thing` for nobody."""
    begin = max(before.rfind("; "), before.rfind(": "), 0)
    heads = list(HEAD.finditer(before, begin))
    if not heads:
        return None
    # “…, and would write” goes on with whom the sentence is about, “… and would write” with what stands next to it
    words = heads[0 if AFTER_COMMA.search(before) else -1]["head"].strip()
    if PRONOUN.match(words):
        return "self" if words.casefold() in ("he", "she") else None
    if words in ("that", "there") or OURS.search(words):
        return None
    owner = trimmed(LEADING.sub("", words))
    if not owner or kind_of(owner, text) not in ("person", "role", "letters"):
        return "thing"
    return "thing" if owner.islower() and not is_post(owner) else owner
