"""A text in another language is told; one in English is not, whatever names it holds."""

import pytest

import minutesnlp as mn
from minutesnlp.text.languages import foreign, looked_for


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Penderfynwyd prynu mainc newydd am £450.", "Welsh"),
        ("Cafwyd adroddiad gan y Clerc ar y gwaith yn y fynwent, ac mae’r ffens wedi ei thrwsio.", "Welsh"),
        ("Le conseil refuse la demande par 5 voix contre 3.", "French"),
        ("Ghlac an coiste leis an tuairisc agus tá sé le seoladh chuig na baill.", "Irish"),
        (
            "Chaidh aontachadh gun rachadh an aithisg a chur chun na comataidh agus gu bheil seo ceart.",
            "Scottish Gaelic",
        ),
    ],
)
def test_a_text_in_another_language_is_told(text, language):
    assert foreign(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "REFUSED",
        "2021 £450 £1,200",
        "Resolved: to twin with Val de la Roche and Pen y Graig.",
        "The Cathaoirleach, Cllr. Seán Ó Briain, thanked the members of Comhairle na nÓg and Údarás na Gaeltachta.",
        "Rue de la Gare, Rue des Lilas: the works will be done by May.",
    ],
)
def test_english_is_told_as_nothing(text):
    assert foreign(text) is None


def test_the_minutes_and_the_summary_say_what_was_not_looked_for():
    corpus = mn.read_text("Prynwyd mainc newydd i’r parc ac mae’r clerc wedi talu.", title="Parc", date="2024-03-05")
    told = "the text is in Welsh; decisions are looked for in English, and by a few words of Welsh ("
    assert any(note.startswith(told) for note in mn.summarise(corpus.items[0]).notes)
    assert any(note.startswith("missing: the text is in Welsh") for note in corpus[0].notes)
    corpus = mn.read_text("The fence was mended.", title="Park", date="2024-03-05")
    assert not any("English" in note for note in mn.summarise(corpus.items[0]).notes)


def test_what_is_said_to_be_known_of_a_language_is_found():
    corpus = mn.read_text("PENDERFYNWYD prynu mainc newydd am £450.", title="Parc", date="2024-03-05")
    assert [decision.outcome for decision in mn.find_decisions(corpus)] == ["PENDERFYNWYD"]
    assert [each.text for each in mn.tag("Diolchodd y Cyng. A Wren i'r plant.") if each.label == "PERSON"] == [
        "Cyng. A Wren"
    ]
    assert looked_for("decisions", "French").endswith("in English only")
