"""Times in plain words: before 2013, in May 2012, between 2016 and 2018."""

import datetime

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.asking.grammar import Filter, parse
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from minutesnlp.searching.understanding.timing import timed


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
        ("allotments 2012 to 2013", ["2012", "2013"]),
        ("allotments May 2013 to June 2014", ["2013", "2014"]),
        ("allotments 2012-2014", ["2012", "2013", "2014"]),
        ("allotments 2010–13", ["2012", "2013"]),
        ("allotments by 2013", ["2012", "2013"]),
        ("allotments from 2013 onwards", ["2013", "2014"]),
        ("allotments from 2013", ["2013"]),
        ("allotments in the last two years", ["2013", "2014"]),  # counted back from the newest meeting
        ("allotments over the past 13 months", ["2013", "2014"]),
        ("what was decided about allotments in the last 3 years?", ["2012", "2013", "2014"]),
        ("allotments before 2013 or after 2013", ["2012", "2014"]),
        ("allotments in 2012 or since 2014", ["2012", "2014"]),
        ("allotments since 2013 or 2014", ["2013", "2014"]),
        ("allotments before 2013 or 2014", ["2012", "2013"]),
        ("allotments since 2013 or so", ["2013", "2014"]),
        ("allotments in 2013 or later", ["2013", "2014"]),
        ("allotments 2013 or earlier", ["2012", "2013"]),
        ("allotments in 2012 or 2014", ["2012", "2014"]),
        ("allotments in 2012, 2013 or 2014", ["2012", "2013", "2014"]),
        ("allotments in 2012 and in 2014", ["2012", "2014"]),
        ("allotments in 2012 or in 2014", ["2012", "2014"]),
        ("allotments in April or May 2013", ["2013"]),
        ("allotments in May 2012 or June 2014", ["2012", "2014"]),
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
    assert (none.total, none.partly, len(none)) == (0, 3, 3)
    assert "No paragraph has “allotments”, in 2011: 3 hold less than half of it." in none.read_as
    assert not search(minutes, "allotments in 2011", k=None)


def test_of_several_times_any_will_do_and_the_others_count_for_less(minutes):
    hits = search(minutes, "allotments in 2012 or 2014")
    assert sorted(hit.paragraph.id for hit in hits[:2]) == ["2012", "2014"]
    assert "Paragraphs with “allotments”, in 2012 or 2014: 2 hits; 1 more holds part of it." in hits.read_as
    assert "Read as the time of the meeting: “in 2012 or 2014”;" in hits.read_as
    hits = search(minutes, "allotments before 2013 or after 2013")
    assert "Paragraphs with “allotments” and (before 2013 or since 2014-01-01): 2 hits." in hits.read_as
    assert timed(parse("allotments since 2012 or gardens"), minutes).times == ("since 2012",)


@pytest.mark.parametrize(
    "text",
    [
        "in 2012",
        "in 2012 or 2013",
        "allotments in May or 2013",
        "allotments 2012 or 2013",
        "before 2013",
        "since when",
        "allotments in May",
        "before the 2012 fair",
        '"before 2013" fair',
        "in 1066 men",
        "allotments 2020/21",
        "allotments 2012-13",
        "allotments 2012-09",
        "minute 12/22",
        "the hall was let to the club for the whole of the period 2010-2013 as before",
        "minutes 2012-2013",
        "plot 2010 of 2014",
        '"allotments 2010-2013"',
        '"report from 2013"',
    ],
)
def test_what_tells_nothing_but_a_time_or_no_time_is_looked_for(minutes, text):
    query = parse(text)
    assert timed(query, minutes) == query


def test_what_a_paragraph_says_of_years_is_looked_for():
    texts = {
        "plan": "The Local Plan 2011-2031 was noted.",
        "aim": "Carbon neutral by 2030 is the aim.",
        "hall": "The hall was let from 2012 to 2014.",
    }
    item = Item("i", "Reports", paragraphs=tuple(Paragraph(id_, text) for id_, text in texts.items()))
    days = (datetime.date(2019, 5, 8), datetime.date(2035, 5, 8))
    found = collect([Meeting(id=str(day.year), date=day, items=(item,)) for day in days])
    for query, id_ in (
        ("local plan 2011-2031", "plan"),
        ("carbon neutral by 2030", "aim"),
        ("hall 2012 to 2014", "hall"),
    ):
        assert timed(parse(query), found) == parse(query)
        assert {hit.paragraph.id for hit in search(found, query, k=None)} == {id_}
    assert timed(parse("hall by 2030"), found).filters == (Filter("until", "2030"),)
    assert timed(parse("hall by 2035"), found).filters == ()  # of days to come
    assert timed(parse("hall 2011-2031"), found).filters == (Filter("since", "2011"), Filter("until", "2031"))


def test_one_time_may_stand_beside_another_and_beside_phrases(minutes):
    query = timed(parse('"village hall" since 2010 in 2012'), minutes)
    assert query.filters == (Filter("since", "2010"),)
    assert query.times == ("since 2010", "in 2012")
    assert query.tree.parts[1] == Filter("year", "2012", wished=True)
    assert timed(parse("hall OR since 2010"), minutes).filters == ()


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("allotments 2013", ["2013"]),
        ("allotments May 2013", ["2013"]),
        ("allotments June 2013", []),
        ("allotments 2012 and 2014", ["2012", "2014"]),
        ("allotments 2012, 2013 and 2014", ["2012", "2013", "2014"]),
        ("allotments 2012 or 2014", ["2012", "2014"]),
        ("who let the allotments in 2013?", ["2013"]),
    ],
)
def test_minutes_of_a_year_need_not_say_so(minutes, query, years):
    hits = search(minutes, query, k=None)
    assert sorted(hit.paragraph.id for hit in hits) == years
    assert ("need not say so" in hits.read_as) is bool(years)


def test_a_year_alone_is_looked_for_where_it_is_said(minutes):
    assert "need not say so" not in search(minutes, "2014").read_as
    assert not search(minutes, "2014").total
