"""What one word finds, more words do not lose."""

import pytest

import minutesnlp as mn


@pytest.fixture(scope="module")
def archive():
    return mn.Archive.in_memory(mn.example_corpus())


def ids(archive, query):
    return {hit.paragraph.id for hit in archive.search(query, k=None)}


@pytest.mark.parametrize(("one", "other"), [("foster", "carers"), ("winter", "zzzq"), ("zzzq", "winter")])
def test_or_finds_all_that_either_word_finds(archive, one, other):
    assert ids(archive, one) | ids(archive, other) <= ids(archive, f"{one} OR {other}")


@pytest.mark.parametrize("word", ["library", "policy", "libraries"])
def test_a_whole_word_is_its_own_beginning(archive, word):
    told = archive.search(f"{word}*", k=None)
    assert told
    assert any(word in hit.paragraph.text.lower() for hit in told)


def test_a_query_of_what_is_to_be_absent_says_what_it_lacks(archive):
    hits = archive.search("-library")
    assert not hits
    assert hits.read_as.startswith("Nothing to search for: only what is to be absent is said (without “library”).")
    assert archive.search("-library year:2022/23").read_as.startswith("Paragraphs without “library” in 2022/23")


def test_a_beginning_finds_every_word_that_begins_so_however_many_there_are():
    words = [f"co{first}{second}x" for first in "abcdefghijklmnopq" for second in "aeioubdfgklmnprst"]
    assert len(words) > 250
    meeting = mn.Meeting("m", front=tuple(mn.Paragraph(f"m/{word}", f"Plot {word}") for word in words))
    assert mn.Archive.in_memory(meeting).search("co*", k=None).total == len(words)
