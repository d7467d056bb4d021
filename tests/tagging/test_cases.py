"""Cases as data: each line a text and all that should be found in it under one label."""

import json
from pathlib import Path

import pytest

from minutesnlp.tagging import tag

CASES = Path(__file__).resolve().parents[1] / "cases"
FILES = {"dates": "DATE", "figures": "FIGURE", "people": "PERSON", "roles": "ROLE"}


def cases():
    for file, label in FILES.items():
        for number, line in enumerate((CASES / f"{file}.jsonl").read_text("utf-8").splitlines(), start=1):
            yield pytest.param(label, json.loads(line), id=f"{file}-{number}")


@pytest.mark.parametrize(("label", "case"), list(cases()))
def test_a_case_gives_just_what_it_says(label, case):
    found = [entity for entity in tag(case["text"], date=case.get("date")) if entity.label == label]
    if label == "ROLE":
        got = [entity.text for entity in found]
    elif label == "FIGURE":
        got = [[entity.text, entity.value, entity.unit, entity.kind] for entity in found]
    else:
        got = [[entity.text, entity.value] for entity in found]
    assert got == case["found"], case.get("why", "")


def test_there_are_many_cases():
    assert sum(1 for _ in cases()) >= 600
