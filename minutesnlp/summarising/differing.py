"""A draft's sentence beside the sentence of the minutes that it is like: what was left out and put in, in one line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from minutesnlp.summarising.parts import WORD

Words = Sequence[re.Match[str]]


def difference(source: str, draft: str) -> str:
    """Return both as one line: what the draft left out in `[-…-]`, what it put in in `{+…+}`; marks stay as printed.

    >>> difference("The cost was £4,000–£5,000, as told.", "The net cost was £4,000–£6,000.")
    'The {+net+} cost was £4,000–£[-5,000, as told-] {+6,000+}.'
    """
    ours, theirs = list(WORD.finditer(source)), list(WORD.finditer(draft))
    large, small = ([word[0].casefold().replace("’", "'") for word in words] for words in (ours, theirs))
    told = ""
    for kind, a, b, c, d in difflib.SequenceMatcher(a=large, b=small, autojunk=False).get_opcodes():
        left_out, put_in = _stretch(source, ours, a, b), _stretch(draft, theirs, c, d)
        shown = {
            "equal": left_out,
            "delete": f"[-{left_out}-]",
            "insert": f"{{+{put_in}+}}",
            "replace": f"[-{left_out}-] {{+{put_in}+}}",
        }[kind]
        between = _before(draft, theirs, c) if kind == "insert" or not a else _before(source, ours, a)
        told += (between if told else source[: ours[0].start()] if ours and not a and kind != "insert" else "") + shown
    return told + (source[ours[-1].end() :] if ours else "")


def _stretch(text: str, words: Words, first: int, last: int) -> str:
    """Return what stands from one word to another."""
    return text[words[first].start() : words[last - 1].end()] if first < last else ""


def _before(text: str, words: Words, n: int) -> str:
    """Return what stands between a word and the one before it."""
    return text[words[n - 1].end() : words[n].start()] if 0 < n < len(words) else " " * bool(n)
