"""Sets of paragraphs by their bits, held to the sets of Python."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutesnlp.indexing import compiled
from minutesnlp.indexing.marks import Marks, both, either

SIZES = st.integers(0, 200)


@st.composite
def sets(draw, count):
    size = draw(SIZES)
    numbers = st.sets(st.integers(0, size - 1)) if size else st.just(set())
    return size, [draw(numbers) for _ in range(count)]


def of(numbers, size):
    return Marks.of(np.array(sorted(numbers), np.int64), size)


@given(sets(3))
@example((64, [{0, 63}, {63}, set()]))
@example((65, [{64}, {63, 64}, {0}]))
def test_they_combine_as_sets_do(drawn):
    size, (one, other, third) = drawn
    marks, more, most = (of(numbers, size) for numbers in (one, other, third))
    assert (marks & more).ids.tolist() == sorted(one & other)
    assert (marks | more).ids.tolist() == sorted(one | other)
    assert (marks - more).ids.tolist() == sorted(one - other)
    assert both([marks, more, most]).ids.tolist() == sorted(one & other & third)
    assert either([marks, more, most]).ids.tolist() == sorted(one | other | third)
    assert (Marks.all(size) - marks).ids.tolist() == [number for number in range(size) if number not in one]


@given(sets(1))
def test_they_tell_what_they_hold(drawn):
    size, (numbers,) = drawn
    marks = of(numbers, size)
    assert len(marks) == len(numbers)
    assert bool(marks) == bool(numbers)
    assert [number in marks for number in range(size)] == [number in numbers for number in range(size)]
    assert marks.mask.tolist() == [number in numbers for number in range(size)]
    assert marks.at(np.arange(size)).tolist() == marks.mask.tolist()
    assert Marks.where(marks.mask).words.tolist() == marks.words.tolist()


@given(sets(1))
def test_the_compiled_functions_and_numpy_make_the_same_of_them(drawn):
    size, (numbers,) = drawn

    def made():
        marks = of(numbers, size)
        few = np.array(sorted(numbers), np.int32)[::2]
        return marks.words.tolist(), marks.ids.tolist(), marks.at(few).tolist(), Marks.of(few, size).ids.tolist()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "by_numpy", True)
        by_numpy = made()
    assert made() == by_numpy


@given(sets(2))
@example((130, [{63, 64, 128}, {64, 65, 128, 129}]))
def test_they_are_spread_to_the_neighbours_they_are_joined_to(drawn):
    size, (numbers, joined) = drawn
    joined -= {0}  # nothing comes before the first
    reached = {n + 1 for n in numbers if n + 1 in joined} | {n - 1 for n in numbers if n in joined}
    assert of(numbers, size).spread(of(joined, size)).ids.tolist() == sorted(numbers | reached)


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65])
def test_no_bit_lies_beyond_the_last_paragraph(size):
    every = Marks.all(size)
    assert len(every) == size
    assert len(every.spread(every)) == size
    assert len(Marks.none(size)) == 0
