"""The face: light to import, sorted, documented."""

import inspect
import subprocess
import sys

import pytest

import minutesnlp

HEAVY = {
    "spacy",
    "sklearn",
    "pandas",
    "matplotlib",
    "lxml",
    "pypdfium2",
    "docx",
    "numpy",
    "scipy",
    "rank_bm25",
    "click",
}


def test_importing_the_library_loads_nothing_heavy():
    code = "import sys, minutesnlp; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "minutesnlp" in loaded
    assert not HEAVY & set(loaded)


def test_a_search_does_not_wait_for_what_it_does_not_need(tmp_path):
    """Files are read, tagged, tracked and summarised by others than who searches: their rules take long to load."""
    folder = tmp_path / "a.archive"
    minutesnlp.Archive.create(folder, list(minutesnlp.example_corpus())[:1])
    code = (
        "import sys, minutesnlp as mn; hits = mn.Archive.open(sys.argv[1]).search('minutes'); "
        "assert hits and hits[0].snippet; print(*sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True).stdout
    loaded = set(told.split())
    assert "minutesnlp.searching.search" in loaded
    rooms = {"minutesnlp.reading.corpora", "minutesnlp.tagging.tagger", "minutesnlp.tracking.decisions.finding"}
    assert not (rooms | {"minutesnlp.summarising.items"}) & loaded


def test_all_is_sorted_and_true():
    assert minutesnlp.__all__ == sorted(minutesnlp.__all__)
    for name in minutesnlp.__all__:
        assert getattr(minutesnlp, name) is not None
    assert set(minutesnlp.__all__) <= set(dir(minutesnlp))


def test_an_unknown_name_is_told():
    with pytest.raises(AttributeError, match="sumarise"):
        _ = minutesnlp.sumarise


@pytest.mark.parametrize("name", minutesnlp.__all__)
def test_every_public_name_is_documented(name):
    thing = getattr(minutesnlp, name)
    assert inspect.getdoc(thing)
    if inspect.isclass(thing):
        for attribute, value in vars(thing).items():
            if not attribute.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                assert inspect.getdoc(value), f"{name}.{attribute}"
