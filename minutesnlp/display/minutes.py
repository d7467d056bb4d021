"""How minutes are shown: a corpus, a meeting, an item, a paragraph."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from minutesnlp.counting import plural
from minutesnlp.display.html import Html, blocks, escaped, folded, joined, lines, listing, quiet, table, tagged
from minutesnlp.display.marked import legend, marked
from minutesnlp.records import Corpus, Entity, Item, Meeting, Paragraph
from minutesnlp.tagging import tag
from minutesnlp.tracking import find_decisions


def day(date: datetime.date | None) -> str:
    """Return a date as people write it, nothing for None."""
    return f"{date.day} {date:%B %Y}" if date else ""


def dated(date: datetime.date | None) -> Html:
    """Return a date for the cell of a table: in one line."""
    return Html(day(date).replace(" ", "&nbsp;"))


def facts(pairs: Iterable[tuple[str, Any]]) -> Html:
    """Return names and values in two columns; those without a value are left out."""
    rows = [(name, value) for name, value in pairs if value not in (None, "", ())]
    body = (tagged("tr", tagged("td", name, class_="q"), tagged("td", value)) for name, value in rows)
    return tagged("table", tagged("tbody", *body))


def corpus(shown: Corpus) -> Html:
    """Show how many meetings there are, of which bodies and years, and each in a line."""
    days = sorted(meeting.date for meeting in shown if meeting.date)
    undated = sum(meeting.date is None for meeting in shown)
    told = [
        f"{plural(len(shown), 'meeting')}, {plural(len(shown.items), 'item')}, "
        f"{plural(len(shown.paragraphs), 'paragraph')}"
    ]
    told += [f"{day(days[0])} to {day(days[-1])}"] if days else []
    told += [f"{undated:,} undated"] if undated else []
    truncated = sum(item.truncated for item in shown.items)
    cut = f"{plural(truncated, 'item')} whose source cuts {'it' if truncated == 1 else 'them'} off"
    told += [cut] if truncated else []
    rows = (
        (
            dated(m.date) or "undated",
            joined(m.body or m.council or m.id),
            len(m.items),
            sum(len(p.text.split()) for p in m.paragraphs),
            m.id,
        )
        for m in shown
    )
    skipped = table(("file", "why it was not read", "advice"), ((s.file, s.reason, s.advice) for s in shown.skipped))
    return joined(
        tagged("h4", "Corpus"),
        tagged("p", "; ".join(told), "."),
        listing(("date", "body", "items", "words", "id"), rows, len(shown)),
        folded(f"Not read: {plural(len(shown.skipped), 'file')}", skipped) if shown.skipped else "",
    )


def meeting(shown: Meeting) -> Html:
    """Show what is known of a meeting, who came, and its items in a line each."""
    bounds = f"between {day(shown.date_from) or '…'} and {day(shown.date_to) or '…'}"
    undated = bounds if shown.date_from or shown.date_to else "undated"
    came: dict[str, list[str]] = defaultdict(list)
    for one in shown.attendance:
        came[one.kind].append(f"{one.name}, {one.role}" if one.role else one.name)
    outcomes = defaultdict(list)
    for decision in find_decisions(shown):
        if decision.item_id:
            outcomes[decision.item_id].append(decision.outcome)
    rows = (
        (
            item.number,
            joined(item.title, quiet("cut off by its source") if item.truncated else ""),
            len(item.paragraphs),
            ", ".join(dict.fromkeys(outcomes[item.id])).lower(),
        )
        for item in shown.items
    )
    about: list[tuple[str, Any]] = [
        ("council", shown.council),
        ("date", day(shown.date) or undated),
        ("status", shown.status),
    ]
    about += [("venue", shown.venue), ("began", shown.start_time and f"{shown.start_time:%H:%M}")]
    about += [("source", shown.source)]
    return joined(
        tagged("h4", shown.body or shown.council or shown.id),
        facts(about),
        folded(
            f"Attendance: {plural(len(shown.attendance), 'name')}", facts((k, "; ".join(v)) for k, v in came.items())
        ),
        listing(("minute", "title", "paragraphs", "decided"), rows, len(shown.items), all_of="meeting.items"),
        folded(f"How it was read: {plural(len(shown.notes), 'note')}", lines(shown.notes)),
    )


def item(shown: Item) -> Html:
    """Show an item's text, its people, roles, dates and figures coloured, and what was decided set apart."""
    entities, by_paragraph = tag(shown), defaultdict(list)
    for entity in entities:
        by_paragraph[entity.paragraph_id].append(entity)
    decided = {d.paragraph_id for d in find_decisions(shown)}
    decided |= {clause.paragraph_id for d in find_decisions(shown) for clause in d.clauses}
    where = [shown.council, shown.body, day(shown.date), shown.number and f"minute {shown.number}"]
    parts = (_block(p, by_paragraph[p.id], p.id in decided) for p in shown.paragraphs)
    return joined(
        tagged("h4", str(shown)),
        quiet(", ".join(filter(None, where))),
        legend(entities),
        blocks(parts, len(shown.paragraphs), what="paragraphs"),
        quiet("The source cuts this item off.") if shown.truncated else "",
        quiet("No text.") if not shown.paragraphs else "",
    )


def paragraph(shown: Paragraph) -> Html:
    """Show a paragraph, its entities coloured, and its citation."""
    entities = tag(shown)
    return joined(legend(entities), _block(shown, entities, decided=False), quiet(shown.citation))


def _block(shown: Paragraph, entities: Iterable[Entity], decided: bool) -> Html:
    number = joined(tagged("b", shown.number), " ") if shown.number else escaped(None)
    text = joined(number, marked(shown.text, entities=entities))
    if shown.kind == "heading":
        text = tagged("b", text)
    return tagged("p", text, class_="decided" if decided else "agenda" if shown.section == "agenda" else None)
