"""Votes printed as a form: “MOVED BY:”, “SECONDED BY:”, “ACTION:”, “YEAS:”; or as columns of names or of marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from minutesnlp.records import Paragraph, Votes
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.movers import NO_MOVERS, Movers, movers_in
from minutesnlp.tracking.decisions.roll_calls import SIDES, marked

SIDE_LABELS = r"""
    (?P<in_favour> yeas? | ayes? | yes | in\sfavou?r | for )
  | (?P<against> nays? | noes | no | against | opposed )
  | (?P<abstained> abst(?:ain(?:ed|ing)?|entions?) )
  | (?P<away> absent | recused? | excused | not\svoting | conflicts? | vacant )
"""
# “MOVED BY: | Green”, “SECONDED BY: Thomas”, “YEAS:”, the value in the next cell, in the next line or beside it
LINE = re.compile(
    rf"""\W* (?: (?P<mover> moved(?:\sby)? | mover | motion\s(?:made\s)?by | proposed\sby | proposer )
      | (?P<seconder> seconded(?:\sby)? | seconder | second(?:ed)?\sby )
      | (?P<action> action | motion\sto )
      | {SIDE_LABELS} )
    \s* [:|][\s:|]* (?P<value>.*) \Z""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
LABEL_AGAIN = re.compile(r"\A\W*(?:action|moved\sby|seconded\sby)\s*:\s*", re.IGNORECASE)  # printed twice
# One cell of a heading above columns of names: “Yeas:”, “Nays”, “Abstain: (2)”
HEAD = re.compile(rf"\W*(?:{SIDE_LABELS})\W*(?:\d{{1,3}}\W*)?\Z", re.VERBOSE | re.IGNORECASE)
# “Ash, Birch and Cole - 3”, “0”, “None”
COUNTED = re.compile(r"(?P<names>.*?)\s*(?:[-–—(:]\s*)?(?P<count>\d{1,3})\)?\W*\Z", re.DOTALL)
# “None”, “Nil”, “There were none.”, “No Members”, and an empty cell
NOBODY = re.compile(
    r"\W*(?:nil|no[\s-]?one|n/a|(?:there\s(?:were|was)\s)?"
    r"(?:none|nobody|no\s(?:votes?|members?|councillors?)\b.{0,30}))?\W*\Z",
    re.IGNORECASE,
)
BETWEEN_NAMES = re.compile(r"\s*(?:[,;|\n]|\band\b|&)\s*")
# “(14 to 1)” after the verdict
TALLY = re.compile(r"\b(?P<yes>\d{1,3})\s*(?:to|[-–/])\s*(?P<no>\d{1,3})\b")
# What the result says no more of than that it passed; the action says what: “ADOPTED”
PASSED = ("passed", "carried", "approved", "in favor", "in favour")
AMENDS = re.compile(r"\Aamend(?:ment)?\b", re.IGNORECASE)
# A result with an address or a page stamp run into it by the print
RESULT = re.compile(
    r"\W*(?:and\s)?the\s(?:motion|amendment|resolution|ordinance)\s(?P<verb>passed|failed|carried)\b", re.I
)
# What was moved, where the form says it in words of its own: “ACTION: Suspend the Rules to hear the public. YEAS:”; not
# “ACTION: Adopt”, of the matter the item is about
ACT = re.compile(
    r"\W*(?:action|motion\sto)\s*[:|][\s:|]*(?:action\s*:\s*)?(?P<act>(?=\w)(?:\S+\s+){2,}?\S+|adjourn\w*|recess)[\s.|]*"
    r"(?:(?:yeas|ayes)\s*:)?\s*\Z",
    re.IGNORECASE,
)
YEAS_AT_THE_END = re.compile(r"\s+(?:yeas|ayes)\s*:\s*\Z", re.IGNORECASE)  # the heading of the names, run on
FARTHEST_ACT = 16  # paragraphs between the result of a form and its action
FEWEST_LINES = 3
LONGEST_NAME = 6
LONGEST_RESULT = 8


class Ballot(NamedTuple):
    """A vote in paragraphs `first` to `last`, its result in paragraph `at`, who moved it, and what was moved."""

    first: int
    last: int
    votes: Votes
    at: int
    verb: str
    movers: Movers = NO_MOVERS
    amends: bool = False


def ballot_at(paragraphs: Sequence[Paragraph], first: int) -> Ballot | None:
    """Return the vote whose form or columns begin at a paragraph; None where there are none."""
    return _form(paragraphs, first) or _columns(paragraphs, first) or _marks(paragraphs, first)


# “Councillors: Ash, Birch”
ALL_OF_THEM = re.compile(r"\A\W*(?:Cllrs?|Councillors?|Members?):\s+")


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of a list; none when it holds anything else.

    >>> names_in("Ash, Mr Birch and C. Cole")
    ('Ash', 'Mr Birch', 'C. Cole')
    """
    parts = (part.strip(" .*_") for part in BETWEEN_NAMES.split(ALL_OF_THEM.sub("", text)))
    names = tuple(name for name in parts if name)
    return names if all(len(name.split()) <= LONGEST_NAME and name[0].isupper() for name in names) else ()


def _form(paragraphs: Sequence[Paragraph], first: int) -> Ballot | None:
    told: dict[str, str] = {}
    place = first
    while place < len(paragraphs):
        line = LINE.match(paragraphs[place].text)
        if line is None:
            break
        field = next(name for name, part in line.groupdict().items() if part is not None and name != "value")
        value = line["value"]
        if told.get(field) and field != "away":  # the next form
            break
        place += 1
        following = paragraphs[place].text if place < len(paragraphs) else ""
        if not value.strip() and following and LINE.match(following) is None and _settles(following) is None:
            value = following
            place += 1
        value = LABEL_AGAIN.sub("", value).strip()
        run_on = YEAS_AT_THE_END.search(value)
        told[field] = value[: run_on.start()] if run_on else value
        if run_on and "in_favour" not in told and place < len(paragraphs):
            told["in_favour"] = paragraphs[place].text
            place += 1
    moved = "mover" in told or "action" in told
    if len(told) < FEWEST_LINES or not moved or "in_favour" not in told or not {"against", "abstained"} & told.keys():
        return None
    counts, names = {}, {}
    for side in SIDES:
        if side in told:
            counts[side], names[side] = _counted(told[side])
    return _ballot(
        paragraphs,
        (first, place - 1),
        counts,
        names,
        _movers(told),
        told.get("action", ""),
    )


def _movers(told: Mapping[str, str]) -> Movers:
    """Return who moved and seconded it, in lines of their own or in the action: “Motion by Oak, second by Ash”."""
    if "mover" not in told and "seconder" not in told:
        return movers_in(told.get("action", ""))
    return Movers(_one(told.get("mover")), _one(told.get("seconder")), False)


def act_above(paragraphs: Sequence[Paragraph], place: int) -> tuple[int, int, int] | None:
    """Return the paragraph of the action, and where it begins and ends, in the form whose result stands at `place`.

    None where the form has no words of its own for it: then what was moved is the matter of the item.
    """
    for at in range(place - 1, max(-1, place - FARTHEST_ACT), -1):
        line = LINE.match(paragraphs[at].text)
        if _settles(paragraphs[at].text) is not None or (line and line["mover"]):
            return None
        act = ACT.match(paragraphs[at].text)
        if act:
            return (at, *act.span("act"))
    return None


def head_above(paragraphs: Sequence[Paragraph], place: int) -> int | None:
    """Return the numbered line right above the form whose result stands at `place`: “2. Approval of the minutes”."""
    first = place
    while first and (LINE.match(paragraphs[first - 1].text) or not paragraphs[first - 1].text.strip(" .")):
        first -= 1
    above = paragraphs[first - 1] if 0 < first < place else None
    return first - 1 if above is not None and above.number is not None and above.kind in ("clause", "heading") else None


def _columns(paragraphs: Sequence[Paragraph], first: int) -> Ballot | None:
    """Return the vote of a table whose columns are the sides: “Yeas: | Nays:” above “A. Ash | B. Birch”."""
    if paragraphs[first].kind != "table":
        return None
    heads = [HEAD.match(cell) for cell in paragraphs[first].text.rstrip(" |").split("|")]
    if not heads or heads[0] is None or not heads[0]["in_favour"] or None in heads:
        return None
    fields = [next(name for name, part in head.groupdict().items() if part) for head in heads if head]
    listed: dict[str, list[str]] = {field: [] for field in fields}
    last = first
    for place in range(first + 1, len(paragraphs)):
        cells = [cell.strip() for cell in paragraphs[place].text.split("|")]
        row = cells[: len(fields)]
        if paragraphs[place].kind != "table" or len(row[0].split()) > LONGEST_NAME or HEAD.match(row[0]):
            break
        for field, cell in zip(fields, row, strict=False):
            if cell and not NOBODY.match(cell):
                listed[field].append(cell)
        last = place
    if last == first:
        return None
    names = {side: tuple(listed[side]) for side in SIDES if side in listed}
    return _ballot(paragraphs, (first, last), {}, names, NO_MOVERS, "")


def _marks(paragraphs: Sequence[Paragraph], first: int) -> Ballot | None:
    """Return the vote of a table of names, each with a mark in the column of its side: “Member | Yes | No”."""
    table = marked(paragraphs, first, HEAD) if "|" in paragraphs[first].text else None
    if table is None:
        return None
    last, counts, names = table
    counts |= {side: len(those) for side, those in names.items() if side not in counts}
    return _ballot(paragraphs, (first, last), counts, names, NO_MOVERS, "")


def _ballot(
    paragraphs: Sequence[Paragraph],
    span: tuple[int, int],
    counts: dict[str, int | None],
    names: dict[str, tuple[str, ...]],
    movers: Movers,
    action: str,
) -> Ballot | None:
    first, last = span
    below = paragraphs[last + 1].text if last + 1 < len(paragraphs) else ""
    verb = _settles(below)
    if verb is None and not counts:  # columns of names alone may be of anybody
        return None
    tally = TALLY.search(below) if verb else None
    if tally:
        counts = {"in_favour": int(tally["yes"]), "against": int(tally["no"]), **counts}
    for side, those in names.items():
        if counts.get(side) is None:
            counts[side] = len(those)
    carried = (counts.get("in_favour") or 0) > (counts.get("against") or 0)
    at = last + 1 if verb else last
    verb = verb or ("carried" if carried else "lost")
    first_word = action.split()[0].strip(".,:").casefold() if action.split() else ""
    if verb.casefold() in PASSED and first_word in verbs.PARTICIPLES:
        verb = verbs.PARTICIPLES[first_word]
    votes = Votes(
        in_favour=counts.get("in_favour"),
        against=counts.get("against"),
        abstained=counts.get("abstained"),
        names_in_favour=names.get("in_favour", ()),
        names_against=names.get("against", ()),
        names_abstained=names.get("abstained", ()),
        paragraph_id=paragraphs[first].id,
        start=0,
        end=len(paragraphs[first].text),
    )
    return Ballot(first, at, votes, at, verb, movers, AMENDS.match(action) is not None)


def _settles(text: str) -> str | None:
    """Return the verb of a paragraph that is the result of a vote: “AND THE MOTION PASSED.”, “Carried (4 to 1)”."""
    match = RESULT.match(text) or (verbs.VERDICT.match(text) if len(text.split()) <= LONGEST_RESULT else None)
    return match["verb"] if match else None


def _counted(value: str) -> tuple[int | None, tuple[str, ...]]:
    """Return how many a side had, where that can be told, and their names: “Ash, Birch - 2”."""
    if NOBODY.match(value):
        return 0, ()
    match = COUNTED.match(value)
    if match is None:
        names = names_in(value)
        return len(names) or None, names
    return int(match["count"]), names_in(match["names"])


def _one(value: str | None) -> str | None:
    """Return the name in a cell, where it is one: not “None” and no sentence."""
    name = (value or "").strip(" .,")
    return name if name and not NOBODY.match(name) and len(name.split()) <= LONGEST_NAME else None
