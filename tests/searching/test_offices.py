"""Posts in plain words: what stands as one comes before its words scattered."""

import pytest

from minutesnlp.searching.asking.grammar import parse
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.ranking.offices import post_in
from minutesnlp.searching.search import search
from tests.searching.conftest import item, meeting

TIDE = "2018-09-04-tide"
BESIDE = "The chair thanked the board, and the board thanked its chair: board, chair, ferry, ferry and board."
CHAIRMAN = (
    "Letters went to the keeper of the slip, the warden of the mole and the chairman of the ferry board at Exford."
)
BEHIND = "A visit by the ferry board’s chair, who had been ill since the spring tides, was put off until the geese go."
CLERK = (
    "The post of clerk to the harbour council falls free in winter, and whoever comes may live in the old toll house."
)
SCATTERED = "The clerk told the harbour council: council, harbour, clerk."
TWO = "To the harbour council. Clerk of works and harbour council met."
MEETINGS = [
    meeting(
        TIDE,
        "Tide Committee",
        "2018-09-04",
        *(
            item(TIDE, str(number), "Business", text)
            for number, text in enumerate((BESIDE, CHAIRMAN, BEHIND, SCATTERED, TWO, CLERK), 1)
        ),
    )
]


@pytest.fixture(scope="module")
def find():
    collection = collect(MEETINGS)
    return lambda query: search(collection, query)


@pytest.mark.parametrize(
    "query",
    [
        "chair of the ferry board",
        "chair of ferry board",
        "Chairman of the Ferry Board",
        "who is the chair of the ferry board",
    ],
)
def test_a_post_stands_first_as_one_by_any_name_and_on_either_side(find, query):
    hits = find(query)
    assert {hit.paragraph.text for hit in hits[:2]} == {CHAIRMAN, BEHIND}
    assert "In 2 of them it stands as one post: those come first." in hits.read_as


def test_what_ends_a_sentence_is_no_post(find):
    hits = find("clerk to the harbour council")
    assert hits[0].paragraph.text == CLERK
    assert hits.total == 3
    assert "In 1 of them it stands as one post" in hits.read_as


def test_where_a_post_stands_nowhere_as_one_its_words_are_found_as_ever(find):
    hits = find("clerk to the ferry board")
    assert "as one post" not in hits.read_as


@pytest.mark.parametrize(
    ("query", "post"),
    [
        ("chair of planning", (["chair"], ["planning"])),
        (
            "the vice chairman of the parks and commons committee",
            (["vice", "chairman"], ["parks", "and", "commons", "committee"]),
        ),
        ("head of finance since:2015", (["head"], ["finance"])),
        ("clerk", None),
        ("clerk to", None),
        ("state of the roads", None),
        ("of the clerk", None),
        ('"chair of planning"', None),
        ("chair of plan*", None),
        ("cost of the new chair for the mayor's room", None),
    ],
)
def test_which_queries_ask_for_a_post(query, post):
    assert post_in(parse(query).tree) == post
