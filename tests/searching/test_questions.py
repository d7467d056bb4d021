"""Questions that ask for a decision or a vote: what they are about, and what comes first."""

import pytest

from minutesnlp.searching.collection import collect
from minutesnlp.searching.grammar import parse
from minutesnlp.searching.questions import plainly
from minutesnlp.searching.reading_back import said
from minutesnlp.searching.search import search
from tests.searching.conftest import item, meeting

NAME = "2022-06-08-parks"
SAID = "The kiosk was talked of at length: a kiosk by the pond, a kiosk by the gate, and a second kiosk."
DECIDED = "It was resolved that the kiosk be built by the pond, with the money left from the year before."
UNDER = "AGREED that the lease run for nine years."
OTHER = "The council heard that others decide such matters in June, and that to decide them later was usual."


@pytest.fixture(scope="module")
def collection():
    items = (
        item(NAME, "1", "Matters arising", SAID, OTHER),
        item(NAME, "2", "Pond", DECIDED),
        item(NAME, "3", "Lease of the kiosk", UNDER),
    )
    return collect([meeting(NAME, "Parks Committee", "2022-06-08", *items)])


@pytest.mark.parametrize(
    ("question", "about", "asks", "filters"),
    [
        ("What did the council decide about the kiosk?", "“the” and “kiosk”", "decision", []),
        ("what has the town council agreed on kiosks", "“kiosks”", "decision", []),
        ("what did the Parks Committee resolve on kiosks", "“kiosks”", "decision", ["Parks Committee"]),
        ("did Exford Council agree to build a kiosk", "“build”, “a” and “kiosk”", "decision", ["Exford Council"]),
        ("what did the Moon Committee decide on kiosks", "“Moon” and “kiosks”", "decision", []),
        ("when did the council approve kiosks", "“approve” and “kiosks”", "decision", []),
        ("what was decided about kiosks", "“kiosks”", "decision", []),
        ("what was the council's decision on kiosks", "“kiosks”", "decision", []),
        ("which decisions were taken about kiosks", "“kiosks”", "decision", []),
        ('what was agreed about "the kiosk"', "the phrase “the kiosk”", "decision", []),
        ("who voted against kiosks", "“kiosks”", "vote", []),
        ("how did members vote on kiosks", "“kiosks”", "vote", []),
    ],
)
def test_a_question_asks_for_its_subject(collection, question, about, asks, filters):
    query = plainly(parse(question), collection)
    assert said(query.tree) == about
    assert query.asks == asks
    assert [filter_.value for filter_ in query.filters] == filters


@pytest.mark.parametrize(
    "query",
    [
        "what did the council decide?",  # else nothing would be asked
        "council decide kiosk",
        "what did the council say about kiosks",
        "the council did decide OR kiosk",
        "decision notice",
        "who voted",
    ],
)
def test_any_other_query_stays_as_it_is(collection, query):
    assert plainly(parse(query), collection) == parse(query)


def test_what_is_decided_comes_first(collection):
    plain = [hit.paragraph.text for hit in search(collection, "kiosk")]
    assert plain[0] == SAID
    hits = search(collection, "what did the council decide about the kiosk?")
    assert {hit.paragraph.text for hit in hits[:2]} == {DECIDED, UNDER}
    assert [hit.paragraph.text for hit in hits if hit.paragraph.text not in (DECIDED, UNDER)] == [SAID]
    assert hits.total == len(plain)
    every = search(collection, "what did the council decide about the kiosk?", k=None)
    assert [hit.paragraph.id for hit in every] == [hit.paragraph.id for hit in hits[: hits.total]]
    assert "It asks for decisions" in hits.read_as
    assert "words that ask for a decision: “what”, “did”, “council”, “decide” and “about”." in hits.read_as


def test_the_body_it_names_is_a_filter_that_is_told(collection):
    hits = search(collection, "what did the Parks Committee decide about the kiosk")
    assert "of a body named “Parks Committee”" in hits.read_as
    assert hits.total == 3


def test_bm25_alone_takes_the_words_as_they_are(collection):
    texts = {hit.paragraph.text for hit in search(collection, "what did the council decide", ranker="bm25")}
    assert OTHER in texts
