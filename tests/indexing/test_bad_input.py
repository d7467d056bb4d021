"""What an index is asked and given that is wrong, odd or at the edge: by both paths a right answer or a refusal."""

import errno
import math
import sys

import numpy as np
import pytest

from minutesnlp.errors import ArchiveError
from minutesnlp.indexing import Index, compiled, store

ENGINES = pytest.mark.parametrize("engine", ["own", "numpy"])
BLOCK = 2**16
TEXTS = ["Bus stop", "Bus bus lane", "", "Allotments"]


def found(index, query, k=10, **options):
    ids, scores = index.top(query, k, **options)
    assert (scores > 0).all()
    return ids.tolist()


@ENGINES
@pytest.mark.parametrize("k", [0, -1, -(10**9)])
def test_k_of_nothing(engine, k):
    with pytest.raises(ValueError, match="at least one"):
        Index.build(TEXTS).top("bus", k, engine=engine)


@ENGINES
@pytest.mark.parametrize("k", [3, 4, 10**12])
def test_k_above_the_count(engine, k):
    assert found(Index.build(TEXTS), "bus", k, engine=engine) == [1, 0]


@ENGINES
@pytest.mark.parametrize("query", ["", " ", "\x00", "the of", "?!", "unicorn", []], ids=repr)
def test_an_empty_query_and_unknown_terms(engine, query):
    assert found(Index.build(TEXTS), query, engine=engine) == []


@ENGINES
def test_a_repeated_term(engine):
    index = Index.build(TEXTS)
    once, thrice = index.top("bus", engine=engine)[1], index.top("bus bus bus", engine=engine)[1]
    assert thrice.tolist() == pytest.approx((3 * once).tolist())


@ENGINES
@pytest.mark.parametrize("many", [9_999, 12_000])
def test_a_query_of_very_many_terms(engine, many):
    words = [f"w{number}" for number in range(many)]
    index = Index.build([words, words[:10], words[::2]])
    ids, scores = index.top(words, engine=engine)
    assert ids.tolist() == [0, 2, 1]
    assert scores.tolist() == index.scores(words)[ids].tolist()


@ENGINES
@pytest.mark.parametrize("texts", [[], [""], ["", "  ", "the"]], ids=repr)
def test_wordless_paragraphs(engine, texts):
    for b in (0.0, 1.0):
        assert found(Index.build(texts), "bus", b=b, engine=engine) == []
    assert found(Index.build([*texts, "bus"]), "bus", b=1.0, engine=engine) == [len(texts)]


@ENGINES
def test_one_paragraph_only(engine):
    assert found(Index.build(["bus"]), "bus", engine=engine) == [0]


@ENGINES
def test_a_term_in_all_paragraphs(engine):
    index = Index.build(["bus"] * 40 + ["bus lane"] * 40)
    assert found(index, "bus", 3, engine=engine) == [0, 1, 2]
    assert found(index, "bus lane", 3, engine=engine) == [40, 41, 42]
    assert found(index, "bus", variant="atire", engine=engine) == []  # its idf is 0


@ENGINES
@pytest.mark.parametrize("count", [BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 1])
def test_the_edges_of_blocks(engine, count):
    edges = sorted({0, count - 1, *(edge for edge in (BLOCK - 1, BLOCK) if edge < count)})
    index = Index.build([["x", "edge"] if place in edges else ["x"] for place in range(count)])
    assert found(index, ["edge"], engine=engine) == edges
    assert sorted(found(index, ["x", "edge"], len(edges), engine=engine)) == edges


@ENGINES
@pytest.mark.parametrize("often", [254, 255, 256, 65_535, 65_536])
def test_frequencies_above_255(engine, often):
    index = Index.build([["bus"] * often, ["bus"] * (often + 1), ["bus"]])
    assert found(index, ["bus"], b=0.0, engine=engine) == [1, 0, 2]
    assert index.top(["bus"], 1, b=0.0, engine=engine)[1][0] == index.scores(["bus"], b=0.0)[1]


@ENGINES
def test_a_paragraph_of_ten_megabytes(engine):
    long = "The bus ran on time. " * 500_000
    index = Index.build([long, "A bus.", long + "Lane"])
    assert int(index.postings.lengths[0]) == 500_000 * len(index.terms("The bus ran on time."))
    assert found(index, "lane", engine=engine) == [2]
    assert sorted(found(index, "lane bus", engine=engine)) == [0, 1, 2]


@ENGINES
@pytest.mark.parametrize("wrong", [{"k1": math.nan}, {"b": math.nan}, {"variant": "l", "delta": math.nan}], ids=str)
def test_parameters_that_are_no_numbers(engine, wrong):
    with pytest.raises(ValueError, match="must"):
        Index.build(TEXTS).top("bus", engine=engine, **wrong)


@ENGINES
def test_a_mask_of_nothing_and_of_all(engine):
    index = Index.build(TEXTS)
    assert found(index, "bus", mask=np.zeros(4, bool), engine=engine) == []
    assert found(index, "bus", mask=np.zeros(0, np.int64), engine=engine) == []
    assert found(index, "bus", mask=np.ones(4, bool), engine=engine) == [1, 0]
    assert found(index, "bus", mask=np.array([0, 2]), engine=engine) == [0]


def test_a_folder_that_cannot_be_written(tmp_path, monkeypatch):
    Index.build(TEXTS).save(tmp_path)

    def refused(self, *_, **__):
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(store.Path, "mkdir", refused)
    with pytest.raises(PermissionError, match="Permission denied"):
        Index.build(["other"]).save(tmp_path)
    monkeypatch.undo()
    assert Index.open(tmp_path).top("bus")[0].tolist() == [1, 0]


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited")
def test_a_full_disk_leaves_the_old_generation(tmp_path):
    import resource
    import signal

    Index.build(TEXTS).save(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    large = Index.build([[f"w{number}" for number in range(20_000)]])
    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(
            resource.RLIMIT_FSIZE, (20_000, limits[1])
        )  # what is written beyond it fails as on a full disk
        with pytest.raises(OSError) as told:  # noqa: PT011 (its number is what matters)
            large.save(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert told.value.errno in (errno.EFBIG, errno.ENOSPC, None)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert Index.open(tmp_path, verify=True).top("bus")[0].tolist() == [1, 0]


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "index").write_text("", "utf-8")
    with pytest.raises(ArchiveError, match=r"index: is a file"):
        Index.build(TEXTS).save(tmp_path / "index")
    with pytest.raises(ArchiveError, match=r"index: is a file"):
        Index.open(tmp_path / "index")


def test_a_manifest_that_cannot_be_read(tmp_path, monkeypatch):
    Index.build(TEXTS).save(tmp_path)

    def refused(self):
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(store.Path, "read_bytes", refused)
    with pytest.raises(ArchiveError, match=r"manifest.json: cannot be read \(Permission denied\)"):
        Index.open(tmp_path)


@pytest.mark.parametrize("wrong", [1.7, "1", True, None, np.float64(1), np.bool_(True)], ids=repr)
def test_what_is_no_number_of_a_paragraph(wrong):
    index = Index.build(TEXTS)
    for ask in (
        lambda: index.remove([wrong]),
        lambda: index.remove(np.array([wrong])),
        lambda: index.explain("bus", wrong),
        lambda: index.scores_of("bus", [wrong]),
    ):
        with pytest.raises(TypeError, match=r"a paragraph is .*; it must be a whole number"):
            ask()
    assert found(index, "bus") == [1, 0]


@pytest.mark.parametrize("wrong", [-1, 4, 10**30, np.uint64(2**64 - 1)], ids=repr)
def test_a_number_that_no_paragraph_has(wrong):
    index = Index.build(TEXTS)
    for ask in (
        lambda: index.remove([0, wrong]),
        lambda: index.explain("bus", wrong),
        lambda: index.scores_of("bus", [1, wrong]),
    ):
        with pytest.raises(ValueError, match=f"there is no paragraph {int(wrong)}; they are 0 to 3"):
            ask()
    assert found(index, "bus") == [1, 0]


def test_scores_of_paragraphs_in_any_order():
    index = Index.build(TEXTS)
    scores = index.scores("bus").tolist()
    assert index.scores_of("bus", [2, 0, 1, 0]).tolist() == [scores[2], scores[0], scores[1], scores[0]]
    assert index.scores_of("bus", []).tolist() == []


@ENGINES
@pytest.mark.parametrize("k", [True, 2.0, "3"], ids=repr)
def test_k_that_is_no_number(engine, k):
    with pytest.raises(TypeError, match=r"k is .*; it must be a whole number"):
        Index.build(TEXTS).top("bus", k, engine=engine)


@ENGINES
def test_k_beyond_what_a_machine_counts(engine):
    assert found(Index.build(TEXTS), "bus", 10**20, engine=engine) == [1, 0]


@ENGINES
@pytest.mark.parametrize("query", [None, b"bus", 7, [1], [None]], ids=repr)
def test_what_is_no_query(engine, query):
    with pytest.raises(TypeError, match=r"neither a text nor a list of terms|terms must be strings"):
        Index.build(TEXTS).top(query, engine=engine)


@pytest.mark.parametrize("by_numpy", [False, True])
@pytest.mark.parametrize("text", [None, b"bus", 7, [1], ["bus", None]], ids=repr)
def test_what_is_no_text(text, by_numpy, monkeypatch):
    monkeypatch.setattr(compiled, "by_numpy", by_numpy)
    with pytest.raises(TypeError, match=r"neither a text nor a list of terms|terms must be strings"):
        Index.build([*TEXTS, text])


@pytest.mark.parametrize("wrong", [{"sublinear": "no"}, {"k1": "1"}, {"b": None}, {"title_weight": None}], ids=str)
def test_parameters_of_another_kind(wrong):
    with pytest.raises(TypeError, match=f"{next(iter(wrong))} is .*; it must be"):
        Index.build(TEXTS).top("bus", **wrong)


def test_a_batch_that_is_one_query_and_threads_of_nothing():
    index = Index.build(TEXTS)
    with pytest.raises(TypeError, match=r"give a sequence of them: \[query\]"):
        index.batch("bus", 2)
    with pytest.raises(ValueError, match="at least one"):
        index.batch(["bus"], threads=0)
    with pytest.raises(TypeError, match="threads is None"):
        index.batch(["bus"], threads=None)
