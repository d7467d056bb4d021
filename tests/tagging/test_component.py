import warnings

import pytest

from minutesnlp import resources
from minutesnlp.tagging import tag

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    spacy = pytest.importorskip("spacy")

TEXT = (
    "On 9th-11th March 2021 Cllr Ann Field-Smith’s report told of £5.20/week, 13,204m² and 20%-30%; the Clerk agreed."
)


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(resources.models("en_council_minutes"))


def test_the_component_is_found_without_importing_the_library():
    nlp = spacy.blank("en")
    nlp.add_pipe("minutes_entities", config={"date": "2021-05-03"})
    assert [entity._.minutes.value for entity in nlp("last month").ents] == ["2021-04"]


def test_the_pipeline_on_disk_gives_the_same_spans(nlp):
    doc = nlp(TEXT)
    assert [(e.start_char, e.end_char, e.label_) for e in doc.ents] == [(e.start, e.end, e.label) for e in tag(TEXT)]
    assert [e._.minutes for e in doc.ents] == list(tag(TEXT))


def test_tokens_are_split_where_an_entity_ends_inside_one(nlp):
    doc = nlp("It was 13,204m²long.")
    assert "".join(token.text_with_ws for token in doc) == "It was 13,204m²long."
    assert [e.text for e in nlp("seen20 metres").ents] == [e.text for e in tag("seen20 metres")]


def test_a_document_may_carry_its_own_day(nlp):
    doc = nlp.make_doc("last year")
    doc.user_data["date"] = "2019-02-02"
    (entity,) = nlp.get_pipe("minutes_entities")(doc).ents
    assert entity._.minutes.value == "2018"


def test_a_span_that_is_no_entity_has_no_value(nlp):
    assert nlp("held on 3 May 2021")[0:1]._.minutes is None


def test_a_tagged_document_can_be_stored(nlp):
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [e._.minutes for e in again.ents] == [e._.minutes for e in doc.ents]


def test_a_pipeline_is_written_again(tmp_path):
    from minutesnlp.tagging.component import write_pipeline

    write_pipeline(tmp_path / "p", name="again")
    assert spacy.load(tmp_path / "p").pipe_names == ["minutes_entities"]
