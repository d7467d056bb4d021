# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Passes over the postings of one term, or over lists and sets of paragraphs, that numpy would need copies for.

Each does what its namesake in `gathering` does with numpy, by the same operations in the same order.
"""

from libc.stdint cimport int32_t, int64_t, uint8_t, uint64_t

import numpy

from minutesnlp.indexing._best cimport Best, Found, offer
from minutesnlp.indexing._counts cimport Counts, count_at, counts_of, reached, total_of
from minutesnlp.indexing._sets cimport AT_ONCE, Sets, bits_of, inside, lowest_of, take_sets
from minutesnlp.indexing._sources cimport MINUTESNLP_SOURCES

SOURCES = MINUTESNLP_SOURCES

ctypedef fused Number:
    int32_t
    int64_t


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
                into[count] = 64 * word + lowest_of(bits)
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
    const int32_t[::1] ids, const uint8_t[::1] often, int width, const uint8_t[::1] titled, int title_width,
    uint64_t[::1] own, uint64_t[::1] under
):
    """Mark in `own` the paragraphs whose text holds a term, in `under` those whose title does: a bit each.

    Returns whether any title does.
    """
    cdef Py_ssize_t place
    cdef uint64_t bit
    cdef bint some = False
    cdef Counts texts = counts_of(often, width), titles = counts_of(titled, title_width)
    with nogil:
        for place in range(ids.shape[0]):
            bit = <uint64_t> 1 << (ids[place] & 63)
            own[ids[place] >> 6] |= bit if count_at(texts, place) else 0
            if count_at(titles, place):
                under[ids[place] >> 6] |= bit
                some = True
    return some


def some(const uint64_t[::1] words):
    """Tell whether any bit is set."""
    cdef Py_ssize_t word, first = 0
    cdef uint64_t bits
    while first < words.shape[0]:  # many are put together before it is looked: most sets hold little
        bits = 0
        for word in range(first, min(first + 64, words.shape[0])):
            bits |= words[word]
        if bits:
            return True
        first += 64
    return False


def count(const uint64_t[::1] words):
    """Return how many bits are set."""
    return bits_of(&words[0], words.shape[0]) if words.shape[0] else 0


def spread(const uint64_t[::1] words, const uint64_t[::1] joined, uint64_t[::1] into):
    """Mark in `into` what is marked and what stands beside it; `joined` are the places of the run of the one before."""
    cdef Py_ssize_t word, last = words.shape[0] - 1
    cdef uint64_t before = 0, after
    with nogil:
        for word in range(last + 1):
            after = words[word + 1] & joined[word + 1] & 1 if word < last else 0
            into[word] = (
                words[word]
                | (((words[word] << 1) | (before >> 63)) & joined[word])
                | ((words[word] & joined[word]) >> 1)
                | (after << 63)
            )
            before = words[word]


def fill(uint64_t[::1] held, const uint64_t[::1] joined):
    """Mark in `held` the whole of every run that has a mark; `joined` are the places of the run of the one before."""
    cdef Py_ssize_t word, last = held.shape[0] - 1
    cdef uint64_t found, links, carried = 0
    cdef int step
    with nogil:
        for word in range(last + 1):  # onwards: a mark added to a row of ones carries to its end
            links = joined[word]
            carried &= links
            if held[word] or carried:
                found = ((held[word] << 1) & links) | carried
                held[word] |= found | (links & ~(links + found))
            carried = held[word] >> 63
        carried = 0
        for word in range(last, -1, -1):  # and back: each step doubles how far a mark has come
            links = joined[word] >> 1
            if word < last:
                links |= joined[word + 1] << 63
            found = held[word] | (carried & links)
            step = 1
            while found and links and step < 64:
                found |= links & (found >> step)
                links &= links >> step
                step *= 2
            held[word] = found
            carried = (found & 1) << 63


def credit(const int64_t[::1] ids, list told):
    """Return for each of some paragraphs the sum of what the sets are worth that it is in: `told` as (worth, words)."""
    cdef Sets sets
    cdef Py_ssize_t at, one, first
    cdef double sum_
    sums = numpy.zeros(ids.shape[0])
    cdef double[::1] into = sums
    for first in range(0, len(told), AT_ONCE):
        take_sets(&sets, told[first : first + AT_ONCE])
        with nogil:
            for at in range(ids.shape[0]):
                sum_ = into[at]
                for one in range(sets.many):
                    # adding nothing is quicker than asking whether to add
                    sum_ += sets.worth[one] if inside(sets.words[one], ids[at]) else 0.0
                into[at] = sum_
    return sums


def largest(const double[::1] totals, Py_ssize_t k):
    """Return the places of the k largest totals, ascending; of equal ones the first."""
    cdef Best best
    cdef Py_ssize_t place
    room = numpy.empty(max(k, 1) * sizeof(Found), numpy.uint8)
    cdef uint8_t[::1] held = room
    best.heap, best.size, best.room = <Found *> &held[0], 0, k
    with nogil:
        for place in range(totals.shape[0]):
            offer(&best, totals[place], <int> place)
    found = numpy.empty(best.size, numpy.int64)
    cdef int64_t[::1] into = found
    for place in range(best.size):
        into[place] = best.heap[place].paragraph
    found.sort()
    return found


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
    const int32_t[::1] ids, const uint8_t[::1] often, int width, const uint8_t[::1] positions, int place_width,
    const int64_t[::1] wanted, int64_t stride
):
    """Return where a term stands in some paragraphs (ascending): paragraph · stride + place."""
    cdef Py_ssize_t place = 0, first = 0, count = 0, at, room = 0
    cdef Py_ssize_t here
    cdef Counts times = counts_of(often, width), stands = counts_of(positions, place_width)
    # twice: what is found is counted, and then written
    with nogil:
        for at in range(wanted.shape[0]):
            place = reached(&ids[0], ids.shape[0], wanted[at], place)
            if place < ids.shape[0] and ids[place] == wanted[at]:
                room += count_at(times, place)
    found = numpy.empty(room, numpy.int64)
    cdef int64_t[::1] into = found
    place = 0
    with nogil:
        for at in range(wanted.shape[0]):
            here = reached(&ids[0], ids.shape[0], wanted[at], place)
            first += total_of(times, place, here)
            place = here
            if place < ids.shape[0] and ids[place] == wanted[at]:
                for here in range(count_at(times, place)):
                    into[count] = wanted[at] * stride + count_at(stands, first + here)
                    count += 1
    return found


