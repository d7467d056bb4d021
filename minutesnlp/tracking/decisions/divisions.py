"""Divisions: votes printed side by side, “For (51)” above its names, “Against (6)”, “Abstain (2)”, and the result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutesnlp.records import Paragraph, Votes
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.forms import NOBODY, ballot_at, names_in
from minutesnlp.tracking.decisions.movers import NAME, NO_MOVERS, Movers
from minutesnlp.tracking.decisions.votes import CASTING

# “For (51)”, “Against: 6”, “Abstentions (0) | Motion lost.”, “In favour of the proposal:”: a side alone on its line
SIDE = re.compile(
    r"""[\W_]*(?:(?:votes?|voting|those|members)\s)?
    (?: (?P<in_favour> for | in\sfavou?r(?:\sof)? | ayes? | yeas? | yes | supporting )
      | (?P<against> against | noes | nays? | no | opposed )
      | (?P<abstained> abst(?:ain(?:ed|ing)?|entions?) ) )
    (?:\s(?:(?:the\s)?rejection\sof\s)?(?:the\s)?(?:proposed\s|amended\s)?(?:motion|amendment|proposal|recommendation))?
    \s*[:–-]?\s* (?: [(\[]?\s* (?P<count>\d{1,3}) \s*[)\]]? )? [\s.:*_]*
    (?: \|\s*(?P<result>.+) )? \Z""",
    re.VERBOSE | re.IGNORECASE,
)
# The last cell of a row of names: “Mr Sole, Mr Whiting | Amendment lost.”
LAST_CELL = re.compile(r"(?P<names>.*?)\s*\|\s*(?P<result>[^|]+)\Z", re.DOTALL)
# “The Chairman put the motion to the vote and the voting was as follows:”, with the division below
PUTS = re.compile(
    r"\b(?:as\sfollows|put\s(?:\S+\s){0,40}?to\s(?:the|a)\svote|vote\s(?:then\s)?(?:(?:be|was|would\sbe)\s(?:then\s)?taken|"
    r"took\splace))\b\W*",
    re.IGNORECASE,
)
# “a vote be taken on the proposal from Cllr Hale”, “on Cllr Hale’s motion”: whose motion is put
BY = re.compile(
    rf"(?:\b(?:motion|amendment|proposal|proposition)s?\s(?:(?:proposed|submitted|moved|put\sforward|made)\s)?(?:from|of|by)\s"
    rf"|(?={NAME}\s(?i:motion|amendment|proposal|proposition)\b)(?=[^,;:]{{0,60}}?[’']s?\s(?i:motion|amendment|proposal|proposition)\b))(?P<name>{NAME})",
    re.VERBOSE,
)
# “… Mitchell, Murphy, Teskey (14)”, and “(14)” in the line below
COUNT = re.compile(r"\s*\(\s*(?P<count>\d{1,3})\s*\)[\s.*_]*\Z")
COUNT_ALONE = re.compile(r"[\s*_]*\(?\s*(?P<count>\d{1,3})\s*\)?[\s.*_]*\Z")
# “… Murphy, Teskey (14) The Mayor declared the motion defeated.”
THEN = re.compile(r"(?P<names>.+?\(\d{1,3}\))[\s*_]+(?P<said>[A-Z][^|]{20,})\Z", re.DOTALL)
# “… Sheahan (M) (9) Abstain:”, “… Teskey. (16) Abstentions”: the heading of the next names at the end of a line
RUN_ON = re.compile(
    r"(?P<names>.+\S)\s+(?P<label>in\sfavou?r|against|abst(?:ain(?:ed|ing)?|entions?))\s*(?::|(?<=\)\s[Aa]bstentions))"
    r"[\s*_]*\Z",
    re.IGNORECASE,
)
# “… Teskey. (16) There were no abstentions.”
NONE_ABSTAINED = re.compile(
    r"(?P<names>.+\(\d{1,3}\))[.\s]*There\swere\sno\sabstentions?\W*\Z", re.IGNORECASE | re.DOTALL
)
PLURAL_TITLE = re.compile(r"\A[\s*_]*(?:Cllrs?|Councillors?|Members?|Messrs|Aldermen)[.:]?\s+")
NO_ABSTENTIONS = re.compile(r"\W*(?:there\swere\s)?no\sabstentions?\W*\Z", re.IGNORECASE)
# “The Mayor declared the motion, proposed by Cllr Ash, as defeated.”, “The amendment proposed by … was approved.”
TELLS = re.compile(
    r"\W*(?:.{0,80}?\b(?:declared|ruled|noted)\b|(?:following\sthe\scasting\svote[^,]{0,60},\s)?(?:the|this)\s(?:\w+\s){0,2}?"
    r"(?:motion|amendment|proposal|vote|resolution|item)\b).{0,200}?\b"
    r"(?P<verb>not\scarried|carried|passed|approved|adopted|defeated|lost|rejected)\b",
    re.IGNORECASE | re.DOTALL,
)
# “Accordingly approved.”, “The application was therefore refused.”: by the vote above, however its question was put
THUS = re.compile(
    r"\W*(?:(?:accordingly|therefore|thus|consequently),?\s(?:(?:the\s|this\s)?(?:[\w’'-]+\s){1,4}(?:was|were|is)\s)?"
    r"|(?:the\s|this\s)?(?:[\w’'-]+\s){1,4}(?:was|were|is)\s(?:accordingly|therefore|thus|consequently)\s)(?:\w+ly\s)?"
    r"(?P<verb>approved|granted|agreed|carried|adopted|passed|refused|lost|rejected|defeated|declined|deferred)\W*\Z",
    re.IGNORECASE,
)
LONGEST_RESULT = 8
SIDES = ("in_favour", "against", "abstained")


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
    told: bool = False  # the sentence below says how it went: it has the vote, and the division needs no result
    denied: bool = False  # … says that another question went the other way


def divisions(paragraphs: Sequence[Paragraph]) -> list[Division]:
    """Return the divisions recorded in the paragraphs of an item, in their order."""
    found = []
    place = 0
    while place < len(paragraphs):
        division = _of_ballot(paragraphs, place)
        side = SIDE.match(paragraphs[place].text) if division is None else None
        if side is not None and side["in_favour"]:
            division = _division(paragraphs, place)
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
    seen: list[str] = []
    last = first
    for place in range(first, len(paragraphs)):
        text = paragraphs[place].text
        side, alone = SIDE.match(text), COUNT_ALONE.match(text)
        field = seen[-1] if seen else ""
        if side is not None:
            told = next(name for name in SIDES if side[name])
            if told in seen:  # another division
                break
            seen.append(told)
            if side["count"]:
                counts[told] = int(side["count"])
            result = _result(place, side.start("result"), side["result"])
        elif alone is not None and field not in counts:
            counts[field] = int(alone["count"])
        elif NO_ABSTENTIONS.match(text) and (field == "abstained" or "abstained" not in seen):
            counts["abstained"] = 0
        elif field and field not in names and NOBODY.match(text):
            counts.setdefault(field, 0)
        elif field not in names and counts.get(field) != 0 and _result(place, 0, text) is None:
            cell, then = LAST_CELL.match(text), THEN.match(text)
            ends = TELLS.match(then["said"]) if then else None
            run_on = None if cell else RUN_ON.match(text)
            none = NONE_ABSTAINED.match(text)
            part = cell or none or (then if ends else None) or run_on
            listed, count = _listed(part["names"] if part else text)
            if not listed or TELLS.match(listed[-1]):  # “The Chair declared the motion defeated.”
                break
            names[field] = listed
            if none:
                counts["abstained"] = 0
            if count is not None:
                counts.setdefault(field, count)
            result = _result(place, cell.start("result"), cell["result"]) if cell else None
            if then and ends:
                result = (place, then.start("said"), len(text), ends["verb"])
            label = SIDE.match(run_on["label"]) if run_on else None
            seen += [name for name in SIDES if label and label[name] and name not in seen]
        else:
            break
        last = place
        if result is not None:
            break
    for field, listed in names.items():
        counts.setdefault(field, len(listed))
    if "in_favour" not in counts:
        return None
    whole = len(counts) > 1
    if result is None and last + 1 < len(paragraphs):
        below = paragraphs[last + 1].text
        result = _result(last + 1, 0, below)
        last += result is not None
        cell = LAST_CELL.match(below) if result is None else None
        if cell and PUTS.search(cell["names"]):  # a cell that slipped into the next question
            result = _result(last + 1, cell.start("result"), cell["result"])
    carried = counts["in_favour"] > counts.get("against", 0)
    put = paragraphs[first - 1].text if first else ""
    agrees = (
        _told(paragraphs, last + 1, put, counts["in_favour"] - counts.get("against", 0)) if result is None else None
    )
    declared = result is not None and result[1] > 0 and TELLS.match(paragraphs[result[0]].text, result[1]) is not None
    if not (whole or agrees or declared):  # one side alone may be of anybody, unless it is said how it went
        return None
    at, start, end, verb = result or (first, 0, len(paragraphs[first].text), "carried" if carried else "lost")
    votes = Votes(
        in_favour=counts["in_favour"],
        against=counts.get("against"),
        abstained=counts.get("abstained"),
        names_in_favour=names.get("in_favour", ()),
        names_against=names.get("against", ()),
        names_abstained=names.get("abstained", ()),
        casting_vote=last + 1 < len(paragraphs) and CASTING.search(paragraphs[last + 1].text) is not None,
        paragraph_id=paragraphs[first].id,
        start=0,
        end=len(paragraphs[first].text),
    )
    return Division(first, last, votes, at, start, end, verb, told=agrees is True, denied=agrees is False)


def _told(paragraphs: Sequence[Paragraph], place: int, put: str, more: int) -> bool | None:
    """Tell whether the sentence below a division says how it went; False when it tells of another question.

    `more` is how many more were for than against.
    """
    if place >= len(paragraphs) or not paragraphs[place].text:
        return None
    start, end = next(iter(sentences(paragraphs[place].text)))
    said = paragraphs[place].text[start:end]
    match = TELLS.match(said)
    if match is None:
        return None
    by = BY.search(put)
    if by and BY.search(said, 0, match.end()) and surname(by["name"]) not in said:
        return False
    return more == 0 or (more < 0) == (match["verb"].casefold() == "rejected" or verbs.is_lost(match["verb"]))


def surname(name: str) -> str:
    """Return the last word of a name that is no mark in brackets: “Cllr Sheahan (J)”.

    >>> surname("Cllr A. Sheahan (J)")
    'Sheahan'
    """
    return re.sub(r"[’']s?\Z|\s*\([^)]*\)", "", name).strip(" .,").split()[-1]


def _listed(text: str) -> tuple[tuple[str, ...], int | None]:
    """Return the names of a side, and how many the print says they are: “Councillors Ash and Birch (2)”."""
    count = COUNT.search(text)
    names = names_in(PLURAL_TITLE.sub("", text[: count.start()] if count else text))
    return names, int(count["count"]) if count else None


def _result(place: int, start: int, text: str | None) -> tuple[int, int, int, str] | None:
    """Return where a result stands, and its verb: “Substantive Motion carried” in a paragraph or cell of its own."""
    match = verbs.VERDICT.match(text) or THUS.match(text) if text and len(text.split()) <= LONGEST_RESULT else None
    return (place, start, start + len(text or ""), match["verb"]) if match else None
