"""Days and years that are printed in figures."""

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from tests.searching.conftest import item, meeting

NAME = "2022-05-04-works"
TEXTS = {
    "slashes": "The kiln was lit on 15/12/2015 by the clerk.",
    "stops": "The kiln went out (15.12.15).",
    "hyphens": "Log of 2015-12-15: smoke.",
    "words": "It was seen on 15 December 2015 from the hill.",
    "of": "On the 15th of December, 2015, it rained.",
    "month": "An account for 12/2015 came.",
    "years": "The grant for 2015/16 was spent.",
    "span": "The lease of 1/4/2014-31/3/2015 ended.",
    "reference": "Order 2015/0123 was made.",
    "number": "See 5.1.15 and minute 20/15.",
    "other": "A kiln of 15/12/2016 was newer than 1915.",
}


@pytest.fixture(scope="module")
def collection():
    items = [item(NAME, letter, "Business", text) for letter, text in zip("abcdefghijk", TEXTS.values(), strict=True)]
    return collect([meeting(NAME, "Works Committee", "2022-05-04", *items)])


@pytest.fixture(scope="module")
def found(collection):
    names = {text: name for name, text in TEXTS.items()}

    def found(query, **options):
        options = {"k": None, "relax": False, **options}
        return {names[hit.paragraph.text] for hit in search(collection, query, **options)}

    return found


IN_FIGURES = {"slashes", "stops", "hyphens"}


def test_a_year_is_found_in_every_print_of_it(found):
    assert found("2015") == set(TEXTS) - {"number", "other"}
    assert found('exactly:"2015"') == set(TEXTS) - {"number", "other", "stops"}
    assert found("2016") == {"years", "other"}
    assert found("2014") == {"span"}


@pytest.mark.parametrize("query", ["15/12/2015", "15.12.2015", "15/12/15", "15-12-2015", "2015-12-15", '"15.12.15"'])
def test_a_day_in_figures_is_found_in_every_print_of_it(found, query):
    assert found(query, expand=False) == IN_FIGURES


@pytest.mark.parametrize("query", ["15/12/2015", "15 December 2015", "15th Dec 2015", "December 15, 2015"])
def test_a_day_is_found_in_figures_and_in_words(found, query):
    assert found(query) == IN_FIGURES | {"words", "of"}


def test_what_a_day_is_also_written_as_is_told(collection):
    hits = search(collection, "15 December 2015", k=None)
    assert "“15/12/2015”" in hits.read_as
    assert "“15 December 2015” also as “15/12/2015” (the same value): 3 hits" in hits.expansions
    assert hits[0].paragraph.text in (TEXTS["words"], TEXTS["of"])  # as it was typed, first


def test_numbers_of_paragraphs_and_of_minutes_are_found_as_they_are(found):
    assert found("5.1.15") == found("20/15") == {"number"}
    assert found("05/01/2015") == set()


def test_the_place_of_a_year_is_marked(collection):
    def marked(query):
        hits = search(collection, query, k=None, relax=False, expand=False)
        return {hit.paragraph.text: [hit.paragraph.text[a:b] for a, b in hit.spans] for hit in hits}

    of_year = marked("2015")
    assert of_year[TEXTS["slashes"]] == ["2015"]
    assert of_year[TEXTS["stops"]] == ["15"]
    assert of_year[TEXTS["span"]] == ["2015"]
    assert of_year[TEXTS["years"]] == ["2015/16"]
    assert marked("15/12/2015") == {
        TEXTS["slashes"]: ["15/12/2015"],
        TEXTS["stops"]: ["15.12.15"],
        TEXTS["hyphens"]: ["2015-12-15"],
    }


def test_words_beside_a_date_stand_where_they_stood(found):
    assert found('"lit on 15/12/2015"') == {"slashes"}
    assert found('"smoke"') == found('"2015-12-15 smoke"') == {"hyphens"}
    assert found("2015 near/2 ended") == {"span"}


def test_the_number_of_an_item_tells_no_year():
    items = (
        Item("a", "Budget", number="19.05.10", paragraphs=(Paragraph("0", "The budget was set."),)),
        Item("b", "Budget of 2010", number="1", paragraphs=(Paragraph("1", "It was set."),)),
    )
    minutes = collect([Meeting(id="m", items=items)])
    assert [hit.paragraph.id for hit in search(minutes, "2010")] == ["1"]
    hits = search(minutes, "19.05.10")
    assert [hit.paragraph.id for hit in hits] == ["0"]
    assert "whose number or title alone says so" in hits.read_as
