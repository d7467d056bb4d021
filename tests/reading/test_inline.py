"""Markup within a line."""

import pytest

from minutesnlp.reading.plain.inline import read_inline


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain words", "plain words"),
        ("**bold** and *slanted* and __bold__", "bold and slanted and bold"),
        ("1\\. Apologies", "1. Apologies"),
        ("see [the report](https://example.org/a(1).pdf)", "see the report"),
        ("[minutes](</a folder/b c>)", "minutes"),
        ("[[a page|shown]]", "shown"),
        ("a&nbsp;b &amp; c", "a b & c"),
        ("<small>small</small><br/>next", "small next"),
        ("27^th^ of May", "27th of May"),
        ("file_name_here and ____", "file_name_here and ____"),
        ("5 * 3 and 2 < 3", "5 * 3 and 2 < 3"),
        ("\\*not bold\\*", "*not bold*"),
        ("[sic]", "[sic]"),
    ],
)
def test_markup_goes_and_words_stay(markup, text):
    assert read_inline(markup).text == text


def test_a_line_of_bold_type_is_bold_and_one_that_begins_so_has_a_lead():
    assert read_inline("**1.** **Planning**").bold
    half = read_inline("3. **Planning:** none")
    assert not half.bold
    assert half.text[: half.lead] == "3. Planning:"


def test_bold_type_left_open_goes_on_in_the_next_line():
    first = read_inline("**Our mission is")
    assert first.open
    second = read_inline("to mend roads.**", bold=first.open)
    assert second.bold
    assert not second.open


def test_a_pictures_words_are_kept_apart():
    found = read_inline("![map of Long Lane](map.png) see above")
    assert found.text == "see above"
    assert found.pictures == ("map of Long Lane",)


def test_a_line_that_is_only_a_link_is_known_as_one():
    assert read_inline("[Original file](https://example.org/a.pdf)").linked
    assert not read_inline("see [it](https://example.org)").linked
