"""What a text is found by."""

import json
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesnlp.text import analysis
from minutesnlp.text.analysis import Analyser, words_of
from minutesnlp.text.folding import fold, folded
from minutesnlp.text.stemming import stem

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "terms.jsonl").read_text("utf-8").splitlines()
]
ANALYSER = Analyser()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_text_is_found_by_these_terms(case):
    assert ANALYSER.terms(case["text"]) == case["terms"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_tokens_are_the_terms_with_their_places(case):
    assert [token.term for token in ANALYSER.tokens(case["text"])] == case["terms"]


def test_offsets_are_those_of_the_text_as_it_stands_whatever_folding_does():
    text = "ﬁnance: Cafe\u0301, İstanbul, 11471m², ’tis the zero\u200bwidth £56 million"
    found = {token.term: text[token.start : token.end] for token in ANALYSER.tokens(text)}
    assert found["financ"] == "ﬁnance"
    assert found["cafe"] == "Cafe\u0301"
    assert found["istanbul"] == "İstanbul"
    assert found["11471m2"] == "11471m²"
    assert found["m2"] == "m²"
    assert found["zerowidth"] == "zero\u200bwidth"
    assert found["£56000000"] == "£56 million"


def test_positions_count_stop_words_and_the_parts_of_hyphenated_words():
    places = [(token.term, token.position) for token in ANALYSER.tokens("head of data-mining services")]
    assert places == [("head", 0), ("data", 2), ("mine", 3), ("datamin", 2), ("servic", 4)]


def test_an_extra_token_is_marked():
    assert [token.term for token in ANALYSER.tokens("in-house at 4%") if token.extra] == ["inhous", "4"]


def test_the_words_left_out_can_be_told():
    assert ANALYSER.words("What of the Budget") == ["of", "the"]


@given(st.text())
def test_any_text_has_tokens_that_lie_in_it(text):
    for token in ANALYSER.tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.term
    assert ANALYSER.terms(text) == [token.term for token in ANALYSER.tokens(text)]
    assert ANALYSER.places(text)[1] == [token.position for token in ANALYSER.tokens(text)]


@given(st.text(alphabet="aé’'-–/.,&%£0129mk \u0301\u200b²½ß", max_size=40))
def test_any_mixture_of_signs_and_figures_can_be_read(text):
    assert ANALYSER.terms(text) == [token.term for token in ANALYSER.tokens(text)]
    assert all(0 <= token.start < token.end <= len(text) for token in ANALYSER.tokens(text))


def test_settings_make_the_same_analyser_again():
    analyser = Analyser(frozenset({"the"}), stemming=False, joining=False)
    again = Analyser.of(json.loads(json.dumps(analyser.settings())))
    assert again == analyser
    assert again.terms("the in-house services") == ["in", "house", "services"]


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(analysis, "REMEMBERED", 3)
    analyser = Analyser()
    for number in range(10):
        assert analyser.terms(f"ward{number}") == [f"ward{number}", "ward", str(number)]
    assert len(analyser._known) <= 3


def test_a_very_long_word_is_not_remembered():
    analyser = Analyser()
    assert len(analyser.terms("x" * 100_000)) == 1
    assert not analyser._known


def test_threads_have_stemmers_of_their_own():
    found = []
    words = [f"{a}{b}ations" for a in "bcdfgh" for b in "aeiou"]
    expected = [stem(word) for word in words]
    stem.cache_clear()
    threads = [threading.Thread(target=lambda: found.append([stem(word) for word in words])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_folding_tells_where_each_character_stood():
    assert fold("a²ß") == ("a2ss", [0, 1, 2, 2])


@pytest.mark.parametrize("text", ["Plain", "O’Neill’s £5", "a²ß", "℡ İ e\u0301", "ﬁrst\u00adly", ""])
def test_a_text_is_folded_the_same_with_its_places_and_without(text):
    letters, places = fold(text)
    assert folded(text) == letters
    assert len(places) == len(letters)
    assert "".join(folded(character) for character in text) == letters


def test_the_lexicons_are_words_in_lower_case_without_apostrophes():
    for name in ("stop-words.txt", "question-words.txt"):
        assert all(word == word.lower() and word.isalnum() for word in words_of(name))
    assert not words_of("stop-words.txt") & words_of("question-words.txt")


def test_words_for_another_thing_are_apart_from_those_stemmed_alike():
    analyser = Analyser()
    assert analyser.terms("Parking, parked; parks and a park") == ["parking", "parking", "park", "park"]
    assert set(analyser.terms("casting")).isdisjoint(analyser.terms("cast iron"))
    told = analyser.settings()
    del told["apart"]  # as an index that was built before tells
    assert Analyser.of(told).terms("parking") == ["park"]


def test_words_apart_are_told_once_and_would_be_stemmed_like_another():
    told = Analyser().apart
    assert len(dict(told)) == len(told)
    assert all(word == word.lower() and word.isalpha() for pair in told for word in pair)
    assert not [term for _, term in told if stem(term) == term]  # else it is apart from nothing
