"""Names of people in a query of plain words: who is meant, and what is no name."""

import pytest

from minutesnlp.records import Attendee
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from tests.searching.conftest import item, meeting

ONE, TWO = "2021-03-01-council", "2021-04-01-council"

MEETINGS = [
    meeting(
        ONE,
        "Council",
        "2021-03-01",
        item(
            ONE,
            "7",
            "Kiosk",
            "Councillor Deirdre Zelnick asked whether the kiosk could be let.",
            "The engineer said that it could not be let before the summer.",
            "Cllr Zelnick thanked him. Mr Tom Brabazon spoke of the carbon of the kiosk.",
        ),
        item(ONE, "8", "Parks", "Victoria Park was flooded in spring.", "The wood was lost, and the mark in the soil."),
        attendance=(Attendee("Deirdre Zelnick"), Attendee("Mark Wood")),
    ),
    meeting(
        TWO,
        "Council",
        "2021-04-01",
        item(TWO, "3", "Quay", "Deirdre agreed to ask the port.", "Councillor Mark Wood and Cllr Zelnick proposed it."),
        item(TWO, "4", "Bins", "The bins of the park were emptied, as Councillor Wood had asked."),
        attendance=(Attendee("Deirdre Zelnick"), Attendee("Mark Wood")),
    ),
]


@pytest.fixture(scope="module")
def people():
    return collect(MEETINGS)


@pytest.mark.parametrize(
    "query",
    ["Deirdre Zelnick", "deirdre zelnick", "Cllr Zelnick", "D Zelnick", "Councillor Deirdre Zelnick", "D. Zelnick"],
)
def test_a_name_means_the_person(people, query):
    hits = search(people, query, k=None)
    assert {hit.paragraph.id for hit in hits} >= {f"{ONE}/7/1", f"{ONE}/7/3", f"{TWO}/3/2"}
    assert hits.total == search(people, "", person=query, k=None).total
    typed = query.replace("D.", "D")
    assert f"“{typed}” is a person here: what names or means them counts, as with person:“{typed}”" in hits.read_as


def test_a_name_stands_beside_other_words(people):
    assert [hit.paragraph.id for hit in search(people, "tom brabazon carbon", relax=False)] == [f"{ONE}/7/3"]
    assert [hit.paragraph.id for hit in search(people, "Deirdre Zelnick summer", relax=False)] == [f"{ONE}/7/2"]


def test_a_given_name_alone_is_a_part(people):
    told = {hit.paragraph.id: hit.match for hit in search(people, "Deirdre Zelnick")}
    assert told[f"{ONE}/7/1"] == "all"
    assert f"{TWO}/3/1" in told


def test_words_like_any_other_are_a_name_only_as_a_listed_person_has_it(people):
    assert "is a person here" in search(people, "Mark Wood").read_as
    for query in ("mark wood", "Victoria Park", "Mark Soil", "mark wood flooded"):
        assert "is a person here" not in search(people, query).read_as


@pytest.mark.parametrize("query", ['"Deirdre Zelnick"', "Zelnick", "Olga Zelnick", "kiosk Zelnick", "Deirdre Brabazon"])
def test_what_is_quoted_or_nobody_is_looked_for_as_words(people, query):
    assert "is a person here" not in search(people, query).read_as


def test_who_keeps_to_the_words_typed_gets_those(people):
    assert "is a person here" not in search(people, "Deirdre Zelnick", expand=False).read_as
    assert "is a person here" not in search(people, "Deirdre Zelnick", ranker="bm25").read_as


def test_the_name_is_marked_where_it_stands(people):
    (hit,) = [hit for hit in search(people, "Cllr Zelnick") if hit.paragraph.id == f"{TWO}/3/2"]
    assert [hit.paragraph.text[start:end] for start, end in hit.spans] == ["Zelnick"]


def test_an_irish_name_is_found_without_its_accents_and_a_scooter_is_nobody():
    told = (
        "Cmhlr. Ó Zelnaigh spoke of the kiosk.",
        "E Scooters were banned from the quay.",
        "The e scooters are back.",
    )
    collection = collect([meeting(ONE, "Council", "2021-03-01", item(ONE, "1", "x", *told))])
    for name in ('"o zelnaigh"', '"O Zelnaigh"', '"Ó Zelnaigh"', "Zelnaigh", "zelnaigh"):
        assert [hit.paragraph.text for hit in search(collection, f"person:{name}")] == [told[0]], name
    assert "is a person here" not in search(collection, "what of e scooters").read_as


def test_a_family_name_that_may_be_anothers_is_told():
    texts = ("Cllr Olga Zelnick and Cllr Piet Zelnick came.", "Cllr Olga Zelnick left.", "Cllr Zelnick was thanked.")
    collection = collect([meeting(ONE, "Council", "2021-03-01", item(ONE, "7", "Kiosk", *texts))])
    hits = search(collection, "Olga Zelnick")
    assert [hit.paragraph.text for hit in hits][-1] == texts[2]
    assert "One of them names only a surname or an initial that may be another’s." in hits.read_as
