"""How well people, roles, dates and figures are found, beside a naive regular expression."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec

import minutesnlp as mn
from minutesnlp.records import LABELS
from quality import truth
from quality.figures import Figure
from quality.metrics import Span, overlapping, strict, total, values

# A peer where it is installed; it cannot be had from the package index.
SPACY_MODEL = "en_core_web_sm"

# What one writes first: "Cllr J Smith", "Director of Place", "4 May 2023" or 2023, "£2.5m", "12%", 70.
NAIVE = {
    "PERSON": re.compile(r"\b(?:Councillor|Cllr|Mr|Mrs|Ms|Dr)\.? (?:[A-Z][\w'-]*\.? ?){1,3}(?<! )"),
    "ROLE": re.compile(
        r"\b(?:[A-Z]\w+ )*(?:Director|Head|Chair|Leader|Officer|Manager|Member)(?: (?:of|for) [A-Z]\w+)?"
    ),
    "DATE": re.compile(
        r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}\b|\b[A-Z][a-z]+ (?:19|20)\d\d\b|\b(?:19|20)\d\d\b"
    ),
    "FIGURE": re.compile(r"£[\d,.]*\d(?: ?(?:m|million|k)\b)?|\b\d[\d,.]*%|\b\d[\d,]*\b(?!/)"),
}


def measure() -> list[Figure]:
    """Return the figures of both halves of the example corpus, a label a task."""
    told = []
    for half in truth.HALVES:
        passages = truth.of_half("entities", half)
        gold = [_gold(p) for p in passages]
        systems = {"minutesnlp": ours, "naive patterns": naive}
        if find_spec(SPACY_MODEL):
            systems[f"spaCy {SPACY_MODEL}"] = spacy_small
        for system, find in systems.items():
            found = [find(p) for p in passages]
            told += scored("entities", half, system, found, gold)
    return told


def ours(passage: dict) -> list[Span]:
    """Tag a passage as a paragraph of its meeting: what the meeting's other paragraphs teach is known."""
    return _tagged(passage["meeting"]).get(passage["text"], [])


def naive(passage: dict) -> list[Span]:
    """Tag a passage by the naive patterns."""
    return [
        Span(label, m.start(), m.end(), m.group()) for label, p in NAIVE.items() for m in p.finditer(passage["text"])
    ]


def scored(task: str, half: str, system: str, found: list[list[Span]], gold: list[list[Span]]) -> list[Figure]:
    """Return strict and overlapping F1 a label, their micro averages, and the share of values that are right."""
    told = []
    for label in (*LABELS, "all"):
        pairs = [
            ([s for s in f if label in (s.label, "all")], [s for s in g if label in (s.label, "all")])
            for f, g in zip(found, gold, strict=True)
        ]
        told.append(Figure(f"{task} {label}", "strict F1", half, total(strict(f, g) for f, g in pairs).f1, system))
        told.append(
            Figure(f"{task} {label}", "overlapping F1", half, total(overlapping(f, g) for f, g in pairs).f1, system)
        )
        if system == "minutesnlp":
            told.append(
                Figure(
                    f"{task} {label}", "value right, of all gold", half, total(values(f, g) for f, g in pairs).recall
                )
            )
    return told


def spacy_small(passage: dict) -> list[Span]:
    """Tag a passage by spaCy's small English model, its labels read as ours; it knows no roles."""
    labels = {"PERSON": "PERSON", "DATE": "DATE", "TIME": "DATE"} | dict.fromkeys(
        ("MONEY", "PERCENT", "QUANTITY", "CARDINAL"), "FIGURE"
    )
    return [
        Span(labels[e.label_], e.start_char, e.end_char) for e in _spacy()(passage["text"]).ents if e.label_ in labels
    ]


@cache
def _spacy():
    import spacy

    return spacy.load(SPACY_MODEL)


def _gold(passage: dict) -> list[Span]:
    return [Span(s["label"], s["start"], s["end"], s.get("value")) for s in passage["spans"]]


_SEEN: dict[str, dict[str, list[Span]]] = {}


def _tagged(meeting_id: str) -> dict[str, list[Span]]:
    if meeting_id not in _SEEN:
        meeting = next(m for m in truth.corpus() if meeting_id in m.source)
        texts = {p.id: p.text for p in meeting.paragraphs}
        spans: dict[str, list[Span]] = {text: [] for text in texts.values()}
        done = set()
        for e in mn.tag(meeting, agenda=True):
            key = (texts[e.paragraph_id], e.start, e.end)
            if key not in done:  # the same words may stand in two paragraphs
                done.add(key)
                spans[key[0]].append(Span(e.label, e.start, e.end, e.value))
        _SEEN[meeting_id] = spans
    return _SEEN[meeting_id]
