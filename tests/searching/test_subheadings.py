"""A line that only names what stands below it, and the paragraph below that answers in its place."""

import numpy as np
import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search

LONG = "It would open in the second week of June, said the Clerk, who had asked the builder twice and was sure."


def of(*told):
    """An item of paragraphs told as kind and text."""
    paragraphs = tuple(Paragraph(str(place), text, kind=kind) for place, (kind, text) in enumerate(told))
    return collect([Meeting(id="m", items=(Item("i", "Matters arising", paragraphs=paragraphs),))])


MINUTE = of(
    ("text", "The lamp at the ferry had been mended, and nobody had asked what it would be to paint the post at last."),
    ("clause", "Reopening of the Weir Library"),
    ("text", LONG),
    ("heading", "Skate Ramps"),
    (
        "text",
        "Some of the young had asked for skate ramps in the corner of the field, where the wall is never dry in May.",
    ),
    ("clause", "The library was closed"),
    (
        "text",
        "Nobody knew why the door had been shut, and the Warden was asked to find it out before the next meeting.",
    ),
)


def test_the_paragraph_below_a_sub_heading_answers_in_its_place():
    hits = search(MINUTE, "when does the Weir Library reopen?")
    assert [hit.paragraph.id for hit in hits][:1] == ["2"]
    assert "1" not in [hit.paragraph.id for hit in hits]
    assert (hits[0].lead_in, hits[0].match) == ("Reopening of the Weir Library", "all")
    assert [hits[0].lead_in[a:b] for a, b in hits[0].lead_in_spans] == ["Reopening", "Weir", "Library"]
    assert hits.total == 1


def test_a_sub_heading_stands_behind_the_paragraph_that_says_the_same():
    hits = search(MINUTE, "skate ramps")
    assert [hit.paragraph.id for hit in hits] == ["4", "3"]
    assert hits.total == 2
    assert hits[0].lead_in == "Skate Ramps"


def test_a_line_that_says_something_is_a_hit_of_its_own():
    assert "5" in [hit.paragraph.id for hit in search(MINUTE, "library closed")]


def test_a_sub_heading_is_kept_where_what_stands_below_it_may_not_be_a_hit():
    assert [hit.paragraph.id for hit in search(MINUTE, "reopening -June")] == ["1"]
    assert [hit.paragraph.id for hit in search(MINUTE, '"Weir Library"')] == ["1"]


def test_counts_and_filters_agree_on_sub_headings():
    hits = search(MINUTE, "reopening library")
    for kind, count in hits.facets["kind"].items():
        assert search(MINUTE, "reopening library", kind=kind).total == count
    everyone = search(MINUTE, "reopening library", k=None)
    assert len(everyone) == everyone.total == hits.total


FILTERED = of(
    ("text", "The lamp at the ferry had been mended, and nobody had asked what it would be to paint the post at last."),
    ("heading", "Skate Ramps"),
    ("text", "Some of the young had asked for a thing in the corner of the field, where the wall is never dry in May."),
    ("clause", "Report by Olga Strake"),
    (
        "text",
        "Nobody knew why the door had been shut, and the Warden was asked to find it out before the next meeting.",
    ),
)


@pytest.mark.parametrize(
    ("query", "given", "found"),
    [
        ("skate ramps", {"kind": "heading"}, ["1"]),
        ("skate ramps", {"kind": "text"}, ["2"]),
        ("report", {"kind": "clause"}, ["3"]),
        ("report", {"person": "Strake"}, ["3"]),
        ("report kind:clause", {}, ["3"]),
        ("skate ramps", {"within": np.array([False, True, False, False, False])}, ["1"]),
    ],
)
def test_a_sub_heading_is_kept_where_a_filter_takes_what_stands_below_it(query, given, found):
    hits = search(FILTERED, query, **given)
    assert ([hit.paragraph.id for hit in hits], hits.total) == (found, 1)


def test_a_line_that_tells_what_became_of_it_is_no_heading_of_the_next():
    minute = of(
        ("heading", "24/0123 1 Heron Farm Cottages - no objections"),
        (
            "text",
            "24/0199 The Heron House - there was a long talk, and members felt that the council should object to "
            "the plans, since the roof would be as high as the mill's.",
        ),
    )
    hit = search(minute, "object Heron House plans")[0]
    assert (hit.paragraph.id, hit.lead_in) == ("1", "")
