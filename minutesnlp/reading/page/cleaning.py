"""Text as it is kept: composed (NFC), single-spaced, on one line, without characters that nobody can see.

Cleaning happens once, when a `Block` is made, and never after.
"""

from __future__ import annotations

import re
import unicodedata

# Zero-width and soft hyphens, bidi marks and isolates, byte-order marks, object replacements, interlinear marks,
# tag characters and variation selectors: "foster\u200bcarer"; not the hyphen of "co-opted".
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]"
)

# Control characters other than those that part words: "agenda\x07"; not "agenda\titem".
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ud800-\udfff]")

# The bullets of symbol fonts, which are printed as boxes elsewhere.
PRIVATE = re.compile("[\uf0b7\uf0a7\uf0d8\uf076\uf0fc]")

# A mark of quotation turned round that a font has in the place of the apostrophe: "O\u201fMoor".
MISUSED = re.compile("(?<=\\w)\u201f(?=\\w)")

UNSEEN_OR_CONTROL = re.compile(f"{UNSEEN.pattern}|{CONTROL.pattern}")

# Blanks that Python takes for letters: the Braille blank, the Hangul filler.
BLANK_LETTERS = {0x2800: " ", 0x3164: " "}


def clean(text: str) -> str:
    r"""Return text composed, single-spaced and on one line.

    >>> clean("The\u00a0 Clerk\u200b\n  reported ")
    'The Clerk reported'
    """
    if text.isascii():
        if text.isprintable():
            if "  " not in text and text[:1] != " " and text[-1:] != " ":
                return text
        else:
            text = CONTROL.sub("", text)
        return " ".join(text.split())
    text = UNSEEN_OR_CONTROL.sub("", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if PRIVATE.search(text):
        text = PRIVATE.sub("•", text)
    if "\u201f" in text:
        text = MISUSED.sub("’", text)
    if "\u2800" in text or "\u3164" in text:
        text = text.translate(BLANK_LETTERS)
    return " ".join(text.split())
