"""How well documents are read: items, paragraphs, dates, attendance, in every layout of the example meetings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import minutesnlp as mn
from minutesnlp import resources
from quality import truth
from quality.figures import Figure
from quality.metrics import Score, matches, mean, total

WHOLE = ("markdown", "moderngov", "web-service", "pdf", "word", "pasted", "unnumbered", "parish")
WITHOUT_NUMBERS = {"unnumbered"}
WITHOUT_AGENDA = {"web-service", "pdf", "parish"}
WITHOUT_ATTENDANCE = {"moderngov", "pasted", "unnumbered"}
WITHOUT_MEETING_FACTS = {"unnumbered"}

# The action column's owner, which the reader puts behind the paragraph it stands beside.
OWNER = re.compile(r" \| Action: [^|]*\Z")
# Titles are no part of a name: "Councillor S Mirza" and "S Mirza" are one attendee.
TITLE = re.compile(r"^(?:(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Inspector|Alderman)\.? )+")
FURNITURE = re.compile(
    r"PDF \d+ KB|Skip to content|Page \| \d+|Agenda frontsheet|Additional documents:|View the decision|mgWordPara"
    r"|Accessibility|Privacy|Printed minutes|&nbsp;|</?p\b"
)


@cache
def corpus_of(layout: str) -> mn.Corpus:
    """Read one layout whole."""
    return truth.corpus() if layout == "markdown" else mn.read(resources.corpus("layouts", layout))


def layouts() -> list[str]:
    """Return the layouts that are there: they stand in a checkout, not in a wheel."""
    return [one for one in WHOLE if one == "markdown" or resources.corpus("layouts").joinpath(one).is_dir()]


def measure() -> list[Figure]:
    """Return the figures of both halves, a task a layout."""
    return [figure for layout in layouts() for half in truth.HALVES for figure in _of(layout, half)]


def _of(layout: str, half: str) -> list[Figure]:
    meetings = {Path(meeting.source).stem: meeting for meeting in corpus_of(layout)}
    wanted: dict[str, list[dict]] = {}
    for item in truth.of_half("items", half):
        if layout != "parish" or "parish" in item["meeting"]:
            wanted.setdefault(item["meeting"], []).append(item)
    items, boundaries, counts, attendance, dates, bodies, leaks = [], [], [], [], [], [], 0
    facts = _facts()
    for stem, gold in wanted.items():
        meeting = meetings.get(stem)
        if meeting is None:
            items.append(Score(0, 0, len(gold)))
            continue
        items.append(
            matches(
                [_name(i.number, i.title, layout) for i in meeting.items],
                [_name(g["number"], g["title"], layout) for g in gold],
            )
        )
        boundaries.append(_placed(meeting, gold, layout))
        there = sum(len(item.paragraphs) for item in meeting.items)
        true = sum(len(_paragraphs(g, layout)) for g in gold)
        counts.append(1 - abs(there - true) / true)
        dates.append(str(meeting.date) == stem[:10])
        bodies.append((meeting.body or "").casefold() == facts[stem]["body"].casefold())
        people = [a for a in truth.load("attendance") if a["meeting"] == stem]
        attendance.append(
            matches(
                [(a.kind, TITLE.sub("", a.name)) for a in meeting.attendance],
                [(a["kind"], TITLE.sub("", a["name"])) for a in people],
            )
        )
        leaks += sum(bool(FURNITURE.search(p.text)) for p in meeting.paragraphs)
    if not wanted:
        return []
    task = f"reading {layout}"
    told = [
        Figure(task, "items F1", half, total(items).f1),
        Figure(task, "paragraphs in the right item", half, total(boundaries).f1),
        Figure(task, "paragraphs counted right", half, mean(counts)),
        Figure(task, "without furniture", half, float(not leaks)),
    ]
    if layout not in WITHOUT_MEETING_FACTS:
        told += [Figure(task, "date", half, mean(dates)), Figure(task, "body", half, mean(bodies))]
    if layout not in WITHOUT_ATTENDANCE:
        told.append(Figure(task, "attendance F1", half, total(attendance).f1))
    return told


@cache
def _facts() -> dict[str, dict[str, str]]:
    """Return the front matter of each example meeting."""
    found = {}
    for path in resources.corpus("minutes").glob("*.md"):
        head = path.read_text("utf-8").split("---")[1]
        found[path.stem] = dict(line.split(": ", 1) for line in head.strip().splitlines())
    return found


def _name(number: str | None, title: str, layout: str) -> tuple[str | None, str]:
    return None if layout in WITHOUT_NUMBERS else number, " ".join(title.casefold().split())


def _paragraphs(gold: dict, layout: str) -> list[dict]:
    kept = [p for p in gold["paragraphs"] if layout not in WITHOUT_AGENDA or p["section"] != "agenda"]
    return [p for p in kept if layout != "parish" or not p["quote"].startswith("Action: ")]


def _placed(meeting: mn.Meeting, gold: list[dict], layout: str) -> Score:
    """Score paragraphs: right is a whole true paragraph, found as one paragraph of the right item."""
    found = [(_name(i.number, i.title, layout), p.text) for i in meeting.items for p in i.paragraphs]
    found = [(name, OWNER.sub("", text)) for name, text in found]
    left = list(found)
    wanted = [(_name(g["number"], g["title"], layout), p["quote"]) for g in gold for p in _paragraphs(g, layout)]
    right = 0
    for name, quote in wanted:
        begin, _, end = " ".join(quote.split()).partition(" … ")
        for one in left:
            if one[0] == name and (one[1].startswith(begin) and one[1].endswith(end) if end else one[1] == begin):
                left.remove(one)
                right += 1
                break
    return Score(right, len(found), len(wanted))
