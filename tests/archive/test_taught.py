"""An archive learns which words are used alike, keeps it, and says when it is out of date."""

import json
import random
import re

import pytest
from platforms import unless_windows

from minutesnlp.archive import Archive
from minutesnlp.archive.taught import Learnt
from minutesnlp.errors import ArchiveError
from minutesnlp.indexing import store
from minutesnlp.records import Corpus, Item, Meeting, Paragraph

WORDS = ["ferry", "pier", "tide", "harbour", "allotment", "plot", "spade", "compost", "pupil", "school", "lesson"]


def minutes(name, count, seed):
    draw = random.Random(seed)
    found = tuple(
        Paragraph(
            f"{name}/{n}", " ".join([*draw.choices(WORDS, k=9), f"odd{draw.randrange(300)}"]), item_id=f"{name}/item"
        )
        for n in range(count)
    )
    return Meeting(id=name, items=(Item(f"{name}/item", "Business", meeting_id=name, paragraphs=found),))


OLD = [minutes("first", 400, 1), minutes("second", 300, 2)]
NEW = minutes("third", 50, 3)


@pytest.fixture
def kept(tmp_path):
    return Archive.create(tmp_path / "minutes.archive", Corpus(OLD), tag=False)


def told(archive, ranker="fused", query="harbour plot"):
    return [(hit.paragraph.id, hit.score) for hit in archive.search(query, ranker=ranker, k=None)]


def test_it_is_learnt_at_creation_on_disk_and_in_memory(kept):
    held = Archive.in_memory(Corpus(OLD))
    assert kept.learnt.paragraphs == held.learnt.paragraphs == 700
    assert not kept.learnt.stale
    assert told(kept) == told(held)
    (hit,) = kept.search("harbour plot", k=1)
    assert dict(hit.parts)["likeness, as the archive uses its words"] > 0


def test_after_adding_it_says_that_it_is_stale_until_compact(kept):
    kept.add(Corpus([NEW]))
    assert (kept.learnt.paragraphs, kept.learnt.came, kept.learnt.went) == (700, 50, 0)
    assert "stale" in repr(kept)
    assert "50 came since" in str(kept.learnt)
    kept.remove("first")
    assert (kept.learnt.came, kept.learnt.went) == (50, 400)
    kept.add(Corpus([OLD[0]]))
    kept.compact()
    assert (kept.learnt.paragraphs, kept.learnt.stale) == (750, False)
    assert "stale" not in repr(kept)


def test_bm25_and_tfidf_equal_a_build_at_once_however_stale(kept, tmp_path):
    kept.add(Corpus([NEW]))
    kept.remove("first")
    once = Archive.create(tmp_path / "once.archive", Corpus([OLD[1], NEW]), tag=False)
    for ranker in ("bm25", "tfidf"):
        assert told(kept, ranker) == told(once, ranker)
    assert {id_ for id_, _ in told(kept)} == {id_ for id_, _ in told(once)}


def test_what_came_since_is_ranked_by_the_words_known_then(kept):
    kept.add(Corpus([NEW]))
    latent = kept.collection.latent
    assert latent.paragraphs.shape[0] == len(kept.collection) == 750
    assert (latent.paragraphs[700:].astype(float) ** 2).sum(axis=1) == pytest.approx(1, abs=1e-2)
    assert any("likeness, as the archive uses its words" in dict(h.parts) for h in kept.search("pier", k=None)[:50])


def test_it_brings_no_hit_that_holds_none_of_the_query(kept):
    without = kept.search("odd7", k=None)
    assert all("odd7" in hit.paragraph.text.split() for hit in without)


def test_opened_again_it_answers_alike(kept):
    assert told(Archive.open(kept.path)) == told(kept)
    kept.add(Corpus([NEW]))
    assert told(Archive.open(kept.path)) == told(kept)
    assert Archive.open(kept.path).learnt == kept.learnt


@pytest.mark.parametrize("name", ["latent_terms", "latent_paragraphs"])
@unless_windows
def test_a_damaged_file_is_refused_by_name(kept, name):
    (path,) = kept.path.glob(f"*/{name}.npy")
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=re.escape(str(path))):
        Archive.open(kept.path, verify=True)
    path.write_bytes(content[:-9])
    with pytest.raises(ArchiveError, match=re.escape(str(path))):
        Archive.open(kept.path, verify=False)


def test_a_manifest_that_tells_of_arrays_it_does_not_name_is_refused(kept):
    place = kept.path / store.MANIFEST
    manifest = json.loads(place.read_text("utf-8"))
    files = manifest["files"]
    place.write_text(json.dumps(manifest | {"files": {n: f for n, f in files.items() if n != "latent_terms"}}), "utf-8")
    with pytest.raises(ArchiveError, match="latent_terms"):
        Archive.open(kept.path)
    swapped = files | {"latent_terms": files["latent_paragraphs"], "latent_paragraphs": files["latent_terms"]}
    place.write_text(json.dumps(manifest | {"files": swapped}), "utf-8")
    with pytest.raises(ArchiveError):
        Archive.open(kept.path)


def test_an_archive_of_before_opens_and_learns_at_compact(kept):
    place = kept.path / store.MANIFEST
    manifest = json.loads(place.read_text("utf-8"))
    del manifest["learnt"]
    manifest["files"] = {name: file for name, file in manifest["files"].items() if not name.startswith("latent")}
    place.write_text(json.dumps(manifest), "utf-8")
    older = Archive.open(kept.path)
    assert older.learnt is None
    assert "likeness, as the archive uses its words" not in dict(older.search("harbour", k=1)[0].parts)
    older.add(Corpus([NEW]))
    assert older.learnt is None
    older.compact()
    assert older.learnt.paragraphs == 750


def test_what_is_learnt_tells_itself():
    assert str(Learnt("2026-01-02", 1200)) == "learnt from 1,200 paragraphs on 2026-01-02"
    assert Learnt("2026-01-02", 1200, went=3).stale
