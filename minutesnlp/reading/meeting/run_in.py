"""Titles that run on into the text of their items, in a paper that sets all so: “Landfill Fees: The Board …”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.candidates import Candidate, is_attendance_heading, is_telling
from minutesnlp.reading.page.posts import TITLED
from minutesnlp.reading.page.titles import words_in

# So many paragraphs with such a title, of these so many with a usual one, and these of all that are as long as text.
FEWEST = 5
FEWEST_USUAL = 2
MOST_OF_ALL = 0.7
LONGEST_TITLE = 10
TEXT = 60  # characters

# Words that a title may have in small letters: “Resolution on the Wage Study”.
SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "re")
)
# Who speaks, and what is told of every item: “Cllr Ash: I will …”, “Action: The clerk …”, “Article 9: Mr Oak moved”.
NO_TITLE = re.compile(
    r"(?:actions?|decision|resolved|resolution|recommendation|motion|moved|vote|votes|answers?|question|response|reply|reasons?|"
    r"discussion|comments?|notes?|background|summary|purpose|site|proposal|applicant|location|budget impact)$"
    r"|(?:article|section|part|para(?:graph)?|q|a)\s?\d*$",
    re.IGNORECASE,
)


def run_in_titles(found: Sequence[Candidate]) -> frozenset[int]:
    """Return the places of paragraphs that open with the title of an item and a colon; none unless most do.

    Their titles are as different as those of items are, and some are usual ones.
    """
    text = [c for c in found if len(c.block.text) > TEXT and not is_attendance_heading(c.head)]
    heads = [c for c in found if _has_title(c)]
    usual = sum(c.usual for c in heads)
    if len(heads) < FEWEST or usual < FEWEST_USUAL or len({c.head.casefold() for c in heads}) < len(heads):
        return frozenset()
    first, last = heads[0].at, heads[-1].at
    among = [c for c in text if first <= c.at <= last]
    long = sum(_has_title(c) for c in among)
    return frozenset(c.at for c in heads) if long >= MOST_OF_ALL * max(1, len(among)) else frozenset()


def _has_title(c: Candidate) -> bool:
    block = c.block
    if block.row or block.bullet or block.quote or not c.head or CELL in c.rest:
        return False
    if c.label is not None and not c.label.style.startswith("item "):  # “Resolution 2032-05 – Wage Study: …”
        return False
    if not c.rest[len(c.head) :].lstrip().startswith(":") or NO_TITLE.match(c.head) or TITLED.match(c.head):
        return False
    if words_in(c.head) > LONGEST_TITLE or is_telling(c.head) or is_attendance_heading(c.head):
        return False
    return all(word in SMALL or not word[:1].islower() for word in c.head.split())
