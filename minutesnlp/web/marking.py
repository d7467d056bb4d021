"""Text with what is marked in it, as HTML: the words of a query, and the entities by label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

import minutesnlp as mn

Span = tuple[int, int]


def marked(text: str, spans: Iterable[Span], *, offset: int = 0) -> Markup:
    """Return a text with the words of a query in `<mark>`; `offset` is where it begins in what the spans count.

    >>> print(marked("a < b", [(4, 5)]))
    a &lt; <mark>b</mark>
    """
    return annotated(text, spans, offset=offset)


def annotated(text: str, spans: Iterable[Span], entities: Sequence[mn.Entity] = (), *, offset: int = 0) -> Markup:
    """Return a text with spans in `<mark>` and entities in `<span class="entity …">`, one within the other.

    Where two entities overlap, the one that begins first is shown, of two that begin together the longer.
    """
    words = _apart((start - offset, end - offset) for start, end in spans)
    found: list[tuple[int, int, mn.Entity]] = []
    for entity in sorted(entities, key=lambda one: (one.start, -one.end)):
        start, end = entity.start - offset, entity.end - offset
        if 0 <= start < end <= len(text) and (not found or start >= found[-1][1]):
            found.append((start, end, entity))
    parts: list[Markup] = []
    here = 0
    for start, end, entity in found:
        parts.append(_words(text, here, start, words))
        opening = Markup('<span class="entity entity--{}" title="{}">').format(entity.label.lower(), meaning(entity))
        parts += [opening, _words(text, start, end, words), Markup("</span>")]
        here = end
    return Markup("").join([*parts, _words(text, here, len(text), words)])


def meaning(entity: mn.Entity) -> str:
    """Return what an entity was read as: its label and its value, with the unit."""
    value = " ".join(part for part in (entity.value, entity.unit, entity.per and f"per {entity.per}") if part)
    return f"{entity.label.capitalize()}: {value}" if value else entity.label.capitalize()


def _words(text: str, start: int, end: int, words: Sequence[Span]) -> Markup:
    """Return `text[start:end]` with what lies in it of the words marked."""
    parts: list[Markup] = []
    here = start
    for first, last in words:
        first, last = max(first, here), min(last, end)
        if first < last:
            parts += [escape(text[here:first]), Markup("<mark>"), escape(text[first:last]), Markup("</mark>")]
            here = last
    return Markup("").join([*parts, escape(text[here:end])])


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch made one."""
    apart: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
