"""Terms are found by their bytes, and by how they begin."""

from hypothesis import given
from hypothesis import strategies as st

from minutesnlp.indexing import vocabulary
from minutesnlp.indexing.vocabulary import Vocabulary


@given(st.sets(st.text(min_size=1)), st.text(min_size=1))
def test_every_term_is_found_and_no_other(terms, other):
    made = Vocabulary.of(terms)
    assert {term: made.find(term) for term in terms} == {term: place for place, term in enumerate(made)}
    assert [made[place] for place in range(len(made))] == list(made)
    assert (made.find(other) >= 0) == (other in terms)


@given(st.sets(st.text("aéz£𝔷", min_size=1)), st.text("aéz£𝔷", max_size=2))
def test_terms_with_the_same_beginning_stand_together(terms, start):
    made = Vocabulary.of(terms)
    assert {made[place] for place in made.beginning(start)} == {term for term in terms if term.startswith(start)}


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(vocabulary, "REMEMBERED", 2)
    made = Vocabulary.of("abc")
    assert [made.find(term) for term in "abcxyz"] == [0, 1, 2, -1, -1, -1]
    assert len(made._found) <= 2
