"""Processes that read, and what becomes of a file that ends or outlasts one."""

import io
import json

import pytest

from minutesnlp.reading import workers
from minutesnlp.reading.corpora import answer_for
from minutesnlp.reading.transfer import packed, unpacked
from minutesnlp.reading.workers import NoWorkersError, answers, serve
from minutesnlp.records import Attendee, Skipped

ECHO = """
import json, os, sys, time
print("ready", flush=True)
for line in sys.stdin:
    name = json.loads(line)
    if name == "dies": os._exit(3)
    if name == "sleeps": time.sleep(60)
    print(json.dumps(name.upper()), flush=True)
"""


def test_every_name_gets_its_answer():
    found = {place: answer for place, answer, _ in answers(["a", "b", "c"], 2, program=ECHO)}
    assert found == {0: '"A"\n', 1: '"B"\n', 2: '"C"\n'}


def test_a_name_that_ends_its_worker_is_told_and_the_rest_goes_on():
    found = {place: (answer, why) for place, answer, why in answers(["a", "dies", "b"], 1, program=ECHO)}
    assert found[1] == (None, "reading it ended the reader")
    assert found[0][0] == '"A"\n'
    assert found[2][0] == '"B"\n'


def test_a_name_that_takes_too_long_is_told_and_the_rest_goes_on():
    found = {place: (answer, why) for place, answer, why in answers(["sleeps", "b"], 1, seconds=0.5, program=ECHO)}
    assert found[0] == (None, "it took longer than 0.5 seconds")
    assert found[1][0] == '"B"\n'


@pytest.mark.parametrize("program", ["raise SystemExit(1)", "print('something else', flush=True)"])
def test_workers_that_do_not_start_are_told(program):
    with pytest.raises(NoWorkersError):
        list(answers(["a"], 1, program=program))


def test_a_python_that_is_not_there_starts_no_worker(monkeypatch):
    monkeypatch.setattr(workers.sys, "executable", "")
    with pytest.raises(NoWorkersError):
        list(answers(["a"], 1))
    monkeypatch.setattr(workers.sys, "executable", "/no/such/python")
    with pytest.raises(NoWorkersError):
        list(answers(["a"], 1))


def test_a_worker_answers_line_by_line():
    sink = io.StringIO()
    serve(str.upper, io.StringIO(json.dumps("a b") + "\n"), sink)
    assert sink.getvalue() == "ready\nA B\n"


def test_a_worker_reads_minutes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("1. Roads\n\nBad.\n\n2. Paths\n\nWorse.", encoding="utf-8")
    sink = io.StringIO()
    serve(answer_for, io.StringIO(json.dumps(str(path)) + "\n"), sink)
    (outcome,) = json.loads(sink.getvalue().splitlines()[1])
    file, digest, meetings, reading, skipped = unpacked(outcome)
    assert (file, len(digest), reading.items, skipped) == (str(path), 64, 2, None)
    assert [item.title for item in meetings[0].items] == ["Roads", "Paths"]


def test_records_come_back_as_they_went():
    import datetime

    value = (
        Attendee("A Hall", "present", None, "Labour"),
        Skipped("a", "b", "c"),
        datetime.date(2024, 3, 5),
        datetime.time(18),
        1.5,
    )
    assert unpacked(json.loads(json.dumps(packed(value)))) == value
