"""Each metric against figures worked out on paper."""

import math

import pytest

from quality.metrics import (
    Score,
    Span,
    bootstrap_interval,
    fact_recall,
    matches,
    mean,
    ndcg,
    overlapping,
    recall,
    strict,
    total,
    values,
)

GOLD = [Span("DATE", 0, 4, "2021"), Span("FIGURE", 10, 13, "70"), Span("ROLE", 20, 30)]


def test_precision_recall_and_f1_of_two_right_among_four_found_and_five_there():
    score = Score(2, 4, 5)
    assert (score.precision, score.recall) == (0.5, 0.4)
    assert score.f1 == pytest.approx(2 * 0.5 * 0.4 / 0.9)


def test_nothing_to_find_and_nothing_found_is_perfect():
    assert Score(0, 0, 0).f1 == Score(0, 0, 0).precision == Score(0, 0, 0).recall == 1


def test_something_found_where_nothing_is_there_is_no_recall_at_all():
    assert Score(0, 3, 0).recall == 0
    assert Score(0, 3, 0).f1 == 0


def test_counts_add_up_to_the_micro_average():
    assert total([Score(1, 2, 3), Score(4, 5, 6)]) == Score(5, 7, 9)


def test_a_strict_match_needs_label_start_and_end():
    found = [Span("DATE", 0, 4), Span("FIGURE", 10, 14), Span("PERSON", 20, 30)]
    assert strict(found, GOLD) == Score(1, 3, 3)


def test_an_overlapping_match_counts_once():
    found = [Span("FIGURE", 9, 12), Span("FIGURE", 12, 13), Span("ROLE", 29, 40), Span("ROLE", 30, 40)]
    assert overlapping(found, GOLD) == Score(2, 4, 3)


def test_a_span_found_twice_is_wrong_once():
    assert matches(["a", "a"], ["a"]) == Score(1, 2, 1)


def test_values_are_asked_of_gold_spans_that_have_one():
    found = [Span("DATE", 0, 4, "2021"), Span("FIGURE", 10, 13, "700"), Span("ROLE", 20, 30, "clerk")]
    assert values(found, GOLD) == Score(1, 2, 2)


def test_ndcg_by_hand():
    grades = {"a": 3.0, "b": 1.0}
    assert ndcg(["a", "b"], grades) == 1
    assert ndcg(["x", "a"], grades) == pytest.approx((3 / math.log2(3)) / (3 + 1 / math.log2(3)))
    assert ndcg(["x"] * 10 + ["a"], grades) == 0


def test_a_junk_query_is_right_when_it_returns_nothing():
    assert ndcg([], {}) == recall([], {}) == 1
    assert ndcg(["a"], {}) == recall(["a"], {}) == 0


def test_recall_counts_what_is_graded_above_nothing():
    assert recall(["a", "x"], {"a": 1, "b": 2, "c": 0}) == 0.5
    assert recall(["x", "a"], {"a": 1}, k=1) == 0


def test_a_fact_is_there_when_one_of_its_ways_is_there_whole():
    facts = [[["£2m", "roof"]], [["7 votes"], ["Seven"]], [["absent"]]]
    assert fact_recall("The roof cost £2M; seven voted.", facts) == pytest.approx(2 / 3)
    assert fact_recall("", []) == 1


def test_the_interval_of_a_constant_difference_is_that_difference():
    assert bootstrap_interval([0.25] * 8) == (0.25, 0.25)
    low, high = bootstrap_interval([0.0, 1.0] * 20)
    assert 0.2 < low < 0.5 < high < 0.8


def test_the_mean_of_nothing_is_nothing():
    assert mean([]) == 0
    assert mean([1, 2]) == 1.5
