"""Times in plain words: before 2013, in May 2012, between 2016 and 2018."""

import datetime

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collection import collect
from minutesnlp.searching.grammar import Filter, parse
from minutesnlp.searching.search import search
from minutesnlp.searching.timing import timed


@pytest.fixture(scope="module")
def minutes():
    days = [datetime.date(2012, 5, 8), datetime.date(2013, 5, 14), datetime.date(2014, 6, 3)]
    return collect(
        [
            Meeting(
                id=str(day.year),
                date=day,
                items=(Item("i", "Allotments", paragraphs=(Paragraph(str(day.year), "The allotments were let."),)),),
            )
            for day in days
        ]
    )


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("allotments before 2013", ["2012"]),
        ("allotments before 14 May 2013", ["2012"]),
        ("allotments until 2013", ["2012", "2013"]),
        ("allotments since 2013", ["2013", "2014"]),
        ("allotments after 2013", ["2014"]),
        ("allotments after May 2013", ["2014"]),
        ("allotments between 2012 and 2013", ["2012", "2013"]),
        ("allotments from May 2013 to 2014", ["2013", "2014"]),
        ("allotments since 2012 before 2014", ["2012", "2013"]),
        ("what was decided about allotments before 2013?", ["2012"]),
        ("allotments since 2013/14", ["2013", "2014"]),
        ("date:2013 allotments", ["2013"]),
        ('date:"May 2013" allotments', ["2013"]),
    ],
)
def test_a_time_behind_a_word_of_time_is_a_filter(minutes, query, years):
    hits = search(minutes, query, k=None)
    assert sorted(hit.paragraph.id for hit in hits) == years
    assert hits.total == len(years)
    if "date:" not in query:
        assert "Read as the time of the meeting: “" in hits.read_as


def test_what_is_of_another_time_holds_part_of_what_asks_for_one_in_it(minutes):
    hits = search(minutes, "allotments in May 2013")
    assert (hits[0].paragraph.id, hits.total, len(hits)) == ("2013", 1, 3)
    assert "Paragraphs with “allotments”, in May 2013: 1 hit; 2 more hold part of it." in hits.read_as
    none = search(minutes, "allotments in 2011")
    assert (none.total, len(none)) == (0, 3)
    assert "Paragraphs with “allotments”, in 2011: none; 3 hold part of it." in none.read_as
    assert not search(minutes, "allotments in 2011", k=None)


@pytest.mark.parametrize(
    "text",
    [
        "in 2012",
        "before 2013",
        "since when",
        "allotments in May",
        "before the 2012 fair",
        '"before 2013" fair',
        "in 1066 men",
    ],
)
def test_what_tells_nothing_but_a_time_or_no_time_is_looked_for(text):
    query = parse(text)
    assert timed(query) == query


def test_one_time_may_stand_beside_another_and_beside_phrases():
    query = timed(parse('"village hall" since 2010 in 2012'))
    assert query.filters == (Filter("since", "2010"),)
    assert query.times == ("since 2010", "in 2012")
    assert query.tree.parts[1] == Filter("year", "2012", wished=True)
    assert timed(parse("hall OR since 2010")).filters == ()
