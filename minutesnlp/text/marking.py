"""Marking spans of a text: merged, then shown as HTML or as markdown.

Spans are offsets into the text as it stands; marking never changes a character of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

Span = tuple[int, int]

# “*”, “_”, “[”: what markdown would read as a sign; not “-” inside a line
MARKDOWN_SIGN = re.compile(r"([\\`*_\[\]<>])")


def merge(spans: Iterable[Span], text: str | None = None) -> list[Span]:
    """Return spans in order, those that touch or overlap made one; with `text`, also those that only spaces part.

    >>> merge([(5, 9), (0, 2), (7, 12)])
    [(0, 2), (5, 12)]
    """
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and (start <= merged[-1][1] or (text is not None and text[merged[-1][1] : start].isspace())):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def shift(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """Return the parts of spans that lie in `text[start:end]`, counted from its beginning.

    >>> shift([(0, 3), (5, 9)], 2, 7)
    [(0, 1), (3, 5)]
    """
    cut = ((max(first, start) - start, min(last, end) - start) for first, last in spans)
    return [span for span in cut if span[0] < span[1]]


def as_html(text: str, spans: Iterable[Span], *, tag: str = "mark") -> str:
    """Return the text as HTML with its spans in `<mark>`; every character of it is escaped.

    >>> as_html("a < b", [(4, 5)])
    'a &lt; <mark>b</mark>'
    """
    return _joined(text, spans, html.escape, f"<{tag}>", f"</{tag}>")


def as_markdown(text: str, spans: Iterable[Span]) -> str:
    r"""Return the text as markdown with its spans in bold; signs that markdown would read are escaped.

    >>> as_markdown("2 * foster carers", [(4, 17)])
    '2 \\* **foster carers**'
    """
    return _joined(text, spans, lambda part: MARKDOWN_SIGN.sub(r"\\\1", part), "**", "**")


def _joined(text: str, spans: Iterable[Span], escape: Callable[[str], str], on: str, off: str) -> str:
    parts: list[str] = []
    here = 0
    for start, end in merge(spans):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span ({start}, {end}) lies outside a text of {len(text)} characters")
        parts += [escape(text[here:start]), on, escape(text[start:end]), off]
        here = end
    return "".join([*parts, escape(text[here:])])
