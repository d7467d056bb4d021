"""Several processes build what one builds, and tell how far they are."""

import io
import json

import numpy as np
import pytest

from minutesnlp.errors import MinutesError
from minutesnlp.indexing import Index, building
from minutesnlp.text.analysis import Analyser

TEXTS = [f"Bus {number % 7} ran to Mill Lane, and £{number} million was spent \ud800" for number in range(50)] + [""]
TITLES = [f"Transport {number % 3}" for number in range(51)]


def assert_same(one, other):
    assert list(one.vocabulary) == list(other.vocabulary)
    for name in ("starts", "ids", "frequencies", "holding", "lengths", "title_frequencies", "title_lengths"):
        ours, theirs = getattr(one, name), getattr(other, name)
        assert (ours is None) == (theirs is None), name
        assert ours is None or ours.tolist() == theirs.tolist(), name
    assert (one.positions is None) == (other.positions is None)
    assert one.positions is None or one.positions.tolist() == other.positions.tolist()


@pytest.mark.parametrize("titles", [None, TITLES], ids=["texts", "titles"])
@pytest.mark.parametrize("positions", [False, True], ids=["plain", "positions"])
def test_two_processes_build_what_one_builds(monkeypatch, titles, positions):
    monkeypatch.setattr(building, "TOGETHER", 8)
    told = []
    index = Index.build(TEXTS, titles=titles, positions=positions, processes=2, progress=told.append)
    assert_same(index.postings, Index.build(TEXTS, titles=titles, positions=positions).postings)
    assert told == [8, 16, 24, 32, 40, 48, 51]


def test_lists_of_terms_are_built_by_processes_too():
    documents = [("bus", "lane"), ["fees"], []]
    assert_same(Index.build(iter(documents), processes=2).postings, Index.build(documents).postings)
    assert len(Index.build([], processes=2)) == 0
    assert Index.build([], titles=[], processes=2).postings.has_titles


def test_progress_is_told_in_one_process_too(monkeypatch):
    monkeypatch.setattr(building, "STEP", 20)
    told = []
    Index.build(TEXTS, progress=told.append)
    assert told == [20, 40, 51]


def test_titles_must_be_as_many_as_texts():
    with pytest.raises(ValueError, match="as many titles"):
        Index.build(["a", "b"], titles=["x"], processes=2)


def test_a_function_cannot_be_sent_to_another_process():
    with pytest.raises(ValueError, match="Analyser"):
        Index.build(["a"], analyser=str.split, processes=2)


@pytest.mark.parametrize("processes", [0, -1])
def test_there_must_be_a_process(processes):
    with pytest.raises(ValueError, match="processes"):
        Index.build(["a"], processes=processes)


def test_a_process_that_ends_is_told(monkeypatch):
    monkeypatch.setattr(building, "PROGRAM", "raise SystemExit")
    with pytest.raises(MinutesError, match="processes=1"):
        Index.build(["a"], processes=2)


def test_a_process_that_cannot_be_started_is_told(monkeypatch):
    monkeypatch.setattr(building.sys, "executable", "/nowhere/python")
    with pytest.raises(MinutesError, match="cannot start"):
        Index.build(["a"], processes=2)


def test_what_a_process_answers_are_the_postings():
    told = [{"analyser": Analyser().settings(), "positions": False}, [["The bus", "Bus lane"], None]]
    sink = io.BytesIO()
    building.serve(io.StringIO("".join(json.dumps(each) + "\n" for each in told)), sink)
    head, _, body = sink.getvalue().partition(b"\n")
    assert int(head.split(b" ", 1)[0]) == len(body)
    assert np.load(io.BytesIO(body))["ids"].tolist() == [0, 1, 1]
