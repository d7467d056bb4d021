"""Searching real minutes: laws that hold whatever they say."""

from pathlib import Path

import pytest

import minutesnlp as mn
from minutesnlp.indexing import Index

SHARED = Path(__file__).parents[2].parent / "shared"
QUERIES = (
    "foster carers",
    '"foster carers"',
    "budget",
    "what was said about the budget?",
    "road* -closed",
    "£5000",
    "since:2015 grant",
)

pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason=f"{SHARED} is not here")


@pytest.fixture(scope="module")
def seeds():
    return mn.read(SHARED / "seeds")


@pytest.fixture(scope="module")
def sample():
    files = sorted((SHARED / "minutes" / "originals" / "norfolk").glob("*"))[::16]
    if not files:
        pytest.skip(f"{SHARED}/minutes is not here")
    return mn.read(*files)


@pytest.mark.parametrize("which", ["seeds", "sample"])
def test_what_is_marked_is_in_the_text_and_the_snippet_is_part_of_it(which, request):
    corpus = request.getfixturevalue(which)
    archive = mn.Archive.in_memory(corpus)
    for query in QUERIES:
        for hit in archive.search(query, k=20):
            text = hit.paragraph.text
            assert text[hit.snippet_start :].startswith(hit.snippet)
            assert all(0 <= a < b <= len(text) for a, b in hit.spans)
            assert hit.paragraph in corpus[hit.meeting.id].paragraphs
            assert hit.citation == hit.paragraph.citation


def test_the_recruitment_of_carers_is_found_first_with_its_citation(seeds):
    hit = mn.Archive.in_memory(seeds).search("foster carers")[0]
    assert Path(hit.meeting.source).name.startswith("003")
    assert {"recruit", "foster", "carer"} <= set(Index.build([]).terms(hit.paragraph.text))
    assert hit.citation


def test_an_archive_on_disk_is_the_corpus(sample, tmp_path):
    archive = mn.Archive.create(tmp_path / "a", sample)
    assert archive.meetings() == sample
    assert archive.verify() == ()
    kept = mn.Archive.in_memory(sample)
    for query in QUERIES:
        assert [(h.paragraph.id, h.score) for h in archive.search(query)] == [
            (h.paragraph.id, h.score) for h in kept.search(query)
        ]


def test_bm25_is_rank_bm25s_on_real_minutes(sample):
    from rank_bm25 import BM25Okapi

    index = Index.build([p.text for p in sample.paragraphs])
    documents = [index.terms(p.text) for p in sample.paragraphs]
    reference = BM25Okapi(documents, k1=1.2, b=0.75)
    for query in ("planning application", "grass cutting contract", "the meeting closed"):
        ours = index.scores(query, variant="okapi", formula="rank-bm25")
        assert ours == pytest.approx(reference.get_scores(index.terms(query)), abs=1e-9)


def test_tfidf_is_scikit_learns_on_real_minutes(sample):
    from sklearn.feature_extraction.text import TfidfVectorizer

    index = Index.build([p.text for p in sample.paragraphs])
    model = TfidfVectorizer(analyzer=index.terms)
    weights = model.fit_transform([p.text for p in sample.paragraphs])
    for query in ("planning application", "grass cutting contract", "the meeting closed"):
        theirs = (weights @ model.transform([query]).T).toarray().ravel()
        assert index.scores(query, ranker="tfidf") == pytest.approx(theirs, abs=1e-9)
