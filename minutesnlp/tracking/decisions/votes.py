"""Votes as minutes record them: numbers, names, a casting vote."""

from __future__ import annotations

import re

from minutesnlp.records import Paragraph, Votes
from minutesnlp.text.number_words import ONES
from minutesnlp.tracking.decisions.movers import NAME
from minutesnlp.tracking.decisions.roll_calls import called, only_calls
from minutesnlp.tracking.decisions.verbs import holds_one

MOST_IN_WORDS = 16
WORDS = {word: number for number, word in enumerate(ONES[: MOST_IN_WORDS + 1])} | {
    "no": 0,
    "none": 0,
    "nil": 0,
    "nobody": 0,
    "a": 1,
    "an": 1,
}
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(WORDS, key=len, reverse=True)) + ")"

FOR = r"(?:in\sfavou?r(?:\sof)?|in\sagreement|for|ayes?|yeas?|yes|supporting)"
AGAINST = r"(?:against|opposed|opposing|noes|nays?|no\svotes?|dissent(?:ing|ed)?)"
ABSTAINED = r"(?:abst(?:entions?|ained?|aining|ain)?\b|abs\b)"

# A number that is no part of another: not the 21 of “2020/21 for three years”
ALONE = r"(?<![\w£€$/.–-])(?<!\d,)"
# What comes after “9 for”: no thing that nine are for, as in “21 for the next three years”
SIDE_ENDS = r"(?=\s*(?:\Z|[,;:.()|–-]|and\b|to\b|with\b|against\b|\d|none\b|no\b|the\s(?:motion|amendment|proposal)))"

# “9 votes for”, “seven members voted in favour”, “with 2 abstentions”
BEFORE = {
    "in_favour": re.compile(
        rf"{ALONE}(?P<n>{NUMBER})\b\s*(?:"
        rf"(?:votes?\s|members?\s|councillors?\s|were\s|was\s|voted\s|voting\s)+(?:cast\s)?{FOR}\b"
        rf"|in\s(?:favou?r|agreement)\b|ayes?\b|yeas?\b|for\b{SIDE_ENDS})",
        re.I,
    ),
    "against": re.compile(
        rf"{ALONE}(?P<n>{NUMBER})\b\s*(?:votes?\s|members?\s|councillors?\s|were\s|was\s|voted\s|voting\s)*(?:cast\s)?"
        rf"{AGAINST}\b",
        re.I,
    ),
    "abstained": re.compile(
        rf"{ALONE}(?P<n>{NUMBER})\b\s*(?:votes?\s|members?\s|councillors?\s|were\s|was\s)*{ABSTAINED}", re.I
    ),
}
# “For: 9”, “Against – none”, “Abstentions (2)”, “ABSTAIN: 0”
AFTER = {
    "in_favour": re.compile(rf"\b{FOR}\s*(?:[:=(–-]\s*)+(?P<n>{NUMBER})\b", re.I),
    "against": re.compile(rf"\b{AGAINST}\s*(?:[:=(–-]\s*)+(?:there\s(?:were|was)\s)?(?P<n>{NUMBER})\b", re.I),
    "abstained": re.compile(
        rf"\b(?:abstentions?|abstained|abstain|abstaining|abs)\s*(?:[:=(–-]\s*)+(?P<n>{NUMBER})\b", re.I
    ),
}
# “by 9 votes to 4”, “(15 to 0)”, “carried 7-2”, “on a vote of 6-3”, “voted 5:4”
TALLY = re.compile(
    rf"\b(?P<for>{NUMBER})\s+votes?\s+to\s+(?P<against>{NUMBER})\b"
    r"|(?:\(|,\s)(?P<for2>\d{1,3})\s*(?:to|[-–])\s*(?P<against2>\d{1,3})(?:\s*[-–]\s*(?P<abstained2>\d{1,2}))?\)"
    r"|(?:\b(?:carried|passed|lost|defeated|approved|agreed|adopted|denied|failed|fails|vote[ds]?|vote\sof|by)\s*[:,]?"
    r"|\bM/S/[CFP]\b[^.;:\d]{0,60})\s+"
    r"(?P<for3>\d{1,3})\s*(?:to|[-–])\s*(?P<against3>\d{1,3})\b(?:\s?[-–]\s?(?P<abstained>\d{1,2})\b)?(?![-–/])"
    r"|\bvoted\s+(?P<for4>\d{1,3}):(?P<against4>\d{1,3})\b"
    r"|\b(?:carried|passed|lost|defeated)\s*:?\s+(?P<for5>\d{1,2})\s?/\s?(?P<against5>\d{1,2})\b(?!/)",
    re.I,
)
# “carried by nine to four”
BY_WORDS = re.compile(
    rf"\b(?:carried|passed|lost|defeated|rejected|adopted)\sby\s(?P<for>{NUMBER})\sto\s(?P<against>{NUMBER})\b", re.I
)
# “For 5, Against 2, Abstentions 1”, “Yes – 3, No – 2”
IN_A_ROW = re.compile(
    r"\b(?:for|in\sfavou?r|ayes?|yeas?|yes)\s*[:–-]?\s+(?P<in_favour>\d{1,3})\b[\s,;/|]+"
    r"(?:against|noes|nays?|no)\s*[:–-]?\s+(?P<against>\d{1,3})\b"
    r"(?:[\s,;/|]+(?:and\s)?(?:abst\w*)\s+(?P<abstained>\d{1,3})\b)?",
    re.I,
)
# “4 yes, 1 no”
NUMBERS_FIRST = re.compile(
    r"\b(?P<in_favour>\d{1,2})\s(?:yes|yeas?|ayes?)\b[\s,;/]+(?:and\s)?(?P<against>\d{1,2})\s(?:no|noes|nays?)\b"
    r"(?:[\s,;/]+(?:and\s)?(?P<abstained>\d{1,2})\s(?:abst\w*)\b)?",
    re.I,
)
# “7 agreed, 1 abstained”, “8 agreed, BT and HN abstained”
SOME_AGREED = re.compile(
    rf"{ALONE}(?P<n>\d{{1,2}})\s(?:members\s|councillors\s)?agreed\b(?=[\s,;]+(?:and\s)?(?:[\w.]+\s){{1,6}}?"
    r"(?:abst|against|opposed|disagreed))",
    re.I,
)
# “carried by 5 votes”, of which no others are told
CARRIED_BY = re.compile(
    rf"\b(?:carried|passed|agreed|approved|resolved|won)\s(?:\w+\s){{0,3}}?by\s(?P<n>{NUMBER})\svotes?\b", re.I
)
# “For – 3 Declared Interest – 1”: nobody was against
WITH_INTEREST = re.compile(rf"\A\W*for\W{{1,4}}(?P<n>{NUMBER})[\s,;]+declared\s(?:an\s)?interests?\b", re.I)
# Of “defeated by seven votes to two” the seven were against.
# Of an application that was “refused by seven votes to two” they were for it.
LOST = re.compile(
    r"\b(?:lost|defeated|fell|failed)\b|\b(?:motion|amendment|proposal|proposition|resolution|recommendation|it|this|that)\b"
    r"[^.;]*\b(?:rejected|refused)\b",
    re.I,
)
# “For: Cllrs Dale, Fenn and Rowe (3)”, “Voting against: K Ings”, “Nays: none”, “Yeas:”
NAMED = re.compile(
    r"""\b(?: (?P<in_favour> (?:(?:voting|voted|those|members|votes)\s)?
            (?:in\sfavou?r(?:\sof\s(?:the\s)?[\w\s]{0,40})?|for|ayes?|yeas?|tá) )
      | (?P<against> (?:(?:voting|voted|those|members|votes)\s)?
            (?:against(?:\s(?:the\s)?[\w\s]{0,40})?|nays?|noes|níl|opposed(?=\s?:)) )
      | (?P<abstained> (?:(?:voting|voted|those|members|votes)\s)?(?:abstentions?|abstain(?:ed|ing)?) ) )
    \s* (?:\(\d{1,3}\))? (?: \s* [:–-]+ \s* | (?<=(?-i:FOR))\s(?=(?-i:[A-Z][a-z]))
      | (?<=(?-i:AGAINST))\s(?=(?-i:[A-Z][a-z])) )
    """,
    re.VERBOSE | re.I,
)
CASTING = re.compile(r"\b(?:casting|deciding|second(?: or casting)?)\s+vote\b", re.I)
# “Cllr Dale voted against”, “Cllr Fenn abstained”, “Councillor Rowe asked that her vote against be recorded”
DISSENT = re.compile(
    rf"(?P<name>(?:(?:{NAME},\s+){{0,8}}?{NAME},?\s+and\s+)?{NAME})\s+(?:(?:voted\s|voting\s)(?P<against>against)|(?:wished|asked|requested)[^.;]{{0,40}}?vote\s(?P<against2>against)|(?P<abstained>abstained|abstaining))",
    re.VERBOSE,
)
PLURAL_TITLE = re.compile(r"\A(?:Cllrs|Councillors|Members|Messrs)\.?\s+")
AND_OR_COMMA = re.compile(r",?\s+and\s+|,\s+")
# Where a list of names ends: at the next side, or at a full stop that is none of a title or an initial
LIST_ENDS = re.compile(
    r"\b(?:for|in\sfavou?r|ayes|yeas?|against|nays?|noes|abstentions?|abstain(?:ed|ing)?|absent|recused?)\s*"
    r"(?:\(\d{1,3}\)\s*)?[:–]|(?<=[^\W\d_]{3})(?<!Cllr)(?<!Cllrs)(?<!Mrs)(?<!Rev)(?<!Revd)(?<!Prof)(?<!Messrs)\.\s+(?=[A-Z])",
    re.I,
)
RULES = re.compile(r"\s(?:then\s)?(?:declared|announced|ruled)\b")
ONE_NAME = re.compile(NAME, re.VERBOSE)
# “None”, “No members”, “There were none”: nobody; or the next side
NO_NAME = re.compile(
    r"(?:none|nil|nobody|there|no(?:\s.*)?|against|abstained|abstentions|nays|yeas|for)\Z", re.IGNORECASE
)
# Between the names of a list
JOINT = re.compile(r"\s*(?:,\s*(?:and\s)?|and\s|&\s?|;\s|\|\s*)")
# What a text that records a vote holds: one of these words, or else a count beside another word
CUES = (
    "vote",
    "voting",
    "against",
    "favour",
    "favor",
    "abst",
    "ayes",
    "nays",
    "noes",
    "yeas",
    "yea:",
    "nay:",
    "m/s/",
    "roll call",
    "roll-call",
)
DIGIT_OR_BY = re.compile(r"\d|:|\sby\s|declared", re.I)
CUE = re.compile(
    r"\bfor\s*(?:\(\d{1,3}\)\s*)?:|declared\s(?:an\s)?interest|\(\d+\s*(?:to|-|–)\s*\d+\)"
    r"|(?:carried|passed|lost|agreed|defeated|approved|adopted|denied|failed|fails)(?:[,:]?\s\d|\sby\s\w+\sto\s)"
    r"|\d\s?[-–]\s?\d\s?\)|\d\s(?:yes|ayes?|yeas?)\b|\byes\s?[:–-]\s?\d",
    re.I,
)
LONGEST = 1200
# A paragraph that records a vote: “For: 7 …”, “Voting against: …”, “Recorded vote”
VOTE_LINE = re.compile(
    r"[\s*_•(–>|-]*(?:for|roll[ -]call|against|abst\w+|in favour|yeas?|nays?|ayes|noes|voting|votes?|those|recorded|"
    r"named|\d+ (?:votes?|for|in))\b",
    re.IGNORECASE,
)


def votes_in(paragraph: Paragraph, start: int = 0, end: int | None = None) -> Votes | None:
    """Return the vote recorded in a stretch of a paragraph; None when it records none.

    >>> votes_in(Paragraph(id="p", text="Carried by nine votes to four with 2 abstentions.")).against
    4
    """
    text = paragraph.text[start:end][:LONGEST]
    if not _cues(text):
        return None
    counts: dict[str, int] = {}
    spans: list[tuple[int, int]] = []
    tally = TALLY.search(text)
    by_words = BY_WORDS.search(text) if tally is None and " by " in text else None
    if by_words:
        counts["in_favour"], counts["against"] = (number_of(by_words[side]) for side in ("for", "against"))
        if LOST.search(text) and counts["in_favour"] > counts["against"]:
            counts = {"in_favour": counts["against"], "against": counts["in_favour"]}
        spans.append(by_words.span())
    if tally:
        numbers = [number_of(_told(tally, side)) for side in ("for", "against")]
        if LOST.search(text) and numbers[0] > numbers[1]:
            numbers.reverse()
        counts["in_favour"], counts["against"] = numbers
        if tally["abstained"] or tally["abstained2"]:
            counts["abstained"] = int(tally["abstained"] or tally["abstained2"])
        spans.append(tally.span())
    row = IN_A_ROW.search(text) or NUMBERS_FIRST.search(text) if tally is None else None
    if row:
        counts |= {side: int(number) for side, number in row.groupdict().items() if number}
        spans.append(row.span())
    names: dict[str, tuple[str, ...]] = {}
    for match in NAMED.finditer(text):
        field = match.lastgroup or ""
        listed, stop = _names(text, match.end())
        if listed and field not in names:
            names[field] = listed
            counts.setdefault(field, len(listed))
            spans.append((match.start(), stop))
    by_name = called(text) if "in_favour" not in counts else None
    if by_name:
        names = by_name[0] | names
        counts |= {"against": 0} | {field: len(those) for field, those in by_name[0].items()} | counts
        spans.append(by_name[1])
    for patterns in (AFTER, BEFORE):
        for field, pattern in patterns.items():
            found = pattern.search(text) if field not in counts else None
            if found and not (field == "in_favour" and _article(found["n"], text, found.end())):
                counts[field] = number_of(found["n"])
                spans.append(found.span())
    some = SOME_AGREED.search(text) if "in_favour" not in counts else None
    if some:
        counts["in_favour"] = int(some["n"])
        spans.append(some.span())
    alone = WITH_INTEREST.match(text) if "in_favour" not in counts else None
    if alone:
        counts["in_favour"] = number_of(alone["n"])
        spans.append(alone.span())
    by = CARRIED_BY.search(text) if "in_favour" not in counts and not LOST.search(text) else None
    if by:
        counts["in_favour"] = number_of(by["n"])
        spans.append(by.span())
    for match in DISSENT.finditer(text):
        field = "abstained" if match["abstained"] else "against"
        those = (PLURAL_TITLE.sub("", name) for name in AND_OR_COMMA.split(match["name"]))
        names[field] = (*names.get(field, ()), *those)
        spans.append(match.span())
    casting = CASTING.search(text)
    if casting:
        spans.append(casting.span())
    if not spans:
        return None
    if "in_favour" in counts and names.get("abstained"):  # who abstained is told by name alone
        counts.setdefault("abstained", len(names["abstained"]))
    return Votes(
        in_favour=counts.get("in_favour"),
        against=counts.get("against"),
        abstained=counts.get("abstained"),
        names_in_favour=names.get("in_favour", ()),
        names_against=names.get("against", ()),
        names_abstained=names.get("abstained", ()),
        casting_vote=casting is not None,
        paragraph_id=paragraph.id,
        start=start + min(a for a, _ in spans),
        end=start + max(b for _, b in spans),
    )


LONGEST_COUNT = 200  # letters; what is longer says more than a count
# A sentence that is a count and nothing else: “For: 7, against: 2”, “Upon a show of hands, seven voted in favour …”
# … the words of it possessively (++): else a long line is tried in every way
COUNT_ALONE = re.compile(
    r"\W*(?:(?:up)?on\s(?:a\s|being\sput|the)\b[\w\s]{0,40}?,?\s|with\s|(?:the\s)?(?:votes?|voting|result|recorded\svote|roll\s?call)\b[\w\s]{0,30}[:–-]*\s*)?"
    rf"(?:\W*(?:{NUMBER}|{FOR}|{AGAINST}|{ABSTAINED}|absent|excused|recused|votes?|voted|voting|voters?|and|with|were|was|members?|councillors?|those|"
    r"the|motion|amendment|proposal|it|did|not|vote|cast|declared|an|interests?)\b|\s\([\w.,&’' -]{2,80}\))++\W*",
    re.IGNORECASE,
)


def counted(paragraph: Paragraph, start: int, end: int) -> tuple[str, Votes] | None:
    """Return what a sentence that is only a count says of its motion, carried or lost, and the count."""
    text = paragraph.text[start:end]
    alone = len(text) <= LONGEST_COUNT and COUNT_ALONE.fullmatch(text) is not None and _cues(text)
    counts = alone or only_calls(text)
    votes = votes_in(paragraph, start, end) if counts else None
    if votes is None or votes.in_favour is None:
        return None
    # where nobody is said to have been against, the rest abstained
    others = votes.against if votes.against is not None else votes.abstained
    others = 0 if others is None and (WITH_INTEREST.match(text) or only_calls(text)) else others
    if others is None or votes.in_favour == others or (votes.against is None and votes.in_favour < others):
        return None
    return ("carried" if votes.in_favour > others else "lost"), votes


def merged(first: Votes | None, second: Votes | None) -> Votes | None:
    """Return two records of one vote as one; what the first says goes before what the second says."""
    if first is None or second is None:
        return first or second

    def known(a: int | None, b: int | None) -> int | None:
        return a if a is not None else b

    return Votes(
        in_favour=known(first.in_favour, second.in_favour),
        against=known(first.against, second.against),
        abstained=known(first.abstained, second.abstained),
        names_in_favour=first.names_in_favour or second.names_in_favour,
        names_against=first.names_against or second.names_against,
        names_abstained=first.names_abstained or second.names_abstained,
        casting_vote=first.casting_vote or second.casting_vote,
        paragraph_id=first.paragraph_id,
        start=first.start,
        end=first.end,
    )


def _cues(text: str) -> bool:
    """Tell cheaply whether a text may record a vote."""
    if holds_one(text.casefold(), CUES):
        return True
    return DIGIT_OR_BY.search(text) is not None and CUE.search(text) is not None


def number_of(text: str) -> int:
    """Return the number that is printed in figures or in words."""
    return int(text) if text.isdigit() else WORDS[text.casefold()]


def _told(tally: re.Match[str], side: str) -> str:
    """Return the number of a side, in whichever form the tally is printed."""
    return next(tally[side + form] for form in ("", "2", "3", "4", "5") if tally[side + form])


def _article(number: str, text: str, after: int) -> bool:
    """Tell whether “a” or “one” before “for …” is no count: “a case for”, “one for the Clerk”."""
    return number.casefold() in ("a", "an", "one") and "vote" not in text[max(0, after - 30) : after + 20].casefold()


def _names(text: str, place: int) -> tuple[tuple[str, ...], int]:
    """Return the names of a list that begins at `place`, and where it ends."""
    listed: list[str] = []
    stop = place
    ends = LIST_ENDS.search(text, place)
    text = text[: ends.start()] if ends else text
    while len(listed) < 100:
        match = ONE_NAME.match(text, place)
        if match is None or RULES.match(text, match.end()):  # “The Chair declared the motion lost”
            break
        name = PLURAL_TITLE.sub("", match[0].rstrip(".,;"))
        if NO_NAME.match(name):
            break
        listed.append(name)
        stop = place + len(match[0].rstrip(".,;"))
        joint = JOINT.match(text, stop)
        if joint is None or joint.end() == stop:
            break
        place = joint.end()
    return tuple(listed), stop
