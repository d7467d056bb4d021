"""Spans are merged and shown without changing the text."""

import html
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesnlp.text.marking import as_html, as_markdown, merge, shift

SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: (min(pair), max(pair))))


def test_spans_that_touch_are_one():
    assert merge([(3, 5), (0, 3)]) == [(0, 5)]


def test_spans_that_only_spaces_part_are_one_when_the_text_is_given():
    assert merge([(0, 6), (7, 13)], "foster carers") == [(0, 13)]
    assert merge([(0, 6), (7, 13)]) == [(0, 6), (7, 13)]


def test_an_empty_span_is_nothing():
    assert merge([(2, 2)]) == []


@given(SPANS)
def test_merged_spans_cover_the_same_places_and_never_overlap(spans):
    merged = merge(spans)
    assert {i for a, b in merged for i in range(a, b)} == {i for a, b in spans for i in range(a, b)}
    assert all(a[1] < b[0] for a, b in itertools.pairwise(merged))


@given(st.text(min_size=12, max_size=12), SPANS)
def test_html_holds_the_text_and_nothing_else(text, spans):
    shown = as_html(text, spans)
    assert html.unescape(re.sub("</?mark>", "", shown)) == html.unescape(html.escape(text))


def test_html_in_the_text_is_never_obeyed():
    assert as_html("<script>fees</script>", [(8, 12)]) == "&lt;script&gt;<mark>fees</mark>&lt;/script&gt;"


def test_markdown_signs_are_escaped():
    assert as_markdown("2*3 [fees]", [(5, 9)]) == r"2\*3 \[**fees**\]"


def test_spans_are_cut_to_a_part_of_the_text():
    assert shift([(0, 3), (5, 9), (20, 22)], 2, 7) == [(0, 1), (3, 5)]


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="outside a text of 3"):
        as_html("abc", [(2, 9)])
