"""Keyness: the formula by hand and by scipy, and what is compared, counted and quoted."""

import itertools
import math

import pytest
from scipy.stats import power_divergence

import minutesnlp as mn
from minutesnlp.comparing import log_likelihood, log_ratio


def test_log_likelihood_by_hand():
    # 20 of 1,000 beside 5 of 2,000: expected 25 x 1000 / 3000 = 8.333 and 16.667;
    # 2 x (20 ln 2.4 + 5 ln 0.3) = 2 x (17.5094 - 6.0199)
    assert log_likelihood(20, 5, 1000, 2000) == pytest.approx(22.979, abs=0.001)
    assert log_likelihood(0, 6, 1000, 1000) == pytest.approx(12 * math.log(2))
    assert log_likelihood(10, 20, 1000, 2000) == 0


@pytest.mark.parametrize(
    ("count", "reference", "size", "other"),
    [(20, 5, 1000, 2000), (1, 300, 900, 70_000), (7, 0, 50, 60), (3, 3, 10, 999)],
)
def test_log_likelihood_is_that_of_scipy(count, reference, size, other):
    expected = [(count + reference) * part / (size + other) for part in (size, other)]
    assert log_likelihood(count, reference, size, other) == pytest.approx(
        power_divergence([count, reference], expected, lambda_="log-likelihood").statistic
    )


def test_the_log_ratio_is_1_where_a_term_is_twice_as_frequent():
    assert log_ratio(4, 2, 100, 100) == 1
    assert log_ratio(2, 4, 100, 100) == -1
    assert log_ratio(4, 4, 100, 200) == 1


def item(meeting, *texts):
    paragraphs = tuple(mn.Paragraph(f"{meeting}/{n}", text, citation=f"{meeting} {n}") for n, text in enumerate(texts))
    return mn.Item(meeting, "x", paragraphs=paragraphs, meeting_id=meeting)


FOSTERING = [item("a", "Carers met. Carers foster.", "A carer foster."), item("b", "The carers foster children.")]
ROADS = [item("c", "Potholes were mended, potholes only."), item("d", "A pothole was mended by the council.")]


def test_terms_of_both_parts_are_counted_by_their_stems_and_shown_as_they_are_printed():
    words = {word.stem: word for word in mn.keyness(FOSTERING, ROADS, at_least=0, count=2)}
    carers = words["carer"]
    assert (carers.term, carers.count, carers.reference_count, carers.meetings) == ("carers", 4, 0, 2)
    assert carers.log_ratio > 0 > words["pothol"].log_ratio
    assert (words["pothol"].term, words["pothol"].reference_count) == ("potholes", 3)
    size = 9  # carer met carer foster carer foster carer foster children: less stop words
    assert carers.per_thousand == pytest.approx(1000 * 4 / size)


def test_examples_are_sentences_word_for_word_of_different_meetings_first():
    carers = next(word for word in mn.keyness(FOSTERING, ROADS, at_least=0) if word.stem == "carer")
    assert [str(example) for example in carers.examples] == ["Carers met.", "The carers foster children."]
    texts = {p.id: p.text for one in FOSTERING for p in one.paragraphs}
    for example in carers.examples:
        assert texts[example.paragraph_id][example.start : example.end] == example.text
        assert example.citation


def test_agenda_text_is_not_counted():
    agenda = mn.Item("e", "x", paragraphs=(mn.Paragraph("e/1", "Libraries libraries libraries", section="agenda"),))
    assert mn.keyness([*FOSTERING, agenda], ROADS, at_least=0) == mn.keyness(FOSTERING, ROADS, at_least=0)


def test_limits_leave_out_what_is_rare():
    assert mn.keyness(FOSTERING, ROADS, at_least=1000) == mn.Keywords()
    assert {word.meetings for word in mn.keyness(FOSTERING, [ROADS[0]], at_least=0, meetings=2)} == {2}
    assert len(mn.keyness(FOSTERING, ROADS, at_least=0, count=1, k=2)) == 2
    with pytest.raises(ValueError, match="the reference holds no terms"):
        mn.keyness(FOSTERING, [])


def test_two_panels_of_the_example_corpus_differ_by_their_trades():
    corpus = mn.example_corpus()
    panel = {name: [m for m in corpus if (m.body or "").startswith(name)] for name in ("Children", "Place")}
    words = mn.keyness(panel["Children"], panel["Place"])
    assert {"fostering", "care"} <= {word.term for word in words if word.log_ratio > 0}
    assert {"road", "tenants"} <= {word.term for word in words if word.log_ratio < 0}
    assert all(a.log_likelihood >= b.log_likelihood >= 15.13 for a, b in itertools.pairwise(words))


def test_hits_are_compared_and_what_stands_in_both_parts_is_the_parts_own():
    texts = ["The otter swam by the weir.", "An otter slept.", "The otter fed.", *["The kerb was mended."] * 3]
    archive = mn.Archive.in_memory(mn.Corpus([mn.Meeting("m", items=(item("m", *texts),))]))
    hits = archive.search("otter", k=None)
    whole = mn.keyness(hits, archive.meetings(), at_least=0)
    rest = mn.keyness(hits, archive.search("kerb", k=None), at_least=0)
    told = [[(one.term, one.count, one.reference_count, one.log_ratio) for one in each] for each in (whole, rest)]
    assert told[0] == told[1]
    otter = next(one for one in whole if one.term == "otter")
    assert (otter.count, otter.reference_count) == (3, 0)
    with pytest.raises(ValueError, match="of its own"):
        mn.keyness(archive.meetings(), hits)


@pytest.mark.parametrize("wrong", ["minutes", [1], None, 5])
def test_what_cannot_be_compared_is_told(wrong):
    with pytest.raises(TypeError, match="meetings, items and hits"):
        mn.keyness(wrong, [])
