"""Where a topic stands: that it is the newest, and of this matter."""

import datetime

import pytest

import minutesnlp as mn
from minutesnlp.archive import positions


def of_item(n, title, *texts, kinds=None, council=None):
    paragraphs = tuple(
        mn.Paragraph(f"m{n}/{k}", text, item_id=f"m{n}/i", kind=(kinds or {}).get(k, "text"), line=k + 1)
        for k, text in enumerate(texts)
    )
    day = datetime.date(2031, n, 1)
    item = mn.Item(f"m{n}/i", title, paragraphs=paragraphs, meeting_id=f"m{n}", date=day, council=council)
    return mn.Meeting(f"m{n}", date=day, items=(item,), council=council)


def position(topic, *meetings):
    return mn.Archive.in_memory(mn.Corpus(meetings)).latest_position(topic)


def text_of(said):
    return said.text if said else None


@pytest.mark.parametrize("most", [1, 2, 400])
def test_newest_is_told_however_many_paragraphs_are_on_a_topic(monkeypatch, most):
    monkeypatch.setattr(positions, "MOST", most)
    old = "It was AGREED that the greenway, the greenway bridge and the greenway gates be painted."
    found = position(
        "greenway",
        of_item(1, "Greenway", old, "The greenway was walked by all members, who thought the greenway well kept."),
        of_item(2, "Roads", "Mr Fell reported that the verges had been mown, and the greenway strimmed with them."),
        of_item(3, "Roads", "Ms Reed reported that the verges had been mown, and the greenway strimmed with them."),
    )
    assert text_of(found.statement).startswith("Ms Reed reported")
    assert text_of(found.decision) == old  # what the newest do not tell is told by the best
