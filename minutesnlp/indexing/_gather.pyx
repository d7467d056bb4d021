# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Passes over the postings of one term, or over lists and sets of paragraphs, that numpy would need copies for.

Each does what its namesake in `gathering` does with numpy, by the same operations in the same order.
"""

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t

import numpy

from minutesnlp.indexing._sources cimport MINUTESNLP_SOURCES
from minutesnlp.indexing._weight cimport Form, Weigher, weight

SOURCES = MINUTESNLP_SOURCES

ctypedef fused Count:
    uint8_t
    uint16_t
    uint32_t


ctypedef fused Number:
    int32_t
    int64_t


cdef uint8_t PLACES[64]       # of the only bit of a number, by the six upper bits of its product with `SPREAD`
cdef uint64_t SPREAD = 0x03F79D71B4CB0A89


cdef void _fill() noexcept:
    cdef int place
    for place in range(64):
        PLACES[(SPREAD << place) >> 58] = place


_fill()


def numbers(const uint64_t[::1] words, Py_ssize_t many):
    """Return the places of the bits that are set, of which there are so many."""
    cdef Py_ssize_t word, count = 0
    cdef uint64_t bits
    found = numpy.empty(many, numpy.int64)
    cdef int64_t[::1] into = found
    with nogil:
        for word in range(words.shape[0]):
            bits = words[word]
            while bits:
                into[count] = 64 * word + PLACES[((bits & (0 - bits)) * SPREAD) >> 58]
                count += 1
                bits &= bits - 1
    return found


def put(const Number[:] ids, uint64_t[::1] words):
    """Set the bits of some paragraphs."""
    cdef Py_ssize_t place
    with nogil:
        for place in range(ids.shape[0]):
            words[ids[place] >> 6] |= <uint64_t> 1 << (ids[place] & 63)


def at(const uint64_t[::1] words, const Number[:] ids):
    """Return the bits of some paragraphs."""
    cdef Py_ssize_t place
    found = numpy.empty(ids.shape[0], numpy.uint8)
    cdef uint8_t[::1] into = found
    with nogil:
        for place in range(ids.shape[0]):
            into[place] = (words[ids[place] >> 6] >> (ids[place] & 63)) & 1
    return found


def mark(
    const int32_t[::1] ids, const Count[::1] often, const Count[::1] titled, uint64_t[::1] own, uint64_t[::1] under
):
    """Mark in `own` the paragraphs whose text holds a term, in `under` those whose title does: a bit each."""
    cdef Py_ssize_t place
    cdef uint64_t bit
    with nogil:
        for place in range(ids.shape[0]):
            bit = <uint64_t> 1 << (ids[place] & 63)
            own[ids[place] >> 6] |= bit if often[place] else 0
            under[ids[place] >> 6] |= bit if titled[place] else 0


def fill(uint64_t[::1] held, const uint64_t[::1] joined):
    """Mark in `held` the whole of every run that has a mark; `joined` are the places of the run of the one before."""
    cdef Py_ssize_t word, last = held.shape[0] - 1
    cdef uint64_t found, links, carried = 0
    cdef int step
    with nogil:
        for word in range(last + 1):  # onwards: each step doubles how far a mark has come
            found, links = held[word] | (carried & joined[word]), joined[word]
            for step in range(6):
                found |= links & (found << (1 << step))
                links &= links << (1 << step)
            held[word], carried = found, found >> 63
        carried = 0
        for word in range(last, -1, -1):  # and back
            links = joined[word] >> 1
            if word < last:
                links |= joined[word + 1] << 63
            found = held[word] | (carried & links)
            for step in range(6):
                found |= links & (found >> (1 << step))
                links &= links >> (1 << step)
            held[word] = found
            carried = (found & 1) << 63


def weigh(
    const int32_t[::1] ids,
    const Count[::1] often,
    const Count[::1] titled,
    const int32_t[::1] lengths,
    const int32_t[::1] title_lengths,
    const uint64_t[::1] among,
    double[::1] row,
    double share,
    bint adding,
    double idf,
    int form,
    double k1,
    double b,
    double delta,
    double average,
    double title_weight,
    double title_b,
    double title_average,
):
    """Put into `row` what a term weighs in each of its paragraphs that `among` keeps; return these."""
    cdef Py_ssize_t place, paragraph, count = 0
    kept = numpy.empty(ids.shape[0], numpy.int32)
    cdef int32_t[::1] into = kept
    cdef double title_norm, weighed
    cdef double[256] norms, title_norms  # of the lengths that most have: to divide takes the most time
    cdef Weigher by
    for place in range(256):
        norms[place] = 1.0 - b + b * (<int32_t> place / average)
        title_norms[place] = 1.0 - title_b + title_b * (<int32_t> place / title_average)
    by.form, by.literal, by.k1, by.delta = <Form> form, False, k1, delta
    by.b, by.average = 0.0, 1.0  # the fields have been normalised when they are weighed together
    with nogil:
        for place in range(ids.shape[0]):
            paragraph = ids[place]
            if not (among[paragraph >> 6] >> (paragraph & 63)) & 1:
                continue
            into[count] = paragraph
            count += 1
            weighed = 0.0
            if often[place]:
                weighed = often[place] / _norm(norms, lengths[paragraph], b, average)
            if titled[place]:
                title_norm = _norm(title_norms, title_lengths[paragraph], title_b, title_average)
                weighed += title_weight * (titled[place] / title_norm)
            weighed = share * weight(&by, weighed, 1.0, idf)
            if adding:
                row[paragraph] += weighed
            elif weighed > row[paragraph]:
                row[paragraph] = weighed
    return kept[:count]


cdef inline double _norm(const double *norms, int32_t length, double b, double average) noexcept nogil:
    return norms[length] if length < 256 else 1.0 - b + b * (length / average)


def settle(const int32_t[::1] ids, double[::1] row, const int32_t[::1] groups, double[::1] total, double[::1] most):
    """Add the row to the totals and empty it at some paragraphs; raise the `most` of their groups to what was there."""
    cdef Py_ssize_t place, paragraph
    cdef double weighed
    with nogil:
        for place in range(ids.shape[0]):
            paragraph = ids[place]
            weighed = row[paragraph]
            if weighed == 0:
                continue
            total[paragraph] += weighed
            row[paragraph] = 0
            if weighed > most[groups[paragraph]]:
                most[groups[paragraph]] = weighed


def around(
    const double[::1] total,
    const int64_t[::1] ids,
    const uint8_t[::1] follows,
    const int32_t[::1] groups,
    const double[::1] most,
    const uint16_t[::1] sorts,
    const double[::1] factors,
):
    """Return the totals of some paragraphs, those of their neighbours, the most of their groups, and their factors."""
    cdef Py_ssize_t place, paragraph, last = total.shape[0] - 1
    cdef double sum_
    found = numpy.empty((4, ids.shape[0]))
    cdef double[:, ::1] into = found
    with nogil:
        for place in range(ids.shape[0]):
            paragraph = ids[place]
            sum_ = 0.0
            if follows[paragraph]:
                sum_ = total[paragraph - 1]
            if paragraph < last and follows[paragraph + 1]:
                sum_ += total[paragraph + 1]
            into[0, place], into[1, place] = total[paragraph], sum_
            into[2, place], into[3, place] = most[groups[paragraph]], factors[sorts[paragraph]]
    return found


def wipe(const int32_t[::1] ids, double[::1] total):
    """Set the totals of some paragraphs to 0."""
    cdef Py_ssize_t place
    with nogil:
        for place in range(ids.shape[0]):
            total[ids[place]] = 0.0


def credit(double[::1] sums, const int64_t[::1] ids, const uint64_t[::1] marks, double worth):
    """Add what something is worth to the sums of those of some paragraphs that are marked."""
    cdef Py_ssize_t place
    with nogil:
        for place in range(ids.shape[0]):
            # adding nothing is quicker than asking whether to add
            sums[place] += worth if (marks[ids[place] >> 6] >> (ids[place] & 63)) & 1 else 0.0


def common(const int64_t[::1] one, const int64_t[::1] other):
    """Return what two ascending lists have in common."""
    cdef Py_ssize_t left = 0, right = 0, count = 0
    shared = numpy.empty(min(one.shape[0], other.shape[0]), numpy.int64)
    cdef int64_t[::1] into = shared
    with nogil:
        while left < one.shape[0] and right < other.shape[0]:
            if one[left] < other[right]:
                left += 1
            elif other[right] < one[left]:
                right += 1
            else:
                into[count] = one[left]
                count += 1
                left += 1
                right += 1
    return shared[:count]


def places(
    const int32_t[::1] ids, const Count[::1] often, const Count[::1] positions, const int64_t[::1] wanted,
    int64_t stride
):
    """Return where a term stands in some paragraphs (ascending): paragraph · stride + place."""
    cdef Py_ssize_t place = 0, first = 0, count = 0, at, room = 0
    cdef Py_ssize_t here, passed
    # twice: what is found is counted, and then written
    with nogil:
        for at in range(wanted.shape[0]):
            place = _reached(ids, wanted[at], place)
            if place < ids.shape[0] and ids[place] == wanted[at]:
                room += often[place]
    found = numpy.empty(room, numpy.int64)
    cdef int64_t[::1] into = found
    place = 0
    with nogil:
        for at in range(wanted.shape[0]):
            here = _reached(ids, wanted[at], place)
            for passed in range(place, here):
                first += often[passed]
            place = here
            if place < ids.shape[0] and ids[place] == wanted[at]:
                for here in range(often[place]):
                    into[count] = wanted[at] * stride + positions[first + here]
                    count += 1
    return found


cdef inline Py_ssize_t _reached(const int32_t[::1] ids, int64_t wanted, Py_ssize_t place) noexcept nogil:
    """Return the first place from one on where a paragraph, or a later one, stands: steps that double, then halves."""
    cdef Py_ssize_t low = place, step = 1, high, middle
    while low + step < ids.shape[0] and ids[low + step] < wanted:
        low += step
        step *= 2
    high = min(low + step, ids.shape[0])
    while low < high:
        middle = (low + high) // 2
        if ids[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low
