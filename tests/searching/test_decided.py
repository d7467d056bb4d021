"""What holds a decision: what the library finds to be decided, the words of its clauses, and where it was settled."""

import pytest

from minutesnlp.errors import QueryError
from minutesnlp.searching.asking.grammar import All, Filter, Words, parse
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from minutesnlp.tracking import find_decisions
from tests.searching.conftest import item, meeting, paragraph

MOTIONS, WORKS, SPOKEN = "2021-03-01-council", "2021-04-01-works", "2021-05-01-forum"

MEETINGS = [
    meeting(
        MOTIONS,
        "Council",
        "2021-03-01",
        item(
            MOTIONS,
            "7",
            "Motions",
            "Mr Orr proposed, and Ms Lyle seconded the motion that",
            "“This Council resolves to ask for a fairer voting system.”",
            paragraph(f"{MOTIONS}/7/for", "For (4)", kind="vote"),
            paragraph(f"{MOTIONS}/7/against", "Against (9)", kind="vote"),
            paragraph(f"{MOTIONS}/7/lost", "Motion lost.", kind="vote"),
        ),
        item(MOTIONS, "8", "Kiosk", "The kiosk was talked over.", "The item was deferred.", "It was a fine evening."),
    ),
    meeting(
        WORKS,
        "Works Committee",
        "2021-04-01",
        item(
            WORKS,
            "3",
            "Quay",
            "On the proposal of Councillor Orr, seconded by Councillor Lyle",
            "And Resolved:",
            "“That the quay be lit until midnight.”",
            "The engineer reported on the voting system of the lamps, and a member said that he was lost.",
        ),
        item(WORKS, "4", "Bins", "It was agreed to refuse the grant for bins."),
    ),
    meeting(SPOKEN, "Forum", "2021-05-01", item(SPOKEN, "1", "Bins", "He said that Westford Council had refused.")),
]


@pytest.fixture(scope="module")
def decided():
    collection = collect(MEETINGS)
    return lambda query="", **options: [hit.paragraph.id for hit in search(collection, query, k=None, **options)]


def test_every_decision_that_is_found_is_held(decided):
    held = decided(holds="decision")
    for one in (decision for each in MEETINGS for decision in find_decisions(each)):
        assert {one.paragraph_id, *(clause.paragraph_id for clause in one.clauses)} <= set(held)
    assert f"{MOTIONS}/8/3" not in held


def test_a_verdict_reaches_the_motion_above_it_and_a_lead_in_the_words_below(decided):
    assert {f"{MOTIONS}/7/1", f"{MOTIONS}/7/2", f"{MOTIONS}/7/lost"} <= set(decided(holds="decision"))
    assert f"{WORKS}/3/3" in decided("quay", holds="decision")
    assert decided('"motion lost"', holds="decision") == [f"{MOTIONS}/7/lost"]


def test_what_is_not_decided_here_holds_no_decision(decided):
    assert f"{WORKS}/3/4" not in decided(holds="decision")
    assert f"{SPOKEN}/1/1" not in decided(holds="decision")


def test_an_outcome_is_a_filter_and_lost_is_refused(decided):
    for query in ("decision:lost voting system", "decision:REFUSED voting system", "voting system outcome:refused"):
        assert decided(query, relax=False) == [f"{MOTIONS}/7/2"]
    assert decided("voting system", outcome="REFUSED", relax=False) == [f"{MOTIONS}/7/2"]
    assert decided(outcome="deferred") == [f"{MOTIONS}/8/2"]
    assert f"{WORKS}/4/1" in decided(outcome="refused")
    assert f"{WORKS}/4/1" in decided(outcome="agreed")
    assert decided(outcome="adopted") == []


def test_what_was_moved_and_resolved_was_carried(decided):
    for query in ("outcome:carried", "outcome:passed", "decision:carried"):
        assert decided(query) == [f"{WORKS}/3/2", f"{WORKS}/3/3"]


def test_an_outcome_that_no_decision_has_is_told_with_those_there_are(decided):
    with pytest.raises(QueryError, match=r"outcome 'banana' is not known; there are .*DEFERRED"):
        decided(outcome="banana")


def test_where_nothing_is_decided_it_is_told_what_outcomes_may_be():
    with pytest.raises(QueryError, match=r"there are .*DEFERRED, .*REFUSED, .*WITHDRAWN\.\Z"):
        search(collect(MEETINGS[2:]), "bins", outcome="banana")


@pytest.mark.parametrize("value", ["not stated", '"not stated"', "Not  Stated"])
def test_no_decision_is_without_an_outcome(decided, value):
    with pytest.raises(QueryError, match=r"(?i)outcome 'not +stated' is not known; there are .*AGREED"):
        decided(outcome=value)
    assert decided(outcome="not carried") == decided(outcome="refused")


def test_what_is_no_outcome_or_quoted_is_a_word_in_a_decision():
    held = Filter("holds", "decision")
    assert parse("decision:grant").filters == (held,)
    assert parse('decision:"refused"').filters == (held,)
    assert parse("decision:refus*").tree == Words("refus", prefix=True)
    assert parse("decision:refused").filters == (Filter("outcome", "refused"),)
    assert parse("decision:refused").tree is None
    assert parse("decision:refused bins fees").tree == All((Words("bins"), Words("fees")), implied=True)


def test_how_an_outcome_was_read_is_said():
    told = search(collect(MEETINGS), "decision:lost voting system").read_as
    assert told.startswith("Paragraphs with “voting” and “system” of a decision that was lost (")
