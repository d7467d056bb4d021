"""The thesaurus: names that stand for each other, names that only lead to wider ones, and names that changed."""

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.resources import models
from minutesnlp.searching.collection import collect
from minutesnlp.searching.search import search
from minutesnlp.searching.thesaurus import THESAURUS, other_names, renamed, same
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


def test_years_of_new_names_follow_each_other():
    for line in lines("renamed.txt"):
        years = [int(part) for part in line.split("|")[1::2]]
        assert years == sorted(years), line
        assert all(1960 < year < 2026 for year in years), line


def test_no_name_is_looked_for_by_more_than_a_few_dozen_others():
    assert max(len(others) for others in other_names(Analyser()).values()) < 48


def test_a_word_of_residents_finds_the_chamber_and_not_the_other_way():
    minutes = of("The binmen came late.", "Refuse crews were praised.")
    assert [hit.paragraph.id for hit in search(minutes, "binmen")] == ["0", "1"]
    assert [hit.paragraph.id for hit in search(minutes, "refuse crews")] == ["1"]


def test_minutes_of_another_time_are_found_by_the_name_of_today():
    minutes = of("The Primary Care Trust was consulted.", "The Integrated Care Board was consulted.")
    hits = search(minutes, "Integrated Care Board")
    assert [hit.paragraph.id for hit in hits] == ["1", "0"]
    assert hits.expansions == ("“Integrated Care Board” also as “Primary Care Trust” (so called until 2013): 1 hit",)
