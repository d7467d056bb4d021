"""The best part of a paragraph is shown, and the words are marked where they stand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesnlp.searching.asking.cues import cues
from minutesnlp.searching.wording.snippets import LENGTH, WHOLE, Marker, snippet
from minutesnlp.text.analysis import Analyser

ANALYSER = Analyser()
FILLER = "Members noted the usual matters and moved on. " * 12


def mark(text, terms, phrases=()):
    return Marker(ANALYSER, terms, phrases).mark(text)


def alike(_term):
    """Return what a term counts, where all count the same."""
    return 1.0


def test_the_snippet_is_the_best_part_and_not_the_first():
    text = f"The fees were named once. {FILLER}The fees of foster carers were raised. {FILLER}"
    _, tokens = mark(text, {"fee", "foster", "carer"})
    shown, start = snippet(text, tokens, alike)
    assert text[start:].startswith(shown)
    assert "The fees of foster carers were raised." in shown
    assert len(shown) <= LENGTH


def test_a_snippet_begins_where_a_sentence_does():
    text = f"{FILLER}The carers came. {FILLER}"
    shown, _ = snippet(text, mark(text, {"carer"})[1], alike)
    assert shown[0].isupper()


def test_a_short_paragraph_is_shown_whole():
    assert snippet("The fees.", mark("The fees.", {"fee"})[1], alike) == ("The fees.", 0)


def test_rare_words_outweigh_common_ones():
    text = f"Council and board and board and council. {FILLER}{FILLER}The kinship."
    tokens = mark(text, {"council", "board", "kinship"})[1]
    assert "kinship" in snippet(text, tokens, {"council": 0.1, "board": 0.1, "kinship": 5.0}.__getitem__)[0]


def test_highlights_are_not_shifted_by_normalisation():
    text = "ﬁnance of Cafe\u0301 Straße: the zero\u200bwidth carers’ £56 million"
    spans, _ = mark(text, {"carer", "£56000000", "cafe"})
    assert [text[a:b] for a, b in spans] == ["Cafe\u0301", "carers", "£56 million"]


def test_a_phrase_is_marked_as_a_whole_and_nowhere_else():
    text = "Foster carers and carers who foster; foster-carers."
    spans, _ = mark(text, set(), [[("foster", 0), ("carer", 1)]])
    assert [text[a:b] for a, b in spans] == ["Foster carers", "foster-carers"]


def test_a_word_longer_than_a_snippet_is_cut():
    text = "x" * 1000
    assert snippet(text, mark(text, {text})[1], alike)[0] == text[:LENGTH]
    assert snippet(text, [], alike)[0] == text[:LENGTH]


@given(st.text(alphabet="ab .é’£1\u0301", max_size=900), st.sets(st.sampled_from(["a", "b", "ab", "1", "aba"])))
def test_a_snippet_is_always_a_part_of_the_text(text, terms):
    spans, tokens = mark(text, terms)
    shown, start = snippet(text, tokens, alike)
    assert text[start:][: len(shown)] == shown
    assert len(shown) <= WHOLE
    if tokens and tokens[0].end - tokens[0].start <= LENGTH:
        assert any(start <= a and b <= start + len(shown) for a, b in [(t.start, t.end) for t in tokens])
    assert all(0 <= a < b <= len(text) for a, b in spans)


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("Why was the grant for the Otter Club refused?", "Rejected, as it is a private club."),
        ("When will the Otter Club get its grant?", "The grant would be paid within the next few weeks."),
        ("How much of a grant did the Otter Club want?", "A grant of £450 was sought."),
    ],
)
def test_a_snippet_shows_what_a_question_asks_for(question, last):
    row = f"Otter Club, grant | The Otter Club asked for a grant. {FILLER}| {last}"
    _, tokens = mark(row, {"otter", "club", "grant", "refus"})
    assert last in snippet(row, tokens, alike, cues(question))[0]
    assert last not in snippet(row, tokens, alike)[0]


def test_what_is_asked_for_is_shown_where_most_of_the_words_are():
    text = f"The hall cost £20. {FILLER}For the Otter Club grant £450 were found. {FILLER}"
    _, tokens = mark(text, {"otter", "club", "grant"})
    assert "£450" in snippet(text, tokens, alike, cues("How much was the Otter Club grant?"))[0]


def test_a_sum_is_looked_for_in_a_row_of_figures_in_little_time():
    (sums,) = cues("How much was it?")
    begin = time.process_time()
    assert sums.search("1," * 10_000 + " grant to the club") is None
    assert time.process_time() - begin < 1
    assert sums.search("1," * 10_000 + "2 euros")
    assert [sums.search(text)[0] for text in ("for 1,234,567.50 euros", "at 40p")] == ["1,234,567.50 euros", "40p"]


@pytest.mark.parametrize("text", ["in October 2019", "on 4 May", "by the end of the year", "next month", "12/05/2019"])
def test_times_are_told_apart_from_other_words(text):
    (when,) = cues("When was it?")
    assert when.search(f"It would open {text}.")
    assert when.search("It would march in the end, may be, and next to the hall.") is None
    assert cues("opening of the hall") == ()


def test_of_a_day_to_come_what_is_soon_comes_before_other_days():
    text = f"On 3 May the Otter Club asked for a grant. {FILLER}The grant would be paid within two weeks. {FILLER}"
    _, tokens = mark(text, {"otter", "club", "grant"})
    assert "within two weeks" in snippet(text, tokens, alike, cues("When will the Otter Club get its grant?"))[0]
    assert "On 3 May" in snippet(text, tokens, alike, cues("When did the Otter Club ask for its grant?"))[0]
    assert "On 3 May" in snippet(text[:400], tokens[:3], alike, cues("When will the Otter Club get its grant?"))[0]


@pytest.mark.parametrize(
    "question",
    ["What did the new roof cost?", "Which insurer was chosen, and for how much?", "What was the price of the boat?"],
)
def test_who_asks_what_a_thing_cost_is_shown_the_sum(question):
    assert cues(question) == cues("How much was it?")
    assert cues("Cost of living") == ()
