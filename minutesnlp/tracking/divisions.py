"""Divisions: votes printed side by side, “For (51)” above its names, “Against (6)”, “Abstain (2)”, and the result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutesnlp.records import Paragraph, Votes
from minutesnlp.tracking import verbs
from minutesnlp.tracking.forms import ballot_at, names_in
from minutesnlp.tracking.movers import NO_MOVERS, Movers

# “For (51)”, “Against: 6”, “Abstentions (0) | Motion lost.”: a side alone on its line, with how many there were
SIDE = re.compile(
    r"""[\W_]*(?:(?:votes?|voting|those|members)\s)?
    (?: (?P<in_favour> for | in\sfavou?r | ayes? | yeas? | supporting )
      | (?P<against> against | noes | nays? | opposed )
      | (?P<abstained> abst(?:ain(?:ed|ing)?|entions?) ) )
    (?:\s(?:the\s)?(?:motion|amendment|proposal|recommendation))?
    \s*[:–-]?\s* [(\[]?\s* (?P<count>\d{1,3}) \s*[)\]]? [\s.:*_]*
    (?: \|\s*(?P<result>.+) )? \Z""",
    re.VERBOSE | re.IGNORECASE,
)
# The last cell of a row of names: “Mr Sole, Mr Whiting | Amendment lost.”
LAST_CELL = re.compile(r"(?P<names>.*?)\s*\|\s*(?P<result>[^|]+)\Z", re.DOTALL)
# “The Chairman put the motion to the vote and the voting was as follows:”, with the division below
PUTS = re.compile(r"\b(?:as\sfollows|put\s(?:\S+\s){0,40}?to\s(?:the|a)\svote)\b\W*", re.IGNORECASE)
LONGEST_RESULT = 8


class Division(NamedTuple):
    """A vote over several paragraphs, `first` to `last`, and where its result is printed in the paragraph `at`."""

    first: int
    last: int
    votes: Votes
    at: int
    start: int
    end: int
    verb: str
    form: bool = False  # a form or columns, which need no sentence that puts the question
    movers: Movers = NO_MOVERS
    amends: bool = False


def divisions(paragraphs: Sequence[Paragraph]) -> list[Division]:
    """Return the divisions recorded in the paragraphs of an item, in their order."""
    found = []
    place = 0
    while place < len(paragraphs):
        side = SIDE.match(paragraphs[place].text)
        division = _division(paragraphs, place) if side and side["in_favour"] else _of_ballot(paragraphs, place)
        if division is not None:
            found.append(division)
        place = division.last + 1 if division is not None else place + 1
    return found


def _of_ballot(paragraphs: Sequence[Paragraph], first: int) -> Division | None:
    """Return the division that is printed as a form or as columns of names from a paragraph on."""
    one = ballot_at(paragraphs, first)
    if one is None:
        return None
    end = len(paragraphs[one.at].text)
    return Division(one.first, one.last, one.votes, one.at, 0, end, one.verb, True, one.movers, one.amends)


def _division(paragraphs: Sequence[Paragraph], first: int) -> Division | None:
    """Return the division that begins at a paragraph; None when there is only one side."""
    counts: dict[str, int] = {}
    names: dict[str, tuple[str, ...]] = {}
    result: tuple[int, int, int, str] | None = None
    last, field = first, ""
    for place in range(first, len(paragraphs)):
        text = paragraphs[place].text
        side = SIDE.match(text)
        if side is not None:
            told = next(name for name in ("in_favour", "against", "abstained") if side[name])
            if told in counts:  # another division
                break
            field, counts[told] = told, int(side["count"])
            result = _result(place, side.start("result"), side["result"])
        elif field and field not in names and counts[field]:
            cell = LAST_CELL.match(text)
            listed = names_in(cell["names"] if cell else text)
            if not listed:
                break
            names[field] = listed
            result = _result(place, cell.start("result"), cell["result"]) if cell else None
        else:
            break
        last = place
        if result is not None:
            break
    if len(counts) < 2:
        return None
    if result is None and last + 1 < len(paragraphs):
        below = paragraphs[last + 1].text
        result = _result(last + 1, 0, below)
        last += result is not None
        cell = LAST_CELL.match(below) if result is None else None
        if cell and PUTS.search(cell["names"]):  # a cell that slipped into the next question
            result = _result(last + 1, cell.start("result"), cell["result"])
    carried = counts.get("in_favour", 0) > counts.get("against", 0)
    at, start, end, verb = result or (first, 0, len(paragraphs[first].text), "carried" if carried else "lost")
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
    return Division(first, last, votes, at, start, end, verb)


def _result(place: int, start: int, text: str | None) -> tuple[int, int, int, str] | None:
    """Return where a result stands, and its verb: “Substantive Motion carried” in a paragraph or cell of its own."""
    match = verbs.VERDICT.match(text) if text and len(text.split()) <= LONGEST_RESULT else None
    return (place, start, start + len(text or ""), match["verb"]) if match else None
