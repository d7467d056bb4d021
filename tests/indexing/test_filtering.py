"""Searches confined to some paragraphs: in whatever form these are given, the answer is that of a plain scorer."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutesnlp.indexing import Index

ENGINES = pytest.mark.parametrize("engine", ["own", "numpy"])
BLOCK = 2**16
TERMS = [f"t{rank}" for rank in range(30)]


def drawn(count, seed):
    draw = np.random.default_rng(seed)
    shares = 1 / np.arange(1, len(TERMS) + 1)
    numbers = draw.choice(len(TERMS), (count, 9), p=shares / shares.sum())
    lengths = draw.integers(0, 10, count)
    return [[TERMS[n] for n in row[:length]] for row, length in zip(numbers.tolist(), lengths.tolist(), strict=True)]


def plainly(index, query, k, mask):
    """Return what scoring every paragraph gives."""
    scores = index.scores(query)
    held = np.flatnonzero((scores != 0) & mask)
    order = held[np.argsort(-scores[held], kind="stable")][:k]
    return order.tolist(), scores[order].tolist()


def forms(index, mask):
    """Return a mask in every form in which it may be given; unsorted and doubled numbers count once."""
    ids = np.flatnonzero(mask)
    return [mask, ids, ids[::-1], np.repeat(ids, 2), ids.astype(np.uint32), index.filter(mask), index.filter(ids)]


def assert_plain(index, query, mask, k=10, **options):
    expected = plainly(index, query, k, mask)
    for form in forms(index, mask):
        ids, scores = index.top(query, k, mask=form, **options)
        assert (ids.tolist(), scores.tolist()) == expected


@pytest.fixture(scope="module")
def large():
    return Index.build(drawn(2 * BLOCK + 1, 1))


@ENGINES
@pytest.mark.parametrize("k", [1, 10, 3_000])
@pytest.mark.parametrize("keep", [0.0001, 0.004, 0.02, 0.1, 0.5])
@pytest.mark.parametrize("query", [["t0"], ["t0", "t1", "t2"], ["t29", "t0"], ["t9", "t25", "t2", "t9"]], ids=" ".join)
def test_scattered_paragraphs(large, query, keep, k, engine):
    assert_plain(large, query, np.random.default_rng(5).random(len(large)) < keep, k, engine=engine)


@ENGINES
@pytest.mark.parametrize(
    ("first", "end"),
    [(0, 1), (BLOCK - 1, BLOCK + 1), (BLOCK, BLOCK + 300), (100_000, 131_072), (2 * BLOCK, 2 * BLOCK + 1)],
)
@pytest.mark.parametrize("query", [["t0", "t1", "t2"], ["t29", "t27"], ["t28", "t0"]], ids=" ".join)
def test_a_stretch_of_paragraphs(large, query, first, end, engine):
    mask = np.zeros(len(large), bool)
    mask[first:end] = True
    assert_plain(large, query, mask, engine=engine)


@settings(deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(TERMS[:5]), max_size=6), min_size=1, max_size=120),
    st.lists(st.sampled_from(TERMS[:6]), max_size=5),
    st.data(),
    st.integers(1, 20),
)
def test_random_paragraphs(documents, query, data, k):
    index = Index.build(documents)
    mask = np.zeros(len(documents), bool)
    mask[data.draw(st.lists(st.integers(0, len(documents) - 1), max_size=8))] = True
    for engine in ("own", "numpy"):
        assert_plain(index, query, mask, k, engine=engine)


@ENGINES
@pytest.mark.parametrize("keep", [0.01, 0.3])
def test_segments_and_paragraphs_that_are_gone(engine, keep):
    index = Index.build(drawn(9_000, 2))
    index.add(drawn(1_500, 3))
    index.add(drawn(200, 4))
    mask = np.random.default_rng(6).random(len(index)) < keep
    ready = index.filter(mask)
    for gone in ([], [5, 8_999, 9_000], range(2_000, 2_400), [10_699]):
        index.remove(gone)
        for query in (["t0", "t3"], ["t28"], ["t1", "t28", "t0"]):
            assert_plain(index, query, mask, engine=engine)
            ids, scores = index.top(query, mask=ready, engine=engine)
            assert (ids.tolist(), scores.tolist()) == plainly(index, query, 10, mask)


@ENGINES
def test_almost_all_paragraphs_are_gone(engine):
    index = Index.build(drawn(5_000, 7))
    index.remove(range(20, 5_000))
    ids, scores = index.top(["t0", "t1"], engine=engine)
    assert (ids.tolist(), scores.tolist()) == plainly(index, ["t0", "t1"], 10, np.ones(5_000, bool))


@ENGINES
@pytest.mark.parametrize("ranker", ["bm25", "tfidf"])
def test_a_term_of_which_all_paragraphs_are_gone(engine, ranker):
    index = Index.build([["bus", "lane"], ["bus"], ["tram"]] * 40)
    index.remove(range(2, 120, 3))
    for query in (["tram"], ["tram", "bus"]):
        for mask in (None, [2], [3, 5]):
            found = index.top(query, ranker=ranker, engine=engine, mask=mask if mask is None else np.array(mask))[0]
            assert (found % 3 != 2).all()
    assert index.explain(["tram"], 1) == [("tram", 0.0)]


@pytest.mark.parametrize("ranker", ["bm25", "tfidf"])
def test_titles_and_all_hits(ranker):
    index = Index.build(drawn(4_000, 8), titles=drawn(4_000, 9))
    mask = np.arange(4_000) % 50 == 0
    ids, scores = index.top(["t0", "t7"], None, mask=np.flatnonzero(mask), ranker=ranker)
    all_ids, all_scores = index.top(["t0", "t7"], None, ranker=ranker)
    assert ids.tolist() == all_ids[mask[all_ids]].tolist()
    assert scores.tolist() == all_scores[mask[all_ids]].tolist()


def test_every_other_place_of_a_longer_mask():
    index = Index.build(drawn(100, 10))
    mask = np.random.default_rng(1).random(200) < 0.5
    assert index.top(["t0"], mask=mask[::2])[0].tolist() == plainly(index, ["t0"], 10, mask[::2])[0]


def test_what_a_filter_was_made_of_may_change_afterwards():
    index = Index.build([["bus"], ["bus"], ["bus"]])
    mask = np.array([True, False, True])
    ready = index.filter(mask)
    mask[:] = False
    assert index.top(["bus"], mask=ready)[0].tolist() == [0, 2]
    assert repr(ready) == "Filter(2 of 3 paragraphs)"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (np.array([3]), "outside 0 to 2"),
        (np.array([0, -1]), "outside 0 to 2"),
        (np.array([2**40]), "outside 0 to 2"),
        (np.array([True]), r"shape \(1,\)"),
        (np.array([0.5]), "bool, or of paragraph numbers"),
        (np.array([[0]]), "bool, or of paragraph numbers"),
        (np.array("bus"), "bool, or of paragraph numbers"),
    ],
    ids=str,
)
def test_what_is_no_filter_is_refused(wrong, told):
    index = Index.build([["bus"]] * 3)
    for ask in (index.filter, lambda wrong: index.top(["bus"], mask=wrong)):
        with pytest.raises(ValueError, match=told):
            ask(wrong)


def test_a_filter_of_another_number_of_paragraphs_is_refused():
    index = Index.build([["bus"]] * 3)
    ready = index.filter(np.array([0]))
    index.add([["bus"]])
    with pytest.raises(ValueError, match="made for 3 paragraphs, and there are 4"):
        index.top(["bus"], mask=ready)
