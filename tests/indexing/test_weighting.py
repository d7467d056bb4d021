"""The formulas, each by hand; against their libraries in test_index.py."""

import math

import numpy as np
import pytest

from minutesnlp.indexing import weighting as w
from minutesnlp.indexing.weighting import Weighting, idf_of


def test_okapi_by_hand():
    # tf 2, k1 1.2, norm 1.5: 2 * 2.2 / (2 + 1.8)
    assert w.okapi(2.0, 1.5, 3.0, 1.2) == pytest.approx(3 * 4.4 / 3.8)


def test_lucene_is_okapi_without_its_constant():
    assert w.lucene(2.0, 1.5, 3.0, 1.2) * 2.2 == pytest.approx(w.okapi(2.0, 1.5, 3.0, 1.2))


def test_l_by_hand():
    # c = 2 / 1.5 + 0.5
    c = 2 / 1.5 + 0.5
    assert w.bm25_l(2.0, 1.5, 3.0, 1.2, 0.5) == pytest.approx(3 * 2.2 * c / (1.2 + c))


def test_plus_is_never_below_delta_times_its_idf():
    assert w.bm25_plus(1.0, 1e9, 3.0, 1.2, 1.0) == pytest.approx(3.0)


def test_a_term_in_half_of_the_paragraphs_still_counts():
    assert all(idf_of(variant, 5, 10) > 0 for variant in w.VARIANTS)


def test_a_term_in_every_paragraph_still_counts_but_in_atire():
    assert all(idf_of(variant, 10, 10) > 0 for variant in w.VARIANTS if variant != "atire")
    assert idf_of("atire", 10, 10) == 0


def test_the_published_idf_is_negative_beyond_half():
    assert w.robertson_idf(6, 10) == pytest.approx(math.log(4.5 / 6.5))


def test_scikit_learns_idf_by_hand():
    assert w.smooth_idf(3, 7) == pytest.approx(math.log(8 / 4) + 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"k1": math.nan},
        {"k1": -1},
        {"k1": math.inf},
        {"b": math.nan},
        {"b": 1.1},
        {"b": -0.1},
        {"delta": math.nan},
        {"title_weight": -1},
        {"variant": "bm26"},
        {"ranker": "best"},
        {"formula": "mine"},
        {"formula": "rank-bm25", "variant": "lucene"},
    ],
    ids=str,
)
def test_parameters_that_no_formula_can_work_with_are_refused(wrong):
    with pytest.raises(ValueError, match=r"must|rank-bm25 has no"):
        Weighting(**wrong)


def test_each_paper_has_its_delta():
    assert Weighting(variant="l").shift == 0.5
    assert Weighting(variant="plus").shift == 1.0
    assert Weighting(variant="plus", delta=0.2).shift == 0.2


@pytest.mark.parametrize("variant", w.VARIANTS)
def test_arrays_are_weighed_as_their_members(variant):
    weighting = Weighting(variant=variant)
    frequency, norm = np.array([1.0, 2.0, 300.0]), np.array([0.4, 1.0, 2.0])
    whole = w.bm25(frequency, norm, 1.7, weighting)
    single = [float(w.bm25(frequency[i : i + 1], norm[i : i + 1], 1.7, weighting)[0]) for i in range(3)]
    assert whole.tolist() == single
