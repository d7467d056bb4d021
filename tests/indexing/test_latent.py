"""What paragraphs teach of their words, against scikit-learn's decomposition and what must hold of any."""

import random

import numpy as np
import pytest
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from minutesnlp.indexing import Index
from minutesnlp.indexing import latent as learning

TOPICS = [
    ["allotment", "plot", "spade", "compost", "tenant"],
    ["ferry", "pier", "tide", "crossing", "harbour"],
    ["pupil", "school", "teacher", "classroom", "lesson"],
]


def texts(count=600, seed=1):
    """Make paragraphs that each keep to one topic, with words of any kind strewn in."""
    draw = random.Random(seed)
    return [
        " ".join([*draw.choices(TOPICS[n % 3], k=6), *(f"odd{draw.randrange(200)}" for _ in range(3))])
        for n in range(count)
    ]


@pytest.fixture(scope="module")
def index():
    return Index.build(texts())


@pytest.fixture(scope="module")
def learnt(index):
    return learning.learn(index.postings)


def numbers(index, text):
    return [index.postings.vocabulary.find(term) for term in index.terms(text)]


def test_words_used_alike_lie_alike(index):
    every = np.arange(600)
    like = learning.learn(index.postings, 3).likeness(numbers(index, "ferry"), every)
    silent = np.array(["ferry" not in text for text in texts()])
    assert like[(every % 3 == 1) & silent].mean() > like[every % 3 != 1].mean() + 0.2
    assert like.min() >= 0
    assert like.max() <= 1.001


def test_it_is_the_decomposition_that_scikit_learn_finds(index):
    """By the few dimensions that stand out; the many after them are alike, and any mixture of them is as good."""
    ours = learning.learn(index.postings, 3).paragraphs.astype(float)
    matrix = TfidfVectorizer(analyzer=index.terms, sublinear_tf=True).fit_transform(texts())
    theirs = TruncatedSVD(3, algorithm="arpack", random_state=0).fit_transform(matrix)
    theirs /= np.linalg.norm(theirs, axis=1, keepdims=True)
    assert np.abs(ours @ ours.T - theirs @ theirs.T).max() < 0.01


def test_equal_paragraphs_teach_equally(learnt):
    again = learning.learn(Index.build(texts()).postings)
    assert np.array_equal(again.terms, learnt.terms)
    assert np.array_equal(again.paragraphs, learnt.paragraphs)


def test_of_few_paragraphs_nothing_is_learnt():
    assert learning.learn(Index.build(texts(learning.LEAST - 1)).postings) is None
    assert learning.learn(Index.build(["one word"] * learning.LEAST).postings) is None
    assert learning.learn(Index.build([]).postings) is None


def test_what_comes_later_has_a_vector_of_the_words_known(index, learnt):
    grown = Index.build([*texts()[100:], texts()[0], "unheard words only", ""])
    kept = np.arange(600) >= 100
    carried = learnt.carried(index.postings.vocabulary, grown.postings, kept)
    assert carried.paragraphs.shape == (503, learning.DIMENSIONS)
    assert np.array_equal(carried.paragraphs[:500], learnt.paragraphs[100:])
    assert np.allclose(carried.paragraphs[500], learnt.paragraphs[0], atol=2e-3)
    assert not carried.paragraphs[501:].any()
    words = "tide and harbour"
    there = learnt.likeness(numbers(index, words), np.arange(100, 600))
    assert np.allclose(carried.likeness(numbers(grown, words), np.arange(500)), there)


def test_a_sample_teaches_where_there_are_many(index, monkeypatch):
    monkeypatch.setattr(learning, "MOST", 300)
    sampled = learning.learn(index.postings, 3)
    assert sampled.paragraphs.shape == (600, 3)
    like = sampled.likeness(numbers(index, "pupil"), np.arange(600))
    silent = np.array(["pupil" not in text for text in texts()])
    assert like[2::3][silent[2::3]].mean() > like[0::3].mean() + 0.2


def test_a_query_of_no_known_word_is_like_nothing(learnt):
    assert not learnt.likeness([], np.arange(600)).any()
