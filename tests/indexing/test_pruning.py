"""What numpy passes over is not among the best: its answers are those of scoring every paragraph."""

import random

import numpy as np
import pytest

from minutesnlp.indexing import Index, pruning
from minutesnlp.indexing.weighting import VARIANTS

TERMS = [f"t{rank}" for rank in range(60)]


def by_all(index, query, k, mask=None, **options):
    scores = index.scores(query, **options)
    held = np.flatnonzero((scores != 0) if mask is None else (scores != 0) & mask)
    order = sorted(held.tolist(), key=lambda paragraph: (-scores[paragraph], paragraph))[:k]
    return order, scores[order].tolist()


def assert_exact(index, query, k=10, mask=None, **options):
    ids, scores = index.top(query, k, engine="numpy", mask=mask, **options)
    assert (ids.tolist(), scores.tolist()) == by_all(index, query, k, mask, **options)


@pytest.fixture(scope="module")
def index():
    """Paragraphs whose commonest words are in most of them, and whose rarest are in a few."""
    draw = random.Random(3)
    weights = [1 / (rank + 1) ** 1.3 for rank in range(len(TERMS))]
    return Index.build([draw.choices(TERMS, weights, k=draw.randint(0, 25)) for _ in range(12_000)])


@pytest.mark.parametrize("k", [1, 10, 100, 5_000])
@pytest.mark.parametrize("query", ["t0", "t59", "t0 t1 t2", "t0 t59", "t1 t40 t50", "t0 t0 t3", "t30 t31 t32", "t0 x"])
def test_the_best_are_those_of_all(index, query, k):
    assert_exact(index, query.split(), k)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_with_other_parameters(index, variant):
    for k1, b in ((0.0, 0.0), (0.5, 1.0), (3.0, 0.3)):
        assert_exact(index, ["t2", "t0", "t45"], variant=variant, k1=k1, b=b)


@pytest.mark.parametrize("keep", [0.001, 0.01, 0.1, 0.5])
def test_under_a_mask(index, keep):
    mask = np.random.default_rng(4).random(len(index)) < keep
    for query in (["t0", "t1"], ["t50", "t0"], ["t41", "t42"]):
        assert_exact(index, query, 10, mask)


def test_random_queries(index):
    draw = random.Random(5)
    for _ in range(150):
        assert_exact(index, draw.choices(TERMS, k=draw.randint(1, 7)), draw.choice([1, 3, 10, 50]))


def test_what_is_remembered_is_bounded(index, monkeypatch):
    monkeypatch.setattr(pruning, "REMEMBERED_BYTES", 4)
    monkeypatch.setattr(pruning, "REMEMBERED", 1)
    for k1 in (0.9, 1.2):
        for query in (["t0", "t1", "t2"], ["t3", "t1"]):
            assert_exact(index, query, k1=k1)


def test_more_rows_than_sixteen_bits_hold_are_left_aside(index):
    assert_exact(index, ["t0", "t1"] * 100)
