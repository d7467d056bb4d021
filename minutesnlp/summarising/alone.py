"""Lines that say nothing, or something wrong, unless what belongs to them is shown too."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

from minutesnlp.records import Paragraph
from minutesnlp.summarising.antecedents import HE_OR_SHE, person_before
from minutesnlp.summarising.cues import LEADS
from minutesnlp.summarising.lead_ins import VIEW, lead_in_of
from minutesnlp.summarising.matters import FINITE, HEADING_KINDS, PARTS, VERDICT, names, opening_name
from minutesnlp.summarising.units import Told, Unit

# “Motion Passed (12 to 3)”, “AND THE MOTION PASSED.”, “Substantive Motion carried.”
RESULT = re.compile(
    r"\W*(?:and\s)?(?:the\s)?(?:\w+\s)?(?:motion|amendment|vote)\s(?:as\s\w+\s)?(?:(?:was|is|has)\s)?(?:\w+ly\s)?"
    r"(?:failed|passed|carried|lost|defeated|rejected)\b(?:\W*\d+\W*(?:votes?\s)?(?:to|for|in\sfavour)\b.*)?\W*",
    re.IGNORECASE,
)
REGARDS = re.compile(
    r"\W*(?:regarding|concerning|re:|with\s(?:regard|reference|respect)\sto|in\s(?:regard|relation)\sto|in\srespect\sof)\s",
    re.IGNORECASE,
)
# What takes back a part of the sentence before
TURNS = re.compile(r"\W*(?:however|but|unfortunately|nevertheless|nonetheless|regrettably|sadly)\b", re.IGNORECASE)


# A name of so many words; “New trays given.” and “Kerb needs mending.” tell something.
LONGEST = 5
TELLS = re.compile(r"\d|\bneed|(?:ed|en)\W*\Z")


def leads_alone(units: Sequence[Unit], n: int, chosen: Collection[int]) -> bool:
    """Tell a line ending in a colon none of whose parts is chosen: bullets or rows below, or the sentence after it."""
    if LEADS.search(units[n].text) is None or n + 1 in chosen:
        return False
    if units[n].paragraph.kind in PARTS:
        return True
    for part in range(n + 1, len(units)):
        if units[part].paragraph.kind not in (*PARTS, "table"):
            break
        if part in chosen:
            return False
    return True


def heads_nothing(units: Sequence[Unit], n: int, chosen: Collection[int], paragraphs: Sequence[Paragraph]) -> bool:
    """Tell the name of a matter of which no sentence is chosen: what is chosen next stands below another name."""
    unit = units[n]
    whole = unit.end - unit.start == len(unit.paragraph.text.strip()) and unit.paragraph.kind in HEADING_KINDS
    if not whole or not names(unit.paragraph) or any(one.fullmatch(unit.text) for one in (RESULT, VERDICT, VIEW)):
        return False
    below = min((units[k].place for k in chosen if k > n), default=None)
    if below is None:
        return True
    between = (paragraphs[place] for place in range(unit.place + 1, below))
    return any(paragraph.kind == "heading" or names(paragraph) for paragraph in between)


def tells_no_motion(units: Sequence[Unit], n: int, chosen: AbstractSet[int], told: Sequence[Told]) -> bool:
    """Tell a line on how a motion fared that would be read as of another: its own, the nearest above, is not chosen."""
    if RESULT.fullmatch(units[n].text) is None:
        return False
    own = [one.numbers for one in told if one.lead]
    if any(n in these for these in own):
        return False
    motion = max((these for these in own if max(these) < n), key=max, default=set())
    return motion.isdisjoint(chosen)


def tells_not_who(units: Sequence[Unit], n: int, chosen: AbstractSet[int], paragraphs: Sequence[Paragraph]) -> bool:
    """Tell “He …” where neither what is chosen nor what would be brought in brackets tells who that is."""
    if HE_OR_SHE.match(units[n].text) is None or person_before(units, n, chosen) is not None:
        return False
    return not lead_in_of(units, n, frozenset(chosen), paragraphs=paragraphs)


def only_regards(units: Sequence[Unit], n: int, chosen: Collection[int]) -> bool:
    """Tell “Regarding the lorry in Mill Lane.”, behind which nothing is chosen: it says what about, and not what."""
    return REGARDS.match(units[n].text) is not None and FINITE.search(units[n].text) is None and n + 1 not in chosen


def only_names(units: Sequence[Unit], n: int, chosen: Collection[int]) -> bool:
    """Tell “Overhanging branches.” that opens a paragraph of which no more is chosen: it names a matter alone."""
    unit, behind = units[n], n + 1
    short = (
        unit.start < 4 and unit.paragraph.kind == "text" and unit.words <= LONGEST and TELLS.search(unit.text) is None
    )
    if not short or behind >= len(units) or opening_name(units, behind) != n:
        return False
    while behind < len(units) and units[behind].paragraph is units[n].paragraph:
        if behind in chosen:
            return False
        behind += 1
    return True


def turned_behind(units: Sequence[Unit], n: int, chosen: Collection[int]) -> bool:
    """Tell a sentence whose “However, …” stands right behind it and is not chosen: it is only half of what was said."""
    behind = units[n + 1] if n + 1 < len(units) else None
    if behind is None or n + 1 in chosen or behind.paragraph is not units[n].paragraph:
        return False
    return TURNS.match(behind.text) is not None
