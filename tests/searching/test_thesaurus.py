"""The thesaurus: names that stand for each other, names that only lead to wider ones, and names that changed."""

import re

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.resources import models
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from minutesnlp.searching.wording.thesaurus import RELATED, THESAURUS, other_names, renamed, same
from minutesnlp.text.analysis import Analyser


def of(*texts):
    paragraphs = tuple(Paragraph(str(place), text) for place, text in enumerate(texts))
    return collect([Meeting(id="m", items=(Item("i", "Item", paragraphs=paragraphs),))])


def lines(name):
    told = models("lexicons", name).read_text("utf-8").splitlines()
    return [line for line in told if line.strip() and not line.startswith("#")]


def test_names_of_one_group_find_each_other_and_wider_names_find_none():
    pairs = {(name, other) for name, other, _ in same(["# a = b", "gale = storm > weather", "c = d # e", "alone"])}
    assert pairs == {("gale", "storm"), ("storm", "gale"), ("gale", "weather"), ("storm", "weather")} | {
        ("c", "d"),
        ("d", "c"),
    }


def test_names_that_changed_are_told_with_the_year():
    pairs = {(name, other): told for name, other, told in renamed(["old = O | 1990 | new | 2001 | newest"])}
    assert pairs[("old", "O")] == pairs[("O", "old")] == THESAURUS
    assert pairs[("old", "new")] == pairs[("O", "new")] == "so called since 1990"
    assert pairs[("old", "newest")] == pairs[("new", "newest")] == "so called since 2001"
    assert pairs[("newest", "old")] == "so called until 1990"
    assert pairs[("newest", "new")] == "so called until 2001"


@pytest.mark.parametrize(("name", "least"), [("thesaurus.txt", 500), ("renamed.txt", 50)])
def test_every_line_of_the_lists_says_something(name, least):
    analyser = Analyser()
    told = lines(name)
    assert len(told) > least
    for line in told:
        pairs = list((same if name == "thesaurus.txt" else renamed)([line]))
        assert pairs, line
        assert all(analyser.terms(part) for name, other, _ in pairs for part in (name, other)), line


@pytest.mark.parametrize(
    ("typed", "name", "found_by"),
    [
        ("paid", "salary", RELATED),
        ("hall hire", "hire of the hall", THESAURUS),
        ("computer", "laptop", RELATED),
        ("oath of office", "declaration of acceptance of office", THESAURUS),
        ("changing rooms", "pavilion", RELATED),
        ("elected unopposed", "uncontested election", THESAURUS),
    ],
)
def test_what_officers_type_goes_by_what_minutes_say(typed, name, found_by):
    analyser = Analyser()
    assert other_names(typed, tuple(analyser.terms(typed)), analyser)[name] == found_by


def test_years_of_new_names_follow_each_other():
    for line in lines("renamed.txt"):
        years = [int(part) for part in re.split(r"[|~]", line)[1::2]]
        assert years == sorted(years), line
        assert all(1960 < year < 2026 for year in years), line


def names_in_lists():
    told = [pair for name, read in (("thesaurus.txt", same), ("renamed.txt", renamed)) for pair in read(lines(name))]
    return {name for pair in told for name in pair[:2]}


def named(text):
    analyser = Analyser()
    return other_names(text, tuple(analyser.terms(text)), analyser)


def test_no_name_is_looked_for_by_more_than_a_few_dozen_others():
    assert max(len(named(name)) for name in names_in_lists()) < 48


def test_what_is_the_same_as_another_has_it_as_the_same():
    terms = Analyser().terms
    for name in names_in_lists():
        for other, found_by in named(name).items():
            if found_by == THESAURUS and terms(other) != terms(name):
                back = [terms(each) for each, told in named(other).items() if told == THESAURUS]
                assert terms(name) in back, (name, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("consultation", "consultancy"),  # one stem, and not one thing
        ("smoke", "tobacco"),
        ("home care", "care homes"),
        ("ten", "temporary event notice"),
        ("send", "special educational needs"),
    ],
)
def test_words_of_one_stem_have_their_own_names(text, other):
    assert other not in named(text)


def test_a_plural_and_another_form_have_the_names_of_the_word():
    assert "trash" in named("rubbishes")
    assert named("TEN") == {"temporary event notice": THESAURUS, "event licence": RELATED}
    assert named("meeting")["met"] == "another form"


def test_a_short_name_that_is_a_word_is_found_in_capitals():
    minutes = of("Please send the letter.", "The SEND reforms came late.", "It was sent.", "Special educational needs.")
    assert [hit.paragraph.id for hit in search(minutes, "special educational needs")] == ["3", "1"]
    hits = search(minutes, "SEND")
    assert {hit.paragraph.id for hit in hits} == {"1", "3"}
    assert "“SEND” is looked for in capitals." in hits.read_as
    assert {hit.paragraph.id for hit in search(minutes, "send")} == {"0", "1", "2"}
    assert [hit.paragraph.id for hit in search(of("Please send the letter."), "SEND")] == ["0"]


def test_what_took_the_place_of_a_thing_is_near_it():
    minutes = of("The poll tax was set.", "The council tax was set.")
    hits = search(minutes, "council tax")
    assert ([hit.paragraph.id for hit in hits], hits.total) == (["1", "0"], 1)
    assert "As related: " in hits.read_as


def test_a_word_of_residents_finds_the_chamber_and_not_the_other_way():
    minutes = of("The binmen came late.", "Refuse crews were praised.")
    assert [hit.paragraph.id for hit in search(minutes, "binmen")] == ["0", "1"]
    assert [hit.paragraph.id for hit in search(minutes, "refuse crews")] == ["1"]


def test_minutes_of_another_time_are_found_by_the_name_of_today():
    minutes = of("The Primary Care Trust was consulted.", "The Integrated Care Board was consulted.")
    hits = search(minutes, "Integrated Care Board")
    assert [hit.paragraph.id for hit in hits] == ["1", "0"]
    assert hits.expansions == ("“Integrated Care Board” also as “Primary Care Trust” (so called until 2013): 1 hit",)


def test_a_name_may_be_one_for_a_word_as_it_is_printed():
    minutes = of("The library be closed.", "A hall close to the library.", "The closure of the library.")
    assert {hit.paragraph.id for hit in search(minutes, "closure", k=None)} == {"0", "2"}
    assert named("close").get("closure") != THESAURUS
    assert named("closed")["closure"] == THESAURUS
