"""What is gathered of postings: as a plain reading of the texts has it, and compiled as by numpy, to the last digit."""

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutesnlp.indexing import Index, compiled, gathering
from minutesnlp.indexing.marks import Marks
from minutesnlp.indexing.weighting import VARIANTS, Weighting

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

    def weighed(adding):
        row = np.linspace(0, 1, len(documents))
        query = index.query(["bus"], Weighting(**options))
        ids = gathering.weigh(index.postings, query, Marks.where(among), row, share=0.3, adding=adding)
        return ids, row

    scores = index.scores(["bus"], **options)
    before = np.linspace(0, 1, len(documents))
    for adding in (False, True):
        found, expected = both_ways(lambda adding=adding: weighed(adding))
        assert_equal(found, expected)
        assert set(np.flatnonzero(among & (scores > 0)).tolist()) <= set(found[0].tolist())
        assert among[found[0]].all()
        more = before + 0.3 * scores if adding else np.maximum(before, 0.3 * scores)
        assert found[1].tolist() == np.where(among, more, before).tolist()


def test_frequencies_that_need_more_than_a_byte_are_counted_in_full():
    index = index_of([["bus"] * 300, ["bus", "fare"]], [["fare"]])
    row = np.zeros(2)
    assert gathering.weigh(index.postings, index.query(["bus"], Weighting()), Marks.all(2), row).tolist() == [0, 1]
    assert row.tolist() == index.scores(["bus"]).tolist()
    assert len(index.places("bus", np.array([0]), 1000)) == 300


@settings(deadline=None)
@given(one=KEYS, other=KEYS)
def test_lists_are_compared_as_sets_are(one, other):
    assert gathering.common(one, other).tolist() == sorted({*one.tolist()} & {*other.tolist()})


@settings(deadline=None)
@given(ids=KEYS, empty=KEYS)
def test_a_row_is_added_to_the_totals_and_the_largest_of_each_group_kept(ids, empty):
    groups = np.repeat(np.arange(9, dtype=np.int32), 5)
    row, total, most = np.arange(45) * 0.3 + 1, np.ones(45), np.full(9, 2.0)
    row[empty] = 0.0
    gathering.settle(ids.astype(np.int32), row, groups, total, most)
    held = set(ids.tolist()) - set(empty.tolist())
    for number in range(45):
        assert total[number] == 1 + (number * 0.3 + 1 if number in held else 0)
        assert row[number] == (0 if number in held or number in empty else number * 0.3 + 1)
    for group in range(9):
        inside = [number * 0.3 + 1 for number in held if groups[number] == group]
        assert most[group] == max([2.0, *inside])


@settings(deadline=None)
@given(ids=KEYS, marked=KEYS, follows=st.lists(st.booleans(), min_size=45, max_size=45))
def test_totals_are_asked_of_paragraphs_and_their_neighbours_and_of_those_that_are_marked(ids, marked, follows):
    total, joined = np.arange(45) * 0.3 + 1, np.array([False, *follows[1:]])
    groups, most = np.repeat(np.arange(9, dtype=np.int32), 5), np.arange(9) * 0.7
    sorts, factors = (np.arange(45) % 4).astype(np.uint16), np.array([1.0, 0.4, 0.16, 0.9])

    def around():
        return gathering.around(total, ids, joined, groups, most, sorts, factors).tolist()

    (own, beside, largest, factor), by_numpy = both_ways(around)
    assert [own, beside, largest, factor] == by_numpy
    assert own == total[ids].tolist()
    assert largest == [(number // 5) * 0.7 for number in ids.tolist()]
    assert factor == [factors[number % 4] for number in ids.tolist()]
    for number, found in zip(ids.tolist(), beside, strict=True):
        behind = total[number - 1] if joined[number] else 0.0
        assert found == behind + (total[number + 1] if number < 44 and joined[number + 1] else 0.0)

    def credited():
        sums = np.arange(len(ids)) * 0.1
        gathering.credit(sums, ids, Marks.of(marked, 45), 0.7)
        return sums.tolist()

    found, by_numpy = both_ways(credited)
    held = set(marked.tolist())
    expected = [place * 0.1 + (0.7 if number in held else 0.0) for place, number in enumerate(ids.tolist())]
    assert found == by_numpy == expected


@given(ids=KEYS)
def test_totals_are_wiped(ids):
    def wiped():
        total = np.ones(45)
        gathering.wipe(ids.astype(np.int32), total)
        return total.tolist()

    found, by_numpy = both_ways(wiped)
    assert found == by_numpy == [0.0 if number in set(ids.tolist()) else 1.0 for number in range(45)]


def test_rows_are_lent_again_as_zeros_unless_a_search_was_broken_off():
    with gathering.rows(2, 30) as lent:
        first = lent
    with gathering.rows(2, 30) as lent:
        assert lent is first
    with suppress(KeyError), gathering.rows(2, 30) as lent:
        lent[:] = 1.0
        raise KeyError
    with gathering.rows(2, 30) as lent:
        assert not lent.any()


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
