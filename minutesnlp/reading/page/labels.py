"""The labels of items, clauses and bullets: how they are printed, and what they count."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# A bullet's mark before text: "• new bins", "- parking", "· bus stops", "o verges"; not "-5", "o'clock".
BULLET = re.compile(
    r"""(?:
        [•●○◦▪■□◆❖➢➤►▶✓✔‣⁃∙·◾◽\uf0b7\uf0a7\uf0d8\uf076\uf0fc\u25aa]\s*(?=\S)   # marks nothing else is
      | (?:[-–—*+]|o|¢|°|»)\s+(?=\S)                                          # marks only with a space after them
    )""",
    re.VERBOSE,
)

# Months and what is counted or measured: before them a number is no label: "20 November", "12 members", "30 mph"; it
# is before "Road Closures" and "CLOSE OF MEETING".
NO_LABEL_BEFORE = re.compile(
    r"""(?:
        (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?
          |nov(?:ember)?|dec(?:ember)?)\b
      | (?:st|nd|rd|th)\b | [ap]\.?\s?m\b | %
      | (?:members?|residents?|people|parishioners?|electors?|councillors?|(?-i:public)|persons?|others?|years?|months?
          |weeks?
          |days?|hours?|(?-i:minutes)|miles?|metres?|mph|k(?:ph|m)|houses|homes|dwellings|properties|x|no\.?
              |in\s+favour|votes?(?!\s+of\b)
          |against|abstentions?|bed(?:room)?s?
          |(?-i:street|road|avenue|close|lane|drive|way|crescent|park|place|terrace|gardens?|court|square))\b(?![’'])
    )""",
    re.VERBOSE | re.IGNORECASE,
)

# "Agenda item #12 was tabled.", "Item 6 to be taken next": the item is what the sentence is about.
SUBJECT = re.compile(
    r"(?:and|or|was|were|is|has|had|will|would|should|shall|may|remains?|(?:to|can|could|must)\s+be|being|be)\b"
)

# "Item 7", "Agenda item 15/06/1", "Minute No. 25", "Eitem 4", "Min. Ref: 14", "Subject No. 2"; not "Items".
WORD = (
    r"(?i:(?:(?:agenda\s+)?item|eitem|minute|min\.?)(?:\s+(?:no|number|ref|reference)\b\.?)?"
    r"|(?:subject|agenda)\s+(?:no|number)\b\.?)"
)

# A code after these is a label, a plain number is none: "Resolution No. 2024-55", "Res. #24/12"; not "Motion 2 was".
CODED = r"(?i:(?:resolution|res|motion|decision|ref|reference)\b\.?(?:\s+(?:no|number|ref)\b\.?)?)"

# What codes are made of: numbers set apart by slashes, or a number within its year: "24/123", "PL.24/101", "23/24-045",
# "R2018-126", "2024-101", "PC.23.045", "TB(5)3.ii"; not "2024-05-14" (a date), "Covid-19".
CODE = r"""(?:[A-Z]{1,6}(?:[ ]?/[ ]?|[ .-])?|[A-Z][a-z]{1,3}/)?
          \d{1,4}[a-z]?(?:\s?/\s?\d{1,4}){1,3}(?:[.-]\d{1,3}){0,2}[a-z]?
        |[A-Z]{1,5}[ -]?(?:\d\d|(?:19|20)\d\d)-\d{1,4}(?![-\d]) | (?:19|20)\d\d-\d{2,4}(?![-\d])
        |[A-Z]{1,4}\.?\d{1,4}(?:\.\d{1,4}){1,2} | [A-Z]{2,4}[./-]?\d{1,3}
        |\d{1,3}-\d{2,4}/\d{1,4} | [A-Z]{1,5}\(\d{1,3}\)\d{1,3}(?:\.(?:[ivx]{1,4}|\d{1,2}))?"""

LABEL = re.compile(
    rf"""(?:
      (?P<word>{WORD})\s*[:\#]?\s*(?P<worded>{CODE}|[A-Z]{{0,3}}\d{{1,4}}(?:[/.-]\d{{1,4}}){{0,3}}[a-z]?)(?P<wordend>\s*[.:)\]–—-]*)(?=\s|$)
    | (?P<coded>{CODED})\s*[:\#]?\s*(?P<its>{CODE}|\d\d-\d{{1,4}})(?P<itsend>\s*[.:)\]–—-]*)(?=\s|$)
    | (?P<open>[(\[{{])(?P<inside>\d{{1,3}}|[a-zA-Z]{{1,2}}|[ivxIVX]{{1,6}}|c)[)\]}}][.:]?(?=\s|$|[A-Z])
    | (?P<code>{CODE})(?P<codeend>\s?[.:)]?)(?=\s|$|[A-Z])
    | (?P<mixed>\d{{1,3}}(?:\s?\([a-z]\)|\.(?!p\.?m|a\.?m)[a-z](?=[.)\s])))(?P<mixedend>[.:)]?)(?=\s|$|[A-Z])
    | (?P<dotted>\d{{1,4}}(?:\.\d{{1,3}}){{1,3}}[a-z]?)(?P<dottedend>[.:)]?)(?=\s|$|[A-Z])
    | (?P<plain>\d{{1,4}}[a-z]?|\d{{1,3}}[A-Z](?=\s?[.):]))
      (?P<plainend>\s?[.)]\s?[–—:-]?|\s?:|\s[-–—](?=\s))(?=\s|$|[A-Z*“‘"'])
    | (?P<bare>\d{{1,3}}[a-z]?)(?=\s+(?:[A-Z“‘"']|\d\d/\d{{4,5}}/)|$)
    | (?P<roman>[ivxIVX]{{1,5}})(?P<romanend>[.)])(?=\s|$|[A-Z])
    | (?P<letter>[a-zA-Z]|[A-Z]\d{{1,2}})(?P<letterend>[.)])(?=\s|$)
    )""",
    re.VERBOSE,
)
# Matches: "Item 15/06/1", "(a)", "21/16", "08.23.02", "54.", "2 SPECIAL", "iv)", "b)".
# Does not: "20 November 2023" (a date), "A. Smith" is told by `label_of`, "1989 Act".

# The years of a plan are no code, though a line may begin with them: "2022-2028"; "2024-101" is one.
YEARS = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d\b")

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

# Closing punctuation that is no part of a number: "54." is number 54; "(a)" stays as it is printed.
CLOSING = " .:;,-–—"


class Label(NamedTuple):
    """A label at the beginning of a text: as printed, without closing punctuation, and what it counts.

    `style` is the same for labels of one numbering (n., n), (a), n/n …); `value` is what is counted, outermost first.
    `end` is where the text after the label begins.
    """

    printed: str
    number: str
    style: str
    value: tuple[int, ...]
    end: int


# A label and what follows it, by which it may turn out to be none, stand within so many characters.
LONGEST = 160


def label_of(text: str) -> Label | None:
    """Return the label that a text begins with, if any.

    >>> label_of("21/16 Declarations of Interest")
    Label(printed='21/16', number='21/16', style='n/n', value=(21, 16), end=6)
    >>> label_of("20 November 2023") is None
    True
    """
    return _label_of(text[:LONGEST])


@lru_cache(4096)
def _label_of(text: str) -> Label | None:
    match = LABEL.match(text)
    if match is None:
        return None
    end = match.end()
    rest = text[end:].lstrip()
    start = len(text) - len(rest)
    printed = text[:end].strip()
    if match["word"]:
        number = match["worded"]
        if not match["wordend"].strip() and SUBJECT.match(rest):
            return None
        return Label(printed, number, f"item {_shape(number)}", _numbers(number), start)
    if match["coded"]:
        number = match["its"]
        if not match["itsend"].strip() and SUBJECT.match(rest):  # “Resolution 32-16 was introduced by Mr Ash”
            return None
        return Label(printed, number, f"item {_shape(number)}", _numbers(number), start)
    if match["open"]:
        inside = match["inside"]
        style, value = _counted(inside)
        return Label(printed, f"({inside})", f"({style})", value, start)
    if match["code"]:
        if YEARS.match(text):
            return None
        number = re.sub(r"\s?/\s?", "/", match["code"])
        if rest[:1].islower() and NO_LABEL_BEFORE.match(rest) and not match["codeend"].strip():
            return None
        return Label(printed, number, _shape(number), _numbers(number), start)
    if match["mixed"]:
        number = re.sub(r"\s", "", match["mixed"])
        style = "n(a)" if number.endswith(")") else "n.a"
        return Label(printed, number, style, (int(re.sub(r"\D", "", number)), ord(number.rstrip(")")[-1]) - 96), start)
    if match["dotted"]:
        number = match["dotted"]
        # three numbers count nothing, "17.01.7 Public Participation", nor does "14.0 Members' Reports"
        counts = number.count(".") < 2 and not (number.endswith(".0") and rest[:1].isupper())
        if (counts and NO_LABEL_BEFORE.match(rest)) or re.match(r"[ap]\.?m", rest):
            return None
        return Label(printed, number, re.sub(r"\d+", "n", number), _numbers(number), start)
    if match["plain"]:
        number = match["plain"]
        mark = match["plainend"].strip()
        # "1989. The" ends a sentence's year; a minute number of four digits is told by its sequence
        if mark.startswith(")"):
            return Label(printed, number, "n)", _numbers(number), start)
        return Label(printed, number, "n.", _numbers(number), start)
    if match["bare"]:
        if NO_LABEL_BEFORE.match(rest):
            return None
        return Label(printed, match["bare"], "n", _numbers(match["bare"]), start)
    if match["roman"]:
        number = match["roman"]
        if number.isupper() and len(number) == 1 and match["romanend"] == "." and _is_initial(rest + " "):
            return None
        case = "i" if number.islower() else "I"
        # "I." may be a letter too; runs of labels tell (see `outline`)
        return Label(printed, number, f"{case}{match['romanend']}", (roman(number),), start)
    letter = match["letter"]
    mark = match["letterend"]
    if len(letter) > 1:  # "Q1.", "A2)"
        return Label(printed, letter, f"{letter[0]}n{mark}", _numbers(letter), start)
    if mark == "." and letter.isupper() and _is_initial(rest):
        return None
    case = "a" if letter.islower() else "A"
    return Label(printed, letter, f"{case}{mark}", (ord(letter.lower()) - 96,), start)


def roman(text: str) -> int:
    """Return the value of a Roman numeral.

    >>> roman("xiv")
    14
    """
    values = [ROMAN.get(c, 0) for c in text.lower()]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def bullet_of(text: str) -> int:
    """Return where the text after a bullet's mark begins, 0 where there is none.

    >>> bullet_of("• New bins"), bullet_of("-5 degrees")
    (2, 0)
    """
    match = BULLET.match(text)
    return match.end() if match else 0


def follows(value: tuple[int, ...], other: tuple[int, ...], *, reach: int = 4) -> int:
    """Return how many steps `other` comes after `value` in one numbering, 0 where it does not.

    One part counts and the others stand: 246/18, 247/18; 21/16, 21/17; or a year turns over and the count begins anew.

    >>> follows((246, 18), (247, 18)), follows((7,), (9,)), follows((21, 16), (22, 17)), follows((13,), (13, 1))
    (1, 2, 0, 1)
    """
    if len(value) == len(other) == 1:
        return steps if 0 < (steps := other[0] - value[0]) <= reach else 0
    if len(value) != len(other):
        # what was put in behind a number: 13, 13A, 13B, 14
        if len(other) == len(value) + 1:
            return int(other[:-1] == value and other[-1] == 1)
        return follows(value[:-1], other, reach=reach) if len(value) == len(other) + 1 else 0
    moved = [b - a for a, b in zip(value, other, strict=True) if a != b]
    if len(moved) == 1 and 0 < moved[0] <= reach:
        return moved[0]
    # a slip in one of several other parts: 16/10/6/5, 16/10/4/6
    return int(len(value) > 2 and len(moved) == 2 and other[-1] - value[-1] == 1)


def _shape(number: str) -> str:
    """Return a code with an n for each of its numbers, whatever parts it from its letters: "PL.24/101" as "PLn/n"."""
    shape = re.sub(r"\d+", "n", re.sub(r"(?<=\d)(?:\.[ivx]+$|[a-z](?=/))", "", number))
    return re.sub(r"^([A-Z]+)[ /.-]+(?=n)", r"\1", shape)


def _numbers(text: str) -> tuple[int, ...]:
    numbers = tuple(int(n) for n in re.findall(r"\d+", text))
    letter = re.search(r"\d([A-Za-z])(?:$|/)", text)  # 7a counts after 7 and before 8
    return (*numbers, ord(letter[1].lower()) - 96) if letter else numbers


def _counted(inside: str) -> tuple[str, tuple[int, ...]]:
    if inside.isdigit():
        return "n", (int(inside),)
    if len(inside) == 1 and inside.lower() not in "ivx":
        return ("a" if inside.islower() else "A"), (ord(inside.lower()) - 96,)
    if all(c in "ivx" for c in inside.lower()):
        return ("i" if inside.islower() else "I"), (roman(inside),)
    return "aa", tuple(ord(c.lower()) - 96 for c in inside)


def _is_initial(rest: str) -> bool:
    """Tell a name's initial (“A. Smith reported”, “J. D. Brown”) from a label (“A. Finance”, “B. To note”)."""
    return bool(
        re.match(
            r"(?!(?:To|The|That|This|It|In|On|An?|For|As|At|By|All|No)\b)(?:[A-Z]\.\s?)*(?:Mc|Mac|O['’])?[A-Z][a-z'’-]+(?:\s+[a-z(]|,|;|$|\s+and\b)",
            rest,
        )
    )
