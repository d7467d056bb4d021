"""“Or” in plain words offers either of what stands beside it."""

import pytest

from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from tests.searching.conftest import item, meeting

ID = "2021-03-01-council"
TEXTS = (
    "A grant was asked for by the church.",
    "The school had a grant for its roof.",
    "The grant to the scouts was paid.",
    "Racism was spoken of at length.",
    "The parking fees were raised, and the parking charges at the quay.",
    "Laminar flow was shown, and turbulent flow below the weir.",
    "The dog bins were full, and the litter bins too.",
    "A skip was hired.",
)


@pytest.fixture(scope="module")
def council():
    items = (item(ID, str(n), f"Matter {n}", text) for n, text in enumerate(TEXTS))
    return collect([meeting(ID, "Council", "2021-03-01", *items)])


@pytest.mark.parametrize(
    ("query", "read", "found"),
    [
        ("grant for the church or the school", "“grant” and (“church” or “school”)", {0, 1}),
        ("grant for the church or for the school", "“grant” and (“church” or “school”)", {0, 1}),
        ("what did the council say about hate speech or racism", "(“hate” and “speech”) or “racism”", {3}),
        ("racism or hate speech", "“racism” or (“hate” and “speech”)", {3}),
        ("parking fees or charges", "“parking” and (“fees” or “charges”)", {4}),
        ("laminar or turbulent flow", "(“laminar” or “turbulent”) and “flow”", {5}),
        ("dog bins or litter bins", "(“dog” and “bins”) or (“litter” and “bins”)", {6}),
        ("skip or scouts or church", "“skip” or “scouts” or “church”", {0, 2, 7}),
        ("skip or scouts or racism or weir", "“skip” or “scouts” or “racism” or “weir”", {2, 3, 5, 7}),
        (
            "grant for the church or the school or the scouts",
            "“grant” and (“church” or “school” or “scouts”)",
            {0, 1, 2},
        ),
        ("racism or hate speech or skip", "“racism” or (“hate” and “speech”) or “skip”", {3, 7}),
        ("skip or laminar or turbulent flow", "(“skip” or “laminar” or “turbulent”) and “flow”", {5}),
        ("church or school grant", "(“church” or “school”) and “grant”", {0, 1}),
        ("grant church or school", "“grant” and (“church” or “school”)", {0, 1}),
        ("church or scouts roof", "“church” or (“scouts” and “roof”)", {0}),  # no paragraph has scouts and a roof
        ("grant 2013 or 2014", "“grant” and (“2013” or “2014”)", set()),
        ("grant 2013, 2014 or 2015 or 2016", "“grant” and (“2013” or “2014” or “2015” or “2016”)", set()),
        ("grant May, June or July", "“grant” and (“May” or “June” or “July”)", set()),
        ("skip, scouts or church", "“skip” or “scouts” or “church”", {0, 2, 7}),
    ],
)
def test_or_between_two_things_offers_either(council, query, read, found):
    hits = search(council, query, k=None, expand=False)
    assert f"Paragraphs with {read}" in hits.read_as
    assert {TEXTS.index(hit.paragraph.text) for hit in hits} == found


@pytest.mark.parametrize(
    "query",
    [
        "whether or not a skip was hired",
        "grant one or two",
        "the grant or not",
        "or church",
        "church or",
        '"church or school" grant',
        "grant roof scouts parking quay weir litter skip or bins",
    ],
)
def test_elsewhere_it_is_a_small_word(council, query):
    assert "” or “" not in search(council, query, expand=False).read_as


def test_years_offer_each_other_in_a_question_too(council):
    hits = search(council, "was the grant to the scouts paid in 2020/21 or 2021?", expand=False)
    assert "“grant”, “scouts”, “paid” and (“2020/21” or “2021”)" in hits.read_as
    assert hits[0].paragraph.text == "The grant to the scouts was paid."
    assert search(council, "grant May or 2021", expand=False).read_as.count("” or “") == 0


def test_a_hit_needs_only_one_of_them_and_what_has_neither_is_a_part(council):
    told = {TEXTS.index(hit.paragraph.text): hit.match for hit in search(council, "grant for the church or the school")}
    assert told[0] == told[1] == "all"
    assert told[2] != "all"


def test_either_weighs_as_one_in_brackets_too(council):
    assert search(council, "(church OR school OR racism OR weir) grant").total == 2
