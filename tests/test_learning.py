"""MinutesVectorizer is a good estimator: it holds to scikit-learn's rules, and to scikit-learn's numbers."""

import pickle

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.cluster import KMeans
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks
from sklearn.utils.estimator_checks import check_estimator

import minutesnlp as mn
from minutesnlp.text.analysis import Analyser

TEXTS = ["The fees were raised to £56m.", "Fees rose, and fees fell, by £56 million.", "Fostering was discussed.", ""]

# Of scikit-learn's checks those that ask nothing of X; the others feed matrices of numbers, which are no text.
CHECKS = [
    "check_estimator_cloneable",
    "check_estimator_repr",
    "check_estimator_tags_renamed",
    "check_get_params_invariance",
    "check_mixin_order",
    "check_no_attributes_set_in_init",
    "check_parameters_default_constructible",
    "check_set_params",
    "check_valid_tag_types",
]


@pytest.mark.filterwarnings("ignore:Can't test estimator")
def test_scikit_learn_finds_nothing_wrong():
    check_estimator(mn.MinutesVectorizer())


@pytest.mark.parametrize("check", CHECKS)
def test_scikit_learns_checks_of_every_estimator(check):
    getattr(estimator_checks, check)("MinutesVectorizer", mn.MinutesVectorizer())


def test_weights_are_those_of_scikit_learn_over_the_librarys_terms():
    ours = mn.MinutesVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit_transform(TEXTS)
    terms = [Analyser().terms(text) for text in TEXTS]
    reference = TfidfVectorizer(
        tokenizer=list, preprocessor=list, token_pattern=None, ngram_range=(1, 2), sublinear_tf=True
    )
    assert np.array_equal(ours.toarray(), reference.fit_transform(terms).toarray())


def test_transform_gives_what_fit_transform_gave_and_fitting_twice_changes_nothing():
    vectorizer = mn.MinutesVectorizer()
    matrix = vectorizer.fit_transform(TEXTS)
    assert matrix.dtype == np.float64
    assert (vectorizer.transform(TEXTS) != matrix).nnz == 0
    assert (vectorizer.fit(TEXTS).fit(TEXTS).transform(TEXTS) != matrix).nnz == 0
    assert matrix.shape == (4, len(vectorizer.get_feature_names_out()))
    assert [vectorizer.vocabulary_[name] for name in vectorizer.get_feature_names_out()] == list(range(matrix.shape[1]))
    assert vectorizer.idf_.shape == (matrix.shape[1],)


def test_it_is_cloned_and_pickled_and_says_when_it_is_not_fitted():
    vectorizer = mn.MinutesVectorizer(min_df=2).fit(TEXTS)
    again = pickle.loads(pickle.dumps(vectorizer))
    assert (again.transform(TEXTS) != vectorizer.transform(TEXTS)).nnz == 0
    for call in (lambda v: v.transform(TEXTS), lambda v: v.get_feature_names_out()):
        with pytest.raises(NotFittedError):
            call(clone(vectorizer))


def test_what_cannot_be_read_is_told():
    with pytest.raises(ValueError, match="one string"):
        mn.MinutesVectorizer().fit("a text")
    with pytest.raises(TypeError, match="not a int"):
        mn.MinutesVectorizer().fit([1])
    with pytest.raises(ValueError, match="ngram_range"):
        mn.MinutesVectorizer(ngram_range=(2, 1)).fit(TEXTS)
    with pytest.raises(ValueError, match="empty vocabulary"):
        mn.MinutesVectorizer().fit(["the and of"])


def test_paragraphs_items_and_hits_are_clustered_and_classified():
    corpus = mn.example_corpus()[:6]
    paragraphs = [p for meeting in corpus for item in meeting.items for p in item.minutes]
    decided = [p.section == "decision" or p.kind == "clause" for p in paragraphs]
    pipeline = make_pipeline(mn.MinutesVectorizer(), LogisticRegression())
    search = GridSearchCV(pipeline, {"minutesvectorizer__min_df": [1, 2]}, cv=2).fit(paragraphs, decided)
    assert search.predict(paragraphs).shape == (len(paragraphs),)
    labels = make_pipeline(mn.MinutesVectorizer(), KMeans(3, n_init=1, random_state=0)).fit_predict(corpus.items)
    assert set(labels) == {0, 1, 2}
    hits = mn.Archive.in_memory(corpus).search("the budget")
    vectorizer = mn.MinutesVectorizer().fit(paragraphs)
    assert (vectorizer.transform(hits) != vectorizer.transform([hit.paragraph for hit in hits])).nnz == 0
