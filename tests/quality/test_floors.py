"""The library's answers on the example corpus are no worse than they were; the shared gold has floors of its own."""

import json

import pytest

from quality import decisions, entities, floors, parsing, search, shared, summaries, tracking, truth
from quality.figures import Figure


@pytest.mark.parametrize(
    "room", [parsing, entities, decisions, tracking, summaries, search], ids=lambda room: room.__name__
)
def test_no_figure_falls_below_its_floor(room):
    figures = room.measure()
    kept = floors.load()
    assert any(figure.key in kept for figure in floors.own(figures))
    assert floors.fallen(figures) == []


@pytest.mark.skipif(not shared.GOLD.is_dir(), reason="the gold annotations do not stand beside this checkout")
def test_the_gold_annotations_are_met():
    figures = {(f.task, f.measure): f.value for f in shared.measure() if f.system == "minutesnlp"}
    assert figures["shared gold, entities all", "strict F1"] >= 0.75
    assert figures["shared gold, summaries", "a decision is there"] >= 0.90
    assert floors.fallen(shared.measure()) == []


def test_a_floor_is_raised_and_never_lowered_by_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    figure = Figure("task", "F1", "tuning", 0.5)
    floors.update([figure])
    floors.update([figure._replace(value=0.4)])
    assert floors.load() == {figure.key: 0.5}
    assert floors.fallen([figure._replace(value=0.4)]) == ["task: F1 (tuning): 0.400 is below its floor 0.500"]
    floors.update([figure._replace(value=0.4)], lower=True)
    assert floors.load() == {figure.key: 0.4}
    floors.update([figure._replace(value=0.6, system="a peer")])
    assert floors.load() == {figure.key: 0.4}


def test_a_changed_truth_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    (tmp_path / "floors.json").write_text(json.dumps({"digest": "another", "floors": {}}), "utf-8")
    assert "has changed" in floors.fallen([])[0]
    assert len(truth.digest()) == 64
