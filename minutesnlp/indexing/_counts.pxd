# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Lists of paragraphs with counts of one, two or four bytes each, as postings have them."""

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t


cdef struct Counts:
    # An array of counts of so many bytes each
    const uint8_t *first
    int width


cdef inline Counts counts_of(const uint8_t[::1] counts, int width) noexcept:
    cdef Counts made
    made.first, made.width = &counts[0], width
    return made


cdef inline uint32_t count_at(Counts counts, Py_ssize_t place) noexcept nogil:
    if counts.width == 1:
        return counts.first[place]
    if counts.width == 2:
        return (<const uint16_t *> counts.first)[place]
    return (<const uint32_t *> counts.first)[place]


cdef inline int64_t total_of(Counts counts, Py_ssize_t place, Py_ssize_t end) noexcept nogil:
    """Return the sum of the counts from a place to an end; of each width in a loop of its own, which is much faster."""
    cdef int64_t total = 0
    cdef Py_ssize_t at
    if counts.width == 1:
        for at in range(place, end):
            total += counts.first[at]
    elif counts.width == 2:
        for at in range(place, end):
            total += (<const uint16_t *> counts.first)[at]
    else:
        for at in range(place, end):
            total += (<const uint32_t *> counts.first)[at]
    return total


cdef inline Py_ssize_t reached(
    const int32_t *ids, Py_ssize_t many, int64_t wanted, Py_ssize_t place
) noexcept nogil:
    """Return the first place from one on where a paragraph, or a later one, stands: steps that double, then halves."""
    cdef Py_ssize_t low = place, step = 1, high, middle
    while low + step < many and ids[low + step] < wanted:
        low += step
        step *= 2
    high = min(low + step, many)
    while low < high:
        middle = (low + high) // 2
        if ids[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low
