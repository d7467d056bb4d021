import json
import re
from pathlib import Path

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


SHARED = Path(__file__).resolve().parents[2].parent / "shared"
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# Kept though the general lists lack them, each with its reason.
KEPT = {
    "giolla": "a particle of Irish family names, Mac Giolla",
    "staffordshire": "a county",
    "acfo": "assistant chief fire officer, a rank of the fire service",
    "aldermen": "the plural of a title of councils",
    "convener": "the chair of a Scottish committee",
    "lengthsman": "a post of parishes: who keeps a length of road",
    "obe": "an order of the realm",
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
def test_no_entry_serves_one_passage_only():
    # An entry that one annotated passage alone prints, and no other minutes, must stand in a list made without them.
    passages = [
        set(WORD.findall(each["text"].lower()))
        for each in json.loads((SHARED / "gold" / "entities.json").read_text("utf-8"))
    ]
    files = sorted((SHARED / "minutes" / "originals").rglob("*.md"))
    printed = set().union(*(WORD.findall(file.read_text("utf-8", "replace").lower()) for file in files))
    general = (
        lexicons.words("given_names_faker")
        | lexicons.words("family_names_faker")
        | set(WORD.findall(resources.models("wordnet", "words.txt").read_text("utf-8").lower()))
    )
    alone = set()
    for file in sorted(resources.models("lexicons").glob("*.t*")):
        for line in file.read_text("utf-8").splitlines():
            entry = line.split("\t")[0].lower()
            if WORD.fullmatch(entry) and entry not in printed and entry not in general:
                alone |= {entry} if sum(entry in passage for passage in passages) == 1 else set()
    assert sorted(alone - KEPT.keys()) == []
