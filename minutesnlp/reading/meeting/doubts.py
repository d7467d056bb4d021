"""What in a meeting as it was read may not be right: numbers left out, words that no item owns, lists with gaps.

None of it changes what was read. A list or an outline that looks whole and is not is worse than one that says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.candidates import is_attendance_heading
from minutesnlp.reading.meeting.list_heads import heads_members
from minutesnlp.reading.meeting.name_words import opens_with_name, uncounted
from minutesnlp.reading.page.posts import UNNAMED
from minutesnlp.reading.page.titles import TELLING
from minutesnlp.records import Attendee, Item, Paragraph

# A number as it is counted: what stands before the figures that count, these, and the year behind: "21/16", "5/24".
COUNTED = re.compile(r"(?P<before>(?:.*?[^\d])?)(?P<count>\d{1,3})(?P<year>/\d{2,4})?")

# More numbers than these left out between two items are another numbering, or pages that are not in the file.
MOST_LEFT_OUT = 6

# More words than these above the first item, who was there not counted, are more than a heading.
HEADING_WORDS = 250

# A paragraph of more words than these is several that nothing parted.
LONGEST = 800

# A longer line of a list is a sentence, or a list of its own that was read in part.
ENTRY = 120

# Who was there holds a word of a table, a number or more words than a name.
NO_NAME = re.compile(r"[|\d]|(?:\S+\s+){6}")


# What a source says of its own text, page by page.
WARNS_OF_SCAN = re.compile(r"\bscanned\b.*\bmay\s+contain\s+errors\b", re.IGNORECASE | re.DOTALL)
SCANNED = "the source says that its text is scanned and may hold errors"


def doubts_of(
    front: Sequence[Paragraph], items: Sequence[Item], attendance: Sequence[Attendee], furniture: Sequence[str] = ()
) -> list[str]:
    """Return what may not be right in a meeting, each as a note that begins `doubtful:`."""
    found = [*_left_out(items), *_unowned(front, items), *_of_the_list(front, attendance)]
    if any(WARNS_OF_SCAN.search(line) for line in furniture):
        found.insert(0, SCANNED)
    return [f"doubtful: {doubt}" for doubt in found]


def _left_out(items: Sequence[Item]) -> Iterator[str]:
    """Tell the numbers that no item has between two that follow one another, and where one stands within an item."""
    numbers = {item.number for item in items}
    counted = [(item, match) for item in items if (match := COUNTED.fullmatch(item.number or ""))]
    for (item, one), (_, other) in pairwise(counted):
        if (one["before"], one["year"]) != (other["before"], other["year"]):
            continue
        first, last = int(one["count"]), int(other["count"])
        if not 1 < last - first <= MOST_LEFT_OUT:
            continue
        for count in range(first + 1, last):
            forms = [f"{one['before']}{count:0{width}d}{one['year'] or ''}" for width in (1, 2, 3)]
            if numbers.isdisjoint(forms):
                label = re.compile(rf"(?:^|\s)(?:{'|'.join(map(re.escape, forms))})[\s.:)]+(?=[A-Z])")
                within = any(p.number in forms or label.search(p.text) for p in item.paragraphs)
                held = f"it may stand within item {item.number}" if within else "the paper may lack it"
                yield f"no item {forms[0]} was found behind {item.number}; {held}"


def _unowned(front: Sequence[Paragraph], items: Sequence[Item]) -> Iterator[str]:
    """Tell words that stand in no item, and paragraphs in which items may run together."""
    words = sum(len(p.text.split()) for p in front if p.kind not in ("attendance", "heading"))
    if items and words > HEADING_WORDS:
        yield f"{words:,} words above the first item are in none"
    for item in items:
        longest = max((len(p.text.split()) for p in item.paragraphs), default=0)
        if longest > LONGEST:
            whose = item.number or item.title[:40]
            yield f"a paragraph of item {whose} has {longest:,} words; items may run together in it"


def _of_the_list(front: Sequence[Paragraph], attendance: Sequence[Attendee]) -> Iterator[str]:
    """Tell what in the list of who was there nobody was read from, and who cannot be right."""
    heads = [p for p in front if p.kind == "heading"]
    for one, other in pairwise(front):
        if one in heads and other in heads and all(_heads_list(p.text) for p in (one, other)):
            yield f"“{one.text}” and “{other.text}” stand above one list, whose people may be of either"
    read = {one.paragraph_id for one in attendance}
    unread = [p for p in front if p.kind == "attendance" and p.id not in read and _is_entry(p.text)]
    if attendance and unread:
        lines = "a line" if len(unread) == 1 else f"{len(unread)} lines"
        yield f"from {lines} of the list of who was there nobody was read, such as “{unread[0].text[:60]}”"
    if attendance and not any(one.kind == "present" for one in attendance):
        yield "nobody was read as present, though others were"
    kinds = Counter({one.name: 0 for one in attendance})
    kinds.update(name for name, _ in {(one.name, one.kind in ("apologies", "absent")) for one in attendance})
    twice = [name for name, times in kinds.items() if times > 1 and " " in name]
    if twice:
        yield f"{', '.join(twice)}: read both as present and as away"
    odd = [one.name for one in attendance if NO_NAME.search(one.name) and not UNNAMED.fullmatch(one.name)]
    if odd:
        yield f"“{odd[0][:60]}” in the list of who was there may be no name"


def _heads_list(text: str) -> bool:
    return is_attendance_heading(text) or heads_members(text)


def _is_entry(text: str) -> bool:
    """Tell a line that names somebody from a sentence, a count and a heading."""
    bare = uncounted(text).strip(" .:")
    words = bare.split()
    short = len(text) < ENTRY and not is_attendance_heading(text) and CELL not in text
    names = len(words) > 1 and 2 * sum(word[:1].isupper() for word in words) > len(words)
    return short and names and opens_with_name(bare) and not TELLING.search(text)
