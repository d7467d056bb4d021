"""Likeness in meaning by a model from a local folder: it orders what was found, and finds nothing of its own."""

import sys

import numpy as np
import pytest

from minutesnlp.errors import MissingExtraError
from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.ranking import embedding
from minutesnlp.searching.search import search

# Each word's vector, of a model made for these tests: “cash” is near “money”, all else is far from it.
VECTORS = {
    "[UNK]": [0.0, 0.0, 0.0],
    "money": [1.0, 0.1, 0.0],
    "cash": [0.9, 0.2, 0.0],
    "boat": [0.0, 0.0, 1.0],
    "roof": [0.0, 1.0, 0.3],
}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    library = pytest.importorskip("model2vec", reason="the semantic extra is not installed")
    from tokenizers import Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({word: place for place, word in enumerate(VECTORS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    folder = tmp_path_factory.mktemp("models") / "tiny"
    library.StaticModel(np.array(list(VECTORS.values()), np.float32), tokenizer).save_pretrained(str(folder))
    return folder


def of(*texts):
    paragraphs = tuple(Paragraph(str(place), text) for place, text in enumerate(texts))
    return collect([Meeting(id="m", items=(Item("i", "Item", paragraphs=paragraphs),))])


def ids(hits):
    return [hit.paragraph.id for hit in hits]


MINUTES = (
    "money was raised to mend a boat",
    "apart from all this",
    "money was raised with some cash",
    "apart from all that",
    "boat",
)


def test_the_model_says_how_like_texts_are(model):
    like = embedding.alike(model, "money", ["cash", "boat", "", "nothing known"])
    assert like[0] == pytest.approx((0.9 + 0.02) / np.linalg.norm([1, 0.1]) / np.linalg.norm([0.9, 0.2]), abs=1e-6)
    assert like[1:].tolist() == [0.0, 0.0, 0.0]


def test_the_best_are_ranked_by_the_model_too_and_it_is_told(model):
    minutes = of(*MINUTES)
    assert ids(search(minutes, "money raised"))[0] == ids(search(minutes, "money raised", expand=False))[0]
    hits = search(minutes, "money raised", semantic=model)
    assert ids(hits) == ["2", "0"]
    assert "Likeness in meaning, by the model “tiny”, counts too." in hits.read_as
    assert "likeness in meaning, by the model" in dict(hits[0].parts)
    assert "likeness in meaning" not in search(minutes, "money raised").read_as.lower()


def test_the_model_finds_nothing_that_holds_none_of_the_query(model):
    minutes = of(*MINUTES)
    for query in ("money", "money raised", "cash boat", "roof"):
        hits = search(minutes, query, semantic=model)
        assert set(ids(hits)) == set(ids(search(minutes, query))), query
        assert all(hit.terms or hit.names for hit in hits)


def test_what_holds_the_whole_query_stays_first(model):
    minutes = of("money for a boat and a roof", "apart", "cash money cash money", "apart", "a boat with money cash")
    hits = search(minutes, "boat roof money", semantic=model)
    assert hits[0].paragraph.id == "0"


def test_a_folder_without_a_model_is_told(tmp_path):
    with pytest.raises(ValueError, match=r"holds no embedding model: config\.json"):
        search(of(*MINUTES), "money", semantic=tmp_path)
    with pytest.raises(ValueError, match="holds no embedding model"):
        search(of(*MINUTES), "money", semantic="minishlab/potion-base-8M")  # the name of one is no folder


def test_a_model_without_the_extra_is_told(tmp_path, monkeypatch):
    for name in embedding.FILES:
        (tmp_path / name).touch()
    monkeypatch.setitem(sys.modules, "model2vec", None)
    with pytest.raises(MissingExtraError, match="semantic"):
        search(of(*MINUTES), "money", semantic=tmp_path)
