"""The index against a plain exhaustive scorer, rank-bm25 and scikit-learn; and against bad input."""

import math
from collections import Counter

import numpy as np
import pytest
import rank_bm25
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from minutesnlp.indexing import Index
from minutesnlp.indexing.weighting import VARIANTS

TEXTS = [
    "Members heard that the bus shelter at Mill Lane had been repaired.",
    "The bus service to the hospital would run every hour, and the bus fare was frozen.",
    "",
    "A resident asked about the allotments.",
    "Allotments: the waiting list had 40 names. The allotments officer would report.",
    "It was agreed that the bus shelter be painted.",
    "Bus.",
]
DOCUMENTS = [text.lower().replace(".", "").split() for text in TEXTS]
WORDS = st.sampled_from(["bus", "shelter", "lane", "report", "fees", "x"])
MANY = st.lists(st.lists(WORDS, max_size=8), max_size=12)
QUERY = st.lists(st.sampled_from(["bus", "shelter", "lane", "report", "fees", "unknown"]), max_size=5)


def plain_scores(documents, query, variant="lucene", k1=1.2, b=0.75, delta=None):
    """Score every paragraph by the formula of the paper, without an index."""
    delta = {"l": 0.5, "plus": 1.0}.get(variant, 0.0) if delta is None else delta
    count = len(documents)
    average = sum(map(len, documents)) / count if any(documents) else 1.0
    holding = Counter(term for document in documents for term in set(document))
    scores = []
    for document in documents:
        score = 0.0
        for term in query:
            f, n = document.count(term), holding[term]
            if not f:
                continue
            norm = 1 - b + b * len(document) / average
            if variant == "l":
                c = f / norm + delta
                score += math.log((count + 1) / (n + 0.5)) * (k1 + 1) * c / (k1 + c)
            elif variant == "plus":
                score += math.log((count + 1) / n) * (delta + f * (k1 + 1) / (f + k1 * norm))
            elif variant == "atire":
                score += math.log(count / n) * f * (k1 + 1) / (f + k1 * norm)
            else:
                weight = f / (f + k1 * norm) * (k1 + 1 if variant == "okapi" else 1)
                score += math.log(1 + (count - n + 0.5) / (n + 0.5)) * weight
        scores.append(score)
    return np.array(scores)


@settings(deadline=None)
@given(MANY, QUERY, st.sampled_from(VARIANTS), st.integers(1, 15), st.booleans())
def test_the_best_are_those_of_a_plain_exhaustive_scorer(documents, query, variant, k, masked):
    index = Index.build(documents)
    expected = plain_scores(documents, query, variant)
    scores = index.scores(query, variant=variant)
    assert scores == pytest.approx(expected, rel=1e-12, abs=1e-12)
    mask = np.arange(len(documents)) % 2 == 0 if masked else None
    ids, found = index.top(query, k, variant=variant, mask=mask)
    allowed = [i for i in range(len(documents)) if scores[i] != 0 and (mask is None or mask[i])]
    best = sorted(allowed, key=lambda i: (-scores[i], i))[:k]
    assert ids.tolist() == best
    assert found.tolist() == [scores[i] for i in best]  # to the last digit
    assert ids.dtype == np.int64
    assert found.dtype == np.float64


@settings(deadline=None)
@given(MANY.filter(any), QUERY, st.floats(0.01, 3), st.floats(0, 0.95))
def test_okapi_with_rank_bm25s_idf_is_rank_bm25(documents, query, k1, b):
    theirs = rank_bm25.BM25Okapi(documents, k1=k1, b=b).get_scores(query)
    ours = Index.build(documents).scores(query, variant="okapi", k1=k1, b=b, formula="rank-bm25")
    assert ours == pytest.approx(theirs, abs=1e-9)


@settings(deadline=None)
@given(MANY.filter(any), QUERY, st.floats(0.1, 3), st.floats(0, 0.9), st.floats(0, 2))
@pytest.mark.parametrize(("variant", "engine"), [("l", rank_bm25.BM25L), ("plus", rank_bm25.BM25Plus)])
def test_l_and_plus_as_rank_bm25_reads_them(variant, engine, documents, query, k1, b, delta):
    theirs = engine(documents, k1=k1, b=b, delta=delta).get_scores(query)
    index = Index.build(documents)
    ours = index.scores(query, variant=variant, k1=k1, b=b, delta=delta, formula="rank-bm25")
    touched = np.array([any(term in document for term in query) for document in documents])
    assert ours[touched] == pytest.approx(theirs[touched], abs=1e-9)
    assert not ours[~touched].any()
    ids, found = index.top(query, 20, variant=variant, k1=k1, b=b, delta=delta, formula="rank-bm25")
    assert found == pytest.approx(theirs[ids], abs=1e-9)


@settings(deadline=None)
@given(MANY.filter(any), st.lists(WORDS, min_size=1, max_size=5), st.booleans())
def test_tfidf_is_scikit_learns(documents, query, sublinear):
    model = TfidfVectorizer(analyzer=list, sublinear_tf=sublinear)
    weights = model.fit_transform(documents)
    theirs = (weights @ model.transform([query]).T).toarray().ravel()
    assert Index.build(documents).scores(query, ranker="tfidf", sublinear=sublinear) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("variant", ["okapi", "l", "plus"])
def test_rank_bm25_can_be_chosen_as_the_engine(variant):
    index = Index.build(DOCUMENTS)
    classes = {"okapi": rank_bm25.BM25Okapi, "l": rank_bm25.BM25L, "plus": rank_bm25.BM25Plus}
    theirs = classes[variant](DOCUMENTS, k1=1.2, b=0.75).get_scores(["bus", "shelter"])
    ids, scores = index.top(["bus", "shelter"], 3, variant=variant, engine="rank-bm25")
    assert scores == pytest.approx(theirs[ids], abs=1e-9)
    assert scores.tolist() == sorted(scores, reverse=True)


def test_rank_bm25_as_engine_keeps_to_mask_and_to_what_holds_a_term():
    index = Index.build(DOCUMENTS)
    ids, _ = index.top(["allotments"], engine="rank-bm25", variant="plus", mask=np.array([4, 5]))
    assert ids.tolist() == [4]


def test_rank_bm25_as_engine_says_what_it_lacks():
    index = Index.build(TEXTS)
    with pytest.raises(ValueError, match="okapi, l, plus"):
        index.top("bus", engine="rank-bm25")
    with pytest.raises(ValueError, match="no TF-IDF"):
        index.top("bus", engine="rank-bm25", ranker="tfidf")
    with pytest.raises(ValueError, match="engine is"):
        index.top("bus", engine="best")


def test_rank_bm25_as_engine_survives_a_k1_of_nothing():
    assert Index.build(DOCUMENTS).top(["fare"], engine="rank-bm25", variant="okapi", k1=0.0)[0].tolist() == [1]


def test_rank_bm25_as_engine_survives_wordless_input():
    assert Index.build(["", ""]).top("bus", engine="rank-bm25", variant="okapi")[0].tolist() == []


def test_parameters_change_at_query_time():
    index = Index.build(DOCUMENTS)
    for k1, b in ((0.0, 0.0), (1.2, 0.75), (3.0, 1.0)):
        assert index.scores(["bus", "fare"], k1=k1, b=b) == pytest.approx(
            plain_scores(DOCUMENTS, ["bus", "fare"], k1=k1, b=b)
        )


def test_adding_equals_building_at_once_to_the_last_digit():
    at_once = Index.build(TEXTS)
    grown = Index.build(TEXTS[:3])
    grown.scores("bus"), grown.scores("bus", ranker="tfidf")  # whatever it remembers is forgotten
    grown.add(TEXTS[3:])
    for ranker in ("bm25", "tfidf"):
        assert (
            grown.scores("bus shelter allotments", ranker=ranker).tolist()
            == at_once.scores("bus shelter allotments", ranker=ranker).tolist()
        )


@settings(deadline=None)
@given(MANY, MANY, QUERY)
def test_joined_and_thinned_indexes_equal_those_built_at_once(first, second, query):
    index = Index.build(first, titles=first)
    index.add(second, titles=second)
    both = first + second
    assert (
        index.scores(query, title_weight=2).tolist()
        == Index.build(both, titles=both).scores(query, title_weight=2).tolist()
    )
    gone = range(0, len(both), 2)
    kept = [document for place, document in enumerate(both) if place % 2]
    thinned = index.without(gone)
    assert (
        thinned.scores(query, title_weight=2).tolist()
        == Index.build(kept, titles=kept).scores(query, title_weight=2).tolist()
    )
    assert list(thinned.postings.vocabulary) == list(Index.build(kept).postings.vocabulary)


def test_a_title_is_a_field_of_its_own():
    index = Index.build(["The fee was raised.", "Nothing was said."], titles=["Libraries", "Burial fees"])
    assert index.top("fees")[0].tolist() == [0, 1]
    assert index.top("fees", title_weight=0)[0].tolist() == [0]
    assert index.top("fees", title_weight=20)[0].tolist() == [1, 0]
    assert index.top("fees", ranker="tfidf")[0].tolist() == [0]


@settings(deadline=None)
@given(MANY, QUERY)
def test_titles_of_no_weight_change_nothing(documents, query):
    titled = Index.build(documents, titles=[["bus", "report"]] * len(documents))
    assert titled.scores(query, title_weight=0).tolist() == Index.build(documents).scores(query).tolist()


@settings(deadline=None)
@given(MANY, MANY, QUERY, st.floats(0, 5), st.floats(0, 1))
def test_the_best_by_two_fields_are_those_of_all_scores(documents, titles, query, weight, b):
    titles = (titles + [[]] * len(documents))[: len(documents)]
    index = Index.build(documents, titles=titles)
    scores = index.scores(query, title_weight=weight, b=b)
    ids, found = index.top(query, 5, title_weight=weight, b=b)
    assert found.tolist() == [scores[i] for i in ids]
    assert np.isfinite(scores).all()
    assert ids.tolist() == sorted(np.flatnonzero(scores), key=lambda i: (-scores[i], i))[:5]


def test_the_parts_of_a_score_add_up_to_it():
    index = Index.build(TEXTS)
    for ranker in ("bm25", "tfidf"):
        parts = index.explain("bus shelter bus hospital", 1, ranker=ranker)
        assert sum(weight for _, weight in parts) == pytest.approx(
            index.scores("bus shelter bus hospital", ranker=ranker)[1]
        )
        assert dict(parts)["shelter"] == 0


@settings(deadline=None)
@given(MANY, QUERY)
def test_the_scores_of_some_are_those_of_all(documents, query):
    index = Index.build(documents, titles=documents)
    wanted = np.arange(0, len(documents), 3)
    for ranker in ("bm25", "tfidf"):
        expected = index.scores(query, ranker=ranker)[wanted].tolist()
        assert index.scores_of(query, wanted, ranker=ranker).tolist() == expected


def places(index, term):
    found = {}
    for key in index.places(term, np.arange(len(index)), 10_000).tolist():
        found.setdefault(key // 10_000, []).append(key % 10_000)
    return found


@settings(deadline=None)
@given(MANY, MANY)
def test_positions_are_kept_through_joining_and_thinning(first, second):
    index = Index.build(first, titles=first, positions=True)
    index.add(second, titles=second)
    both = first + second
    for term in ("bus", "report", "unknown"):
        expected = {i: [j for j, word in enumerate(d) if word == term] for i, d in enumerate(both) if term in d}
        assert places(index, term) == expected
    thinned = index.without(range(0, len(both), 2))
    rest = both[1::2]
    expected = {i: [j for j, word in enumerate(d) if word == "bus"] for i, d in enumerate(rest) if "bus" in d}
    assert places(thinned, "bus") == expected


def test_positions_count_the_words_of_the_text():
    assert places(Index.build(["The head of the service"], positions=True), "servic") == {0: [4]}


def test_an_index_without_positions_says_so():
    with pytest.raises(ValueError, match="positions=True"):
        Index.build(TEXTS).places("bus", np.arange(2), 100)
    with pytest.raises(TypeError, match="one string"):
        Index.build("bus", positions=True)


def test_a_repeated_term_counts_again():
    index = Index.build(TEXTS)
    assert index.scores("bus bus") == pytest.approx(2 * index.scores("bus"))


def test_equal_scores_are_ordered_by_paragraph():
    assert Index.build(["fee"] * 9).top("fee", 4)[0].tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize("k", [0, -1])
def test_k_below_one_is_refused(k):
    with pytest.raises(ValueError, match="at least one"):
        Index.build(TEXTS).top("bus", k)


def test_k_above_the_count_gives_all_and_so_does_none():
    index = Index.build(TEXTS)
    assert len(index.top("bus", 1000)[0]) == len(index.top("bus", None)[0]) == 4


@pytest.mark.parametrize("query", ["", "???", "the of and", "unicorn", []], ids=repr)
def test_a_query_of_nothing_known_finds_nothing(query):
    for ranker in ("bm25", "tfidf"):
        ids, scores = Index.build(TEXTS).top(query, ranker=ranker)
        assert ids.tolist() == scores.tolist() == []


@pytest.mark.parametrize("texts", [[], [""], ["", "the"]], ids=repr)
def test_an_index_without_words_answers(texts):
    index = Index.build(texts)
    assert len(index) == len(texts)
    for ranker in ("bm25", "tfidf"):
        assert index.top("bus", ranker=ranker)[0].tolist() == []
        assert index.scores("bus", ranker=ranker).tolist() == [0.0] * len(texts)


def test_one_paragraph_can_be_searched():
    ids, scores = Index.build(["bus shelter"]).top("bus")
    assert ids.tolist() == [0]
    assert scores[0] > 0


def test_a_term_in_all_paragraphs_is_found_in_all():
    assert len(Index.build(["fee"] * 70).top("fee", None)[0]) == 70


def test_a_frequency_above_255_and_above_65535_is_counted():
    documents = [["fee"] * 300, ["fee"] * 255, ["fee"] * 256, ["fee"] * 70_000]
    index = Index.build(documents)
    assert index.postings.frequencies.tolist() == [300, 255, 256, 70_000]
    assert index.scores(["fee"]) == pytest.approx(plain_scores(documents, ["fee"]))


def test_more_paragraphs_than_sixteen_bits_can_count():
    count = 2**16 + 1
    index = Index.build([["fee"] if place in (0, count - 2, count - 1) else ["x"] for place in range(count)])
    assert index.top(["fee"])[0].tolist() == [0, count - 2, count - 1]


def test_a_mask_never_lets_a_zero_score_in():
    index = Index.build(TEXTS)
    assert index.top("bus", mask=np.array([2, 3, 5]))[0].tolist() == [5]
    assert index.top("bus", mask=np.zeros(len(TEXTS), bool))[0].tolist() == []


@pytest.mark.parametrize(
    "mask", [np.ones(3, bool), np.array([0.5]), np.array([99]), np.array([-1]), np.ones((7, 1), bool)]
)
def test_a_mask_that_does_not_fit_is_refused(mask):
    with pytest.raises(ValueError, match="mask"):
        Index.build(TEXTS).top("bus", mask=mask)


def test_one_string_is_no_sequence_of_texts():
    with pytest.raises(TypeError, match="one string"):
        Index.build("bus shelter")


def test_titles_must_be_as_many_as_texts():
    with pytest.raises(ValueError, match="2 titles for 3"):
        Index.build(["a", "b", "c"], titles=["x", "y"])


def test_an_index_with_titles_grows_by_paragraphs_with_titles():
    index = Index.build(["fee"], titles=["x"])
    with pytest.raises(ValueError, match="has none"):
        index.add(["fee"])


def test_any_function_may_be_the_analyser():
    index = Index.build(["Bus SHELTER"], analyser=str.split)
    assert index.top("SHELTER")[0].tolist() == [0]
    assert index.top("shelter")[0].tolist() == []


def test_the_index_tells_what_it_holds():
    index = Index.build(TEXTS)
    assert index.holding("bus") == 4
    assert index.paragraphs("bus").tolist() == [0, 1, 5, 6]
    assert index.holding("unicorn") == 0
    assert index.paragraphs("unicorn").tolist() == []
    assert repr(index).startswith("Index(7 paragraphs, ")


def test_a_search_that_is_broken_off_leaves_no_sums_behind(monkeypatch):
    from minutesnlp.indexing import compiled, scoring

    monkeypatch.setattr(compiled, "by_numpy", True)

    index = Index.build(TEXTS)
    before = index.scores("bus shelter").tolist()

    class Broken(list):
        def __iter__(self):
            yield from super().__iter__()
            raise KeyboardInterrupt

    monkeypatch.setattr(scoring, "_added", lambda lists, size, added=scoring._added: added(Broken(lists), size))
    with pytest.raises(KeyboardInterrupt):
        index.top("bus shelter")
    monkeypatch.undo()
    ids, scores = index.top("bus shelter", None)
    assert scores.tolist() == [before[i] for i in ids]
