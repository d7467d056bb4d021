import pytest

from minutesnlp import resources
from minutesnlp.errors import TaggingError
from minutesnlp.tagging import lexicons

NAMES = [
    "given_names",
    "honorifics",
    "not_names",
    "firms",
    "street_types",
    "reference_words",
    "surname_words",
    "post_nominals",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_lexicon_holds_lower_case_entries_without_spaces_round_them(name):
    entries = lexicons.words(name)
    assert entries
    assert all(entry == entry.strip().lower() for entry in entries)


def test_no_entry_stands_twice_in_the_given_names():
    lines = [
        line
        for line in resources.models("lexicons", "given_names.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert len(lines) == len(set(lines))


def test_a_row_of_the_wrong_width_is_told(tmp_path, monkeypatch):
    (tmp_path / "odd.tsv").write_text("a\tb\nc\n", "utf-8")
    monkeypatch.setattr(lexicons.resources, "models", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(TaggingError, match=r"odd\.tsv"):
        lexicons.table("odd")
