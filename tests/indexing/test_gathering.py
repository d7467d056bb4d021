"""What is gathered of postings: as a plain reading of the texts has it, and compiled as by numpy, to the last digit."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutesnlp.indexing import Index, compiled, gathering
from minutesnlp.indexing.marks import Marks
from minutesnlp.indexing.weighting import VARIANTS

pytestmark = pytest.mark.usefixtures("way")

TERMS = ("bus", "fare", "late")
MANY = st.lists(st.lists(st.sampled_from(TERMS), max_size=6), min_size=1, max_size=30)
KEYS = st.lists(st.integers(0, 40), unique=True, max_size=20).map(lambda keys: np.array(sorted(keys), np.int64))


@pytest.fixture(scope="module", params=["compiled", "numpy"])
def way(request):
    if request.param == "compiled" and not gathering._used():
        pytest.skip("built without a compiler: only numpy is there")
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "numpy":
            patch.setenv(compiled.SWITCH, "numpy")
        yield request.param


def index_of(documents, titles):
    return Index.build(documents, titles=(titles * len(documents))[: len(documents)], positions=True)


def both_ways(question):
    """Return an answer by the compiled functions, if they are there, and by numpy."""
    found = question()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(compiled.SWITCH, "numpy")
        return found, question()


def assert_equal(found, expected):
    for one, other in zip(found, expected, strict=True):
        assert one.tolist() == other.tolist()
        assert one.dtype == other.dtype


@settings(deadline=None)
@given(documents=MANY, titles=MANY, term=st.sampled_from([*TERMS, "unknown"]))
def test_marks_tell_which_texts_and_titles_hold_a_term(documents, titles, term):
    index = index_of(documents, titles)
    own, titled = index.marks(term)
    assert own.mask.tolist() == [term in words for words in documents]
    assert titled.mask.tolist() == [term in words for words in (titles * len(documents))[: len(documents)]]


@settings(deadline=None)
@given(documents=MANY, term=st.sampled_from([*TERMS, "unknown"]), step=st.integers(1, 4))
def test_places_are_those_of_the_texts(documents, term, step):
    index = index_of(documents, documents)
    wanted = np.arange(0, len(documents), step)
    expected = [
        number * 1000 + place
        for number in wanted.tolist()
        for place, word in enumerate(documents[number])
        if word == term
    ]
    assert index.places(term, wanted, 1000).tolist() == expected


@settings(deadline=None)
@given(
    documents=MANY,
    titles=MANY,
    variant=st.sampled_from(VARIANTS),
    k1=st.floats(0, 4),
    b=st.floats(0, 1),
    title=st.floats(0, 5),
    keep=st.integers(1, 4),
)
@example([["bus"], []], [["bus"]], "lucene", 2.5, 1.0, 4.0, 1)
def test_weights_are_the_same_compiled_and_by_numpy(documents, titles, variant, k1, b, title, keep):
    index = index_of(documents, titles)
    among = np.arange(len(documents)) % keep == 0
    options = {"variant": variant, "k1": k1, "b": b, "title_weight": title}
    found, expected = both_ways(lambda: index.weights("bus", among=among, **options))
    assert_equal(found, expected)
    ids, weights = found
    assert among[ids].all()
    assert weights.tolist() == index.scores(["bus"], **options)[ids].tolist()


def test_frequencies_that_need_more_than_a_byte_are_counted_in_full():
    index = index_of([["bus"] * 300, ["bus", "fare"]], [["fare"]])
    ids, weights = index.weights("bus", among=np.ones(2, bool))
    assert ids.tolist() == [0, 1]
    assert weights.tolist() == index.scores(["bus"]).tolist()
    assert len(index.places("bus", np.array([0]), 1000)) == 300


@settings(deadline=None)
@given(one=KEYS, other=KEYS, adding=st.booleans())
def test_lists_are_joined_and_compared_as_sets_are(one, other, adding):
    weights, more = one * 0.1 + 1, other * 0.7 + 1
    ids, values = gathering.join((one, weights), (other, more), adding=adding)
    assert ids.tolist() == sorted({*one.tolist(), *other.tolist()})
    held, held_too = dict(zip(one.tolist(), weights, strict=True)), dict(zip(other.tolist(), more, strict=True))
    combined = sum if adding else max
    expected = [combined([d[i] for d in (held, held_too) if i in d]) for i in ids.tolist()]
    assert values.tolist() == expected
    assert gathering.common(one, other).tolist() == sorted({*one.tolist()} & {*other.tolist()})


@settings(deadline=None)
@given(ids=KEYS)
def test_weights_are_added_up_and_the_largest_of_each_group(ids):
    groups = np.repeat(np.arange(9, dtype=np.int32), 5)
    total, most = np.ones(45), np.ones(9)
    gathering.pile((ids, ids * 0.3 + 1), groups, total, most)
    for number in range(45):
        assert total[number] == 1 + (number * 0.3 + 1 if number in ids else 0)
    for group in range(9):
        inside = [number * 0.3 + 1 for number in ids.tolist() if groups[number] == group]
        assert most[group] == 1 + max(inside, default=0)


@settings(deadline=None)
@given(places=st.lists(st.tuples(st.booleans(), st.booleans()), max_size=200))
@example([(False, True)] * 130 + [(True, True)] + [(False, True)] * 130)
def test_a_run_that_holds_one_is_filled(places):
    held, joined = (np.array([pair[side] for pair in places], bool) for side in (0, 1))
    joined[:1] = False  # nothing comes before the first
    runs = np.cumsum(~joined)
    expected = [bool(held[runs == run].any()) for run in runs.tolist()]
    found, by_numpy = both_ways(lambda: gathering.fill(Marks.where(held), Marks.where(joined)).mask.tolist())
    assert found == by_numpy == expected
