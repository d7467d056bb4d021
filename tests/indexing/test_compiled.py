"""The compiled kernel gives what numpy gives: the same paragraphs, the same float64 scores, in the same order."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutesnlp.indexing import Index, compiled, kernel
from minutesnlp.indexing.inverting import invert
from minutesnlp.indexing.sources import digest
from minutesnlp.indexing.weighting import VARIANTS
from minutesnlp.text.analysis import Analyser

needs_compiler = pytest.mark.skipif(not compiled.in_use(), reason="built without a compiler: only numpy is there")
pytestmark = needs_compiler

BLOCK = 2**16
TERMS = [f"t{rank}" for rank in range(40)]


def drawn(count, seed, longest=30):
    """Return paragraphs of terms from a skewed distribution; some are wordless, some say a word over and over."""
    draw = random.Random(seed)
    weights = [1 / (rank + 1) for rank in range(len(TERMS))]
    return [
        draw.choices(TERMS, weights, k=draw.randint(0, longest))
        + ["t3"] * (draw.random() < 0.01) * draw.randint(1, 400)
        for _ in range(count)
    ]


def by_numpy(index, query, k=10, **options):
    return index.top(query, k, engine="numpy", **options)


def assert_alike(index, query, k=10, **options):
    ids, scores = index.top(query, k, **options)
    expected_ids, expected = by_numpy(index, query, k, **options)
    assert ids.tolist() == expected_ids.tolist()
    assert scores.tolist() == expected.tolist()  # to the last digit
    assert (ids.dtype, scores.dtype) == (np.int64, np.float64)
    return ids


@pytest.fixture(scope="module")
def large():
    """Two blocks and one paragraph more, with rare terms on both sides of every edge."""
    documents = drawn(2 * BLOCK + 1, 1, 12)
    for place in (0, BLOCK - 1, BLOCK, 2 * BLOCK - 1, 2 * BLOCK):
        documents[place] = [*documents[place], "edge", "t0"]
    documents[BLOCK + 5] = ["t1"] * 70_000
    return Index.build(documents)


WORDS = st.sampled_from([*TERMS[:6], "unknown"])
MANY = st.lists(st.lists(st.sampled_from(TERMS[:6]), max_size=9), max_size=40)


@settings(deadline=None)
@given(
    MANY,
    st.lists(WORDS, max_size=7),
    st.sampled_from(VARIANTS),
    st.floats(0, 5),
    st.floats(0, 1),
    st.integers(1, 50),
    st.integers(1, 4),
)
def test_both_paths_agree_on_random_input(documents, query, variant, k1, b, k, keep):
    index = Index.build(documents)
    mask = None if keep == 1 else np.arange(len(documents)) % keep == 0
    assert_alike(index, query, k, variant=variant, k1=k1, b=b, mask=mask)


@pytest.mark.parametrize("k", [1, 10, 100, 1_000_000])
@pytest.mark.parametrize(
    "query",
    [
        ["edge"],
        ["edge", "t0"],
        ["t0", "t1", "t2"],
        ["t30", "t0", "t5", "t30"],
        ["t3", "t39"],
        ["t1"],
        ["t0"] * 9,
        ["t0"] * 70 + ["t1", "edge"],
        ["t0", "t1", "t2", "t3", "t4", "t5"],
        TERMS,
        ["nothing", "known"],
        [],
    ],
    ids=" ".join,
)
def test_both_paths_agree_over_blocks(large, query, k):
    assert_alike(large, query, k)


@pytest.mark.parametrize("count", [BLOCK - 1, BLOCK, BLOCK + 1])
def test_the_last_paragraph_of_a_block_is_found(count):
    index = Index.build([["plain"]] * (count - 1) + [["plain", "last"]])
    assert assert_alike(index, ["last", "plain"], 3).tolist() == [count - 1, 0, 1]


@pytest.mark.parametrize("keep", [0.0005, 0.01, 0.1, 0.5])
@pytest.mark.parametrize("query", [["t0", "t1"], ["t20", "t0"], ["t9", "t31", "t2"]], ids=" ".join)
def test_a_mask_neither_lets_in_nor_loses(large, query, keep):
    mask = np.random.default_rng(5).random(len(large)) < keep
    ids = assert_alike(large, query, 10, mask=mask)
    assert mask[ids].all()
    assert_alike(large, query, 10, mask=np.flatnonzero(mask))


def test_a_mask_of_nothing_finds_nothing(large):
    assert assert_alike(large, ["t0"], mask=np.zeros(len(large), bool)).tolist() == []


def test_frequencies_above_255_are_counted_in_full(large):
    ids, scores = large.top(["t1"], 1, b=0.0)
    assert ids.tolist() == [BLOCK + 5]
    assert scores.tolist() == large.scores(["t1"], b=0.0)[ids].tolist()


def test_more_than_256_lengths_share_classes():
    index = Index.build([[draw] * 3 + ["filler"] * length for length, draw in enumerate(TERMS * 30)])
    for query in (["t1", "filler"], ["t3"], ["filler", "t7", "t9"]):
        for k in (1, 10, 700):
            assert_alike(index, query, k)


def test_a_paragraph_of_a_million_words():
    index = Index.build([["a"], ["a"] * 2**21 + ["b"], ["b", "a"]])
    assert_alike(index, ["a", "b"])


def test_equal_scores_stand_in_the_order_of_paragraphs():
    index = Index.build([["a", "b"]] * 500)
    assert assert_alike(index, ["a", "b"], 7).tolist() == list(range(7))


@pytest.mark.parametrize("formula", ["paper", "rank-bm25"])
@pytest.mark.parametrize("variant", ["okapi", "l", "plus"])
def test_every_formula_is_the_kernels_too(large, variant, formula):
    assert_alike(large, ["t4", "t12", "t0"], variant=variant, formula=formula, delta=0.7)


def test_parameters_change_without_building_again(large):
    for k1, b in ((0.0, 0.0), (0.9, 0.4), (1.2, 0.75), (3.0, 1.0), (1e9, 0.5)):
        assert_alike(large, ["t2", "t17"], k1=k1, b=b)


def test_an_average_that_changes_changes_the_bounds():
    index = Index.build(drawn(3_000, 2))
    assert_alike(index, ["t1", "t8"])
    index.add(drawn(500, 3, 300))
    assert_alike(index, ["t1", "t8"])


def test_what_is_remembered_of_terms_is_bounded_and_worked_out_again():
    # More than the kernel remembers: rows of two bytes a paragraph for a hundred common terms
    words = [f"w{number}" for number in range(100)]
    draw = random.Random(8)
    index = Index.build([draw.choices(words, k=30) for _ in range(60_000)])
    for turn in range(2):
        for at in range(0, 100, 4):
            assert_alike(index, words[at : at + 4], 5 + turn)


def test_titles_are_left_out_where_they_weigh_nothing():
    index = Index.build(drawn(800, 4), titles=drawn(800, 5, 3))
    assert_alike(index, ["t1", "t8"], title_weight=0)
    assert_alike(index, ["t1", "t8"], title_weight=3)


def test_an_index_of_nothing():
    assert Index.build([]).top(["a"])[0].tolist() == []
    assert Index.build([[]]).top(["a"])[0].tolist() == []


def test_an_opened_index_answers_alike(large, tmp_path):
    large.save(tmp_path)
    again = Index.open(tmp_path, verify=False)
    assert again.postings.blocks is not None
    for found, expected in zip(again.top(["t5", "t1"]), large.top(["t5", "t1"]), strict=True):
        assert found.tolist() == expected.tolist()


def test_many_terms_over_tables_of_blocks_and_short_lists():
    index = Index.build(drawn(5_000, 6, 60))
    draw = random.Random(7)
    for _ in range(200):
        assert_alike(index, draw.choices(TERMS, k=draw.randint(1, 6)), draw.choice([1, 10, 100]))


def test_which_path_is_in_use_is_told(monkeypatch):
    assert kernel().startswith("compiled: ")
    monkeypatch.setattr(compiled, "by_numpy", True)
    assert kernel() == "numpy: MINUTESNLP_KERNEL asks for it"
    monkeypatch.undo()
    monkeypatch.setattr(compiled, "_module", None)
    monkeypatch.setattr(compiled, "_reason", "was not compiled when the package was built (no such module)")
    assert kernel() == "numpy: the kernel was not compiled when the package was built (no such module)"


def test_a_module_older_than_its_sources_is_not_taken(monkeypatch, tmp_path):
    assert compiled.load("_gather")[0] is not None
    (tmp_path / "_a.pyx").write_text("x = 1\n", "utf-8")
    first = digest(tmp_path)
    (tmp_path / "_a.pyx").write_text("x = 2\n", "utf-8")
    assert first is not None
    assert digest(tmp_path) not in (None, first)
    monkeypatch.setattr(compiled, "_here", first)
    with pytest.warns(UserWarning, match="install the package again"):
        module, reason = compiled.load("_gather")
    assert module is None
    assert reason == f"is not taken: {compiled.OUTDATED}"


def test_a_wheel_without_sources_is_not_doubted(tmp_path):
    assert digest(tmp_path) is None


def test_a_package_built_without_a_compiler_answers_by_numpy(monkeypatch):
    monkeypatch.setattr(compiled, "_module", None)
    assert Index.build([["a"], ["b"]]).top(["b"])[0].tolist() == [1]


def test_a_kernel_that_is_missing_is_told(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(compiled.importlib, "import_module", missing)
    assert compiled.load("_kernel") == (
        None,
        "was not compiled when the package was built (minutesnlp.indexing._kernel)",
    )


# All that the compiled reader knows, and some that it leaves to Python (é, ², a soft hyphen, a full-width letter)
CHARACTERS = "abzAKZ059  \t\n\x1c.,,%'’ʼ‘&/--‐–_£$€“”…—·\xa0\u2003é²\u00adＣ:;()"
PIECES = st.sampled_from(
    ["£", "£ ", "1,234", "12", "1,23", "5.6", " million", "m", "bn", " m", " k", " bn", "2 m", " per cent", "per cent",
     " Per", "%", " %", "K",
     "2020/21", "2020-2021", "A&E", "u.k.", "9th", "11471m2", "children's", "ONE", " ", "_", "thousands", ",", "cents"]
)  # fmt: skip
RAGGED = st.lists(st.one_of(PIECES, st.text(CHARACTERS, max_size=6)), max_size=14).map("".join)


@settings(deadline=None, max_examples=600)
@given(st.lists(RAGGED, max_size=5))
def test_all_ways_to_read_texts_give_the_terms_of_the_analyser(texts):
    by_terms = Index.build([Analyser().terms(text) for text in texts])
    assert_same_postings(Index.build(texts), by_terms)
    assert_same_postings(Index(invert(texts, analyser=Analyser())), by_terms)


@given(MANY)
def test_both_ways_to_invert_agree(documents):
    assert_same_postings(Index.build(documents), Index(invert(documents)))


def test_a_frequency_above_255_is_inverted_whole():
    index = Index.build(["bus " * 70_000 + "stop", "stop " * 300])
    assert index.postings.frequencies.tolist() == [70_000, 1, 300]


def test_many_distinct_runs_are_told_apart():
    words = [f"w{number:x}z" for number in range(150_000)]
    index = Index.build([" ".join(words[at : at + 100]) for at in range(0, len(words), 100)])
    assert len(index.postings.vocabulary) == len(words)


def assert_same_postings(one, other):
    assert list(one.postings.vocabulary) == list(other.postings.vocabulary)
    for name in ("starts", "ids", "frequencies", "holding", "lengths"):
        ours, theirs = getattr(one.postings, name), getattr(other.postings, name)
        assert ours.tolist() == theirs.tolist(), name
        assert ours.dtype == theirs.dtype, name


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_a_batch_is_answered_as_one_by_one(large, threads):
    draw = random.Random(9)
    queries = [draw.choices(TERMS, k=3) for _ in range(23)]
    for query, (ids, scores) in zip(queries, large.batch(queries, 5, threads=threads), strict=True):
        expected_ids, expected = large.top(query, 5)
        assert ids.tolist() == expected_ids.tolist()
        assert scores.tolist() == expected.tolist()
    assert large.batch([], 5) == []
