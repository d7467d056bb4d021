"""Which display shows what: the HTML of anything a notebook may end a cell with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minutesnlp.display import findings, minutes
from minutesnlp.display.html import Html, joined, page, tagged
from minutesnlp.records import (
    Checks,
    Corpus,
    Decisions,
    Digest,
    Entities,
    Figures,
    Hit,
    Hits,
    Item,
    Meeting,
    Paragraph,
    Position,
    Questions,
    Record,
    Records,
    Summary,
    Undertakings,
)
from minutesnlp.records.people import People, Person

DISPLAYS: dict[type, Callable[[Any], Html]] = {
    Checks: findings.checks,
    Corpus: minutes.corpus,
    Decisions: findings.decisions,
    Digest: findings.digest,
    Entities: findings.entities,
    Figures: findings.figures,
    Hit: findings.hit,
    Hits: findings.hits,
    Item: minutes.item,
    Meeting: minutes.meeting,
    Paragraph: minutes.paragraph,
    People: findings.people,
    Person: findings.person,
    Position: findings.position,
    Questions: findings.questions,
    Summary: findings.summary,
    Undertakings: findings.undertakings,
}


def as_html(thing: Any) -> str:
    """Return what a notebook shows of a record or a sequence of records, with its style; every value is escaped.

    What has no display of its own is shown as a table of its rows.
    """
    display = next((DISPLAYS[kind] for kind in type(thing).__mro__ if kind in DISPLAYS), _any)
    return page(display(thing))


def _any(thing: Any) -> Html:
    name = type(thing).__name__
    if isinstance(thing, Records):
        return findings.plain_table(thing.rows(), thing.columns, f"{name}: {len(thing):,}")
    if isinstance(thing, Record):
        return joined(tagged("h4", name), minutes.facts(thing.row().items()))
    return tagged("pre", repr(thing))
