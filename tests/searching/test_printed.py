"""How words begin, and references within longer ones: what the text tells where terms do not."""

import re

import pytest

from minutesnlp import example_corpus
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from minutesnlp.searching.wording.printed import stems
from minutesnlp.text.stemming import stem
from tests.searching.conftest import item, meeting

NAME = "2022-05-04-works"
TEXTS = {
    "administration": "The administration of the fund was explained by Mr Administratif.",
    "administer": "The trustees administer it.",
    "author": "The author of the leaflet was thanked.",
    "authorities": "Other authorities had done so, and an Authoriser was named.",
    "noting": "Noting this, members went on.",
    "dying": "The elm is dying.",
    "reliability": "Its reliability was doubted; a reliabile was shown.",
    "policy": "The policy is old.",
    "policies": "Both policies are old.",
    "law": "The by-law was read; lawyers had seen it.",
    "bylaws": "New bylaws are wanted.",
    "lawn": "The lawn was mown by Lewis.",
    "tipping": "Fly-tipping at the quarry.",
    "tipped": "A sofa was fly tipped there.",
    "mail": "An e-mail was read.",
    "sum": "Invoice 33,555 was paid.",
    "other sum": "Invoice 335 was paid, and 3,351.",
    "reference": "Application 16/00250/O, for a barn.",
    "long reference": "Application DC/16/00250/FUL, for a shed.",
    "list": "Lots 16, 00250 and 3/16/00250 were sold.",
    "ninth": "The 9th show.",
    "their": "Their hall was theirs.",
    "lettered": "Minute LGR14/03 was read again.",
    "neighbour": "Minute LGR14/04 was read once.",
}


@pytest.fixture(scope="module")
def collection():
    return collect([meeting(NAME, "Works Committee", "2022-05-04", item(NAME, "1", "Business", *TEXTS.values()))])


@pytest.fixture(scope="module")
def found(collection):
    names = {text: name for name, text in TEXTS.items()}

    def found(query):
        return {names[hit.paragraph.text] for hit in search(collection, query, k=None, expand=False, relax=False)}

    return found


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("administrat*", {"administration"}),  # the name alone has a stem that begins so
        ("authori*", {"authorities"}),
        ("noti*", {"noting"}),
        ("note*", set()),
        ("dyi*", {"dying"}),
        ("reliabil*", {"reliability"}),
        ("policy*", {"policy"}),
        ("polici*", {"policies"}),
        ("by-law*", {"law", "bylaws"}),
        ("law*", {"law", "lawn"}),
        ("fly-tip*", {"tipping", "tipped"}),
        ("e-mai*", {"mail"}),
        ("33,5*", {"sum"}),
        ("9t*", {"ninth"}),
        ("16/002*", {"reference", "long reference"}),
        ("16/00250/O*", {"reference"}),
    ],
)
def test_a_beginning_finds_the_words_that_are_printed_so_and_no_others(found, query, names):
    assert found(query) == names


def test_every_beginning_of_every_word_of_the_example_finds_its_stem():
    words = {word for meeting in example_corpus() for p in meeting.paragraphs for word in re.findall("[a-z]+", p.text)}
    for word in sorted(words):
        for length in range(2, len(word) + 1):
            start = word[:length]
            assert stem(word).startswith(start) or stem(word) in set(stems(start)), (word, start)


@pytest.mark.parametrize("query", ["16/00250", '"16/00250"'])
def test_a_reference_is_found_within_a_longer_one(found, query):
    assert found(query) == {"reference", "long reference"}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("LGR14/03", {"lettered"}),
        ("lgr14-03", {"lettered"}),
        ("LGR14", {"lettered", "neighbour"}),
        ("LGR14/05", set()),  # that it stands nowhere is told, below
    ],
)
def test_a_reference_with_letters_does_not_find_its_neighbours(found, query, names):
    assert found(query) == names


def test_a_reference_that_stands_nowhere_is_told(collection):
    hits = search(collection, "LGR14/05")
    assert not hits
    assert "“LGR14/05” stands in no paragraph and no title." in hits.read_as


def test_the_printed_words_are_marked(collection):
    def marked(query):
        hits = search(collection, query, k=None, expand=False)
        return {hit.paragraph.text[start:end] for hit in hits for start, end in hit.spans}

    assert marked("by-law*") == {"by-law", "bylaws"}
    assert marked("administrat*") == {"administration", "Administratif"}
    assert marked("16/00250") == {"16/00250"}


def test_near_goes_by_how_words_are_printed(found):
    assert found("by-law* near/2 read") == {"law"}
    assert found("16/00250 near/4 shed") == {"long reference"}


def test_words_too_common_to_be_kept_are_told_and_not_said_to_stand_nowhere(collection):
    hits = search(collection, "thei*")
    assert "left out as too common: “their”" in hits.read_as
    assert "stands in no paragraph" not in hits.read_as
    assert "stands in no paragraph" in search(collection, "xylo*").read_as
