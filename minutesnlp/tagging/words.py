"""A text as words and marks with their places: the view that names and posts are found in."""

from __future__ import annotations

import re

# A word keeps its inner apostrophes and hyphens (O’Neil, Vice-Chair), not a possessive ’s; any other mark stands alone.
_LETTERS = r"[^\W\d_⁰¹²³⁴-⁹]+"
TOKEN = re.compile(
    rf"{_LETTERS}(?:[’'`](?!s(?![^\W\d_])){_LETTERS})*(?:-{_LETTERS}(?:[’'][^\W\d_]{{2,}})?)*|\d+|\S", re.IGNORECASE
)
# The same where marks stray into words, as PDF files and OCR leave them: “^TBell”, “Be^ll”, a soft hyphen.
STRAY = re.compile(r"\^(?-i:[A-Z](?=[A-Z][a-z]))|\^(?=[^\W\d_])|\xad(?=[^\W\d_])")
STRAYED = re.compile(
    rf"(?:{STRAY.pattern})?{_LETTERS}(?:(?:{STRAY.pattern}|[’'`](?!s(?![^\W\d_]))|-){_LETTERS})*|\d+|\S", re.IGNORECASE
)
# What may part two words of one name: a space, or one line break.
JOINT = re.compile(r"[ \xa0]{0,3}\n?[ \xa0\t]{0,40}\Z")
TIGHT = re.compile(r"[ \xa0]{0,2}\Z")


def without_strays(text: str) -> str:
    """Return a text without the marks that strayed into its words.

    >>> without_strays("Sue ^TBe^ll")
    'Sue Bell'
    """
    return STRAY.sub("", text) if "^" in text or "\xad" in text else text


class Words:
    """The words and marks of a text; places run from 0, and past either end stands the empty word."""

    __slots__ = ("capitals", "count", "end", "form", "lower", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        strays = "^" in text or "\xad" in text
        matches = list((STRAYED if strays else TOKEN).finditer(text))
        self.count = len(matches)
        self.form = [without_strays(match[0]) if strays else match[0] for match in matches]
        self.start = [match.start() for match in matches]
        self.end = [match.end() for match in matches]
        self.lower = [form.lower() for form in self.form]
        self.capitals = [form[0].isupper() for form in self.form]

    def __len__(self) -> int:
        return self.count

    def at(self, place: int) -> str:
        """Return the word at a place in lower case."""
        return self.lower[place] if 0 <= place < self.count else ""

    def printed(self, place: int) -> str:
        """Return the word at a place as printed."""
        return self.form[place] if 0 <= place < self.count else ""

    def gap(self, place: int) -> str:
        """Return what stands between a word and the next."""
        return self.text[self.end[place] : self.start[place + 1]] if 0 <= place < self.count - 1 else "\n\n"

    def joined(self, place: int) -> bool:
        """Tell whether only spaces or one line break part a word from the next."""
        gap = self.gap(place)
        return gap == " " or JOINT.match(gap) is not None

    def on_line(self, place: int) -> bool:
        """Tell whether only one or two spaces part a word from the next."""
        gap = self.gap(place)
        return gap == " " or TIGHT.match(gap) is not None

    def tight(self, place: int, count: int) -> bool:
        """Tell whether nothing at all parts a word from the next `count`."""
        return all(self.gap(at) == "" for at in range(place, place + count))

    def capital(self, place: int) -> bool:
        """Tell whether a word begins with a capital."""
        return 0 <= place < self.count and self.capitals[place]
