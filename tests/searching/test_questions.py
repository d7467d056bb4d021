"""Questions that ask for a decision or a vote: what they are about, and what comes first."""

from dataclasses import replace

import pytest

import minutesnlp as mn
from minutesnlp.records import Paragraph
from minutesnlp.searching.asking.grammar import parse
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from minutesnlp.searching.understanding.questions import plainly
from minutesnlp.searching.understanding.reading_back import said
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
    ("question", "about", "asks", "whose"),
    [
        ("What did the council decide about the kiosk?", "“the” and “kiosk”", "decision", None),
        ("what has the town council agreed on kiosks", "“kiosks”", "decision", None),
        ("what did the Parks Committee resolve on kiosks", "“kiosks”", "decision", "Parks Committee"),
        ("did Exford Council agree to build a kiosk", "“build”, “a” and “kiosk”", "decision", "Exford Council"),
        ("what did the Moon Committee decide on kiosks", "“Moon” and “kiosks”", "decision", None),
        ("when did the council approve kiosks", "“approve” and “kiosks”", "decision", None),
        ("what was decided about kiosks", "“kiosks”", "decision", None),
        ("what was the council's decision on kiosks", "“kiosks”", "decision", None),
        ("which decisions were taken about kiosks", "“kiosks”", "decision", None),
        ('what was agreed about "the kiosk"', "the phrase “the kiosk”", "decision", None),
        ("what's been decided re: kiosks", "“kiosks”", "decision", None),
        ("what’s the council's position on kiosks", "“kiosks”", "decision", None),
        ("who voted against kiosks", "“kiosks”", "vote", None),
        ("how did members vote on kiosks", "“kiosks”", "vote", None),
    ],
)
def test_a_question_asks_for_its_subject(collection, question, about, asks, whose):
    query = plainly(parse(question), collection)
    assert said(query.tree) == about
    assert query.asks == asks
    assert (query.whose and query.whose.value) == whose
    assert query.filters == ()


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


def test_what_is_said_in_the_body_it_names_comes_first():
    name = "2022-07-01-council"
    elsewhere = meeting(name, "Full Council", "2022-07-01", item(name, "1", "Pond", DECIDED, DECIDED))
    parks = meeting(NAME, "Parks Committee", "2022-06-08", item(NAME, "2", "Pond", DECIDED))
    both = collect([elsewhere, parks])
    hits = search(both, "what did the Parks Committee decide about the kiosk")
    assert [hit.meeting.body for hit in hits] == ["Parks Committee", "Full Council", "Full Council"]
    assert "What is of a body named “Parks Committee” counts for more" in hits.read_as
    assert search(both, "what did the Full Council decide about the kiosk")[0].meeting.body == "Full Council"


def test_bm25_alone_takes_the_words_as_they_are(collection):
    texts = {hit.paragraph.text for hit in search(collection, "what did the council decide", ranker="bm25")}
    assert OTHER in texts


def test_the_council_and_the_year_that_a_question_names_weigh():
    told = "The treasurer said that the account stood at a good sum, and that the grant was awaited."
    asked = [
        meeting(f"{day}-{name.lower()}", f"{name} Parish Council", day, item(day, "1", "Accounts", told))
        for day, name in (("2019-05-04", "Elmstead"), ("2019-06-04", "Moorby"), ("2018-06-04", "Moorby"))
    ]
    found = collect(asked)

    def first(query):
        return search(found, query)[0].meeting.id

    assert first("what did the treasurer say of the account in Elmstead") == "2019-05-04-elmstead"
    assert first("what did the treasurer say of the account in Moorby in 2018") == "2018-06-04-moorby"
    assert first("Moorby treasurer June 2019") == "2019-06-04-moorby"
    hits = search(found, "treasurer account Moorby")  # those of Moorby come first, and none is lost
    assert (hits.total, hits.partly) == (2, 1)
    assert "2 hits; 1 more holds part of it. “Moorby” names “Moorby Parish Council”, whose minutes need" in hits.read_as
    assert [hit.meeting.id for hit in search(found, "treasurer account 2018", k=None)] == ["2018-06-04-moorby"]


def test_who_holds_a_post_is_told_by_the_list_of_those_present():
    name = "2021-02-02-council"
    present = Paragraph(f"{name}/front/1", "Present: Cllr A Birch (Chairman), Cllr B Rowan", kind="attendance")
    said = "The chairman of the council thanked the council for its trust in the chairman."
    told = replace(meeting(name, "Full Council", "2021-02-02", item(name, "1", "Thanks", said)), front=(present,))
    found = collect([told])
    for question in ("who is the chairman", "who chairs", "who's chairman"):
        assert search(found, question)[0].paragraph == present, question
    assert search(found, "chairman")[0].paragraph.text == said


def test_a_bare_verdict_and_a_paragraph_said_twice_do_not_fill_the_list():
    name = "2021-03-03-council"
    first = "The grant for the boathouse was rejected, for its accounts were late."
    other = "Of the grant for the bandstand the members said that it might be rejected in time, were its accounts late."
    items = (
        item(name, "1", "Boathouse", first, "Rejected."),
        item(name, "2", "Boathouse", first),
        item(name, "3", "Bandstand", other),
    )
    found = collect([meeting(name, "Full Council", "2021-03-03", *items)])
    texts = [hit.paragraph.text for hit in search(found, "grant rejected")]
    assert texts[:3] == [first, other, first]
    assert [hit.paragraph.text for hit in search(found, "grant rejected", k=None)].count(first) == 2
    assert [hit.paragraph.text for hit in search(found, "rejected")].index("Rejected.") == 2


MAY = [
    "It met on 12th May 2015.",
    "It met on 12/05/2015.",
    "It met on 12 March 2015, and may meet in May.",
    "Cllr May spoke of 2015.",
    "Cllr Orr may speak.",
    "Will Orr left.",
    "The Clerk will write to Ann Orr.",
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("12th May 2015", [0, 1]),
        ("Cllr May", [3]),
        ("meeting in May", [0, 2]),
        ("Will Orr", [5]),
        ("may the clerk write", [6]),
    ],
)
def test_may_is_a_month_and_will_a_name_where_they_stand_so(query, found):
    archive = mn.Archive.in_memory(mn.read_text("\n\n".join(MAY), title="Notes"))
    texts = {hit.paragraph.text for hit in archive.search(query, relax=False)}
    assert {MAY[n] for n in found} <= texts
    assert MAY[4] not in texts or query in ("Cllr May", "Will Orr")  # who may be Cllr Orr


def test_words_only_like_in_meaning_make_no_hit():
    archive = mn.Archive.in_memory(mn.read_text("The wolf was seen.\n\nThe gate was mended.", title="Notes"))
    hits = archive.search("badger")
    assert (len(hits), hits.total) == (0, 0)
    assert "stands in no paragraph" in hits.read_as


def test_a_question_is_not_lost_by_a_word_that_stands_nowhere():
    minutes = collect([meeting(NAME, None, None, item(NAME, "1", "Green", Paragraph("0", "The bowls green was cut.")))])
    hits = search(minutes, "What about the okapis and zebus at the bowls pitch?", expand=False)
    assert ([hit.paragraph.id for hit in hits], hits.total, hits.partly) == (["0"], 0, 1)
    assert "That is without the words that stand nowhere." in hits.read_as
    assert not search(minutes, "okapis zebus bowls pitch", expand=False)
    assert not search(minutes, "What about the okapis?", expand=False)


@pytest.mark.parametrize(
    "query",
    [
        "What was promised about the culvert?",
        "What did the officers promise to do about the culvert",
        "What has the council undertaken to do about the culvert?",
    ],
)
def test_what_was_promised_comes_first_where_promises_are_asked_for(query):
    texts = (
        "The culvert by the ford was looked at by the members.",
        "The Clerk would write to the owner of the culvert.",
    )
    paragraphs = tuple(Paragraph(str(place), text) for place, text in enumerate(texts))
    hits = search(collect([meeting(NAME, None, None, item(NAME, "1", "Water", *paragraphs))]), query)
    assert [hit.paragraph.id for hit in hits] == ["1", "0"]
    assert "It asks for undertakings" in hits.read_as
    assert "words that ask for an undertaking: " in hits.read_as


def test_words_that_begin_as_typed_are_offered_where_it_stands_nowhere():
    minutes = collect([meeting(NAME, None, None, item(NAME, "1", "Kiosk", "A defibrillator was put in the kiosk."))])
    hits = search(minutes, "defib", expand=False)
    assert not hits
    assert "Words that begin so stand in 1 paragraph: “defib*” finds them." in hits.near


def test_who_voted_is_asked_of_the_votes_first_also_where_they_stand_behind_the_matter():
    told = ["The kiosk was talked of.", *["The kiosk stands by the pond."] * 200, "Motion passed (7 to 2)."]
    found = collect([meeting(NAME, "Parks Committee", "2022-06-08", item(NAME, "1", "Matters", *told))])
    hits = search(found, "who voted against the kiosk")
    assert hits[0].paragraph.text == "Motion passed (7 to 2)."
    assert hits[0].match == "all"
    assert "It asks for votes: those come first among hits that hold as much of it." in hits.read_as


def test_words_that_say_little_in_a_question_are_left_out_of_it_alone():
    told = ("A family was homeless.", "Last year the council cut the grass.", "People left early.")
    found = collect(
        [meeting(NAME, "Parks Committee", "2022-06-08", *(item(NAME, str(n), "x", t) for n, t in enumerate(told)))]
    )
    hits = search(found, "How many people were left homeless last year?")
    assert [hit.paragraph.text for hit in hits] == ["A family was homeless."]
    assert "saying little in a question: “people”, “left”, “last” and “year”." in hits.read_as
    assert search(found, "people left").total == 1
    assert "saying little of a sum: “ask”." in search(found, "How much did the family ask for?").read_as
    assert "of a sum" not in search(found, "Did a family ask for grass?").read_as


def test_that_a_thing_was_not_done_says_little_in_a_question():
    told = ("The steps of the pier were too dear to be mended.", "The pier was not painted.")
    found = collect(
        [meeting(NAME, "Parks Committee", "2022-06-08", *(item(NAME, str(n), "x", t) for n, t in enumerate(told)))]
    )
    hits = search(found, "Why were the steps of the pier not mended?")
    assert [(hit.paragraph.text, hit.match) for hit in hits][:1] == [(told[0], "all")]
    assert "saying little in a question: “not”." in hits.read_as


def test_it_is_said_what_the_first_hit_lacks_where_none_has_all():
    told = ("The lamp by the weir was lit.", "The lamp was sold.")
    found = collect(
        [meeting(NAME, "Parks Committee", "2022-06-08", *(item(NAME, str(n), "x", t) for n, t in enumerate(told)))]
    )
    assert "The first has all but “mended”." in search(found, "was the lamp by the weir mended?").read_as


def test_when_a_decision_is_expected_asks_for_a_day():
    query = plainly(parse("When is the decision on the ferry expected?"), collect([]))
    assert query.asks is None
    assert "saying little of a day: “decision” and “expected”" in search(collect([]), query.text).read_as
    assert plainly(parse("When was the decision on the ferry taken?"), collect([])).asks == "decision"


def test_who_asks_how_much_is_shown_first_what_tells_a_sum():
    told = (
        "The new floor of the reading room was talked over, and a floor of cork was not paid for.",
        "Of the budget £2,140 is for the new floor that the reading room was given, and which was paid in the spring.",
    )
    found = collect(
        [meeting(NAME, "Parks Committee", "2022-06-08", *(item(NAME, str(n), "x", t) for n, t in enumerate(told)))]
    )
    hits = search(found, "How much was paid for the new floor of the reading room?")
    assert hits[0].paragraph.text == told[1]
    assert "It asks for a sum: what tells one counts for more." in hits.read_as
    assert search(found, "new floor of the reading room")[0].paragraph.text == told[0]


def test_who_asks_how_much_and_something_else_is_not_shown_sums_first():
    told = (
        "The ferry was talked over, and whether a ferry is worth its cost to islanders.",
        "The ferry cost £2,140 in the spring of that year, when it was out for many weeks.",
    )
    found = collect(
        [meeting(NAME, "Parks Committee", "2022-06-08", *(item(NAME, str(n), "x", t) for n, t in enumerate(told)))]
    )
    assert search(found, "How much does the ferry cost?")[0].paragraph.text == told[1]
    hits = search(found, "How much does the ferry cost? Is it worth it to islanders?")
    assert hits[0].paragraph.text == told[0]
    assert "It asks for a sum" not in hits.read_as


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("when was the last time the kiosk was discussed", "with “kiosk”"),
        ("how many times was the kiosk mentioned", "with “kiosk”"),
        ("has anyone ever asked for a kiosk", "with “kiosk”"),
        ("any mention of a kiosk by the gate?", "with “kiosk” and “gate”"),
    ],
)
def test_that_a_thing_was_spoken_of_is_no_subject(collection, question, about):
    told = search(collection, question).read_as
    assert told.startswith(f"Paragraphs {about}")


@pytest.mark.parametrize(
    ("words", "about"), [("bus times", "“times”"), ("time capsule", "“time”"), ("asked price", "“asked”")]
)
def test_of_what_is_no_question_every_word_is_looked_for(collection, words, about):
    assert about in search(collection, words).read_as.split("Left out")[0]


def test_a_small_word_stands_near_nothing_and_that_is_told(collection):
    for query in ("the near/3 kiosk", "kiosk near/3 the", "pond OR (kiosk near/3 the)"):
        told = search(collection, query).read_as
        assert "within" not in told
        assert "Left out as too common to search for: “the”." in told
    assert search(collection, "the near/3 kiosk").total == search(collection, "kiosk").total
    assert search(collection, '"the" near/1 kiosk').total == 2  # of three paragraphs


@pytest.mark.parametrize("query", ["near/3 kiosk", "kiosk near/3", "pond (near/3 kiosk)"])
def test_a_near_that_stands_at_an_edge_is_told(collection, query):
    hits = search(collection, query)
    assert "“near/3” has a word on one side only: it stands between two, as in foster near/5 fees." in hits.read_as
    assert not any("Did you mean" in told for told in hits.near)
    assert "on one side" not in search(collection, "kiosk near/3 pond").read_as


def test_a_star_before_a_word_is_told(collection):
    assert "as in recruit*, and not its beginning: “*iosk”." in search(collection, "*iosk").read_as
    assert "can be left open" not in search(collection, "kios*").read_as
