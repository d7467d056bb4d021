import itertools
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesnlp.text.sentences import sentences

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
]


def texts(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['rule'].replace(' ', '-')}" for n, case in enumerate(CASES)])
def test_a_paragraph_is_split_as_a_reader_would(case):
    assert texts(case["text"]) == case["sentences"]


@given(st.text(alphabet="aB1.?!…“”‘’\"'()[]:; \u00a0-£", max_size=80) | st.text(max_size=60))
def test_nothing_but_white_space_lies_between_sentences(text):
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert "".join(text[a:b] for a, b in spans).translate(SPACES) == text.translate(SPACES)
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


SPACES = {ord(sign): None for sign in map(chr, range(0x3100)) if sign.isspace()}


def test_brackets_never_closed_hide_no_sentence():
    assert texts("The roof (leaks. The door ‘sticks. The Clerk “knows.") == [
        "The roof (leaks.",
        "The door ‘sticks.",
        "The Clerk “knows.",
    ]


def test_a_bracket_closed_over_an_open_quotation_still_counts():
    assert texts("The lamp (see “Minute 4. It is old) is out. It was noted.") == [
        "The lamp (see “Minute 4. It is old) is out.",
        "It was noted.",
    ]


def test_many_open_brackets_cost_no_more_than_their_length():
    text = "(“" * 20_000 + ". The end)" * 2_000
    assert re.sub(r"\s", "", "".join(texts(text))) == re.sub(r"\s", "", text)


def test_a_number_of_letters_and_hyphens_belongs_to_its_no():
    text = "The Zoning By-law No. Z.-1 was amended. By-law No. A.-77-12 was read."
    assert [text[a:b] for a, b in sentences(text)] == [
        "The Zoning By-law No. Z.-1 was amended.",
        "By-law No. A.-77-12 was read.",
    ]
