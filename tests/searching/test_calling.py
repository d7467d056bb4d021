"""What meetings are called, and which of them a word names."""

import pytest

from minutesnlp.searching.collected.calling import Called, Callings
from minutesnlp.text.analysis import Analyser

TOLD = [
    ("Elm Parish Council", "Planning Committee", "2019-05-07", "elm/hadley.txt"),
    ("Elm Parish Council", None, "2020-12-01", "elm/b.txt"),
    (None, "Elm and Ash Joint Committee", None, "c.txt"),
    ("Oak Town Council", "Planning Committee", "2020-05-30", "d.txt"),
]


def named(*terms):
    analyser = Analyser()
    found = Callings(Called.of(TOLD), analyser).named([term for text in terms for term in analyser.terms(text)])
    return found.nonzero()[0].tolist()


def test_a_word_of_a_council_or_body_names_its_meetings():
    assert named("elm") == [0, 1, 2]
    assert named("planning") == [0, 3]
    assert named("ash", "oak") == [2, 3]


def test_a_word_that_says_of_which_sort_a_body_is_names_none():
    assert named("council") == named("committee") == named("joint") == named("pond") == []


def test_months_and_years_name_meetings_with_a_day():
    assert named("may") == [0, 3]
    assert named("december") == [1]
    assert named("2020") == [1, 3]
    assert named("1999") == named("january") == named("2") == []


def test_where_no_council_is_known_the_words_of_the_file_and_folder_that_are_no_english_ones_name_a_meeting():
    told = [*TOLD, (None, None, "2021-06-01", "all/hythe-quay/2021_Elmstow_finance_mins.pdf")]
    found = Callings(Called.of(told), Analyser())
    named = [found.named([word]).nonzero()[0].tolist() for word in ("hyth", "elmstow", "financ", "hadley")]
    assert named == [[4], [4], [], []]
    assert [*found.whole(["Elmstow", "grants"])] == []  # it is not sure enough to stand for the whole name


def test_nothing_is_called_anything():
    assert Callings(Called.of([]), Analyser()).named(["elm", "2020"]).tolist() == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Elm allotments", [("Elm", [0, 1])]),  # what tells a council from others is enough
        ("pond of Elm Parish Council", [("Elm Parish Council", [0, 1])]),
        ("elm pond", []),  # a word like any other needs a capital, or its sort
        ("oak town council pond", [("oak town council", [3])]),
        ("planning gain", []),  # of another body all is said
        ("gain planning committee", [("planning committee", [0, 3])]),
        ("Elm and Ash Joint Committee", [("Elm and Ash Joint Committee", [2])]),
        ("Oak and Elm ponds", [("Oak", [3]), ("Elm", [0, 1])]),
        ("council tax of the parish", []),
        ("Elm Road potholes", []),  # a street lies anywhere
    ],
)
def test_words_give_the_whole_name_of_a_council_or_body(words, said):
    found = Callings(Called.of(TOLD), Analyser()).whole(words.split())
    assert [(" ".join(words.split()[a:b]), kept.nonzero()[0].tolist()) for a, b, _, kept in found] == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Hallowby North footpath", ["Hallowby North"]),  # of an area’s body the place is enough
        ("hallowby north footpath", ["hallowby north"]),
        ("north footpath", []),
        ("Hallowby footpath", []),
        ("liaison officer", []),  # English, as a village’s committee is called
        ("Policing priorities", []),  # no area’s
    ],
)
def test_the_body_of_an_area_is_named_by_its_place(words, said):
    bodies = ("Municipal District of Hallowby North", "Policing Committee", "Village Liaison Committee")
    told = [(None, body, None, "") for body in bodies]
    found = Callings(Called.of(told), Analyser()).whole(words.split())
    assert [" ".join(words.split()[a:b]) for a, b, _, _ in found] == said
