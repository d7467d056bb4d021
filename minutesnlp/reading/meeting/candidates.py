"""Every block as a candidate for the beginning of an agenda item: its label, its form, its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutesnlp.reading.blocks import Block
from minutesnlp.reading.page.furniture import beside_title
from minutesnlp.reading.page.joints import ABBREVIATED, ENDS
from minutesnlp.reading.page.labels import Label, label_of
from minutesnlp.reading.page.titles import TELLING, is_caps, is_usual, looks_like_title, split_title, words_in

# How far into a text a verb of report is looked for, in characters.
LOOKED_AT = 4_000

# "Minutes:", "Decision:", "Resolved:" alone on a line part the record of an item from its agenda text.
SECTION_LABEL = re.compile(r"(minutes?|decisions?|resolution|discussion)\s*:", re.IGNORECASE)

# Headings of lists of who was there: "Present", "Members in attendance:", "Apologies for Absence", "Officers present".
ATTENDANCE_HEADING = re.compile(
    r"""(?:(?:the\s+)?(?:following|those)\s+(?:members\s+|were\s+)?|there\s+were\s+)?
    (?:
      (?-i:[A-Z]{2,6}\s+(?=[Mm]embers\b))?
      (?:(?:members?|councillors?|officers?|officials?|employees|selectmen|others?|also,?|staff|board(?:\s+members?)?|trustees|directors
          |governors|non-members?|council|parish\s+councillors?|committee(?:\s+members?)?|substitutes?|public
          |(?:invited\s+)?guests?|visitors?|observers?|press|remote|virtual|commissioners?|supervisors|alder(?:men|persons)|cabinet
          |portfolio\s+holders?|(?:non-)?voting|lay|co-?opted|independent|town|borough|city|county|district)\s+(?:and\s+\w+\s+)?)*
      (?:(?:were\s+|not\s+)?present|in\s+(?:attendance|person)|(?:on\s+)?leave\s+of\s+absence|non-attendance|attend(?:ing|ance|ees?)|apologies|regrets|absen(?:t|ce)|attended|excused
          |sederunt|(?:yn\s+)?[bp]resennol|ymddiheuriadau|absennol|wrth\s+law|i\s+láthair)
      (?:\s+(?:for\s+absence|for\s+(?:inability|non-attendance).{0,30}|in\s+the\s+chair|remotely|virtually|online
          |from|by|were|received|with(?:out)?\s+(?:apolog\w+|notice)|as\s+(?:observers|well)|at\s+the\s+meeting|(?:via|by)\s+\w+))*
    | (?-i:(?:[A-Z][a-z]+\s+){0,3})(?:board|committee|council|panel|forum|(?:non-)?voting|co-?opted)\s+members
    | present\s+members | members\s+on\s+leave\s+of\s+absence | ministers? | swyddogion
    | (?:via|by|on)\s+(?:zoom|teams|(?:video|tele)\s?conference|(?:tele)?phone) | zoom | electronically | virtually
        | remotely
    | officers? | officials? | attendees | attendance | councillors | members | public | press | staff
        | (?:invited\s+)?guests | presenters | visitors | observers | officials?\s+\(.{0,30}\) | substitutes?
    | (?:members\s+of\s+the\s+)?(?:public|press)(?:\s+(?:and|or|&)\s+(?:public|press))?
        (?:\s+(?:present|in\s+attendance))?
    | in\s+the\s+chair | chair(?:man|person|woman)? | (?:(?:locum|acting)\s+)?clerk
    | minutes?\s+(?:taker|secretary|clerk)
    | (?:minutes|notes)\s+(?:taken\s+)?by
    )
    (?:\s*\(.{0,60}\))?\s*[:;.–-]*\s*""",
    re.VERBOSE | re.IGNORECASE,
)

# One of these is in every such heading, and none is longer than so many characters: most lines need no closer look.
# fmt: off
OF_ATTENDANCE = (
    "present", "attend", "absen", "apolog", "regret", "excused", "person", "sederunt", "resennol",
    "ymddiheur", "láthair", "wrth", "member", "minister", "swyddogion", "zoom", "teams", "conference",
    "phone", "electronic", "virtual", "remote", "officer", "official", "councillors", "public", "press",
    "staff", "guest", "presenter", "visitor", "observer", "substitute", "chair", "clerk", "minute", "notes",
)
# fmt: on
LONGEST_HEADING = 200

# What ends a meeting: "The meeting closed at 9.05 pm", "There being no further business", "This concluded the Meeting".
CLOSING = re.compile(
    r"""(?:
        (?:the\s+)?(?:\w+\s+){0,2}?(?:meeting|session|hearing)\s+(?:was\s+|then\s+|had\s+|duly\s+)*(?:closed|ended
            |concluded|finished|terminated|adjourned\s+at|rose|declared\s+closed)
      | (?:there\s+being|as\s+there\s+(?:was|were)|with|there\s+was)\s+no\s+(?:further|other|more
          |any\s+other)\s+(?:business|matters|items|questions)
      | this\s+(?:concluded|ended)\s+the
      | (?:the\s+)?(?:chair(?:man|person)?|mayor|president|convenor)\s+(?:then\s+)?(?:closed|declared
          |thanked\s+.{1,60}\s+and\s+closed|ended)\b.{0,40}\b(?:meeting|closed)
      | meeting\s+(?:closed|ended|finished|concluded)
      | (?:time\s+of\s+)?closure?\s*:?\s*\d{1,2}[.:]\d\d
      | (?:end|close)\s+of\s+(?:the\s+)?(?:meeting|minutes)
    )""",
    re.VERBOSE | re.IGNORECASE,
)

# Who signs below: "Signed ………", "Chairman ____ Date ____", "Parish Clerk", "Approved by".
SIGNING = re.compile(
    r"""(?:signed|sgd)\b.{0,80}|(?:chair(?:man|person|woman)?|mayor|cathaoirleach
        |president)(?:['’]s)?(?:\s+signature)?\s*[:.…_\s-]*(?:dated?.{0,40})?
      |dated?\s*(?:[:.…_-][:.…_\s-]*|(?=\d)).{0,40}|(?:parish\s+|town\s+|cao[\s/-]*)?clerk\b.{0,60}|(?:approved|confirmed
          |certified)\s+(?:as|by)\b.{0,100}""",
    re.VERBOSE | re.IGNORECASE,
)


LETTER = re.compile(r"([A-Z])\.\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block with what its form says of it. `rest` is its text after its label."""

    at: int
    block: Block
    label: Label | None
    rest: str
    head: str
    """The title with which `rest` begins when it runs on into text, "" where there is none."""
    emphatic: bool
    """It (or its beginning) is a heading, bold, or in capitals."""
    usual: bool
    titled: bool
    """The whole of `rest` looks like a title."""
    ended: bool
    marked: bool
    """Furniture of a title stands beside it."""

    @property
    def printed(self) -> str:
        """The label as it is printed, "" where there is none."""
        return self.label.printed if self.label else ""

    @property
    def alone(self) -> bool:
        """It is a label and nothing else."""
        return self.label is not None and not self.rest


def candidates(blocks: Sequence[Block], *, told: bool = False) -> list[Candidate]:
    """Return every block as a candidate; only those that begin an item where the format has `told` which do."""
    lettered = _lettered(blocks)
    return [
        _candidate(i, block, lettered=i in lettered) for i, block in enumerate(blocks) if block.starts_item or not told
    ]


def _lettered(blocks: Sequence[Block]) -> set[int]:
    """Return the places of "A. Minutes", "B. Accounts" …, which one by one might be a person's initial and name."""
    places: list[int] = []
    for i, block in enumerate(blocks):
        match = None if block.row or block.bullet else LETTER.match(block.text)
        if match and match[1] == chr(ord("A") + len(places)):
            places.append(i)
    titled = sum(is_usual(LETTER.sub("", blocks[i].text)) for i in places)
    return set(places) if len(places) >= 3 and titled >= 0.3 * len(places) else set()


def _candidate(at: int, block: Block, *, lettered: bool) -> Candidate:
    text, beside = beside_title(block.text)
    label = None
    rest = text
    if block.label:
        label = label_of(block.label + " ")
    elif not block.row and not block.bullet:
        label = label_of(text)
        if label is None and lettered:
            label = Label(text[:2], text[0], "A.", (ord(text[0]) - 64,), len(text) - len(text[2:].lstrip()))
        if label is not None:
            rest = text[label.end :]
    cut = len(text) - len(rest)
    short = words_in(rest) <= 40
    lead = max(0, block.lead - cut)
    usual = is_usual(rest)
    # prose has no title, and most blocks are prose: only what may have one is looked into
    headed = label is not None or lead or usual or short or ":" in rest[:120]
    if CALLED_VOTE.match(rest):
        usual = headed = False
    head = split_title(rest, lead)[0] if rest and headed else ""
    caps_head = bool(head) and is_caps(head) and not is_caps(rest)
    return Candidate(
        at,
        block,
        label,
        rest,
        head,
        emphatic=block.level is not None or block.bold or lead > 2 or (short and is_caps(rest)) or caps_head,
        usual=usual,
        titled=short and looks_like_title(rest) and CALLED_VOTE.match(rest) is None,
        ended=bool(ENDS.search(rest[-24:])) and not ABBREVIATED.search(rest[-24:]),
        marked=bool(beside),
    )


# “ROLL CALL: Ash – yes; Birch – no”: how they voted, and not the item in which it is called who is there
CALLED_VOTE = re.compile(
    r"\W*roll[ -]?call(?:\svote)?\b.*(?:\b(?:ayes?|nays?|yeas?|yes|abstain(?:ed|s)?|motion)\b|[-–—:]\sno\b)",
    re.IGNORECASE,
)


def is_section_label(text: str) -> bool:
    """Tell a label that parts an item's record from its agenda text.

    >>> is_section_label("Minutes:"), is_section_label("Minutes of the last meeting")
    (True, False)
    """
    return text.endswith(":") and SECTION_LABEL.fullmatch(text) is not None


def is_attendance_heading(text: str) -> bool:
    """Tell the heading of a list of who was there.

    >>> is_attendance_heading("Members Present:"), is_attendance_heading("Present level of reserves")
    (True, False)
    """
    if len(text) > LONGEST_HEADING or not any(map(text.casefold().__contains__, OF_ATTENDANCE)):
        return False
    if ATTENDANCE_HEADING.fullmatch(text):
        return True
    # in two languages: "Presennol / Present"
    halves = text.rstrip(" :").split("/")
    return len(halves) == 2 and all(ATTENDANCE_HEADING.fullmatch(half.strip()) for half in halves)


# What was done or said before the first item, and not who was there: “The minutes of 4 May were proposed by Cllr Ash …”
DEALT = re.compile(
    r"\b(?:proposed|seconded|agreed|approved|asked|reported|stated|advised|noted|signed|reminded|requested|discussed|"
    r"informed|explained|stressed|said|tribute)\b"
)
OF_WHO = re.compile(
    r"\W*(?:the\s)?(?:apolog|present|in\sattendance|also\b|absent|attendance|attended|those\b|members\spresent|remote|"
    r"declaration|interest)",
    re.IGNORECASE,
)
OF_APOLOGIES = re.compile(
    r"\bapologies\b|\b(?:was|were|is|are)\s(?:\w+\s)?(?:present|absent|in\sattendance)\b", re.IGNORECASE
)
FEWEST_TOLD = 12  # words


def is_told(text: str) -> bool:
    """Tell what was done or said above the items from a list of who was there, and from apologies told in a sentence.

    >>> is_told("The minutes of the meeting of 4 May were proposed by Cllr Ash and seconded by Cllr Birch.")
    True
    >>> is_told("Apologies were received from Cllr Ash, and it was agreed that they be accepted by the meeting.")
    False
    """
    if len(text.split()) < FEWEST_TOLD or OF_WHO.match(text) or OF_APOLOGIES.search(text, 0, LOOKED_AT):
        return False
    return DEALT.search(text, 0, LOOKED_AT) is not None


def is_telling(text: str) -> bool:
    """Tell a text with a verb of report, which stands near the beginning of one however long."""
    return TELLING.search(text, 0, LOOKED_AT) is not None
