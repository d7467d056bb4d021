"""What stands between the pieces of dates: which gaps join two of them, and how."""

from __future__ import annotations

import re

from minutesnlp.tagging.dates.parts import Part

# What may stand between the pieces of one day: “25th of October, 2021”, also through Markdown's asterisks.
WITHIN = re.compile(r"[\s,*_.\\]{0,6}(?:(?:day )?of\s{1,3}(?:the\s)?|the\s{1,3})?[*_\\]{0,4}\Z", re.IGNORECASE)
CLOSE = re.compile(r"[\s*_\\]{0,6}\Z")
# Between a month and its day or year: “October, 2021”, “October of 2021”, “Mar-17”, “Mar17”.
AFTER_MONTH = re.compile(r"(?:[\s,*_.\\]{0,6}(?:of\s|the\s|[’']\s?)?|[-/–])\Z", re.IGNORECASE)
BEFORE_MONTH = re.compile(
    r"(?:[\s*_,\\\"”]{0,6}(?:day\s)?(?:of\s{1,3})?(?:the\s)?|\s?[-/]\s?|[ ]?\n[ ]{0,30})\Z", re.IGNORECASE
)
# Before a clock time: “ at 4pm”, “, commencing at”, “ - ”, “ @ ”, “ (”.
TO_CLOCK = re.compile(
    r"[\s,*_.;\\]{0,6}(?:(?:commencing|starting|beginning|held)\s)?(?:(?:at|from|@|–|-|—|\||,)\s*)?(?:the\shour\sof\s)?"
    r"(?:approximately\s)?[\s*_]{0,4}\Z",
    re.IGNORECASE,
)
FROM_CLOCK = re.compile(r"(?:\.\son\s|[\s,*_\\]{0,6}(?:(?:on|,|-|–)\s{1,3})?)(?:the\s)?[*_\\]{0,4}\Z", re.IGNORECASE)
TO = re.compile(
    r"(?:,?[\s*_]{1,4}(?:to|until|till|through|thru|up to)|[\s*_]{0,4}(?:-|–|—|to))[\s*_]{0,4}(?:the\s)?\Z",
    re.IGNORECASE,
)
AND = re.compile(r"\s{0,3},?\s{0,3}(?:and|&|or|\+)\s{1,3}(?:on\s|the\s|again on\s)?(?:the\s)?\Z", re.IGNORECASE)
COMMA = re.compile(r"\s?,\s{0,3}(?:the\s)?\Z")
SEPARATOR = re.compile(r"\s?[,;]\s{0,3}\Z")
SLASH = re.compile(r"\s?/\s?\Z")
BETWEEN = re.compile(r"\bbetween\s{1,3}(?:the\s)?[*_]{0,4}\Z", re.IGNORECASE)

# “on the 7.40 from Elm”, “the 7.40 ran”: a departure by its time
TIMETABLED = re.compile(
    r"the \d{1,2}[.:]\d\d(?:\s(?:bus|train|ferry|service|departure|from|ran|left|leaves|did|had)\b|[.,;]?\s*\Z|[.,;]\s)"
    r"|the \d{1,2}[.:]\d\d\sand\sthe\s\d{1,2}[.:]\d\d\b",
    re.IGNORECASE,
)

# “12/3/23, 4:34 PM”: the head of a page that an American browser printed, with the month first
PRINTED = re.compile(r"[1-9]\d?/[1-9]\d?/\d\d, [1-9]\d?:\d\d [AP]M\b")


class Pieces:
    """The pieces of dates of a text, with the gaps between them."""

    def __init__(self, text: str, parts: list[Part]) -> None:
        self.text = text
        self.parts = parts

    def kind(self, place: int) -> str:
        """Return the kind of the piece at a place, empty past the end."""
        return self.parts[place].kind if place < len(self.parts) else ""

    def gap(self, place: int) -> str:
        """Return the text between a piece and the next; a long one is no joint."""
        gap = self.text[self.parts[place].end : self.parts[place + 1].start]
        return gap if len(gap) < 40 else "\0"

    def joins(self, place: int, pattern: re.Pattern[str]) -> bool:
        """Tell whether a piece and the next are joined so."""
        return place + 1 < len(self.parts) and pattern.match(self.gap(place)) is not None
