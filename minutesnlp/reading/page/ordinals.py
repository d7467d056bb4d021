"""Ordinals whose raised ending was set apart from its number."""

from __future__ import annotations

import re

# "9 th", "22 nd": an ordinal whose ending was raised; not "9 the".
ORDINAL = re.compile(
    r"\b(\d{0,3}(?:1[123] (?=th\b)|(?<!1)1 (?=st\b)|(?<!1)2 (?=nd\b)|(?<!1)3 (?=rd\b)|[04-9] (?=th\b)))(st|nd|rd|th)\b",
)


def mended(text: str) -> str:
    """Return text with the raised endings of ordinals set back.

    >>> mended("on the 9 th and 22 nd of May"), mended("the 9 the")
    ('on the 9th and 22nd of May', 'the 9 the')
    """
    if " th" in text or " st" in text or " nd" in text or " rd" in text:
        return ORDINAL.sub(lambda m: m[1].rstrip() + m[2], text)
    return text
