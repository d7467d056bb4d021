"""An index that has grown, shrunk and been compacted answers as one built at once, to the last digit."""

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutesnlp.indexing import Index
from minutesnlp.indexing.segment import TIMES
from minutesnlp.indexing.weighting import VARIANTS

WORDS = st.sampled_from(["bus", "shelter", "lane", "report", "fees"])
SOME = st.lists(st.lists(WORDS, max_size=6), max_size=8)
QUERY = st.lists(st.sampled_from(["bus", "shelter", "lane", "fees", "unknown"]), max_size=4)


def answers(index, query, **options):
    ids, scores = index.top(query, None if options.pop("all", False) else 5, **options)
    return ids.tolist(), scores.tolist()


@settings(deadline=None)
@given(st.lists(SOME, min_size=1, max_size=6), QUERY, st.sampled_from(VARIANTS), st.booleans())
def test_adding_gives_what_building_at_once_gives(batches, query, variant, titled):
    def given_titles(batch):
        return [terms[:1] for terms in batch] if titled else None

    grown = Index.build(batches[0], titles=given_titles(batches[0]))
    for batch in batches[1:]:
        grown.add(batch, titles=given_titles(batch))
    together = [terms for batch in batches for terms in batch]
    whole = Index.build(together, titles=given_titles(together))
    for options in ({"engine": "own"}, {"engine": "numpy"}, {"ranker": "tfidf"}, {"title_weight": 0}, {"all": True}):
        if options != {"ranker": "tfidf"}:
            options = {**options, "variant": variant}
        assert answers(grown, query, **dict(options)) == answers(whole, query, **dict(options))
    assert grown.scores(query, variant=variant).tolist() == whole.scores(query, variant=variant).tolist()


@settings(deadline=None)
@given(SOME, SOME, st.sets(st.integers(0, 15)), QUERY)
def test_what_was_removed_neither_is_found_nor_counts(first, second, gone, query):
    together = first + second
    gone = {number for number in gone if number < len(together)}
    index = Index.build(first)
    index.add(second)
    index.remove(gone)
    kept = [number for number in range(len(together)) if number not in gone]
    rest = Index.build([together[number] for number in kept])
    expected = rest.scores(query).tolist()
    scores = index.scores(query)
    assert scores[kept].tolist() == expected
    assert not scores[list(gone)].any()
    for options in ({}, {"engine": "numpy"}, {"ranker": "tfidf"}):
        ids, found = rest.top(query, 5, **options)
        assert answers(index, query, **options) == ([kept[number] for number in ids], found.tolist())
    index.compact()
    assert len(index) == len(kept)
    assert answers(index, query) == answers(rest, query)


def test_a_mask_over_segments():
    index = Index.build([["bus"]] * 30)
    index.add([["bus"], ["fees"], ["bus"]])
    mask = np.zeros(33, bool)
    mask[[4, 30, 31]] = True
    assert index.top(["bus"], mask=mask)[0].tolist() == [4, 30]
    assert index.top(["bus"], mask=np.array([32, 7]))[0].tolist() == [7, 32]


def test_there_are_never_many_segments():
    index = Index.build([])
    draw = random.Random(1)
    for _ in range(300):
        index.add([draw.choices("abcdef", k=draw.randint(1, 9))])
        sizes = [len(segment.postings.ids) for segment in index._segments]
        assert all(before >= TIMES * after for before, after in itertools.pairwise(sizes))
    assert len(index) == 300
    assert len(index._segments) <= 6


def test_removing_what_is_not_there_is_refused_and_removes_nothing():
    index = Index.build([["a"], ["a"]])
    with pytest.raises(ValueError, match="no paragraph 2"):
        index.remove([0, 2])
    with pytest.raises(ValueError, match="no paragraph -1"):
        index.remove([-1])
    assert index.top(["a"])[0].tolist() == [0, 1]


def test_everything_may_be_removed():
    index = Index.build([["a"], ["a"]])
    index.remove([0, 1])
    assert "2 of them removed" in repr(index)
    assert index.top(["a"])[0].tolist() == []
    index.compact()
    assert len(index) == 0
    index.add([["a"]])
    assert index.top(["a"])[0].tolist() == [0]


def test_rank_bm25_is_not_asked_about_what_was_removed():
    index = Index.build([["a"], ["b"]])
    index.remove([1])
    with pytest.raises(ValueError, match=r"compact\(\)"):
        index.top(["a"], engine="rank-bm25")


def test_a_common_term_of_a_small_segment_counts_as_in_the_whole():
    rare = Index.build([["x", "common"] for _ in range(3_000)])
    rare.add([["rare", "common"]] * 40)
    whole = Index.build([["x", "common"]] * 3_000 + [["rare", "common"]] * 40)
    for query in (["rare", "common"], ["common"], ["rare"]):
        assert answers(rare, query) == answers(whole, query)
