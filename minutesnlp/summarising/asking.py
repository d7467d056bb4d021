"""What an item asks, where its title tells only who asked: “Question submitted by Councillor Wren”."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from minutesnlp.records import Paragraph
from minutesnlp.summarising.cuts import shortened
from minutesnlp.summarising.units import Unit

TITLE = re.compile(r"\W*(?:(?:written|oral|member[’']?s[’']?)\s)?questions?\b", re.IGNORECASE)
# Where a question begins, and a body's name ends
NO_NAME = r"(?:W\w+|How|Can|Could|Is|Are|Has|Have|Do|Does|Did|That|For|If)"
# “I will ask at the next Meeting of the District of Moorhen by when …”; an I may be read as a 1
ASKS = re.compile(
    r"[\W_]*(?P<who>(?:[I1l]\s)?t?(?:will|shall)\sask\b)"
    r"(?P<where>\sat\sthe\s(?:\w+\s){0,2}?[Mm]eeting"
    rf"(?:\sof(?:\s(?:of|and|the|&|(?!{NO_NAME}\b)[A-Z][\w’'/-]*))+)?[,:;]?)?"
)
REPLIES = re.compile(r"\W*(?:in\s)?(?:reply|response|answer)\b(?:\s?:|\W*\Z)", re.IGNORECASE)
LONGEST = 30


def asked(title: str, units: Sequence[Unit], minutes: Sequence[Paragraph]) -> range:
    """Return the numbers of the sentences that ask, as far as the reply: none where the title tells the matter."""
    if not units or TITLE.match(title) is None or ASKS.match(units[0].text) is None:
        return range(0)
    replies = (place for place, paragraph in enumerate(minutes) if place and REPLIES.match(paragraph.text))
    reply = next(replies, units[0].place + 1)
    return range(sum(unit.place < reply for unit in units))


def question(units: Sequence[Unit], asking: Collection[int]) -> str:
    """Return a question as it stands in brackets: “I will ask … by when Eel Weir will be mended”."""
    text = " ".join(units[n].text for n in asking)
    frame = ASKS.match(text)
    if frame is None or not frame["where"]:
        return shortened(text, LONGEST)
    return f"{frame['who']} … {shortened(text[frame.end() :].strip(' ”’'), LONGEST)}"
