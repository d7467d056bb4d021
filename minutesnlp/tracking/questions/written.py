"""Questions printed as such, with their replies below: “Question 3 from Cllr Hale”, “I will ask at the next Meeting …”.

Standing orders let members and the public hand in a question; the minutes then print who asks, the words of the
question and, under a label of its own, the reply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutesnlp.records import Paragraph
from minutesnlp.tracking.questions.askers import ASKER, SURNAMES
from minutesnlp.tracking.questions.replies import REPLY, SPOKE, TOLD, Place
from minutesnlp.tracking.questions.tabled import tabled_in

NUMBERED = r"\W*(?:(?:No\.?\s*)?\d{1,3}[a-z]?\s*[.):–-]?\s*)?"
# “I will ask at the next Meeting”, “To ask the Chief Executive”; a scan reads “I” as “!”, “1” or “l”
WILL_ASK = re.compile(
    rf"{NUMBERED}(?:[I!1l|/]\s?(?i:will|shall|wish\sto|would\slike\sto)\s(?i:ask)\b"
    r"|To\sask\s(?:the|an?|Councillor|Cllr|if|for|what|when|why|how|whether)\b)",
)
# “I will move at the next Meeting”: a motion handed in, nothing promised
HANDED_IN = re.compile(rf"(?:{WILL_ASK.pattern}|{NUMBERED}[I!1l|/]\s?(?:will|shall)\s(?:move|propose)\b)")
# “Question 3 from Cllr Hale to the Leader”, “Question submitted by Councillor Hale”, “Supplementary question:”
INTRODUCES = re.compile(
    rf"""{NUMBERED}(?i:(?:Public|Written|Oral|Supplementary|Urgent|Further|Members?[’']?|Follow[-\s]up)\s)*
    (?:(?i:Q?u?e?stions?)\b|Q(?=\b|\d))\.?\s*(?i:No\.?\s?)?(?:\d{{1,3}}[a-z]?\b)?
    (?P<by>\s*[-–:]?\s*\(?\s*(?i:(?:was\s)?(?:submitted|asked|put|tabled|received|raised)\s)?(?i:by\s|from\s)?\s*
       (?:[Tt]he\s)?(?P<asker>{ASKER}|(?<=(?i:by)\s){SURNAMES}|(?<=(?i:from)\s){SURNAMES})\)?
       (?:,\s[^:?]{{2,60}}?|\s(?i:and)\s[^:?]{{3,60}}?)?)?
    (?P<to>,?\s(?:to|of|for)\s(?:the\s)?(?P<asked>[^:?]{{3,120}}?))?
    (?:\s?\([^()]{{3,80}}\)?)?\s*(?P<mark>[:.–-]+\s*|(?<=\d)\s+(?=[A-Z])|\Z)""",
    re.VERBOSE,
)
# “Mr Hale asked the following question:”
ASKS_BELOW = re.compile(
    rf"\W*(?P<asker>{ASKER})\b[^.?]{{0,160}}?\b(?:asked|put|posed|submitted|had\ssubmitted)\sthe\sfollowing\s"
    r"(?:\w+\s)?questions?\b[^.?:]{0,160}(?:[:–-]+\s*|\.?\s*\Z)",
    re.VERBOSE,
)
# “REPLY:”, “Chief Executive's Reply:”, “Response from Cllr Dunn:”, “Supplementary answer:”
REPLIES = re.compile(
    r"""\W*(?:(?P<owner>(?:[A-Z][\w.’'-]*\s){1,5}?)|(?i:Written|Supplementary|The)\s)?
    (?:(?i:reply|response|answer)|A)\b\s?\d{0,3}\s*
    (?:(?:from|by|of|given\sby)\s(?P<by>[^:\n]{3,100}?))?\s*(?:\*{0,2}[:–]-?\*{0,2}\s*|\.?\s*\Z
      |(?<=[Yy])[.;]\s|(?<=REPLY)\s+(?=[A-Z]))""",
    re.VERBOSE,
)
# “Cllr Dunn responded as follows:”, “The Leader gave the following reply:”, “The following reply was issued:”
REPLIES_BELOW = re.compile(
    r"""\W*(?:(?P<owner>[A-Z][^.?:]{2,100}?)\s
       (?:(?:responded|replied|answered)(?:\sas\sfollows)?|(?:gave|provided|made)\sthe\sfollowing\s(?:\w+\s)?(?:reply|response|answer))
       |The\sfollowing\s(?:\w+\s)?(?:reply|response|answer)\s(?:was|is)\s\w+)[^.?:]{0,80}\s*[:–]-?\s*""",
    re.VERBOSE,
)
# “… the cost? Reply: £500” in one paragraph
REPLY_WITHIN = re.compile(
    r"(?<=[.?!;)])\s+(?P<label>(?:REPLY|Reply|RESPONSE|Response|ANSWER|Answer|A)\s?\d{0,3}\s?:\s*)(?=\S)"
)
# “Submitted by: Mr P Hale”, on a line of its own
BYLINE = re.compile(
    rf"\W*(?:(?i:submitted|asked|put|tabled|received)\s)?(?:[Bb]y|[Ff]rom|FROM|BY)\b:?\s(?P<asker>{ASKER}|{SURNAMES})\W*\Z",
    re.VERBOSE,
)
# “(a)”, “(b), (c)” on a line of its own, its words below
BARE = re.compile(r"(?:\W*(?:[^\W\d]|[ivx]{1,4}|\d{1,2}(?=[.)]))\b)*\W*\Z")
RUNNING = re.compile(r"\W*(?:questions?|page\s\d+|\d+)\W*\Z", re.IGNORECASE)  # between two pages
FOLLOWS = re.compile(rf"{NUMBERED}(?i:supplementary|follow[-\s]up|further)\b")
IN_PART = re.compile(rf"cillor\s(?P<asker>{SURNAMES})")
# “‘I will ask for an update’. The Superintendent said …”: the reply stands behind the quotation
CLOSED = re.compile(r"\W*[“‘\"'][^”]{20,}?[”\"][.,;]?(?=\s+[A-Z])")
# “This was covered under Question 10.”
COVERED = re.compile(r"\b(?:covered|dealt\swith|taken|answered)\s(?:under|with|by|in)\b")
SAYS_NOTHING = re.compile(r"\W*\Z")
UNREAD = ("attendance", "boilerplate")
NEAR, EARLY = 6, 60  # paragraphs to a reply without a label, letters to the word by which it is told
FEWEST_SAID_AGAIN = 5  # words of a question that a reply says again
FARTHEST = 30  # paragraphs from a question to the label of its reply


@dataclass(frozen=True, slots=True)
class Written:
    """A printed question with its reply, if any, and who asks and replies as the print says."""

    question: Place
    asker: str
    answer: Place | None
    answerer: str | None
    taken: frozenset[int]  # the paragraphs they fill


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line says of the question below or behind it; `end` is where its own words end."""

    asker: str
    asked: str | None
    end: int


def written_in(title: str, paragraphs: Sequence[Paragraph]) -> Iterator[Written]:
    """Yield the questions of an item that are printed as such; `title` may name who asks."""
    for question, asker, reply in tabled_in(paragraphs):
        yield Written(question, asker, reply, None, frozenset({question.place}))
    above = _introduced(title) or _damaged(title)
    at = 0
    while at < len(paragraphs):
        line = _introduced(paragraphs[at].text) if paragraphs[at].kind not in UNREAD else None
        begins = at if line is None or _more(paragraphs[at].text, line.end) else at + 1
        byline = BYLINE.match(paragraphs[begins].text) if line is not None and begins < len(paragraphs) else None
        if line is not None and byline and not line.asker:
            line, begins = _Line(_tidy(byline["asker"]), line.asked, line.end), begins + 1
        if line is not None and not line.asker and above is not None and FOLLOWS.match(paragraphs[at].text):
            line = _Line(above.asker, line.asked or above.asked, line.end)
        above = head = line or above
        one = _written(
            paragraphs, at, begins, head, opens=line is not None or (at == 0 and _introduced(title) is not None)
        )
        if one is None:
            at += 1
            continue
        yield one
        at = max(one.taken) + 1


def _written(
    paragraphs: Sequence[Paragraph], at: int, begins: int, head: _Line | None, *, opens: bool
) -> Written | None:
    """Return the question that begins at `begins`, its line at `at`; None where nothing says that one is printed."""
    if begins >= len(paragraphs) or paragraphs[begins].kind in UNREAD:
        return None
    text = paragraphs[begins].text
    start = head.end if head is not None and opens and begins == at and _introduced(text) else 0
    handed_in = WILL_ASK.match(text, start) is not None
    if not handed_in and not opens:
        return None
    within = REPLY_WITHIN.search(text, start)
    asker = head.asker if head is not None else ""
    answerer = head.asked if head is not None else None
    whole = Place(paragraphs[begins], begins, 0, len(text))
    if within:
        taken = frozenset(range(at, begins + 1))
        answer = whole.part(within.end(), len(text))
        return Written(whole.part(start, within.start()), asker, answer, answerer, taken)
    quoted = CLOSED.match(text, start) if handed_in else None
    if quoted:
        taken = frozenset(range(at, begins + 1))
        return Written(whole.part(start, quoted.end()), asker, whole.part(quoted.end(), len(text)), answerer, taken)
    for place in range(begins + 1, min(begins + (FARTHEST if handed_in else NEAR), len(paragraphs))):
        below = paragraphs[place].text
        if WILL_ASK.match(below) or _introduced(below):
            break
        label = REPLIES.match(below) or REPLIES_BELOW.match(below)
        if label:
            owner = label.groupdict().get("by") or label["owner"]
            words = _words_of(paragraphs, place, label.end(), text)
            asks = begins if handed_in else _puts(paragraphs, begins, place)
            question = whole.part(start, len(text)) if asks == begins else _whole(paragraphs, asks)
            answerer = _tidy(owner) if owner else answerer
            until = words.place if words else place
            return Written(question, asker, words, answerer, frozenset(range(at, until + 1)))
    if handed_in:
        told = _told_below(paragraphs, begins)
        until = told.place if told else begins
        return Written(whole.part(start, len(text)), asker, told, answerer, frozenset(range(at, until + 1)))
    # what stands below a supplementary question replies to it, whoever speaks: `finding` reads that
    if start and text.rstrip().endswith("?") and not (asker == "" and FOLLOWS.match(text)):
        return Written(whole.part(start, len(text)), asker, None, None, frozenset(range(at, begins + 1)))
    return None


def _told_below(paragraphs: Sequence[Paragraph], begins: int) -> Place | None:
    """Return the paragraph below that replies without a label: somebody says, or “This was covered above”."""
    for place in range(begins + 1, min(begins + NEAR, len(paragraphs))):
        text = paragraphs[place].text
        if paragraphs[place].kind == "heading" or WILL_ASK.match(text) or _introduced(text):
            return None
        told = SPOKE.search(text) or TOLD.search(text)
        if REPLY.match(text) or COVERED.search(text) or (told is not None and told.start() < EARLY):
            return _whole(paragraphs, place)
    return None


def _puts(paragraphs: Sequence[Paragraph], begins: int, label: int) -> int:
    """Return which paragraph above the label of the reply puts the question: others may lead up to it."""
    marked = (n for n in range(begins, label) if paragraphs[n].text.rstrip(" ”\"'").endswith("?"))
    return next(marked, begins)


def _words_of(paragraphs: Sequence[Paragraph], place: int, end: int, question: str) -> Place | None:
    """Return what is replied: the words behind the label, or the paragraph below it that is not the question again."""
    text = paragraphs[place].text
    if _more(text, end):
        return Place(paragraphs[place], place, 0, len(text)).part(end, len(text))
    below = place + 1
    while below < len(paragraphs) and _says_nothing(paragraphs[below].text, question):
        below += 1
    if below >= len(paragraphs) or paragraphs[below].kind in UNREAD or _introduced(paragraphs[below].text):
        return None
    return _whole(paragraphs, below)


def _whole(paragraphs: Sequence[Paragraph], place: int) -> Place:
    text = paragraphs[place].text
    return Place(paragraphs[place], place, 0, len(text)).part(0, len(text))


def _says_nothing(text: str, question: str) -> bool:
    """Tell a line between two pages, a letter alone, and the label of a reply or part of the question said again."""
    label = REPLIES.match(text)
    if RUNNING.match(text) or BARE.match(text) or (label is not None and not _more(text, label.end())):
        return True
    words = _spelt(text)
    return words.count(" ") + 1 >= FEWEST_SAID_AGAIN and f" {words} " in f" {_spelt(question)} "


def _spelt(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _more(text: str, end: int) -> bool:
    return SAYS_NOTHING.match(text, end) is None


def _introduced(text: str) -> _Line | None:
    """Return what a line or title that introduces a question tells, None for any other."""
    below = ASKS_BELOW.match(text)
    if below:
        return _Line(_tidy(below["asker"]), None, below.end())
    match = INTRODUCES.match(text)
    if match is None or not (match["by"] or match["mark"].strip() or re.search(r"\d", match[0]) or FOLLOWS.match(text)):
        return None
    asked = match["asked"]
    return _Line(_tidy(match["asker"] or ""), _tidy(asked) if asked else None, match.end())


def _damaged(title: str) -> _Line | None:
    """Return who a title names that a scan spoilt, “uestion submi ncillor J. Voss”: of use where a question follows."""
    named = re.search(rf"(?P<asker>{ASKER})", title, re.VERBOSE) or IN_PART.search(title)
    return _Line(_tidy(named["asker"]), None, len(title)) if named else None


def _tidy(words: str) -> str:
    """Return a name without the space, stops and genitive around it: “the Chief Executive’s ” is “Chief Executive”."""
    return re.sub(r"\A[Tt]he\s|[’'][sS]?\Z", "", " ".join(words.split()).strip(" ,.()"))
