"""Where the items of a document begin, and with what number and title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutesnlp.reading.meeting.candidates import Candidate, is_section_label, is_telling
from minutesnlp.reading.meeting.headings import CLAUSE, headed
from minutesnlp.reading.meeting.motions import are_motions
from minutesnlp.reading.meeting.numbering import CLAUSE_STYLES, chain_of, worth
from minutesnlp.reading.meeting.starts import Start, as_told, at_heading, at_number
from minutesnlp.reading.meeting.unnumbered import with_alike, with_unnumbered
from minutesnlp.reading.page.titles import words_in
from minutesnlp.text.sentences import sentences

# A chain of numbers below this is a list within an item and no numbering of items.
LEAST_CHAIN = 2.0

# How the parts of items are numbered.
PARTS = ("n.n", "n/n.n", "n.n.n")

# An item as American agendas word it: “5.1 Conduct a public hearing and consider Ordinance No. 2032-03, …”.
ASKS = re.compile(
    r"(?:discuss(?:ion)?|consider(?:ation)?|conduct|hold|deliberat(?:e|ion)|hear|public\s+hearing|presentation|possible\s+action|"
    r"(?:first|second|third)\s+reading)\b(?:,|/|\s+(?:and|or|on|of|a|an|the|possible|to|regarding|concerning)\b)",
    re.IGNORECASE,
)
LONGEST_ASKED = 60  # words

# A paper of so many blocks, or one that sets them in bold type, may have one or two items: an extraordinary meeting,
# a committee with one application.
SHORT = 20

# … and so one whose first item stands in one of so many blocks below the list of who was there.
FIRST = 4


@dataclass(frozen=True, slots=True)
class Outline:
    """The items of a document and how they were found."""

    starts: tuple[Start, ...]
    how: str


def outline_of(found: Sequence[Candidate], *, structured: bool, below_list: bool = False) -> Outline:
    """Return where items begin: where the format tells, else by numbers, else by headings.

    `below_list`: it is what stands below the list of who was there, so that less is asked of a few numbers.
    """
    if structured:
        told = [as_told(c) for c in found if c.block.starts_item]
        return Outline(tuple(told), "stated: the format tells where items begin")
    chain, numbered = chain_of(found)
    heads, unnumbered, how = headed(found)
    motions = are_motions(chain)
    credible = bool(chain) and numbered >= LEAST_CHAIN
    sure = credible and (_is_sure(chain, found) or numbered >= 0.75 * unnumbered or _told_by_labels(chain, found))
    by_numbers = f"derived: items are told by their numbers ({chain[0].printed} …)" if chain else ""
    if motions or (sure and not _are_clauses(chain, heads, found)):
        starts = [at_number(c, found) for c in chain]
        starts += _sub_items(starts, found)
        starts = with_alike(sorted(starts, key=lambda s: s.at), found)
        return Outline(tuple(with_unnumbered(starts, heads, chain, found)), by_numbers)
    if heads:
        return Outline(tuple(at_heading(c, found) for c in heads), f"derived: items are told by their {how}")
    if credible:
        return Outline(tuple(at_number(c, found) for c in chain), by_numbers)
    few = tuple(at_number(c, found) for c in _few(found, below_list=below_list))
    return Outline(few, f"guessed: {'items of a short paper, by their numbers' if few else 'no items were told apart'}")


def _few(found: Sequence[Candidate], *, below_list: bool) -> list[Candidate]:
    """Return the items of a paper with too few for a chain: “1. Roads” over its text, and what follows it."""
    kept: list[Candidate] = []
    for c in found:
        if c.label is None or c.block.row or c.block.bullet or c.label.style in CLAUSE_STYLES:
            continue
        title = found[c.at + 1] if c.alone and c.at + 1 < len(found) else c
        if kept and below_list and (c.printed.isdigit() or c.alone != kept[0].alone):
            continue  # a list within the first
        told = below_list and (title.usual or kept or c.at < FIRST)
        if len(found) > SHORT and not told and not (c.emphatic and title.emphatic):
            continue
        if c.label.value == (len(kept) + 1,) and (
            title.titled or title.usual or title.head or (c.alone and title.emphatic)
        ):
            kept.append(c)
    return kept


def _told_by_labels(chain: Sequence[Candidate], found: Sequence[Candidate]) -> bool:
    """Tell a ModernGov page as text, whose numbers stand alone on their lines and whose records have labels."""
    labels = sum(1 for c in found if is_section_label(c.block.text))
    return labels >= 1 and sum(1 for c in chain if c.alone) >= 0.5 * len(chain)


def _is_sure(chain: Sequence[Candidate], found: Sequence[Candidate]) -> bool:
    """Tell a chain that numbers items beyond doubt: most of its members have titles, and it spans the document."""
    label = chain[0].label
    assert label is not None
    worths = [worth(c, found) for c in chain]
    span = (chain[-1].at - chain[0].at) / max(1, len(found))
    # "03.23.01" holds a year, as "23/01" does; "7.1.1" does not
    coded = label.style.startswith("item") or re.search(r"/|[A-Za-z]n|n-n|\.0\d", label.style + label.printed)
    return sum(worths) / len(worths) >= 0.9 and (
        span >= 0.35 or (coded and span > 0.1) or (label.value == (1,) and span >= 0.15)
    )


def _are_clauses(chain: Sequence[Candidate], heads: Sequence[Candidate], found: Sequence[Candidate]) -> bool:
    """Tell numbered paragraphs under headings from numbered items: their numbers run on from heading to heading."""
    if len(heads) < 3:
        return False
    sentences = sum(1 for c in chain if not c.alone and not c.titled and not c.head and not c.emphatic)
    if sentences < 0.4 * len(chain):
        return False
    styles = {c.label.style for c in chain if c.label}
    below = [found[c.at + 1].label for c in heads if c.at + 1 < len(found)]
    before = sum(1 for label in below if label is not None and label.style in styles)
    return before >= 0.5 * len(heads)


def _sub_items(starts: Sequence[Start], found: Sequence[Candidate]) -> list[Start]:
    """Return the items 5.1, 5.2 … under item 5 that have titles and text of their own."""
    taken = {s.at for s in starts}
    added = []
    current: str | None = None
    by_place = {s.at: s for s in starts}
    numbers = {s.number for s in starts}
    marked = any(c.block.level is not None and c.label is not None and c.label.style in PARTS for c in found)
    for i, candidate in enumerate(found):
        if i in by_place:
            current = by_place[i].number
            continue
        label = candidate.label
        if label is None or current is None or i in taken or candidate.block.row:
            continue
        if label.style not in PARTS or (marked and candidate.block.level is None):
            continue
        orphan = candidate.emphatic and _is_orphan(label.number, current, numbers)
        if not label.number.startswith(f"{current}.") and not orphan:
            continue
        following = found[i + 1] if i + 1 < len(found) else None
        under = following.label if following is not None else None
        listed = under is not None and not under.style.startswith("item")  # not “Resolution No. 24-55”
        bare = following is None or listed or following.block.row
        parts = bare and following is not None and following.label is not None
        if parts and following is not None and following.label is not None:
            bare = not following.label.number.startswith(f"{label.number}.")
        if bare and not candidate.block.level and not candidate.head:
            continue
        if not bare and ASKS.match(candidate.rest) and _asks(candidate):
            added.append(
                Start(i, i + 1, label.number, candidate.rest.rstrip(" .:"), sub=True, anchor=candidate.block.anchor)
            )
            continue
        said = candidate.ended and (is_telling(candidate.rest) or CLAUSE.match(candidate.rest) is not None)
        short = candidate.titled and words_in(candidate.rest) <= 12 and not bare and not said
        runs_on = bool(candidate.head) and words_in(candidate.head) <= 9
        if candidate.emphatic or short or runs_on:
            start = at_number(candidate, found)
            if not start.made:
                added.append(replace(start, sub=True))
    return added


def _asks(candidate: Candidate) -> bool:
    """Tell one sentence that says what is to be dealt with, and nothing of what was said or done."""
    short = words_in(candidate.rest) <= LONGEST_ASKED
    return short and len(sentences(candidate.rest)) == 1 and not is_telling(candidate.rest)


def _is_orphan(number: str, current: str, numbers: set[str | None]) -> bool:
    """Tell a part of the item that comes next and has no heading of its own: “5.1 Chair’s Report” below item 4."""
    whole = number.partition(".")[0]
    return whole not in numbers and whole.isdigit() and current.isdigit() and int(whole) == int(current) + 1
