"""Items without a number among those that have one: the public's part, other business, what comes last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutesnlp.reading.meeting.candidates import Candidate, is_attendance_heading
from minutesnlp.reading.meeting.headings import DECIDED, FACT, attends
from minutesnlp.reading.meeting.motions import are_motions
from minutesnlp.reading.meeting.numbering import CLAUSE_STYLES
from minutesnlp.reading.meeting.own_title import without_own_title
from minutesnlp.reading.meeting.starts import Start, at_heading
from minutesnlp.reading.page.titles import is_caps, words_in

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

# Parts of a report that stands in an item, of whatever weight: “FINANCIAL IMPLICATIONS”
REPORT_PART = re.compile(
    r"(?:[\w/,&’' -]+\s)?implications\W*|(?:executive\s+)?summary|background|purpose(?:\s+of\s+(?:the\s+)?report)?"
    r"|(?:(?:foreshadowed|alternative|procedural|officer\W?s?)\s+)?(?:motion|amendment|division|recommendation)",
    re.IGNORECASE,
)

# So many titles that begin with so many words tell that a line which does is one too, unless it is longer than this.
ALIKE = 2
OPENING = 4
LONGEST_ALIKE = 40


# A member's motion or question, and how it begins, a scan's I and all.
SUBMITTED = re.compile(
    r"(?:Notices?\s+of\s+Motions?|Questions?)\s+(?:as\s+)?(?:submitted|tabled|put\s+down)\s+by\s+(?:(?:Deputy|Lord|the)\s+)?"
    r"(?:Councillor|Cllr|Cmhlr|Mayor|Alderman)",
    re.IGNORECASE,
)
I_WILL = re.compile(r"\W{0,3}(?:[I1l|!]\s+(?:will|wish|would)|to\s+ask|that)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """What the numbered items of a paper have in common, and which blocks they cover."""

    style: str
    levels: frozenset[int]
    same_weight: bool
    """Most are set in bold type or in capitals, and so other headings of items must be."""
    motions: bool
    """They are resolutions, and other business has no numbers."""
    alone: bool
    """Most have titles that stand alone on their lines."""
    first: int
    last: int
    covered: frozenset[int]


def with_unnumbered(
    starts: list[Start], heads: Sequence[Candidate], chain: Sequence[Candidate], found: Sequence[Candidate]
) -> list[Start]:
    """Add items that have no number among those that have: headings of the same weight with usual titles."""
    if not starts:
        return starts
    numbered = _numbered(starts, chain, found)
    added: dict[int, Start] = {}
    for candidate in (*heads, *_others(heads, numbered, found)):
        if candidate.at in numbered.covered or candidate.at in added:
            continue
        if candidate.block.row or DECIDED.match(candidate.rest):
            continue
        if _counts_anew(candidate, numbered) if candidate.label else _is_item(candidate, numbered, found):
            start = at_heading(candidate, found)
            added.setdefault(start.at, start)
    more = list(added.values())
    if not numbered.motions:
        more = _alone_between(more, chain, found)
    return sorted([*starts, *more], key=lambda s: s.at)


def with_alike(starts: list[Start], found: Sequence[Candidate]) -> list[Start]:
    """Add what begins as several titles do, whatever its number: “Question submitted by …”, the number misprinted.

    The words that begin so many titles, or usual titles with numbers of their own, head nothing else.
    """
    covered = {i for s in starts for i in range(s.at, s.after)}
    lines = [c for c in found if c.at not in covered and _may_be_alike(c)]
    titles = [s.title for s in starts if not s.made] + [c.rest for c in lines if c.usual and _has_number(c, found)]
    phrases = Counter(map(_phrase, titles))
    added: dict[int, Start] = {}
    for c in lines:
        phrase = _phrase(c.rest)
        if phrases[phrase] >= ALIKE and phrase and c.at - 1 not in covered:
            start = at_heading(c, found)
            added.setdefault(start.at, start)
    for c in found:
        if c.at not in covered and c.at - 1 not in covered and _is_submitted(c, found):
            start = at_heading(c, found)
            added.setdefault(start.at, start)
    return sorted([*starts, *added.values()], key=lambda s: s.at)


def _is_submitted(candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell the heading of a member's motion or question from its words and those below: “I will move”, “I will ask”."""
    block, label = candidate.block, candidate.label
    if block.row or (label is not None and label.style in CLAUSE_STYLES) or not SUBMITTED.match(candidate.rest):
        return False
    following = found[candidate.at + 1] if candidate.at + 1 < len(found) else None
    short = words_in(candidate.rest) <= LONGEST_ALIKE
    return short and following is not None and I_WILL.match(following.block.text) is not None


def _may_be_alike(candidate: Candidate) -> bool:
    block = candidate.block
    clause = candidate.label is not None and candidate.label.style in CLAUSE_STYLES
    heads = candidate.usual and candidate.titled and not candidate.ended
    return heads and not (clause or block.row or block.bullet) and words_in(candidate.rest) <= LONGEST_ALIKE


def _has_number(candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell a line with a number before it, on the line or alone above it."""
    above = found[candidate.at - 1] if candidate.at else None
    label = candidate.label or (above.label if above is not None and above.alone else None)
    return label is not None and label.style not in CLAUSE_STYLES


def _phrase(title: str) -> str:
    """Return the words that a title begins with, none where it has no more than these."""
    words = title.casefold().split(maxsplit=OPENING)
    return " ".join(words[:OPENING]) if len(words) > OPENING else ""


def _numbered(starts: Sequence[Start], chain: Sequence[Candidate], found: Sequence[Candidate]) -> _Numbered:
    weighty = sum(c.emphatic or (c.alone and c.at + 1 < len(found) and found[c.at + 1].emphatic) for c in chain)
    return _Numbered(
        style=chain[0].label.style if chain[0].label else "",
        levels=frozenset(c.block.level for c in chain if c.block.level is not None),
        same_weight=weighty >= 0.6 * len(chain),
        motions=are_motions(chain),
        alone=sum(c.titled and not c.ended for c in chain) >= 0.6 * len(chain),
        first=starts[0].at,
        last=starts[-1].at,
        covered=frozenset(i for s in starts for i in range(s.at, s.after)),
    )


def _others(heads: Sequence[Candidate], numbered: _Numbered, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what may be an item beside the headings: usual titles, numbers given twice, what comes last of all."""
    known = {c.at for c in heads}
    if numbered.motions:
        plain = [c for c in found if c.at not in known and c.usual and (c.titled or c.head) and _is_plain(c)]
        yield from without_own_title(plain, found)
        return
    after = [c for c in found[numbered.first :] if c.at not in known]
    yield from (c for c in after if c.emphatic and c.usual and c.titled and _is_plain(c))
    # a number given twice: "4. TRANSPORT", "4. ORGANISATION"
    yield from (c for c in after if c.label and c.emphatic and is_caps(c.rest))
    if numbered.alone:
        yield from (c for c in after if c.at > numbered.last and LAST_OF_ALL.fullmatch(c.rest))


def _counts_anew(candidate: Candidate, numbered: _Numbered) -> bool:
    """Tell a number of a converted list that begins to count anew: “12.”, then “1.” in the same bold type."""
    heavy = candidate.block.bold or (candidate.emphatic and is_caps(candidate.rest))
    style = candidate.label.style if candidate.label else ""
    return numbered.same_weight and heavy and style == numbered.style and candidate.titled


def _is_item(candidate: Candidate, numbered: _Numbered, found: Sequence[Candidate]) -> bool:
    """Tell a heading without a number that heads an item from one within an item."""
    if _is_within(candidate, numbered, found):
        return False
    usual = candidate.usual and (candidate.titled or bool(candidate.head))
    if numbered.motions and (usual or candidate.emphatic) and not FACT.match(candidate.rest):
        return True
    if candidate.block.level is not None and candidate.block.level in numbered.levels:
        return True
    if candidate.emphatic and PUBLIC_PART.fullmatch(candidate.rest):
        return True
    if usual and (candidate.emphatic or candidate.at < numbered.first) and numbered.same_weight == candidate.emphatic:
        return not candidate.head or candidate.titled
    return _is_first_or_last(candidate, numbered, usual)


def _is_within(candidate: Candidate, numbered: _Numbered, found: Sequence[Candidate]) -> bool:
    """Tell a heading of attendance, of a clause, of a title's second line, or over nothing but numbered items."""
    at = candidate.at
    if (
        attends(candidate, found)
        or is_attendance_heading(candidate.block.text)
        or REPORT_PART.fullmatch(candidate.rest)
    ):
        return True
    if at and found[at - 1].alone:
        return True  # the heading of a clause: “(a)”, “Annual Report”
    return at - 1 in numbered.covered or at + 1 in numbered.covered or at + 1 >= len(found)


def _is_first_or_last(candidate: Candidate, numbered: _Numbered, usual: bool) -> bool:
    """Tell an item above the first number or below the last, where less is asked of its form."""
    if candidate.at > numbered.last:
        if numbered.alone and LAST_OF_ALL.fullmatch(candidate.rest):
            return True
        return usual and numbered.same_weight and candidate.emphatic and candidate.block.level is None
    return usual and candidate.at < numbered.first and candidate.titled and not candidate.ended


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
