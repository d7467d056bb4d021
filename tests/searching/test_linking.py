"""Lines that tell who moved or seconded what stands above or below them, and replies to questions."""

import numpy as np
import pytest

from minutesnlp.searching.asking.grammar import parse
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.ranking.linking import Links
from minutesnlp.searching.ranking.ranking import Ranking
from minutesnlp.searching.search import search
from minutesnlp.searching.understanding.questions import plainly
from tests.searching.conftest import item, meeting

NAME = "2022-06-08-harbour"
MOTION = "I will move at the next meeting that the lamps along the quay be lit until dawn."
SECONDED = "The motion was proposed by Cllr Strake, seconded by Cllr Vane, and carried."
WITHDRAWN = "The Chairman said that it was withdrawn by Cllr Orr."


def of(*told):
    items = [item(NAME, str(n), title, *texts) for n, (title, *texts) in enumerate(told, 1)]
    return collect([meeting(NAME, "Harbour Committee", "2022-06-08", *items)])


def first(collection, query, **options):
    return search(collection, query, **options)[0].paragraph.text


@pytest.fixture(scope="module")
def harbour():
    return of(
        ("Notice of motion", MOTION, SECONDED, "The lamps of the quay were praised by a visitor from afar."),
        ("Notice of motion", "I will move that the lamps of the mill be sold.", WITHDRAWN),
        (
            "Other business",
            "Proposed by Cllr Reed;",
            "Seconded by Cllr Hale;",
            "And Resolved:",
            "“To adopt the ferry log”",
        ),
        ("Fees", "Proposed by Cllr Moss;", "Seconded by Cllr Dunn;", "And Resolved:", "“That the fees stay.”"),
    )


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("who seconded the motion about the lamps along the quay", SECONDED),
        ("Who proposed the motion on the lamps along the quay?", SECONDED),
        ("who was the seconder of the motion on the lamps along the quay", SECONDED),
        ("who seconded the ferry log", "Seconded by Cllr Hale;"),
        ("who moved that the fees stay", "Proposed by Cllr Moss;"),
        ("who proposed and seconded that the fees stay", "Proposed by Cllr Moss;"),
        ("who withdrew the motion on the lamps of the mill", WITHDRAWN),
    ],
)
def test_who_did_so_is_told_by_the_line_beside_what_was_moved(harbour, query, answer):
    hits = search(harbour, query)
    assert (hits[0].paragraph.text, hits[0].match) == (answer, "all")
    assert len(search(harbour, query, k=1)) == 1
    assert search(harbour, query, k=None).total == hits.total


def test_it_is_said_what_the_line_stands_beside(harbour):
    hits = search(harbour, "who seconded the ferry log")
    assert "Left out as words that ask for a seconder: “who” and “seconded”." in hits.read_as
    assert "1 hit tells who did so of what stands above or below." in hits.read_as
    assert hits[0].explain().startswith("Found by what it stands beside. Score ")
    assert "“ferry” above or below it" in dict(hits[0].parts)


def test_that_a_thing_was_seconded_tells_nobody():
    collection = of(
        (
            "Chair",
            "Mr Orr was proposed and seconded and without other nominations was chosen to be the harbour master.",
        ),
        ("Chair", "For harbour master Mr Orr was chosen at last, nominated by Cllr Hale and seconded by Cllr Dunn."),
    )
    assert "seconded by Cllr Dunn" in first(collection, "who seconded Mr Orr for harbour master")


@pytest.mark.parametrize("query", ["seconded lamps", "who seconded", "the second quay", "who proposed"])
def test_any_other_query_asks_for_nobody(harbour, query):
    assert plainly(parse(query), harbour).asks is None


QUESTION = "I will ask at the next meeting when the steps of the pier will be mended."
REPLY = "REPLY: The steps are on the list of the engineer, who waits for stone from abroad to be mended with."


@pytest.mark.parametrize(
    "reply",
    [
        REPLY,
        REPLY.replace("REPLY:", "REPLY"),
        REPLY.replace("REPLY:", "Answer –"),
        REPLY.replace("REPLY:", "Response from the Clerk:"),
    ],
)
def test_the_reply_comes_before_the_question_that_it_answers(reply):
    collection = of(("Question submitted by Cllr Orr", QUESTION, reply), ("Pier", "The pier was painted."))
    hits = search(collection, "When will the steps of the pier be mended?")
    assert [hit.paragraph.text for hit in hits][:2] == [reply, QUESTION]
    assert "1 hit replies to a question, and comes before it." in hits.read_as
    assert first(collection, "steps pier mended") == QUESTION


def test_the_reply_may_stand_below_a_line_that_says_so():
    collection = of(("Question submitted by Cllr Orr", QUESTION, "REPLY:", REPLY.removeprefix("REPLY: ")))
    hits = search(collection, "When will the steps of the pier be mended?")
    assert [hit.paragraph.text for hit in hits][:2] == [REPLY.removeprefix("REPLY: "), QUESTION]
    assert "REPLY:" not in [hit.paragraph.text for hit in hits]


def test_what_only_follows_a_question_is_no_reply():
    collection = of(("Question", QUESTION, "The steps of the pier were looked at by all, and all went home."))
    assert first(collection, "When will the steps of the pier be mended?") == QUESTION


def test_where_no_line_that_a_field_lets_through_names_the_matter_those_beside_it_are_shown():
    collection = of(
        ("Motion", "Cllr Orr asked that the mill be sold.", "The result of the vote was 3 for and 4 against."),
        ("Motion", "The quay was swept.", "The votes for it were 7, and those against 2."),
    )
    hits = search(collection, "mill kind:vote")
    assert [hit.paragraph.text for hit in hits] == ["The result of the vote was 3 for and 4 against."]
    assert "Nothing that the fields let through says so itself: 1 stands right beside what does." in hits.read_as
    assert hits.total == search(collection, "mill kind:vote", k=None).total == 1
    assert not search(collection, "mill year:2021").total


def test_what_weighs_nothing_lends_a_score_that_is_a_number():
    nothing = np.zeros(2)
    ranking = Ranking(np.array([1, 2]), nothing, np.zeros((1, 2)), nothing, nothing, np.ones(2))
    lent = Links(np.array([1]), np.array([2]), 3).lend(ranking)
    assert lent.score.tolist() == [0.0, 0.0]
    assert np.isfinite(lent.factor).all()
