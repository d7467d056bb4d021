"""Which body of a council met, by the words of a heading or a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from minutesnlp.reading.blocks import Block

NAME = r"(?:[A-ZÀ-Þ][\w’'.-]*|of|and|the|le|la|de|upon|in|with|cum|on|St\.?|&|y)"

# "Planning Committee", "Culture Scrutiny Panel", "Municipal District of Ardmore", "Open Data User Group".
BODY = re.compile(
    rf"""(?<!\w)(?:
        (?:{NAME}\s+){{0,6}}?(?:Board|Court|College)\s+of\s+(?:(?:County\s+)?Commissioners|Supervisors|Education|Trustees
          |Directors|Governors|Aldermen|Selectmen|Health|Management|Appeals?|Adjustment)
      | (?:{NAME}(?:,|’s|'s)?\s+){{1,14}}?(?:Sub-?\s?Committee|Committee|Panel|Board|Selectboard|Cabinet
            |(?<!Chief\s)Executive|Commission|Forum|Task\s+(?:and\s+Finish\s+)?Group|Working\s+(?:Party|Group)|User\s+Group|Partnership|Assembly|SPC
            |Trust|Advisory\s+Group)\b(?!\s+(?:Room|Chamber|Meeting\s+Room|Offic|Services|Clerk|Manager|Secretary|Director|Members?\b|Assistant|Summary))
      | (?:{NAME}\s+){{0,6}}(?:(?:Local\s+)?Governing\s+(?:Body|Board)|Academy\s+Council|Select\s+Board)
          (?:\s+of\s+{NAME}(?:\s+{NAME}){{0,6}})?
      | (?:Municipal|Metropolitan|Home|Borough)\s+District\s+of\s+{NAME}(?:[\s–-]+{NAME}){{0,4}}
      | ^(?:The\s+)?(?:Cabinet|Executive|(?:Full\s+)?Council)(?=\s*$|\s*[-–,:(]|\s+(?:held|on|at|meeting)\b)
    )""",
    re.VERBOSE,
)

# The electors' own meeting, which is none of the council's: "WEND ANNUAL PARISH MEETING"; not "Parish Council Meeting".
OF_ELECTORS = re.compile(
    r"(?<!after\sthe\s)(?<!following\sthe\s)(?<!before\sthe\s)\bannual\s+(?:parish|town|community|village)"
    r"\s+(?:meeting|assembly)\b"
    r"|\bannual\s+(?:meeting|assembly)\s+of\s+the\s+(?:parish|town|community|village)\b(?!\s+council)",
    re.IGNORECASE,
)

# A heading's own line "COUNCIL", or "Council - Monday 5 June 2023"; not "Council Chamber".
FULL_COUNCIL = re.compile(r"(?:full\s+)?council", re.IGNORECASE)

# … or "6th Special Meeting of City Council", which names no council but says that it met whole.
WHOLE_COUNCIL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)\s+)?(?:(?:special|regular|ordinary|annual|adjourned)\s+)*(?:meeting\s+of\s+(?:the\s+)?)?"
    r"(?P<body>(?:(?:city|town|county|municipal|village|borough|district)\s+)?council)(?:\s+meeting)?",
    re.IGNORECASE,
)

# Words before a body's name that are not its name: "Minutes of the meeting of the".
PREAMBLE = re.compile(
    r"""^(?:.*?\b(?:minutes|proceedings|meeting|agenda)\b(?:\s+and\s+(?:draft\s+)?minutes)?(?:\s+(?:of|at|for|from|the|a|an|special|monthly|annual|ordinary|general|extraordinary|adjourned|quarterly|meeting|proceedings|held|by|statutory))*\s+)?(?:the\s+)?""",
    re.VERBOSE | re.IGNORECASE,
)

# A word in capitals: "AMENITIES".
SHOUTED = re.compile(r"\b[A-ZÀ-Þ]{4,}\b")

# What may still stand before the name when the preamble is off: "A.M. in the", "Draft Minutes of the Annual".
BEFORE_NAME = re.compile(
    r"^(?:(?:[aApP]\.?[mM]\.?|The|Of|At|And|In|A|An|For|Held|By|Draft|Minutes|Agenda|of|and|the|in|on|with|&|Annual|Ordinary"
    r"|Extraordinary|Special|Monthly|Meeting)\s+)+"
)

# What is no part of a body's name: "Virtual Meeting of the", "Wend City Council’s", "October", "… in Moor Hall".
MEETING_OF = re.compile(r"^.*\b(?:Meeting|Members?)\s+of\s+(?:the\s+)?(?=\w)")
COUNCIL_S = re.compile(r"^.*\bCouncil(?:[’']s\b|,)?\s+(?=[A-Z])")
MONTH = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Virtual|Online|Draft)\s+"
)
IN_A_PLACE = re.compile(r"(\bDistrict\s+of\s+.+?)\s+(?:in|at|on\s+the)\s+.*$")

# A district's name at a line's end, and the rest of it in the next: "WEST HELD ON", "– MOOR ON".
DISTRICT = re.compile(r"\bdistrict\s+of\s+[\w’'-]+\s*[-–]?$", re.IGNORECASE)
GOES_ON = re.compile(r"[-–]?\s*[A-Z][\w’'-]+(?=\s+(?i:held|on|in|at)\b)(?<!(?i:held))")

# An item, and no body: the half hour in which the public may speak.
NO_BODY = re.compile(r"(?:public|open)\s+forum", re.IGNORECASE)

# A kind of body without a name of its own.
BARE_NAME = re.compile(
    r"(?:(?:Parish|Town|City|County|Borough|District|Community|Village)?\s*Council|Board|Panel|Committee|Forum|Trust|Commission"
    r"|Assembly|Partnership|(?:User|Working|Advisory)\s+Group|Working\s+Party|Sub-?\s?Committee)"
)


def places(heading: Sequence[Block], title: str | None, source: str) -> Iterator[tuple[str, list[str]]]:
    """Yield where names of councils and bodies stand, with the lines there."""
    lines = [block.text for block in heading]
    yield "heading", lines
    # a name cut in two by a line's end: "… THE MUNICIPAL DISTRICT" / "OF ARDMORE"
    yield "heading", [" ".join(lines[:4])] if len(lines) > 1 else []
    yield "title", [title] if title else []
    yield "file name", [re.sub(r"[_+-]+|%20", " ", PurePath(source).stem)]


def named(pattern: re.Pattern[str], line: str) -> list[str]:
    """Return the names that a pattern finds in a line, without the words before them that are no part of one."""
    names = []
    for match in pattern.finditer(line):
        name = match.group()
        cut = PREAMBLE.match(name)
        if cut:
            name = name[cut.end() :]
        name = BEFORE_NAME.sub("", name).strip(" ,-–")
        if BARE_NAME.fullmatch(name) or len(name) > 90 or not pattern.search(name):
            continue  # “Council” or “Board” alone names none, nor does what the cutting left without its kind
        names.append(name)
    return names


def cased(line: str) -> str:
    """Return a line in capitals as a title would print it, so that names in it can be told."""
    letters = [c for c in line if c.isalpha()]
    if not letters or sum(map(str.isupper, letters)) < 0.8 * len(letters):
        return line
    small = {"Of", "And", "The", "At", "In", "On", "For", "Upon", "By", "To", "With", "Held"}
    words = re.sub(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", lambda m: m[0][:1].upper() + m[0][1:].lower(), line).split(" ")
    return " ".join(w.lower() if w in small and i else w for i, w in enumerate(words))


def body_of(heading: Sequence[Block], title: str | None, source: str, notes: list[str]) -> str | None:
    """Return the committee, board or cabinet that a heading, a title or a file's name names, and note where."""
    short = [block for block in heading if len(block.text) < 300][:8]
    electors = OF_ELECTORS.search(" ".join(block.text for block in short))
    if electors:
        notes.append("stated: body in the heading")
        return electors.group().title().replace(" Of The ", " of the ")
    for where, lines in places(short, title, source):
        for line in map(cased, _whole(lines) if where == "heading" else lines):
            # "Culture Scrutiny Panel - Monday 25th October, 2021 4.00 pm": what stands before a dash and the date
            cut = re.split(r"\s+[-–]\s+(?=.{0,12}\d)", line)[0]
            for name in ["Council"] if cut != line and FULL_COUNCIL.fullmatch(cut) else _bodies(cut):
                notes.append(f"stated: body in the {where}")
                return name
    return None


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines with the next one where a district's name goes on there: “… DISTRICT OF WEND” / “MOOR HELD IN”."""
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        more = GOES_ON.match(after) if DISTRICT.search(line) else None
        yield line + ("" if line.endswith(("-", "–")) else " ") + more.group() if more else line


def _bodies(line: str) -> list[str]:
    names = (_trimmed(name) for name in _found(line))
    return [name for name in names if not BARE_NAME.fullmatch(name) and not NO_BODY.fullmatch(name)]


def _trimmed(name: str) -> str:
    """Take off a body's name its council's, the sort of meeting and the place where it met."""
    for pattern in (MEETING_OF, COUNCIL_S, MONTH):
        rest = pattern.sub("", name)
        name = rest if rest and not BARE_NAME.fullmatch(rest) else name
    return IN_A_PLACE.sub(r"\1", name)


def _found(line: str) -> list[str]:
    # "Minutes of the meeting of the Cabinet": without its preamble the line begins with the name
    rest = PREAMBLE.sub("", line, count=1)
    # … and "MINUTES of the AMENITIES COMMITTEE held on" is capitals in part
    return named(BODY, line) or named(BODY, cased(rest)) or named(BODY, SHOUTED.sub(lambda m: m[0].title(), rest))


def met_whole(heading: Sequence[Block], title: str | None, notes: list[str]) -> str | None:
    """Return the body of a meeting that names no council but says that it was one's: “6th Meeting of City Council”."""
    for where, line in (*(("heading", block.text) for block in heading[:8]), ("title", title or "")):
        own = WHOLE_COUNCIL.fullmatch(line.strip(" .–-"))
        if own:
            notes.append(f"stated: body in the {where}")
            return own["body"].title()
    return None


def whole_council(heading: Sequence[Block], council: str | None, notes: list[str]) -> str | None:
    """Return the body of a meeting whose heading names a council and no committee: the council itself."""
    if council is None:
        return None
    notes.append("derived: the meeting is the council's own, as its heading names no committee")
    return "Council" if any(FULL_COUNCIL.fullmatch(block.text) for block in heading) else council
