"""What is gathered of postings: as a plain reading of the texts has it, and compiled as by numpy, to the last digit."""

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
            patch.setattr(compiled, "by_numpy", True)
        yield request.param


def index_of(documents, titles):
    return Index.build(documents, titles=(titles * len(documents))[: len(documents)], positions=True)


def both_ways(question):
    """Return an answer by the compiled functions, if they are there, and by numpy."""
    found = question()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "by_numpy", True)
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
def test_weights_are_those_of_the_index_compiled_and_by_numpy(documents, titles, variant, k1, b, title, keep):
    index = index_of(documents, titles)
    options = {"variant": variant, "k1": k1, "b": b, "title_weight": title}
    query, ids = index.query(["bus", "late", "bus"], Weighting(**options)), np.arange(0, len(documents), keep)
    found, by_numpy = both_ways(lambda: gathering.weights(index.postings, query, ids).tolist())
    assert found == by_numpy == index.scores(["bus", "late", "bus"], **options)[ids].tolist()


def test_frequencies_that_need_more_than_a_byte_are_counted_in_full():
    index = index_of([["bus"] * 300, ["bus", "fare"]], [["fare"]])
    query, ids = index.query(["bus"], Weighting()), np.arange(2)
    assert gathering.weights(index.postings, query, ids).tolist() == index.scores(["bus"]).tolist()
    assert [marks.ids.tolist() for marks in index.marks("bus")] == [[0, 1], []]
    assert len(index.places("bus", np.array([0]), 1000)) == 300


@settings(deadline=None)
@given(one=KEYS, other=KEYS)
def test_lists_are_compared_as_sets_are(one, other):
    assert gathering.common(one, other).tolist() == sorted({*one.tolist()} & {*other.tolist()})


@settings(deadline=None)
@given(
    documents=MANY,
    titles=MANY,
    groups=st.lists(st.integers(0, 3), min_size=30, max_size=30),
    follows=st.lists(st.booleans(), min_size=30, max_size=30),
    keep=st.integers(1, 4),
    title=st.sampled_from((0.0, 2.5)),
)
def test_what_stands_around_paragraphs_is_what_a_plain_sum_over_all_of_them_gives(
    documents, titles, groups, follows, keep, title
):
    index, count = index_of(documents, titles), len(documents)
    of = np.sort(np.array(groups[:count], np.int32))
    joined = np.array(follows[:count]) & (np.diff(of, prepend=-1) == 0)
    starts = np.searchsorted(of, np.arange(of[-1] + 2)).astype(np.int64)
    sorts, factors = (np.arange(count) % 4).astype(np.uint16), np.array([1.0, 0.4, 0.16, 0.9])
    by = Weighting(k1=2.5, title_weight=title)
    given_ = np.arange(0, count, 2, dtype=np.int32)
    sources = [
        gathering.Source(0, 1.0, index.query(["bus"], by)),
        gathering.Source(0, 0.4, index.query(["fare"], by)),
        gathering.Source(1, 0.5, (given_, given_ * 0.3)),
        gathering.Source(1, 0.5, index.query(["unknown"], by)),
    ]
    standing, ids = gathering.Standing(of, starts, joined, sorts), np.arange(0, count, keep)

    def around():
        found = gathering.context(index.postings, sources, 3, ids, standing, factors)
        return [each.tolist() for each in found]

    found, by_numpy = both_ways(around)
    assert found == by_numpy
    bus, fare = (index.scores([term], k1=2.5, title_weight=title) for term in ("bus", "fare"))
    given_weights = np.where(np.arange(count) % 2 == 0, np.arange(count) * 0.3, 0.0)
    parts = [np.maximum(bus, 0.4 * fare), 0.5 * given_weights, np.zeros(count)]
    total = parts[0] + parts[1] + parts[2]
    words, (own, beside, most, factor) = found
    assert words == [part[ids].tolist() for part in parts]
    assert own == total[ids].tolist()
    assert factor == factors[sorts[ids]].tolist()
    for place, number in enumerate(ids.tolist()):
        behind = total[number - 1] if joined[number] else 0.0
        assert beside[place] == behind + (total[number + 1] if number + 1 < count and joined[number + 1] else 0.0)
        here = of == of[number]
        assert most[place] == parts[0][here].max() + parts[1][here].max() + parts[2][here].max()


@settings(deadline=None)
@given(ids=KEYS, sets=st.lists(KEYS, max_size=40))
def test_what_sets_are_worth_is_added_up_for_each_paragraph(ids, sets):
    told = [(0.7 * (place + 1), Marks.of(marked, 45)) for place, marked in enumerate(sets)]
    found, by_numpy = both_ways(lambda: gathering.credit(ids, told).tolist())
    assert found == by_numpy == [sum(worth for worth, marks in told if number in marks) for number in ids.tolist()]


@given(totals=st.lists(st.sampled_from((0.0, 0.5, 1.0, 2.0)), max_size=30), k=st.integers(1, 8))
def test_the_largest_are_the_first_of_a_sorted_list(totals, k):
    found, by_numpy = both_ways(lambda: gathering.largest(np.array(totals), k).tolist())
    expected = sorted(sorted(range(len(totals)), key=lambda place: (-totals[place], place))[:k])
    assert found == by_numpy == expected


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
