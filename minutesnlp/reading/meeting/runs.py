"""Items that run together on a line, as conversions of PDFs and old web pages leave them, parted again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from minutesnlp.reading.blocks import Block
from minutesnlp.reading.page.labels import Label, follows, label_of
from minutesnlp.reading.page.titles import is_usual, split_title

# A label of a minute within a line, a capital behind it: " 247/18 Declarations", " Item 15/06/7 Reports".
WITHIN = re.compile(
    r"""(?<=[\s.;:)])(?:Item\s+|Minute\s+)?\d{1,4}(?:/\d{1,4}){1,3}(?:\.\d{1,2})?\s?[.:)]?\s+(?=[A-Z“‘(]|\d[A-Z])
      | (?<=[\s.;:)])\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+(?=[A-Z“‘])
      | (?<=[.;:)’”?]\s)(?P<whole>\d{1,2})\s+(?=[A-Z][^.;:?]{2,60}\s(?P=whole)\.1\s[A-Z])
      | (?<=[\w.;:)’”?•_–-]\s)\d{1,2}\.\s+(?=[A-Z“‘(]|\d{1,2}\.\d{1,2}\s)""",
    re.VERBOSE,
)

DIGIT = re.compile(r"\d")

# The values of labels, by their style.
Values = dict[str, set[tuple[int, ...]]]

# Shorter lines hold one item.
LONG = 60

# So far may the next code of a running line be from the last: “52/18 … 54/18 Parking”.
CODES_REACH = 3

# What marks an entry of a list, at the beginning of a line or within it; “-” and “o” are words as well.
MARK = re.compile(r"(?:(?<=\S)\s+|\A)[•▪●‣]\s+(?=\S)")
FEWEST_OF_ENTRY = 2

WORDED = re.compile(r"\s*(?:agenda\s+)?(?:item|minute)\s*(?:no\.?)?\s*", re.IGNORECASE)

# A first "1." in the middle of so long a line says that all items run on.
RUN_ON = 300


def parted(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with items that run together on a line parted, where the next number stands in mid-line.

    Only the number that is due next parts a line: `246/18 … 247/18 Declarations` does, a reference back does not.
    """
    found: list[Block] = []
    last: dict[str, tuple[int, ...]] = {}
    state = _State(last, _at_lines(blocks), _anywhere(blocks))
    for block in blocks:
        if block.row or block.level is not None:
            found.append(block)
            continue
        label = None if block.label else label_of(block.text)
        if label is not None and (_counts(label) or label.style == "n"):
            state.counted(label)
        if len(block.text) > LONG and DIGIT.search(block.text) is not None:
            found.extend(state.split(block))
        else:
            found.append(block)
    return found


def with_entries(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks of an item's text, those with a list that runs on in a line as the entries of it."""
    return [entry for block in blocks for entry in ([block] if block.row else _entries(block))]


def _entries(block: Block) -> list[Block]:
    """Return the entries of a list that runs on in a line, “• The gate sticks. • The lamp is out.”, each a bullet.

    “Clerk • 01632 960000” on a letterhead is no list: an entry has some words.
    """
    marks = list(MARK.finditer(block.text)) if len(block.text) > LONG else []
    if not marks:
        return [block]
    cuts = [0, *(match.start() for match in marks), len(block.text)]
    texts = [block.text[a:b].strip() for a, b in pairwise(cuts)]
    if any(len(text.lstrip("•▪●‣ ").split()) < FEWEST_OF_ENTRY for text in texts if text) or "@" in block.text:
        return [block]
    opens = block.bullet or MARK.match(block.text) is not None
    head = replace(block, text=MARK.sub("", texts[0], count=1), bullet=opens) if MARK.match(texts[0]) else None
    first = head or _piece(block, texts[0], first=True)
    rest = [replace(_piece(block, MARK.sub("", text, count=1), first=False), bullet=True) for text in texts[1:]]
    return [first, *rest] if first.text else rest


def _counts(label: Label) -> bool:
    return label.style.startswith("item") or "/" in label.style or label.style in ("n.", "n.n", "n.n.n")


def _is_whole(label: Label) -> bool:
    """Tell “9.0 Finance”, the number of an item in papers whose paragraphs are 9.1 and 9.2."""
    return label.style == "n.n" and label.value[1] == 0


def _anywhere(blocks: Sequence[Block]) -> Values:
    """Return the codes (n/n) that stand within lines as labels do."""
    found: Values = {}
    for block in blocks:
        if "/" in block.text and len(block.text) > LONG and not block.row:
            for match in WITHIN.finditer(block.text):
                label = label_of(block.text[match.start() :]) if "/" in match.group() else None
                if label is not None:
                    found.setdefault(label.style, set()).add(label.value)
    return found


def _at_lines(blocks: Sequence[Block]) -> Values:
    """Return the values that stand at the beginnings of lines, by style: what is due there parts no line before."""
    found: Values = {}
    for block in blocks:
        label = None if block.label else label_of(block.text)
        if label is not None and _counts(label):
            found.setdefault(label.style, set()).add(label.value)
    return found


class _State:
    """What has been counted so far on the way through a document."""

    def __init__(self, last: dict[str, tuple[int, ...]], ahead: Values, anywhere: Values) -> None:
        self.last = last
        self.ahead = ahead
        self.anywhere = anywhere
        self.parent: tuple[int, ...] | None = None
        self.wholes: int | None = None
        self.run_on = False

    def counted(self, label: Label) -> None:
        """Go on from a label: “9. Finance”, “9 Finance” and “9.0 Finance” are the parents of 9.1."""
        self.last[label.style] = label.value
        if label.style in ("n.", "n") or _is_whole(label):
            self.parent = label.value[:1]
        if _is_whole(label):
            self.wholes = label.value[0]

    def split(self, block: Block) -> list[Block]:
        pieces: list[Block] = []
        start = 0
        for match in WITHIN.finditer(block.text):
            at = match.start()
            label = label_of(block.text[at:])
            counts = label is not None and (_counts(label) or (match["whole"] and label.style == "n"))
            if label is None or not counts or not self._is_due(label, block.text, at):
                continue
            head = block.text[start:at]
            if WORDED.fullmatch(head):
                continue  # the label's own word: "Item" before "16/10/6"
            if head.strip():
                pieces.append(_piece(block, head, first=not start))
            start = at
            self.counted(label)
        if not start:
            return [block]
        pieces.append(_piece(block, block.text[start:], first=False))
        return [piece for piece in pieces if piece.text]

    def _is_due(self, label: Label, text: str, at: int) -> bool:
        due = self.last.get(label.style)
        at_lines = self.ahead.get(label.style, set())
        if label.value in at_lines:
            return False
        rest = text[at + label.end :]
        if label.style == "n":
            due = self.last.get("n.", due)
            return due is not None and label.value[0] == due[0] + 1
        if _is_whole(label):
            if self.wholes is not None:  # one number may be left out
                left_out = label.value[0] == self.wholes + 2 and f" {self.wholes + 1}.0 " not in rest
                return label.value[0] == self.wholes + 1 or left_out
            return label.value[0] == 1 and len(text) > RUN_ON and re.search(r"\s2\.0\s+[A-Z]", rest) is not None
        if label.style in ("n.n", "n.n.n"):
            return self._is_part(label, due)
        if due is None:
            if label.style == "n.":
                if label.value != (1,) or len(text) < RUN_ON or not re.search(r"\s2\.\s+[A-Z]", rest):
                    return False
                self.run_on = True
                return True
            # the first of its kind, with followers at the beginnings of lines: its line runs on from the front
            known = at_lines | self.anywhere.get(label.style, set())
            return any(follows(label.value, other, reach=1) for other in known)
        steps = follows(due, label.value, reach=CODES_REACH if "/" in label.style else 1 + self.run_on)
        if not steps or (steps > 1 and self._comes_between(due, label, rest)):
            return False
        if label.style != "n." or self.run_on:
            return True
        if not text[:at].rstrip().endswith((".", ";", ":", "?", "!")):
            return False
        return is_usual(rest) or bool(split_title(rest)[0])

    def _comes_between(self, due: tuple[int, ...], label: Label, rest: str) -> bool:
        """Tell a reference ahead, “declared an interest in 55/18”, from the next where one is misprinted."""
        if label.style == "n.":
            return re.search(rf"\s{label.value[0] - 1}\.\s", rest) is not None
        if label.number in rest:
            return True
        known = self.anywhere.get(label.style, set()) | self.ahead.get(label.style, set())
        return any(
            follows(due, one, reach=CODES_REACH) and follows(one, label.value, reach=CODES_REACH) for one in known
        )

    def _is_part(self, label: Label, due: tuple[int, ...] | None) -> bool:
        """Tell 8.1 within item 8, and 8.2 after it."""
        if self.parent is None or label.value[:1] != self.parent[:1]:
            return False
        if due is not None and follows(due, label.value, reach=1):
            return True
        return label.value[-1] == 1


def _piece(block: Block, text: str, *, first: bool) -> Block:
    if first:
        return replace(block, text=text, lead=min(block.lead, len(text)))
    return replace(block, text=text, lead=0, label=None, bullet=False, gap=0.0)
