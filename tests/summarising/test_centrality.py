import numpy as np
import pytest

from minutesnlp.summarising import centrality
from minutesnlp.summarising.centrality import likeness
from minutesnlp.text.analysis import Analyser

TEXTS = (
    "The gritter was late, and the gritter was old.",
    "A new gritter would cost £90,000.",
    "Two drivers had left the depot.",
    "The",
)


def test_cosines_are_those_of_scikit_learn():
    text = pytest.importorskip("sklearn.feature_extraction.text")
    weights = text.TfidfVectorizer(analyzer=Analyser().terms, sublinear_tf=True).fit_transform([*TEXTS, "Gritters"])
    expected = (weights @ weights.T).toarray()
    found = likeness(TEXTS, "Gritters")
    assert np.allclose(found.to_title, expected[:-1, -1])
    np.fill_diagonal(expected, 0.0)
    assert np.allclose(found.between, expected[:-1, :-1])


def test_texts_that_repeat_themselves_are_multiplied_as_matrices_with_the_same_result(monkeypatch):
    pair_by_pair = likeness(TEXTS, "Gritters")
    monkeypatch.setattr(centrality, "MOST_PAIRS", 0)
    whole = likeness(TEXTS, "Gritters")
    assert np.allclose(pair_by_pair.between, whole.between)
    assert np.allclose(pair_by_pair.to_title, whole.to_title)
    assert pair_by_pair.between.any()


def test_centrality_is_the_degree_over_the_largest_degree():
    found = likeness(("red lamp", "red gate", "blue door"), "")
    alike = float(found.between[0, 1])
    assert 0.1 < alike < 1
    assert found.central.tolist() == [1.0, 1.0, 0.0]
    assert found.terms.tolist() == [2, 2, 2]


def test_texts_without_terms_are_like_nothing():
    found = likeness(("the", "…"), "of")
    assert not found.between.any()
    assert not found.central.any()
    assert not found.to_title.any()
    assert likeness((), "Lamps").central.shape == (0,)
