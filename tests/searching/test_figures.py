"""Figures typed alone: what tells one with its matter comes before rows, totals and what only moves or notes it."""

import pytest

from minutesnlp.searching.asking.grammar import parse
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.ranking.figures import only_figures
from minutesnlp.searching.search import search
from tests.searching.conftest import item, meeting

WORKS = "2019-03-05-works"
TOLD = "Mending the slates above the old corn exchange would take £34,500, which the harbour levy could bear."
MEETINGS = [
    meeting(
        WORKS,
        "Works Committee",
        "2019-03-05",
        item(WORKS, "1", "Corn exchange", "Slates £34,500", "RESOLVED that £34,500 be approved.", TOLD),
        item(
            WORKS,
            "2",
            "Loan of £71,250",
            "Proposed by Cllr A Reed, seconded by Cllr J Orr.",
            "The jetty had sunk a hand since May, and divers were to look at its piles before any lender was found.",
        ),
        item(
            WORKS,
            "3",
            "Trees",
            "Under the Hedges Act 2000 the warden may ask for a plan of every bank that is to be cut.",
            "The nursery would give the parish 2,000 saplings of hazel and thorn for the banks along the leat.",
        ),
        item(
            WORKS,
            "4",
            "Turnout",
            "At the ford 14% came.",
            "Total 14% 16% 18%",
            "Of those who keep bees on the heath 14% had lost every hive over winter.",
        ),
    )
]


@pytest.fixture(scope="module")
def first():
    collection = collect(MEETINGS)
    return lambda query, **options: search(collection, query, **options)[0].paragraph.text


@pytest.mark.parametrize("query", ["£34,500", "34,500", "£34500", "£34.5k"])
def test_a_figure_is_told_first_by_the_sentence_that_says_its_matter(first, query):
    assert first(query) == TOLD
    assert first(query, k=None) == TOLD


def test_a_share_too(first):
    assert first("14%").startswith("Of those who keep bees")


def test_an_item_whose_title_has_the_figure_is_not_shown_by_its_mover(first):
    assert first("£71,250").startswith("The jetty")


def test_a_number_with_a_comma_is_no_year(first):
    assert first("2,000").startswith("The nursery")
    hits = search(collect(MEETINGS), "2,000")
    assert "1 of them holds “2,000” as typed: those come first; 1 has other forms of it (“2000”)." in hits.read_as


@pytest.mark.parametrize(
    ("query", "alone"),
    [
        ("£34,500", True),
        ("14 per cent", True),
        ("21/18", True),
        ("LGR14/03", True),
        ("14% 16%", True),
        ("£34,500 slates", False),
        ("A14", False),
        ("covid19", False),
        ("2b", False),
        ("14% OR 16%", False),
        ("slates", False),
        ("", False),
    ],
)
def test_which_queries_ask_for_figures_alone(query, alone):
    assert only_figures(parse(query).tree) is alone
