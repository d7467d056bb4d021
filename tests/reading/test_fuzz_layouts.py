"""Damaged files of the example corpus, one of each layout: each is read lawfully, or refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutesnlp import resources
from minutesnlp.errors import ReadError
from minutesnlp.reading.corpora import meetings_in

LAYOUTS = resources.corpus("layouts")
if not LAYOUTS.is_dir():
    pytest.skip("the layouts stand in a checkout only", allow_module_level=True)

FILES = {
    folder.name: min(
        (file for file in folder.iterdir() if file.is_file()), key=lambda file: (file.stat().st_size, file)
    )
    for folder in sorted(LAYOUTS.iterdir())
}

# Bytes put over others, bytes put in between, and pieces said again: what broken downloads and editors do.
CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(["over", "in", "again"]), st.binary(max_size=12)),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize("layout", FILES)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES, keep=st.floats(0.1, 1))
def test_a_damaged_file_is_read_lawfully_or_refused(layout, changes, keep):
    file = FILES[layout]
    data = bytearray(file.read_bytes())
    data = data[: int(len(data) * keep)] if keep < 0.8 else data
    for place, how, piece in changes:
        at = int(place * len(data))
        if how == "over":
            data[at : at + len(piece)] = piece
        elif how == "in":
            data[at:at] = piece
        else:
            data[at:at] = data[at : at + 200]
    try:
        _, assembled = meetings_in(bytes(data), file.name, "")
    except ReadError as error:
        told = error
        assembled = []
    else:
        told = None
    assert told is None or (told.reason and told.advice)
    for each in assembled:
        ids = [p.id for p in each.meeting.paragraphs]
        assert len(ids) == len(set(ids))
        assert all(p.text == " ".join(p.text.split()) != "" for p in each.meeting.paragraphs)
