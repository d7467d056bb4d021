"""What a draft's sentence says of the meeting itself: “On 9 March 2005 Wretford Parish Council agreed …”.

The minutes do not say so in each sentence, so such words are compared with the day, the council, the body and the
number of the item the source stands in, and the rest of the sentence with the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from minutesnlp.records import Item
from minutesnlp.tagging import tag
from minutesnlp.tagging.people.names import ROLE_HEADS
from minutesnlp.text.abbreviations import CALENDAR

# What is done at a meeting. A day before another verb is of what is told: “On 9 March the wall fell”.
ACT = (
    r"(?:agree[ds]?|resolve[ds]?|decide[ds]?|approve[ds]?|note[ds]?|heard|considered|discussed|received|recommended|"
    r"accepted|adopted|endorsed|refused|rejected|declined|deferred|supported|asked|requested|questioned|welcomed|thanked|"
    r"appointed|elected|confirmed|voted|determined|authorised|granted|acknowledged|expressed|proposed|seconded|moved|"
    r"carried|reported|advised|said|stated|informed|told|explained|outlined|presented|declared|queried|raised|suggested|"
    r"commented|observed|ordered|delegated|referred|withdrawn)"
)
HELP = r"(?:(?:was|were|has|have|had|been|also|then|unanimously|further|formally|duly)\s)*"
ACTS_SOON = re.compile(rf"(?:[^\s.;:]+\s){{0,12}}?{HELP}{ACT}\b", re.IGNORECASE)
# What the body that met does itself, or is told
BODY_ACTS = re.compile(rf"{HELP}{ACT}\b")
TOLD = re.compile(r"(?:also\s|then\s)*(?:was|were|has been|had been)\s")
HELPED = re.compile(r"(?:has|have|had)\s(?:also\s)?")
# “It was agreed”, and a resolution that is printed without its subject
IMPERSONAL = re.compile(r"it (?:was|is|has been|had been)\s", re.IGNORECASE)
# Words of a body's name, up to the verb
NAME = r"(?:[A-Z][\w’'&./-]*|of|and|for|on|the|&|council|committee|panel|board|cabinet|meeting|members|councillors)"
SUBJECT = re.compile(rf"(?P<body>(?:[Tt]he\s)?{NAME}(?:,?\s{NAME}){{0,14}}?)(?=,?\s{HELP}{ACT}\b)")
BY_BODY = re.compile(
    rf"(?<=\b[Ii]t was )(?P<act>{HELP}{ACT})\sby\s(?P<body>(?:the\s)?{NAME}(?:\s{NAME}){{0,14}}?)(?=\s(?:that|to)\b)"
)
HEADS = frozenset(
    (
        *("council", "committee", "panel", "board", "cabinet", "executive", "commission"),
        *("forum", "assembly", "authority", "district", "borough", "township", "meeting", "members", "councillors"),
    )
)
PRONOUNS = frozenset(("he", "she", "they", "we", "i", "who"))
SHORT = {"pc": ("parish", "council"), "tc": ("town", "council"), "bc": ("borough", "council")}
# What says only that those who met are meant
ORDINARY = frozenset(
    ("the", "of", "and", "for", "on", "members", "councillors", "meeting", "elected", "full", "attending", "present")
)
# Words of the kind of a body: another kind of body is not the one that met
COMMITTEES = frozenset(("committee", "panel", "board", "cabinet", "executive", "commission", "forum", "assembly"))
SORTS_OF_MEETING = frozenset(
    (
        *("annual", "general", "ordinary", "special", "extraordinary", "monthly", "statutory", "adjourned", "regular"),
        *("public", "budget", "virtual", "online", "first", "second", "its", "their", "this", "a", "an"),
    )
)
# “At its meeting on”, “at the March meeting of the Council,”
MEETING = re.compile(
    r",?\s?\b(?:at|in|during)\s(?:its|their|the|a|an)\s(?P<which>(?:[\w’'&,-]+\s){0,12}?)meeting"
    rf"(?:\sof\s(?P<body>(?:the\s)?(?-i:{NAME}(?:\s{NAME}){{0,10}})))?"
    r"(?:,?\s(?:held|which\stook\splace|that\stook\splace|dated))?(?:\s(?:on|in|of)(?:\sthe)?(?=\s))?\s?(?P<date>\x00)?,?(?=\s|\.?\Z)",
    re.IGNORECASE,
)
OTHER_MEETING = re.compile(r"\b(?:next|last|previous|following|another|future|earlier|later|public)\b", re.IGNORECASE)
# “On 9 March 2005, ”, “In March 2005 ”
LEADING = re.compile(r"\A(?:on|in)\s(?:the\s)?\x00,?\s", re.IGNORECASE)
# “The Council on 9 March 2005 agreed”, “agreed on 9 March 2005 to”, “agreed in March 2005 that”
AT_THE_ACT = re.compile(rf",?\s(?:on|in)\s(?:the\s)?\x00,?(?=\s{HELP}{ACT}\b)")
BEHIND_ACT = re.compile(
    r"(?:(?<=\bagreed)|(?<=\bdecided)|(?<=\bresolved))\s(?:on|in)\s(?:the\s)?\x00,?(?=\s(?:that|to)\b)"
)
# “Minute 34: ”, “ (Minute 34 refers)”
MINUTE = re.compile(
    r"\A(?:under\s)?(?:minute|item)\s(?:(?:no\.?|number|ref\.?)\s)?(?P<first>\w*\d[\w./-]*?)\s?[:,–—-]\s"
    r"|\s\((?:(?:see|at|under)\s)?(?:minute|item)\s(?:(?:no\.?|number|ref\.?)\s)?(?P<last>\w*\d[\w./-]*?)(?:\srefers)?\)(?=\.?\Z)",
    re.IGNORECASE,
)
DAY = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d))?(?:T.*)?")
WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Beside:
    """A source and a draft to compare word by word, and what the draft says of the meeting that is not so.

    `untrue` holds the kinds (`date`, `name`, `number`), `told` what the meeting is in truth: “9 March 2005”.
    """

    source: str
    draft: str
    untrue: tuple[str, ...] = ()
    told: str = ""
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """A sentence without what it says of the meeting, and that: days, bodies, the number of the minute."""

    rest: str
    unnumbered: str
    days: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    number: str = ""
    subject: str = ""

    def __bool__(self) -> bool:
        return bool(self.days or self.bodies or self.number or self.subject)

    def beside(self, sentence: str, item: Item | None) -> Beside | None:
        """Return what to compare with a sentence of an item; None where the item cannot answer for what is said."""
        theirs = occasion_of(sentence)
        if self.days and self.days == theirs.days:  # both tell of that day
            return Occasion(self.unnumbered, self.unnumbered, number=self.number).beside(sentence, item)
        if item is None or not self or (self.days and (theirs.days or item.date is None)):
            return None
        if any(day in _days(sentence) and day not in _days(self.rest) for day in self.days):
            return None  # the source speaks of that day itself
        bodies = [*self.bodies]
        source, draft = sentence, self.subject + self.rest
        if self.subject and not theirs.days and not sentence.casefold().startswith(self.subject.casefold()):
            if (theirs.subject and not _met(theirs.subject, item)) or _another_did(sentence, self.rest):
                return None  # another body did it, or one person
            bodies.append(self.subject)
            source, draft = _impersonal(sentence, theirs), _impersonal(sentence, self)
        if any(_met(body, item) is None for body in bodies):
            return None
        number = item.number or ""
        if self.number and not number:
            return None
        wrong = {
            "date": any(not _is_on(day, item) for day in self.days) and _written(item),
            "name": any(not _met(body, item) for body in bodies) and _whose(item),
            "number": self.number.casefold() not in ("", number.casefold()) and f"item {number}",
        }
        untrue = {kind: said for kind, said in wrong.items() if said}
        return Beside(source, draft, tuple(untrue), ", ".join(map(str, untrue.values())), not untrue)


@lru_cache(maxsize=1024)
def occasion_of(text: str) -> Occasion:
    """Return what a sentence says of a meeting, and the rest of it.

    >>> occasion_of("On 9 March 2005 it was agreed to sell the barn.").days
    ('2005-03-09',)
    >>> occasion_of("Wretford Parish Council agreed to sell the barn.").subject
    'Wretford Parish Council '
    >>> bool(occasion_of("On 9 March 2005 the barn fell down."))
    False
    """
    number = MINUTE.search(text)
    rest = text[: number.start()] + text[number.end() :] if number else text
    unnumbered = rest
    rest, days, bodies = _without_days(rest)
    named = BY_BODY.search(rest)
    if named and _is_body(named["body"]):
        bodies.append(named["body"])
        rest = rest[: named.end("act")] + rest[named.end() :]
    subject = SUBJECT.match(rest)
    who = ""
    if subject and _is_body(subject["body"]):
        who = subject["body"] + " "
        rest = rest[subject.end() :].lstrip(", ")
    said = (number["first"] or number["last"]) if number else ""
    return Occasion(rest, unnumbered, tuple(days), tuple(bodies), said, who)


def _without_days(text: str) -> tuple[str, list[str], list[str]]:
    """Return a sentence without the days and bodies of the meetings it is said to be of, and those."""
    dates = [one for one in tag(text) if one.label == "DATE" and one.value and DAY.fullmatch(one.value)]
    bodies: list[str] = []
    for one in dates:
        marked = f"{text[: one.start]}\x00{text[one.end :]}"
        meeting = next((match for match in MEETING.finditer(marked) if match["date"]), None)
        meeting = meeting or next((match for match in MEETING.finditer(text) if _within(match, one.start)), None)
        match = meeting or LEADING.match(marked) or AT_THE_ACT.search(marked) or BEHIND_ACT.search(marked)
        if match is None or (meeting and OTHER_MEETING.search(meeting["which"])):
            continue
        whole = text if meeting and not meeting["date"] else marked
        rest = f"{whole[: match.start()]} {whole[match.end() :].lstrip()}".strip()
        if "\x00" in rest or (not meeting and match.start() == 0 and not ACTS_SOON.match(rest)):
            continue
        if meeting:
            bodies += _bodies_in(meeting)
        return rest, [str(one.value)], bodies
    meeting = MEETING.match(text)  # “At its meeting, ” says no day
    if meeting and not OTHER_MEETING.search(meeting["which"]) and ACTS_SOON.match(text[meeting.end() :].lstrip()):
        return text[meeting.end() :].lstrip(), [], _bodies_in(meeting)
    return text, [], []


def _within(match: re.Match[str], at: int) -> bool:
    return match.start("which") <= at < match.end("which")


def _bodies_in(meeting: re.Match[str]) -> list[str]:
    """Return the bodies that are named with a meeting: “the Planning Committee meeting of”."""
    which = WORDS.findall(meeting["which"].removesuffix("’s ").removesuffix("'s "))
    own = [word for word in which if word[0].isupper() and word.casefold() not in CALENDAR | SORTS_OF_MEETING]
    return [name for name in (" ".join(own), meeting["body"] or "") if name and _is_body(name)]


def _is_body(name: str) -> bool:
    """Tell the name of a body: its head stands last, or before an “of”, and no post is named."""
    words = _words(name)
    heads = (word for n, word in enumerate(words) if words[n + 1 : n + 2] in ([], ["of"], ["for"], ["on"], ["and"]))
    posts = ROLE_HEADS - {"executive"}
    return not HEADS.isdisjoint(heads) and posts.isdisjoint(words)


def _met(body: str, item: Item) -> bool | None:
    """Tell whether a body is the one that met, by any ordinary name of it; None where nobody knows."""
    words = set(_words(body)) - ORDINARY
    known = {*_words(item.council or ""), *_words(item.body or "")}
    if words <= known:
        return True
    if words & COMMITTEES - known:
        return False if item.body else None
    if item.council is None:
        return True if words <= HEADS else None
    return False


def _another_did(source: str, deed: str) -> bool:
    """Tell whether somebody does in the source what a body does in the draft: “Ms Wren agreed to”, “he agreed to”."""
    act = BODY_ACTS.match(deed)
    if act is None:
        return False
    verb = act[0].split()[-1]
    for match in re.finditer(rf"(?P<who>[\w’'.]+),?\s{HELP}{verb}\b", source):
        who = match["who"].rstrip(".").casefold()
        heads = HEADS | ORDINARY
        if who not in heads and (match["who"][0].isupper() or who in PRONOUNS or who.removesuffix("s") in ROLE_HEADS):
            return who != "it"
    return False


def _words(name: str) -> list[str]:
    """Return the words of a body's name in lower case, “PC” written out."""
    words = (word for word in re.findall(r"[^\W_]{2,}", name.casefold()))
    return [part for word in words for part in SHORT.get(word, (word,))]


def is_on_any(days: Sequence[str], item: Item | None) -> bool:
    """Tell whether an item's meeting was on one of some days, or in one of some months."""
    return item is not None and any(_is_on(day, item) for day in days)


def _is_on(day: str, item: Item) -> bool:
    """Tell whether a date, or the part of one that is said, is the day of a meeting."""
    told = DAY.fullmatch(day)
    if told is None or item.date is None:
        return False
    known = (f"{item.date.year}", f"{item.date.month:02}", f"{item.date.day:02}")
    return all(
        mine in (None, "XXXX", "XX") or mine == theirs
        for mine, theirs in zip(told.group("year", "month", "day"), known, strict=True)
    )


def _written(item: Item) -> str:
    return f"{item.date.day} {item.date:%B %Y}" if item.date else ""


def _whose(item: Item) -> str:
    names = dict.fromkeys(name for name in (item.body, item.council) if name)
    return ", ".join(names)


def _days(text: str) -> set[str | None]:
    return {one.value for one in tag(text) if one.label == "DATE"}


def _impersonal(source: str, said: Occasion) -> str:
    """Return a sentence as the minutes have it, where who met is not named: “it was agreed”, “Agreed”."""
    rest = said.rest
    if not said.subject:
        return source
    if TOLD.match(rest):
        return f"Members {rest}"
    named = IMPERSONAL.match(source) or occasion_of(source).subject
    return ("It was " if named else "") + HELPED.sub("", rest, count=1)
