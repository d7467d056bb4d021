"""Lines to paragraphs: which line breaks are the author's and which are the page's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from minutesnlp.reading.blocks import Block
from minutesnlp.reading.page.furniture import PAGE_NUMBER
from minutesnlp.reading.page.joints import ENDS, GOES_ON, UNENDED, Joint, is_its_number, joint_of
from minutesnlp.reading.page.labels import label_of

# Wider than this and lines are not broken by a page's width: a paragraph stands on one line.
WIDEST_PAGE = 150

# A line this full (of the page's width) was broken by the page.
FULL = 0.8

# A line this full was so within quotation marks that are still open.
NEARLY_FULL = 0.6

# So many of the longer lines must be full before a text counts as broken by a page's width.
SHARE_OF_FULL = 0.35

# What begins a paragraph of its own after a full stop: "Proposed by Councillor Hall;", "RESOLVED that"; not "He said".
OPENS = re.compile(
    r"""(?:(?:proposed|seconded|moved)\s+(?:by|and)\b|(?:and|it\s+was)?\s*resolved\b|(?:it\s+was\s+)?(?:agreed|noted)\s*[:–-]
        |circulated,|signed\b|dated?\s*:|reply\s*:|action\s*:|this\s+concluded\b|the\s+meeting\s+(?:closed|ended|concluded)
        |present\s*:|apologies\s*:|in\s+attendance\b)""",
    re.VERBOSE | re.IGNORECASE,
)

# A date cut in two: "31st" / "December, 2015".
DAY_END = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)$", re.IGNORECASE)
MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE
)

LETTER_END = re.compile(r"[a-z]-$")

BARE = re.compile(r"\d{1,3}")
DIGITS = re.compile(r"\d{1,9}")
# What ends an item, and is no running head though it repeats: “Motion Passed (5 to 0)”, “No objection”.
VERDICT = re.compile(
    r"\b(?:carried|passed|lost|defeated|refused|rejected|approv(?:ed|al)|agreed|resolved|ordered|adopted|deferred|noted"
    r"|received|withdrawn|granted|permitted|permission|objections?|comments?|in favou?r|against|abst(?:ain|ention)\w*"
    r"|votes?|yeas|nays|none|nil|dispensed|seconded|unanimous(?:ly)?)\b",
    re.IGNORECASE,
)
FEWEST_HEADS = 3
LONGEST_HEAD = 100


# “There being no other nomination, it was” / “RESOLVED that …”: set apart, as resolutions are.
OPERATIVE = re.compile(r"(?:AGREED|RESOLVED|ORDERED|RECOMMENDED|NOTED|APPROVED|REFUSED|DEFERRED)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a source as a block that may yet be a piece of one.

    `begins` says that it certainly begins a block (a bullet, a heading, a table's row), `ends` that nothing joins it.
    `after_break` that a page begins with it. `width` is its printed length, `mark` the bullet's mark before it.
    """

    block: Block
    width: int
    begins: bool = False
    ends: bool = False
    after_break: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: the page's width in characters (0: a paragraph a line), the blank lines in paragraphs."""

    width: int = 0
    within: int = 0


def setting_of(lines: Sequence[Line]) -> Setting:
    """Find whether the lines of a text were broken by a page's width, and whether they were spread apart."""
    plain = [line for line in lines if not line.block.row and not line.block.level and line.width]
    long = sorted(line.width for line in plain if line.width >= 30)
    if len(long) < 6:
        return Setting()
    width = long[min(len(long) - 1, int(0.93 * len(long)))]
    if width > WIDEST_PAGE:
        return Setting()
    full = [n for n in long if n >= FULL * width]
    if len(full) < SHARE_OF_FULL * len(long):
        return Setting()
    # Pairs that certainly belong together tell how lines of one paragraph are set apart.
    gaps = Counter(
        min(int(b.block.gap), 3)
        for a, b in pairwise(plain)
        if a.width >= FULL * width
        and not b.begins
        and not b.after_break
        and not ENDS.search(a.block.text[-24:])
        and GOES_ON.match(b.block.text)
    )
    if sum(gaps.values()) < 2:
        return Setting()
    return Setting(width, gaps.most_common(1)[0][0])


def joined(lines: Sequence[Line]) -> list[Block]:
    """Return the paragraphs of a text: lines that a page broke are joined, lines that an author broke are not.

    In a text set a paragraph a line, only what plainly goes on is joined: a piece that begins with a small letter after
    one that does not end. In a text broken by a page's width, a line that was full goes on in the next.
    """
    setting = setting_of(lines)
    words = (
        Counter(re.findall(r"[a-z]{4,}", " ".join(line.block.text for line in lines).lower())) if setting.width else {}
    )
    pieces: list[list[Line]] = []
    for line, after in zip_longest(lines, lines[1:]):
        if pieces and _is_aside(pieces[-1], line, after, setting):
            block = replace(line.block, text=f"{line.mark} {line.block.text}", bullet=False, depth=0)
            pieces[-1].append(replace(line, block=block, begins=False))
        elif pieces and _goes_on(pieces[-1], line, setting):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return [_one(piece, words) for piece in pieces]


def _goes_on(piece: list[Line], line: Line, setting: Setting) -> bool:
    """Tell whether a line goes on with the paragraph before it: by what it is, by its words, by how full lines are."""
    if _is_apart(piece, line):
        return False
    joint = joint_of(piece[-1].block.text, line.block.text, tail=24, abbreviates=True)
    told = _by_words(piece, line, setting, joint)
    return _by_width(piece[-1], line, setting, joint) if told is None else told


def _is_apart(piece: list[Line], line: Line) -> bool:
    """Tell what never goes on, whatever its words: a heading, a row, a bullet, a resolution set apart."""
    last = piece[-1]
    before, block = last.block, line.block
    if line.begins or last.ends or before.row or block.row or before.level or block.level:
        return True
    if not block.text or not before.text or (before.quote, before.section) != (block.quote, block.section):
        return True
    if block.gap >= 1 and OPERATIVE.match(block.text):
        return True
    label = label_of(before.text) if len(piece) == 1 else None
    return label is not None and label.end >= len(before.text)  # alone on its line: its title comes next, see `outline`


def _by_words(piece: list[Line], line: Line, setting: Setting, joint: Joint) -> bool | None:
    """Tell by the words on both sides of a line's end, None where these do not."""
    last = piece[-1]
    before, block = last.block, line.block
    near = block.gap <= max(1.0, setting.within)
    if _is_cut(before, block, setting, joint):
        return True
    if joint.ended and OPENS.match(block.text):
        return False
    if label_of(block.text) is not None and not (joint.runs_on and setting.width and _mid_number(before, block)):
        return _wrapped_number(last, line, setting)
    if joint.runs_on and (line.after_break or near):
        return not _is_heading_over(piece, block) and _long_enough(piece)
    if not setting.width:
        return joint.hangs and block.gap <= 1 and len(before.text.split()) > 5 and not joint.ended
    return True if not joint.ended and _is_quoted(piece, line, setting) else None


def _is_cut(before: Block, block: Block, setting: Setting, joint: Joint) -> bool:
    """Tell a date, a name or a number with what it belongs to, which a line's end cut in two."""
    if setting.width and block.gap <= setting.within and _cut_short(before, block):
        return True
    near = block.gap <= max(1.0, setting.within)
    return not joint.ended and near and is_its_number(before.text[-60:], block.text)


def _is_heading_over(piece: list[Line], block: Block) -> bool:
    """Tell a heading in bold or capitals, which does not go on in small letters; bold type may end in a sentence."""
    before = piece[-1].block
    return before.text.isupper() or (before.bold and not block.bold and not _in_bold(piece, block))


def _by_width(last: Line, line: Line, setting: Setting, joint: Joint) -> bool:
    """Tell by how full the line before is, whether the next word had room there."""
    before, block = last.block, line.block
    full = last.width >= FULL * setting.width
    if before.bold != block.bold and not (full and not joint.ended):
        return False
    if line.after_break:
        return not joint.ended and (joint.small or full)
    if block.gap > setting.within or _case_changes(before.text, block.text, joint):
        return False
    first = block.text.split(" ", 1)[0]
    room = setting.width - last.width - 1 - len(first)
    if setting.within == 0 and block.gap == 0 and not joint.ended:
        return room < 0.25 * setting.width or joint.small
    if joint.ended and first[:1].isupper() and not full:
        return False
    return room < 0.1 * setting.width


def _case_changes(before: str, text: str, joint: Joint) -> bool:
    """Tell capitals that end where small letters begin, unless a line of prose happens to be an acronym."""
    if before.isupper() == text.isupper() or sum(map(str.isalpha, text)) <= 3:
        return False
    return (before.isupper() and len(before) > 12) or (text.isupper() and (joint.ended or len(text) > 12))


def _in_bold(piece: list[Line], block: Block) -> bool:
    """Tell a line in which the bold type of the one before ends, but with it no sentence, unless that is quoted."""
    return block.lead > 0 and (block.text[: block.lead].rstrip()[-1:] not in ".!?" or _open(piece) == 1)


def _open(piece: list[Line]) -> int:
    """Return how many quotation marks are open at the end of a piece."""
    return sum(line.block.text.count("“") - line.block.text.count("”") for line in piece)


def _is_aside(piece: list[Line], line: Line, after: Line | None, setting: Setting) -> bool:
    """Tell a dash within a sentence, which a line's end put first, from the mark of a list's entry.

    The line before it is full and does not end, and no other entry stands before or behind.
    """
    last, block = piece[-1], line.block
    return (
        line.mark in ("-", "–", "—")
        and not (piece[0].block.bullet or (after is not None and after.block.bullet))
        and not (last.ends or last.block.row or last.block.level)
        and bool(setting.width)
        and last.width >= FULL * setting.width
        and block.gap <= setting.within
        and ENDS.search(last.block.text[-24:]) is None
        and last.block.bold == block.bold
    )


def _is_quoted(piece: list[Line], line: Line, setting: Setting) -> bool:
    """Tell a line within quotation marks that are still open, where the line before it is nearly full."""
    last, block = piece[-1], line.block
    return (
        _open(piece) == 1
        and last.width >= NEARLY_FULL * setting.width
        and block.gap <= setting.within
        and last.block.bold == block.bold
        and not last.block.text.endswith("“")
        and not block.text.startswith("“")
        and not block.text.isupper()
    )


def _cut_short(before: Block, block: Block) -> bool:
    """Tell a line that cannot have ended: within a date, or after “of the”."""
    if DAY_END.search(before.text[-24:]) and MONTH.match(block.text):
        return True
    return bool(UNENDED.search(before.text[-24:])) and label_of(block.text) is None and before.bold == block.bold


def _long_enough(piece: list[Line]) -> bool:
    """Tell prose, which goes on, from a short line of a list, which stands alone."""
    if len(piece) > 4 or piece[0].block.text.count(" ") >= 4:
        return True
    return sum(len(line.block.text.split()) for line in piece) >= 5 or bool(UNENDED.search(piece[-1].block.text[-24:]))


def _mid_number(before: Block, block: Block) -> bool:
    return bool(UNENDED.search(before.text[-24:])) and label_of(block.text) is not None and len(block.text) > 20


def _wrapped_number(last: Line, line: Line, setting: Setting) -> bool:
    """Tell a number that a line break happened to put first: “a Section / 183 Notice”, “in the sum of / 20. The”."""
    if not setting.width or last.width < FULL * setting.width or line.block.gap > setting.within:
        return False
    label = label_of(line.block.text)
    return bool(label and label.style in ("n", "n.n", "n/n") and UNENDED.search(last.block.text[-24:]))


def _one(piece: list[Line], words: Counter[str] | dict[str, int]) -> Block:
    first = piece[0].block
    if len(piece) == 1:
        return first
    text = first.text
    for line in piece[1:]:
        text = mend(text, line.block.text, words)
    return replace(
        first,
        text=text,
        bold=all(line.block.bold for line in piece),
        lead=first.lead if not first.bold else _bold_beginning(piece),
    )


def _bold_beginning(piece: list[Line]) -> int:
    """Return how many characters are bold where a title in bold runs over its line into plain text."""
    length = 0
    for line in piece:
        if line.block.bold:
            length += len(line.block.text) + 1
            continue
        return max(0, length + line.block.lead - (0 if line.block.lead else 1))
    return 0


def mend(text: str, more: str, words: Counter[str] | dict[str, int]) -> str:
    """Join two pieces of a paragraph; a hyphen at the break is taken out where the whole word is known.

    >>> mend("the coun-", "cil agreed", {"council": 3}), mend("a part-", "time post", {})
    ('the council agreed', 'a part-time post')
    """
    if text.endswith("-") and more[:1].isalpha():
        if LETTER_END.search(text):
            head = re.search(r"([A-Za-z]+)-$", text)
            tail = re.match(r"[a-z]+", more)
            if head and tail and words.get((head[1] + tail[0]).lower(), 0):
                return text[:-1] + more
        if len(text) > 1 and text[-2].isalpha():
            return text + more
    return f"{text} {more}"


def page_numbers(lines: Sequence[Line]) -> set[int]:
    """Return the places of lines that are page numbers or running heads: what repeats at the pages' beginnings.

    A bare number counts only where a page begins or ends, for elsewhere it is a label.
    """
    starts = [i for i, line in enumerate(lines) if line.after_break]
    if not starts:
        return {i for i, line in enumerate(lines) if PAGE_NUMBER.fullmatch(line.block.text)}
    ends = [i - 1 for i in starts if i] + [len(lines) - 1]
    beside = {*starts, *ends}
    edges = {i for i in beside | {i + 1 for i in starts} | {i - 1 for i in ends} if 0 <= i < len(lines)}
    numbers = {i for i in edges if PAGE_NUMBER.fullmatch(lines[i].block.text)}
    numbers |= {i for i in edges & beside if BARE.fullmatch(lines[i].block.text)}
    return numbers | _running_heads(lines, starts, edges)


def _running_heads(lines: Sequence[Line], starts: Sequence[int], edges: set[int]) -> set[int]:
    """Return the places of lines that repeat at the edges of half of the pages, and nowhere else.

    What an item ends with repeats too: a verdict, a vote and a heading are never taken for the page's, nor is what
    differs by a number that does not rise from page to page.
    """
    shapes: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        shapes.setdefault(DIGITS.sub("#", line.block.text), []).append(i)
    found: set[int] = set()
    for every in shapes.values():
        places = [i for i in every if i >= max(1, starts[0] - 1)]  # on the first page it is the paper's title
        text = lines[every[0]].block.text
        if (
            len(places) < FEWEST_HEADS
            or len(places) < 0.5 * len(starts)
            or not edges.issuperset(places)
            or len(every) > len(places) + 1
            or len(text) >= LONGEST_HEAD
            or ENDS.search(text[-24:])
            or VERDICT.search(text)
        ):
            continue
        blocks = [lines[i].block for i in places]
        numbers = [[int(number) for number in DIGITS.findall(block.text)] for block in blocks]
        same_or_rising = all(a == b or (len(a) == len(b) and a < b) for a, b in pairwise(numbers))
        if same_or_rising and not any(block.level or block.row or label_of(block.text) for block in blocks):
            found.update(places)
    return found
