"""The tagger on real minutes: laws, and the floor on the shared gold."""

import datetime
import json
from pathlib import Path

import pytest

from minutesnlp.tagging import tag

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")

# Strict F1 that the shared passages must reach.
FLOORS = {"PERSON": 0.95, "ROLE": 0.92, "DATE": 0.95, "FIGURE": 0.95}


def test_the_shared_gold_is_reached():
    counts = {label: [0, 0, 0] for label in FLOORS}
    for passage in json.loads((SHARED / "gold" / "entities.json").read_text("utf-8")):
        gold = {(s["label"], s["start"], s["end"]) for s in passage["spans"]}
        found = {
            (e.label, e.start, e.end) for e in tag(passage["text"], date=datetime.date.fromisoformat(passage["anchor"]))
        }
        for label in FLOORS:
            here = {key for key in gold if key[0] == label}, {key for key in found if key[0] == label}
            counts[label][0] += len(here[0] & here[1])
            counts[label][1] += len(here[0])
            counts[label][2] += len(here[1])
    for label, (right, gold_count, found_count) in counts.items():
        assert 2 * right / (gold_count + found_count) >= FLOORS[label], label


def test_real_minutes_are_tagged_by_the_law_of_offsets():
    files = sorted((SHARED / "minutes" / "originals").rglob("*.md"))[::40]
    assert files
    for file in files:
        text = file.read_text("utf-8", errors="replace")[:40_000]
        last = 0
        for entity in tag(text, date="2020-06-01"):
            assert text[entity.start : entity.end] == entity.text
            assert entity.text == entity.text.strip()
            assert entity.start >= last
            last = entity.end
