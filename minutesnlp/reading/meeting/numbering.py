"""Which of a document's numbered lines are its items: the best chain of numbers that follow one another."""

from __future__ import annotations

from collections.abc import Sequence

from minutesnlp.reading.meeting.candidates import Candidate
from minutesnlp.reading.page.labels import Label, follows
from minutesnlp.reading.page.titles import is_usual, words_in

# Numbers that may be missing between two items of one chain: a page lost, an item without a number.
REACH = 6

# … and so many between two codes: no list within an item counts so, and each that is missing costs.
CODED_REACH = 12

# What a missing number costs, in units of an item.
GAP_COST = 0.45

# An item put in behind another in small letters (13a) has a title of its own: its worth is at least this.
TITLED = 1.0

# What stands out of its order has the form of an item beyond doubt: its worth is at least this.
SURELY = 1.2

# Of so many numbers with a stop, alone or with usual titles, one may expect the others to have it; one alone without it
# is worth this.
FEWEST_DOTTED = 4
CELL_WORTH = 0.05

# So many numbers line by line below an item are a list within it.
FEWEST_WITHIN = 3

# Styles that count clauses within items far oftener than items.
CLAUSE_STYLES = ("(n)", "(a)", "(i)", "(A)", "(I)", "(aa)", "a)", "a.", "i)", "i.", "A)")

# Chains are looked for among this many labels at most; documents with more are reports or registers.
MOST_LABELS = 3_000


def chain_of(found: Sequence[Candidate]) -> tuple[list[Candidate], float]:
    """Return the candidates whose numbers follow one another as items do, and how well they do.

    For each numbering the chain with the best sum is found, in which a member counts for its form (a usual title,
    bold, followed by text) and a missing number costs; the best chain of all numberings is returned.
    """
    styles: dict[str, list[Candidate]] = {}
    for candidate in found[:]:
        if candidate.label is not None and not candidate.block.row and candidate.block.section not in ("front", "back"):
            styles.setdefault(_style(candidate), []).append(candidate)
    best: tuple[list[Candidate], float] = ([], 0.0)
    for style, members in styles.items():
        if len(members) < 2 or len(members) > MOST_LABELS:
            continue
        chain, score = _best_chain(members, found)
        if style in CLAUSE_STYLES:
            score *= 0.4
        if "n.n" in style and "/" not in style:
            score *= 0.8
        # what is spread over the document numbers the document
        span = (chain[-1].at - chain[0].at) / max(1, len(found))
        score *= 0.4 + 0.6 * span
        if len(chain) >= 2 and score > best[1]:
            best = (chain, score)
    return _with_early(_with_mistyped(_with_slips(best[0], found), found), found), best[1]


def _with_early(chain: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Add items that were taken out of their order: 7 between 2 and 3, where no other 7 has the form of an item."""
    label = chain[0].label if len(chain) >= 4 else None
    if label is None or len(label.value) != 1:
        return chain
    style, taken = _style(chain[0]), {c.label.value for c in chain if c.label is not None}
    missing: dict[tuple[int, ...], list[Candidate]] = {}
    for c in found[chain[0].at :]:
        if (
            c.label is None
            or _style(c) != style
            or c.label.value in taken
            or not min(taken) < c.label.value < max(taken)
        ):
            continue
        if worth(c, found) >= SURELY and not c.block.row and not c.block.bullet:
            missing.setdefault(c.label.value, []).append(c)
    early = [ones[0] for ones in missing.values() if len(ones) == 1]
    return sorted([*chain, *early], key=lambda c: c.at)


def _with_slips(chain: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Add what a slip leaves behind the chain's end: a second 13 after 13, 23/183 after 24/13, with a usual title."""
    if len(chain) < 4 or chain[-1].label is None:
        return chain
    last = chain[-1]
    style, value = _style(last), chain[-1].label.value
    more = [
        c
        for c in found[last.at + 1 :]
        if c.label is not None
        and _style(c) == style
        and (0 <= value[0] - c.label.value[0] <= 1 if len(value) == 1 else c.emphatic)
        and c.label.value[0] > 2
        and c.usual
        and not c.block.row
    ]
    return [*chain, *more[: 2 if len(value) == 1 else 4]]


def _with_mistyped(chain: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Add codes that were mistyped in one part but count on in their last: 19/91 between 16/90 and 16/94."""
    if len(chain) < 4 or chain[0].label is None or len(chain[0].label.value) < 2:
        return chain
    style = _style(chain[0])
    filled = [chain[0]]
    for after in chain[1:]:
        for c in found[filled[-1].at + 1 : after.at]:
            last, here, end = filled[-1].label, c.label, after.label
            if here is None or last is None or end is None or _style(c) != style or c.block.row:
                continue
            if last.value[-1] < here.value[-1] < end.value[-1] and here.value[-1] - last.value[-1] <= REACH:
                filled.append(c)
        filled.append(after)
    # … or given twice: 12.22.07 Updates, 12.22.07 Planning
    taken = {c.at for c in filled}
    values = {c.label.value for c in filled if c.label is not None}
    twice = [
        c
        for c in found
        if c.at not in taken and c.label is not None and c.label.value in values and _style(c) == style
        if c.usual and c.titled and not c.block.row and not c.block.bullet
    ]
    return sorted([*filled, *twice], key=lambda c: c.at)


def worth(candidate: Candidate, found: Sequence[Candidate]) -> float:
    """Return how much a numbered line looks like an item, about 0 to 3."""
    rest, at = candidate.rest, candidate.at
    following = found[at + 1] if at + 1 < len(found) else None
    value = 0.6
    if candidate.alone:
        if following is None or following.label is not None or following.block.row:
            return 0.1
        rest = following.rest
        value += 0.3 + (0.8 if is_usual(rest) else 0) + (0.5 if following.emphatic else 0)
        return value + (0.3 if following.titled else 0)
    if candidate.usual:
        value += 1.0
    if candidate.emphatic:
        value += 0.8
    if candidate.block.level is not None:
        value += 0.5
    if candidate.titled and not candidate.ended and words_in(rest) <= 18:
        value += 0.4
    elif not candidate.head and not candidate.usual and not candidate.emphatic:
        value -= 0.5  # a sentence: a clause or a numbered paragraph
    under = following.label if following is not None else None
    if following is not None and (
        (under is None and not following.block.bullet) or (under and under.value == (1,) and candidate.emphatic)
    ):
        value += 0.3  # text of its own, or a list of its own
    elif candidate.titled and not candidate.emphatic and not candidate.head:
        value -= 0.4  # nothing of its own below it: an entry of a list
    if candidate.block.quote:
        value -= 0.4
    if candidate.block.depth:
        value -= 1.2  # an entry of a list within an item, however usual its title
    return max(0.05, value)


def _style(candidate: Candidate) -> str:
    assert candidate.label is not None
    style = candidate.label.style
    if style == "n.n" and candidate.label.value[1] == 0:
        return "n.0"  # "9.0 Finance", whose paragraphs are 9.1 and 9.2
    # "2 SPECIAL ISSUES" between "1." and "3." counts with them
    return "n." if style == "n" else style


def _among(candidate: Candidate, value: float, *, dotted: bool) -> float:
    """Return the worth of a line among others of its style; `dotted`: several of these that head items have a stop.

    A number without one that stands alone is then a cell of a table or a page's number far oftener than an item's.
    """
    if candidate.label is None or candidate.label.style != "n":
        return value
    return CELL_WORTH if dotted and candidate.alone else 0.7 * value


def _inner(members: Sequence[Candidate], found: Sequence[Candidate]) -> set[int]:
    """Return the places of lists within an item: “1.”, “2.”, “3.” line by line, right below “7. Correspondence”."""
    places: set[int] = set()
    for member in members:
        above = found[member.at - 1] if member.at else None
        label = member.label
        if label is None or above is None or above.label is None or label.value != (1,):
            continue
        if above.label.style != label.style or above.label.value <= (1,) or above.alone:
            continue
        run = [member.at]
        for c in found[member.at + 1 :]:
            last = found[run[-1]].label
            if c.label is None or last is None or c.label.style != label.style:
                break
            if not follows(last.value, c.label.value, reach=2):
                break
            run.append(c.at)
        places.update(run if len(run) >= FEWEST_WITHIN else ())
    return places


def _opens_section(before: Label, label: Label) -> int:
    """Return 1 for “Item 6.1” behind “Item 5.2”: who says that it is an item counts no clauses; else 0."""
    items = label.style.startswith("item") and label.style == before.style and len(label.value) == 2
    return int(items and label.value == (before.value[0] + 1, 1))


def _best_chain(members: list[Candidate], found: Sequence[Candidate]) -> tuple[list[Candidate], float]:
    heads = [member for member in members if member.alone or (member.usual and member.titled)]
    dotted = sum(member.printed.endswith(".") for member in heads) >= FEWEST_DOTTED
    inner = _inner(members, found)
    values = [
        CELL_WORTH if member.at in inner else _among(member, worth(member, found), dotted=dotted) for member in members
    ]
    best = list(values)
    before = [-1] * len(members)
    for i, member in enumerate(members):
        assert member.label is not None
        if len(member.label.value) == 1 and member.label.value[0] > 1:
            best[i] -= 0.15 * min(4, member.label.value[0] - 1)  # chains begin at the beginning, or far from it
        best[i] -= 0.1 * min(5, i)  # a list within an item begins to count anew
        for j in range(i - 1, max(-1, i - 400), -1):
            other = members[j].label
            assert other is not None
            reach = CODED_REACH if "/" in member.label.style else REACH
            steps = follows(other.value, member.label.value, reach=reach) or _opens_section(other, member.label)
            put_in = len(other.value) < len(member.label.value)
            if put_in and values[i] < TITLED and not member.label.number[-1].isupper():
                continue  # “7a.” with no title of its own is a clause of item 7
            if steps:
                total = best[j] + values[i] - GAP_COST * (steps - 1)
                # of two as good the earlier is the outer: 1, 2, (1, 2, 3 within it), 3
                if total > best[i] or (total == best[i] and before[i] >= 0):
                    best[i], before[i] = total, j
    if not best:
        return [], 0.0
    end = max(range(len(best)), key=lambda i: (best[i], -i))
    total = best[end]
    chain = []
    while end >= 0:
        chain.append(members[end])
        end = before[end]
    return chain[::-1], total
