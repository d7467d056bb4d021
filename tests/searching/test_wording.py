"""What is quoted is found as it is quoted, and said so; short terms with stops and slashes are what is printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesnlp import example_corpus
from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from minutesnlp.searching.wording.wording import abbreviation, as_typed, phrased
from minutesnlp.text.analysis import Analyser


def of(*texts, title="Matters arising"):
    paragraphs = tuple(Paragraph(str(place), text) for place, text in enumerate(texts))
    return collect([Meeting("m", items=(Item("m/1", title, paragraphs=paragraphs),))])


def found(collection, query, **options):
    return [int(hit.paragraph.id) for hit in search(collection, query, k=None, **options)]


@pytest.fixture(scope="module")
def example():
    return collect(example_corpus())


@pytest.mark.parametrize("phrase", ["would be", "which is", "to the", "of the", "had been", "it was"])
def test_a_phrase_of_small_words_is_found_wherever_it_stands(example, phrase):
    pattern = re.compile(r"\b" + phrase.replace(" ", r"\W+") + r"\b", re.I)
    number = len(example)
    expected = [place for place, text in enumerate(example.source.texts(range(number))) if pattern.search(text)]
    hits = search(example, f'"{phrase}"', k=None)
    assert expected
    assert hits.total == len(expected)
    texts = example.source.texts(expected)
    assert sorted(hit.paragraph.text for hit in hits) == sorted(texts)
    assert all(pattern.search(hit.paragraph.text[slice(*hit.spans[0])]) for hit in hits)


def test_small_words_of_a_phrase_are_not_left_out():
    collection = of(
        "It was proposed by A Reed and seconded by B Orr.",
        "Proposed AM, seconded RD.",
        "The proposal, which B Orr seconded, fell.",
        "A proposal by A Reed fell.",
    )
    assert found(collection, '"proposed by"') == [0, 3]
    assert found(collection, '"was proposed by"') == [0]
    assert found(collection, '"seconded by" near/5 "proposed by"') == [0]
    assert found(collection, '"proposed that"') == []
    near = search(collection, '"proposed by" near/5 "seconded by"')
    assert "other forms of its words count too" in near.read_as


def test_a_phrase_of_small_words_goes_with_all_else_of_a_query():
    collection = of("The budget would be cut.", "It would be so.", "The budget stood, and it, all said, would be cut.")
    assert sorted(found(collection, 'budget "would be"')) == [0, 2]
    assert found(collection, '"would be" -budget') == [1]
    assert found(collection, 'budget near/1 "would be"') == found(collection, '"would be" near/1 budget') == [0]
    assert sorted(found(collection, 'budget near/5 "would be"')) == [0]
    assert sorted(found(collection, 'budget near/6 "would be"')) == [0, 2]
    assert found(collection, 'it -"would be"') == found(collection, 'title:"would be"') == []
    assert found(of("None.", title="What would be best"), 'title:"would be"') == [0]
    for ranker in ("bm25", "tfidf"):
        assert sorted(found(collection, 'budget "would be"', ranker=ranker)) == [0, 2]
        assert sorted(found(collection, '"would be"', ranker=ranker)) == [0, 1, 2]
        assert sorted(found(collection, 'cut OR exactly:"would be"', ranker=ranker)) == [0, 1, 2]


def test_small_words_without_quotation_marks_are_told_how_to_be_found():
    collection = of("It would be so.", "None.")
    assert "“would”. In quotation marks they are looked for." in search(collection, "would").read_as
    assert "quotation marks" not in search(collection, "none would").read_as
    assert found(collection, '"would"') == [0]
    prose = 'the clerk spoke at length of what "would be" done with hedges ditches paths stiles gates'
    assert "“would be”" in search(collection, prose + " none").read_as.partition("Left out as too common")[2]


def test_a_phrase_with_a_small_word_stands_in_titles_too():
    assert found(of("None.", title="Terms of Reference"), '"terms of reference"') == [0]
    assert found(of("None.", title="Terms for Reference"), '"terms of reference"') == []


def test_marks_show_the_small_words():
    hit = search(of("It was proposed, by all, and proposed by B Orr. He proposed it."), '"proposed by"')[0]
    assert [hit.paragraph.text[start:end] for start, end in hit.spans] == ["proposed, by", "proposed by"]


def test_a_phrase_that_is_more_than_its_words_stays_found():
    collection = of("Savings of £56 million of the total.", "A rise of 4.5% of rent.", "A net gain of 20 homes.")
    assert found(collection, '"£56m of the total"') == [0]
    assert found(collection, '"4.5 per cent of rent"') == [1]
    assert found(collection, '"net gain of 20"') == [2]


def test_the_form_typed_comes_first_and_is_counted():
    speed = "The speed of the vehicle was noted, and its speed again: speed, speed, speed."
    collection = of(speed, "Speeds fell.", "Speeding was raised among many other matters of the evening.", speed)
    for query in ("speeding", '"speeding"'):
        hits = search(collection, query, k=None, expand=False)
        assert hits[0].paragraph.id == "2"
        assert hits.total == 4
        assert [hit.paragraph.id for hit in search(collection, query, k=1, expand=False)] == ["2"]
    assert "1 of them holds “speeding” as typed: those come first; 3 have other forms of its words." in hits.read_as
    told = search(collection, "speeding").read_as
    assert (
        "1 of them holds “speeding” as typed: those come first; 3 have other forms of it (“speed” and “speeds”)."
        in told
    )
    assert "as typed" not in search(of("Two bins.", "A bin."), "bin").read_as  # a plural is no other form
    assert "None of them holds “speeded” as typed, but other forms" in search(collection, '"speeded"').read_as
    assert "as typed" not in search(of("Dog fouling."), '"dog fouling"').read_as
    assert "as typed" not in search(collection, '"speeding" OR "noted"').read_as


def test_words_typed_one_behind_the_other_come_first_where_they_stand_so():
    apart = "The council heard of motor tax, of property tax and of tax relief, and the council noted the tax."
    collection = of(apart, "Among many matters of a long evening the rise of council tax was noted.", "Road tax.")
    hits = search(collection, "council tax", expand=False)
    assert [hit.paragraph.id for hit in hits] == ["1", "0", "2"]
    assert "1 of them holds “council tax” in one: those come first." in hits.read_as
    assert "in one" not in search(collection, "tax council", expand=False).read_as
    assert "in one" not in search(collection, "council tax -road", expand=False).read_as


def test_a_query_of_several_words_is_ranked_alike_in_every_form():
    collection = of("The speed limits.", "The limit of speeding.")
    ordered = found(collection, "speeding limit", expand=False)
    assert ordered == found(collection, "speed limits", expand=False)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"proposed by" near/3 "seconded by"', [0, 1]),
        ('"seconded by" near/3 "proposed by"', [0, 1]),
        ('"parish council" near/2 clerk', [2, 3]),
        ('"parish council" near/1 clerk', [2]),
        ('clerk near/2 "parish council"', [2, 3]),
    ],
)
def test_the_words_of_a_phrase_are_no_distance(query, ids):
    collection = of(
        "Proposed by Reed, seconded by Orr.",
        "It was proposed by Councillor Reed, seconded by Orr.",
        "The parish council clerk wrote.",
        "The clerk of parish council matters.",
        "The parish council and then the clerk.",
    )
    assert sorted(found(collection, query)) == ids


def test_a_short_term_with_a_slash_is_what_is_printed():
    texts = ("N Wren spoke.", "A N Other.", "Not known: N/A.", "The figure was n/a", "N / A", "Tel. N/AB")
    collection = of(*texts)
    assert sorted(found(collection, "N/A")) == sorted(found(collection, '"N/A"')) == [2, 3, 4]
    hits = search(collection, "N/A")
    assert {hit.paragraph.text[slice(*hit.spans[0])] for hit in hits} == {"N/A", "n/a", "N / A"}
    assert found(of("A V Smith.", "The A/V desk."), "A/V") == [1]
    assert found(of("None.", title="Travel c/o the clerk"), "title:c/o") == [0]
    assert found(of("N Wren spoke.", "A N Other."), "N/A") == []


def test_a_short_term_with_stops_is_no_word_spelt_so():
    collection = of("It is a pleasure to have them with us.", "A US firm.", "The U.S. army.", "the u.s army", "U.S.A.")
    assert sorted(found(collection, "U.S.")) == [1, 2, 3]
    assert found(collection, "U.S.")[-1] == 1
    assert sorted(found(of("P.O. Box 4", "PO Box 5", "The po valley"), "P.O.")) == [0, 1]
    assert abbreviation("21/18") is abbreviation("www.exford.gov.uk") is abbreviation("16/00250/F") is None


@given(st.lists(st.sampled_from(["the", "plans", "planning", "of", "by", "Reed", "would", "be", "is"]), max_size=8))
def test_a_phrase_of_a_text_is_found_in_it(words):
    analyser = Analyser()
    text = " ".join(words)
    for size in (2, 3):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            for wording in (phrased(phrase, analyser), as_typed(phrase)):
                assert wording is None or wording.stands(text)
            assert phrased(phrase, analyser) or analyser.terms(phrase)


def test_a_section_is_found_in_every_print_of_it():
    collection = of(
        "S.106 monies came.", "S106 agreed.", "s.106", "Section 106 deed.", "The 106 agreement.", "Her 106th."
    )
    for query in ("s.106", "S106", "section 106", "S.106", "106 agreement"):
        assert sorted(found(collection, query)) == [0, 1, 2, 3, 4], query
    assert sorted(found(collection, '"S.106"')) == [0, 2]
    assert sorted(found(of("The A1 road.", "The A.1 road.", "Part 1."), "A1")) == [0, 1]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Repairs to the slipway", True),
        ("the REPAIRING TO slip", True),
        ("we repair\nto it", True),
        ("Ｒepair to it", True),  # a letter of full width
        ("disrepair to it", False),
        ("prepared to go", False),
        ("repairs of it", False),
    ],
)
def test_the_words_beside_a_small_one_stand_whole_in_any_form_and_case(text, stands):
    wording = phrased("repair to", Analyser())
    assert wording is not None
    assert wording.stands(text) is stands
