"""Terms are found in texts by the compiled function where the analyser finds them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutesnlp.indexing import compiled, tokens
from minutesnlp.indexing.tokens import Finder
from minutesnlp.text.analysis import Analyser, Token

ANALYSER = Analyser()
CASES = (
    "Foster-carers’ fees: £56 million, 4.5 per cent, 50 m and 50 km/h; 1,234.5 of 21/18 (A&E).",
    "Councillor Ó Ceallaigh and Mme Évian dye; dying dyes ²½ x² ３km K9 Kelvin ſtop İstanbul ısı",
    "The dying lay by the lying and were tying ties; a skiing sky, I say, an eye and eyes of icy ices A I",
    "U.K., i.e. by-law_s in–house Q&A's 12a 2015-12-15 15.12.15 9th covid19 z\u200bwidth Cafe\u0301 soft\u00adhyphen",
    "ʼtis O’Neill’s rock'n'roll // -- .. %% 5% 5 % £ 5 £5k $3 bn €4 thousandth 5per cent 5 percent",
    "\x00\x1c\x85\u2003¶§日本語 текст ﬁnance ℡ № µ ß ẞ 💡 a\u0300 \ud800",
)
LETTERS = st.sampled_from("abkmnpr stce sKſİ015.,%£€&/'’ʼ-–_ \u00a0\u200b\u0301éÓß²½日¶\u2003\x1f\n")


def agreed(text, terms):
    found = Finder(terms, ANALYSER).tokens(text)
    assert found == ANALYSER.tokens(text, terms)
    return found


def test_the_compiled_function_is_there_and_used():
    if tokens._module is None or not compiled.in_use():
        pytest.skip("only Python is there")
    assert tokens._module.tokens("The carers", {"carer"}, bytearray([1]) * 26**2, ANALYSER.parts, Token)


@pytest.mark.parametrize("text", CASES)
def test_every_term_of_a_text_is_found_alone_and_with_the_others(text):
    every = set(ANALYSER.terms(text))
    assert len(every) > 2
    assert agreed(text, every) == ANALYSER.tokens(text)
    for term in every:
        assert agreed(text, {term, "absent"})


def test_python_finds_the_same_where_it_is_asked_for(monkeypatch):
    monkeypatch.setattr(compiled, "by_numpy", True)
    assert agreed("The foster carers’ fee", {"carer", "fee"})


@given(st.text(LETTERS, max_size=40), st.sets(st.sampled_from(["5", "50m", "a", "k", "b", "m", "cent", "éa", "£5"])))
@example("a5 per cent.k", {"5%", "k"})
def test_whatever_the_text_the_same_is_found(text, few):
    agreed(text, few)
    agreed(text, {*few, *ANALYSER.terms(text)[::2]})
    agreed(text, set(ANALYSER.terms(text)))
