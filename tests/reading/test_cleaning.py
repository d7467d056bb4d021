"""What cleaning takes away and what it keeps."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesnlp.reading.page.cleaning import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a  b\n\tc ", "a b c"),
        ("the\u00a0Clerk\u202f’s", "the Clerk ’s"),
        ("co\u00adoperate", "cooperate"),
        ("\ufeffMinutes\u200b", "Minutes"),
        ("\u202eevil\u202c order", "evil order"),
        ("bell\x07 and nul\x00", "bell and nul"),
        ("cafe\u0301", "café"),
        ("one\u2028two\x85three", "one two three"),
        ("", ""),
        (" ", ""),
    ],
)
def test_unseen_characters_go_and_words_stay(text, cleaned):
    assert clean(text) == cleaned


def test_pounds_squares_and_curly_quotes_stay():
    assert clean("£5,600 for 20 m² – “agreed”") == "£5,600 for 20 m² – “agreed”"


@given(st.text(max_size=60))
def test_cleaned_text_is_clean_whatever_it_was(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned == cleaned.strip()
    assert "  " not in cleaned
    assert "\n" not in cleaned
    assert unicodedata.is_normalized("NFC", cleaned)


def test_a_bullet_of_a_symbol_font_is_one_everywhere():
    assert clean("War Memorial | \uf0b7 Bench") == "War Memorial | • Bench"
