"""A saved index answers as it did; what is missing, foreign or damaged is refused by name."""

import json
import mmap
import os
import shutil

import numpy as np
import pytest
from platforms import unless_windows

from minutesnlp.errors import ArchiveError
from minutesnlp.indexing import Index, keeping, store
from minutesnlp.text import stemming
from minutesnlp.text.analysis import Analyser

TEXTS = ["The bus shelter was repaired.", "No bus ran.", "", "Allotment rents: £56m"]


@pytest.fixture
def folder(tmp_path):
    Index.build(TEXTS, titles=["Transport", "Transport", "", "Rents"], positions=True).save(tmp_path / "index")
    return tmp_path / "index"


def arrays(folder):
    generation = json.loads((folder / "manifest.json").read_text("utf-8"))["segments"][0]["generation"]
    return folder / generation


def test_an_opened_index_answers_to_the_last_digit(folder):
    titles = ["Transport", "Transport", "", "Rents"]
    opened, built = Index.open(folder), Index.build(TEXTS, titles=titles, positions=True)
    for ranker in ("bm25", "tfidf"):
        assert (
            opened.scores("bus rents transport £56m", ranker=ranker).tolist()
            == built.scores("bus rents transport £56m", ranker=ranker).tolist()
        )
    assert isinstance(opened.postings.ids.base, np.memmap | mmap.mmap)
    assert opened.places("bus", np.arange(4), 100).tolist() == built.places("bus", np.arange(4), 100).tolist()


def test_the_analyser_comes_back_as_it_was(tmp_path):
    Index.build(["The bus"], analyser=Analyser(frozenset(), stemming=False)).save(tmp_path)
    assert Index.open(tmp_path).top("the")[0].tolist() == [0]


def test_an_index_whose_words_another_stemmer_has_read_is_refused(tmp_path, monkeypatch):
    Index.build(["An emergency at the university"]).save(tmp_path)
    monkeypatch.setattr(stemming, "_stemmer", lambda: lambda word: word.removesuffix("ency"))
    stemming.stem.cache_clear()
    try:
        with pytest.raises(ArchiveError, match=r"manifest.*'emergency' was 'emergenc' and is 'emerg'.*build it again"):
            Index.open(tmp_path)
    finally:
        stemming.stem.cache_clear()


def test_an_analyser_of_ones_own_must_be_given_again(tmp_path):
    Index.build(["The bus"], analyser=str.split).save(tmp_path)
    with pytest.raises(ArchiveError, match="analyser"):
        Index.open(tmp_path)
    assert Index.open(tmp_path, analyser=str.split).top("The")[0].tolist() == [0]


def test_an_empty_index_can_be_saved(tmp_path):
    Index.build([]).save(tmp_path)
    assert len(Index.open(tmp_path)) == 0


def test_saving_again_takes_the_old_state_away(folder):
    old = arrays(folder)
    Index.build(["other"]).save(folder)
    assert len(Index.open(folder)) == 1
    assert not old.exists()
    assert sorted(path.name for path in folder.iterdir()) == sorted([arrays(folder).name, "manifest.json"])


def test_an_open_index_goes_on_answering_while_it_is_replaced(folder):
    opened = Index.open(folder)
    Index.build(["other"]).save(folder)
    assert opened.top("bus")[0].tolist() == [0, 1]


def test_a_write_that_fails_leaves_the_old_state(folder, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.np, "save", full)
    with pytest.raises(OSError, match="No space"):
        Index.build(["other"]).save(folder)
    monkeypatch.undo()
    assert Index.open(folder).top("bus")[0].tolist() == [0, 1]
    assert len(list(folder.iterdir())) == 2


def test_a_manifest_that_cannot_be_exchanged_leaves_the_old_state(folder, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(store.os, "replace", refused)
    with pytest.raises(PermissionError):
        Index.build(["other"]).save(folder)
    monkeypatch.undo()
    assert Index.open(folder).top("bus")[0].tolist() == [0, 1]
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("name", ["letters", "bounds", "starts", "ids", "frequencies", "holding", "lengths"])
@pytest.mark.parametrize("harm", ["flip", "cut", "remove", "foreign"])
def test_a_damaged_file_is_refused_by_name(folder, name, harm):
    path = arrays(folder) / f"{name}.npy"
    content = path.read_bytes()
    if harm == "flip":
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    elif harm == "cut":
        path.write_bytes(content[:-1])
    elif harm == "foreign":
        path.write_bytes(b"x" * len(content))
    else:
        path.unlink()
    with pytest.raises(ArchiveError, match=f"{name}.npy"):
        Index.open(folder)


def test_a_large_index_is_verified_when_asked(folder, monkeypatch):
    monkeypatch.setattr(store, "SMALL", 0)
    path = arrays(folder) / "ids.npy"
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    Index.open(folder)
    with pytest.raises(ArchiveError, match=r"ids\.npy: is not what was written"):
        Index.open(folder, verify=True)
    path.write_bytes(b"x" * len(content))
    with pytest.raises(ArchiveError, match=r"ids\.npy: cannot be read"):
        Index.open(folder)


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        ("not json", "not a manifest"),
        ("[]", "not a manifest"),
        ('{"format": "other", "version": 1}', "'other'"),
        ('{"format": "minutesnlp-index", "version": 3}', "Build the index again"),
        ('{"format": "minutesnlp-index", "version": 5}', "Install a newer minutesnlp"),
        ('{"format": "minutesnlp-index", "version": 4}', "not whole"),
    ],
)
def test_a_foreign_manifest_is_refused(folder, manifest, told):
    (folder / "manifest.json").write_text(manifest, "utf-8")
    with pytest.raises(ArchiveError, match=told):
        Index.open(folder)


def test_a_manifest_that_names_other_arrays_is_refused(folder):
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    counts = manifest["segments"][0]["counts"]
    path.write_text(
        json.dumps({**manifest, "segments": [{**manifest["segments"][0], "counts": {**counts, "terms": 99}}]}), "utf-8"
    )
    with pytest.raises(ArchiveError, match="does not agree"):
        Index.open(folder)
    del manifest["segments"][0]["files"]["ids"]
    path.write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(ArchiveError, match="'ids'"):
        Index.open(folder)


def test_a_folder_without_an_index_is_told(tmp_path):
    with pytest.raises(ArchiveError, match="nothing here to open"):
        Index.open(tmp_path / "nowhere")


def test_a_generation_taken_away_while_opening_is_read_anew(folder, monkeypatch):
    old = store.manifest_of(folder, keeping.FORMAT, keeping.VERSION)
    Index.build(["other"]).save(folder)
    told = iter([old])
    read = store.manifest_of
    monkeypatch.setattr(store, "manifest_of", lambda *args: next(told, None) or read(*args))
    assert len(Index.open(folder)) == 1


def test_leftovers_are_swept(folder):
    (folder / "0123456789ab").mkdir()
    (folder / "manifest.json.1234.new").write_text("", "utf-8")
    assert sorted(path.name for path in store.sweep(folder)) == ["0123456789ab", "manifest.json.1234.new"]


def test_only_new_segments_are_written(folder):
    index = Index.open(folder)
    first = arrays(folder)
    before = {path.name: path.stat().st_mtime_ns for path in first.iterdir()}
    index.add(["Bus"], titles=["Transport"])
    index.save(folder)
    assert {path.name: path.stat().st_mtime_ns for path in first.iterdir()} == before
    assert len([path for path in folder.iterdir() if path.is_dir()]) == len(index._segments)
    again = Index.open(folder)
    assert again.scores("bus").tolist() == index.scores("bus").tolist()


@unless_windows
def test_what_was_removed_is_remembered(folder):
    index = Index.open(folder)
    index.remove([1])
    index.save(folder)
    again = Index.open(folder)
    assert again.top("bus")[0].tolist() == [0]
    assert again.scores("bus").tolist() == index.scores("bus").tolist()
    again.compact()
    again.save(folder)
    assert len(Index.open(folder)) == 3
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1


@unless_windows
def test_verifying_names_every_damaged_file(folder):
    index = Index.open(folder)
    assert index.verify() == ()
    for name in ("ids", "letters"):
        path = arrays(folder) / f"{name}.npy"
        content = path.read_bytes()
        path.unlink()  # the index holds it open
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    told = index.verify()
    assert [name in text for name, text in zip(("letters.npy", "ids.npy"), told, strict=True)] == [True, True]
    (folder / "manifest.json").unlink()
    assert "manifest.json is missing" in index.verify()[0]
    assert Index.build(["a"]).verify() == ()


def test_what_is_refused_for_a_moment_on_windows_is_tried_again(tmp_path, monkeypatch):
    refusals = [PermissionError(13, "in use")] * 3
    exchange = os.replace

    def refusing(new, path):
        if refusals:
            raise refusals.pop()
        exchange(new, path)

    monkeypatch.setattr(store.os, "replace", refusing)
    monkeypatch.setattr(store, "SHARED_BY_LEAVE", False)
    with pytest.raises(PermissionError):
        store.replace(tmp_path / "manifest.json", {"a": 1})
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(store, "SHARED_BY_LEAVE", True)
    store.replace(tmp_path / "manifest.json", {"a": 1})
    assert json.loads((tmp_path / "manifest.json").read_bytes()) == {"a": 1}
    assert refusals == []


def test_a_closed_index_lets_go_of_its_files_and_refuses(tmp_path):
    Index.build(["a lamp on the quay", "a boat"]).save(tmp_path / "quay")
    with Index.open(tmp_path / "quay") as index:
        assert index.top("lamp")[0].tolist() == [0]
    (tmp_path / "quay").rename(tmp_path / "moved")  # which Windows refuses where a file is open
    shutil.rmtree(tmp_path / "moved")
    for ask in (lambda: len(index), lambda: index.top("lamp"), lambda: index.add(["x"]), lambda: index.save(tmp_path)):
        with pytest.raises(ArchiveError, match=r"quay: the index was closed\. Open it again"):
            ask()
    assert repr(index) == "Index(closed)"
    index.close()
    assert index.verify() == ()


def test_an_index_in_memory_may_be_closed_too():
    index = Index.build(["a lamp"])
    index.close()
    with pytest.raises(ArchiveError, match=r"^the index was closed"):
        index.scores("lamp")
