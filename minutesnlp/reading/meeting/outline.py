"""Where the items of a document begin, and with what number and title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutesnlp.reading.meeting.candidates import Candidate, is_attendance_heading, is_section_label
from minutesnlp.reading.meeting.headings import DECIDED, FACT, attends, headed
from minutesnlp.reading.meeting.item_titles import opening_of, title_of
from minutesnlp.reading.meeting.motions import MOVERS, are_motions, is_motion
from minutesnlp.reading.meeting.numbering import CLAUSE_STYLES, chain_of, worth
from minutesnlp.reading.meeting.own_title import without_own_title
from minutesnlp.reading.page.furniture import beside_title
from minutesnlp.reading.page.labels import label_of
from minutesnlp.reading.page.titles import is_caps, words_in

# A chain of numbers below this is a list within an item and no numbering of items.
LEAST_CHAIN = 2.0

# The public's part of a meeting seldom has a number, even where all else has: "OPEN SESSION", "Public Forum".
PUBLIC_PART = re.compile(
    r"(?:open|public)\s+(?:session|forum|participation|questions?|question\s+time|time)\s*:?", re.IGNORECASE
)

# Below the last number, lines of their own: "Date of next meeting", "Votes of sympathy".
LAST_OF_ALL = re.compile(
    r"(?:any\s+)?other\s+(?:business|matters)|(?:(?:date|time|venue)s?\s+(?:and\s+(?:date|time|venue)\s+)?of\s+)?(?:the\s+)?next"
    r"\s+meetings?|votes?\s+of\s+(?:sympathy|congratulations?|thanks)|actions?\s+(?:list|log|points)(?:\s+summary)?|aoc?b"
    r"|adjournment",
    re.IGNORECASE,
)

# How the parts of items are numbered.
PARTS = ("n.n", "n/n.n", "n.n.n")

# A paper of so many blocks, or one that sets them in bold type, may have one or two items: an extraordinary meeting,
# a committee with one application.
SHORT = 20


@dataclass(frozen=True, slots=True)
class Start:
    """Where an item begins: block `at`; the text of the item goes on in `rest` and then in block `after`.

    `made` tells a title that was made of the text's first words, for want of one.
    """

    at: int
    after: int
    number: str | None
    title: str
    rest: str = ""
    made: bool = False
    furniture: tuple[str, ...] = ()
    anchor: str | None = None
    sub: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The items of a document and how they were found."""

    starts: tuple[Start, ...]
    how: str


def outline_of(found: Sequence[Candidate], *, structured: bool) -> Outline:
    """Return where items begin: where the format tells, else by numbers, else by headings."""
    if structured:
        told = [_told(c) for c in found if c.block.starts_item]
        return Outline(tuple(told), "stated: the format tells where items begin")
    chain, numbered = chain_of(found)
    heads, unnumbered, how = headed(found)
    motions = are_motions(chain)
    credible = bool(chain) and numbered >= LEAST_CHAIN
    sure = credible and (_is_sure(chain, found) or numbered >= 0.75 * unnumbered or _told_by_labels(chain, found))
    by_numbers = f"derived: items are told by their numbers ({chain[0].printed} …)" if chain else ""
    if motions or (sure and not _are_clauses(chain, heads, found)):
        starts = [_numbered(c, found) for c in chain]
        starts += _sub_items(starts, found)
        starts.sort(key=lambda s: s.at)
        return Outline(tuple(_with_unnumbered(starts, heads, chain, found)), by_numbers)
    if heads:
        return Outline(tuple(_unnumbered(c, found) for c in heads), f"derived: items are told by their {how}")
    if credible:
        return Outline(tuple(_numbered(c, found) for c in chain), by_numbers)
    few = tuple(_numbered(c, found) for c in _few(found))
    return Outline(few, f"guessed: {'items of a short paper, by their numbers' if few else 'no items were told apart'}")


def _few(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the items of a paper with too few for a chain: “1. Roads” over its text, and what follows it."""
    kept: list[Candidate] = []
    for c in found:
        if c.label is None or c.block.row or c.block.bullet or c.label.style in CLAUSE_STYLES:
            continue
        title = found[c.at + 1] if c.alone and c.at + 1 < len(found) else c
        if len(found) > SHORT and not (c.emphatic and title.emphatic):
            continue
        if c.label.value == (len(kept) + 1,) and (title.titled or title.usual or title.head):
            kept.append(c)
    return kept


def _told(candidate: Candidate) -> Start:
    title, furniture = beside_title(candidate.block.text)
    number = candidate.label.number if candidate.block.label and candidate.label else None
    if candidate.block.label and number is None:
        number = candidate.block.label.strip(" .:")
    return Start(
        candidate.at, candidate.at + 1, number or None, title, furniture=furniture, anchor=candidate.block.anchor
    )


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


def _numbered(candidate: Candidate, found: Sequence[Candidate]) -> Start:
    assert candidate.label is not None
    number = candidate.label.number
    at = candidate.at
    if candidate.alone:
        return _label_alone(candidate, found)
    if is_motion(candidate):
        return _motion(candidate, found)
    text, furniture = beside_title(candidate.block.text)
    rest = text if candidate.block.label else text[candidate.label.end :]
    second = label_of(rest)
    coded = len(candidate.label.value) > 1 or (second is not None and second.value == candidate.label.value)
    if coded and second is not None and second.style in ("n.", "n)") and second.end < len(rest):
        # the agenda's number behind the minute's: "C048/23  1. Apologies"
        rest, furniture = rest[second.end :], (*furniture, second.printed)
    rest = rest.lstrip(" -–—:") or rest
    cut = len(text) - len(rest)
    title, body, made = title_of(
        rest, max(0, candidate.block.lead - cut), whole=candidate.titled or candidate.block.bold
    )
    return Start(at, at + 1, number, title, body, made, furniture, candidate.block.anchor)


def _motion(candidate: Candidate, found: Sequence[Candidate]) -> Start:
    """Return a resolution as an item: its title is made of what was moved, and nothing is taken out of its text."""
    assert candidate.label is not None
    at, rest = candidate.at, candidate.rest
    movers = MOVERS.match(rest)
    moved = rest[movers.end() :] if movers else rest
    if not moved and at + 1 < len(found):
        moved = found[at + 1].block.text
    return Start(
        at, at + 1, candidate.label.number, opening_of(moved or rest), rest, made=True, anchor=candidate.block.anchor
    )


def _label_alone(candidate: Candidate, found: Sequence[Candidate]) -> Start:
    """Return an item whose number stands alone: the next block is its title or begins with it."""
    assert candidate.label is not None
    number, at = candidate.label.number, candidate.at
    nothing = Start(at, at + 1, number, f"Item {number}", made=True, anchor=candidate.block.anchor)
    if at + 1 >= len(found):
        return nothing
    following = found[at + 1]
    if following.block.row or following.alone or following.block.bullet or is_section_label(following.block.text):
        return nothing
    if following.label is not None and following.label.number.startswith(f"{number}."):
        return nothing  # “5.” over “5.1 Chairman’s report”
    text, furniture = beside_title(following.block.text)
    title, body, made = title_of(text, following.block.lead, whole=following.titled or following.block.bold)
    return Start(at, at + 2, number, title, body, made, furniture, candidate.block.anchor)


def _sub_items(starts: Sequence[Start], found: Sequence[Candidate]) -> list[Start]:
    """Return the items 5.1, 5.2 … under item 5 that have titles and text of their own."""
    taken = {s.at for s in starts}
    added = []
    current: str | None = None
    by_place = {s.at: s for s in starts}
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
        if not label.number.startswith(f"{current}."):
            continue
        following = found[i + 1] if i + 1 < len(found) else None
        bare = following is None or following.label is not None or following.block.row
        parts = bare and following is not None and following.label is not None
        if parts and following is not None and following.label is not None:
            bare = not following.label.number.startswith(f"{label.number}.")
        if bare and not candidate.block.level and not candidate.head:
            continue
        short = candidate.titled and words_in(candidate.rest) <= 12 and not bare
        runs_on = bool(candidate.head) and words_in(candidate.head) <= 9
        if candidate.emphatic or short or runs_on:
            start = _numbered(candidate, found)
            if not start.made:
                added.append(replace(start, sub=True))
    return added


def _with_unnumbered(
    starts: list[Start], heads: Sequence[Candidate], chain: Sequence[Candidate], found: Sequence[Candidate]
) -> list[Start]:
    """Add items that have no number among those that have: headings of the same weight with usual titles."""
    if not starts:
        return starts
    weighty = sum(1 for c in chain if c.emphatic or (c.alone and c.at + 1 < len(found) and found[c.at + 1].emphatic))
    style = chain[0].label.style if chain[0].label else ""
    levels = {c.block.level for c in chain if c.block.level is not None}
    same_weight = weighty >= 0.6 * len(chain)
    motions = are_motions(chain)
    alone = sum(c.titled and not c.ended for c in chain) >= 0.6 * len(chain)
    covered = {i for s in starts for i in range(s.at, s.after)}
    first, last = starts[0].at, starts[-1].at
    added: list[Start] = []
    known = {c.at for c in heads}
    others = [c for c in found[first:] if c.at not in known and c.emphatic and c.usual and c.titled and _is_plain(c)]
    # a number given twice: "4. TRANSPORT", "4. ORGANISATION"
    others += [c for c in found[first:] if c.at not in known and c.label and c.emphatic and is_caps(c.rest)]
    if alone:
        others += [c for c in found[last + 1 :] if c.at not in known and LAST_OF_ALL.fullmatch(c.rest)]
    if motions:
        others = [c for c in found if c.at not in known and c.usual and (c.titled or c.head) and _is_plain(c)]
        others = without_own_title(others, found)
    for candidate in (*heads, *others):
        if (
            candidate.at in covered
            or any(start.at == candidate.at for start in added)
            or candidate.block.row
            or DECIDED.match(candidate.rest)
        ):
            continue
        if candidate.label is not None:
            # converted lists begin to count anew: “12.”, then “1.” in the same bold type
            heavy = candidate.block.bold or (candidate.emphatic and is_caps(candidate.rest))
            if same_weight and heavy and candidate.label.style == style and candidate.titled:
                added.append(_numbered(candidate, found))
            continue
        if attends(candidate, found) or is_attendance_heading(candidate.block.text):
            continue
        if candidate.at and found[candidate.at - 1].alone:
            continue  # the heading of a clause: “(a)”, “Annual Report”
        if candidate.at - 1 in covered:
            continue  # a second line of the title above it
        if candidate.at + 1 in covered or candidate.at + 1 >= len(found):
            continue  # nothing of its own: a heading over items
        usual = candidate.usual and (candidate.titled or bool(candidate.head))
        if motions and (usual or candidate.emphatic) and not FACT.match(candidate.rest):
            added.append(_unnumbered(candidate, found))  # where only resolutions have numbers, other business has none
        elif (candidate.block.level is not None and levels and candidate.block.level in levels) or (
            candidate.emphatic and PUBLIC_PART.fullmatch(candidate.rest)
        ):
            added.append(_unnumbered(candidate, found))
        elif usual and (candidate.emphatic or candidate.at < first) and same_weight == candidate.emphatic:
            if not candidate.head or candidate.titled:
                added.append(_unnumbered(candidate, found))
        elif (
            (alone and candidate.at > last and LAST_OF_ALL.fullmatch(candidate.rest))
            or (usual and candidate.at < first and candidate.titled and not candidate.ended)
            or (same_weight and candidate.emphatic and candidate.block.level is None and candidate.at > last and usual)
        ):
            added.append(_unnumbered(candidate, found))
    if not motions:
        added = _alone_between(added, chain, found)
    return sorted([*starts, *added], key=lambda s: s.at)


def _alone_between(added: Sequence[Start], chain: Sequence[Candidate], found: Sequence[Candidate]) -> list[Start]:
    """Leave out headings of which several stand between two numbers that follow one another: parts of the item."""
    inner: dict[int, list[Start]] = {}
    kept = []
    for start in added:
        before = sum(1 for c in chain if c.at < start.at)
        if 0 < before < len(chain) and start.number is None and start.rest:
            among = found[chain[before - 1].at + 1 : chain[before].at]
            if sum(c.label is None and c.block.lead > 3 and bool(c.head) for c in among) > 1:
                continue  # one of several bold beginnings: “Footpaths: There were no issues”
        block = found[start.at].block
        if (
            start.number is None
            and 0 < before < len(chain)
            and block.level is None
            and not PUBLIC_PART.match(block.text)
        ):
            inner.setdefault(before, []).append(start)
        else:
            kept.append(start)
    return kept + [start for group in inner.values() if len(group) == 1 for start in group]


def _is_plain(candidate: Candidate) -> bool:
    block = candidate.block
    return not block.bullet and block.level is None and not block.quote


def _unnumbered(candidate: Candidate, found: Sequence[Candidate]) -> Start:
    if candidate.label is not None:
        return _numbered(candidate, found)
    before = found[candidate.at - 1] if candidate.at else None
    if before is not None and before.alone and before.label is not None and before.label.style not in CLAUSE_STYLES:
        return _label_alone(before, found)
    text, furniture = beside_title(candidate.block.text)
    title, body, made = title_of(
        text, candidate.block.lead, whole=candidate.titled or candidate.marked or candidate.block.level is not None
    )
    return Start(candidate.at, candidate.at + 1, None, title, body, made, furniture, candidate.block.anchor)
