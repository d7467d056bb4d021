"""Text with what was found in it: the words of a query, and entities in the colour of their label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from minutesnlp.display.html import Html, escaped, joined, quiet, tagged
from minutesnlp.records import LABELS, Entity
from minutesnlp.text.marking import Span, as_html, merge, shift

MOST_TEXT = 4_000  # characters of one paragraph that are shown


def marked(text: str, *, spans: Iterable[Span] = (), entities: Iterable[Entity] = (), most: int = MOST_TEXT) -> Html:
    """Return a text as HTML with spans marked and entities coloured, their value on hover.

    A text longer than `most` characters is cut, and says so. A span may begin or end inside an entity; of entities
    that overlap the first is shown.
    """
    merged, shown, here = merge(spans), text[:most], 0
    parts: list[Html] = []

    def plain(start: int, end: int) -> Html:
        return Html(as_html(shown[start:end], shift(merged, start, min(end, len(shown)))))

    for entity in sorted(entities, key=lambda one: one.start):
        if here <= entity.start and entity.end <= len(shown):
            parts.append(plain(here, entity.start))
            inside = plain(entity.start, entity.end)
            parts.append(tagged("span", inside, class_=f"e {entity.label.lower()}", title=meaning(entity)))
            here = entity.end
    left = len(text) - len(shown)
    return joined(*parts, plain(here, len(shown)), f"… ({left:,} characters more)" if left > 0 else "")


def meaning(entity: Entity) -> str:
    """Return an entity's label and what it was read as, in a line.

    >>> meaning(Entity("FIGURE", "£56m a week", 0, 11, value="56000000", unit="GBP", per="week", kind="money"))
    'FIGURE: 56,000,000 GBP per week (money)'
    """
    if entity.label == "FIGURE":
        amount = entity.amount
        ends = amount if isinstance(amount, tuple) else (amount,)
        value = " to ".join(f"{end:,f}" for end in ends if end is not None) or entity.value
        value = " ".join(filter(None, (entity.hedge, value, entity.unit, entity.per and f"per {entity.per}")))
        value += f", {entity.direction}" if entity.direction else ""
    elif entity.label == "DATE" and entity.interval:
        first, last = entity.interval
        value = entity.value or ""
        value += "" if first == last else f" ({first.isoformat()} to {last.isoformat()})"
    else:
        value = entity.value or "no value"
    return f"{entity.label}: {value}" + (f" ({entity.kind})" if entity.kind else "")


def legend(entities: Iterable[Entity]) -> Html:
    """Return the labels in their colours with how many there are of each; nothing where there are none."""
    counts = Counter(entity.label for entity in entities)
    parts = [
        joined(tagged("span", label.lower(), class_=f"e {label.lower()}"), f" {counts[label]:,}  ")
        for label in LABELS
        if counts[label]
    ]
    return quiet(*parts) if parts else escaped(None)
